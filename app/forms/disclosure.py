"""A part of a card that is folded away until it is wanted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.widgets.buttons import link_button


class Disclosure(QWidget):
    """A button that shows what `make` makes, made when it is shown the first time."""

    def __init__(self, name: str, make: Callable[[], QWidget]) -> None:
        """`name` says to a screen reader what is folded away; with show_words it may be ""."""
        super().__init__()
        self.name = name
        self.words: tuple[str, str] | None = None
        self.make = make
        self.body: QWidget | None = None
        self.button = link_button("")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._toggled)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._say()

    def show_words(self, closed: str, opened: str) -> None:
        """Say on the button what is folded away."""
        self.words = (closed, opened)
        self._say()

    def set_name(self, name: str) -> None:
        """Say to a screen reader what is folded away, when it is called something else."""
        if name != self.name:
            self.name = name
            self._say()

    def open(self) -> None:
        """Show what is folded away."""
        self.button.setChecked(True)

    def is_open(self) -> bool:
        """Tell whether the part is shown."""
        return self.button.isChecked()

    def _toggled(self, on: bool) -> None:
        if on and self.body is None:
            self.body = self.make()
            self.column.addWidget(self.body)
        if self.body is not None:
            self.body.setVisible(on)
        self._say()

    def _say(self) -> None:
        closed, opened = self.words or (self.tr("Show details"), self.tr("Hide details"))
        words = opened if self.is_open() else closed
        self.button.setText(words)
        self.button.setAccessibleName(f"{words}: {self.name}" if self.name else words)
