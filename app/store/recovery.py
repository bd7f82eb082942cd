"""The municipality's recovery key: its public half wraps each data key, the private one opens.

The public key lies in the installation, where only who installs may write. The private one
stays at the office: it opens a computer whose passphrase is lost, and the backups of one that
was lost itself.
"""

from collections.abc import Sequence
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.errors import KnownError
from app.settings import write_whole
from app.store import files
from app.store.keys import (
    KEY_BYTES,
    Cost,
    DataKey,
    KeyFile,
    Wrap,
    read_keys,
    seal,
    unseal,
    write_keys,
)
from app.store.keys import wrap as wrap_with_passphrase

WAY = "recovery"
_PURPOSE = b"hjemmebesoeg recovery key 1"


def make_pair(private: Path, public: Path, password: str) -> None:
    """Make a key pair for a municipality; the private key's file is encrypted with a password."""
    if not password.strip():
        raise KnownError("unlock.empty_passphrase")
    if private.exists() or public.exists():
        raise KnownError("recovery.exists")
    key = X25519PrivateKey.generate()
    locked = serialization.BestAvailableEncryption(password.encode())
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    spki = serialization.PublicFormat.SubjectPublicKeyInfo
    write_whole(private, key.private_bytes(pem, pkcs8, locked))
    write_whole(public, key.public_key().public_bytes(pem, spki))


def read_public(path: Path) -> X25519PublicKey:
    """Read the public key of the installation; KnownError("recovery.bad_public")."""
    try:
        key = serialization.load_pem_public_key(path.read_bytes())
    except (OSError, ValueError, UnsupportedAlgorithm) as error:
        raise KnownError("recovery.bad_public") from error
    if not isinstance(key, X25519PublicKey):
        raise KnownError("recovery.bad_public")
    return key


def read_private(path: Path, password: str) -> X25519PrivateKey:
    """Read a private key; KnownError("recovery.bad_private") for a wrong file or password."""
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password.encode())
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KnownError("recovery.bad_private") from error
    if not isinstance(key, X25519PrivateKey):
        raise KnownError("recovery.bad_private")
    return key


def wrap_for(key: DataKey, public: X25519PublicKey) -> Wrap:
    """Wrap the data key for the holder of the private key."""
    passing = X25519PrivateKey.generate()
    sender, receiver = passing.public_key().public_bytes_raw(), public.public_bytes_raw()
    nonce, sealed = seal(key, _agreed(passing, public, sender + receiver))
    return Wrap(way=WAY, salt=sender, nonce=nonce, sealed=sealed, public_key=receiver)


def unwrap_with(wraps: Sequence[Wrap], private: X25519PrivateKey) -> DataKey | None:
    """Return the data key if one of the wraps was made for this private key."""
    receiver = private.public_key().public_bytes_raw()
    for each in wraps:
        if each.way == WAY and each.public_key == receiver and len(each.salt) == KEY_BYTES:
            sender = X25519PublicKey.from_public_bytes(each.salt)
            wrapping = _agreed(private, sender, each.salt + receiver)
            return unseal(wrapping, each.nonce, each.sealed)
    return None


def _agreed(private: X25519PrivateKey, public: X25519PublicKey, parties: bytes) -> bytes:
    derive = HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=parties, info=_PURPOSE)
    return derive.derive(private.exchange(public))


def renew(folder: Path, key: DataKey, installed: Path) -> None:
    """Let the key file of a store have one wrap for the installed public key, and no older."""
    public = read_public(installed)
    file = read_keys(folder / files.KEYS)
    old = [each for each in file.wraps if each.way == WAY]
    if [each.public_key for each in old] == [public.public_bytes_raw()]:
        return
    others = tuple(each for each in file.wraps if each.way != WAY)
    write_keys(folder / files.KEYS, KeyFile(wraps=(*others, wrap_for(key, public))))


def recover(folder: Path, private: X25519PrivateKey, passphrase: str, cost: Cost) -> None:
    """Give a store a new passphrase by the private key; the old one and a keyring's are void.

    Raises KnownError "recovery.not_for_this_key".
    """
    file = read_keys(folder / files.KEYS)
    key = unwrap_with(file.wraps, private)
    if key is None:
        raise KnownError("recovery.not_for_this_key")
    kept = tuple(each for each in file.wraps if each.way == WAY)
    write_keys(
        folder / files.KEYS, KeyFile(wraps=(wrap_with_passphrase(key, passphrase, cost), *kept))
    )
    (folder / files.ATTEMPTS).unlink(missing_ok=True)
