"""Finds the line on which a table or key of a TOML file stands."""

import re

Place = tuple[str | int, ...]

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_NAME = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"^\s*(\[\[?)\s*({_NAME})\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(rf"^\s*({_NAME})\s*=(.*)$")
_MULTILINE = re.compile(r'"""|' + "'''")


class Places:
    """The lines of a file's tables and keys.

    A table is named as the parsed data hold it: ("services", 0, "items", 3, "extent"). It
    knows headers, dotted keys and texts of several lines; what stands inside a list or an
    inline table has the line of its key.
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[Place, int] = {(): 1}
        self._tables: set[Place] = set()
        self._counts: dict[Place, int] = {}
        self._table: Place = ()
        closing = ""
        for number, line in enumerate(text.splitlines(), start=1):
            closing = self._read(line, number, closing)

    def line(self, place: Place) -> int:
        """Return the line of a place, or of the nearest table around it."""
        while place not in self._lines:
            place = place[:-1]
        return self._lines[place]

    def table(self, place: Place) -> Place:
        """Return the table with a header of its own that a place is in."""
        while place and place not in self._tables:
            place = place[:-1]
        return place

    def _read(self, line: str, number: int, closing: str) -> str:
        """Note what a line begins; return the quotes it leaves open."""
        if closing:
            return "" if closing in line else closing
        if header := _HEADER.match(line):
            self._table = self._enter(_parts(header[2]), is_list=header[1] == "[[")
            self._lines.setdefault(self._table, number)
            self._tables.add(self._table)
        elif key := _KEY.match(line):
            self._lines.setdefault((*self._table, *_parts(key[1])), number)
            return _left_open(key[2])
        return _left_open(line) if not line.lstrip().startswith("#") else ""

    def _enter(self, names: list[str], *, is_list: bool) -> Place:
        place: Place = ()
        for name in names:
            place = self._last((*place, name))
        if not is_list:
            return place
        table = place[:-1] if place and isinstance(place[-1], int) else place
        self._counts[table] = self._counts.get(table, -1) + 1
        return (*table, self._counts[table])

    def _last(self, table: Place) -> Place:
        """Return the element that is open in a list of tables, or the table itself."""
        return (*table, self._counts[table]) if table in self._counts else table


def _parts(name: str) -> list[str]:
    return [part.strip("\"'") for part in re.findall(_PART, name)]


def _left_open(text: str) -> str:
    opened = ""
    for quotes in _MULTILINE.findall(text):
        opened = "" if quotes == opened else opened or quotes
    return opened
