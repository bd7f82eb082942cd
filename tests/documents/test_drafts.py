"""A draft says so: on every page to the eye, and once in each part to the ear."""

from collections.abc import Callable

import msgspec
import pytest

from app.documents.jobs import part_alone, whole
from app.documents.package import PARTS, Part, build
from app.workflow.open_visit import OpenVisit
from app.workflow.printing import make, print_job
from app.workflow.session import Session
from tests.documents import reading, sample

Opener = Callable[[Session, str], OpenVisit]
# In the head of each page.
MARK = "UDKAST"
NOTE = {
    "da": "Udkast. Dette er ikke en afgørelse. Teksten kan blive ændret.",
    "en": "Draft. This is not a decision. The wording may change.",
}


def made(part: Part, *, draft: bool) -> bytes:
    content = sample.content() if draft else sample.issued()
    content = msgspec.structs.replace(content, of_package=True)
    return build([part], content)


@pytest.mark.parametrize("part", PARTS)
def test_every_page_of_a_draft_says_so_and_none_of_what_is_issued(part: Part) -> None:
    language = "en" if part == "other_language" else "da"
    mark = "DRAFT" if language == "en" else MARK
    draft, issued = made(part, draft=True), made(part, draft=False)
    assert all(mark in page for page in reading.pages(draft))
    assert reading.heard(draft).count(NOTE[language]) == 1
    assert mark not in reading.heard(draft)  # an ornament to who hears it
    assert reading.faults(draft) == []
    words = reading.text(issued) + reading.heard(issued)
    assert mark not in words
    assert NOTE[language] not in words


def test_each_part_of_a_decision_that_is_not_locked_is_a_draft_by_itself(
    session: Session, visit_of: Opener
) -> None:
    view = visit_of(session, "ready").view
    job = whole(print_job(view, None, (), of_package=True))
    assert len(job.parts) > 4
    for part in job.parts:
        pages = reading.pages(make(part_alone(job, part)))
        assert all(MARK in page for page in pages), part
