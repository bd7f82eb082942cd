"""A letter of the case is handed over with the page that explains it, wherever it goes."""

from collections.abc import Callable

import msgspec

from app.domain.ids import new_id
from app.domain.records import Hearing
from app.views.parts import name_of, part_names
from app.workflow.edits import AddRecord, SetField
from app.workflow.open_visit import OpenVisit
from app.workflow.printing import PrintJob, case_document, make, print_job, whole_job
from app.workflow.session import Session
from tests.documents import reading

Opener = Callable[[Session, str], OpenVisit]


def test_a_letter_of_the_case_is_shown_with_its_page_in_short(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "in_progress")
    case = opened.view.casefile.case.id
    told = Hearing(id=new_id(), case=case, source="Lægen", content="Du kan selv gå på trapper.")
    opened.apply(AddRecord(told))
    opened.apply(SetField(opened.view.casefile.citizen, "help_language", "en"))
    job = case_document(opened.view, session.store.blobs, "hearing", told.id)
    assert isinstance(job, PrintJob)
    assert job.parts == ("hearing", "summary", "other_language")
    assert reading.bookmarks(make(job))[1:] == ["Kort fortalt", "Our letter in English"]
    alone = reading.text(make(msgspec.structs.replace(job, parts=("summary",))))
    assert "Vi har ikke besluttet noget endnu." in alone
    assert "Det kommer fra Lægen: Du kan selv gå på trapper." in alone


def test_a_case_under_the_other_act_is_previewed_printed_and_saved_with_it(
    session: Session, visit_of: Opener
) -> None:
    opened = visit_of(session, "in_progress")
    opened.apply(SetField(opened.view.casefile.citizen, "help_language", "en"))
    opened.apply(SetField(opened.view.casefile.case, "legal_basis", "elder_care_act"))
    view, blobs = opened.view, session.store.blobs
    parts = ("elder_care", "summary", "other_language")
    assert whole_job(view, blobs).parts == tuple(part_names(view)) == parts
    assert [name_of(view, part) for part in parts][1:] == [
        "Kort fortalt",
        "In another language (English)",
    ]
    assert reading.bookmarks(make(print_job(view, blobs, parts))) == [
        "Din sag hører til under ældreloven",
        "Kort fortalt",
        "Our letter in English",
    ]
