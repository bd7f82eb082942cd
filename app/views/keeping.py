"""Tells the typist whether what is written is kept: when the last was, and when none can be."""

from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal

from app.clock import local
from app.errors import KnownError
from app.views.status_line import StatusLine
from app.widgets.banner import Banner
from app.wording import clock
from app.workflow.session import Session


class Keeping(QObject):
    """Says over the page and in the status line what the store says of text being typed.

    Signals:
        refused: a KnownError; the disk does not take what is typed, from now on.
        kept: all that was typed is kept again.
        wrote: something more is in the journal.
    """

    refused = Signal(object)
    kept = Signal()
    wrote = Signal()

    def __init__(
        self, session: Session, banner: Banner, status: StatusLine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._status = status
        self._notice = ""
        # The store calls from its own thread.
        self.refused.connect(self._say_refused, Qt.ConnectionType.QueuedConnection)
        self.kept.connect(self._say_kept, Qt.ConnectionType.QueuedConnection)
        pending = session.store.pending
        pending.failed, pending.kept = self._refused, self._kept

    def stop(self) -> None:
        """Hear no more of it: the window goes away before the store does."""
        pending = self._session.store.pending
        pending.failed, pending.kept = (lambda _: None), (lambda: None)

    def written(self) -> None:
        """Say that everything shown is in the journal, unless what is typed now is refused."""
        self.wrote.emit()
        if not self._notice:
            self._status.set_saved(clock(local(self._session.clock())))

    def _refused(self, error: KnownError) -> None:
        with suppress(RuntimeError):  # the window is gone already
            self.refused.emit(error)

    def _kept(self) -> None:
        with suppress(RuntimeError):
            self.kept.emit()

    def _say_refused(self, error: KnownError) -> None:
        self._notice = self.tr(
            "{why} What you are writing is on the screen and in the program's memory. The program "
            "keeps trying to save it. Do not close it before it says that the text is saved."
        ).format(why=self._session.texts.error(error))
        self._banner.show()
        self._banner.show_text(self._notice, "bad")
        self._status.set_unsaved()

    def _say_kept(self) -> None:
        notice, self._notice = self._notice, ""
        self.written()
        if not self._banner.isHidden() and self._banner.label.text() == notice:
            self._banner.show_text(self.tr("What you have written is saved now."), "ok")
