"""From a passphrase to the data key: light to import, so that it runs while the rest loads."""

from pathlib import Path

from app.clock import Clock
from app.errors import KnownError
from app.store import files
from app.store.attempts import Attempts
from app.store.keys import DataKey, read_keys, unwrap

# The municipality's wrap (app/store/recovery.py, which is slow to load).
_OFFICE = "recovery"


def unlock(folder: Path, passphrase: str, clock: Clock) -> DataKey:
    """Return the data key; a wrong passphrase slows the next tries down.

    Raises KnownError "unlock.locked_out" where only the municipality's key opens any more, or
    none.
    """
    attempts = Attempts(folder / files.ATTEMPTS, clock)
    attempts.check()
    wraps = read_keys(folder / files.KEYS).wraps
    if all(each.way == _OFFICE for each in wraps):
        raise KnownError("unlock.locked_out")
    key = unwrap(wraps, passphrase)
    if key is None:
        raise KnownError("unlock.wrong_passphrase", wait=attempts.failed())
    attempts.succeeded()
    return key
