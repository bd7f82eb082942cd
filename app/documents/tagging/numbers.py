"""Numbers as a page says them: as exact as reportlab's, so that both stand at the same place."""

from functools import lru_cache
from typing import Any

from reportlab.lib.rl_accel import fp_str

# Less than this is nothing: it would be said with an exponent, which PDF does not know.
_LEAST = 1e-4
# Indents, columns and heights of lines come again and again.
_PLACES = 10_000


@lru_cache(_PLACES)
def rounded(value: float) -> float:
    """Return a length in points with the digits that are written of it."""
    size = abs(value)
    if size >= 100:
        return round(value, 4)
    return round(value, 5 if size >= 10 else 6)


def spelled(value: float) -> str:
    """Return a sum of rounded lengths as it is written."""
    return f"{value:.9g}" if abs(value) >= _LEAST else "0"


@lru_cache(100)
def colour_of(colour: Any) -> str:
    """Return a colour as PDF says it, without the operator."""
    said: str = fp_str(colour.rgb())
    return said
