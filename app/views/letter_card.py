"""The card of one letter that goes out: to whom, how, how far it is, and what to do now."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.domain.judgement.delivery import Why, complaint_deadline
from app.domain.national import NationalLaw
from app.forms.decision_issued import delivery_ways
from app.views.due_card import WIDTH
from app.views.letters_list import kind_names, since
from app.widgets.buttons import link_button, plain_button, primary_button
from app.widgets.card import Card, muted, text_label
from app.widgets.chips import Chip
from app.widgets.fields import Combo, labelled
from app.widgets.inputs import DateField
from app.wording import weekday_date
from app.workflow.outgoing import Outgoing


def why_names() -> dict[Why, str]:
    """Return why a letter goes on paper."""
    return {
        "exempt": QCoreApplication.translate("Letters", "The citizen is exempt from Digital Post."),
        "represented": QCoreApplication.translate(
            "Letters", "The citizen's representative gets the letters, by post."
        ),
        "no_cpr": QCoreApplication.translate(
            "Letters", "Without an ordinary CPR number Digital Post does not find the citizen."
        ),
    }


class LetterCard(Card):
    """One letter.

    Signals:
        opened: the Outgoing whose visit is to be opened.
        written: the Outgoing that is to be written out for Digital Post.
        printed: the Outgoing that is to be printed.
        sent: the Outgoing that was sent, the way and the day.
    """

    opened = Signal(object)
    written = Signal(object)
    printed = Signal(object)
    sent = Signal(object, str, object)

    def __init__(self, national: NationalLaw, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(WIDTH)
        self._letter: Outgoing | None = None
        self._national = national
        self.who = text_label("", "name")
        self.receiver = text_label("", "body")
        self.state = Chip("", "info")
        self.why = muted("")
        self.counted = muted("")
        self.write_button = primary_button(self.tr("Make ready for Digital Post …"))
        self.print_button = primary_button(self.tr("Print …"))
        self.how = Combo(delivery_ways())
        self.day = DateField(self.tr("Sent or handed over on"))
        self.sent_button = plain_button(self.tr("Record as sent"))
        self.open_button = link_button(self.tr("Open the visit"))
        self._ways = labelled(self.tr("How the decision is delivered"), self.how)
        self._days = labelled(self.tr("Sent or handed over on"), self.day)
        self._connect()
        self._lay_out()

    def show_letter(self, letter: Outgoing | None, today: date) -> None:
        """Show a letter; nothing hides the card."""
        if letter != self._letter and letter is not None:
            self.how.setCurrentIndex(max(0, self.how.findData(letter.way)))
            self.day.set_value(today)
        self._letter = letter
        self.setVisible(letter is not None)
        if letter is None:
            return
        self.who.setText(letter.row.citizen.name or self.tr("Citizen without a name"))
        self.receiver.setText(self._to(letter))
        self.state.set_text(*since(letter, today))
        self.why.setText(
            "\n".join(filter(None, (why_names().get(letter.why, ""), _warning(letter))))
        )
        self.why.setVisible(bool(self.why.text()) and letter.state != "sent")
        self.counted.setText(self._counted(letter))
        self.counted.setVisible(bool(self.counted.text()))
        self._offer(letter)

    def _offer(self, letter: Outgoing) -> None:
        sent = letter.state == "sent"
        again = letter.state == "ready"
        self.write_button.setVisible(not letter.by_post and not sent)
        self.write_button.setText(
            self.tr("Make ready again …") if again else self.tr("Make ready for Digital Post …")
        )
        for button in (self.write_button, self.print_button):
            _look(button, "plain" if again else "primary")
        _look(self.sent_button, "primary" if again else "plain")
        self.print_button.setText(self.tr("Print again …") if again else self.tr("Print …"))
        self.print_button.setVisible(letter.by_post and not sent)
        for part in (self._ways, self._days, self.sent_button):
            part.setVisible(not sent)

    def _to(self, letter: Outgoing) -> str:
        lines = list(filter(None, (kind_names().get(letter.row.version.letter),)))
        if letter.receiver != letter.row.citizen.name:
            lines.append(self.tr("To: {name}").format(name=letter.receiver))
        if letter.row.version.name:
            decided, signed = self.tr("Decided by: {name}"), self.tr("Signed by: {name}")
            said = signed if letter.row.version.letter else decided
            lines.append(said.format(name=letter.row.version.name))
        if letter.copies:
            lines.append(self.tr("Copy to: {names}").format(names=", ".join(letter.copies)))
        return "\n".join(lines)

    def _counted(self, letter: Outgoing) -> str:
        last = None if letter.row.version.letter else letter.last
        days = complaint_deadline(last, self._national) if last else None
        if days is None:
            return ""
        text = self.tr("Counts as received {receipt}; a complaint must be in by {last}.")
        return text.format(receipt=weekday_date(days[0]), last=weekday_date(days[1]))

    def _connect(self) -> None:
        for button, signal in (
            (self.open_button, self.opened),
            (self.write_button, self.written),
            (self.print_button, self.printed),
        ):
            button.clicked.connect(lambda _=False, s=signal: s.emit(self._letter))
        self.sent_button.clicked.connect(self._say_sent)
        self.day.changed.connect(lambda day: self.sent_button.setEnabled(day is not None))

    def _say_sent(self) -> None:
        day = self.day.value()
        if self._letter is not None and day is not None and not self.day.has_error():
            self.sent.emit(self._letter, str(self.how.currentData()), day)

    def _lay_out(self) -> None:
        self.body.addWidget(self.who)
        row = QHBoxLayout()
        row.addWidget(self.state)
        row.addStretch(1)
        self.body.addLayout(row)
        for part in (self.receiver, self.why, self.counted, self.write_button, self.print_button):
            self.body.addWidget(part)
        self.body.addSpacing(4)
        for below in (self._ways, self._days, self.sent_button, self.open_button):
            self.body.addWidget(below)


def _warning(letter: Outgoing) -> str:
    if not letter.is_to_another:
        return ""
    return QCoreApplication.translate(
        "Letters",
        "The letter is written to somebody else than who gets the citizen's letters now. Open the "
        "visit, and make it anew.",
    )


def _look(button: QPushButton, kind: str) -> None:
    """Let what is to be done next stand out."""
    if button.property("kind") != kind:
        button.setProperty("kind", kind)
        button.style().unpolish(button)
        button.style().polish(button)
