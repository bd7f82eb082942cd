"""Erasures by law: which computers are to erase what, and which have said that they did.

What a computer has not confirmed may still lie on it: it was not seen since, or it is lost.
Copies for safety are no computers: they hold what was erased until they expire.
"""

from collections.abc import Collection
from datetime import datetime

import msgspec
import sqlalchemy as sa

from app.errors import KnownError
from app.hub.room import Caller, Room, moment
from app.hub.tables import device, erased, erasure, user
from app.journal import tables
from app.sync.wire import ERASED_SCOPES


class Unconfirmed(msgspec.Struct, frozen=True, kw_only=True):
    """A computer that has not said that it erased; let in no more if `revoked` or gone."""

    device: str
    login: str
    computer: str
    seen: datetime | None
    revoked: bool


class Erasure(msgspec.Struct, frozen=True, kw_only=True):
    """A citizen or case that was erased: when, why, by how many computers, and by whom not."""

    scope: str
    at: datetime | None
    why: str
    confirmed: int
    missing: tuple[Unconfirmed, ...]


class Erasures:
    """Notes and lists who has erased what."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def confirm(self, caller: Caller, scopes: Collection[str]) -> None:
        """Note that a computer has erased scopes; those that were not to be erased say nothing.

        Raises KnownError("hub.bad_request") for more than 500.
        """
        if len(scopes) > ERASED_SCOPES:
            raise KnownError("hub.bad_request")
        now, known = self._room.now(), tables.scope
        wanted = (
            sa.select(erased.c.scope)
            .join(known, known.c.number == erased.c.scope)
            .where(known.c.id.in_(sorted(scopes)))
        )

        def work(connection: sa.Connection) -> None:
            for scope in connection.scalars(wanted).all():
                mine = (erasure.c.scope == scope) & (erasure.c.device == caller.device)
                connection.execute(sa.delete(erasure).where(mine))
                row = {"scope": scope, "device": caller.device, "confirmed": now}
                connection.execute(sa.insert(erasure), row)

        self._room.write(work)

    def all(self) -> tuple[Erasure, ...]:
        """Return every erasure, newest first."""
        known = tables.scope
        query = sa.select(erased, known.c.id).join(known, known.c.number == erased.c.scope)
        with self._room.reading() as connection:
            rows = connection.execute(query.order_by(erased.c.at.desc(), known.c.id)).all()
            done = {row.scope: row.computers for row in connection.execute(_CONFIRMED)}
            missing: dict[int, list[Unconfirmed]] = {}
            for each in connection.execute(_MISSING):
                one = Unconfirmed(
                    device=each.id,
                    login=each.login or "",
                    computer=each.name or "",
                    seen=moment(each.seen),
                    revoked=each.revoked is not None or each.gone is not None,
                )
                missing.setdefault(each.scope, []).append(one)
        return tuple(
            Erasure(
                scope=row.id,
                at=moment(row.at),
                why=row.why,
                confirmed=done.get(row.scope, 0),
                missing=tuple(missing.get(row.scope, ())),
            )
            for row in rows
        )


_CONFIRMED = (
    sa.select(erasure.c.scope, sa.func.count().label("computers"))
    .where(erasure.c.confirmed.is_not(None))
    .group_by(erasure.c.scope)
)
_MISSING = (
    sa.select(erasure.c.scope, device, user.c.login)
    .join(device, device.c.id == erasure.c.device)
    .outerjoin(user, user.c.id == device.c.user)
    .where(erasure.c.confirmed.is_(None))
    .order_by(user.c.login, device.c.made)
)


def await_erasure(connection: sa.Connection, scope: int, users: Collection[str]) -> None:
    """Note that every computer of some users is to erase a scope, inside a transaction."""
    connection.execute(sa.delete(erasure).where(erasure.c.scope == scope))
    theirs = sa.select(device.c.id).where(device.c.user.in_(sorted(users)), device.c.gone.is_(None))
    rows = [{"scope": scope, "device": each} for each in connection.scalars(theirs)]
    if rows:
        connection.execute(sa.insert(erasure), rows)
