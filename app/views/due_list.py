"""The list of what is due: rows in groups, painted by a delegate, so that any length is fast."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.views.phrases import day_near, days_left, deadline_tone
from app.widgets.chips import paint_chip
from app.widgets.theme import font, tokens
from app.wording import weekday_date
from app.workflow.due import DueItem

ROW, GROUP_ROW = 58, 38
WEEK, MONTH = 7, 30
TITLE, DETAIL, CHIP, TONE, IS_GROUP = (Qt.ItemDataRole.UserRole + n for n in range(1, 6))

Index = QModelIndex | QPersistentModelIndex


def group_names() -> tuple[str, str, str, str]:
    """Return what the groups are called, the most urgent first."""
    return (
        QCoreApplication.translate("DueList", "Overdue"),
        QCoreApplication.translate("DueList", "The next 7 days"),
        QCoreApplication.translate("DueList", "The next 30 days"),
        QCoreApplication.translate("DueList", "Later"),
    )


def group_of(item: DueItem, day: date) -> int:
    """Return in which group something stands, by the days that are left."""
    left = (item.deadline.due - day).days
    return 0 if left < 0 else 1 if left <= WEEK else 2 if left <= MONTH else 3


class DueModel(QAbstractListModel):
    """What is due, under a heading for each group that has something."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DueItem | str] = []
        self._day = date.min

    def show(self, items: Sequence[DueItem], day: date) -> None:
        """Show these items, which are in the order of their days."""
        self.beginResetModel()
        self._day = day
        self._rows = []
        for number, name in enumerate(group_names()):
            inside = [item for item in items if group_of(item, day) == number]
            if inside:
                self._rows += [f"{name} ({len(inside)})", *inside]
        self.endResetModel()

    def item(self, index: Index) -> DueItem | None:
        """Return what stands in a row; None for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, DueItem) else None

    def index_of(self, item: DueItem | None) -> QModelIndex:
        """Return where something stands, or the first row below a heading."""
        if item in self._rows:
            return self.index(self._rows.index(item))
        return self.index(1) if self._rows else QModelIndex()

    def row_near(self, row: int) -> QModelIndex:
        """Return the row at a place, or the nearest that is no heading."""
        near = sorted(range(len(self._rows)), key=lambda r: (abs(r - row), -r))
        found = next((r for r in near if isinstance(self._rows[r], DueItem)), -1)
        return self.index(found) if found >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.item(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if isinstance(row, DueItem):
            return self._of_item(row, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, TITLE):
            return row
        return True if role == IS_GROUP else None

    def _of_item(self, item: DueItem, role: int) -> Any:
        left = (item.deadline.due - self._day).days
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                due = f"{weekday_date(item.deadline.due)}, {days_left(left)}"
                return ", ".join((item.deadline.name, item.name, due))
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (item.deadline.name, item.deadline.text)))
            case _ if role == TITLE:
                return item.deadline.name
            case _ if role == DETAIL:
                return item.name
            case _ if role == CHIP:
                return f"{day_near(item.deadline.due, self._day)} · {days_left(left)}"
            case _ if role == TONE:
                return deadline_tone(left)
        return None


class DueDelegate(QStyledItemDelegate):
    """Paints what is due and for whom, and the day as a chip; headings stand bare."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, GROUP_ROW if index.data(IS_GROUP) else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look: Any = option  # the stubs leave out the option's fields
        area = QRectF(look.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(IS_GROUP):
            self._heading(painter, area, str(index.data(TITLE)))
        else:
            selected = bool(look.state & QStyle.StateFlag.State_Selected)
            self._row(painter, area, index, selected=selected)
        painter.restore()

    def _heading(self, painter: QPainter, area: QRectF, text: str) -> None:
        colours = tokens()
        painter.fillRect(area, QColor(colours.background))
        painter.setFont(font(14, 600))
        painter.setPen(QColor(colours.muted))
        side = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area.adjusted(20, 0, 0, -6), side, text)

    def _row(self, painter: QPainter, area: QRectF, index: Index, *, selected: bool) -> None:
        colours = tokens()
        painter.fillRect(area, QColor(colours.tint if selected else colours.surface))
        if selected:
            painter.fillRect(QRectF(area.left(), area.top(), 4, ROW), QColor(colours.primary))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        chip = paint_chip(painter, area, str(index.data(CHIP)), index.data(TONE))
        words = area.adjusted(20, 7, -(chip + 32), -8)
        self._line(painter, words, str(index.data(TITLE)), 600, top=True)
        self._line(painter, words, str(index.data(DETAIL)), 400, top=False)

    def _line(self, painter: QPainter, area: QRectF, text: str, weight: int, *, top: bool) -> None:
        face = font(15 if top else 14, weight)
        shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(face)
        painter.setPen(QColor(tokens().ink if top else tokens().muted))
        side = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom
        painter.drawText(area, side | Qt.AlignmentFlag.AlignLeft, shown)
