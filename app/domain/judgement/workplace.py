"""The home as a workplace: what must be changed before help can be given."""

from app.domain.findings import Finding
from app.domain.judgement.facts import Facts, relevant_points
from app.domain.judgement.places import WORKPLACE, place
from app.domain.rules import ToolsMissing, WorkplaceBlocking

__all__ = ["relevant_points", "tools_missing", "workplace_blocking"]

_NOT_IN_ORDER = ("action", "blocking")


def tools_missing(rule: ToolsMissing, facts: Facts) -> tuple[Finding, ...]:
    """Find granted services whose tools in the home are not in order (KBH-061 to 064)."""
    if rule.service not in facts.granted:
        return ()
    asked = (p for p in facts.standard.workplace.points if p.id in rule.points)
    answers = [(p, facts.casefile.workplace_item(p.id)) for p in asked]
    wrong = [(p, i) for p, i in answers if i.status in _NOT_IN_ORDER]
    if not wrong:
        return ()
    anchor = place(WORKPLACE, wrong[0][1], "status")
    name, points = facts.service_name(rule.service), " ".join(p.text for p, _ in wrong)
    service = rule.service
    return (facts.find(rule, service, anchor, service_id=service, service=name, points=points),)


def workplace_blocking(rule: WorkplaceBlocking, facts: Facts) -> tuple[Finding, ...]:
    """Find points that hinder the start of help and have no temporary solution."""
    answers = ((p, facts.casefile.workplace_item(p.id)) for p in facts.points)
    return tuple(
        facts.find(rule, point.id, place(WORKPLACE, item, "temporary"), point=point.text)
        for point, item in answers
        if item.status == "blocking" and not item.temporary.strip()
    )
