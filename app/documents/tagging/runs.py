"""Markup as runs of text, each in one face: a cut of the font, its size and its colour."""

import html
import re
from functools import lru_cache
from typing import Any, NamedTuple

from reportlab.lib.colors import toColor
from reportlab.lib.fonts import ps2tt, tt2ps

from app.documents.tagging.numbers import colour_of

_WHITE = re.compile(r"[^\S\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+")
_TAG = re.compile(r"(<[^>]*>)")
_FONT = re.compile(r'<font color="([#\w]+)">')
_STYLES = 1000


class Face(NamedTuple):
    """A cut of the font, its size in points, and its colour as PDF says it ("0 0 0")."""

    font: str
    size: float
    colour: str


# Text in one face.
Run = tuple[str, Face]


class _Manner(NamedTuple):
    """What the tags that are open say: bold, slanted, of another colour."""

    bold: bool = False
    italic: bool = False
    colour: str = ""


def runs_of(markup: str, style: Any) -> list[Run]:
    """Return the runs of markup: text, <b>, <i>, <font color="#rrggbb"> and entities.

    Raises ValueError on any other tag, and on one that is not ended in its turn.
    """
    asks_for_more = "<" in markup or "&" in markup or "  " in markup
    if markup.isprintable() and not asks_for_more:
        return [(markup, face_of(style))] if markup.strip(" ") else []
    return _merged(_read(_WHITE.sub(" ", markup).strip(" "), style))


@lru_cache(_STYLES)
def face_of(style: Any, manner: _Manner = _Manner()) -> Face:  # noqa: B008 - a constant
    """Return the face of a style, as the tags around a text change it."""
    family, bold, italic = ps2tt(style.fontName)
    font = tt2ps(family, int(bold or manner.bold), int(italic or manner.italic))
    colour = toColor(manner.colour) if manner.colour else style.textColor
    return Face(font, style.fontSize, colour_of(colour))


def _read(markup: str, style: Any) -> list[Run]:
    found: list[Run] = []
    opened: list[tuple[str, _Manner]] = [("", _Manner())]
    for number, piece in enumerate(_TAG.split(markup)):
        if not number % 2:
            if piece:
                found.append((html.unescape(piece), face_of(style, opened[-1][1])))
        elif piece.startswith("</"):
            if opened.pop()[0] != piece[2:-1]:
                raise ValueError(piece)
        else:
            opened.append(_opened(piece, opened[-1][1]))
    if len(opened) != 1:
        raise ValueError(opened[-1][0])
    return found


def _opened(tag: str, manner: _Manner) -> tuple[str, _Manner]:
    if tag == "<b>":
        return "b", manner._replace(bold=True)
    if tag == "<i>":
        return "i", manner._replace(italic=True)
    if coloured := _FONT.fullmatch(tag):
        return "font", manner._replace(colour=coloured[1])
    raise ValueError(tag)


def _merged(runs: list[Run]) -> list[Run]:
    """Return runs of which no two neighbours have the same face."""
    made: list[Run] = []
    for text, face in runs:
        if made and made[-1][1] == face:
            made[-1] = (made[-1][0] + text, face)
        else:
            made.append((text, face))
    return made
