"""What a letter must say of facts, views, information, follow-up, complaint and enclosures."""

from collections.abc import Iterator, Sequence

from app.domain.findings import Finding, Missing
from app.domain.judgement.consent import refused_information
from app.domain.judgement.deadlines_help import newest_check, review_due
from app.domain.judgement.facts import Facts
from app.domain.judgement.lack import hint, lack
from app.domain.judgement.places import ASSESSMENT, CONSENT, DECISION, PLAN, WORKPLACE, place
from app.domain.records import ActionPlan, Decision
from app.domain.rules import ActionPlanOffer
from app.domain.standard import Enclosure, Law, valid_on

_WITH_HELP = ("workplace", "free_choice", "self_chosen", "duties", "action_plan", "week_plan")
_WITHOUT_HELP = ("open_counselling",)
# What is made from the decision and the law, and lacks nothing of its own.
_ALWAYS_MADE = ("week_plan", "summary", "personal_data")
_SECTIONS = {
    "assessment_form": ASSESSMENT,
    "consents": CONSENT,
    "workplace": WORKPLACE,
    "action_plan": PLAN,
}


def grounds(facts: Facts) -> Iterator[Missing]:
    """Yield what is missing of the facts that weighed and the citizen's views (rows 8, 10)."""
    decision = _decision(facts)
    if not decision.facts.strip():
        yield lack("facts", place(DECISION, decision, "facts"))
    if not facts.not_fully_granted:
        return
    for field in ("citizens_views", "views_weighed"):
        if not getattr(decision, field).strip():
            yield lack(field, place(DECISION, decision, field))
    yield from _hearings(facts)


def _hearings(facts: Facts) -> Iterator[Missing]:
    """Yield the sources that the citizen must be heard on (forvaltningsloven § 19)."""
    for source in facts.casefile.hearings:
        unheard = source.known is False and source.detrimental and source.essential
        if unheard and source.sent_on is None:
            yield lack("hearing", place(DECISION, source, "sent_on"), source=source.source)
        elif unheard and not source.reply.strip():
            yield hint("hearing_reply", place(DECISION, source, "reply"), source=source.source)


def assessed_first(facts: Facts) -> Iterator[Missing]:
    """Yield what the law asks to assess before the help itself (row 11)."""
    law, decision = _law_that_asks(facts), _decision(facts)
    if law is None:
        return
    if not decision.rehabilitation_assessed:
        key, field = "assessed_first", "rehabilitation_assessed"
        yield lack(key, place(DECISION, decision, field), what=law.assess_first)
    elif not decision.rehabilitation_reason.strip():
        key, field = "assessed_first_reason", "rehabilitation_reason"
        yield lack(key, place(DECISION, decision, field), what=law.assess_first)
    if not decision.technology.strip():
        yield hint("technology", place(DECISION, decision, "technology"))


def _law_that_asks(facts: Facts) -> Law | None:
    services = (s for s in facts.standard.services if s.id in facts.in_play)
    laws = (facts.standard.law(law, facts.today) for s in services for law in facts.laws_of(s.id))
    return next((law for law in laws if law and law.assess_first), None)


def information(facts: Facts) -> Iterator[Missing]:
    """Yield what is missing when the decision rests on the existing basis (row 12; KBH-072)."""
    decision = _decision(facts)
    if refused_information(facts) and decision.existing_basis is None:
        yield lack("existing_basis", place(DECISION, decision, "existing_basis"))
    elif decision.existing_basis and not decision.missing_information.strip():
        yield lack("missing_information", place(DECISION, decision, "missing_information"))


def follow_up(facts: Facts) -> Iterator[Missing]:
    """Yield the next visit, which is agreed or explained where help is given (row 14)."""
    visit = facts.casefile.visit
    agreed = visit.next_visit is not None or visit.next_visit_reason.strip()
    if facts.gives_help and not agreed:
        yield lack("next_visit", place(DECISION, visit, "next_visit"))


def complaint(facts: Facts) -> Iterator[Missing]:
    """Yield the complaint guidance, if neither law nor standard has one in force (row 18)."""
    national = (p for p in facts.national.passages if p.id.startswith("complaint"))
    own = (p for p in facts.standard.complaint if p.in_letter)
    if not any(valid_on(p, facts.today) for p in (*national, *own)):
        yield lack("complaint_guidance", place(DECISION))


def action_plan(facts: Facts, findings: Sequence[Finding]) -> Iterator[Missing]:
    """Yield the action plan that help asks to be offered (row 16; serviceloven § 141).

    A written reason at the finding takes its place: whether it fits is assessed by a person.
    """
    rules = {r.id for r in facts.standard.rules if isinstance(r, ActionPlanOffer)}
    if not facts.gives_help or "action_plan" not in facts.standard.documents.used:
        return
    for finding in findings:
        if finding.rule in rules and not finding.reason.strip():
            key = "action_plan_or_reason" if finding.needs_reason else "action_plan"
            yield lack(key, finding.anchor)


def enclosures(facts: Facts) -> Iterator[Missing]:
    """Yield the enclosures that cannot be made yet (row 19; KBH-091, KBH-092)."""
    for enclosure in facts.standard.enclosures:
        wanted = enclosure.required and goes_with(enclosure, facts)
        if wanted and not _can_be_made(enclosure, facts):
            anchor = place(_SECTIONS.get(enclosure.id, DECISION))
            yield lack(_key_of(enclosure, facts), anchor, title=enclosure.title)


def _key_of(enclosure: Enclosure, facts: Facts) -> str:
    """Return the sentence that says what an enclosure lacks; without a scale it is words."""
    in_words = enclosure.id == "assessment_form" and facts.standard.scale is None
    return "enclosure_assessment_form_words" if in_words else f"enclosure_{enclosure.id}"


def goes_with(enclosure: Enclosure, facts: Facts) -> bool:
    """Tell whether an enclosure belongs to this decision: some only where help is given."""
    if enclosure.id == "action_plan":
        return facts.gives_help and any(p.wish == "yes" for p in facts.casefile.all(ActionPlan))
    if enclosure.id == "personal_data":
        return _is_first(facts)
    if enclosure.id == "workplace" and _home_stands(facts):
        return False
    return enclosure.id not in (_WITHOUT_HELP if facts.gives_help else _WITH_HELP)


def _is_first(facts: Facts) -> bool:
    """Tell whether no other decision of the case was issued: data is told of once."""
    return all(v.decision == facts.decision_id for v in facts.casefile.versions)


def _home_stands(facts: Facts) -> bool:
    """Tell whether the home was gone through at an earlier visit, and is not due again."""
    newest = newest_check(facts)
    if newest is None or newest.done_on is None or newest.visit == facts.casefile.visit_id:
        return False
    due = review_due(newest, facts)
    return due is None or due >= facts.today


def _can_be_made(enclosure: Enclosure, facts: Facts) -> bool:
    if enclosure.id == "assessment_form":
        areas = facts.standard.areas
        return not areas or any(_is_filled(a.id, facts) for a in areas)
    if enclosure.id == "action_plan":
        return any(p.purpose.strip() for p in facts.casefile.all(ActionPlan))
    if enclosure.id == "consents":
        return any(c.answer for c in facts.casefile.consents)
    if enclosure.id == "workplace":
        return facts.casefile.workplace.done_on is not None
    if enclosure.id in _ALWAYS_MADE:
        return True
    return any(s.id == enclosure.id and s.passages for s in facts.standard.sheets)


def _is_filled(area: str, facts: Facts) -> bool:
    """Tell whether the form says something of an area; without a scale the words do."""
    return bool(facts.levels.of(area)) or (
        facts.standard.scale is None and facts.levels.is_assessed(area)
    )


def _decision(facts: Facts) -> Decision:
    found = facts.casefile.decision
    return found or Decision(id=facts.decision_id, visit=facts.casefile.visit_id)
