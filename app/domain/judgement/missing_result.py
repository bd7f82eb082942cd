"""What a letter must say of the result, the help given, and the reasons."""

from collections.abc import Iterator, Sequence

from app.domain.findings import Finding, Missing
from app.domain.judgement.facts import GIVING, NOT_FULLY, Facts
from app.domain.judgement.lack import lack
from app.domain.judgement.places import DECISION, GOALS, REQUEST, SERVICES, TASKS, place
from app.domain.records import AppliedNeed, DecisionItem, Goal, Grant

_COMPARED = ("changed", "ended")


def result(facts: Facts) -> Iterator[Missing]:
    """Yield what is missing of the result of each applied need (rows 3, 4 and 5)."""
    if not facts.needs:
        yield lack("needs", place(REQUEST))
    for need in facts.needs:
        item, name = facts.items[need.id], need_name(need, facts)
        if not item.outcome:
            yield lack("outcome", place(DECISION, item, "outcome"), need=name)
        elif item.outcome in GIVING and not facts.grants_for(need):
            yield lack("grant", place(SERVICES), need=name)


def need_name(need: AppliedNeed, facts: Facts) -> str:
    """Say what is applied for: the service, the citizen's words, or the group."""
    groups = {g.id: g.name for g in facts.standard.groups}
    service = facts.services.get(need.service)
    return service.name if service else need.text or groups.get(need.group, need.group)


def help_given(facts: Facts) -> Iterator[Missing]:
    """Yield what is missing of each line of help (rows 5, 6 and 7)."""
    for grant in facts.giving_grants:
        for key, field in _gaps(grant, facts):
            yield lack(key, place(SERVICES, grant, field), service=_name(grant, facts))
    for service in dict.fromkeys(g.service for g in facts.giving_grants):
        if not any(_covers(goal, service, facts) for goal in facts.casefile.goals):
            yield lack("goal", place(GOALS), service=facts.service_name(service))


def _gaps(grant: Grant, facts: Facts) -> Iterator[tuple[str, str]]:
    service = facts.services.get(grant.service)
    if service is None or (service.items and not facts.chosen(grant)):
        yield "grant_items", "items"
    if grant.extent is None and not grant.package:
        package = bool(service and service.packages)
        yield ("grant_package", "package") if package else ("grant_extent", "extent")
    if grant.starts_on is None:
        yield "grant_start", "starts_on"
    if not _has_period(grant, facts):
        yield "grant_period", "ends_on"
    if not grant.purpose.strip() and not (service and service.purpose.strip()):
        yield "grant_purpose", "purpose"
    laws = facts.laws_of(grant.service)
    if any(facts.standard.law(law, facts.today) is None for law in laws):
        yield "grant_law", "items"


def _has_period(grant: Grant, facts: Facts) -> bool:
    once = grant.extent is not None and grant.extent.unit == "once"
    return once or grant.ends_on is not None or facts.casefile.case.permanence == "permanent"


def _name(grant: Grant, facts: Facts) -> str:
    return facts.service_name(grant.service)


def _covers(goal: Goal, service: str, facts: Facts) -> bool:
    if not goal.text.strip() or goal.state == "dropped":
        return False
    areas = {a.id for a in facts.areas_of(service)}
    untied = not goal.services and not goal.areas
    return untied or service in goal.services or bool(areas & set(goal.areas))


def reasons(facts: Facts) -> Iterator[Missing]:
    """Yield the individual reasons that are missing (row 9; DOMAIN 2.6 for changes)."""
    for need in facts.needs:
        item, name = facts.items[need.id], need_name(need, facts)
        if item.outcome in (*NOT_FULLY, "changed") and not item.reasons.strip():
            yield lack("reasons", place(DECISION, item, "reasons"), need=name)
        for field in _uncompared(item):
            yield lack(f"change_{field}", place(DECISION, item, field), need=name)


def _uncompared(item: DecisionItem) -> tuple[str, ...]:
    if item.outcome not in _COMPARED:
        return ()
    fields = ("before", "after", "what_changed")
    wanted = fields if item.outcome == "changed" else ("before", "what_changed")
    return tuple(f for f in wanted if not getattr(item, f).strip())


def departures(facts: Facts, findings: Sequence[Finding]) -> Iterator[Missing]:
    """Yield the findings that the decision departs from without a written reason (row 9).

    What the time after it brings is a task, and no part of the letter's reasons.
    """
    for finding in findings:
        task = finding.anchor.section in TASKS
        if finding.open and not task and _departs(finding, facts):
            yield lack("finding_reason", finding.anchor, finding=finding.title)


def _departs(finding: Finding, facts: Facts) -> bool:
    """A refusal follows the finding: its reason stands with the refusal."""
    if finding.grant:
        return any(g.id == finding.grant for g in facts.giving_grants)
    return not finding.need and facts.gives_help
