"""Words that a line never parts: a number and its unit, a postcode and its town, a law's section.

The space between them is made one that does not break. In the file it is mapped to a usual
space, so that whoever searches, copies or listens meets no other character.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache

from app.texts import RESOURCES

# Before the letter of a section: so many digits has its number.
_DIGITS = (1, 2, 3)


def bound(markup: str) -> str:
    """Return markup in which what belongs together stays on one line."""
    return _pattern().sub("\N{NO-BREAK SPACE}", markup)


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds those spaces; the words are in resources/texts/binding.toml."""
    words = tomllib.loads((RESOURCES / "texts" / "binding.toml").read_text(encoding="utf-8"))
    sign = words["before_numbers"][0]
    sections = "|".join(rf"(?<={sign} \d{{{digits}}} )" for digits in _DIGITS)
    places = (
        # A word before a number, and the pairs of a phone number.
        rf"(?=\d)(?:{_behind(words['before_numbers'])}|(?<=\b\d\d )(?=\d\d\b))",
        rf"(?<=\d )(?=(?:{_any(words['after_numbers'])})(?!\w))",
        rf"(?<=\d\. )(?=(?:{_any(words['after_ordinals'])})\b)",
        # A postcode and its town, the town and its district.
        r"(?<=\b\d{4} )(?=[^\W\d_a-z]\w)",
        rf"(?=(?:{_any(words['districts'])})\b(?!\.?\w))(?<=[^\W\d_] )",
        rf"(?=[a-z]\b)(?:{_behind(words['before_letters'])})",
        rf"(?=[a-f]\b)(?:{sections})",
    )
    return re.compile(f" (?:{'|'.join(places)})")


def _behind(words: Iterable[str]) -> str:
    """Say that one of the words stands before; each alone, as a look behind has one length."""
    return "|".join(f"(?<={re.escape(word)} )" for word in words)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))
