"""Which characters the letters' fonts can print, and how typed text is made ready for them."""

import re
import unicodedata
from functools import cache

from app.texts import RESOURCES

# Every character that all cuts of the letters' font have, as ranges of code points.
FILE = RESOURCES / "fonts" / "printable.txt"

# What ends a line besides a line feed, and the spaces of unusual widths.
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u1680\u2000-\u200a\u205f\u3000]")
# Marks that choose how a character looks and are never seen themselves.
_CHOOSERS = re.compile("[\u034f\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def clean(text: str) -> str:
    """Return text as it is printed: accents composed (NFC), lines ended in one way.

    Unusual spaces are spaces; controls and marks that nobody sees are left out.
    """
    if text.isprintable() and _is_usual(text):
        return text
    text = _SPACES.sub(" ", _BREAKS.sub("\n", unicodedata.normalize("NFC", text)))
    if text.replace("\n", "").isprintable() and not _CHOOSERS.search(text):
        return text
    kept = (c for c in _CHOOSERS.sub("", text) if c == "\n" or not _is_unseen(c))
    return "".join(kept)


def _is_usual(text: str) -> bool:
    """Tell whether all letters are of Latin-1: they are composed, and none is unseen."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf")


def unprintable(text: str) -> tuple[str, ...]:
    """Return the characters that cannot be printed, each once, in the order they stand."""
    if text.isascii() or not _others().search(text):
        return ()
    return tuple(dict.fromkeys(_others().findall(clean(text))))


def spelled(characters: tuple[str, ...]) -> str:
    """Name characters in a sentence: as they are, or by their codes if they would not be seen."""
    return " ".join(c if _can_be_seen(c) else f"U+{ord(c):04X}" for c in characters)


def _can_be_seen(character: str) -> bool:
    return character.isprintable() and not unicodedata.category(character).startswith("M")


@cache
def _others() -> re.Pattern[str]:
    """Return what finds a character outside the file's ranges."""
    ranges = (part.partition("-") for part in FILE.read_text(encoding="ascii").split())
    spans = (f"\\U{int(a, 16):08x}-\\U{int(b or a, 16):08x}" for a, _, b in ranges)
    return re.compile(f"[^\n{''.join(spans)}]")
