"""Signatures, photos and PDFs by their sha256, in chunks in the encrypted database."""

import hashlib

import sqlalchemy as sa

from app.errors import KnownError
from app.journal.failures import explained
from app.journal.writer import Writer
from app.store.tables import blob, blob_chunk

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
