"""Letters go out: written for Digital Post once, on paper for some, recorded when they are sent."""

import base64
import hashlib
from argparse import Namespace
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from app.clock import today
from app.domain.casefile import FieldKey
from app.domain.records import Citizen, Contact, Delivery, Dispatch, Visit
from app.domain.values import Planned
from app.errors import KnownError
from app.interchange.memo import NAMESPACE
from app.journal.changes import Write
from app.post_commands import post_letters
from app.texts import RESOURCES, Texts
from app.workflow import sealing
from app.workflow.handing_over import finished
from app.workflow.library import Library
from app.workflow.open_visit import OpenVisit
from app.workflow.outgoing import Outgoing, note_ready, note_sent, outgoing
from app.workflow.posting import message_of, post, waiting
from app.workflow.printing import issued
from app.workflow.session import Session
from app.workflow.writing import recorded

Opener = Callable[[Session, str], OpenVisit]
CVR = "12345678"
TODAY = date(2026, 11, 23)


def library_with_cvr(folder: Path, cvr: str = CVR) -> Library:
    """Return the standards as shipped, with this CVR number in the municipality's table."""
    folder.mkdir()
    for path in (RESOURCES / "standards").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if not line.startswith("cvr = ")]
        changed = "\n".join(lines).replace("[municipality]\n", f'[municipality]\ncvr = "{cvr}"\n')
        (folder / path.name).write_text(changed, encoding="utf-8")
    return Library(folder)


@pytest.fixture
def numbered(session: Session, tmp_path: Path) -> Session:
    """The demonstration, with a municipality whose CVR number is known."""
    session.library = library_with_cvr(tmp_path / "standards")
    return session


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder that the municipality's sender takes messages from."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def letter(numbered: Session, visit_of: Opener) -> Callable[[], Outgoing]:
    """The letter that was issued today and whose delivery nobody has recorded."""
    casefile = visit_of(numbered, "decided").view.casefile
    version = casefile.versions[-1]
    for sent in casefile.all(Delivery):
        write(numbered, casefile.case.id, FieldKey("delivery", sent.id, "removed"), True)

    def found() -> Outgoing:
        return next(each for each in outgoing(numbered) if each.id == version.id)

    return found


def write(session: Session, scope: str, key: FieldKey, value: object) -> None:
    session.store.journal.append(scope, [Write(key, value)], actor="Test")


def change(session: Session, citizen: Citizen, field: str, value: object) -> None:
    write(session, citizen.id, FieldKey("citizen", citizen.id, field), value)


def content_of(path: Path) -> list[bytes]:
    root = ET.parse(path).getroot()  # noqa: S314 - our own file
    found = root.iter(f"{{{NAMESPACE}}}content")
    return [base64.b64decode(each.text or "") for each in found]


def texts_of(path: Path, name: str) -> list[str | None]:
    root = ET.parse(path).getroot()  # noqa: S314 - our own file
    return [each.text for each in root.iter(f"{{{NAMESPACE}}}{name}")]


def test_an_issued_letter_waits_until_it_is_sent_and_is_shown_a_while_after(
    numbered: Session, letter: Callable[[], Outgoing]
) -> None:
    assert (letter().state, letter().way, letter().why) == ("waiting", "digital_post", "")
    assert [each.id for each in waiting(numbered)] == [letter().id]
    assert note_sent(numbered, [letter()], "", TODAY) == 1
    assert letter().state == "sent"
    assert waiting(numbered) == ()
    sent = [each for each in outgoing(numbered) if each.state == "sent"]
    assert all(e.last and e.last.sent_on and (TODAY - e.last.sent_on).days <= 30 for e in sent)


def test_a_message_holds_the_letter_and_its_enclosures_as_they_were_issued_and_sealed(
    numbered: Session, letter: Callable[[], Outgoing], visit_of: Opener, out: Path
) -> None:
    opened = visit_of(numbered, "decided")
    sealing.await_seal(numbered, letter().row.version)
    posted = post(numbered, [letter()], out)
    assert [each.id for each in posted.written] == [letter().id]
    (file,) = out.glob("*.xml")
    pdfs = content_of(file)
    # The message's own label and the sender's stand before those of the documents.
    labels = [label for label in texts_of(file, "label")[2:] if label and "aftale" not in label]
    pdf_of = dict(zip(labels, pdfs, strict=True))
    opened.reload()
    form = next(e.title for e in opened.standard.enclosures if e.id == "assessment_form")
    for part, label in (("letter", "Afgørelse"), ("assessment_form", f"Bilag: {form}")):
        pdf = pdf_of[label]
        made = issued(opened.view, numbered.store.blobs, (part,))
        assert made is not None
        assert pdf == finished(numbered, opened.view, (part,), made)
        assert pdf.startswith(made)
        assert len(pdf) > len(made)
    version = letter().row.version
    assert len(pdfs) == len(set(version.parts) - {"package", "file"})
    assert texts_of(file, "senderID") == [CVR]
    assert texts_of(file, "recipientID") == ["0107729995"]
    assert texts_of(file, "filename")[:2] == ["afgoerelse.pdf", "bilag-1.pdf"]


def test_files_say_nothing_of_anybody_in_their_names_and_labels(
    numbered: Session, letter: Callable[[], Outgoing], out: Path
) -> None:
    post(numbered, [letter()], out)
    (file,) = out.iterdir()
    citizen = letter().row.citizen
    plain = " ".join([file.name, *(t or "" for t in texts_of(file, "label"))])
    plain += " ".join(t or "" for t in texts_of(file, "filename"))
    for word in (*citizen.name.split(), "0107729995", "TEST-0001"):
        assert word not in plain


def test_the_same_letter_is_put_out_once_and_again_only_on_purpose(
    numbered: Session, letter: Callable[[], Outgoing], out: Path
) -> None:
    post(numbered, [letter()], out)
    first = next(out.iterdir()).read_bytes()
    assert letter().state == "ready"
    assert waiting(numbered) == ()
    dispatch = letter().row.dispatch
    assert isinstance(dispatch, Dispatch)
    assert dispatch.digest == hashlib.sha256(first).hexdigest()
    assert dispatch.handed_over_at == numbered.clock()
    again = post(numbered, [letter()], out)
    assert len(again.written) == 1
    (file,) = out.iterdir()
    assert file.read_bytes() == first


def test_without_a_cvr_number_it_is_said_what_to_fill_in_and_the_letter_waits(
    session: Session, letter: Callable[[], Outgoing], out: Path, tmp_path: Path
) -> None:
    session.library = library_with_cvr(tmp_path / "without", cvr="")
    posted = post(session, [letter()], out)
    (refused,) = posted.refused
    assert "cvr = " in session.texts.error(refused.error)
    assert list(out.iterdir()) == []
    assert letter().state == "waiting"


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [("digital_post", "exempt", "exempt"), ("cpr", None, "no_cpr")],
)
def test_who_digital_post_cannot_reach_gets_the_letter_on_paper(
    numbered: Session, letter: Callable[[], Outgoing], field: str, value: object, why: str
) -> None:
    change(numbered, letter().row.citizen, field, value)
    assert (letter().way, letter().why) == ("letter", why)
    assert waiting(numbered) == ()
    note_ready(numbered, letter())
    assert letter().state == "ready"
    assert note_sent(numbered, [letter()], "quick_letter", TODAY) == 1
    assert (letter().state, letter().way) == ("sent", "quick_letter")


def test_a_representatives_letter_is_never_put_into_the_citizens_mailbox(
    numbered: Session, letter: Callable[[], Outgoing]
) -> None:
    citizen = letter().row.citizen
    guardian = Contact(
        id="g" * 32, citizen=citizen.id, role="guardian", name="Værge Test", gets_letters=True
    )
    writes = [Write(key, value) for key, value in recorded(guardian)]
    numbered.store.journal.append(citizen.id, writes, actor="Test")
    assert (letter().way, letter().why, letter().receiver) == (
        *("letter", "represented"),
        "Værge Test",
    )
    with pytest.raises(KnownError, match=r"post\.represented"):
        message_of(numbered, letter())


def test_a_delivery_said_twice_is_recorded_once(
    numbered: Session, letter: Callable[[], Outgoing]
) -> None:
    before = letter()
    assert note_sent(numbered, [before], "", TODAY) == 1
    assert note_sent(numbered, [before], "", TODAY) == 1  # of another screen: the same record
    assert note_sent(numbered, [letter()], "", TODAY) == 0
    assert len(letter().row.deliveries) == 1


@pytest.mark.parametrize(
    ("day", "key"),
    [(date(2026, 11, 22), "delivery.too_early"), (date(2026, 11, 24), "delivery.in_future")],
)
def test_a_day_that_cannot_be_is_not_recorded(
    numbered: Session, letter: Callable[[], Outgoing], day: date, key: str
) -> None:
    with pytest.raises(KnownError, match=key):
        note_sent(numbered, [letter()], "", day)
    assert letter().state == "waiting"


def test_the_next_visit_goes_with_the_letter_at_its_time_if_it_has_one(
    numbered: Session, letter: Callable[[], Outgoing]
) -> None:
    row = letter().row
    agreed = numbered.casefile(row.visit).visit.next_visit
    assert agreed is not None
    (day,) = message_of(numbered, letter()).appointments
    assert day.start.date() == day.end.date() == agreed
    start = datetime(2027, 2, 1, 10, 15)
    planned = Visit(
        id="f" * 32,
        case=row.case.id,
        kind="follow_up",
        state="planned",
        planned=Planned(start=start, minutes=45),
    )
    writes = [Write(key, value) for key, value in recorded(planned)]
    numbered.store.journal.append(row.case.id, writes, actor="Test")
    (visit,) = message_of(numbered, letter()).appointments
    assert (visit.start.replace(tzinfo=None), (visit.end - visit.start).seconds) == (start, 2700)
    assert row.citizen.name not in "".join((visit.title, visit.about, visit.place))


def test_a_folder_that_is_gone_is_said_before_anything_is_written(
    numbered: Session, letter: Callable[[], Outgoing], out: Path
) -> None:
    with pytest.raises(KnownError, match=r"post\.no_folder"):
        post(numbered, [letter()], out / "gone")
    assert letter().state == "waiting"
    assert today(numbered.clock) == TODAY


@pytest.mark.parametrize("sent", [False, True])
def test_the_command_puts_out_what_waits_and_records_it_if_it_is_told_to(
    numbered: Session,
    letter: Callable[[], Outgoing],
    out: Path,
    capsys: pytest.CaptureFixture[str],
    sent: bool,
) -> None:
    options = Namespace(file=out, sent=sent)
    assert post_letters(options, numbered, Texts("da")) == 0
    assert len(list(out.iterdir())) == 1
    assert letter().state == ("sent" if sent else "ready")
    said = capsys.readouterr().out
    assert "Lagt klar til Digital Post: 1" in said
    assert ("Registreret som sendt i dag: 1" in said) is sent


def test_the_command_says_what_could_not_be_put_out(
    session: Session,
    letter: Callable[[], Outgoing],
    out: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    session.library = library_with_cvr(tmp_path / "without", cvr="")
    assert post_letters(Namespace(file=out, sent=True), session, Texts("da")) == 1
    assert "TEST-0001" in capsys.readouterr().err
    assert letter().state == "waiting"
