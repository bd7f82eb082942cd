"""The provider's plan with the citizen (pædagogisk handleplan): goals, methods, who does what."""

from app.domain.records import ProviderPlan
from app.domain.standard import Standard
from app.forms.acts import is_recorded
from app.forms.asks import ShowDocument
from app.forms.logs import LogDetails, LogRow
from app.forms.parts import CardPart, PartList, add_part, in_row
from app.forms.plan_record import plan_in, plans_of, service_name
from app.forms.section import Panel
from app.widgets.buttons import plain_button
from app.widgets.card import muted
from app.workflow.edits import AddRecord
from app.workflow.visit_view import VisitView

PROVIDER_PLAN = "provider_plan"


class ProviderPlanRow(LogRow):
    """The plan for one service."""

    kind = ProviderPlan

    def __init__(self, record_id: str) -> None:
        super().__init__(record_id, removable=False)

    def new(self, view: VisitView) -> ProviderPlan:
        return plan_in(view, self.record_id)

    def fill(self, details: LogDetails) -> None:
        fields = details.fields
        fields.date("made_on", self.tr("Made on"))
        fields.line("made_by", self.tr("Made by"))
        fields.area("goals", self.tr("Goals"))
        fields.area("methods", self.tr("Methods"))
        fields.area("staff_part", self.tr("What staff supports with"))
        fields.area("citizen_part", self.tr("What the citizen does"))
        fields.area("network_part", self.tr("What family and network do"))
        show = plain_button(self.tr("Show the provider's plan"))
        show.clicked.connect(self._show)
        details.grid.add(in_row(show), wide=True)

    def words(self, view: VisitView) -> tuple[str, str]:
        from app.wording import short_date

        plan = plan_in(view, self.record_id)
        said = self.tr("Not made yet.")
        if plan.made_on is not None:
            day = short_date(plan.made_on)
            said = self.tr("Made on {day} by {who}.").format(day=day, who=plan.made_by.strip())
            if not plan.made_by.strip():
                said = self.tr("Made on {day}.").format(day=day)
        elif is_recorded(plan, view.casefile):
            said = self.tr("Begun.")
        return service_name(view, plan.service), said

    def _show(self) -> None:
        """Show the plan; it is written first, so that there is one to show."""
        if self.view is None:
            return
        plan = plan_in(self.view, self.record_id)
        if not is_recorded(plan, self.view.casefile):
            self.edited.emit(AddRecord(plan))
        self.asked.emit(ShowDocument(PROVIDER_PLAN, self.record_id))


class ProviderPlansCard(CardPart):
    """A plan for each granted service."""

    def __init__(self, standard: Standard) -> None:
        title = self.tr("The provider's plan with the citizen")
        super().__init__(title, standard.documents.provider_plan_text)
        self.none = muted(self.tr("Choose services first: each gets its plan here."))
        self.column.addWidget(self.none)
        self.list = add_part(self, PartList(self._make, plans_of))

    def load(self, view: VisitView) -> None:
        super().load(view)
        self.none.setVisible(not self.list.shown)
        self.list.setVisible(bool(self.list.shown))

    def _make(self, key: str) -> Panel:
        return ProviderPlanRow(key)
