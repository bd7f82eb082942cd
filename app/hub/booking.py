"""Books actions that a push has stored: where from, how far each chain goes, who reads them."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from app.hub.blob_rights import name_blob
from app.hub.entitlement import note_sent
from app.hub.feeds import Item, announce
from app.hub.room import Caller
from app.hub.tables import case_team, copied, entitled, epoch, origin
from app.journal import tables
from app.journal.parcels import Parcel
from app.journal.prepared import Prepared
from app.journal.receiving import ActionNumbers

_AT_A_TIME = 500
_BLOB = re.compile(r"\b[0-9a-f]{64}\b")
_ADD_ORIGIN = Prepared(sa.insert(origin), [column.name for column in origin.c])


class Stored(NamedTuple):
    """An action that was stored just now, and its numbers."""

    numbers: ActionNumbers
    parcel: Parcel


class Booking:
    """Books one push, inside its transaction; a few queries, however many actions it has."""

    def __init__(self, connection: sa.Connection, caller: Caller, now: int) -> None:
        self._connection = connection
        self._caller = caller
        self._now = now

    def book(self, stored: Sequence[Stored]) -> None:
        """Note everything that follows from these actions."""
        user, device = self._caller.user, self._caller.device
        numbers = [each.numbers.number for each in stored]
        same = {"user": user, "device": device, "at": self._now}
        _ADD_ORIGIN.run(self._connection, [{"action": number, **same} for number in numbers])
        self._count(stored)
        named = {(each.numbers.scope, sha) for each in stored for sha in _blobs(each.parcel)}
        for scope, sha256 in sorted(named):
            name_blob(self._connection, user, scope, sha256)
        self._look_after({each.numbers.scope for each in stored if _is_case(each.parcel)})
        scopes = {each.numbers.scope for each in stored}
        note_sent(self._connection, user, scopes)
        self._announce(stored, scopes)

    def _count(self, stored: Sequence[Stored]) -> None:
        """Note how far each epoch goes now."""
        found = sa.select(epoch).where(epoch.c.epoch.in_({each.numbers.epoch for each in stored}))
        before = {row.epoch: row for row in self._connection.execute(found)}
        rows: dict[int, dict[str, Any]] = {}
        for (_, _, which), parcel in stored:
            known = before.get(which)
            row = rows.setdefault(
                which,
                {
                    "epoch": which,
                    "user": self._caller.user,
                    "pushed": self._now,
                    "seq": known.seq if known else 0,
                    "changes": known.changes if known else 0,
                },
            )
            row["seq"] = max(row["seq"], parcel.first + len(parcel.changes) - 1)
            row["changes"] += len(parcel.changes)
        self._connection.execute(sa.delete(epoch).where(epoch.c.epoch.in_(list(rows))))
        self._connection.execute(sa.insert(epoch), list(rows.values()))

    def _look_after(self, cases: set[int]) -> None:
        """A new case is looked after by the first team of who sent it."""
        team = next(iter(self._caller.teams), None)
        if team is None or not cases:
            return
        mine = sa.select(case_team.c.scope).where(case_team.c.scope.in_(cases))
        fresh = sorted(cases - set(self._connection.scalars(mine)))
        if fresh:
            rows = [{"scope": scope, "team": team} for scope in fresh]
            self._connection.execute(sa.insert(case_team), rows)

    def _announce(self, stored: Sequence[Stored], scopes: set[int]) -> None:
        """Put the actions into every reader's feed; who sent into a new scope reads it, too."""
        user = self._caller.user
        readers = _readers(self._connection, scopes)
        fresh = sorted(scopes - readers.keys())
        if fresh:
            rows = [{"user": user, "scope": scope, "left": False} for scope in fresh]
            self._connection.execute(sa.insert(entitled), rows)
        items = [(user, item) for item in _history(self._connection, fresh)]
        for numbers, parcel in stored:
            item = Item("action", numbers.scope, numbers.number, len(parcel.changes))
            items += ((reader, item) for reader in readers.get(numbers.scope, ()))
        announce(self._connection, items)


def note_copy(connection: sa.Connection, caller: Caller, which: str) -> None:
    """Note that a user has a copy of an epoch of somebody else's: it counts in the digest."""
    number = sa.select(tables.epoch.c.number).where(tables.epoch.c.id == which)
    row = {"user": caller.user, "epoch": connection.execute(number).scalar_one()}
    mine = (copied.c.user == row["user"]) & (copied.c.epoch == row["epoch"])
    connection.execute(sa.delete(copied).where(mine))
    connection.execute(sa.insert(copied), row)


def _readers(connection: sa.Connection, scopes: Collection[int]) -> dict[int, list[str]]:
    """Return who gets what is written in each scope; none for one that was taken from all."""
    found: dict[int, list[str]] = {}
    for some in _parts(scopes):
        query = sa.select(entitled).where(entitled.c.scope.in_(some))
        for row in connection.execute(query.order_by(entitled.c.user)):
            found.setdefault(row.scope, []).extend([] if row.left else [row.user])
    return found


def _history(connection: sa.Connection, scopes: Collection[int]) -> Iterable[Item]:
    """Yield every action of some scopes, in the order they were stored in."""
    table = tables.action
    for some in _parts(scopes):
        mine = sa.select(table.c.scope, table.c.number, table.c.size).where(table.c.scope.in_(some))
        for row in connection.execute(mine.order_by(table.c.number)):
            yield Item("action", row.scope, row.number, row.size)


def _parts(numbers: Collection[int]) -> Iterable[list[int]]:
    every = sorted(numbers)
    return (every[start : start + _AT_A_TIME] for start in range(0, len(every), _AT_A_TIME))


def _is_case(parcel: Parcel) -> bool:
    return any(c.entity == "case" and c.record == parcel.scope for c in parcel.changes)


def _blobs(parcel: Parcel) -> set[str]:
    return {sha for change in parcel.changes for sha in _BLOB.findall(change.value or "")}
