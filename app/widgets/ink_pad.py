"""A field to sign in with pen, finger or mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QInputDevice,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

from app.domain.ink import InkPoint, Stroke, decode, encode, ink_segments, segments_at
from app.widgets.theme import font
from app.widgets.tokens import LIGHT

_TOUCHES = (
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
)
LEAST_MOVE = 0.3


class InkPad(QWidget):
    """Paper to sign on; it is white in every look, as the paper it is printed on.

    Signals:
        changed: a stroke was ended, or the ink was cleared.
    """

    changed = Signal()

    def __init__(self, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMinimumSize(320, 150)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.caption = caption
        self._strokes: list[Stroke] = []
        self._current: list[InkPoint] = []
        self._paper: QSize | None = None
        self._ink: QPixmap | None = None
        self._clock = QElapsedTimer()
        self._pen_down = False
        self._finger = -1
        self._describe()

    def strokes(self) -> tuple[Stroke, ...]:
        """Return the strokes, in pixels of `paper()`."""
        return tuple(self._strokes)

    def paper(self) -> tuple[int, int]:
        """Return width and height of the paper that the strokes were written on."""
        size = self._paper or self.size()
        return size.width(), size.height()

    def set_strokes(self, strokes: Sequence[Stroke], paper: tuple[int, int] | None = None) -> None:
        """Show strokes written on paper of a size, without a signal."""
        self._strokes = [tuple(stroke) for stroke in strokes]
        self._current = []
        self._paper = QSize(*paper) if paper and self._strokes else None
        self._repaint_all()

    def encoded(self) -> bytes:
        """Return the signature packed, for keeping."""
        return encode(self._strokes, self.paper())

    def set_encoded(self, packed: bytes) -> None:
        """Show a kept signature; raises KnownError "ink.damaged"."""
        self.set_strokes(*decode(packed))

    def is_empty(self) -> bool:
        """Tell whether nothing is written."""
        return not self._strokes

    def clear(self) -> None:
        """Take a new sheet."""
        had_ink = bool(self._strokes)
        self.set_strokes(())
        self._clock.invalidate()
        if had_ink:
            self.changed.emit()

    def set_caption(self, caption: str) -> None:
        """Say under the line whose signature it is."""
        self.caption = caption
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 190)

    def _describe(self) -> None:
        self.setAccessibleName(self.caption or self.tr("Field for a signature"))
        empty = self.tr("Empty. Sign with pen, finger or mouse.")
        self.setAccessibleDescription(self.tr("Signed") if self._strokes else empty)

    def _scale(self) -> float:
        """Return how much the paper is enlarged on the screen."""
        if self._paper is None or self._paper.isEmpty():
            return 1.0
        wide = self.width() / self._paper.width()
        return min(wide, self.height() / self._paper.height())

    def _down(self, place: QPointF, pressure: float) -> None:
        if not self._strokes:
            self._paper = self.size()
        if not self._clock.isValid():
            self._clock.start()
        self._current = [self._point(place, pressure)]

    def _point(self, place: QPointF, pressure: float) -> InkPoint:
        scale = self._scale()
        wide, high = self.paper()
        x, y = min(max(place.x() / scale, 0), wide), min(max(place.y() / scale, 0), high)
        return InkPoint(x, y, pressure, self._clock.elapsed())

    def _move(self, place: QPointF, pressure: float | None) -> None:
        if not self._current:
            return
        last = self._current[-1]
        point = self._point(place, 0 if pressure is None else pressure)
        way = abs(point.x - last.x) + abs(point.y - last.y)
        if way < LEAST_MOVE:
            return
        if pressure is None:
            # A finger or mouse tells no pressure: quick is thin, smoothed over points.
            quick = way / max(1, point.ms - last.ms)
            wanted = max(0.15, min(0.85, 0.75 - quick * 0.18))
            point = point._replace(pressure=0.7 * last.pressure + 0.3 * wanted)
        self._current.append(point)
        self._draw_newest()

    def _up(self) -> None:
        if not self._current:
            return
        self._strokes.append(tuple(self._current))
        self._current = []
        self._repaint_all()
        self.changed.emit()

    def _drop(self) -> None:
        self._current = []
        self._repaint_all()

    def _draw_newest(self) -> None:
        """Draw what the newest point added, and repaint only there."""
        newest = list(segments_at(self._current, len(self._current) - 1))
        painter = self._ink_painter(self._sheet())
        dirty = QRectF()
        for start, end, wide in newest:
            self._line(painter, start, end, wide)
            edge = wide + 1
            line = QRectF(QPointF(*start), QPointF(*end)).normalized()
            dirty = dirty.united(line.adjusted(-edge, -edge, edge, edge))
        painter.end()
        scale = self._scale()
        size = QSizeF(dirty.width() * scale, dirty.height() * scale)
        self.update(QRectF(dirty.topLeft() * scale, size).toAlignedRect())

    def _repaint_all(self) -> None:
        self._ink = None
        self._describe()
        self.update()

    def _sheet(self) -> QPixmap:
        """Return the ink as a picture at the screen's own resolution, drawn anew if needed."""
        ratio = self.devicePixelRatioF()
        wanted = (QSizeF(self.size()) * ratio).toSize()
        if self._ink is not None and self._ink.size() == wanted:
            return self._ink
        self._ink = QPixmap(wanted)
        self._ink.setDevicePixelRatio(ratio)
        self._ink.fill(Qt.GlobalColor.transparent)
        painter = self._ink_painter(self._ink)
        for stroke in [*self._strokes, tuple(self._current)]:
            for start, end, wide in ink_segments(stroke, 2.0 / ratio):
                self._line(painter, start, end, wide)
        painter.end()
        return self._ink

    def _ink_painter(self, sheet: QPixmap) -> QPainter:
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale(), self._scale())
        return painter

    def _line(
        self, painter: QPainter, start: tuple[float, float], end: tuple[float, float], wide: float
    ) -> None:
        pen = QPen(QColor(LIGHT.ink), wide)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(*start), QPointF(*end))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_paper(painter)
        painter.drawPixmap(0, 0, self._sheet())

    def _paint_paper(self, painter: QPainter) -> None:
        dashed = QPen(QColor(LIGHT.control), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(dashed)
        painter.setBrush(QColor(LIGHT.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        y = self.height() * 0.76
        painter.setPen(QPen(QColor(LIGHT.muted), 1))
        painter.drawLine(QPointF(24, y), QPointF(self.width() - 24, y))
        painter.setFont(font(13))
        room = QRectF(24, y + 4, self.width() - 48, self.height() - y - 8)
        shown = painter.fontMetrics().elidedText(
            self.caption, Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)

    def tabletEvent(self, event: QTabletEvent) -> None:
        # Accepted, or Qt sends the same strokes again as mouse events.
        event.accept()
        if event.type() == QEvent.Type.TabletPress:
            self._pen_down = True
            self._finger = -1
            self._down(event.position(), event.pressure())
        elif event.type() == QEvent.Type.TabletMove and self._pen_down:
            self._move(event.position(), event.pressure())
        elif event.type() == QEvent.Type.TabletRelease:
            self._pen_down = False
            self._up()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and event.type() in _TOUCHES and self.isEnabled():
            event.accept()
            # A hand that rests on the screen while the pen writes leaves no ink.
            if not self._pen_down:
                self._touched(event)
            return True
        return super().event(event)

    def _touched(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchCancel:
            self._finger = -1
            self._drop()
            return
        if event.type() == QEvent.Type.TouchBegin:
            self._finger = event.points()[0].id()
        for point in event.points():
            if point.id() == self._finger:
                knows = event.pointingDevice().capabilities() & QInputDevice.Capability.Pressure
                pressure = point.pressure() if knows else None
                self._finger_at(event, point.position(), pressure)

    def _finger_at(self, event: QTouchEvent, place: QPointF, pressure: float | None) -> None:
        if event.type() == QEvent.Type.TouchBegin:
            self._down(place, 0.5 if pressure is None else pressure)
        elif event.type() == QEvent.Type.TouchUpdate:
            self._move(place, pressure)
        else:
            self._finger = -1
            self._up()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._pen_down:
            self._down(event.position(), 0.5)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._pen_down:
            self._move(event.position(), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._pen_down:
            self._up()
