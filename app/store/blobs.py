"""Signatures, photos and PDFs by their sha256, in chunks in the encrypted database."""

import hashlib
from collections.abc import Collection, Sequence
from typing import Any, Literal

import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.errors import KnownError
from app.journal.appending import Written
from app.journal.failures import explained
from app.journal.tables import change, owed
from app.journal.writer import Writer
from app.store.tables import blob, blob_chunk, pending

CHUNK_BYTES = 256 * 1024


class Blobs:
    """Keeps bytes for good; the same bytes are kept once."""

    def __init__(self, engine: sa.Engine, writer: Writer) -> None:
        self._engine = engine
        self._writer = writer

    def put(self, data: bytes) -> str:
        """Keep bytes durably and return their sha256 in hexadecimal digits."""
        sha256 = hashlib.sha256(data).hexdigest()
        self._writer.run(lambda connection: _insert(connection, sha256, data))
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the bytes; KnownError if they are not here or no longer what they were."""
        query = (
            sa.select(blob_chunk.c.data)
            .where(blob_chunk.c.sha256 == sha256)
            .order_by(blob_chunk.c.number)
        )
        with explained(), self._engine.connect() as connection, connection.begin():
            if connection.scalar(_size_of(sha256)) is None:
                raise KnownError("store.blob_missing")
            data = b"".join(connection.scalars(query))
        if hashlib.sha256(data).hexdigest() != sha256:
            raise KnownError("store.blob_damaged")
        return data

    def size(self, sha256: str) -> int | None:
        """Return how many bytes a blob has, None if it is not here."""
        with explained(), self._engine.connect() as connection, connection.begin():
            found: int | None = connection.scalar(_size_of(sha256))
            return found

    def owed(self, way: Literal["up", "down"]) -> tuple[str, ...]:
        """Return the blobs that the hub awaits from here, or that are awaited from there."""
        here = sa.select(blob.c.sha256)
        there = owed.c.sha256.in_(here) if way == "up" else owed.c.sha256.not_in(here)
        query = sa.select(owed.c.sha256).where(owed.c.way == way, there)
        with explained(), self._engine.connect() as connection, connection.begin():
            return tuple(connection.scalars(query.order_by(owed.c.sha256)))

    def settle(self, sha256: str, way: Literal["up", "down"]) -> None:
        """Note that a blob is owed no more."""
        mine = (owed.c.sha256 == sha256) & (owed.c.way == way)
        self._writer.run(lambda connection: connection.execute(sa.delete(owed).where(mine)))

    def part_size(self, sha256: str) -> int:
        """Return how much of a blob that is on its way has come, in bytes."""
        table = blob_chunk
        size = sa.select(sa.func.coalesce(sa.func.sum(sa.func.length(table.c.data)), 0))
        with explained(), self._engine.connect() as connection, connection.begin():
            return int(connection.scalar(size.where(table.c.sha256 == sha256)) or 0)

    def add_part(self, sha256: str, data: bytes) -> None:
        """Keep the next bytes of a blob that is on its way; nobody reads it before `finish`."""
        number = sa.select(sa.func.coalesce(sa.func.max(blob_chunk.c.number), -1))

        def work(connection: sa.Connection) -> None:
            if connection.scalar(_size_of(sha256)) is None:
                last = connection.scalar(number.where(blob_chunk.c.sha256 == sha256))
                first = 0 if last is None else last + 1
                connection.execute(sa.insert(blob_chunk), _chunks(sha256, data, first))

        if data:
            self._writer.run(work)

    def finish(self, sha256: str) -> bool:
        """Take a blob for whole that has come; one that is not what it is called is dropped.

        Returns whether it was whole.
        """
        chunks = sa.select(blob_chunk.c.data).where(blob_chunk.c.sha256 == sha256)
        digest, size = hashlib.sha256(), 0
        with explained(), self._engine.connect() as connection, connection.begin():
            for data in connection.scalars(chunks.order_by(blob_chunk.c.number)):
                digest.update(data)
                size += len(data)
        whole = digest.hexdigest() == sha256

        def work(connection: sa.Connection) -> None:
            if connection.scalar(_size_of(sha256)) is not None:
                return
            if whole:
                connection.execute(sa.insert(blob), {"sha256": sha256, "size": size})
            else:
                _drop_chunks(connection, sha256)

        self._writer.run(work)
        return whole

    def changed(self, connection: sa.Connection, written: Sequence[Written]) -> None:
        """Blobs are put before a change names them."""

    def received(self, connection: sa.Connection, keys: Sequence[FieldKey]) -> None:
        """A reference may arrive before its blob."""

    def parting(
        self, connection: sa.Connection, scope: str, blobs: Collection[str], erased: bool
    ) -> None:
        """Remove those blobs that no change and no text under way names any more."""
        for sha256 in sorted(blobs):
            if not any(connection.scalar(_naming(column, sha256)) for column in _MAY_NAME):
                for table in (blob, blob_chunk):
                    connection.execute(sa.delete(table).where(table.c.sha256 == sha256))

    def rebuilt(self, connection: sa.Connection) -> None:
        """Blobs do not follow from the state."""

    def rolled_back(self) -> None:
        """Blobs were rolled back with the rest."""


_MAY_NAME = (change.c.value, pending.c.text)


def _naming(column: sa.Column[Any], sha256: str) -> sa.Select[Any]:
    return sa.select(sa.literal(1)).where(column.contains(sha256)).limit(1)


def _size_of(sha256: str) -> sa.Select[Any]:
    return sa.select(blob.c.size).where(blob.c.sha256 == sha256)


def _insert(connection: sa.Connection, sha256: str, data: bytes) -> None:
    if connection.scalar(_size_of(sha256)) is not None:
        return
    _drop_chunks(connection, sha256)  # of one that was on its way from elsewhere
    connection.execute(sa.insert(blob), {"sha256": sha256, "size": len(data)})
    if data:
        connection.execute(sa.insert(blob_chunk), _chunks(sha256, data, 0))


def _drop_chunks(connection: sa.Connection, sha256: str) -> None:
    connection.execute(sa.delete(blob_chunk).where(blob_chunk.c.sha256 == sha256))


def _chunks(sha256: str, data: bytes, first: int) -> list[dict[str, object]]:
    return [
        {"sha256": sha256, "number": number, "data": data[start : start + CHUNK_BYTES]}
        for number, start in enumerate(range(0, len(data), CHUNK_BYTES), first)
    ]
