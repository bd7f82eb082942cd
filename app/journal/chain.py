"""The salted hash chain: what was recorded, in which order, cannot be changed unseen."""

import hashlib
import secrets

import msgspec

SALT_BYTES = 16
NOTHING = bytes(32)


def new_salt() -> bytes:
    """Return a random salt: without it nobody can guess a value from its digest."""
    return secrets.token_bytes(SALT_BYTES)


def digest(salt: bytes, text: str) -> bytes:
    """Return what stands for a value in the chain; it stays when salt and value are erased."""
    return hashlib.sha256(salt + text.encode()).digest()


def stands_for(salt: bytes | None, text: str | None, erased: bytes | None) -> bytes | None:
    """Return the digest of a value, or the one that was left when the value was erased."""
    if salt is None or text is None:
        return erased
    return digest(salt, text)


class ActionHeader(msgspec.Struct, frozen=True, array_like=True):
    """What the chain says of an action."""

    id: str
    scope: str
    actor: str
    hlc: int
    wall: int
    size: int
    schema: int
    undoable: bool
    undoes: str | None
    label: str
    reason: bytes | None


class ChangeHeader(msgspec.Struct, frozen=True, array_like=True):
    """What the chain says of a change."""

    seq: int
    entity: str
    record: str
    field: str
    replaces: tuple[tuple[str, int], ...]
    value: bytes


def first_link(epoch: str, previous: bytes) -> bytes:
    """Return the hash an epoch begins with: it names the last one of the epoch before."""
    return hashlib.sha256(b"epoch" + epoch.encode() + previous).digest()


def link(previous: bytes, action: ActionHeader, change: ChangeHeader) -> bytes:
    """Return the hash of a change: of the one before, its action, itself and its value."""
    body = msgspec.msgpack.encode((action, change))
    return hashlib.sha256(previous + body).digest()
