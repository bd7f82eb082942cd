"""Lists of the day come from the state tables, fast and without what was removed."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from app.clock import COPENHAGEN
from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.domain.records import (
    ENTITIES,
    ENTITY_OF,
    AppliedNeed,
    Case,
    Citizen,
    Record,
    Request,
    Visit,
)
from app.domain.values import Cpr, Planned
from app.journal.journal import Write
from app.store.store import Store
from tests.scribe import Scribe
from tests.steps import counted


def writes_of(*records: Record) -> list[Write]:
    """Write every field that says something."""
    writes = []
    for record in records:
        empty = type(record)(id=record.id)
        entity = ENTITY_OF[type(record)]
        for field in record.__struct_fields__:
            if getattr(record, field) != getattr(empty, field):
                value = getattr(record, field)
                writes.append(Write(FieldKey(entity, record.id, field), value))
    return writes


def plan(store: Store, start: datetime | None, citizen: str = "", **fields: object) -> Visit:
    """Make a citizen, a case with a request and a need, and a visit."""
    person = Citizen(id=citizen or new_id(), name="Åse", cpr=Cpr(value="0101821234"))
    case = Case(id=new_id(), citizen=person.id, state="open")
    request = Request(id=new_id(), case=case.id, applied_for="bad")
    need = AppliedNeed(id=new_id(), case=case.id, request=request.id, text="bad")
    planned = Planned(start=start) if start else None
    visit = Visit(id=new_id(), case=case.id, planned=planned, **fields)  # type: ignore[arg-type]
    if not citizen:
        store.journal.append(person.id, writes_of(person), actor="Vera")
    store.journal.append(case.id, writes_of(case, request, need, visit), actor="Vera")
    return visit


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute)


def test_the_visits_of_a_day_stand_by_time_with_all_that_a_list_shows(store: Store) -> None:
    late, early = plan(store, at(23, 14)), plan(store, at(23, 8))
    plan(store, at(24, 0))
    plan(store, at(22, 23, 59))
    rows = store.overview.visits_between(at(23, 0), at(24, 0))
    assert [row.visit.id for row in rows] == [early.id, late.id]
    assert rows[0].citizen.name == "Åse"
    assert rows[0].case.id == early.case
    assert rows[0].request is not None
    assert rows[0].request.applied_for == "bad"
    assert [need.text for need in rows[0].needs] == ["bad"]


def test_a_day_may_be_asked_for_with_a_zone_and_a_visit_planned_with_one(store: Store) -> None:
    plain = plan(store, at(23, 0))
    zoned = plan(store, datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    start = datetime(2026, 11, 23, tzinfo=COPENHAGEN)
    rows = store.overview.visits_between(start, start + timedelta(days=1))
    assert [row.visit.id for row in rows] == [plain.id, zoned.id]


def test_removed_visits_are_left_out(store: Store) -> None:
    visit = plan(store, at(23, 8))
    Scribe(store.journal, scope=visit.case).remove(visit.id, "visit")
    assert store.overview.visits_between(at(23, 0), at(24, 0)) == ()
    assert store.overview.counts().visits == 0


def test_a_moved_visit_is_found_on_its_new_day_only(store: Store) -> None:
    visit = plan(store, at(23, 8))
    moved = Planned(start=at(25, 9))
    Scribe(store.journal, scope=visit.case).set(visit.id, moved, "planned", "visit")
    assert store.overview.visits_between(at(23, 0), at(24, 0)) == ()
    assert len(store.overview.visits_between(at(25, 0), at(26, 0))) == 1


def test_all_visits_of_a_citizen_stand_by_time(store: Store) -> None:
    second = plan(store, at(24, 8))
    citizen = store.overview.visits_of(new_id())
    assert citizen == ()
    (row,) = store.overview.visits_between(at(24, 0), at(25, 0))
    first = plan(store, at(3, 8), row.citizen.id)
    plan(store, at(5, 8))
    assert [r.visit.id for r in store.overview.visits_of(row.citizen.id)] == [first.id, second.id]


def test_the_newest_earlier_visit_of_the_same_case_is_the_previous_one(store: Store) -> None:
    visit = plan(store, at(23, 8))
    vera = Scribe(store.journal, scope=visit.case)
    earlier = [Visit(id=new_id(), case=visit.case, planned=Planned(start=at(d, 8))) for d in (1, 9)]
    off = Visit(id=new_id(), case=visit.case, planned=Planned(start=at(20, 8)), state="cancelled")
    store.journal.append(vera.scope, writes_of(*earlier, off), actor="Vera")
    found = store.overview.previous_visit(visit.id)
    assert found is not None
    assert found.id == earlier[1].id
    assert store.overview.previous_visit(earlier[0].id) is None
    assert store.overview.previous_visit("unknown") is None


def test_an_open_case_is_shown_by_its_newest_visit(store: Store) -> None:
    visit = plan(store, at(23, 8))
    newer = Visit(id=new_id(), case=visit.case, planned=Planned(start=at(25, 8)))
    store.journal.append(visit.case, writes_of(newer), actor="Vera")
    assert [row.visit.id for row in store.overview.open_cases()] == [newer.id]
    Scribe(store.journal, scope=visit.case).set(visit.case, "closed", "state", "case")
    assert store.overview.open_cases() == ()


def test_what_belongs_to_a_visit_is_named_by_its_scopes(store: Store) -> None:
    visit = plan(store, at(23, 8))
    (row,) = store.overview.visits_between(at(23, 0), at(24, 0))
    assert store.overview.scopes_of_visit(visit.id) == [row.citizen.id, visit.case]
    assert store.overview.scopes_of_visit("unknown") == []
    assert store.overview.has_citizen(row.citizen.id)
    assert not store.overview.has_citizen("unknown")
    assert store.overview.open_case_of(row.citizen.id) == visit.case
    assert store.overview.open_case_of("unknown") == ""


def test_what_an_import_asks_for_is_found(store: Store) -> None:
    visit = plan(store, None, source="csv", source_key="linje 7")
    found = store.overview.visit_from("csv", "linje 7")
    assert found is not None
    assert found.id == visit.id
    assert store.overview.visit_from("ics", "linje 7") is None
    citizen = store.overview.citizen_with_cpr("0101821234")
    assert citizen is not None
    assert citizen.name == "Åse"
    assert store.overview.citizen_with_cpr("0101821235") is None
    assert [row.visit.id for row in store.overview.unplanned_visits()] == [visit.id]


def test_citizens_come_a_page_at_a_time_by_name(store: Store) -> None:
    for name in ("C", "A", "B"):
        citizen = Citizen(id=new_id(), name=name)
        store.journal.append(citizen.id, writes_of(citizen), actor="Vera")
    assert [c.name for c in store.overview.citizens(2)] == ["A", "B"]
    assert [c.name for c in store.overview.citizens(2, 2)] == ["C"]
    assert store.overview.counts().citizens == 3


def test_a_day_costs_the_same_however_many_other_days_there_are(store: Store) -> None:
    costs = []
    for days in range(10, 41, 10):
        for hours in range((days - 10) * 24, days * 24):
            plan(store, datetime(2026, 11, 20, 8) + timedelta(hours=hours))
        with counted(store) as steps:
            assert len(store.overview.visits_between(at(24, 0), at(25, 0))) == 24
        costs.append(steps.taken)
    assert max(costs) < 1.1 * min(costs)


def test_a_case_is_read_by_what_it_holds_and_not_by_what_there_could_be(store: Store) -> None:
    visit = plan(store, at(23, 8))
    asked: list[str] = []

    def note(*args: Any) -> None:
        asked.extend(re.findall(r'FROM "?(\w+)', args[2]))

    sa.event.listen(store._engine, "before_cursor_execute", note)
    scopes = store.overview.scopes_of_visit(visit.id)
    assert asked == ["visit", "case"]
    asked.clear()
    snapshot = store.journal.snapshot(scopes)
    sa.event.remove(store._engine, "before_cursor_execute", note)
    assert set(snapshot.records) == {"citizen", "case", "request", "applied_need", "visit"}
    assert {name for name in asked if name in ENTITIES} == set(snapshot.records)
