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
    PBT_APMRESUMEAUTOMATIC,
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    PowerMessages,
    SleepClocks,
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


def test_waking_up_locks_what_was_not_locked_in_time(main: MainWindow, qtbot: QtBot) -> None:
    watch = SleepWatch(main)
    heard = QSignalSpy(watch.falling_asleep)
    watch.woken.connect(main.lock_soon)
    with qtbot.waitSignal(main.lock_asked):
        watch.prepare(False)
    assert heard.count() == 0


@pytest.mark.parametrize(
    ("kind", "what", "told"),
    [
        (WM_POWERBROADCAST, PBT_APMSUSPEND, (1, 0)),
        (WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC, (0, 1)),
        (WM_POWERBROADCAST, 7, (0, 0)),
        (0x0200, PBT_APMSUSPEND, (0, 0)),
    ],
)
def test_only_the_messages_of_sleep_are_taken_for_it(
    qtbot: QtBot, kind: int, what: int, told: tuple[int, int]
) -> None:
    watch = SleepWatch()
    before, after = QSignalSpy(watch.falling_asleep), QSignalSpy(watch.woken)
    message = WindowsMessage(None, kind, what)
    PowerMessages(watch).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(message))
    assert (before.count(), after.count()) == told


class Clocks:
    """Two clocks that a test moves: one that stands still in sleep, and one that does not."""

    def __init__(self) -> None:
        self.awake = self.all_the_time = 100.0

    def pass_time(self, seconds: float, asleep: float = 0.0) -> None:
        self.awake += seconds
        self.all_the_time += seconds + asleep

    def read(self) -> SleepClocks:
        return SleepClocks(lambda: self.awake, lambda: self.all_the_time)


def test_sleep_that_nobody_told_of_is_seen_by_the_clocks_once(qtbot: QtBot) -> None:
    hands, watch = Clocks(), SleepWatch()
    clocks, heard = hands.read(), QSignalSpy(watch.woken)
    hands.pass_time(5)
    watch.look(clocks)
    assert heard.count() == 0
    hands.pass_time(5, asleep=3600)
    watch.look(clocks)
    watch.look(clocks)
    assert heard.count() == 1


def test_a_clock_that_runs_on_in_sleep_shows_it_by_the_look_that_came_late() -> None:
    hands = Clocks()
    clocks = hands.read()
    hands.pass_time(6)
    assert not clocks.have_slept()
    hands.pass_time(600)
    assert clocks.have_slept()


def test_this_computers_clocks_show_no_sleep_while_it_is_awake() -> None:
    assert not SleepClocks().have_slept()


def test_a_computer_without_a_system_bus_starts_all_the_same(qtbot: QtBot) -> None:
    watch = SleepWatch()
    watch.start()
    watch.allow()
    watch.stop()


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


LOGIND_ITSELF = """
import os, select
from jeepney import HeaderFields, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

bus = open_dbus_connection("SESSION", enable_fds=True)
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.login1"))
print("ready", flush=True)
while True:
    asked = bus.receive()
    if asked.header.fields.get(HeaderFields.member) == "Inhibit":
        reading, writing = os.pipe()
        bus.send(new_method_return(asked, "h", (writing,)))
        os.close(writing)
        print(asked.body[0], asked.body[3], flush=True)
        input()
        print("held" if not select.select([reading], [], [], 0)[0] else "let go", flush=True)
        input()
        print("held" if not select.select([reading], [], [], 5)[0] else "let go", flush=True)
        break
"""

ASKER = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication
from app.views.sleep import SleepDelay

app = QCoreApplication([])
logind = subprocess.Popen(
    [sys.executable, "-c", sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
)
assert logind.stdout.readline() == "ready\\n"
delay = SleepDelay()
assert delay.take()
assert delay.take()
assert logind.stdout.readline() == "sleep delay\\n"
print("\\n", end="", file=logind.stdin, flush=True)
assert logind.stdout.readline() == "held\\n"
delay.release()
delay.release()
print("\\n", end="", file=logind.stdin, flush=True)
assert logind.stdout.readline() == "let go\\n"
raise SystemExit(9)
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no bus to speak on")
def test_sleep_waits_for_the_lock_on_a_real_bus() -> None:
    command = 'export DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS"; exec "$0" -c "$1" "$2"'
    heard = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", command, sys.executable, ASKER, LOGIND_ITSELF],
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        timeout=60,
        check=False,
    )
    assert heard.returncode == 9
