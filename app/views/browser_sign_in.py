"""Enrols the computer in the name of who signs in in the system's browser, beside the window."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.errors import KnownError
from app.views.background import Background
from app.workflow.session import Session

Failed = Callable[[KnownError], None]


class BrowserSignIn(QObject):
    """Opens the provider's page and waits for the user, some minutes at most.

    Nothing waits for it: `cancel` ends it, and so does the end of the background's work.

    Signals:
        answered: an address, and whether one may sign in like this there.
    """

    answered = Signal(str, bool)
    # From the thread that waits.
    _page = Signal(str)

    def __init__(self, session: Session, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._waiting: object = None
        self._no_browser = False
        self._page.connect(self._open, Qt.ConnectionType.QueuedConnection)

    def ask(self, url: str) -> None:
        """Find out whether one may sign in there like this; whoever is not reached says no."""

        def unreached(error: Exception) -> None:
            if not isinstance(error, KnownError):
                raise error
            self.answered.emit(url, False)

        work: Callable[[], bool] = partial(_knows_provider, self._session, url)
        self._background.run(work, partial(self.answered.emit, url), unreached)

    def enrol(self, url: str, code: str, done: Callable[[object], None], failed: Failed) -> None:
        """Let the user sign in, and the hub take the computer in; then call one of the two."""
        mine = self._waiting = object()
        self._no_browser = False

        def cancelled() -> bool:
            return self._waiting is not mine or self._background.stopping()

        def fail(error: Exception) -> None:
            if not isinstance(error, KnownError):
                raise error
            if self._waiting not in (mine, None):
                return  # another has begun since, and goes on
            failed(KnownError("sync.browser_closed") if self._no_browser else error)

        work: Callable[[], object] = partial(
            _enrol, self._session, url, code, self._wanted, cancelled
        )
        self._background.run(work, done, fail)

    def cancel(self) -> None:
        """Wait for the user no longer."""
        self._waiting = None

    def _wanted(self, address: str) -> bool:
        with suppress(RuntimeError):  # the window is gone already
            self._page.emit(address)
        return True

    def _open(self, address: str) -> None:
        if not QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode)):
            self._no_browser = True
            self.cancel()


def _knows_provider(session: Session, url: str) -> bool:
    from app.workflow.enrolling import knows_provider

    return knows_provider(session, url)


def _enrol(
    session: Session,
    url: str,
    code: str,
    open_page: Callable[[str], bool],
    cancelled: Callable[[], bool],
) -> object:
    from app.workflow.enrolling import enrol_in_browser

    return enrol_in_browser(session, url, code, open_page, cancelled)
