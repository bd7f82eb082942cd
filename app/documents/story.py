"""Builds a document: what is drawn and what is read aloud, side by side, in one order."""

import html
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from app.documents.binding import bound
from app.documents.content import Size
from app.documents.look import HEIGHT, LINE, TINT, WIDTH, scale, styles
from app.documents.paging import Need, Space, Together
from app.documents.pictures import Figure, Picture, WritingLines
from app.documents.tagging.beside import Beside
from app.documents.tagging.columns import at_least, fitted, words_fit
from app.documents.tagging.elements import Element
from app.documents.tagging.fonts import clean, one_line, unprintable
from app.documents.tagging.grid import Cell, Grid, GridLook, Row
from app.documents.tagging.paragraphs import (
    Echo,
    Heading,
    ListColumns,
    ListItem,
    TaggedParagraph,
)
from app.documents.tagging.stacked import stacked
from app.domain.printable import spelled
from app.errors import KnownError


@dataclass(frozen=True)
class Styled:
    """Markup in a style of its own."""

    markup: str
    style: str


# About the height of a heading with the space around it, in points.
_HEADING_HEIGHT = 34.0
# No more of a page than this is asked for under a heading.
_MOST_ROOM = 0.6

_AFTER_LIST = 2.5
# The style of a list's items among paragraphs of a style.
_ITEMS = {"body": "item", "fine": "fine_item", "lead": "lead_item"}
# What somebody types before an item of a list.
_SIGNS = ("- ", "\N{EN DASH} ", "\N{BULLET} ", "* ")
# More items than a few, of so many characters as a rule, stand in two columns.
_FEW, _SHORT_ITEM = 3, 66
# The part of the width that labels have beside their values, in a box too.
_LABELS, _BOX_LABELS, _BOX_LABELS_LARGE = 0.34, 0.21, 0.27
_BOX_LABELS_MORE = 0.03
# As many columns stand beside each other in large print.
_BESIDE = 2

# Between blocks that stand beside each other, in points.
BESIDE_GAP = 14.0

Piece = str | Styled | Picture
CellContent = Piece | Sequence[Piece]


@dataclass(frozen=True)
class Group:
    """A heading over the rows that follow."""

    markup: str


TableRow = Sequence[CellContent] | Group


def escape(text: str) -> str:
    """Return text as markup, on one line."""
    return html.escape(one_line(clean(text)), quote=False)


def typed(text: str) -> tuple[str, ...]:
    """Return what somebody typed as markup, one piece per line, words untouched."""
    lines = (html.escape(line.strip(), quote=False) for line in clean(text).split("\n"))
    return tuple(line for line in lines if line)


def is_item(markup: str) -> bool:
    """Tell whether a line is an item of a list, as one types it."""
    return markup.startswith(_SIGNS)


def joined(first: str, lines: Sequence[str]) -> list[str]:
    """Return paragraphs, the first of which begins with a sentence of ours."""
    start = " ".join(filter(None, (first, *lines[:1])))
    return [start, *lines[1:]] if start else []


class Story:
    """One part of a package: its flowables and its place in the structure tree.

    `marks_gaps`: what it lacks is marked; `gaps` says what is marked. `said` is what it says,
    piece by piece.
    """

    def __init__(
        self,
        root: Element,
        part: str,
        *,
        draft: bool,
        marks_gaps: bool | None = None,
        size: Size = "normal",
    ) -> None:
        self.part, self.draft = part, draft
        self.size, self._scale, self._styles = size, scale(size), styles(size)
        self.marks_gaps = draft if marks_gaps is None else marks_gaps
        self.gaps: list[str] = []
        self.flow: list[Any] = []
        self.said: list[str] = []
        # Said once, under the first title: what a draft says of itself to who cannot see its mark.
        self.under_title = ""
        self._element = Element("Sect", root)

    def speak(self, language: str) -> None:
        """Say in which language the part is, by its tag, if it is not the document's."""
        self._element.entries = {"Lang": language}

    def heading(self, level: int, markup: str, room: float = 70) -> None:
        """Add a heading, a bookmark too, with at least `room` points under it on its page."""
        flowable = self._paragraph(
            markup, f"h{level}", Element(f"H{level}", self._element), Heading
        )
        flowable.level = level
        self.need(room)
        self.flow.append(flowable)
        if self.under_title and level == 1:
            note, self.under_title = self.under_title, ""
            self.text(note, "draft_note")

    def text(self, markup: str, style: str = "body", language: str = "") -> None:
        """Add a paragraph; `language` is its tag if it is not the part's."""
        element = Element("P", self._element, Lang=language)
        paragraph = self._paragraph(markup, style, element)
        if markup.endswith((":", ":</b>")):
            paragraph.keepWithNext = 1
        self.flow.append(paragraph)

    def texts(self, markups: Sequence[str], style: str = "body", *, typed: bool = False) -> None:
        """Add paragraphs; those that begin with "- " or another sign of a list become one.

        What somebody `typed` keeps the signs that it was typed with.
        """
        for is_list, group in groupby(markups, key=is_item):
            lines = list(group)
            if is_list:
                signs = [line[0] for line in lines] if typed else ()
                self.bullets([line[2:] for line in lines], signs=signs)
            else:
                for line in lines:
                    self.text(line, style)

    def typed(self, text: str, style: str = "body") -> None:
        """Add what somebody typed, line by line, as it was written; a list of lines as a list."""
        self.texts(typed(text), style, typed=True)

    def bullets(
        self, markups: Sequence[str], style: str = "body", signs: Sequence[str] = ()
    ) -> None:
        """Add a list, in the style that an item has among paragraphs of a style.

        `signs` are those of the items if they are not the usual one. Many short items stand in
        two columns where the set is small.
        """
        if not markups:
            return
        top = Element("L", self._element, "<</O/List/ListNumbering/Disc>>")
        items = [self._item(top, markup, _ITEMS[style]) for markup in markups]
        for item, sign in zip(items, signs, strict=False):
            item.sign = sign
        is_short = sum(map(len, markups)) <= len(markups) * _SHORT_ITEM
        beside = style == "fine" and is_short and len(items) > _FEW and self.size == "normal"
        self.flow += [ListColumns(items)] if beside else items
        self.space(_AFTER_LIST)

    def _item(self, top: Element, markup: str, style: str) -> Any:
        entry = Element("LI", top)
        label = Element("Lbl", entry)
        item = self._paragraph(markup, style, Element("LBody", entry), ListItem)
        item.label = label
        return item

    def table(self, shares: Sequence[float], head: Sequence[str], rows: Sequence[TableRow]) -> None:
        """Add a table with a head; the first cell of each row is its row's heading.

        `shares` say how wide the columns are, as far as their words allow.
        """
        top = Element("Table", self._element)
        made = [self._row(top, [Styled(h, "th") for h in head], "Column")]
        made += [self._table_row(top, row, len(head)) for row in rows]
        look = GridLook(LINE)
        if self.flow and type(self.flow[-1]) is TaggedParagraph:
            self.flow[-1].keepWithNext = 1  # it says what the table is of
        if self._is_too_wide(made, 2 * look.horizontal):
            self._add_grid(stacked(made, lambda i: self._echo(head[i]), WIDTH, look))
            return
        widths = fitted(shares, made, WIDTH, 2 * look.horizontal)
        self._add_grid(Grid(widths, made, look, header=1))

    def _is_too_wide(self, rows: Sequence[Row], padding: float) -> bool:
        """Tell whether a table in large print is read better as a block for each row."""
        columns = len(rows[0].cells)
        many = columns > _BESIDE or not words_fit(columns, rows, WIDTH, padding)
        return self.size != "normal" and many

    def _echo(self, markup: str) -> Any:
        return Echo(self._fitting(markup), self._styles["th"])

    def pairs(self, pairs: Sequence[tuple[str, CellContent]], share: float = _LABELS) -> None:
        """Add labels with their values, a row each."""
        if not pairs:
            return
        top = Element("Table", self._element)
        rows = [self._row(top, [Styled(a, "name"), b], "Row") for a, b in pairs]
        look = GridLook(LINE, vertical=3.2)
        first = at_least(WIDTH * share, rows, WIDTH, 2 * look.horizontal)
        self._add_grid(Grid([first, WIDTH - first], rows, look))

    def box(self, lines: Sequence[tuple[str, str]]) -> None:
        """Add a tinted box of a few labelled lines."""
        top = Element("Table", self._element)
        rows = [
            self._row(top, [Styled(a, "box_label"), Styled(b, "box")], "Row", TINT)
            for a, b in lines
        ]
        look = GridLook(None, horizontal=11, vertical=3, radius=6)
        share = _BOX_LABELS if self.size == "normal" else _BOX_LABELS_LARGE
        most = WIDTH * (share + _BOX_LABELS_MORE)
        first = at_least(WIDTH * share, rows, WIDTH, 2 * look.horizontal, most)
        self._add_grid(Grid([first, WIDTH - first], rows, look), after=10)

    def figure(self, picture: Picture) -> None:
        """Add a picture with its text."""
        self.said.append(picture.alt)
        self.flow.append(Figure(picture, self._element))

    def beside(self, blocks: Sequence[Sequence[Piece]], columns: int) -> None:
        """Add blocks beside each other, of as many columns; each is read to its end."""
        made = [[self._beside(piece) for piece in block if piece] for block in blocks]
        self.flow.append(Beside(made, columns, BESIDE_GAP, HEIGHT))
        self.space(9)

    def _beside(self, piece: Piece) -> Any:
        parent = self._element
        own = parent if isinstance(piece, Picture) else Element("P", parent)
        return self._piece(piece, own, parent, "small")

    def need(self, points: float) -> None:
        """Begin a new page if there is less room left than this.

        Headings that stand last so far come along: a heading never ends a page.
        """
        at = len(self.flow)
        while at and isinstance(self.flow[at - 1], Heading):
            at -= 1
        headings = (len(self.flow) - at) * _HEADING_HEIGHT
        wanted = (points + headings) * self._scale
        self.flow.insert(at, Need(min(wanted, HEIGHT * _MOST_ROOM)))

    def lines(self, count: int) -> None:
        """Add lines to write on by hand."""
        self.flow.append(WritingLines(count))

    def space(self, points: float) -> None:
        """Leave room."""
        self.flow.append(Space(points))

    @contextmanager
    def together(self, also: int = 0) -> Iterator[None]:
        """Keep what is added on one page, if a page can hold it.

        `also` is how many of the flowables before it stay with it.
        """
        at = len(self.flow) - also
        outside, self.flow = self.flow[:at], self.flow[at:]
        yield
        outside.append(Together(self.flow))
        self.flow = outside

    def placed(self, lines: Sequence[tuple[str, str]]) -> list[TaggedParagraph]:
        """Return paragraphs to be placed by hand, in reading order: (markup, style)."""
        return [self._paragraph(m, s, Element("P", self._element)) for m, s in lines]

    def _add_grid(self, grid: Grid, after: float = 7.5) -> None:
        grid.spaceAfter = after
        self.flow.append(grid)

    def _table_row(self, top: Element, row: TableRow, columns: int) -> Row:
        if not isinstance(row, Group):
            return self._row(top, row, "Row")
        cell = Element("TH", Element("TR", top), f"<</O/Table/Scope/Column/ColSpan {columns}>>")
        content = [self._paragraph(row.markup, "group", cell)]
        return Row([Cell(content, columns)], group=True)

    def _row(
        self, top: Element, contents: Sequence[CellContent], scope: str, shade: Any = None
    ) -> Row:
        """Make a row: all its cells are headings (Column), or only its first (Row)."""
        line, cells = Element("TR", top), []
        for i, content in enumerate(contents):
            heads = scope == "Column" or i == 0
            attributes = f"<</O/Table/Scope/{scope}>>" if heads else ""
            cell = Element("TH" if heads else "TD", line, attributes)
            style = "cell_strong" if heads else "cell"
            cells.append(Cell(self._cell(content, cell, style)))
        return Row(cells, shade)

    def _cell(self, content: CellContent, cell: Element, style: str) -> list[Any]:
        if isinstance(content, str | Styled | Picture):
            content = [content]
        kept = [piece for piece in content if piece]
        alone = len(kept) == 1
        return [self._piece(p, cell if alone else None, cell, style) for p in kept]

    def _piece(self, piece: Piece, own: Element | None, cell: Element, style: str) -> Any:
        if isinstance(piece, Picture):
            self.said.append(piece.alt)
            return Figure(piece, cell)
        markup, style = (piece.markup, piece.style) if isinstance(piece, Styled) else (piece, style)
        return self._paragraph(markup, style, own or Element("P", cell))

    def _paragraph(
        self, markup: str, style: str, element: Element, kind: type[Any] = TaggedParagraph
    ) -> Any:
        self.said.append(markup)
        paragraph = kind(self._fitting(markup), self._styles[style])
        paragraph.element = element
        return paragraph

    def _fitting(self, markup: str) -> str:
        """Return markup that can be printed, with what belongs together on one line."""
        return bound(fitting(markup, draft=self.draft))


def fitting(text: str, *, draft: bool) -> str:
    """Return text that the fonts can print.

    In a draft a character that no font has shows as its code; an issued document raises
    KnownError, which names the characters.
    """
    lost = unprintable(text)
    if lost and not draft:
        raise KnownError("documents.unprintable", characters=spelled(lost))
    for character in lost:
        text = text.replace(character, f"[U+{ord(character):04X}]")
    return text
