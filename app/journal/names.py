"""Numbers of this computer for epochs, scopes and fields: short in each row, the same for good."""

from typing import Any

import sqlalchemy as sa

from app.errors import BugError
from app.journal import tables
from app.journal.changes import ChangeId
from app.journal.fold import Ref


class Names:
    """The numbers, read once and grown as names appear.

    Only the writer makes new ones; `forget` follows a transaction that was rolled back.
    """

    def __init__(self) -> None:
        self._scopes: dict[str, int] = {}
        self._fields: dict[tuple[str, str], int] = {}
        self._field_names: dict[int, tuple[str, str]] = {}
        self._epochs: dict[str, int] = {}
        self._epoch_ids: dict[int, str] = {}

    def forget(self) -> None:
        """Drop what is known; it is read again when needed."""
        known: tuple[dict[Any, Any], ...] = (
            self._scopes,
            self._fields,
            self._field_names,
            self._epochs,
            self._epoch_ids,
        )
        for names in known:
            names.clear()

    def scope(self, connection: sa.Connection, scope: str) -> int:
        """Return the number of a scope, a new one if need be."""
        if scope not in self._scopes:
            self._scopes[scope] = self._number(connection, tables.scope, id=scope)
        return self._scopes[scope]

    def known_scopes(self, connection: sa.Connection, scopes: list[str]) -> dict[int, str]:
        """Return the numbers of those scopes that have any."""
        missing = [scope for scope in scopes if scope not in self._scopes]
        if missing:
            found = sa.select(tables.scope.c.id, tables.scope.c.number).where(
                tables.scope.c.id.in_(missing)
            )
            self._scopes.update({row.id: row.number for row in connection.execute(found)})
        return {self._scopes[scope]: scope for scope in scopes if scope in self._scopes}

    def field(self, connection: sa.Connection, entity: str, name: str) -> int:
        """Return the number of a field, a new one if need be."""
        if (entity, name) not in self._fields and not self._fields:
            self._read_fields(connection)
        if (entity, name) not in self._fields:
            number = self._number(connection, tables.field, entity=entity, name=name)
            self._fields[entity, name] = number
            self._field_names[number] = (entity, name)
        return self._fields[entity, name]

    def known_field(self, connection: sa.Connection, entity: str, name: str) -> int | None:
        """Return the number of a field, None if nothing was ever written to it."""
        if (entity, name) not in self._fields:
            self._read_fields(connection)
        return self._fields.get((entity, name))

    def field_name(self, connection: sa.Connection, number: int) -> tuple[str, str]:
        """Return entity and name of a field."""
        if number not in self._field_names:
            self._read_fields(connection)
        return self._field_names[number]

    def _read_fields(self, connection: sa.Connection) -> None:
        for row in connection.execute(sa.select(tables.field)):
            self._fields[row.entity, row.name] = row.number
            self._field_names[row.number] = (row.entity, row.name)

    def epoch_id(self, connection: sa.Connection, number: int) -> str:
        """Return the id of an epoch."""
        if number not in self._epoch_ids:
            self._read_epochs(connection)
        return self._epoch_ids[number]

    def change_id(self, connection: sa.Connection, ref: Ref) -> ChangeId:
        """Return the id of a change that every computer understands."""
        return ChangeId(self.epoch_id(connection, ref.epoch), ref.seq)

    def ref(self, connection: sa.Connection, change: ChangeId) -> Ref:
        """Return the change by this computer's number of its epoch; BugError if unknown."""
        if change.epoch not in self._epochs:
            self._read_epochs(connection)
        if change.epoch not in self._epochs:
            raise BugError("a change of an unknown epoch is replaced")
        return Ref(self._epochs[change.epoch], change.seq)

    def foreign_epoch(self, connection: sa.Connection, epoch: str) -> int:
        """Return the number of an epoch, a new one if it is heard of for the first time."""
        if epoch not in self._epochs:
            number = self._number(connection, tables.epoch, id=epoch)
            self._epochs[epoch] = number
            self._epoch_ids[number] = epoch
        return self._epochs[epoch]

    def _read_epochs(self, connection: sa.Connection) -> None:
        for row in connection.execute(sa.select(tables.epoch.c.number, tables.epoch.c.id)):
            self._epochs[row.id] = row.number
            self._epoch_ids[row.number] = row.id

    @staticmethod
    def _number(connection: sa.Connection, table: sa.Table, **names: str) -> int:
        same = [table.c[column] == value for column, value in names.items()]
        number = connection.scalar(sa.select(table.c.number).where(*same))
        if number is not None:
            return int(number)
        made = connection.execute(sa.insert(table).values(**names))
        return inserted_number(made)


def inserted_number(made: sa.CursorResult[Any]) -> int:
    """Return the number that a new row was given."""
    key = made.inserted_primary_key
    if key is None:
        raise BugError("a row without a number")
    return int(key[0])
