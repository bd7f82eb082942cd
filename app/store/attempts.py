"""Wrong passphrases slow down the next try; they never lock out."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from app.clock import Clock
from app.errors import KnownError
from app.settings import write_whole

FREE_TRIES = 3
LONGEST_WAIT_S = 60


class Failures(msgspec.Struct, frozen=True):
    """How many tries failed since the last success, and when the last one did."""

    count: int = 0
    last: datetime = datetime(1970, 1, 1, tzinfo=UTC)


def wait_after(count: int) -> int:
    """Return the seconds to wait after so many failures: none at first, then doubling."""
    if count < FREE_TRIES:
        return 0
    return int(min(LONGEST_WAIT_S, 2 ** min(count - FREE_TRIES + 1, 10)))


class Attempts:
    """Counts failures in a file, so that a restart does not help to guess."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def seconds_left(self) -> int:
        """Return how long to wait before the next try; a clock set back adds nothing."""
        failures = self._read()
        wait = wait_after(failures.count)
        passed = (self._clock() - failures.last).total_seconds()
        return max(0, min(wait, int(wait - passed + 0.999)))

    def check(self) -> None:
        """Refuse a try that comes too soon; KnownError("unlock.wait", seconds=…)."""
        left = self.seconds_left()
        if left:
            raise KnownError("unlock.wait", seconds=left)

    def failed(self) -> int:
        """Count a failure and return the seconds to wait now."""
        failures = Failures(self._read().count + 1, self._clock())
        write_whole(self._path, msgspec.json.encode(failures))
        return wait_after(failures.count)

    def succeeded(self) -> None:
        """Forget the failures."""
        self._path.unlink(missing_ok=True)

    def _read(self) -> Failures:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Failures)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return Failures()
