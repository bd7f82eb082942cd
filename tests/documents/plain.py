"""A reader's view of a document: how hard its own words are, and how long its sentences."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from app.documents.content import Content

# A paragraph of law, and what stands in brackets after it.
_LAW = re.compile(
    r"(?:\w+lovens?\s+)?§+\s*\d+[\w ,.-]*?(?=[.;:)»](?:\s|$)|\s[a-zæøå]{3,})(?:\s\([^)]*\))?"
)
_LONG = 6


def own_words(words: str, content: Content) -> str:
    """Return the words of a document without names, law references and what somebody typed."""
    for said in sorted(set(_typed(content)), key=len, reverse=True):
        words = words.replace(said, " ")
    return " ".join(_LAW.sub(" ", words).split())


def lix(words: str) -> float:
    """Return Björnsson's readability index: words a sentence plus the share of long words."""
    found = re.findall(r"\w+", words)
    sentences = max(1, len(re.findall(r"[.:!?](?:\s|$)", words)))
    return len(found) / sentences + 100 * sum(len(w) > _LONG for w in found) / len(found)


def _typed(content: Content) -> Iterator[str]:
    """Yield each text of the case, and each name and law reference of the standard."""
    standard = content.standard
    for table in content.casefile.records.values():
        for record in table.values():
            yield from _strings(record)
    units = (*standard.units, *standard.provider.municipal, *standard.provider.private)
    yield from (s for unit in units for s in _strings(unit))
    yield from _strings(standard.municipality)
    yield from (law.text for law in standard.laws)
    yield from (s.name for s in standard.services)
    yield from (standard.title, content.name, content.title)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str) and len(value) > 3:
        yield " ".join(value.split())
    elif isinstance(value, tuple):
        yield from (s for part in value for s in _strings(part))
    elif isinstance(value, msgspec.Struct):
        yield from (s for name in value.__struct_fields__ for s in _strings(getattr(value, name)))
