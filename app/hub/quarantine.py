"""Refused actions, kept with their reason until somebody has looked at them."""

from collections.abc import Mapping
from datetime import datetime

import msgspec
import sqlalchemy as sa

from app.hub.room import Caller, Room, moment, next_number
from app.hub.tables import device, quarantine, user

_LARGEST = 4 * 1024 * 1024


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A refused action as a list shows it; `why` is the key of a sentence."""

    number: int
    at: datetime | None
    login: str
    computer: str
    action: str
    scope: str
    why: str
    size: int


class Quarantine:
    """Keeps refused actions."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def keep(
        self,
        connection: sa.Connection,
        caller: Caller,
        named: tuple[str, str],
        why: str,
        raw: bytes,
    ) -> None:
        """Keep what was refused, inside a transaction that writes; the same thing only once.

        `named` are the ids of action and scope, as far as they could be read.
        """
        action, scope = named
        mine = (quarantine.c.device == caller.device) & (quarantine.c.action == action)
        same = sa.select(quarantine.c.number).where(mine, quarantine.c.why == why)
        if connection.execute(same).first() is not None:
            return
        row = {
            "number": next_number(connection, quarantine),
            "at": self._room.now(),
            "device": caller.device,
            "action": action,
            "scope": scope,
            "why": why,
            "body": raw[:_LARGEST],
        }
        connection.execute(sa.insert(quarantine), row)

    def let_go(self, connection: sa.Connection, caller: Caller, taken: Mapping[str, bytes]) -> None:
        """Let go of what the hub has taken in after all, inside a transaction that writes."""
        held = sa.select(quarantine.c.number, quarantine.c.action)
        rows = connection.execute(held.where(quarantine.c.device == caller.device)).all()
        for number, action in ((row.number, row.action) for row in rows if row.action in taken):
            same = quarantine.c.body == taken[action][:_LARGEST]
            connection.execute(sa.delete(quarantine).where(quarantine.c.number == number, same))

    def all(self) -> tuple[Held, ...]:
        """Return what lies there, oldest first."""
        size = sa.func.length(quarantine.c.body).label("bytes")
        columns = [column for column in quarantine.c if column.name != "body"]
        query = (
            sa.select(*columns, size, user.c.login, device.c.name)
            .outerjoin(device, device.c.id == quarantine.c.device)
            .outerjoin(user, user.c.id == device.c.user)
            .order_by(quarantine.c.number)
        )
        with self._room.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(
            Held(
                number=row.number,
                at=moment(row.at),
                login=row.login or "",
                computer=row.name or "",
                action=row.action,
                scope=row.scope,
                why=row.why,
                size=row.bytes,
            )
            for row in rows
        )


def forget_scope(connection: sa.Connection, scope: str) -> None:
    """Let go of what was refused in a scope that is erased."""
    connection.execute(sa.delete(quarantine).where(quarantine.c.scope == scope))
