"""The function profile: a bar for each area, in the levels' one hue."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.theme import font, tokens
from app.widgets.tokens import mixed

Row = tuple[str, int | None, int, str]
BAR = 10
GAP = 12
LEAST_BAR = 72


class ProfileBars(QWidget):
    """Bars of the levels; rows are name, place of the level from 0 or None, levels, label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Function profile"))

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, and say them to a screen reader."""
        if tuple(rows) == self.rows:
            return
        grown = len(rows) != len(self.rows)
        self.rows = tuple(rows)
        none = self.tr("not assessed")
        said = [f"{name}: {none if place is None else label}" for name, place, _, label in rows]
        self.setAccessibleDescription("; ".join(said))
        if grown:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, self._line() * len(self.rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.sizeHint().height())

    def _line(self) -> int:
        return QFontMetrics(font(14)).height() + 6

    def _name_width(self, labels: int) -> int:
        metrics = QFontMetrics(font(14))
        widest = max((metrics.horizontalAdvance(name) for name, *_ in self.rows), default=0)
        return min(widest + 4, max(60, self.width() - labels - 2 * GAP - LEAST_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figures = QFontMetrics(font(14, 700))
        labels = max((figures.horizontalAdvance(label) for *_, label in self.rows), default=0)
        labels = max(labels, 12)
        names = self._name_width(labels)
        high = self._line()
        for index, row in enumerate(self.rows):
            line = QRectF(0, index * high, self.width(), high)
            self._paint_row(painter, line, row, names, labels)

    def _paint_row(
        self, painter: QPainter, line: QRectF, row: Row, names: int, labels: int
    ) -> None:
        name, place, count, label = row
        theme = tokens()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(14))
        painter.setPen(QColor(theme.ink if place is not None else theme.muted))
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, names)
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, shown)
        bar = QRectF(names + GAP, line.center().y() - BAR / 2, 0, BAR)
        bar.setRight(line.right() - labels - GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.neutral))
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        if place is None:
            return
        fill = theme.level(place, count)[0]
        # The palest level would vanish in the track without an edge.
        painter.setPen(QPen(QColor(mixed(fill, theme.primary, 0.35)), 1))
        painter.setBrush(QColor(fill))
        bar.setWidth(bar.width() * (place + 1) / max(1, count))
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), BAR / 2, BAR / 2)
        painter.setFont(font(14, 700))
        painter.setPen(QColor(theme.ink))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, label)
