"""Numbers as a page says them: as exact as reportlab's, so that both stand at the same place."""

from typing import Any

from reportlab.lib.rl_accel import fp_str


def rounded(value: float) -> float:
    """Return a length in points with the digits that are written of it."""
    size = abs(value)
    if size < 10:
        return round(value, 6)
    return round(value, 5 if size < 100 else 4)


def spelled(value: float) -> str:
    """Return a sum of rounded lengths as it is written."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def colour_of(colour: Any) -> str:
    """Return a colour as PDF says it, without the operator."""
    said: str = fp_str(colour.rgb())
    return said
