"""The Ed25519 keys of computers and hub: what exactly each signs, and how it is checked."""

import hashlib
import secrets
from datetime import UTC, datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

PUBLIC_BYTES = 32
PRIVATE_BYTES = 32
NONCE_BYTES = 32
# Each text begins with its purpose: a signature for one never counts for another.
_HELLO = b"hjemmebesoeg hello 1"
_SIGN_IN = b"hjemmebesoeg sign in 1"
_REQUEST = b"hjemmebesoeg request 1"
_REVOCATION = b"hjemmebesoeg revocation 1"
_PARKING = b"hjemmebesoeg parking 1"


class SigningKey:
    """A private key; `save` gives its 32 bytes, which are a secret."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private

    @classmethod
    def make(cls) -> "SigningKey":
        """Return a new random key."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def load(cls, saved: bytes) -> "SigningKey":
        """Return the key that was saved; ValueError if these are not 32 bytes."""
        return cls(Ed25519PrivateKey.from_private_bytes(saved))

    def save(self) -> bytes:
        """Return the secret bytes of the key."""
        return self._private.private_bytes_raw()

    @property
    def public(self) -> bytes:
        """The 32 bytes of the public key."""
        return self._private.public_key().public_bytes_raw()

    def sign(self, text: bytes) -> bytes:
        """Return the signature of one of the texts below."""
        return self._private.sign(text)

    def __repr__(self) -> str:
        return "SigningKey(…)"


def verify(public: bytes, signature: bytes, text: bytes) -> bool:
    """Tell whether the owner of the public key signed the text; False for any nonsense."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def is_public_key(raw: bytes) -> bool:
    """Tell whether bytes may be a public key."""
    try:
        Ed25519PublicKey.from_public_bytes(raw)
    except ValueError:
        return False
    return True


def new_nonce() -> bytes:
    """Return random bytes that are used once."""
    return secrets.token_bytes(NONCE_BYTES)


def hub_id(public: bytes) -> str:
    """Return what a hub is called: the SHA-256 of its public key in hexadecimal digits."""
    return hashlib.sha256(public).hexdigest()


def hello_text(nonce: bytes) -> bytes:
    """Return what the hub signs to show that it holds its key."""
    return _HELLO + _digest(nonce)


def sign_in_text(hub: str, device: str, nonce: bytes) -> bytes:
    """Return what a computer signs to sign in: at this hub, and at no other."""
    return _SIGN_IN + _digest(hub.encode()) + _digest(device.encode()) + _digest(nonce)


def request_text(method: str, path: str, token: str, body: bytes) -> bytes:
    """Return what a computer signs to send a request.

    `path` as in the request's line, without the query; `body` before it was compressed;
    `token` of the session, so that a copy of the request is worth nothing later.
    """
    parts = (method.upper().encode(), path.encode(), token.encode(), body)
    return _REQUEST + b"".join(map(_digest, parts))


def revocation_text(hub: str, device: str, at: datetime, why: str, parking_key: bytes) -> bytes:
    """Return what the hub signs to show that it lets a computer in no more.

    `parking_key` is to whom the computer may seal what it has not sent.
    """
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = (hub.encode(), device.encode(), moment.encode(), why.encode(), parking_key)
    return _REVOCATION + b"".join(map(_digest, parts))


def parking_text(
    hub: str, device: str, nonce: bytes, lot: str, place: tuple[int, int], body: bytes
) -> bytes:
    """Return what a revoked computer signs to park a part of a lot.

    `place` is the number of the part and how many there are.
    """
    number, total = place
    named = (hub.encode(), device.encode(), nonce, lot.encode())
    parts = (*named, f"{number}/{total}".encode(), body)
    return _PARKING + b"".join(map(_digest, parts))


def _digest(part: bytes) -> bytes:
    return hashlib.sha256(part).digest()
