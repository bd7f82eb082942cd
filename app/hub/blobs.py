"""Signatures, photos and documents by their SHA-256: sent in parts, checked whole, kept once.

The bytes lie in the database, which is encrypted at rest like everything else of the hub.
"""

import hashlib
import re
from datetime import timedelta
from typing import NamedTuple

import sqlalchemy as sa

from app.errors import KnownError
from app.hub.blob_rights import forget_names, has, hold, may_read
from app.hub.room import Caller, Room
from app.hub.tables import blob, chunk, part
from app.sync.wire import BLOB_BYTES, PART_BYTES, BlobState

_SHA256 = re.compile(r"[0-9a-f]{64}")
_UNDER_WAY = timedelta(days=7)
# So much may be under way from one computer.
_UNFINISHED = 4 * BLOB_BYTES


class Piece(NamedTuple):
    """A range of a blob: its bytes, where they begin, and how many there are in all."""

    data: bytes
    start: int
    size: int


class Blobs:
    """Takes and gives blobs; raises KnownError "hub.blob_..."."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def state(self, caller: Caller, sha256: str) -> BlobState:
        """Return how far a computer's upload has come; whole, whoever sent it."""
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

        def work(connection: sa.Connection) -> BlobState | None:
            state = _state(connection, caller, sha256)
            if state.complete:
                return state
            if start != state.size:
                raise KnownError("hub.blob_offset", size=state.size)
            self._keep(connection, caller.device, sha256, start, data)
            if start + len(data) < total:
                return BlobState(size=start + len(data), complete=False)
            return _complete(connection, caller, sha256, total)

        done = self._room.write(work)
        if done is None:
            raise KnownError("hub.blob_damaged")
        return done

    def _keep(
        self, connection: sa.Connection, which: str, sha256: str, start: int, data: bytes
    ) -> None:
        now = self._room.now()
        old = sa.delete(part).where(part.c.at < self._room.now(-_UNDER_WAY))
        connection.execute(old)
        waiting = sa.select(sa.func.sum(sa.func.length(part.c.data)))
        held = connection.scalar(waiting.where(part.c.device == which)) or 0
        if held + len(data) > _UNFINISHED:
            raise KnownError("hub.blob_too_many")
        row = {"sha256": sha256, "device": which, "start": start, "data": data, "at": now}
        connection.execute(sa.insert(part), row)

    def get(self, caller: Caller, sha256: str, start: int = 0, end: int | None = None) -> Piece:
        """Return the bytes from `start` to before `end` of a blob of one of the user's cases.

        Raises KnownError "hub.blob_missing", also for one that the user may not see, and
        "hub.blob_range".
        """
        _check_name(sha256)
        with self._room.reading() as connection:
            size = connection.scalar(sa.select(blob.c.size).where(blob.c.sha256 == sha256))
            if size is None or not may_read(connection, caller.user, sha256):
                raise KnownError("hub.blob_missing")
            stop = size if end is None else min(end, size)
            if not 0 <= start <= stop or (start == size and size):
                raise KnownError("hub.blob_range", size=size)
            inside = (chunk.c.start < stop) & (chunk.c.start + PART_BYTES > start)
            query = sa.select(chunk).where(chunk.c.sha256 == sha256, inside)
            rows = connection.execute(query.order_by(chunk.c.start)).all()
        first = rows[0].start if rows else 0
        data = b"".join(row.data for row in rows)[start - first : stop - first]
        return Piece(data, start, size)


def _check_name(sha256: str) -> None:
    if not _SHA256.fullmatch(sha256):
        raise KnownError("hub.blob_missing")


def _state(connection: sa.Connection, caller: Caller, sha256: str) -> BlobState:
    size = connection.scalar(sa.select(blob.c.size).where(blob.c.sha256 == sha256))
    if size is not None and has(connection, caller.user, sha256):
        return BlobState(size=size, complete=True)
    mine = (part.c.sha256 == sha256) & (part.c.device == caller.device)
    held = connection.scalar(sa.select(sa.func.sum(sa.func.length(part.c.data))).where(mine))
    return BlobState(size=int(held or 0), complete=False)


def _complete(
    connection: sa.Connection, caller: Caller, sha256: str, total: int
) -> BlobState | None:
    """Keep an upload for good if it is what its name says; drop it and return None if not."""
    mine = (part.c.sha256 == sha256) & (part.c.device == caller.device)
    starts = connection.scalars(sa.select(part.c.start).where(mine).order_by(part.c.start)).all()
    check, rows = hashlib.sha256(), []
    for start in starts:
        data = connection.scalar(sa.select(part.c.data).where(mine, part.c.start == start))
        check.update(data or b"")
        rows.append({"sha256": sha256, "start": start, "data": data})
    connection.execute(sa.delete(part).where(mine))
    if check.hexdigest() != sha256:
        return None
    hold(connection, caller.user, sha256)
    if connection.scalar(sa.select(blob.c.size).where(blob.c.sha256 == sha256)) is None:
        connection.execute(sa.insert(blob), {"sha256": sha256, "size": total})
        connection.execute(sa.insert(chunk), rows)
    return BlobState(size=total, complete=True)


def drop_blobs(connection: sa.Connection, scope: int) -> None:
    """Let go of the blobs that an erased scope named and nothing else does."""
    for sha256 in forget_names(connection, scope):
        for table in (blob, chunk, part):
            connection.execute(sa.delete(table).where(table.c.sha256 == sha256))
