"""When the next round is due: now and then, and later and later after failures."""

import random
from datetime import UTC, datetime, timedelta

import msgspec

from app.errors import KnownError

# The first wait after a failure, doubled each time up to the longest; jittered by half.
FIRST, LONGEST = timedelta(seconds=30), timedelta(hours=1)
# So long after the network came back everybody has called.
SETTLING = timedelta(seconds=20)
# What only people can put right is not tried so often.
FOR_PEOPLE = timedelta(hours=6)
# So many failures in a row are told to the user; being away from the network only after so long.
TOLD_AFTER = 5
AWAY_FOR = timedelta(days=1)

# A circuit that is open: nothing is tried until somebody asks for it.
FINAL = frozenset(("hub.revoked", "hub.gone", "hub.unknown_device", "sync.parked"))
_BY_PEOPLE = frozenset(
    (
        "sync.other_hub",
        "sync.unproven",
        "hub.only_sends",
        "sync.not_a_hub",
        "sync.old_hub",
        "sync.certificate",
        "sync.ca_file",
        "sync.bad_address",
        "sync.not_https",
        "sync.proxy",
        "store.damaged_inside",
        "store.read_only",
    )
)
_AWAY = frozenset(("sync.no_connection", "sync.timeout", "sync.cut_off"))
_AT_ONCE = frozenset(("sync.hub_forgot",)) | FINAL | _BY_PEOPLE


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What outlives a restart: failures in a row by reason, the last one, and the moments."""

    failures: dict[str, int] = {}
    last_key: str = ""
    last_params: dict[str, str | int] = {}
    last_success: datetime | None = None
    # Also what is `told` was told: once for each series of failures.
    told: bool = False
    next_attempt: datetime | None = None


class Schedule:
    """Decides when to try; the same for the same moments and the same `chance`."""

    def __init__(self, kept: str, every: timedelta, chance: random.Random) -> None:
        self._every = every
        self._chance = chance
        try:
            self.kept = msgspec.json.decode(kept or "{}", type=Kept)
        except msgspec.MsgspecError:  # a newer program's: nothing is lost but the patience
            self.kept = Kept()

    def text(self) -> str:
        """Return what is to be kept over restarts."""
        return msgspec.json.encode(self.kept).decode()

    def wait(self, now: datetime) -> timedelta | None:
        """Return how long to wait for the next attempt, None until somebody asks.

        A moment farther off than any wait comes from a clock that was wrong.
        """
        kept = self.kept
        if kept.last_key in FINAL:
            return None
        if kept.next_attempt is None:
            return timedelta(0)
        rest = kept.next_attempt - now
        longest = max(self._every, FOR_PEOPLE)
        return timedelta(0) if rest > longest else max(rest, timedelta(0))

    def succeeded(self, now: datetime) -> None:
        """Begin anew: the next round is due when the usual time has passed."""
        self.kept = Kept(last_success=now, next_attempt=now + self._every)

    def failed(self, error: KnownError, now: datetime) -> bool:
        """Put the next attempt off; return whether the user is to be told now."""
        count = self.kept.failures.get(error.key, 0) + 1
        failures = {**self.kept.failures, error.key: count}
        tell = not self.kept.told and self._is_to_be_told(error.key, failures, now)
        params = {k: v if isinstance(v, int) else str(v) for k, v in error.params.items()}
        self.kept = Kept(
            failures=failures,
            last_key=error.key,
            last_params=params,
            last_success=self.kept.last_success,
            told=self.kept.told or tell,
            next_attempt=now + self._put_off(error.key, count),
        )
        return tell

    def came_online(self, now: datetime) -> None:
        """Forget the patience with a network that was not there; the rest stays put off.

        The next attempt comes at some moment of the first SETTLING, for many computers come
        back to the same office together.
        """
        planned = self.kept.next_attempt
        if planned is not None and (self.kept.last_key in _AWAY or not self.kept.last_key):
            soon = now + SETTLING * self._chance.random()
            self.kept = msgspec.structs.replace(self.kept, next_attempt=min(planned, soon))

    def asked(self) -> None:
        """Make the next attempt due now, whatever went wrong before."""
        now = datetime.min.replace(tzinfo=UTC)
        self.kept = msgspec.structs.replace(self.kept, next_attempt=now, last_key="")

    def _put_off(self, key: str, count: int) -> timedelta:
        if key in _BY_PEOPLE:
            return FOR_PEOPLE
        longest: timedelta = min(LONGEST, FIRST * (1 << min(count - 1, 16)))
        return longest * (0.5 + self._chance.random() / 2)

    def _is_to_be_told(self, key: str, failures: dict[str, int], now: datetime) -> bool:
        if key in _AT_ONCE:
            return True
        if sum(failures.values()) < TOLD_AFTER:
            return False
        since = self.kept.last_success
        return key not in _AWAY or since is None or not timedelta(0) <= now - since < AWAY_FOR
