"""Whatever happens after a decision, every shipped standard judges it and leads to its place."""

from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.case_records import StayKind
from app.domain.casefile import CaseFile
from app.domain.ids import derived_id
from app.domain.judgement import due_days, judge
from app.domain.records import (
    ActionPlan,
    Answer,
    Complaint,
    DecisionVersion,
    FollowUp,
    HospitalStay,
    Order,
    OverallAssessment,
    ProcessingNotice,
    ProviderChoice,
    ProviderStart,
    Record,
    StatusReport,
    Swap,
    Visit,
    WorkplaceCheck,
)
from app.domain.standard import Standard
from app.domain.standard_file import load_standard
from app.domain.values import Level, Planned, StandardRef
from app.texts import RESOURCES, Texts
from tests.factories import (
    DECISION,
    TODAY,
    VISIT,
    casefile,
    citizen,
    decision,
    decision_item,
    denmark,
    grant,
    need,
    request,
    visit,
)

PATHS = sorted((RESOURCES / "standards").glob("*.toml"))
load = cache(load_standard)
ANY_DAY = st.none() | st.dates()
NEAR = st.none() | st.dates(date(2025, 1, 1), date(2028, 12, 31))
WORDS = st.sampled_from(["", "ord", " "])


def choices(literal: object) -> Any:
    """Return any value of a record's literal."""
    return st.sampled_from(get_args(literal))


@st.composite
def happenings(draw: st.DrawFn, standard: Standard) -> list[Record]:
    """Make some records of the time after a decision, of services known and unknown."""
    services = st.sampled_from(["", "ukendt", *(s.id for s in standard.services)])
    case: dict[str, Any] = {"case": st.just("k1")}
    kinds: list[st.SearchStrategy[Any]] = [
        st.builds(
            Swap, id=IDS, swapped_on=NEAR, from_service=services, to_service=services, **case
        ),
        st.builds(HospitalStay, id=IDS, kind=choices(StayKind), support_from=NEAR, **case),
        st.builds(
            HospitalStay,
            id=IDS,
            kind=choices(StayKind),
            support_from=ANY_DAY,
            support_until=ANY_DAY,
            **case,
        ),
        st.builds(
            Complaint,
            id=IDS,
            received_on=ANY_DAY,
            about=choices(Literal["", "decision", "delivery"]),
            outcome=choices(Literal["", "upheld", "partly", "withdrawn"]),
            **case,
        ),
        st.builds(
            ProcessingNotice,
            id=IDS,
            request=st.sampled_from(["", "r1", "væk"]),
            new_date=ANY_DAY,
            sent_on=ANY_DAY,
            **case,
        ),
        st.builds(StatusReport, id=IDS, due_on=NEAR, received_on=NEAR, **case),
        st.builds(
            Order, id=IDS, service=services, sent_on=NEAR, version=st.sampled_from(["", "w1"])
        ),
        st.builds(ProviderStart, id=IDS, service=services, informed_on=ANY_DAY, started_on=NEAR),
        st.builds(
            ProviderChoice,
            id=IDS,
            service=services,
            kind=choices(Literal["", "municipal", "external"]),
            listed=st.none() | st.booleans(),
        ),
        st.builds(ActionPlan, id=IDS, offered_on=NEAR, wish=choices(Literal["", "yes", "no"])),
        st.builds(WorkplaceCheck, id=IDS, done_on=ANY_DAY, next_review=ANY_DAY),
        st.builds(FollowUp, id=IDS, visit=st.just(VISIT), result=choices(Literal["", "end"])),
        visits(),
    ]
    return draw(st.lists(st.one_of(kinds), max_size=8))


IDS = st.sampled_from([f"x{n}" for n in range(9)])


@st.composite
def visits(draw: st.DrawFn) -> Visit:
    """Make a visit of any kind and day."""
    start = draw(st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)))
    return Visit(
        id=draw(IDS),
        case="k1",
        kind=draw(choices(Literal["", "first", "reassessment", "follow_up"])),
        state=draw(choices(Literal["", "ongoing", "closed", "cancelled"])),
        planned=draw(st.sampled_from([None, Planned(start=start)])),
    )


@st.composite
def seen(draw: st.DrawFn, standard: Standard) -> list[Record]:
    """Make an overall assessment and answers, right and wrong ones."""
    overall = standard.overall
    values = [v.value for v in overall.scale.levels] if overall else []
    steps = [s.id for s in standard.stair.steps] if standard.stair else []
    level = Level(
        scale=draw(st.sampled_from(["anden", overall.scale.id if overall else ""])),
        value=draw(st.sampled_from(["?", *values])),
    )
    view = OverallAssessment(
        id=derived_id(VISIT, standard.id),
        visit=VISIT,
        standard=standard.id,
        value=draw(st.sampled_from([None, level])),
        steps_now=draw(st.sampled_from([(), ("væk",), tuple(steps)])),
        step_reason=draw(WORDS),
    )
    return [view, *(draw(answers(s.id, q)) for s in standard.sections for q in s.questions)]


@st.composite
def answers(draw: st.DrawFn, section: str, question: Any) -> Answer:
    """Make an answer to a question, or one that it does not offer."""
    values = ["", "væk", "yes", "no", *(o.value for o in question.options)]
    choice = draw(st.sampled_from(values))
    return Answer(
        id=derived_id(VISIT, section, question.id),
        visit=VISIT,
        section=section,
        question=question.id,
        choice=choice if question.kind != "several" else "",
        choices=(choice,) if choice and question.kind == "several" else (),
        text=draw(WORDS),
    )


def case_of(standard: Standard, records: list[Record], locked: datetime | None) -> CaseFile:
    """Return a case with help under a standard, decided or not."""
    ref = StandardRef(id=standard.id, version=standard.version)
    service = next(s for s in standard.services if s.visitated)
    items = tuple(i.id for i in service.items[:1])
    version = DecisionVersion(id="w1", decision=DECISION, case="k1", number=1, locked_at=locked)
    basis: list[Record] = [
        citizen(),
        visit(standards=(ref,)),
        request(),
        need(service=service.id, group=""),
        grant(standard=ref, service=service.id, items=items),
        decision(),
        decision_item(),
        version,
    ]
    return casefile(*basis, *records)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_it_is_judged_and_every_word_leads_to_a_section_of_the_visit(
    path: Any, data: st.DataObject
) -> None:
    standard = load(path)
    records = data.draw(happenings(standard)) + data.draw(seen(standard))
    moments = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=st.just(UTC))
    file = case_of(standard, records, data.draw(st.none() | moments))
    found = judge(file, standard, denmark(), TODAY)
    shown = {section.id for section in standard.sections}
    assert {f.anchor.section for f in found.findings} <= shown
    assert {m.anchor.section for m in found.missing} <= shown
    assert all(f.text and "$" not in f.text for f in found.findings)
    assert len({f.id for f in found.findings}) == len(found.findings)
    assert all(Texts("da").message(m.key, **m.params) for m in found.missing)
    assert due_days(file, standard, denmark(), TODAY) == found.deadlines
