"""The hub's database: one SQLCipher file, or PostgreSQL; made, checked, and refused if newer."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from app.errors import KnownError
from app.hub.tables import HUB, SCHEMA, setting
from app.hub.upgrading import upgrade
from app.journal import tables
from app.journal.checking import rebuild
from app.journal.failures import explained
from app.journal.names import Names
from app.journal.prepared import run_bare
from app.store.engine import make_engine
from app.store.files import explained_files, make_folder
from app.store.keys import DataKey

DATABASE = "hub.db"
# One transaction writes at a time, in every process of the hub: the number that a feed's row
# is given is committed before the next one is given. The number is any that is ours alone.
_LOCK = 0x4842_4855_4200_0001
_BEGIN_WRITING = f"BEGIN; SELECT pg_advisory_xact_lock({_LOCK})"
# A reader sees one moment.
_BEGIN_READING = "BEGIN ISOLATION LEVEL REPEATABLE READ"
# Of millions of rows a push touches some hundreds, far apart: 32 MB, in KiB, hold their pages
# from one look to the next. The engine's own 2 MB decrypt each of them several times.
_CACHE = "PRAGMA cache_size = -32000"
_DRIVER = "postgresql+psycopg"
_CURRENT = {"hub": SCHEMA, "schema": tables.SCHEMA}


def open_database(folder: Path, key: DataKey, url: str = "") -> sa.Engine:
    """Return the engine of the hub's database, which is made if there is none.

    Without `url` that is a file in `folder`, encrypted with the key. Raises KnownError
    "hub.bad_database", "hub.wrong_key", "hub.newer_program", or why it cannot be reached.
    """
    engine = postgresql(url) if url else _file(folder, key)
    try:
        _make(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _file(folder: Path, key: DataKey) -> sa.Engine:
    make_folder(folder)
    database = folder / DATABASE
    with explained_files():
        database.touch(mode=0o600)
    engine = make_engine(database, key)
    sa.event.listen(engine, "connect", _remember_more)
    try:
        engine.connect().close()
    except (sa.exc.DatabaseError, sqlcipher.DatabaseError) as error:
        engine.dispose()
        raise KnownError("hub.wrong_key") from error
    return engine


def _remember_more(connection: Any, _record: object) -> None:
    connection.execute(_CACHE)


def postgresql(url: str) -> sa.Engine:
    """Return an engine of a PostgreSQL server; KnownError("hub.bad_database") for another url."""
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError:
        raise KnownError("hub.bad_database") from None
    if parsed.drivername != _DRIVER:
        raise KnownError("hub.bad_database")
    engine = sa.create_engine(
        parsed,
        isolation_level="AUTOCOMMIT",
        pool_pre_ping=True,
        pool_size=8,
        max_overflow=24,
        hide_parameters=True,
        execution_options={"begin_writing": _BEGIN_WRITING},
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    begin = connection.get_execution_options().get("begin", _BEGIN_READING)
    if begin:
        run_bare(connection, begin)


def _make(engine: sa.Engine) -> None:
    """Make what is missing, whole or not at all; two processes that begin at once wait."""
    writing = engine.execution_options(begin=engine.get_execution_options()["begin_writing"])
    with explained(), writing.connect() as connection, connection.begin():
        found = _found(connection)
        if found.get("hub", 0) > SCHEMA or found.get("schema", 0) > tables.SCHEMA:
            raise KnownError("hub.newer_program")
        if found == _CURRENT and _shape(connection) == tables.shape():
            return
        HUB.create_all(connection)
        upgrade(connection)
        tables.METADATA.create_all(connection, journal_tables())
        _renew_state(connection)
        _say(connection)


def journal_tables() -> list[sa.Table]:
    """Return the journal's tables, without those that only a laptop's store has."""
    every: Any = tables.METADATA.tables
    return [
        table
        for name, table in every.items()
        if name.startswith("journal_") or name in tables.STATE
    ]


def _found(connection: sa.Connection) -> dict[str, int]:
    there = sa.inspect(connection)
    found: dict[str, int] = {}
    for table, name in ((setting, "schema"), (tables.meta, "schema")):
        if there.has_table(table.name):
            value = connection.scalar(sa.select(table.c.value).where(table.c.name == name))
            found["hub" if table is setting else name] = int(value or 0)
    return found


def _shape(connection: sa.Connection) -> str | None:
    meta = tables.meta
    return connection.scalar(sa.select(meta.c.value).where(meta.c.name == "shape"))


def _renew_state(connection: sa.Connection) -> None:
    """Make the state tables anew if this program knows other fields than the last."""
    if _shape(connection) not in (None, tables.shape()):
        state = list(tables.STATE.values())
        tables.METADATA.drop_all(connection, state)
        tables.METADATA.create_all(connection, state)
        rebuild(connection, Names())


def _say(connection: sa.Connection) -> None:
    meta = {"schema": str(tables.SCHEMA), "shape": tables.shape()}
    for table, facts in ((tables.meta, meta), (setting, {"schema": str(SCHEMA)})):
        for name, value in facts.items():
            connection.execute(sa.delete(table).where(table.c.name == name))
            connection.execute(sa.insert(table), {"name": name, "value": value})
