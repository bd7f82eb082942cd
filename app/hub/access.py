"""The access log: who read what, when and why; ageing.py says for how long it is kept."""

from collections.abc import Collection
from datetime import datetime

import msgspec
import sqlalchemy as sa

from app.clock import local_day
from app.hub.room import Room, moment, next_number
from app.hub.tables import access, device, user
from app.journal import tables


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """One reading of a case: `what` is "sent", "search", "open", "moved", "erased" and so on."""

    at: datetime | None
    login: str
    computer: str
    what: str
    why: str


class AccessLog:
    """Writes and reads the log."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def sent(self, who: str, which: str, scopes: Collection[int]) -> None:
        """Note that cases went out to a computer: the first time of each day."""
        day = local_day(self._room.clock()).isoformat()
        mine = (access.c.device == which) & (access.c.day == day)
        noted = sa.select(access.c.scope).where(mine)
        with self._room.reading() as connection:
            fresh = set(scopes) - set(connection.scalars(noted))
        if not fresh:
            return

        def work(connection: sa.Connection) -> None:
            for scope in sorted(fresh):
                self.note(connection, who, which, "sent", scope, day=day)

        self._room.write(work)

    def note(
        self,
        connection: sa.Connection,
        who: str | None,
        which: str | None,
        what: str,
        scope: int | None,
        why: str = "",
        day: str | None = None,
    ) -> None:
        """Note one reading, inside a transaction that writes."""
        row = {
            "number": next_number(connection, access),
            "at": self._room.now(),
            "user": who,
            "device": which,
            "what": what,
            "scope": scope,
            "why": why,
            "day": day,
        }
        connection.execute(sa.insert(access), row)

    def of_scope(self, scope: str) -> tuple[Access, ...]:
        """Return who read a case or a citizen, newest first."""
        known = tables.scope
        query = (
            sa.select(access, user.c.login, device.c.name)
            .join(known, known.c.number == access.c.scope)
            .outerjoin(user, user.c.id == access.c.user)
            .outerjoin(device, device.c.id == access.c.device)
            .where(known.c.id == scope)
            .order_by(access.c.number.desc())
        )
        with self._room.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(
            Access(
                at=moment(row.at),
                login=row.login or "",
                computer=row.name or "",
                what=row.what,
                why=row.why or "",
            )
            for row in rows
        )
