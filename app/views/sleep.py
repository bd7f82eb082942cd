"""Notices that the computer goes to sleep, where the system tells."""

import ctypes
import sys

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QObject,
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
WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 4


class SleepWatch(QObject):
    """Tells of sleep once `start` has found somebody who tells.

    Signals:
        falling_asleep: the computer is about to sleep.
    """

    falling_asleep = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter: PowerMessages | None = None

    def start(self) -> None:
        """Listen, on a system that tells; elsewhere this does nothing."""
        if sys.platform == "win32":
            self._filter = PowerMessages(self)
            app = QCoreApplication.instance()
            if app is not None:
                app.installNativeEventFilter(self._filter)
        elif sys.platform.startswith("linux"):
            self._listen_to_logind()

    def _listen_to_logind(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            service, path, interface, name = LOGIND
            slot = SLOT("prepare(bool)")
            # The binding declares bytes and takes text only.
            bus.connect(service, path, interface, name, self, slot)  # type: ignore[call-overload]

    @Slot(bool)
    def prepare(self, falling_asleep: bool) -> None:
        """Hear from the system: true before sleep, false after."""
        if falling_asleep:
            self.falling_asleep.emit()


class PowerMessages(QAbstractNativeEventFilter):
    """Hears the message that Windows sends to every window before sleep."""

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


class WindowsMessage(ctypes.Structure):
    """The beginning of a message of Windows: its window, its kind, what it tells."""

    _fields_ = (("window", ctypes.c_void_p), ("kind", ctypes.c_uint), ("what", ctypes.c_size_t))
