"""Writes waiting letters as Digital Post messages for the municipality's own sender."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import msgspec

from app.clock import local
from app.domain.casefile import CaseFile
from app.domain.decision_records import OtherLetter
from app.domain.ids import derived_id
from app.domain.records import Visit
from app.domain.standard import Standard
from app.errors import KnownError
from app.interchange.memo import (
    Appointment,
    Document,
    Message,
    Sender,
    message_uuid,
    write_message,
)
from app.settings import write_whole
from app.texts import Texts
from app.workflow.elsewhere import check_ours
from app.workflow.handing_over import with_seals
from app.workflow.outgoing import Outgoing, dispatch_id, note_ready, outgoing
from app.workflow.printing import FILE_COPY, PACKAGE, part_key
from app.workflow.sealing import seal_of, seal_waiting
from app.workflow.session import Session

_CVR_DIGITS = 8
_GENERATING_SYSTEM = "Hjemmebesøg"
_AHEAD = ("planned", "ongoing")
# What a letter is called in the list of messages, and as a document of its own.
_LABELS: Mapping[OtherLetter, str] = {
    "": "post.label",
    "hearing": "post.label_hearing",
    "processing_notice": "post.label_processing_notice",
    "elder_care": "post.label_care",
}
_TITLES: Mapping[str, str] = {
    "letter": "post.letter",
    "elder_care": "post.care",
    "hearing": "post.hearing",
    "processing_notice": "post.processing_notice",
}
_FILES: Mapping[OtherLetter, str] = {
    "": "post.letter_file",
    "hearing": "post.hearing_file",
    "processing_notice": "post.processing_notice_file",
    "elder_care": "post.care_file",
}


class Refused(msgspec.Struct, frozen=True):
    """A letter that could not be written out, and why."""

    letter: Outgoing
    error: KnownError


class Posted(msgspec.Struct, frozen=True, kw_only=True):
    """What came of writing out: the letters written, and those that could not be."""

    written: tuple[Outgoing, ...]
    refused: tuple[Refused, ...]


def waiting(session: Session) -> tuple[Outgoing, ...]:
    """Return the letters that wait to be written out for Digital Post."""
    return tuple(o for o in outgoing(session) if o.state == "waiting" and not o.by_post)


def post(session: Session, letters: Sequence[Outgoing], folder: Path) -> Posted:
    """Write a message for each letter into a folder, and note that it is ready.

    A file is there whole or not at all, under a name that says nothing of anybody; written
    again it has the same name and the same UUID. One that cannot be written stops no other,
    unless the disk refuses: KnownError "store.write_failed". Slow: in a thread.
    """
    if not folder.is_dir():
        raise KnownError("post.no_folder")
    seal_waiting(session)  # what is sent must not lack a seal that it could have
    written, refused = list[Outgoing](), list[Refused]()
    for letter in letters:
        try:
            _post_one(session, letter, folder)
        except KnownError as error:
            if error.key.startswith("store.write"):
                raise
            refused.append(Refused(letter, error))
        else:
            written.append(letter)
    return Posted(written=tuple(written), refused=tuple(refused))


def _post_one(session: Session, letter: Outgoing, folder: Path) -> None:
    check_ours(session, letter.row.case.id)
    message = message_of(session, letter)
    content = write_message(message)
    write_whole(folder / f"post-{message.uuid}.xml", content)
    note_ready(session, letter, hashlib.sha256(content).hexdigest())


def message_of(session: Session, letter: Outgoing) -> Message:
    """Return the message of an issued letter, its documents with the seals they have.

    Raises KnownError "post.to_another", "post.no_cpr", "post.represented", "post.no_cvr",
    "post.no_letter", and those of a standard or a document that is not here.
    """
    if letter.is_to_another:
        raise KnownError("post.to_another")
    cpr = letter.row.citizen.cpr
    if letter.why == "represented":
        raise KnownError("post.represented")
    if cpr is None or cpr.kind != "cpr":
        raise KnownError("post.no_cpr")
    casefile = session.casefile(letter.row.visit)
    standards = session.standards_for(casefile)
    texts, made = Texts("da"), letter.row.version.locked_at or session.clock()
    documents = tuple(_documents(session, letter, casefile, standards, texts))
    if not documents:
        raise KnownError("post.no_letter")
    sender = _sender(standards[0], letter.row.case.unit)
    return Message(
        uuid=message_uuid(dispatch_id(letter.id)),
        label=texts.message(_LABELS[letter.row.version.letter], municipality=sender.name),
        sender=sender,
        cpr=cpr.value,
        case_number=letter.row.case.number.strip(),
        system=_GENERATING_SYSTEM,
        created=made,
        letter=documents[0],
        enclosures=documents[1:],
        appointments=tuple(_appointments(casefile, letter, sender, texts, session)),
    )


def _sender(standard: Standard, unit_id: str) -> Sender:
    """Return who sends, by the municipality's table in the standard."""
    municipality = standard.municipality
    cvr = "".join(municipality.cvr.split())
    if len(cvr) != _CVR_DIGITS or not cvr.isdigit():
        raise KnownError("post.no_cvr", standard=standard.id, version=standard.version)
    unit = next((u for u in standard.units if u.id == unit_id), next(iter(standard.units), None))
    return Sender(
        cvr=cvr,
        name=municipality.name,
        unit=unit.name if unit else "",
        email=unit.email if unit else "",
        phone=next(iter(unit.phones), "") if unit else "",
    )


def _documents(
    session: Session,
    letter: Outgoing,
    casefile: CaseFile,
    standards: Sequence[Standard],
    texts: Texts,
) -> Iterator[Document]:
    """Yield the letter and what it encloses, each as it was issued."""
    version, blobs = letter.row.version, session.store.blobs
    seal, number = seal_of(version.id, casefile.records), 0
    known = dict(_titles(standards, texts))
    others = {k: texts.message("post.other") for k in version.parts if k not in known}
    for key, title in {**known, **others}.items():
        if key in (PACKAGE, FILE_COPY):
            continue
        sha = version.parts.get(key)
        if sha is None:
            continue
        pdf = blobs.get(sha)
        name = texts.message("post.enclosure_file", number=number)
        yield Document(
            id=derived_id(version.id, "document", key),
            label=title if not number else texts.message("post.enclosure", title=title),
            filename=texts.message(_FILES[version.letter]) if not number else name,
            pdf=with_seals(session, seal, key, pdf) if seal else pdf,
        )
        number += 1


def _titles(standards: Sequence[Standard], texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield what an issued letter may hold, by key, each letter before what it encloses."""
    ids, seen = [s.id for s in standards], set[str]()
    letters = [(part, texts.message(key)) for part, key in _TITLES.items()]
    for standard in standards:
        for part, title in (*letters, *((e.id, e.title) for e in standard.enclosures)):
            key = part_key(part, standard.id, ids)
            if key not in seen:
                seen.add(key)
                yield key, title


def _appointments(
    casefile: CaseFile, letter: Outgoing, sender: Sender, texts: Texts, session: Session
) -> Iterator[Appointment]:
    """Yield the next visit: at its time if it is planned, else the day that was agreed on."""
    now = session.clock()
    ahead = _next_visit(casefile, now)
    if ahead is not None and ahead.planned is not None:
        start = local(ahead.planned.start)
        end = start + timedelta(minutes=ahead.planned.minutes)
        about = "post.visit_about"
    elif casefile.visit.next_visit is not None and casefile.visit.next_visit >= local(now).date():
        start, end = _whole_day(casefile.visit.next_visit)
        about = "post.visit_day_about"
    else:
        return
    yield Appointment(
        uuid=message_uuid(derived_id(letter.id, "appointment", start.isoformat())),
        label=texts.message("post.visit_label"),
        title=texts.message("post.visit_title", municipality=sender.name),
        about=_about(about, sender, texts),
        place=texts.message("post.visit_place"),
        start=start,
        end=end,
    )


def _about(key: str, sender: Sender, texts: Texts) -> str:
    if not sender.phone:
        return texts.message(f"{key}_unreachable")
    return texts.message(key, unit=sender.unit or sender.name, phone=sender.phone)


def _next_visit(casefile: CaseFile, now: datetime) -> Visit | None:
    ahead = [
        (local(v.planned.start), v)
        for v in casefile.all(Visit)
        if v.planned is not None and v.state in _AHEAD and v.id != casefile.visit_id
    ]
    return min((e for e in ahead if e[0] > now), key=lambda e: e[0], default=(now, None))[1]


def _whole_day(day: date) -> tuple[datetime, datetime]:
    return local(datetime.combine(day, time())), local(datetime.combine(day, time(23, 59)))
