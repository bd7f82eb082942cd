"""The card of what is chosen among all that is due: whose it is, the rule's words, what to do."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.views.phrases import days_left, deadline_tone
from app.widgets.buttons import link_button, plain_button, primary_button
from app.widgets.card import Card, muted, text_label
from app.widgets.chips import Chip
from app.wording import weekday_date
from app.workflow.due import DueItem, DueKind

WIDTH, EDGE = 330, 24


def kind_names() -> dict[DueKind, str]:
    """Return what the kinds of things that fall due are called, in the order of the filter."""
    return {
        "follow_up": QCoreApplication.translate("Due", "Follow-ups and visits"),
        "status_report": QCoreApplication.translate("Due", "Status reports"),
        "workplace": QCoreApplication.translate("Due", "The home as a workplace"),
        "start": QCoreApplication.translate("Due", "Start of help"),
        "processing": QCoreApplication.translate("Due", "Answers to requests"),
        "complaint": QCoreApplication.translate("Due", "Complaints"),
        "consent": QCoreApplication.translate("Due", "Consents"),
        "age": QCoreApplication.translate("Due", "Birthdays with a choice"),
    }


class DueCard(Card):
    """One thing that is due.

    Signals:
        opened: the DueItem whose visit is to be opened.
        planned: the DueItem for which a follow-up visit is to be planned.
        done: the DueItem that a person has done.
        citizen_asked: the id of the citizen to show.
    """

    opened = Signal(object)
    planned = Signal(object)
    done = Signal(object)
    citizen_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(WIDTH)
        self._item: DueItem | None = None
        self.what = text_label("", "name")
        self.citizen = link_button("")
        self.citizen.clicked.connect(self._ask_for_citizen)
        self.left = Chip("", "info")
        self.day = text_label("", "body")
        self.rule = muted("")
        self.ahead = text_label("", "body")
        self.open_button = primary_button(self.tr("Open the visit"))
        self.plan_button = plain_button(self.tr("Plan a follow-up visit"))
        self.done_button = plain_button(self.tr("Mark as done"))
        for button, signal in (
            (self.open_button, self.opened),
            (self.plan_button, self.planned),
            (self.done_button, self.done),
        ):
            button.clicked.connect(lambda _=False, s=signal: s.emit(self._item))
        self._lay_out()

    def show_item(self, item: DueItem | None, today: date) -> None:
        """Show something that is due; nothing hides the card."""
        self._item = item
        self.setVisible(item is not None)
        if item is None:
            return
        deadline = item.deadline
        self.what.setText(deadline.name)
        self._show_citizen(item.name or self.tr("Citizen without a name"))
        days = (deadline.due - today).days
        self.left.set_text(days_left(days), deadline_tone(days))
        self.day.setText(weekday_date(deadline.due))
        said = [deadline.text]
        if deadline.ref:
            said.append(self.tr("Section {ref} of the standard").format(ref=deadline.ref))
        self.rule.setText("\n".join(filter(None, said)))
        self.rule.setVisible(bool(self.rule.text()))
        ahead = self.tr("A visit is planned for {day}.")
        self.ahead.setText(ahead.format(day=weekday_date(item.planned)) if item.planned else "")
        self.ahead.setVisible(item.planned is not None)
        self.plan_button.setVisible(item.kind in ("follow_up", "status_report", "age"))
        if item.planned is not None:
            self.plan_button.hide()

    def _show_citizen(self, name: str) -> None:
        """Show a name, its end as dots where there is no room; all of it is heard and hinted."""
        metrics = self.citizen.fontMetrics()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, WIDTH - 2 * EDGE)
        self.citizen.setText(shown.replace("&", "&&"))
        self.citizen.setToolTip(name if shown != name else "")
        self.citizen.setAccessibleName(name)

    def _ask_for_citizen(self) -> None:
        if self._item is not None:
            self.citizen_asked.emit(self._item.citizen)

    def _lay_out(self) -> None:
        for part in (self.what, self.citizen, self.day):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.left)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.rule)
        self.body.addWidget(self.ahead)
        self.body.addSpacing(4)
        for button in (self.open_button, self.plan_button, self.done_button):
            self.body.addWidget(button)
