"""The case whose package is set by every engine."""

from functools import cache

import msgspec

from app.documents.content import Content
from app.documents.package import build, parts_for, words_of
from app.domain.records import Record
from tests import factories as make
from tests.documents import sample


@cache
def content(number: int) -> Content:
    """Return the rich case as it is locked; another number gives other words on every page."""
    citizen = make.citizen(name=f"Ruddi Test Berggren {number}")
    typed: list[Record] = [
        make.decision(facts=f"Du er faldet {number + 2} gange i badet. Du har slidgigt i ryggen."),
        make.case(number=f"2026-{number:05}"),
        citizen,
    ]
    return sample.issued(*typed)


def package(number: int) -> bytes:
    """Make the package of a decision, as the program does of a case that is judged."""
    made = _fresh(number)
    return build(parts_for(made), made)


def composed(number: int) -> str:
    """Write all sentences and tables of the package, and set no page of it."""
    made = _fresh(number)
    return words_of([(parts_for(made), made)])


def _fresh(number: int) -> Content:
    """Return the case with nothing of it worked out yet."""
    return msgspec.structs.replace(content(number))
