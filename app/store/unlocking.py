"""From a passphrase to the data key: light to import, so that it runs while the rest loads."""

from pathlib import Path
from typing import NamedTuple

from app.clock import Clock
from app.errors import KnownError
from app.store import files
from app.store.attempts import Attempts
from app.store.keys import DataKey, Wrap, read_keys, unwrap

# The municipality's wrap (app/store/recovery.py, which is slow to load).
_OFFICE = "recovery"


class Tried(NamedTuple):
    """What a passphrase opens of some wraps; nothing if it is the wrong one."""

    wraps: tuple[Wrap, ...]
    key: DataKey | None


def try_ahead(folder: Path, passphrase: str) -> Tried | None:
    """Try a passphrase while the rest loads; `unlock` alone counts it and says what came of it."""
    try:
        wraps = read_keys(folder / files.KEYS).wraps
    except KnownError:
        return None
    return Tried(wraps, unwrap(wraps, passphrase))


def unlock(folder: Path, passphrase: str, clock: Clock, tried: Tried | None = None) -> DataKey:
    """Return the data key; a wrong passphrase slows the next tries down.

    `tried` is what came of trying the passphrase ahead: it is not done again. Raises KnownError
    "unlock.locked_out" where only the municipality's key opens any more, or none.
    """
    attempts = Attempts(folder / files.ATTEMPTS, clock)
    attempts.check()
    wraps = read_keys(folder / files.KEYS).wraps
    if all(each.way == _OFFICE for each in wraps):
        raise KnownError("unlock.locked_out")
    key = tried.key if tried and tried.wraps == wraps else unwrap(wraps, passphrase)
    if key is None:
        raise KnownError("unlock.wrong_passphrase", wait=attempts.failed())
    attempts.succeeded()
    return key
