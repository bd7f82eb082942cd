"""The days by which something must have happened."""

from collections.abc import Iterator
from datetime import date

import msgspec

from app.clock import local_day
from app.domain.findings import Deadline
from app.domain.judgement.consent import answer_to
from app.domain.judgement.deadlines_complaint import complaints, rule_due
from app.domain.judgement.deadlines_help import next_visit, starts, turns_age, workplace_review
from app.domain.judgement.decided import decided_on, delivered_on
from app.domain.judgement.facts import Facts
from app.domain.judgement.follow_ups import follow_ups
from app.domain.judgement.words import texts
from app.domain.records import AppliedNeed, ProcessingNotice, Request
from app.domain.standard import DeadlineRule

_ALL = (starts, next_visit, workplace_review, turns_age, follow_ups, complaints)


def deadlines(facts: Facts) -> tuple[Deadline, ...]:
    """Return every deadline of the case, the nearest first; those done by hand are met."""
    found = [*_from_rules(facts), *_consents(facts), *(d for part in _ALL for d in part(facts))]
    known = (_as_done(d) if facts.is_done(d.rule, d.due.isoformat()) else d for d in found)
    return tuple(sorted(known, key=lambda d: (d.due, d.rule)))


def _as_done(deadline: Deadline) -> Deadline:
    return msgspec.structs.replace(deadline, met=True)


def _from_rules(facts: Facts) -> Iterator[Deadline]:
    for rule in facts.standard.deadlines:
        if rule.counted_from == "received":
            yield from _received(rule, facts)
        elif (day := _event(rule, facts)) and _is_wanted(rule, facts):
            yield _due(rule, day)


def _received(rule: DeadlineRule, facts: Facts) -> Iterator[Deadline]:
    """Count from each request that applies for what the rule is about (KBH-100, SOR-085)."""
    for request in _requests(rule, facts):
        if request.received_on is not None:
            met = answered(request, facts)
            deadline = _due(rule, request.received_on, request, met=met)
            yield deadline
            yield from _new_dates(deadline, request, facts)


def _requests(rule: DeadlineRule, facts: Facts) -> tuple[Request, ...]:
    needs = (n for n in facts.needs if _concerns(rule, n, facts))
    requests = {r.id: r for n in needs if (r := facts.request_of(n)) is not None}
    return tuple(requests.values())


def _concerns(rule: DeadlineRule, need: AppliedNeed, facts: Facts) -> bool:
    """Tell whether a rule is about an applied need: all of them, its group's or its service's."""
    if rule.group and _group(need, facts) != rule.group:
        return False
    if not rule.service or need.service:
        return rule.service in ("", need.service)
    service, grants = facts.services.get(rule.service), facts.grants_for(need)
    asked = service is not None and service.group == need.group
    return asked and (not grants or any(g.service == rule.service for g in grants))


def answered(request: Request, facts: Facts) -> bool:
    """Tell whether any decision of the case was issued after the request came in."""
    received = request.received_on
    return received is not None and any(
        v.locked_at is not None and local_day(v.locked_at) >= received
        for v in facts.casefile.versions
    )


def _new_dates(deadline: Deadline, request: Request, facts: Facts) -> Iterator[Deadline]:
    """Yield the newest date that a notice of a late answer gives (retssikkerhedsloven § 3)."""
    notices = [n for n in notices_of(deadline, request, facts) if n.new_date is not None]
    newest = max(notices, key=lambda n: n.new_date or date.min, default=None)
    if newest is not None and newest.new_date is not None:
        yield msgspec.structs.replace(
            deadline,
            rule="processing_notice",
            name=texts().message("deadline.processing_notice", deadline=deadline.name),
            due=newest.new_date,
            counted_from=newest.sent_on or deadline.due,
        )


def notices_of(deadline: Deadline, request: Request, facts: Facts) -> tuple[ProcessingNotice, ...]:
    """Return the notices that a deadline of a request is exceeded."""
    return tuple(
        n
        for n in facts.casefile.all(ProcessingNotice)
        if n.request in ("", request.id) and n.deadline in ("", deadline.rule)
    )


def unannounced(facts: Facts) -> Iterator[tuple[Deadline, Request]]:
    """Yield the processing deadlines that have passed without a notice of a new date.

    A date in a notice that has passed too asks for another one.
    """
    for rule in facts.standard.deadlines:
        for request in _requests(rule, facts) if rule.counted_from == "received" else ():
            if request.received_on is None or answered(request, facts):
                continue
            deadline = _due(rule, request.received_on, request)
            sent = (n for n in notices_of(deadline, request, facts) if n.sent_on is not None)
            last = max((n.new_date for n in sent if n.new_date), default=deadline.due)
            if last < facts.today and not facts.is_done(rule.id, deadline.due.isoformat()):
                yield deadline, request


def _due(
    rule: DeadlineRule, day: date, request: Request | None = None, met: bool = False
) -> Deadline:
    return Deadline(
        rule=rule.id,
        name=rule.name,
        due=rule_due(rule, day),
        counted_from=day,
        text=rule.text,
        ref=rule.ref,
        met=met,
        acute=bool(request and request.acute),
        service=rule.service,
    )


def _event(rule: DeadlineRule, facts: Facts) -> date | None:
    """Return the day of the event that a rule counts from; complaints have their own part."""
    match rule.counted_from:
        case "decided":
            return decided_on(facts)
        case "delivered":
            return delivered_on(facts)
        case "start":
            grants = (g for g in facts.giving_grants if rule.service in ("", g.service))
            return min((g.starts_on for g in grants if g.starts_on), default=None)
        case "visit":
            return facts.visited_on if facts.casefile.visit.planned else None
    return None


def _is_wanted(rule: DeadlineRule, facts: Facts) -> bool:
    groups = {_group(n, facts) for n in facts.needs}
    in_group = not rule.group or rule.group in groups
    return in_group and (not rule.service or rule.service in facts.at_hand)


def _group(need: AppliedNeed, facts: Facts) -> str:
    service = facts.services.get(need.service)
    return service.group if service else need.group


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
