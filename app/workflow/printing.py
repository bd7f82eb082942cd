"""The package of documents that goes with a decision, and the documents of a case beside it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import cast

import msgspec

from app.documents.content import OF_DECISION, PARTS, Content, Part
from app.domain.casefile import CaseFile
from app.domain.combining import parts_of_key
from app.domain.records import Attachment, Consent, DecisionVersion
from app.store.blobs import Blobs
from app.workflow.visit_view import VisitView

# The name under which an issued decision keeps its documents in one PDF.
PACKAGE = "package"
# And the same package for the municipality's file, with the case's data inside.
FILE_COPY = "file"
# The parts that show signatures or photos.
_PICTURED: tuple[Part, ...] = ("consents", "workplace")
# What a visit under several standards has once; of the rest each has its own.
ONCE: tuple[Part, ...] = ("consents", "workplace", "personal_data")


class PrintJob(msgspec.Struct, frozen=True, kw_only=True):
    """Parts to make, and everything they are made from; it can be sent to another process.

    A visit under several standards has `shares`, by the standards' ids; the parts of all but
    the first are then called by part and standard, such as "letter:some-standard".
    """

    parts: tuple[str, ...]
    content: Content
    shares: Mapping[str, Content] = {}


def print_job(
    view: VisitView,
    blobs: Blobs,
    parts: Sequence[str],
    *,
    version: DecisionVersion | None = None,
    subject: str = "",
) -> PrintJob:
    """Gather what the parts are made from; without a version they are a draft.

    `subject` is the id of the record that a document is about.
    """
    known = tuple(p for p in PARTS if p in parts)
    shares = {key: _content(v, blobs, version, subject) for key, v in view.shares.items()}
    return PrintJob(
        parts=tuple(p for p in parts if parts_of_key(p)[0] in PARTS) if shares else known,
        content=_content(view, blobs, version, subject),
        shares=shares,
    )


def make(job: PrintJob) -> bytes:
    """Return the PDF; a module-level function, so that a worker process can be given it."""
    from app.documents import package  # heavy, and a start does not need it

    volumes = tuple(_volumes(job))
    return package.build(*volumes[0]) if len(volumes) == 1 else package.build_volumes(volumes)


def whole_job(view: VisitView, blobs: Blobs, *, version: DecisionVersion | None = None) -> PrintJob:
    """Gather the whole package: each letter and the enclosures that fit this decision."""
    from app.documents.package import parts_for

    job = print_job(view, blobs, (), version=version)
    if not job.shares:
        return msgspec.structs.replace(job, parts=parts_for(job.content))
    keys = (
        part if part in ONCE else part_key(part, standard, tuple(job.shares))
        for standard, content in job.shares.items()
        for part in parts_for(content)
    )
    return msgspec.structs.replace(job, parts=tuple(dict.fromkeys(keys)))


def part_alone(job: PrintJob, key: str) -> PrintJob:
    """Return one part of a job, without the pictures that it does not show."""
    if parts_of_key(key)[0] in _PICTURED:
        return msgspec.structs.replace(job, parts=(key,))
    lean = msgspec.structs.replace(job.content, blobs={})
    shares = {s: msgspec.structs.replace(share, blobs={}) for s, share in job.shares.items()}
    return msgspec.structs.replace(job, parts=(key,), content=lean, shares=shares)


def for_file(job: PrintJob) -> PrintJob:
    """Return the same parts for the municipality's own file."""
    change = msgspec.structs.replace
    shares = {key: change(share, receiver="file") for key, share in job.shares.items()}
    return change(job, content=change(job.content, receiver="file"), shares=shares)


def part_key(part: str, standard: str, standards: Sequence[str]) -> str:
    """Return what a part of one of several standards is called; the first's is the part's id."""
    return part if standard == standards[0] or part in ONCE else f"{part}:{standard}"


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
    """
    of_decision = view.locked and part in OF_DECISION
    kept = issued(view, blobs, (part,)) if of_decision else None
    version = newest_version(view) if of_decision else None
    return kept or print_job(view, blobs, (part,), version=version, subject=subject)


def _content(
    view: VisitView, blobs: Blobs, version: DecisionVersion | None, subject: str
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
        blobs=blobs_of(view.casefile, blobs),
        version=version,
        subject=subject,
        own_texts=view.own_texts,
    )


def _volumes(job: PrintJob) -> Iterator[tuple[tuple[Part, ...], Content]]:
    """Yield what is made from one content at a time, in the order of the parts."""
    for standard, keys in groupby(job.parts, lambda key: _standard_of(key, job)):
        parts = tuple(cast("Part", parts_of_key(key)[0]) for key in keys)
        yield parts, job.shares[standard] if standard else job.content


def _standard_of(key: str, job: PrintJob) -> str:
    """Return the standard that a part is made under; "" where the visit has it once."""
    part, standard = parts_of_key(key)
    if not job.shares or part in ONCE:
        return ""
    return standard or next(iter(job.shares))
