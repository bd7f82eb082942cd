"""Pages: size and margins, what stands at the top and foot of each, and the mark of a draft."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.documents.content import Size
from app.documents.look import (
    BOTTOM,
    LEFT,
    LINE,
    MM,
    MUTED,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    RUNNING,
    WARN,
    WATERMARK,
    WIDTH,
    styles,
)
from app.documents.paging import paged
from app.documents.story import Story
from app.documents.tagging.canvas import FOOTER, HEADER, TaggedCanvas
from app.documents.tagging.canvas import WATERMARK as WATERMARK_KIND
from app.documents.tagging.elements import Element
from app.documents.tagging.fonts import REGULAR, SEMIBOLD
from app.documents.tagging.metadata import Metadata

# Room for the mark of a draft beside the head, in points.
_MARK_ROOM = 70.0
# The line at the foot of a page, far enough from the text to be none of it.
_FOOT = 11 * MM


@dataclass(frozen=True)
class Running:
    """What stands on each page of a part; `head` is left out on a letter's first page.

    `draft` is the mark of a draft, empty when the decision is issued; `page_word` and
    `of_word` say "Side 1 af 4".
    """

    head: str
    foot: str
    page_word: str
    of_word: str
    draft: str
    letter: bool = False
    size: Size = "normal"


def build_pdf(root: Element, parts: Sequence[tuple[Story, Running]], metadata: Metadata) -> bytes:
    """Lay the parts out one after the other, each from a page of its own.

    Raises KnownError if something in them has no room on any page.
    """
    styles()
    out = io.BytesIO()
    paper = (PAGE_WIDTH, PAGE_HEIGHT)
    canvas = TaggedCanvas(
        out, root=root, metadata=metadata, font=REGULAR, pagesize=paper, invariant=1
    )
    for story, running in parts:
        sheets = paged(story.flow)
        for number, sheet in enumerate(sheets, start=1):
            _draw_page(canvas, running, number, len(sheets))
            for flowable, low in sheet:
                flowable.drawOn(canvas, LEFT, BOTTOM + low)
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw_page(canvas: TaggedCanvas, running: Running, number: int, total: int) -> None:
    canvas.saveState()
    if running.draft:
        _draw_watermark(canvas, running.draft)
    with canvas.artifact(HEADER):
        if not (running.letter and number == 1):
            _draw_head(canvas, running.head, RUNNING[running.size])
        if running.draft:
            _draw_draft_tag(canvas, running.draft, RUNNING["normal"])
    with canvas.artifact(FOOTER):
        _draw_foot(canvas, running, number, total)
    canvas.restoreState()


def _draw_watermark(canvas: Any, word: str) -> None:
    with canvas.artifact(WATERMARK_KIND):
        canvas.saveState()
        canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
        canvas.rotate(52)
        canvas.setFont(SEMIBOLD, 150)
        canvas.setFillColor(WATERMARK)
        canvas.drawCentredString(0, -45, word)
        canvas.restoreState()


def _draw_draft_tag(canvas: Any, word: str, size: float) -> None:
    width = canvas.stringWidth(word.upper(), SEMIBOLD, size) + 14
    x, y = PAGE_WIDTH - RIGHT - width, PAGE_HEIGHT - 17 * MM
    canvas.setStrokeColor(WARN)
    canvas.setLineWidth(0.8)
    canvas.roundRect(x, y - 4.2, width, 14.5, 7, stroke=1, fill=0)
    canvas.setFillColor(WARN)
    canvas.setFont(SEMIBOLD, size)
    canvas.drawCentredString(x + width / 2, y, word.upper())


def _draw_head(canvas: Any, text: str, size: float) -> None:
    y = PAGE_HEIGHT - 17 * MM
    canvas.setFont(REGULAR, _narrowed(canvas, text, size))
    canvas.setFillColor(MUTED)
    canvas.drawString(LEFT, y, text)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.6)
    canvas.line(LEFT, y - 8, PAGE_WIDTH - RIGHT, y - 8)


def _narrowed(canvas: Any, text: str, size: float) -> float:
    """Return the size in which a line fits beside the mark of a draft."""
    room, wide = WIDTH - _MARK_ROOM, canvas.stringWidth(text, REGULAR, size)
    return float(size * min(1.0, room / wide)) if wide else size


def _draw_foot(canvas: TaggedCanvas, running: Running, number: int, total: int) -> None:
    y = _FOOT
    canvas.setFont(REGULAR, RUNNING[running.size])
    canvas.setFillColor(MUTED)
    canvas.drawString(LEFT, y, running.foot)
    words = f"{running.page_word} {number} {running.of_word} {total}"
    canvas.drawRightString(PAGE_WIDTH - RIGHT, y, words)
