"""Signatures, photos and PDFs by their sha256, in chunks in the encrypted database."""

import hashlib
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.errors import KnownError
from app.journal.appending import Written
from app.journal.failures import explained
from app.journal.tables import change
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


def _size_of(sha256: str) -> sa.Select[tuple[int]]:
    return sa.select(blob.c.size).where(blob.c.sha256 == sha256)


def _insert(connection: sa.Connection, sha256: str, data: bytes) -> None:
    if connection.scalar(_size_of(sha256)) is not None:
        return
    connection.execute(sa.insert(blob), {"sha256": sha256, "size": len(data)})
    rows = [
        {"sha256": sha256, "number": number, "data": data[start : start + CHUNK_BYTES]}
        for number, start in enumerate(range(0, len(data), CHUNK_BYTES))
    ]
    if rows:
        connection.execute(sa.insert(blob_chunk), rows)
