"""What was measured, and how it is printed: medians, ratios of one run, what is allowed."""

from collections.abc import Sequence
from statistics import median, quantiles
from typing import NamedTuple


class Row(NamedTuple):
    """One line: a time in ms against another of the same run, or against a limit."""

    what: str
    ms: float
    against: str
    against_ms: float
    allowed: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the other it is."""
        return self.ms / self.against_ms if self.against_ms else float("inf")

    @property
    def verdict(self) -> str:
        """Whether the ratio is within what is allowed."""
        if self.allowed is None:
            return ""
        return "ok" if self.ratio <= self.allowed else "OVER"


def limited(what: str, times_ms: Sequence[float], limit_ms: float) -> Row:
    """Return the median of some times against a limit in ms."""
    return Row(what, median(times_ms), "limit", limit_ms, 1.0)


def p99(times_ms: Sequence[float]) -> float:
    """Return the time that 99 of 100 stay under."""
    return quantiles(times_ms, n=100)[98]


def printed(rows: Sequence[Row]) -> str:
    """Return the table as text."""
    head = ("", "ms", "against", "ms", "ratio", "allowed", "")
    body = [
        (
            row.what,
            f"{row.ms:.1f}",
            row.against,
            f"{row.against_ms:.1f}",
            f"{row.ratio:.2f}",
            "" if row.allowed is None else f"{row.allowed:.2f}",
            row.verdict,
        )
        for row in rows
    ]
    widths = [max(len(line[i]) for line in (head, *body)) for i in range(len(head))]
    left = (0, 2, 6)
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place in left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in (head, *body)
    )
