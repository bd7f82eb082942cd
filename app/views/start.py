"""The first window: unlocking, or setting up; painted before anything heavy is imported."""

from contextlib import suppress
from threading import Thread

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.widgets.buttons import plain_button, primary_button
from app.widgets.card import Card, heading, muted, text_label
from app.widgets.fields import Combo, LineEdit, labelled

SHORTEST_PASSPHRASE = 12


class StartWindow(QWidget):
    """A card in the middle of a quiet window; base of both start windows.

    Signals:
        painted: the window was painted for the first time.
    """

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._was_painted = False
        self.setWindowTitle(self.tr("Hjemmebesøg"))
        self.resize(1092, 614)
        self.card = Card()
        self.card.setFixedWidth(460)
        self.rows = self.card.body
        self.rows.setContentsMargins(36, 24, 36, 28)
        self.rows.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        # Stretches, not an alignment: so the card gets the height that its text needs.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.card)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)
        self.error = text_label("", "error")
        self.error.setVisible(False)

    def show_error(self, sentence: str) -> None:
        """Say what went wrong and let the user try again."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Show that work is under way."""
        self.card.setEnabled(not busy)
        if busy:
            self.error.setVisible(False)

    def add_heading(self, title: str, text: str) -> None:
        """Put a title and what the window is for on top of the card."""
        self.rows.addWidget(heading(title))
        self.rows.addWidget(muted(text))
        self.rows.addSpacing(8)

    def add_fields(self, **fields: tuple[str, QWidget]) -> None:
        """Put labelled fields on the card, side by side."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for label, editor in fields.values():
            row.addWidget(labelled(label, editor), 1)
        self.rows.addLayout(row)

    def add_action(self, text: str) -> QPushButton:
        """Put the error sentence and the button at the bottom of the card."""
        self.rows.addWidget(self.error)
        button = primary_button(text)
        self.rows.addWidget(button)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()


class UnlockWindow(StartWindow):
    """Asks for the passphrase.

    Signals:
        passphrase_given: the passphrase that was typed.
        keyring_chosen: the system's keyring is to unlock.
    """

    passphrase_given = Signal(str)
    keyring_chosen = Signal()

    def __init__(self, remembered: bool = False) -> None:
        """`remembered` offers the system's keyring."""
        super().__init__()
        self.add_heading(
            self.tr("Unlock Hjemmebesøg"),
            self.tr("What you have recorded is encrypted on this computer."),
        )
        self.said = text_label("", "body")
        self.said.setVisible(False)
        self.rows.addWidget(self.said)
        self.passphrase = _secret()
        self.add_fields(passphrase=(self.tr("Passphrase"), self.passphrase))
        self.button = self.add_action(self.tr("Unlock"))
        self.button.clicked.connect(self._give)
        self.passphrase.returnPressed.connect(self._give)
        self.keyring = plain_button(self.tr("Unlock with the computer's keyring"))
        self.keyring.clicked.connect(self._use_keyring)
        self.rows.addWidget(self.keyring)
        if not remembered:
            self.keyring.hide()
        self.passphrase.setFocus()

    def say_restored(self, when: str) -> None:
        """Say that the backup of this time is in place."""
        text = self.tr("The backup of {when} is in place. Unlock with the passphrase of that day.")
        self._say(text.format(when=when))

    def say_locking(self) -> None:
        """Say that what is under way ends first, and let nothing be asked meanwhile."""
        self.set_busy(True)
        self._say(self.tr("The program locks as soon as what is under way is done."))

    def say_locked(self, held: bool) -> None:
        """Let it be unlocked; `held` text that the disk refused is in memory, and lost with it."""
        held_text = self.tr(
            "The disk would not take the last text. It is held encrypted in memory until you "
            "unlock: do not close the program before."
        )
        self._say(held_text if held else "")
        self.show_error("")

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def show_error(self, sentence: str) -> None:
        super().show_error(sentence)
        self.passphrase.setFocus()
        self.passphrase.selectAll()

    def _use_keyring(self) -> None:
        self.set_busy(True)
        self.keyring_chosen.emit()

    def _give(self) -> None:
        if self.passphrase.text():
            self.set_busy(True)
            self.passphrase_given.emit(self.passphrase.text())


class FirstRunWindow(StartWindow):
    """Asks for name, title, unit and passphrase on a computer that is not set up.

    Signals:
        completed: name, title, unit, passphrase and municipality.
        found: the municipalities whose standards are here, by name.
    """

    completed = Signal(str, str, str, str, str)
    found = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.add_heading(
            self.tr("Welcome to Hjemmebesøg"),
            self.tr("Your name, title and unit stand under the decisions you make."),
        )
        self.card.setFixedWidth(560)
        self.name, self.title, self.unit = LineEdit(), LineEdit(), LineEdit()
        self.passphrase, self.repeated = _secret(), _secret()
        self.municipality = Combo([("", self.tr("Not chosen"))])
        self.add_fields(
            name=(self.tr("Your name"), self.name),
            municipality=(self.tr("Municipality"), self.municipality),
        )
        self.add_fields(
            title=(self.tr("Title"), self.title),
            unit=(self.tr("Unit"), self.unit),
        )
        self.add_fields(
            passphrase=(self.tr("Passphrase (at least 12 characters)"), self.passphrase),
            repeated=(self.tr("The passphrase once more"), self.repeated),
        )
        self.rows.addWidget(
            muted(
                self.tr(
                    "Choose a sentence that you remember. Nobody can read your data without it, "
                    "and it cannot be sent to you again."
                )
            )
        )
        self.button = self.add_action(self.tr("Begin"))
        self.button.clicked.connect(self._complete)
        self.found.connect(self._offer)
        self.painted.connect(self._look_for_standards)
        self.name.setFocus()

    def _look_for_standards(self) -> None:
        # Beside the window: what reads them is slow to import.
        Thread(target=_tell_municipalities, args=(self,), daemon=True).start()

    def _offer(self, names: tuple[str, ...]) -> None:
        none = (self.municipality.itemData(0), self.municipality.itemText(0))
        self.municipality.set_options([none, *((name, name) for name in names)])
        if len(names) == 1:
            self.municipality.setCurrentIndex(1)

    def _complete(self) -> None:
        problem = self._problem()
        if problem:
            self.show_error(problem)
            return
        self.set_busy(True)
        self.completed.emit(
            self.name.text().strip(),
            self.title.text().strip(),
            self.unit.text().strip(),
            self.passphrase.text(),
            self.municipality.currentData() or "",
        )

    def _problem(self) -> str:
        if not self.name.text().strip():
            self.name.setFocus()
            return self.tr("Write your name. It stands under the decisions you make.")
        if len(self.passphrase.text()) < SHORTEST_PASSPHRASE:
            self.passphrase.setFocus()
            return self.tr("The passphrase must have at least 12 characters.")
        if self.passphrase.text() != self.repeated.text():
            self.repeated.setFocus()
            return self.tr("The two passphrases are not the same. Write the second one again.")
        return ""


def _tell_municipalities(window: FirstRunWindow) -> None:
    from app.workflow.library import Library

    names = Library().municipalities
    with suppress(RuntimeError):  # the window is gone already
        window.found.emit(names)


def _secret() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
