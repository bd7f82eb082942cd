"""Makes cases under Sorø's standard as it is shipped, for the tests of its content."""

from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from app.domain.casefile import CaseFile
from app.domain.findings import Deadline, Finding
from app.domain.ids import derived_id
from app.domain.judgement import judge
from app.domain.records import (
    Answer,
    AppliedNeed,
    Assessment,
    DecisionItem,
    DecisionVersion,
    Grant,
    OverallAssessment,
    Record,
)
from app.domain.standard import Standard
from app.domain.standard_file import load_standard
from app.domain.values import Extent, Level, Planned, StandardRef
from app.texts import RESOURCES
from tests import factories as make

STANDARD = RESOURCES / "standards" / "soroe-2021.toml"
SUPPORT, COURSE, GROUP = "socialpaedagogisk_stoette", "individuelt_forloeb", "gruppeforloeb"
COUNSELLING = "aaben_raadgivning"
REF = StandardRef(id="soroe", version="2021")
AS_OF = date(2021, 1, 11)
DECIDED = date(2021, 1, 15)


@cache
def soroe() -> Standard:
    """Return Sorø's standard of 2021, as it is shipped."""
    return load_standard(STANDARD)


def need(service: str = SUPPORT, record_id: str = "n1", **fields: Any) -> AppliedNeed:
    """Make an applied need: support unless said."""
    return make.need(record_id, service=service, **fields)


def grant(service: str = SUPPORT, record_id: str = "g1", **fields: Any) -> Grant:
    """Make a line of help from 1 February 2021: support unless said."""
    items = {SUPPORT: "hverdag", COURSE: "inklusion", GROUP: "modul_struktur"}
    known: dict[str, Any] = {
        "standard": REF,
        "items": (items[service],),
        "extent": Extent(times=1, unit="week"),
        "starts_on": date(2021, 2, 1),
    }
    return make.grant(record_id, service=service, **{**known, **fields})


def level(area: str, value: str) -> Assessment:
    """Make the level of an area."""
    return make.assessment(area, value, standard="soroe", scale="soroe-0-4")


def overall(value: str, *considered: str, **fields: Any) -> OverallAssessment:
    """Make the overall assessment, with the steps that were considered."""
    return OverallAssessment(
        id=derived_id(make.VISIT, "soroe", "overall"),
        visit=make.VISIT,
        standard="soroe",
        value=Level(scale="soroe-a-e", value=value) if value else None,
        steps_considered=considered,
        **fields,
    )


def answer(section: str, question: str, *choices: str, **fields: Any) -> Answer:
    """Make the answer to a question: a choice, or several."""
    named: dict[str, Any] = {"choice": choices[0]} if len(choices) == 1 else {"choices": choices}
    return Answer(
        id=derived_id(make.VISIT, section, question),
        visit=make.VISIT,
        section=section,
        question=question,
        **{**named, **fields},
    )


def file(*records: Record) -> CaseFile:
    """Put records together with a citizen of Sorø, visited on 11 January 2021."""
    own = [
        make.case(unit="social_service", target_group="function"),
        make.visit(
            standards=(REF,), planned=Planned(start=datetime(2021, 1, 11, 10)), next_visit=None
        ),
    ]
    kinds = {type(r) for r in records}
    return make.casefile(*(r for r in own if type(r) not in kinds), *records)


def decided(*records: Record, on: date = DECIDED) -> CaseFile:
    """Return a case whose decision was issued on a day: support granted unless said."""
    grants = any(isinstance(r, Grant) for r in records)
    basis: list[Record] = [need(), make.decision(), granted()]
    kinds = {type(r) for r in records}
    basis = [r for r in basis if type(r) not in kinds]
    version = DecisionVersion(
        id="d1-1",
        case="k1",
        decision=make.DECISION,
        number=1,
        locked_at=datetime(on.year, on.month, on.day, 10, tzinfo=UTC),
    )
    return file(*basis, *(() if grants else (grant(),)), version, *records)


def granted(need_id: str = "n1") -> DecisionItem:
    """Make the outcome of a need that is granted."""
    return make.decision_item(need_id)


def findings(casefile: CaseFile, rule: str, today: date = DECIDED) -> list[Finding]:
    """Return a rule's hits on a case."""
    judgement = judge(casefile, soroe(), make.denmark(), today)
    return [f for f in judgement.findings if f.rule == rule]


def deadlines(casefile: CaseFile, rule: str, today: date = DECIDED) -> list[Deadline]:
    """Return the days of a rule on a case."""
    judgement = judge(casefile, soroe(), make.denmark(), today)
    return [d for d in judgement.deadlines if d.rule == rule]
