"""Notes whose case was shown to whom: a list once a day, a single case each time."""

from collections.abc import Collection

import sqlalchemy as sa

from app.clock import today
from app.hub.admin.doors import Visitor
from app.hub.hub import Hub
from app.hub.tables import access

Scopes = Collection[int | None]


def note(hub: Hub, visitor: Visitor, what: str, scopes: Scopes, why: str = "") -> None:
    """Note that cases were shown; without a case, that something was asked for."""
    _note(hub, visitor, what, scopes, why, None)


def note_daily(hub: Hub, visitor: Visitor, what: str, scopes: Collection[int]) -> None:
    """Note that a list showed cases: the first time of each day."""
    day = today(hub.room.clock).isoformat()
    mine = (access.c.user == visitor.user) & (access.c.what == what)
    noted = sa.select(access.c.scope).where(mine, access.c.day == day)
    with hub.room.reading() as connection:
        fresh = set(scopes) - set(connection.scalars(noted))
    _note(hub, visitor, what, sorted(fresh), "", day)


def _note(hub: Hub, visitor: Visitor, what: str, scopes: Scopes, why: str, day: str | None) -> None:
    if not scopes:
        return

    def work(connection: sa.Connection) -> None:
        for scope in scopes:
            hub.log.note(connection, visitor.user, None, what, scope, why, day)

    hub.room.write(work)
