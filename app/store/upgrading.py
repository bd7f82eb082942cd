"""Brings an older program's database up to date: copied first, changed whole or not at all."""

from pathlib import Path

import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.clock import Clock
from app.errors import KnownError
from app.journal import tables
from app.journal.checking import rebuild, verify
from app.journal.failures import explained
from app.journal.names import Names
from app.store.backup import copy_before_upgrade
from app.store.engine import BEGIN_WRITING, make_engine
from app.store.keys import DataKey
from app.store.opening import write_meta
from app.store.rotation import next_backup
from app.store.search import Search

SCRIPTS = Path(__file__).resolve().parent / "migrations"


def upgrade(database: Path, key: DataKey, clock: Clock) -> None:
    """Make a database that an older program wrote into one of this program.

    No row of the journal is touched. The state tables are dropped and made anew from it, so
    that also fields which the older program did not know are replayed, and what was upgraded
    equals what is rebuilt. Raises KnownError "store.not_upgraded" if the record does not
    verify afterwards; then nothing is changed.
    """
    folder = database.parent
    copy_before_upgrade(folder, key, next_backup(folder, clock()))
    engine = make_engine(database, key).execution_options(begin=BEGIN_WRITING)
    try:
        with explained(), engine.begin() as connection:
            _run_scripts(connection)
            _make_state_anew(connection, Search(engine))
            write_meta(connection)
    finally:
        engine.dispose()


def _run_scripts(connection: sa.Connection) -> None:
    stored = sa.select(tables.meta.c.value).where(tables.meta.c.name == "schema")
    found = int(connection.scalar(stored) or 0)
    scripts = ScriptDirectory(str(SCRIPTS))
    later = scripts.iterate_revisions(f"{tables.SCHEMA:04}", f"{found:04}")
    with Operations.context(MigrationContext.configure(connection)):
        for script in reversed(list(later)):
            script.module.upgrade()


def _make_state_anew(connection: sa.Connection, search: Search) -> None:
    state = list(tables.STATE.values())
    tables.METADATA.drop_all(connection, state)
    tables.METADATA.create_all(connection, state)
    rebuild(connection, Names())
    search.rebuilt(connection)
    if verify(connection, Names()):
        raise KnownError("store.not_upgraded")
