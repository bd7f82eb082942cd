"""What changed since the last visit, on the standard's own scale."""

from typing import Any

import pytest

from app.domain.comparing import AreaChange, compare, compare_overall
from app.domain.ids import derived_id
from app.domain.records import Assessment, OverallAssessment
from app.domain.standard import Standard
from app.domain.values import Level
from tests.factories import VISIT, casefile, standard

LAST = "v0"
AREAS = [
    {"id": "home", "name": "Hjemmet", "group": "praktisk"},
    {"id": "town", "name": "Byen", "group": "praktisk"},
]


def at(visit: str, area: str, value: str, scale: str = "small") -> Assessment:
    """Make the level of an area at a visit; "" leaves it open."""
    return Assessment(
        id=derived_id(visit, "lille", area),
        visit=visit,
        standard="lille",
        area=area,
        level=Level(scale=scale, value=value) if value else None,
    )


def changes(*records: Any, by: Standard | None = None) -> tuple[AreaChange, ...]:
    """Return what changed from the last visit to this one."""
    return compare(casefile(*records), by or standard(areas=AREAS), VISIT, LAST)


@pytest.mark.parametrize(
    ("before", "now", "direction"),
    [
        ("c", "b", "better"),
        ("c", "a", "better"),
        ("a", "b", "worse"),
        ("b", "b", "same"),
        ("", "b", "new"),
        ("b", "", "unknown"),
        ("gone", "b", "unknown"),
        ("b", "gone", "unknown"),
    ],
)
def test_the_direction_follows_the_scale_from_most_to_least_able(
    before: str, now: str, direction: str
) -> None:
    (change,) = changes(at(LAST, "home", before), at(VISIT, "home", now))
    assert (change.area, change.name, change.direction) == ("home", "Hjemmet", direction)


def test_a_level_of_another_scale_is_compared_with_nothing() -> None:
    (change,) = changes(at(LAST, "home", "c", scale="kbh-1-4"), at(VISIT, "home", "b"))
    assert change.direction == "unknown"
    assert change.before
    assert change.before.scale == "kbh-1-4"
    (change,) = changes(at(LAST, "home", "c"), at(VISIT, "home", "b", scale="kbh-1-4"))
    assert change.direction == "unknown"


def test_areas_that_nobody_assessed_are_left_out() -> None:
    assert changes(at(VISIT, "home", "")) == ()
    both = changes(at(VISIT, "town", "b"), at(LAST, "home", "c"), at(VISIT, "home", "c"))
    assert [c.area for c in both] == ["home", "town"]


def test_a_standard_without_a_scale_has_nothing_to_compare() -> None:
    assert changes(at(VISIT, "home", "b"), by=standard(areas=AREAS, scale=None)) == ()


class TestOverall:
    scale = {
        "id": "abc",
        "name": "Samlet",
        "method": "Egen",
        "levels": [{"value": v, "name": v, "text": v} for v in ("A", "B", "C")],
    }
    by = standard(overall={"scale": scale, "note": "Afgør ikke alene."})

    def overall(self, visit: str, value: str) -> OverallAssessment:
        level = Level(scale="abc", value=value)
        key = derived_id(visit, "lille")
        return OverallAssessment(id=key, visit=visit, standard="lille", value=level)

    def change(self, *records: OverallAssessment) -> AreaChange | None:
        return compare_overall(casefile(*records), self.by, VISIT, LAST)

    def test_it_is_compared_in_its_own_scale(self) -> None:
        change = self.change(self.overall(LAST, "B"), self.overall(VISIT, "C"))
        assert change
        assert (change.name, change.direction) == ("Samlet", "worse")
        new = self.change(self.overall(VISIT, "C"))
        assert new
        assert new.direction == "new"

    def test_where_there_is_none_nothing_is_said(self) -> None:
        assert self.change() is None
        assert compare_overall(casefile(), standard(), VISIT, LAST) is None
