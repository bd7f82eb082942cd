"""A follow-up visit begins with what the last one found, and what was done then is asked anew."""

from collections.abc import Callable
from datetime import timedelta

from app.domain.ids import derived_id
from app.domain.records import Answer, Assessment, Visit, WorkplaceItem
from app.workflow.edits import SetField
from app.workflow.open_visit import OpenVisit, open_visit
from app.workflow.planning import NewVisit, plan_visit
from app.workflow.session import Session

Opener = Callable[[Session, str], OpenVisit]


def follow_up_of(session: Session, opened: OpenVisit, kind: str = "follow_up") -> str:
    """Plan a visit a year after another one of the same citizen."""
    view = opened.view
    assert view.casefile.visit.planned is not None
    start = view.casefile.visit.planned.start + timedelta(days=364)
    return plan_visit(session, NewVisit(citizen=view.casefile.citizen, start=start, kind=kind))


def at(opened: OpenVisit, visit: str) -> dict[str, Assessment]:
    found = opened.view.casefile.all(Assessment)
    return {a.area: a for a in found if a.visit == visit}


def test_levels_words_and_answers_of_the_last_visit_stand_in_the_new_one(
    session: Session, visit_of: Opener
) -> None:
    before = visit_of(session, "decided")
    old = before.view.casefile.visit_id
    new = follow_up_of(session, before)
    opened = open_visit(session, new)
    then, now = at(opened, old), at(opened, new)
    assert set(now) == set(then)
    assert {a: x.level for a, x in now.items()} == {a: x.level for a, x in then.items()}
    assert now["bad"].own_words == then["bad"].own_words
    assert opened.view.casefile.answer("conversation", "daily_life").text
    assert opened.view.casefile.visit.previous == old


def test_what_was_done_at_the_last_visit_is_not_said_to_be_done_again(
    session: Session, visit_of: Opener
) -> None:
    before = visit_of(session, "decided")
    opened = open_visit(session, follow_up_of(session, before))
    casefile = opened.view.casefile
    assert before.view.casefile.answer("conversation", "informed_free_choice").choice == "yes"
    assert not casefile.answer("conversation", "informed_free_choice").choice
    assert casefile.answer("conversation", "informed_free_choice_on").day is None
    check = derived_id(casefile.visit_id, "workplace")
    assert not [i for i in casefile.all(WorkplaceItem) if i.check == check]


def test_it_is_one_act_that_says_what_it_was_and_can_be_undone(
    session: Session, visit_of: Opener
) -> None:
    before = visit_of(session, "decided")
    new = follow_up_of(session, before)
    opened = open_visit(session, new)
    assert at(opened, new)
    labels = []
    while opened.can_undo:
        labels.append(opened.undo())
    assert set(labels) == {"Værdier fra sidste besøg"}
    assert not at(opened, new)
    assert not [a for a in opened.view.casefile.all(Answer) if a.visit == new]
    assert opened.view.casefile.visit.state == "ongoing"


def test_values_come_once_and_a_first_visit_begins_empty(
    session: Session, visit_of: Opener
) -> None:
    before = visit_of(session, "decided")
    new = follow_up_of(session, before)
    opened = open_visit(session, new)
    area = next(iter(at(opened, new).values()))
    opened.apply(SetField(area, "observation", "Det går bedre nu."))
    again = open_visit(session, new)
    assert at(again, new)[area.area].observation == "Det går bedre nu."
    first = open_visit(session, follow_up_of(session, before, kind="first"))
    assert not at(first, first.view.casefile.visit_id)


def test_the_changes_belong_to_the_new_visit_and_leave_the_old_one_alone(
    session: Session, visit_of: Opener
) -> None:
    before = visit_of(session, "decided")
    old = before.view.casefile.visit_id
    kept = at(before, old)
    opened = open_visit(session, follow_up_of(session, before, kind="reassessment"))
    assert at(opened, old) == kept
    assert opened.view.casefile.get(Visit, old) == before.view.casefile.get(Visit, old)
