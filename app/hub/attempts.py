"""Counts tries that failed: whoever guesses must wait."""

from datetime import timedelta

import sqlalchemy as sa

from app.errors import KnownError
from app.hub.room import Room, hashed
from app.hub.tables import attempt

ALLOWED = 10
_WINDOW = timedelta(minutes=15)
_MICROSECONDS = 1_000_000


class Attempts:
    """The tries of everybody; who it was is kept as a digest only."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def check(self, who: str) -> None:
        """Raise KnownError("hub.too_many_attempts") for one who failed too often."""
        with self._room.reading() as connection:
            mine = sa.select(attempt).where(attempt.c.who == _name(who))
            row = connection.execute(mine).first()
        now = self._room.now()
        if row is not None and row.tries >= ALLOWED and row.until > now:
            raise KnownError("hub.too_many_attempts", wait=(row.until - now) // _MICROSECONDS + 1)

    def failed(self, who: str) -> None:
        """Count a try that failed."""
        name, now = _name(who), self._room.now()
        until = self._room.now(_WINDOW)

        def work(connection: sa.Connection) -> None:
            connection.execute(sa.delete(attempt).where(attempt.c.until <= now))
            mine = attempt.c.who == name
            count = connection.scalar(sa.select(attempt.c.tries).where(mine)) or 0
            connection.execute(sa.delete(attempt).where(mine))
            row = {"who": name, "tries": count + 1, "until": until}
            connection.execute(sa.insert(attempt), row)

        self._room.write(work)


def _name(who: str) -> str:
    return hashed(who).hex()
