"""Buttons: one primary on a page, plain ones, links, and icons with a spoken name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.widgets.icons import paint_icon
from app.widgets.theme import tokens

HIT = 40


def _button(text: str, kind: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    button.setMinimumHeight(HIT)
    button.setAutoDefault(False)
    return button


def primary_button(text: str) -> QPushButton:
    """Make the button for the one thing that a page is for."""
    return _button(text, "primary")


def plain_button(text: str) -> QPushButton:
    """Make a button."""
    return _button(text, "plain")


def link_button(text: str) -> QPushButton:
    """Make a button that reads as a link."""
    button = _button(text, "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


class IconButton(QPushButton):
    """A square button that shows an icon; its name is said and shown as a tooltip."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self.icon_name = icon
        self.setProperty("kind", "plain")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(HIT, HIT)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        return QSize(HIT, HIT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        theme = tokens()
        colour = theme.ink if self.isEnabled() else theme.muted
        corner = (HIT - 20) / 2
        paint_icon(painter, self.icon_name, colour, QRectF(corner, corner, 20, 20))


def icon_button(icon: str, name: str) -> IconButton:
    """Make a button of an icon in resources/icons, with its spoken name."""
    return IconButton(icon, name)
