"""The records that one action changes: their heads before and after, and their state rows."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.domain.records import ENTITIES
from app.errors import BugError
from app.journal import tables
from app.journal.changes import REMOVED, ChangeId
from app.journal.fold import Change, Folded, Ref, takes_over, visible_fields
from app.journal.loading import HEADS_OF_RECORD, HEADS_OF_RECORDS, Located, read_changes
from app.journal.names import Names
from app.journal.prepared import Prepared
from app.journal.state import touched_columns

_HEAD_COLUMNS = [column.name for column in tables.head.c]
_ADD_HEADS = Prepared(sa.insert(tables.head), _HEAD_COLUMNS)
_THIS_HEAD = (
    tables.head.c.scope == sa.bindparam("in_scope"),
    tables.head.c.record == sa.bindparam("of_record"),
    tables.head.c.field == sa.bindparam("of_field"),
    tables.head.c.epoch == sa.bindparam("of_epoch"),
    tables.head.c.seq == sa.bindparam("of_seq"),
)
_DROP_HEADS = Prepared(sa.delete(tables.head).where(*_THIS_HEAD))
_MOVE_HEADS = Prepared(sa.update(tables.head).where(*_THIS_HEAD), ["epoch", "seq"])


@cache
def _add_row(entity: str, columns: tuple[str, ...]) -> Prepared:
    return Prepared(sa.insert(tables.STATE[entity]), columns)


@cache
def _set_row(entity: str, columns: tuple[str, ...]) -> Prepared:
    table = tables.STATE[entity]
    return Prepared(sa.update(table).where(table.c.id == sa.bindparam("of_id")), columns)


# Records that were written lately are likely to be written again; so many are kept in mind.
_KEPT_IN_MIND = 256


class Recent:
    """The heads of the records written last, as this writer alone has left them."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str, str], Folded] = {}

    def clear(self) -> None:
        """Forget all: somebody else has written, or nothing was written after all."""
        self._known.clear()

    def get(self, scope: int, entity: str, record: str) -> Folded | None:
        """Return the heads of a record, if they are known."""
        return self._known.get((scope, entity, record))

    def keep(self, scope: int, record: str, folded: Folded) -> None:
        """Keep the heads of a record in mind."""
        if len(self._known) >= _KEPT_IN_MIND:
            self._known.clear()
        self._known[scope, folded.entity, record] = folded


class Touched:
    """One record under change: its heads as they stand, and of what changed, as they stood."""

    def __init__(self, record: str, folded: Folded) -> None:
        self.record = record
        self.folded = folded
        self.before: dict[str, tuple[Ref, ...]] = {}
        self.fields: set[str] = set()
        self.is_new = False
        self.made: int | None = None

    def apply(self, change: Change) -> None:
        """Take a change up."""
        for field in takes_over(change.field):
            if field not in self.before:
                self.before[field] = tuple(self.folded.heads.get(field, ()))
        self.folded.apply(change)
        self.fields.add(change.field)
        self.made = change.order if self.made is None else self.made

    def moves(self) -> Iterator[tuple[str, list[Ref], list[Ref]]]:
        """Yield each field whose heads differ now, with those that went and those that came."""
        for field, before in self.before.items():
            after = self.folded.heads.get(field, {})
            gone = [ref for ref in before if ref not in after]
            new = [ref for ref in after if ref not in before]
            if gone or new:
                yield field, gone, new

    def written(self) -> Iterable[str]:
        """Return the fields of which a next write replaces something else than before.

        A removal, and its end, is a matter of every field of the record.
        """
        return visible_fields(self.folded) if self.is_about_life() else {*self.fields, REMOVED}

    def is_about_life(self) -> bool:
        """Tell whether a removal stood before, or stands now."""
        return bool(self.before.get(REMOVED) or self.folded.heads.get(REMOVED))


class TouchedRecords:
    """Every record that an action in one scope changes."""

    def __init__(self, connection: sa.Connection, names: Names, scope: int, recent: Recent) -> None:
        self._connection = connection
        self._names = names
        self._scope = scope
        self._recent = recent
        self._records: dict[tuple[str, str], Touched] = {}

    def load(self, keys: Iterable[FieldKey]) -> None:
        """Read the heads of the records that these fields belong to."""
        unknown: set[tuple[str, str]] = set()
        for key in keys:
            if (key.entity, key.id) not in self._records:
                known = self._recent.get(self._scope, key.entity, key.id)
                if known is None:
                    unknown.add((key.entity, key.id))
                self._records[key.entity, key.id] = Touched(key.id, known or Folded(key.entity))
        for head in self._read_heads(sorted({record for _, record in unknown})):
            if (head.entity, head.record) in unknown:
                self._records[head.entity, head.record].folded.add(head)
        for touched in self._records.values():
            touched.is_new = not any(touched.folded.heads.values())

    def _read_heads(self, records: list[str]) -> Iterable[Located]:
        if not records:
            return ()
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
        self._save_heads()
        for (entity, _), touched in self._records.items():
            self._recent.keep(self._scope, touched.record, touched.folded)
            if entity in ENTITIES:
                self._save_row(entity, touched)

    def _save_heads(self) -> None:
        gone: list[dict[str, Any]] = []
        new: list[dict[str, Any]] = []
        moved: list[dict[str, Any]] = []
        for touched in self._records.values():
            for field, old, fresh in touched.moves():
                pairs = list(zip(old, fresh, strict=False))
                moved += (self._gone(touched, field, a) | _place(b) for a, b in pairs)
                gone += (self._gone(touched, field, ref) for ref in old[len(pairs) :])
                new += (self._new(touched, field, ref) for ref in fresh[len(pairs) :])
        for statement, rows in ((_MOVE_HEADS, moved), (_DROP_HEADS, gone), (_ADD_HEADS, new)):
            if rows:
                statement.run(self._connection, rows)

    def seen(self) -> Iterator[tuple[FieldKey, tuple[ChangeId, ...]]]:
        """Return what a write replaces from now on, for each field where that is another now."""
        for (entity, record), touched in self._records.items():
            for field in touched.written():
                ids = (
                    self._names.change_id(self._connection, r) for r in touched.folded.seen(field)
                )
                yield FieldKey(entity, record, field), tuple(ids)

    def _new(self, touched: Touched, field: str, ref: Ref) -> dict[str, Any]:
        return {
            "scope": self._scope,
            "record": touched.record,
            "field": self._names.field(self._connection, touched.folded.entity, field),
        } | _place(ref)

    def _gone(self, touched: Touched, field: str, ref: Ref) -> dict[str, Any]:
        return {
            "in_scope": self._scope,
            "of_record": touched.record,
            "of_field": self._names.field(self._connection, touched.folded.entity, field),
            "of_epoch": ref.epoch,
            "of_seq": ref.seq,
        }

    def _save_row(self, entity: str, touched: Touched) -> None:
        life = touched.is_new or touched.is_about_life()
        columns = touched_columns(touched.folded, touched.fields, life=life)
        if not touched.is_new:
            if not columns:  # fields that only a newer program knows
                return
            set_row = _set_row(entity, tuple(columns))
            set_row.run(self._connection, [{"of_id": touched.record, **columns}])
            return
        row = {"id": touched.record, "scope": self._scope, "made": touched.made, **columns}
        try:
            _add_row(entity, tuple(row)).run(self._connection, [row])
        except sa.exc.IntegrityError as error:
            raise BugError("a record was written in another scope than its own") from error


def _place(ref: Ref) -> dict[str, Any]:
    return {"epoch": ref.epoch, "seq": ref.seq}
