"""The hub: everything that a server of the municipality does for its laptops, without HTTP."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import sqlalchemy as sa
from argon2 import PasswordHasher

from app.clock import Clock, system_clock
from app.hub import identity
from app.hub.access import AccessLog
from app.hub.acts import Acts
from app.hub.ageing import Ageing
from app.hub.attempts import Attempts
from app.hub.authority import SealAuthority
from app.hub.blobs import Blobs
from app.hub.cases import Cases
from app.hub.devices import Devices
from app.hub.engine import open_database
from app.hub.entitlement import Entitlement
from app.hub.erasures import Erasures
from app.hub.farewell import Farewell
from app.hub.feeds import Feeds
from app.hub.intake import Intake
from app.hub.oidc import SignIns
from app.hub.parking import Parking
from app.hub.places import Places
from app.hub.plan_lists import PlanLists
from app.hub.planning import Planning
from app.hub.quarantine import Quarantine
from app.hub.room import Caller, Room
from app.hub.shelf import Shelf
from app.hub.standards import Standards
from app.hub.tables import copied, epoch, erasure, session, user
from app.hub.users import Users
from app.journal import tables
from app.journal.journal import Journal
from app.journal.writer import Writer
from app.store.engine import tidy
from app.store.keys import DataKey
from app.sync import signing
from app.sync.wire import API, Answer, Digest, Enrol, Enrolled, EpochDigest, Hello

_EPOCHS = 100


class Hub:
    """One process of a hub; several may share a PostgreSQL database. Used from any thread.

    What it does is done by its parts: users, sign_ins, devices, feeds, blobs, cases, standards,
    planning, authority, log, acts, quarantine. `journal` is the record itself. Close it when it
    is not needed any more.
    """

    def __init__(
        self,
        folder: Path,
        key: DataKey,
        database: str = "",
        clock: Clock = system_clock,
        hasher: PasswordHasher | None = None,
        places: Places | None = None,
    ) -> None:
        self._engine = open_database(folder, key, database)
        self._writer = Writer(self._engine, None if database else tidy)
        self.room = Room(self._engine, self._writer, clock)
        try:
            self._signing = identity.signing_key(self.room, key)
            parking = identity.parking_key(self.room, key)
        except BaseException:
            self.close()
            raise
        self.id = signing.hub_id(self._signing.public)
        self.journal = Journal(self._engine, self._writer, clock)
        self.log = AccessLog(self.room)
        self.acts = Acts(self.room)
        self.users = Users(self.room, hasher)
        attempts = Attempts(self.room)
        self.farewell = Farewell(self.room, self._signing, parking)
        self.sign_ins = SignIns(self.room, key, self.id)
        self.devices = Devices(self.room, self.users, attempts, self.farewell, self.sign_ins)
        self.quarantine = Quarantine(self.room)
        self.intake = Intake(self.room, self.devices, self.quarantine)
        self.standards = Standards(self.room)
        self.shelf = Shelf(self.room, self.standards)
        entitlement = Entitlement(self.room, self.shelf.due_follow_ups)
        self.feeds = Feeds(self.room, self.log, entitlement.look)
        self.blobs = Blobs(self.room, places or Places())
        self.authority = SealAuthority(self.room, key, self.blobs)
        self.erasures = Erasures(self.room)
        self.ageing = Ageing(self.room, self.blobs)
        self.parking = Parking(self.room, self.devices, self.farewell, self.intake, self.blobs)
        self.cases = Cases(self.room, self.log, self.journal.parting, self.blobs.bury)
        self.planning = Planning(self.room, self.journal)
        self.plan_lists = PlanLists(self.room)

    def __enter__(self) -> "Hub":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Finish what is under way and let go of the database; twice does nothing."""
        self._writer.close()
        self._engine.dispose()

    def hello(self, nonce: bytes) -> Hello:
        """Say which hub this is, and show that it holds its key."""
        return Hello(
            hub=self.id,
            key=self._signing.public,
            name=identity.hub_name(self.room),
            api=API,
            server_time=self.room.clock(),
            signature=self._signing.sign(signing.hello_text(nonce)),
            ways=self.sign_ins.ways(),
        )

    def enrol(self, ask: Enrol, origin: str) -> Enrolled:
        """Take a computer in; raises as Devices.enrol."""
        device, who, name = self.devices.enrol(ask, origin)
        key = self._signing.public
        return Enrolled(device=device, user=who, user_name=name, hub=self.id, key=key)

    def push(
        self, caller: Caller, token: str, body: bytes, signature: bytes, actions: Sequence[bytes]
    ) -> tuple[Answer, ...]:
        """Take in what a computer sends; raises as Intake.push."""
        return self.intake.push(caller, token, body, signature, actions)

    def digest(self, caller: Caller) -> Digest:
        """Return what is here of the epochs of the caller's computers, newest first."""
        copies = sa.select(copied.c.epoch).where(copied.c.user == caller.user)
        at = (tables.change.c.epoch == epoch.c.epoch) & (tables.change.c.seq == epoch.c.seq)
        query = (
            sa.select(tables.epoch.c.id, epoch.c.seq, epoch.c.changes, tables.change.c.hash)
            .join(tables.epoch, tables.epoch.c.number == epoch.c.epoch)
            .join(tables.change, at)
            .where((epoch.c.user == caller.user) | epoch.c.epoch.in_(copies))
            .order_by(epoch.c.pushed.desc(), epoch.c.epoch.desc())
            .limit(_EPOCHS)
        )
        with self.room.reading() as connection:
            rows = connection.execute(query).all()
        return Digest(
            epochs=tuple(
                EpochDigest(epoch=row.id, seq=row.seq, changes=row.changes, hash=row.hash)
                for row in rows
            )
        )

    def statistics(self) -> dict[str, int]:
        """Return how much there is: of users, computers, actions, and of what is not confirmed."""
        counted = {
            "users": sa.select(sa.func.count()).select_from(user),
            "sessions": sa.select(sa.func.count(sa.distinct(session.c.device))).where(
                session.c.expires > self.room.now()
            ),
            "actions": sa.select(sa.func.count()).select_from(tables.action),
            "changes": sa.select(sa.func.sum(epoch.c.changes)),
            "cases": sa.select(sa.func.count()).select_from(tables.STATE["case"]),
            "unconfirmed": sa.select(sa.func.count(sa.distinct(erasure.c.device))).where(
                erasure.c.confirmed.is_(None)
            ),
        }
        with self.room.reading() as connection:
            return {name: int(connection.scalar(q) or 0) for name, q in counted.items()}
