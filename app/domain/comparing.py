"""What changed since the last visit, area by area, on the standard's own scale."""

from typing import Literal

import msgspec

from app.domain.casefile import CaseFile
from app.domain.standard import Scale, Standard
from app.domain.values import Level

Direction = Literal["better", "worse", "same", "new", "unknown"]
# The `area` of the overall assessment's change.
OVERALL = "overall"


class AreaChange(msgspec.Struct, frozen=True, kw_only=True):
    """The level of an area at two visits.

    "new": it had none before. "unknown": it has none now, or the two are not on one scale.
    """

    area: str
    name: str
    before: Level | None
    now: Level | None
    direction: Direction


def compare(
    casefile: CaseFile, standard: Standard, visit_id: str, previous_visit_id: str
) -> tuple[AreaChange, ...]:
    """Return the areas with a level at either visit, in the standard's order."""
    if standard.scale is None:
        return ()
    found: list[AreaChange] = []
    for area in standard.areas:
        before = casefile.assessment_at(previous_visit_id, standard.id, area.id).level
        now = casefile.assessment_at(visit_id, standard.id, area.id).level
        if before is not None or now is not None:
            found.append(_change(area.id, area.name, before, now, standard.scale))
    return tuple(found)


def compare_overall(
    casefile: CaseFile, standard: Standard, visit_id: str, previous_visit_id: str
) -> AreaChange | None:
    """Return how the overall assessment changed; None where neither visit has one."""
    if standard.overall is None:
        return None
    before = casefile.overall_assessment_at(previous_visit_id, standard.id).value
    now = casefile.overall_assessment_at(visit_id, standard.id).value
    if before is None and now is None:
        return None
    scale = standard.overall.scale
    return _change(OVERALL, scale.name, before, now, scale)


def _change(
    area: str, name: str, before: Level | None, now: Level | None, scale: Scale
) -> AreaChange:
    direction = _direction(before, now, scale)
    return AreaChange(area=area, name=name, before=before, now=now, direction=direction)


def _direction(before: Level | None, now: Level | None, scale: Scale) -> Direction:
    """Say which way: a scale goes from most to least able."""
    place = _place(now, scale)
    if place is None:
        return "unknown"
    if before is None:
        return "new"
    earlier = _place(before, scale)
    if earlier is None:
        return "unknown"
    return "same" if place == earlier else "better" if place < earlier else "worse"


def _place(level: Level | None, scale: Scale) -> int | None:
    values = [known.value for known in scale.levels]
    if level is None or level.scale != scale.id or level.value not in values:
        return None
    return values.index(level.value)
