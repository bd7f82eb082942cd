"""How far each section of the visit is."""

from collections.abc import Callable, Sequence

from app.domain.findings import Missing, SectionState
from app.domain.judgement import places
from app.domain.judgement.answers import is_answered
from app.domain.judgement.facts import Facts
from app.domain.judgement.hints_after import follow_up_of
from app.domain.records import (
    ActionPlan,
    Answer,
    Complaint,
    HospitalStay,
    Order,
    ProcessingNotice,
    ProviderPlan,
    ProviderStart,
    Record,
    StatusReport,
    Swap,
)

# Nice to have: a section is whole without them.
_OPTIONAL = frozenset(
    {"missing.phone", "missing.gp", "missing.technology", "missing.overall_reason"}
)

_TOUCHED: dict[str, Callable[[Facts], bool]] = {
    places.HOUSEHOLD: lambda f: bool(f.casefile.citizen.name or f.casefile.citizen.cpr),
    places.REQUEST: lambda f: f.casefile.request is not None or bool(f.needs),
    places.ASSESSMENT: lambda f: any(f.levels.is_assessed(a.id) for a in f.standard.areas),
    places.GOALS: lambda f: any(g.text for g in f.casefile.goals),
    places.WORKPLACE: lambda f: (
        f.casefile.workplace.done_on is not None
        or any(f.casefile.workplace_item(p.id).status for p in f.points)
    ),
    places.CONSENT: lambda f: any(c.answer for c in f.casefile.consents),
    places.SERVICES: lambda f: bool(f.grants),
    places.PROVIDER: lambda f: any(p.kind for p in f.casefile.providers),
    places.DECISION: lambda f: f.casefile.decision is not None,
    places.OVERALL: lambda f: bool(f.overall.value or f.overall.steps_now),
    places.PLAN: lambda f: any(f.casefile.all(kind) for kind in _PLANS),
    places.FOLLOW_UP: lambda f: bool(follow_up_of(f).result),
    places.AFTER: lambda f: any(f.casefile.all(kind) for kind in _AFTER),
}
_PLANS: tuple[type[Record], ...] = (ActionPlan, ProviderPlan, Order)
_AFTER: tuple[type[Record], ...] = (
    ProviderStart,
    Swap,
    HospitalStay,
    StatusReport,
    Complaint,
    ProcessingNotice,
)


def sections(facts: Facts, missing: Sequence[Missing]) -> dict[str, SectionState]:
    """Return the state of each section of the standard, by its id."""
    lacking = {m.anchor.section for m in missing if m.key not in _OPTIONAL}
    answered = _answered(facts)
    return {s.id: _state(s.id, lacking, answered, facts) for s in facts.standard.sections}


def _state(section: str, lacking: set[str], answered: set[str], facts: Facts) -> SectionState:
    touched = _TOUCHED.get(section)
    if section not in answered and not (touched and touched(facts)):
        return "empty"
    return "partial" if section in lacking else "complete"


def _answered(facts: Facts) -> set[str]:
    answers = (a for a in facts.casefile.all(Answer) if a.visit == facts.casefile.visit_id)
    return {a.section for a in answers if is_answered(a)}
