"""Fields that were written differently: the values side by side, who and where, and a choice."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.casefile import Disputed, FieldKey
from app.domain.judgement.places import place_in
from app.domain.records import Record
from app.forms.words import short
from app.views.field_names import FieldNames
from app.views.record_words import RecordNames
from app.views.side_words import differences, is_since_before, when, where
from app.widgets.buttons import link_button, plain_button
from app.widgets.card import Card, muted, text_label
from app.widgets.diff_text import DiffText
from app.workflow.disputes import Dispute, Side
from app.workflow.edits import SetField
from app.workflow.visit_view import VisitView

Details = Callable[[Disputed], Dispute]
COLUMNS = 2


class SidePanel(QFrame):
    """One of the values: who wrote it, where and when, and the button that chooses it."""

    def __init__(self, dispute: Dispute, side: Side, names: RecordNames, name: str) -> None:
        """`name` is what the field is called."""
        super().__init__()
        self.setObjectName("side")
        who = side.actor or self.tr("Unknown")
        words = _words(dispute, side, names) or self.tr("Not recorded")
        self.choose = plain_button(self.tr("Choose this"))
        self.choose.setAccessibleName(
            self.tr("{field}: choose {value}, written by {who}").format(
                field=name, value=short(words), who=who
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        column.addWidget(text_label(who, "area"))
        column.addWidget(text_label(f"{where(side)}\n{when(side)}", "hint"))
        column.addSpacing(4)
        column.addWidget(self._value(dispute, side, words))
        column.addStretch(1)
        column.addSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch(1)
        column.addLayout(row)

    def _value(self, dispute: Dispute, side: Side, words: str) -> QWidget:
        pieces = differences(dispute, side) if words == side.value else ()
        if not pieces:
            return text_label(words, "value")
        since = is_since_before(dispute)
        added = self.tr("added: {text}") if since else self.tr("only here: {text}")
        return DiffText(pieces, {"added": added, "removed": self.tr("removed: {text}")})


class DisputeCard(QWidget):
    """One field with several values.

    Signals:
        edited: the SetField that chooses one.
        third: the FieldKey of the field to write something else in.
    """

    edited = Signal(object)
    third = Signal(object)

    def __init__(self, record: Record, dispute: Dispute, names: RecordNames, visit: str) -> None:
        """`visit` is the one that is open."""
        super().__init__()
        self.key = dispute.key
        self.dispute = dispute
        self.buttons: list[QPushButton] = []
        self._record = record
        self._name = names.own_name(dispute.key)
        if getattr(record, "visit", visit) != visit:
            self._name = self.tr("{field} (another visit)").format(field=self._name)
        self.card = Card(self._title(self._name), self._subtitle())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(self.card)
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, side in enumerate(dispute.sides):
            grid.addWidget(self._panel(side, names), place // COLUMNS, place % COLUMNS)
            grid.setColumnStretch(place % COLUMNS, 1)
        self.card.body.addLayout(grid)
        if any(panel.pieces for panel in self.findChildren(DiffText)):
            self.card.body.addWidget(muted(self._legend()))
        self.other = link_button(self.tr("Write something else in the field"))
        self.other.clicked.connect(lambda: self.third.emit(self.key))
        self.card.body.addWidget(self.other)
        self.other.setVisible(names.has_field(dispute.key))

    def set_locked(self, locked: bool) -> None:
        """Let the values be read without a choice."""
        for button in (*self.buttons, self.other):
            button.setEnabled(not locked)

    def _panel(self, side: Side, names: RecordNames) -> SidePanel:
        panel = SidePanel(self.dispute, side, names, self._name)
        choice = SetField(self._record, self.key.field, side.value)
        panel.choose.clicked.connect(lambda: self.edited.emit(choice))
        self.buttons.append(panel.choose)
        return panel

    def _title(self, name: str) -> str:
        if self.key.field == "removed":
            return self.tr("Removed by one and changed by another: {field}").format(field=name)
        return self.tr("Written differently: {field}").format(field=name)

    def _subtitle(self) -> str:
        return self.tr(
            "The field counts as empty until you choose. It can wait, but a decision that it "
            "concerns cannot be locked before."
        )

    def _legend(self) -> str:
        if is_since_before(self.dispute):
            return self.tr(
                "Underlined was added and struck through was removed since both had the same text."
            )
        return self.tr("Underlined stands only there.")


class DisputeStrip(QWidget):
    """The disputed fields of one section; hidden when there are none.

    Signals:
        edited: the SetField that chooses a value.
        third: the FieldKey of a field to write something else in.
    """

    edited = Signal(object)
    third = Signal(object)

    def __init__(self, section: str) -> None:
        super().__init__()
        self.section = section
        self.cards: dict[FieldKey, DisputeCard] = {}
        self._known: dict[FieldKey, tuple[Disputed, Dispute]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def load(self, view: VisitView, details: Details, names: Callable[[], FieldNames]) -> None:
        """Show what is disputed in the section now; what has not changed stays as it is."""
        casefile = view.casefile
        listed = [d for d in casefile.disputes if place_in(d.key, casefile).section == self.section]
        self._known = {d.key: (d, self._details(d, details)) for d in listed}
        here = {key: dispute for key, (_, dispute) in self._known.items()}
        for key in [k for k, card in self.cards.items() if card.dispute != here.get(k)]:
            self._replace(key, here.get(key), view, names)
        for key in [k for k in here if k not in self.cards]:
            self._add(here[key], view, names(), self._column.count())
        for card in self.cards.values():
            card.set_locked(view.locked)
        self.setVisible(bool(self.cards))

    def reveal(self, key: FieldKey | None) -> bool:
        """Put focus on the first choice for a field; tell whether it is disputed here."""
        card = self.cards.get(key) if key is not None else None
        if card is None or not card.buttons:
            return False
        card.buttons[0].setFocus()
        return True

    def reveal_first(self) -> bool:
        """Put focus on the first choice of all; tell whether there is any."""
        return any(self.reveal(key) for key in list(self.cards)[:1])

    def _details(self, disputed: Disputed, details: Details) -> Dispute:
        """Return what is to be known of a field; it is read again only if its values changed."""
        known = self._known.get(disputed.key)
        return known[1] if known is not None and known[0] == disputed else details(disputed)

    def _replace(
        self,
        key: FieldKey,
        dispute: Dispute | None,
        view: VisitView,
        names: Callable[[], FieldNames],
    ) -> None:
        """Show a field's new values in the place of the old ones; focus stays in the card."""
        old = self.cards.pop(key)
        focused = _has_focus(old)
        at = self._column.indexOf(old)
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()
        if dispute is not None:
            self._add(dispute, view, names(), at)
            if focused:
                self.reveal(key)

    def _add(self, dispute: Dispute, view: VisitView, names: FieldNames, at: int) -> None:
        key = dispute.key
        record = view.casefile.records[key.entity][key.id]
        card = DisputeCard(record, dispute, names, view.casefile.visit_id)
        card.edited.connect(self.edited)
        card.third.connect(self.third)
        self._column.insertWidget(at, card)
        self.cards[key] = card


def _words(dispute: Dispute, side: Side, names: RecordNames) -> str:
    if dispute.key.field == "removed":
        return names.life(side.value)
    value: Any = side.value
    return names.plain_value(dispute.key, value)


def _has_focus(card: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and card.isAncestorOf(focused)
