"""Letters of a case beside its decision: finished, kept as they were, sealed, sent and noted."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.clock import today
from app.domain.ids import new_id
from app.domain.records import Case, Contact, Delivery, Dispatch, Hearing, ProcessingNotice, Record
from app.domain.values import Address
from app.errors import KnownError
from app.workflow.edits import AddRecord, RemoveRecord, SetField
from app.workflow.issuing import CASE_LETTERS, as_finished, finish_letter, finished_letter
from app.workflow.open_visit import OpenVisit
from app.workflow.outgoing import Outgoing, note_sent, outgoing
from app.workflow.posting import post
from app.workflow.printing import FILE_COPY, PrintJob, case_document, make
from app.workflow.sealing import seal_of, seal_waiting
from app.workflow.session import Session
from app.workflow.writing import key_of
from tests.documents.reading import text
from tests.two_computers import another_computer, carry, write
from tests.workflow.test_posting import CVR, content_of, library_with_cvr, texts_of

Opener = Callable[[Session, str], OpenVisit]
PERSON = "in_progress"
TOLD = "Du er faldet hjemme to gange i oktober."


@pytest.fixture
def opened(session: Session, visit_of: Opener, tmp_path: Path) -> OpenVisit:
    """The visit that is under way, in a municipality whose CVR number is known."""
    session.library = library_with_cvr(tmp_path / "standards")
    return visit_of(session, "in_progress")


def hearing(opened: OpenVisit, **changed: Any) -> Hearing:
    """Add a source that the citizen must be heard on."""
    told = {"source": "Hjemmeplejen", "content": TOLD, "known": False, "detrimental": True}
    values = {**told, "essential": True, **changed}
    made = Hearing(id=new_id(), case=opened.view.casefile.case.id, **values)
    opened.apply(AddRecord(made))
    return made


def notice(opened: OpenVisit) -> ProcessingNotice:
    """Add a notice that the answer comes late."""
    made = ProcessingNotice(
        id=new_id(),
        case=opened.view.casefile.case.id,
        reason="Vi venter på svar fra din læge.",
        new_date=today(opened.session.clock) + timedelta(days=30),
    )
    opened.apply(AddRecord(made))
    return made


def waiting_letter(opened: OpenVisit, about: Record) -> Outgoing:
    letters = [e for e in outgoing(opened.session) if e.row.version.subject == about.id]
    (found,) = letters
    return found


def shown(opened: OpenVisit, about: Record) -> bytes:
    version = finished_letter(opened.view, about.id)
    assert version is not None
    return as_finished(opened.session, opened.view.casefile.records, version)


def test_a_finished_letter_is_kept_as_it_was_and_waits_to_be_sent(opened: OpenVisit) -> None:
    told = hearing(opened)
    version = finish_letter(opened, "hearing", told.id)
    kept = shown(opened, told)
    assert TOLD in text(kept)
    opened.apply(SetField(told, "content", "Noget helt andet."))
    assert shown(opened, told) == kept
    letter = waiting_letter(opened, told)
    assert (letter.id, letter.state, letter.way) == (version.id, "waiting", "digital_post")
    assert letter.row.visit == opened.view.casefile.visit_id
    assert letter.made_on == today(opened.session.clock)


def test_it_is_no_decision_and_changes_nothing_of_one(opened: OpenVisit) -> None:
    before = opened.view
    finish_letter(opened, "hearing", hearing(opened).id)
    assert opened.view.casefile.versions == before.casefile.versions
    assert not opened.view.locked
    assert opened.view.judgement.deadlines == before.judgement.deadlines


def test_a_represented_citizens_letter_is_addressed_to_the_representative(
    opened: OpenVisit,
) -> None:
    told, citizen = hearing(opened), opened.view.casefile.citizen
    home = Address(street="Værgevej 5", postcode="9990", city="Skagen")
    guardian = Contact(id=new_id(), citizen=citizen.id, role="guardian", name="Gerda Test Værge")
    changed = {"address": home, "gets_letters": True}
    opened.apply(AddRecord(msgspec.structs.replace(guardian, **changed)))
    blobs = opened.session.store.blobs
    looked_through = case_document(opened.view, blobs, "hearing", told.id)
    assert isinstance(looked_through, PrintJob)
    finish_letter(opened, "hearing", told.id)
    assert waiting_letter(opened, told).receiver == guardian.name
    for pdf in (make(looked_through), shown(opened, told)):
        window = text(pdf)
        assert f"{guardian.name} Værgevej 5 9990 Skagen" in window
        assert citizen.address is not None
        assert citizen.address.street not in window


def to_the_other_act(opened: OpenVisit) -> Case:
    """Say that the case belongs under the act on care for the elderly."""
    case = opened.view.casefile.case
    opened.apply(SetField(case, "legal_basis", "elder_care_act"))
    opened.apply(SetField(opened.view.casefile.case, "legal_basis_reason", "Du har alderen."))
    return case


@pytest.mark.parametrize("letter", CASE_LETTERS)
def test_every_document_of_it_is_sealed(opened: OpenVisit, letter: Any) -> None:
    make: dict[str, Callable[[OpenVisit], Record]] = {
        "hearing": hearing,
        "processing_notice": notice,
        "elder_care": to_the_other_act,
    }
    about = make[letter](opened)
    version = finish_letter(opened, letter, about.id)
    assert seal_waiting(opened.session) >= 1
    records = opened.session.store.journal.snapshot((version.case,)).records
    seal = seal_of(version.id, records)
    assert seal is not None
    assert set(seal.parts) == set(version.parts)
    assert {letter, FILE_COPY} <= set(version.parts)


@pytest.mark.parametrize(
    ("changed", "missing"), [({"content": " "}, "hvad oplysningerne siger")], ids=["nothing said"]
)
def test_a_letter_that_lacks_something_is_not_finished_and_the_sentence_names_it(
    opened: OpenVisit, changed: dict[str, Any], missing: str
) -> None:
    told = hearing(opened, **changed)
    with pytest.raises(KnownError) as caught:
        finish_letter(opened, "hearing", told.id)
    assert missing in opened.session.texts.error(caught.value)
    assert finished_letter(opened.view, told.id) is None


@pytest.fixture
def other(demonstration_folder: Path, tmp_path: Path) -> Iterator[Session]:
    with another_computer(demonstration_folder, tmp_path / "other") as session:
        yield session


def test_what_two_wrote_differently_is_settled_before_a_letter_rests_on_it(
    opened: OpenVisit, other: Session
) -> None:
    told, session = hearing(opened), opened.session
    carry(session, other, PERSON)
    contact = opened.view.casefile.contacts[0]
    for computer, role in ((session, "guardian"), (other, "relative")):
        write(computer, contact.citizen, key_of(contact, "role"), role)
    carry(other, session, PERSON)
    opened.reload()
    with pytest.raises(KnownError) as caught:
        finish_letter(opened, "hearing", told.id)
    assert "To har skrevet forskelligt" in session.texts.error(caught.value)
    opened.apply(SetField(contact, "role", "relative"))
    assert finish_letter(opened, "hearing", told.id).letter == "hearing"


def test_nobody_without_a_name_signs_it(opened: OpenVisit) -> None:
    told = hearing(opened)
    opened.session.profile = msgspec.structs.replace(opened.session.profile, title="")
    with pytest.raises(KnownError, match=r"letter\.unsigned"):
        finish_letter(opened, "hearing", told.id)


def test_made_again_only_the_newest_waits(opened: OpenVisit) -> None:
    told = hearing(opened)
    first = finish_letter(opened, "hearing", told.id)
    opened.apply(SetField(told, "content", "Du er faldet tre gange."))
    second = finish_letter(opened, "hearing", told.id)
    assert (second.replaces, second.number) == (first.id, 2)
    assert waiting_letter(opened, told).id == second.id
    assert "tre gange" in text(shown(opened, told))


def test_it_goes_by_digital_post_under_its_own_name(opened: OpenVisit, tmp_path: Path) -> None:
    late = notice(opened)
    version = finish_letter(opened, "processing_notice", late.id)
    out = tmp_path / "out"
    out.mkdir()
    posted = post(opened.session, [waiting_letter(opened, late)], out)
    assert [each.id for each in posted.written] == [version.id]
    (file,) = out.iterdir()
    assert texts_of(file, "label")[0] == "Du får svar senere, end vi har lovet"
    assert texts_of(file, "filename")[0] == "senere-svar.pdf"
    assert texts_of(file, "senderID") == [CVR]
    assert "Vi venter på svar fra din læge." in text(content_of(file)[0])
    assert len(content_of(file)) == len(set(version.parts) - {"package", "file"})


def test_when_it_was_sent_stands_in_the_record_that_it_is_about(opened: OpenVisit) -> None:
    told, day = hearing(opened), today(opened.session.clock)
    finish_letter(opened, "hearing", told.id)
    assert note_sent(opened.session, [waiting_letter(opened, told)], "", day) == 1
    opened.reload()
    assert sent_on(opened, told) == day
    assert len(opened.view.casefile.all(Delivery)) >= 1
    assert not opened.view.casefile.all(Dispatch)


def test_a_day_that_somebody_has_written_stays(opened: OpenVisit) -> None:
    earlier = today(opened.session.clock) - timedelta(days=1)
    told = hearing(opened, sent_on=earlier)
    finish_letter(opened, "hearing", told.id)
    note_sent(opened.session, [waiting_letter(opened, told)], "", today(opened.session.clock))
    opened.reload()
    assert sent_on(opened, told) == earlier


def test_a_source_that_was_removed_does_not_come_back_when_its_letter_is_sent(
    opened: OpenVisit,
) -> None:
    told, day = hearing(opened), today(opened.session.clock)
    finish_letter(opened, "hearing", told.id)
    letter = waiting_letter(opened, told)
    opened.apply(RemoveRecord(told))
    assert note_sent(opened.session, [letter], "", day) == 1
    opened.reload()
    assert told.id not in [each.id for each in opened.view.casefile.hearings]


def sent_on(opened: OpenVisit, about: Hearing) -> date | None:
    found = opened.view.casefile.get(Hearing, about.id)
    assert found is not None
    return found.sent_on


def test_a_letter_about_what_was_removed_is_not_to_be_sent(opened: OpenVisit) -> None:
    told = hearing(opened)
    finish_letter(opened, "hearing", told.id)
    opened.apply(RemoveRecord(told))
    assert not [e for e in outgoing(opened.session) if e.row.version.subject == told.id]


def test_what_a_letter_tells_of_is_not_undone_behind_it(opened: OpenVisit) -> None:
    told = hearing(opened)
    assert opened.can_undo
    finish_letter(opened, "hearing", told.id)
    assert not opened.can_undo


def test_a_letter_to_who_no_longer_gets_the_letters_is_made_anew(
    opened: OpenVisit, tmp_path: Path
) -> None:
    citizen, told = opened.view.casefile.citizen, hearing(opened)
    finish_letter(opened, "hearing", told.id)
    assert not waiting_letter(opened, told).is_to_another
    guardian = Contact(
        id=new_id(), citizen=citizen.id, name="Værge Test", role="guardian", gets_letters=True
    )
    opened.apply(AddRecord(guardian))
    letter = waiting_letter(opened, told)
    assert letter.is_to_another
    (refused,) = post(opened.session, [letter], tmp_path).refused
    assert "lav brevet på ny" in opened.session.texts.error(refused.error)
    opened.reload()
    version = finish_letter(opened, "hearing", told.id)
    assert version.addressee == guardian.id
    assert not waiting_letter(opened, told).is_to_another
