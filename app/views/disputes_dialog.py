"""All that is written differently on this computer: listed by citizen, and settled."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import KnownError
from app.views.background import Background
from app.views.disputes import DisputeCard
from app.views.record_words import RecordNames, has_free_text
from app.views.side_words import when, where
from app.views.sync_dialog import with_close
from app.widgets.buttons import plain_button
from app.widgets.card import Card, EmptyState, heading, text_label
from app.widgets.fields import TextArea, labelled
from app.workflow.disputes import OpenDispute, Side, open_disputes, settle
from app.workflow.edits import SetField
from app.workflow.session import Session

LETTERS_OF_A_VALUE = 90


class DisputesDialog(QDialog):
    """The list: whose it is, which field, and what each has written, where and when.

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
        self._names = RecordNames(session.texts)
        page = QWidget()
        page.setObjectName("page")
        self.rows = QVBoxLayout(page)
        self.rows.setSpacing(12)
        self.rows.addStretch(1)
        self.close_button = with_close(self, page)
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
        part = what_of(found, self._names)
        citizen = found.citizen or self.tr("Citizen without a name")
        card = Card(citizen, part)
        row = QHBoxLayout()
        row.setSpacing(16)
        said = QVBoxLayout()
        said.setSpacing(8)
        for side in found.dispute.sides:
            said.addLayout(self._side(found, side))
        button = plain_button(self.tr("Choose …"))
        button.setAccessibleName(
            self.tr("Choose for {citizen}: {part}").format(citizen=citizen, part=part)
        )
        button.clicked.connect(lambda: self._choose(found))
        row.addLayout(said, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        return card

    def _side(self, found: OpenDispute, side: Side) -> QVBoxLayout:
        key = found.dispute.key
        names, life = self._names, key.field == "removed"
        words = names.life(side.value) if life else names.plain_value(key, side.value)
        words = words or self.tr("Not recorded")
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


class SettleDialog(QDialog):
    """One field of a citizen who has no visit here: the values side by side, and a choice.

    Signals:
        settled: a value was chosen or written.
    """

    settled = Signal()

    def __init__(self, session: Session, found: OpenDispute, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Written differently"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.resize(720, 590)
        self._session = session
        self._found = found
        names = RecordNames(session.texts)
        page = QWidget()
        page.setObjectName("page")
        self._rows = QVBoxLayout(page)
        self._rows.setSpacing(12)
        self._rows.addWidget(heading(found.citizen or self.tr("Citizen without a name")))
        self.said = text_label("", "error")
        self.said.hide()
        self._rows.addWidget(self.said)
        self.card = DisputeCard(found.record, found.dispute, names, "")
        self.card.edited.connect(self._take)
        self._rows.addWidget(self.card)
        if has_free_text(found.dispute.key):
            self._rows.addWidget(self._third())
        self._rows.addStretch(1)
        with_close(self, page)
        self.card.buttons[0].setFocus()

    def _third(self) -> QWidget:
        card = Card()
        self.text = TextArea()
        self.text.setPlainText(self._found.dispute.before)
        self.use = plain_button(self.tr("Use this text"))
        self.use.clicked.connect(lambda: self._settle(self.text.toPlainText()))
        card.body.addWidget(labelled(self.tr("Or write something else"), self.text))
        row = QHBoxLayout()
        row.addWidget(self.use)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _take(self, choice: SetField) -> None:
        self._settle(choice.value)

    def _settle(self, value: Any) -> None:
        try:
            settle(self._session, self._found, value)
        except KnownError as error:
            self.said.setText(self._session.texts.error(error))
            self.said.show()
            return
        self.accept()
        self.settled.emit()


def what_of(found: OpenDispute, names: RecordNames) -> str:
    """Return which field it is, and of which area, service or person."""
    name = names.own_name(found.dispute.key)
    return f"{name} · {found.about}" if found.about else name
