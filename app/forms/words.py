"""Texts that people wrote, made fit for a label: shortened, and breakable where no space is."""

import re

_LONG_RUN = re.compile(r"(\S{24})(?=\S)")
_BREAK = "\N{ZERO WIDTH SPACE}"


def breakable(text: str) -> str:
    """Let a line end within a word that is longer than any real one."""
    return _LONG_RUN.sub(rf"\1{_BREAK}", text)


def short(text: str, most: int = 80) -> str:
    """Return a text on one line, cut after `most` characters."""
    line = " ".join(text.split())
    return breakable(line if len(line) <= most else line[:most].rstrip() + "…")
