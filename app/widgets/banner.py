"""A line across the page that says what happened, and offers the one thing to do about it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.buttons import icon_button, link_button
from app.widgets.card import text_label
from app.widgets.chips import Tone
from app.widgets.icons import paint_icon
from app.widgets.theme import tokens

_ICONS = {"ok": "check", "warn": "warning", "bad": "warning"}


class Banner(QWidget):
    """A notice or an error with at most one action.

    Signals:
        acted: the action was chosen.
        closed: the banner was put away; it is hidden already.
    """

    acted = Signal()
    closed = Signal()

    def __init__(
        self, text: str = "", tone: Tone = "info", action_text: str = "", closable: bool = True
    ) -> None:
        super().__init__()
        self.tone: Tone = tone
        self.label = text_label("", "banner")
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = link_button("")
        self.close_button = icon_button("close", self.tr("Close this notice"))
        self.close_button.setProperty("kind", "bare")
        if not closable:
            self.close_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(48, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self.label, 1)
        row.addWidget(self.action)
        row.addWidget(self.close_button)
        self.setMinimumHeight(48)
        self.action.clicked.connect(self.acted)
        self.close_button.clicked.connect(self.put_away)
        self.show_text(text, tone, action_text)

    def show_text(self, text: str, tone: Tone = "info", action_text: str = "") -> None:
        """Say something else."""
        self.tone = tone
        self.label.setText(text)
        self.setAccessibleName(text)
        self.action.setText(action_text)
        self.action.setVisible(bool(action_text))
        self.update()

    def put_away(self) -> None:
        """Hide the banner."""
        self.hide()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text, fill = tokens().tone(self.tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        place = QRectF(16, (self.height() - 20) / 2, 20, 20)
        paint_icon(painter, _ICONS.get(self.tone, "info"), text, place)
