"""What the function levels say: the minimum level, and items that a level limits."""

from app.domain.findings import Finding
from app.domain.judgement.facts import Facts
from app.domain.judgement.places import ASSESSMENT, SERVICES, place
from app.domain.judgement.words import joined
from app.domain.records import Grant
from app.domain.rules import LevelLimitsItems, MinimumLevel
from app.domain.standard import Item


def minimum_level(rule: MinimumLevel, facts: Facts) -> tuple[Finding, ...]:
    """Find services that rest on areas below the minimum (KBH-033)."""
    services = [s.id for s in facts.standard.services if s.id in facts.in_play]
    wanted = [s for s in services if not rule.services or s in rule.services]
    found = ((s, _areas_below(s, rule.level, facts)) for s in wanted)
    return tuple(_below(rule, s, areas, facts) for s, areas in found if areas)


def _below(rule: MinimumLevel, service: str, areas: dict[str, str], facts: Facts) -> Finding:
    names = (a.name for a in facts.standard.areas if a.id in areas)
    return facts.find(
        rule,
        service,
        place(ASSESSMENT, facts.levels.assessment(next(iter(areas))), "level"),
        service_id=service,
        service=facts.service_name(service),
        area=joined(names),
        level=joined(facts.levels.name(v) for v in areas.values()),
        minimum=facts.levels.name(rule.level),
    )


def _areas_below(service: str, minimum: str, facts: Facts) -> dict[str, str]:
    """Return area and level where granted help rests on too able a level.

    Nothing granted yet: only when no assessed area of the service reaches the minimum.
    """
    grants = facts.granted.get(service, ())
    if any(g.items for g in grants):
        rests_on = [(facts.area_of(service, i), i.id) for g in grants for i in facts.chosen(g)]
        levels = [(area, facts.levels.of(area, item)) for area, item in rests_on]
        return {a: v for a, v in levels if _is_below(v, minimum, facts)}
    assessed = {a.id: facts.levels.of(a.id) for a in facts.areas_of(service)}
    known = {
        area: level for area, level in assessed.items() if facts.levels.rank(level) is not None
    }
    return known if all(_is_below(v, minimum, facts) for v in known.values()) else {}


def _is_below(level: str, minimum: str, facts: Facts) -> bool:
    rank, least = facts.levels.rank(level), facts.levels.rank(minimum)
    return rank is not None and least is not None and rank < least


def level_limits_items(rule: LevelLimitsItems, facts: Facts) -> tuple[Finding, ...]:
    """Find grants of more than the standard gives at a level."""
    beyond = ((g, _beyond(rule, g, facts)) for g in facts.granted.get(rule.service, ()))
    return tuple(
        facts.find(
            rule,
            grant.id,
            place(SERVICES, grant, "items"),
            grant=grant,
            level=joined(facts.levels.name(facts.levels.of(rule.area, i.id)) for i in items),
            items=joined(i.name for i in items),
        )
        for grant, items in beyond
        if items
    )


def _beyond(rule: LevelLimitsItems, grant: Grant, facts: Facts) -> tuple[Item, ...]:
    return tuple(
        i
        for i in facts.chosen(grant)
        if i.id not in rule.items
        and i.area in ("", rule.area)
        and facts.levels.of(rule.area, i.id) in rule.levels
    )
