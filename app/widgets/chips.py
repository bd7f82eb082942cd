"""Small labels that say a state in a word, in a tone."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.widgets.theme import font, tokens

Tone = Literal["neutral", "info", "ok", "warn", "bad"]


class Chip(QLabel):
    """A word in a tone; the word alone says everything, the colour only repeats it."""

    def __init__(
        self,
        text: str,
        tone: Tone = "neutral",
        parent: QWidget | None = None,
        *,
        on_tint: bool = False,
    ) -> None:
        """`on_tint` keeps the chip apart from a tinted surface that it stands on."""
        super().__init__(parent)
        self.on_tint = on_tint
        self.tone: Tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_text(text, tone)

    def set_text(self, text: str, tone: Tone | None = None) -> None:
        """Change the word, and the tone with it; what stays the same is not painted anew."""
        if text and (text, tone or self.tone) == (self.text(), self.tone):
            return
        self.tone = tone or self.tone
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font(13, 600))
        return QSize(metrics.horizontalAdvance(self.text()) + 20, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        full = self.sizeHint()
        return QSize(min(full.width(), 48), full.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the whole word where it does not fit."""
        super().resizeEvent(event)
        cut = self.width() < self.sizeHint().width()
        self.setToolTip(self.text() if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _paint(painter, QRectF(self.rect()), self.text(), self.tone, on_tint=self.on_tint)


def paint_chip(painter: QPainter, row: QRectF, text: str, tone: Tone) -> float:
    """Paint a chip at the right end of a list's row; return how wide it is."""
    metrics = QFontMetricsF(font(13, 600))
    width, height = metrics.horizontalAdvance(text) + 20, metrics.height() + 6
    place = QRectF(row.right() - 20 - width, row.center().y() - height / 2, width, height)
    _paint(painter, place, text, tone)
    return width


def _paint(
    painter: QPainter, place: QRectF, text: str, tone: Tone, *, on_tint: bool = False
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink, fill = tokens().tone(tone)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().surface if on_tint else fill))
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    painter.setFont(font(13, 600))
    painter.setPen(QColor(ink))
    room = place.adjusted(8, 0, -8, 0)
    shown = QFontMetricsF(painter.font()).elidedText(
        text, Qt.TextElideMode.ElideRight, room.width()
    )
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
