"""The setting of a PIN for the way back from the citizen's screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.errors import KnownError
from app.widgets.buttons import plain_button
from app.widgets.card import Card
from app.widgets.fields import LineEdit, labelled
from app.workflow.session import Session
from app.workflow.way_back import set_pin


class TurnCard(Card):
    """A PIN that is kept in memory only, until the program locks.

    Signals:
        said: what came of it.
    """

    said = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.set_title(self.tr("The screen turned to the citizen"))
        self.set_subtitle(
            self.tr(
                "The way back to the case asks for your passphrase, or for a PIN that holds until "
                "the program locks. After three wrong tries only the passphrase opens."
            )
        )
        self.pin = LineEdit()
        self.pin.setEchoMode(LineEdit.EchoMode.Password)
        self.pin.returnPressed.connect(self._set)
        self.button = plain_button(self.tr("Use this PIN"))
        self.button.clicked.connect(self._set)
        self.body.addWidget(labelled(self.tr("PIN, at least four digits"), self.pin))
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _set(self) -> None:
        try:
            set_pin(self._session, self.pin.text())
        except KnownError as error:
            self.said.emit(self._session.texts.error(error))
            return
        self.pin.clear()
        has_pin = self._session.pin is not None
        self.said.emit(
            self.tr("The PIN holds until the program locks.")
            if has_pin
            else self.tr("The way back asks for the passphrase.")
        )
