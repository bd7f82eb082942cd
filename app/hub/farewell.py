"""Computers that the hub lets in no more: revoked with a signed word, or gone by themselves."""

from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.errors import KnownError
from app.hub.retention import kept_days
from app.hub.room import Caller, Room, moment, only
from app.hub.tables import device, session
from app.sync.revoking import Revoked, revocation
from app.sync.signing import SigningKey, hub_id
from app.sync.wire import Revocation


class Farewell:
    """Revokes computers, and shows them so that they need take nobody's word for it."""

    def __init__(self, room: Room, key: SigningKey, parking: X25519PrivateKey) -> None:
        self._room = room
        self._key = key
        self.hub = hub_id(key.public)
        self.parking = parking

    def revoke(self, which: str, why: str = "") -> None:
        """Let a computer in no more; its sessions end. KnownError("hub.no_device").

        `why` is told to the computer: it is for whoever sits before it.
        """
        self._end(which, {"revoked": self._room.now(), "why": why.strip()}, device.c.revoked)

    def meet(self, connection: sa.Connection, computer: Any) -> None:
        """Note that a computer is here; one that was away for long may only send from now on."""
        long = timedelta(days=kept_days(connection)["contact"])
        values = {"seen": self._room.now()}
        if computer.seen is not None and computer.seen < self._room.now(-long):
            values["away"] = computer.seen
        mine = device.c.id == computer.id
        connection.execute(sa.update(device).where(mine).values(**values))

    def readmit(self, which: str) -> None:
        """Let a computer read again that was away for long; KnownError("hub.no_device")."""

        def work(connection: sa.Connection) -> None:
            mine = device.c.id == which
            only(connection.execute(sa.select(device.c.id).where(mine)).first(), "hub.no_device")
            here = {"away": None, "seen": self._room.now()}
            connection.execute(sa.update(device).where(mine).values(**here))

        self._room.write(work)

    def leave(self, caller: Caller) -> None:
        """Take note that a computer has left by itself; its sessions end."""
        self._end(caller.device, {"gone": self._room.now()}, device.c.gone)

    def _end(self, which: str, values: dict[str, Any], once: "sa.Column[int]") -> None:
        def work(connection: sa.Connection) -> None:
            mine = device.c.id == which
            only(connection.execute(sa.select(device.c.id).where(mine)).first(), "hub.no_device")
            connection.execute(sa.update(device).where(mine, once.is_(None)).values(**values))
            connection.execute(sa.delete(session).where(session.c.device == which))

        self._room.write(work)

    def check(self, computer: Any, closed: int | None) -> None:
        """Raise "hub.revoked" with the hub's signed word for it, or "hub.gone"."""
        word = self.word(computer, closed)
        if word is not None:
            raise Revoked(word)
        if computer.gone is not None:
            raise KnownError("hub.gone")

    def word(self, computer: Any, closed: int | None) -> Revocation | None:
        """Return the hub's signed word that a computer is let in no more, None if it is.

        `computer` is its row in the table of devices; `closed` is when its user was let in
        no more.
        """
        at = moment(computer.revoked if computer.revoked is not None else closed)
        if at is None:
            return None
        key = self.parking.public_key().public_bytes_raw()
        return revocation(self._key, computer.id, at, computer.why or "", key)
