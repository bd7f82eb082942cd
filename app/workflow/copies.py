"""Copies of a decision's documents: which parts, how many, for whom, how large; and by habit."""

from collections.abc import Sequence

import msgspec

from app.documents.content import Content, Receiver, Size
from app.domain.casefile import CaseFile, FieldKey
from app.domain.combining import parts_of_key
from app.domain.ids import derived_id
from app.errors import KnownError
from app.store.blobs import Blobs
from app.workflow.copy_source import Source, brought_up, each_content, source_of
from app.workflow.handing_over import with_seals
from app.workflow.printing import FILE_COPY, PACKAGE, PrintJob, make, print_job
from app.workflow.sealing import seal_of
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

    `addressee` is the contact who gets a representative's copy, `order` and `provider` the order
    that a provider gets and who that is. Without a `size` and a `language` they are what the
    citizen needs; what was issued is printed as issued.
    """

    copies: tuple[tuple[str, int], ...]
    receiver: Receiver = "citizen"
    addressee: str = ""
    order: str = ""
    provider: str = ""
    size: Size | None = None
    language: str = ""
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


def sheets(session: Session, view: VisitView, wanted: Wanted) -> tuple[Sheets, ...]:
    """Return each part as a PDF of its own, with its number of copies.

    Slow: in a thread. Raises as `make`.
    """
    source = source_of(view, session.store.blobs)
    return tuple(
        Sheets(_copy(session, source, (part,), wanted), count)
        for part, count in wanted.copies
        if count > 0
    )


def whole(session: Session, view: VisitView, wanted: Wanted) -> bytes:
    """Return the parts as one PDF, to save. Slow: in a thread. Raises as `make`."""
    return _copy(session, source_of(view, session.store.blobs), wanted.parts, wanted)


def _copy(session: Session, source: Source, parts: Sequence[str], wanted: Wanted) -> bytes:
    blobs = session.store.blobs
    kept = _as_issued(session, source, parts, wanted)
    if kept is not None:
        return kept
    papers = [p for p in parts if wanted.receiver == "provider" and p not in source.kept]
    then = [p for p in parts if p not in papers] if source.version is not None else parts
    jobs = [_job(source, blobs, then, wanted)] if then else []
    if papers and source.version is not None:
        jobs.insert(0, _paper(source, blobs, papers, wanted))
    return make(*jobs)


def _as_issued(
    session: Session, source: Source, parts: Sequence[str], wanted: Wanted
) -> bytes | None:
    """Return what was issued, with its seals, if that is what is wanted; else None."""
    version = source.version
    if version is None or wanted.size is not None or wanted.language:
        return None
    whole_of_it = set(parts) == set(source.kept)
    name = ""
    if wanted.receiver == "citizen":
        name = parts[0] if len(parts) == 1 else PACKAGE if whole_of_it else ""
    elif wanted.receiver == "file" and whole_of_it and not _is_protected_since(source):
        name = FILE_COPY
    if name not in version.parts:
        return None
    issued = session.store.blobs.get(version.parts[name])
    seal = seal_of(version.id, source.now.casefile.records)
    return with_seals(session, seal, name, issued) if seal else issued


def _is_protected_since(source: Source) -> bool:
    """Tell whether an address stands in what was issued that must not be seen any more."""
    citizen = source.now.casefile.citizen
    return citizen.protected_address and not source.view.casefile.citizen.protected_address


def _job(source: Source, blobs: Blobs, parts: Sequence[str], wanted: Wanted) -> PrintJob:
    """Gather what was issued, or a draft, for whom it is wanted."""
    contacts = (*source.now.casefile.contacts, *source.view.casefile.contacts)
    reader = next((c for c in contacts if c.id == wanted.addressee), None)
    if wanted.addressee and reader is None:
        raise KnownError("documents.no_representative")
    return _for(brought_up(source.job(blobs, parts), source, wanted.receiver, reader), wanted)


def _paper(source: Source, blobs: Blobs, parts: Sequence[str], wanted: Wanted) -> PrintJob:
    """Gather the papers that the help is worked with: they are as the case is now."""
    return _for(print_job(source.now, blobs, parts, version=source.version), wanted)


def _for(job: PrintJob, wanted: Wanted) -> PrintJob:
    def changed(_: str, content: Content) -> Content:
        return msgspec.structs.replace(
            content,
            receiver=wanted.receiver,
            size=wanted.size,
            language=wanted.language,
            subject=wanted.order,
            casefile=_with_order(content, wanted),
        )

    return each_content(job, changed)


def _with_order(content: Content, wanted: Wanted) -> CaseFile:
    """Return the case with an order to who gets the copy, where none is made yet."""
    if not wanted.provider or wanted.order:
        return content.casefile
    made = derived_id(content.casefile.case.id, "order", wanted.provider)
    return content.casefile.with_value(FieldKey("order", made, "provider"), wanted.provider)
