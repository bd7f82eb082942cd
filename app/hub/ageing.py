"""What the hub lets go of when its time is over: once a day, and by a command.

How long is decided by the municipality, who answers for the data (GDPR article 5(1)(e): no
longer than the purpose needs). What is set here if nothing else is chosen, in days:

* access log, five years: who has read a case must be found as long as a reading without
  cause can be punished, which is five years for offences against the rules of data
  protection (databeskyttelsesloven, section 41), and the citizen may ask for it.
* acts of the administration, five years: they say who gave whom access, for the same reason.
* quarantine, half a year: an action that was refused still lies in the tray of the computer
  that made it; the copy here is for whoever looks into why, and outlasts a long absence.
* parked, one year: what a revoked computer had not sent exists nowhere else, so it is given
  time until somebody has looked; it is long enough for a complaint to be decided.
"""

import threading
from collections.abc import Mapping
from datetime import timedelta
from types import TracebackType

import msgspec
import sqlalchemy as sa

from app.clock import local_day
from app.crashes import tell
from app.errors import KnownError
from app.hub.blobs import Blobs
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

DEFAULT_DAYS: Mapping[str, int] = {
    "quarantine": 180,
    "access": 5 * 366,
    "acts": 5 * 366,
    "parked": 365,
}
# A log of less would let go of what somebody is about to ask for.
LEAST_DAYS = 30
_TABLES: Mapping[str, sa.Table] = {
    "quarantine": quarantine,
    "access": access,
    "acts": act,
    "parked": parked,
}
_EXPIRING = (session, web_session, nonce, code)
_KEPT, _DAY = "retention", "aged"
_NAP_S = 600.0


class Ageing:
    """Lets go of what is too old."""

    def __init__(self, room: Room, blobs: Blobs) -> None:
        self._room = room
        self._blobs = blobs

    def days(self) -> dict[str, int]:
        """Return how many days each is kept."""
        with self._room.reading() as connection:
            kept = connection.scalar(sa.select(setting.c.value).where(setting.c.name == _KEPT))
        chosen = msgspec.json.decode(kept or "{}", type=dict[str, int])
        return {**DEFAULT_DAYS, **chosen}

    def choose(self, what: str, days: int) -> None:
        """Keep something for so many days from now on; KnownError("hub.bad_retention")."""
        if what not in DEFAULT_DAYS or days < LEAST_DAYS:
            raise KnownError("hub.bad_retention", least=LEAST_DAYS)
        chosen = msgspec.json.encode({**self.days(), what: days}).decode()
        self._room.write(lambda connection: _set(connection, _KEPT, chosen))

    def age(self) -> dict[str, int]:
        """Let go of all whose time is over; return how many rows of each went."""
        now, days = self._room.now(), self.days()
        limits = {what: self._room.now(-timedelta(days=kept)) for what, kept in days.items()}

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
            _set(connection, _DAY, today)
            return True

        mine = self._room.write(work)
        if mine:
            self.age()
        return mine


def _set(connection: sa.Connection, name: str, value: str) -> None:
    connection.execute(sa.delete(setting).where(setting.c.name == name))
    connection.execute(sa.insert(setting), {"name": name, "value": value})


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
