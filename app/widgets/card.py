"""Cards and the few kinds of text that stand on them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.widgets.buttons import plain_button


def text_label(text: str, kind: str) -> QLabel:
    """Make a wrapping label that shows text as it is, never as markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    return label


def heading(text: str) -> QLabel:
    """Make the heading of a page."""
    return text_label(text, "heading")


def section_title(text: str) -> QLabel:
    """Make the title over a part of a page."""
    return text_label(text, "section")


def muted(text: str) -> QLabel:
    """Make quiet text."""
    return text_label(text, "muted")


class Card(QFrame):
    """A surface with a title; content goes into `body`."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(12)
        self.title = section_title(title)
        self.subtitle = muted(subtitle)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.subtitle)
        self.body.addLayout(head)
        self.set_title(title)
        self.set_subtitle(subtitle)

    def set_title(self, title: str) -> None:
        """Change the title; an empty one takes no room."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Change the line under the title; an empty one takes no room."""
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))


class EmptyState(QWidget):
    """What stands where there is nothing yet: why, and what can be done."""

    def __init__(
        self,
        title: str,
        text: str = "",
        action_text: str = "",
        action: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        for label in (text_label(title, "empty"), muted(text)):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
            label.setVisible(bool(label.text()))
        self.button = plain_button(action_text)
        column.addSpacing(4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button.setVisible(bool(action_text))
        if action is not None:
            self.button.clicked.connect(lambda: action())
