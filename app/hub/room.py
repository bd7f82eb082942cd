"""What every part of the hub works with: the database, the one writer, and the time."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from app.clock import Clock
from app.errors import KnownError
from app.journal.clock import from_wall, to_wall
from app.journal.failures import explained
from app.journal.writer import Writer
from app.sync.wire import Role

T = TypeVar("T")


# What is written in the same transaction as whatever is written next: the note of it.
Note = Callable[[sa.Connection], object]
_NOTE: ContextVar[Note | None] = ContextVar("note", default=None)


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """Who calls: a computer that signed in, and its user; `teams` are ids and names.

    One that `only_sends` was away for long and gets nothing until the office has looked at it.
    """

    device: str
    user: str
    name: str
    role: Role
    teams: Mapping[str, str]
    only_sends: bool = False


class Room:
    """The database and the time; may be used from any thread."""

    def __init__(self, engine: sa.Engine, writer: Writer, clock: Clock) -> None:
        self.engine = engine
        self.writer = writer
        self.clock = clock

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one moment."""
        with explained(), self.engine.connect() as connection, connection.begin():
            yield connection

    def write(self, work: Callable[[sa.Connection], T]) -> T:
        """Do work in one transaction, whole or not at all, after all others."""
        note = _NOTE.get()
        if note is None:
            return self.writer.run(work)

        def both(connection: sa.Connection) -> T:
            result = work(connection)
            note(connection)
            return result

        result = self.writer.run(both)
        _NOTE.set(None)
        return result

    @contextmanager
    def noting(self, note: Note) -> Iterator[None]:
        """Let the first transaction that is made inside be made with a note of it, or not at all.

        Inside nothing else is written on this thread.
        """
        token = _NOTE.set(note)
        try:
            yield
        finally:
            _NOTE.reset(token)

    def now(self, later: timedelta = timedelta()) -> int:
        """Return the moment, or a later one, as the tables have it."""
        return to_wall(self.clock() + later)


def moment(wall: int | None) -> datetime | None:
    """Return the moment that a table says."""
    return None if wall is None else from_wall(wall)


def next_number(connection: sa.Connection, table: sa.Table) -> int:
    """Return the next number of a table; only inside a transaction that writes."""
    return int(connection.scalar(sa.select(sa.func.max(table.c.number))) or 0) + 1


def hashed(secret: str) -> bytes:
    """Return what a random secret is known by."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()


def only(row: sa.Row[Any] | None, key: str) -> sa.Row[Any]:
    """Return the row, or raise KnownError if there is none."""
    if row is None:
        raise KnownError(key)
    return row
