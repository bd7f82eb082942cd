"""Action plan, order and provider: what goes with help beside the decision's letter."""

from app.clock import local_day
from app.domain.findings import Finding
from app.domain.ids import derived_id
from app.domain.judgement.facts import Facts
from app.domain.judgement.overall import overall_value
from app.domain.judgement.people import has_pension_age, pension_age_words
from app.domain.judgement.places import PLAN, PROVIDER, place
from app.domain.records import ActionPlan, Order
from app.domain.rules import ActionPlanOffer, ExternalProvider, OrderMissing


def action_plan_offer(rule: ActionPlanOffer, facts: Facts) -> tuple[Finding, ...]:
    """Find a citizen below pension age to whom no action plan was offered (SEL § 141; KOG-040)."""
    born = facts.casefile.citizen.birth_date
    grants = [g for g in facts.giving_grants if not rule.services or g.service in rule.services]
    if born is None or not grants or has_pension_age(born, facts.national, facts.today):
        return ()
    if rule.overall and overall_value(facts) not in rule.overall:
        return ()
    plans = facts.casefile.all(ActionPlan)
    if any(p.offered_on or p.wish for p in plans):
        return ()
    draft = ActionPlan(id=derived_id(facts.casefile.case.id, "action_plan"))
    anchor = place(PLAN, plans[-1] if plans else draft, "offered_on")
    return (facts.find(rule, "", anchor, grant=grants[0], pension_age=pension_age_words(facts)),)


def external_provider(rule: ExternalProvider, facts: Facts) -> tuple[Finding, ...]:
    """Find providers under agreement that nobody has seen in the register (KOG-061)."""
    choices = (p for p in facts.casefile.providers if p.kind == "external" and not p.listed)
    return tuple(
        facts.find(
            rule,
            choice.id,
            place(PROVIDER, choice, "listed"),
            service_id=choice.service,
            provider=choice.provider,
            register=facts.standard.provider.listed_at,
        )
        for choice in choices
        if not choice.service or choice.service in facts.services
    )


def order_missing(rule: OrderMissing, facts: Facts) -> tuple[Finding, ...]:
    """Find decided help whose provider got no order (KER-041)."""
    if facts.issued is None:
        return ()
    services = dict.fromkeys(g.service for g in facts.giving_grants)
    open_orders = {o.service: o for o in facts.casefile.all(Order) if not _went_out(o, facts)}
    ordered = {o.service for o in facts.casefile.all(Order) if _went_out(o, facts)}
    return tuple(
        facts.find(
            rule,
            service,
            place(PLAN, open_orders.get(service, _draft(service, facts)), "sent_on"),
            service_id=service,
            service=facts.service_name(service),
        )
        for service in services
        if service not in ordered and not facts.is_done(rule.id, service)
    )


def _draft(service: str, facts: Facts) -> Order:
    return Order(id=derived_id(facts.casefile.case.id, "order", service))


def _went_out(order: Order, facts: Facts) -> bool:
    """Tell whether an order went out for this visit's decision; a corrected letter needs none."""
    decision = facts.casefile.decision
    mine = [v for v in facts.casefile.versions if decision and v.decision == decision.id]
    if order.sent_on is None:
        return False
    if order.version:
        return order.version in {v.id for v in mine}
    locked = [local_day(v.locked_at) for v in mine if v.locked_at]
    return bool(locked) and order.sent_on >= min(locked)
