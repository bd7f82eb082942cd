"""Notices when nobody has done anything for a while, in whichever window."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from app.views.background import Background

ACTIVITY = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TabletPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
}
RETRY_MS = 1000


class IdleTimer(QTimer):
    """Counts idle time from the last key, touch or click.

    Signals:
        acted: somebody did something.
        locking: the program will lock; from now on nothing is to be seen.
        lock_due: it is time to lock, no dialog is open and nothing is under way.
    """

    acted = Signal()
    locking = Signal()
    lock_due = Signal()

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._must_lock = False
        self.setSingleShot(True)
        self.timeout.connect(self.lock_soon)
        # Dialogs and the screen turned to the citizen are windows of their own.
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self.watch)

    def watch(self, window: QWindow | None) -> None:
        """Notice what is done in a window: all of it arrives there first."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in ACTIVITY:
            self.start()
            self.acted.emit()
        return super().eventFilter(watched, event)

    def lock_soon(self) -> None:
        """Let `lock_due` come as soon as nothing is under way, whatever is done meanwhile."""
        if self._must_lock:
            return
        self._must_lock = True
        self.locking.emit()
        self._lock_when_free()

    def _lock_when_free(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            # Its own event loop must end before the window that it belongs to goes away.
            dialog.close()
            QTimer.singleShot(0, self, self._lock_when_free)
        elif self._background.busy:
            QTimer.singleShot(RETRY_MS, self, self._lock_when_free)
        else:
            self._must_lock = False
            self.lock_due.emit()
