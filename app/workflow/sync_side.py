"""This computer as a round of sync sees it: the session's store, and its standards."""

import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from app.domain.standard_file import StandardError, load_standard
from app.domain.values import StandardRef
from app.errors import KnownError
from app.journal.exchange import Bookmark
from app.journal.outbox import Answered, Held
from app.journal.parcels import Parcel
from app.journal.receiving import Receipt
from app.settings import write_whole
from app.sync.local import LocalSide, Way
from app.sync.wire import PUSH_CHANGES
from app.workflow.elsewhere import keep_names
from app.workflow.session import Session
from app.workflow.upkeep import note_return


class SessionSide(LocalSide):
    """What `LocalSide` asks for, by an unlocked session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._exchange = session.store.journal.exchange
        self._blobs = session.store.blobs
        self._local = session.store.local

    def outgoing(self) -> tuple[Parcel, ...]:
        return self._exchange.outgoing(PUSH_CHANGES, PUSH_CHANGES)

    def waiting(self) -> int:
        return self._exchange.waiting()

    def answered(self, answers: Sequence[Answered], at: datetime) -> None:
        self._exchange.answered(answers, at)

    def lacking(self, theirs: Iterable[Held], *, everything: bool) -> tuple[str, ...]:
        return self._exchange.lacking(theirs, everything=everything)

    def offer_again(self) -> None:
        self._exchange.offer_again()

    def offer_refused(self, but: Collection[str]) -> bool:
        return self._exchange.offer_refused(but)

    def receive(self, parcels: Sequence[Parcel], bookmark: Bookmark) -> tuple[Receipt, ...]:
        return self._exchange.receive(parcels, bookmark)

    def take_up(self) -> int:
        return self._exchange.take_up()

    def cursor(self, hub: str) -> str:
        return self._exchange.cursor(hub)

    def erase(self, scope: str) -> bool:
        if self._exchange.waiting(scope):
            return False
        try:
            # What is still unsent the hub did not want: the law goes first.
            self._session.store.journal.parting.erase(scope, even_unsent=True)
        except KnownError as error:
            if error.key != "journal.unknown_scope":
                raise
        return True

    def parted(self) -> tuple[str, ...]:
        return self._session.store.journal.parting.parted()

    def take_back(self, scope: str, parcels: Sequence[Parcel]) -> None:
        if scope in self.parted():
            self._session.store.journal.parting.take_back(scope, parcels)
            note_return(self._session, scope)

    def owed(self, way: Way) -> tuple[str, ...]:
        return self._blobs.owed(way)

    def settle(self, sha256: str, way: Way) -> None:
        self._blobs.settle(sha256, way)

    def read_blob(self, sha256: str) -> bytes:
        return self._blobs.get(sha256)

    def part_size(self, sha256: str) -> int:
        return self._blobs.part_size(sha256)

    def add_part(self, sha256: str, data: bytes) -> None:
        self._blobs.add_part(sha256, data)

    def finish(self, sha256: str) -> bool:
        return self._blobs.finish(sha256)

    def has_standard(self, standard: str, version: str) -> bool:
        return self._session.library.has(StandardRef(id=standard, version=version))

    def keep_standard(self, standard: str, version: str, text: bytes) -> bool:
        ref = StandardRef(id=standard, version=version)
        if not _is_usable(text, ref):
            return False
        name = "".join(c if c.isalnum() or c in "-." else "_" for c in f"{standard}-{version}")
        path = self._session.standards_folder / f"{name}.toml"
        write_whole(path, text)
        self._session.library.take_in(path)
        return self._session.library.has(ref)

    def recall(self, name: str) -> str:
        return self._local.get(name) or ""

    def remember(self, name: str, value: str) -> None:
        self._local.set(name, value)

    def keep_names(self, computers: Mapping[str, str], teams: Mapping[str, str]) -> None:
        keep_names(self._session, computers, teams)


def _is_usable(text: bytes, ref: StandardRef) -> bool:
    with tempfile.TemporaryDirectory(prefix="standard-") as folder:
        path = Path(folder) / "received.toml"
        path.write_bytes(text)
        try:
            standard = load_standard(path)
        except StandardError:
            return False
    return (standard.id, standard.version) == (ref.id, ref.version)
