"""Breaks runs of text into lines, as reportlab does: greedily, at spaces.

What is rare is left to reportlab: words that no line can hold, and characters that may be
broken at without being a space.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.platypus.paragraph import Paragraph, _SplitWord, _SplitWordEnd

from app.documents.tagging.numbers import colour_of
from app.documents.tagging.runs import Face, Run

# Soft hyphens, spaces without width, and white space that is no space.
_RARE = re.compile(r"[\u00ad\u200b]|[^\S \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]")
# Spaces may be narrower by this part of them when a word fits then.
_SHRINK = 0.05
_FUZZ = 1e-8


class Line(NamedTuple):
    """A line as it is drawn: its runs, and how much wider its spaces are (less than 0)."""

    runs: Sequence[Run]
    spacing: float = 0.0

    @property
    def text(self) -> str:
        """Return the words of the line, with the space that ends it."""
        return "".join([text for text, _ in self.runs])


# A word with its width, and the face of the space after it, if one follows.
_Word = tuple[Sequence[Run], float, Face | None]


def broken(runs: Sequence[Run], markup: str, style: Any, room: float) -> list[Line]:
    """Return the lines of a text in a room of so many points.

    Each ends with a space, unless a word goes on in the next: without it the last word of a
    line and the first of the next are read as one.
    """
    if not runs:
        return []
    if any(_is_rare(text) for text, _ in runs):
        return _by_reportlab(runs, markup, style, room)
    found = _of_one(runs[0], room) if len(runs) == 1 else _of_many(runs, room)
    return _by_reportlab(runs, markup, style, room) if found is None else found


def _is_rare(text: str) -> bool:
    return not text.isprintable() and _RARE.search(text) is not None


def _of_one(run: Run, room: float) -> list[Line] | None:
    """Break text of one face; nothing if a word is wider than the room."""
    text, face = run
    units, point = getFont(face.font).units, 0.001 * face.size
    space = point * units(" ")
    shrink = _SHRINK * space
    made: list[Line] = []
    line: list[str] = []
    width = -space
    for word in text.split(" "):
        if not word:
            continue
        wide = point * units(word)
        wider = width + space + wide
        if wider > room + shrink * len(line):
            if wide > room:
                return None
            made.append(_line_of_one(line, face, room - width))
            line, width = [word], wide
        else:
            line.append(word)
            width = wider
    return [*made, _line_of_one(line, face, room - width)] if line else made


def _line_of_one(words: list[str], face: Face, left: float) -> Line:
    text = " ".join(words)
    return Line(((f"{text} ", face),), _spacing(len(words), text, left))


def _spacing(words: int, text: str, left: float) -> float:
    """Return how much each space gives when so much room is `left`: less than none."""
    if left > -_FUZZ:
        return 0.0
    spaces = words + text.count("\N{NO-BREAK SPACE}") - 1
    return left / spaces if spaces > 0 else 0.0


def _of_many(runs: Sequence[Run], room: float) -> list[Line] | None:
    """Break text of several faces; nothing if a word is wider than the room."""
    made: list[Line] = []
    line: list[_Word] = []
    width = space = spaces = 0.0
    for word in _words(runs):
        _, wide, after = word
        wider = width + space + wide if wide > 0 else width
        if wider > room + _SHRINK * (spaces + space):
            if wide > room or not line:
                return None
            made.append(_line_of_many(line, room - width))
            line, width, spaces = [word], wide, 0.0
        else:
            line.append(word)
            width = wider
            spaces += space
        space = _width(" ", after) if after else 0.0
    return [*made, _line_of_many(line, room - width)] if line else made


def _words(runs: Sequence[Run]) -> list[_Word]:
    """Return the words of runs; a space belongs to the run in which it stands first."""
    made: list[_Word] = []
    word: list[Run] = []
    width = 0.0
    for text, face in runs:
        units, point = getFont(face.font).units, 0.001 * face.size
        for number, piece in enumerate(text.split(" ")):
            if number and word:
                made.append((word, width, face))
                word, width = [], 0.0
            if piece:
                word.append((piece, face))
                width += point * units(piece)
    return [*made, (word, width, None)] if word else made


def _width(text: str, face: Face) -> float:
    width: float = getFont(face.font).stringWidth(text, face.size)
    return width


def _line_of_many(words: Sequence[_Word], left: float) -> Line:
    made: list[Run] = []
    said, now = "", words[0][0][0][1]
    for runs, _, after in words:
        for text, face in (*runs, (" ", after or runs[-1][1])):
            if face is not now:
                made.append((said, now))
                said, now = "", face
            said += text
    made.append((said, now))
    text = "".join([text for text, _ in made])
    return Line(made, _spacing(len(words), text, left))


def _by_reportlab(runs: Sequence[Run], markup: str, style: Any, room: float) -> list[Line]:
    """Return the lines that reportlab makes of markup."""
    made = Paragraph(markup, style).breakLines([room, room])
    if made.kind:
        return [_mixed(line) for line in made.lines]
    return [_simple(words, runs[0][1], left) for left, words in made.lines]


def _simple(words: list[str], face: Face, left: float) -> Line:
    text = " ".join(words)
    last = words[-1] if words else ""
    goes_on = isinstance(last, _SplitWord) and not isinstance(last, _SplitWordEnd)
    return Line(((text if goes_on else f"{text} ", face),), _spacing(len(words), text, left))


def _mixed(line: Any) -> Line:
    made = [(f.text, Face(f.fontName, f.fontSize, colour_of(f.textColor))) for f in line.words]
    text = "".join([text for text, _ in made])
    if not text.endswith(" "):
        made.append((" ", made[-1][1]))
    return Line(made, _spacing(line.wordCount, text, line.extraSpace))
