"""Users who sign in at the municipality's provider: for a laptop, and for the hub's own pages.

The hub exchanges the code, for laptops too: it has to check the token anyway, it alone may have a
secret at the provider, and no token ever lies on a laptop. No token is kept or logged here either.
"""

import base64
import hmac
import threading
import unicodedata
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import msgspec
import sqlalchemy as sa

from app.domain.ids import new_id
from app.errors import KnownError
from app.hub.oidc_fetch import ProviderLine
from app.hub.oidc_settings import ProviderSettings, ProviderShelf
from app.hub.oidc_tokens import Expected, Person, UnknownKey, read_token, subject_of
from app.hub.room import Room, hashed, only
from app.hub.tables import nonce as used
from app.hub.tables import user
from app.journal.clock import to_wall
from app.store.keys import DataKey
from app.store.sealing import seal_bytes, unseal_bytes
from app.sync import provider, wire

# Where the provider sends the browser of an office's user back to.
ANSWER_PATH = "/admin/sign-in/answer"
PATIENCE = timedelta(minutes=10)
# What whoever guesses gets to hear: it is counted.
REFUSED = frozenset({"hub.provider_refused", "hub.provider_other", "hub.provider_unknown"})
_LONGEST_CODE = 4096


class _Begun(msgspec.Struct, frozen=True, kw_only=True):
    """What the browser of an office's user keeps, sealed, until the provider has answered."""

    issuer: str
    pending: provider.Pending
    until: int


class SignIns:
    """Sign-in at the provider; raises KnownError "hub.no_provider" where none is set.

    KnownError "hub.provider_away" and "hub.provider_odd" are the provider's fault, "…_refused"
    for whatever does not fit, "…_unknown", "…_other" and "hub.closed_user" for whom it names.
    """

    def __init__(self, room: Room, key: DataKey, hub: str) -> None:
        self._room = room
        self._key = key
        self._hub = hub
        self.shelf = ProviderShelf(room, key)
        self._line: ProviderLine | None = None
        self._lock = threading.Lock()

    def ways(self) -> tuple[str, ...]:
        """Return how users may show who they are; asks no provider."""
        both = (wire.PASSWORD_WAY, wire.PROVIDER_WAY)
        return both if self.shelf.get() is not None else both[:1]

    def for_laptops(self) -> wire.Provider:
        """Return where a laptop's user signs in."""
        line = self._reach()
        return _provider(line, line.settings.for_laptops)

    def vouch(self, who: str, proof: wire.Proof, key: bytes) -> None:
        """Make sure that it is this user who signed in on the computer with this key."""
        if not provider.is_loopback(proof.redirect):
            raise KnownError("hub.provider_refused")
        line = self._reach()
        nonce = provider.device_nonce(self._hub, key)
        person = self._person(line, proof, line.settings.for_laptops, nonce)
        self._find(line.settings, person, nonce, who)

    def begin(self, own_address: str) -> tuple[str, str]:
        """Return the provider's page for an office's user, and what the browser keeps meanwhile.

        `own_address` is the hub's, as the browser has it: https://host.
        """
        line = self._reach()
        redirect = (line.settings.address or own_address) + ANSWER_PATH
        pending = provider.begin(redirect)
        begun = _Begun(issuer=line.settings.issuer, pending=pending, until=self._room.now(PATIENCE))
        sealed = seal_bytes(self._key, msgspec.json.encode(begun))
        address = provider.address(_provider(line, line.settings.client), pending)
        return address, base64.urlsafe_b64encode(sealed).decode()

    def finish(self, kept: str, answer: Mapping[str, str]) -> "sa.Row[Any]":
        """Return the user whom the provider names in its answer to this browser."""
        line = self._reach()
        begun = self._begun(kept)
        pending, issuer = begun.pending, line.settings.issuer
        same = hmac.compare_digest(pending.state.encode(), answer.get("state", "").encode())
        if not same or begun.issuer != issuer or answer.get("iss", issuer) != issuer:
            raise KnownError("hub.provider_refused")
        if answer.get("error") == "access_denied":
            raise KnownError("hub.provider_denied")
        proof = wire.Proof(
            code=answer.get("code", ""), verifier=pending.verifier, redirect=pending.redirect
        )
        person = self._person(line, proof, line.settings.client, pending.nonce)
        return self._find(line.settings, person, pending.nonce)

    def bind(self, login: str, subject: str) -> None:
        """Tie a user to a subject of the provider, or with "" to none.

        Raises KnownError "hub.no_user", "hub.subject_taken".
        """
        settings = self._settings()
        value = subject_of(settings.issuer, subject.strip()) if subject.strip() else None
        mine = user.c.login == _login(login)

        def work(connection: sa.Connection) -> None:
            who = only(connection.execute(sa.select(user.c.id).where(mine)).first(), "hub.no_user")
            same = sa.select(user.c.id).where(user.c.subject == value, user.c.id != who.id)
            if value is not None and connection.execute(same).first() is not None:
                raise KnownError("hub.subject_taken")
            changed = sa.update(user).where(user.c.id == who.id).values(subject=value)
            connection.execute(changed)

        self._room.write(work)

    def bound(self) -> frozenset[str]:
        """Return the logins that are tied to somebody at the provider."""
        query = sa.select(user.c.login).where(user.c.subject.is_not(None))
        with self._room.reading() as connection:
            return frozenset(connection.scalars(query))

    def check(self) -> int:
        """Ask the provider what it is, and return how many keys of use it has."""
        line = self._reach()
        line.describe()
        return len(line.keys(afresh=True).keys)

    def _settings(self) -> ProviderSettings:
        settings = self.shelf.get()
        if settings is None:
            raise KnownError("hub.no_provider")
        return settings

    def _reach(self) -> ProviderLine:
        settings = self._settings()
        with self._lock:
            if self._line is None or self._line.settings != settings:
                self._line = ProviderLine(settings, self._room.clock)
            return self._line

    def _begun(self, kept: str) -> _Begun:
        try:
            opened = unseal_bytes(self._key, base64.urlsafe_b64decode(kept))
            begun = msgspec.json.decode(opened or b"", type=_Begun)
        except (ValueError, msgspec.MsgspecError):
            raise KnownError("hub.provider_late") from None
        if begun.until <= self._room.now():
            raise KnownError("hub.provider_late")
        return begun

    def _person(self, line: ProviderLine, proof: wire.Proof, client: str, nonce: str) -> Person:
        if not 0 < len(proof.code) <= _LONGEST_CODE:
            raise KnownError("hub.provider_refused")
        tokens = line.exchange(proof, client)
        expected = Expected(
            issuer=line.settings.issuer,
            client=client,
            nonce=nonce,
            now=self._room.clock(),
        )
        try:
            return read_token(tokens.id_token, tokens.access_token, line.keys(), expected)
        except UnknownKey:
            keys = line.keys(afresh=True)
        try:
            return read_token(tokens.id_token, tokens.access_token, keys, expected)
        except UnknownKey as error:
            raise KnownError("hub.provider_refused") from error

    def _find(
        self, settings: ProviderSettings, person: Person, nonce: str, wanted: str = ""
    ) -> "sa.Row[Any]":
        """Return who a person is here, once for each nonce; `wanted` is who it must be."""

        def work(connection: sa.Connection) -> "sa.Row[Any]":
            _use_up(connection, nonce, person, self._room.now())
            mine = sa.select(user).where(user.c.subject == person.subject)
            row = connection.execute(mine).first() or _tie(connection, settings, person)
            if row is None:
                raise KnownError("hub.provider_unknown")
            if row.closed is not None:
                raise KnownError("hub.closed_user")
            if wanted and row.id != wanted:
                raise KnownError("hub.provider_other")
            return row

        return self._room.write(work)


def _provider(line: ProviderLine, client: str) -> wire.Provider:
    return wire.Provider(
        issuer=line.settings.issuer,
        authorize=line.describe().authorization_endpoint,
        client=client,
        scopes=line.settings.scopes,
    )


def _use_up(connection: sa.Connection, nonce: str, person: Person, now: int) -> None:
    """Let what was said with a nonce count once, as long as it would count at all."""
    connection.execute(sa.delete(used).where(used.c.expires <= now))
    name = hashed(nonce)
    if connection.execute(sa.select(used.c.nonce).where(used.c.nonce == name)).first():
        raise KnownError("hub.provider_refused")
    row = {"nonce": name, "device": new_id(), "expires": to_wall(person.expires)}
    connection.execute(sa.insert(used), row)


def _tie(
    connection: sa.Connection, settings: ProviderSettings, person: Person
) -> "sa.Row[Any] | None":
    """Tie the user whose login the provider's claim says to the person, the first time only."""
    said = person.claims.get(settings.claim) if settings.claim else None
    if not isinstance(said, str) or not said.strip():
        return None
    if settings.claim == "email" and person.claims.get("email_verified") is not True:
        return None
    mine = sa.select(user).where(user.c.login == _login(said), user.c.subject.is_(None))
    row = connection.execute(mine).first()
    if row is not None:
        changed = sa.update(user).where(user.c.id == row.id).values(subject=person.subject)
        connection.execute(changed)
    return row


def _login(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip()).casefold()
