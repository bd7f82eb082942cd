"""The orders (bestilling) to the providers, with the goals that they are to work towards."""

from functools import partial

from PySide6.QtCore import Qt

from app.domain.findings import Anchor
from app.domain.ids import new_id
from app.domain.records import Order
from app.domain.standard import Standard
from app.forms.acts import is_recorded
from app.forms.after_record import provider_words
from app.forms.asks import GoTo, ShowDocument
from app.forms.logs import LogDetails, LogRow
from app.forms.parts import CardPart, PartList, add_part, in_row
from app.forms.plan_record import (
    goals_for,
    new_order,
    order_ids,
    order_in,
    orders_of,
    service_name,
)
from app.forms.section import Panel
from app.widgets.buttons import link_button, plain_button
from app.widgets.card import muted
from app.workflow.edits import AddRecord
from app.workflow.visit_view import VisitView

ORDER = "order"
GOALS = "goals"


class OrderRow(LogRow):
    """One order for one service."""

    kind = Order

    def __init__(self, record_id: str) -> None:
        super().__init__(record_id, removable=False)
        self.again = link_button(self.tr("New order"))
        self.again.clicked.connect(self._order_again)
        self.to_goals = link_button(self.tr("Go to the goals"))
        self.to_goals.clicked.connect(partial(self.asked.emit, GoTo(Anchor(section=GOALS))))
        for link in (self.again, self.to_goals):
            self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def new(self, view: VisitView) -> Order:
        return order_in(view, self.record_id)

    def fill(self, details: LogDetails) -> None:
        details.fields.line("provider", self.tr("To"), wide=True)
        hint = self.tr("What the provider must know beside the goals.")
        details.fields.area("message", self.tr("Message to the provider"), hint)
        details.fields.date("sent_on", self.tr("Sent to the provider on"))
        show = plain_button(self.tr("Show order"))
        show.clicked.connect(self._show)
        details.grid.add(in_row(show), wide=True)

    def words(self, view: VisitView) -> tuple[str, str]:
        order = order_in(view, self.record_id)
        parts = (service_name(view, order.service), provider_words(view, order.provider))
        return ", ".join(part for part in parts if part), self._stands(order, view)

    def _stands(self, order: Order, view: VisitView) -> str:
        from app.wording import short_date

        if order.sent_on is not None:
            return self.tr("Sent on {day}.").format(day=short_date(order.sent_on))
        count = len(goals_for(view, order.service))
        if not count:
            return self.tr("Not sent yet. There are no goals for this service.")
        return self.tr("Not sent yet. %n goal(s) go with it.", "", count)

    def load(self, view: VisitView) -> None:
        super().load(view)
        order = order_in(view, self.record_id)
        made = orders_of(view, order.service)
        newest = bool(made) and made[-1].id == order.id
        self.again.setVisible(newest and order.sent_on is not None)
        self.again.setAccessibleName(self.tr("New order: {name}").format(name=self.line.text()))
        goals = view.standard.section(GOALS) is not None
        without = order.sent_on is None and not goals_for(view, order.service)
        self.to_goals.setVisible(goals and without)
        named = self.tr("Go to the goals: {name}").format(name=self.line.text())
        self.to_goals.setAccessibleName(named)

    def _show(self) -> None:
        """Show the order; it is written first, so that there is one to show."""
        if self.view is None:
            return
        order = order_in(self.view, self.record_id)
        if not is_recorded(order, self.view.casefile):
            self.edited.emit(AddRecord(order))
        self.asked.emit(ShowDocument(ORDER, self.record_id))

    def _order_again(self) -> None:
        if self.view is not None:
            service = order_in(self.view, self.record_id).service
            self.edited.emit(AddRecord(new_order(self.view, service, new_id())))


class OrdersCard(CardPart):
    """An order for each granted service."""

    def __init__(self, standard: Standard) -> None:
        super().__init__(self.tr("Orders to the providers"))
        if standard.documents.always_order:
            said = self.tr("An order goes out each time help is granted, plan or no plan.")
            self.card.set_subtitle(said)
        self.none = muted(self.tr("Choose services first: each gets its order here."))
        self.column.addWidget(self.none)
        self.list = add_part(self, PartList(self._make, order_ids))

    def load(self, view: VisitView) -> None:
        super().load(view)
        self.none.setVisible(not self.list.shown)
        self.list.setVisible(bool(self.list.shown))

    def _make(self, key: str) -> Panel:
        return OrderRow(key)
