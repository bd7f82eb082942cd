"""Which characters the letters' fonts can print."""

import re
import unicodedata
from functools import cache

from app.texts import RESOURCES

# Every character that all cuts of the letters' font have, as ranges of code points.
FILE = RESOURCES / "fonts" / "printable.txt"


def unprintable(text: str) -> tuple[str, ...]:
    """Return the characters that cannot be printed, each once, in the order they stand.

    Accents are composed first; controls and marks that nobody sees are left out of letters.
    """
    if text.isascii() or not _others().search(text):
        return ()
    found = _others().findall(unicodedata.normalize("NFC", text))
    seen = (c for c in found if unicodedata.category(c) not in ("Cc", "Cf"))
    return tuple(dict.fromkeys(seen))


@cache
def _others() -> re.Pattern[str]:
    """Return what finds a character outside the file's ranges."""
    ranges = (part.partition("-") for part in FILE.read_text(encoding="ascii").split())
    spans = (f"\\U{int(a, 16):08x}-\\U{int(b or a, 16):08x}" for a, _, b in ranges)
    return re.compile(f"[^{''.join(spans)}]")
