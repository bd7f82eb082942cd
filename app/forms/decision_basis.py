"""What the decision rests on: facts, views, considerations, what is assessed first, next visit."""

from functools import partial

from PySide6.QtWidgets import QPushButton

from app.clock import local_day
from app.domain.calendar import add_months
from app.domain.records import Visit
from app.domain.standard import FollowUp
from app.forms.decision_record import asked_first, decision_of, gathered_facts
from app.forms.layout import FieldGrid
from app.forms.parts import CardPart, in_row
from app.forms.standard_form import Fields
from app.texts import Texts
from app.widgets.buttons import link_button, plain_button
from app.widgets.card import muted, text_label
from app.widgets.fields import labelled
from app.workflow.edits import SetField
from app.workflow.visit_view import VisitView


def visit_of(view: VisitView) -> Visit:
    """Return the open visit."""
    return view.casefile.visit


class GroundsCard(CardPart):
    """The facts that weighed, the citizen's views and the main considerations."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.card.set_title(self.tr("Grounds"))
        self.texts = texts
        self.view: VisitView | None = None
        self.gather = plain_button(self.tr("Gather what is recorded"))
        self.gather.setToolTip(self.tr("Puts levels and notes into the text as a draft to edit"))
        self.gather.clicked.connect(self._gather)
        grid = FieldGrid()
        fields = Fields(self, grid, decision_of)
        fields.segments("kind", self.tr("The decision is"), self._kinds(), wide=True)
        hint = self.tr("Only what weighed in this case. Write to the citizen: you.")
        fields.area("facts", self.tr("Facts that weighed"), hint, lines=4)
        grid.add(in_row(self.gather), wide=True)
        fields.area("citizens_views", self.tr("The citizen's own views"))
        fields.area("views_weighed", self.tr("How the views were weighed"))
        fields.area("main_considerations", self.tr("Main considerations"))
        self.column.addWidget(grid)

    def _kinds(self) -> list[tuple[str, str]]:
        return [
            ("first", self.tr("First")),
            ("change", self.tr("Change")),
            ("reduction", self.tr("Reduction")),
            ("end", self.tr("End")),
        ]

    def load(self, view: VisitView) -> None:
        self.view = view
        super().load(view)
        self.gather.setEnabled(not view.locked and bool(gathered_facts(view, self.texts)))

    def _gather(self) -> None:
        if self.view is None:
            return
        decision = decision_of(self.view)
        draft = gathered_facts(self.view, self.texts)
        if draft in decision.facts:
            return
        text = "\n\n".join(part for part in (decision.facts.rstrip(), draft) if part)
        self.edited.emit(SetField(decision, "facts", text))


class AssessedFirstCard(CardPart):
    """What is to be assessed before help is decided, and technology."""

    def __init__(self) -> None:
        super().__init__()
        self.card.set_title(self.tr("Assessed first"))
        self.first = text_label("", "body")
        self.column.addWidget(self.first)
        grid = FieldGrid()
        fields = Fields(self, grid, decision_of)
        answers = [("yes", self.tr("Suitable")), ("no", self.tr("Not suitable"))]
        name = self.tr("Our assessment")
        self.assessed = fields.segments("rehabilitation_assessed", name, answers, wide=True)
        self.reason = fields.area("rehabilitation_reason", self.tr("Why"))
        fields.area("technology", self.tr("Technology and aids considered"))
        self.grid = grid
        self.column.addWidget(grid)

    def load(self, view: VisitView) -> None:
        super().load(view)
        what = asked_first(view)
        text = self.tr("Before help is decided, assess {what}.").format(what=what) if what else ""
        self.first.setText(text)
        self.first.setVisible(bool(what))
        for field in (self.assessed, self.reason):
            self.grid.show_field(field, bool(what))


class BasisCard(CardPart):
    """Whether the decision is made on the existing basis, and what the citizen pays."""

    def __init__(self) -> None:
        super().__init__()
        self.card.set_title(self.tr("Information basis and payment"))
        self.grid = FieldGrid()
        fields = Fields(self, self.grid, decision_of)
        name = self.tr("Decided on the existing basis")
        hint = self.tr("Yes, if the citizen said no to information being obtained")
        fields.yes_no("existing_basis", name, hint, wide=True)
        self.lacking = fields.area("missing_information", self.tr("What is missing in the basis"))
        fields.area("user_payment", self.tr("What the citizen pays"), lines=1)
        self.column.addWidget(self.grid)

    def load(self, view: VisitView) -> None:
        super().load(view)
        decision = decision_of(view)
        wanted = decision.existing_basis is True or bool(decision.missing_information)
        self.grid.show_field(self.lacking, wanted)


class NextVisitCard(CardPart):
    """When the help is looked at again (KBH-110, KBH-111)."""

    def __init__(self, follow_up: FollowUp) -> None:
        super().__init__()
        self.card.set_title(self.tr("Next visit"))
        self.view: VisitView | None = None
        self.offers = [self._offer(months) for months in proposed_months(follow_up)]
        self.column.addWidget(muted(follow_up.text))
        grid = FieldGrid()
        fields = Fields(self, grid, visit_of)
        fields.date("next_visit", self.tr("Agreed day"))
        grid.add(labelled(self.tr("By the standard"), in_row(*self.offers)))
        fields.area("next_visit_reason", self.tr("If no visit is agreed, or later: why"), lines=1)
        self.column.addWidget(grid)

    def load(self, view: VisitView) -> None:
        self.view = view
        super().load(view)
        for offer in self.offers:
            offer.setEnabled(not view.locked)

    def _offer(self, months: int) -> QPushButton:
        button = link_button(self.tr("In %n month(s)", "", months))
        button.clicked.connect(partial(self._set, months))
        return button

    def _set(self, months: int) -> None:
        if self.view is None:
            return
        visit = visit_of(self.view)
        start = local_day(visit.planned.start) if visit.planned else self.view.today
        self.edited.emit(SetField(visit, "next_visit", add_months(start, months)))


def proposed_months(follow_up: FollowUp) -> tuple[int, ...]:
    """Return after how many months the standard looks again: the first time, and at most."""
    return tuple(dict.fromkeys((*follow_up.after_months[:1], follow_up.max_months)))
