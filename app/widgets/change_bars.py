"""What changed since last time, area by area: a grey dot before, a filled one now, and words."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.theme import font, tokens
from app.widgets.tokens import mixed

DOT = 6.5
BEFORE = 4.5
GAP = 16
LEAST_TRACK, MOST_TRACK = 120, 260
WIDE_CHARS = 78


class Change(NamedTuple):
    """One area: its name, the places of both levels from 0 or None, levels, and the words."""

    name: str
    before: int | None
    now: int | None
    levels: int
    words: str


class ChangeBars(QWidget):
    """A line for each area; where there is no room the words stand under the name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.changes: tuple[Change, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("What has changed since last time"))

    def set_changes(self, changes: Sequence[Change]) -> None:
        """Show these areas, and say them to a screen reader."""
        if tuple(changes) == self.changes:
            return
        self.changes = tuple(changes)
        self.setAccessibleDescription("; ".join(f"{c.name}: {c.words}" for c in self.changes))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._line(width) * len(self.changes)

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(320, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(max(260, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _is_wide(self, width: int) -> bool:
        return width >= WIDE_CHARS * QFontMetrics(font(14)).averageCharWidth()

    def _line(self, width: int) -> int:
        high = QFontMetrics(font(14)).height()
        return high + 14 if self._is_wide(width) else 2 * high + 18

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, wide = self._line(self.width()), self._is_wide(self.width())
        for index, change in enumerate(self.changes):
            line = QRectF(0, index * high, self.width(), high)
            if index:
                painter.setPen(QPen(QColor(tokens().line), 1))
                painter.drawLine(line.topLeft(), line.topRight())
            self._paint_change(painter, line, change, wide)

    def _paint_change(self, painter: QPainter, line: QRectF, change: Change, wide: bool) -> None:
        name, track, words = self._columns(line, wide)
        theme = tokens()
        self._text(painter, name, change.name, theme.ink, 600)
        self._text(
            painter, words, change.words, theme.ink if change.now is not None else theme.muted, 400
        )
        _paint_track(painter, track, change)

    def _columns(self, line: QRectF, wide: bool) -> tuple[QRectF, QRectF, QRectF]:
        """Return where name, picture and words stand in a line."""
        track = min(MOST_TRACK, max(LEAST_TRACK, line.width() * 0.3))
        if wide:
            name = QRectF(line.left(), line.top(), self._name_width(line.width()), line.height())
            picture = QRectF(name.right() + GAP, line.top(), track, line.height())
            left = picture.right() + GAP
            return name, picture, QRectF(left, line.top(), line.right() - left, line.height())
        half = line.height() / 2
        name = QRectF(line.left(), line.top() + 3, line.width(), half - 3)
        picture = QRectF(line.left(), line.top() + half, track, half - 3)
        left = picture.right() + GAP
        return name, picture, QRectF(left, picture.top(), line.right() - left, picture.height())

    def _name_width(self, width: float) -> float:
        metrics = QFontMetrics(font(14, 600))
        widest = max((metrics.horizontalAdvance(c.name) for c in self.changes), default=0)
        return min(widest + 4.0, width * 0.42)

    def _text(self, painter: QPainter, room: QRectF, text: str, colour: str, weight: int) -> None:
        painter.setFont(font(14, weight))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_track(painter: QPainter, track: QRectF, change: Change) -> None:
    """Paint the levels as ticks on a line, and the way from the one before to the one now."""
    theme = tokens()
    y = track.center().y()
    painter.setPen(QPen(QColor(mixed(theme.line, theme.control, 0.4)), 2))
    painter.drawLine(QPointF(_at(track, 0, 1), y), QPointF(track.right() - DOT - 1, y))
    for place in range(change.levels):
        x = _at(track, place, change.levels)
        painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 4))
    if change.before is not None and change.now is not None and change.before != change.now:
        _paint_way(
            painter,
            _at(track, change.before, change.levels),
            _at(track, change.now, change.levels),
            y,
        )
    if change.before is not None:
        _dot(painter, QPointF(_at(track, change.before, change.levels), y), BEFORE, theme.control)
    if change.now is not None:
        fill = mixed(theme.level(change.now, change.levels)[0], theme.primary, 0.35)
        _dot(painter, QPointF(_at(track, change.now, change.levels), y), DOT, fill)
    if change.before is not None and change.before == change.now:
        inner = QPointF(_at(track, change.before, change.levels), y)
        _dot(painter, inner, BEFORE - 2, theme.surface)


def _paint_way(painter: QPainter, before: float, now: float, y: float) -> None:
    theme = tokens()
    painter.setPen(QPen(QColor(theme.primary), 3))
    forward = 1 if now > before else -1
    tip = now - forward * (DOT + 2)
    painter.drawLine(QPointF(before, y), QPointF(tip - forward * 6, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.primary))
    back = tip - forward * 8
    painter.drawPolygon(QPolygonF([QPointF(tip, y), QPointF(back, y - 5), QPointF(back, y + 5)]))


def _dot(painter: QPainter, at: QPointF, radius: float, fill: str) -> None:
    theme = tokens()
    painter.setPen(QPen(QColor(theme.surface), 1.5))
    painter.setBrush(QColor(fill))
    painter.drawEllipse(at, radius, radius)


def _at(track: QRectF, place: int, count: int) -> float:
    room = track.width() - 2 * DOT - 2
    return float(track.left() + DOT + 1 + room * place / max(1, count - 1))
