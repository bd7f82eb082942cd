"""Paragraphs, headings and list items that belong to a structure element."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reportlab.platypus.flowables import Flowable
from reportlab.platypus.paragraph import Paragraph, _SplitWord, _SplitWordEnd

from app.documents.tagging.canvas import PAGINATION
from app.documents.tagging.elements import Element
from app.documents.tagging.marks import place_marks

# Markup, and space that is made one space where markup is read.
_MARKUP = re.compile(r"[<&\n\r\t\f\v]|  |^ | $")
_STYLES = 200


class TaggedParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph of an element; both parts keep it when the paragraph is split."""

    element: Element | None = None
    _broken: tuple[list[float], Any] | None = None

    def _setup(self, text: str, style: Any, bullet: Any, frags: Any, cleaner: Any) -> None:
        """Read the markup; a text that has none needs no reader."""
        if frags is None and text and not style.textTransform and not _MARKUP.search(text):
            frags = [_plain(style).clone(text=text)]
        super()._setup(text, style, bullet, frags, cleaner)

    def split(self, width: float, height: float) -> list[Any]:
        """Split into what fits and the rest, which keeps the lines that it has."""
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.element = self.element
        if len(parts) > 1 and self._broken is not None:
            widths, lines = self._broken[0], self.blPara.lines
            at = len(parts[0].blPara.lines)
            for part, own in zip(parts, (lines[:at], lines[at:]), strict=True):
                part._broken = (widths, self.blPara.clone(lines=_from_first(own)))
        return parts

    def breakLines(self, width: Any) -> Any:
        """Break into lines once for a width: a text of many pages is split at each."""
        if self._broken is None or self._broken[0] != width:
            self._broken = (list(width), super().breakLines(width))
        return self._broken[1]

    def draw(self) -> None:
        """Draw as the element's content."""
        with self.canv.tagged(self.element):
            super().draw()

    def beginText(self, x: float, y: float) -> Any:
        """Return a text object that ends each line with a space.

        Without it the words at a line's end and the next line's start are read as one.
        """
        text = self.canv.beginText(x, y)
        place_marks(text)
        ends = iter([_ends_inside_word(line) for line in self.blPara.lines])
        show = text._textOut

        def with_space(words: str, new_line: int = 0) -> None:
            if new_line and not next(ends, False) and not words.endswith(" "):
                words += " "
            show(words, new_line)

        text._textOut = with_space
        return text


def _from_first(lines: list[Any]) -> list[Any]:
    """Return lines that count their words from the first of them: those of mixed styles do."""
    if not hasattr(lines[0], "sFW"):
        return lines
    first = lines[0].sFW
    return [line.clone(sFW=line.sFW - first) for line in lines]


def _ends_inside_word(line: Any) -> bool:
    """Tell whether a word too long for the line goes on in the next; only plain lines know."""
    last = line[1][-1] if isinstance(line, tuple) and line[1] else None
    return isinstance(last, _SplitWord) and not isinstance(last, _SplitWordEnd)


@lru_cache(_STYLES)
def _plain(style: Any) -> Any:
    """Return a fragment of a style, as the reader of markup makes it."""
    return Paragraph("x", style).frags[0]


class Echo(TaggedParagraph):
    """Words that a reader has heard before and that are seen again: an artifact."""

    def draw(self) -> None:
        """Draw without an element, as the head of a table on its next page."""
        with self.canv.artifact(PAGINATION):
            super().draw()


class Heading(TaggedParagraph):
    """A heading that is a bookmark too; `level` 1 is a document's title."""

    level = 1
    key = ""

    def draw(self) -> None:
        """Draw, and mark the place once."""
        if self.element is not None and not self.element.children:
            self.canv.bookmarkHorizontal(self.key, 0, self.height)
            self.canv.addOutlineEntry(self.getPlainText(), self.key, self.level - 1)
        super().draw()


class ListItem(TaggedParagraph):
    """An item of a list with its bullet or number before it."""

    label: Element | None = None
    sign = "•"

    def split(self, width: float, height: float) -> list[Any]:
        """Split; only the first part has the sign."""
        parts = super().split(width, height)
        for i, part in enumerate(parts):
            part.sign, part.label = (self.sign, self.label) if i == 0 else ("", None)
        return parts

    def draw(self) -> None:
        """Draw the sign, then the text."""
        if self.sign:
            with self.canv.tagged(self.label):
                style = self.style
                self.canv.setFont(style.fontName, style.fontSize)
                self.canv.setFillColor(style.textColor)
                y = self.height - getattr(self.blPara, "ascent", style.fontSize)
                self.canv.drawString(style.leftIndent - style.bulletIndent, y, self.sign)
        super().draw()


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
