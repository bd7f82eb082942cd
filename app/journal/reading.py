"""Reads snapshots and histories."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from app.domain.casefile import Disputed, FieldKey
from app.domain.records import Record
from app.journal import tables
from app.journal.changes import REMOVED, ChangeId, Snapshot
from app.journal.fold import Folded, Ref
from app.journal.loading import HEADS_OF_RECORD, read_changes
from app.journal.names import Names
from app.journal.state import read_row
from app.journal.values import field_types

_HEADS_OF_SCOPES = sa.select(tables.head).where(
    tables.head.c.scope.in_(sa.bindparam("scopes", expanding=True))
)
_ROWS_OF_SCOPES = {
    entity: sa.select(table)
    .where(table.c.scope.in_(sa.bindparam("scopes", expanding=True)))
    .order_by(table.c.made, table.c.id)
    for entity, table in tables.STATE.items()
}

# Heads per field of each record (entity and id).
HeadMap = dict[tuple[str, str], dict[str, list[Ref]]]


class Reader:
    """Reads inside one transaction."""

    def __init__(self, connection: sa.Connection, names: Names) -> None:
        self._connection = connection
        self._names = names

    def snapshot(self, scopes: list[str]) -> Snapshot:
        """Return records, heads and disputes of some scopes."""
        numbers = self._names.known_scopes(self._connection, scopes)
        heads, scope_of = self._heads(numbers)
        return Snapshot(
            records=self._records(numbers, {entity for entity, _ in heads}),
            heads=self._head_ids(heads),
            disputes=tuple(self._disputes(heads, scope_of)),
        )

    def _records(
        self, scopes: dict[int, str], entities: Collection[str]
    ) -> dict[str, dict[str, Record]]:
        """Return the records of these kinds: a case has few of those that there are."""
        records: dict[str, dict[str, Record]] = {}
        for entity in _ROWS_OF_SCOPES:
            if entity not in entities:
                continue
            rows = self._connection.execute(_ROWS_OF_SCOPES[entity], {"scopes": list(scopes)})
            found = {row["id"]: read_row(entity, row) for row in rows.mappings()}
            if found:
                records[entity] = found
        return records

    def _heads(self, scopes: dict[int, str]) -> tuple[HeadMap, dict[tuple[str, str], int]]:
        heads: HeadMap = {}
        scope_of: dict[tuple[str, str], int] = {}
        rows = self._connection.execute(_HEADS_OF_SCOPES, {"scopes": list(scopes)})
        for scope, record, number, epoch, seq in rows:
            entity, field = self._names.field_name(self._connection, number)
            fields = heads.setdefault((entity, record), {})
            fields.setdefault(field, []).append(Ref(epoch, seq))
            scope_of[entity, record] = scope
        return heads, scope_of

    def _head_ids(self, heads: HeadMap) -> dict[FieldKey, tuple[ChangeId, ...]]:
        found: dict[FieldKey, tuple[ChangeId, ...]] = {}
        for (entity, record), fields in heads.items():
            # This computer's own numbers of epochs and fields say nothing to others.
            ids = {f: sorted(map(self._change_id, refs)) for f, refs in sorted(fields.items())}
            removal = ids.pop(REMOVED, [])
            names = {**ids, **field_types(entity)} if removal else ids
            for field in names:
                found[FieldKey(entity, record, field)] = (*ids.get(field, ()), *removal)
            everything = tuple(i for each in ids.values() for i in each)
            found[FieldKey(entity, record, REMOVED)] = (*everything, *removal)
        return found

    def _change_id(self, ref: Ref) -> ChangeId:
        return self._names.change_id(self._connection, ref)

    def _disputes(self, heads: HeadMap, scope_of: dict[tuple[str, str], int]) -> list[Disputed]:
        disputes = []
        for (entity, record), fields in heads.items():
            if REMOVED in fields or any(len(refs) > 1 for refs in fields.values()):
                folded = self.fold(entity, record, scope_of[entity, record])
                disputes += _disputed_fields(folded, record)
        return sorted(disputes, key=lambda dispute: _place(dispute.key))

    def fold(self, entity: str, record: str, scope: int) -> Folded:
        """Return a record by its heads, which stand in the same order on every computer."""
        heads = read_changes(
            self._connection, self._names, HEADS_OF_RECORD, scope=scope, record=record
        )
        mine = [head for head in heads if head.entity == entity]
        mine.sort(key=lambda head: (head.order, self._change_id(head.ref)))
        return Folded(entity, mine)


def _place(key: FieldKey) -> tuple[str, str, str]:
    return key.entity, key.id, key.field


def _disputed_fields(folded: Folded, record: str) -> list[Disputed]:
    values: dict[str, tuple[Any, ...]] = {f: folded.disputed(f) for f in folded.heads}
    return [Disputed(FieldKey(folded.entity, record, f), v) for f, v in values.items() if v]
