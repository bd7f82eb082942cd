"""The one way to do slow work beside the window."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

T = TypeVar("T")
Handlers = tuple[Callable[[Any], None], Callable[[Exception], None]]


class Background(QObject):
    """Runs functions in threads and hands their outcome to the window's thread.

    `work` must touch no widget. What is running at exit is awaited, and not reported.
    """

    # Python's own threads: a QRunnable that Python has let go of hangs the pool at exit.
    _ended = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="background")
        self._under_way: dict[int, Handlers] = {}
        self._stopping = Event()
        self._count = 0
        self._ended.connect(self._report)

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Do `work` in a thread, then call one of the others in the window's thread."""
        self._count += 1
        number = self._count
        if self.stopping():
            return
        self._under_way[number] = (on_done, on_error)
        future = self._pool.submit(work)
        future.add_done_callback(lambda ended: self._tell(number, ended))

    def stopping(self) -> bool:
        """Tell work in a thread that nobody waits for it any more."""
        return self._stopping.is_set()

    @property
    def busy(self) -> bool:
        """Tell whether anything is under way."""
        return bool(self._under_way)

    def wait(self) -> None:
        """Begin nothing more, and wait until nothing is running."""
        self._stopping.set()
        self._under_way.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _tell(self, number: int, future: "Future[Any]") -> None:
        if number in self._under_way and not future.cancelled():
            self._ended.emit(number, future)

    @Slot(int, object)
    def _report(self, number: int, future: "Future[Any]") -> None:
        handlers = self._under_way.pop(number, None)
        if handlers is None:
            return
        error = future.exception()
        if error is None:
            handlers[0](future.result())
        elif isinstance(error, Exception):
            handlers[1](error)
