"""The letter's account of how the citizen manages: areas, the overall assessment, the stair."""

from app.documents import facts
from app.documents.form_words import has_value
from app.documents.story import CellContent, Styled, TableRow, escape, joined, typed
from app.documents.writing import Writing
from app.domain.records import Assessment, OverallAssessment
from app.domain.standard import Area, Scale, ScaleLevel, Stair
from app.domain.values import Level
from app.wording import enumeration


def write_areas(writing: Writing) -> None:
    """Write each area that concerns the help: its level if the standard has a scale."""
    content, scale = writing.content, writing.content.standard.scale
    found = [
        (area, content.casefile.assessment(content.standard.id, area.id))
        for area in facts.concerned_areas(content)
    ]
    recorded = [(area, made) for area, made in found if _is_told(made, scale)]
    if not recorded:
        return
    writing.story.need(80)
    if scale is None:
        head = [writing.words(f"letter.facts.{k}") for k in ("area_plain", "seen")]
        rows: list[TableRow] = [(escape(a.name), _seen(writing, m)) for a, m in recorded]
        writing.say("letter.facts.areas_plain")
        writing.story.table((3.4, 9.3), head, rows)
        return
    low, high = scale.levels[0], scale.levels[-1]
    writing.say(
        "letter.facts.areas",
        lowest=low.value,
        lowest_name=level_name(low),
        highest=high.value,
        highest_name=level_name(high),
    )
    head = [writing.words(f"letter.facts.{k}") for k in ("area", "level", "seen")]
    writing.story.table((2.7, 2.4, 7.6), head, [_area_row(writing, a, m) for a, m in recorded])


def _is_told(made: Assessment, scale: Scale | None) -> bool:
    texts = (made.own_words, made.observation, made.help_means)
    return made.level is not None if scale else any(t.strip() for t in texts)


def _area_row(writing: Writing, area: Area, made: Assessment) -> TableRow:
    scale = writing.content.standard.scale
    last = _previous(writing, area)
    level: CellContent = [
        level_words(writing, scale, made.level),
        Styled(last, "cell_muted") if last else "",
    ]
    return escape(area.name), level, _seen(writing, made)


def _previous(writing: Writing, area: Area) -> str:
    """Say the level at the visit before this one, if it was another."""
    file, standard = writing.content.casefile, writing.content.standard
    if not file.visit.previous:
        return ""
    before = file.assessment_at(file.visit.previous, standard.id, area.id).level
    now = file.assessment(standard.id, area.id).level
    if before is None or before == now:
        return ""
    return writing.words("documents.form.previous", value=before.value)


def _seen(writing: Writing, made: Assessment) -> list[Styled]:
    said = [("own_words", made.own_words), ("means", made.help_means)]
    lines = [
        Styled(writing.words(f"letter.facts.{key}", words=words), "cell_muted")
        for key, words in said
        if words.strip()
    ]
    return [*(Styled(line, "cell") for line in typed(made.observation)), *lines]


def level_words(writing: Writing, scale: Scale | None, level: Level | None) -> str:
    """Say a level with its name: C. Moderat, or 3 – svære begrænsninger."""
    if scale is None or level is None:
        return ""
    found = next((s for s in scale.levels if s.value == level.value), None)
    key = "level_words" if found and found.letter_name else "level_name"
    name = level_name(found) if found else ""
    return writing.words(f"documents.form.{key}", value=level.value, name=name)


def level_name(level: ScaleLevel) -> str:
    """Return what a document calls a level: in full, where a button says it shorter."""
    return level.letter_name or level.name


def overall_of(writing: Writing) -> OverallAssessment:
    """Return the overall assessment of this visit under the standard, empty if none is made."""
    file = writing.content.casefile
    return file.overall_assessment_at(file.visit_id, writing.content.standard.id)


def write_overall(writing: Writing) -> None:
    """Write the overall assessment, that it alone decides nothing, and the stair."""
    standard, made = writing.content.standard, overall_of(writing)
    if standard.overall and made.value:
        scale = standard.overall.scale
        text = next((s.text for s in scale.levels if s.value == made.value.value), "")
        level = level_words(writing, scale, made.value)
        writing.title(3, "letter.overall.title", room=80)
        value = writing.words("letter.overall.value", level=level, text=text)
        writing.story.texts(joined(value, typed(made.reason)))
        writing.say("letter.overall.note")
    if standard.stair:
        _write_stair(writing, standard.stair, made)


def _write_stair(writing: Writing, stair: Stair, made: OverallAssessment) -> None:
    """Write the step now, the step aimed at, and why the lower ones were not enough."""
    now = step_names(stair, made.steps_now)
    aim = step_names(stair, (made.step_aimed_at,))
    lower = step_names(stair, made.steps_considered)
    if not (now or aim or lower or made.step_reason.strip()):
        return
    writing.story.heading(3, escape(stair.title), room=120)
    writing.story.text(escape(stair.text))
    rows: list[tuple[str, CellContent]] = [
        ("now", escape(now)),
        ("aim", escape(aim)),
        ("considered", [escape(lower), *typed(_step_reason(writing, made))]),
    ]
    kept = [(writing.words(f"letter.stair.{key}"), value) for key, value in rows]
    writing.story.pairs([(name, value) for name, value in kept if has_value(value)])


def _step_reason(writing: Writing, made: OverallAssessment) -> str:
    """Return why the lower steps were not enough, unless it stands among the reasons."""
    reasons = {f.reason.strip() for f in writing.content.judgement.findings}
    return "" if made.step_reason.strip() in reasons else made.step_reason


def step_names(stair: Stair, ids: tuple[str, ...]) -> str:
    """Name the steps, the lowest first: a, or »a«, »b« og »c«."""
    names = [step.name for step in stair.steps if step.id in ids]
    return enumeration([f"»{name}«" for name in names] if len(names) > 1 else names)
