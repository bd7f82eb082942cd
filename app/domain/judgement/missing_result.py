"""What a letter must say of the result, the help given, and the reasons."""

from collections.abc import Iterator, Sequence

from app.domain.findings import Finding, Missing
from app.domain.judgement.facts import GIVING, NOT_FULLY, Facts
from app.domain.judgement.lack import hint, lack
from app.domain.judgement.often import said_otherwise
from app.domain.judgement.places import DECISION, GOALS, REQUEST, SERVICES, TASKS, place
from app.domain.judgement.words import how_often, joined
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
        elif item.outcome not in GIVING and not _has_law(need, facts):
            yield lack("need_law", place(REQUEST, need, "service"), need=name)


def _has_law(need: AppliedNeed, facts: Facts) -> bool:
    """Tell whether what is not given has a legal basis in force; help given says its own."""
    group = (s.id for s in facts.standard.services if need.group and s.group == need.group)
    asked = (need.service,) if need.service else tuple(group)
    laws = (law for service in asked for law in facts.laws_of(service))
    return any(facts.standard.law(law, facts.today) is not None for law in laws)


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
        is_compared = _is_compared(item, facts)
        if (is_compared or item.outcome in NOT_FULLY) and not item.reasons.strip():
            yield lack("reasons", place(DECISION, item, "reasons"), need=name)
        for field in _uncompared(item) if is_compared else ():
            yield lack(f"change_{field}", place(DECISION, item, field), need=name)


def _is_compared(item: DecisionItem, facts: Facts) -> bool:
    """Tell whether the letter sets the help now beside the help before.

    What is called a reduction says of which help it is one, whatever the outcome is called.
    """
    decision = facts.casefile.decision
    if item.outcome in _COMPARED or decision is None or decision.kind != "reduction":
        return item.outcome in _COMPARED
    others = {i.outcome for i in facts.items.values()} & {*_COMPARED, "partly"}
    return item.outcome == "partly" or (item.outcome == "granted" and not others)


def _uncompared(item: DecisionItem) -> tuple[str, ...]:
    fields = ("before", "after", "what_changed")
    wanted = fields if item.outcome != "ended" else ("before", "what_changed")
    return tuple(f for f in wanted if not getattr(item, f).strip())


def compared_otherwise(facts: Facts) -> Iterator[Missing]:
    """Yield texts about the help from now on that say another extent than the help given.

    The letter would say two things; which of them is right, a person knows.
    """
    for need in facts.needs:
        item, given = facts.items[need.id], facts.grants_for(need)
        if item.outcome in ("refused", "ended"):
            continue
        extents = [g.extent for g in given if g.extent is not None]
        if said_otherwise(item.after, extents):
            name, often = need_name(need, facts), joined(how_often(e) for e in extents)
            anchor = place(DECISION, item, "after")
            yield hint("after_differs", anchor, need=name, often=often)


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
