"""The package of documents that goes with a decision."""

from collections.abc import Mapping, Sequence

import msgspec

from app.documents.content import PARTS, Content, Part
from app.domain.casefile import CaseFile
from app.domain.records import Attachment, Consent, DecisionVersion
from app.store.blobs import Blobs
from app.workflow.visit_view import VisitView

# The name under which an issued decision keeps its documents in one PDF.
PACKAGE = "package"


class PrintJob(msgspec.Struct, frozen=True, kw_only=True):
    """Parts to make, and everything they are made from; it can be sent to another process."""

    parts: tuple[Part, ...]
    content: Content


def print_job(
    view: VisitView,
    blobs: Blobs,
    parts: Sequence[str],
    *,
    version: DecisionVersion | None = None,
) -> PrintJob:
    """Gather what the parts are made from; without a version they are a draft."""
    content = Content(
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
    )
    return PrintJob(parts=tuple(p for p in PARTS if p in parts), content=content)


def make(job: PrintJob) -> bytes:
    """Return the PDF; a module-level function, so that a worker process can be given it."""
    from app.documents.package import build  # heavy, and a start does not need it

    return build(job.parts, job.content)


def whole_job(view: VisitView, blobs: Blobs, *, version: DecisionVersion | None = None) -> PrintJob:
    """Gather the whole package: the letter and the enclosures that fit this decision."""
    from app.documents.package import parts_for

    job = print_job(view, blobs, (), version=version)
    return msgspec.structs.replace(job, parts=parts_for(job.content))


def blobs_of(casefile: CaseFile, blobs: Blobs) -> Mapping[str, bytes]:
    """Return the signatures and photos that the documents show, by their hash."""
    wanted = [c.ink for c in casefile.all(Consent) if c.ink]
    wanted += [a.blob for a in casefile.all(Attachment) if a.blob]
    return {sha: blobs.get(sha) for sha in wanted}


def issued(view: VisitView, blobs: Blobs, parts: Sequence[str]) -> bytes | None:
    """Return the documents exactly as they were issued, or None while there is a draft."""
    decision = view.casefile.decision
    own = [v for v in view.casefile.versions if decision is not None and v.decision == decision.id]
    if not view.locked or not own:
        return None
    kept = own[-1].parts
    sha = kept.get(parts[0] if len(parts) == 1 else PACKAGE)
    return blobs.get(sha) if sha else None
