"""Writes lines of text, rules and grounds straight into a page, and says only what changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.rl_accel import fp_str

from app.documents.tagging.codes import OTHER, Codes
from app.documents.tagging.lines import Line
from app.documents.tagging.marks import with_marks
from app.documents.tagging.numbers import colour_of, spelled
from app.documents.tagging.runs import Face


@dataclass(slots=True)
class _Held:
    """What the page knows: font and leading of text, colour of areas, colour and width of lines."""

    font: str = ""
    leading: float = 0.0
    fill: str = ""
    stroke: str = ""
    width: float = 0.0


class Pen:
    """Draws at absolute places of a page, given as rounded lengths in points.

    Whoever changes colours by other means does it between `keep` and `take_back`, as a canvas
    does when it saves its state.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        self._codes: dict[str, Codes] = {}
        self._fonts: dict[tuple[str, float], str] = {}
        self._held = _Held()
        self._kept: list[_Held] = []

    def begin_page(self) -> None:
        """Know nothing: a page begins."""
        self._held = _Held()
        self._kept.clear()

    def keep(self) -> None:
        """Keep what is known for later; what comes now may change anything."""
        self._kept.append(self._held)
        self._held = _Held()

    def take_back(self) -> None:
        """Know what was known when it was kept."""
        self._held = self._kept.pop()

    def write(self, lines: Sequence[Line], leading: float, x: float, y: float) -> str:
        """Return what writes lines, the first with its base at a height."""
        said = ["BT", f"1 0 0 1 {spelled(x)} {spelled(y)} Tm"]
        if len(lines) > 1 and leading != self._held.leading:
            self._held.leading = leading
            said.append(f"{fp_str(leading)} TL")
        for number, line in enumerate(lines):
            if number:
                said.append("T*")
            said += self._line(line)
        said.append("ET")
        return " ".join(said)

    def rule(self, left: float, right: float, y: float, colour: Any, width: float) -> str:
        """Return what draws a level line of a colour, so many points wide."""
        said, stroke, held = [], colour_of(colour), self._held
        if stroke != held.stroke:
            held.stroke = stroke
            said.append(f"{stroke} RG")
        if width != held.width:
            held.width = width
            said.append(f"{fp_str(width)} w")
        said.append(f"n {spelled(left)} {spelled(y)} m {spelled(right)} {spelled(y)} l S")
        return " ".join(said)

    def ground(self, x: float, y: float, width: float, height: float, colour: Any) -> str:
        """Return what fills a rectangle with a colour."""
        place = f"n {spelled(x)} {spelled(y)} {fp_str(width, height)} re f*"
        return " ".join((*self._coloured(colour_of(colour)), place))

    def _line(self, line: Line) -> Iterator[str]:
        if line.spacing:
            yield f"{fp_str(line.spacing)} Tw"
        for text, face in line.runs:
            if text:
                yield from self._in_face(face)
                yield self._shown(text, face)
        if line.spacing:
            yield "0 Tw"

    def _in_face(self, face: Face) -> Iterator[str]:
        font = self._font(face)
        if font != self._held.font:
            self._held.font = font
            yield font
        yield from self._coloured(face.colour)

    def _coloured(self, colour: str) -> Iterator[str]:
        if colour != self._held.fill:
            self._held.fill = colour
            yield f"{colour} rg"

    def _font(self, face: Face) -> str:
        key = face.font, face.size
        if key not in self._fonts:
            self._fonts[key] = self._part(face, 0)
        return self._fonts[key]

    def _part(self, face: Face, number: int) -> str:
        return f"{self._codes_of(face).part(number)} {fp_str(face.size)} Tf"

    def _codes_of(self, face: Face) -> Codes:
        if face.font not in self._codes:
            self._codes[face.font] = Codes(face.font, self._document)
        return self._codes[face.font]

    def _shown(self, text: str, face: Face) -> str:
        shown = text.translate(self._codes_of(face))
        if OTHER not in shown:
            return f"({shown}) Tj"
        return " ".join(with_marks(text, face, lambda words: self._pieces(words, face)))

    def _pieces(self, text: str, face: Face) -> str:
        """Write text of which something stands in a further part of the font."""
        said, now = [], 0
        for part, shown in self._codes_of(face).pieces(text):
            if part != now:
                said.append(self._part(face, part))
            said.append(f"({shown}) Tj")
            now = part
        return " ".join([*said, self._font(face)] if now else said)
