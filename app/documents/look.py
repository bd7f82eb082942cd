"""How the documents look: colours, text styles and measures, the same family as the screen."""

from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle

from app.documents.content import Size
from app.documents.tagging.fonts import BOLD, ITALIC, REGULAR, SEMIBOLD, register

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT, TOP, BOTTOM = 25 * MM, 22 * MM, 24 * MM, 18 * MM
WIDTH = PAGE_WIDTH - LEFT - RIGHT
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

# The size of the text, and of what stands at the head and foot of a page, in points.
BODY = 10.6
RUNNING: dict[Size, float] = {"normal": 8.5, "16": 13, "20": 16}

INK = HexColor(0x16242F)
MUTED = HexColor(0x566573)
LINE = HexColor(0xD9E0E7)
RULE = HexColor(0xAAB6C1)
PRIMARY = HexColor(0x0B5077)
TINT = HexColor(0xE6F0F6)
PAPER_TINT = HexColor(0xF4F6F8)
WARN = HexColor(0x9A5200)
WATERMARK = HexColor(0xF0F2F5)
SIGNATURE = HexColor(0x10205A)
WHITE = HexColor(0xFFFFFF)
_LEVELS = tuple(map(HexColor, (0xDCEAF2, 0x9FC5DB, 0x2F7199, 0x0B5077)))
_LEVELS_FIVE = tuple(map(HexColor, (0xDCEAF2, 0x9FC5DB, 0x6AA1C2, 0x2F7199, 0x0B5077)))


def level_colour(index: int, count: int) -> Color:
    """Return the hue of a level, lightest for the most able."""
    hues = _LEVELS_FIVE if count > len(_LEVELS) else _LEVELS
    return hues[min(index, len(hues) - 1)]


def _style(name: str, font: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    base: dict[str, object] = {
        "textColor": INK,
        "allowWidows": 0,
        "allowOrphans": 0,
        "splitLongWords": 1,
    }
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, **base | dict(more))


def scale(size: Size) -> float:
    """Return how much larger than usual a size is."""
    return 1.0 if size == "normal" else float(size) / BODY


@cache
def styles(size: Size = "normal") -> dict[str, ParagraphStyle]:
    """Return the text styles by name, in a size."""
    usual = _usual()
    if size == "normal":
        return usual
    return {name: _enlarged(style, float(size)) for name, style in usual.items()}


@cache
def _usual() -> dict[str, ParagraphStyle]:
    register()
    made = (
        _style("body", REGULAR, BODY, 14, spaceAfter=4),
        _style("lead", REGULAR, 12, 17, spaceAfter=8),
        _style("h1", BOLD, 20, 25, spaceAfter=9),
        _style("h2", SEMIBOLD, 13.2, 16.6, spaceBefore=7, spaceAfter=2.5, textColor=PRIMARY),
        _style("h3", SEMIBOLD, 10.6, 14.6, spaceBefore=4, spaceAfter=1.5),
        _style("item", REGULAR, 10.6, 14, leftIndent=15, bulletIndent=11, spaceAfter=2),
        _style("lead_item", REGULAR, 12, 17, leftIndent=17, bulletIndent=12, spaceAfter=5),
        _style("fine", REGULAR, 9.6, 12.8, spaceAfter=3.5),
        _style("fine_item", REGULAR, 9.6, 12.8, leftIndent=15, bulletIndent=11, spaceAfter=1),
        _style("cell", REGULAR, 9.6, 12.6),
        _style("cell_line", REGULAR, 9.6, 12.6, spaceAfter=2.6),
        _style("cell_strong", SEMIBOLD, 9.6, 12.6),
        _style("cell_muted", REGULAR, 9.4, 12.2, textColor=MUTED),
        _style("cell_quote", ITALIC, 9.6, 13),
        _style("th", SEMIBOLD, 9.2, 12, textColor=MUTED),
        _style("name", SEMIBOLD, 9.6, 12.6, textColor=MUTED),
        _style("group", SEMIBOLD, 10, 13.5, textColor=PRIMARY),
        _style("box_label", SEMIBOLD, 10.8, 15, textColor=PRIMARY),
        _style("box", REGULAR, 10.8, 15),
        _style("quote", ITALIC, 10.6, 14.8, leftIndent=12, spaceAfter=5.5),
        _style("label", REGULAR, 10.6, 14.8, spaceBefore=3, spaceAfter=1, keepWithNext=1),
        _style("tight", REGULAR, 10.6, 14.8),
        _style("small", REGULAR, 9.4, 12.6, textColor=MUTED, spaceAfter=2),
        _style("address", REGULAR, 11, 14.4),
        _style("sender", SEMIBOLD, 12.5, 15.5, textColor=PRIMARY),
        _style("sender_line", REGULAR, 9.2, 12.4, textColor=MUTED),
        _style("mail_mark", SEMIBOLD, 8.8, 12, textColor=INK),
        _style("draft_note", SEMIBOLD, 9.6, 13, textColor=WARN, spaceAfter=6),
    )
    return {style.name: style for style in made}


# How much of what a heading is larger than the text it keeps in large print.
_EMPHASIS = 0.3
# What the window of the envelope and the head beside it have room for, in points.
_IN_HEAD = {"address": 12.0, "sender": 14.0, "sender_line": 11.0, "mail_mark": 11.0}


def _read_well(style: ParagraphStyle) -> Color:
    """Return a colour that is no grey; labels stand out by theirs."""
    if style.name in ("th", "name"):
        return PRIMARY
    return INK if style.textColor == MUTED else style.textColor


def _enlarged(style: ParagraphStyle, body: float) -> ParagraphStyle:
    """Return a style in large print: nothing smaller than the text, nothing grey or slanted."""
    factor = body / BODY
    size = _IN_HEAD.get(style.name) or body * max(1, 1 + (style.fontSize / BODY - 1) * _EMPHASIS)
    more = {
        name: getattr(style, name) * factor
        for name in ("leftIndent", "bulletIndent", "spaceBefore", "spaceAfter")
    }
    return ParagraphStyle(
        style.name,
        parent=style,
        fontName=REGULAR if style.fontName == ITALIC else style.fontName,
        fontSize=size,
        leading=size * style.leading / style.fontSize,
        textColor=_read_well(style),
        **more,
    )
