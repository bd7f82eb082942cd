"""Keeps out of text what nobody can see: control and direction characters."""

import re

# C0 and C1 controls, line and paragraph separators, direction overrides, lone surrogates.
_HIDDEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff"
_UNSEEN = re.compile(f"[{_HIDDEN}]")
_UNSEEN_LINE = re.compile("[\t\n\r\u2028\u2029]+")


def clean_text(text: str) -> str:
    """Return text of several lines without hidden characters; line ends become \\n."""
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = lines.replace("\u2028", "\n").replace("\u2029", "\n")
    return _UNSEEN.sub("", lines)


def clean_line(text: str) -> str:
    """Return text on one line without hidden characters; line ends and tabs become a space."""
    return text if text.isprintable() else clean_text(_UNSEEN_LINE.sub(" ", text))
