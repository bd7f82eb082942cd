"""The hub's own list of users, with their teams, roles and passwords (argon2id)."""

import secrets
import unicodedata
from datetime import timedelta
from typing import Any

import msgspec
import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.domain.ids import new_id
from app.errors import KnownError
from app.hub.room import Room, only
from app.hub.tables import device, looked, member, once, session, team, user, web_session
from app.sync.wire import Role

ROLES: tuple[Role, ...] = ("visitator", "team_leader", "administrator", "reader")
SHORTEST_PASSWORD = 10
# A password that is given out has nothing that is taken for another: about 59 bits.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GIVEN_LIFE = timedelta(days=7)


class User(msgspec.Struct, frozen=True, kw_only=True):
    """A user as a list shows one; `teams` by name."""

    id: str
    login: str
    name: str
    role: Role
    teams: tuple[str, ...]
    closed: bool


class Users:
    """Users and teams; raises KnownError "hub.no_user", "hub.no_team" and the like."""

    def __init__(self, room: Room, hasher: PasswordHasher | None = None) -> None:
        self._room = room
        self._hasher = hasher or PasswordHasher()

    def add(self, login: str, name: str, role: str, password: str = "") -> str:
        """Take a user in and return the id; without a password nobody can enrol with it."""
        row: dict[str, Any] = {
            "id": new_id(),
            "login": _login(login),
            "name": _named(name),
            "role": _role(role),
            "password": self._hash(password) if password else None,
            "made": self._room.now(),
        }

        def work(connection: sa.Connection) -> None:
            same = sa.select(user.c.id).where(user.c.login == row["login"])
            if connection.execute(same).first() is not None:
                raise KnownError("hub.login_taken")
            connection.execute(sa.insert(user), row)

        self._room.write(work)
        return str(row["id"])

    def set_password(self, login: str, password: str) -> None:
        """Give a user another password of the user's own, and end nobody's session."""
        self._change(login, password=self._hash(password))
        who = sa.select(user.c.id).where(user.c.login == _login(login)).scalar_subquery()
        self._room.write(lambda c: c.execute(sa.delete(once).where(once.c.user == who)))

    def hand_out_password(self, login: str) -> str:
        """Give a user a password for one sign-in within 7 days, and return it.

        The sessions of the user's browsers end. KnownError("hub.no_user").
        """
        made = "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
        stored, until = self._hash(made), self._room.now(_GIVEN_LIFE)
        found = sa.select(user.c.id).where(user.c.login == _login(login), user.c.closed.is_(None))

        def work(connection: sa.Connection) -> None:
            who = only(connection.execute(found).first(), "hub.no_user").id
            connection.execute(sa.update(user).where(user.c.id == who).values(password=stored))
            connection.execute(sa.delete(once).where(once.c.user == who))
            connection.execute(sa.insert(once), {"user": who, "until": until})
            connection.execute(sa.delete(web_session).where(web_session.c.user == who))

        self._room.write(work)
        return made

    def must_choose(self, who: str) -> bool:
        """Tell whether a user, by id, has a password that somebody else knows."""
        with self._room.reading() as connection:
            mine = sa.select(once.c.user).where(once.c.user == who)
            return connection.scalar(mine) is not None

    def choose_password(self, login: str, before: str, password: str) -> None:
        """Let a user choose another password; all sessions of the user's browsers end.

        Raises KnownError "hub.wrong_password", "hub.same_password", "hub.short_password".
        """
        found: sa.Select[Any] = sa.select(user.c.id, user.c.password).where(
            user.c.login == _login(login)
        )
        with self._room.reading() as connection:
            row = only(connection.execute(found).first(), "hub.no_user")
        if not self.password_fits(row.password, before):
            raise KnownError("hub.wrong_password")
        if _normal(before) == _normal(password):
            raise KnownError("hub.same_password")
        stored = self._hash(password)

        def work(connection: sa.Connection) -> None:
            mine = (user.c.id == row.id) & (user.c.password == row.password)
            if (
                connection.execute(sa.update(user).where(mine).values(password=stored)).rowcount
                != 1
            ):
                raise KnownError("hub.wrong_password")
            connection.execute(sa.delete(once).where(once.c.user == row.id))
            connection.execute(sa.delete(web_session).where(web_session.c.user == row.id))

        self._room.write(work)

    def set_role(self, login: str, role: str) -> None:
        """Give a user another role, from the next request on."""
        self._change(login, role=_role(role))

    def close(self, login: str) -> None:
        """Let a user in no more: sessions end, and no computer of theirs signs in."""
        found = sa.select(user.c.id).where(user.c.login == _login(login))

        def work(connection: sa.Connection) -> None:
            who = only(connection.execute(found).first(), "hub.no_user").id
            closed = sa.update(user).where(user.c.id == who, user.c.closed.is_(None))
            connection.execute(closed.values(closed=self._room.now()))
            theirs = sa.select(device.c.id).where(device.c.user == who).scalar_subquery()
            connection.execute(sa.delete(session).where(session.c.device.in_(theirs)))
            connection.execute(sa.delete(web_session).where(web_session.c.user == who))

        self._room.write(work)

    def open(self, login: str) -> None:
        """Let a user in again who was closed; computers that were revoked stay so."""
        self._change(login, closed=None)

    def _change(self, login: str, **values: object) -> None:
        found = sa.select(user.c.id).where(user.c.login == _login(login))

        def work(connection: sa.Connection) -> None:
            row = only(connection.execute(found).first(), "hub.no_user")
            connection.execute(sa.update(user).where(user.c.id == row.id).values(**values))
            connection.execute(sa.delete(looked).where(looked.c.user == row.id))

        self._room.write(work)

    def password_fits(self, stored: str | None, password: str) -> bool:
        """Tell whether a password is the one that was stored."""
        try:
            return stored is not None and self._hasher.verify(stored, _normal(password))
        except (VerificationError, InvalidHashError):
            return False

    def _hash(self, password: str) -> str:
        if len(password) < SHORTEST_PASSWORD:
            raise KnownError("hub.short_password", least=SHORTEST_PASSWORD)
        return self._hasher.hash(_normal(password))

    def all(self) -> tuple[User, ...]:
        """Return every user, by login."""
        teams = sa.select(member.c.user, team.c.name).join(team, team.c.id == member.c.team)
        with self._room.reading() as connection:
            of: dict[str, list[str]] = {}
            for row in connection.execute(teams.order_by(team.c.name)):
                of.setdefault(row.user, []).append(row.name)
            rows = connection.execute(sa.select(user).order_by(user.c.login)).all()
        return tuple(
            User(
                id=row.id,
                login=row.login,
                name=row.name,
                role=row.role,
                teams=tuple(of.get(row.id, ())),
                closed=row.closed is not None,
            )
            for row in rows
        )

    def add_team(self, name: str) -> str:
        """Make a team and return its id."""
        row = {"id": new_id(), "name": _named(name)}

        def work(connection: sa.Connection) -> None:
            same = sa.select(team.c.id).where(team.c.name == row["name"])
            if connection.execute(same).first() is not None:
                raise KnownError("hub.team_taken")
            connection.execute(sa.insert(team), row)

        self._room.write(work)
        return row["id"]

    def rename_team(self, name: str, new: str) -> None:
        """Give a team another name; KnownError "hub.no_team", "hub.team_taken"."""
        wanted = _named(new)

        def work(connection: sa.Connection) -> None:
            which = find_team(connection, name)
            same = sa.select(team.c.id).where(team.c.name == wanted, team.c.id != which)
            if connection.execute(same).first() is not None:
                raise KnownError("hub.team_taken")
            connection.execute(sa.update(team).where(team.c.id == which).values(name=wanted))

        self._room.write(work)

    def teams(self) -> tuple[tuple[str, int], ...]:
        """Return every team by name, with the number of its members."""
        count = sa.func.count(member.c.user)
        query = sa.select(team.c.name, count).outerjoin(member, member.c.team == team.c.id)
        with self._room.reading() as connection:
            rows = connection.execute(query.group_by(team.c.name).order_by(team.c.name)).all()
        return tuple((row[0], row[1]) for row in rows)

    def join(self, login: str, name: str, *, leave: bool = False) -> None:
        """Make a user a member of a team, or no longer one."""

        def work(connection: sa.Connection) -> None:
            found = sa.select(user.c.id).where(user.c.login == _login(login))
            who = only(connection.execute(found).first(), "hub.no_user").id
            where = find_team(connection, name)
            mine = (member.c.team == where) & (member.c.user == who)
            connection.execute(sa.delete(member).where(mine))
            if not leave:
                connection.execute(sa.insert(member), {"team": where, "user": who})
            connection.execute(sa.delete(looked).where(looked.c.user == who))

        self._room.write(work)


def find_team(connection: sa.Connection, name: str) -> str:
    """Return the id of a team; KnownError("hub.no_team")."""
    found = sa.select(team.c.id).where(team.c.name == unicodedata.normalize("NFC", name.strip()))
    return str(only(connection.execute(found).first(), "hub.no_team").id)


def find_user(connection: sa.Connection, login: str) -> str:
    """Return the id of a user who is not closed; KnownError("hub.no_user")."""
    found = sa.select(user.c.id).where(user.c.login == _login(login), user.c.closed.is_(None))
    return str(only(connection.execute(found).first(), "hub.no_user").id)


def workers(connection: sa.Connection, which: str) -> set[str]:
    """Return the users of a team who work with its cases: neither closed nor readers."""
    query = sa.select(member.c.user).join(user, user.c.id == member.c.user)
    mine = query.where(member.c.team == which, user.c.closed.is_(None), user.c.role != "reader")
    return set(connection.scalars(mine))


def _login(text: str) -> str:
    login = unicodedata.normalize("NFC", text.strip()).casefold()
    if not login or not login.isprintable():
        raise KnownError("hub.bad_name")
    return login


def _named(text: str) -> str:
    name = unicodedata.normalize("NFC", text.strip())
    if not name or not name.isprintable():
        raise KnownError("hub.bad_name")
    return name


def _role(text: str) -> Role:
    for role in ROLES:
        if role == text:
            return role
    raise KnownError("hub.bad_role", roles=", ".join(ROLES))


def _normal(password: str) -> bytes:
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
