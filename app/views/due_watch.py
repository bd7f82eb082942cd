"""Counts what is due beside the window, and says it when it is counted."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.clock import today
from app.errors import KnownError
from app.views.background import Background
from app.workflow.due import DueItem, DueList
from app.workflow.session import Session

# What is on the screen comes first.
COUNT_AFTER_MS = 1500


class DueWatch(QObject):
    """Knows what is due in all running cases.

    Signals:
        counted: the items, as a tuple of DueItem.
        late: how many of them are overdue.
        failed: a KnownError instead.
    """

    counted = Signal(object)
    late = Signal(int)
    failed = Signal(object)

    def __init__(self, session: Session, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._list = DueList(session)
        self._background = background
        self._under_way = False
        self._again = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(COUNT_AFTER_MS)
        self._soon.timeout.connect(self.count)

    def count_soon(self) -> None:
        """Count when what is on the screen has been painted."""
        self._soon.start()

    def count(self) -> None:
        """Count now; what is asked for meanwhile is counted after."""
        self._soon.stop()
        self._again = self._under_way
        if self._under_way:
            return
        self._under_way = True
        stopped = self._background.stopping
        self._background.run(lambda: self._list.all(stopped), self._done, self._failed)

    def stop(self) -> None:
        """Count no more."""
        self._soon.stop()

    def _done(self, items: tuple[DueItem, ...]) -> None:
        self._under_way = False
        if self._again:
            self.count()
            return
        now = today(self._session.clock)
        self.counted.emit(items)
        self.late.emit(sum(item.deadline.due < now for item in items))

    def _failed(self, error: Exception) -> None:
        self._under_way = False
        if not isinstance(error, KnownError):
            raise error
        self.failed.emit(error)
