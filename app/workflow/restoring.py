"""The way back when the data of this computer is lost: which backups there are, and a new start."""

import contextlib
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from app.clock import Clock, local, system_clock
from app.errors import KnownError
from app.store import files, rotation
from app.store.keys import read_keys
from app.store.store import Store, take_lock
from app.wording import clock, short_date

# SQLCipher's page; a copy that was cut off rarely ends at the end of one.
PAGE = 4096
PLAIN = b"SQLite format 3\0"
_TAKEN_ALONG = re.compile(r"hjemmebesoeg-(\d{8}-\d{6})")


class FoundBackup(msgspec.Struct, frozen=True, kw_only=True):
    """A backup, when it was taken, and whether it looks whole.

    Only the passphrase can tell for certain; what is cut off or has no key is seen without.
    """

    path: Path
    when: str
    readable: bool


def automatic_backups(folder: Path) -> tuple[FoundBackup, ...]:
    """Return the automatic backups of a data folder, newest first."""
    return tuple(_found(path, rotation.made_at(path)) for path in Store.backups(folder))


def backups_in(chosen: Path) -> tuple[FoundBackup, ...]:
    """Return the backup that a folder is, or those that lie in it, newest first.

    Raises KnownError "store.backup_incomplete" if there is none, and those of a disk that fails.
    """
    with files.explained_files():
        inside = sorted(chosen.iterdir()) if chosen.is_dir() else []
        paths = [path for path in (chosen, *inside) if path.is_dir() and files.is_backup(path)]
        found = sorted(((_taken_at(path), path) for path in paths), reverse=True)
    if not found:
        raise KnownError("store.backup_incomplete")
    return tuple(_found(path, at) for at, path in found)


def put_back(backup: Path, folder: Path) -> None:
    """Put a backup in the place of a closed store, whose files are moved aside. Slow."""
    Store.restore(backup, folder)


def begin_anew(folder: Path, now: Clock = system_clock) -> None:
    """Move all that is left of a store aside, backups too, so that a new one can be made.

    Nothing is deleted, and no new backup will push out an old one. Raises KnownError of a
    disk that fails, and "start.already_running".
    """
    lock = take_lock(folder)
    try:
        aside = files.set_aside(folder / files.DATABASE, now())
        with files.explained_files():
            for name in (files.BACKUPS, files.ATTEMPTS, files.KEYS):
                if (folder / name).exists():
                    shutil.move(folder / name, aside / name)
    finally:
        lock.release()


def _found(path: Path, at: datetime) -> FoundBackup:
    there = local(at)
    when = f"{short_date(there.date())} {clock(there)}"
    return FoundBackup(path=path, when=when, readable=_looks_whole(path))


def _looks_whole(path: Path) -> bool:
    database = path / files.DATABASE
    with contextlib.suppress(KnownError, OSError):
        read_keys(path / files.KEYS)
        size = database.stat().st_size
        with database.open("rb") as file:
            return size > 0 and size % PAGE == 0 and file.read(len(PLAIN)) != PLAIN
    return False


def _taken_at(path: Path) -> datetime:
    """Return when a backup was taken: by its name, or by its file where it was renamed."""
    mine = _TAKEN_ALONG.fullmatch(path.name)
    with contextlib.suppress(ValueError):
        if mine is not None:
            return local(datetime.strptime(mine[1], "%Y%m%d-%H%M%S"))
        return rotation.made_at(path)
    return datetime.fromtimestamp((path / files.DATABASE).stat().st_mtime, UTC)
