"""Keeps this computer and its hub together beside the window, and knows what is where."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.errors import KnownError
from app.views.background import Background
from app.views.browser_sign_in import BrowserSignIn
from app.workflow.session import Session

if TYPE_CHECKING:  # it brings a library for the network: the day's list must not wait for it
    from app.sync.rounds import Progress, Report
    from app.workflow.syncing import Syncing, SyncState

# What is on the screen comes first.
BEGIN_AFTER_MS = 1200
COUNT_AFTER_MS = 1000
# So often what came in is shown while more of it comes.
SHOW_EVERY_MS = 700


class SyncWatch(QObject):
    """Runs the background loop of a window and counts what is on this computer only.

    Signals:
        counted: a SyncState.
        progressed: a Progress of the round under way, None when it has ended.
        came_in: what others wrote is here, or standards, or something was erased.
        trouble: a KnownError that the user should know of at once.
        failed: a KnownError that stopped something the user asked for here.
        enrolled: the hub has taken the computer in.
        left: the computer belongs to no hub any more; whether the hub could be told.
    """

    counted = Signal(object)
    progressed = Signal(object)
    came_in = Signal()
    trouble = Signal(object)
    failed = Signal(object)
    enrolled = Signal()
    left = Signal(bool)
    # From the loop's own thread.
    _heard = Signal(object)
    _told = Signal(object)
    _ended = Signal(object)

    def __init__(self, session: Session, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self.state: SyncState | None = None
        self.progress: Progress | None = None
        self._session = session
        self._background = background
        self.browser = BrowserSignIn(session, background, self)
        self._syncing: Syncing | None = None
        self._counting = False
        self._again = False
        queued = Qt.ConnectionType.QueuedConnection
        self._heard.connect(self._hear, queued)
        self._told.connect(self.trouble, queued)
        self._ended.connect(self._end, queued)
        self._soon = self._timer(COUNT_AFTER_MS, self.count)
        self._shown = self._timer(SHOW_EVERY_MS, self.came_in.emit)

    def begin_later(self) -> None:
        """Begin when the first page is shown: count, and start the loop if there is a hub."""
        QTimer.singleShot(BEGIN_AFTER_MS, self, self.begin)

    def begin(self) -> None:
        """Count what is where, and start the loop if there is a hub."""
        work: Callable[[], Syncing] = partial(_prepared, self._session, self)
        self._background.run(work, self._start, self._fail)

    @property
    def busy(self) -> bool:
        """Tell whether a round is under way."""
        return self._syncing is not None and self._syncing.busy

    def count_soon(self) -> None:
        """Count when a burst of changes is over."""
        if not self._soon.isActive():
            self._soon.start()

    def count(self) -> None:
        """Count now; what is asked for meanwhile is counted after."""
        self._soon.stop()
        self._again = self._counting
        if not self._counting:
            self._counting = True
            self._background.run(partial(_state, self._session), self._take, self._fail_counting)

    def ask(self) -> None:
        """Do a round now."""
        if self._syncing is not None:
            self._syncing.ask()

    def came_online(self) -> None:
        """Do a round soon, for the network is back."""
        if self._syncing is not None:
            self._syncing.came_online()

    def cancel(self) -> None:
        """End the round under way after its present step."""
        if self._syncing is not None:
            self._syncing.cancel()

    def enrol(self, url: str, code: str, password: str | None = None) -> None:
        """Let a hub take this computer in, and begin; without a password, in the browser."""

        def begun(_: object) -> None:
            self.restart()
            self.enrolled.emit()

        if password is None:
            self.browser.enrol(url, code, begun, self._fail)
            return
        work: Callable[[], object] = partial(_enrol, self._session, url, code, password)
        self._background.run(work, begun, self._fail)

    def leave(self) -> None:
        """Belong to no hub any more; all that is here stays."""
        syncing, self._syncing = self._syncing, None

        def done(told: bool) -> None:
            self.begin()
            self.left.emit(told)

        work: Callable[[], bool] = partial(_leave, self._session, syncing)
        self._background.run(work, done, self._fail)

    def restart(self) -> None:
        """Heed what was enrolled or set: begin the loop anew."""
        syncing, self._syncing = self._syncing, None
        work: Callable[[], None] = partial(_stop, syncing)
        self._background.run(work, lambda _: self.begin(), self._fail)

    def try_again(self, *actions: str) -> None:
        """Offer refused actions to the hub again."""

        def done(_: object) -> None:
            self.count()
            self.ask()

        work: Callable[[], None] = partial(_offer_again, self._session, actions)
        self._background.run(work, done, self._fail)

    def hear(self, progress: "Progress") -> None:
        """Take note of how far a round has come, on whatever thread."""
        with suppress(RuntimeError):  # the window is gone already
            self._heard.emit(progress)

    def tell(self, error: KnownError) -> None:
        """Take note of what the user should know, on whatever thread."""
        with suppress(RuntimeError):
            self._told.emit(error)

    def end(self, outcome: "Report | KnownError") -> None:
        """Take note that a round has ended, on whatever thread."""
        with suppress(RuntimeError):
            self._ended.emit(outcome)

    def _start(self, syncing: "Syncing") -> None:
        self._syncing = syncing
        syncing.start()
        self.count()

    def _hear(self, progress: "Progress") -> None:
        self.progress = progress
        self.progressed.emit(progress)
        if progress.step == "receive" and progress.done and not self._shown.isActive():
            self._shown.start()

    def _end(self, outcome: "Report | KnownError") -> None:
        self.progress = None
        self.progressed.emit(None)
        self._shown.stop()
        if isinstance(outcome, KnownError) or _brought(outcome):
            self.came_in.emit()
        self.count()

    def _take(self, state: "SyncState") -> None:
        self._counting = False
        if self._again:
            self.count()
            return
        before, self.state = self.state, state
        self.counted.emit(state)
        if before is not None and before.moved != state.moved:
            self.came_in.emit()  # a case that moves away or back brings no change with it

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.failed.emit(error)

    def _fail_counting(self, error: Exception) -> None:
        self._counting = False
        self._fail(error)

    def _timer(self, interval_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(then)
        return timer


def _brought(report: "Report") -> bool:
    return bool(report.received or report.erased or report.standards or report.blobs_down)


def _prepared(session: Session, watch: SyncWatch) -> "Syncing":
    from app.workflow.syncing import Syncing

    return Syncing(session, watch.hear, watch.tell, watch.end)


def _state(session: Session) -> "SyncState":
    from app.workflow.syncing import state

    return state(session)


def _enrol(session: Session, url: str, code: str, password: str) -> object:
    from app.workflow.syncing import enrol

    return enrol(session, url, code, password)


def _leave(session: Session, syncing: "Syncing | None") -> bool:
    from app.workflow.syncing import leave

    _stop(syncing)
    return leave(session)


def _stop(syncing: "Syncing | None") -> None:
    if syncing is not None:
        syncing.stop()


def _offer_again(session: Session, actions: tuple[str, ...]) -> None:
    from app.workflow.syncing import try_again

    for action in actions:
        try_again(session, action)
