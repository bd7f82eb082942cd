"""The way back from the citizen's screen: the PIN of this sitting, or the passphrase."""

from app.errors import KnownError
from app.workflow.session import Session

# A passphrase is longer: so few digits are meant as a PIN.
LONGEST_PIN = 11


def set_pin(session: Session, digits: str) -> None:
    """Keep a PIN in memory until the program locks; an empty one takes it away.

    Raises KnownError("pin.too_short"), also for what is no number.
    """
    from app.store.pin import Pin

    if len(digits) > LONGEST_PIN:
        raise KnownError("pin.too_long", digits=LONGEST_PIN)
    session.pin = Pin(digits) if digits else None


def check_return(session: Session, secret: str) -> None:
    """Return if the secret opens the way back to the case.

    Takes as long as unlocking: call it in a thread. Raises KnownError "pin.wrong",
    "pin.used_up", "unlock.wrong_passphrase" and "unlock.wait".
    """
    if session.pin is not None and secret.isdigit() and len(secret) <= LONGEST_PIN:
        _check_pin(session, secret)
        return
    from app.store.unlocking import unlock

    unlock(session.store.folder, secret, session.clock)


def _check_pin(session: Session, secret: str) -> None:
    pin = session.pin
    if pin is None or pin.matches(secret):
        return
    if pin.tries_left:
        raise KnownError("pin.wrong", left=pin.tries_left)
    session.pin = None
    raise KnownError("pin.used_up")
