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

    One of an older program is copied and brought up to date. Raises KnownError
    "store.missing_database", "store.damaged", "store.newer_program", "store.not_upgraded".
    """
    if not database.exists():
        raise KnownError("store.missing_database")
    with files.explained_files():
        usable = opens(database, key) or _opens_with_log(database, key)
    if not usable:
        aside = files.set_aside(database, clock())
        raise KnownError("store.damaged", folder=f"{files.ASIDE}/{aside.name}")
    if not _is_current(database, key):
        from app.store.upgrading import upgrade

        upgrade(database, key, clock)


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


def _is_current(database: Path, key: DataKey) -> bool:
    engine = make_engine(database, key)
    try:
        with explained(), engine.connect() as connection:
            rows = connection.execute(sa.select(tables.meta.c.name, tables.meta.c.value))
            found = {row.name: row.value for row in rows}
    finally:
        engine.dispose()
    schema = found.get("schema") or ""
    if not schema.isdigit():
        raise KnownError("store.damaged_inside")
    if int(schema) > tables.SCHEMA:
        raise KnownError("store.newer_program")
    return found == meta_now()


def meta_now() -> dict[str, str]:
    """Return what a database of this program says of itself."""
    return {"schema": str(tables.SCHEMA), "shape": tables.shape()}


def write_meta(connection: sa.Connection) -> None:
    """Say in the database which program's it is."""
    connection.execute(sa.delete(tables.meta))
    rows = [{"name": name, "value": value} for name, value in meta_now().items()]
    connection.execute(sa.insert(tables.meta), rows)
