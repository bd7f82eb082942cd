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
        """Tell whether a removal or its end stood before, stands now, or came between."""
        between = REMOVED in self.fields
        return bool(between or self.before.get(REMOVED) or self.folded.heads.get(REMOVED))


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
        mine = [(self._scope, touched) for touched in self._records.values()]
        save_heads(self._connection, self._names, mine)
        save_rows(self._connection, mine)
        for touched in self._records.values():
            self._recent.keep(self._scope, touched.record, touched.folded)

    def seen(self) -> Iterator[tuple[FieldKey, tuple[ChangeId, ...]]]:
        """Return what a write replaces from now on, for each field where that is another now."""
        for (entity, record), touched in self._records.items():
            for field in touched.written():
                ids = (
                    self._names.change_id(self._connection, r) for r in touched.folded.seen(field)
                )
                yield FieldKey(entity, record, field), tuple(ids)


def save_heads(
    connection: sa.Connection, names: Names, touched: Iterable[tuple[int, Touched]]
) -> None:
    """Write what the heads of records are now, each record with its scope."""
    gone: list[dict[str, Any]] = []
    new: list[dict[str, Any]] = []
    moved: list[dict[str, Any]] = []
    for scope, record in touched:
        for name, old, fresh in record.moves():
            field = names.field(connection, record.folded.entity, name)
            place = (scope, record.record, field)
            pairs = list(zip(old, fresh, strict=False))
            moved += (_gone(place, a) | _place(b) for a, b in pairs)
            gone += (_gone(place, ref) for ref in old[len(pairs) :])
            new += (_new(place, ref) for ref in fresh[len(pairs) :])
    for statement, rows in ((_MOVE_HEADS, moved), (_DROP_HEADS, gone), (_ADD_HEADS, new)):
        if rows:
            statement.run(connection, rows)


def save_rows(connection: sa.Connection, touched: Iterable[tuple[int, Touched]]) -> None:
    """Write the state rows of records, each with its scope; BugError for one in two scopes."""
    alike: dict[Prepared, list[dict[str, Any]]] = {}
    for scope, record in touched:
        made = _row(scope, record) if record.folded.entity in ENTITIES else None
        if made is not None:
            alike.setdefault(made[0], []).append(made[1])
    for statement, rows in alike.items():
        try:
            statement.run(connection, rows)
        except sa.exc.IntegrityError as error:
            raise BugError("a record was written in another scope than its own") from error


def _row(scope: int, touched: Touched) -> tuple[Prepared, dict[str, Any]] | None:
    entity, record = touched.folded.entity, touched.record
    life = touched.is_new or touched.is_about_life()
    columns = touched_columns(touched.folded, touched.fields, life=life)
    if touched.is_new:
        row = {"id": record, "scope": scope, "made": touched.made, **columns}
        return _add_row(entity, tuple(row)), row
    if not columns:  # fields that only a newer program knows
        return None
    return _set_row(entity, tuple(columns)), {"of_id": record, **columns}


def _new(place: tuple[int, str, int], ref: Ref) -> dict[str, Any]:
    scope, record, field = place
    return {"scope": scope, "record": record, "field": field} | _place(ref)


def _gone(place: tuple[int, str, int], ref: Ref) -> dict[str, Any]:
    scope, record, field = place
    return {
        "in_scope": scope,
        "of_record": record,
        "of_field": field,
        "of_epoch": ref.epoch,
        "of_seq": ref.seq,
    }


def _place(ref: Ref) -> dict[str, Any]:
    return {"epoch": ref.epoch, "seq": ref.seq}
