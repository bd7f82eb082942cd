"""Locking: at once, whatever the disk says, with nothing to be seen and nothing lost."""

import gc
import os
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import DEMONSTRATION_PASSPHRASE
from app.clock import today
from app.domain.records import Answer
from app.forms.asks import TurnToCitizen
from app.forms.binding import Binding
from app.launch import Launcher
from app.settings import Settings
from app.tour.drive import sign
from app.tour.stage import settle
from app.views.main_window import MainWindow
from app.views.start import UnlockWindow
from app.views.visit_desk import VisitDesk
from app.widgets.date_field import DateField
from app.workflow.demonstration import demonstration_visit
from app.workflow.session import Session

Launch = Callable[[Path], Launcher]
CTRL = Qt.KeyboardModifier.ControlModifier
# A lock waits for the daily backup, which begins while a slow test is still at it.
QUIET_MS = 600_000
WORDS = "Jeg falder ofte i badet. "


@pytest.fixture
def opened(launch: Launch, data_folder: Path, qtbot: QtBot) -> Launcher:
    """The program, unlocked; it is left in peace by the backup that it takes after a while."""
    launcher = launch(data_folder)
    launcher._upkeep.setInterval(QUIET_MS)
    return unlock(launcher, qtbot)


def unlock(launcher: Launcher, qtbot: QtBot) -> Launcher:
    launcher.unlock(DEMONSTRATION_PASSPHRASE)
    qtbot.waitUntil(lambda: launcher.main is not None, timeout=20_000)
    settle(main_of(launcher))
    return launcher


def main_of(launcher: Launcher) -> MainWindow:
    assert launcher.main is not None
    return launcher.main


def desk_of(launcher: Launcher, person: str = "ready") -> VisitDesk:
    """Open the visit of one of the demonstration's people."""
    main = main_of(launcher)
    day = today(main.session.clock)
    main.open(demonstration_visit(person, day, main.session.library.newest(day)[0]))
    settle(main)
    assert main.desk is not None
    return main.desk


def refuse_everything(session: Session) -> None:
    """Let the database take neither a change nor text under way, as on a full disk."""
    for table in ("journal_change", "local_pending"):
        _execute(
            session,
            f"CREATE TRIGGER full_{table} BEFORE INSERT ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END",
        )


def take_everything(session: Session) -> None:
    """Let the database take all again."""
    for table in ("journal_change", "local_pending"):
        _execute(session, f"DROP TRIGGER full_{table}")


def _execute(session: Session, statement: str) -> None:
    session.store._writer.run(lambda connection: connection.exec_driver_sql(statement))


def first_text(desk: VisitDesk) -> QPlainTextEdit:
    desk.page.show_section("conversation")
    text: QPlainTextEdit = desk.page.form("conversation").findChildren(QPlainTextEdit)[0]
    text.setFocus()
    return text


def type_on_a_full_disk(launcher: Launcher) -> None:
    text = first_text(desk_of(launcher))
    refuse_everything(main_of(launcher).session)
    text.insertPlainText(WORDS)


def answers(desk: VisitDesk) -> list[str]:
    return [answer.text for answer in desk.editor.view.casefile.all(Answer)]


def has_room_again(launcher: Launcher) -> None:
    """Let the disk take everything as soon as the store is open again."""
    show = launcher._show_main

    def shown(session: Session) -> None:
        take_everything(session)
        show(session)

    launcher.opened.disconnect(launcher._show_main)
    launcher.opened.connect(shown)


def by_hand(main: MainWindow) -> None:
    QTest.keyClick(main, Qt.Key.Key_L, CTRL)


def by_idling(main: MainWindow) -> None:
    main._idle.timeout.emit()


def by_sleep(main: MainWindow) -> None:
    main.lock_soon()


@pytest.mark.parametrize("lock", [by_hand, by_idling, by_sleep])
def test_text_that_the_disk_refuses_does_not_hinder_the_lock_and_is_put_back(
    opened: Launcher,
    qtbot: QtBot,
    lock: Callable[[MainWindow], None],
) -> None:
    type_on_a_full_disk(opened)
    lock(main_of(opened))
    assert opened.main is None
    assert opened.session is None
    window = opened.window
    assert isinstance(window, UnlockWindow)
    assert window.said.isVisible()
    has_room_again(opened)
    unlock(opened, qtbot)
    main = main_of(opened)
    assert main.desk is not None
    assert main.desk.page.section == "conversation"
    assert any(WORDS.strip() in text for text in answers(main.desk))
    assert main.banner.isVisible()
    assert "sat ind igen" in main.banner.label.text()
    assert WORDS in first_text(main.desk).toPlainText() + " "
    assert main.session.store.journal.verify() == ()


def test_what_is_held_over_the_lock_is_encrypted(opened: Launcher) -> None:
    type_on_a_full_disk(opened)
    by_hand(main_of(opened))
    assert opened._held
    assert b"badet" not in opened._held


def test_a_disk_that_stays_full_holds_the_text_over_every_lock(
    opened: Launcher, qtbot: QtBot
) -> None:
    type_on_a_full_disk(opened)
    by_hand(main_of(opened))
    unlock(opened, qtbot)
    main = main_of(opened)
    assert main.banner.isVisible()
    assert not main.leave_visit()
    by_hand(main)
    has_room_again(opened)
    unlock(opened, qtbot)
    desk = main_of(opened).desk
    assert desk is not None
    assert sum(WORDS.strip() in text for text in answers(desk)) == 1


def test_several_fields_that_the_disk_refuses_are_all_put_back(
    opened: Launcher, qtbot: QtBot
) -> None:
    desk = desk_of(opened)
    first, second = fields_of(desk, "conversation")[:2]
    refuse_everything(main_of(opened).session)
    for number, text in enumerate((first, second)):
        text.setFocus()
        text.insertPlainText(f"{WORDS}{number}")
    by_hand(main_of(opened))
    has_room_again(opened)
    unlock(opened, qtbot)
    found = main_of(opened).desk
    assert found is not None
    for number in range(2):
        assert any(f"{WORDS}{number}" in text for text in answers(found))


def fields_of(desk: VisitDesk, section: str) -> list[QPlainTextEdit]:
    desk.page.show_section(section)
    return list(desk.page.form(section).findChildren(QPlainTextEdit))


def test_without_trouble_nothing_is_held_and_nothing_said(opened: Launcher) -> None:
    first_text(desk_of(opened)).insertPlainText(WORDS)
    by_hand(main_of(opened))
    assert opened._held == b""
    assert isinstance(opened.window, UnlockWindow)
    assert not opened.window.said.isVisible()


def test_what_could_not_be_read_is_said_after_the_lock(opened: Launcher, qtbot: QtBot) -> None:
    desk = desk_of(opened)
    desk.page.show_section("request")
    found = desk.page.form("request").findChildren(Binding)
    editor = next(b.editor for b in found if b.field == "received_on" and b.editor.isVisible())
    assert isinstance(editor, DateField)
    assert isinstance(editor.edit, QLineEdit)
    editor.edit.setFocus()
    editor.edit.selectAll()
    QTest.keyClicks(editor.edit, "31/2-2026")
    by_hand(main_of(opened))
    unlock(opened, qtbot)
    assert "31/2-2026" in main_of(opened).banner.label.text()


def test_an_unsaved_signature_is_cleared_by_the_lock_and_that_is_said(
    opened: Launcher, qtbot: QtBot
) -> None:
    desk = desk_of(opened)
    purpose = desk.page.standard.consents[0].id
    desk.page.asked.emit(TurnToCitizen((purpose,)))
    turned = desk.turned
    assert turned is not None
    screen = turned.screen
    screen.cards[0].answer.yes.setChecked(True)
    sign(screen.signature.pad)
    before = len(desk.editor.view.casefile.consents)
    by_idling(main_of(opened))
    assert opened.main is None
    assert not screen.isVisible()
    unlock(opened, qtbot)
    assert "spørg igen" in main_of(opened).banner.label.text()
    assert len(desk_of(opened).editor.view.casefile.consents) == before


def test_a_turned_screen_that_nobody_touched_says_nothing_after_the_lock(
    opened: Launcher, qtbot: QtBot
) -> None:
    desk_of(opened).page.asked.emit(TurnToCitizen(()))
    by_idling(main_of(opened))
    unlock(opened, qtbot)
    assert not main_of(opened).banner.isVisible()


def visible_windows() -> list[type]:
    return [type(each) for each in QApplication.topLevelWidgets() if each.isVisible()]


def test_work_under_way_ends_before_the_keys_are_dropped_and_is_not_seen_meanwhile(
    opened: Launcher, qtbot: QtBot
) -> None:
    main = main_of(opened)
    desk_of(opened)
    go_on = threading.Event()
    done: list[bool] = []
    main.background.run(lambda: go_on.wait(20), done.append, lambda _: None)
    by_idling(main)
    assert opened.session is not None
    assert visible_windows() == [UnlockWindow]
    assert isinstance(opened.window, UnlockWindow)
    assert not opened.window.card.isEnabled()
    go_on.set()
    qtbot.waitUntil(lambda: opened.session is None, timeout=20_000)
    assert done == [True]
    assert opened.window.card.isEnabled()
    assert visible_windows() == [UnlockWindow]


def test_a_dialog_is_gone_when_the_program_locks(opened: Launcher, qtbot: QtBot) -> None:
    dialog = QDialog(main_of(opened))
    dialog.setModal(True)
    dialog.show()
    main_of(opened).lock_soon()
    qtbot.waitUntil(lambda: opened.main is None, timeout=20_000)
    assert visible_windows() == [UnlockWindow]


def test_nothing_that_knows_the_key_outlives_the_lock(opened: Launcher, qtbot: QtBot) -> None:
    desk_of(opened)
    assert opened.session is not None
    store, session = weakref.ref(opened.session.store), weakref.ref(opened.session)
    by_hand(main_of(opened))

    def gone() -> bool:
        gc.collect()
        return store() is None and session() is None

    qtbot.waitUntil(gone, timeout=5_000)


@pytest.mark.parametrize(("ours", "left"), [(True, ""), (False, WORDS)])
def test_what_was_copied_here_is_taken_back_when_the_program_locks(
    opened: Launcher, monkeypatch: pytest.MonkeyPatch, ours: bool, left: str
) -> None:
    """A platform without a screen never says whose the clipboard is."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: ours)
    clipboard = QApplication.clipboard()
    clipboard.setText(WORDS)
    by_hand(main_of(opened))
    assert clipboard.text() == left


def test_an_error_while_locking_locks_all_the_same(
    opened: Launcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_of(opened), "unread", _broken)
    store = weakref.ref(session_of(opened).store)
    with pytest.raises(ZeroDivisionError):
        opened.lock()
    assert opened.session is None
    assert visible_windows() == [UnlockWindow]
    assert isinstance(opened.window, UnlockWindow)
    assert opened.window.card.isEnabled()
    kept = store()
    assert kept is None or kept._closed


def session_of(launcher: Launcher) -> Session:
    assert launcher.session is not None
    return launcher.session


def _broken() -> None:
    raise ZeroDivisionError


def test_a_passphrase_that_is_checked_while_the_program_locks_shows_nothing(
    opened: Launcher, qtbot: QtBot
) -> None:
    main = main_of(opened)
    desk = desk_of(opened)
    desk.page.asked.emit(TurnToCitizen(()))
    assert desk.turned is not None
    desk.turned.screen.leave.click()
    assert desk.turned.way_back is not None
    desk.turned.way_back.secret.setText(DEMONSTRATION_PASSPHRASE)
    desk.turned.way_back.button.click()
    assert main.background.busy
    shown: list[bool] = []
    main.lock_asked.connect(lambda: shown.append(main.isVisible()))
    main.lock_asked.disconnect(opened.lock)
    main.lock_asked.connect(opened.lock)
    main.lock_soon()
    qtbot.waitUntil(lambda: opened.main is None, timeout=20_000)
    assert shown == [False]
    assert visible_windows() == [UnlockWindow]


@pytest.fixture
def sleep_waits(opened: Launcher) -> Iterator[Callable[[], bool]]:
    """Tells whether the system's sleep is kept waiting by the program."""
    opened._watch_sleep()
    assert opened._sleep is not None
    reading, opened._sleep._delay._held = os.pipe()
    yield lambda: opened._sleep is not None and opened._sleep._delay._held >= 0
    opened._sleep.stop()
    assert os.read(reading, 1) == b""
    os.close(reading)


def test_sleep_waits_until_the_lock_is_in_place(
    opened: Launcher, sleep_waits: Callable[[], bool], qtbot: QtBot
) -> None:
    assert opened._sleep is not None
    go_on = threading.Event()
    main_of(opened).background.run(lambda: go_on.wait(20), lambda _: None, lambda _: None)
    opened._sleep.prepare(True)
    assert visible_windows() == [UnlockWindow]
    assert sleep_waits()
    go_on.set()
    qtbot.waitUntil(lambda: opened.session is None, timeout=20_000)
    assert not sleep_waits()


def test_sleep_does_not_wait_for_a_program_that_is_locked(
    opened: Launcher, sleep_waits: Callable[[], bool], qtbot: QtBot
) -> None:
    by_hand(main_of(opened))
    qtbot.waitUntil(lambda: opened.session is None, timeout=20_000)
    assert opened._sleep is not None
    opened._sleep.prepare(True)
    assert not sleep_waits()


def test_a_computer_that_slept_unnoticed_wakes_up_locked(
    opened: Launcher, sleep_waits: Callable[[], bool]
) -> None:
    assert opened._sleep is not None
    opened._sleep.woken.emit()
    assert opened.main is None
    assert visible_windows() == [UnlockWindow]


def test_a_screen_that_is_left_alone_locks_after_ten_minutes(
    opened: Launcher, data_folder: Path
) -> None:
    assert Settings().lock_after_min == 10
    assert not (data_folder / "settings.json").exists()
    assert main_of(opened)._idle.interval() == 10 * 60 * 1000
    assert main_of(opened)._idle.isActive()
