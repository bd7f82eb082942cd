"""Who changed what, when, and from what: for a person to read."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from app.domain.casefile import Disputed, FieldKey
from app.journal import tables
from app.journal.changes import HistoryEntry
from app.journal.clock import from_wall
from app.journal.fold import Ref
from app.journal.loading import read_refs
from app.journal.names import Names
from app.journal.values import decode, not_recorded

Row = sa.Row[Any]

# The database takes so many pairs in one statement.
_AT_A_TIME = 200

_ENTRIES = sa.select(
    tables.change,
    tables.action.c.id.label("action_id"),
    tables.action.c.actor,
    tables.action.c.wall,
    tables.action.c.label,
    tables.action.c.reason,
).join(tables.action, tables.action.c.number == tables.change.c.action)
_NEWEST_FIRST = (tables.action.c.hlc.desc(), tables.change.c.seq.desc())


class Histories:
    """Reads histories inside one transaction."""

    def __init__(self, connection: sa.Connection, names: Names) -> None:
        self._connection = connection
        self._names = names

    def of_field(self, key: FieldKey) -> tuple[HistoryEntry, ...]:
        """Return every change of a field, newest first."""
        number = self._names.known_field(self._connection, key.entity, key.field)
        query = _ENTRIES.where(
            tables.change.c.record == key.id, tables.change.c.field == number
        ).order_by(*_NEWEST_FIRST)
        return self._read(query)

    def of_scope(self, scope: str, limit: int) -> tuple[HistoryEntry, ...]:
        """Return the newest changes of a citizen or a case, newest first."""
        numbers = self._names.known_scopes(self._connection, [scope])
        query = _ENTRIES.where(tables.action.c.scope.in_(list(numbers)))
        return self._read(query.order_by(*_NEWEST_FIRST).limit(limit))

    def begun_here(self) -> frozenset[str]:
        """Return the epochs of this computer, as far as it knows: of work that was done on it."""
        query = sa.select(tables.epoch.c.id).where(tables.epoch.c.opened.is_not(None))
        return frozenset(self._connection.scalars(query))

    def _read(self, query: sa.Select[Any]) -> tuple[HistoryEntry, ...]:
        rows = self._connection.execute(query).all()
        values = self._replaced_values(rows)
        return tuple(self._entry(row, values) for row in rows)

    def _replaced_values(self, rows: Iterable[Row]) -> dict[Ref, tuple[int, str | None]]:
        refs = sorted({ref for row in rows for ref in read_refs(row.replaces)})
        table = tables.change
        found: dict[Ref, tuple[int, str | None]] = {}
        for start in range(0, len(refs), _AT_A_TIME):
            part = [tuple(ref) for ref in refs[start : start + _AT_A_TIME]]
            query = sa.select(table.c.epoch, table.c.seq, table.c.field, table.c.value).where(
                sa.tuple_(table.c.epoch, table.c.seq).in_(part)
            )
            for epoch, seq, field, value in self._connection.execute(query):
                found[Ref(epoch, seq)] = (field, value)
        return found

    def _entry(self, row: Row, values: dict[Ref, tuple[int, str | None]]) -> HistoryEntry:
        entity, field = self._names.field_name(self._connection, row.field)
        key = FieldKey(entity, row.record, field)
        refs = read_refs(row.replaces)
        replaced = (values[ref] for ref in refs if ref in values)
        before = [value for number, value in replaced if number == row.field]
        return HistoryEntry(
            key=key,
            value=_value(key, row.value),
            previous=_previous(key, before),
            actor=row.actor,
            at=from_wall(row.wall),
            reason=row.reason or "",
            label=row.label,
            action=row.action_id,
            id=self._names.change_id(self._connection, Ref(row.epoch, row.seq)),
            erased=row.value is None,
            previous_erased=bool(before) and all(text is None for text in before),
            replaces=tuple(sorted(self._names.change_id(self._connection, r) for r in refs)),
        )


def _value(key: FieldKey, text: str | None) -> object:
    return None if text is None else decode(key.entity, key.field, text)


def _previous(key: FieldKey, texts: list[str | None]) -> object:
    values = tuple(_value(key, text) for text in dict.fromkeys(texts))
    if not values:
        return not_recorded(key.entity, key.field)
    return values[0] if len(values) == 1 else Disputed(key, values)
