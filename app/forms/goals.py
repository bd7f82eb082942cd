"""Goals: what citizen and visitator want to reach together, and how it is seen."""

from collections.abc import Sequence

from app.domain.ids import new_id
from app.domain.records import Goal, Record
from app.domain.standard import Standard
from app.forms.assessment import MANY
from app.forms.parts import add_part
from app.forms.people import RecordCard, RecordList
from app.forms.questions import add_questions
from app.forms.standard_form import StandardForm
from app.widgets.card import Card, muted
from app.widgets.inputs import MultiChoice
from app.workflow.visit_view import VisitView


class GoalsForm(StandardForm):
    """The goals of the case, tied to areas and services, each with a date."""

    def build(self, standard: Standard) -> None:
        hint = Card(self.tr("A good goal"))
        for words in (
            self.tr("Concrete: says what the citizen does, not what help is given."),
            self.tr("Measurable: both of you can see on a day whether it is reached."),
            self.tr("The citizen's own: said in words that the citizen would use."),
        ):
            hint.body.addWidget(muted(words))
        hint.body.setSpacing(4)
        self.column.addWidget(hint)
        add_part(self, GoalsList(standard))
        add_questions(self, standard)


class GoalsList(RecordList):
    """The goals in the order they were set."""

    def __init__(self, standard: Standard) -> None:
        super().__init__(_goals, lambda record: GoalCard(record.id, standard))
        self.say_when_empty(
            self.tr("No goals yet"),
            self.tr("Ask what should be different in three or six months, and who will see it."),
        )
        self.add_button(self.tr("Add goal"), _new_goal)

    def load(self, view: VisitView) -> None:
        super().load(view)
        for number, card in enumerate(self.list.shown.values(), start=1):
            if isinstance(card, GoalCard):
                card.name_it(self.tr("Goal {number}").format(number=number))


class GoalCard(RecordCard):
    """One goal."""

    def __init__(self, goal_id: str, standard: Standard) -> None:
        super().__init__(Goal, goal_id)
        fields = self.fields
        fields.area("text", self.tr("The goal"), self.tr("For example: I take a bath by myself."))
        measure = self.tr("For example: twice a week, four weeks running, without support.")
        fields.area("measure", self.tr("How it is seen that it is reached"), measure)
        self.due = fields.date("due", self.tr("To be reached by"))
        fields.combo("state", self.tr("State"), self._states())
        self.standard = standard
        areas = [(area.id, area.name) for area in standard.areas]
        services = [(service.id, service.name) for service in standard.services]
        self.areas = MultiChoice(self.tr("Areas"), areas if len(areas) <= MANY else ())
        if areas:
            self.areas_field = fields.value("areas", self.tr("Areas"), self.areas, wide=True)
        if services:
            fields.chips("services", self.tr("Services that are to support it"), services)

    def load(self, view: VisitView) -> None:
        super().load(view)
        if len(self.standard.areas) > MANY:
            self._offer_areas(view)

    def _offer_areas(self, view: VisitView) -> None:
        """Of many areas offer those that were chosen together: with a level, or of a goal."""
        file, standard = view.casefile, self.standard
        chosen = {area for goal in file.goals for area in goal.areas}
        known = [
            (area.id, area.name)
            for area in standard.areas
            if area.id in chosen or file.assessment(standard.id, area.id).level is not None
        ]
        if [area for area, _ in known] != self.areas.values:
            self.areas.set_options(known)
        self.grid.show_field(self.areas_field, bool(known))

    def _states(self) -> list[tuple[str, str]]:
        return [
            ("open", self.tr("Worked towards")),
            ("reached", self.tr("Reached")),
            ("changed", self.tr("Changed")),
            ("dropped", self.tr("Dropped")),
        ]


def _goals(view: VisitView) -> Sequence[Record]:
    return view.casefile.goals


def _new_goal(view: VisitView) -> Record:
    return Goal(id=new_id(), case=view.casefile.case.id, state="open")
