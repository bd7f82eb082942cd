"""What differs between two texts, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

import msgspec

Kind = Literal["same", "added", "removed"]

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
# A longer text is compared line by line: word by word it would be waited for.
_MOST_WORDS = 3000
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text that both have, or that only one of them has."""

    kind: Kind
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Return `before` as it becomes `after`: all of both, in order, in as few pieces as reads well.

    Joined, what is not "added" is `before`, and what is not "removed" is `after`.
    """
    old, new = _parts(before), _parts(after)
    if max(len(old), len(new)) > _MOST_WORDS:
        old, new = _LINES.findall(before), _LINES.findall(after)
    return tuple(_joined(_steps(old, new)))


def _parts(text: str) -> list[str]:
    return _WORDS.findall(text)


def _steps(old: list[str], new: list[str]) -> Iterator[tuple[str, str, str]]:
    """Yield what stays, what goes and what comes, in turn."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield "".join(old[a:b]), "", ""
        else:
            yield "", "".join(old[a:b]), "".join(new[c:d])


def _joined(steps: Iterator[tuple[str, str, str]]) -> Iterator[Piece]:
    """Join changes with nothing but space between: phrases are read, not single words."""
    gone = come = space = ""
    for same, removed, added in steps:
        if same and not same.strip() and (gone or come) and "\n" not in same:
            space += same
            continue
        if same:
            yield from _change(gone, come)
            gone = come = ""
            yield Piece("same", space + same)
            space = ""
            continue
        gone, come, space = gone + space + removed, come + space + added, ""
    yield from _change(gone, come)
    if space:
        yield Piece("same", space)


def _change(gone: str, come: str) -> Iterator[Piece]:
    if gone:
        yield Piece("removed", gone)
    if come:
        yield Piece("added", come)
