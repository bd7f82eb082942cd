"""Planning: by hand, from a list, and the day that comes of it."""

from datetime import datetime, timedelta
from pathlib import Path

from app.clock import COPENHAGEN, today
from app.domain.ids import new_id
from app.domain.records import AppliedNeed, Citizen
from app.workflow.importing import import_file
from app.workflow.planning import (
    NewVisit,
    cancel_visit,
    deadlines_ahead,
    plan_visit,
    visit_card,
    visits_of_day,
)
from app.workflow.session import Session

LIST = """dato;klokkeslæt;cpr;navn;adresse;postnr;by;type
24-11-2026;09:00;150277-9995;Ruddi Test Berggren;Testjulianevej 3;8000;Aarhus C;første
24-11-2026;11:00;310299-1234;Umulig Dag;;;;første
24-11-2026;13:30;070572-9995;Max Test;;;;opfølgning
"""


def new_visit(session: Session, **fields: object) -> NewVisit:
    start = datetime.combine(today(session.clock) + timedelta(days=1), datetime.min.time())
    known = {"citizen": Citizen(id=new_id(), name="Ny Borger"), "start": start.replace(hour=8)}
    return NewVisit(**{**known, **fields})  # type: ignore[arg-type]


def test_a_visit_made_by_hand_stands_on_its_day_with_its_citizen(session: Session) -> None:
    visit = plan_visit(session, new_visit(session))
    tomorrow = visits_of_day(session, today(session.clock) + timedelta(days=1))
    assert [(v.visit.id, v.citizen.name, v.visit.state) for v in tomorrow] == [
        (visit, "Ny Borger", "planned")
    ]


def test_a_second_visit_goes_into_the_citizens_open_case(session: Session) -> None:
    first = new_visit(session)
    a = plan_visit(session, first)
    b = plan_visit(session, new_visit(session, citizen=first.citizen, kind="follow_up"))
    assert session.casefile(a).case.id == session.casefile(b).case.id


def test_a_cancelled_visit_leaves_the_day(session: Session) -> None:
    visit = plan_visit(session, new_visit(session))
    cancel_visit(session, session.casefile(visit).visit)
    assert visits_of_day(session, today(session.clock) + timedelta(days=1)) == ()


def test_the_day_stands_in_the_order_of_the_clock(session: Session) -> None:
    starts = [
        v.visit.planned.start
        for v in visits_of_day(session, today(session.clock))
        if v.visit.planned
    ]
    assert len(starts) >= 5
    assert starts == sorted(starts)


def test_a_work_list_is_planned_once_and_refused_lines_are_told(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="utf-8")
    report = import_file(session, path)
    assert report.planned == 2
    assert [r.line for r in report.refused] == [3]
    sentence = session.texts.error(report.refused[0].error)
    assert "3" in sentence
    again = import_file(session, path)
    assert (again.planned, again.known) == (0, 2)
    assert len(visits_of_day(session, today(session.clock) + timedelta(days=1))) == 2


def test_a_citizen_on_the_list_that_is_known_is_not_made_twice(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(
        LIST.splitlines()[0]
        + "\n25-11-2026;09:00;291182-9996;Kirsten Test Berggren;;;;opfølgning\n"
    )
    before = session.store.overview.counts().citizens
    assert import_file(session, path).planned == 1
    assert session.store.overview.counts().citizens == before


def test_a_request_counts_down_in_the_days_ahead(session: Session) -> None:
    day = today(session.clock)
    need = AppliedNeed(id=new_id(), group="personlig", text="Hjælp til bad")
    visit = plan_visit(session, new_visit(session, received_on=day, needs=(need,)))
    mine = [d.deadline.due for d in deadlines_ahead(session) if d.visit == visit]
    assert day + timedelta(days=7) in mine
    nearest = visit_card(session, visit).nearest
    assert nearest is not None
    assert nearest.due == day + timedelta(days=7)


def test_a_day_begins_and_ends_by_danish_time(session: Session) -> None:
    late = datetime(2026, 11, 24, 23, 30, tzinfo=COPENHAGEN)
    visit = plan_visit(session, new_visit(session, start=late))
    assert visit in {v.visit.id for v in visits_of_day(session, late.date())}


def test_a_needed_interpreter_that_nobody_has_named_is_missing(session: Session) -> None:
    missing = [v for v in visits_of_day(session, today(session.clock)) if v.interpreter_missing]
    assert len(missing) == 1
    need = missing[0].citizen.interpreter
    assert need is not None
    assert need.need


def test_the_days_list_knows_each_visits_nearest_deadline(session: Session) -> None:
    day = today(session.clock)
    need = AppliedNeed(id=new_id(), group="praktisk", text="Rengøring")
    start = datetime.combine(day, datetime.min.time(), COPENHAGEN).replace(hour=18)
    visit = plan_visit(session, new_visit(session, start=start, received_on=day, needs=(need,)))
    found = {v.visit.id: v.nearest for v in visits_of_day(session, day)}
    nearest = found[visit]
    assert nearest is not None
    assert nearest.due == day + timedelta(days=14)
