"""In a case that the office gave to another team nothing new is planned or noted here."""

from datetime import UTC, date, datetime

import pytest

from app.domain.findings import Deadline
from app.domain.ids import new_id
from app.domain.records import Citizen
from app.errors import KnownError
from app.workflow.due import DueItem, mark_done
from app.workflow.planning import NewVisit, cancel_visit, plan_visit
from tests.sync.laptops import Laptop, Office

START = datetime(2026, 11, 30, 9, tzinfo=UTC)


def test_in_a_moved_case_nothing_is_planned_cancelled_or_ticked_off_and_nothing_is_lost(
    laptop: Laptop, office: Office
) -> None:
    office.add_user("bo", "Syd")
    citizen = Citizen(id=new_id(), name="Åse Ærø")
    first = plan_visit(laptop.session, NewVisit(citizen=citizen, start=START))
    visit = laptop.session.casefile(first).visit
    laptop.sync()
    office.hub.cases.move(visit.case, "Syd")
    laptop.sync()
    due = DueItem(
        case=visit.case,
        visit=first,
        section="after",
        citizen=citizen.id,
        name=citizen.name,
        standards=(),
        kind="follow_up",
        deadline=Deadline(
            rule="follow_up",
            name="Opfølgning",
            due=date(2026, 11, 30),
            counted_from=date(2026, 11, 1),
        ),
    )
    for work in (
        lambda: plan_visit(laptop.session, NewVisit(citizen=citizen, start=START)),
        lambda: cancel_visit(laptop.session, visit),
        lambda: mark_done(laptop.session, due, ""),
    ):
        with pytest.raises(KnownError, match=r"visit\.moved"):
            work()
    assert laptop.state().here_only == 0
    assert laptop.session.casefile(first).visit == visit
    office.hub.cases.move(visit.case, "Nord")
    laptop.sync()
    cancel_visit(laptop.session, visit)
    assert laptop.session.casefile(first).visit.state == "cancelled"
