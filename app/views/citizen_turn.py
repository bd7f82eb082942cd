"""Turning the screen: a window over everything with the consents only, and back again."""

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import KnownError
from app.forms.consent_record import ConsentResult, questions_of, sign_all, to_ask
from app.views.background import Background
from app.views.citizen_screen import CitizenScreen
from app.views.visit_editor import VisitEditor
from app.views.way_back import WayBack
from app.workflow.session import Session


class CitizenTurn(QObject):
    """One turn of the screen to the citizen.

    Signals:
        closed: the screen is turned back.
        lock_wanted: the way back was closed without a passphrase or a PIN.
    """

    closed = Signal()
    lock_wanted = Signal()

    def __init__(
        self,
        session: Session,
        editor: VisitEditor,
        purposes: tuple[str, ...],
        guard: Background | None = None,
    ) -> None:
        """`guard` checks who turns the screen back; without one nothing is asked."""
        super().__init__(editor)
        self._guard = guard
        self.way_back: WayBack | None = None
        self._session = session
        self._editor = editor
        self._failed = self._closed = False
        view = editor.view
        asked = purposes or to_ask(view) or tuple(p.id for p in view.standard.consents[:1])
        companion = next(
            (c.name for c in view.casefile.contacts if c.role == "companion" and c.present), ""
        )
        self.screen = CitizenScreen(
            questions_of(view, asked),
            view.casefile.citizen.name,
            session.profile.name,
            companion=companion,
            language=session.texts.language,
            clock=session.clock,
        )
        self.screen.finished.connect(self._sign)
        self.screen.cancelled.connect(self.close)

    @property
    def has_answers(self) -> bool:
        """Tell whether the citizen has begun to answer or sign, and it is not saved."""
        return self.way_back is None and self.screen.has_answers

    def show_to_citizen(self, window: QWidget) -> None:
        """Show the screen over the whole window; what lies behind it is hidden."""
        self.screen.setGeometry(window.geometry())
        self.screen.setMinimumSize(0, 0)
        if window.isFullScreen() or window.isMaximized():
            self.screen.showFullScreen()
        else:
            self.screen.show()
        window.hide()
        self.screen.activateWindow()
        self.closed.connect(window.show)
        self.closed.connect(window.activateWindow)

    def close(self) -> None:
        """Turn the screen back; closing the screen by the window system does the same."""
        if self._guard is None or self._closed:
            self._turn_back()
        elif self.way_back is None:
            self._ask(self._guard)

    def _ask(self, guard: Background) -> None:
        """Show nothing until the visitator has the computer again."""
        self.way_back = WayBack(self._session, guard)
        self.way_back.passed.connect(self._turn_back)
        self.way_back.left.connect(self.lock_wanted)
        self.way_back.setGeometry(self.screen.geometry())
        if self.screen.isFullScreen():
            self.way_back.showFullScreen()
        else:
            self.way_back.show()
        self.way_back.activateWindow()
        self.screen.close()

    def _turn_back(self) -> None:
        if self.way_back is not None and self.way_back.isHidden():
            # The program locks: a passphrase that was being checked comes too late.
            return
        if self.abandon():
            self.closed.emit()

    def abandon(self) -> bool:
        """Take the screen away without showing the case again, as when the program locks.

        Return whether it was still there.
        """
        if self._closed:
            return False
        self._closed = True
        self.screen.close()
        self.screen.deleteLater()
        if self.way_back is not None:
            self.way_back.put_away()
            self.way_back.deleteLater()
        self.deleteLater()
        return True

    def _sign(self, results: tuple[ConsentResult, ...]) -> None:
        self._failed = False
        try:
            act = sign_all(
                self._editor.view, results, self._session.store.blobs.put, self.tr("Consent signed")
            )
        except KnownError as error:
            self._fail(error)
            return
        self._editor.failed.connect(self._fail)
        self._editor.edit(msgspec.structs.replace(act, undoable=False))
        self._editor.failed.disconnect(self._fail)
        if not self._failed:
            self.close()

    def _fail(self, error: KnownError) -> None:
        """Say it where it is seen; the answers and the ink stay until they are kept."""
        self._failed = True
        self.screen.say(self._session.texts.error(error))
