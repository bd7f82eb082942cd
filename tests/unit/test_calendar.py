"""Days, holidays and deadlines against the plain rules of the calendar."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.calendar import (
    add_days,
    add_months,
    add_working_days,
    age_on,
    birthday,
    due_day,
    earliest_change,
    is_holiday,
    is_working_day,
    next_working_day,
)
from tests.factories import koebenhavn

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
RULES = koebenhavn().provider


def easter(year: int) -> date:
    """Return Easter Sunday by the anonymous Gregorian method."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def plain_holidays(year: int) -> set[date]:
    """Return the Danish public holidays of a year, written out."""
    sunday = easter(year)
    moving = [-3, -2, 0, 1, 39, 49, 50] + ([26] if year <= 2023 else [])
    fixed = {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    return fixed | {sunday + timedelta(days=d) for d in moving}


@settings(deadline=None)
@given(DAYS)
def test_holidays_are_those_of_the_church_year_and_the_turn_of_the_year(day: date) -> None:
    assert is_holiday(day) == (day in plain_holidays(day.year))


@settings(deadline=None)
@given(DAYS)
def test_a_working_day_is_monday_to_friday_and_no_holiday(day: date) -> None:
    plain = day.weekday() < 5 and day not in plain_holidays(day.year)
    assert is_working_day(day) == plain


@settings(deadline=None)
@given(DAYS)
def test_the_next_working_day_skips_only_days_off(day: date) -> None:
    moved = next_working_day(day)
    assert is_working_day(moved)
    between = (day + timedelta(days=n) for n in range((moved - day).days))
    assert not any(is_working_day(d) for d in between)


@settings(deadline=None)
@given(DAYS, st.integers(0, 30))
def test_working_days_are_counted_one_by_one_without_the_first(day: date, count: int) -> None:
    moved = add_working_days(day, count)
    after = [day + timedelta(days=n) for n in range(1, (moved - day).days + 1)]
    assert sum(is_working_day(d) for d in after) == count


@settings(deadline=None)
@given(DAYS, st.integers(0, 240))
def test_months_keep_the_day_or_end_with_the_month(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    ends_early = (moved + timedelta(days=1)).month != moved.month
    assert moved.day == day.day or (moved.day < day.day and ends_early)


@settings(deadline=None)
@given(DAYS)
def test_a_change_of_provider_has_a_months_notice_and_starts_on_the_first(asked: date) -> None:
    start = earliest_change(asked, RULES)
    assert start.day == 1
    assert start >= add_months(asked, 1)
    assert add_months(start, -1) < add_months(asked, 1)


@pytest.mark.parametrize(
    ("asked", "start"),
    [
        (date(2026, 5, 10), date(2026, 7, 1)),
        (date(2026, 5, 1), date(2026, 6, 1)),
        (date(2026, 11, 30), date(2027, 1, 1)),
        (date(2027, 1, 31), date(2027, 3, 1)),
    ],
)
def test_the_first_possible_day_of_a_new_provider(asked: date, start: date) -> None:
    assert earliest_change(asked, RULES) == start


def test_without_the_first_of_the_month_only_the_notice_counts() -> None:
    rules = msgspec.structs.replace(RULES, starts_on_first=False, notice_months=2)
    assert earliest_change(date(2026, 12, 31), rules) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (date(2026, 4, 1), 1, date(2026, 4, 7)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
        (date(2026, 11, 20), 6, date(2026, 11, 30)),
    ],
)
def test_working_days_over_easter_new_year_leap_day_and_weekends(
    start: date, days: int, due: date
) -> None:
    assert due_day(start, days=days, unit="working") == due


def test_calendar_days_do_not_move_for_a_weekend() -> None:
    assert due_day(date(2026, 11, 21), days=7) == date(2026, 11, 28)


def test_months_come_before_days() -> None:
    assert due_day(date(2027, 1, 31), months=1, days=1) == date(2027, 3, 1)


@settings(deadline=None)
@given(DAYS, st.integers(0, 110))
def test_an_age_is_reached_on_its_birthday(born: date, age: int) -> None:
    day = birthday(born, age)
    assert age_on(born, day) == age
    assert age_on(born, day - timedelta(days=1)) == age - 1


def test_days_beyond_the_calendar_end_with_it() -> None:
    assert add_days(date(9999, 12, 30), 14) == date.max
    assert add_months(date(9999, 12, 1), 1) == date.max
    assert add_working_days(date(9999, 12, 30), 14) == date.max
