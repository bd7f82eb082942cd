"""How a document's strings say the characters of a font: by the codes of its embedded part."""

from typing import Any

from reportlab.pdfbase.pdfmetrics import getFont

# Stands for what is not said by one code alone: an accent, or a character of a further part.
OTHER = "\uffff"
_ESCAPED = {ord(c): f"\\{c}" for c in "()\\"} | {10: "\\n", 13: "\\r"}
_FIRST_MARK, _LAST_MARK = 0x300, 0x36F


class Codes(dict[int, str]):
    """A table for str.translate: from characters to what stands in a string of a page.

    A character is given its code when it is first met, and so gets into the file.
    """

    def __init__(self, font: str, document: Any) -> None:
        super().__init__()
        self._font, self._document = getFont(font), document
        self._font.splitString("", document)  # the font's part for this document begins
        self.name = self.part(0)

    def __missing__(self, character: int) -> str:
        code = OTHER if _FIRST_MARK <= character <= _LAST_MARK else self._code(chr(character))
        self[character] = code
        return code

    def part(self, number: int) -> str:
        """Return the name of a part of the font in the document."""
        name: str = self._font.getSubsetInternalName(number, self._document)
        return name

    def pieces(self, text: str) -> list[tuple[int, str]]:
        """Return text as pieces of one part each: its number, and what stands in a string."""
        found = self._font.splitString(text, self._document)
        return [(part, _escaped(codes)) for part, codes in found]

    def _code(self, character: str) -> str:
        part, code = self.pieces(character)[0]
        return OTHER if part else code


def _escaped(codes: bytes) -> str:
    return codes.decode("latin-1").translate(_ESCAPED)
