"""The program locks when nobody uses it and when the computer sleeps, on every screen."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.forms.asks import TurnToCitizen
from app.tour.stage import settle
from app.views.main_window import MainWindow
from app.views.sleep import (
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    PowerMessages,
    SleepWatch,
    WindowsMessage,
)
from app.views.visit_desk import VisitDesk

Opener = Callable[[str], VisitDesk]


def test_what_the_citizen_does_counts_as_use(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot
) -> None:
    desk = open_visit_of("ready")
    desk.page.asked.emit(TurnToCitizen((desk.page.standard.consents[0].id,)))
    assert desk.turned is not None
    window = desk.turned.screen.windowHandle()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is window)
    with qtbot.waitSignal(main._idle.acted):
        QTest.keyClick(window, Qt.Key.Key_Tab)


def test_nobody_at_the_turned_screen_locks_the_program(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot
) -> None:
    desk = open_visit_of("ready")
    desk.page.asked.emit(TurnToCitizen((desk.page.standard.consents[0].id,)))
    settle(main)
    with qtbot.waitSignal(main.lock_asked):
        main._idle.start(1)


def test_falling_asleep_locks_although_something_is_done_meanwhile(
    main: MainWindow, qtbot: QtBot
) -> None:
    watch = SleepWatch(main)
    watch.falling_asleep.connect(main.lock_soon)
    dialog = QDialog(main)
    dialog.setModal(True)
    dialog.show()
    with qtbot.waitSignal(main.lock_asked):
        watch.prepare(True)
        main._idle.start()
    assert not dialog.isVisible()


def test_waking_up_locks_nothing_more(main: MainWindow) -> None:
    watch = SleepWatch(main)
    heard = QSignalSpy(watch.falling_asleep)
    watch.prepare(False)
    assert heard.count() == 0


@pytest.mark.parametrize(
    ("kind", "what", "told"),
    [(WM_POWERBROADCAST, PBT_APMSUSPEND, 1), (WM_POWERBROADCAST, 7, 0), (0x0200, 4, 0)],
)
def test_only_the_message_before_sleep_is_taken_for_it(
    qtbot: QtBot, kind: int, what: int, told: int
) -> None:
    watch = SleepWatch()
    heard = QSignalSpy(watch.falling_asleep)
    message = WindowsMessage(None, kind, what)
    PowerMessages(watch).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(message))
    assert heard.count() == told


def test_a_computer_without_a_system_bus_starts_all_the_same(qtbot: QtBot) -> None:
    SleepWatch().start()


LISTENER = """
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from app.views.sleep import LOGIND, SleepWatch

app = QCoreApplication([])
watch = SleepWatch()
watch.falling_asleep.connect(lambda: app.exit(7))
watch.start()
bus = QDBusConnection.systemBus()
bus.registerService(LOGIND[0])
told = QDBusMessage.createSignal(*LOGIND[1:])
told.setArguments([True])
bus.send(told)
QTimer.singleShot(20_000, app.quit)
raise SystemExit(app.exec())
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no bus to speak on")
def test_logind_is_heard_on_a_real_bus() -> None:
    command = 'export DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS"; exec "$0" -c "$1"'
    heard = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", command, sys.executable, LISTENER],
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        timeout=60,
        check=False,
    )
    assert heard.returncode == 7
