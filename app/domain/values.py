"""Values that make sense only whole; each is one field of a record."""

from datetime import datetime
from typing import Literal

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """Base of composite values: compared, stored and replaced whole."""


CprKind = Literal["cpr", "replacement", "xecpr", "decpr"]


class Cpr(Value, frozen=True, kw_only=True):
    """A personal number: ten characters without a hyphen, and what kind of number it is."""

    value: str
    kind: CprKind = "cpr"


class Address(Value, frozen=True, kw_only=True):
    """A postal address in Denmark."""

    street: str = ""
    postcode: str = ""
    city: str = ""
    care_of: str = ""


class Interpreter(Value, frozen=True, kw_only=True):
    """Need of an interpreter (tolk): None is not asked yet."""

    need: bool | None = None
    kind: Literal["", "speech", "sign"] = ""


class Level(Value, frozen=True, kw_only=True):
    """A function level in the scale it was given in; never converted when stored."""

    scale: str
    value: str


ExtentUnit = Literal["day", "week", "month", "year", "once", "as_needed"]


class Extent(Value, frozen=True, kw_only=True):
    """How often (omfang): `times` (to `up_to`) in each span of `every` units.

    Once every 14 days is times=1, every=2, unit="week".
    """

    times: int = 1
    up_to: int | None = None
    every: int = 1
    unit: ExtentUnit = "week"

    def per_year(self) -> float | None:
        """Return the most visits in a year; None where need alone decides, or no span is given."""
        spans = {"day": 365.0, "week": 365 / 7, "month": 12.0, "year": 1.0}.get(self.unit)
        if spans is None:
            return 1.0 if self.unit == "once" else None
        if self.every < 1:
            return None
        return (self.up_to or self.times) * spans / self.every


class StandardRef(Value, frozen=True, kw_only=True):
    """One version of one quality standard."""

    id: str
    version: str


class Planned(Value, frozen=True, kw_only=True):
    """When and where a visit takes place; `start` is local time in Denmark."""

    start: datetime
    minutes: int = 60
    place: str = ""


class TextVersion(Value, frozen=True, kw_only=True):
    """Which text somebody was shown: key, version and language."""

    key: str
    version: str
    language: str = "da"


class Quantities(Value, frozen=True, kw_only=True):
    """Measures of a grant; None is not stated."""

    area_m2: float | None = None
    weight_kg: float | None = None
    shops: int | None = None
    supermarkets: int | None = None
    hours: float | None = None


class Capacity(Value, frozen=True, kw_only=True):
    """What a household member can take on of one service's tasks."""

    service: str
    share: Literal["all", "part", "none"]
    note: str = ""
