"""Pages: size and margins, what stands at the top and foot of each, and the mark of a draft."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from reportlab.platypus.doctemplate import (
    BaseDocTemplate,
    LayoutError,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)
from reportlab.platypus.frames import Frame

from app.documents.content import Size
from app.documents.look import (
    BOTTOM,
    HEIGHT,
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
from app.documents.story import Story
from app.documents.tagging.canvas import FOOTER, HEADER, TaggedCanvas
from app.documents.tagging.canvas import WATERMARK as WATERMARK_KIND
from app.documents.tagging.elements import Element
from app.documents.tagging.fonts import REGULAR, SEMIBOLD
from app.documents.tagging.metadata import Metadata
from app.errors import KnownError

# Room for the mark of a draft beside the head, and for the number of pages, in points.
_MARK_ROOM, _DIGITS = 70.0, 10.0


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
    document = BaseDocTemplate(out, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1)
    flow: list[Any] = []
    for story, running in parts:
        if flow:
            flow += [NextPageTemplate(f"{story.name}-first"), PageBreak()]
        flow += story.flow
        document.addPageTemplates(_templates(story.name, running))
    maker = partial(TaggedCanvas, root=root, metadata=metadata, font=REGULAR)
    try:
        document.build(flow, canvasmaker=maker)
    except LayoutError as error:
        raise KnownError("documents.no_room") from error
    return out.getvalue()


def _templates(part: str, running: Running) -> list[Any]:
    return [
        PageTemplate(
            f"{part}-{kind}",
            [Frame(LEFT, BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0)],
            onPage=partial(_draw_page, part, running, kind == "first"),
            autoNextPageTemplate=f"{part}-later",
        )
        for kind in ("first", "later")
    ]


def _draw_page(part: str, running: Running, first: bool, canvas: Any, _document: Any) -> None:
    canvas.saveState()
    if running.draft:
        _draw_watermark(canvas, running.draft)
    with canvas.artifact(HEADER):
        if not (running.letter and first):
            _draw_head(canvas, running.head, RUNNING[running.size])
        if running.draft:
            _draw_draft_tag(canvas, running.draft, RUNNING["normal"])
    with canvas.artifact(FOOTER):
        _draw_foot(canvas, part, running)
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


def _draw_foot(canvas: TaggedCanvas, part: str, running: Running) -> None:
    y, size = 13 * MM, RUNNING[running.size]
    canvas.setFont(REGULAR, size)
    canvas.setFillColor(MUTED)
    canvas.drawString(LEFT, y, running.foot)
    words = f"{running.page_word} {canvas.page_of(part)} {running.of_word} "
    room = canvas.stringWidth(words, REGULAR, size)
    x = PAGE_WIDTH - RIGHT - room - max(_DIGITS, canvas.stringWidth("00", REGULAR, size))
    canvas.drawString(x, y, words)
    canvas.draw_total(part, x + room, y, REGULAR, size)
