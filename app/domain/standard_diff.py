"""What a new version of a standard changes: entry by entry, matched by their ids."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from app.domain.standard import Standard

Path = tuple[str, ...]
_IDENTITIES = ("id", "value", "level")
_NAMES = ("name", "title", "label", "text")


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One entry or value that one version has and the other has not, or has otherwise.

    `place` leads to it by keys and ids; `name` is what a person calls an entry. `before` and
    `after` are values in words, "" where there is none.
    """

    kind: Literal["added", "removed", "changed"]
    place: Path
    name: str = ""
    before: str = ""
    after: str = ""


def differences(old: Standard, new: Standard) -> tuple[Difference, ...]:
    """Return what is otherwise in the new standard, in the order of the schema."""
    return tuple(_compare(_plain(old), _plain(new), ()))


def _plain(standard: Standard) -> Any:
    return msgspec.to_builtins(standard)


def _compare(old: Any, new: Any, place: Path) -> Iterator[Difference]:
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            yield from _compare(old.get(key), new.get(key), (*place, str(key)))
    elif _entries(old) and _entries(new) and (old or new):
        yield from _by_identity(old, new, place)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _lines(old, new, place)
    else:
        yield _value(old, new, place)


def _entries(value: Any) -> bool:
    """Tell whether a value is a list of tables that are known by an id."""
    return isinstance(value, tuple) and all(isinstance(v, dict) and _identity(v) for v in value)


def _identity(entry: Mapping[str, Any]) -> str:
    known = (str(entry[key]) for key in _IDENTITIES if entry.get(key))
    found = next(known, "")
    # A law may stand several times, once for each time it was valid.
    start = entry.get("valid_from")
    return f"{found} {start}" if found and start else found


def _by_identity(old: tuple[Any, ...], new: tuple[Any, ...], place: Path) -> Iterator[Difference]:
    before, after = ({_identity(e): e for e in entries} for entries in (old, new))
    for key in dict.fromkeys((*before, *after)):
        here = (*place, key)
        if key not in after:
            yield Difference(kind="removed", place=here, name=_name(before[key]))
        elif key not in before:
            yield Difference(kind="added", place=here, name=_name(after[key]))
        else:
            yield from _compare(before[key], after[key], here)


def _lines(old: tuple[Any, ...], new: tuple[Any, ...], place: Path) -> Iterator[Difference]:
    for line in old:
        if line not in new:
            yield Difference(kind="removed", place=place, before=_words(line))
    for line in new:
        if line not in old:
            yield Difference(kind="added", place=place, after=_words(line))
    if sorted(map(str, old)) == sorted(map(str, new)):
        yield Difference(kind="changed", place=place, before=_words(old), after=_words(new))


def _value(old: Any, new: Any, place: Path) -> Difference:
    if old in (None, "", ()):
        return Difference(kind="added", place=place, after=_words(new))
    if new in (None, "", ()):
        return Difference(kind="removed", place=place, before=_words(old))
    return Difference(kind="changed", place=place, before=_words(old), after=_words(new))


def _name(entry: Mapping[str, Any]) -> str:
    return next((str(entry[key]) for key in _NAMES if isinstance(entry.get(key), str)), "")


def _words(value: Any) -> str:
    """Return a value as a person would write it in the file."""
    if isinstance(value, tuple):
        return ", ".join(map(_words, value))
    if isinstance(value, dict):
        said = ((key, _words(v)) for key, v in value.items())
        return ", ".join(f"{key} {words}" for key, words in said if words)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
