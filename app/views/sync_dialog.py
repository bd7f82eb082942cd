"""The numbers of the sync over whatever is open, and the list of what is written differently."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import KnownError
from app.views.background import Background
from app.views.scrolling import scrolling
from app.views.side_words import when, where
from app.views.sync_card import SyncCard
from app.views.sync_watch import SyncWatch
from app.views.value_words import value_in_words
from app.widgets.buttons import plain_button
from app.widgets.card import Card, EmptyState, text_label
from app.workflow.disputes import OpenDispute, Side, open_disputes
from app.workflow.session import Session

LETTERS_OF_A_VALUE = 90


class SyncDialog(QDialog):
    """The panel, wherever one is.

    Signals:
        disputes_wanted: the fields that were written differently are to be listed.
    """

    disputes_wanted = Signal()

    def __init__(self, session: Session, watch: SyncWatch, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sending to the municipality"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.resize(720, 560)
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        self.card = SyncCard(session, watch)
        self.card.disputes_wanted.connect(self._list)
        column.addWidget(self.card)
        column.addStretch(1)
        _with_close(self, page).setFocus()

    def _list(self) -> None:
        self.accept()
        self.disputes_wanted.emit()


class DisputesDialog(QDialog):
    """All that is written differently on this computer, by citizen.

    Signals:
        chosen: the OpenDispute to settle.
    """

    chosen = Signal(object)

    def __init__(self, session: Session, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Written differently"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.resize(720, 560)
        self._session = session
        page = QWidget()
        page.setObjectName("page")
        self.rows = QVBoxLayout(page)
        self.rows.setSpacing(12)
        self.rows.addStretch(1)
        self.close_button = _with_close(self, page)
        background.run(partial(open_disputes, session), self.show_found, self._fail)

    def show_found(self, found: tuple[OpenDispute, ...]) -> None:
        """List them."""
        for each in found:
            self.rows.insertWidget(self.rows.count() - 1, self._card(each))
        if not found:
            text = self.tr("Where two have written the same field, both are kept and shown here.")
            empty = EmptyState(self.tr("Nothing is written differently"), text)
            self.rows.insertWidget(0, empty)

    def _card(self, found: OpenDispute) -> Card:
        part = self._session.texts.message(f"record_word.{found.dispute.key.entity}")
        card = Card(found.citizen or self.tr("Unknown"), part)
        row = QHBoxLayout()
        said = QVBoxLayout()
        said.setSpacing(8)
        for side in found.dispute.sides:
            said.addLayout(self._side(side))
        button = plain_button(self.tr("Choose …"))
        button.setAccessibleName(
            self.tr("Choose for {citizen}: {part}").format(citizen=found.citizen, part=part)
        )
        button.clicked.connect(lambda: self._choose(found))
        row.addLayout(said, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        return card

    def _side(self, side: Side) -> QVBoxLayout:
        words = value_in_words(side.value, self._session.texts) or self.tr("Not recorded")
        if len(words) > LETTERS_OF_A_VALUE:
            words = words[:LETTERS_OF_A_VALUE].rstrip() + " …"
        who = side.actor or self.tr("Unknown")
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(text_label(words, "value"))
        lines.addWidget(text_label(f"{who} · {where(side)} · {when(side)}", "hint"))
        return lines

    def _choose(self, found: OpenDispute) -> None:
        self.accept()
        self.chosen.emit(found)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.rows.insertWidget(0, text_label(self._session.texts.error(error), "error"))


def _with_close(dialog: QDialog, page: QWidget) -> QWidget:
    """Put a page into a dialog, over a button that closes it."""
    close = plain_button(QCoreApplication.translate("SyncDialog", "Close"))
    close.clicked.connect(dialog.accept)
    column = QVBoxLayout(dialog)
    column.addWidget(scrolling(page), 1)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(close)
    column.addLayout(row)
    return close
