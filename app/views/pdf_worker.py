"""Makes the PDFs of a preview beside the window: the part in sight first, the newest wins."""

import threading
from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtCore import QObject, Signal, SignalInstance

from app.documents.jobs import PrintJob, Said, shows_pictures, with_pictures
from app.documents.serving import Maker
from app.workflow.visit_view import VisitView

# What is out of sight is made when typing pauses for so long: it is not to be made in vain.
REST_AFTER_S = 0.3

Prepare = Callable[[VisitView, tuple[str, ...]], PrintJob | bytes]
Pictures = Callable[[VisitView], Mapping[str, bytes]]


class Wish(msgspec.Struct, frozen=True):
    """Parts of a visit, none means the whole package; and the part in sight.

    One that is not to be `shown` is made only so that the next one is made faster.
    """

    view: VisitView
    parts: tuple[str, ...]
    first: str = ""
    shown: bool = True


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
    _ended = Signal(int)

    def __init__(
        self,
        prepare: Prepare,
        pictures: Pictures = lambda _: {},
        parent: QObject | None = None,
    ) -> None:
        """`prepare` gathers a job without its `pictures`, or gives a whole PDF that is kept."""
        super().__init__(parent)
        self._prepare = prepare
        self._pictures = pictures
        self._maker = Maker()
        self._thread: threading.Thread | None = None
        self._newest: tuple[int, Wish] | None = None
        self._asked = self._answered = 0
        self._closed = False
        self._turn = threading.Condition()
        # Held while the store is read: it may be closed as soon as this worker is.
        self._reading = threading.Lock()
        self._ended.connect(self._note_end)

    def ask(self, wish: Wish) -> None:
        """Make this at once; what is under way is overtaken when its part is made."""
        if wish.shown:
            self._asked += 1
        with self._turn:
            self._newest = (self._asked, wish)
            self._turn.notify()
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._work, name="preview", daemon=True)
            self._thread.start()

    def make_all(self, jobs: Mapping[str, PrintJob]) -> Mapping[str, Said]:
        """Make what is no preview in the same process; slow, in any thread. Raises as `Maker`."""
        return self._maker.make_all(jobs)

    @property
    def busy(self) -> bool:
        """Tell whether what was asked for is still to be shown."""
        return self._answered != self._asked and not self._closed

    def close(self) -> None:
        """Make nothing more, and tell nothing more; what runs ends by itself, and is not awaited.

        The store is not read any more when this returns.
        """
        with self._turn:
            self._closed = True
            self._turn.notify()
        self._maker.end()
        if self._thread is None:
            self._maker.let_go()
        with self._reading:
            pass

    def _note_end(self, number: int) -> None:
        self._answered = number

    # In the thread

    def _work(self) -> None:
        while (found := self._next()) is not None:
            number, wish = found
            try:
                self._make(wish)
            except Exception as error:
                if wish.shown:
                    self._tell(self.failed, error)
            self._tell(self._ended, number)
        self._maker.let_go()

    def _next(self) -> tuple[int, Wish] | None:
        """Wait for the newest wish; None when there will be no other."""
        with self._turn:
            self._turn.wait_for(self._is_overtaken)
            found, self._newest = self._newest, None
            return None if self._closed else found

    def _overtaken(self, within_s: float = 0.0) -> bool:
        with self._turn:
            return self._turn.wait_for(self._is_overtaken, within_s)

    def _is_overtaken(self) -> bool:
        return self._closed or self._newest is not None

    def _make(self, wish: Wish) -> None:
        with self._reading:
            if self._closed:
                return
            job = self._prepare(wish.view, wish.parts)
        if isinstance(job, bytes):
            self._tell(self.made, Made("", job, ("",), wish.view))
            return
        first, parts = self._make_part(wish, job, wish.first)
        rest = [part for part in parts if part != first]
        if not rest or not wish.shown or self._overtaken(REST_AFTER_S):
            return
        for part in rest:
            if self._overtaken():
                return
            self._make_part(wish, msgspec.structs.replace(job, parts=parts), part)

    def _make_part(self, wish: Wish, job: PrintJob, part: str) -> tuple[str, tuple[str, ...]]:
        """Make one part and tell of it; return which it was, and which parts there are."""
        part = part or next(iter(job.parts), "")
        if shows_pictures(part):
            with self._reading:
                job = with_pictures(job, {} if self._closed else self._pictures(wish.view))
        answer = self._maker.make(job, part)
        if wish.shown:
            self._tell(self.made, Made(*answer, wish.view))
        return answer.part, answer.parts

    def _tell(self, signal: SignalInstance, what: object) -> None:
        """Tell the window's thread, unless nobody listens any more."""
        with self._turn:
            if not self._closed:
                signal.emit(what)
