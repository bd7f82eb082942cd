"""Backups: an encrypted copy of one moment, read back before it counts, and the way back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa

from app.clock import Clock
from app.errors import KnownError
from app.journal.journal import Journal
from app.journal.writer import Writer
from app.settings import sync_folder, write_whole
from app.store import files
from app.store.engine import connect, explained_driver, make_engine
from app.store.keys import DataKey

_PARTS = (files.DATABASE, files.KEYS)
Verifier = Callable[[Path, DataKey], None]


def make_backup(data_folder: Path, key: DataKey, target: Path) -> None:
    """Write a backup into a new or empty folder, while the store is in use.

    The copy has the same key and is opened by the passphrase of today. Raises KnownError
    "store.backup_exists", "store.backup_damaged" and those of a disk that fails.
    """
    _make(data_folder, key, target, verify_backup)


def copy_before_upgrade(data_folder: Path, key: DataKey, target: Path) -> None:
    """Write a backup of an older program's database, whose pages alone can be read back."""
    _make(data_folder, key, target, verify_pages)


def _make(data_folder: Path, key: DataKey, target: Path, verified: Verifier) -> None:
    files.make_folder(target)
    if any(target.iterdir()):
        raise KnownError("store.backup_exists")
    copy = target / (files.DATABASE + ".new")
    try:
        _copy(data_folder / files.DATABASE, key, copy)
        verified(copy, key)
        with files.explained_files():
            files.sync_file(copy)
            write_whole(target / files.KEYS, (data_folder / files.KEYS).read_bytes())
            copy.replace(target / files.DATABASE)
            sync_folder(target)
    except BaseException:
        for path in target.iterdir():
            path.unlink()
        raise


def _copy(database: Path, key: DataKey, copy: Path) -> None:
    with explained_driver():
        connection = connect(database, key)
        try:
            connection.execute("VACUUM INTO ?", (str(copy),))
        finally:
            connection.close()


def verify_backup(database: Path, key: DataKey) -> None:
    """Read a backup back: every page, and the record; KnownError("store.backup_damaged")."""
    _verify(database, key, lambda engine: is_whole(engine) and _record_holds(engine))


def verify_pages(database: Path, key: DataKey) -> None:
    """Read every page of a backup back; KnownError("store.backup_damaged")."""
    _verify(database, key, is_whole)


def _verify(database: Path, key: DataKey, holds: Callable[[sa.Engine], bool]) -> None:
    engine = make_engine(database, key)
    try:
        whole = holds(engine)
    except sa.exc.DBAPIError:
        whole = False
    finally:
        engine.dispose()
    if not whole:
        raise KnownError("store.backup_damaged")


def is_whole(engine: sa.Engine) -> bool:
    """Tell whether every page of a database is what was written, and hangs together."""
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
        tree = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
    return not pages and tree == "ok"


def _record_holds(engine: sa.Engine) -> bool:
    writer = Writer(engine)
    try:
        return not Journal(engine, writer).verify()
    finally:
        writer.close()


def restore_backup(backup: Path, data_folder: Path, clock: Clock) -> None:
    """Put a backup in the place of a data folder's database, which is moved aside.

    The store must be closed. It is opened by the passphrase of the backup's day, and begins
    a new epoch. Raises KnownError "store.backup_incomplete".
    """
    if not files.is_backup(backup):
        raise KnownError("store.backup_incomplete")
    files.make_folder(data_folder)
    with files.explained_files():
        for part in _PARTS:
            new = data_folder / (part + ".new")
            shutil.copyfile(backup / part, new)
            new.chmod(0o600)
            files.sync_file(new)
        # The old keys stay until the new ones take their place: whatever stops this, the
        # folder is never taken for one in which nothing was kept yet.
        aside = files.set_aside(data_folder / files.DATABASE, clock())
        if (data_folder / files.KEYS).exists():
            shutil.copyfile(data_folder / files.KEYS, aside / files.KEYS)
        for part in _PARTS:
            (data_folder / (part + ".new")).replace(data_folder / part)
        sync_folder(data_folder)
