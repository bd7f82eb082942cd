"""Computers: taken in with a code that works once, signing in with their own key, revoked."""

import secrets
from datetime import datetime, timedelta
from typing import Any

import msgspec
import sqlalchemy as sa

from app.domain.ids import new_id
from app.errors import KnownError
from app.hub.attempts import Attempts
from app.hub.farewell import Farewell
from app.hub.oidc import REFUSED, SignIns
from app.hub.room import Caller, Room, hashed, moment, only
from app.hub.tables import code, device, member, nonce, session, team, user
from app.hub.users import Users
from app.journal.clock import from_wall
from app.sync import signing
from app.sync.wire import Enrol, Parked, Revocation, SignedIn, SignIn

# No letter or digit that is taken for another: about 49 bits, good for two days.
_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_CODE_LENGTH = 10
_CODE_LIFE = timedelta(hours=48)
_CODE_TRIES = 5
_NONCE_LIFE = timedelta(minutes=1)
_SESSION_LIFE = timedelta(hours=12)
_LONGEST_NAME = 200
# A code is used up by tries that fail like this.
_GUESSED = REFUSED | {"hub.wrong_password"}


class Device(msgspec.Struct, frozen=True, kw_only=True):
    """A computer as a list shows it; it was `revoked`, or is `gone` by itself.

    One that was `away` for long only sends until somebody lets it read again.
    """

    id: str
    login: str
    name: str
    program: str
    made: datetime | None
    seen: datetime | None
    revoked: datetime | None
    gone: datetime | None
    away: datetime | None


class Devices:
    """The computers of the hub's users, and who is signed in."""

    def __init__(
        self,
        room: Room,
        users: Users,
        attempts: Attempts,
        farewell: Farewell,
        sign_ins: SignIns,
    ) -> None:
        self._room = room
        self._users = users
        self._attempts = attempts
        self._farewell = farewell
        self._sign_ins = sign_ins

    def invite(self, login: str) -> str:
        """Return a code with which the user takes one computer in, within 48 hours."""
        made = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
        found = sa.select(user.c.id).where(
            user.c.login == login.strip().casefold(), user.c.closed.is_(None)
        )

        def work(connection: sa.Connection) -> None:
            who = only(connection.execute(found).first(), "hub.no_user").id
            connection.execute(sa.delete(code).where(code.c.expires <= self._room.now()))
            expires = self._room.now(_CODE_LIFE)
            row = {"code": hashed(made), "user": who, "expires": expires, "tries": 0}
            connection.execute(sa.insert(code), row)

        self._room.write(work)
        return made

    def enrol(self, ask: Enrol, origin: str) -> tuple[str, str, str]:
        """Take a computer in; return its id, and the user's id and name.

        `origin` is the address that asks: it is throttled. Raises KnownError "hub.bad_code",
        "hub.wrong_password", "hub.choose_password", "hub.bad_device_key",
        "hub.too_many_attempts", and as SignIns.vouch.
        """
        self._attempts.check(f"enrol {origin}")
        if not signing.is_public_key(ask.key):
            raise KnownError("hub.bad_device_key")
        given = hashed("".join(ask.code.split()).upper())
        found = sa.select(user, code.c.tries).join(user, user.c.id == code.c.user)
        valid = (code.c.code == given) & (code.c.expires > self._room.now())
        with self._room.reading() as connection:
            row = connection.execute(found.where(valid, user.c.closed.is_(None))).first()
        if row is None:
            self._attempts.failed(f"enrol {origin}")
            raise KnownError("hub.bad_code")
        try:
            self._prove(ask, row)
        except KnownError as error:
            if error.key in _GUESSED:
                self._attempts.failed(f"enrol {origin}")
                self._use_up(given, row.tries + 1)
            raise
        return self._add(ask, given, row.id), row.id, row.name

    def _prove(self, ask: Enrol, row: "sa.Row[Any]") -> None:
        """Make sure that the user is who asks: by the provider's word, or a password."""
        if ask.proof is not None:
            self._sign_ins.vouch(row.id, ask.proof, ask.key)
        elif not self._users.password_fits(row.password, ask.password):
            raise KnownError("hub.wrong_password")
        elif self._users.must_choose(row.id):
            raise KnownError("hub.choose_password")

    def _use_up(self, given: bytes, tries: int) -> None:
        mine = code.c.code == given
        spoiled: Any = sa.update(code).where(mine).values(tries=tries)
        if tries >= _CODE_TRIES:
            spoiled = sa.delete(code).where(mine)
        self._room.write(lambda connection: connection.execute(spoiled))

    def _add(self, ask: Enrol, given: bytes, who: str) -> str:
        now = self._room.now()
        row = {"id": new_id(), "user": who, "key": ask.key, "made": now}
        row |= {"name": _short(ask.name), "program": _short(ask.program)}

        def work(connection: sa.Connection) -> None:
            used = connection.execute(sa.delete(code).where(code.c.code == given))
            if used.rowcount != 1:
                raise KnownError("hub.bad_code")
            same = sa.select(device.c.id).where(device.c.key == ask.key)
            if connection.execute(same).first() is not None:
                raise KnownError("hub.bad_device_key")
            connection.execute(sa.insert(device), row)

        self._room.write(work)
        return str(row["id"])

    def challenge(self, who: str) -> bytes:
        """Return what a computer must sign; one that is unknown gets something, too."""
        made, now = signing.new_nonce(), self._room.now()
        row = {"nonce": made, "device": who, "expires": self._room.now(_NONCE_LIFE)}

        def work(connection: sa.Connection) -> None:
            connection.execute(sa.delete(nonce).where(nonce.c.expires <= now))
            known = sa.select(device.c.id).where(device.c.id == who)
            if connection.execute(known).first() is not None:
                connection.execute(sa.insert(nonce), row)

        self._attempts.check(f"device {who}")
        self._room.write(work)
        return made

    def sign_in(self, ask: SignIn) -> SignedIn:
        """Begin a session of twelve hours.

        Raises KnownError "hub.bad_signature", "hub.revoked", "hub.too_many_attempts".
        """
        self._attempts.check(f"device {ask.device}")
        token, expires = secrets.token_urlsafe(32), self._room.now(_SESSION_LIFE)
        now = self._room.now()
        text = signing.sign_in_text(self._farewell.hub, ask.device, ask.nonce)

        def work(connection: sa.Connection) -> bool:
            row = self.shown(connection, ask, text)
            if row is None:
                return False
            self._farewell.check(row, row.closed)
            connection.execute(sa.delete(session).where(session.c.expires <= now))
            begun = {"token": hashed(token), "device": ask.device, "expires": expires}
            connection.execute(sa.insert(session), begun)
            self._farewell.meet(connection, row)
            return True

        if not self._room.write(work):
            self._attempts.failed(f"device {ask.device}")
            raise KnownError("hub.bad_signature")
        return SignedIn(token=token, expires=from_wall(expires))

    def shown(
        self, connection: sa.Connection, ask: SignIn | Parked, text: bytes
    ) -> sa.Row[Any] | None:
        """Return a computer that signed a text with a fresh nonce, which is used up by it.

        `closed` of the row is when its user was let in no more; None for any other computer.
        """
        mine = (nonce.c.nonce == ask.nonce) & (nonce.c.device == ask.device)
        valid = sa.delete(nonce).where(mine, nonce.c.expires > self._room.now())
        fresh = connection.execute(valid).rowcount == 1
        query = sa.select(device, user.c.closed).join(user, user.c.id == device.c.user)
        row = connection.execute(query.where(device.c.id == ask.device)).first()
        if row is None or not fresh or not signing.verify(row.key, ask.signature, text):
            return None
        return row

    def revocation(self, ask: SignIn) -> Revocation:
        """Return the word for it that a computer was revoked, to the computer itself.

        Raises KnownError "hub.bad_signature", "hub.not_revoked", "hub.too_many_attempts".
        """
        self._attempts.check(f"device {ask.device}")
        text = signing.sign_in_text(self._farewell.hub, ask.device, ask.nonce)
        row = self._room.write(lambda connection: self.shown(connection, ask, text))
        if row is None:
            self._attempts.failed(f"device {ask.device}")
            raise KnownError("hub.bad_signature")
        word = self._farewell.word(row, row.closed)
        if word is None:
            raise KnownError("hub.not_revoked")
        return word

    def identify(self, token: str) -> Caller:
        """Return who calls with a token; KnownError "hub.not_signed_in", "hub.revoked"."""
        query = (
            sa.select(
                session.c.expires,
                device.c.revoked,
                device.c.gone,
                device.c.away,
                device.c.why,
                device.c.id,
                user.c.id.label("user"),
                *(user.c.name, user.c.role, user.c.closed),
            )
            .join(device, device.c.id == session.c.device)
            .join(user, user.c.id == device.c.user)
            .where(session.c.token == hashed(token))
        )
        with self._room.reading() as connection:
            row = connection.execute(query).first()
            if row is None or row.expires <= self._room.now():
                raise KnownError("hub.not_signed_in")
            self._farewell.check(row, row.closed)
            teams = sa.select(team.c.id, team.c.name).join(member, member.c.team == team.c.id)
            mine = teams.where(member.c.user == row.user).order_by(team.c.name)
            found = {each.id: each.name for each in connection.execute(mine)}
        return Caller(
            device=row.id,
            user=row.user,
            name=row.name,
            role=row.role,
            teams=found,
            only_sends=row.away is not None,
        )

    def key_of(self, connection: sa.Connection, who: str) -> bytes:
        """Return a computer's public key; KnownError("hub.revoked") if it is let in no more."""
        still = device.c.revoked.is_(None) & device.c.gone.is_(None)
        mine = sa.select(device.c.key).where(device.c.id == who, still)
        return bytes(only(connection.execute(mine).first(), "hub.revoked").key)

    def revoke(self, which: str, why: str = "") -> None:
        """Let a computer in no more; raises as Farewell.revoke."""
        self._farewell.revoke(which, why)

    def all(self) -> tuple[Device, ...]:
        """Return every computer, by user and name."""
        query = sa.select(device, user.c.login).join(user, user.c.id == device.c.user)
        with self._room.reading() as connection:
            rows = connection.execute(query.order_by(user.c.login, device.c.made)).all()
        return tuple(
            Device(
                id=row.id,
                login=row.login,
                name=row.name,
                program=row.program,
                made=moment(row.made),
                seen=moment(row.seen),
                revoked=moment(row.revoked),
                gone=moment(row.gone),
                away=moment(row.away),
            )
            for row in rows
        )


def _short(text: str) -> str:
    return "".join(c for c in text if c.isprintable())[:_LONGEST_NAME]
