"""Writes lines of text, rules and grounds straight into a page, and says only what changes."""

from collections.abc import Sequence
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
    """What the page knows: face and leading of text, colour of areas, colour and width of lines."""

    face: Face | None = None
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
        self._tables: dict[str, Codes] = {}
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

    def filled(self, colour: str) -> None:
        """Know of a colour that was set by other means."""
        self._held.face, self._held.fill = None, colour

    def write(self, lines: Sequence[Line], leading: float, x: float, y: float) -> str:
        """Return what writes lines, the first with its base at a height."""
        said = [f"BT {spelled(x)} {spelled(y)} Td"]
        if len(lines) > 1 and leading != self._held.leading:
            self._held.leading = leading
            said.append(f"{fp_str(leading)} TL")
        for number, (runs, spacing) in enumerate(lines):
            if number:
                said.append("T*")
            if spacing:
                said.append(f"{fp_str(spacing)} Tw")
            for text, face in runs:
                if face is not self._held.face:
                    said += self._changed(face)
                shown = text.translate(self._tables[face.font])
                said.append(f"({shown}) Tj" if OTHER not in shown else self._rare(text, face))
            if spacing:
                said.append("0 Tw")
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
        self._held.face = None
        place = f"n {spelled(x)} {spelled(y)} {fp_str(width, height)} re f*"
        return " ".join((*self._coloured(colour_of(colour)), place))

    def _changed(self, face: Face) -> list[str]:
        """Return what changes to another face."""
        held = self._held
        held.face, font = face, self._font(face)
        said = [] if font == held.font else [font]
        held.font = font
        return [*said, *self._coloured(face.colour)]

    def _coloured(self, colour: str) -> list[str]:
        if colour == self._held.fill:
            return []
        self._held.fill = colour
        return [f"{colour} rg"]

    def _font(self, face: Face) -> str:
        key = face.font, face.size
        if key not in self._fonts:
            if face.font not in self._tables:
                self._tables[face.font] = Codes(face.font, self._document)
            self._fonts[key] = self._part(face, 0)
        return self._fonts[key]

    def _part(self, face: Face, number: int) -> str:
        return f"{self._tables[face.font].part(number)} {fp_str(face.size)} Tf"

    def _rare(self, text: str, face: Face) -> str:
        """Write text with accents of its own, or with what stands in a further part of the font."""
        return " ".join(with_marks(text, face, lambda words: self._pieces(words, face)))

    def _pieces(self, text: str, face: Face) -> str:
        said, now = [], 0
        for part, shown in self._tables[face.font].pieces(text):
            if part != now:
                said.append(self._part(face, part))
            said.append(f"({shown}) Tj")
            now = part
        return " ".join([*said, self._font(face)] if now else said)
