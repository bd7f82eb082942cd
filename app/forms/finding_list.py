"""Findings beside what they are about, each with the place for its written reason."""

from collections.abc import Iterable

from app.domain.casefile import FieldKey
from app.domain.findings import Finding
from app.domain.records import ENTITY_OF, Departure
from app.forms.asks import GoTo
from app.forms.binding import Finder, TextBinding
from app.forms.parts import FormPart, PartList, add_part
from app.forms.section import Panel
from app.widgets.finding_card import FindingCard
from app.workflow.edits import EndTyping, TypeText
from app.workflow.visit_view import VisitView


class ReasonBinding(TextBinding):
    """Tells of a card's reason whether it was refused; the card itself asks for its writing."""

    def __init__(self, card: FindingCard, find: Finder) -> None:
        self.card = card
        super().__init__(card.reason, find, "reason")

    def unwritten(self, view: VisitView) -> bool:
        """Tell whether the reason was refused when it was typed, and stands here alone."""
        if self.card.asked is None or view.locked:
            return False
        return bool(getattr(self.find(view), self.field) != self.text())

    def write_again(self, view: VisitView) -> None:
        """Ask once more for the reason to be written."""
        self.edited.emit(TypeText(self.find(view), self.field, self.text()))
        self.edited.emit(EndTyping())

    def _typed(self) -> None:
        """The card says it."""


class FindingPart(FormPart):
    """One finding; its reason becomes a departure that stands in the letter."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        self.departure = Departure(id="")
        self.typing = False
        self.card = FindingCard(finding)
        self.card.reason_typed.connect(self._typed)
        self.card.reason_left.connect(self._left)
        self.card.goto.connect(lambda: self.asked.emit(GoTo(self.finding.anchor)))
        again = ReasonBinding(self.card, lambda view: view.casefile.departure(self.finding.id))
        again.edited.connect(self.edited)
        self.column.addWidget(self.card)

    def show_finding(self, finding: Finding, view: VisitView) -> None:
        """Show the finding as it is now."""
        self.departure = view.casefile.departure(finding.id)
        if finding != self.finding or finding.reason != self.card.reason.toPlainText():
            self.finding = finding
            self.card.set_finding(finding)
        self.card.set_locked(view.locked)

    def reveal(self, key: FieldKey | None) -> bool:
        if key is None or (key.entity, key.id) != (_DEPARTURE, self.departure.id):
            return False
        self.card.reason.setFocus()
        return True

    def _typed(self, text: str) -> None:
        self.typing = True
        self.edited.emit(TypeText(self.departure, "reason", text))

    def _left(self) -> None:
        if self.typing:
            self.typing = False
            self.edited.emit(EndTyping())


_DEPARTURE = ENTITY_OF[Departure]


class FindingList(FormPart):
    """Findings that come and go; one that is being answered keeps its cursor."""

    def __init__(self) -> None:
        super().__init__()
        self.findings: dict[str, Finding] = {}
        self.cards = add_part(self, PartList(self._make))
        self.hide()

    def show_findings(self, findings: Iterable[Finding], view: VisitView) -> None:
        """Show these findings."""
        self.findings = {finding.id: finding for finding in findings}
        self.cards.show_ids(list(self.findings))
        for key, part in self.cards.shown.items():
            if isinstance(part, FindingPart):
                part.show_finding(self.findings[key], view)
        self.setVisible(bool(self.findings))

    def _make(self, key: str) -> Panel:
        return FindingPart(self.findings[key])
