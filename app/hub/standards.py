"""Quality standards as the hub gives them out: each version once, unchanged for good."""

import hashlib
from pathlib import Path

import msgspec
import sqlalchemy as sa

from app.domain.standard_file import load_standard
from app.errors import KnownError
from app.hub.room import Room
from app.hub.tables import standard
from app.store.files import explained_files
from app.sync.wire import StandardInfo


def mark(connection: sa.Connection) -> str:
    """Return a text that is another one when there are other standards; none goes away."""
    newest = sa.select(sa.func.count(), sa.func.max(standard.c.at))
    count, at = connection.execute(newest).one()
    return f"{count}-{at or 0}"


class Standards:
    """The standards that reach every laptop."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def add(self, path: Path) -> StandardInfo:
        """Take a standard's file in, and return what it is.

        Raises StandardError for a file with faults, and KnownError("hub.standard_known") for
        a version that was given out with other content.
        """
        with explained_files():
            raw = path.read_bytes()
        made = load_standard(path)
        digest = hashlib.sha256(raw).hexdigest()
        info = StandardInfo(id=made.id, version=made.version, sha256=digest)
        row = {
            **msgspec.structs.asdict(info),
            "toml": raw.decode("utf-8"),
            "at": self._room.now(),
        }

        def work(connection: sa.Connection) -> None:
            mine = (standard.c.id == made.id) & (standard.c.version == made.version)
            before = connection.scalar(sa.select(standard.c.sha256).where(mine))
            if before is None:
                connection.execute(sa.insert(standard), row)
            elif before != digest:
                raise KnownError("hub.standard_known", standard=made.id, version=made.version)

        self._room.write(work)
        return info

    def all(self) -> tuple[StandardInfo, ...]:
        """Return every version."""
        columns = (standard.c.id, standard.c.version, standard.c.sha256)
        query = sa.select(*columns).order_by(standard.c.id, standard.c.at, standard.c.version)
        with self._room.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(StandardInfo(id=r.id, version=r.version, sha256=r.sha256) for r in rows)

    def get(self, which: str, version: str) -> str:
        """Return the file of a version as it was taken in; KnownError("hub.no_standard")."""
        mine = (standard.c.id == which) & (standard.c.version == version)
        with self._room.reading() as connection:
            text = connection.scalar(sa.select(standard.c.toml).where(mine))
        if text is None:
            raise KnownError("hub.no_standard")
        return str(text)
