"""How figures, days and lists stand in the sentences of a standard."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from string import Template

from app.domain.extents import extent_words
from app.domain.values import Extent
from app.texts import Texts


@cache
def texts() -> Texts:
    """Return the shared sentences in Danish, the language of the standards."""
    return Texts("da")


def fill(template: str, params: dict[str, str]) -> str:
    """Fill a standard's sentence; a placeholder nobody knows stays as it stands."""
    return Template(template).safe_substitute(params)


def joined(names: Iterable[str]) -> str:
    """Say several names, each once: a, b, c."""
    return ", ".join(dict.fromkeys(names))


def figure(number: float) -> str:
    """Say a number as Danish writes it: 11 or 1,5."""
    return f"{number:g}".replace(".", ",")


def day_words(day: date) -> str:
    """Say a day in figures: 31/12 2007."""
    return f"{day.day}/{day.month} {day.year}"


def how_often(extent: Extent | None) -> str:
    """Say an extent: hver 14. dag."""
    return extent_words(extent, texts())
