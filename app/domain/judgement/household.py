"""What those at home can take on: healthy adults and children (KBH-043, KBH-044)."""

from app.domain.findings import Finding
from app.domain.judgement.facts import Facts
from app.domain.judgement.places import HOUSEHOLD, place
from app.domain.judgement.words import joined, texts
from app.domain.records import HouseholdMember
from app.domain.rules import ChildrenShare, HouseholdCapacity


def household_capacity(rule: HouseholdCapacity, facts: Facts) -> tuple[Finding, ...]:
    """Find healthy members of the household beside services that they could take on."""
    members = (m for m in facts.casefile.household if m.relation in rule.relations and m.healthy)
    return tuple(
        _found(rule, m, "healthy", facts, relation=texts().message(f"relation_word.{m.relation}"))
        for m in members
        if facts.in_play & set(rule.services)
    )


def children_share(rule: ChildrenShare, facts: Facts) -> tuple[Finding, ...]:
    """Find children at home beside services that they normally take no part in."""
    children = (m for m in facts.casefile.household if m.relation == "child" and m.birth_year)
    ages = ((m, facts.today.year - (m.birth_year or 0)) for m in children)
    # Only the year is known: whoever may still be under the age is counted as a child.
    return tuple(
        _found(rule, m, "birth_year", facts, age=str(age))
        for m, age in ages
        if age <= rule.age_under and facts.in_play & set(rule.services)
    )


def _found(
    rule: HouseholdCapacity | ChildrenShare,
    who: HouseholdMember,
    field: str,
    facts: Facts,
    relation: str = "",
    age: str = "",
) -> Finding:
    concerned = [s for s in rule.services if s in facts.in_play]
    first = next((s for s in concerned if s in facts.granted), concerned[0])
    return facts.find(
        rule,
        who.id,
        place(HOUSEHOLD, who, field),
        service_id=first,
        member=relation,
        age=age,
        services=joined(facts.service_name(s) for s in concerned),
    )
