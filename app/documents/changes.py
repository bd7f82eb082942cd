"""What changed since the visit before: each area before and now, in words and as a picture."""

from app.documents import facts
from app.documents.form_words import Pairs, add_pairs
from app.documents.letter_function import level_words, overall_of, step_names
from app.documents.pictures import Picture, level_picture
from app.documents.story import Styled, TableRow, escape, typed
from app.documents.writing import Writing
from app.domain.comparing import AreaChange, Direction, compare
from app.domain.records import Goal, OverallAssessment, Visit
from app.domain.standard import Scale

_KEY = "documents.follow_up_summary"
_WAYS: tuple[Direction, ...] = ("better", "worse", "same")


def write_follow_up_summary(writing: Writing) -> None:
    """Write what a follow-up showed: result, each area, overall assessment, goals."""
    content = writing.content
    file = content.casefile
    before = file.get(Visit, file.visit.previous) if file.visit.previous else None
    writing.title(1, f"{_KEY}.title")
    writing.say(
        f"{_KEY}.intro",
        day=facts.day_words(facts.visited_on(file.visit)),
        before=facts.day_words(facts.visited_on(before)) if before else "",
    )
    name: Pairs = [(writing.words(f"{_KEY}.name"), escape(file.citizen.name))]
    next_visit = facts.day_words(file.visit.next_visit)
    next_time: Pairs = [(writing.words(f"{_KEY}.next_visit"), next_visit)]
    add_pairs(writing, [*name, *follow_up_pairs(writing), *next_time])
    _write_areas(writing)
    _write_overall(writing)
    _write_goals(writing)


def follow_up_pairs(writing: Writing) -> Pairs:
    """Return what the follow-up of this visit came to: result, why, how the goals went."""
    made = facts.follow_up(writing.content)
    result = writing.words(f"{_KEY}.result_{made.result}") if made.result else ""
    return [
        (writing.words(f"{_KEY}.result"), f"<b>{result}</b>" if result else ""),
        (writing.words(f"{_KEY}.reason"), typed(made.reason)),
        (writing.words(f"{_KEY}.goals_went"), typed(made.goals)),
    ]


def _write_areas(writing: Writing) -> None:
    """Write each area that was assessed now or then."""
    found, scale = _changes(writing), writing.content.standard.scale
    if not found or scale is None:
        return
    writing.title(2, f"{_KEY}.areas", room=130)
    writing.story.texts([counted_words(writing)])
    head = [writing.words(f"{_KEY}.{key}") for key in ("area", "before", "now", "change")]
    rows = [_area(writing, scale, change) for change in found]
    writing.story.table((3.2, 2.6, 3.4, 4.4), head, rows)


def _changes(writing: Writing) -> tuple[AreaChange, ...]:
    content = writing.content
    visit = content.casefile.visit
    return compare(content.casefile, content.standard, visit.id, visit.previous)


def counted_words(writing: Writing) -> str:
    """Say on how many areas the citizen manages better, worse and as before."""
    found = [change.direction for change in _changes(writing)]
    counts = {way: found.count(way) for way in _WAYS}
    return writing.words(f"{_KEY}.counted", **counts)


def _area(writing: Writing, scale: Scale, change: AreaChange) -> TableRow:
    now = level_words(writing, scale, change.now)
    picture = _picture(writing, scale, change)
    visit = writing.content.casefile.visit_id
    made = writing.content.casefile.assessment_at(visit, writing.content.standard.id, change.area)
    new = [Styled(line, "cell_muted") for line in typed(made.changed)]
    return (
        escape(change.name),
        level_words(writing, scale, change.before),
        [*([picture] if picture else []), now],
        [writing.words(f"{_KEY}.{change.direction}"), *new],
    )


def _picture(writing: Writing, scale: Scale, change: AreaChange) -> Picture | None:
    """Draw the level now, with a dot at the one before; None if it is not on the scale."""
    values = [level.value for level in scale.levels]
    now = change.now.value if change.now else ""
    before = change.before.value if change.before else ""
    if now not in values:
        return None
    said = {"value": now, "lowest": values[0], "highest": values[-1]}
    key = "level_alt_previous" if before else "level_alt"
    alt = writing.words(f"documents.form.{key}", previous=before, **said)
    dot = values.index(before) if before in values else None
    return level_picture(values.index(now), len(values), dot, alt)


def _write_overall(writing: Writing) -> None:
    """Write the overall level and the steps of the stair, before and now."""
    standard = writing.content.standard
    now = overall_of(writing)
    before = _overall_before(writing)
    scale = standard.overall.scale if standard.overall else None
    rows: list[TableRow] = []
    pairs = [
        (
            "overall",
            level_words(writing, scale, before.value),
            level_words(writing, scale, now.value),
        )
    ]
    if standard.stair:
        steps = (before.steps_now, now.steps_now)
        aims = ((before.step_aimed_at,), (now.step_aimed_at,))
        for key, (then, today) in (("step", steps), ("aim", aims)):
            names = [escape(step_names(standard.stair, ids)) for ids in (then, today)]
            pairs.append((key, names[0], names[1]))
    rows = [(writing.words(f"{_KEY}.{key}"), then, today) for key, then, today in pairs if today]
    if rows:
        writing.title(2, f"{_KEY}.together", room=100)
        head = [writing.words(f"{_KEY}.{key}") for key in ("what", "before", "now")]
        writing.story.table((3.6, 4.6, 4.6), head, rows)


def _overall_before(writing: Writing) -> OverallAssessment:
    file = writing.content.casefile
    return file.overall_assessment_at(file.visit.previous, writing.content.standard.id)


def _write_goals(writing: Writing) -> None:
    """Write how each goal stands."""
    goals = [g for g in writing.content.casefile.goals if g.text.strip()]
    if not goals:
        return
    writing.title(2, f"{_KEY}.goals", room=100)
    head = [writing.words(f"{_KEY}.{key}") for key in ("goal", "state", "due")]
    writing.story.table((7, 2.4, 2.6), head, [_goal(writing, goal) for goal in goals])


def _goal(writing: Writing, goal: Goal) -> TableRow:
    state = writing.words(f"{_KEY}.state_{goal.state or 'open'}")
    return [Styled(t, "cell") for t in typed(goal.text)], state, facts.day_words(goal.due)
