"""The program's few icons: SVG files recoloured for the look that is shown."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from app.texts import RESOURCES

_DRAWN = "#16242F"


@cache
def _source(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def icon_pixmap(name: str, colour: str, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """Return an icon in a colour; `size` in logical pixels, `ratio` of the screen."""
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    drawing = QSvgRenderer(QByteArray(_source(name).replace(_DRAWN, colour).encode()))
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def paint_icon(painter: QPainter, name: str, colour: str, place: QRectF) -> None:
    """Draw an icon sharply in a square, at any scale of the screen."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(place.topLeft(), icon_pixmap(name, colour, round(place.width()), ratio))
