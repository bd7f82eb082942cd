"""The encrypted database: SQLCipher under SQLAlchemy."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from app.journal.failures import known
from app.journal.prepared import run_bare
from app.store.keys import DataKey

BUSY_TIMEOUT_S = 5.0
# Who begins by reading may find, when it writes, that somebody else was faster.
BEGIN_WRITING = "BEGIN IMMEDIATE"
SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = OFF",
    # 16 MB of log at most; `tidy` empties it long before, while nobody waits for a change.
    "PRAGMA wal_autocheckpoint = 4000",
)


def connect(database: Path, key: DataKey, mode: str = "rw") -> Any:
    """Open a connection with its key; raises the driver's DatabaseError if it does not fit.

    `mode` is rw (the file must exist), rwc (it may be made) or "ro&immutable=1".
    """
    connection = sqlcipher.connect(
        f"{database.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_TIMEOUT_S,
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(key.pragma())
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def explained_driver() -> Iterator[None]:
    """Raise KnownError where a bare connection fails for a reason outside the program."""
    try:
        yield
    except sqlcipher.Error as error:
        reason = known(error)
        if reason is None:
            raise
        raise reason from error


def make_engine(database: Path, key: DataKey, mode: str = "rw") -> sa.Engine:
    """Return an engine whose transactions begin as their execution option `begin` says.

    Nothing is said if it is empty: then whoever asked begins and ends them. The option
    `begin_writing` is what the one who writes begins them with.
    """

    def creator() -> Any:
        connection = connect(database, key, mode)
        for setting in SETTINGS:
            connection.execute(setting)
        return connection

    engine = sa.create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=creator,
        poolclass=sa.QueuePool,
        pool_size=4,
        # What an error says may end in a log; values may not.
        hide_parameters=True,
        execution_options={"begin_writing": BEGIN_WRITING},
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    begin = connection.get_execution_options().get("begin", "BEGIN")
    if begin:
        run_bare(connection, begin)


def tidy(connection: sa.Connection) -> None:
    """Move what the log holds into the database; stops nobody who reads."""
    run_bare(connection, "PRAGMA wal_checkpoint(PASSIVE)")


def opens(database: Path, key: DataKey) -> bool:
    """Tell whether a file opens with the key, without touching it or its log."""
    if database.stat().st_size == 0:
        return False
    try:
        connect(database, key, "ro&immutable=1").close()
    except sqlcipher.DatabaseError:
        return False
    return True
