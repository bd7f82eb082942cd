"""The stair of support: the citizen's steps now, the one aimed at, the lower ones considered."""

from app.domain.records import OverallAssessment
from app.domain.standard import Stair as StairOfStandard
from app.forms.binding import ChoiceBinding, ValueBinding
from app.forms.layout import FieldGrid
from app.forms.overall_record import overall_of
from app.forms.parts import CardPart
from app.forms.standard_form import Fields
from app.widgets.card import text_label
from app.widgets.fields import Combo, labelled
from app.widgets.inputs import MultiChoice
from app.widgets.stair import Stair, Step
from app.workflow.visit_view import VisitView


class StairPart(CardPart):
    """The picture, and beneath it what is aimed at and what was considered before it."""

    def __init__(self, stair: StairOfStandard) -> None:
        super().__init__(stair.title, stair.text)
        self.stair = stair
        steps = [Step(step.id, step.name, step.text) for step in stair.steps]
        now = self.tr("The citizen stands on")
        self.picture = Stair(now, steps, several=stair.several)
        self.picture.setWhatsThis("\n".join(f"{s.name}: {s.text}" for s in stair.steps))
        self.bind(ValueBinding(self.picture, overall_of, "steps_now"))
        hint = self.tr("Choose the steps; there may be several.")
        one = self.tr("Choose the step.")
        self.column.addWidget(text_label(hint if stair.several else one, "hint"))
        self.column.addWidget(self.picture)
        self.grid = FieldGrid()
        self.fields = Fields(self, self.grid, overall_of)
        self._ask()
        self.column.addWidget(self.grid)

    def _ask(self) -> None:
        options = [(step.id, step.name) for step in self.stair.steps]
        aim = Combo([("", self.tr("Not chosen")), *reversed(options)])
        self.bind(ChoiceBinding(aim, overall_of, "step_aimed_at"))
        self.grid.add(labelled(self.tr("Aims at"), aim), wide=True)
        label = self.tr("Lower steps that were tried or considered")
        self.lower_steps = MultiChoice(label, options)
        self.considered = self.fields.value("steps_considered", label, self.lower_steps, wide=True)
        hint = self.tr("For example: what was tried, and why it did not reach far enough.")
        self.reason = self.fields.area(
            "step_reason", self.tr("Why the lower steps are not enough"), hint
        )

    def load(self, view: VisitView) -> None:
        super().load(view)
        record = overall_of(view)
        self.picture.set_marks(record.step_aimed_at, record.steps_considered)
        self._offer_lower(record, view)
        self.grid.show_field(self.reason, self._asks_why(record))

    def _offer_lower(self, record: OverallAssessment, view: VisitView) -> None:
        """Offer the steps below the highest one that is chosen, aimed at, or granted from."""
        granted = {grant.service for grant in view.casefile.grants}
        chosen = {*record.steps_now, record.step_aimed_at}
        steps = self.stair.steps
        high = [n for n, s in enumerate(steps) if s.id in chosen or granted & set(s.services)]
        top = max(high, default=len(steps) - 1)
        lower = [
            (s.id, s.name)
            for n, s in enumerate(steps)
            if n < top or s.id in record.steps_considered
        ]
        if [value for value, _ in lower] != self.lower_steps.values:
            self.lower_steps.set_options(lower)
            self.lower_steps.set_value(record.steps_considered)
        self.grid.show_field(self.considered, bool(lower))

    def _asks_why(self, record: OverallAssessment) -> bool:
        """Tell whether a step above the lowest is chosen, or a reason is written."""
        lowest = self.stair.steps[0].id if self.stair.steps else ""
        chosen = {*record.steps_now, *filter(None, (record.step_aimed_at,))} - {lowest}
        return bool(chosen or record.steps_considered or record.step_reason)
