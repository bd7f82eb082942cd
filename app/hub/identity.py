"""The hub's own secrets: the key of its data, and the key by which laptops know it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.errors import KnownError
from app.hub.room import Room
from app.hub.tables import setting
from app.store.files import explained_files, make_folder
from app.store.keys import KEY_BYTES, SALT_BYTES, DataKey, new_data_key
from app.store.sealing import seal_bytes, unseal_bytes
from app.sync.signing import SigningKey

KEY_VARIABLE = "HJEMMEBESOEG_HUB_KEY"
KEY_FILE = "hub.key"
_NAME = "name"
_SIGNING, _PARKING = "signing_key", "parking_key"


class GivenKey(NamedTuple):
    """The key of the hub's data; `lies_in` is set if it lies beside the data, which is a risk."""

    key: DataKey
    lies_in: Path | None = None


def find_key(folder: Path, variables: Mapping[str, str], file: Path | None = None) -> GivenKey:
    """Return the key from a file, else a variable, else the data folder, where one is made.

    It is written as 96 hexadecimal digits. Raises KnownError("hub.bad_key").
    """
    if file is not None:
        return GivenKey(_read(file))
    if variables.get(KEY_VARIABLE):
        return GivenKey(_parse(variables[KEY_VARIABLE]))
    beside = folder / KEY_FILE
    make_folder(folder)
    if not beside.exists():
        _write(beside, new_data_key())
    return GivenKey(_read(beside), beside)


def _write(path: Path, key: DataKey) -> None:
    with explained_files():
        path.touch(mode=0o600, exist_ok=False)
        path.write_text((key.key + key.salt).hex() + "\n", encoding="ascii")


def _read(path: Path) -> DataKey:
    with explained_files():
        raw = path.read_bytes()
    return _parse(raw.decode("ascii", "replace"))


def _parse(text: str) -> DataKey:
    try:
        raw = bytes.fromhex(text.strip())
    except ValueError:
        raise KnownError("hub.bad_key") from None
    if len(raw) != KEY_BYTES + SALT_BYTES:
        raise KnownError("hub.bad_key")
    return DataKey(raw[:KEY_BYTES], raw[KEY_BYTES:])


def signing_key(room: Room, key: DataKey) -> SigningKey:
    """Return the hub's signing key, made at its first start and sealed with the data's key.

    Raises KnownError("hub.wrong_key") if the data's key does not open it.
    """
    return SigningKey.load(_sealed(room, key, _SIGNING, SigningKey.make().save()))


def parking_key(room: Room, key: DataKey) -> X25519PrivateKey:
    """Return the key to which revoked computers seal what they had not sent; kept likewise."""
    fresh = X25519PrivateKey.generate().private_bytes_raw()
    return X25519PrivateKey.from_private_bytes(_sealed(room, key, _PARKING, fresh))


def _sealed(room: Room, key: DataKey, name: str, fresh: bytes) -> bytes:
    """Return the secret that is kept under a name; the `fresh` one if there is none yet."""
    mine = sa.select(setting.c.value).where(setting.c.name == name)

    def work(connection: sa.Connection) -> str:
        stored = connection.scalar(mine)
        if stored is None:
            stored = seal_bytes(key, fresh).hex()
            connection.execute(sa.insert(setting), {"name": name, "value": stored})
        return str(stored)

    opened = unseal_bytes(key, bytes.fromhex(room.write(work)))
    if opened is None:
        raise KnownError("hub.wrong_key")
    return opened


def hub_name(room: Room, fresh: str = "") -> str:
    """Return what the hub is called, after it was given a `fresh` name if there is one."""

    def work(connection: sa.Connection) -> None:
        connection.execute(sa.delete(setting).where(setting.c.name == _NAME))
        connection.execute(sa.insert(setting), {"name": _NAME, "value": fresh})

    if fresh:
        room.write(work)
    with room.reading() as connection:
        query = sa.select(setting.c.value).where(setting.c.name == _NAME)
        return connection.scalar(query) or ""
