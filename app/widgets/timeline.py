"""The deadlines of the next days as a line; labels stack so that none hides another."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.chips import Tone
from app.widgets.theme import font, tokens

Entry = tuple[date, str, Tone]
EDGE = 16
GAP = 16


class Label(NamedTuple):
    """A label placed: the day's x, the text's left edge, its row from below, its entry."""

    x: float
    left: float
    width: float
    row: int
    entry: Entry


class DeadlineLine(QWidget):
    """A line of days with a dot and a label for each deadline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = date.today()
        self.days = 14
        self.entries: tuple[Entry, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_days(self, start: date, entries: Sequence[Entry], days: int = 14) -> None:
        """Show entries of date, text and tone from a day on; earlier ones stand at the first."""
        self.start, self.days = start, days
        last = start + timedelta(days=days)
        self.entries = tuple(sorted((e for e in entries if e[0] <= last), key=lambda e: e[0]))
        title = self.tr("Deadlines of the next %n day(s)", "", days)
        self.setAccessibleName(title)
        said = [f"{day.day}/{day.month}: {text}" for day, text, _ in self.entries]
        self.setAccessibleDescription("; ".join(said) or self.tr("No deadlines"))
        self.updateGeometry()
        self.update()

    def labels(self, width: float) -> list[Label]:
        """Place the labels for a width: within the edges, each in the lowest row with room."""
        metrics = QFontMetrics(font(13, 600))
        ends: list[float] = []
        placed: list[Label] = []
        stems = sorted({self._x(entry[0], width) for entry in self.entries})
        for entry in self.entries:
            x = self._x(entry[0], width)
            wide = min(metrics.horizontalAdvance(entry[1]) + 2.0, width - 2 * EDGE)
            following = next((stem for stem in stems if stem > x), width)
            # Pass by the next stem if the label still stands over its own day.
            right = max(x + 4, min(x + wide / 2, following - 8))
            left = min(max(right - wide, EDGE), width - EDGE - wide)
            row = next((r for r, end in enumerate(ends) if left >= end + GAP), len(ends))
            ends[row : row + 1] = [left + wide]
            placed.append(Label(x, left, wide, row, entry))
        return placed

    def _x(self, day: date, width: float) -> float:
        place = min(self.days, max(0, (day - self.start).days))
        return EDGE + 8 + (width - 2 * EDGE - 16) * place / self.days

    def _row_height(self) -> int:
        return QFontMetrics(font(13, 600)).height() + 6

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = max((label.row + 1 for label in self.labels(width)), default=1)
        return rows * self._row_height() + 52

    def sizeHint(self) -> QSize:
        return QSize(560, self.heightForWidth(max(320, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(320, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = self.height() - 34.5
        theme = tokens()
        painter.setPen(QPen(QColor(theme.line), 2))
        painter.drawLine(QPointF(EDGE, y), QPointF(self.width() - EDGE, y))
        self._paint_days(painter, y)
        labels = self.labels(self.width())
        for label in labels:
            self._paint_stem(painter, y, label)
        for label in labels:
            self._paint_label(painter, y, label)
        if not labels:
            painter.setPen(QColor(theme.muted))
            painter.setFont(font(14))
            room = QRectF(EDGE, 0, self.width() - 2 * EDGE, y - 8)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.tr("No deadlines"))

    def _paint_days(self, painter: QPainter, y: float) -> None:
        painter.setFont(font(13))
        painter.setPen(QColor(tokens().muted))
        metrics = painter.fontMetrics()
        step = 1 if self.width() > 90 * self.days else 2 if self.width() > 700 else 4
        for place in range(0, self.days + 1, step):
            day = self.start + timedelta(days=place)
            text = f"{day.day}/{day.month}"
            wide = metrics.horizontalAdvance(text)
            left = min(max(self._x(day, self.width()) - wide / 2, EDGE), self.width() - EDGE - wide)
            painter.drawText(QPointF(left, y + 12 + metrics.ascent()), text)

    def _paint_stem(self, painter: QPainter, y: float, label: Label) -> None:
        top = y - 10 - label.row * self._row_height()
        painter.setPen(QPen(QColor(tokens().control), 1))
        painter.drawLine(QPointF(label.x, top), QPointF(label.x, y))

    def _paint_label(self, painter: QPainter, y: float, label: Label) -> None:
        theme = tokens()
        _, text, tone = label.entry
        colour = theme.muted if tone == "neutral" else theme.tone(tone)[0]
        painter.setPen(QPen(QColor(theme.surface), 2))
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(label.x, y), 7, 7)
        high = self._row_height()
        room = QRectF(label.left, y - 12 - (label.row + 1) * high + 4, label.width, high - 4)
        painter.fillRect(room.adjusted(-6, 0, 6, 0), QColor(theme.surface))
        painter.setPen(QColor(theme.ink))
        painter.setFont(font(13, 600))
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, round(label.width)
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
