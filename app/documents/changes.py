"""What changed since the visit before: each area before and now, in words and as a picture."""

from app.documents import facts
from app.documents.form_words import Pairs, has_value
from app.documents.letter_function import level_words, overall_of, step_names
from app.documents.pictures import Picture, level_picture
from app.documents.story import Styled, TableRow, escape, typed
from app.documents.writing import Writing
from app.domain.comparing import AreaChange, compare
from app.domain.records import Goal, OverallAssessment, Visit
from app.domain.standard import Scale

_KEY = "documents.follow_up_summary"


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
    _write_result(writing)
    _write_areas(writing)
    _write_overall(writing)
    _write_goals(writing)


def _write_result(writing: Writing) -> None:
    content = writing.content
    made = facts.follow_up(content)
    result = writing.words(f"{_KEY}.result_{made.result}") if made.result else ""
    rows: Pairs = [
        ("name", escape(content.casefile.citizen.name)),
        ("result", f"<b>{result}</b>" if result else ""),
        ("reason", typed(made.reason)),
        ("goals_went", typed(made.goals)),
        ("next_visit", facts.day_words(content.casefile.visit.next_visit)),
    ]
    _pairs(writing, rows)


def _write_areas(writing: Writing) -> None:
    """Write each area that was assessed now or then."""
    content = writing.content
    visit = content.casefile.visit
    changes = compare(content.casefile, content.standard, visit.id, visit.previous)
    told = [c for c in changes if c.before or c.now]
    scale = content.standard.scale
    if not told or scale is None:
        return
    counts = {d: sum(c.direction == d for c in told) for d in ("better", "worse", "same")}
    writing.title(2, f"{_KEY}.areas", room=130)
    writing.say(f"{_KEY}.counted", **counts)
    head = [writing.words(f"{_KEY}.{key}") for key in ("area", "before", "now", "change")]
    rows = [_area(writing, scale, change) for change in told]
    writing.story.table((3.2, 2.6, 3.4, 4.4), head, rows)


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


def _pairs(writing: Writing, rows: Pairs) -> None:
    made = [(writing.words(f"{_KEY}.{key}"), value) for key, value in rows if has_value(value)]
    writing.story.pairs(made)
