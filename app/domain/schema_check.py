"""Compares parsed data with a msgspec schema and names every difference, not just the first."""

from collections.abc import Iterator
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

import msgspec
from msgspec import inspect

from app.domain.toml_places import Place

_SCALARS: tuple[tuple[type[inspect.Type], type | tuple[type, ...], str], ...] = (
    (inspect.StrType, str, "type.text"),
    (inspect.BoolType, bool, "type.flag"),
    (inspect.IntType, int, "type.whole"),
    (inspect.FloatType, (int, float), "type.number"),
    (inspect.DateType, date, "type.day"),
)


class Fault(msgspec.Struct, frozen=True):
    """Something wrong at a place of the data; `key` and `params` name its sentence."""

    place: Place
    key: str
    params: dict[str, str] = {}


def schema_faults(data: object, schema: type) -> tuple[Fault, ...]:
    """Return everything in the data that the schema does not allow."""
    return tuple(_compare(data, inspect.type_info(schema), ()))


def tables(value: object, place: Place = ()) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Return every table of parsed data with its place."""
    if isinstance(value, dict):
        yield place, value
        for name, element in value.items():
            yield from tables(element, (*place, name))
    elif isinstance(value, list):
        for index, element in enumerate(value):
            yield from tables(element, (*place, index))


def _compare(value: object, kind: inspect.Type, place: Place) -> Iterator[Fault]:
    match kind:
        case inspect.StructType():
            yield from _table(value, kind, place)
        case inspect.VarTupleType() | inspect.ListType():
            yield from _list(value, kind.item_type, place)
        case inspect.DictType():
            yield from _mapping(value, kind.value_type, place)
        case inspect.UnionType():
            yield from _union(value, kind, place)
        case inspect.LiteralType():
            if value not in kind.values:
                yield _choice(place, kind.values)
        case _:
            yield from _scalar(value, kind, place)


def _scalar(value: object, kind: inspect.Type, place: Place) -> Iterator[Fault]:
    for schema, accepted, key in _SCALARS:
        if isinstance(kind, schema) and not _is(value, accepted):
            yield Fault(place, key)


def _is(value: object, accepted: type | tuple[type, ...]) -> bool:
    """Tell whether a value has a type; true is no number and a moment is no day."""
    if isinstance(value, bool):
        return accepted is bool
    return isinstance(value, accepted) and not isinstance(value, datetime)


def _table(value: object, kind: inspect.StructType, place: Place) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(place, "type.table")
        return
    fields = {f.encode_name: f for f in kind.fields}
    known = [*fields, kind.tag_field] if kind.tag_field else [*fields]
    for name in value:
        if name not in known:
            yield _unknown(place, str(name), known)
    for name, field in fields.items():
        if name in value:
            yield from _compare(value[name], field.type, (*place, name))
        elif field.required:
            yield Fault((*place, name), "type.missing")


def _unknown(place: Place, name: str, known: list[str]) -> Fault:
    like = get_close_matches(name, known, n=1)
    if like:
        return Fault((*place, name), "type.unknown_like", {"like": like[0]})
    return Fault((*place, name), "type.unknown")


def _list(value: object, item: inspect.Type, place: Place) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield Fault(place, "type.list")
        return
    for index, element in enumerate(value):
        yield from _compare(element, item, (*place, index))


def _mapping(value: object, kind: inspect.Type, place: Place) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(place, "type.table")
        return
    for name, element in value.items():
        yield from _compare(element, kind, (*place, name))


def _union(value: object, kind: inspect.UnionType, place: Place) -> Iterator[Fault]:
    choices = [t for t in kind.types if not isinstance(t, inspect.NoneType)]
    tagged = {t.tag: t for t in choices if isinstance(t, inspect.StructType) and t.tag_field}
    if not tagged:
        yield from _compare(value, choices[0], place)
    elif not isinstance(value, dict):
        yield Fault(place, "type.table")
    else:
        yield from _tagged(value, tagged, place)


def _tagged(
    value: dict[str, Any], tagged: dict[str | int | None, inspect.StructType], place: Place
) -> Iterator[Fault]:
    field = next(iter(tagged.values())).tag_field or ""
    found = tagged.get(value[field]) if isinstance(value.get(field), str) else None
    if field not in value:
        yield Fault((*place, field), "type.missing")
    elif found is None:
        yield _choice((*place, field), tuple(tagged))
    else:
        yield from _table(value, found, place)


def _choice(place: Place, values: tuple[object, ...]) -> Fault:
    return Fault(place, "type.choice", {"choices": ", ".join(f'"{v}"' for v in values)})
