"""What was changed in a visit can be read, and what comes after the decision is shown as later."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.clock import fixed_clock
from app.domain.casefile import FieldKey
from app.forms.binding import Binding
from app.journal.journal import Write
from app.tour.stage import PICTURE_DAY, settle
from app.views.field_names import FieldNames
from app.views.history_dialog import ACTS_AT_A_TIME, HistoryDialog, VisitHistoryDialog
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.workflow.edits import SetField
from app.workflow.locking import lock_decision
from app.workflow.printing import issued
from app.workflow.visit_history import changed_since_issued, visit_history
from app.workflow.writing import key_of

Opener = Callable[[str], VisitDesk]
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LATER = "efter at afgørelsen blev udstedt"


def change_phone(desk: VisitDesk, phone: str) -> None:
    desk.editor.edit(SetField(desk.editor.view.casefile.citizen, "phone", phone))


def said(dialog: VisitHistoryDialog | HistoryDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def read_history(main: MainWindow, open_it: Callable[[], object]) -> str:
    """Open the dialog, read it, close it; return what it said."""
    read: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, VisitHistoryDialog | HistoryDialog)
        read.append(said(dialog))
        dialog.reject()

    QTimer.singleShot(0, look)
    open_it()
    return read[0]


def phone_key(desk: VisitDesk) -> FieldKey:
    return key_of(desk.editor.view.casefile.citizen, "phone")


def from_elsewhere(desk: VisitDesk, phone: str) -> None:
    """Write as another computer does: past the window and its lock."""
    key = phone_key(desk)
    store = desk.session.store
    store.journal.append(key.id, [Write(key, phone)], actor="Viggo Visitator")


def decide(main: MainWindow, desk: VisitDesk) -> None:
    lock_decision(desk.editor.opened)
    desk.editor.changed.emit(desk.editor.view)
    settle(main)
    assert desk.editor.view.locked


def test_the_visits_history_is_read_from_the_keyboard(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    before = desk.editor.view.casefile.citizen.phone
    change_phone(desk, "70 12 34 56")
    text = read_history(main, lambda: QTest.keyClick(main, Qt.Key.Key_H, KEYS))
    assert "70 12 34 56" in text
    assert before in text
    assert main.session.profile.name in text
    assert "Telefon" in text


def test_the_way_to_the_history_is_there_while_a_visit_is_open(
    main: MainWindow, open_visit_of: Opener
) -> None:
    assert not main.status.history.isVisible()
    open_visit_of("ready")
    assert main.status.history.isVisible()
    main.leave_visit()
    assert not main.status.history.isVisible()


def test_a_choice_is_read_in_the_words_of_its_form(main: MainWindow, open_visit_of: Opener) -> None:
    desk = open_visit_of("ready")
    desk.page.show_section("household")
    citizen = desk.editor.view.casefile.citizen
    desk.editor.edit(SetField(citizen, "digital_post", "exempt"))
    assert "exempt" not in read_history(main, desk.show_history)
    desk.editor.undo()
    assert desk.editor.view.casefile.citizen.digital_post == citizen.digital_post


def test_text_under_way_is_in_the_history(main: MainWindow, open_visit_of: Opener) -> None:
    desk = open_visit_of("ready")
    desk.page.show_section("conversation")
    text = desk.page.form("conversation").findChildren(QPlainTextEdit)[0]
    text.setFocus()
    text.insertPlainText("Jeg falder i badet.")
    assert "Jeg falder i badet." in read_history(main, desk.show_history)


def test_each_field_leads_to_its_own_history(main: MainWindow, open_visit_of: Opener) -> None:
    desk = open_visit_of("ready")
    change_phone(desk, "70 12 34 56")
    desk.page.show_section("household")
    found = desk.page.form("household").findChildren(Binding)
    binding = next(b for b in found if b.key == phone_key(desk))
    assert isinstance(binding.editor, QLineEdit)
    menu = binding.menu()
    assert isinstance(menu, QMenu)
    text = read_history(main, menu.actions()[-1].trigger)
    assert "70 12 34 56" in text
    menu.deleteLater()


def test_a_long_history_is_shown_a_part_at_a_time(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot
) -> None:
    desk = open_visit_of("ready")
    for number in range(ACTS_AT_A_TIME + 5):
        change_phone(desk, f"70 12 34 {number:02}")
    acts = visit_history(desk.editor.opened)
    names = FieldNames(desk.page, desk.editor.view, desk.session.texts)
    dialog = VisitHistoryDialog(acts, names, desk.session)
    qtbot.addWidget(dialog)
    assert f"70 12 34 {ACTS_AT_A_TIME + 4}" in said(dialog)
    assert "70 12 34 01" not in said(dialog)
    while not dialog.more.isHidden():
        dialog.more.click()
    assert "70 12 34 01" in said(dialog)


def test_what_arrives_after_the_decision_is_said_and_the_letter_stays(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("decided")
    decide(main, desk)
    blobs = main.session.store.blobs
    letter = issued(desk.editor.view, blobs, ("letter",))
    package = issued(desk.editor.view, blobs, ())
    assert letter
    assert package
    main.leave_visit()
    assert LATER not in main.banner.label.text()
    from_elsewhere(desk, "70 99 88 77")
    again = open_visit_of("decided")
    assert again.editor.view.casefile.citizen.phone == "70 99 88 77"
    assert LATER in main.banner.label.text()
    assert "Telefon" in main.banner.label.text()
    assert issued(again.editor.view, blobs, ("letter",)) == letter
    assert issued(again.editor.view, blobs, ()) == package
    history = read_history(main, again.show_history)
    assert history.count(LATER) == 1
    assert "Afgørelsen er udstedt: version 2" in history


def test_a_clock_that_is_years_behind_hides_nothing(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("decided")
    decide(main, desk)
    key = phone_key(desk)
    main.leave_visit()
    journal = main.session.store.journal
    journal._appender._clock = fixed_clock(PICTURE_DAY - timedelta(days=3000))
    journal.append(key.id, [Write(key, "70 99 88 77")], actor="Viggo")
    assert journal.history(key)[0].at.year < PICTURE_DAY.year
    assert changed_since_issued(open_visit_of("decided").editor.opened) == (key,)


def test_a_decision_alone_is_no_later_change(main: MainWindow, open_visit_of: Opener) -> None:
    desk = open_visit_of("decided")
    assert changed_since_issued(desk.editor.opened) == ()
    decide(main, desk)
    main.leave_visit()
    again = open_visit_of("decided")
    assert changed_since_issued(again.editor.opened) == ()
    assert not main.banner.isVisible()


def test_an_issued_visit_lets_nothing_more_be_typed(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("decided")
    decide(main, desk)
    desk.page.show_section("household")
    settle(main)
    found = desk.page.form("household").findChildren(Binding)
    line = next(b.editor for b in found if b.key == phone_key(desk))
    assert isinstance(line, QLineEdit)
    before = line.text()
    line.setFocus()
    QTest.keyClicks(line, "123")
    assert line.text() == before
