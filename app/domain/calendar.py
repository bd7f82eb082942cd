"""Days: Danish holidays, working days, months, ages and deadlines."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Literal

from app.domain.standard import ProviderRules

DayUnit = Literal["calendar", "working"]

_SATURDAY = 5
_DAYS_OF_WEEK = 7


@cache
def _holidays_of(year: int) -> frozenset[date]:
    import holidays  # slow to import, and no start needs it

    return frozenset(holidays.country_holidays("DK", years=year))


def is_holiday(day: date) -> bool:
    """Tell whether a day is a Danish public holiday (helligdag)."""
    return day in _holidays_of(day.year)


def is_working_day(day: date) -> bool:
    """Tell whether a day is a weekday that is no holiday (hverdag, Monday to Friday)."""
    return day.weekday() < _SATURDAY and not is_holiday(day)


def add_days(day: date, days: int) -> date:
    """Return the day so many calendar days later; the last day there is, if it lies beyond."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


def days_before(day: date, days: int) -> date:
    """Return the day so many calendar days earlier; the first day there is, if it lies before."""
    try:
        return day - timedelta(days=days)
    except OverflowError:
        return date.min


def add_working_days(day: date, days: int) -> date:
    """Return the working day that is so many working days later; the day itself not counted."""
    for _ in range(days):
        day = next_day(add_days(day, 1), is_working_day)
    return day


def next_day(day: date, fits: Callable[[date], bool]) -> date:
    """Return the day itself, or the first later one that fits."""
    while not fits(day) and day < date.max:
        day = add_days(day, 1)
    return day


def next_working_day(day: date) -> date:
    """Return the day itself if it is a working day, else the first one after it."""
    return next_day(day, is_working_day)


def add_months(day: date, months: int) -> date:
    """Return the same day of the month so many months later, or the month's last day."""
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def due_day(
    counted_from: date, *, days: int = 0, weeks: int = 0, months: int = 0, unit: str = "calendar"
) -> date:
    """Return the day on which a deadline ends; the day counted from is not counted itself.

    `unit` is that of the days alone: weeks and months are the calendar's.
    """
    start = add_days(add_months(counted_from, months), weeks * _DAYS_OF_WEEK)
    return add_working_days(start, days) if unit == "working" else add_days(start, days)


def age_on(born: date, day: date) -> int:
    """Return the age in whole years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def birthday(born: date, age: int) -> date:
    """Return the day on which an age is reached; born on 29 February: else 1 March."""
    if born.year + age > date.max.year:
        return date.max
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def earliest_change(requested_on: date, rules: ProviderRules) -> date:
    """Return the first day of a new provider: after the notice, on a first of a month if so.

    With a reason the visitator may choose an earlier day (KBH-121).
    """
    day = add_months(requested_on, rules.notice_months)
    if not rules.starts_on_first or day.day == 1:
        return day
    return add_months(day.replace(day=1), 1)
