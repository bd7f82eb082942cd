"""Blocks that stand beside each other on one page, read from the left."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus.flowables import Flowable


class Beside(Flowable):  # type: ignore[misc]
    """Columns of equal width, each with its flowables from the top; never torn apart.

    What no page can hold beside each other stands one below the other.
    """

    def __init__(
        self, columns: Sequence[Sequence[Any]], count: int, gap: float, page: float
    ) -> None:
        super().__init__()
        self._columns, self._count, self._gap, self._page = columns, count, gap, page
        self._heights: list[list[float]] = []

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the whole width and the height of the highest column."""
        width = (available_width - self._gap * (self._count - 1)) / self._count
        self.width, self._step = available_width, width + self._gap
        self._heights = [
            [piece.wrap(width, available_height)[1] + piece.getSpaceAfter() for piece in column]
            for column in self._columns
        ]
        self.height = max(map(sum, self._heights), default=0.0)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Any]:
        """Wait for the next page; what is higher than any page is taken apart."""
        if self.height <= self._page:
            return []
        return [piece for column in self._columns for piece in column]

    def draw(self) -> None:
        """Draw column by column."""
        for number, (column, heights) in enumerate(zip(self._columns, self._heights, strict=True)):
            top = self.height
            for piece, height in zip(column, heights, strict=True):
                top -= height
                piece.drawOn(self.canv, number * self._step, top + piece.getSpaceAfter())
