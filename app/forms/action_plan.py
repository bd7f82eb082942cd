"""The action plan (handleplan): offered, voluntary, and made together with the citizen."""

from PySide6.QtWidgets import QWidget

from app.domain.standard import Standard
from app.forms.asks import ShowDocument
from app.forms.layout import FieldGrid
from app.forms.parts import CardPart, in_row, say_on
from app.forms.plan_record import action_plan_of
from app.forms.standard_form import Fields
from app.widgets.buttons import plain_button
from app.widgets.card import muted, text_label
from app.widgets.fields import Labelled
from app.workflow.visit_view import VisitView

ACTION_PLAN = "action_plan"
CONTENTS = ("purpose", "effort", "duration", "other_matters")


class ActionPlanCard(CardPart):
    """The offer and the citizen's wish; the plan itself is asked for once it is wanted."""

    def __init__(self, standard: Standard) -> None:
        super().__init__(self.tr("Action plan"), standard.documents.action_plan_text)
        self.standard = standard
        self.law = text_label("", "hint")
        self.column.addWidget(self.law)
        self.grid = FieldGrid()
        self.fields = Fields(self, self.grid, action_plan_of)
        self.contents: list[Labelled] = []
        self._offer()
        self._plan()
        self.column.addWidget(self.grid)
        self.note = muted("")
        self.show_it = plain_button(self.tr("Show action plan"))
        self.show_it.clicked.connect(self._show)
        self.buttons: QWidget = in_row(self.show_it)
        self.column.addWidget(self.note)
        self.column.addWidget(self.buttons)

    def _offer(self) -> None:
        fields = self.fields
        fields.date("offered_on", self.tr("Offered to the citizen on"))
        wishes = [("yes", self.tr("Yes")), ("no", self.tr("No"))]
        fields.segments("wish", self.tr("The citizen wants one"), wishes)
        hint = self.tr("In the citizen's own words. A plan is voluntary.")
        self.reason = fields.area("wish_reason", self.tr("Why, or why not"), hint, lines=1)

    def _plan(self) -> None:
        fields = self.fields
        labels = (
            ("purpose", self.tr("Purpose of the effort")),
            ("effort", self.tr("What effort is needed")),
            ("duration", self.tr("How long it is expected to last")),
            ("other_matters", self.tr("Other matters: home, work, health, aids and the like")),
        )
        self.contents = [fields.area(field, label) for field, label in labels]
        self.contents.append(fields.line("responsible", self.tr("Responsible for the plan")))
        self.contents.append(fields.date("review_on", self.tr("To be looked at again on")))

    def load(self, view: VisitView) -> None:
        super().load(view)
        plan = action_plan_of(view)
        written = any(getattr(plan, field).strip() for field in CONTENTS)
        wanted = plan.wish == "yes" or written
        for field in self.contents:
            self.grid.show_field(field, wanted)
        self.grid.show_field(self.reason, bool(plan.wish or plan.wish_reason))
        self.buttons.setVisible(wanted)
        law = self.standard.law(self.standard.documents.action_plan_law, view.today)
        say_on(self.law, law.text if law else "")
        without = self.tr("The help goes on without an action plan: it is the citizen's choice.")
        say_on(self.note, without if plan.wish == "no" else "")

    def _show(self) -> None:
        self.asked.emit(ShowDocument(ACTION_PLAN))
