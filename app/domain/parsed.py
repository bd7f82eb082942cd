"""Walks parsed TOML: the places and values that a pattern names."""

from collections.abc import Iterator
from typing import Any

from app.domain.toml_places import Place


def each(data: object, pattern: str, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Return the places and values that a pattern names; * stands for each of a list."""
    head, _, rest = pattern.partition(".")
    if not head:
        yield place, data
    elif head == "*" and isinstance(data, list):
        for index, element in enumerate(data):
            yield from each(element, rest, (*place, index))
    elif isinstance(data, dict) and head in data:
        yield from each(data[head], rest, (*place, head))


def tables_at(
    data: object, pattern: str, place: Place = ()
) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Return the tables that a pattern names."""
    return ((at, value) for at, value in each(data, pattern, place) if isinstance(value, dict))


def words_at(data: object, pattern: str, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Return the texts that a pattern names."""
    return ((at, value) for at, value in each(data, pattern, place) if isinstance(value, str))
