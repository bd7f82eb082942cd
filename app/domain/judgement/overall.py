"""The overall assessment and the stair: what they propose, and help they do not point to."""

from app.domain.findings import Finding
from app.domain.judgement.facts import Facts
from app.domain.judgement.places import OVERALL, place
from app.domain.judgement.words import joined
from app.domain.rules import OverallAccess, StairOrder
from app.domain.standard import StairStep


def overall_value(facts: Facts) -> str:
    """Return the overall level that was chosen; one of another scale says nothing."""
    overall, level = facts.standard.overall, facts.overall.value
    if overall is None or level is None or level.scale != overall.scale.id:
        return ""
    return level.value if level.value in _names(facts) else ""


def overall_proposal(facts: Facts) -> str:
    """Return the overall level that the areas point to, "" if none; it decides nothing.

    The last proposal that fits holds (SOR-032, SOR-033).
    """
    overall = facts.standard.overall
    if overall is None or not overall.proposals:
        return ""
    reached = {facts.levels.of(area.id) for area in facts.standard.areas} - {""}
    fitting = [p.level for p in overall.proposals if reached & set(p.areas_at)]
    return fitting[-1] if fitting else ""


def overall_access(rule: OverallAccess, facts: Facts) -> tuple[Finding, ...]:
    """Find services that the overall level gives no access to (KOG-100, SOR-081)."""
    overall, value = facts.standard.overall, overall_value(facts)
    if overall is None or not value or value in overall.access:
        return ()
    names = _names(facts)
    anchor = place(OVERALL, facts.overall, "value")
    return tuple(
        facts.find(
            rule,
            service,
            anchor,
            service_id=service,
            service=facts.service_name(service),
            overall=names[value],
            access=joined(names.get(v, v) for v in overall.access),
        )
        for service in facts.at_hand
        if service in rule.services
    )


def _names(facts: Facts) -> dict[str, str]:
    overall = facts.standard.overall
    return {level.value: level.name for level in overall.scale.levels} if overall else {}


def stair_order(rule: StairOrder, facts: Facts) -> tuple[Finding, ...]:
    """Find services on a step whose lower steps nobody has considered (SOR-040).

    The bottom of the stair is skipped when it holds no service: there is nothing to try.
    What was written of the steps is the reason.
    """
    above = ((step, lower) for step, lower in _steps(facts) if lower)
    return tuple(
        facts.find(
            rule,
            service,
            place(OVERALL, facts.overall, "steps_considered"),
            service_id=service,
            given=facts.overall.step_reason,
            service=facts.service_name(service),
            step=step.name,
            lower=joined(s.name for s in lower),
        )
        for step, lower in above
        for service in step.services
        if service in facts.named
    )


def _steps(facts: Facts) -> list[tuple[StairStep, list[StairStep]]]:
    """Return each step with the lower ones that were neither tried nor considered."""
    steps = facts.standard.stair.steps if facts.standard.stair else ()
    tried = {g.service for g in facts.all_grants}
    seen = {*facts.overall.steps_now, *facts.overall.steps_considered}
    unseen = [
        s.id not in seen and not tried & set(s.services) and bool(index or s.services)
        for index, s in enumerate(steps)
    ]
    return [
        (step, [s for s, is_open in zip(steps[:index], unseen, strict=False) if is_open])
        for index, step in enumerate(steps)
    ]
