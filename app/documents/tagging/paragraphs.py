"""Paragraphs, headings and list items that belong to a structure element."""

from typing import Any

from reportlab.platypus.paragraph import Paragraph, _SplitWord, _SplitWordEnd

from app.documents.tagging.elements import Element


class TaggedParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph of an element; both parts keep it when the paragraph is split."""

    element: Element | None = None

    def split(self, width: float, height: float) -> list[Any]:
        """Split into what fits and the rest."""
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.element = self.element
        return parts

    def draw(self) -> None:
        """Draw as the element's content."""
        with self.canv.tagged(self.element):
            super().draw()

    def beginText(self, x: float, y: float) -> Any:
        """Return a text object that ends each line with a space.

        Without it the words at a line's end and the next line's start are read as one.
        """
        text = self.canv.beginText(x, y)
        ends = iter([_ends_inside_word(line) for line in self.blPara.lines])
        show = text._textOut

        def with_space(words: str, new_line: int = 0) -> None:
            if new_line and not next(ends, False) and not words.endswith(" "):
                words += " "
            show(words, new_line)

        text._textOut = with_space
        return text


def _ends_inside_word(line: Any) -> bool:
    """Tell whether a word too long for the line goes on in the next; only plain lines know."""
    last = line[1][-1] if isinstance(line, tuple) and line[1] else None
    return isinstance(last, _SplitWord) and not isinstance(last, _SplitWordEnd)


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
