"""Looks at a database before it is used: whole, ours, and not of a newer program."""

import tempfile
from pathlib import Path

import sqlalchemy as sa

from app.clock import Clock
from app.errors import KnownError
from app.journal import tables
from app.journal.failures import explained
from app.store import files
from app.store.engine import make_engine, opens
from app.store.keys import DataKey


def check_database(database: Path, key: DataKey, clock: Clock) -> None:
    """Refuse a database that cannot be used; one that does not open is moved aside, untouched.

    Raises KnownError "store.missing_database", "store.damaged", "store.newer_program".
    """
    if not database.exists():
        raise KnownError("store.missing_database")
    with files.explained_files():
        usable = opens(database, key) or _opens_with_log(database, key)
    if not usable:
        aside = files.set_aside(database, clock())
        raise KnownError("store.damaged", folder=f"{files.ASIDE}/{aside.name}")
    _check_version(database, key)


def _opens_with_log(database: Path, key: DataKey) -> bool:
    """Tell whether a copy opens: a power cut leaves the newest pages in the log alone."""
    with tempfile.TemporaryDirectory(dir=database.parent, prefix="check-") as name:
        copy = files.copy_database(database, Path(name))
        if copy.stat().st_size == 0:
            return False
        engine = make_engine(copy, key)
        try:
            with engine.connect() as connection:
                connection.scalar(sa.select(tables.meta.c.value))
        except sa.exc.DBAPIError:
            return False
        finally:
            engine.dispose()
    return True


def _check_version(database: Path, key: DataKey) -> None:
    engine = make_engine(database, key)
    version = sa.select(tables.meta.c.value).where(tables.meta.c.name == "schema")
    try:
        with explained(), engine.connect() as connection:
            found = connection.scalar(version)
    finally:
        engine.dispose()
    if found is None or not found.isdigit():
        raise KnownError("store.damaged_inside")
    if int(found) > tables.SCHEMA:
        raise KnownError("store.newer_program")
