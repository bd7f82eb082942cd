"""Rows of the state tables: from a folded record, and back to a record."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

import msgspec

from app.domain.records import ENTITIES, Record
from app.journal.changes import REMOVED
from app.journal.fold import Folded
from app.journal.tables import EXTRACTED, bare, is_plain
from app.journal.values import field_types


@cache
def _plain(entity: str, field: str) -> bool:
    return is_plain(field_types(entity)[field])


def column_values(folded: Folded, field: str) -> dict[str, Any]:
    """Return the columns that a field sets; NULL is "not recorded"."""
    text = folded.settled(field)
    value = None if text is None else msgspec.json.decode(text)
    columns: dict[str, Any] = {
        column: take(value) if isinstance(value, dict) else None
        for column, (whole, take) in EXTRACTED.get(folded.entity, {}).items()
        if whole == field
    }
    keeps_text = value is not None and not _plain(folded.entity, field)
    columns[field] = text if keeps_text else value
    return columns


def touched_columns(folded: Folded, fields: set[str], *, life: bool = True) -> dict[str, Any]:
    """Return the columns that follow from changes of these fields, and `life`, if asked for."""
    columns: dict[str, Any] = {}
    for field in sorted(fields & field_types(folded.entity).keys()):
        columns |= column_values(folded, field)
    if life:
        columns |= column_values(folded, REMOVED)
        columns[REMOVED] = bool(columns[REMOVED])
    return columns


def full_columns(folded: Folded) -> dict[str, Any]:
    """Return every column of a record's row but id, scope and order."""
    return touched_columns(folded, set(field_types(folded.entity)))


Reader = Callable[[Any], Any]


def _reader(entity: str, field: str, hint: Any) -> Reader | None:
    if not _plain(entity, field):
        return msgspec.json.Decoder(hint).decode
    kind = bare(hint)
    return kind.fromisoformat if kind in (date, datetime) else None


@cache
def _readers(entity: str) -> tuple[tuple[str, Reader | None], ...]:
    hints = field_types(entity).items()
    return tuple((name, _reader(entity, name, hint)) for name, hint in hints)


def read_row(entity: str, row: Any) -> Record:
    """Make the record of a row, given as a mapping of its columns."""
    values: dict[str, Any] = {}
    for name, reader in _readers(entity):
        value = row[name]
        if value is not None:
            values[name] = reader(value) if reader else value
    return ENTITIES[entity][0](id=row["id"], **values)
