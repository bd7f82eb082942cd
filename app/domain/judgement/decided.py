"""What was decided last in a case, at whatever visit, and which help it gives."""

from collections.abc import Iterable
from datetime import date

import msgspec

from app.clock import local_day
from app.domain.ids import derived_id
from app.domain.judgement.facts import Facts
from app.domain.records import Decision, DecisionItem, DecisionVersion, Grant, Visit

LOOKING_AGAIN = ("follow_up", "reassessment")
_NOT_GIVEN = ("refused", "ended")


def decided_on(facts: Facts) -> date | None:
    """Return the Danish day on which this visit's newest letter was issued."""
    locked = facts.issued.locked_at if facts.issued else None
    return local_day(locked) if locked else None


def delivered_on(facts: Facts) -> date | None:
    """Return the first day on which this visit's newest letter was sent or handed over."""
    return min((d.sent_on for d in facts.deliveries if d.sent_on), default=None)


class Decided(msgspec.Struct, frozen=True):
    """The newest decision of a case: its day (a corrected letter moves nothing), its visit."""

    decision: str
    visit: str
    day: date
    versions: tuple[str, ...] = ()


def newest_decided(facts: Facts) -> Decided | None:
    """Return the newest issued decision under this standard, whichever visit it came from."""
    by_decision: dict[str, list[DecisionVersion]] = {}
    for version in facts.casefile.versions:
        if version.locked_at is not None:
            by_decision.setdefault(version.decision, []).append(version)
    found = (_decided(key, versions, facts) for key, versions in by_decision.items())
    mine = (d for d in found if _is_under(facts.casefile.get(Visit, d.visit), facts))
    return max(mine, key=lambda d: d.day, default=None)


def _is_under(visit: Visit | None, facts: Facts) -> bool:
    """Tell whether a visit was made under this standard, as the open one is."""
    if visit is None or visit.id == facts.casefile.visit_id or not visit.standards:
        return True
    return any(ref.id == facts.standard.id for ref in visit.standards)


def _decided(decision_id: str, versions: list[DecisionVersion], facts: Facts) -> Decided:
    decision = facts.casefile.get(Decision, decision_id)
    return Decided(
        decision=decision_id,
        visit=decision.visit if decision else "",
        day=min(local_day(v.locked_at) for v in versions if v.locked_at),
        versions=tuple(v.id for v in versions),
    )


def grants_decided(facts: Facts, decided: Decided) -> tuple[Grant, ...]:
    """Return the lines of help under this standard that a decision gives, and that run on."""
    needs = facts.needs
    outcomes = {n.id: _outcome(decided.decision, n.id, facts) for n in needs}
    given = {g.id for n in needs if outcomes[n.id] not in _NOT_GIVEN for g in facts.grants_for(n)}
    answering = {g.id for n in needs for g in facts.grants_for(n)}
    return tuple(g for g in facts.grants if g.id in given or g.id not in answering)


def _outcome(decision: str, need: str, facts: Facts) -> str:
    item = facts.casefile.get(DecisionItem, derived_id(decision, need))
    return item.outcome if item else ""


def visited(visit: Visit) -> date | None:
    """Return the Danish day of a visit; None if nobody knows when it was."""
    moment = visit.planned.start if visit.planned else visit.started_at
    return local_day(moment) if moment else None


def looked_again(facts: Facts, since: date, but: str = "") -> list[date]:
    """Return the days of closed follow-ups and reassessments since a day, the first one first.

    `but` is the visit of the decision itself.
    """
    closed = (v for v in facts.casefile.all(Visit) if v.id != but and v.state == "closed")
    visits = (v for v in closed if v.kind in LOOKING_AGAIN and _is_under(v, facts))
    return sorted(_since((visited(v) for v in visits), since))


def _since(days: Iterable[date | None], since: date) -> list[date]:
    return [day for day in days if day is not None and day >= since]


def last_looked_at(facts: Facts) -> date | None:
    """Return the last day on which the case was decided, followed up or reassessed."""
    decided = newest_decided(facts)
    days = [*looked_again(facts, date.min), *([decided.day] if decided else [])]
    return max(days, default=None)
