"""What the database reports, as what the user can do something about."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from app.errors import KnownError

# What SQLite and PostgreSQL say, and the sentence for it; the first that fits.
_SENTENCES = (
    ("disk is full", "store.disk_full"),
    ("readonly", "store.read_only"),
    ("read-only", "store.read_only"),
    ("locked", "store.busy"),
    ("disk i/o error", "store.io_error"),
    ("unable to open", "store.io_error"),
    ("malformed", "store.damaged_inside"),
    ("not a database", "store.damaged_inside"),
    ("hmac", "store.damaged_inside"),
    ("no space left", "store.disk_full"),
    ("connection refused", "store.no_server"),
    ("connection failed", "store.no_server"),
    ("connection is", "store.no_server"),
    ("closed the connection", "store.no_server"),
    ("terminating connection", "store.no_server"),
    ("deadlock", "store.busy"),
    ("could not serialize", "store.busy"),
)


def known(error: BaseException) -> KnownError | None:
    """Return the known error behind what the database reports; None for a fault of ours."""
    text = str(getattr(error, "orig", None) or error).lower()
    key = next((key for part, key in _SENTENCES if part in text), None)
    return KnownError(key) if key else None


@contextmanager
def explained() -> Iterator[None]:
    """Raise KnownError where the database fails for a reason that lies outside the program."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        reason = known(error)
        if reason is None:
            raise
        raise reason from error
