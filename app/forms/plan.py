"""The plans that go with help: the action plan, the order to the provider, the provider's plan."""

from app.domain.standard import Standard
from app.forms.action_plan import ActionPlanCard
from app.forms.parts import LivingForm, add_part
from app.forms.plan_orders import OrdersCard
from app.forms.plan_provider import ProviderPlansCard
from app.forms.questions import question_cards
from app.widgets.card import muted


class PlanForm(LivingForm):
    """What the standard names among its documents."""

    def build(self, standard: Standard) -> None:
        used = standard.documents.used
        if "action_plan" in used:
            add_part(self, ActionPlanCard(standard))
        if "order" in used:
            add_part(self, OrdersCard(standard))
        if "provider_plan" in used:
            add_part(self, ProviderPlansCard(standard))
        cards = question_cards(self, self.section_id, standard)
        for card in cards:
            self.column.addWidget(card)
        if not (cards or set(used) - {"status_report"}):
            self.column.addWidget(muted(self.tr("The standard has no plans and no orders.")))
