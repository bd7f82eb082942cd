"""Moves blobs between database, folder and store, while the hub is in use; and checks them."""

import hashlib
from typing import NamedTuple

import sqlalchemy as sa

from app.errors import KnownError
from app.hub.blobs import Blobs, chunks_of, doom
from app.hub.places import address_of
from app.hub.room import Room
from app.hub.tables import blob, chunk


class Count(NamedTuple):
    """How many blobs are as they should be, and how many are not."""

    whole: int
    damaged: int


class BlobMoves:
    """Each blob is moved for itself: read, checked, put, noted, and then dropped where it was."""

    def __init__(self, room: Room, blobs: Blobs) -> None:
        self._room = room
        self._blobs = blobs

    def move(self, to: str) -> Count:
        """Move everything to a place; what is damaged stays where it lies.

        May be stopped and begun again at any time. Raises KnownError "hub.bad_blob_place",
        "hub.blob_place".
        """
        target, done, damaged = address_of(to), 0, 0
        for sha256, size, place in self._all():
            if place == target:
                continue
            data = self._whole(sha256, size)
            if data is None:
                damaged += 1
                continue
            if target:
                self._blobs.places.at(target).put(sha256, data)
            done += self._note(sha256, data, place, target)
        self._blobs.bury()
        return Count(done, damaged)

    def check(self) -> Count:
        """Read every blob and see whether it is what it is called."""
        found = [self._whole(sha256, size) is not None for sha256, size, _ in self._all()]
        return Count(found.count(True), found.count(False))

    def _all(self) -> list[tuple[str, int, str]]:
        query = sa.select(blob.c.sha256, blob.c.size, blob.c.place).order_by(blob.c.sha256)
        with self._room.reading() as connection:
            return [(row.sha256, row.size, row.place or "") for row in connection.execute(query)]

    def _whole(self, sha256: str, size: int) -> bytes | None:
        try:
            data = self._blobs.read(sha256, 0, size)
        except KnownError:
            return None
        return data if hashlib.sha256(data).hexdigest() == sha256 else None

    def _note(self, sha256: str, data: bytes, before: str, after: str) -> bool:
        """Note where a blob lies now; False if it was erased or moved meanwhile."""
        mine = blob.c.sha256 == sha256

        def work(connection: sa.Connection) -> bool:
            row = connection.execute(sa.select(blob.c.place).where(mine)).first()
            if row is None or (row.place or "") != before:
                return False
            connection.execute(sa.update(blob).where(mine).values(place=after))
            connection.execute(sa.delete(chunk).where(chunk.c.sha256 == sha256))
            if not after and data:
                connection.execute(sa.insert(chunk), chunks_of(sha256, data))
            if before:
                doom(connection, sha256, before)
            return True

        noted = self._room.write(work)
        if not noted and after:
            self._room.write(lambda connection: doom(connection, sha256, after))
        return noted
