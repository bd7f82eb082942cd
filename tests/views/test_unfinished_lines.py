"""A line half typed when the program dies, or locks, is in its field again, and is no value."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import DEMONSTRATION_PASSPHRASE, open_session
from app.clock import fixed_clock, today
from app.domain.records import Delivery
from app.domain.values import Address
from app.forms.binding import Binding
from app.forms.composites import AddressEditor
from app.forms.decision_issued import DeliverPart
from app.launch import Launcher
from app.tour.stage import PICTURE_DAY, settle
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.widgets.typed_field import TypedField
from app.workflow.demonstration import demonstration_visit
from app.workflow.edits import SetField
from app.workflow.open_visit import OpenVisit
from app.workflow.session import Session

Opener = Callable[[str], VisitDesk]
Crash = Callable[..., MainWindow]
KEPT_WITHIN_MS = 3_000  # 300 ms, on a computer that does other things too


def raw_rows(session: Session) -> list[str]:
    """Return what stands in the database now, without asking for it to be kept."""
    with session.store._engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT text FROM local_pending")
        return [row[0] for row in rows]


def nothing(_: Session) -> None:
    """Nothing happens while the program is away."""


def show(session: Session, qtbot: QtBot) -> MainWindow:
    window = MainWindow(session, demonstration=True)
    qtbot.addWidget(window)
    window.resize(1092, 614)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    settle(window)
    return window


@pytest.fixture
def crash(main: MainWindow, data_folder: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Crash]:
    """Starts the program on what the disk held when it was killed."""
    windows: list[MainWindow] = []

    def again(meanwhile: Callable[[Session], None] = nothing) -> MainWindow:
        folder = tmp_path / "killed"
        shutil.copytree(data_folder, folder)
        main.hide()
        session = open_session(folder, DEMONSTRATION_PASSPHRASE, fixed_clock(PICTURE_DAY))
        meanwhile(session)
        windows.append(show(session, qtbot))
        return windows[-1]

    yield again
    for window in windows:
        window.close()
        QApplication.processEvents()
        window.session.close()


def open_in(window: MainWindow, person: str = "ready") -> VisitDesk:
    standard = window.session.usual_standard()
    window.open(demonstration_visit(person, today(window.session.clock), standard))
    assert window.desk is not None
    settle(window)
    return window.desk


def editor_of(desk: VisitDesk, section: str, field: str) -> QLineEdit:
    """Show a section and return the line that a field is typed in."""
    desk.page.show_section(section)
    found = desk.page.form(section).findChildren(Binding)
    editor = next(b.editor for b in found if b.field == field and b.editor.isVisible())
    if isinstance(editor, AddressEditor):
        return editor.lines["street"]
    line = editor.edit if isinstance(editor, TypedField) else editor
    assert isinstance(line, QLineEdit)
    return line


def type_in(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def await_kept(qtbot: QtBot, session: Session, text: str) -> None:
    qtbot.waitUntil(lambda: text in raw_rows(session), timeout=KEPT_WITHIN_MS)


def await_gone(qtbot: QtBot, session: Session, text: str) -> None:
    qtbot.waitUntil(lambda: text not in raw_rows(session), timeout=KEPT_WITHIN_MS)


HALVES = [
    ("request", "received_on", "2/1"),
    ("request", "received_on", "2/11-20"),
    ("household", "cpr", "0101"),
    ("household", "birth_date", "1/1-19"),
    ("household", "address", "Testvej 1, 2. "),
    ("household", "birth_year", "19"),
]
WITH_OTHERS_AT_HOME = "follow_up"


@pytest.mark.parametrize(("section", "field", "half"), HALVES)
def test_what_was_half_typed_when_the_program_died_is_in_its_field_and_no_value(
    main: MainWindow,
    open_visit_of: Opener,
    crash: Crash,
    qtbot: QtBot,
    section: str,
    field: str,
    half: str,
) -> None:
    person = WITH_OTHERS_AT_HOME if field == "birth_year" else "ready"
    desk = open_visit_of(person)
    before = value_of(desk, section, field)
    type_in(editor_of(desk, section, field), half)
    await_kept(qtbot, main.session, half)
    again = open_in(crash(), person)
    assert again.page.section == section
    line = editor_of(again, section, field)
    assert line.text() == half
    assert line.hasFocus()
    assert line.property("error")
    assert value_of(again, section, field) == before


def value_of(desk: VisitDesk, section: str, field: str) -> object:
    desk.page.show_section(section)
    found = desk.page.form(section).findChildren(Binding)
    binding = next(b for b in found if b.field == field and b.editor.isVisible())
    return getattr(binding.find(desk.editor.view), field)


def test_a_date_put_back_is_a_value_when_its_field_is_left(
    main: MainWindow, open_visit_of: Opener, crash: Crash, qtbot: QtBot
) -> None:
    type_in(editor_of(open_visit_of("ready"), "request", "received_on"), "2/11-2026")
    await_kept(qtbot, main.session, "2/11-2026")
    window = crash()
    desk = open_in(window)
    line = editor_of(desk, "request", "received_on")
    assert value_of(desk, "request", "received_on") != date(2026, 11, 2)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert value_of(desk, "request", "received_on") == date(2026, 11, 2)
    assert not line.property("error")
    await_gone(qtbot, window.session, "2/11-2026")


def test_an_address_put_back_is_a_value_when_it_is_left(
    main: MainWindow, open_visit_of: Opener, crash: Crash, qtbot: QtBot
) -> None:
    type_in(editor_of(open_visit_of("ready"), "household", "address"), "Prøvevej 7")
    await_kept(qtbot, main.session, "Prøvevej 7")
    window = crash()
    desk = open_in(window)
    editor_of(desk, "household", "birth_date").setFocus()
    written = value_of(desk, "household", "address")
    assert isinstance(written, Address)
    assert written.street == "Prøvevej 7"
    assert not editor_of(desk, "household", "address").property("error")
    await_gone(qtbot, window.session, "Prøvevej 7")


def test_several_lines_half_typed_are_all_put_back_and_none_is_a_value(
    main: MainWindow, open_visit_of: Opener, crash: Crash, qtbot: QtBot
) -> None:
    desk = open_visit_of("ready")
    before = value_of(desk, "request", "received_on")
    type_in(editor_of(desk, "request", "received_on"), "31/2-26")
    type_in(editor_of(desk, "household", "cpr"), "9999")
    await_kept(qtbot, main.session, "9999")
    again = open_in(crash())
    assert again.page.section == "household"
    assert editor_of(again, "household", "cpr").text() == "9999"
    assert editor_of(again, "request", "received_on").text() == "31/2-26"
    assert value_of(again, "request", "received_on") == before


@pytest.mark.parametrize("how", ["escape", "clear", "finish"])
def test_a_line_that_is_given_up_or_written_is_kept_no_more(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot, how: str
) -> None:
    line = editor_of(open_visit_of("ready"), "request", "received_on")
    before = line.text()
    type_in(line, "2/11-2026")
    await_kept(qtbot, main.session, "2/11-2026")
    if how == "escape":
        QTest.keyClick(line, Qt.Key.Key_Escape)
        assert line.text() == before
    elif how == "clear":
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
    else:
        QTest.keyClick(line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: raw_rows(main.session) == [], timeout=KEPT_WITHIN_MS)


def test_escape_in_a_line_put_back_shows_the_value_again(
    main: MainWindow, open_visit_of: Opener, crash: Crash, qtbot: QtBot
) -> None:
    line = editor_of(open_visit_of("ready"), "request", "received_on")
    before = line.text()
    type_in(line, "2/1")
    await_kept(qtbot, main.session, "2/1")
    window = crash()
    again = editor_of(open_in(window), "request", "received_on")
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert again.text() == before
    assert not again.property("error")
    await_gone(qtbot, window.session, "2/1")


def test_a_field_changed_elsewhere_meanwhile_shows_its_value_and_the_line_is_told(
    main: MainWindow, open_visit_of: Opener, crash: Crash, qtbot: QtBot
) -> None:
    desk = open_visit_of("ready")
    visit = desk.editor.view.casefile.visit_id
    type_in(editor_of(desk, "request", "received_on"), "2/1")
    await_kept(qtbot, main.session, "2/1")

    def meanwhile(session: Session) -> None:
        opened = OpenVisit(session, visit)
        assert opened.view.casefile.request is not None
        opened.apply(SetField(opened.view.casefile.request, "received_on", date(2026, 10, 5)))

    window = crash(meanwhile)
    line = editor_of(open_in(window), "request", "received_on")
    assert line.text() == "5/10-2026"
    assert "2/1" in window.banner.label.text()
    assert "2/1" in raw_rows(window.session)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    await_gone(qtbot, window.session, "2/1")
    assert line.text() == "5/10-2026"


def test_the_receiver_of_a_decision_is_kept_until_the_delivery_is_recorded(
    main: MainWindow, open_visit_of: Opener, crash: Crash, qtbot: QtBot
) -> None:
    desk = open_visit_of("decided")
    desk.page.show_section("decision")
    settle(main)
    (part,) = desk.page.form("decision").findChildren(DeliverPart)
    type_in(part.receiver, "Rita Repr")
    await_kept(qtbot, main.session, "Rita Repr")
    window = crash()
    again = open_in(window, "decided")
    (part,) = again.page.form("decision").findChildren(DeliverPart)
    assert again.page.section == "decision"
    assert part.receiver.text() == "Rita Repr"
    before = again.editor.view.casefile.all(Delivery)
    part.record.click()
    assert len(again.editor.view.casefile.all(Delivery)) == len(before) + 1
    await_gone(qtbot, window.session, "Rita Repr")


def test_what_cannot_be_read_is_there_when_the_visit_is_opened_again(
    main: MainWindow, open_visit_of: Opener
) -> None:
    type_in(editor_of(open_visit_of("ready"), "household", "cpr"), "9999")
    assert main.leave_visit()
    assert editor_of(open_visit_of("ready"), "household", "cpr").text() == "9999"


def test_a_line_is_kept_without_the_windows_thread_waiting_for_the_disk(
    main: MainWindow, open_visit_of: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = editor_of(open_visit_of("ready"), "household", "cpr")
    line.setFocus()
    line.selectAll()
    waits: list[object] = []
    monkeypatch.setattr(main.session.store._writer, "run", lambda *a: waits.append(a))
    QTest.keyClicks(line, "0101")
    monkeypatch.undo()
    assert waits == []


def profile_line(window: MainWindow, number: int) -> QLineEdit:
    window.show_page("settings")
    settle(window)
    line: QLineEdit = window.settings._lines[number]
    return line


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_name_title_or_unit_half_typed_is_in_its_line_and_not_in_the_profile(
    main: MainWindow, crash: Crash, qtbot: QtBot, number: int
) -> None:
    type_in(profile_line(main, number), "Vera Halvt")
    await_kept(qtbot, main.session, "Vera Halvt")
    window = crash()
    before = window.session.profile
    line = profile_line(window, number)
    assert line.text() == "Vera Halvt"
    assert line.property("error")
    assert window.session.profile == before
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    profile = window.session.profile
    assert (profile.name, profile.title, profile.unit)[number] == "Vera Halvt"
    assert not line.property("error")
    await_gone(qtbot, window.session, "Vera Halvt")


def test_escape_in_the_name_shows_the_name_that_is_recorded(main: MainWindow, qtbot: QtBot) -> None:
    line = profile_line(main, 0)
    type_in(line, "Vera Halvt")
    await_kept(qtbot, main.session, "Vera Halvt")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == main.session.profile.name
    await_gone(qtbot, main.session, "Vera Halvt")


def unlocked(launcher: Launcher, qtbot: QtBot) -> MainWindow:
    launcher._upkeep.setInterval(600_000)  # the daily backup would hold the lock up
    launcher.unlock(DEMONSTRATION_PASSPHRASE)
    qtbot.waitUntil(lambda: launcher.main is not None, timeout=20_000)
    assert launcher.main is not None
    settle(launcher.main)
    return launcher.main


def test_a_line_half_typed_is_there_after_locking_and_unlocking(
    launch: Callable[[Path], Launcher], data_folder: Path, qtbot: QtBot
) -> None:
    launcher = launch(data_folder)
    desk = open_in(unlocked(launcher, qtbot))
    before = value_of(desk, "household", "cpr")
    line = editor_of(desk, "household", "cpr")
    type_in(line, "9999")
    QTest.keyClick(line, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: launcher.main is None, timeout=20_000)
    again = open_in(unlocked(launcher, qtbot))
    assert again.page.section == "household"
    assert editor_of(again, "household", "cpr").text() == "9999"
    assert value_of(again, "household", "cpr") == before
