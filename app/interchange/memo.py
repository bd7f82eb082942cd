"""Writes a letter as a Digital Post message: MeMo 1.2, one XML file for one message."""

import base64
import unicodedata
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import msgspec

NAMESPACE, VERSION = "https://DigitalPost.dk/MeMo-1", "1.2"
PDF, LANGUAGE = "application/pdf", "da"
# What a calendar shows of an appointment; the code list is MeMo's.
APPOINTMENT = "AFTALE"
_PREFIX = "memo"
# As many characters MeMo's schema takes in a text.
_LONGEST = 256


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One PDF of a message: its id, its title for the citizen, its file's name, its bytes."""

    id: str
    label: str
    filename: str
    pdf: bytes


class Appointment(msgspec.Struct, frozen=True, kw_only=True):
    """A visit that the citizen can put into a calendar; moments are aware.

    `title` and `about` hold nothing sensitive: a calendar is shown in many places.
    """

    uuid: str
    label: str
    title: str
    about: str
    place: str
    start: datetime
    end: datetime


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    """The municipality that sends, by its CVR number, and how to reach the unit that decided."""

    cvr: str
    name: str
    unit: str = ""
    email: str = ""
    phone: str = ""


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """One message: a letter to one citizen (by CPR) with its enclosures."""

    uuid: str
    label: str
    sender: Sender
    cpr: str
    case_number: str
    system: str
    created: datetime
    letter: Document
    enclosures: tuple[Document, ...] = ()
    appointments: tuple[Appointment, ...] = ()


def message_uuid(dispatch: str) -> str:
    """Return the UUID of the message of a dispatch, by the dispatch's id; always the same.

    MeMo's schema takes version 4 alone; ids of the program are of the versions 5 and 7.
    """
    return str(uuid.UUID(hex=dispatch, version=4))


def write_message(message: Message) -> bytes:
    """Return the message as XML in UTF-8; the same message gives the same bytes."""
    ET.register_namespace(_PREFIX, NAMESPACE)
    root = ET.Element(_name("Message"), memoVersion=VERSION)
    _header(_part(root, "MessageHeader"), message)
    body = _part(root, "MessageBody")
    _text(body, "createdDateTime", _moment(message.created))
    main = _document(_part(body, "MainDocument"), "mainDocumentID", message.letter)
    for appointment in message.appointments:
        _action(_part(main, "Action"), appointment)
    for enclosure in message.enclosures:
        _document(_part(body, "AdditionalDocument"), "additionalDocumentID", enclosure)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _header(header: ET.Element, message: Message) -> None:
    _text(header, "messageType", "DIGITALPOST")
    _text(header, "messageUUID", message.uuid)
    _text(header, "label", message.label)
    _text(header, "reply", "true")
    _sender(_part(header, "Sender"), message.sender)
    recipient = _part(header, "Recipient")
    _text(recipient, "recipientID", message.cpr)
    _text(recipient, "idType", "CPR")
    if message.case_number:
        case = _part(_part(header, "ContentData"), "CaseID")
        _text(case, "caseID", message.case_number)
        _text(case, "caseSystem", message.system)
    reply = _part(header, "ReplyData")
    _text(reply, "messageUUID", message.uuid)
    # An answer brings it back, so that it is put into the right case.
    _text(reply, "caseID", message.case_number)
    _text(reply, "generatingSystemID", message.system)


def _sender(place: ET.Element, sender: Sender) -> None:
    _text(place, "senderID", sender.cvr)
    _text(place, "idType", "CVR")
    _text(place, "label", sender.name)
    if not (sender.email or sender.phone):
        return
    attention = _part(place, "AttentionData")
    for part, field, value in (
        ("EMail", "emailAddress", sender.email),
        ("Telephone", "telephoneNumber", "".join(c for c in sender.phone if c.isdigit())),
    ):
        if value:
            made = _part(attention, part)
            _text(made, field, value)
            _text(made, "relatedAgent", sender.unit or sender.name)


def _document(place: ET.Element, id_name: str, document: Document) -> ET.Element:
    _text(place, id_name, document.id)
    _text(place, "label", document.label)
    file = _part(place, "File")
    _text(file, "encodingFormat", PDF)
    _text(file, "filename", document.filename)
    _text(file, "language", LANGUAGE)
    _part(file, "content").text = base64.b64encode(document.pdf).decode("ascii")
    return place


def _action(place: ET.Element, appointment: Appointment) -> None:
    _text(place, "label", appointment.label)
    _text(place, "actionCode", APPOINTMENT)
    reservation = _part(place, "Reservation")
    for name, value in _reservation(appointment):
        _text(reservation, name, value)


def _reservation(appointment: Appointment) -> Iterator[tuple[str, str]]:
    yield "description", appointment.about
    yield "reservationUUID", appointment.uuid
    yield "abstract", appointment.title
    yield "location", appointment.place
    yield "startDateTime", _moment(appointment.start)
    yield "endDateTime", _moment(appointment.end)


def _name(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"


def _part(parent: ET.Element, local: str) -> ET.Element:
    return ET.SubElement(parent, _name(local))


def _text(parent: ET.Element, local: str, text: str) -> None:
    """Add a text, without what XML cannot hold; an empty one is left out."""
    kept = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cs", "Cn")).strip()
    if kept:
        _part(parent, local).text = _shortened(kept)


def _shortened(text: str) -> str:
    """Return a text that the schema takes, cut at a word."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST - 2].rsplit(' ', 1)[0]} …"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
