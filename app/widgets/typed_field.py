"""What fields have in common that read what is typed: a line, and a sentence when it is wrong."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.card import text_label
from app.widgets.fields import LineEdit, mark_error


class TypedField(QWidget):
    """A line to type in, and under it what is wrong with it. What is typed stays.

    Subclasses put more into `line`, the row that the line stands in.
    """

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = LineEdit(placeholder)
        self.edit.setAccessibleName(name)
        self.error = text_label("", "error")
        self.error.hide()
        self.line = QHBoxLayout()
        self.line.addWidget(self.edit, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.line)
        column.addWidget(self.error)
        self.setAccessibleName(name)
        self.setFocusProxy(self.edit)
        self.edit.editingFinished.connect(self.finish)

    def finish(self) -> None:
        """Read what was typed, when typing ended."""

    def has_error(self) -> bool:
        """Tell whether what is typed cannot be read."""
        return bool(self.error.text())

    def say(self, problem: str) -> None:
        """Show and say what is wrong; an empty text takes it away."""
        self.error.setText(problem)
        self.error.setVisible(bool(problem))
        self.edit.setAccessibleDescription(problem)
        mark_error(self.edit, bool(problem))
