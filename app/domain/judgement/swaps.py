"""Services swapped for other ones (bytteydelser): how many, and to what (KBH-140 to 143)."""

from datetime import date

from app.domain.calendar import add_months
from app.domain.findings import Finding
from app.domain.judgement.decided import last_looked_at
from app.domain.judgement.facts import Facts
from app.domain.judgement.places import AFTER, place
from app.domain.records import Grant, Swap
from app.domain.rules import SwapOutside, SwapsAbove


def swaps_above(rule: SwapsAbove, facts: Facts) -> tuple[Finding, ...]:
    """Find more swaps within some months than the standard lets pass (KBH-143).

    It asks for a reassessment: once the case was decided or looked at again, it is answered.
    """
    many = _newest_many(rule, _dated(facts))
    if not many:
        return ()
    last, day = many[-1]
    looked_at = last_looked_at(facts)
    if (looked_at and looked_at > day) or facts.is_done(rule.id, day.isoformat()):
        return ()
    anchor = place(AFTER, last, "swapped_on")
    count, months = str(len(many)), str(rule.months)
    return (facts.find(rule, day.isoformat(), anchor, count=count, months=months),)


def _dated(facts: Facts) -> list[tuple[Swap, date]]:
    swaps = ((s, s.swapped_on) for s in facts.casefile.all(Swap))
    return sorted(((s, day) for s, day in swaps if day), key=lambda pair: (pair[1], pair[0].id))


def _newest_many(rule: SwapsAbove, swaps: list[tuple[Swap, date]]) -> list[tuple[Swap, date]]:
    """Return the newest run of too many swaps within the months, [] if there is none."""
    for end in range(len(swaps), rule.count, -1):
        last = swaps[end - 1][1]
        run = [pair for pair in swaps[:end] if add_months(pair[1], rule.months) >= last]
        if len(run) > rule.count:
            return run
    return []


def swap_outside(rule: SwapOutside, facts: Facts) -> tuple[Finding, ...]:
    """Find swaps to a group in which the citizen has no grant (KBH-141)."""
    return tuple(
        facts.find(
            rule,
            swap.id,
            place(AFTER, swap, "to_service"),
            service=facts.service_name(swap.to_service),
        )
        for swap in facts.casefile.all(Swap)
        if _group(swap.to_service, facts) in rule.groups
        and not _granted(swap, facts)
        and not facts.is_done(rule.id, swap.id)
    )


def _granted(swap: Swap, facts: Facts) -> bool:
    group, day = _group(swap.to_service, facts), swap.swapped_on or facts.today
    return any(_group(g.service, facts) == group and _runs_on(g, day) for g in facts.all_grants)


def _runs_on(grant: Grant, day: date) -> bool:
    begun = grant.starts_on is None or grant.starts_on <= day
    return begun and (grant.ends_on is None or day <= grant.ends_on)


def _group(service_id: str, facts: Facts) -> str:
    service = facts.services.get(service_id)
    return service.group if service else ""
