"""Makes the PDFs of a preview beside the window: the part in sight first, the newest wins."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, ThreadPoolExecutor

import msgspec
from PySide6.QtCore import QObject, Signal

from app.errors import KnownError
from app.documents.jobs import PrintJob, make, part_alone
from app.workflow.visit_view import VisitView

Prepare = Callable[[VisitView, tuple[str, ...]], PrintJob | bytes]


class Wish(msgspec.Struct, frozen=True):
    """Parts of a visit to show, none means the whole package; and the part in sight."""

    view: VisitView
    parts: tuple[str, ...]
    first: str = ""


class Made(msgspec.Struct, frozen=True):
    """One part that was made of a view, and which parts there are, in their order."""

    part: str
    pdf: bytes
    parts: tuple[str, ...]
    view: VisitView


class PdfWorker(QObject):
    """Gathers in a thread and makes PDFs in a process of its own; the window never waits.

    Signals:
        made: a Made, for one part after the other.
        failed: the error instead.
    """

    made = Signal(object)
    failed = Signal(object)
    _ended = Signal()

    def __init__(self, prepare: Prepare, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._prepare = prepare
        self._thread: ThreadPoolExecutor | None = None
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: Wish | None = None
        self._running = False
        self._closed = False
        self._ended.connect(self._next)

    def ask(self, wish: Wish) -> None:
        """Make this next; of what is being made, no more than the part under way."""
        self._waiting = wish
        if not self._running:
            self._next()

    @property
    def busy(self) -> bool:
        """Tell whether a PDF is being made."""
        return self._running

    def close(self) -> None:
        """Stop the process."""
        self._closed = True
        if self._thread is not None:
            self._thread.shutdown(wait=True, cancel_futures=True)
            self._thread = None
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
        self._running = False

    def _next(self) -> None:
        wish, self._waiting = self._waiting, None
        self._running = wish is not None and not self._closed
        if wish is None or self._closed:
            return
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="preview")
        self._thread.submit(self._work, wish).add_done_callback(self._done)

    def _done(self, future: "Future[None]") -> None:
        if future.cancelled():
            return
        error = future.exception()
        if isinstance(error, BrokenExecutor):
            self._pool = None
            error = KnownError("preview.stopped")
        if error is not None:
            self.failed.emit(error)
        self._ended.emit()

    def _work(self, wish: Wish) -> None:
        job = self._prepare(wish.view, wish.parts)
        if isinstance(job, bytes):
            self.made.emit(Made("", job, ("",), wish.view))
            return
        first = wish.first if wish.first in job.parts else next(iter(job.parts), "")
        for part in (first, *(p for p in job.parts if p != first)):
            if self._closed or (self._waiting is not None and part != first):
                return
            if self._pool is None:
                self._pool = _one_process()
            pdf = self._pool.submit(make, part_alone(job, part)).result()
            self.made.emit(Made(part, pdf, job.parts, wish.view))


def _one_process() -> ProcessPoolExecutor:
    import multiprocessing

    # A fresh process: a fork of a program with threads and a window may hang.
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
