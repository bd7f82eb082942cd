"""The function assessment and the goals in the form: a profile as a picture, and in words."""

from collections.abc import Iterator, Sequence

from app.documents import facts
from app.documents.changes import counted_words
from app.documents.form_words import Pairs, add_pairs, add_table, has_value, label
from app.documents.letter_function import level_name, level_words, overall_of, step_names
from app.documents.profile import Bar, pages_of, profile_picture
from app.documents.story import Group, Piece, Styled, TableRow, escape, fitting, typed
from app.documents.tagging.fonts import clean, one_line
from app.documents.writing import Writing, plain
from app.domain.records import Assessment, Goal
from app.domain.standard import Area, Scale


def write_functions(writing: Writing) -> None:
    """Write the scale, each assessed area by group, the overall assessment and the goals."""
    standard = writing.content.standard
    rows = _rows(writing)
    if rows:
        writing.title(2, "documents.form.functions", room=140)
    if rows and standard.scale:
        _write_scale(writing, standard.scale)
        _write_profile(writing, standard.scale)
        add_table(writing, (2.6, 2.5, 6.4), ("area", "level", "description"), rows)
    elif rows:
        add_table(writing, (3.1, 8.4), ("area", "description"), rows)
    _write_overall(writing)
    _write_goals(writing)


def _write_scale(writing: Writing, scale: Scale) -> None:
    writing.say("documents.form.method", method=scale.method)
    lines = [
        writing.words("documents.form.scale_level", value=level.value, text=level.text)
        for level in scale.levels
    ]
    for line in lines:
        writing.story.text(line, "small")
    writing.story.space(5)


def _write_profile(writing: Writing, scale: Scale) -> None:
    """Write the profile as pictures of at most a page each, and what it says in their text."""
    bars = list(_bars(writing, scale))
    if not any(bar.now is not None for bar in bars):
        return
    levels = [(level.value, level_name(level)) for level in scale.levels]
    writing.title(3, "documents.form.profile", room=150)
    key = "profile_both" if any(bar.last is not None for bar in bars) else "profile_now"
    writing.story.text(
        writing.words(f"documents.form.{key}", counted=counted_words(writing)), "small"
    )
    for page in pages_of(bars, writing.story.size):
        said = ". ".join(_said(bar) for bar in page)
        ends = {"lowest": " ".join(levels[0]), "highest": " ".join(levels[-1])}
        alt = plain(writing.words("documents.form.profile_alt", said=said, **ends))
        writing.story.figure(profile_picture(page, levels, writing.story.size, alt))
    writing.story.space(8)


def _bars(writing: Writing, scale: Scale) -> Iterator[Bar]:
    """Yield each area with a level on the scale under its group's name."""
    standard, values = writing.content.standard, [level.value for level in scale.levels]
    names, group = {g.id: g.name for g in standard.groups}, None
    for area in standard.areas:
        level = writing.content.casefile.assessment(standard.id, area.id).level
        if level is None or level.value not in values:
            continue
        if area.group != group:
            group = area.group
            yield Bar(_drawn(writing, names.get(group, group)))
        last = _previous(writing, area)
        place = values.index(last) if last in values else None
        name = _drawn(writing, area.name)
        value = writing.words("documents.form.profile_value", value=level.value, previous=last)
        yield Bar(name, values.index(level.value), place, plain(value))


def _drawn(writing: Writing, name: str) -> str:
    """Return a name as it can be drawn outside a paragraph."""
    return fitting(one_line(clean(name)), draft=writing.story.draft)


def _said(bar: Bar) -> str:
    return bar.name if bar.now is None else f"{bar.name}: {bar.value}"


def _rows(writing: Writing) -> list[TableRow]:
    standard = writing.content.standard
    rows: list[TableRow] = []
    names = {g.id: g.name for g in standard.groups}
    group = None
    for area in standard.areas:
        made = writing.content.casefile.assessment(standard.id, area.id)
        if not _is_recorded(made):
            continue
        if area.group != group:
            group = area.group
            rows.append(Group(escape(names.get(group, group))))
        rows.append(_row(writing, area, made))
    return rows


def _is_recorded(made: Assessment) -> bool:
    texts = (made.own_words, made.observation, made.help_means, made.changed)
    return made.level is not None or bool(made.item_levels) or any(t.strip() for t in texts)


def _row(writing: Writing, area: Area, made: Assessment) -> TableRow:
    name, description = escape(area.name), _description(writing, area, made)
    if writing.content.standard.scale is None:
        return name, description
    return name, _level(writing, area, made), description


def _previous(writing: Writing, area: Area) -> str:
    """Return the level at the visit before this one."""
    file, standard = writing.content.casefile, writing.content.standard
    if not file.visit.previous:
        return ""
    level = file.assessment_at(file.visit.previous, standard.id, area.id).level
    return level.value if level else ""


def _level(writing: Writing, area: Area, made: Assessment) -> Sequence[Piece]:
    scale = writing.content.standard.scale
    if scale is None or made.level is None:
        return ()
    if made.level.value not in [level.value for level in scale.levels]:
        return (escape(scale.not_assessed or made.level.value),)
    previous = _previous(writing, area)
    last = writing.words("documents.form.previous", value=previous) if previous else ""
    words = level_words(writing, scale, made.level)
    return (words, *([Styled(last, "cell_muted")] if last else []))


def _description(writing: Writing, area: Area, made: Assessment) -> Sequence[Piece]:
    pieces: list[Piece] = []
    if made.own_words.strip():
        pieces += [Styled(line, "cell_quote") for line in typed(f"»{made.own_words.strip()}«")]
    pieces += typed(made.observation)
    for key, text in (("help_means", made.help_means), ("changed", made.changed)):
        if text.strip():
            head, *rest = typed(text)
            mark = writing.words(f"documents.form.{key}", words="")
            pieces += [f"<b>{mark}</b> {head}", *rest]
    pieces += [Styled(line, "cell_muted") for line in _item_levels(writing, area, made)]
    return pieces


def _item_levels(writing: Writing, area: Area, made: Assessment) -> list[str]:
    services = [writing.content.standard.service(s) for s in area.services]
    names = {i.id: i.name for s in services if s for i in s.items}
    return [
        writing.words("documents.form.item_level", item=names.get(item, item), value=level.value)
        for item, level in made.item_levels.items()
    ]


def _write_overall(writing: Writing) -> None:
    """Write the overall assessment and where the citizen stands on the stair, in words."""
    standard, made = writing.content.standard, overall_of(writing)
    scale, stair = standard.overall.scale if standard.overall else None, standard.stair
    steps = (made.steps_now, (made.step_aimed_at,), made.steps_considered)
    now, aim, lower = (step_names(stair, ids) if stair else "" for ids in steps)
    pairs: Pairs = [
        (label(writing, "overall"), [level_words(writing, scale, made.value), *typed(made.reason)]),
        (label(writing, "step_now"), escape(now)),
        (label(writing, "step_aim"), escape(aim)),
        (label(writing, "steps_considered"), [escape(lower), *typed(made.step_reason)]),
    ]
    if any(has_value(value) for _, value in pairs):
        writing.title(2, "documents.form.together", room=90)
        add_pairs(writing, pairs)


def _write_goals(writing: Writing) -> None:
    goals = facts.goals(writing.content)
    if not goals:
        return
    writing.title(2, "documents.form.goals", room=110)
    rows = [_goal(writing, goal) for goal in goals]
    add_table(writing, (4.5, 3.5, 3, 2), ("goal", "measure", "areas", "due"), rows)


def _goal(writing: Writing, goal: Goal) -> TableRow:
    content = writing.content
    found = [content.standard.area(a) for a in goal.areas]
    names = [a.name for a in found if a]
    names += [facts.service_name(content, s) for s in goal.services]
    return (
        [Styled(line, "cell") for line in typed(goal.text)],
        typed(goal.measure),
        escape(facts.named(names)),
        facts.day_words(goal.due),
    )
