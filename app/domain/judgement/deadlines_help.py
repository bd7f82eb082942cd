"""The days that granted help brings: its start, the next visit, the home, reaching an age."""

from collections.abc import Iterator
from datetime import date

from app.clock import local_day
from app.domain.calendar import add_months, birthday, due_day
from app.domain.findings import Deadline
from app.domain.judgement.decided import decided_on, delivered_on, looked_again, visited
from app.domain.judgement.extent import times_per_year
from app.domain.judgement.facts import Facts
from app.domain.judgement.words import texts
from app.domain.records import ProviderStart, Request, Visit, WorkplaceCheck
from app.domain.rules import AgeChoice
from app.domain.standard import StartRule

_ONCE_A_WEEK = 365 / 7


def starts(facts: Facts) -> Iterator[Deadline]:
    """Yield the start of each service once help is decided (KBH-103 to 106, KOG-112).

    "start" is counted from the day the provider has the decision, "provider_start" is the day
    in the grant where the standard gives no days. A later look at the help settles it too.
    """
    if facts.issued is None:
        return
    for service_id in dict.fromkeys(g.service for g in facts.giving_grants):
        rule = start_rule(service_id, facts)
        found = _after_days(service_id, rule, facts) if rule else _agreed(service_id, facts)
        if found is not None:
            yield found


def _after_days(service_id: str, rule: StartRule, facts: Facts) -> Deadline | None:
    day = _informed(service_id, facts) or delivered_on(facts) or decided_on(facts)
    if day is None:
        return None
    due = due_day(day, days=rule.days)
    return Deadline(
        rule="start",
        name=texts().message("deadline.start", service=facts.service_name(service_id)),
        due=due,
        counted_from=day,
        text=rule.text,
        ref=rule.ref,
        met=_started(service_id, due, facts),
        service=service_id,
    )


def _agreed(service_id: str, facts: Facts) -> Deadline | None:
    days = [g.starts_on for g in facts.granted[service_id] if g.starts_on]
    service = facts.services.get(service_id)
    if not days or service is None:
        return None
    return Deadline(
        rule="provider_start",
        name=texts().message("deadline.provider_start", service=service.name),
        due=min(days),
        counted_from=decided_on(facts) or min(days),
        text=service.start_text,
        ref=service.ref,
        met=_started(service_id, min(days), facts),
        service=service_id,
    )


def start_rule(service_id: str, facts: Facts) -> StartRule | None:
    """Return how soon a service starts; help of at most once a week may wait longer (KBH-104)."""
    service = facts.services.get(service_id)
    rules = {r.applies: r for r in service.starts} if service else {}
    extents = [times_per_year(g.extent) for g in facts.granted[service_id]]
    small = all(e is not None and e <= _ONCE_A_WEEK + 0.1 for e in extents)
    return rules.get("small" if small and "small" in rules else "service")


def _informed(service_id: str, facts: Facts) -> date | None:
    told = (s for s in facts.casefile.all(ProviderStart) if s.service == service_id)
    return min((s.informed_on for s in told if s.informed_on), default=None)


def _started(service_id: str, due: date, facts: Facts) -> bool:
    begun = (s for s in facts.casefile.all(ProviderStart) if s.service == service_id)
    return any(s.started_on for s in begun) or bool(looked_again(facts, due))


def next_visit(facts: Facts) -> Iterator[Deadline]:
    """Yield the visit that is agreed (KBH-111); a later one that is closed meets it."""
    visit, follow_up = facts.casefile.visit, facts.standard.follow_up
    if visit.next_visit is None:
        return
    later = (v for v in facts.casefile.all(Visit) if v.id != visit.id and v.state == "closed")
    days = (visited(v) for v in later)
    yield Deadline(
        rule="next_visit",
        name=texts().message("deadline.next_visit"),
        due=visit.next_visit,
        counted_from=facts.visited_on,
        text=follow_up.text,
        ref=follow_up.ref,
        met=any(day is not None and day > facts.visited_on for day in days),
    )


def workplace_review(facts: Facts) -> Iterator[Deadline]:
    """Yield when the home is gone through again: as agreed, else as often as the standard says.

    Counted from the newest review of the case, while help is given (KER-070).
    """
    newest = newest_check(facts)
    reviews = facts.standard.workplace.reviews
    if newest is None:
        return
    due = review_due(newest, facts)
    if due is not None and (newest.next_review or facts.grants):
        yield Deadline(
            rule="workplace_review",
            name=texts().message("deadline.workplace_review"),
            due=due,
            counted_from=newest.done_on or facts.today,
            text=reviews[0].text if reviews else "",
            ref=facts.standard.workplace.ref,
        )


def newest_check(facts: Facts) -> WorkplaceCheck | None:
    """Return the last time that the home was gone through, or is agreed to be."""
    checks = [c for c in facts.casefile.all(WorkplaceCheck) if c.done_on or c.next_review]
    return max(checks, key=lambda c: c.done_on or date.min, default=None)


def review_due(check: WorkplaceCheck, facts: Facts) -> date | None:
    """Return when the home is gone through again: as agreed, else by the standard's interval."""
    reviews = facts.standard.workplace.reviews
    if check.next_review or not (check.done_on and reviews):
        return check.next_review
    return add_months(check.done_on, reviews[0].months)


def turns_age(facts: Facts) -> Iterator[Deadline]:
    """Yield the day a citizen comes to an age at which there is a choice (KBH-012).

    Whoever was past the age before the case began turns no age within it.
    """
    citizen = facts.casefile.citizen
    for rule in facts.standard.rules:
        if not isinstance(rule, AgeChoice) or citizen.birth_date is None:
            continue
        day = birthday(citizen.birth_date, rule.age)
        if _began(facts) <= day <= facts.period_end:
            yield Deadline(
                rule="turns_age",
                name=texts().message("deadline.turns_age", age=str(rule.age)),
                due=day,
                counted_from=citizen.birth_date,
                text=rule.title,
                ref=rule.ref,
                met=bool(citizen.turning_choice),
            )


def _began(facts: Facts) -> date:
    """Return the first day that is known of the case."""
    received = [r.received_on for r in facts.casefile.all(Request) if r.received_on]
    decided = [local_day(v.locked_at) for v in facts.casefile.versions if v.locked_at]
    return min((*received, *decided, facts.visited_on, facts.today))
