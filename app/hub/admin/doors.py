"""Who is let in to the pages: sign-in by the hub's own list, sessions, and a form's token."""

import hmac
import secrets
from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property
from unicodedata import normalize

import msgspec
import sqlalchemy as sa
from argon2 import PasswordHasher

from app.errors import KnownError
from app.hub.attempts import Attempts
from app.hub.hub import Hub
from app.hub.room import hashed
from app.hub.tables import member, team, user, web_session
from app.sync.wire import Role

# A session ends after a working day, whatever is done in it.
_SESSION_LIFE = timedelta(hours=8)
_LONGEST_SECRET = 1000
LEADERS: frozenset[Role] = frozenset({"team_leader", "administrator"})
READERS: frozenset[Role] = LEADERS | {"reader"}


class Visitor(msgspec.Struct, frozen=True, kw_only=True):
    """Who is signed in; `teams` are the ids and names of the user's own teams."""

    user: str
    login: str
    name: str
    role: Role
    teams: Mapping[str, str]

    @property
    def leads(self) -> bool:
        """Tell whether the user may see more than figures and deadlines."""
        return self.role in LEADERS

    @property
    def administers(self) -> bool:
        """Tell whether the user may see and change every user and computer."""
        return self.role == "administrator"


class Doors:
    """Sessions of the pages; any process of the hub knows all of them."""

    def __init__(self, hub: Hub) -> None:
        self._room = hub.room
        self._users = hub.users
        self._attempts = Attempts(hub.room)

    @cached_property
    def _nobody(self) -> str:
        """What an unknown user's password is compared with: the answer takes as long."""
        return PasswordHasher().hash(new_token())

    def sign_in(self, login: str, password: str, origin: str) -> str:
        """Begin a session and return its token.

        Raises KnownError "hub.too_many_attempts", "hub.wrong_sign_in", "hub.not_for_role".
        """
        known = normalize("NFC", login.strip()).casefold()[:_LONGEST_SECRET]
        tries = (f"web {origin}", f"web {known}")
        for each in tries:
            self._attempts.check(each)
        with self._room.reading() as connection:
            mine = sa.select(user).where(user.c.login == known, user.c.closed.is_(None))
            row = connection.execute(mine).first()
        stored = row.password if row is not None and row.password else self._nobody
        if not self._users.password_fits(stored, password[:_LONGEST_SECRET]) or row is None:
            for each in tries:
                self._attempts.failed(each)
            raise KnownError("hub.wrong_sign_in")
        if row.role not in READERS:
            raise KnownError("hub.not_for_role")
        return self._begin(row.id)

    def _begin(self, who: str) -> str:
        token, now = new_token(), self._room.now()
        row = {"token": hashed(token), "user": who, "expires": self._room.now(_SESSION_LIFE)}

        def work(connection: sa.Connection) -> None:
            connection.execute(sa.delete(web_session).where(web_session.c.expires <= now))
            connection.execute(sa.insert(web_session), row)

        self._room.write(work)
        return token

    def visitor(self, token: str) -> Visitor:
        """Return whose session it is, as the user is now; KnownError("hub.web_signed_out")."""
        query = (
            sa.select(user)
            .join(web_session, web_session.c.user == user.c.id)
            .where(web_session.c.token == hashed(token), user.c.closed.is_(None))
            .where(web_session.c.expires > self._room.now())
        )
        with self._room.reading() as connection:
            row = connection.execute(query).first()
            if row is None or row.role not in READERS:
                raise KnownError("hub.web_signed_out")
            teams = sa.select(team.c.id, team.c.name).join(member, member.c.team == team.c.id)
            mine = teams.where(member.c.user == row.id).order_by(team.c.name)
            found = {each.id: each.name for each in connection.execute(mine)}
        return Visitor(user=row.id, login=row.login, name=row.name, role=row.role, teams=found)

    def sign_out(self, token: str) -> None:
        """End a session; one that has ended stays so."""
        mine = sa.delete(web_session).where(web_session.c.token == hashed(token))
        self._room.write(lambda connection: connection.execute(mine))


def new_token() -> str:
    """Return what a browser is known by."""
    return secrets.token_urlsafe(32)


def form_token(token: str) -> str:
    """Return what every form of a browser carries; another site can not know it."""
    return hmac.new(token.encode(), b"form", "sha256").hexdigest()


def check_form(token: str, given: str) -> None:
    """Raise KnownError("hub.foreign_form") unless the form was given to this browser."""
    fits = hmac.compare_digest(form_token(token).encode(), given.encode("utf-8", "replace"))
    if not token or not fits:
        raise KnownError("hub.foreign_form")
