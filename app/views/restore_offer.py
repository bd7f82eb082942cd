"""What the unlock window offers when the database is gone or damaged: the newest backup."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.buttons import plain_button
from app.widgets.card import text_label


class RestoreOffer(QWidget):
    """Offers a backup, and asks once more before it takes the database's place.

    Signals:
        confirmed: the backup is to be put in place.
    """

    confirmed = Signal()

    def __init__(self, when: str) -> None:
        """`when` says in words when the backup was taken."""
        super().__init__()
        self._when = when
        self.said = text_label("", "body")
        self.begin = plain_button(self.tr("Restore this backup"))
        self.confirm = plain_button(self.tr("Yes, restore it"))
        self.cancel = plain_button(self.tr("No, not now"))
        self.begin.clicked.connect(lambda: self._ask(True))
        self.cancel.clicked.connect(lambda: self._ask(False))
        self.confirm.clicked.connect(self.confirmed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        row = QHBoxLayout()
        for button in (self.begin, self.confirm, self.cancel):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._ask(False)

    def _ask(self, asking: bool) -> None:
        self.begin.setVisible(not asking)
        self.confirm.setVisible(asking)
        self.cancel.setVisible(asking)
        text = (
            self.tr(
                "What was recorded after {when} is not in the backup. The files that are there "
                "now are moved aside and kept. Restore it?"
            )
            if asking
            else self.tr("The newest backup on this computer is of {when}.")
        )
        self.said.setText(text.format(when=self._when))
        (self.cancel if asking else self.begin).setFocus()

    def show_done(self) -> None:
        """Say that the backup is in place."""
        for button in (self.begin, self.confirm, self.cancel):
            button.hide()
        text = self.tr("The backup of {when} is in place. Unlock with the passphrase of that day.")
        self.said.setText(text.format(when=self._when))
