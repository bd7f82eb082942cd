"""The time, passed in wherever it is needed."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

# Returns the moment now, aware and in UTC.
Clock = Callable[[], datetime]

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def system_clock() -> datetime:
    """Return the moment now in UTC."""
    return datetime.now(UTC)


def fixed_clock(moment: datetime) -> Clock:
    """Return a clock that stands still, for demonstrations and pictures."""
    return lambda: moment


def local(moment: datetime) -> datetime:
    """Return a moment as Danish local time; one without a zone is Danish already."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=COPENHAGEN)
    return moment.astimezone(COPENHAGEN)


def local_day(moment: datetime) -> date:
    """Return the Danish day of a moment: late in the evening it is tomorrow's in UTC."""
    return local(moment).date()


def today(clock: Clock) -> date:
    """Return the day in Denmark."""
    return local(clock()).date()
