"""What is due across all cases: counted from every running case, once for each change."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.clock import today
from app.domain.casefile import FieldKey
from app.domain.records import Case, Consent
from app.errors import KnownError
from app.journal.changes import Write
from app.journal.exchange import Bookmark
from app.workflow.due import DueItem, DueList, mark_done, take_back
from app.workflow.edits import SetField
from app.workflow.open_visit import OpenVisit, open_visit
from app.workflow.planning import NewVisit, plan_visit
from app.workflow.session import Session

Opener = Callable[[Session, str], OpenVisit]


def of(items: tuple[DueItem, ...], name: str) -> list[DueItem]:
    return [item for item in items if name in item.name]


def test_every_running_case_is_counted_and_the_most_overdue_stands_first(session: Session) -> None:
    items = DueList(session).all()
    assert {"follow_up", "consent", "start", "processing"} <= {item.kind for item in items}
    assert [i.deadline.due for i in items] == sorted(i.deadline.due for i in items)
    assert len({item.case for item in items}) >= 5
    assert all(item.name and item.visit and not item.deadline.met for item in items)


def test_a_follow_up_of_last_year_is_counted_though_nothing_happened_since(
    session: Session,
) -> None:
    hers = of(DueList(session).all(), "May June")
    late = next(item for item in hers if item.deadline.rule == "follow_up")
    assert late.deadline.due < today(session.clock)
    assert late.planned == today(session.clock)
    assert session.casefile(late.visit).visit.kind == "follow_up"


def test_what_is_marked_as_done_is_gone_and_comes_back_when_that_is_undone(
    session: Session,
) -> None:
    due = DueList(session)
    late = due.all()[0]
    action = mark_done(session, late, "Gjort")
    assert late not in due.all()
    take_back(session, late, action)
    assert late in due.all()
    again = mark_done(session, late, "Gjort igen")
    assert late not in due.all()
    gone = Bookmark(hub="hub", cursor="1", moved=(late.case,), at=session.clock())
    session.store.journal.exchange.receive((), gone)
    for refused in (
        lambda: take_back(session, late, again),
        lambda: mark_done(session, late, "Gjort"),
    ):
        with pytest.raises(KnownError, match=r"visit\.moved"):
            refused()


def test_a_change_is_seen_and_a_case_without_one_is_not_read_again(
    session: Session, visit_of: Opener
) -> None:
    due = DueList(session)
    before = due.all()
    reads: list[int] = []
    running = type(session.store.overview.running)
    original = running.read

    def counted(self: object, cases: object) -> object:
        reads.append(len(cases))  # type: ignore[arg-type]
        return original(self, cases)  # type: ignore[arg-type]

    running.read = counted  # type: ignore[method-assign,assignment]
    try:
        assert due.all() == before
        assert not reads
        opened = visit_of(session, "decided")
        (consent, *_) = (c for c in opened.view.casefile.all(Consent) if c.expires_on)
        sooner = today(session.clock) + timedelta(days=2)
        opened.apply(SetField(consent, "expires_on", sooner))
        after = due.all()
        assert reads == [1]
    finally:
        running.read = original  # type: ignore[method-assign]
    assert any(i.kind == "consent" and i.deadline.due == sooner for i in after)


def test_a_closed_case_is_no_longer_counted(session: Session, visit_of: Opener) -> None:
    case = visit_of(session, "decided").view.casefile.case
    due = DueList(session)
    assert [i for i in due.all() if i.case == case.id]
    closing = Write(FieldKey("case", case.id, "state"), "closed")
    session.store.journal.append(case.id, [closing], actor="Visitator")
    assert not [i for i in due.all() if i.case == case.id]


def test_the_next_visit_is_not_due_when_it_is_planned_in_time(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "decided")
    agreed = opened.view.casefile.visit.next_visit
    assert agreed is not None
    due = DueList(session)

    def waiting() -> list[DueItem]:
        case = opened.view.casefile.case.id
        return [i for i in due.all() if i.case == case and i.deadline.rule == "next_visit"]

    assert waiting()
    planned = opened.view.casefile.visit.planned
    assert planned is not None
    start = planned.start + (agreed - planned.start.date()) - timedelta(days=3)
    citizen = opened.view.casefile.citizen
    plan_visit(session, NewVisit(citizen=citizen, start=start, kind="follow_up"))
    assert not waiting()


def test_the_citizens_own_deadline_is_nobodys_delay(session: Session) -> None:
    items = DueList(session).all()
    late = [i for i in items if i.deadline.due < today(session.clock)]
    assert not [i for i in late if i.deadline.rule == "complaint"]
    assert [i for i in items if i.deadline.rule == "complaint"]


def test_what_is_due_opens_where_it_is_dealt_with(session: Session) -> None:
    for item in DueList(session).all():
        opened = open_visit(session, item.visit)
        keys = {section.key for section in opened.view.sections}
        assert item.section in keys, item.deadline.rule
        assert opened.view.casefile.get(Case, item.case) is not None
