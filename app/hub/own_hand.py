"""What the office writes at the hub: a normal action of the journal, in an epoch of the hub's."""

from collections.abc import Sequence

import sqlalchemy as sa

from app.hub.feeds import Item, announce, readers
from app.hub.room import Room
from app.hub.tables import epoch, origin
from app.journal import tables
from app.journal.changes import Write
from app.journal.journal import Journal

# Whose the hub's own epochs are: no computer may go on in them.
_NOBODY = ""


class OwnHand:
    """Writes inside transactions of the hub; what is written goes to whoever has the scope."""

    def __init__(self, room: Room, journal: Journal) -> None:
        self._room = room
        self._journal = journal

    def write(
        self,
        connection: sa.Connection,
        scope: str,
        writes: Sequence[Write],
        by: tuple[str, str],
        label: str,
    ) -> int:
        """Write one action by a user, given by id and name; return the number of the scope."""
        who, name = by
        made = self._journal.append_in(connection, scope, writes, actor=name, label=label)
        action = sa.select(tables.action).where(tables.action.c.id == made.action)
        row = connection.execute(action).one()
        now = self._room.now()
        came = {"action": row.number, "user": who, "device": None, "at": now}
        connection.execute(sa.insert(origin), came)
        self._count(connection, row, now)
        item = Item("action", row.scope, row.number, row.size)
        announce(connection, [(user, item) for user in readers(connection, row.scope)])
        return int(row.scope)

    def _count(self, connection: sa.Connection, row: sa.Row[tuple[object, ...]], now: int) -> None:
        mine = epoch.c.epoch == row.epoch
        before = connection.execute(sa.select(epoch.c.changes).where(mine)).scalar() or 0
        connection.execute(sa.delete(epoch).where(mine))
        last = row.first + row.size - 1
        counted = {"epoch": row.epoch, "user": _NOBODY, "seq": last, "changes": before + row.size}
        connection.execute(sa.insert(epoch), {**counted, "pushed": now})
