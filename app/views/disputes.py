"""Fields that two people have written differently: both values, who and when, and a choice."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.clock import local
from app.domain.casefile import FieldKey
from app.domain.judgement.places import place_in
from app.domain.records import Record
from app.forms.words import short
from app.journal.journal import HistoryEntry
from app.texts import Texts
from app.views.value_words import value_in_words
from app.widgets.buttons import plain_button
from app.widgets.card import Card, text_label
from app.wording import clock, short_date
from app.workflow.edits import SetField
from app.workflow.visit_view import VisitView

Sides = Callable[[FieldKey], Sequence[HistoryEntry]]


class DisputeCard(QWidget):
    """One field with several values.

    Signals:
        edited: the SetField that chooses one.
    """

    edited = Signal(object)

    def __init__(
        self, record: Record, key: FieldKey, name: str, sides: Sequence[HistoryEntry], texts: Texts
    ) -> None:
        super().__init__()
        self.key = key
        self.buttons: list[QPushButton] = []
        self._record = record
        self._name = name
        self._texts = texts
        title = self.tr("Two have written differently: {field}").format(field=name)
        self.card = Card(title, self.tr("The field counts as empty until you choose one."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(self.card)
        for side in sides:
            self._add(side)

    def set_locked(self, locked: bool) -> None:
        """Let the values be read without a choice."""
        for button in self.buttons:
            button.setEnabled(not locked)

    def _add(self, side: HistoryEntry) -> None:
        words = value_in_words(side.value, self._texts) or self.tr("Not recorded")
        at = local(side.at)
        who = self.tr("{who}, {day} at {time}").format(
            who=side.actor or self.tr("Unknown"), day=short_date(at.date()), time=clock(at)
        )
        button = plain_button(self.tr("Choose this"))
        button.setAccessibleName(
            self.tr("{field}: choose {value}").format(field=self._name, value=short(words))
        )
        button.clicked.connect(
            lambda: self.edited.emit(SetField(self._record, self.key.field, side.value))
        )
        self.buttons.append(button)
        said = QVBoxLayout()
        said.addWidget(text_label(words, "value"))
        said.addWidget(text_label(who, "hint"))
        row = QHBoxLayout()
        row.addLayout(said, 1)
        row.addWidget(button)
        self.card.body.addLayout(row)


class DisputeStrip(QWidget):
    """The disputed fields of one section; hidden when there are none.

    Signals:
        edited: the SetField that chooses a value.
    """

    edited = Signal(object)

    def __init__(self, section: str, texts: Texts) -> None:
        super().__init__()
        self.section = section
        self.cards: dict[FieldKey, DisputeCard] = {}
        self._texts = texts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def load(self, view: VisitView, sides: Sides, name_of: Callable[[FieldKey], str]) -> None:
        """Show what is disputed in the section now."""
        casefile = view.casefile
        keys = [d.key for d in casefile.disputes]
        here = [k for k in keys if place_in(k, casefile).section == self.section]
        for key in [k for k in self.cards if k not in here]:
            card = self.cards.pop(key)
            card.hide()
            card.deleteLater()
        for key in here:
            if key not in self.cards:
                record = casefile.records[key.entity][key.id]
                self._add(DisputeCard(record, key, name_of(key), sides(key), self._texts))
            self.cards[key].set_locked(view.locked)
        self.setVisible(bool(self.cards))

    def reveal(self, key: FieldKey | None) -> bool:
        """Put focus on the first choice for a field; tell whether it is disputed here."""
        card = self.cards.get(key) if key is not None else None
        if card is None or not card.buttons:
            return False
        card.buttons[0].setFocus()
        return True

    def _add(self, card: DisputeCard) -> None:
        card.edited.connect(self.edited)
        self._column.addWidget(card)
        self.cards[card.key] = card
