"""Copies of a decision's documents: which parts, how many, for whom, how large; and by habit."""

from collections.abc import Mapping, Sequence

import msgspec

from app.documents.content import Content, Receiver, Size
from app.documents.receivers import Copy, copies
from app.domain.combining import parts_of_key
from app.domain.judgement.delivery import represented_by
from app.domain.records import Order
from app.store.blobs import Blobs
from app.workflow.handing_over import finished
from app.workflow.printing import (
    FILE_COPY,
    PACKAGE,
    PrintJob,
    issued,
    make,
    newest_version,
    part_key,
    print_job,
    whole_job,
)
from app.workflow.session import Session
from app.workflow.visit_view import VisitView

MOST_COPIES = 20
_HABITS = "print.habits"


class Habits(msgspec.Struct, frozen=True, kw_only=True):
    """How the user prints: on both sides, and how many copies of each part, by the part's id."""

    duplex: bool = True
    copies: dict[str, int] = {}

    def of(self, key: str) -> int:
        """Return how many copies of a part are usual: one unless said."""
        return min(MOST_COPIES, max(1, self.copies.get(parts_of_key(key)[0], 1)))


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be printed: copies by part, in the order of the package, and for whom.

    Without a `size` it is what the citizen needs; what was issued is printed as issued.
    """

    copies: tuple[tuple[str, int], ...]
    receiver: Receiver = "citizen"
    size: Size | None = None
    duplex: bool = True

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts, in their order."""
        return tuple(part for part, _ in self.copies)


class Sheets(msgspec.Struct, frozen=True):
    """A PDF and how many copies of it are to be printed."""

    pdf: bytes
    copies: int


def habits(session: Session) -> Habits:
    """Return how the user of this computer prints."""
    kept = session.store.local.get(_HABITS)
    return msgspec.json.decode(kept, type=Habits) if kept else Habits()


def remember(session: Session, wanted: Wanted) -> None:
    """Remember both sides and copies for next time."""
    known = habits(session)
    counts = {parts_of_key(part)[0]: count for part, count in wanted.copies}
    made = Habits(duplex=wanted.duplex, copies={**known.copies, **counts})
    session.store.local.set(_HABITS, msgspec.json.encode(made).decode())


def parts_of(view: VisitView, blobs: Blobs, receiver: Receiver = "citizen") -> tuple[str, ...]:
    """Return the parts that there are for a receiver; a provider gets what it may have."""
    if receiver == "provider":
        job = whole_job(view, blobs)
        keys = (
            part_key(part, standard, tuple(job.shares)) if standard else part
            for standard, copy in _copies(job, receiver)
            for part in copy.parts
        )
        return tuple(dict.fromkeys(keys))
    parts = whole_job(view, blobs).parts
    version = newest_version(view) if view.locked else None
    if version is None:
        return parts
    kept = [key for key in version.parts if key not in (PACKAGE, FILE_COPY)]
    return (*(p for p in parts if p in kept), *(k for k in kept if k not in parts))


def advice_on(view: VisitView, blobs: Blobs, receiver: Receiver) -> tuple[str, ...]:
    """Return the keys of the sentences that are to be read before a copy is made."""
    found = _copies(whole_job(view, blobs), receiver)
    return tuple(dict.fromkeys(key for _, copy in found for key in copy.advice))


def _copies(job: PrintJob, receiver: Receiver) -> list[tuple[str, Copy]]:
    """Return what a receiver may have under each standard, "" where the visit has one."""
    from app.documents.package import parts_for  # heavy, and a start does not need it

    return [
        (standard, copy)
        for standard, content in (job.shares or {"": job.content}).items()
        for copy in copies(content, parts_for(content))
        if copy.receiver == receiver
    ]


def receivers_of(view: VisitView) -> tuple[Receiver, ...]:
    """Return who a copy can be for."""
    there: dict[Receiver, bool] = {
        "citizen": True,
        "representative": represented_by(view.casefile.contacts) is not None,
        "provider": bool(view.casefile.all(Order)),
        "file": True,
    }
    return tuple(receiver for receiver, possible in there.items() if possible)


def sheets(session: Session, view: VisitView, wanted: Wanted) -> tuple[Sheets, ...]:
    """Return each part as a PDF of its own, with its number of copies.

    Slow: in a thread. Raises as `make`.
    """
    return tuple(
        Sheets(_copy(session, view, (part,), wanted), count)
        for part, count in wanted.copies
        if count > 0
    )


def whole(session: Session, view: VisitView, wanted: Wanted) -> bytes:
    """Return the parts as one PDF, to save. Slow: in a thread. Raises as `make`."""
    return _copy(session, view, wanted.parts, wanted)


def _copy(session: Session, view: VisitView, parts: Sequence[str], wanted: Wanted) -> bytes:
    blobs = session.store.blobs
    if wanted.receiver == "citizen" and wanted.size is None:
        every = parts_of(view, blobs)
        kept = issued(view, blobs, parts) if len(parts) == 1 or parts == every else None
        if kept is not None:
            return finished(session, view, parts, kept)
    version = newest_version(view) if view.locked else None
    return make(_for(print_job(view, blobs, parts, version=version), wanted))


def _for(job: PrintJob, wanted: Wanted) -> PrintJob:
    def changed(content: Content) -> Content:
        return msgspec.structs.replace(content, receiver=wanted.receiver, size=wanted.size)

    shares: Mapping[str, Content] = {key: changed(share) for key, share in job.shares.items()}
    return msgspec.structs.replace(job, content=changed(job.content), shares=shares)
