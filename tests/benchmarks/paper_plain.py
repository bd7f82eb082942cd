"""The package set by reportlab as it comes: the same content, fonts and sizes, and no tags."""

import io
from functools import cache
from html import escape
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    Flowable,
    Image,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from tests.benchmarks.paper import Block, Cell, Package
from tests.benchmarks.paper_engines import BARS, FONTS, TITLE, is_photo

_WIDTH = A4[0] - 47 * mm
_INK, _PRIMARY, _LINE = HexColor(0x16242F), HexColor(0x0B5077), HexColor(0xD9E0E7)
_BAR = HexColor(0x2F7199)


def make(wanted: Package) -> bytes:
    """Return the package as PDF."""
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=25 * mm,
        rightMargin=22 * mm,
        topMargin=24 * mm,
        bottomMargin=18 * mm,
        title=TITLE,
        lang="da-DK",
    )
    story = [flowable for block in wanted.blocks for flowable in _flowables(block, wanted)]
    document.build(story[1:], onFirstPage=_page, onLaterPages=_page)
    return out.getvalue()


@cache
def _styles() -> dict[str, ParagraphStyle]:
    for cut in ("Regular", "Semibold", "Bold"):
        pdfmetrics.registerFont(TTFont(f"Plain-{cut}", FONTS / f"SourceSans3-{cut}.ttf"))

    def style(cut: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
        return ParagraphStyle(
            "", fontName=f"Plain-{cut}", fontSize=size, leading=leading, textColor=_INK, **more
        )

    follows = {"keepWithNext": 1, "spaceAfter": 2.5}
    return {
        "h1": style("Bold", 20, 25, keepWithNext=1, spaceAfter=9),
        "h2": style("Semibold", 13.2, 16.6, spaceBefore=7, **follows),
        "h3": style("Semibold", 10.6, 14.6, spaceBefore=4, **follows),
        "p": style("Regular", 10.6, 14, spaceAfter=4),
        "li": style("Regular", 10.6, 14, leftIndent=15, bulletIndent=11, spaceAfter=2),
        "td": style("Regular", 9.6, 12.6),
        "th": style("Semibold", 9.6, 12.6),
    }


def _flowables(block: Block, wanted: Package) -> list[Any]:
    styles = _styles()
    if block.kind == "part":
        return [PageBreak()]
    if block.kind == "table":
        return [_table(block.rows), Spacer(0, 6)]
    if block.kind == "figure":
        picture = Image(io.BytesIO(wanted.photo), 240, 160) if is_photo(block) else _Bars()
        return [picture]
    bullet = "\N{BULLET}" if block.kind == "li" else None
    return [Paragraph(escape(block.text), styles[block.kind], bulletText=bullet)]


def _table(rows: list[list[Cell]]) -> Any:
    columns = sum(cell.span for cell in rows[0])
    look: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, _LINE),
        ("FONT", (0, 0), (-1, -1), "Plain-Regular"),
    ]
    cells: list[list[Any]] = []
    for y, row in enumerate(rows):
        line: list[Any] = []
        for cell in row:
            if cell.span > 1:
                look.append(("SPAN", (len(line), y), (len(line) + cell.span - 1, y)))
            style = _styles()["th" if cell.head else "td"]
            line += [[Paragraph(escape(text), style) for text in cell.lines] or ""]
            line += [""] * (cell.span - 1)
        cells.append(line)
    heads = 1 if len(rows) > 1 and all(cell.head for cell in rows[0]) else 0
    table = Table(cells, [_WIDTH / columns] * columns, repeatRows=heads)
    table.setStyle(TableStyle(look))
    return table


class _Bars(Flowable):  # type: ignore[misc]
    """A drawing."""

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 160, 48

    def draw(self) -> None:
        self.canv.setFillColor(_BAR)
        for i, height in enumerate(BARS):
            self.canv.rect(i * 20, 0, 14, height, stroke=0, fill=1)


def _page(canvas: Any, document: Any) -> None:
    canvas.saveState()
    canvas.setFont("Plain-Regular", 8.5)
    canvas.setFillColor(_PRIMARY)
    canvas.drawString(25 * mm, A4[1] - 17 * mm, TITLE)
    canvas.drawRightString(A4[0] - 22 * mm, 10 * mm, f"Side {document.page}")
    canvas.restoreState()
