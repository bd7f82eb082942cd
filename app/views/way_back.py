"""Between the citizen's screen and the case: shows nothing, and asks who is there."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLineEdit

from app.errors import KnownError
from app.views.background import Background
from app.views.start import StartWindow
from app.workflow.session import Session
from app.workflow.way_back import check_return


class WayBack(StartWindow):
    """Asks for the passphrase, or the PIN while one is set.

    Signals:
        passed: the visitator is back.
        left: somebody closed the window instead; it stays until the program locks.
    """

    passed = Signal()
    left = Signal()

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__()
        self._session = session
        self._done = False
        self._background = background
        self.add_heading(self.tr("Thank you"), self.tr("Give the computer back to your visitator."))
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        has_pin = session.pin is not None
        label = self.tr("PIN or passphrase") if has_pin else self.tr("Passphrase")
        self.add_fields(secret=(label, self.secret))
        self.button = self.add_action(self.tr("Back to the visit"))
        self.button.clicked.connect(self._give)
        self.secret.returnPressed.connect(self._give)
        self.secret.setFocus()

    def _give(self) -> None:
        secret = self.secret.text()
        if secret:
            self.set_busy(True)
            self._background.run(
                lambda: check_return(self._session, secret), self._pass, self._refuse
            )

    def put_away(self) -> None:
        """Close for good."""
        self._done = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        # Closed by the window system: who did it has shown no right to what lies behind.
        if not self._done:
            event.ignore()
            self.left.emit()
        else:
            super().closeEvent(event)

    def _pass(self, _: None) -> None:
        self.passed.emit()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            self.set_busy(False)
            raise error
        self.show_error(self._session.texts.error(error))
        self.secret.setFocus()
        self.secret.selectAll()
