"""What the program does for itself once the day is shown: backups, and parting with cases."""

from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from app.clock import local, today
from app.errors import KnownError
from app.workflow.session import Session

# When cases that had left came back.
_RETURNED = "upkeep.returned"


def back_up(session: Session) -> KnownError | None:
    """Write the automatic backup if it is due; return what stopped it. Slow: in a thread."""
    try:
        session.store.back_up_daily()
    except KnownError as error:
        return error
    return None


def part_with_closed(session: Session, days: int) -> int:
    """Remove the closed cases that the hub has whole and nobody touched for so many days.

    Returns how many left. What is unsent stays: before a hub confirms, nothing leaves. One
    that was fetched back stays as long again.
    Raises KnownError of a disk that fails.
    """
    parting = session.store.journal.parting
    before = session.clock() - timedelta(days=days)
    fetched = _returns(session)
    leaving = [
        case
        for case in parting.may_leave(before, today(session.clock))
        if fetched.get(case, before) <= before
    ]
    for case in leaving:
        parting.part_with(case)
    return len(leaving)


def note_return(session: Session, case: str) -> None:
    """Note that a case that had left is here again, because somebody needs it."""
    kept = {**_returns(session), case: session.clock()}
    session.store.local.set(_RETURNED, msgspec.json.encode(kept).decode())


def _returns(session: Session) -> dict[str, datetime]:
    text = session.store.local.get(_RETURNED) or "{}"
    return msgspec.json.decode(text, type=dict[str, datetime])


def back_up_into(session: Session, folder: Path) -> Path:
    """Write a backup into a new folder inside `folder`; return it. Slow: in a thread.

    Raises KnownError "store.backup_damaged" and those of a disk that fails.
    """
    target = folder / f"hjemmebesoeg-{local(session.clock()):%Y%m%d-%H%M%S}"
    session.store.backup(target)
    return target
