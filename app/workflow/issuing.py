"""Finishing another letter of a case than its decision: kept as it is, sealed, ready to be sent."""

from collections.abc import Mapping
from typing import get_args

import msgspec

from app.documents.content import Content
from app.domain.decision_records import CaseLetter
from app.domain.ids import new_id
from app.domain.judgement.missing_parties import concerns_letter
from app.domain.judgement.words import joined
from app.domain.records import DecisionVersion, Record
from app.errors import KnownError
from app.store.blobs import Blobs
from app.workflow.handing_over import with_seals
from app.workflow.locking import hash_of, must_be_signed
from app.workflow.open_visit import OpenVisit, heads_in_words
from app.workflow.printing import FILE_COPY, PACKAGE, PrintJob, for_file, make, print_job, to_reader
from app.workflow.sealing import await_seal, seal_of
from app.workflow.session import Session
from app.workflow.visit_view import VisitView
from app.workflow.writing import recorded

CASE_LETTERS: tuple[CaseLetter, ...] = get_args(CaseLetter)


def finished_letter(view: VisitView, about: str) -> DecisionVersion | None:
    """Return the newest letter that was finished about a record, None before there is any."""
    made = view.casefile.letters_about(about)
    return made[-1] if made else None


def as_finished(
    session: Session, records: Mapping[str, Mapping[str, Record]], version: DecisionVersion
) -> bytes:
    """Return a finished letter and what explains it, with the seals that they have by now."""
    pdf = session.store.blobs.get(version.parts[PACKAGE])
    seal = seal_of(version.id, records)
    return with_seals(session, seal, PACKAGE, pdf) if seal else pdf


def finish_letter(
    opened: OpenVisit, letter: CaseLetter, about: str, section: str = ""
) -> DecisionVersion:
    """Keep a letter as it is now, with what explains it; it waits to be sealed and sent.

    A letter that was finished before is replaced. A visit under several standards has it as
    the one of a `section` says it. Raises KnownError "letter.incomplete" while
    something that it must say is not written, "letter.disputed" while two wrote differently what
    it says or to whom it goes, "letter.unsigned" while the visitator has no
    name or title, and "letter.changed_meanwhile".
    """
    must_be_signed(opened.session.profile, "letter.unsigned")
    opened.seal()
    view, blobs = opened.view.in_section(section), opened.session.store.blobs
    unfinished = _job(view, letter, about).content
    _must_be_whole(view, letter, unfinished)
    earlier = finished_letter(view, about)
    profile = opened.session.profile
    version = DecisionVersion(
        id=new_id(),
        letter=letter,
        subject=about,
        addressee=unfinished.addressee,
        visit=view.casefile.visit_id,
        case=view.casefile.case.id,
        number=earlier.number + 1 if earlier else 1,
        name=profile.name,
        title=profile.title,
        unit=profile.unit,
        locked_at=opened.session.clock(),
        replaces=earlier.id if earlier else "",
    )
    whole = _job(view, letter, about, version)
    version = _with_documents(whole, blobs, opened, version)
    await_seal(opened.session, version)
    try:
        opened.issue(recorded(version))
    except KnownError as error:
        if error.key == "decision.changed_meanwhile":
            raise KnownError("letter.changed_meanwhile") from None
        raise
    # What the letter tells of must not be undone behind it.
    opened.forget_undo()
    return version


def _must_be_whole(view: VisitView, letter: CaseLetter, content: Content) -> None:
    from app.documents.package import gaps_in

    casefile = view.casefile
    if any(concerns_letter(each, content.subject, casefile) for each in casefile.disputes):
        raise KnownError("letter.disputed")
    if missing := gaps_in((letter,), content):
        raise KnownError("letter.incomplete", missing=joined(missing))


def _with_documents(
    whole: PrintJob, blobs: Blobs, opened: OpenVisit, version: DecisionVersion
) -> DecisionVersion:
    jobs = {PACKAGE: whole, FILE_COPY: for_file(whole)}
    jobs |= {part: msgspec.structs.replace(whole, parts=(part,)) for part in whole.parts}
    parts = {name: blobs.put(make(job)) for name, job in jobs.items()}
    heads = blobs.put(heads_in_words(opened.heads))
    return msgspec.structs.replace(version, parts=parts, heads=heads, content_hash=hash_of(parts))


def _job(
    view: VisitView, letter: CaseLetter, about: str, version: DecisionVersion | None = None
) -> PrintJob:
    """Gather what a letter is made from; none of its pages shows ink or a photo."""
    from app.documents.parts import parts_with

    job = to_reader(print_job(view, None, (letter,), version=version, subject=about))
    return msgspec.structs.replace(job, parts=parts_with(letter, job.content))
