"""The list of the day: its rows as a model, painted by a delegate, so that any length is fast."""

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.clock import local, today
from app.domain.calendar import age_on
from app.views.phrases import (
    deadline_tone,
    due_by,
    interpreter_missing,
    kind_name,
    moved_away,
    state_name,
)
from app.widgets.chips import paint_chip
from app.widgets.theme import font, tokens
from app.workflow.planning import DayVisit
from app.workflow.session import Session

ROW = 68
TITLE, DETAIL, TIME, CHIP, TONE, DUE, DUE_TONE = (Qt.ItemDataRole.UserRole + n for n in range(1, 8))

Index = QModelIndex | QPersistentModelIndex


class DayModel(QAbstractListModel):
    """The visits of one day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[dict[int, str]] = []
        self._ids: list[str] = []

    def show(self, visits: tuple[DayVisit, ...], session: Session) -> None:
        """Show these visits."""
        self.beginResetModel()
        self._rows = [_row(v, session) for v in visits]
        self._ids = [v.visit.id for v in visits]
        self.endResetModel()

    def visit_id(self, index: QModelIndex) -> str:
        """Return the id of the visit at an index."""
        return self._ids[index.row()]

    def index_of(self, visit_id: str) -> QModelIndex:
        """Return where a visit stands; an invalid index if it is not of this day."""
        return self.index(self._ids.index(visit_id)) if visit_id in self._ids else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            told = (row[part] for part in (TIME, TITLE, DETAIL, CHIP, DUE))
            return ", ".join(filter(None, told))
        return row.get(role)


def _row(line: DayVisit, session: Session) -> dict[int, str]:
    citizen, visit = line.citizen, line.visit
    born = citizen.birth_date
    age = f", {age_on(born, today(session.clock))}" if born else ""
    start = local(visit.planned.start) if visit.planned else None
    chip, tone = state_name(visit.state)
    if line.interpreter_missing and visit.state == "planned":
        chip, tone = interpreter_missing()
    if line.moved:
        chip, tone = moved_away()
    address = citizen.address
    place = visit.planned.place if visit.planned else ""
    if not place and address and not citizen.protected_address:
        place = address.street
    return {
        TIME: f"{start.hour:02}.{start.minute:02}" if start else "",
        TITLE: f"{citizen.name}{age}",
        DETAIL: " · ".join(filter(None, (place, kind_name(visit.kind)))),
        CHIP: chip,
        TONE: tone,
        **_due(line, today(session.clock)),
    }


def _due(line: DayVisit, day: date) -> dict[int, str]:
    if line.nearest is None:
        return {DUE: "", DUE_TONE: "neutral"}
    left = (line.nearest.due - day).days
    return {DUE: due_by(line.nearest.due), DUE_TONE: deadline_tone(left)}


class DayDelegate(QStyledItemDelegate):
    """Paints time, name, place and kind, and the state as a chip."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look: Any = option  # the stubs leave out the option's fields
        area, colours = QRectF(look.rect), tokens()
        selected = bool(look.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, QColor(colours.tint if selected else colours.surface))
        if selected:
            painter.fillRect(QRectF(area.left(), area.top(), 4, ROW), QColor(colours.primary))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        chip = self._chips(painter, area, index)
        words = area.adjusted(96, 11, -(chip + 28), -10)
        self._text(painter, area.adjusted(20, 0, 0, 0), str(index.data(TIME)), 17, 600)
        self._line(painter, words, str(index.data(TITLE)), 15, 600, top=True)
        self._line(painter, words, str(index.data(DETAIL)), 14, 400, top=False)
        painter.restore()

    def _chips(self, painter: QPainter, area: QRectF, index: Index) -> float:
        """Paint the state, and the deadline under it; return how wide they are."""
        state, due = str(index.data(CHIP)), str(index.data(DUE))
        if not due:
            return paint_chip(painter, area, state, index.data(TONE))
        upper, lower = area.adjusted(0, 0, 0, -28), area.adjusted(0, 28, 0, 0)
        return max(
            paint_chip(painter, upper, state, index.data(TONE)),
            paint_chip(painter, lower, due, index.data(DUE_TONE)),
        )

    def _text(self, painter: QPainter, area: QRectF, text: str, size: int, weight: int) -> None:
        painter.setFont(font(size, weight))
        painter.setPen(QColor(tokens().ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _line(
        self, painter: QPainter, area: QRectF, text: str, size: int, weight: int, *, top: bool
    ) -> None:
        face = font(size, weight)
        shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(face)
        painter.setPen(QColor(tokens().ink if top else tokens().muted))
        side = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom
        painter.drawText(area, side | Qt.AlignmentFlag.AlignLeft, shown)
