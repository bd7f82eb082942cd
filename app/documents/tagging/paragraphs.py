"""Paragraphs, headings and list items that belong to a structure element."""

from collections.abc import Sequence
from copy import copy
from typing import Any

from reportlab.pdfbase.pdfmetrics import getAscentDescent
from reportlab.platypus.flowables import Flowable

from app.documents.tagging.canvas import PAGINATION, TaggedCanvas
from app.documents.tagging.elements import Element
from app.documents.tagging.lines import Line, broken
from app.documents.tagging.runs import face_of, runs_of

_FUZZ = 1e-6
# Neither fewer lines stand at the foot of a page, nor at the head of the next.
_FEWEST = 2


class TaggedParagraph(Flowable):  # type: ignore[misc]
    """A paragraph of an element; both parts keep it when the paragraph is split.

    `lines` are those of the width it was wrapped to last, `height` is theirs.
    """

    element: Element | None = None
    keepWithNext = 0
    _is_part = False

    def __init__(self, markup: str, style: Any) -> None:
        self.markup, self.style = markup, style
        self.runs = runs_of(markup, style)
        self.spaceBefore: float = style.spaceBefore
        self.spaceAfter: float = style.spaceAfter
        if getattr(style, "keepWithNext", 0):
            self.keepWithNext = 1
        self.lines: Sequence[Line] = ()
        self.width = self.height = 0.0

    @property
    def text(self) -> str:
        """Return the words without markup."""
        return "".join([text for text, _ in self.runs])

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Break into lines once for a width; return it, and the height of the lines.

        A part has the lines it was given, of whatever width.
        """
        if available_width != self.width and not self._is_part:
            room = available_width - self.style.leftIndent
            self.lines = broken(self.runs, self.markup, self.style, room)
            self.width = available_width
            self.height = len(self.lines) * self.style.leading
        return available_width, self.height

    def split(self, available_width: float, available_height: float) -> list[Any]:
        """Split into what fits and the rest, which keeps the lines that it has.

        No line stands alone: what would leave one is not split.
        """
        if available_height < _FUZZ:
            return []
        self.wrap(available_width, available_height)
        count, fit = len(self.lines), int(available_height / self.style.leading)
        if fit >= max(count, _FEWEST):
            return [self]
        fit = min(fit, count - _FEWEST)
        return [self._part(0, fit), self._part(fit, count)] if fit >= _FEWEST else []

    def drawOn(self, canvas: TaggedCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Draw as the element's content, with the lower left corner at a place."""
        marked = canvas.begin(self.element)
        self._write(canvas, x, y)
        if marked:
            canvas.end()

    def getSpaceBefore(self) -> float:
        """Return the space above, in points."""
        return self.spaceBefore

    def getSpaceAfter(self) -> float:
        """Return the space below, in points."""
        return self.spaceAfter

    def getKeepWithNext(self) -> bool:
        """Tell whether it announces what comes next."""
        return bool(self.keepWithNext)

    def _part(self, first: int, last: int) -> "TaggedParagraph":
        part = copy(self)
        part._is_part = True
        part.lines = self.lines[first:last]
        part.height = (last - first) * self.style.leading
        return part

    def _write(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        if self.lines:
            style = self.style
            base = self.height - style.fontSize
            canvas.write(self.lines, style.leading, x, y, style.leftIndent, base)


class Echo(TaggedParagraph):
    """Words that a reader has heard before and that are seen again: an artifact."""

    def drawOn(self, canvas: TaggedCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Draw without an element, as the head of a table on its next page."""
        with canvas.artifact(PAGINATION):
            self._write(canvas, x, y)


class Heading(TaggedParagraph):
    """A heading that is a bookmark too; `level` 1 is a document's title."""

    keepWithNext = 1
    level = 1

    def drawOn(self, canvas: TaggedCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Draw, and mark the place once."""
        if self.element is not None and not self.element.children:
            canvas.bookmark(self.text, self.level, x, y + self.height)
        super().drawOn(canvas, x, y)


class ListItem(TaggedParagraph):
    """An item of a list with its bullet or number before it."""

    label: Element | None = None
    sign = "•"

    def split(self, available_width: float, available_height: float) -> list[Any]:
        """Split; only the first part has the sign."""
        parts = super().split(available_width, available_height)
        for part in parts[1:]:
            part.sign, part.label = "", None
        return parts

    def drawOn(self, canvas: TaggedCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Draw the sign, then the text."""
        if self.sign:
            marked = canvas.begin(self.label)
            self._write_sign(canvas, x, y)
            if marked:
                canvas.end()
        super().drawOn(canvas, x, y)

    def _write_sign(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        style = self.style
        ascent = getAscentDescent(style.fontName, style.fontSize)[0]
        base = self.height - (ascent if len(self.runs) == 1 else style.fontSize)
        line = Line(((self.sign, face_of(style)),))
        before = style.leftIndent - style.bulletIndent
        canvas.write([line], style.leading, x, y, before, base)


class ListColumns(Flowable):  # type: ignore[misc]
    """Items of a list in two columns, to be read down the left one first."""

    gap = 14.0

    def __init__(self, items: Sequence[ListItem]) -> None:
        super().__init__()
        self._items = list(items)
        self._heights: list[float] = []

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the whole width and the height of the higher column."""
        self.width, self._column = available_width, (available_width - self.gap) / 2
        self._heights = [
            item.wrap(self._column, available_height)[1] + item.getSpaceAfter()
            for item in self._items
        ]
        self.height, self._left = min(
            (max(sum(self._heights[:i]), sum(self._heights[i:])), i)
            for i in range(1, len(self._items) + 1)
        )
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Any]:
        """Divide between rows, so that each page has both its columns."""
        for count in range(len(self._items) - 2, 1, -2):
            upper = ListColumns(self._items[:count])
            if upper.wrap(available_width, available_height)[1] <= available_height:
                return [upper, ListColumns(self._items[count:])]
        return []

    def draw(self) -> None:
        """Draw the left column, then the right one."""
        for first, last, x in ((0, self._left, 0.0), (self._left, None, self._column + self.gap)):
            top = self.height
            for item, height in zip(
                self._items[first:last], self._heights[first:last], strict=True
            ):
                top -= height
                item.drawOn(self.canv, x, top + item.getSpaceAfter())
