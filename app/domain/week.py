"""The week that the granted help fills: visits by weekday and time of day, and time used."""

from collections.abc import Sequence

import msgspec

from app.domain.records import Grant
from app.domain.standard import Service, Standard
from app.domain.values import Extent

_WEEKS_OF_YEAR = 365 / 7
_MINUTES = 60


class WeekEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of help in the week's view.

    `weekday` counts from 0, Monday; None is a day not agreed. `time_of_day` is a value of the
    standard, "" if none is agreed. `minutes` is the time of one visit, None if nobody says.
    """

    grant: str
    service: str
    name: str
    weekday: int | None
    time_of_day: str
    extent: Extent | None
    minutes: int | None
    combined_with: str = ""


def week_entries(grants: Sequence[Grant], standard: Standard) -> tuple[WeekEntry, ...]:
    """Return the help by weekday and time of day, days not agreed last."""
    found = [
        _entry(grant, service, weekday, time)
        for grant in grants
        if (service := standard.service(grant.service))
        for weekday in grant.weekdays or (None,)
        for time in grant.time_of_day or ("",)
    ]
    times = [o.value for o in standard.times_of_day]
    return tuple(sorted(found, key=lambda e: _order(e, times)))


def minutes_per_week(grant: Grant, standard: Standard) -> float | None:
    """Return the time that a grant takes in a week on average; None if nobody says."""
    visit = visit_minutes(grant, standard.service(grant.service))
    times = grant.extent.per_year() if grant.extent else None
    if visit is None or times is None or (grant.extent and grant.extent.unit == "once"):
        return None
    return visit * times / _WEEKS_OF_YEAR


def total_minutes(grants: Sequence[Grant], standard: Standard) -> float:
    """Return the time that the grants take in a week on average, where it is known."""
    return sum(minutes_per_week(g, standard) or 0.0 for g in grants)


def hours_per_year(grants: Sequence[Grant], standard: Standard) -> float:
    """Return the hours that the standard itself gives for chosen items in a year."""
    services = ((g, standard.service(g.service)) for g in grants)
    chosen = (i for g, s in services if s for i in s.items if i.id in g.items)
    timed = (i for i in chosen if i.hours_each and i.max_per_year)
    return sum((i.hours_each or 0.0) * (i.max_per_year or 0) for i in timed)


def visit_minutes(grant: Grant, service: Service | None) -> float | None:
    """Return the time of one visit: as agreed, else as the standard gives it; None if neither."""
    if grant.minutes is not None:
        return float(grant.minutes)
    if grant.quantities is not None and grant.quantities.hours is not None:
        return grant.quantities.hours * _MINUTES
    chosen = [i for i in service.items if i.id in grant.items] if service else []
    hours = [i.hours_each for i in chosen if i.hours_each is not None]
    return sum(hours) * _MINUTES if hours and len(hours) == len(chosen) else None


def _entry(grant: Grant, service: Service, weekday: int | None, time: str) -> WeekEntry:
    minutes = visit_minutes(grant, service)
    return WeekEntry(
        grant=grant.id,
        service=service.id,
        name=service.name,
        weekday=weekday,
        time_of_day=time,
        extent=grant.extent,
        minutes=None if minutes is None else round(minutes),
        combined_with=grant.combined_with,
    )


def _order(entry: WeekEntry, times: list[str]) -> tuple[int, int, str]:
    day = 7 if entry.weekday is None else entry.weekday
    known = entry.time_of_day in times
    return day, times.index(entry.time_of_day) if known else len(times), entry.name
