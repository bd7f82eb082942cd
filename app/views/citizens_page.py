"""The citizens of this computer: found as one types, with their visits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.clock import local, today
from app.domain.calendar import age_on
from app.domain.cpr import masked
from app.domain.records import Citizen, Visit
from app.errors import KnownError
from app.views.phrases import kind_name, masked_number, moved_away, state_name
from app.widgets.buttons import link_button, primary_button
from app.widgets.card import Card, EmptyState, heading, muted, section_title
from app.widgets.chips import Chip
from app.widgets.fields import LineEdit
from app.wording import clock, long_date
from app.workflow.session import Session

MOST = 50


class CitizensPage(QWidget):
    """A search on the left, the chosen citizen on the right.

    Signals:
        opened: the id of a visit to open.
        visit_wanted: the id of a citizen to plan a visit for, or "" for a new one.
        hub_wanted: the text is to be looked for at the municipality's server.
    """

    opened = Signal(str)
    visit_wanted = Signal(str)
    hub_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._moved: frozenset[str] = frozenset()
        self.search = LineEdit(self.tr("Name, CPR, address or phone"))
        self.search.setAccessibleName(self.tr("Find a citizen"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Citizens"))
        self.list.setObjectName("citizenList")
        self.empty = EmptyState(
            self.tr("No citizens here"),
            self.tr("Citizens come with the work list, or with the first visit you plan."),
        )
        self.card = Card()
        self.card.setMinimumWidth(380)
        self._detail = QWidget()
        self.card.body.addWidget(self._detail)
        self.hub = link_button(self.tr("Search at the municipality too …"))
        self.hub.clicked.connect(lambda: self.hub_wanted.emit(self.search.text().strip()))
        self.hub.hide()
        self._lay_out()
        self.search.textEdited.connect(self.refresh)
        self.list.currentItemChanged.connect(lambda now, _: self._show_item(now))

    def refresh(self, _: str = "") -> None:
        """Show who matches the search, or the first citizens by name."""
        chosen = self._id_of(self.list.currentItem())
        self.list.clear()
        for citizen_id, line in self._found():
            item = QListWidgetItem(line)
            item.setData(Qt.ItemDataRole.UserRole, citizen_id)
            self.list.addItem(item)
            if citizen_id == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self.empty.setVisible(not self.list.count())
        self.card.setVisible(bool(self.list.count()))

    def offer_hub(self, *, offered: bool) -> None:
        """Offer to look at the municipality's server, too."""
        self.hub.setVisible(offered)

    def show_citizen(self, citizen_id: str) -> None:
        """Show one citizen."""
        self.search.clear()
        self.refresh()
        for row in range(self.list.count()):
            if self._id_of(self.list.item(row)) == citizen_id:
                self.list.setCurrentRow(row)
                return
        citizen = self._session.citizen(citizen_id)
        if citizen is not None:
            self.search.setText(citizen.name)
            self.refresh()

    def _found(self) -> list[tuple[str, str]]:
        text = self.search.text().strip()
        try:
            if text:
                hits = self._session.store.search.find(text, MOST)
                return [(h.citizen, _line(h.name, masked_number(h.cpr))) for h in hits]
            citizens = self._session.store.overview.citizens(MOST, 0)
        except KnownError:
            return []
        return [(c.id, _line(c.name, masked(c.cpr) if c.cpr else "")) for c in citizens]

    def _show_item(self, item: QListWidgetItem | None) -> None:
        citizen_id = self._id_of(item)
        citizen = self._session.citizen(citizen_id) if citizen_id else None
        if citizen is not None:
            self._show(citizen)

    def _show(self, citizen: Citizen) -> None:
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading(citizen.name))
        column.addWidget(muted(self._about(citizen)))
        if citizen.protected_address:
            column.addWidget(Chip(self.tr("Protected address"), "warn"))
        column.addSpacing(8)
        column.addWidget(section_title(self.tr("Visits")))
        visits = self._session.store.overview.visits_of(citizen.id)
        self._moved = frozenset(self._session.store.journal.exchange.moved())
        for line in reversed(visits):
            column.addWidget(self._visit(line.visit))
        if not visits:
            column.addWidget(muted(self.tr("No visits yet.")))
        plan = primary_button(self.tr("Plan a visit"))
        plan.clicked.connect(lambda: self.visit_wanted.emit(citizen.id))
        row = QHBoxLayout()
        row.addWidget(plan)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        self.card.body.removeWidget(self._detail)
        self._detail.deleteLater()
        self._detail = detail
        self.card.body.addWidget(detail)

    def _about(self, citizen: Citizen) -> str:
        born, address = citizen.birth_date, citizen.address
        age = age_on(born, today(self._session.clock)) if born else None
        parts = [
            self.tr("CPR {cpr}").format(cpr=masked(citizen.cpr)) if citizen.cpr else "",
            self.tr("{age} years").format(age=age) if age is not None else "",
            citizen.phone,
        ]
        if address and not citizen.protected_address:
            parts.append(f"{address.street}, {address.postcode} {address.city}")
        return " · ".join(filter(None, parts))

    def _visit(self, visit: Visit) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        start = local(visit.planned.start) if visit.planned else None
        when = ""
        if start is not None:
            when = f"{long_date(start.date(), self._session.texts.language)} {clock(start)}"
        open_button = link_button(" · ".join(filter(None, (when, kind_name(visit.kind)))))
        open_button.clicked.connect(lambda: self.opened.emit(visit.id))
        name, tone = moved_away() if visit.case in self._moved else state_name(visit.state)
        row.addWidget(open_button)
        row.addStretch(1)
        row.addWidget(Chip(name, tone))
        return box

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(heading(self.tr("Citizens")))
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        left.addWidget(self.empty)
        left.addWidget(self.hub, 0, Qt.AlignmentFlag.AlignLeft)
        new = primary_button(self.tr("New citizen and visit"))
        new.clicked.connect(lambda: self.visit_wanted.emit(""))
        left.addWidget(new)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(20)
        row.addLayout(left, 2)
        row.addWidget(self.card, 3, Qt.AlignmentFlag.AlignTop)

    def _id_of(self, item: QListWidgetItem | None) -> str:
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""


def _line(name: str, cpr: str) -> str:
    return " · ".join(filter(None, (name, cpr)))
