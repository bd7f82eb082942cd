"""Sealing: what is locked is sealed beside the window, once, and found again after a crash."""

from collections.abc import Callable
from datetime import timedelta

import msgspec
import pytest

from app.clock import fixed_clock
from app.domain.records import Seal
from app.errors import KnownError
from app.seals.checking import Trust, check
from app.tour.stage import PICTURE_DAY
from app.workflow import sealing
from app.workflow.handing_over import finished
from app.workflow.locking import lock_decision
from app.workflow.open_visit import OpenVisit
from app.workflow.printing import FILE_COPY, PACKAGE, issued
from app.workflow.sealing import WaitingList, identity, seal_waiting
from app.workflow.session import Session
from app.workflow.visit_history import changed_since_issued

Opener = Callable[[Session, str], OpenVisit]


@pytest.fixture
def issued_visit(session: Session, visit_of: Opener) -> OpenVisit:
    """A decision that is locked and awaits its seals."""
    opened = visit_of(session, "decided")
    sealing.await_seal(session, opened.view.casefile.versions[-1])
    return opened


def seals(opened: OpenVisit) -> Seal | None:
    opened.reload()
    newest = opened.view.casefile.versions[-1]
    return sealing.seal_of(newest.id, opened.view.casefile.records)


def states(session: Session, opened: OpenVisit, *parts: str) -> list[tuple[str, str]]:
    opened.reload()
    mine = identity(session)
    known = Trust([mine.authority] if mine else [])
    pdf = handed_over(session, opened, *parts)
    return [(found.state, found.standing) for found in check(pdf, known)]


def handed_over(session: Session, opened: OpenVisit, *parts: str) -> bytes:
    """Return what is printed or saved."""
    made = issued(opened.view, session.store.blobs, parts)
    assert made is not None
    return finished(session, opened.view, parts, made)


def test_every_document_of_a_decision_is_sealed_and_only_added_to(
    session: Session, issued_visit: OpenVisit
) -> None:
    opened = issued_visit
    version = opened.view.casefile.versions[-1]
    before = handed_over(session, opened, "letter")
    assert before == session.store.blobs.get(version.parts["letter"])
    assert seal_waiting(session) == 1
    made = seals(opened)
    assert made is not None
    assert set(made.parts) == set(version.parts) >= {PACKAGE, FILE_COPY, "letter"}
    after = handed_over(session, opened, "letter")
    assert after.startswith(before)
    assert len(after) > len(before)
    assert states(session, opened, "letter") == [("whole", "good")]
    assert states(session, opened) == [("whole", "good")]


def test_a_decision_is_sealed_once(session: Session, issued_visit: OpenVisit) -> None:
    opened = issued_visit
    assert (seal_waiting(session), seal_waiting(session)) == (1, 0)
    assert [each.sealed for each in WaitingList(session.store.local).all()] == [True]
    assert seals(opened) is not None


def test_sealing_changes_nothing_that_the_decision_was_made_from(
    session: Session, issued_visit: OpenVisit
) -> None:
    opened = issued_visit
    assert seal_waiting(session) == 1
    opened.reload()
    assert changed_since_issued(opened) == ()


def test_a_crash_between_lock_and_seal_is_made_good_at_the_next_start(
    session: Session, visit_of: Opener, reopen: Callable[[], Session]
) -> None:
    version = lock_decision(visit_of(session, "decided"))
    assert [w.version for w in WaitingList(session.store.local).all() if not w.sealed] == [
        version.id
    ]
    again = reopen()
    assert seal_waiting(again) == 1
    assert states(again, visit_of(again, "decided"), "letter") == [("whole", "good")]


def test_a_crash_between_the_seal_and_its_note_seals_nothing_twice(
    session: Session, issued_visit: OpenVisit
) -> None:
    opened = issued_visit
    waiting = WaitingList(session.store.local)
    (note,) = waiting.all()
    assert seal_waiting(session) == 1
    made = seals(opened)
    waiting.put(note)
    assert seal_waiting(session) == 0
    assert seals(opened) == made


def test_a_note_whose_decision_was_never_locked_is_let_go(
    session: Session, issued_visit: OpenVisit
) -> None:
    version = issued_visit.view.casefile.versions[-1]
    lost = sealing.Waiting(version="f" * 32, case=version.case, since=session.clock())
    waiting = WaitingList(session.store.local)
    waiting.put(lost)
    assert seal_waiting(session) == 1
    assert lost in waiting.all()
    session.clock = fixed_clock(PICTURE_DAY + timedelta(days=2))
    assert seal_waiting(session) == 0
    assert lost not in waiting.all()


def test_without_a_certificate_a_decision_waits(session: Session, issued_visit: OpenVisit) -> None:
    mine, opened = identity(session), issued_visit
    assert mine is not None
    session.store.local.set(sealing.IDENTITY, "")
    assert seal_waiting(session) == 0
    assert seals(opened) is None
    assert issued(opened.view, session.store.blobs, ("letter",))
    sealing.keep_identity(session, mine)
    assert seal_waiting(session) == 1


def test_the_key_is_not_said_in_words(session: Session) -> None:
    mine = identity(session)
    assert mine is not None
    assert mine.private.hex() not in repr(mine)
    assert str(mine.private) not in repr(mine)


def test_a_damaged_key_is_told_and_the_decision_waits_on(
    session: Session, issued_visit: OpenVisit
) -> None:
    mine = identity(session)
    assert mine is not None
    sealing.keep_identity(session, msgspec.structs.replace(mine, private=b"damaged"))
    with pytest.raises(KnownError, match=r"seal\.bad_key"):
        seal_waiting(session)
    assert seals(issued_visit) is None
    assert not any(each.sealed for each in WaitingList(session.store.local).all())


def test_what_is_no_seal_is_not_added_to_a_letter(
    session: Session, issued_visit: OpenVisit
) -> None:
    opened, blobs = issued_visit, session.store.blobs
    seal_waiting(session)
    made = seals(opened)
    assert made is not None
    good = handed_over(session, opened, "letter")
    false = blobs.put(b"\n1 0 obj <</Andet /Brev>> endobj\n%%EOF\n")
    write = sealing.municipality_write(made.version, {"letter": false})
    sealing.record(session, made.case, [write])
    opened.reload()
    assert handed_over(session, opened, "letter") == good


def test_a_seal_that_another_computer_made_is_added_once_it_is_found_right(
    session: Session, issued_visit: OpenVisit
) -> None:
    opened = issued_visit
    seal_waiting(session)
    made = seals(opened)
    assert made is not None
    good = handed_over(session, opened, "letter")
    session.store.local.set(f"seal.good.{made.parts['letter']}", "")
    assert handed_over(session, opened, "letter") == good
    assert sealing.is_good(session, made.parts["letter"])
