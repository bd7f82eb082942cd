"""From what a form asks for to the fields that are written."""

import typing
import unicodedata
from functools import cache
from typing import Any

import msgspec

from app.domain.casefile import CaseFile, FieldKey
from app.domain.records import ENTITIES, ENTITY_OF, Record
from app.errors import BugError
from app.workflow.edits import AddRecord, RemoveRecord, SetField

Written = tuple[FieldKey, Any]


def writes_of(edit: SetField | AddRecord | RemoveRecord, casefile: CaseFile) -> list[Written]:
    """Return the fields that an edit writes, its record's identity with its first field."""
    match edit:
        case SetField(record, field, value):
            writes = [] if _known(record, casefile) else recorded(record, leave_out=field)
            return [*writes, (key_of(record, field), clean(record, field, value))]
        case AddRecord(record):
            return recorded(record) or [(key_of(record, "removed"), False)]
        case RemoveRecord(record):
            return [(key_of(record, "removed"), True)]


def key_of(record: Record, field: str) -> FieldKey:
    """Name a field of a record."""
    return FieldKey(ENTITY_OF[type(record)], record.id, field)


def scope_of(key: FieldKey, casefile: CaseFile) -> str:
    """Return with whom a field travels: the citizen's id or the case's."""
    _, scope = ENTITIES[key.entity]
    return casefile.citizen.id if scope == "citizen" else casefile.case.id


def clean(record: Record, field: str, value: Any) -> Any:
    """Check a value against its field and free its texts of control characters.

    Raises BugError for a value that the field cannot hold: a form made a mistake.
    """
    try:
        hints = _hints(type(record))
        return msgspec.convert(
            msgspec.to_builtins(_without_controls(value)),
            hints[field],
        )
    except (KeyError, msgspec.ValidationError) as error:
        raise BugError(f"{type(record).__name__}.{field} cannot hold this value") from error


def clean_text(text: str) -> str:
    """Return text in composed form without control characters; line ends and tabs stay."""
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", "".join(kept))


def _without_controls(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, tuple):
        return tuple(_without_controls(v) for v in value)
    if isinstance(value, msgspec.Struct):
        fields = {f: _without_controls(getattr(value, f)) for f in value.__struct_fields__}
        return type(value)(**fields)
    return value


@cache
def _hints(kind: type[Record]) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _known(record: Record, casefile: CaseFile) -> bool:
    return record.id in casefile.records.get(ENTITY_OF[type(record)], {})


def recorded(record: Record, leave_out: str = "") -> list[Written]:
    """Return every field of a record that is not at its default, checked."""
    empty = type(record)(id=record.id)
    return [
        (key_of(record, field), clean(record, field, getattr(record, field)))
        for field in record.__struct_fields__
        if field not in ("id", leave_out) and getattr(record, field) != getattr(empty, field)
    ]
