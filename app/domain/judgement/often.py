"""How often help comes, read out of what somebody typed: for a comparison, never for a rule."""

import re
from collections.abc import Sequence

from app.domain.values import Extent, ExtentUnit

_NUMBERS = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
_UNITS: dict[str, ExtentUnit] = {
    **dict.fromkeys(("dag", "dagen", "dagligt", "dage", "døgn", "døgnet"), "day"),
    **dict.fromkeys(("uge", "ugen", "ugentligt", "uger"), "week"),
    **dict.fromkeys(("måned", "måneden", "månedligt", "måneder"), "month"),
    **dict.fromkeys(("år", "året", "årligt"), "year"),
}
_NUMBER = rf"(\d{{1,3}}|{'|'.join(_NUMBERS[1:])}|én|et|ét)"
_TIMES = re.compile(
    rf"\b{_NUMBER}(?: *(?:-|til|eller) *{_NUMBER})? gange? (?:om |i )?(?:hver )?(\w+)"
)
_EVERY = re.compile(r"\bhver(?:t)? (?:(anden|andet|tredje|fjerde|\d{1,3})\.? )?(\w+)")
_ORDINALS = {"anden": 2, "andet": 2, "tredje": 3, "fjerde": 4}
# Of 14 days and of 2 weeks there are not exactly as many in a year.
_NEAR = 0.02


def said_otherwise(text: str, extents: Sequence[Extent]) -> bool:
    """Tell whether a text names how often, and none of these extents is that often.

    A text that says nothing of it, or says it in a way that is not known, differs from nothing.
    """
    said = tuple(filter(None, (e.per_year() for e in said_extents(text))))
    given = tuple(filter(None, (e.per_year() for e in extents)))
    if not said or not given:
        return False
    return not any(abs(s - g) <= _NEAR * g for s in said for g in given)


def said_extents(text: str) -> tuple[Extent, ...]:
    """Return each extent that a Danish text names: 2 gange om ugen, hver 14. dag."""
    lowered = " ".join(text.lower().split())
    times = [_times(m) for m in _TIMES.finditer(lowered)]
    every = [_every(m) for m in _EVERY.finditer(_TIMES.sub(" ", lowered))]
    return tuple(found for found in (*times, *every) if found is not None)


def _times(match: re.Match[str]) -> Extent | None:
    unit = _UNITS.get(match[3])
    if unit is None:
        return None
    most = _number(match[2]) if match[2] else None
    return Extent(times=_number(match[1]), up_to=most, unit=unit)


def _every(match: re.Match[str]) -> Extent | None:
    unit = _UNITS.get(match[2])
    step = match[1] or "1"
    every = _ORDINALS.get(step) or int(step)
    return Extent(every=every, unit=unit) if unit and every else None


def _number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return _NUMBERS.index(word) if word in _NUMBERS else 1
