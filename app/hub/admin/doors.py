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
from app.hub.tables import member, once, team, user, web_session
from app.sync.wire import Role

# A session ends after a working day, whatever is done in it.
_SESSION_LIFE = timedelta(hours=8)
_LONGEST_SECRET = 1000
LEADERS: frozenset[Role] = frozenset({"team_leader", "administrator"})
READERS: frozenset[Role] = LEADERS | {"reader"}


class Visitor(msgspec.Struct, frozen=True, kw_only=True):
    """Who is signed in; `teams` are the ids and names of the user's own teams.

    One who `must_choose` has a password that somebody else knows, and sees nothing until it
    is another; one who does not `enter` may only do that.
    """

    user: str
    login: str
    name: str
    role: Role
    teams: Mapping[str, str]
    must_choose: bool = False
    has_password: bool = True

    @property
    def enters(self) -> bool:
        """Tell whether the user may see figures, deadlines and letters."""
        return self.role in READERS

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

        Raises KnownError "hub.too_many_attempts", "hub.wrong_sign_in".
        """
        known = normalize("NFC", login.strip()).casefold()[:_LONGEST_SECRET]
        tries = (f"web {origin}", f"web {known}")
        for each in tries:
            self._attempts.check(each)
        with self._room.reading() as connection:
            given = sa.select(user, once.c.until).outerjoin(once, once.c.user == user.c.id)
            mine = given.where(user.c.login == known, user.c.closed.is_(None))
            row = connection.execute(mine).first()
        stored = row.password if row is not None and row.password else self._nobody
        fits = self._users.password_fits(stored, password[:_LONGEST_SECRET])
        if not fits or row is None or (row.until is not None and row.until <= self._room.now()):
            for each in tries:
                self._attempts.failed(each)
            raise KnownError("hub.wrong_sign_in")
        return self._begin(row.id)

    def _begin(self, who: str) -> str:
        token, now = new_token(), self._room.now()
        row = {"token": hashed(token), "user": who, "expires": self._room.now(_SESSION_LIFE)}

        def work(connection: sa.Connection) -> None:
            connection.execute(sa.delete(web_session).where(web_session.c.expires <= now))
            connection.execute(sa.insert(web_session), row)

        self._room.write(work)
        return token

    def check_origin(self, origin: str) -> None:
        """Raise KnownError("hub.too_many_attempts") for an address that failed too often."""
        self._attempts.check(f"web {origin}")

    def failed(self, origin: str) -> None:
        """Count a sign-in at the provider that failed."""
        self._attempts.failed(f"web {origin}")

    def let_in(self, who: str) -> str:
        """Begin a session of a user, by id, whom the provider has named; return its token.

        A password that was given out and never used is good no more: nobody needs it now.
        """
        with self._room.reading() as connection:
            given = connection.scalar(sa.select(once.c.user).where(once.c.user == who))
        if given is not None:
            self._room.write(lambda connection: _forget_given(connection, who))
        return self._begin(who)

    def visitor(self, token: str) -> Visitor:
        """Return whose session it is, as the user is now; KnownError("hub.web_signed_out")."""
        query = (
            sa.select(user, once.c.until)
            .join(web_session, web_session.c.user == user.c.id)
            .outerjoin(once, once.c.user == user.c.id)
            .where(web_session.c.token == hashed(token), user.c.closed.is_(None))
            .where(web_session.c.expires > self._room.now())
        )
        with self._room.reading() as connection:
            row = connection.execute(query).first()
            if row is None:
                raise KnownError("hub.web_signed_out")
            teams = sa.select(team.c.id, team.c.name).join(member, member.c.team == team.c.id)
            mine = teams.where(member.c.user == row.id).order_by(team.c.name)
            found = {each.id: each.name for each in connection.execute(mine)}
        return Visitor(
            user=row.id,
            login=row.login,
            name=row.name,
            role=row.role,
            teams=found,
            must_choose=row.until is not None,
            has_password=row.password is not None,
        )

    def choose_password(self, visitor: Visitor, before: str, password: str) -> None:
        """Give the visitor another password; everybody else who was signed in as them is out.

        Raises KnownError "hub.too_many_attempts" and as Users.choose_password.
        """
        tries = f"password {visitor.user}"
        self._attempts.check(tries)
        try:
            before, password = before[:_LONGEST_SECRET], password[:_LONGEST_SECRET]
            self._users.choose_password(visitor.login, before, password)
        except KnownError as error:
            if error.key == "hub.wrong_password":
                self._attempts.failed(tries)
            raise

    def begin(self, visitor: Visitor) -> str:
        """Begin another session of one who has just chosen a password; return its token."""
        return self._begin(visitor.user)

    def sign_out(self, token: str) -> None:
        """End a session; one that has ended stays so."""
        mine = sa.delete(web_session).where(web_session.c.token == hashed(token))
        self._room.write(lambda connection: connection.execute(mine))


def _forget_given(connection: sa.Connection, who: str) -> None:
    connection.execute(sa.delete(once).where(once.c.user == who))
    connection.execute(sa.update(user).where(user.c.id == who).values(password=None))


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
