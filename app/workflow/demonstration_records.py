"""Reads made-up people from TOML into records: relative days, names instead of ids."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec

from app.clock import COPENHAGEN
from app.domain.calendar import add_months
from app.domain.ids import derived_id
from app.domain.records import ENTITIES, Grant, Record
from app.domain.standard import Standard
from app.domain.values import Level, StandardRef, TextVersion
from app.errors import BugError
from app.texts import RESOURCES

FOLDER = RESOURCES / "demonstration"

Row = dict[str, Any]

_WHEN = re.compile(r"today(?P<steps>(?:[+-]\d+[dmy])*)(?: (?P<clock>\d\d:\d\d))?")
_STEP = re.compile(r"([+-]\d+)([dmy])")
_NAMED_ID = re.compile(r"\{(\w+)/(\w+)\}")

# What the id of a record is derived from; the others have a name in the file.
_DERIVED: dict[str, tuple[str, ...]] = {
    "answer": ("visit", "section", "question"),
    "assessment": ("visit", "standard", "area"),
    "overall_assessment": ("visit", "standard"),
    "workplace_item": ("check", "item"),
    "decision_item": ("decision", "need"),
    "departure": ("case", "finding"),
}
# Fields that name another record of the same person, by its key in the file.
_REFERENCES = {
    "request": "request",
    "need": "applied_need",
    "visit": "visit",
    "previous": "visit",
    "version": "decision_version",
    "combined_with": "grant",
}


def load_toml(name: str) -> Row:
    """Return what a file of the demonstration holds."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def when(text: str, today: date) -> date | datetime | None:
    """Return the day or moment that "today-5d 10:15" names; None if it names none."""
    found = _WHEN.fullmatch(text)
    if found is None:
        return None
    day = today
    for count, unit in _STEP.findall(found["steps"]):
        months = int(count) * {"d": 0, "m": 1, "y": 12}[unit]
        day = add_months(day, months) if months else day + timedelta(days=int(count))
    if found["clock"] is None:
        return day
    return datetime.combine(day, time.fromisoformat(found["clock"]), COPENHAGEN)


class PersonReader:
    """Makes the records of one made-up person; ids follow from the names in the file."""

    def __init__(self, person: str, today: date, standard: Standard) -> None:
        self.person = person
        self.today = today
        self.standard = standard
        # Whether it is said at planning already which standard a visit follows.
        self._chosen = False

    def records(self, tables: Mapping[str, Any]) -> tuple[Record, ...]:
        """Return every record of a person's file, in the order the entities are listed."""
        unknown = set(tables) - set(ENTITIES) - {"key", "standard"}
        if unknown:
            raise BugError(f"demonstration: {sorted(unknown)} are no entities")
        self._chosen = "standard" in tables
        return tuple(
            self.record(entity, row) for entity in ENTITIES for row in _rows(tables.get(entity, []))
        )

    def record(self, entity: str, row: Row) -> Record:
        """Return one record; BugError for a field that it does not have."""
        kind, _ = ENTITIES[entity]
        fields = self._parents(entity, row) | self.given(entity, row)
        unknown = set(fields) - set(kind.__struct_fields__)
        if unknown:
            raise BugError(f"demonstration: {entity} has no {sorted(unknown)}")
        return msgspec.convert({"id": self._id(entity, row, fields), **fields}, kind)

    def given(self, entity: str, row: Row) -> Row:
        """Return the fields that a row of the file sets itself, as values of records."""
        own = {"key"} | ({"visit"} - set(ENTITIES[entity][0].__struct_fields__))
        return {name: self._value(name, value) for name, value in row.items() if name not in own}

    def named(self, entity: str, key: str) -> str:
        """Return the id of a record that the file names."""
        return derived_id("demonstration", self.person, entity, key)

    def _parents(self, entity: str, row: Row) -> Row:
        """Return what follows without saying: whose record it is, and under which standard."""
        visit = self.named("visit", row.get("visit", "today"))
        parents: Row = {
            "citizen": self.named("citizen", ""),
            "case": self.named("case", ""),
            "request": self.named("request", "request"),
            "visit": visit,
            "decision": derived_id(visit, "decision"),
            "check": derived_id(visit, "workplace"),
            "standard": self._ref if ENTITIES[entity][0] is Grant else self.standard.id,
            "standards": (self._ref,) if self._chosen or row.get("state") != "planned" else (),
        }
        if entity == "consent":
            parents["text"] = self._shown(row["purpose"])
        fields = ENTITIES[entity][0].__struct_fields__
        return {name: value for name, value in parents.items() if name in fields}

    @property
    def _ref(self) -> StandardRef:
        return StandardRef(id=self.standard.id, version=self.standard.version)

    def _shown(self, purpose: str) -> TextVersion:
        texts = {c.id: c.version for c in self.standard.consents}
        return TextVersion(key=purpose, version=texts[purpose])

    def _id(self, entity: str, row: Row, fields: Row) -> str:
        if entity in _DERIVED:
            return derived_id(*(fields[name] for name in _DERIVED[entity]))
        if entity in ("workplace_check", "decision"):
            return derived_id(fields["visit"], entity.removesuffix("_check"))
        return self.named(entity, row.get("key", ""))

    def _value(self, name: str, value: Any) -> Any:
        if name in _REFERENCES:
            return self.named(_REFERENCES[name], value)
        if name == "level":
            return self._level(value)
        if name == "value" and self.standard.overall is not None:
            return Level(scale=self.standard.overall.scale.id, value=value)
        if name == "item_levels":
            return {item: self._level(level) for item, level in value.items()}
        return self._plain(value)

    def _level(self, value: str) -> Level:
        if self.standard.scale is None:
            raise BugError("the demonstration needs a standard with a scale")
        return Level(scale=self.standard.scale.id, value=value)

    def _plain(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: self._plain(part) for name, part in value.items()}
        if isinstance(value, list):
            return tuple(self._plain(part) for part in value)
        if isinstance(value, str):
            named = _NAMED_ID.sub(lambda found: self.named(found[1], found[2]), value)
            return when(named, self.today) or named
        return value


def _rows(table: Any) -> list[Row]:
    return table if isinstance(table, list) else [table]
