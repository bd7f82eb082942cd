"""What the program does for itself once the day is shown: the daily backup."""

from app.errors import KnownError
from app.workflow.session import Session


def back_up(session: Session) -> KnownError | None:
    """Write the automatic backup if it is due; return what stopped it. Slow: in a thread."""
    try:
        session.store.back_up_daily()
    except KnownError as error:
        return error
    return None
