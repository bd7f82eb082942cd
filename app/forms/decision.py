"""The decision (afgørelse): the result per need, its grounds, what is missing, and the locking."""

from PySide6.QtWidgets import QWidget

from app.domain.records import AppliedNeed
from app.domain.standard import Standard
from app.forms.asks import Lock, Print
from app.forms.decision_basis import (
    AssessedFirstCard,
    BasisCard,
    GroundsCard,
    NextVisitCard,
)
from app.forms.decision_issued import IssuedCard
from app.forms.decision_items import NeedCard
from app.forms.decision_missing import EnclosuresCard, MissingCard, OpenFindings
from app.forms.decision_record import grant_all_chosen, undecided_with_help
from app.forms.hearing import HearingCard
from app.forms.parts import FormPart, LivingForm, PartList, add_part, in_row
from app.forms.questions import add_questions
from app.forms.section import Panel
from app.texts import Texts
from app.widgets.buttons import plain_button, primary_button
from app.widgets.card import muted
from app.workflow.visit_view import VisitView


class ResultPart(FormPart):
    """One card per applied need."""

    def __init__(self, standard: Standard, texts: Texts) -> None:
        super().__init__()
        self.standard = standard
        self.texts = texts
        self.view: VisitView | None = None
        self.none = muted(self.tr("Write what is applied for under the request first."))
        self.grant_all = plain_button(self.tr("Grant everything that help is chosen for"))
        self.grant_all.clicked.connect(self._grant_all)
        self.column.addWidget(self.none)
        self.shortcut = in_row(self.grant_all)
        self.column.addWidget(self.shortcut)
        self.cards = add_part(self, PartList(self._make, _need_ids))
        self.cards.column.setSpacing(16)

    def load(self, view: VisitView) -> None:
        self.view = view
        super().load(view)
        self.none.setVisible(not self.cards.shown)
        self.shortcut.setVisible(bool(undecided_with_help(view)) and not view.locked)

    def _make(self, key: str) -> Panel:
        need = self.view.casefile.get(AppliedNeed, key) if self.view else None
        return NeedCard(need or AppliedNeed(id=key), self.standard, self.texts)

    def _grant_all(self) -> None:
        if self.view is not None:
            self.edited.emit(grant_all_chosen(self.view, self.tr("Chosen help granted")))


class SignPart(FormPart):
    """The way out: print a draft, or sign and lock."""

    def __init__(self) -> None:
        super().__init__()
        self.print_draft = plain_button(self.tr("Print draft"))
        self.print_draft.clicked.connect(lambda: self.asked.emit(Print()))
        self.lock = primary_button(self.tr("Sign and lock"))
        self.lock.clicked.connect(lambda: self.asked.emit(Lock()))
        self.column.addWidget(in_row(self.print_draft, self.lock))

    def load(self, view: VisitView) -> None:
        super().load(view)
        self.setVisible(view.held or not view.locked)
        self.print_draft.setEnabled(not view.held)
        lacking = len(view.judgement.blocked)
        why = self.tr("%n point(s) missing before you can lock", "", lacking) if lacking else ""
        self.lock.setEnabled(not lacking and not view.locked)
        self.lock.setToolTip(why)
        self.lock.setAccessibleDescription(why)


class DecisionForm(LivingForm):
    """The section of the decision."""

    def __init__(self, section_id: str, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(section_id, texts, parent)

    def build(self, standard: Standard) -> None:
        self.issued = add_part(self, IssuedCard(self.texts))
        self.result = add_part(self, ResultPart(standard, self.texts))
        self.missing = add_part(self, MissingCard(self.texts))
        self.enclosures = add_part(self, EnclosuresCard(standard))
        self.findings = add_part(self, OpenFindings())
        self.grounds = add_part(self, GroundsCard(self.texts))
        self.hearing = add_part(self, HearingCard())
        self.assessed = add_part(self, AssessedFirstCard())
        self.basis = add_part(self, BasisCard())
        self.next_visit = add_part(self, NextVisitCard(standard.follow_up))
        add_questions(self, standard)
        self.sign = add_part(self, SignPart())

    def loaded(self, view: VisitView) -> None:
        self.missing.setVisible(view.held or not view.locked)
        self.issued.setEnabled(not view.held)


def _need_ids(view: VisitView) -> list[str]:
    return [need.id for need in view.casefile.needs]
