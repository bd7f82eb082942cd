"""What a whole case should hold beside the letter's legal elements; none of it blocks."""

from collections.abc import Iterator

from app.domain.calendar import add_months, earliest_change
from app.domain.findings import Missing
from app.domain.judgement.answers import answer_field, is_answered, is_asked
from app.domain.judgement.consent import answer_to
from app.domain.judgement.facts import Facts
from app.domain.judgement.lack import hint
from app.domain.judgement.places import (
    ASSESSMENT,
    CONSENT,
    DECISION,
    GOALS,
    HOUSEHOLD,
    PROVIDER,
    REQUEST,
    SERVICES,
    WORKPLACE,
    place,
)
from app.domain.judgement.words import day_words
from app.domain.records import Contact, Request
from app.domain.rules import HouseholdCapacity


def about_citizen(facts: Facts) -> Iterator[Missing]:
    """Yield what is not known of the citizen and the case."""
    citizen, case = facts.casefile.citizen, facts.casefile.case
    unknown = {
        "cpr": citizen.cpr is None,
        "birth_date": citizen.birth_date is None,
        "phone": not citizen.phone.strip(),
        "digital_post": not citizen.digital_post,
        "interpreter": citizen.interpreter is None or citizen.interpreter.need is None,
    }
    for field, is_unknown in unknown.items():
        if is_unknown:
            yield hint(field, place(HOUSEHOLD, citizen, field))
    for field in ("target_group", "permanence"):
        if not getattr(case, field):
            yield hint(field, place(HOUSEHOLD, case, field))
    if not any(c.role == "gp" for c in facts.casefile.all(Contact)):
        yield hint("gp", place(HOUSEHOLD))


def about_household(facts: Facts) -> Iterator[Missing]:
    """Yield those at home of whom nobody asked whether they can take something on (KBH-042)."""
    rules = [r for r in facts.standard.rules if isinstance(r, HouseholdCapacity)]
    relations = {n for r in rules if facts.in_play & set(r.services) for n in r.relations}
    for member in facts.casefile.household:
        if member.relation in relations and member.healthy is None:
            yield hint("healthy", place(HOUSEHOLD, member, "healthy"))


def about_request(facts: Facts) -> Iterator[Missing]:
    """Yield what is not known of the request (KBH-020, KBH-021, KBH-102)."""
    request = facts.casefile.request or Request(id="")
    unknown = {
        "received_on": request.received_on is None,
        "received_from": not request.received_from,
        "caller_consent": bool(request.caller.strip()) and request.caller_consent is None,
        "acute_start": bool(request.acute) and request.acute_start is None,
    }
    for field, is_unknown in unknown.items():
        if is_unknown:
            yield hint(field, place(REQUEST, request, field))


def about_levels(facts: Facts) -> Iterator[Missing]:
    """Yield the areas without a level, as one (KBH-030); that there is none, where the areas
    are chosen with the citizen (SOR-030)."""
    areas, scale = facts.standard.areas, facts.standard.scale
    open_areas = [a for a in areas if facts.levels.assessment(a.id).level is None]
    if scale is None or not open_areas:
        return
    if not scale.chosen_areas:
        anchor = place(ASSESSMENT, facts.levels.assessment(open_areas[0].id), "level")
        yield hint("levels", anchor, count=str(len(open_areas)), area=open_areas[0].name)
    elif len(open_areas) == len(areas):
        yield hint("no_levels", place(ASSESSMENT))


def about_questions(facts: Facts) -> Iterator[Missing]:
    """Yield the questions that the standard wants answered."""
    for section in facts.standard.sections:
        for question in (q for q in section.questions if q.required and is_asked(q, facts)):
            answer = facts.casefile.answer(section.id, question.id)
            if not is_answered(answer):
                anchor = place(section.id, answer, answer_field(question))
                yield hint("question", anchor, question=question.label)


def about_goals(facts: Facts) -> Iterator[Missing]:
    """Yield the goals that nobody can measure (KBH-047)."""
    for goal in facts.casefile.goals:
        if goal.text.strip() and not goal.measure.strip():
            yield hint("goal_measure", place(GOALS, goal, "measure"))


def about_packages(facts: Facts) -> Iterator[Missing]:
    """Yield help in a package that says nothing of hours: the extent is to be told (§ 85)."""
    timed = {p.id for p in facts.standard.packages if p.hours_per_week is not None}
    for grant in facts.giving_grants:
        hours = grant.minutes or (grant.quantities and grant.quantities.hours)
        if grant.package and grant.package not in timed and grant.extent is None and not hours:
            name = facts.service_name(grant.service)
            yield hint("package_hours", place(SERVICES, grant, "extent"), service=name)


def about_workplace(facts: Facts) -> Iterator[Missing]:
    """Yield the points of the home not yet looked at, as one (KBH-060)."""
    items = (facts.casefile.workplace_item(p.id) for p in facts.points)
    unanswered = [i for i in items if not i.status]
    if facts.gives_help and unanswered:
        anchor = place(WORKPLACE, unanswered[0], "status")
        yield hint("workplace_points", anchor, count=str(len(unanswered)))


def about_consents(facts: Facts) -> Iterator[Missing]:
    """Yield the consents that have not been asked for (KBH-070, KBH-071)."""
    for purpose in facts.standard.consents:
        if purpose.asked == "always" and answer_to(purpose, facts) is None:
            yield hint("consent", place(CONSENT), purpose=purpose.name)


def about_providers(facts: Facts) -> Iterator[Missing]:
    """Yield services without a provider, where there is one to choose (KBH-120)."""
    rules = facts.standard.provider
    if not rules.free_choice and not rules.self_chosen:
        return
    chosen = {p.service for p in facts.casefile.providers if p.kind}
    for service in dict.fromkeys(g.service for g in facts.giving_grants):
        if service not in chosen:
            yield hint("provider", place(PROVIDER), service=facts.service_name(service))


def about_changes(facts: Facts) -> Iterator[Missing]:
    """Yield changes of provider before the notice, without a reason (KBH-121)."""
    for choice in facts.casefile.providers:
        asked, starts = choice.requested_on, choice.starts_on
        if not choice.is_change or asked is None or starts is None or choice.early_reason.strip():
            continue
        if starts < (earliest := earliest_change(asked, facts.standard.provider)):
            anchor = place(PROVIDER, choice, "early_reason")
            name = facts.service_name(choice.service)
            yield hint("early_reason", anchor, service=name, earliest=day_words(earliest))


def about_next_visit(facts: Facts) -> Iterator[Missing]:
    """Yield a next visit that lies later than the standard allows (KBH-110)."""
    visit, rule = facts.casefile.visit, facts.standard.follow_up
    concerned = not rule.permanent_only or facts.casefile.case.permanence == "permanent"
    if visit.next_visit is None or not concerned or visit.next_visit_reason.strip():
        return
    latest = add_months(facts.visited_on, rule.max_months)
    if visit.next_visit > latest:
        yield hint(
            "next_visit_late", place(DECISION, visit, "next_visit"), latest=day_words(latest)
        )


def about_delivery(facts: Facts) -> Iterator[Missing]:
    """Yield an issued decision that nobody has sent or handed over (KBH-093)."""
    if facts.issued is not None and not facts.deliveries:
        yield hint("delivery", place(DECISION))
