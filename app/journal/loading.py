"""Reads changes from the tables: heads of records, single changes, whole histories."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from app.journal import tables
from app.journal.fold import Change, Ref
from app.journal.names import Names

_ROW = (
    tables.change.c.epoch,
    tables.change.c.seq,
    tables.change.c.record,
    tables.change.c.field,
    tables.change.c.value,
    tables.change.c.replaces,
    tables.change.c.action,
    tables.action.c.hlc,
    tables.action.c.first,
    tables.action.c.scope,
)
_CHANGES = sa.select(*_ROW).join(tables.action, tables.action.c.number == tables.change.c.action)
_HEADS = _CHANGES.join(
    tables.head,
    (tables.head.c.epoch == tables.change.c.epoch) & (tables.head.c.seq == tables.change.c.seq),
)

HEADS_OF_RECORDS = _HEADS.where(
    tables.head.c.scope == sa.bindparam("scope"),
    tables.head.c.record.in_(sa.bindparam("records", expanding=True)),
)
HEADS_OF_PLACES = _HEADS.where(
    sa.tuple_(tables.head.c.scope, tables.head.c.record).in_(sa.bindparam("places", expanding=True))
)
HEADS_OF_RECORD = _HEADS.where(
    tables.head.c.scope == sa.bindparam("scope"), tables.head.c.record == sa.bindparam("record")
)
CHANGES_OF_RECORD = _CHANGES.where(tables.change.c.record == sa.bindparam("record"))
CHANGES_OF_RECORDS = _CHANGES.where(
    tables.change.c.record.in_(sa.bindparam("records", expanding=True))
).order_by(tables.change.c.record)
CHANGES_OF_ACTION = (
    sa.select(*_ROW)
    .join(
        tables.action,
        (tables.action.c.epoch == tables.change.c.epoch)
        & (tables.change.c.seq >= tables.action.c.first)
        & (tables.change.c.seq < tables.action.c.first + tables.action.c.size),
    )
    .where(tables.action.c.id == sa.bindparam("action"))
    .order_by(tables.change.c.seq)
)
ALL_CHANGES = _CHANGES.order_by(tables.change.c.record, tables.change.c.field)


def write_refs(refs: Iterable[Ref]) -> str | None:
    """Return how a set of changes stands in a row; None for the empty set."""
    return ",".join(f"{ref.epoch}:{ref.seq}" for ref in refs) or None


def read_refs(text: str | None) -> tuple[Ref, ...]:
    """Read a set of changes from a row."""
    if not text:
        return ()
    parts = (part.split(":") for part in text.split(","))
    return tuple(Ref(int(epoch), int(seq)) for epoch, seq in parts)


class Located(Change, frozen=True, kw_only=True):
    """A change with the record and action that it belongs to."""

    entity: str
    record: str
    action: int
    scope: int


def read_changes(
    connection: sa.Connection, names: Names, query: sa.Select[Any], **params: object
) -> Iterator[Located]:
    """Run one of the queries above."""
    for row in connection.execute(query, params):
        entity, field = names.field_name(connection, row.field)
        yield Located(
            ref=Ref(row.epoch, row.seq),
            field=field,
            value=row.value,
            replaces=read_refs(row.replaces),
            order=row.hlc + row.seq - row.first,
            entity=entity,
            record=row.record,
            action=row.action,
            scope=row.scope,
        )


def by_record(changes: Iterable[Located]) -> Iterator[tuple[str, list[Located]]]:
    """Group changes that come ordered by record."""
    for record, group in groupby(changes, key=lambda change: change.record):
        yield record, list(group)
