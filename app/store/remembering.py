"""The system's keyring may open the store, if the user asks this computer to remember.

The library `keyring` is imported only then: it is an optional part, and slow to load.
"""

import binascii
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.domain.ids import new_id
from app.errors import KnownError
from app.store import files
from app.store.keys import KEY_BYTES, DataKey, KeyFile, Wrap, read_keys, seal, unseal, write_keys

WAY = "keyring"
SERVICE = "hjemmebesoeg"


@contextmanager
def _keyring() -> Iterator[Any]:
    """Give the library; KnownError("unlock.no_keyring") where there is none that works."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError as error:
        raise KnownError("unlock.no_keyring") from error
    try:
        yield keyring
    except KeyringError as error:
        raise KnownError("unlock.no_keyring") from error


def is_available() -> bool:
    """Tell whether this computer has a keyring that can keep something."""
    try:
        with _keyring() as library:
            return float(library.get_keyring().priority) > 0
    except KnownError:
        return False


def is_remembered(folder: Path) -> bool:
    """Tell whether a store has a wrap for the system's keyring; asks the keyring nothing."""
    return any(each.way == WAY for each in read_keys(folder / files.KEYS).wraps)


def remember(folder: Path, key: DataKey) -> None:
    """Let the keyring open the store from now on."""
    entry, wrapping = new_id(), secrets.token_bytes(KEY_BYTES)
    with _keyring() as library:
        library.set_password(SERVICE, entry, wrapping.hex())
    forget(folder)
    nonce, sealed = seal(key, wrapping)
    wraps = read_keys(folder / files.KEYS).wraps
    mine = Wrap(way=WAY, nonce=nonce, sealed=sealed, note=entry)
    write_keys(folder / files.KEYS, KeyFile(wraps=(*wraps, mine)))


def recall(folder: Path) -> DataKey | None:
    """Return the data key as the keyring opens it; None if it has nothing that does."""
    for each in read_keys(folder / files.KEYS).wraps:
        if each.way == WAY:
            with _keyring() as library:
                secret = library.get_password(SERVICE, each.note)
            key = _opened(each, secret or "")
            if key is not None:
                return key
    return None


def _opened(each: Wrap, secret: str) -> DataKey | None:
    try:
        wrapping = binascii.unhexlify(secret)
    except ValueError:
        return None
    return unseal(wrapping, each.nonce, each.sealed) if len(wrapping) == KEY_BYTES else None


def forget(folder: Path) -> None:
    """Let the keyring open the store no more: first here, then in the keyring."""
    file = read_keys(folder / files.KEYS)
    mine = [each for each in file.wraps if each.way == WAY]
    if not mine:
        return
    others = tuple(each for each in file.wraps if each.way != WAY)
    write_keys(folder / files.KEYS, KeyFile(wraps=others))
    with _keyring() as library:
        for each in mine:
            if library.get_password(SERVICE, each.note) is not None:
                library.delete_password(SERVICE, each.note)
