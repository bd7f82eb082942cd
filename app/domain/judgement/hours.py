"""When: help outside the time of day or the weekdays of its service."""

from app.domain.findings import Finding
from app.domain.judgement.facts import Facts
from app.domain.judgement.places import SERVICES, place
from app.domain.judgement.words import joined
from app.domain.records import Grant
from app.domain.rules import OutsideHours
from app.domain.standard import Service


def outside_hours(rule: OutsideHours, facts: Facts) -> tuple[Finding, ...]:
    """Find grants at times that the service is not given."""
    grants = (g for g in facts.grants if not rule.services or g.service in rule.services)
    with_service = ((g, facts.services.get(g.service)) for g in grants)
    return tuple(
        facts.find(
            rule,
            grant.id,
            place(SERVICES, grant, _outside(grant, service)),
            grant=grant,
            service=service.name,
            window=_window(service, facts),
        )
        for grant, service in with_service
        if service and _outside(grant, service) and not _round_the_clock(grant, facts)
    )


def _outside(grant: Grant, service: Service) -> str:
    """Return the field that lies outside, "" if none does."""
    if service.time_window and set(grant.time_of_day) - set(service.time_window):
        return "time_of_day"
    outside = service.weekdays and set(grant.weekdays) - set(service.weekdays)
    return "weekdays" if outside else ""


def _round_the_clock(grant: Grant, facts: Facts) -> bool:
    items = facts.chosen(grant)
    return bool(items) and all(i.round_the_clock for i in items)


def _window(service: Service, facts: Facts) -> str:
    """Say the service's time as a sentence."""
    named = {o.value: o.name for o in facts.standard.times_of_day}
    return service.time_text or f"{joined(named.get(t, t) for t in service.time_window)}."
