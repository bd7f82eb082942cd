"""The plans and orders of a case as they are found, or as the drafts they begin as."""

from app.domain.ids import derived_id
from app.domain.records import ActionPlan, Goal, Order, ProviderPlan
from app.forms.after_record import provider_of
from app.forms.provider_record import granted_services
from app.workflow.visit_view import VisitView


def action_plan_of(view: VisitView) -> ActionPlan:
    """Return the action plan of the case, or the draft of it."""
    case = view.casefile.case.id
    made = view.casefile.first(ActionPlan)
    return made or ActionPlan(id=derived_id(case, "action_plan"), case=case)


def plans_of(view: VisitView) -> list[str]:
    """Return a provider's plan for each granted service, or the draft of it."""
    return [plan_of(view, service).id for service in granted_services(view)]


def plan_of(view: VisitView, service: str) -> ProviderPlan:
    """Return the provider's plan for a service, or the draft of it."""
    case = view.casefile.case.id
    made = [p for p in view.casefile.all(ProviderPlan) if p.service == service]
    draft = ProviderPlan(id=derived_id(case, "provider_plan", service), case=case, service=service)
    return made[-1] if made else draft


def order_ids(view: VisitView) -> list[str]:
    """Return the orders of each granted service, newest first, or the draft of its first."""
    ids: list[str] = []
    for service in granted_services(view):
        made = [order.id for order in reversed(orders_of(view, service))]
        ids += made or [first_order(view, service).id]
    return ids


def orders_of(view: VisitView, service: str) -> tuple[Order, ...]:
    """Return the orders of a service, oldest first."""
    return tuple(o for o in view.casefile.all(Order) if o.service == service)


def first_order(view: VisitView, service: str) -> Order:
    """Return the draft of a service's first order."""
    return new_order(view, service, derived_id(view.casefile.case.id, "order", service))


def new_order(view: VisitView, service: str, order_id: str) -> Order:
    """Return an order to the chosen provider, for the newest decision if one is issued."""
    versions = view.casefile.versions
    return Order(
        id=order_id,
        case=view.casefile.case.id,
        service=service,
        provider=provider_of(view, service),
        version=versions[-1].id if versions else "",
    )


def order_in(view: VisitView, order_id: str) -> Order:
    """Return an order of the case, or the draft that has this id."""
    made = view.casefile.get(Order, order_id)
    drafts = (first_order(view, service) for service in granted_services(view))
    return made or next((d for d in drafts if d.id == order_id), Order(id=order_id))


def plan_in(view: VisitView, plan_id: str) -> ProviderPlan:
    """Return a provider's plan of the case, or the draft that has this id."""
    plans = (plan_of(view, service) for service in granted_services(view))
    made = view.casefile.get(ProviderPlan, plan_id)
    return made or next((p for p in plans if p.id == plan_id), ProviderPlan(id=plan_id))


def goals_for(view: VisitView, service: str) -> tuple[Goal, ...]:
    """Return the goals that an order for a service carries: its own, and those of no service."""
    goals = (g for g in view.casefile.goals if g.state != "dropped" and g.text.strip())
    return tuple(g for g in goals if not g.services or service in g.services)


def service_name(view: VisitView, service: str) -> str:
    """Return what a service is called."""
    found = view.standard.service(service)
    return found.name if found else service
