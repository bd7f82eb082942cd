"""What a round needs of this computer: the journal's outbox, blobs, standards, and a memory."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal, Protocol

from app.journal.exchange import Bookmark
from app.journal.outbox import Answered, Held
from app.journal.parcels import Parcel
from app.journal.receiving import Receipt

Way = Literal["up", "down"]


class LocalSide(Protocol):
    """This computer, as a round of sync sees it. Each call is one short transaction or none.

    Any of them raises KnownError "store.…" where the disk fails; nothing was done then.
    """

    def outgoing(self) -> tuple[Parcel, ...]:
        """Return the next whole actions to send, as many as one request may hold."""

    def waiting(self) -> int:
        """Return how many changes wait to be sent; refused ones do not."""

    def answered(self, answers: Sequence[Answered], at: datetime) -> None:
        """Note what the hub said of actions that were sent."""

    def lacking(self, theirs: Iterable[Held], *, everything: bool) -> tuple[str, ...]:
        """Return the own epochs of which the hub had confirmed more than it has.

        `everything` says that what is not among them is not there.
        """

    def offer_again(self) -> None:
        """Take every confirmation back; everything is sent and read again."""

    def offer_refused(self, but: Collection[str]) -> bool:
        """Let what was refused, but for some actions, wait again; tell whether anything does."""

    def receive(self, parcels: Sequence[Parcel], bookmark: Bookmark) -> tuple[Receipt, ...]:
        """Take actions in, and note how far the hub was read."""

    def take_up(self) -> int:
        """Try again what came and could not be taken in; return how many actions are left."""

    def cursor(self, hub: str) -> str:
        """Return how far a hub was read; "" before the first time."""

    def erase(self, scope: str) -> bool:
        """Erase a citizen or a case; False if something of it still waits to be sent."""

    def parted(self) -> tuple[str, ...]:
        """Return the cases that have left this computer."""

    def take_back(self, scope: str, parcels: Sequence[Parcel]) -> None:
        """Put a case that had left in its place again; KnownError "journal.incomplete"."""

    def owed(self, way: Way) -> tuple[str, ...]:
        """Return the blobs that the hub awaits from here, or that are awaited from there."""

    def settle(self, sha256: str, way: Way) -> None:
        """Note that a blob is owed no more."""

    def read_blob(self, sha256: str) -> bytes:
        """Return a blob's bytes; KnownError "store.blob_…"."""

    def part_size(self, sha256: str) -> int:
        """Return how many bytes of a blob have come."""

    def add_part(self, sha256: str, data: bytes) -> None:
        """Keep the next bytes of a blob."""

    def finish(self, sha256: str) -> bool:
        """Take a blob for whole; False if it is not what it is called, and was dropped."""

    def has_standard(self, standard: str, version: str) -> bool:
        """Tell whether a version of a quality standard is here."""

    def keep_standard(self, standard: str, version: str, text: bytes) -> bool:
        """Keep a standard's file; False if this program cannot use it."""

    def recall(self, name: str) -> str:
        """Return what was remembered under a name; "" if nothing was."""

    def remember(self, name: str, value: str) -> None:
        """Keep a text under a name, durably."""

    def keep_names(self, computers: Mapping[str, str], teams: Mapping[str, str]) -> None:
        """Keep what computers are called, by epoch, and who looks after cases that moved."""
