"""The letter beside the decision, as it will be printed; it follows what is typed."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import KnownError
from app.forms.asks import Print
from app.texts import Texts
from app.views.parts import part_names
from app.widgets.buttons import plain_button
from app.widgets.fields import Combo
from app.widgets.preview import PdfPreview
from app.workflow.printing import PACKAGE, PrintJob, make
from app.workflow.visit_view import VisitView

PAUSE_MS = 120

Prepare = Callable[[VisitView, tuple[str, ...]], PrintJob | bytes]


class PdfWorker(QObject):
    """Makes PDFs in a process of its own, the newest request first.

    Signals:
        made: the bytes of a PDF.
        failed: the error instead.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: PrintJob | None = None
        self._running = False
        self.made.connect(self._next)
        self.failed.connect(self._next)

    def ask(self, job: PrintJob) -> None:
        """Make this next; a request that has not begun is forgotten."""
        self._waiting = job
        if not self._running:
            self._next()

    @property
    def busy(self) -> bool:
        """Tell whether a PDF is being made."""
        return self._running

    def close(self) -> None:
        """Stop the process."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _next(self, _: object = None) -> None:
        job, self._waiting = self._waiting, None
        self._running = job is not None
        if job is None:
            return
        if self._pool is None:
            self._pool = _one_process()
        self._pool.submit(make, job).add_done_callback(self._done)

    def _done(self, future: "Future[bytes]") -> None:
        if future.cancelled():
            return
        error = future.exception()
        if isinstance(error, BrokenExecutor):
            self._pool = None
            error = KnownError("preview.stopped")
        if error is None:
            self.made.emit(future.result())
        else:
            self.failed.emit(error)


class DecisionPreview(QWidget):
    """The package or one part of it, with the buttons to print and save it.

    Signals:
        asked: a Print ask.
    """

    asked = Signal(object)

    def __init__(self, prepare: Prepare, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prepare = prepare
        self._texts = texts
        self._view: VisitView | None = None
        self._names: dict[str, str] = {}
        self._asked: tuple[VisitView, tuple[str, ...]] | None = None
        self.setObjectName("preview")
        self.worker = PdfWorker(self)
        self.worker.made.connect(self._show)
        self.worker.failed.connect(self._fail)
        self.pages = PdfPreview()
        self.choice = Combo([(PACKAGE, self.tr("The whole package"))])
        self.choice.setAccessibleName(self.tr("What the preview shows"))
        self.choice.currentIndexChanged.connect(lambda _: self._ask())
        self.problem = QLabel()
        self.problem.setProperty("kind", "error")
        self.problem.setWordWrap(True)
        self.problem.setVisible(False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._lay_out()

    def show_view(self, view: VisitView) -> None:
        """Show the documents of this view as soon as typing pauses."""
        self._offer(part_names(view))
        self._view = view
        self._pause.start()

    def _offer(self, names: dict[str, str]) -> None:
        if names == self._names:
            return
        chosen = self.choice.currentData() if self._names else "letter"
        self._names = names
        whole = (PACKAGE, self.tr("The whole package"))
        self.choice.set_options([whole, *names.items()])
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))

    @property
    def settled(self) -> bool:
        """Tell whether the newest view is shown, or has been refused."""
        return not self._pause.isActive() and not self.worker.busy

    def parts(self) -> tuple[str, ...]:
        """Return the parts that are shown; none means the whole package."""
        chosen = self.choice.currentData()
        return () if chosen == PACKAGE else (str(chosen),)

    def close_worker(self) -> None:
        """Stop the process that makes the pages."""
        self._pause.stop()
        self.worker.close()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 12, 16, 12)
        bar.setSpacing(8)
        bar.addWidget(self.choice, 1)
        for text, how in ((self.tr("Print"), "print"), (self.tr("Save as"), "save")):
            button = plain_button(text)
            button.clicked.connect(lambda _=False, h=how: self.asked.emit(Print(self.parts(), h)))
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.problem)
        column.addWidget(self.pages, 1)

    def _ask(self) -> None:
        if self._view is None or not self.isVisible():
            return
        wanted = (self._view, self.parts())
        if self._asked is not None and self._asked[0] is wanted[0] and self._asked[1] == wanted[1]:
            return
        self._asked = wanted
        try:
            made = self._prepare(*wanted)
        except KnownError as error:
            self._fail(error)
            return
        if isinstance(made, bytes):
            self._show(made)
        else:
            self.worker.ask(made)

    def _show(self, pdf: bytes) -> None:
        self.problem.setVisible(False)
        self.pages.show_pdf(pdf)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.problem.setText(self._texts.error(error))
        self.problem.setVisible(True)


def _one_process() -> ProcessPoolExecutor:
    import multiprocessing

    # A fresh process: a fork of a program with threads and a window may hang.
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
