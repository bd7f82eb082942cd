"""What is there for one who is signed in: people, computers, quarantine, and true numbers."""

from datetime import timedelta

import msgspec
import sqlalchemy as sa

from app.hub.admin import conflicts
from app.hub.admin.cases import cases_of
from app.hub.admin.doors import Visitor
from app.hub.devices import Device
from app.hub.hub import Hub
from app.hub.quarantine import Held
from app.hub.tables import blob, code, named
from app.hub.users import User

_LONG_UNSEEN = timedelta(days=7)


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers of the overview, for those the visitor may see."""

    computers: int
    unseen: int
    invited: int
    files_missing: int
    quarantine: int
    conflicts: int


def people(hub: Hub, visitor: Visitor) -> tuple[User, ...]:
    """Return the users that the visitor may see: all, or those of the visitor's teams."""
    mine = set(visitor.teams.values())
    return tuple(u for u in hub.users.all() if visitor.administers or mine & set(u.teams))


def computers(hub: Hub, visitor: Visitor) -> tuple[Device, ...]:
    """Return the computers of those users."""
    logins = {each.login for each in people(hub, visitor)}
    return tuple(d for d in hub.devices.all() if d.login in logins)


def quarantine(hub: Hub, visitor: Visitor) -> tuple[Held, ...]:
    """Return what was refused of those users, newest first."""
    logins = {each.login for each in people(hub, visitor)}
    return tuple(
        h for h in reversed(hub.quarantine.all()) if visitor.administers or h.login in logins
    )


def counts(hub: Hub, visitor: Visitor) -> Counts:
    """Count what is there and what waits, as it is now."""
    mine = [each for each in computers(hub, visitor) if each.revoked is None]
    since = hub.room.clock() - _LONG_UNSEEN
    with hub.room.reading() as connection:
        cases = cases_of(connection, None if visitor.administers else list(visitor.teams))
        ids = {each.id for each in people(hub, visitor)}
        waiting = connection.scalars(sa.select(code.c.user).where(code.c.expires > hub.room.now()))
        invited = sum(who in ids for who in waiting)
        missing = _files_missing(connection, {each.scope for each in cases})
    return Counts(
        computers=len(mine),
        unseen=sum(each.seen is None or each.seen < since for each in mine),
        invited=invited,
        files_missing=missing,
        quarantine=len(quarantine(hub, visitor)),
        conflicts=conflicts.count(hub, visitor),
    )


def _files_missing(connection: sa.Connection, scopes: set[int]) -> int:
    query = (
        sa.select(named.c.sha256, named.c.scope)
        .outerjoin(blob, blob.c.sha256 == named.c.sha256)
        .where(blob.c.sha256.is_(None))
    )
    return len({row.sha256 for row in connection.execute(query) if row.scope in scopes})
