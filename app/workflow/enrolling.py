"""How a computer is taken in at the hub by whoever signs in at the municipality's provider."""

from collections.abc import Callable
from functools import partial

from app.sync.browser import Open, ask_user
from app.sync.rounds import Enrolment
from app.sync.transport import Transport
from app.sync.wire import PROVIDER_WAY, Proof
from app.texts import Texts
from app.workflow import syncing
from app.workflow.session import Session


def knows_provider(session: Session, url: str) -> bool:
    """Tell whether users of a hub may sign in at the municipality's provider.

    Raises KnownError "sync.…" if nothing is there that says so.
    """
    hub = syncing.connect(session, url)
    try:
        return PROVIDER_WAY in hub.hello().ways
    finally:
        hub.close()


def enrol_in_browser(
    session: Session,
    url: str,
    code: str,
    open_browser: Open,
    cancelled: Callable[[], bool] = lambda: False,
) -> Enrolment:
    """Let a hub take this computer in, once the user has signed in in the system's browser.

    Waits for the user, some minutes at most. Raises as syncing.enrol and browser.ask_user.
    """
    prove = partial(_prove, open_browser, session.texts, cancelled)
    return syncing.enrol(session, url, code, "", prove=prove)


def _prove(
    open_browser: Open, texts: Texts, cancelled: Callable[[], bool], hub: Transport, nonce: str
) -> Proof:
    return ask_user(hub.provider(), nonce, open_browser, texts, cancelled)
