"""What a whole case should hold of the overall view, the follow-up and the time after; no block."""

from collections.abc import Iterator

from app.domain.findings import Missing
from app.domain.ids import derived_id
from app.domain.judgement.deadlines import unannounced
from app.domain.judgement.decided import LOOKING_AGAIN
from app.domain.judgement.facts import Facts
from app.domain.judgement.lack import hint
from app.domain.judgement.overall import overall_value
from app.domain.judgement.places import AFTER, DECISION, FOLLOW_UP, OVERALL, REQUEST, place
from app.domain.judgement.words import day_words
from app.domain.records import FollowUp


def about_overall(facts: Facts) -> Iterator[Missing]:
    """Yield what is open of the overall assessment and the stair (KOG-005, SOR-032)."""
    standard, overall = facts.standard, facts.overall
    unknown = {
        "value": standard.overall is not None and not overall_value(facts),
        "reason": bool(overall_value(facts)) and not overall.reason.strip(),
        "steps_now": standard.stair is not None and not overall.steps_now,
        "step_aimed_at": standard.stair is not None and not overall.step_aimed_at,
    }
    for field, is_unknown in unknown.items():
        if is_unknown:
            yield hint(f"overall_{field}", place(OVERALL, overall, field))


def about_follow_up(facts: Facts) -> Iterator[Missing]:
    """Yield the result that a visit to look again has not come to, and what was decided then."""
    visit, decision = facts.casefile.visit, facts.casefile.decision
    if visit.kind not in LOOKING_AGAIN:
        return
    found = follow_up_of(facts)
    if facts.standard.section(FOLLOW_UP) and not found.result:
        yield hint("follow_up_result", place(FOLLOW_UP, found, "result"))
    if decision is not None and not decision.kind:
        yield hint("decision_kind", place(DECISION, decision, "kind"))


def follow_up_of(facts: Facts) -> FollowUp:
    """Return what this visit's follow-up came to, empty if it is not recorded."""
    visit = facts.casefile.visit_id
    known = (f for f in facts.casefile.all(FollowUp) if f.visit == visit)
    key = derived_id(visit, "follow_up")
    return next(known, FollowUp(id=key, case=facts.casefile.case.id, visit=visit))


def about_notices(facts: Facts) -> Iterator[Missing]:
    """Yield the deadlines that passed before the citizen was told a new date (RSL § 3).

    It is a hint and no finding: the law asks for the notice, not the standard, and a late
    answer must still be given.
    """
    section = AFTER if facts.standard.section(AFTER) else REQUEST
    for deadline, _ in unannounced(facts):
        due = day_words(deadline.due)
        yield hint("processing_notice", place(section), deadline=deadline.name, due=due)
