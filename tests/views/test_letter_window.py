"""A letter of the case is looked through, finished in its window, and then sent from Letters."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.ids import new_id
from app.domain.records import Hearing
from app.journal.changes import Write
from app.tour.stage import settle, wait_until
from app.views import printing
from app.views.field_names import FieldNames
from app.views.history_dialog import VisitHistoryDialog
from app.views.letter_window import LetterDesk, LetterWindow
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.workflow.edits import AddRecord, SetField
from app.workflow.issuing import finished_letter
from app.workflow.visit_history import visit_history
from app.workflow.writing import key_of
from tests.documents.reading import text

Opener = Callable[[str], VisitDesk]


@pytest.fixture
def desk(open_visit_of: Opener) -> VisitDesk:
    return open_visit_of("in_progress")


@pytest.fixture
def hearing(desk: VisitDesk) -> Hearing:
    """What the citizen must be heard on."""
    made = Hearing(
        id=new_id(),
        case=desk.editor.view.casefile.case.id,
        source="Hjemmeplejen",
        content="Du er faldet to gange.",
        known=False,
        detrimental=True,
        essential=True,
    )
    desk.editor.edit(AddRecord(made))
    return made


@pytest.fixture
def window(main: MainWindow, desk: VisitDesk, hearing: Hearing, qtbot: QtBot) -> LetterWindow:
    made = LetterWindow(main.session.texts, desk)
    qtbot.addWidget(made)
    made.show()
    LetterDesk(desk.editor, main.background, made, "decision").show("hearing", hearing.id)
    wait_until(lambda: made.is_made)
    return made


def test_a_letter_is_finished_and_is_then_shown_as_it_was_kept(
    main: MainWindow, desk: VisitDesk, hearing: Hearing, window: LetterWindow
) -> None:
    assert window.finish_button.hasFocus()
    assert not window.again_button.isVisible()
    window.finish_button.click()
    wait_until(window.again_button.isVisible)
    version = finished_letter(desk.editor.view, hearing.id)
    assert version is not None
    assert not window.finish_button.isVisible()
    assert "Gjort færdigt 23. november 2026" in window.note.text()
    assert window.pages.isVisible()
    main.leave_visit()
    main.show_page("letters")
    settle(main)
    listed = main.letters.chosen()
    assert listed is not None
    assert "Partshøring" in listed_words(main)


def listed_words(main: MainWindow) -> str:
    return str(main.letters.list.currentIndex().data())


def test_made_anew_it_says_what_the_case_says_now(
    desk: VisitDesk, hearing: Hearing, window: LetterWindow
) -> None:
    window.finish_button.click()
    wait_until(window.again_button.isVisible)
    desk.editor.edit(SetField(hearing, "content", "Du er faldet tre gange."))
    window.again_button.click()
    wait_until(window.finish_button.isVisible)
    assert "tre gange" in text(window.pdf)
    window.finish_button.click()
    wait_until(window.again_button.isVisible)
    version = finished_letter(desk.editor.view, hearing.id)
    assert version is not None
    assert version.number == 2


def test_what_is_missing_is_said_and_nothing_is_kept(
    desk: VisitDesk, hearing: Hearing, window: LetterWindow
) -> None:
    desk.editor.edit(SetField(hearing, "content", ""))
    window.finish_button.click()
    assert "ændret, mens brevet var åbent" in window.state.text()
    wait_until(window.finish_button.isEnabled)
    window.finish_button.click()
    assert "hvad oplysningerne siger" in window.state.text()
    assert window.finish_button.isVisible()
    assert finished_letter(desk.editor.view, hearing.id) is None


def test_what_others_wrote_meanwhile_is_read_before_it_is_finished(
    main: MainWindow, desk: VisitDesk, hearing: Hearing, window: LetterWindow
) -> None:
    write = Write(key_of(hearing, "content"), "Du er ikke faldet.")
    main.session.store.journal.append(hearing.case, [write], actor="En anden")
    window.finish_button.click()
    assert not window.finish_button.isEnabled()  # nobody has read yet what it says now
    wait_until(lambda: "Du er ikke faldet." in text(window.pdf))
    assert finished_letter(desk.editor.view, hearing.id) is None
    assert window.state.isVisible()
    assert "ændret, mens brevet var åbent" in window.state.text()
    window.finish_button.click()
    wait_until(window.again_button.isVisible)


def test_the_form_says_that_a_finished_letter_waits_to_be_sent(
    desk: VisitDesk, hearing: Hearing, window: LetterWindow
) -> None:
    window.finish_button.click()
    wait_until(window.again_button.isVisible)
    desk.page.show_section("decision")
    said = [label.text() for label in desk.page.findChildren(type(window.state))]
    assert any("Brevet er færdigt" in words for words in said)


def shown_beside(main: MainWindow, desk: VisitDesk, hearing: Hearing) -> LetterWindow:
    """Open a window on the letter as the program does; it goes with the visit."""
    made = LetterWindow(main.session.texts, desk)
    made.show()
    LetterDesk(desk.editor, main.background, made, "decision").show("hearing", hearing.id)
    return made


def leave(main: MainWindow) -> None:
    """Leave the visit, whose window is gone when the background is done."""
    assert main.leave_visit()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle(main)
    wait_until(lambda: not main.background.busy)


def test_the_visit_can_be_left_before_the_letter_is_made(
    main: MainWindow, desk: VisitDesk, hearing: Hearing
) -> None:
    shown_beside(main, desk, hearing).reject()
    leave(main)


def test_the_visit_can_be_left_while_the_letter_is_sealed(
    main: MainWindow, desk: VisitDesk, hearing: Hearing
) -> None:
    shown = shown_beside(main, desk, hearing)
    wait_until(lambda: shown.is_made)
    shown.finish_button.click()
    shown.reject()
    leave(main)


def test_the_history_tells_of_a_letter_and_of_no_decision(
    main: MainWindow, desk: VisitDesk, hearing: Hearing, window: LetterWindow, qtbot: QtBot
) -> None:
    window.finish_button.click()
    wait_until(window.again_button.isVisible)
    names = FieldNames(desk.page, desk.editor.view, desk.session.texts)
    dialog = VisitHistoryDialog(visit_history(desk.editor.opened), names, desk.session)
    qtbot.addWidget(dialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Brevet er gjort færdigt: Partshøring" in said
    assert not any("Afgørelsen er udstedt" in words for words in said)


def test_a_finished_letter_is_printed_from_letters_and_where_it_lies_is_said(
    main: MainWindow,
    desk: VisitDesk,
    hearing: Hearing,
    window: LetterWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printed: list[bytes] = []
    unprotected = "Sendt til printeren."

    def print_pdf(pdf: bytes, _: object) -> str:
        printed.append(pdf)
        return unprotected

    monkeypatch.setattr(printing, "print_pdf", print_pdf)
    desk.editor.edit(SetField(desk.editor.view.casefile.citizen, "digital_post", "exempt"))
    window.again_button.click()
    wait_until(window.finish_button.isEnabled)
    window.finish_button.click()
    wait_until(window.again_button.isVisible)
    main.leave_visit()
    main.show_page("letters")
    settle(main)
    assert listed_words(main)
    letter = main.letters.chosen()
    assert letter is not None
    assert letter.row.version.subject == hearing.id
    main.letters.card.print_button.click()
    settle(main)
    assert "Du er faldet to gange." in text(printed[0])
    again = main.letters.chosen()
    assert again is not None
    assert again.state == "ready"
    assert unprotected in main.letters.banner.label.text()
