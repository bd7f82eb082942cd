"""When granted help is looked at again: the standard's cycle, status reports, and what meets them.

The plain rules are written anew here: "samme dato så mange måneder senere, ellers månedens
sidste dag", "fire uger før opfølgningsdatoen".
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.findings import Deadline
from app.domain.judgement import due_days, judge
from app.domain.judgement.follow_ups import follow_up_days
from app.domain.records import (
    Decision,
    DecisionVersion,
    Grant,
    Record,
    StatusReport,
    TaskDone,
    Visit,
)
from app.domain.standard import FollowUp, Standard
from app.domain.values import Planned, StandardRef
from tests.factories import (
    DECISION,
    case,
    casefile,
    decision,
    decision_item,
    denmark,
    issued,
    need,
    standard,
    visit,
)
from tests.factories import grant as kbh_grant

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
KOEGE = {"max_months": 12, "after_months": [3, 6, 12], "text": "3, 6 og 12"}
SOROE = {
    "max_months": 12,
    "after_months": [6],
    "then_every_months": 12,
    "report_weeks_before": 4,
    "text": "6, så årligt",
}
GRANTED = date(2021, 1, 15)


def months_later(day: date, months: int) -> date:
    """Samme dato så mange måneder senere; findes den ikke, månedens sidste dag."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for wanted in range(day.day, 0, -1):
        try:
            return date(year, month + 1, wanted)
        except ValueError:
            continue
    raise AssertionError


def rule(**fields: Any) -> FollowUp:
    """Make the follow-up of a standard."""
    return FollowUp(**{"max_months": 12, "text": "Opfølgning", **fields})


def followed(follow_up: dict[str, Any], own: dict[str, Any] | None = None) -> Standard:
    """Return the small standard with this follow-up, and one of its cleaning's own."""
    made = standard(follow_up=follow_up)
    clean = msgspec.structs.replace(
        made.services[0], follow_up=msgspec.convert(own, FollowUp) if own else None
    )
    return msgspec.structs.replace(made, services=(clean, made.services[1]))


def grant(record_id: str = "g1", **fields: Any) -> Grant:
    """Make cleaning without an end."""
    known: dict[str, Any] = {"standard": None, "service": "clean", "starts_on": GRANTED}
    return kbh_grant(record_id, **{**known, "items": (), **fields})


def seen_again(day: date, record_id: str = "v2", **fields: Any) -> Visit:
    """Make a closed follow-up visit."""
    known: dict[str, Any] = {"case": "k1", "kind": "follow_up", "state": "closed"}
    start = datetime(day.year, day.month, day.day, 9)
    known["planned"] = Planned(start=start)
    return Visit(id=record_id, **{**known, **fields})


def found(
    by: Standard, today: date, *records: Record, decided: date = GRANTED
) -> tuple[Deadline, ...]:
    """Return the follow-ups and status reports of decided help."""
    kinds = {type(r) for r in records}
    basis = [r for r in (decision(), issued(decided), grant()) if type(r) not in kinds]
    file = casefile(*basis, *records)
    quick = due_days(file, by, denmark(), today)
    assert quick == judge(file, by, denmark(), today).deadlines
    return tuple(d for d in quick if d.rule in ("follow_up", "status_report"))


def days(deadlines: Sequence[Deadline], rule_id: str = "follow_up") -> list[date]:
    """Return the days of one kind."""
    return [d.due for d in deadlines if d.rule == rule_id]


def unmet(deadlines: Sequence[Deadline], rule_id: str = "follow_up") -> list[date]:
    """Return the days of one kind that are not met."""
    return [d.due for d in deadlines if d.rule == rule_id and not d.met]


class TestTheCycle:
    @given(DAYS, st.lists(st.integers(1, 36), min_size=1, max_size=4, unique=True))
    def test_the_first_times_are_whole_months_after(self, start: date, months: list[int]) -> None:
        by = rule(after_months=tuple(months))
        first = list(islice(follow_up_days(by, start, permanent=False), len(months) + 1))
        assert first == sorted({months_later(start, n) for n in months})

    @given(DAYS, st.integers(1, 12), st.integers(1, 24), st.integers(1, 12))
    def test_the_cycle_counts_whole_months_from_the_start(
        self, start: date, first: int, every: int, times: int
    ) -> None:
        by = rule(after_months=(first,), then_every_months=every)
        counted = list(islice(follow_up_days(by, start, permanent=False), times))
        assert counted == [months_later(start, first + n * every) for n in range(times)]

    @given(DAYS, st.integers(1, 30))
    def test_weeks_are_seven_days(self, start: date, weeks: int) -> None:
        by = rule(after_weeks=(weeks,))
        assert list(follow_up_days(by, start, permanent=False)) == [
            start + timedelta(days=7 * weeks)
        ]

    def test_after_weeks_the_cycle_goes_on_from_the_last_of_them(self) -> None:
        by = rule(after_weeks=(10,), then_every_months=6)
        counted = list(islice(follow_up_days(by, date(2026, 1, 1), permanent=False), 3))
        assert counted == [date(2026, 3, 12), date(2026, 9, 12), date(2027, 3, 12)]

    def test_the_last_of_a_month_is_not_lost_on_the_way(self) -> None:
        by = rule(after_months=(1,), then_every_months=1)
        counted = list(islice(follow_up_days(by, date(2024, 1, 31), permanent=False), 3))
        assert counted == [date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30)]

    @given(DAYS)
    def test_without_a_cycle_permanent_help_is_seen_within_the_longest_time(
        self, start: date
    ) -> None:
        counted = list(islice(follow_up_days(rule(), start, permanent=True), 2))
        assert counted == [months_later(start, 12), months_later(start, 24)]
        assert list(follow_up_days(rule(), start, permanent=False)) == []
        everybody = follow_up_days(rule(permanent_only=False), start, permanent=False)
        assert next(everybody) == months_later(start, 12)

    def test_the_end_of_the_calendar_ends_it(self) -> None:
        by = rule(then_every_months=12)
        last = list(follow_up_days(by, date(9998, 6, 1), permanent=False))
        assert last == [date(9999, 6, 1), date.max]


class TestKoegesCycle:
    by = followed(KOEGE)

    @pytest.mark.parametrize(
        ("today", "expected"),
        [
            (date(2021, 1, 15), [date(2021, 4, 15)]),
            (date(2021, 4, 15), [date(2021, 4, 15)]),
            (date(2021, 4, 16), [date(2021, 4, 15), date(2021, 7, 15)]),
            (date(2021, 8, 1), [date(2021, 4, 15), date(2021, 7, 15), date(2022, 1, 15)]),
        ],
    )
    def test_the_next_one_and_those_before_it_are_told(
        self, today: date, expected: list[date]
    ) -> None:
        assert days(found(self.by, today)) == expected

    def test_permanent_help_is_not_forgotten_after_the_last_of_them(self) -> None:
        assert days(found(self.by, date(2022, 2, 1)))[-1] == date(2023, 1, 15)
        short = found(self.by, date(2022, 2, 1), case(permanence="temporary"))
        assert days(short)[-1] == date(2022, 1, 15)


class TestSoroesCycle:
    by = followed(SOROE)

    def test_after_six_months_and_then_every_year(self) -> None:
        told = days(found(self.by, date(2023, 1, 1)))
        assert told == [date(2021, 7, 15), date(2022, 7, 15), date(2023, 7, 15)]

    def test_the_status_report_is_due_28_days_before(self) -> None:
        told = found(self.by, GRANTED)
        assert days(told) == [date(2021, 7, 15)]
        assert days(told, "status_report") == [date(2021, 6, 17)]

    @settings(deadline=None)
    @given(DAYS)
    def test_four_weeks_before_the_follow_up_whatever_the_day(self, decided: date) -> None:
        told = found(self.by, decided, decided=decided)
        (follow_up,), (report,) = days(told), days(told, "status_report")
        assert follow_up == months_later(decided, 6)
        assert (follow_up - report).days == 28

    def test_a_report_that_came_meets_its_own_day_only(self) -> None:
        report = StatusReport(
            id="s1", case="k1", due_on=date(2021, 6, 17), received_on=date(2021, 6, 10)
        )
        told = found(self.by, date(2021, 6, 20), report)
        assert unmet(told, "status_report") == []
        assert unmet(told) == [date(2021, 7, 15)]
        awaited = msgspec.structs.replace(report, received_on=None)
        assert unmet(found(self.by, GRANTED, awaited), "status_report") == [date(2021, 6, 17)]
        other = msgspec.structs.replace(report, due_on=date(2022, 6, 17))
        assert unmet(found(self.by, GRANTED, other), "status_report") == [date(2021, 6, 17)]

    def test_a_report_before_the_help_itself_is_asked_of_nobody(self) -> None:
        soon = followed({**SOROE, "after_months": [], "after_weeks": [2]})
        assert days(found(soon, GRANTED), "status_report") == []


class TestWhatMeetsThem:
    by = followed(KOEGE)

    def test_a_visit_to_look_again_meets_the_earliest(self) -> None:
        told = found(self.by, date(2021, 5, 1), seen_again(date(2021, 4, 20)))
        assert unmet(told) == [date(2021, 7, 15)]

    def test_a_visit_ahead_of_time_meets_the_one_to_come(self) -> None:
        told = found(self.by, date(2021, 5, 1), seen_again(date(2021, 3, 30)))
        assert unmet(told) == [date(2021, 7, 15)]

    def test_a_late_visit_meets_all_that_was_due(self) -> None:
        told = found(self.by, date(2021, 8, 2), seen_again(date(2021, 8, 1)))
        assert unmet(told) == [date(2022, 1, 15)]

    def test_a_visit_on_the_day_itself_meets_it_with_those_before(self) -> None:
        told = found(self.by, date(2021, 7, 16), seen_again(date(2021, 7, 15)))
        assert unmet(told) == [date(2022, 1, 15)]

    def test_each_early_visit_meets_one_to_come(self) -> None:
        early = (seen_again(date(2021, 1, 15)), seen_again(date(2021, 2, 1), "v3"))
        assert unmet(found(self.by, date(2021, 2, 2), *early)) == [date(2022, 1, 15)]

    def test_each_visit_counts_once(self) -> None:
        two = (seen_again(date(2021, 4, 1)), seen_again(date(2021, 7, 1), "v3"))
        assert unmet(found(self.by, date(2021, 7, 2), *two)) == [date(2022, 1, 15)]

    @pytest.mark.parametrize(
        "visit",
        [
            seen_again(date(2021, 4, 20), state="ongoing"),
            seen_again(date(2021, 4, 20), kind="first"),
            seen_again(date(2021, 1, 14)),
            seen_again(date(2021, 4, 20), planned=None),
        ],
    )
    def test_other_visits_meet_nothing(self, visit: Visit) -> None:
        assert unmet(found(self.by, date(2021, 5, 1), visit))[0] == date(2021, 4, 15)

    def test_the_visit_of_the_decision_itself_meets_nothing(self) -> None:
        mine = seen_again(GRANTED, "v9")
        made = decision(visit="v9")
        assert unmet(found(self.by, GRANTED, mine, made)) == [date(2021, 4, 15)]

    def test_a_task_marked_as_done_is_met(self) -> None:
        done = TaskDone(
            id="t1", case="k1", rule="follow_up", anchor="2021-04-15", done_on=date(2021, 4, 1)
        )
        assert unmet(found(self.by, GRANTED, done)) == [date(2021, 7, 15)]
        not_yet = msgspec.structs.replace(done, done_on=None)
        assert unmet(found(self.by, GRANTED, not_yet)) == [date(2021, 4, 15)]

    @settings(deadline=None)
    @given(DAYS, st.lists(st.integers(0, 900), max_size=4), st.integers(0, 900))
    def test_nothing_due_by_the_last_visit_is_left(
        self, decided: date, visits: list[int], later: int
    ) -> None:
        seen = [
            seen_again(decided + timedelta(days=n), f"v{place}")
            for place, n in enumerate(visits, start=2)
        ]
        today = decided + timedelta(days=later)
        left = unmet(found(self.by, today, *seen, decided=decided))
        last = max((decided + timedelta(days=n) for n in visits), default=date.min)
        assert all(day > last for day in left)
        assert sum(day >= today for day in left) == 1


class TestWhoIsFollowed:
    def test_before_a_decision_nothing_is(self) -> None:
        file = casefile(grant())
        told = due_days(file, followed(KOEGE), denmark(), GRANTED)
        assert days(told) == []

    def test_refused_help_is_not(self) -> None:
        refused = (need(service="clean"), decision_item(outcome="refused"))
        assert found(followed(KOEGE), GRANTED, *refused) == ()
        given = (need(service="clean"), decision_item(outcome="granted"))
        assert found(followed(KOEGE), GRANTED, *given)

    def test_a_corrected_letter_moves_nothing(self) -> None:
        corrected = issued(date(2021, 2, 1), record_id="w2")
        told = found(followed(KOEGE), GRANTED, issued(GRANTED), corrected)
        assert days(told) == [date(2021, 4, 15)]

    def test_a_new_decision_begins_anew(self) -> None:
        new = issued(date(2021, 4, 20), decision="d2", record_id="w2")
        made = Decision(id="d2", case="k1", visit="v2")
        told = found(
            followed(KOEGE), date(2021, 4, 20), issued(GRANTED), new, decision(), made,
            seen_again(date(2021, 4, 20)),
        )  # fmt: skip
        assert unmet(told) == [date(2021, 7, 20)]

    def test_decisions_and_visits_under_another_standard_change_nothing(self) -> None:
        other = (StandardRef(id="another", version="1"),)
        mine = visit(standards=(StandardRef(id="lille", version="1"),))
        records = (
            mine,
            decision(),
            Decision(id="d2", case="k1", visit="v2"),
            issued(GRANTED),
            issued(date(2021, 4, 20), decision="d2", record_id="w2"),
            seen_again(date(2021, 4, 20), standards=other),
        )
        told = found(followed(KOEGE), date(2021, 5, 1), *records)
        assert unmet(told) == [date(2021, 4, 15), date(2021, 7, 15)]

    def test_help_that_ends_is_not_followed_after_its_end(self) -> None:
        ending = grant(ends_on=date(2021, 7, 15))
        told = found(followed(KOEGE), date(2021, 7, 1), ending)
        assert days(told) == [date(2021, 4, 15), date(2021, 7, 15)]
        assert found(followed(KOEGE), date(2021, 7, 16), ending) == ()

    def test_counted_from_the_start_of_help_where_the_standard_says_so(self) -> None:
        by = followed({**KOEGE, "counted_from": "start"})
        later = grant(starts_on=date(2021, 2, 1))
        assert days(found(by, GRANTED, later)) == [date(2021, 5, 1)]
        unknown = grant(starts_on=None)
        assert days(found(by, GRANTED, unknown)) == [date(2021, 4, 15)]

    def test_a_service_with_its_own_is_named_and_the_others_share_the_standards(self) -> None:
        own = {"max_months": 6, "after_weeks": [10], "text": "En samtale efter 10 uger"}
        shop = grant("g2", service="shop")
        told = found(followed(SOROE, own), GRANTED, grant(), shop)
        assert [(d.name, d.due, d.service) for d in told if d.rule == "follow_up"] == [
            ("Opfølgning: Rengøring", date(2021, 3, 26), "clean"),
            ("Opfølgning", date(2021, 7, 15), ""),
        ]

    def test_a_visit_about_the_one_leaves_the_other_to_its_day(self) -> None:
        own = {"max_months": 6, "after_weeks": [10], "text": "En samtale efter 10 uger"}
        records = (grant(), grant("g2", service="shop"), seen_again(date(2021, 3, 26)))
        told = found(followed(SOROE, own), date(2021, 4, 1), *records)
        assert date(2021, 3, 26) not in unmet(told)
        assert date(2021, 7, 15) in unmet(told)

    def test_where_all_help_has_its_own_the_standards_is_silent(self) -> None:
        own = {"max_months": 6, "after_weeks": [10], "text": "En samtale efter 10 uger"}
        told = found(followed(SOROE, own), GRANTED)
        assert [d.service for d in told] == ["clean"]


def switches(year: int) -> list[date]:
    """Sommertid begynder og slutter den sidste søndag i marts og oktober."""
    last = [date(year, month, 31) for month in (3, 10)]
    return [day - timedelta(days=(day.weekday() + 1) % 7) for day in last]


@settings(deadline=None)
@given(
    st.integers(2000, 2060), st.integers(0, 1), st.integers(-1, 1), st.integers(0, 23),
    st.integers(0, 59),
)  # fmt: skip
def test_a_decision_belongs_to_its_danish_day_around_the_switch_of_the_clock(
    year: int, which: int, beside: int, hour: int, minute: int
) -> None:
    day = switches(year)[which] + timedelta(days=beside)
    moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=COPENHAGEN)
    version = DecisionVersion(
        id="w1", decision=DECISION, case="k1", number=1, locked_at=moment.astimezone(UTC)
    )
    if version.locked_at and version.locked_at.astimezone(COPENHAGEN).date() != day:
        return  # an hour that the switch leaves out
    told = found(followed(SOROE), day, version)
    assert days(told) == [months_later(day, 6)]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2025, 12, 31, 22, 59, tzinfo=UTC), date(2025, 12, 31)),
        (datetime(2025, 12, 31, 23, 0, tzinfo=UTC), date(2026, 1, 1)),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
        (datetime(2024, 2, 28, 23, 30, tzinfo=UTC), date(2024, 2, 29)),
    ],
)
def test_late_in_the_evening_it_is_still_the_danish_day(moment: datetime, day: date) -> None:
    version = msgspec.structs.replace(issued(), locked_at=moment)
    (told,) = (d for d in found(followed(SOROE), day, version) if d.rule == "follow_up")
    assert told.counted_from == day
    assert told.due == months_later(day, 6)
