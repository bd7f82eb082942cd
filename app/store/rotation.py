"""Automatic backups beside the database: one a day, the oldest make room."""

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.store import files

KEPT = 7
EVERY = timedelta(days=1)
_NAME = re.compile(r"(\d{6})-(\d{8}-\d{6})")


def backups(folder: Path) -> tuple[Path, ...]:
    """Return the whole backups of a data folder, the newest first.

    They are numbered, so that a clock set back does not make an old one the newest.
    """
    return tuple(path for path in reversed(_all(folder)) if files.is_backup(path))


def _all(folder: Path) -> list[Path]:
    place = folder / files.BACKUPS
    found = place.iterdir() if place.is_dir() else iter(())
    return sorted(path for path in found if _NAME.fullmatch(path.name))


def next_backup(folder: Path, now: datetime) -> Path:
    """Return the folder of the next backup."""
    last = _all(folder)[-1:]
    number = max((int(path.name[:6]) for path in last), default=0) + 1
    return folder / files.BACKUPS / f"{number:06}-{now:%Y%m%d-%H%M%S}"


def made_at(backup: Path) -> datetime:
    """Return when an automatic backup was made, by the store's clock, which is UTC."""
    return datetime.strptime(backup.name[7:], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)


def is_due(folder: Path, now: datetime) -> bool:
    """Tell whether the newest backup is a day old, or of a day that the clock says is to come."""
    newest = next(iter(backups(folder)), None)
    if newest is None:
        return True
    return not timedelta(0) <= now - made_at(newest) < EVERY


def drop_old(folder: Path, kept: int = KEPT) -> None:
    """Remove all but the newest backups, and what a crash left of half a one."""
    staying = backups(folder)[:kept]
    with files.explained_files():
        for path in _all(folder):
            if path not in staying:
                shutil.rmtree(path)
