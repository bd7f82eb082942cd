"""Signatures, photos and documents by their SHA-256: sent in parts, checked whole, kept once.

The bytes lie in the database, or in a folder or store beside it (places.py). In what order
things are done keeps the two in step: bytes are there before a row says so, and a row is gone
before the bytes go. What a process that died has left over is swept after a while.
"""

import hashlib
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from typing import NamedTuple

import sqlalchemy as sa

from app.errors import KnownError
from app.hub.blob_rights import forget_names, has, hold, may_read
from app.hub.places import Places
from app.hub.room import Caller, Room
from app.hub.tables import blob, chunk, doomed, named, part
from app.sync.wire import BLOB_BYTES, PART_BYTES, BlobState

_SHA256 = re.compile(r"[0-9a-f]{64}")
_UNDER_WAY = timedelta(days=7)
# What nothing names is dropped after so long: a change that names it may come after it.
_UNNAMED = timedelta(days=30)
# What lies in a place and is in no table: some process may be about to note it.
_ORPHANED = timedelta(days=1)
# So much may be under way from one computer.
_UNFINISHED = 4 * BLOB_BYTES
_TRIES = 3


class Piece(NamedTuple):
    """A range of a blob: its bytes, where they begin, and how many there are in all."""

    data: bytes
    start: int
    size: int


class Blobs:
    """Takes and gives blobs; raises KnownError "hub.blob_..."."""

    def __init__(self, room: Room, places: Places) -> None:
        self._room = room
        self.places = places

    def state(self, caller: Caller, sha256: str) -> BlobState:
        """Return how far a computer's upload has come; whole, if its user has or may read it.

        Of any other nothing is said: whoever knows the name alone must send the bytes.
        """
        _check_name(sha256)
        with self._room.reading() as connection:
            return _state(connection, caller, sha256)

    def put(self, caller: Caller, sha256: str, start: int, total: int, data: bytes) -> BlobState:
        """Take a part that begins where the last one ended; the last one completes the blob.

        Raises KnownError "hub.blob_too_large", "hub.blob_offset" (with `size`: where to go
        on), "hub.blob_damaged": then the upload begins anew.
        """
        _check_name(sha256)
        if total > BLOB_BYTES or len(data) > PART_BYTES:
            raise KnownError("hub.blob_too_large", megabytes=BLOB_BYTES // 1024**2)
        if not 0 <= start <= start + len(data) <= total or (not data and total):
            raise KnownError("hub.bad_request")
        if start + len(data) == total:
            return self._complete(caller, sha256, start, data)

        def work(connection: sa.Connection) -> BlobState:
            state = _state(connection, caller, sha256)
            if state.complete:
                return state
            _check_offset(start, state)
            self._keep_part(connection, caller.device, sha256, start, data)
            return BlobState(size=start + len(data), complete=False)

        return self._room.write(work)

    def _keep_part(
        self, connection: sa.Connection, which: str, sha256: str, start: int, data: bytes
    ) -> None:
        waiting = sa.select(sa.func.sum(sa.func.length(part.c.data)))
        held = connection.scalar(waiting.where(part.c.device == which)) or 0
        if held + len(data) > _UNFINISHED:
            raise KnownError("hub.blob_too_many")
        row = {"sha256": sha256, "device": which, "start": start, "data": data}
        connection.execute(sa.insert(part), row | {"at": self._room.now()})

    def _complete(self, caller: Caller, sha256: str, start: int, last: bytes) -> BlobState:
        """Keep an upload for good if it is what its name says; drop it if not.

        The last part is not kept for itself: a process that dies here leaves the others, and
        the computer sends the last one again.
        """
        mine = (part.c.sha256 == sha256) & (part.c.device == caller.device)
        with self._room.reading() as connection:
            state = _state(connection, caller, sha256)
            if state.complete:
                return state
            _check_offset(start, state)
            parts = sa.select(part.c.data).where(mine).order_by(part.c.start)
            data = b"".join([*connection.scalars(parts), last])
        whole = hashlib.sha256(data).hexdigest() == sha256
        if whole:
            self.keep(caller.user, sha256, data)
        self._room.write(lambda connection: connection.execute(sa.delete(part).where(mine)))
        if not whole:
            raise KnownError("hub.blob_damaged")
        return BlobState(size=len(data), complete=True)

    def keep(self, who: str, sha256: str, data: bytes) -> None:
        """Keep a blob that is what its name says, and note that a user has it."""
        place = self.places.fresh

        def work(connection: sa.Connection) -> bool:
            if _size(connection, sha256) is None:
                # A sweep may have taken what was put: it does so in such a transaction, too.
                if place and self.places.at(place).size(sha256) != len(data):
                    return False
                self._insert(connection, sha256, data, place)
            hold(connection, who, sha256)
            return True

        for _ in range(_TRIES):
            if place and not self._is_known(sha256):
                self.places.at(place).put(sha256, data)
            if self._room.write(work):
                return
        raise KnownError("hub.blob_place")

    def _is_known(self, sha256: str) -> bool:
        with self._room.reading() as connection:
            return _size(connection, sha256) is not None

    def _insert(self, connection: sa.Connection, sha256: str, data: bytes, place: str) -> None:
        row = {"sha256": sha256, "size": len(data), "place": place, "at": self._room.now()}
        connection.execute(sa.insert(blob), row)
        if not place and data:
            connection.execute(sa.insert(chunk), chunks_of(sha256, data))

    def get(self, caller: Caller, sha256: str, start: int = 0, end: int | None = None) -> Piece:
        """Return the bytes from `start` to before `end` of a blob of one of the user's cases.

        Raises KnownError "hub.blob_missing", also for one that the user may not see, and
        "hub.blob_range", "hub.blob_place".
        """
        _check_name(sha256)
        with self._room.reading() as connection:
            size = _size(connection, sha256)
            if size is None or not may_read(connection, caller.user, sha256):
                raise KnownError("hub.blob_missing")
        stop = size if end is None else min(end, size)
        if not 0 <= start <= stop or (start == size and size):
            raise KnownError("hub.blob_range", size=size)
        return Piece(self.read(sha256, start, stop), start, size)

    def read(self, sha256: str, start: int, stop: int) -> bytes:
        """Return bytes of a blob from wherever it lies; it may be moved meanwhile."""
        try:
            return self._read(sha256, start, stop)
        except KnownError:
            return self._read(sha256, start, stop)

    def _read(self, sha256: str, start: int, stop: int) -> bytes:
        with self._room.reading() as connection:
            place = connection.scalar(sa.select(blob.c.place).where(blob.c.sha256 == sha256))
            if not place:
                return _from_chunks(connection, sha256, start, stop)
        return self.places.at(place).get(sha256, start, stop)

    def bury(self) -> None:
        """Let go of bytes outside that no row names any more; those that fail, the next time."""
        with self._room.reading() as connection:
            rows = connection.execute(sa.select(doomed)).all()
        for row in rows:
            with suppress(KnownError):
                self._drop(row.sha256, row.place)

    def _drop(self, sha256: str, place: str) -> None:
        mine = (doomed.c.sha256 == sha256) & (doomed.c.place == place)
        here = sa.select(blob.c.sha256).where(blob.c.sha256 == sha256, blob.c.place == place)

        def work(connection: sa.Connection) -> None:
            if connection.execute(here).first() is None:
                self.places.at(place).drop(sha256)
            connection.execute(sa.delete(doomed).where(mine))

        self._room.write(work)

    def sweep(self) -> None:
        """Let go of uploads and bytes that were left over: by computers, or by a process."""
        old, unnamed = self._room.now(-_UNDER_WAY), self._room.now(-_UNNAMED)
        names = sa.select(named.c.sha256)
        lost = sa.select(blob.c.sha256).where(blob.c.at < unnamed, blob.c.sha256.not_in(names))

        def work(connection: sa.Connection) -> None:
            connection.execute(sa.delete(part).where(part.c.at < old))
            forget_blobs(connection, connection.scalars(lost).all())

        self._room.write(work)
        if self.places.fresh:
            self._doom_orphans(self.places.fresh)
        self.bury()

    def _doom_orphans(self, place: str) -> None:
        """Mark what lies in a place and no row names; `_drop` looks again before it drops."""
        before = self._room.clock() - _ORPHANED
        with self._room.reading() as connection:
            mine = sa.select(blob.c.sha256).where(blob.c.place == place)
            known = set(connection.scalars(mine))
        found = {each for each in self.places.at(place).older_than(before) if _is_name(each)}
        rows = [{"sha256": each, "place": place} for each in sorted(found - known)]

        def work(connection: sa.Connection) -> None:
            for row in rows:
                doom(connection, row["sha256"], row["place"])

        self._room.write(work)


def _check_name(sha256: str) -> None:
    if not _is_name(sha256):
        raise KnownError("hub.blob_missing")


def _is_name(text: str) -> bool:
    return _SHA256.fullmatch(text) is not None


def _check_offset(start: int, state: BlobState) -> None:
    if start != state.size:
        raise KnownError("hub.blob_offset", size=state.size)


def _size(connection: sa.Connection, sha256: str) -> int | None:
    """Return how large a whole blob is; None if there is none."""
    return connection.scalar(sa.select(blob.c.size).where(blob.c.sha256 == sha256))


def _state(connection: sa.Connection, caller: Caller, sha256: str) -> BlobState:
    size = _size(connection, sha256)
    if size is not None and has(connection, caller.user, sha256):
        return BlobState(size=size, complete=True)
    mine = (part.c.sha256 == sha256) & (part.c.device == caller.device)
    held = connection.scalar(sa.select(sa.func.sum(sa.func.length(part.c.data))).where(mine))
    return BlobState(size=int(held or 0), complete=False)


def chunks_of(sha256: str, data: bytes) -> list[dict[str, object]]:
    """Return the rows in which the bytes of a blob lie in the database."""
    return [
        {"sha256": sha256, "start": start, "data": data[start : start + PART_BYTES]}
        for start in range(0, len(data), PART_BYTES)
    ]


def _from_chunks(connection: sa.Connection, sha256: str, start: int, stop: int) -> bytes:
    inside = (chunk.c.start < stop) & (chunk.c.start + PART_BYTES > start)
    query = sa.select(chunk).where(chunk.c.sha256 == sha256, inside)
    rows = connection.execute(query.order_by(chunk.c.start)).all()
    first = rows[0].start if rows else 0
    data = b"".join(row.data for row in rows)[start - first : stop - first]
    if len(data) != stop - start:
        raise KnownError("hub.blob_missing")
    return data


def drop_blobs(connection: sa.Connection, scope: int) -> None:
    """Let go of the blobs that an erased scope named and nothing else does.

    Bytes outside the database go after the transaction, by `Blobs.bury`.
    """
    forget_blobs(connection, forget_names(connection, scope))


def forget_blobs(connection: sa.Connection, names: Iterable[str]) -> None:
    """Let go of blobs, inside a transaction that writes."""
    for sha256 in names:
        place = connection.scalar(sa.select(blob.c.place).where(blob.c.sha256 == sha256))
        if place:
            doom(connection, sha256, place)
        for table in (blob, chunk, part):
            connection.execute(sa.delete(table).where(table.c.sha256 == sha256))


def doom(connection: sa.Connection, sha256: str, place: str) -> None:
    """Mark bytes outside as gone, inside a transaction that writes; `bury` lets go of them."""
    mine = (doomed.c.sha256 == sha256) & (doomed.c.place == place)
    connection.execute(sa.delete(doomed).where(mine))
    connection.execute(sa.insert(doomed), {"sha256": sha256, "place": place})
