"""What the standard says to a case: findings that ask for a reason, proposals to take."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.findings import Finding, Proposal
from app.widgets.buttons import link_button, plain_button
from app.widgets.card import text_label
from app.widgets.chips import Chip, Tone
from app.widgets.fields import TextArea, labelled
from app.widgets.flow import FlowLayout
from app.widgets.theme import tokens


class NoteCard(QWidget):
    """A tinted surface in a tone; base of findings and proposals."""

    tone: Tone = "warn"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().tone(self.tone)[1]))
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)

    def add_line(self, text: str, kind: str) -> QLabel:
        """Add a line of text; an empty one takes no room."""
        label = text_label(text, kind)
        self.column.addWidget(label)
        label.setVisible(bool(text))
        return label


class FindingCard(NoteCard):
    """A finding: what the standard says, where it says so, and the visitator's own reason.

    Signals:
        reason_typed: the reason under way.
        reason_left: focus left the reason; typing has ended.
        goto: the place that the finding is about is wanted.
    """

    reason_typed = Signal(str)
    reason_left = Signal()
    goto = Signal()

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self._loading = False
        # What was typed, until a finding shows that it is written.
        self.asked: str | None = None
        self._written = finding.reason
        self.title = self.add_line(finding.title, "finding")
        self.text = self.add_line(finding.text, "note")
        self.source = self.add_line(finding.ref, "hint")
        self.reason = TextArea(2)
        self.reason_field = labelled(
            self.tr("Your reason"), self.reason, self.tr("It is printed in the letter.")
        )
        self.state = Chip("", "warn", on_tint=True)
        self.link = link_button(self.tr("Go there"))
        self._lay_out()
        self.reason.textChanged.connect(self._typed)
        self.reason.installEventFilter(self)
        self.link.clicked.connect(self.goto)
        self.set_finding(finding)

    def _lay_out(self) -> None:
        self.column.addWidget(self.reason_field)
        # In two lines where large text leaves no room for both.
        row = FlowLayout(spacing=12)
        row.addWidget(self.state)
        row.addWidget(self.link)
        self.column.addLayout(row)

    def set_finding(self, finding: Finding) -> None:
        """Show the finding as it is now. A reason that is being typed is left alone."""
        self.finding = finding
        for label, text in (
            (self.title, finding.title),
            (self.text, finding.text),
            (self.source, finding.ref),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._show_reason(finding.reason)
        self.reason_field.setVisible(finding.needs_reason)
        self.reason.setAccessibleName(self.tr("Your reason: {title}").format(title=finding.title))
        self.link.setAccessibleName(self.tr("Go there: {title}").format(title=finding.title))
        self._show_state()

    def set_locked(self, locked: bool) -> None:
        """Show the reason without letting it be changed."""
        self.reason.setReadOnly(locked)

    def _show_reason(self, reason: str) -> None:
        if self.asked == reason:
            self.asked = None
        if self.reason.hasFocus():
            return
        written, self._written = self._written, reason
        # A reason that was refused stays where it was typed, until another is written.
        if self.reason.toPlainText() == reason or (self.asked is not None and reason == written):
            return
        self.asked = None
        self._loading = True
        self.reason.setPlainText(reason)
        self._loading = False

    def _typed(self) -> None:
        if self._loading:
            return
        self._show_state()
        self.asked = self.reason.toPlainText()
        self.reason_typed.emit(self.asked)

    def _show_state(self) -> None:
        answered = bool(self.reason.toPlainText().strip())
        asked = self.finding.needs_reason
        text = self.tr("Reason given") if answered else self.tr("Reason is missing")
        self.state.setVisible(asked)
        self.state.set_text(text, "ok" if answered else "warn")
        self.tone = "warn" if asked and not answered else "neutral"
        self.title.setProperty("kind", "finding" if self.tone == "warn" else "finding-done")
        self.title.style().unpolish(self.title)
        self.title.style().polish(self.title)
        words = (self.finding.title, self.finding.text, self.finding.ref, text if asked else "")
        self.setAccessibleName(". ".join(word.rstrip(".") for word in words if word))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.reason_left.emit()
        return super().eventFilter(watched, event)


class ProposalCard(NoteCard):
    """What the standard points to; taking it is the visitator's act.

    Signals:
        taken: the proposal is taken.
    """

    tone: Tone = "info"
    taken = Signal()

    def __init__(
        self, proposal: Proposal, title: str = "", extent: str = "", area: str = ""
    ) -> None:
        """`title` names the service, `extent` says how often, `area` what it follows from."""
        super().__init__()
        self.proposal = proposal
        head = QHBoxLayout()
        self.title = text_label(title, "proposal")
        self.extent = text_label(extent, "note")
        self.extent.setWordWrap(False)
        head.addWidget(self.title, 1)
        head.addWidget(self.extent, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.text = self.add_line(proposal.text, "note")
        self.source = self.add_line(proposal.ref, "hint")
        self.button = plain_button(self.tr("Take the proposal"))
        self.state = Chip(self.tr("Taken"), "ok", on_tint=True)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.state)
        self.button.clicked.connect(self.taken)
        self.set_proposal(proposal, area=area)

    def set_proposal(self, proposal: Proposal, locked: bool = False, area: str = "") -> None:
        """Show the proposal as it is now."""
        self.proposal = proposal
        source = " · ".join(part for part in (area, proposal.ref) if part)
        self.text.setText(proposal.text)
        self.source.setText(source)
        self.title.setVisible(bool(self.title.text()))
        self.extent.setVisible(bool(self.extent.text()))
        self.button.setVisible(not proposal.taken)
        self.button.setEnabled(not locked)
        self.state.setVisible(proposal.taken)
        named = self.title.text() or proposal.text
        named = f"{named} ({area})" if area else named
        self.button.setAccessibleName(self.tr("Take the proposal: {name}").format(name=named))
        words = (self.title.text(), self.extent.text(), proposal.text, source)
        self.setAccessibleName(". ".join(word.rstrip(".") for word in words if word))
