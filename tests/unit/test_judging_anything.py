"""Whatever stands in a case, it is judged: nothing a user writes may stop the program."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.findings import Judgement
from app.domain.judgement import judge
from app.domain.records import AppliedNeed, Assessment, Grant, HouseholdMember, Record
from app.domain.values import Extent, Level, Quantities
from app.domain.week import total_minutes, week_entries
from app.texts import Texts
from tests.factories import (
    TODAY,
    assessment,
    casefile,
    citizen,
    decision,
    decision_item,
    denmark,
    koebenhavn,
    request,
    visit,
)

KBH = koebenhavn()
SERVICES = st.sampled_from(["", "ukendt", *(s.id for s in KBH.services)])
ITEMS = st.sampled_from(["ukendt", *(i.id for s in KBH.services for i in s.items)])
AREAS = st.sampled_from([a.id for a in KBH.areas])
ANY_DAY = st.none() | st.dates()
EXTENTS = st.builds(
    Extent,
    times=st.integers(-1, 99),
    up_to=st.none() | st.integers(-1, 99),
    every=st.integers(-1, 9),
    unit=st.sampled_from(["day", "week", "month", "year", "once", "as_needed"]),
)
LEVELS = st.builds(
    Level,
    scale=st.sampled_from(["kbh-1-4", "anden"]),
    value=st.sampled_from(["1", "2", "3", "4", "9"]),
)
NUMBERS = st.none() | st.floats(-1, 1e9)
GRANTS = st.builds(
    Grant,
    id=st.sampled_from(["g1", "g2", "g3"]),
    need=st.sampled_from(["", "n1", "væk"]),
    service=SERVICES,
    items=st.lists(ITEMS, max_size=4).map(tuple),
    extent=st.none() | EXTENTS,
    quantities=st.none() | st.builds(Quantities, weight_kg=NUMBERS, hours=NUMBERS),
    time_of_day=st.lists(st.text(max_size=3), max_size=2).map(tuple),
    weekdays=st.lists(st.integers(-1, 8), max_size=3).map(tuple),
    minutes=st.none() | st.integers(-1, 10**6),
    starts_on=ANY_DAY,
    ends_on=ANY_DAY,
)
NEEDS = st.builds(
    AppliedNeed,
    id=st.just("n1"),
    service=SERVICES,
    group=st.sampled_from(["", "personlig", "praktisk", "ukendt"]),
    request=st.sampled_from(["", "r1", "væk"]),
)
MEMBERS = st.builds(
    HouseholdMember,
    id=st.just("m1"),
    relation=st.sampled_from(["", "spouse", "child", "other"]),
    birth_year=st.none() | st.integers(-5, 99999),
    healthy=st.none() | st.booleans(),
)


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """Make the assessment of any area, with levels of items that may not exist."""
    made = assessment(draw(AREAS), "", item_levels=draw(st.dictionaries(ITEMS, LEVELS, max_size=2)))
    return Assessment(
        id=made.id,
        visit=made.visit,
        standard=made.standard,
        area=made.area,
        level=draw(st.none() | LEVELS),
        item_levels=made.item_levels,
    )


RECORDS = st.lists(GRANTS | NEEDS | MEMBERS | assessments(), max_size=8)
OUTCOMES = st.sampled_from(["", "granted", "partly", "refused", "changed", "ended"])


def judging(records: list[Record], outcome: str, born: date | None) -> Judgement:
    """Judge a case with these records."""
    file = casefile(
        citizen(birth_date=born),
        visit(),
        request(),
        decision(),
        decision_item(outcome=outcome),
        *records,
    )
    return judge(file, KBH, denmark(), TODAY)


@settings(deadline=None)
@given(records=RECORDS, outcome=OUTCOMES, born=ANY_DAY)
def test_any_case_is_judged_and_what_is_missing_can_be_said(
    records: list[Record], outcome: str, born: date | None
) -> None:
    found = judging(records, outcome, born)
    texts = Texts("da")
    assert all(texts.message(m.key, **m.params) for m in found.missing)
    assert len({f.id for f in found.findings}) == len(found.findings)
    assert set(found.sections) == {s.id for s in KBH.sections}


@settings(deadline=None)
@given(records=RECORDS, outcome=OUTCOMES)
def test_every_finding_and_proposal_says_where_it_stands(
    records: list[Record], outcome: str
) -> None:
    found = judging(records, outcome, date(1982, 2, 15))
    assert all(f.ref and f.text and "$" not in f.text for f in found.findings)
    assert all(p.ref and p.text for p in found.proposals)


@settings(deadline=None)
@given(st.lists(GRANTS, max_size=6))
def test_any_grants_have_a_week(grants: list[Grant]) -> None:
    known = [g for g in grants if KBH.service(g.service)]
    assert len(week_entries(grants, KBH)) >= len(known)
    total_minutes(grants, KBH)


def test_the_last_birth_date_there_is_can_be_judged() -> None:
    assert judging([], "granted", date.max).sections
