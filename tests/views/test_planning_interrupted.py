"""A half-filled form for a new visit outlives a lock, a full disk and a crash, and is not seen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import DEMONSTRATION_PASSPHRASE
from app.launch import Launcher
from app.tour.stage import settle
from app.views.main_window import MainWindow
from app.views.new_visit_dialog import NewVisitDialog
from app.views.start import UnlockWindow
from app.views.visit_draft import GATHER_MS
from app.workflow.drafts import VisitDraft, keep_draft, kept_draft
from app.workflow.session import Session

Launch = Callable[[Path], Launcher]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(launch: Launch, data_folder: Path, qtbot: QtBot) -> Launcher:
    """The program, unlocked."""
    return unlock(launch(data_folder), qtbot)


def unlock(launcher: Launcher, qtbot: QtBot) -> Launcher:
    launcher.unlock(DEMONSTRATION_PASSPHRASE)
    qtbot.waitUntil(lambda: launcher.main is not None, timeout=20_000)
    settle(main_of(launcher))
    return launcher


def main_of(launcher: Launcher) -> MainWindow:
    assert launcher.main is not None
    return launcher.main


def asked_again(launcher: Launcher) -> list[NewVisitDialog]:
    dialogs = main_of(launcher).findChildren(NewVisitDialog)
    return [dialog for dialog in dialogs if dialog.isVisible()]


def plan(main: MainWindow, then: Callable[[NewVisitDialog], None], citizen: str = "") -> None:
    """Open the dialog, as the button does, and do something in it."""

    def act() -> None:
        then(next(d for d in main.findChildren(NewVisitDialog) if d.isVisible()))

    QTimer.singleShot(0, main, act)
    main.plan_visit(citizen)


def fill_half(dialog: NewVisitDialog) -> None:
    QTest.keyClicks(dialog.name, "Kaja Test Han")
    dialog.note.setText("Ring på hos naboen")
    dialog.received.edit.setText("31/2-2026")
    dialog.kind.setCurrentIndex(1)
    dialog.standards.chips.set_value([])


def by_hand(main: MainWindow) -> None:
    main.lock_soon()


def by_idling(main: MainWindow) -> None:
    main._idle.timeout.emit()


@pytest.mark.parametrize("lock", [by_hand, by_idling])
def test_what_was_typed_is_there_again_after_the_lock(
    opened: Launcher, qtbot: QtBot, lock: Callable[[MainWindow], None]
) -> None:
    def interrupted(dialog: NewVisitDialog) -> None:
        fill_half(dialog)
        lock(main_of(opened))

    plan(main_of(opened), interrupted)
    qtbot.waitUntil(lambda: opened.main is None, timeout=20_000)
    shown = [type(each) for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert shown == [UnlockWindow]
    unlock(opened, qtbot)
    (dialog,) = asked_again(opened)
    assert dialog.name.text() == "Kaja Test Han"
    assert dialog.note.text() == "Ring på hos naboen"
    assert dialog.kind.currentData() == "reassessment"
    assert dialog.received.edit.text() == "31/2-2026"
    assert dialog.received.has_error()
    assert any("låste" in label.text() for label in dialog.findChildren(QLabel))
    finish(dialog)
    assert dialog.visit_id
    assert kept_draft(main_of(opened).session) is None
    assert "planlagt" in main_of(opened).banner.label.text()


def finish(dialog: NewVisitDialog) -> None:
    dialog.received.edit.setText("20/11-2026")
    dialog.received.finish()
    chips = dialog.standards.chips
    if dialog.standards.is_a_choice:
        chips.set_value([next(iter(dialog.standards._refs))])
    dialog.accept()


def test_a_visit_for_a_known_citizen_goes_on_with_the_same_citizen(
    opened: Launcher, qtbot: QtBot
) -> None:
    main = main_of(opened)
    citizen = main.session.store.overview.citizens(1)[0].id

    def interrupted(dialog: NewVisitDialog) -> None:
        dialog.note.setText("Hunden er løs")
        main.lock_soon()

    plan(main, interrupted, citizen)
    qtbot.waitUntil(lambda: opened.main is None, timeout=20_000)
    unlock(opened, qtbot)
    (dialog,) = asked_again(opened)
    assert dialog._known is not None
    assert dialog._known.id == citizen
    assert dialog.note.text() == "Hunden er løs"
    dialog.reject()


def test_it_is_on_the_disk_300_ms_after_it_was_typed(main: MainWindow, qtbot: QtBot) -> None:
    """As after a crash: nothing but the database is asked.

    How long a loaded computer takes is no fault; that the form waits for half of it at most is.
    """
    assert GATHER_MS <= 150

    def typed(dialog: NewVisitDialog) -> None:
        QTest.keyClicks(dialog.name, "Kaja")
        try:
            qtbot.waitUntil(lambda: kept_draft(main.session) is not None, timeout=5_000)
            kept = kept_draft(main.session)
            assert kept is not None
            assert kept.texts["name"] == "Kaja"
        finally:
            dialog.reject()

    plan(main, typed)


@pytest.mark.parametrize("end", [NewVisitDialog.reject, NewVisitDialog.close])
def test_a_form_that_is_given_up_is_forgotten(
    main: MainWindow, qtbot: QtBot, end: Callable[[NewVisitDialog], object]
) -> None:
    def given_up(dialog: NewVisitDialog) -> None:
        fill_half(dialog)
        qtbot.waitUntil(lambda: kept_draft(main.session) is not None, timeout=5_000)
        end(dialog)

    plan(main, given_up)
    assert kept_draft(main.session) is None


def test_a_form_that_nobody_typed_in_is_not_offered_again(opened: Launcher, qtbot: QtBot) -> None:
    main = main_of(opened)
    plan(main, lambda _: main.lock_soon())
    qtbot.waitUntil(lambda: opened.main is None, timeout=20_000)
    unlock(opened, qtbot)
    assert asked_again(opened) == []


def refuse_all(session: Session) -> None:
    """Let the database take nothing small, as on a full disk."""
    _execute(
        session,
        "CREATE TRIGGER full BEFORE INSERT ON local_setting "
        "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END",
    )


def _execute(session: Session, statement: str) -> None:
    session.store._writer.run(lambda connection: connection.exec_driver_sql(statement))


def test_on_a_full_disk_it_is_said_and_held_encrypted_over_the_lock(
    opened: Launcher, qtbot: QtBot
) -> None:
    main = main_of(opened)
    refuse_all(main.session)
    said: list[str] = []

    def interrupted(dialog: NewVisitDialog) -> None:
        fill_half(dialog)
        qtbot.waitUntil(lambda: not dialog.error.isHidden(), timeout=5_000)
        said.append(dialog.error.text())
        main.lock_soon()

    plan(main, interrupted)
    qtbot.waitUntil(lambda: opened.main is None, timeout=20_000)
    assert "Disken er fuld" in said[0]
    assert opened._held
    assert b"Kaja" not in opened._held
    assert isinstance(opened.window, UnlockWindow)
    assert opened.window.said.isVisible()
    unlock(opened, qtbot)
    (dialog,) = asked_again(opened)
    assert dialog.name.text() == "Kaja Test Han"
    main_of(opened).lock_soon()
    qtbot.waitUntil(lambda: opened.main is None, timeout=20_000)
    assert opened._held
    unlock(opened, qtbot)
    (dialog,) = asked_again(opened)
    assert dialog.name.text() == "Kaja Test Han"
    _execute(main_of(opened).session, "DROP TRIGGER full")
    dialog.reject()


def test_a_draft_of_somebody_who_is_gone_is_shown_all_the_same(
    opened: Launcher, qtbot: QtBot
) -> None:
    session = main_of(opened).session
    keep_draft(session, VisitDraft(citizen="f" * 32, texts={"note": "Ring først"}))
    main_of(opened).lock_soon()
    unlock(opened, qtbot)
    (dialog,) = asked_again(opened)
    assert dialog.note.text() == "Ring først"
    dialog.reject()
