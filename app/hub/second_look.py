"""What lies in quarantine is tried once more or dropped, by whoever may."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from app.errors import KnownError
from app.hub.hub import Hub
from app.hub.quarantine import Held
from app.hub.room import Caller, only
from app.hub.tables import device, member, quarantine, team, user
from app.journal import tables


def find_held(hub: Hub, number: str) -> Held:
    """Return what lies in quarantine under a number; KnownError("hub.no_held")."""
    found = next((each for each in hub.quarantine.all() if str(each.number) == number), None)
    if found is None:
        raise KnownError("hub.no_held")
    return found


def body_of(hub: Hub, held: Held) -> bytes:
    """Return a refused action as it came."""
    mine = sa.select(quarantine.c.body).where(quarantine.c.number == held.number)
    with hub.room.reading() as connection:
        return bytes(connection.scalar(mine) or b"")


def offer_again(hub: Hub, held: Held) -> bool:
    """Try a refused action once more, as what the user who sent it is now; tell if it is taken.

    What is refused again lies there with the reason of today.
    """
    raw = body_of(hub, held)

    def work(connection: sa.Connection) -> bool:
        caller = _sender(connection, held.number)
        connection.execute(sa.delete(quarantine).where(quarantine.c.number == held.number))
        return hub.intake.again(connection, caller, raw).outcome != "refused"

    return hub.room.write(work)


def drop(hub: Hub, held: Held, by: str | None, why: str) -> None:
    """Let go of a refused action; the computer that made it keeps its own.

    That a case lost it stands in the log. Raises KnownError("hub.say_why").
    """
    reason = why.strip()
    if not reason:
        raise KnownError("hub.say_why")
    known = tables.scope.c

    def work(connection: sa.Connection) -> None:
        connection.execute(sa.delete(quarantine).where(quarantine.c.number == held.number))
        scope = connection.scalar(sa.select(known.number).where(known.id == held.scope))
        if scope is not None:
            hub.log.note(connection, by, None, "dropped", scope, reason)

    hub.room.write(work)


def _sender(connection: sa.Connection, number: int) -> Caller:
    query: sa.Select[Any] = (
        sa.select(user.c.id, user.c.name, user.c.role, device.c.id.label("device"))
        .join(device, device.c.user == user.c.id)
        .join(quarantine, quarantine.c.device == device.c.id)
        .where(quarantine.c.number == number)
    )
    row = only(connection.execute(query).first(), "hub.no_held")
    theirs = sa.select(team.c.id, team.c.name).join(member, member.c.team == team.c.id)
    rows = connection.execute(theirs.where(member.c.user == row.id).order_by(team.c.name))
    teams: Mapping[str, str] = {each.id: each.name for each in rows}
    return Caller(device=row.device, user=row.id, name=row.name, role=row.role, teams=teams)
