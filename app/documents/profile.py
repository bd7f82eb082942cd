"""The function profile: a bar for each area as it is now, and a hollow one as it was last time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth

from app.documents.content import Size
from app.documents.look import HEIGHT, INK, LINE, MUTED, PRIMARY, WHITE, WIDTH, styles
from app.documents.pictures import Picture
from app.documents.tagging.fonts import REGULAR, SEMIBOLD

# The part of the width that names have, and the most of a page that one picture takes.
_NAMES, _PAGE = 0.36, 0.6
# In points: the heights of a bar and of last time's, the space around a row and between columns.
_BAR, _LAST, _PADDING, _GAP = 8.5, 4.0, 6.0, 12.0


@dataclass(frozen=True)
class Bar:
    """An area: the places of its levels on the scale from 0, and what stands at its end.

    One without a place now is a heading over those that follow.
    """

    name: str
    now: int | None = None
    last: int | None = None
    value: str = ""


Levels = Sequence[tuple[str, str]]


def pages_of(bars: Sequence[Bar], size: Size) -> list[Sequence[Bar]]:
    """Divide the areas so that each picture has room on a page; no heading stands last."""
    pages: list[list[Bar]] = [[]]
    room = HEIGHT * _PAGE
    for bar in bars:
        high = _Sizes(size).row(bar)
        if pages[-1] and room < high:
            pages.append([pages[-1].pop()] if pages[-1][-1].now is None else [])
            room = HEIGHT * _PAGE
        pages[-1].append(bar)
        room -= high
    return [page for page in pages if page]


def profile_picture(bars: Sequence[Bar], levels: Levels, size: Size, alt: str) -> Picture:
    """Draw areas over the levels, given as (value, name) from the least help.

    It reads in black and white: what is now is full, last time is hollow, and both stand in
    figures at the end.
    """
    sizes = _Sizes(size)
    end = max((stringWidth(b.value, SEMIBOLD, sizes.text) for b in bars), default=0.0)
    chart = _Chart(WIDTH * _NAMES, WIDTH - end - _GAP, levels, sizes)
    height = chart.head + sum(map(sizes.row, bars))

    def paint(canvas: Any) -> None:
        chart.paint(canvas, height)
        y = height - chart.head
        for bar in bars:
            y -= sizes.row(bar)
            chart.paint_bar(canvas, bar, y)

    return Picture(WIDTH, height, alt, paint)


class _Sizes:
    """Text sizes and heights of rows in points."""

    def __init__(self, size: Size) -> None:
        cell, small = styles(size)["cell"], styles(size)["th"]
        self.text, self.line = cell.fontSize, cell.leading
        self.small, self.small_line = small.fontSize, small.leading
        self.scale = self.text / 9.6

    def names(self, bar: Bar) -> list[str]:
        """Return the lines of an area's name."""
        font = REGULAR if bar.now is not None else SEMIBOLD
        width = WIDTH if bar.now is None else WIDTH * _NAMES - _GAP
        return list(simpleSplit(bar.name, font, self.text, width))

    def row(self, bar: Bar) -> float:
        """Return the height of an area's row."""
        bars = (_BAR + (_LAST + 2 if bar.last is not None else 0)) * self.scale
        return float(max(len(self.names(bar)) * self.line, bars) + _PADDING * self.scale)


class _Chart:
    """Where the bars stand, and the levels over them."""

    def __init__(self, left: float, right: float, levels: Levels, sizes: _Sizes) -> None:
        self.left, self.right, self.sizes = left, right, sizes
        self.step = (right - left) / len(levels)
        self.heads = [[v, *self._split(name)] for v, name in levels]
        if any(self._is_broken(name) for _, name in levels):
            self.heads = [[value] for value, _ in levels]
        self.head = max(map(len, self.heads)) * sizes.small_line + 5

    def _split(self, name: str) -> list[str]:
        return list(simpleSplit(name, REGULAR, self.sizes.small, self.step - 4))

    def _is_broken(self, name: str) -> bool:
        widest = max((stringWidth(w, REGULAR, self.sizes.small) for w in name.split()), default=0)
        return bool(widest > self.step - 4)

    def paint(self, canvas: Any, height: float) -> None:
        """Draw the levels' heads."""
        sizes = self.sizes
        for i, lines in enumerate(self.heads):
            x, y = self.left + i * self.step, height
            for number, line in enumerate(lines):
                y -= sizes.small_line
                canvas.setFont(REGULAR if number else SEMIBOLD, sizes.small)
                canvas.setFillColor(MUTED if number else INK)
                canvas.drawCentredString(x + self.step / 2, y + 2, line)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        canvas.line(0, height - self.head, WIDTH, height - self.head)

    def paint_bar(self, canvas: Any, bar: Bar, low: float) -> None:
        """Draw a row whose lower edge is given: its name, its bars, its figures."""
        sizes, high = self.sizes, self.sizes.row(bar)
        lines = sizes.names(bar)
        y = low + (high + len(lines) * sizes.line) / 2
        canvas.setFont(REGULAR if bar.now is not None else SEMIBOLD, sizes.text)
        canvas.setFillColor(INK if bar.now is not None else PRIMARY)
        for line in lines:
            y -= sizes.line
            canvas.drawString(0, y + sizes.line * 0.26, line)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        canvas.line(0, low, WIDTH, low)
        if bar.now is not None:
            self._paint_levels(canvas, bar, bar.now, low + high / 2)

    def _paint_levels(self, canvas: Any, bar: Bar, now: int, middle: float) -> None:
        half = self.sizes.row(bar) / 2
        for i in range(len(self.heads) + 1):
            x = self.left + i * self.step
            canvas.line(x, middle - half, x, middle + half)
        thick, thin = _BAR * self.sizes.scale, _LAST * self.sizes.scale
        low = middle - thick / 2 + ((thin + 2) / 2 if bar.last is not None else 0)
        canvas.setFillColor(PRIMARY)
        canvas.rect(self.left, low, (now + 1) * self.step, thick, stroke=0, fill=1)
        if bar.last is not None:
            canvas.setFillColor(WHITE)
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(0.9)
            width = (bar.last + 1) * self.step
            canvas.rect(self.left, low - thin - 2, width, thin, stroke=1, fill=1)
        canvas.setFillColor(INK)
        canvas.setFont(SEMIBOLD, self.sizes.text)
        canvas.drawRightString(WIDTH, middle - self.sizes.text * 0.34, bar.value)
