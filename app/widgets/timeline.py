"""The deadlines of the next days as a line; labels stack so that none hides another."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.widgets.chips import Tone
from app.widgets.theme import font, tokens

Entry = tuple[date, str, Tone]
EDGE = 16
GAP = 16
INDENT = 10
GRAVE = ("bad", "warn", "info", "ok", "neutral")


class Label(NamedTuple):
    """A label placed: the day's x, the text's left edge, its row from below, its entry."""

    x: float
    left: float
    width: float
    row: int
    entry: Entry


class DeadlineLine(QWidget):
    """A line of days with a dot and a label for each day that has a deadline."""

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
        """Place a label for each day in a width, from the last day to the first.

        A label begins at its day and stands above every later day that it reaches over, so
        that no stem runs through it; where the line ends it is drawn in.
        """
        metrics = QFontMetrics(font(13, 600))
        placed: list[Label] = []
        for entry in reversed(self._days()):
            x = self._x(entry[0], width)
            wide = min(metrics.horizontalAdvance(entry[1]) + 2.0, width - 2 * EDGE)
            left = max(EDGE, min(x - INDENT, width - EDGE - wide))
            reached = [p.row for p in placed if self._meet(p, left, left + wide)]
            placed.append(Label(x, left, wide, max(reached, default=-1) + 1, entry))
        return placed

    def _meet(self, placed: Label, left: float, right: float) -> bool:
        """Tell whether a label from left to right reaches over a placed one or its stem."""
        over_text = left < placed.left + placed.width + GAP and placed.left < right + GAP
        return over_text or left - 4 < placed.x < right + 4

    def _days(self) -> list[Entry]:
        """Return one entry a day: the gravest, with how many more there are."""
        days: dict[date, list[Entry]] = {}
        for entry in self.entries:
            days.setdefault(max(entry[0], self.start), []).append(entry)
        shown = []
        for day, entries in days.items():
            first = min(entries, key=lambda e: GRAVE.index(e[2]))
            more = f" +{len(entries) - 1}" if len(entries) > 1 else ""
            shown.append((day, first[1] + more, first[2]))
        return shown

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, place: QPoint, on_screen: QPoint) -> None:
        """Say all deadlines of the day under the pointer."""
        near = min(self.labels(self.width()), key=lambda p: abs(p.x - place.x()), default=None)
        said = [e[1] for e in self.entries if near and max(e[0], self.start) == near.entry[0]]
        QToolTip.showText(on_screen, "\n".join(said), self)

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
