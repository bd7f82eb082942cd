"""The record that a document of the case is about."""

from typing import TypeVar

from app.documents.content import Content
from app.domain.records import Record
from app.errors import KnownError

R = TypeVar("R", bound=Record)


def about(content: Content, kind: type[R]) -> R | None:
    """Return the record named by the content's subject, else the newest of its kind."""
    named = content.casefile.get(kind, content.subject) if content.subject else None
    return named or next(reversed(content.casefile.all(kind)), None)


def must_be_about(content: Content, kind: type[R]) -> R:
    """Return the record that a letter is about; KnownError if nothing is recorded."""
    found = about(content, kind)
    if found is None:
        raise KnownError("documents.no_record")
    return found
