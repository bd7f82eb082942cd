"""What a user asks the hub for: citizens of the own teams, and a case that is not here."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.errors import KnownError
from app.sync.returning import WANTED, add_wish
from app.sync.signing import SigningKey
from app.sync.transport import Transport
from app.sync.wire import Found, FoundCase
from app.workflow.session import Session
from app.workflow.sync_side import SessionSide
from app.workflow.syncing import connect, enrolment

__all__ = ["Found", "FoundCase", "open_at_hub", "search_hub"]


def search_hub(session: Session, text: str) -> tuple[Found, ...]:
    """Return the citizens of the user's teams by words of the name or a whole CPR number.

    At most 50; the hub notes who was shown. Takes the network: in a thread. Raises
    KnownError "sync.not_enrolled", "sync.…", "hub.…"; nothing is changed then.
    """
    with _signed_in(session) as hub:
        return hub.search(text)


def open_at_hub(session: Session, scope: str, why: str) -> None:
    """Ask for a case by its id; it is here after the next round of sync, and may be written in.

    A case that had left this computer comes back whole. `why` stands in the hub's log. Takes
    the network: in a thread. Raises as `search_hub`, "hub.say_why" without a reason, and
    "hub.not_yours" for a case of other teams.
    """
    with _signed_in(session) as hub:
        hub.open_case(scope, why)
    if scope in session.store.journal.parting.parted():
        add_wish(SessionSide(session), WANTED, {scope})


@contextmanager
def _signed_in(session: Session) -> Iterator[Transport]:
    known = enrolment(session)
    if known is None:
        raise KnownError("sync.not_enrolled")
    hub = connect(session, known.url)
    try:
        if hub.hello().hub != known.hub:
            raise KnownError("sync.other_hub")
        hub.sign_in(known.hub, known.device, SigningKey.load(known.private))
        yield hub
    finally:
        hub.close()
