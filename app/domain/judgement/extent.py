"""How much: more often than the standard, over a measure, too often in a year."""

from app.domain.findings import Finding
from app.domain.judgement.facts import Facts
from app.domain.judgement.places import SERVICES, place
from app.domain.judgement.words import figure, how_often
from app.domain.records import Grant
from app.domain.rules import ExtentAboveDefault, ItemPerYear, QuantityAbove
from app.domain.standard import Item
from app.domain.values import Extent

_ROUNDING = 1e-6


def extent_above_default(rule: ExtentAboveDefault, facts: Facts) -> tuple[Finding, ...]:
    """Find grants that come more often than the standard normally gives (KBH-082)."""
    grants = (g for g in facts.grants if not rule.services or g.service in rule.services)
    exceeded = ((g, _exceeded(g, facts)) for g in grants)
    return tuple(
        facts.find(
            rule,
            grant.id,
            place(SERVICES, grant, "extent"),
            grant=grant,
            service=facts.service_name(grant.service),
            extent=how_often(grant.extent),
            default=how_often(default),
        )
        for grant, default in exceeded
        if default is not None
    )


def _exceeded(grant: Grant, facts: Facts) -> Extent | None:
    """Return the tightest extent of the standard that a grant goes beyond."""
    given = times_per_year(grant.extent)
    limits = [
        (limit, e) for e in _defaults(grant, facts) if (limit := times_per_year(e)) is not None
    ]
    tightest = min(limits, key=lambda pair: pair[0], default=None)
    if given is None or tightest is None or given <= tightest[0] + _ROUNDING:
        return None
    return tightest[1]


def _defaults(grant: Grant, facts: Facts) -> list[Extent | None]:
    service = facts.services.get(grant.service)
    if service is None:
        return []
    # What is given a number of times a year is judged by item_per_year alone.
    items = [i for i in facts.chosen(grant) if i.max_per_year is None]
    if grant.items and not items:
        return []
    return [i.extent or service.extent for i in items] or [service.extent]


def times_per_year(extent: Extent | None) -> float | None:
    """Return the most visits in a year; None where need alone decides, or nothing is stated."""
    return extent.per_year() if extent is not None else None


def quantity_above(rule: QuantityAbove, facts: Facts) -> tuple[Finding, ...]:
    """Find grants whose measure is above the standard's limit."""
    measured = ((g, _measure(rule, g)) for g in facts.granted.get(rule.service, ()))
    return tuple(
        facts.find(
            rule,
            grant.id,
            place(SERVICES, grant, "quantities"),
            grant=grant,
            service=facts.service_name(grant.service),
            amount=figure(amount),
            limit=figure(rule.limit),
        )
        for grant, amount in measured
        if amount > rule.limit
    )


def _measure(rule: QuantityAbove, grant: Grant) -> float:
    concerned = not rule.items or set(rule.items) & set(grant.items)
    amount = getattr(grant.quantities, rule.quantity, None)
    return float(amount) if concerned and amount is not None else 0.0


def item_per_year(rule: ItemPerYear, facts: Facts) -> tuple[Finding, ...]:
    """Find an item that is granted more often in a calendar year than the standard gives."""
    service = facts.services.get(rule.service)
    item = service.item(rule.item) if service else None
    grants = [g for g in facts.all_grants if g.service == rule.service and rule.item in g.items]
    if item is None or item.max_per_year is None or not grants:
        return ()
    years = {g.starts_on.year if g.starts_on else facts.today.year for g in grants}
    most = max(sum(_in_year(g, item, y, facts) for g in grants) for y in years)
    if most <= item.max_per_year + _ROUNDING:
        return ()
    anchor = place(SERVICES, grants[-1], "items")
    limit = str(item.max_per_year)
    return (facts.find(rule, item.id, anchor, grant=grants[-1], item=item.name, limit=limit),)


def _in_year(grant: Grant, item: Item, year: int, facts: Facts) -> float:
    """Return how often a grant gives an item in a year; with others, at its own extent."""
    first = grant.starts_on.year if grant.starts_on else facts.today.year
    extent = item.extent if len(grant.items) > 1 and item.extent else grant.extent
    if extent is None or extent.unit == "once":
        return 1.0 if first == year else 0.0
    last = grant.ends_on.year if grant.ends_on else year
    return (times_per_year(extent) or 0.0) if first <= year <= last else 0.0
