"""Who changed a field, when, and from what."""

from typing import Any

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.clock import local
from app.domain.casefile import FieldKey
from app.journal.journal import HistoryEntry
from app.views.scrolling import scrolling
from app.views.value_words import value_in_words
from app.widgets.buttons import plain_button
from app.widgets.card import Card, EmptyState, muted, section_title, text_label
from app.wording import clock, short_date
from app.workflow.session import Session


class HistoryDialog(QDialog):
    """The changes of one field, newest first."""

    def __init__(
        self,
        key: FieldKey,
        entries: tuple[HistoryEntry, ...],
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
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
        return value_in_words(value, self._session.texts) or self.tr("Not recorded")
