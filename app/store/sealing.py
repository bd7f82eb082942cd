"""What must outlive the keys in memory: sealed with the data key, opened by the next unlock."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.store.keys import KEY_BYTES, NONCE_BYTES, DataKey

# A key of its own: the data key itself is SQLCipher's alone.
_PURPOSE = b"hjemmebesoeg sealed in memory 1"


def seal_bytes(key: DataKey, plain: bytes) -> bytes:
    """Return the bytes encrypted and bound to this store's key."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + _cipher(key).encrypt(nonce, plain, _PURPOSE)


def unseal_bytes(key: DataKey, sealed: bytes) -> bytes | None:
    """Return what was sealed; None if it was another store's, or is damaged."""
    try:
        return _cipher(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], _PURPOSE)
    except (InvalidTag, ValueError):
        return None


def _cipher(key: DataKey) -> AESGCM:
    return AESGCM(HKDF(SHA256(), KEY_BYTES, key.salt, _PURPOSE).derive(key.key))
