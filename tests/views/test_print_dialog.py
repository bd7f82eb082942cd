"""What is printed: parts, copies and both sides are chosen, remembered, and come out so."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.documents.content import Receiver
from app.views.print_dialog import PrintDialog
from app.views.printing import print_sheets_on
from app.workflow.copies import (
    Habits,
    Sheets,
    Wanted,
    advice_on,
    habits,
    parts_of,
    receivers_of,
    remember,
    sheets,
    whole,
)
from app.workflow.open_visit import OpenVisit
from app.workflow.session import Session

Opener = Callable[[Session, str], OpenVisit]
NAMES: dict[Receiver, dict[str, str]] = {
    "citizen": {"letter": "Brev", "consents": "Samtykker", "workplace": "Hjemmet"},
    "provider": {"order": "Bestilling"},
}


def pages(count: int) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pagesize=(200, 283), initialFontName="Helvetica")
    for _ in range(count):
        canvas.rect(20, 20, 50, 50, fill=1)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@pytest.fixture
def dialog(qtbot: QtBot) -> PrintDialog:
    made = PrintDialog(NAMES, Habits(duplex=False, copies={"consents": 3}))
    qtbot.addWidget(made)
    made.show()
    return made


def test_everything_is_printed_by_habit_unless_something_is_left_out(dialog: PrintDialog) -> None:
    assert dialog.wanted().copies == (("letter", 1), ("consents", 3), ("workplace", 1))
    assert not dialog.wanted().duplex
    dialog.letter_alone.click()
    assert dialog.wanted().parts == ("letter",)
    dialog.rows[0].box.setChecked(False)
    assert not dialog.act.isEnabled()
    dialog.all.click()
    dialog.rows[0].copies.setCurrentIndex(1)
    assert dialog.wanted().copies[0] == ("letter", 2)


def test_a_provider_is_offered_no_more_than_the_order(dialog: PrintDialog) -> None:
    dialog.receiver.setCurrentIndex(dialog.receiver.findData("provider"))
    assert dialog.wanted().parts == ("order",)
    assert dialog.wanted().receiver == "provider"


def test_what_is_to_be_known_before_a_copy_is_said_for_whom_it_concerns(qtbot: QtBot) -> None:
    made = PrintDialog(NAMES, Habits(), advice={"provider": "Spørg borgeren."})
    qtbot.addWidget(made)
    made.show()
    assert not made.advice.isVisible()
    made.receiver.setCurrentIndex(made.receiver.findData("provider"))
    assert made.advice.isVisible()
    assert made.advice.text() == made.receiver.accessibleDescription() == "Spørg borgeren."


def test_only_what_the_preview_shows_is_ticked_to_begin_with(qtbot: QtBot) -> None:
    made = PrintDialog(NAMES, Habits(), ("consents",), saving=True)
    qtbot.addWidget(made)
    assert made.wanted().parts == ("consents",)


def test_every_field_of_the_dialog_has_a_name(dialog: PrintDialog) -> None:
    for row in dialog.rows:
        assert row.box.accessibleName()
        assert row.box.accessibleName() in row.copies.accessibleName()
    assert dialog.receiver.accessibleName()
    assert dialog.text_size.accessibleName()


def test_how_one_prints_is_remembered(session: Session) -> None:
    assert habits(session) == Habits()
    remember(session, Wanted(copies=(("letter", 2), ("letter:other", 4)), duplex=False))
    remember(session, Wanted(copies=(("consents", 3),), duplex=False))
    assert habits(session) == Habits(duplex=False, copies={"letter": 4, "consents": 3})


@pytest.mark.parametrize(("both", "expected"), [(False, 3 + 3 + 2), (True, 4 + 4 + 2)])
def test_on_both_sides_each_document_begins_on_a_sheet_of_its_own(
    tmp_path: Path, both: bool, expected: int
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "ud.pdf"))
    printer.setResolution(40)
    print_sheets_on(printer, [Sheets(pages(3), 2), Sheets(pages(2), 1)], both=both)
    assert len(PdfReader(tmp_path / "ud.pdf").pages) == expected


def test_an_issued_part_is_printed_as_it_was_issued_and_as_often_as_wanted(
    session: Session, visit_of: Opener
) -> None:
    view = visit_of(session, "decided").view
    version = view.casefile.versions[-1]
    wanted = Wanted(copies=(("letter", 2), ("consents", 0)))
    (made,) = sheets(session, view, wanted)
    assert made.copies == 2
    assert made.pdf == session.store.blobs.get(version.parts["letter"])
    every = parts_of(view, session.store.blobs)
    assert set(every) == set(version.parts) - {"package", "file"}
    package = whole(session, view, Wanted(copies=tuple((part, 1) for part in every)))
    assert package == session.store.blobs.get(version.parts["package"])


def test_a_copy_in_large_print_is_made_for_the_occasion(session: Session, visit_of: Opener) -> None:
    view = visit_of(session, "decided").view
    usual, large = (
        PdfReader(BytesIO(whole(session, view, Wanted(copies=(("letter", 1),), size=size))))
        for size in (None, "20")
    )
    assert len(large.pages) > len(usual.pages)
    assert receivers_of(view)[0] == "citizen"


def test_a_provider_may_have_what_the_consent_allows_and_that_is_said(
    session: Session, visit_of: Opener
) -> None:
    view, blobs = visit_of(session, "decided").view, session.store.blobs
    parts = parts_of(view, blobs, "provider")
    (key,) = advice_on(view, blobs, "provider")
    assert "order" in parts
    assert "letter" not in parts
    assert ("assessment_form" in parts) is (key == "copies.provider_consent")
    assert advice_on(view, blobs, "citizen") == ()
