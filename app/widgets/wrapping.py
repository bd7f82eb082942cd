"""Text in a width: how high it gets, and painting it broken between words."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption


def _option() -> QTextOption:
    """Break between words, and within a word only where it is wider than the line."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def text_height(text: str, face: QFont, width: float) -> float:
    """Return the height that a text takes in a width, in logical pixels."""
    layout = QTextLayout(text.replace("\n", "\u2028"), face)
    layout.setTextOption(_option())
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        height += line.height()
    layout.endLayout()
    return height


def paint_wrapped(painter: QPainter, text: str, room: QRectF) -> None:
    """Paint a text in a room with the painter's font, in the middle of its height."""
    painter.drawText(room, text, _option())
