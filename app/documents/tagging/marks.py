"""Accents on letters that no single character has: each stands over or under its letter."""

import re
import struct
from collections.abc import Callable, Iterator
from functools import cache

from reportlab.pdfbase import pdfmetrics

from app.documents.tagging.runs import Face

_MARKS = re.compile("([\u0300-\u036f]+)")
# Between two accents on one letter, in thousandths of the text's size.
_BETWEEN = 40
Box = tuple[float, float, float, float]
Draw = Callable[[str], str]


def with_marks(words: str, face: Face, draw: Draw) -> Iterator[str]:
    """Yield what writes words with each accent at its place; they are read in the same order."""
    letter = ""
    for number, piece in enumerate(_MARKS.split(words)):
        if number % 2:
            for mark, rise in _rises(face.font, letter, piece):
                yield from _mark(face, letter, mark, rise, draw)
        elif piece:
            letter = piece[-1]
            yield draw(piece)


def _rises(font: str, letter: str, marks: str) -> Iterator[tuple[str, float]]:
    """Yield each mark with how much higher it stands than over, or under, an x."""
    outline, over_x = _box(font, letter), _box(font, "x")[3]
    above, below = max(outline[3] - over_x, 0), min(outline[1], 0)
    for mark in marks:
        box = _box(font, mark)
        high = box[3] - box[1] + _BETWEEN
        if box[1] > 0:
            yield mark, above
            above += high
        else:
            yield mark, below
            below -= high


def _mark(face: Face, letter: str, mark: str, rise: float, draw: Draw) -> Iterator[str]:
    """Yield what moves the pen to the letter's middle, draws a mark, and moves it back."""
    low, high = _box(face.font, letter), _box(face.font, mark)
    step = (low[0] + low[2] - high[0] - high[2]) / 2 - _advance(face.font, letter)
    yield f"[{-step:.0f}] TJ {rise * face.size / 1000:.2f} Ts"
    yield draw(mark)
    yield f"[{step + _advance(face.font, mark):.0f}] TJ 0 Ts"


def _advance(font: str, character: str) -> float:
    return float(pdfmetrics.stringWidth(character, font, 1000)) if character else 0.0


@cache
def _box(font: str, character: str) -> Box:
    """Return where a character's outline lies, in thousandths of the text's size."""
    face = pdfmetrics.getFont(font).face
    glyph = face.charToGlyph.get(ord(character)) if character else None
    if glyph is None:
        return 0.0, 0.0, 0.0, 0.0
    start, end = _outline(font, glyph)
    if end - start < 10:
        return 0.0, 0.0, 0.0, 0.0
    corners = struct.unpack_from(">4h", face.get_table("glyf"), start + 2)
    left, bottom, right, top = (c * 1000 / face.unitsPerEm for c in corners)
    return left, bottom, right, top


def _outline(font: str, glyph: int) -> tuple[int, int]:
    """Return from where to where a glyph's outline stands in its table."""
    face = pdfmetrics.getFont(font).face
    (is_long,) = struct.unpack_from(">h", face.get_table("head"), 50)
    loca = face.get_table("loca")
    if is_long:
        start, end = struct.unpack_from(">2I", loca, 4 * glyph)
        return start, end
    start, end = struct.unpack_from(">2H", loca, 2 * glyph)
    return 2 * start, 2 * end
