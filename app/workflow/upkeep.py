"""What the program does for itself once the day is shown: the daily backup."""

from pathlib import Path

from app.clock import local
from app.errors import KnownError
from app.store.rotation import made_at
from app.store.store import Store
from app.wording import clock, short_date
from app.workflow.session import Session


def back_up(session: Session) -> KnownError | None:
    """Write the automatic backup if it is due; return what stopped it. Slow: in a thread."""
    try:
        session.store.back_up_daily()
    except KnownError as error:
        return error
    return None


def back_up_into(session: Session, folder: Path) -> Path:
    """Write a backup into a new folder inside `folder`; return it. Slow: in a thread.

    Raises KnownError "store.backup_damaged" and those of a disk that fails.
    """
    target = folder / f"hjemmebesoeg-{local(session.clock()):%Y%m%d-%H%M%S}"
    session.store.backup(target)
    return target


def automatic_backups(folder: Path) -> tuple[tuple[Path, str], ...]:
    """Return the automatic backups of a data folder, newest first, each with its day and time."""
    return tuple((path, _when(path)) for path in Store.backups(folder))


def _when(backup: Path) -> str:
    at = local(made_at(backup))
    return f"{short_date(at.date())} {clock(at)}"
