"""The data key: random, never written in the clear, wrapped once for each way to open it."""

import secrets
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.errors import KnownError
from app.settings import write_whole
from app.store.files import explained_files

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
FORMAT = 1
_PURPOSE = b"hjemmebesoeg data key 1"

Whole = Annotated[int, msgspec.Meta(ge=1)]


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """What one guess at a passphrase costs (argon2id). Bounds keep a forged file harmless."""

    memory_kib: Annotated[int, msgspec.Meta(ge=8, le=1024 * 1024)] = 64 * 1024
    passes: Annotated[int, msgspec.Meta(ge=1, le=20)] = 3
    lanes: Annotated[int, msgspec.Meta(ge=1, le=16)] = 4


class DataKey(msgspec.Struct, frozen=True):
    """The key and salt that SQLCipher uses as they are."""

    key: bytes
    salt: bytes

    def pragma(self) -> str:
        """Return the statement that gives a connection its key."""
        return f"PRAGMA key = \"x'{self.key.hex()}{self.salt.hex()}'\""

    def __repr__(self) -> str:
        return "DataKey(…)"


class Wrap(msgspec.Struct, frozen=True, kw_only=True):
    """The data key, encrypted for one way to open it.

    `way` is "passphrase" here; the system's keyring and the municipality's recovery key
    are further ways with fields of their own, kept as they are by programs that do not
    know them.
    """

    way: str
    cost: Cost | None = None
    salt: bytes = b""
    nonce: bytes = b""
    sealed: bytes = b""
    public_key: bytes = b""
    note: str = ""


class KeyFile(msgspec.Struct, frozen=True, kw_only=True):
    """What the key file holds: no secret, only wraps."""

    format: Literal[1] = 1
    wraps: tuple[Wrap, ...]


def new_data_key() -> DataKey:
    """Return a random data key."""
    return DataKey(secrets.token_bytes(KEY_BYTES), secrets.token_bytes(SALT_BYTES))


def _wrapping_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return hash_secret_raw(
        secret, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID
    )


def wrap(key: DataKey, passphrase: str, cost: Cost) -> Wrap:
    """Wrap the data key with a passphrase; KnownError if it is empty."""
    if not passphrase.strip():
        raise KnownError("unlock.empty_passphrase")
    salt = secrets.token_bytes(SALT_BYTES)
    nonce, sealed = seal(key, _wrapping_key(passphrase, salt, cost))
    return Wrap(way="passphrase", cost=cost, salt=salt, nonce=nonce, sealed=sealed)


def unwrap(wraps: Sequence[Wrap], passphrase: str) -> DataKey | None:
    """Return the data key if the passphrase opens one of the wraps."""
    for each in wraps:
        if each.way == "passphrase" and each.cost is not None:
            wrapping = _wrapping_key(passphrase, each.salt, each.cost)
            key = unseal(wrapping, each.nonce, each.sealed)
            if key is not None:
                return key
    return None


def seal(key: DataKey, wrapping: bytes) -> tuple[bytes, bytes]:
    """Encrypt the data key with another key; return the nonce and what came of it."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce, AESGCM(wrapping).encrypt(nonce, key.key + key.salt, _PURPOSE)


def unseal(wrapping: bytes, nonce: bytes, sealed: bytes) -> DataKey | None:
    """Return the data key; None if it was sealed with another key, or damaged since."""
    try:
        raw = AESGCM(wrapping).decrypt(nonce, sealed, _PURPOSE)
    except (InvalidTag, ValueError):
        return None
    return DataKey(raw[:KEY_BYTES], raw[KEY_BYTES:])


def write_keys(path: Path, file: KeyFile) -> None:
    """Write the key file whole, or leave the one before."""
    write_whole(path, msgspec.json.format(msgspec.json.encode(file), indent=2))


def read_keys(path: Path) -> KeyFile:
    """Read the key file; KnownError if it is damaged or a newer program's."""
    with explained_files():
        data = path.read_bytes()
    try:
        version = msgspec.json.decode(data, type=dict[str, object]).get("format")
        if isinstance(version, int) and version > FORMAT:
            raise KnownError("store.newer_program")
        return msgspec.json.decode(data, type=KeyFile)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise KnownError("store.keys_damaged") from error


def rewrap(path: Path, old: str, new: str) -> None:
    """Change the passphrase; the data key, and so every byte of the database, stays."""
    file = read_keys(path)
    key = unwrap(file.wraps, old)
    if key is None:
        raise KnownError("unlock.wrong_passphrase", wait=0)
    cost = next((w.cost for w in file.wraps if w.way == "passphrase" and w.cost), Cost())
    others = tuple(each for each in file.wraps if each.way != "passphrase")
    write_keys(path, KeyFile(wraps=(wrap(key, new, cost), *others)))
