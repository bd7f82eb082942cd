"""The hybrid logical clock: it orders lists and decides nothing."""

from datetime import UTC, datetime, timedelta

# One tick per change of an action; what is left of a millisecond holds 4,096 actions.
CHANGES_PER_ACTION = 500
TICKS_PER_ACTION = 512
TICKS_PER_MS = TICKS_PER_ACTION * 4096
_START = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_wall(moment: datetime) -> int:
    """Return microseconds since 1970; the moment must know its time zone."""
    return (moment - _START) // _MICROSECOND


def from_wall(wall: int) -> datetime:
    """Return the moment, in UTC."""
    return _START + wall * _MICROSECOND


def next_tick(last: int, wall: int) -> int:
    """Return the clock of a new action: the wall's, or just after the last if that is later."""
    return max(last + TICKS_PER_ACTION, wall // 1000 * TICKS_PER_MS)
