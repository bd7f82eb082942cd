"""Who changed a field, or anything in a visit, when, and from what."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.clock import local
from app.domain.casefile import FieldKey
from app.journal.journal import HistoryEntry
from app.views.field_names import FieldNames
from app.views.letters_list import kind_names
from app.views.scrolling import scrolling
from app.views.value_words import value_in_words
from app.widgets.buttons import plain_button
from app.widgets.card import Card, EmptyState, muted, section_title, text_label
from app.widgets.chips import Chip
from app.wording import clock, short_date
from app.workflow.session import Session
from app.workflow.visit_history import HistoryAct, shown_entries

# So much is built at once that the dialog comes without a wait.
ACTS_AT_A_TIME, LINES_OF_AN_ACT = 40, 30


class HistoryDialog(QDialog):
    """The changes of one field, newest first."""

    def __init__(
        self,
        key: FieldKey,
        entries: tuple[HistoryEntry, ...],
        session: Session,
        parent: QWidget | None = None,
        words: Callable[[FieldKey, Any], str] | None = None,
    ) -> None:
        """`words` says a value as the field's form does."""
        super().__init__(parent)
        self._key = key
        self._said = words
        self.setWindowTitle(self.tr("Who changed this?"))
        self.setModal(True)
        self.resize(520, 460)
        self._session = session
        page = QWidget()
        page.setObjectName("page")
        rows = QVBoxLayout(page)
        rows.setSpacing(12)
        for entry in entries:
            rows.addWidget(self._card(entry))
        if not entries:
            rows.addWidget(
                EmptyState(
                    self.tr("Nothing has been written here yet"),
                    self.tr("The history begins with the first change."),
                )
            )
        rows.addStretch(1)
        close = plain_button(self.tr("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(scrolling(page), 1)
        column.addWidget(close)

    def _card(self, entry: HistoryEntry) -> Card:
        at = local(entry.at)
        when = self.tr("{day} at {time}").format(day=short_date(at.date()), time=clock(at))
        card = Card(entry.actor or self.tr("Unknown"), when)
        for title, value, erased in (
            (self.tr("Now"), entry.value, entry.erased),
            (self.tr("Before"), entry.previous, entry.previous_erased),
        ):
            words = self.tr("Erased") if erased else self._words(value)
            card.body.addWidget(section_title(title))
            card.body.addWidget(text_label(words, "value"))
        for text in filter(None, (entry.label, entry.reason)):
            card.body.addWidget(muted(text))
        return card

    def _words(self, value: Any) -> str:
        said = self._said(self._key, value) if self._said else ""
        return said or value_in_words(value, self._session.texts) or self.tr("Not recorded")


class VisitHistoryDialog(QDialog):
    """What was done in a visit, an act at a time, newest first."""

    def __init__(
        self,
        acts: Sequence[HistoryAct],
        names: FieldNames,
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        """`names` says what a field and its value are called on its form."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("The history of the visit"))
        self.setModal(True)
        self.resize(640, 520)
        self._session = session
        self._names = names
        self._acts = [act for act in acts if act.issued or self._lines(act) or _label(act)]
        self._shown = 0
        page = QWidget()
        page.setObjectName("page")
        self.rows = QVBoxLayout(page)
        self.rows.setSpacing(12)
        self.rows.addStretch(1)
        self.more = plain_button(self.tr("Show what was done before"))
        self.more.clicked.connect(self.show_more)
        close = plain_button(self.tr("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(scrolling(page), 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.more)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column.addLayout(buttons)
        self.show_more()
        close.setFocus()

    def show_more(self) -> None:
        """Show the next acts, the newest first."""
        upto = self._shown + ACTS_AT_A_TIME
        for act in self._acts[self._shown : upto]:
            self.rows.insertWidget(self.rows.count() - 1, self._card(act))
        self._shown = min(upto, len(self._acts))
        self.more.setVisible(self._shown < len(self._acts))

    def _card(self, act: HistoryAct) -> Card:
        first = act.entries[0]
        at = local(first.at)
        when = self.tr("{day} at {time}").format(day=short_date(at.date()), time=clock(at))
        who = first.actor or self.tr("Unknown")
        card = Card(self._title(act), f"{who}, {when}")
        if act.later:
            mark = Chip(self.tr("Changed after the decision was issued"), "warn")
            card.body.addWidget(mark, 0, Qt.AlignmentFlag.AlignLeft)
        for line in () if act.issued else self._lines(act)[:LINES_OF_AN_ACT]:
            card.body.addWidget(text_label(line, "body"))
        for reason in filter(None, {entry.reason for entry in act.entries}):
            card.body.addWidget(muted(reason))
        return card

    def _title(self, act: HistoryAct) -> str:
        if act.letter:
            finished = self.tr("The letter was finished: {kind}")
            return finished.format(kind=kind_names().get(act.letter, ""))
        if act.issued:
            return self.tr("The decision was issued: version {n}").format(n=act.issued)
        names = dict.fromkeys(self._names.name(entry.key) for entry in shown_entries(act))
        return _label(act) or ", ".join(list(names)[:3])

    def _lines(self, act: HistoryAct) -> list[str]:
        return [line for line in map(self._line, shown_entries(act)) if line]

    def _line(self, entry: HistoryEntry) -> str:
        name = self._names.name(entry.key)
        if entry.key.field == "removed":
            gone = self.tr("{name}: removed") if entry.value else self.tr("{name}: added")
            return gone.format(name=name)
        now = self._value(entry, entry.value, entry.erased)
        before = self._value(entry, entry.previous, entry.previous_erased)
        if not now and not before:
            return ""
        now = now or self.tr("Not recorded")
        if not before:
            return self.tr("{name}: {now}").format(name=name, now=now)
        return self.tr("{name}: {now} (before: {before})").format(name=name, now=now, before=before)

    def _value(self, entry: HistoryEntry, value: Any, erased: bool) -> str:
        return self.tr("Erased") if erased else self._names.value(entry.key, value)


def _label(act: HistoryAct) -> str:
    return act.entries[0].label
