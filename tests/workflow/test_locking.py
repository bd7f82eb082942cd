"""Locking: what stops it, what it leaves, and that nothing changes it after."""

from collections.abc import Callable

import msgspec
import pytest

from app.domain.ids import new_id
from app.domain.records import DecisionVersion
from app.errors import KnownError
from app.workflow.edits import AddRecord, SetField, TypeText
from app.workflow.locking import (
    begin_locking,
    finish_locking,
    issue_documents,
    lock_decision,
)
from app.workflow.open_visit import OpenVisit
from app.workflow.printing import FILE_COPY, PACKAGE, issued, whole_job
from app.workflow.session import Session

Opener = Callable[[Session, str], OpenVisit]


def test_a_decision_without_its_legal_elements_is_not_locked(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "in_progress")
    assert opened.view.judgement.blocked
    with pytest.raises(KnownError, match=r"decision\.incomplete"):
        lock_decision(opened)
    assert not opened.view.casefile.versions


def test_an_issued_decision_keeps_every_document_and_who_signed_when(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "decided")
    version = opened.view.casefile.versions[-1]
    assert opened.view.locked
    assert set(version.parts) == {
        PACKAGE,
        FILE_COPY,
        *whole_job(opened.view, session.store.blobs).parts,
    }
    assert all(session.store.blobs.get(sha).startswith(b"%PDF") for sha in version.parts.values())
    assert version.name
    assert version.title
    assert version.locked_at is not None


def test_what_comes_later_does_not_change_the_issued_letter(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "decided")
    before = issued(opened.view, session.store.blobs, ("letter",))
    opened.apply(SetField(opened.view.casefile.citizen, "name", "Et nyt navn"))
    assert issued(opened.view, session.store.blobs, ("letter",)) == before
    assert opened.view.casefile.citizen.name == "Et nyt navn"


def test_a_new_locking_is_a_second_version_that_replaces_the_first(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "decided")
    assert not opened.view.judgement.blocked
    first = opened.view.casefile.versions[-1]
    second = lock_decision(opened)
    assert (second.number, second.replaces) == (first.number + 1, first.id)
    assert opened.view.casefile.get(DecisionVersion, first.id) == first


def test_locking_is_refused_when_a_field_was_changed_meanwhile(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "decided")
    other = visit_of(session, "decided")
    other.apply(SetField(other.view.casefile.citizen, "phone", "12 34 56 78"))
    with pytest.raises(KnownError, match=r"decision\.changed_meanwhile"):
        lock_decision(opened)
    assert opened.view.casefile.citizen.phone == "12 34 56 78"
    assert len(opened.view.casefile.versions) == 1


def test_a_locked_decision_is_not_undone(session: Session, visit_of: Opener) -> None:
    opened = visit_of(session, "decided")
    lock_decision(opened)
    count = len(opened.view.casefile.versions)
    opened.undo()
    assert len(opened.view.casefile.versions) == count


def test_undo_does_not_reach_behind_a_locked_decision(session: Session, visit_of: Opener) -> None:
    opened = visit_of(session, "decided")
    opened.apply(SetField(opened.view.casefile.citizen, "phone", "70 11 22 33"))
    lock_decision(opened)
    assert not opened.can_undo
    assert opened.undo() == ""
    assert opened.view.casefile.citizen.phone == "70 11 22 33"


def test_a_visit_shows_its_own_issued_letter_when_a_later_visit_has_issued_another(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "decided")
    own = issued(opened.view, session.store.blobs, ("letter",))
    version = opened.view.casefile.versions[-1]
    later = msgspec.structs.replace(
        version,
        id=new_id(),
        decision=new_id(),
        number=version.number + 1,
        parts={"letter": session.store.blobs.put(b"%PDF of the later visit")},
    )
    opened.apply(AddRecord(later))
    assert issued(opened.view, session.store.blobs, ("letter",)) == own


def test_a_decision_signed_after_midnight_carries_the_danish_day(
    reopen: Callable[[], Session], visit_of: Opener
) -> None:
    from datetime import UTC, datetime
    from io import BytesIO

    from pypdf import PdfReader

    from app.clock import fixed_clock

    session = reopen()
    opened = visit_of(session, "decided")
    session.clock = fixed_clock(datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    version = lock_decision(opened)
    letter = PdfReader(BytesIO(session.store.blobs.get(version.parts["letter"])))
    assert "24. november 2026" in letter.pages[0].extract_text()


@pytest.mark.parametrize("gone", ["name", "title"])
def test_a_decision_that_nobody_would_stand_under_is_not_locked(
    session: Session, visit_of: Opener, gone: str
) -> None:
    opened = visit_of(session, "decided")
    session.set_profile(msgspec.structs.replace(session.profile, **{gone: " "}))
    with pytest.raises(KnownError, match=r"decision\.unsigned") as stopped:
        lock_decision(opened)
    assert "navn og din titel" in session.texts.error(stopped.value)
    assert len(opened.view.casefile.versions) == 1


def test_a_visit_is_held_while_its_decision_is_locked(session: Session, visit_of: Opener) -> None:
    opened = visit_of(session, "decided")
    opened.apply(SetField(opened.view.casefile.citizen, "phone", "70 11 22 33"))
    begin_locking(opened)
    assert opened.view.held
    assert opened.view.locked
    before = opened.view.casefile
    citizen = before.citizen
    for edit in (SetField(citizen, "phone", ""), TypeText(citizen, "name", "Et nyt navn")):
        with pytest.raises(KnownError, match=r"visit\.held"):
            opened.apply(edit)
    with pytest.raises(KnownError, match=r"visit\.held"):
        opened.undo()
    assert opened.view.casefile == before
    opened.hold(False)
    opened.undo()
    assert opened.view.casefile.citizen.phone != "70 11 22 33"


def test_what_was_seen_meanwhile_does_not_go_with_the_older_letter(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "decided")
    locking = begin_locking(opened)
    version = issue_documents(session, locking)
    assert session.casefile(opened.view.casefile.visit_id).versions == opened.view.casefile.versions
    other = visit_of(session, "decided")
    other.apply(SetField(other.view.casefile.citizen, "phone", "12 34 56 78"))
    assert opened.catch_up()
    with pytest.raises(KnownError, match=r"decision\.changed_meanwhile"):
        finish_locking(opened, locking, version)
    assert len(opened.view.casefile.versions) == 1
    assert not opened.view.held


def test_a_letter_that_cannot_be_made_leaves_the_visit_as_it_was(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "decided")
    session.own_texts = (("letter.toml", "[signature\n"),)
    opened.reload()
    with pytest.raises(KnownError):
        lock_decision(opened)
    assert not opened.view.held
    assert len(opened.view.casefile.versions) == 1
