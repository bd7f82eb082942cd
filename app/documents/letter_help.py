"""The letter's blocks about the help: what was decided, each service, goals, the rules."""

from app.documents import facts
from app.documents.story import CellContent, Styled, TableRow, escape, typed
from app.documents.writing import Writing
from app.domain.records import AppliedNeed, DecisionItem, Goal, Grant
from app.domain.standard import Service

_CHANGES = ("changed", "reduced", "ended")


def write_result(writing: Writing) -> None:
    """Block 4: the outcome of each thing applied for."""
    content = writing.content
    writing.title(2, "letter.result.title", room=110)
    request = content.casefile.request
    received = request.received_on if request else None
    if facts.variant(content) in _CHANGES:
        writing.say("letter.result.intro_changed")
    elif received:
        writing.say("letter.result.intro", day=facts.day_words(received))
    _write_outcomes(writing)
    if request and request.acute:
        day = facts.day_words(request.acute_start)
        writing.say(f"letter.result.{'acute' if day else 'acute_undated'}", day=day)
    _write_before_after(writing)


def _write_outcomes(writing: Writing) -> None:
    pairs = facts.outcomes(writing.content)
    if not pairs:
        writing.say_gap("needs")
        return
    if facts.variant(writing.content) in _CHANGES:
        return
    has_wishes = any(need.text.strip() and need.service for need, _ in pairs)
    keys = ["need", "wish", "outcome"] if has_wishes else ["need", "outcome"]
    rows = [_outcome_row(writing, need, item, has_wishes) for need, item in pairs]
    head = [writing.words(f"letter.result.{key}") for key in keys]
    writing.story.table((3.6, 6, 2.6) if has_wishes else (5, 7), head, rows)


def _outcome_row(
    writing: Writing, need: AppliedNeed, item: DecisionItem, has_wishes: bool
) -> tuple[CellContent, ...]:
    name = escape(facts.need_name(writing.content, need))
    wish = (escape(need.text) if need.service else "",) if has_wishes else ()
    return (name, *wish, _outcome(writing, item))


def _outcome(writing: Writing, item: DecisionItem) -> Styled | str:
    if not item.outcome:
        return writing.gap("outcome")
    return Styled(writing.words(f"letter.result.{item.outcome}"), "cell_strong")


def _write_before_after(writing: Writing) -> None:
    """Write what one had, has now, and what is different at home: a change rests on that.

    In a letter about a change it stands instead of the outcomes, with each outcome in it.
    """
    is_change = facts.variant(writing.content) in _CHANGES
    changed = [
        (need, item)
        for need, item in facts.outcomes(writing.content)
        if is_change or item.outcome in ("changed", "ended") or item.before.strip()
    ]
    if not changed:
        return
    if not is_change:
        writing.title(3, "letter.result.before_after", room=110)
    keys = ("help", "before", "after", "what_changed")
    head = [writing.words(f"letter.result.{key}") for key in keys]
    rows = [_change_row(writing, need, item, is_change) for need, item in changed]
    writing.story.table((3.4, 3, 3, 4.6), head, rows)


def _change_row(
    writing: Writing, need: AppliedNeed, item: DecisionItem, with_outcome: bool
) -> TableRow:
    name = escape(facts.need_name(writing.content, need))
    outcome = _outcome(writing, item)
    if isinstance(outcome, Styled):
        outcome = Styled(outcome.markup, "cell")
    is_changed = item.outcome in ("", "changed", "ended") or item.before.strip()
    return (
        [name, outcome] if with_outcome else name,
        *(
            typed(getattr(item, key)) or (writing.gap(key) if is_changed else "")
            for key in ("before", "after", "what_changed")
        ),
    )


def write_services(writing: Writing) -> None:
    """Block 5: each service with items, how often, when, who and for which period."""
    grants = facts.given(writing.content)
    kind = facts.variant(writing.content)
    if not grants and kind in ("refused", "ended"):
        return
    writing.title(2, "letter.services.title", room=110)
    if not grants:
        writing.say_gap("services")
        return
    keys = ("name", "often", "provider", "period")
    head = [writing.words(f"letter.services.{k}") for k in keys]
    rows = [_service_row(writing, grant) for grant in grants]
    writing.story.table((6, 3, 2.5, 3.6), head, rows)
    _write_details(writing)


def _service_row(writing: Writing, grant: Grant) -> TableRow:
    content = writing.content
    name = escape(facts.service_name(content, grant.service))
    items = escape(facts.item_names(content, grant))
    combined = _combined(writing, grant) if grant.combined_with else ""
    said = [text for text in (items, _measures(writing, grant), combined) if text]
    extra = [Styled(f"{'. '.join(said)}.", "cell_muted")] if said else []
    often = escape(facts.how_often(grant)) or writing.gap("extent")
    return (
        [name, *extra],
        [often, escape(facts.times(content, grant)), _minutes(writing, grant)],
        _provider(writing, grant),
        _period(writing, grant),
    )


def _minutes(writing: Writing, grant: Grant) -> Styled | str:
    if not grant.minutes:
        return ""
    return Styled(writing.words("letter.services.minutes", minutes=grant.minutes), "cell_muted")


def _measures(writing: Writing, grant: Grant) -> str:
    """Say the measures of a grant on one line: area, weight, shops, hours."""
    sizes = grant.quantities
    named = (
        (
            ("area", sizes.area_m2),
            ("weight", sizes.weight_kg),
            ("shops", sizes.shops),
            ("supermarkets", sizes.supermarkets),
            ("hours", sizes.hours),
        )
        if sizes
        else ()
    )
    return facts.named(
        [
            writing.words(f"letter.services.{key}", amount=_amount(value))
            for key, value in named
            if value is not None
        ]
    )


def _amount(value: float) -> int | str:
    return int(value) if value == int(value) else facts.amount_words(value)


def _combined(writing: Writing, grant: Grant) -> str:
    other = next((g for g in writing.content.casefile.grants if g.id == grant.combined_with), None)
    name = facts.service_name(writing.content, other.service if other else grant.combined_with)
    return writing.words("letter.services.combined", other=name.lower())


def _provider(writing: Writing, grant: Grant) -> str:
    choice = facts.provider_of(writing.content, grant.service)
    if choice is None or not (choice.provider or choice.kind):
        return writing.gap("provider")
    name = facts.provider_name(writing.content, choice)
    if choice.kind == "self_chosen":
        return writing.words("letter.services.self_chosen", name=name)
    return escape(name) or writing.gap("provider")


def _period(writing: Writing, grant: Grant) -> str:
    start, end = facts.day_words(grant.starts_on), facts.day_words(grant.ends_on)
    if not start:
        until = writing.words("letter.services.until", end=end) if end else ""
        return " ".join(filter(None, (writing.gap("period"), until)))
    key = "from_to" if end else "until_changed"
    return writing.words(f"letter.services.{key}", start=start, end=end)


def _write_details(writing: Writing) -> None:
    """Write what holds for the help, a point for each service."""
    found = [(s, _details(writing, s)) for s in facts.given_services(writing.content)]
    lines = [f"<b>{escape(s.name)}:</b> {' '.join(texts)}" for s, texts in found if texts]
    if lines:
        writing.title(3, "letter.services.details")
        writing.story.bullets(lines)


def _details(writing: Writing, service: Service) -> list[str]:
    """Return the limits of service and items, how a scheme delivers, what the citizen has."""
    items = facts.given_items(writing.content, service)
    limits = [i.limits for i in items if i.limits]
    delivery = service.delivery if any(i.requires for i in items) else ()
    texts = [escape(t) for t in (*service.limits, *limits, *service.exclusions, *delivery)]
    if service.citizen_provides:
        what = " ".join(service.citizen_provides)
        texts.append(writing.words("letter.services.provides", what=what))
    return texts


def write_goals(writing: Writing) -> None:
    """Block 6: the purpose of each service, and the goals set together."""
    content = writing.content
    purposes = [line for g in facts.given(content) if (line := _purpose(writing, g))]
    goals = facts.goals(content)
    kind = facts.variant(content)
    is_bare = not purposes and not goals
    if kind in ("refused", "ended") or (is_bare and not writing.story.draft):
        return
    writing.title(2, "letter.goals.title")
    writing.story.bullets(list(dict.fromkeys(purposes)))
    if not goals:
        writing.say_gap("goals")
        return
    writing.story.need(100)
    writing.say("letter.goals.intro")
    keys = ("goal", "measure", "due")
    head = [writing.words(f"letter.goals.{k}") for k in keys]
    writing.story.table((5, 3.8, 2.2), head, [_goal_row(g) for g in goals])


def _goal_row(goal: Goal) -> TableRow:
    return (
        [Styled(line, "cell") for line in typed(goal.text)],
        typed(goal.measure),
        facts.day_words(goal.due),
    )


def _purpose(writing: Writing, grant: Grant) -> str:
    service = writing.content.standard.service(grant.service)
    purpose = grant.purpose.strip() or (service.purpose if service else "")
    if not purpose:
        return ""
    name = facts.service_name(writing.content, grant.service)
    return writing.words("letter.goals.purpose", service=name, purpose=purpose)


def write_law(writing: Writing) -> None:
    """Block 7: the legal basis of each service, and the standard by name."""
    content = writing.content
    writing.title(2, "letter.law.title")
    lines = _law_lines(writing)
    if lines:
        writing.story.bullets(lines)
    else:
        writing.say_gap("law")
    individual = facts.law_text(content, "individual_assessment")
    writing.say("letter.law.standard", title=content.standard.title, law=individual)


def _law_lines(writing: Writing) -> list[str]:
    return [
        writing.words("letter.law.service", services=facts.named(names), law=law)
        for law, names in facts.laws(writing.content).items()
    ]


BLOCKS = (write_result, write_services, write_goals)
