"""A table whose rows and cells are structure elements, and that splits over pages by rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus.flowables import Flowable

from app.documents.tagging.canvas import PAGINATION

# A row higher than this may be cut when at least this much room is left (points).
_CUTTABLE, _CUT_ROOM = 150.0, 60.0
# The last row of a table has company on its page if so many are left on the page before.
_ROWS_LEFT = 2
# Of the line under a row, in points.
_THICKNESS = 0.6


@dataclass(frozen=True)
class Cell:
    """The flowables of a cell, top to bottom; `span` columns wide."""

    content: Sequence[Any] = ()
    span: int = 1


@dataclass(frozen=True)
class Row:
    """A row; a `group` row is a heading over the next and never stands last on a page.

    An `unruled` row has no line under it.
    """

    cells: Sequence[Cell]
    shade: Color | None = None
    group: bool = False
    repeated: bool = False
    unruled: bool = False


@dataclass(frozen=True)
class GridLook:
    """Padding in points, the line under each row, and how the outside is drawn.

    A table with lines and no shade stands flush with the text: it has no padding at its left.
    """

    line: Color | None
    horizontal: float = 5.0
    vertical: float = 4.0
    radius: float = 0.0

    @property
    def left(self) -> float:
        """Return the padding left of the first column."""
        return 0.0 if self.line is not None else self.horizontal


@dataclass
class _Measured:
    row: Row
    height: float
    sizes: list[list[float]] = field(default_factory=list)


class Grid(Flowable):  # type: ignore[misc]
    """Rows of cells in fixed columns; the first `header` rows repeat on each page."""

    def __init__(
        self, widths: Sequence[float], rows: Sequence[Row], look: GridLook, header: int = 0
    ) -> None:
        super().__init__()
        self.widths, self.rows, self.look, self.header = list(widths), list(rows), look, header
        self.spaceAfter = 0.0
        self._measured: list[_Measured] | None = None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the table's own size."""
        self.width = sum(self.widths)
        self.height = sum(m.height for m in self._measure())
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Any]:
        """Split after the last row that fits; a very high row is cut."""
        measured = self._measure()
        used = sum(m.height for m in measured[: self.header])
        count = self.header
        while count < len(measured) and used + measured[count].height <= available_height:
            used += measured[count].height
            count += 1
        first, rest = self.rows[self.header : count], self.rows[count:]
        room = available_height - used
        if rest and measured[count].height > _CUTTABLE and room > _CUT_ROOM:
            top, bottom = self._cut(rest[0], room)
            if top is not None:
                first, rest = [*first, top], [bottom, *rest[1:]]
        if self.header and len(rest) == 1 and len(first) > _ROWS_LEFT:
            first, rest = first[:-1], [first[-1], *rest]  # a row does not go on alone
        while first and first[-1].group:
            first, rest = first[:-1], [first[-1], *rest]
        if not first or not rest:
            return [] if rest else [self]
        return [self._part(first, repeated=False), self._part(rest, repeated=True)]

    def lead(self) -> float:
        """Return the height of what must begin together: headings and the row after them."""
        height = 0.0
        for number, measured in enumerate(self._measure()):
            height += min(measured.height, _CUTTABLE)
            if number >= self.header and not measured.row.group:
                break
        return height

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:
        """Draw row by row; repeated header rows are artifacts."""
        with canvas.moved(x, y):
            self._draw_outside(canvas)
            low = self.height
            for measured in self._measure():
                low -= measured.height
                if measured.row.repeated:
                    with canvas.artifact(PAGINATION):
                        self._draw_row(canvas, measured, low)
                else:
                    self._draw_row(canvas, measured, low)

    def _part(self, rows: list[Row], *, repeated: bool) -> "Grid":
        head = [replace(r, repeated=repeated or r.repeated) for r in self.rows[: self.header]]
        part = Grid(self.widths, head + rows, self.look, self.header)
        part.spaceAfter = self.spaceAfter
        return part

    def _measure(self) -> list[_Measured]:
        if self._measured is None:
            self._measured = [self._measure_row(row) for row in self.rows]
        return self._measured

    def _measure_row(self, row: Row) -> _Measured:
        sizes, column = [], 0
        for cell in row.cells:
            width = self._inner_width(column, cell.span)
            sizes.append([f.wrap(width, 1e6)[1] for f in cell.content])
            column += cell.span
        tallest = max(
            (self._stacked(c, s) for c, s in zip(row.cells, sizes, strict=True)), default=0
        )
        return _Measured(row, tallest + 2 * self.look.vertical, sizes)

    def _stacked(self, cell: Cell, heights: list[float]) -> float:
        gaps: list[float] = [f.getSpaceAfter() for f in cell.content[:-1]]
        return sum(heights) + sum(gaps)

    def _inner_width(self, column: int, span: int) -> float:
        left = self.look.horizontal if column else self.look.left
        return sum(self.widths[column : column + span]) - left - self.look.horizontal

    def _cut(self, row: Row, room: float) -> tuple[Row | None, Row]:
        """Cut a row at a height; None for the upper part if nothing fits."""
        upper, lower, column = [], [], 0
        for cell in row.cells:
            width = self._inner_width(column, cell.span)
            above, below = _divide(cell.content, width, room - 2 * self.look.vertical)
            upper.append(replace(cell, content=above))
            lower.append(replace(cell, content=below))
            column += cell.span
        fits = any(cell.content for cell in upper)
        return (replace(row, cells=upper) if fits else None), replace(row, cells=lower)

    def _draw_outside(self, canvas: Any) -> None:
        if self.look.radius and self.rows and self.rows[0].shade is not None:
            canvas.saveState()
            canvas.translate(0, 0)
            canvas.setFillColor(self.rows[0].shade)
            canvas.roundRect(0, 0, self.width, self.height, self.look.radius, stroke=0, fill=1)
            canvas.restoreState()

    def _draw_row(self, canvas: Any, measured: _Measured, y: float) -> None:
        row, look = measured.row, self.look
        if row.shade is not None and not look.radius:
            canvas.ground(y, self.width, measured.height, row.shade)
        x, column = 0.0, 0
        for cell, heights in zip(row.cells, measured.sizes, strict=True):
            top = y + measured.height - look.vertical
            for flowable, height in zip(cell.content, heights, strict=True):
                top -= height
                flowable.drawOn(canvas, x + (look.horizontal if column else look.left), top)
                top -= flowable.getSpaceAfter()
            x += sum(self.widths[column : column + cell.span])
            column += cell.span
        if look.line is not None and not row.unruled:
            canvas.rule(self.width, y, look.line, _THICKNESS)


def _divide(content: Sequence[Any], width: float, room: float) -> tuple[list[Any], list[Any]]:
    """Divide flowables at a height; the one at the border is split if it can be."""
    above: list[Any] = []
    for i, flowable in enumerate(content):
        _, height = flowable.wrap(width, room)
        if height <= room:
            above.append(flowable)
            room -= height + flowable.getSpaceAfter()
            continue
        parts = flowable.split(width, room) if room > 0 else []
        if len(parts) > 1:
            return [*above, parts[0]], [*parts[1:], *content[i + 1 :]]
        return above, list(content[i:])
    return above, []
