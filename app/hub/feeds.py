"""What goes out to each user, in the order it was committed in.

The transaction that writes is one at a time, in every process of the hub (engine.py): whoever
has read up to a number has read all that is before it, for good.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from app.errors import KnownError
from app.hub.access import AccessLog
from app.hub.room import Caller, Room, next_number
from app.hub.standards import mark
from app.hub.tables import case_team, device, entitled, feed, origin, team
from app.journal import tables
from app.journal.names import Names
from app.journal.parcels import Packer, Parcel
from app.sync.wire import PAGE_CHANGES, History, Page

_MARK = 12
_DIGITS = 18
_NOTHING: Mapping[str, int] = {}
_ROWS = (
    sa.select(
        feed,
        tables.scope.c.id.label("scope_id"),
        tables.action.c.id.label("action_id"),
        entitled.c.left,
    )
    .join(tables.scope, tables.scope.c.number == feed.c.scope)
    .outerjoin(tables.action, tables.action.c.number == feed.c.action)
    .outerjoin(entitled, (entitled.c.user == feed.c.user) & (entitled.c.scope == feed.c.scope))
)


class Item(NamedTuple):
    """An action, or what happened to a scope, on its way to some users."""

    kind: str
    scope: int
    action: int | None = None
    size: int = 1


def announce(connection: sa.Connection, items: Sequence[tuple[str, Item]]) -> None:
    """Append items to the feeds of users, each with the next number."""
    first = next_number(connection, feed)
    rows = [
        {"number": number, "user": user, **item._asdict()}
        for number, (user, item) in enumerate(items, first)
    ]
    if rows:
        connection.execute(sa.insert(feed), rows)


def readers(connection: sa.Connection, scope: int) -> list[str]:
    """Return the users who get what is written in a scope."""
    mine = sa.select(entitled.c.user).where(entitled.c.scope == scope, sa.not_(entitled.c.left))
    return sorted(connection.scalars(mine))


def standing(connection: sa.Connection, user: str, scope: int) -> bool | None:
    """Tell whether a user has a scope: None never had, False has, True had and it moved away."""
    mine = (entitled.c.user == user) & (entitled.c.scope == scope)
    left = connection.scalar(sa.select(entitled.c.left).where(mine))
    return None if left is None else bool(left)


def entitle(connection: sa.Connection, user: str, scope: int) -> None:
    """Give a user a scope: its whole history goes out, unless the user has it already."""
    before = standing(connection, user, scope)
    if before is False:
        return
    _set(connection, user, scope, left=False)
    table = tables.action
    mine = sa.select(table.c.number, table.c.size).where(table.c.scope == scope)
    history = connection.execute(mine.order_by(table.c.number)).all()
    announce(connection, [(user, Item("action", scope, r.number, r.size)) for r in history])


def take_away(connection: sa.Connection, user: str, scope: int) -> None:
    """Mark a scope as moved away from a user, who is told so."""
    if standing(connection, user, scope) is False:
        _set(connection, user, scope, left=True)
        announce(connection, [(user, Item("left", scope))])


def _set(connection: sa.Connection, user: str, scope: int, *, left: bool) -> None:
    mine = (entitled.c.user == user) & (entitled.c.scope == scope)
    connection.execute(sa.delete(entitled).where(mine))
    connection.execute(sa.insert(entitled), {"user": user, "scope": scope, "left": left})


class Feeds:
    """Reads the feeds; `look` looks at what a user gets, before any of it goes out."""

    def __init__(
        self, room: Room, log: AccessLog, look: Callable[[str], None] = lambda _: None
    ) -> None:
        self._room = room
        self._log = log
        self._look = look

    def page(
        self,
        caller: Caller,
        after: str,
        limit: int = PAGE_CHANGES,
        have: Mapping[str, int] = _NOTHING,
    ) -> Page:
        """Return what is new for a user: about `limit` changes, never a part of an action.

        What a computer says it has of epochs, up to a change, does not go out to it again.
        Raises KnownError("hub.unknown_cursor") for a place that this hub does not know: it
        was restored from a backup, or is another; the whole feed must be read anew.
        """
        limit = max(1, min(limit, PAGE_CHANGES))
        self._look(caller.user)
        with self._room.reading() as connection:
            start = _place(connection, after)
            mine = _ROWS.where(feed.c.user == caller.user, feed.c.number > start)
            fresh = mine.where(*_lacking(connection, have)).order_by(feed.c.number)
            rows = connection.execute(fresh.limit(limit + 1)).all()
            taken = _within(rows, limit)
            more = len(taken) < len(rows)
            # At the end of the feed what was left out counts as read, too.
            newest = mine.order_by(feed.c.number.desc()).limit(1) if have and not more else None
            last = connection.execute(newest).first() if newest is not None else None
            here = [row for row in taken if row.kind == "action" and row.left is False]
            wanted = tables.action.c.number.in_({row.action for row in here})
            packed = _packed(connection, wanted) if here else {}
            computers = _computers(connection, wanted) if here else {}
            gone = [row for row in taken if row.kind == "left" and row.left]
            teams = _teams(connection, {row.scope for row in gone}) if gone else {}
            standards = mark(connection)
        self._log.sent(caller.user, caller.device, {row.scope for row in here})
        ids = dict.fromkeys(row.action_id for row in here)
        return Page(
            cursor=_cursor(last or taken[-1]) if last or taken else after,
            more=more,
            actions=tuple(packed[each] for each in ids),
            left=_scopes(gone),
            erased=_scopes(row for row in taken if row.kind == "erased"),
            computers=computers,
            teams=teams,
            standards=standards,
        )

    def history(self, caller: Caller, scope: str, after: str = "") -> History:
        """Return a part of the whole history of a case or citizen that a user has now.

        Raises KnownError("hub.not_yours"), and "hub.unknown_cursor" for no number in `after`.
        """
        if after and not (after.isascii() and after.isdigit() and len(after) <= _DIGITS):
            raise KnownError("hub.unknown_cursor")
        action, known = tables.action.c, tables.scope.c
        with self._room.reading() as connection:
            number = connection.scalar(sa.select(known.number).where(known.id == scope))
            if number is None or standing(connection, caller.user, number) is not False:
                raise KnownError("hub.not_yours")
            mine = sa.select(tables.action).where(action.scope == number)
            mine = mine.where(action.number > int(after or 0)).order_by(action.number)
            rows = connection.execute(mine.limit(PAGE_CHANGES + 1)).all()
            taken = _within(rows, PAGE_CHANGES)
            actions = tuple(Packer(connection, Names()).pack_rows(taken))
        self._log.sent(caller.user, caller.device, {number})
        last = str(taken[-1].number) if len(taken) < len(rows) else ""
        return History(actions=actions, after=last)


def _lacking(
    connection: sa.Connection, have: Mapping[str, int]
) -> Sequence[sa.ColumnElement[bool]]:
    """Return what leaves out the actions that a computer has."""
    if not have:
        return ()
    action, known = tables.action.c, tables.epoch.c
    epochs = connection.execute(sa.select(known.id, known.number).where(known.id.in_(have)))
    last = action.first + action.size - 1
    here = [(action.epoch == each.number) & (last <= have[each.id]) for each in epochs]
    return (sa.func.coalesce(sa.or_(*here), sa.false()).is_(sa.false()),) if here else ()


def _packed(connection: sa.Connection, wanted: sa.ColumnElement[bool]) -> dict[str, Parcel]:
    actions = sa.select(tables.action).where(wanted)
    return {parcel.id: parcel for parcel in Packer(connection, Names()).pack(actions)}


def _computers(connection: sa.Connection, wanted: sa.ColumnElement[bool]) -> dict[str, str]:
    """Return what the computers are called on which some actions were written, by epoch."""
    action, epoch = tables.action, tables.epoch
    query = (
        sa.select(epoch.c.id, device.c.name)
        .join(action, action.c.epoch == epoch.c.number)
        .join(origin, origin.c.action == action.c.number)
        .join(device, device.c.id == origin.c.device)
        .where(wanted)
        .distinct()
    )
    return {row.id: row.name or "" for row in connection.execute(query)}


def _teams(connection: sa.Connection, scopes: set[int]) -> dict[str, str]:
    """Return the names of the teams that look after some cases."""
    query = (
        sa.select(tables.scope.c.id, team.c.name)
        .join(case_team, case_team.c.scope == tables.scope.c.number)
        .join(team, team.c.id == case_team.c.team)
        .where(case_team.c.scope.in_(scopes))
    )
    return {row.id: row.name for row in connection.execute(query)}


def _within(rows: Sequence[Any], limit: int) -> Sequence[Any]:
    total = 0
    for count, row in enumerate(rows):
        total += row.size
        if count and total > limit:
            return rows[:count]
    return rows[:limit]


def _scopes(rows: Iterable[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.scope_id for row in rows))


def _cursor(row: Any) -> str:
    return f"{row.number}-{_mark(row)}"


def _mark(row: Any) -> str:
    """Return what tells this row from another that a restored hub gave the same number."""
    return str(row.action_id or row.scope_id)[:_MARK]


def _place(connection: sa.Connection, cursor: str) -> int:
    if not cursor:
        return 0
    number, _, mark = cursor.partition("-")
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        raise KnownError("hub.unknown_cursor")
    row = connection.execute(_ROWS.where(feed.c.number == int(number))).first()
    if row is None or _mark(row) != mark:
        raise KnownError("hub.unknown_cursor")
    return int(number)
