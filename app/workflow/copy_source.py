"""What a copy of a decision's documents is made from: the case as it was issued, not as it is."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from app.documents.content import ByNow, Content, Receiver
from app.domain.casefile import CaseFile
from app.domain.records import Contact, DecisionVersion
from app.domain.values import Address
from app.store.blobs import Blobs
from app.workflow.frozen import Frozen, thawed
from app.workflow.printing import FILE_COPY, PACKAGE, PrintJob, newest_version, print_job
from app.workflow.visit_view import VisitView


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The visit as it is `now`, its issued version if there is one, and the case as it was then.

    Without `frozen` copies are made from the case as it is now: it is a draft, or what it was
    made from is not here.
    """

    now: VisitView
    version: DecisionVersion | None = None
    frozen: Frozen | None = None

    @property
    def view(self) -> VisitView:
        """The visit that copies are made from."""
        return self.frozen.view if self.frozen is not None else self.now

    @property
    def kept(self) -> tuple[str, ...]:
        """The parts that were issued, in no order."""
        parts = self.version.parts if self.version is not None else {}
        return tuple(key for key in parts if key not in (PACKAGE, FILE_COPY))

    def job(self, blobs: Blobs | None, parts: Sequence[str] = ()) -> PrintJob:
        """Gather what parts are made from; without blobs signatures and photos are left out."""
        return print_job(self.view, blobs, parts, version=self.version, of_package=True)


def source_of(view: VisitView, blobs: Blobs) -> Source:
    """Return what copies of a visit's documents are made from. Slow: in a thread."""
    version = newest_version(view) if view.locked else None
    frozen = thawed(version, blobs) if version is not None else None
    return Source(now=view, version=version, frozen=frozen)


def brought_up(
    job: PrintJob, source: Source, receiver: Receiver, reader: Contact | None = None
) -> PrintJob:
    """Return a job of what was issued, for a receiver, with what holds by now and wins."""
    now = print_job(source.now, None, ())

    def changed(standard: str, content: Content) -> Content:
        here = now.shares.get(standard, now.content)
        held = _by_now(content, here, receiver) if source.frozen is not None else ByNow()
        held = msgspec.structs.replace(held, reader=reader)
        return msgspec.structs.replace(content, receiver=receiver, by_now=held)

    return each_content(job, changed)


def each_content(job: PrintJob, change: Callable[[str, Content], Content]) -> PrintJob:
    """Return a job with each content changed; the whole visit's goes by no standard, ""."""
    shares: Mapping[str, Content] = {s: change(s, share) for s, share in job.shares.items()}
    return msgspec.structs.replace(job, content=change("", job.content), shares=shares)


def _by_now(then: Content, now: Content, receiver: Receiver) -> ByNow:
    from app.documents.receivers import photos_may_leave, sharing  # heavy

    citizen = now.casefile.citizen
    held = ByNow(
        protected=citizen.protected_address, addresses=_besides(citizen.address, then.casefile)
    )
    if receiver != "provider":
        return held
    # Only what a provider gets hangs on consents.
    return msgspec.structs.replace(held, sharing=sharing(now), photos=photos_may_leave(now))


def _besides(address: Address | None, then: CaseFile) -> tuple[Address, ...]:
    return () if address is None or address == then.citizen.address else (address,)
