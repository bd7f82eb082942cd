"""How a computer is enrolled at the municipality's server: its address, a code, a password."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.buttons import plain_button
from app.widgets.card import muted
from app.widgets.fields import LineEdit, labelled


class EnrolForm(QWidget):
    """Asks for what the administrator gave; hands it over whole.

    Signals:
        sent: address, code and password.
    """

    sent = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = LineEdit("https://")
        self.code = LineEdit()
        self.password = LineEdit()
        self.password.setEchoMode(LineEdit.EchoMode.Password)
        self.button = plain_button(self.tr("Enrol the computer"))
        self.button.clicked.connect(self._send)
        self.address.textChanged.connect(self._can_send)
        self.code.textChanged.connect(self._can_send)
        self.password.textChanged.connect(self._can_send)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(labelled(self.tr("The server's address"), self.address), 2)
        row.addWidget(labelled(self.tr("One-time code"), self.code), 2)
        row.addWidget(labelled(self.tr("Your password there"), self.password), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        hint = self.tr("You get the code from the administrator; it is good for one computer.")
        column.addWidget(muted(hint))
        last = QHBoxLayout()
        last.addWidget(self.button)
        last.addStretch(1)
        column.addLayout(last)
        self.password.returnPressed.connect(self._send)
        self._can_send()

    def set_waiting(self, waiting: bool) -> None:
        """Let nothing be sent twice."""
        self.setEnabled(not waiting)

    def clear(self) -> None:
        """Forget the secrets."""
        self.set_waiting(False)
        self.code.clear()
        self.password.clear()

    def _can_send(self) -> None:
        lines = (self.address, self.code, self.password)
        self.button.setEnabled(all(line.text().strip() for line in lines))

    def _send(self) -> None:
        if self.button.isEnabled():
            address, code = self.address.text().strip(), self.code.text().strip()
            self.sent.emit(address, code, self.password.text())
