"""The help of a week: seven days across, times of day down, a chip for each visit.

Where a word has no room in its column, the week is a list of its days instead.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.widgets.chips import Tone
from app.widgets.theme import font, tokens
from app.widgets.wrapping import paint_wrapped, text_height

WeekEntry = tuple[int, str, str, Tone]
SIDE = 104
PAD = 6


class PlacedChip(NamedTuple):
    """A chip where it is painted."""

    rect: QRectF
    entry: WeekEntry


class WeekView(QWidget):
    """Shows entries of weekday (0 is Monday), time of day, text and tone."""

    def __init__(
        self, times: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        """`times` are the times of day in their order: what entries say, and the name."""
        super().__init__(parent)
        self.times = tuple(times)
        self.entries: tuple[WeekEntry, ...] = ()
        self.days = (
            self.tr("Monday"),
            self.tr("Tuesday"),
            self.tr("Wednesday"),
            self.tr("Thursday"),
            self.tr("Friday"),
            self.tr("Saturday"),
            self.tr("Sunday"),
        )
        self.setAccessibleName(self.tr("The week"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_entries(())

    def set_times(self, times: Sequence[tuple[str, str]]) -> None:
        """Change the times of day and their order."""
        self.times = tuple(times)
        self.set_entries(self.entries)

    def set_entries(self, entries: Sequence[WeekEntry]) -> None:
        """Show these entries, and say them to a screen reader day by day."""
        self.entries = tuple(entry for entry in entries if 0 <= entry[0] <= 6)
        names = dict(self.rows())
        said = []
        for day, name in enumerate(self.days):
            parts = [f"{names[e[1]]}: {e[2]}" for e in self.entries if e[0] == day]
            said += [f"{name}: {', '.join(parts)}"] if parts else []
        self.setAccessibleDescription(". ".join(said) or self._nothing())
        self.updateGeometry()
        self.update()

    def _nothing(self) -> str:
        return self.tr("No help is placed in the week yet.")

    def rows(self) -> list[tuple[str, str]]:
        """Return the times of day that have entries, known ones first."""
        used = {entry[1] for entry in self.entries}
        known = [row for row in self.times if row[0] in used]
        others = sorted(used - {value for value, _ in known})
        return known + [(value, value or self.tr("No fixed time")) for value in others]

    def chips(self, width: float) -> tuple[list[PlacedChip], list[float]]:
        """Place the chips for a width; return them and the top of each row, and the end."""
        return self._listed(width) if self.is_listed(width) else self._in_columns(width)

    def is_listed(self, width: float) -> bool:
        """Tell whether a column is too narrow for a word, so that days stand below each other."""
        words = (word for entry in self.entries for word in entry[2].split())
        metrics = QFontMetrics(font(13, 600))
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return widest > (width - SIDE) / 7 - 16

    def _listed(self, width: float) -> tuple[list[PlacedChip], list[float]]:
        """Place each day's chips under each other, with the time of day before the words."""
        names = {value: name for value, name in self.times if value}
        metrics = QFontMetrics(font(13, 600))
        tops = [0.0]
        placed: list[PlacedChip] = []
        for day in self._used_days():
            low = tops[-1] + PAD
            for entry in (e for e in self.entries if e[0] == day):
                time = names.get(entry[1], entry[1])
                text = f"{time}: {entry[2]}" if time else entry[2]
                room = min(width - SIDE, metrics.horizontalAdvance(text) + 18.0)
                rect = QRectF(SIDE, low, room, self._high(text, room))
                placed.append(PlacedChip(rect, (day, entry[1], text, entry[3])))
                low = rect.bottom() + 4
            tops.append(max(low, tops[-1] + 36) + 2)
        return placed, tops

    def _used_days(self) -> list[int]:
        return sorted({entry[0] for entry in self.entries})

    def _in_columns(self, width: float) -> tuple[list[PlacedChip], list[float]]:
        column = (width - SIDE) / 7
        tops = [self._head()]
        placed: list[PlacedChip] = []
        for value, name in self.rows():
            lows = [tops[-1] + PAD] * 7
            for entry in (e for e in self.entries if e[1] == value):
                day = entry[0]
                high = self._high(entry[2], column)
                rect = QRectF(SIDE + day * column + 2, lows[day], column - 4, high)
                placed.append(PlacedChip(rect, entry))
                lows[day] += high + 4
            named = tops[-1] + PAD + 8 + text_height(name, font(13, 600), SIDE - 8)
            tops.append(max(*lows, named, tops[-1] + 40) + 2)
        return placed, tops

    def _head(self) -> float:
        return QFontMetrics(font(13, 600)).height() + 12.0

    def _high(self, text: str, column: float) -> float:
        return text_height(text, font(13, 600), max(24, column - 16)) + 8

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self.entries:
            return 96
        return round(self.chips(width)[1][-1]) + 4

    def sizeHint(self) -> QSize:
        return QSize(620, self.heightForWidth(max(480, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(480, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.entries:
            painter.setPen(QColor(tokens().muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._nothing())
            return
        placed, tops = self.chips(self.width())
        if self.is_listed(self.width()):
            self._paint_rows(painter, tops, [self.days[day] for day in self._used_days()])
        else:
            self._paint_heads(painter)
            self._paint_rows(painter, tops, [name for _, name in self.rows()])
        for chip in placed:
            self._paint_chip(painter, chip)

    def _paint_heads(self, painter: QPainter) -> None:
        column = (self.width() - SIDE) / 7
        painter.setFont(font(13, 600))
        painter.setPen(QColor(tokens().muted))
        metrics = painter.fontMetrics()
        for day, name in enumerate(self.days):
            room = QRectF(SIDE + day * column, 0, column, self._head())
            fits = metrics.horizontalAdvance(name) <= column - 4
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name if fits else name[:3])

    def _paint_rows(self, painter: QPainter, tops: list[float], names: Sequence[str]) -> None:
        theme = tokens()
        for index, name in enumerate(names):
            painter.setPen(QColor(theme.line))
            painter.drawLine(0, round(tops[index]), self.width(), round(tops[index]))
            painter.setPen(QColor(theme.muted))
            painter.setFont(font(13, 600))
            high = text_height(name, font(13, 600), SIDE - 8)
            paint_wrapped(painter, name, QRectF(0, tops[index] + PAD + 4, SIDE - 8, high))

    def _paint_chip(self, painter: QPainter, chip: PlacedChip) -> None:
        text, fill = tokens().tone(chip.entry[3])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(chip.rect, 6, 6)
        painter.setPen(QColor(text))
        painter.setFont(font(13, 600))
        paint_wrapped(painter, chip.entry[2], chip.rect.adjusted(6, 4, -6, -4))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, place: QPoint, on_screen: QPoint) -> None:
        placed, _ = self.chips(self.width())
        said = (c.entry[2] for c in placed if c.rect.contains(place.toPointF()))
        QToolTip.showText(on_screen, next(said, ""), self)
