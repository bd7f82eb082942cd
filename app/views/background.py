"""The one way to do slow work beside the window."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

T = TypeVar("T")


class _Outcome(QObject):
    done = Signal(object)
    failed = Signal(object)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], Any], outcome: _Outcome) -> None:
        super().__init__()
        self.work = work
        self.outcome = outcome

    def run(self) -> None:
        try:
            result = self.work()
        except Exception as error:
            self.outcome.failed.emit(error)
        else:
            self.outcome.done.emit(result)


class Background(QObject):
    """Runs functions in threads and hands their outcome to the window's thread.

    `work` must touch no widget. One that is running at exit is awaited.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._under_way: dict[_Outcome, tuple[Callable[[Any], None], Callable[[Any], None]]] = {}

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Do `work` in a thread, then call one of the others in the window's thread."""
        outcome = _Outcome(self)
        self._under_way[outcome] = (on_done, on_error)
        outcome.done.connect(self._done)
        outcome.failed.connect(self._failed)
        self._pool.start(_Job(work, outcome))

    @property
    def busy(self) -> bool:
        """Tell whether anything is under way."""
        return bool(self._under_way)

    def wait(self) -> None:
        """Wait until nothing is running; what has ended is not reported any more."""
        self._under_way.clear()
        self._pool.waitForDone()

    @Slot(object)
    def _done(self, result: object) -> None:
        handlers = self._take()
        if handlers is not None:
            handlers[0](result)

    @Slot(object)
    def _failed(self, error: object) -> None:
        handlers = self._take()
        if handlers is not None:
            handlers[1](error)

    def _take(self) -> tuple[Callable[[Any], None], Callable[[Any], None]] | None:
        outcome = self.sender()
        if not isinstance(outcome, _Outcome):
            return None
        outcome.deleteLater()
        return self._under_way.pop(outcome, None)
