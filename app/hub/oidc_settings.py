"""Which provider the municipality's users sign in at: kept in the hub's database, sealed."""

from urllib.parse import urlsplit

import msgspec
import sqlalchemy as sa

from app.errors import KnownError
from app.hub.room import Room
from app.hub.tables import setting
from app.store.keys import DataKey
from app.store.sealing import seal_bytes, unseal_bytes
from app.sync.provider import is_safe

_SETTING = "provider"
SCOPES = "openid profile"
_LONGEST = 500


class ProviderSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How the hub is known at the provider.

    `client` is its id there for its own pages, with `secret` if it has one; laptops ask as
    `laptop_client`, which has none unless it is the same. `claim` names what is compared with
    a user's login when the user signs in for the first time; without one, users are tied to
    the provider's subjects by hand. `address` is the hub's own, if its proxy does not say it.
    """

    issuer: str
    client: str
    secret: str = ""
    laptop_client: str = ""
    scopes: str = SCOPES
    claim: str = ""
    address: str = ""

    def __repr__(self) -> str:
        return f"ProviderSettings(issuer={self.issuer!r}, …)"

    @property
    def for_laptops(self) -> str:
        """The client that laptops ask as."""
        return self.laptop_client or self.client

    def secret_of(self, client: str) -> str:
        """Return the secret that a client is known by, "" for none."""
        return self.secret if client == self.client else ""


def checked(given: ProviderSettings) -> ProviderSettings:
    """Return settings that can be used; KnownError "hub.bad_provider" for others."""
    addresses = [given.issuer, *([given.address] if given.address else [])]
    texts = (given.client, given.laptop_client, given.scopes, given.claim, *addresses)
    whole = all(text.isprintable() and len(text) <= _LONGEST for text in texts)
    bare = all(is_safe(each) and not _more_than_a_path(each) for each in addresses)
    if not (whole and bare and given.client and "openid" in given.scopes.split()):
        raise KnownError("hub.bad_provider")
    return msgspec.structs.replace(given, address=given.address.rstrip("/"))


def _more_than_a_path(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.query or parts.fragment or parts.username)


class ProviderShelf:
    """Where the settings lie; every process of the hub sees a change at once."""

    def __init__(self, room: Room, key: DataKey) -> None:
        self._room = room
        self._key = key

    def get(self) -> ProviderSettings | None:
        """Return the settings; None if users come from the hub's own list only."""
        query = sa.select(setting.c.value).where(setting.c.name == _SETTING)
        with self._room.reading() as connection:
            stored = connection.scalar(query)
        opened = unseal_bytes(self._key, bytes.fromhex(stored)) if stored else None
        return None if opened is None else msgspec.json.decode(opened, type=ProviderSettings)

    def set(self, given: ProviderSettings | None) -> None:
        """Keep other settings, or none any more; KnownError "hub.bad_provider"."""
        row = None
        if given is not None:
            sealed = seal_bytes(self._key, msgspec.json.encode(checked(given))).hex()
            row = {"name": _SETTING, "value": sealed}

        def work(connection: sa.Connection) -> None:
            connection.execute(sa.delete(setting).where(setting.c.name == _SETTING))
            if row is not None:
                connection.execute(sa.insert(setting), row)

        self._room.write(work)
