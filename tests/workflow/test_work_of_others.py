"""What others wrote comes into the visit that is open: nothing of it is replaced unseen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.records import Case, Citizen
from app.workflow.disputes import dispute_of, open_disputes
from app.workflow.edits import EndTyping, SetField, TypeText
from app.workflow.open_visit import OpenVisit
from app.workflow.session import Session
from app.workflow.writing import key_of
from tests.two_computers import another_computer, carry, visit_id, write

PERSON = "in_progress"
Opener = Callable[[Session, str], OpenVisit]


@pytest.fixture
def other(demonstration_folder: Path, tmp_path: Path) -> Iterator[Session]:
    with another_computer(demonstration_folder, tmp_path / "other") as session:
        yield session


def case_of(session: Session) -> Case:
    return session.casefile(visit_id(session, PERSON)).case


def citizen_of(session: Session) -> Citizen:
    return session.casefile(visit_id(session, PERSON)).citizen


def test_edits_of_different_fields_merge_without_a_question(
    session: Session, other: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, PERSON)
    opened.apply(SetField(opened.view.casefile.case, "number", "26/1"))
    theirs = case_of(other)
    write(other, theirs.id, key_of(theirs, "unit"), "Afsnit Nord")
    carry(other, session, PERSON)
    carry(session, other, PERSON)
    opened.reload()
    assert (opened.view.casefile.case.number, opened.view.casefile.case.unit) == (
        "26/1",
        "Afsnit Nord",
    )
    assert (case_of(other).number, case_of(other).unit) == ("26/1", "Afsnit Nord")
    assert not opened.view.casefile.disputes
    assert open_disputes(session) == open_disputes(other) == ()


def test_what_came_in_unseen_is_not_replaced_by_the_next_edit_of_the_record(
    session: Session, other: Session, visit_of: Opener
) -> None:
    """The first edit brings the record's new heads: what they hold must be on the screen."""
    opened = visit_of(session, PERSON)
    theirs = case_of(other)
    write(other, theirs.id, key_of(theirs, "unit"), "Afsnit Nord")
    carry(other, session, PERSON)
    opened.apply(SetField(opened.view.casefile.case, "number", "26/1"))
    assert opened.view.casefile.case.unit == "Afsnit Nord"


def test_the_same_field_written_meanwhile_is_a_dispute_at_once(
    session: Session, other: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, PERSON)
    theirs = case_of(other)
    write(other, theirs.id, key_of(theirs, "number"), "26/2")
    carry(other, session, PERSON)
    opened.apply(SetField(opened.view.casefile.case, "number", "26/1"))
    (dispute,) = opened.view.casefile.disputes
    assert set(dispute.values) == {"26/1", "26/2"}


def test_text_under_way_stays_while_the_work_of_others_comes_in(
    session: Session, other: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, PERSON)
    theirs = case_of(other)
    opened.apply(TypeText(opened.view.casefile.case, "number", "26/under way"))
    write(other, theirs.id, key_of(theirs, "unit"), "Afsnit Nord")
    write(other, theirs.id, key_of(theirs, "number"), "26/2")
    carry(other, session, PERSON)
    opened.reload()
    assert opened.view.casefile.case.number == "26/under way"
    assert opened.view.casefile.case.unit == "Afsnit Nord"
    opened.apply(EndTyping())
    (dispute,) = opened.view.casefile.disputes
    assert set(dispute.values) == {"26/under way", "26/2"}


def test_a_dispute_tells_who_wrote_what_on_which_computer_and_what_was_there_before(
    session: Session, other: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, PERSON)
    opened.apply(SetField(opened.view.casefile.case, "number", "fælles"))
    carry(session, other, PERSON)
    for text in ("Bos første", "Bos"):
        write(other, case_of(other).id, key_of(case_of(other), "number"), text)
    opened.apply(SetField(opened.view.casefile.case, "number", "mine"))
    carry(other, session, PERSON)
    opened.reload()
    found = dispute_of(opened, opened.view.casefile.disputes[0])
    assert found.before == "fælles"
    sides = {side.value: (side.actor, side.here) for side in found.sides}
    assert sides == {
        "mine": (session.profile.name, True),
        "Bos": ("Bo Testmand", False),
    }


def test_three_who_wrote_differently_are_three_sides(
    session: Session, other: Session, demonstration_folder: Path, tmp_path: Path
) -> None:
    with another_computer(demonstration_folder, tmp_path / "third", "Cilla Testdame") as third:
        for number, computer in enumerate((session, other, third)):
            case = case_of(computer)
            write(computer, case.id, key_of(case, "number"), f"26/{number}")
        carry(third, session, PERSON)
    carry(other, session, PERSON)
    (found,) = open_disputes(session)
    assert {side.value for side in found.dispute.sides} == {"26/0", "26/1", "26/2"}


def test_the_list_of_all_disputes_names_the_citizen_the_visit_and_the_section(
    session: Session, other: Session
) -> None:
    for computer, number in ((session, "26/1"), (other, "26/2")):
        case, citizen = case_of(computer), citizen_of(computer)
        write(computer, case.id, key_of(case, "number"), number)
        write(computer, citizen.id, key_of(citizen, "phone"), f"1234567{number[-1]}")
    carry(other, session, PERSON)
    found = open_disputes(session)
    assert {each.dispute.key.field for each in found} == {"number", "phone"}
    assert {each.citizen for each in found} == {citizen_of(session).name}
    assert {each.visit for each in found} == {visit_id(session, PERSON)}
    assert {each.section for each in found} == {"household"}


def test_a_record_that_one_ended_and_another_went_on_with_says_both(
    session: Session, other: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, PERSON)
    goal = opened.view.casefile.goals[0] if opened.view.casefile.goals else None
    assert goal is not None
    carry(session, other, PERSON)
    case = opened.view.casefile.case
    write(other, case.id, key_of(goal, "text"), "Bos mål")
    write(session, case.id, key_of(goal, "removed"), True)
    carry(other, session, PERSON)
    opened.reload()
    (disputed,) = opened.view.casefile.disputes
    found = dispute_of(opened, disputed)
    sides = [(side.value, side.actor, side.here) for side in found.sides]
    assert sorted(sides) == [(False, "Bo Testmand", False), (True, session.profile.name, True)]
    assert [each.dispute for each in open_disputes(session)] == [found]
