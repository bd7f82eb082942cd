"""The letter beside the decision, locking in the window, and the screen turned to the citizen."""

from collections.abc import Callable

from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.forms.asks import Lock, TurnToCitizen
from app.tour.drive import sign
from app.tour.stage import settle
from app.views.main_window import MainWindow
from app.views.pdf_worker import Made
from app.views.printing import print_on
from app.views.visit_desk import VisitDesk
from app.workflow.edits import SetField
from app.workflow.printing import make, whole_job

Opener = Callable[[str], VisitDesk]


def test_the_letter_follows_what_is_written(main: MainWindow, open_visit_of: Opener) -> None:
    desk = open_visit_of("in_progress")
    desk.page.show_section("decision")
    settle(main)
    shown: list[Made] = []
    desk.preview.worker.made.connect(shown.append)
    decision = desk.editor.view.casefile.decision
    assert decision is not None
    desk.editor.edit(SetField(decision, "facts", "Du har fået et nyt trappetrin."))
    settle(main)
    from io import BytesIO

    text = "".join(page.extract_text() for page in PdfReader(BytesIO(shown[-1].pdf)).pages)
    assert "nyt trappetrin" in " ".join(text.split())


def test_an_incomplete_decision_says_why_it_cannot_be_locked(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("in_progress")
    desk.page.show_section("decision")
    assert not desk.page.header.lock_button.isEnabled()
    desk.page.asked.emit(Lock())
    assert main.banner.isVisible()
    assert not desk.editor.view.casefile.versions


def test_a_decision_is_locked_from_the_window_and_shown_as_issued(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("decided")
    count = len(desk.editor.view.casefile.versions)
    desk.page.asked.emit(Lock())
    settle(main)
    assert len(desk.editor.view.casefile.versions) == count + 1
    assert desk.editor.view.casefile.visit.state == "closed"


def test_the_turned_screen_hides_the_case_and_keeps_the_signed_consent(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    purpose = desk.page.standard.consents[0].id
    desk.page.asked.emit(TurnToCitizen((purpose,)))
    assert desk.turned is not None
    assert not main.isVisible()
    screen = desk.turned.screen
    screen.cards[0].answer.yes.setChecked(True)
    sign(screen.signature.pad)
    screen.save()
    assert main.isVisible()
    consent = next(c for c in desk.editor.view.casefile.consents if c.purpose == purpose)
    assert (consent.answer, consent.how) == ("yes", "ink")
    assert consent.signed_at is not None
    assert main.session.store.blobs.get(consent.ink)
    desk.undo()
    assert desk.editor.view.casefile.consents


def test_the_package_is_printed_page_by_page(
    main: MainWindow, open_visit_of: Opener, tmp_path: object, qtbot: QtBot
) -> None:
    desk = open_visit_of("decided")
    pdf = make(whole_job(desk.editor.view, main.session.store.blobs))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(f"{tmp_path}/print.pdf")
    printer.setResolution(60)
    print_on(printer, pdf)
    from io import BytesIO

    printed = PdfReader(f"{tmp_path}/print.pdf")
    assert len(printed.pages) == len(PdfReader(BytesIO(pdf)).pages)


def test_locking_while_the_screen_is_turned_never_shows_the_case(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    desk.page.asked.emit(TurnToCitizen((desk.page.standard.consents[0].id,)))
    assert desk.turned is not None
    screen = desk.turned.screen
    main.leave()
    assert not main.isVisible()
    assert not screen.isVisible()
