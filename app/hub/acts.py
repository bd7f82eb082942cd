"""What was done on the administration's pages and by its commands: who, when, what and why."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import msgspec
import sqlalchemy as sa

from app.hub.room import Room, moment, next_number
from app.hub.tables import act, user

_MOST = 500


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One act; `what` names its word, `about` is a login, a team, a computer or a number.

    `login` is "" for a command at the server.
    """

    at: datetime | None
    login: str
    what: str
    about: str
    why: str


class Acts:
    """Writes and reads what was done."""

    def __init__(self, room: Room) -> None:
        self._room = room

    @contextmanager
    def doing(self, who: str | None, what: str, about: str = "", why: str = "") -> Iterator[None]:
        """Note what is done inside as an act of a user, in the transaction that does it.

        Without a user it is an act of whoever gives commands at the server.
        """
        with self._room.noting(lambda connection: self.note(connection, who, what, about, why)):
            yield

    def note(
        self, connection: sa.Connection, who: str | None, what: str, about: str = "", why: str = ""
    ) -> None:
        """Note an act, inside the transaction that does it."""
        row = {
            "number": next_number(connection, act),
            "at": self._room.now(),
            "user": who,
            "what": what,
            "about": about,
            "why": why,
        }
        connection.execute(sa.insert(act), row)

    def all(self) -> tuple[Act, ...]:
        """Return what was done, newest first; at most 500."""
        query = sa.select(act, user.c.login).outerjoin(user, user.c.id == act.c.user)
        with self._room.reading() as connection:
            rows = connection.execute(query.order_by(act.c.number.desc()).limit(_MOST)).all()
        return tuple(
            Act(
                at=moment(row.at),
                login=row.login or "",
                what=row.what,
                about=row.about,
                why=row.why,
            )
            for row in rows
        )
