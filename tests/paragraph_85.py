"""Makes cases under Køge's and Kerteminde's standards as shipped; every person is made up."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from app.domain.casefile import CaseFile
from app.domain.findings import Deadline, Finding, Judgement
from app.domain.ids import derived_id
from app.domain.judgement import judge
from app.domain.records import (
    Answer,
    AppliedNeed,
    Assessment,
    DecisionVersion,
    Grant,
    OverallAssessment,
    Record,
)
from app.domain.standard import Part, Question, Service, Sheet, Standard
from app.domain.standard_file import load_standard
from app.domain.values import Extent, Level, Planned, StandardRef
from app.texts import RESOURCES
from tests import factories as make

FOLDER = RESOURCES / "standards"
KOEGE_FILE = FOLDER / "koege-85-2023.toml"
KERTEMINDE_FILE = FOLDER / "kerteminde-85-2021.toml"
SUPPORT = "socialpaedagogisk_stoette"
DECIDED = date(2026, 11, 30)


@cache
def koege() -> Standard:
    """Return Køge's standard of 2023, as it is shipped."""
    return load_standard(KOEGE_FILE)


@cache
def kerteminde() -> Standard:
    """Return Kerteminde's standard of 2021, as it is shipped."""
    return load_standard(KERTEMINDE_FILE)


def service(standard: Standard, service_id: str = SUPPORT) -> Service:
    """Return a service: the support unless said."""
    found = standard.service(service_id)
    assert found is not None
    return found


def question(standard: Standard, section_id: str, question_id: str) -> Question:
    """Return a question of a section."""
    section = standard.section(section_id)
    assert section is not None
    return next(q for q in section.questions if q.id == question_id)


def sheet(standard: Standard, sheet_id: str) -> Sheet:
    """Return an information sheet."""
    return next(s for s in standard.sheets if s.id == sheet_id)


def said(part: object) -> str:
    """Return every word of a part of a standard, in one line."""
    return " ".join(_words(part))


def _words(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for element in part:
            yield from _words(element)
    elif isinstance(part, Part):
        for field in part.__struct_fields__:
            yield from _words(getattr(part, field))


def demands(part: object) -> set[str]:
    """Return the demands of the source that parts of a file say they answer."""
    if isinstance(part, tuple):
        return set().union(*(demands(element) for element in part))
    if not hasattr(part, "__struct_fields__"):
        return set()
    named = (demands(getattr(part, field)) for field in part.__struct_fields__)
    return set(getattr(part, "ids", ())).union(*named)


def ref(standard: Standard) -> StandardRef:
    """Return what a visit remembers of its standard."""
    return StandardRef(id=standard.id, version=standard.version)


def need(record_id: str = "n1", **fields: Any) -> AppliedNeed:
    """Make an applied need: support unless said."""
    return make.need(record_id, **{"service": SUPPORT, **fields})


def grant(standard: Standard, *items: str, **fields: Any) -> Grant:
    """Make a line of support of two hours a week from 1 December 2026."""
    known: dict[str, Any] = {
        "standard": ref(standard),
        "service": SUPPORT,
        "items": items or (service(standard).items[0].id,),
        "extent": Extent(times=1, unit="week"),
        "minutes": 120,
        "starts_on": date(2026, 12, 1),
    }
    return make.grant(**{**known, **fields})


def level(standard: Standard, area: str, value: str) -> Assessment:
    """Make the level of an area."""
    scale = standard.scale
    assert scale is not None
    return make.assessment(area, value, standard=standard.id, scale=scale.id)


def overall(standard: Standard, value: str, *considered: str, **fields: Any) -> OverallAssessment:
    """Make the overall assessment, with the steps that were considered."""
    rules = standard.overall
    assert rules is not None
    return OverallAssessment(
        id=derived_id(make.VISIT, standard.id, "overall"),
        visit=make.VISIT,
        standard=standard.id,
        value=Level(scale=rules.scale.id, value=value) if value else None,
        steps_considered=considered,
        **fields,
    )


def answer(section: str, question_id: str, **fields: Any) -> Answer:
    """Make the answer to a question of this visit."""
    key = derived_id(make.VISIT, section, question_id)
    return Answer(id=key, visit=make.VISIT, section=section, question=question_id, **fields)


def file(standard: Standard, *records: Record) -> CaseFile:
    """Put records together with a citizen of the municipality, visited on 23 November 2026."""
    unit, group = standard.units[0].id, standard.target_groups[0].id
    own: list[Record] = [
        make.case(unit=unit, target_group=group, permanence="temporary"),
        make.visit(
            standards=(ref(standard),),
            planned=Planned(start=datetime(2026, 11, 23, 10)),
            next_visit=None,
        ),
    ]
    kinds = {type(r) for r in records}
    return make.casefile(*(r for r in own if type(r) not in kinds), *records)


def decided(standard: Standard, *records: Record) -> CaseFile:
    """Return a case whose decision was issued on 30 November 2026: support unless said."""
    version = DecisionVersion(
        id="d1-1",
        case="k1",
        decision=make.DECISION,
        number=1,
        locked_at=datetime(2026, 11, 30, 10, tzinfo=UTC),
    )
    basis: list[Record] = [need(), grant(standard), make.decision(), make.decision_item()]
    kinds = {type(r) for r in records}
    return file(standard, *(r for r in basis if type(r) not in kinds), version, *records)


def judged(casefile: CaseFile, standard: Standard, today: date = DECIDED) -> Judgement:
    """Judge a case by a standard."""
    return judge(casefile, standard, make.denmark(), today)


def findings(casefile: CaseFile, standard: Standard, rule: str) -> list[Finding]:
    """Return a rule's hits on a case."""
    return [f for f in judged(casefile, standard).findings if f.rule == rule]


def deadlines(
    casefile: CaseFile, standard: Standard, rule: str, today: date = DECIDED
) -> list[Deadline]:
    """Return the days of a rule on a case."""
    return [d for d in judged(casefile, standard, today).deadlines if d.rule == rule]


def lacking(casefile: CaseFile, standard: Standard) -> set[str]:
    """Return the keys of what is missing, without their table."""
    return {m.key.removeprefix("missing.") for m in judged(casefile, standard).missing}
