"""Beside the form: the profile, what the standard proposes, and what it says."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.findings import Finding
from app.domain.standard import Standard
from app.forms.asks import GoTo
from app.forms.binding import TextBinding
from app.forms.finding_list import ReasonBinding
from app.forms.services import ProposalPart
from app.texts import Texts
from app.views.postponing import REST_AFTER_MS
from app.widgets.card import muted, section_title
from app.widgets.finding_card import FindingCard
from app.widgets.profile import ProfileBars
from app.workflow.edits import EndTyping, TypeText
from app.workflow.visit_view import VisitView


class Rail(QScrollArea):
    """What follows from the visit, always up to date.

    Signals:
        edited: an Edit (a reason typed, a proposal taken).
        asked: an Ask (go to where a finding is put right).
    """

    edited = Signal(object)
    asked = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REST_AFTER_MS)
        self._soon.timeout.connect(self._load_now)
        self._with_proposals = True
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("rail")
        self._content = QWidget()
        self._content.setObjectName("railContent")
        column = QVBoxLayout(self._content)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(10)
        self.profile_title = section_title(self.tr("Function profile"))
        self._profile = ProfileBars()
        self._proposals = _Group(self.tr("What the standard points to"))
        self._findings = _Group(self.tr("What the standard says"))
        self._quiet = muted(self.tr("Nothing to note so far."))
        column.addWidget(self.profile_title)
        column.addWidget(self._profile)
        column.addSpacing(8)
        column.addWidget(self._proposals)
        column.addWidget(self._findings)
        column.addWidget(self._quiet)
        column.addStretch(1)
        self.setWidget(self._content)
        self._cards: dict[str, FindingCard] = {}
        self._proposed: dict[str, ProposalPart] = {}
        self._view: VisitView | None = None
        self._standard: Standard | None = None

    def show_proposals(self, shown: bool) -> None:
        """Leave the proposals out where the section itself shows them."""
        self._with_proposals = shown

    @property
    def waiting(self) -> bool:
        """Tell whether a view is to be shown in a moment."""
        return self._soon.isActive()

    def unwritten(self, view: VisitView) -> list[tuple[TextBinding, VisitView]]:
        """Return the reasons that were refused, and stand on the screen alone."""
        found = (card.findChild(ReasonBinding) for card in self._cards.values())
        return [(reason, view) for reason in found if reason and reason.unwritten(view)]

    def load_soon(self, view: VisitView) -> None:
        """Show a view when the form has been painted."""
        self._view = view
        self._soon.start()

    def load(self, view: VisitView) -> None:
        """Show what follows from a view; cards that stay keep their text and focus."""
        self._soon.stop()
        self._view = view
        if self._standard is not view.standard:
            self._standard = view.standard
            self._clear()  # another standard's cards may have the same ids
        self._load_profile(view)
        self._load_proposals(view)
        self._load_findings(view)
        self._quiet.setVisible(not self._cards and not self._proposed)

    def _load_profile(self, view: VisitView) -> None:
        rows = profile_rows(view)
        self._profile.set_rows(rows)
        for part in (self.profile_title, self._profile):
            part.setVisible(bool(rows))

    def _load_now(self) -> None:
        if self._view is not None:
            self.load(self._view)

    def _clear(self) -> None:
        for key in list(self._proposed):
            self._proposals.remove(self._proposed.pop(key))
        for key in list(self._cards):
            self._findings.remove(self._cards.pop(key))

    def _load_proposals(self, view: VisitView) -> None:
        open_ones = (p for p in view.judgement.proposals if not p.taken)
        wanted = {p.id: p for p in open_ones if self._with_proposals}
        for gone in [key for key in self._proposed if key not in wanted]:
            self._proposals.remove(self._proposed.pop(gone))
        for key, proposal in wanted.items():
            if key not in self._proposed:
                part = ProposalPart(proposal, view.standard, self._texts)
                part.edited.connect(self.edited)
                self._proposed[key] = part
                self._proposals.add(part)
            self._proposed[key].show_proposal(proposal, view)

    def _load_findings(self, view: VisitView) -> None:
        findings = {f.id: f for f in view.judgement.findings}
        for gone in [key for key in self._cards if key not in findings]:
            self._findings.remove(self._cards.pop(gone))
        for key, finding in findings.items():
            if key in self._cards:
                if self._cards[key].finding != finding:
                    self._cards[key].set_finding(finding)
            else:
                self._cards[key] = self._card(finding)
                self._findings.add(self._cards[key])
            self._cards[key].set_locked(view.locked)
        self._findings.setVisible(bool(self._cards))

    def _card(self, finding: Finding) -> FindingCard:
        card = FindingCard(finding)
        key = finding.id
        card.reason_typed.connect(lambda text: self._type_reason(key, text))
        card.reason_left.connect(lambda: self.edited.emit(EndTyping()))
        card.goto.connect(lambda: self._go_to(key))
        again = ReasonBinding(card, lambda view: view.casefile.departure(key))
        again.edited.connect(self.edited)
        return card

    def _type_reason(self, finding: str, text: str) -> None:
        if self._view is not None:
            departure = self._view.casefile.departure(finding)
            self.edited.emit(TypeText(departure, "reason", text))

    def _go_to(self, finding: str) -> None:
        found = self._view.judgement.findings if self._view else ()
        for f in found:
            if f.id == finding:
                self.asked.emit(GoTo(f.anchor))


class _Group(QWidget):
    """A title and the cards under it; hidden when there are none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(section_title(title))
        self._cards: list[QWidget] = []
        self.setVisible(False)

    def add(self, card: QWidget) -> None:
        self._cards.append(card)
        self._column.addWidget(card)
        self.setVisible(True)

    def remove(self, card: QWidget) -> None:
        self._cards.remove(card)
        card.setVisible(False)
        card.deleteLater()
        self.setVisible(bool(self._cards))


def profile_rows(view: VisitView) -> list[tuple[str, int | None, int, str]]:
    """Return a row for each area: name, place in the scale, size, level.

    Where the areas are chosen with the citizen, only for those that have a level.
    """
    scale = view.standard.scale
    if scale is None:
        return []
    values = [level.value for level in scale.levels]
    rows: list[tuple[str, int | None, int, str]] = []
    for area in view.standard.areas:
        level = view.casefile.assessment(view.standard.id, area.id).level
        known = level is not None and level.value in values
        place = values.index(level.value) if level is not None and known else None
        if place is None and scale.chosen_areas:
            continue
        rows.append((area.name, place, len(values), level.value if level and known else ""))
    return rows
