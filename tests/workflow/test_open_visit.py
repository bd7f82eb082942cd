"""The open visit: what is written, what is under way, and how it is undone."""

from collections.abc import Callable

import pytest

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.domain.records import Consent, Contact, Goal
from app.domain.values import Level
from app.errors import KnownError
from app.workflow.edits import AddRecord, EndTyping, RemoveRecord, SetField, Together, TypeText
from app.workflow.open_visit import OpenVisit
from app.workflow.session import Session
from app.workflow.writing import key_of

Opener = Callable[[Session, str], OpenVisit]


def level_of(opened: OpenVisit, area: str) -> str:
    level = opened.view.casefile.assessment(opened.standard.id, area).level
    return level.value if level else ""


def set_level(opened: OpenVisit, area: str, value: str) -> None:
    assessment = opened.view.casefile.assessment(opened.standard.id, area)
    scale = opened.standard.scale
    assert scale is not None
    opened.apply(SetField(assessment, "level", Level(scale=scale.id, value=value)))


def test_a_level_is_written_when_the_edit_returns(
    reopen: Callable[[], Session], visit_of: Opener
) -> None:
    opened = visit_of(reopen(), "ready")
    area = opened.standard.areas[0].id
    set_level(opened, area, "3")
    assert level_of(visit_of(reopen(), "ready"), area) == "3"


def test_a_new_record_is_written_with_what_it_belongs_to(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "ready")
    area = opened.standard.areas[0].id
    set_level(opened, area, "2")
    opened.reload()
    stored = opened.view.casefile.assessment(opened.standard.id, area)
    assert (stored.visit, stored.standard, stored.area) == (
        opened.view.casefile.visit_id,
        opened.standard.id,
        area,
    )


def test_text_under_way_is_shown_and_becomes_one_change_when_the_field_is_left(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "ready")
    citizen = opened.view.casefile.citizen
    for text in ("7", "70", "70 00 11 22"):
        opened.apply(TypeText(citizen, "phone", text))
    assert opened.view.casefile.citizen.phone == "70 00 11 22"
    before = opened.view.casefile.citizen.phone
    opened.apply(EndTyping())
    history = opened.history(opened_key(opened, "phone"))
    assert history[0].value == before
    assert "70" not in {entry.value for entry in history}


def opened_key(opened: OpenVisit, field: str) -> FieldKey:
    return key_of(opened.view.casefile.citizen, field)


def test_text_left_behind_by_a_crash_is_there_with_the_section_open(
    reopen: Callable[[], Session], visit_of: Opener
) -> None:
    session = reopen()
    opened = visit_of(session, "ready")
    opened.section = "conversation"
    opened.apply(TypeText(opened.view.casefile.answer("conversation", "daily_life"), "text", "Jeg"))
    session.store.pending.flush()  # what the timer does; then the program dies

    again = visit_of(reopen(), "ready")
    assert again.view.casefile.answer("conversation", "daily_life").text == "Jeg"
    assert again.section == "conversation"
    assert again.view.casefile.answer("conversation", "daily_life").question == "daily_life"


def test_undo_goes_over_sections_and_redo_comes_back(session: Session, visit_of: Opener) -> None:
    opened = visit_of(session, "ready")
    area = opened.standard.areas[0].id
    name = opened.view.casefile.citizen.name
    set_level(opened, area, "4")
    opened.apply(SetField(opened.view.casefile.citizen, "name", "Et andet navn"))
    opened.undo()
    assert opened.view.casefile.citizen.name == name
    assert level_of(opened, area) == "4"
    opened.undo()
    assert level_of(opened, area) == ""
    opened.redo()
    opened.redo()
    assert level_of(opened, area) == "4"
    assert opened.view.casefile.citizen.name == "Et andet navn"
    assert not opened.can_redo


def test_edits_that_are_one_act_are_undone_together(session: Session, visit_of: Opener) -> None:
    opened = visit_of(session, "ready")
    case = opened.view.casefile.case.id
    goals = [Goal(id=new_id(), case=case, text=text) for text in ("Gå en tur", "Lave mad")]
    count = len(opened.view.casefile.goals)
    opened.apply(Together(tuple(AddRecord(g) for g in goals), "To mål"))
    assert len(opened.view.casefile.goals) == count + 2
    assert opened.undo() == "To mål"
    assert len(opened.view.casefile.goals) == count


def test_a_removed_record_comes_back_whole_by_undo(session: Session, visit_of: Opener) -> None:
    opened = visit_of(session, "ready")
    contact = Contact(
        id=new_id(), citizen=opened.view.casefile.citizen.id, role="relative", name="Søster"
    )
    opened.apply(AddRecord(contact))
    opened.apply(RemoveRecord(contact))
    assert opened.view.casefile.get(Contact, contact.id) is None
    opened.undo()
    assert opened.view.casefile.get(Contact, contact.id) == contact


def test_a_signed_consent_is_not_undone(session: Session, visit_of: Opener) -> None:
    opened = visit_of(session, "ready")
    consent = Consent(
        id=new_id(), case=opened.view.casefile.case.id, purpose="obtain", answer="yes"
    )
    opened.apply(Together((AddRecord(consent),), undoable=False))
    opened.undo()
    assert opened.view.casefile.get(Consent, consent.id) == consent


def test_control_characters_are_gone_from_what_is_written(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "ready")
    opened.apply(SetField(opened.view.casefile.citizen, "name", "Åse\x00 Ø\x07\nB"))
    assert opened.view.casefile.citizen.name == "Åse Ø\nB"


def test_undo_says_so_when_somebody_has_changed_the_field_since(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "ready")
    opened.apply(SetField(opened.view.casefile.citizen, "phone", "11 11 11 11"))
    other = visit_of(session, "ready")
    other.apply(SetField(other.view.casefile.citizen, "phone", "22 22 22 22"))
    with pytest.raises(KnownError, match=r"journal\.replaced_since"):
        opened.undo()
