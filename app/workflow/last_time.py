"""A follow-up visit begins with what the last one found: levels, words, answers, overall view.

What somebody did at that visit is not carried over: yes and no, days, the look at the home.
"""

from collections.abc import Iterator

import msgspec

from app.domain.casefile import CaseFile
from app.domain.ids import derived_id
from app.domain.records import Answer, Assessment, OverallAssessment, Record, Visit
from app.domain.standard import Scale, Section, Standard
from app.domain.values import Level
from app.workflow.edits import AddRecord, Together
from app.workflow.open_visit import OpenVisit
from app.workflow.picture import earlier_visit

LOOKING_BACK = ("follow_up", "reassessment")
# Questions about how things are; the others tell of what was done and when.
_STAYING = ("text", "line", "choice", "several", "number")
# An action has a bounded number of changes, and a record a handful of fields.
_AT_A_TIME = 40


def carry_over(opened: OpenVisit) -> int:
    """Write the last visit's values into this one; return how many records came.

    Nothing is written at a first visit, or where something is recorded already. It is undone
    like any other act.
    """
    casefile = opened.view.casefile
    earlier = earlier_visit(casefile)
    if casefile.visit.kind not in LOOKING_BACK or earlier is None or _is_begun(casefile):
        return 0
    records = [
        record
        for standard in opened.view.standards
        for record in _records(standard, earlier, casefile)
    ]
    distinct = list({record.id: record for record in records}.values())
    label = opened.session.texts.message("visit.carried_over")
    for start in range(0, len(distinct), _AT_A_TIME):
        part = distinct[start : start + _AT_A_TIME]
        opened.apply(Together(tuple(AddRecord(record) for record in part), label))
    return len(distinct)


def _is_begun(casefile: CaseFile) -> bool:
    mine = casefile.visit_id
    kinds: tuple[type[Assessment] | type[Answer], ...] = (Assessment, Answer)
    return any(record.visit == mine for kind in kinds for record in casefile.all(kind))


def _records(standard: Standard, earlier: Visit, casefile: CaseFile) -> Iterator[Record]:
    for area in standard.areas:
        held = casefile.assessment_at(earlier.id, standard.id, area.id)
        carried = _assessment(held, standard.scale, casefile.visit_id)
        if carried is not None:
            yield carried
    overall = casefile.get(OverallAssessment, derived_id(earlier.id, standard.id))
    if overall is not None and standard.overall is not None:
        yield _overall(overall, standard, casefile.visit_id)
    for section in standard.sections:
        yield from _answers(section, earlier, casefile)


def _assessment(held: Assessment, scale: Scale | None, visit: str) -> Assessment | None:
    level = held.level if _is_of(held.level, scale) else None
    items = {item: value for item, value in held.item_levels.items() if _is_of(value, scale)}
    if level is None and not items and not (held.own_words or held.observation or held.help_means):
        return None
    return msgspec.structs.replace(
        held,
        id=derived_id(visit, held.standard, held.area),
        visit=visit,
        level=level,
        item_levels=items,
        changed="",
    )


def _overall(held: OverallAssessment, standard: Standard, visit: str) -> OverallAssessment:
    scale = standard.overall.scale if standard.overall else None
    return msgspec.structs.replace(
        held,
        id=derived_id(visit, held.standard),
        visit=visit,
        value=held.value if _is_of(held.value, scale) else None,
    )


def _answers(section: Section, earlier: Visit, casefile: CaseFile) -> Iterator[Answer]:
    for question in section.questions:
        held = casefile.get(Answer, derived_id(earlier.id, section.id, question.id))
        if held is not None and question.kind in _STAYING:
            key = derived_id(casefile.visit_id, section.id, question.id)
            yield msgspec.structs.replace(held, id=key, visit=casefile.visit_id)


def _is_of(level: Level | None, scale: Scale | None) -> bool:
    """Tell whether a level means the same in the standard as it is now."""
    if level is None or scale is None:
        return False
    return level.scale == scale.id and any(level.value == known.value for known in scale.levels)
