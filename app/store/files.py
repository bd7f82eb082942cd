"""The data folder: which file is what, and how files are written so that none is half."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from app.errors import KnownError
from app.settings import sync_folder

DATABASE = "record.db"
KEYS = "keys.json"
ATTEMPTS = "attempts.json"
LOCK = "in-use.lock"
ASIDE = "set-aside"
BACKUPS = "backups"
SIDE_FILES = ("", "-wal", "-shm")


@contextmanager
def explained_files() -> Iterator[None]:
    """Raise KnownError where the file system refuses."""
    try:
        yield
    except PermissionError as error:
        raise KnownError("store.read_only") from error
    except OSError as error:
        full = error.errno in (28, 122, 27)  # ENOSPC, EDQUOT, EFBIG
        raise KnownError("store.disk_full" if full else "store.io_error") from error


def make_folder(folder: Path) -> None:
    """Make the data folder, readable by its owner alone."""
    with explained_files():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def sync_file(path: Path) -> None:
    """Make a file's content durable."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def side_files(database: Path) -> list[Path]:
    """Return the files of a database that exist."""
    paths = (database.with_name(database.name + ending) for ending in SIDE_FILES)
    return [path for path in paths if path.exists()]


def set_aside(database: Path, now: datetime) -> Path:
    """Move a database and its side files aside, untouched; return where to."""
    with explained_files():
        folder = database.parent / ASIDE / f"{now:%Y%m%d-%H%M%S-%f}"
        folder.mkdir(parents=True, mode=0o700)
        for path in side_files(database):
            path.replace(folder / path.name)
        sync_folder(database.parent)
    return folder


def copy_database(database: Path, folder: Path) -> Path:
    """Copy a database and what its log holds; return the copy."""
    with explained_files():
        for path in side_files(database):
            if not path.name.endswith("-shm"):
                shutil.copyfile(path, folder / path.name)
    return folder / database.name


def is_backup(folder: Path) -> bool:
    """Tell whether a folder holds a backup with all its parts."""
    return all((folder / part).is_file() for part in (DATABASE, KEYS))
