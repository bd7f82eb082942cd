"""What a week of the help promises: the visits that are agreed, and those without a day."""

from collections.abc import Iterator

import msgspec

from app.domain.records import Grant
from app.domain.standard import Standard
from app.domain.values import Extent
from app.domain.week import minutes_per_week

_DAYS = 7


class Visit(msgspec.Struct, frozen=True):
    """Help on a weekday (0 is Monday) at a time of day, "" where no time is agreed.

    `others` are times it may come at instead; `times` tells how often it comes there.
    """

    grant: Grant
    day: int
    time: str
    others: tuple[str, ...] = ()
    times: int = 1


def visits(grant: Grant) -> Iterator[Visit]:
    """Yield the agreed visits of a week; none if the days are a choice still to be made."""
    days = _days(grant)
    wanted = _wanted(grant)
    if len(days) > wanted:
        return
    each = wanted // len(days) if days else 0
    for day in days:
        yield from _of_day(grant, day, each)


def open_visits(grant: Grant) -> int:
    """Return how many visits of a span have no day yet."""
    days, wanted = _days(grant), _wanted(grant)
    return wanted if not days or len(days) > wanted else wanted % len(days)


def weekly_minutes(grant: Grant, standard: Standard) -> int | None:
    """Return the minutes of help in an average week, None where nobody says.

    A package of support has its hours; help that comes once has no week.
    """
    package = next((p for p in standard.packages if p.id == grant.package), None)
    if package is not None and package.hours_per_week:
        return round(package.hours_per_week * 60)
    minutes = minutes_per_week(grant, standard)
    return None if minutes is None else round(minutes)


def is_every_week(extent: Extent | None) -> bool:
    """Tell whether help comes in each week alike."""
    return extent is not None and extent.unit in ("day", "week") and extent.every == 1


def _days(grant: Grant) -> tuple[int, ...]:
    """Return the days of the week that are agreed; daily help comes on all."""
    known = tuple(sorted({d for d in grant.weekdays if 0 <= d < _DAYS}))
    daily = grant.extent is not None and grant.extent.unit == "day" and grant.extent.every == 1
    return known or (tuple(range(_DAYS)) if daily else ())


def _wanted(grant: Grant) -> int:
    """Return how many visits a span has: a week's, or at least one a day that is named."""
    extent, days = grant.extent, len(_days(grant))
    if extent is None or extent.unit not in ("day", "week"):
        return max(days, 1)
    if extent.unit == "week":
        return max(extent.times, 1)
    return max(extent.times, 1) * max(days, 1)


def _of_day(grant: Grant, day: int, count: int) -> Iterator[Visit]:
    """Yield a day's visits: one at each time, or one at the first of several to choose from."""
    known = tuple(dict.fromkeys(grant.time_of_day))
    if not known:
        yield Visit(grant, day, "", (), count)
    elif len(known) > count:
        yield Visit(grant, day, known[0], known[1:], count)
    else:
        for number, time in enumerate(known):
            yield Visit(grant, day, time, (), count - len(known) + 1 if number == 0 else 1)
