"""The letters' one font family, embedded small, and which characters it can print."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from reportlab import rl_config
from reportlab.lib.fonts import addMapping

from app.domain.printable import clean as clean
from app.texts import RESOURCES

REGULAR, SEMIBOLD, BOLD, ITALIC = "Sans", "Sans-Semibold", "Sans-Bold", "Sans-Italic"
_FILES = {
    REGULAR: "SourceSans3-Regular.ttf",
    SEMIBOLD: "SourceSans3-Semibold.ttf",
    BOLD: "SourceSans3-Bold.ttf",
    ITALIC: "SourceSans3-It.ttf",
}
_CUTS = ((0, 0, REGULAR), (1, 0, SEMIBOLD), (0, 1, ITALIC), (1, 1, SEMIBOLD))
# Before platypus is imported: its defaults would select Helvetica, which is not embedded.
rl_config.useA85 = 0
rl_config.canvas_basefontname = rl_config.defaultGraphicsFontName = REGULAR


def _map_family() -> None:
    for bold, italic, name in _CUTS:
        addMapping(REGULAR, bold, italic, name)


# Platypus looks the family up when it is imported, by whomever that is.
_map_family()

from reportlab.pdfbase import pdfmetrics, ttfonts  # noqa: E402

from app.documents.tagging.numbers import spelled  # noqa: E402
from app.documents.tagging.slim import Outlines  # noqa: E402

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_BLOCK = 100
# More words than a case with all its documents has.
_WORDS = 10_000
_SPACES = {ord("\N{NO-BREAK SPACE}"): ord(" ")}
_WHITE = re.compile(r"[^\S\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+")


def _to_unicode(_font: str, subset: list[int]) -> str:
    """Map codes to characters without U+0000, at most 100 pairs a block (the CMap rules).

    A space that does not break is a usual one to whoever searches, copies or listens.
    """
    pairs = [
        f"<{code:02X}> <{chr(_SPACES.get(char, char)).encode('utf-16-be').hex().upper()}>"
        for code, char in enumerate(subset)
        if char
    ]
    parts = [pairs[i : i + _BLOCK] for i in range(0, len(pairs), _BLOCK)]
    blocks = [f"{len(p)} beginbfchar\n" + "\n".join(p) + "\nendbfchar" for p in parts]
    return _CMAP.format(blocks="\n".join(blocks))


@cache
def outlines_of(face: Any) -> Outlines:
    """Return the outlines of a cut, which are read as they are needed."""
    return Outlines(face)


@cache
def _width(width: float) -> str:
    return spelled(width)


class _Face(ttfonts.TTFontFace):  # type: ignore[misc]
    def makeSubset(self, subset: list[int]) -> bytes:
        return outlines_of(self).part(subset)

    def getCharWidth(self, code: int) -> str:
        """Return the width of a character as it stands in the file."""
        return _width(self.charWidths.get(code, self.defaultWidth))


class _Font(ttfonts.TTFont):  # type: ignore[misc]
    """Remembers how wide words are: those of letters come again and again."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename, asciiReadable=0)
        self.face.__class__ = _Face
        # Widths in thousandths of the size.
        self.units: Callable[[str], float] = lru_cache(_WORDS)(self._measured)

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """Return the width of text in points."""
        return 0.001 * size * self.units(text)

    def splitString(self, text: str, doc: Any, encoding: str = "utf8") -> Any:
        """Return the codes of text; at once if the document has used all its characters."""
        state = self.state.get(doc)
        if state is not None and text:
            try:
                return [(0, bytes(map(state.assignments.__getitem__, map(ord, text))))]
            except (KeyError, ValueError):  # a new character, or one of a second subset
                pass
        return super().splitString(text, doc, encoding)

    def _measured(self, text: str) -> float:
        widths, usual = self.face.charWidths, self.face.defaultWidth
        units: float = sum([widths.get(ord(character), usual) for character in text])
        return units


@cache
def register() -> None:
    """Load the four cuts of the family once."""
    # reportlab asks its module for this function; its own maps a code to U+0000.
    ttfonts.makeToUnicodeCMap = _to_unicode
    for name, file in _FILES.items():
        pdfmetrics.registerFont(_Font(name, str(RESOURCES / "fonts" / file)))
    _map_family()  # anew: registering maps each cut's bold and italic to itself


@cache
def _printable() -> frozenset[str]:
    register()
    glyphs = [set(pdfmetrics.getFont(name).face.charToGlyph) for name in _FILES]
    return frozenset(map(chr, set.intersection(*glyphs))) | {"\N{NO-BREAK SPACE}", "\n"}


def one_line(text: str) -> str:
    """Make every run of white space one space; spaces that do not break stay."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _WHITE.sub(" ", text).strip()


def unprintable(text: str) -> tuple[str, ...]:
    """Return the characters that no font has, each once, in the order they stand."""
    if text.isascii() and text.isprintable():
        return ()
    have = _printable()
    if have.issuperset(text):
        return ()
    return tuple(dict.fromkeys(c for c in clean(text) if c not in have))
