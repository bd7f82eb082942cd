"""What the catalogue says of its services and items, and of the standard's validity."""

from collections.abc import Callable, Iterator

from app.domain.findings import Finding
from app.domain.judgement.facts import Facts
from app.domain.judgement.places import SERVICES, place
from app.domain.judgement.words import day_words
from app.domain.records import Grant
from app.domain.rules import (
    AlwaysConsider,
    Expired,
    NeedsScheme,
    NotAlone,
    RuleBase,
    SingleGrant,
    SpecialCase,
)
from app.domain.standard import Item


def not_alone(rule: NotAlone, facts: Facts) -> tuple[Finding, ...]:
    """Find a service that is normally given together with other help, granted alone."""
    grants = facts.granted.get(rule.service, ())
    alone = set(facts.granted) == {rule.service}
    grant = next((g for g in grants if not _stands_alone(rule, g)), None)
    if not alone or grant is None:
        return ()
    anchor = place(SERVICES, grant, "items")
    name = facts.service_name(rule.service)
    return (facts.find(rule, rule.service, anchor, grant=grant, service=name),)


def _stands_alone(rule: NotAlone, grant: Grant) -> bool:
    return bool(grant.items) and set(grant.items) <= set(rule.except_items)


def special_case(rule: SpecialCase, facts: Facts) -> tuple[Finding, ...]:
    """Find items that the standard gives in special cases only."""
    return tuple(_items(rule, facts, lambda _, item: item.special_case))


def single_grant(rule: SingleGrant, facts: Facts) -> tuple[Finding, ...]:
    """Find items that are given alone and once, but stand with others or recur."""
    return tuple(_items(rule, facts, _not_single))


def _not_single(grant: Grant, item: Item) -> bool:
    recurs = grant.extent is not None and grant.extent.unit != "once"
    return item.single_grant and (len(grant.items) > 1 or recurs)


def needs_scheme(rule: NeedsScheme, facts: Facts) -> tuple[Finding, ...]:
    """Find items that ask for a scheme no approved provider offers."""
    schemes = ("", *facts.standard.provider.schemes)
    return tuple(_items(rule, facts, lambda _, item: item.requires not in schemes))


def _items(rule: RuleBase, facts: Facts, hit: Callable[[Grant, Item], bool]) -> Iterator[Finding]:
    for grant in facts.grants:
        for item in facts.chosen(grant):
            if hit(grant, item):
                yield facts.find(
                    rule,
                    f"{grant.id}:{item.id}",
                    place(SERVICES, grant, "items"),
                    grant=grant,
                    item=item.name,
                    service=facts.service_name(grant.service),
                    scheme=item.requires,
                )


def always_consider(rule: AlwaysConsider, facts: Facts) -> tuple[Finding, ...]:
    """Find a service in play whose standard asks to consider something else first."""
    service = facts.services.get(rule.service)
    grants = facts.granted.get(rule.service, ())
    considered = any(set(g.items) & set(rule.unless_items) for g in grants)
    if service is None or rule.service not in facts.named or considered:
        return ()
    anchor = place(SERVICES, grants[0], "items") if grants else place(SERVICES)
    return (
        facts.find(
            rule,
            rule.service,
            anchor,
            service_id=rule.service,
            service=service.name,
            consider=service.always_consider,
        ),
    )


def expired(rule: Expired, facts: Facts) -> tuple[Finding, ...]:
    """Find a standard whose validity has run out; it stays usable (KBH-001)."""
    until, version = facts.standard.valid_until, facts.standard.version
    if until is None or facts.today <= until:
        return ()
    anchor = place(SERVICES)
    return (facts.find(rule, "", anchor, valid_until=day_words(until), version=version),)
