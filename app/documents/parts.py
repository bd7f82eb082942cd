"""Which parts belong together: a letter, what explains it, and what it encloses."""

from collections.abc import Mapping, Sequence

import msgspec

from app.documents import facts
from app.documents.content import LETTERS, Content, Part
from app.documents.languages import help_language
from app.domain.records import Hearing, ProcessingNotice, Record

_SUMMARY: Part = "summary"
# The letters that are about a record of their own.
_ABOUT: Mapping[type[Record], Part] = {
    Hearing: "hearing",
    ProcessingNotice: "processing_notice",
}


def parts_for(content: Content) -> tuple[Part, ...]:
    """Return the parts that belong to this decision: the letter and what it encloses.

    A case that belongs to the other law has its guidance letter instead.
    """
    if facts.is_elder_care(content):
        return parts_with("elder_care", content)
    enclosed = (enclosure.id for enclosure in facts.enclosed(content))
    return ("letter", *enclosed, *_help_pages(content))


def parts_with(letter: Part, content: Content) -> tuple[Part, ...]:
    """Return a letter of the case with what explains it: in short, and in another language."""
    return (letter, *([_SUMMARY] if has_summary(content) else []), *_help_pages(content))


def has_summary(content: Content) -> bool:
    """Tell whether the municipality lets an easy page go with its letters."""
    return any(enclosure.id == _SUMMARY for enclosure in content.standard.enclosures)


def told_letter(content: Content) -> Part:
    """Return the letter that the summary and the help pages tell about."""
    if content.letter is not None:
        return content.letter
    file, subject = content.casefile, content.subject
    found = (part for kind, part in _ABOUT.items() if subject and file.get(kind, subject))
    deciding: Part = "elder_care" if facts.is_elder_care(content) else "letter"
    return next(found, deciding)


def telling(parts: Sequence[Part], content: Content) -> Content:
    """Return what the parts are made from: the summary tells about the letter beside it."""
    letter = next((part for part in parts if part in LETTERS), None)
    return msgspec.structs.replace(content, letter=letter) if letter else content


def _help_pages(content: Content) -> tuple[Part, ...]:
    return ("other_language",) if help_language(content) else ()
