"""Which actions a computer may send: its user's own chains, scopes and records, and no others."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from app.errors import KnownError
from app.hub.room import Caller
from app.hub.tables import entitled, epoch, erased
from app.journal import tables
from app.journal.parcels import Parcel
from app.journal.tables import STATE

_AT_A_TIME = 500


class _Standing(NamedTuple):
    """A scope as a user has it: something was written in it; it is erased; it is or was his."""

    is_known: bool
    is_erased: bool
    is_mine: bool


_UNKNOWN = _Standing(is_known=False, is_erased=False, is_mine=False)


class Judge:
    """Judges the actions of one push, inside its transaction."""

    def __init__(self, connection: sa.Connection, caller: Caller) -> None:
        self._connection = connection
        self._caller = caller
        self._scopes: dict[str, _Standing] = {}
        self._open: set[str] = set()
        self._epochs: dict[str, str | None] = {}
        self._homes: dict[tuple[str, str], str | None] = {}

    def look_ahead(self, parcels: Sequence[Parcel]) -> None:
        """Look up in few queries where the records of these actions belong."""
        wanted: dict[str, set[str]] = {}
        for change in (change for parcel in parcels for change in parcel.changes):
            if change.entity in STATE:
                wanted.setdefault(change.entity, set()).add(change.record)
        for entity, records in wanted.items():
            self._homes |= {(entity, record): None for record in records}
            self._look_up(entity, sorted(records))
        self._look_up_scopes({parcel.scope for parcel in parcels})
        self._look_up_owners({parcel.epoch for parcel in parcels})

    def _look_up(self, entity: str, records: list[str]) -> None:
        table, known = STATE[entity], tables.scope
        query = sa.select(table.c.id, known.c.id.label("home")).join(
            known, known.c.number == table.c.scope
        )
        for start in range(0, len(records), _AT_A_TIME):
            mine = table.c.id.in_(records[start : start + _AT_A_TIME])
            for row in self._connection.execute(query.where(mine)):
                self._homes[entity, row.id] = row.home

    def check(self, parcel: Parcel) -> None:
        """Refuse what the user may not send.

        Raises KnownError "hub.erased", "hub.not_yours" (a scope that the user never had),
        "hub.other_chain" (an epoch of somebody else), "hub.other_case" (a record that
        belongs elsewhere).
        """
        self._check_scope(parcel.scope)
        if self._owner(parcel.epoch) not in (None, self._caller.user):
            raise KnownError("hub.other_chain")
        for change in parcel.changes:
            if self._home(change.entity, change.record) not in (None, parcel.scope):
                raise KnownError("hub.other_case")
            if (change.entity, change.field) == ("case", "citizen") and change.value:
                self._check_citizen(change.value)

    def stored(self, parcel: Parcel) -> None:
        """Remember what an action that was stored has made known."""
        self._open.add(parcel.scope)
        self._epochs[parcel.epoch] = self._caller.user
        for change in parcel.changes:
            self._homes[change.entity, change.record] = parcel.scope

    def _check_scope(self, scope: str) -> None:
        if scope in self._open:
            return
        found = self._standing(scope)
        if found.is_erased:
            raise KnownError("hub.erased")
        if found.is_known and not found.is_mine:
            raise KnownError("hub.not_yours")
        self._open.add(scope)

    def _check_citizen(self, value: str) -> None:
        """A case of a citizen whom the user does not know opens no way to the citizen."""
        try:
            citizen = msgspec.json.decode(value, type=str)
        except msgspec.DecodeError:
            return
        if citizen not in self._open and self._standing(citizen).is_known:
            self._check_scope(citizen)

    def _standing(self, scope: str) -> "_Standing":
        if scope not in self._scopes:
            self._look_up_scopes({scope})
        return self._scopes[scope]

    def _look_up_scopes(self, scopes: set[str]) -> None:
        known = tables.scope
        mine = (entitled.c.scope == known.c.number) & (entitled.c.user == self._caller.user)
        query = (
            sa.select(known.c.id, erased.c.scope.label("gone"), entitled.c.user)
            .outerjoin(erased, erased.c.scope == known.c.number)
            .outerjoin(entitled, mine)
            .where(known.c.id.in_(scopes))
        )
        self._scopes |= dict.fromkeys(scopes, _UNKNOWN)
        for row in self._connection.execute(query):
            is_mine = row.user is not None
            self._scopes[row.id] = _Standing(True, row.gone is not None, is_mine)

    def _owner(self, which: str) -> str | None:
        if which not in self._epochs:
            self._look_up_owners({which})
        return self._epochs[which]

    def _look_up_owners(self, epochs: set[str]) -> None:
        known = tables.epoch
        owners = sa.select(known.c.id, epoch.c.user).join(epoch, known.c.number == epoch.c.epoch)
        self._epochs |= dict.fromkeys(epochs)
        for row in self._connection.execute(owners.where(known.c.id.in_(epochs))):
            self._epochs[row.id] = row.user

    def _home(self, entity: str, record: str) -> str | None:
        """Return the scope that a record belongs to: all of its changes are of one."""
        if (entity, record) not in self._homes:
            self._homes[entity, record] = self._connection.scalar(
                _HOME, {"entity": entity, "record": record}
            )
        return self._homes[entity, record]


_HOME = (
    sa.select(tables.scope.c.id)
    .join(tables.action, tables.action.c.scope == tables.scope.c.number)
    .join(tables.change, tables.change.c.action == tables.action.c.number)
    .join(tables.field, tables.field.c.number == tables.change.c.field)
    .where(
        tables.change.c.record == sa.bindparam("record", type_=tables.Id()),
        tables.field.c.entity == sa.bindparam("entity"),
    )
    .limit(1)
)
