"""That a computer is let in no more: believed only if the pinned hub has signed it."""

from datetime import datetime

from app.errors import KnownError
from app.sync import signing
from app.sync.wire import Revocation

REVOKED = "hub.revoked"


class Revoked(KnownError):
    """The hub lets a computer in no more; `revocation` is what shows it to the computer."""

    def __init__(self, revocation: Revocation) -> None:
        super().__init__(REVOKED)
        self.revocation = revocation


def revocation(
    key: signing.SigningKey, device: str, at: datetime, why: str, parking_key: bytes
) -> Revocation:
    """Return a statement that the hub of this key signs."""
    hub = signing.hub_id(key.public)
    text = signing.revocation_text(hub, device, at, why, parking_key)
    return Revocation(
        device=device, at=at, why=why, parking_key=parking_key, signature=key.sign(text)
    )


def is_proven(said: Revocation, device: str, hub_key: bytes) -> bool:
    """Tell whether the hub of this key signed that this computer is let in no more."""
    hub = signing.hub_id(hub_key)
    text = signing.revocation_text(hub, said.device, said.at, said.why, said.parking_key)
    return said.device == device and signing.verify(hub_key, said.signature, text)
