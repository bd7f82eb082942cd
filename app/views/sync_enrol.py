"""How a computer is enrolled at the municipality's server: its address, a code, and who it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.widgets.buttons import link_button, plain_button, primary_button
from app.widgets.card import muted, text_label
from app.widgets.fields import LineEdit, labelled


class EnrolForm(QWidget):
    """Asks for what the administrator gave; hands it over whole.

    Where the server knows the municipality's own login, that is offered first: then the user
    signs in in the browser, and a password is asked for only if the user wants to.

    Signals:
        sent: address, code and password.
        browser_wanted: address and code; the user wants to sign in in the browser.
        cancelled: the user does not want to sign in after all.
        address_given: an address, to be asked how one may sign in there.
    """

    sent = Signal(str, str, str)
    browser_wanted = Signal(str, str)
    cancelled = Signal()
    address_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = LineEdit("https://")
        self.code = LineEdit()
        self.password = LineEdit()
        self.password.setEchoMode(LineEdit.EchoMode.Password)
        self.button = plain_button(self.tr("Enrol the computer"))
        self.browser = primary_button(self.tr("Sign in with the municipality's login"))
        self.other = link_button("")
        self.waiting = text_label(
            self.tr("Sign in in the browser. It goes on here by itself."), "body"
        )
        self.cancel = plain_button(self.tr("Cancel"))
        self._asked = ""
        self._known = False
        self._by_password = True
        self._lay_out()
        self._connect()
        self._show(waiting=False)

    def set_provider(self, address: str, known: bool) -> None:
        """Offer the municipality's own login, if it is still this address that stands here."""
        if address != self._asked or known == self._known:
            return
        self._known = known
        # Who has begun to type a password goes on with it.
        self._by_password = not known or bool(self.password.text())
        self._show(waiting=False)

    def set_waiting(self, waiting: bool) -> None:
        """Let nothing be sent twice."""
        self._fields.setEnabled(not waiting)
        for part in (self.button, self.browser, self.other):
            part.setEnabled(not waiting)
        if not waiting:
            self._can_send()
        self._show(waiting=waiting and not self._by_password)

    def clear(self) -> None:
        """Forget the secrets."""
        self.set_waiting(False)
        self.code.clear()
        self.password.clear()

    def _lay_out(self) -> None:
        self._fields = QWidget()
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(labelled(self.tr("The server's address"), self.address), 2)
        row.addWidget(labelled(self.tr("One-time code"), self.code), 2)
        self._password = labelled(self.tr("Your password there"), self.password)
        row.addWidget(self._password, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._fields)
        hint = self.tr("You get the code from the administrator; it is good for one computer.")
        column.addWidget(muted(hint))
        column.addWidget(self.waiting)
        column.addLayout(self._buttons())

    def _buttons(self) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.browser, self.button, self.cancel, self.other):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        for line in (self.address, self.code, self.password):
            line.textChanged.connect(self._can_send)
            line.returnPressed.connect(self._send)
        self.address.editingFinished.connect(self._ask)
        self.button.clicked.connect(self._send)
        self.browser.clicked.connect(self._send)
        self.other.clicked.connect(self._change_way)
        self.cancel.clicked.connect(self.cancelled)

    def _show(self, *, waiting: bool) -> None:
        by_password = self._by_password
        self.waiting.setVisible(waiting)
        self.cancel.setVisible(waiting)
        self._password.setVisible(by_password)
        self.button.setVisible(by_password)
        self.browser.setVisible(not by_password and not waiting)
        self.other.setVisible(self._known and not waiting)
        words = self.tr("Use the municipality's login"), self.tr("Use a password instead")
        self.other.setText(words[0] if by_password else words[1])
        if waiting:
            self.cancel.setFocus()
        self._can_send()

    def _change_way(self) -> None:
        self._by_password = not self._by_password
        self._show(waiting=False)
        (self.password if self._by_password else self.browser).setFocus()

    def _ask(self) -> None:
        address = self.address.text().strip()
        if address and address != self._asked:
            self._asked = address
            self.set_provider(address, False)
            self.address_given.emit(address)

    def _whole(self) -> bool:
        lines = [self.address, self.code]
        if self._by_password:
            lines.append(self.password)
        return all(line.text().strip() for line in lines)

    def _can_send(self) -> None:
        for button in (self.button, self.browser):
            button.setEnabled(self._whole() and self._fields.isEnabled())

    def _send(self) -> None:
        if not self._whole() or not self._fields.isEnabled():
            return
        address, code = self.address.text().strip(), self.code.text().strip()
        if self._by_password:
            self.sent.emit(address, code, self.password.text())
        else:
            self.browser_wanted.emit(address, code)
