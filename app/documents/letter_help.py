"""The letter's blocks about the help: what was decided, each service, goals, the rules."""

from collections.abc import Sequence

from app.documents import facts
from app.documents.letter_services import write_services
from app.documents.story import CellContent, Styled, TableRow, escape, typed
from app.documents.writing import Writing
from app.domain.records import AppliedNeed, DecisionItem, Goal, Grant, ProcessingNotice

_CHANGES = ("changed", "reduced", "ended")


def write_result(writing: Writing) -> None:
    """Block 4: the outcome of each thing applied for."""
    content = writing.content
    writing.title(2, "letter.result.title", room=90)
    request = content.casefile.request
    received = request.received_on if request else None
    kind = facts.variant(content)
    if kind == "continued":
        writing.say("letter.result.intro_continued")
    elif kind in _CHANGES:
        writing.say("letter.result.intro_changed")
    elif received:
        writing.say("letter.result.intro", day=facts.day_words(received))
    _write_outcomes(writing)
    _write_late(writing)
    if request and request.acute:
        day = facts.day_words(request.acute_start)
        writing.say(f"letter.result.{'acute' if day else 'acute_undated'}", day=day)
    _write_before_after(writing)


def _write_outcomes(writing: Writing) -> None:
    pairs = facts.outcomes(writing.content)
    kind = facts.variant(writing.content)
    if not pairs and kind != "continued":
        writing.say_gap("needs")
    if not pairs or kind in _CHANGES:
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
    is_open = facts.is_open(writing.content, need)
    outcome = writing.words("letter.result.open") if is_open else _outcome(writing, item)
    return (name, *wish, outcome)


def _write_late(writing: Writing) -> None:
    """Say that the citizen was told of a processing deadline that was exceeded."""
    file = writing.content.casefile
    request = file.request.id if file.request else ""
    sent = [n for n in file.all(ProcessingNotice) if n.sent_on and n.request in ("", request)]
    if sent:
        writing.say("letter.result.late", day=facts.day_words(sent[-1].sent_on))


def _outcome(writing: Writing, item: DecisionItem) -> Styled | str:
    if not item.outcome:
        return writing.gap("outcome")
    return Styled(writing.words(facts.outcome_key(writing.content, item)), "cell_strong")


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
    return (
        [name, outcome] if with_outcome else name,
        *(_compared(writing, item, key) for key in ("before", "after", "what_changed")),
    )


def _compared(writing: Writing, item: DecisionItem, key: str) -> CellContent:
    """Say what was written of the help before or now; of help that ends there is none now."""
    written = typed(getattr(item, key))
    if not written and key == "after" and item.outcome == "ended":
        return writing.words("letter.result.after_ended")
    is_changed = item.outcome in ("", "changed", "ended") or item.before.strip()
    return written or (writing.gap(key) if is_changed else "")


def write_goals(writing: Writing) -> None:
    """Block 6: the purpose of each service, and the goals set together."""
    content = writing.content
    purposes = purpose_lines(writing, facts.given(content))
    goals = facts.goals(content)
    kind = facts.variant(content)
    is_bare = not purposes and not goals
    if kind in ("refused", "ended") or (is_bare and not writing.story.draft):
        return
    writing.title(2, "letter.goals.title")
    writing.led(writing.words("letter.goals.so_far"), [facts.follow_up(content).goals])
    writing.story.bullets(purposes)
    if not goals:
        writing.say_gap("goals")
        return
    writing.story.need(76)
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


def purpose_lines(writing: Writing, grants: Sequence[Grant]) -> list[str]:
    """Say the purpose of each service; services with the same purpose stand together."""
    found: dict[str, list[str]] = {}
    for grant in grants:
        service = writing.content.standard.service(grant.service)
        purpose = grant.purpose.strip() or (service.purpose if service else "")
        name = facts.service_name(writing.content, grant.service)
        found.setdefault(purpose, []).append(name)
    return [
        writing.words("letter.goals.purpose", service=facts.named(names), purpose=purpose)
        for purpose, names in found.items()
        if purpose
    ]


def write_law(writing: Writing) -> None:
    """Block 7: the legal basis of each service, and the standard by name."""
    content = writing.content
    writing.title(2, "letter.law.title", room=58)
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


BLOCKS = (write_result, write_services, write_goals, write_law)
