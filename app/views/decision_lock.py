"""Locking a decision while the window goes on: the visit is held, and its documents made beside."""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from app.documents.jobs import PrintJob, Said
from app.domain.records import DecisionVersion
from app.errors import KnownError
from app.views.background import Background
from app.workflow.locking import Locking, begin_locking, finish_locking, issue_documents
from app.workflow.sealing import seal_waiting

if TYPE_CHECKING:
    from app.views.visit_desk import VisitDesk

# The process that makes the documents may have died unnoticed; then it is begun again, once.
_TRIES = 2


class DecisionLock(QObject):
    """Locks the decision of a desk's visit: whole, or not at all.

    While the documents are made nothing in the visit can be changed. If the program dies in
    between, nothing was written, and the decision is as open as before.
    """

    _made = Signal()

    def __init__(self, desk: "VisitDesk", background: Background) -> None:
        super().__init__(desk)
        self._desk = desk
        self._background = background
        self._under_way: tuple[Locking, Future[DecisionVersion]] | None = None
        # Python's own thread; one for each locking, so that it can be awaited by itself.
        self._thread: ThreadPoolExecutor | None = None
        self._made.connect(self.finish)

    @property
    def busy(self) -> bool:
        """Tell whether a decision is being locked."""
        return self._under_way is not None

    def begin(self) -> None:
        """Hold the visit and begin; raises KnownError as `begin_locking`."""
        if self.busy:
            return
        desk = self._desk
        locking = begin_locking(desk.editor.opened)
        desk.editor.changed.emit(desk.editor.view)
        desk.said.emit(self.tr("The decision is being locked: its documents are made …"), "info")
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="locking")
        future = self._thread.submit(issue_documents, desk.session, locking, self._make)
        self._under_way = (locking, future)
        future.add_done_callback(lambda _: self._made.emit())
        self._thread.shutdown(wait=False)

    @Slot()
    def finish(self) -> bool:
        """Write what is being locked, awaited if need be; tell whether nothing stopped it."""
        if self._under_way is None or self._thread is None:
            return True
        (locking, future), self._under_way = self._under_way, None
        self._thread.shutdown(wait=True)
        desk = self._desk
        try:
            finish_locking(desk.editor.opened, locking, future.result())
        except Exception as error:
            self._give_up(error)
            return False
        desk.editor.changed.emit(desk.editor.view)
        desk.written.emit()
        desk.said.emit(self.tr("The decision is signed and locked."), "ok")
        self._seal_behind()
        return True

    def _give_up(self, error: Exception) -> None:
        """Let the visit be worked in again, and say what stopped the locking."""
        desk = self._desk
        desk.editor.opened.hold(False)
        desk.editor.changed.emit(desk.editor.view)
        if not isinstance(error, KnownError):
            raise error
        desk.said.emit(desk.session.texts.error(error), "bad")

    def _make(self, jobs: Mapping[str, PrintJob]) -> Mapping[str, Said]:
        """Make all documents in the process of the preview, which is warm; begun anew if dead."""
        worker = self._desk.preview.worker
        for _ in range(_TRIES):
            try:
                return worker.make_all(jobs)
            except KnownError as error:
                if error.key != "preview.stopped":
                    raise
        raise KnownError("decision.not_made")

    def _seal_behind(self) -> None:
        """Seal what was locked in a thread; the case is then read anew, with its seals."""
        desk = self._desk

        def show(count: int) -> None:
            if count and shiboken6.isValid(desk) and desk.turned is None:
                desk.editor.catch_up()
                desk.written.emit()

        def failed(error: Exception) -> None:
            if not isinstance(error, KnownError):
                raise error
            if shiboken6.isValid(desk):
                desk.said.emit(desk.session.texts.error(error), "bad")

        self._background.run(lambda: seal_waiting(desk.session), show, failed)
