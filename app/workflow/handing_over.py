"""Documents as they leave the program: made, or as they were issued, with their seals."""

from collections.abc import Sequence

from app.domain.records import Seal
from app.errors import KnownError
from app.workflow.printing import PrintJob, issued_part, make, newest_version
from app.workflow.sealing import identity, is_good, note_good, seal_of
from app.workflow.session import Session
from app.workflow.visit_view import VisitView


def finished(
    session: Session, view: VisitView, parts: Sequence[str], made: PrintJob | bytes
) -> bytes:
    """Return what is handed over: what is to be made is made, what was issued gets its seals.

    Slow: in a thread. Raises as `make`.
    """
    if not isinstance(made, bytes):
        return make(made)
    version = newest_version(view)
    seal = seal_of(version.id, view.casefile.records) if version else None
    return with_seals(session, seal, issued_part(parts), made) if seal else made


def with_seals(session: Session, seal: Seal, part: str, issued: bytes) -> bytes:
    """Return an issued document with the seals that it has by now.

    What another computer says is a seal is added only if it is one: it could show other words.
    """
    blobs = session.store.blobs
    for added in (seal.parts, seal.municipality):
        sha = added.get(part, "")
        if not sha or blobs.size(sha) is None:
            break
        longer = issued + blobs.get(sha)
        if not _is_right(session, sha, longer):
            break
        issued = longer
    return issued


def _is_right(session: Session, sha: str, pdf: bytes) -> bool:
    """Tell whether a document's newest part is a seal that holds, of our own authority."""
    if is_good(session, sha):
        return True
    mine = identity(session)
    if mine is None:
        return False
    from app.seals.checking import Trust, check

    try:
        found = check(pdf, Trust([mine.authority], [mine.revoked] if mine.revoked else []))
    except KnownError:
        return False
    right = bool(found) and all(f.state == "whole" and f.kind == f.place for f in found)
    if right:
        note_good(session, sha)
    return right
