"""What the standard points to at the levels recorded."""

from app.domain.findings import Proposal
from app.domain.judgement.facts import Facts
from app.domain.standard import LevelProposal


def proposals(facts: Facts) -> tuple[Proposal, ...]:
    """Return the proposals at the levels of areas, or of items whose own level differs.

    What is open to everybody is pointed to and never proposed as a grant.
    """
    known = (p for p in facts.standard.level_proposals if p.service not in facts.open_to_all)
    found = ((p, _items(p, facts)) for p in known)
    return tuple(_proposal(p, items, facts) for p, items in found if items is not None)


def _items(rule: LevelProposal, facts: Facts) -> tuple[str, ...] | None:
    """Return the items proposed, none for the whole service; None if nothing is proposed."""
    if not rule.items:
        return () if facts.levels.of(rule.area) in rule.levels else None
    return tuple(i for i in rule.items if facts.levels.of(rule.area, i) in rule.levels) or None


def _proposal(rule: LevelProposal, items: tuple[str, ...], facts: Facts) -> Proposal:
    return Proposal(
        id=f"{rule.area}:{rule.service}:{'-'.join(rule.levels)}",
        area=rule.area,
        level=facts.levels.of(rule.area, items[0] if items else ""),
        service=rule.service,
        items=items,
        extent=rule.extent,
        text=rule.text,
        ref=rule.ref,
        taken=_taken(rule.service, items, facts),
    )


def _taken(service: str, items: tuple[str, ...], facts: Facts) -> bool:
    grants = facts.granted.get(service, ())
    return bool(grants) and set(items) <= {i for g in grants for i in g.items}
