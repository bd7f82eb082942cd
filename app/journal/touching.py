"""The records that one action changes: their heads before and after, and their state rows."""

from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.domain.records import ENTITIES
from app.errors import BugError
from app.journal import tables
from app.journal.changes import ChangeId
from app.journal.fold import Change, Folded, Ref, visible_fields
from app.journal.loading import HEADS_OF_RECORD, HEADS_OF_RECORDS, Located, read_changes
from app.journal.names import Names
from app.journal.state import touched_columns

Head = tuple[str, Ref]

_ADD_HEADS = sa.insert(tables.head)
_DROP_HEADS = sa.delete(tables.head).where(
    tables.head.c.scope == sa.bindparam("in_scope"),
    tables.head.c.record == sa.bindparam("of_record"),
    tables.head.c.field == sa.bindparam("of_field"),
    tables.head.c.epoch == sa.bindparam("of_epoch"),
    tables.head.c.seq == sa.bindparam("of_seq"),
)
_ADD_ROW = {entity: sa.insert(table) for entity, table in tables.STATE.items()}
_SET_ROW = {
    entity: sa.update(table).where(table.c.id == sa.bindparam("of_id"))
    for entity, table in tables.STATE.items()
}


class Touched:
    """One record under change."""

    def __init__(self, entity: str, record: str) -> None:
        self.record = record
        self.folded = Folded(entity)
        self.before: frozenset[Head] = frozenset()
        self.fields: set[str] = set()
        self.made: int | None = None

    def heads(self) -> frozenset[Head]:
        """Return the heads as they stand."""
        return frozenset((f, ref) for f, heads in self.folded.heads.items() for ref in heads)

    def apply(self, change: Change) -> None:
        """Take a change up."""
        self.folded.apply(change)
        self.fields.add(change.field)
        self.made = change.order if self.made is None else self.made


class TouchedRecords:
    """Every record that an action in one scope changes."""

    def __init__(self, connection: sa.Connection, names: Names, scope: int) -> None:
        self._connection = connection
        self._names = names
        self._scope = scope
        self._records: dict[tuple[str, str], Touched] = {}

    def load(self, keys: Iterable[FieldKey]) -> None:
        """Read the heads of the records that these fields belong to."""
        for key in keys:
            self._records.setdefault((key.entity, key.id), Touched(key.entity, key.id))
        for head in self._read_heads(sorted({record for _, record in self._records})):
            if (head.entity, head.record) in self._records:
                self._records[head.entity, head.record].folded.add(head)
        for touched in self._records.values():
            touched.before = touched.heads()

    def _read_heads(self, records: list[str]) -> Iterator[Located]:
        if len(records) == 1:
            query, wanted = HEADS_OF_RECORD, {"record": records[0]}
            return read_changes(self._connection, self._names, query, scope=self._scope, **wanted)
        query = HEADS_OF_RECORDS
        return read_changes(
            self._connection, self._names, query, scope=self._scope, records=records
        )

    def of(self, key: FieldKey) -> Touched:
        """Return the record of a field."""
        return self._records[key.entity, key.id]

    def save(self) -> None:
        """Write heads and state rows as they now follow."""
        gone: list[dict[str, Any]] = []
        new: list[dict[str, Any]] = []
        for touched in self._records.values():
            after = touched.heads()
            gone += (self._drop(touched, head) for head in touched.before - after)
            new += (self._add(touched, head) for head in after - touched.before)
        if gone:
            self._connection.execute(_DROP_HEADS, gone)
        self._connection.execute(_ADD_HEADS, new)
        for (entity, _), touched in self._records.items():
            if entity in ENTITIES:
                self._save_row(entity, touched)

    def seen(self) -> Iterator[tuple[FieldKey, tuple[ChangeId, ...]]]:
        """Return what a write of each field of these records replaces from now on."""
        for (entity, record), touched in self._records.items():
            for field in visible_fields(touched.folded):
                ids = (
                    self._names.change_id(self._connection, r) for r in touched.folded.seen(field)
                )
                yield FieldKey(entity, record, field), tuple(ids)

    def _add(self, touched: Touched, head: Head) -> dict[str, Any]:
        field, ref = head
        return {
            "scope": self._scope,
            "record": touched.record,
            "field": self._names.field(self._connection, touched.folded.entity, field),
            "epoch": ref.epoch,
            "seq": ref.seq,
        }

    def _drop(self, touched: Touched, head: Head) -> dict[str, Any]:
        row = self._add(touched, head)
        return {("in_" if k == "scope" else "of_") + k: v for k, v in row.items()}

    def _save_row(self, entity: str, touched: Touched) -> None:
        columns = touched_columns(touched.folded, touched.fields)
        if touched.before:
            self._connection.execute(_SET_ROW[entity], {"of_id": touched.record, **columns})
            return
        row = {"id": touched.record, "scope": self._scope, "made": touched.made, **columns}
        try:
            self._connection.execute(_ADD_ROW[entity], row)
        except sa.exc.IntegrityError as error:
            raise BugError("a record was written in another scope than its own") from error
