"""Lets go of what was kept long enough (retention.py): once a day, and by a command."""

import threading
from collections.abc import Mapping
from datetime import timedelta
from types import TracebackType

import sqlalchemy as sa

from app.clock import local_day
from app.crashes import tell
from app.hub.blobs import Blobs
from app.hub.retention import choose_days, kept_days, note
from app.hub.room import Room
from app.hub.tables import (
    access,
    act,
    attempt,
    code,
    nonce,
    parked,
    quarantine,
    session,
    setting,
    web_session,
)

_TABLES: Mapping[str, sa.Table] = {
    "quarantine": quarantine,
    "access": access,
    "acts": act,
    "parked": parked,
}
_EXPIRING = (session, web_session, nonce, code)
_DAY = "aged"
_NAP_S = 600.0


class Ageing:
    """Lets go of what is too old."""

    def __init__(self, room: Room, blobs: Blobs) -> None:
        self._room = room
        self._blobs = blobs

    def days(self) -> dict[str, int]:
        """Return how many days each is kept."""
        with self._room.reading() as connection:
            return kept_days(connection)

    def choose(self, what: str, days: int) -> None:
        """Keep something for so many days from now on; KnownError("hub.bad_retention")."""
        self._room.write(lambda connection: choose_days(connection, what, days))

    def age(self) -> dict[str, int]:
        """Let go of all whose time is over; return how many rows of each went."""
        now, days = self._room.now(), self.days()
        limits = {what: self._room.now(-timedelta(days=days[what])) for what in _TABLES}

        def work(connection: sa.Connection) -> dict[str, int]:
            for table in _EXPIRING:
                connection.execute(sa.delete(table).where(table.c.expires <= now))
            connection.execute(sa.delete(attempt).where(attempt.c.until <= now))
            return {
                what: connection.execute(sa.delete(table).where(table.c.at < limits[what])).rowcount
                for what, table in _TABLES.items()
            }

        gone = self._room.write(work)
        self._blobs.sweep()
        return gone

    def age_daily(self) -> bool:
        """Let go of what is too old unless some process did so today; tell whether it was done."""
        today = local_day(self._room.clock()).isoformat()
        last = sa.select(setting.c.value).where(setting.c.name == _DAY)

        def work(connection: sa.Connection) -> bool:
            if connection.scalar(last) == today:
                return False
            note(connection, _DAY, today)
            return True

        mine = self._room.write(work)
        if mine:
            self.age()
        return mine


class Daily:
    """Ages once a day for as long as it is entered, on a thread of its own."""

    def __init__(self, ageing: Ageing) -> None:
        self._ageing = ageing
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="ageing", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            try:
                self._ageing.age_daily()
            except Exception as error:  # the hub goes on, and so does the next day
                tell(error)
            if self._ended.wait(_NAP_S):
                return
