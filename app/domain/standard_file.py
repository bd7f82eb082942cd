"""Loads and checks the files of standards and of the national law, with every fault named."""

import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from app.domain.national import NationalLaw
from app.domain.schema_check import Fault, schema_faults, tables
from app.domain.standard import Standard
from app.domain.standard_privacy import untold_faults
from app.domain.standard_references import law_faults, reference_faults
from app.domain.toml_places import Place, Places
from app.errors import KnownError
from app.texts import Texts

Schema = TypeVar("Schema", Standard, NationalLaw)
_FitCheck = Callable[[dict[str, Any], Callable[[Place], int]], Iterator[Fault]]
_TEXTS = "standard_check"
# What TOML gives as itself: a date in quotation marks is a text.
_NATIVE = (datetime, date, time)
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One fault of a file: where it stands, and in words what was expected there."""

    file: str
    line: int
    table: str
    key: str
    expected: str

    def say(self, texts: Texts) -> str:
        """Say the problem in one line."""
        key = "table_key" if self.key else "table"
        where = texts.lookup(_TEXTS, key, table=self.table, key=self.key)
        return texts.lookup(
            _TEXTS,
            "line" if self.table or self.key else "file",
            file=self.file,
            line=self.line,
            where=where if self.table else self.key,
            expected=self.expected,
        )


class StandardError(KnownError):
    """A file that cannot be used: `problems` holds everything that is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(
            "standard.broken",
            file=first.file,
            count=len(problems),
            line=first.line,
            expected=first.expected,
        )
        self.problems = problems


def load_standard(path: Path) -> Standard:
    """Return the standard that a file holds; raises StandardError with all its problems."""
    return _load(path, Standard, reference_faults)


def load_national(path: Path) -> NationalLaw:
    """Return the national law that a file holds; raises StandardError with all its problems."""
    return _load(path, NationalLaw, law_faults)


def check_standard(path: Path, texts: Texts | None = None) -> tuple[Problem, ...]:
    """Return everything that is wrong with a standard's file, in the order of its lines."""
    return _Reading(path, texts or Texts()).problems(Standard, reference_faults)


def check_national(path: Path, texts: Texts | None = None) -> tuple[Problem, ...]:
    """Return everything that is wrong with the file of the national law."""
    return _Reading(path, texts or Texts()).problems(NationalLaw, law_faults)


def unconfirmed(path: Path, texts: Texts | None = None) -> tuple[Problem, ...]:
    """Return what a file marks as known but confirmed by no source (`confirmed = false`)."""
    return _Reading(path, texts or Texts()).unconfirmed()


def untold(path: Path, texts: Texts | None = None) -> tuple[Problem, ...]:
    """Return what the sheet on personal data must send the citizen to ask about."""
    return _Reading(path, texts or Texts()).untold()


def _load(path: Path, schema: type[Schema], fits: _FitCheck) -> Schema:
    reading = _Reading(path, Texts())
    problems = reading.problems(schema, fits)
    if problems:
        raise StandardError(problems)
    return msgspec.convert(reading.data, schema, builtin_types=_NATIVE)


class _Reading:
    """One reading of a file: its data, and the lines on which they stand."""

    def __init__(self, path: Path, texts: Texts) -> None:
        self.file = path.name
        self.texts = texts
        self.data: dict[str, Any] = {}
        self.places = Places("")
        self.unread = self._read(path)

    def problems(self, schema: type[Schema], fits: _FitCheck) -> tuple[Problem, ...]:
        """Return what is wrong, or only why the file cannot be read."""
        if self.unread:
            return self.unread
        faults = (*self._schema(schema), *fits(self.data, self.places.line))
        found = dict.fromkeys(self._problem(fault) for fault in faults)
        return tuple(sorted(found, key=lambda p: (p.line, p.table, p.key)))

    def unconfirmed(self) -> tuple[Problem, ...]:
        """Return the places that are marked as not confirmed, in the order of their lines."""
        marked = (place for place, table in tables(self.data) if table.get("confirmed") is False)
        faults = (Fault((*place, "confirmed"), "unconfirmed") for place in marked)
        return tuple(sorted(map(self._problem, faults), key=lambda p: p.line))

    def untold(self) -> tuple[Problem, ...]:
        """Return what the file does not say of personal data."""
        return tuple(map(self._problem, untold_faults(self.data)))

    def _read(self, path: Path) -> tuple[Problem, ...]:
        try:
            text = path.read_bytes().decode("utf-8-sig")
            self.data = tomllib.loads(text)
        except OSError:
            return (self._unread(1, "syntax.unreadable"),)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            return (self._unread(line, "syntax.encoding"),)
        except tomllib.TOMLDecodeError as error:
            return (self._syntax(str(error), text.count("\n") + 1),)
        self.places = Places(text)
        return ()

    def _syntax(self, message: str, last: int) -> Problem:
        at = _AT.search(message)
        line = int(at[1]) if at and at[1] else last
        return self._unread(line, "syntax.toml", problem=_AT.sub("", message))

    def _unread(self, line: int, key: str, **params: str) -> Problem:
        expected = self.texts.lookup(_TEXTS, key, **params)
        return Problem(file=self.file, line=line, table="", key="", expected=expected)

    def _schema(self, schema: type[Schema]) -> tuple[Fault, ...]:
        """Compare piece by piece only when the whole does not decode: that is the slow way."""
        try:
            msgspec.convert(self.data, schema, builtin_types=_NATIVE)
        except msgspec.ValidationError:
            return schema_faults(self.data, schema)
        return ()

    def _problem(self, fault: Fault) -> Problem:
        table, key = self._named(fault.place)
        return Problem(
            file=self.file,
            line=self.places.line(fault.place),
            table=table,
            key=key,
            expected=self.texts.lookup(_TEXTS, fault.key, **fault.params),
        )

    def _named(self, place: Place) -> tuple[str, str]:
        """Return the header of the table that a place is in, and the key inside it."""
        table = self.places.table(place)
        return _dotted(table), _dotted(place[len(table) :])


def _dotted(place: Place) -> str:
    return ".".join(part for part in place if isinstance(part, str))
