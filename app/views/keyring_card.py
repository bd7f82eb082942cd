"""The settings' card of the system's keyring: it may unlock instead of the passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.errors import KnownError
from app.store.remembering import is_available, is_remembered
from app.widgets.buttons import plain_button
from app.widgets.card import Card
from app.workflow.session import Session


class KeyringCard(Card):
    """Lets this computer remember the key; hidden where there is no keyring, or nothing to guard.

    Signals:
        said: what came of it.
    """

    said = Signal(str)

    def __init__(self, session: Session, demonstration: bool = False) -> None:
        """`demonstration` data is nobody's: no keyring is to hold a key to it."""
        super().__init__()
        self._store = session.store
        self._texts = session.texts
        self.set_title(self.tr("The computer's keyring"))
        self.set_subtitle(
            self.tr(
                "Whoever is logged in to this computer as you can then unlock without the "
                "passphrase. The passphrase keeps working."
            )
        )
        self.button = plain_button("")
        self.button.clicked.connect(self._change)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)
        self._show_state()
        if demonstration or not (is_remembered(self._store.folder) or is_available()):
            self.hide()

    def _show_state(self) -> None:
        remembered = is_remembered(self._store.folder)
        self.button.setText(
            self.tr("Forget on this computer")
            if remembered
            else self.tr("Remember on this computer")
        )

    def _change(self) -> None:
        remembered = is_remembered(self._store.folder)
        try:
            self._store.forget_me() if remembered else self._store.remember()
        except KnownError as error:
            self.said.emit(self._texts.error(error))
        else:
            self.said.emit(
                self.tr("The keyring opens no more.")
                if remembered
                else self.tr("The keyring can unlock from the next time.")
            )
        self._show_state()
