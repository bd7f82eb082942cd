"""Values of fields: to and from JSON, and what "not recorded" is for each field."""

from functools import cache
from typing import Any, get_type_hints

import msgspec

from app.domain.records import ENTITIES, Record
from app.errors import BugError, KnownError

# What a database keeps as a whole number.
_TOO_GREAT = 2**63


def encode(value: Any) -> str:
    """Return the one JSON text of a value; equal values have equal texts."""
    try:
        return msgspec.json.encode(value, order="deterministic").decode()
    except UnicodeEncodeError:
        raise KnownError("journal.unwritable_text") from None


@cache
def field_types(entity: str) -> dict[str, Any]:
    """Return the type of each field of an entity but its id; empty for an unknown one."""
    if entity not in ENTITIES:
        return {}
    hints = get_type_hints(ENTITIES[entity][0])
    return {name: hint for name, hint in hints.items() if name != "id"}


@cache
def decoder(entity: str, field: str) -> msgspec.json.Decoder[Any] | None:
    """Return what reads the JSON of a field; None for a field that is unknown here."""
    kind = field_types(entity).get(field)
    return None if kind is None else msgspec.json.Decoder(kind)


def decode(entity: str, field: str, text: str) -> Any:
    """Read a value; one that this program does not know is given as plain data or text."""
    known = decoder(entity, field)
    if known is not None:
        try:
            return known.decode(text)
        except msgspec.DecodeError:
            pass
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text


def understood(entity: str, field: str, text: str) -> bool:
    """Tell whether this program can put the value into the state."""
    known = decoder(entity, field)
    if known is None:
        return False
    try:
        value = known.decode(text)
    except msgspec.DecodeError:
        return False
    return not isinstance(value, int) or abs(value) < _TOO_GREAT


def check(entity: str, field: str, text: str) -> None:
    """Refuse a value of the wrong type for a known field; BugError."""
    if decoder(entity, field) is not None and not understood(entity, field, text):
        raise BugError(f"value of wrong type for {entity}.{field}")


@cache
def empty_record(entity: str) -> Record | None:
    """Return the record of an entity in which nothing is recorded."""
    return ENTITIES[entity][0](id="") if entity in ENTITIES else None


def not_recorded(entity: str, field: str) -> Any:
    """Return the value of a field before anything is recorded; None for unknown fields."""
    return getattr(empty_record(entity), field, None)
