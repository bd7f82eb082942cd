"""MeMo messages: built like the examples, read back whole, nothing of anybody in plain sight."""

import base64
import re
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import msgspec
import pytest

from app.clock import COPENHAGEN
from app.domain.ids import derived_id
from app.interchange.memo import (
    NAMESPACE,
    Appointment,
    Document,
    Message,
    Sender,
    message_uuid,
    write_message,
)

# The order of the elements in the format and in the four examples that are published with it, as
# far as a letter uses them: a part never stands before what is to its left.
ORDER = {
    "Message": ("MessageHeader", "MessageBody"),
    "MessageHeader": (
        *("messageType", "messageUUID", "messageID", "messageCode", "label", "notification"),
        *("additionalNotification", "reply", "replyByDateTime", "doNotDeliverUntilDate"),
        *("mandatory", "legalNotification", "postType", "Sender", "Recipient", "ContentData"),
        *("ForwardData", "ReplyData"),
    ),
    "Sender": ("senderID", "idType", "label", "AttentionData", "ContactPoint", "Representative"),
    "AttentionData": ("AttentionPerson", "EMail", "Telephone", "ContentResponsible"),
    "EMail": ("emailAddress", "relatedAgent"),
    "Telephone": ("telephoneNumber", "relatedAgent"),
    "Recipient": ("recipientID", "idType", "label"),
    "ContentData": ("CaseID", "AdditionalContentData"),
    "CaseID": ("caseID", "caseSystem"),
    "ReplyData": (
        *("messageID", "messageUUID", "replyUUID", "senderID", "recipientID", "caseID"),
        *("contactPointID", "generatingSystemID", "comment"),
    ),
    "MessageBody": ("createdDateTime", "MainDocument", "AdditionalDocument", "TechnicalDocument"),
    "MainDocument": ("mainDocumentID", "label", "File", "Action"),
    "AdditionalDocument": ("additionalDocumentID", "label", "File", "Action"),
    "File": ("encodingFormat", "filename", "language", "content"),
    "Action": ("label", "actionCode", "startDateTime", "endDateTime", "Reservation"),
    "Reservation": (
        *("description", "reservationUUID", "abstract", "location", "startDateTime"),
        *("endDateTime", "organizerMail", "organizerName"),
    ),
}
# What the format asks of a value: as many characters at most, or its shape.
LIMITS = {"language": 2, "notification": 150, "comment": 512, "content": None}
USUAL_LIMIT = 256
SHAPES = {
    "UUID": r"[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[ab89][a-f0-9]{3}-[a-f0-9]{12}",
    "DateTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
}
LETTER = Document(id="d1", label="Afgørelse", filename="afgoerelse.pdf", pdf=b"%PDF-1.7\x00\xff")
NAMES = {"m": NAMESPACE}


def message(**changed: object) -> Message:
    made = Message(
        uuid=message_uuid("8c2ea15d61fb4ba9936642f8b194c114"),
        label="Afgørelse fra Prøvekommune",
        sender=Sender(cvr="12345678", name="Prøvekommune", unit="Enheden", phone="33 17 33 17"),
        cpr="1502829995",
        case_number="26/1001",
        system="Hjemmebesøg",
        created=datetime(2026, 11, 23, 13, 30, tzinfo=COPENHAGEN),
        letter=LETTER,
        enclosures=(Document(id="d2", label="Bilag", filename="bilag-1.pdf", pdf=b"%PDF two"),),
        appointments=(
            Appointment(
                uuid=message_uuid("8c2ea15d61fb4ba9936642f8b194d241"),
                label="Gem aftalen",
                title="Besøg",
                about="Vi besøger dig.",
                place="Hjemme hos dig",
                start=datetime(2027, 6, 1, 10, tzinfo=COPENHAGEN),
                end=datetime(2027, 6, 1, 11, tzinfo=COPENHAGEN),
            ),
        ),
    )
    return msgspec.structs.replace(made, **changed)


def read(xml: bytes) -> ET.Element:
    return ET.fromstring(xml)  # noqa: S314 - our own


def text(root: ET.Element, path: str) -> str | None:
    return root.findtext("/".join(f"m:{part}" for part in path.split("/")), namespaces=NAMES)


def in_order(element: ET.Element) -> None:
    """Fail unless every part is known to the format, and stands where the examples have it."""
    known = ORDER.get(local(element), ())
    children = [local(child) for child in element]
    assert not children or known, local(element)
    assert [known.index(child) for child in children] == sorted(map(known.index, children))
    for child in element:
        in_order(child)


def within_limits(root: ET.Element) -> None:
    """Fail unless every value is as short, and of the shape, that the format asks for."""
    for element in root.iter():
        value, name = (element.text or "").strip(), local(element)
        limit = LIMITS.get(name, USUAL_LIMIT)
        assert limit is None or len(value) <= limit, name
        for ending, shape in SHAPES.items():
            assert not name.endswith(ending) or re.fullmatch(shape, value), (name, value)


def local(element: ET.Element) -> str:
    namespace, _, name = element.tag[1:].partition("}")
    assert namespace == "https://DigitalPost.dk/MeMo-1"
    return name


@pytest.mark.parametrize(
    "changed",
    [{}, {"enclosures": (), "appointments": ()}, {"sender": Sender(cvr="12345678", name="P")}],
    ids=["whole", "letter alone", "no contact"],
)
def test_a_message_has_the_parts_and_the_order_of_the_published_examples(
    changed: dict[str, object],
) -> None:
    xml = write_message(message(**changed))
    assert xml.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n<memo:Message ")
    root = read(xml)
    assert root.attrib == {"memoVersion": "1.2"}
    in_order(root)
    within_limits(root)
    for path in (
        *("MessageHeader/messageType", "MessageHeader/messageUUID", "MessageHeader/label"),
        *("MessageHeader/Sender/senderID", "MessageHeader/Recipient/recipientID"),
        *("MessageBody/createdDateTime", "MessageBody/MainDocument/File/content"),
    ):
        assert text(root, path), path


def test_every_pdf_comes_back_byte_for_byte() -> None:
    root = read(write_message(message()))
    files = [base64.b64decode(each.text or "") for each in root.iterfind(".//m:content", NAMES)]
    assert files == [LETTER.pdf, b"%PDF two"]
    assert text(root, "MessageBody/AdditionalDocument/File/filename") == "bilag-1.pdf"
    assert {e.text for e in root.iterfind(".//m:encodingFormat", NAMES)} == {"application/pdf"}


def test_moments_are_utc_and_the_next_visit_is_an_appointment() -> None:
    root = read(write_message(message()))
    assert text(root, "MessageBody/createdDateTime") == "2026-11-23T12:30:00Z"
    assert text(root, "MessageBody/MainDocument/Action/actionCode") == "AFTALE"
    reserved = "MessageBody/MainDocument/Action/Reservation"
    assert text(root, f"{reserved}/startDateTime") == "2027-06-01T08:00:00Z"
    assert text(root, f"{reserved}/endDateTime") == "2027-06-01T09:00:00Z"


def test_an_answer_brings_the_case_back() -> None:
    root = read(write_message(message()))
    assert text(root, "MessageHeader/reply") == "true"
    assert text(root, "MessageHeader/ReplyData/caseID") == "26/1001"
    assert text(root, "MessageHeader/ContentData/CaseID/caseID") == "26/1001"
    assert text(root, "MessageHeader/Sender/AttentionData/Telephone/telephoneNumber") == "33173317"


def test_the_same_message_is_written_the_same_and_its_uuid_is_one() -> None:
    assert write_message(message()) == write_message(message())
    moved = message(created=datetime(2026, 11, 23, 12, 30, tzinfo=UTC))
    assert write_message(moved) == write_message(message())
    assert text(read(write_message(message())), "MessageHeader/messageUUID") == (
        "8c2ea15d-61fb-4ba9-9366-42f8b194c114"
    )


@pytest.mark.parametrize(
    "dispatch",
    [
        derived_id("letter", "dispatch"),
        "0000000000007000a000000000000001",
        "8c2ea15d61fb4ba9f36642f8b194c114",
    ],
)
def test_a_uuid_has_the_version_that_the_format_takes(dispatch: str) -> None:
    """The program's own ids have others; the rest of the digits stay."""
    made = message_uuid(dispatch)
    assert re.fullmatch(SHAPES["UUID"], made)
    assert message_uuid(dispatch) == made
    assert made.replace("-", "")[17:] == dispatch[17:]


def test_what_is_too_long_for_the_format_is_cut_at_a_word() -> None:
    long = "Et meget langt navn " * 30
    enclosure = Document(id="d2", label=long, filename="bilag-1.pdf", pdf=b"%PDF")
    sender = Sender(cvr="12345678", name=long, unit="x" * 300, phone="33 17 33 17")
    root = read(write_message(message(label=long, sender=sender, enclosures=(enclosure,))))
    within_limits(root)
    kept = text(root, "MessageBody/AdditionalDocument/label")
    assert kept is not None
    assert kept.endswith("navn Et meget …")
    assert len(kept) > 230


def test_nasty_text_stays_text() -> None:
    nasty = 'A & B <c> "d" ]]> \x00\x0b\ud800\uffff ø 😀'
    sender = Sender(cvr="12345678", name=nasty)
    root = read(write_message(message(label=nasty, sender=sender)))
    assert text(root, "MessageHeader/label") == 'A & B <c> "d" ]]>  ø 😀'
    assert text(root, "MessageHeader/Sender/label") == 'A & B <c> "d" ]]>  ø 😀'
