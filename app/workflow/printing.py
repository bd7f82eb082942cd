"""The package of documents that goes with a decision, and the documents of a case beside it."""

from collections.abc import Mapping, Sequence
from functools import partial

import msgspec

from app.documents.content import LETTERS_BESIDE, OF_DECISION, PARTS, Content
from app.documents.jobs import PrintJob, make, part_key, whole
from app.documents.parts import parts_with
from app.domain.casefile import CaseFile
from app.domain.combining import parts_of_key
from app.domain.judgement.delivery import represented_by
from app.domain.records import Attachment, Consent, DecisionVersion
from app.store.blobs import Blobs
from app.workflow.visit_view import VisitView

# The name under which an issued decision keeps its documents in one PDF.
PACKAGE = "package"
# And the same package for the municipality's file, with the case's data inside.
FILE_COPY = "file"

__all__ = [
    "FILE_COPY",
    "PACKAGE",
    "PrintJob",
    "blobs_of",
    "case_document",
    "for_file",
    "issued",
    "issued_part",
    "make",
    "newest_version",
    "part_key",
    "print_job",
    "to_reader",
    "whole_job",
]


def print_job(
    view: VisitView,
    blobs: Blobs | None,
    parts: Sequence[str],
    *,
    version: DecisionVersion | None = None,
    subject: str = "",
    of_package: bool = False,
) -> PrintJob:
    """Gather what the parts are made from; without a version they are a draft.

    `of_package`: they are parts of the decision's package, and drafts with it. `subject` is
    the id of the record that a document is about. Without `blobs` signatures and
    photos are left out; `blobs_of` has them.
    """
    known = tuple(p for p in PARTS if p in parts)
    gather = partial(_content, blobs=blobs, version=version, subject=subject, of_package=of_package)
    shares = {key: gather(share) for key, share in view.shares.items()}
    return PrintJob(
        parts=tuple(p for p in parts if parts_of_key(p)[0] in PARTS) if shares else known,
        content=gather(view),
        shares=shares,
    )


def whole_job(view: VisitView, blobs: Blobs, *, version: DecisionVersion | None = None) -> PrintJob:
    """Gather the whole package: each letter and the enclosures that fit this decision."""
    return whole(print_job(view, blobs, (), version=version, of_package=True))


def for_file(job: PrintJob) -> PrintJob:
    """Return the same parts for the municipality's own file."""
    change = msgspec.structs.replace
    shares = {key: change(share, receiver="file") for key, share in job.shares.items()}
    return change(job, content=change(job.content, receiver="file"), shares=shares)


def blobs_of(casefile: CaseFile, blobs: Blobs) -> Mapping[str, bytes]:
    """Return the signatures and photos that the documents show, by their hash."""
    wanted = [c.ink for c in casefile.all(Consent) if c.ink]
    wanted += [a.blob for a in casefile.all(Attachment) if a.blob]
    return {sha: blobs.get(sha) for sha in wanted}


def newest_version(view: VisitView) -> DecisionVersion | None:
    """Return the newest issued version of the visit's decision."""
    decision = view.casefile.decision
    own = [v for v in view.casefile.versions if decision is not None and v.decision == decision.id]
    return own[-1] if own else None


def issued(view: VisitView, blobs: Blobs, parts: Sequence[str]) -> bytes | None:
    """Return the documents exactly as they were issued, or None for what was not.

    Their seals are added by `finished`, before they leave the program.
    """
    version = newest_version(view)
    if not view.locked or version is None:
        return None
    sha = version.parts.get(issued_part(parts))
    return blobs.get(sha) if sha else None


def issued_part(parts: Sequence[str]) -> str:
    """Return under which name an issued decision keeps these parts."""
    return parts[0] if len(parts) == 1 else PACKAGE


def case_document(view: VisitView, blobs: Blobs, part: str, subject: str) -> PrintJob | bytes:
    """Return a document of the case as it was issued, or what it is made from.

    Only what belongs to the decision follows the issued one; the rest is as the case is now.
    A letter comes with the pages that explain it, and is for who gets the citizen's letters.
    """
    of_decision = view.locked and part in OF_DECISION
    kept = issued(view, blobs, (part,)) if of_decision else None
    if kept is not None:
        return kept
    version = newest_version(view) if of_decision else None
    job = print_job(view, blobs, (part,), version=version, subject=subject)
    explained = (parts_with(letter, job.content) for letter in LETTERS_BESIDE if letter == part)
    parts = next(explained, ())
    return msgspec.structs.replace(to_reader(job), parts=parts) if parts else job


def to_reader(job: PrintJob) -> PrintJob:
    """Return a letter for who gets the citizen's letters: a representative, where there is one."""
    other = represented_by(job.content.casefile.contacts)
    if other is None:
        return job
    change = msgspec.structs.replace
    return change(job, content=change(job.content, receiver="representative", addressee=other.id))


def _content(
    view: VisitView,
    *,
    blobs: Blobs | None,
    version: DecisionVersion | None,
    subject: str,
    of_package: bool,
) -> Content:
    return Content(
        casefile=view.casefile,
        standard=view.standard,
        national=view.national,
        judgement=view.judgement,
        today=view.today,
        name=version.name if version else view.user_name,
        title=version.title if version else view.user_title,
        draft=version is None,
        blobs=blobs_of(view.casefile, blobs) if blobs is not None else {},
        version=version,
        subject=subject,
        own_texts=view.own_texts,
        of_package=of_package,
    )
