"""The days by which something must have happened."""

from collections.abc import Iterator
from datetime import date

from app.clock import local_day
from app.domain.calendar import due_day
from app.domain.findings import Deadline
from app.domain.judgement.consent import answer_to
from app.domain.judgement.delivery import complaint_deadline
from app.domain.judgement.extent import times_per_year
from app.domain.judgement.facts import Facts
from app.domain.judgement.words import texts
from app.domain.records import AppliedNeed, Request
from app.domain.standard import DeadlineRule, StartRule

_DAYS_OF_WEEK = 7
_ONCE_A_WEEK = 365 / _DAYS_OF_WEEK


def deadlines(facts: Facts) -> tuple[Deadline, ...]:
    """Return every deadline of the case, the nearest first."""
    found = (
        *_from_rules(facts),
        *_starts(facts),
        *_visits(facts),
        *_consents(facts),
        *_complaint(facts),
    )
    return tuple(sorted(found, key=lambda d: (d.due, d.rule)))


def _from_rules(facts: Facts) -> Iterator[Deadline]:
    for rule in facts.standard.deadlines:
        if rule.counted_from == "received":
            yield from _received(rule, facts)
        elif (day := _event(rule, facts)) and (not rule.group or rule.group in _groups(facts)):
            yield _due(rule, day)


def _received(rule: DeadlineRule, facts: Facts) -> Iterator[Deadline]:
    """Count from each request that applies for something of the rule's group (KBH-100)."""
    needs = (n for n in facts.needs if rule.group in ("", _group(n, facts)))
    requests = {r.id: r for n in needs if (r := facts.request_of(n)) is not None}
    for request in requests.values():
        if request.received_on is not None:
            yield _due(rule, request.received_on, request, met=_answered(request, facts))


def _answered(request: Request, facts: Facts) -> bool:
    """Tell whether any decision of the case was issued after the request came in."""
    received = request.received_on
    return received is not None and any(
        v.locked_at is not None and local_day(v.locked_at) >= received
        for v in facts.casefile.versions
    )


def _due(
    rule: DeadlineRule, day: date, request: Request | None = None, met: bool = False
) -> Deadline:
    return Deadline(
        rule=rule.id,
        name=rule.name,
        due=due_day(day, days=rule.days or 0, months=rule.months or 0, unit=rule.unit),
        counted_from=day,
        text=rule.text,
        ref=rule.ref,
        met=met,
        acute=bool(request and request.acute),
    )


def _event(rule: DeadlineRule, facts: Facts) -> date | None:
    if rule.counted_from == "decided":
        return _decided(facts)
    if rule.counted_from == "delivered":
        return _delivered(facts)
    return facts.visited_on if facts.casefile.visit.planned else None


def _groups(facts: Facts) -> set[str]:
    return {_group(n, facts) for n in facts.needs}


def _group(need: AppliedNeed, facts: Facts) -> str:
    service = facts.services.get(need.service)
    return service.group if service else need.group


def _decided(facts: Facts) -> date | None:
    locked = facts.issued.locked_at if facts.issued else None
    return local_day(locked) if locked else None


def _delivered(facts: Facts) -> date | None:
    return min((d.sent_on for d in facts.deliveries if d.sent_on), default=None)


def _starts(facts: Facts) -> Iterator[Deadline]:
    """Count the start of each service from the day the provider has the decision (KBH-103)."""
    day = _delivered(facts) or _decided(facts)
    if day is None:
        return
    for service_id in dict.fromkeys(g.service for g in facts.giving_grants):
        rule = _start_rule(service_id, facts)
        if rule is not None:
            yield Deadline(
                rule="start",
                name=texts().message("deadline.start", service=facts.service_name(service_id)),
                due=due_day(day, days=rule.days),
                counted_from=day,
                text=rule.text,
                ref=rule.ref,
                service=service_id,
            )


def _start_rule(service_id: str, facts: Facts) -> StartRule | None:
    """Return how soon a service starts; help of at most once a week may wait longer (KBH-104)."""
    service = facts.services.get(service_id)
    rules = {r.applies: r for r in service.starts} if service else {}
    extents = [times_per_year(g.extent) for g in facts.granted[service_id]]
    small = all(e is not None and e <= _ONCE_A_WEEK + 0.1 for e in extents)
    return rules.get("small" if small and "small" in rules else "service")


def _visits(facts: Facts) -> Iterator[Deadline]:
    """Return the visit that is agreed (KBH-111), and the next review of the workplace."""
    visit, check = facts.casefile.visit, facts.casefile.workplace
    follow_up = facts.standard.follow_up
    if visit.next_visit is not None:
        name = texts().message("deadline.next_visit")
        yield Deadline(
            rule="next_visit",
            name=name,
            due=visit.next_visit,
            counted_from=facts.visited_on,
            text=follow_up.text,
            ref=follow_up.ref,
        )
    if check.next_review is not None:
        name = texts().message("deadline.workplace_review")
        start = check.done_on or facts.today
        yield Deadline(
            rule="workplace_review", name=name, due=check.next_review, counted_from=start
        )


def _consents(facts: Facts) -> Iterator[Deadline]:
    """Return when each living consent expires."""
    for purpose in facts.standard.consents:
        consent = answer_to(purpose, facts)
        if consent is None or consent.answer != "yes" or consent.withdrawn_at:
            continue
        if consent.expires_on is not None:
            signed = local_day(consent.signed_at) if consent.signed_at else facts.today
            yield Deadline(
                rule=f"consent_expires:{purpose.id}",
                name=texts().message("deadline.consent_expires", purpose=purpose.name),
                due=consent.expires_on,
                counted_from=signed,
                ref=purpose.ref,
            )


def _complaint(facts: Facts) -> Iterator[Deadline]:
    """Return until when a complaint may come in: counted from the latest receipt."""
    received = [complaint_deadline(d, facts.national) for d in facts.deliveries]
    known = [pair for pair in received if pair is not None]
    if known:
        receipt, due = max(known)
        name = texts().message("deadline.complaint")
        yield Deadline(rule="complaint", name=name, due=due, counted_from=receipt)
