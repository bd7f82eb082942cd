"""Notices that the computer goes to sleep or has slept, and keeps sleep waiting for the lock."""

import ctypes
import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QObject,
    QTimer,
    Signal,
    Slot,
)

# The names that logind and Windows have for it.
LOGIND = (
    "org.freedesktop.login1",
    "/org/freedesktop/login1",
    "org.freedesktop.login1.Manager",
    "PrepareForSleep",
)
WM_POWERBROADCAST, PBT_APMSUSPEND, PBT_APMRESUMEAUTOMATIC = 0x0218, 4, 0x12
ANSWER_WITHIN_MS = 2_000
LOOK_EVERY_MS = 5_000
# More than a timer is late by, less than anybody closes a lid for.
SLEPT_S = 10.0


class SleepWatch(QObject):
    """Tells of sleep once `start` has found somebody who tells.

    Where the system lets a program, sleep waits until `allow` is called, for some seconds at
    most. Who misses the word of it still learns afterwards: the clocks show it.

    Signals:
        falling_asleep: the computer is about to sleep.
        woken: the computer has slept.
    """

    falling_asleep = Signal()
    woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter: PowerMessages | None = None
        self._delay = SleepDelay()
        self._clocks = SleepClocks()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self.look)

    def start(self) -> None:
        """Listen, on a system that tells; elsewhere the clocks alone are looked at."""
        if sys.platform == "win32":
            self._filter = PowerMessages(self)
            app = QCoreApplication.instance()
            if app is not None:
                app.installNativeEventFilter(self._filter)
        elif sys.platform.startswith("linux") and self._listen_to_logind():
            self._delay.take()
        self._look.start()

    def allow(self) -> None:
        """Let the computer sleep: the program is locked."""
        self._delay.release()

    def stop(self) -> None:
        """Listen no more, and keep nothing waiting."""
        self._look.stop()
        self._delay.release()

    def look(self, clocks: "SleepClocks | None" = None) -> None:
        """Tell if the computer has slept since the last look."""
        if (clocks or self._clocks).have_slept():
            self.woken.emit()

    def _listen_to_logind(self) -> bool:
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return False
        service, path, interface, name = LOGIND
        slot = SLOT("prepare(bool)")
        # The binding declares bytes and takes text only.
        bus.connect(service, path, interface, name, self, slot)  # type: ignore[call-overload]
        return True

    @Slot(bool)
    def prepare(self, falling_asleep: bool) -> None:
        """Hear from the system: true before sleep, false after."""
        if falling_asleep:
            self.falling_asleep.emit()
        else:
            self._delay.take()
            self.woken.emit()


class SleepDelay:
    """Asks logind to wait with sleep, which it does for five seconds if nobody changed that.

    It waits as long as the descriptor that it hands out is open, and no longer.
    """

    def __init__(self) -> None:
        self._held = -1

    def take(self) -> bool:
        """Ask for it; tell whether it was granted. Without it the lock follows after sleep."""
        if self._held < 0:
            self._held = _inhibit()
        return self._held >= 0

    def release(self) -> None:
        """Let the computer sleep."""
        held, self._held = self._held, -1
        if held >= 0:
            os.close(held)


def _inhibit() -> int:
    """Return the open descriptor that keeps sleep waiting, or -1 if logind refuses."""
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

    service, path, interface, _ = LOGIND
    asking = QDBusMessage.createMethodCall(service, path, interface, "Inhibit")
    asking.setArguments(["sleep", "Hjemmebesøg", "The screen is locked first", "delay"])
    bus = QDBusConnection.systemBus()
    answer = bus.call(asking, QDBus.CallMode.Block, ANSWER_WITHIN_MS)
    for given in answer.arguments():
        if isinstance(given, QDBusUnixFileDescriptor) and given.isValid():
            return os.dup(given.fileDescriptor())
    return -1


class SleepClocks:
    """Two clocks of which one stands still while the computer sleeps, and a look in between."""

    def __init__(
        self, awake: Callable[[], float] = time.monotonic, asleep: Callable[[], float] | None = None
    ) -> None:
        self._awake = awake
        self._asleep = asleep or _running_on
        self._apart = self._asleep() - self._awake()
        self._looked = self._awake()

    def have_slept(self) -> bool:
        """Tell whether one went on without the other, or both for longer than looks are apart."""
        awake, apart = self._awake(), self._asleep() - self._awake()
        slept = apart - self._apart > SLEPT_S
        missed = awake - self._looked > SLEPT_S + LOOK_EVERY_MS / 1000
        self._apart, self._looked = apart, awake
        return slept or missed


def _running_on() -> float:
    """Return a clock that runs on in sleep; where there is none, one that never did stand still."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(boot) if boot is not None else time.monotonic()


class PowerMessages(QAbstractNativeEventFilter):
    """Hears the messages that Windows sends to every window before sleep and after."""

    def __init__(self, watch: SleepWatch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        if QByteArray(kind) == QByteArray(b"windows_generic_MSG"):
            self.hear(WindowsMessage.from_address(int(message)))
        return False, 0

    def hear(self, message: "WindowsMessage") -> None:
        """Pass it on if it tells of sleep."""
        if message.kind == WM_POWERBROADCAST and message.what == PBT_APMSUSPEND:
            self._watch.prepare(True)
        elif message.kind == WM_POWERBROADCAST and message.what == PBT_APMRESUMEAUTOMATIC:
            self._watch.prepare(False)


class WindowsMessage(ctypes.Structure):
    """The beginning of a message of Windows: its window, its kind, what it tells."""

    _fields_ = (("window", ctypes.c_void_p), ("kind", ctypes.c_uint), ("what", ctypes.c_size_t))
