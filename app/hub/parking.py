"""What revoked computers had not sent: kept sealed, until an administrator opens it."""

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from app.errors import KnownError
from app.hub.access import AccessLog
from app.hub.attempts import Attempts
from app.hub.blobs import Blobs
from app.hub.devices import Devices
from app.hub.farewell import Farewell
from app.hub.intake import Intake
from app.hub.room import Caller, Room, moment, only
from app.hub.tables import device, erased, parked, user
from app.journal import tables
from app.store.files import explained_files
from app.sync import signing, wire
from app.sync.parking import Part, unseal

# A computer that tries again begins a new lot; so many are kept of each.
_LOTS = 8
_OVERHEAD = 1024
_ID = re.compile(r"[0-9a-f]{32}")
_FILE = re.compile(r"([0-9a-f]{32})-([0-9a-f]{32})-(\d{4})-(\d{4})\.sealed")


class Lot(msgspec.Struct, frozen=True, kw_only=True):
    """What one computer parked at one time; `parts` of `total` have come."""

    id: str
    device: str
    login: str
    computer: str
    at: datetime | None
    parts: int
    total: int
    bytes: int
    taken: datetime | None


class Taken(msgspec.Struct, kw_only=True):
    """What came of a lot: actions by outcome, and blobs."""

    stored: int = 0
    duplicate: int = 0
    refused: int = 0
    blobs: int = 0


class Parking:
    """Keeps what revoked computers leave, and opens it; raises KnownError "hub.parked_..."."""

    def __init__(
        self, room: Room, devices: Devices, farewell: Farewell, intake: Intake, blobs: Blobs
    ) -> None:
        self._room = room
        self._devices = devices
        self._farewell = farewell
        self._intake = intake
        self._blobs = blobs
        self._attempts = Attempts(room)
        self._log = AccessLog(room)

    def take(self, part: wire.Parked) -> None:
        """Keep a part from a computer that signed it, and that was revoked.

        Raises KnownError "hub.bad_signature", "hub.not_revoked", "hub.too_large",
        "hub.too_many_attempts".
        """
        place = (part.number, part.total)
        _check(part.lot, place, len(part.data))
        who = f"device {part.device}"
        self._attempts.check(who)
        hub = self._farewell.hub
        text = signing.parking_text(hub, part.device, part.nonce, part.lot, place, part.data)

        def work(connection: sa.Connection) -> bool:
            row = self._devices.shown(connection, part, text)
            if row is None:
                return False
            if self._farewell.word(row, row.closed) is None:
                raise KnownError("hub.not_revoked")
            self._keep(connection, part.device, part.lot, place, part.data)
            return True

        if not self._room.write(work):
            self._attempts.failed(who)
            raise KnownError("hub.bad_signature")

    def add(self, file: Path) -> None:
        """Keep a part that was carried here from the data folder of a revoked computer.

        Raises KnownError "hub.parked_damaged" for a file that was not sealed for this hub.
        """
        named = _FILE.fullmatch(file.name)
        if named is None:
            raise KnownError("hub.parked_damaged")
        which, lot, place = named[1], named[2], (int(named[3]), int(named[4]))
        with explained_files():
            data = file.read_bytes()
        unseal(data, self._farewell.parking, (self._farewell.hub, which, lot), place)

        def work(connection: sa.Connection) -> None:
            known = sa.select(device.c.id).where(device.c.id == which)
            only(connection.execute(known).first(), "hub.no_device")
            self._keep(connection, which, lot, place, data)

        self._room.write(work)

    def _keep(
        self, connection: sa.Connection, which: str, lot: str, place: tuple[int, int], data: bytes
    ) -> None:
        lots = sa.select(parked.c.lot).where(parked.c.device == which).distinct()
        known = set(connection.scalars(lots))
        if lot not in known and len(known) >= _LOTS:
            raise KnownError("hub.too_large")
        mine = (parked.c.lot == lot) & (parked.c.number == place[0])
        connection.execute(sa.delete(parked).where(mine, parked.c.device == which))
        row = {"device": which, "lot": lot, "number": place[0], "total": place[1]}
        connection.execute(sa.insert(parked), row | {"at": self._room.now(), "data": data})

    def all(self) -> tuple[Lot, ...]:
        """Return what lies there, oldest first."""
        columns = (parked.c.lot, parked.c.device, user.c.login, device.c.name)
        query = (
            sa.select(
                *columns,
                sa.func.min(parked.c.at).label("at"),
                sa.func.count().label("parts"),
                sa.func.max(parked.c.total).label("total"),
                sa.func.sum(sa.func.length(parked.c.data)).label("bytes"),
                sa.func.max(parked.c.taken).label("taken"),
            )
            .outerjoin(device, device.c.id == parked.c.device)
            .outerjoin(user, user.c.id == device.c.user)
            .group_by(*columns)
        )
        with self._room.reading() as connection:
            rows = connection.execute(query.order_by(sa.text("at"))).all()
        return tuple(_lot(row) for row in rows)

    def open(self, lot: str) -> Iterator[Part]:
        """Yield the parts of a lot; it is noted for each case that something of it was shown.

        What was erased by law is left out. Raises KnownError "hub.no_parked",
        "hub.parked_damaged", "hub.parked_parts" (some have not come).
        """
        for number in range(1, self._whole(lot) + 1):
            yield self._part(lot, number)

    def _whole(self, lot: str) -> int:
        query = sa.select(sa.func.count(), sa.func.max(parked.c.total)).where(parked.c.lot == lot)
        with self._room.reading() as connection:
            count, total = connection.execute(query).one()
        if not count:
            raise KnownError("hub.no_parked")
        if count != total:
            raise KnownError("hub.parked_parts", count=count, total=total)
        return int(count)

    def _part(self, lot: str, number: int) -> Part:
        mine = sa.select(parked).where(parked.c.lot == lot, parked.c.number == number)
        with self._room.reading() as connection:
            row = only(connection.execute(mine).first(), "hub.no_parked")
        whose = (self._farewell.hub, row.device, lot)
        part = unseal(row.data, self._farewell.parking, whose, (number, row.total))
        gone = self._note({*(a.scope for a in part.actions), *(t.scope for t in part.texts)})
        return msgspec.structs.replace(
            part,
            actions=tuple(each for each in part.actions if each.scope not in gone),
            texts=tuple(each for each in part.texts if each.scope not in gone),
        )

    def _note(self, scopes: set[str]) -> set[str]:
        """Note that something of these was shown; return those that were erased by law."""
        known = tables.scope
        query = (
            sa.select(known.c.number, known.c.id, erased.c.scope.label("erased"))
            .outerjoin(erased, erased.c.scope == known.c.number)
            .where(known.c.id.in_(sorted(scopes)))
        )

        def work(connection: sa.Connection) -> set[str]:
            rows = connection.execute(query).all()
            for row in rows:
                if row.erased is None:
                    self._log.note(connection, None, None, "parked", row.number)
            return {row.id for row in rows if row.erased is not None}

        return self._room.write(work) if scopes else set()

    def take_in(self, lot: str) -> Taken:
        """Take the actions and blobs of a lot in, as if the computer had sent them in time.

        What is refused goes into quarantine as always. Texts under way are no values: they are
        only shown. Raises as `open`.
        """
        done, caller = Taken(), self._caller(lot)
        pieces: dict[str, bytearray] = {}
        for part in self.open(lot):
            for parcel in part.actions:
                again = partial(self._intake.again, caller=caller, raw=msgspec.json.encode(parcel))
                outcome = self._room.write(again).outcome
                setattr(done, outcome, getattr(done, outcome) + 1)
            if part.sha256:
                pieces.setdefault(part.sha256, bytearray()).extend(part.data)
        for sha256, data in pieces.items():
            if hashlib.sha256(data).hexdigest() == sha256:
                self._blobs.keep(caller.user, sha256, bytes(data))
                done.blobs += 1
        taken = sa.update(parked).where(parked.c.lot == lot).values(taken=self._room.now())
        self._room.write(lambda connection: connection.execute(taken))
        return done

    def _caller(self, lot: str) -> Caller:
        query: sa.Select[Any] = (
            sa.select(device.c.id, device.c.user, user.c.name, user.c.role)
            .join(parked, parked.c.device == device.c.id)
            .join(user, user.c.id == device.c.user)
            .where(parked.c.lot == lot)
        )
        with self._room.reading() as connection:
            row = only(connection.execute(query.limit(1)).first(), "hub.no_parked")
        return Caller(device=row.id, user=row.user, name=row.name, role=row.role, teams={})


def _check(lot: str, place: tuple[int, int], size: int) -> None:
    number, total = place
    if not _ID.fullmatch(lot) or not 1 <= number <= total:
        raise KnownError("hub.bad_request")
    if total > wire.PARKED_PARTS or size > wire.PARKED_BYTES + _OVERHEAD:
        raise KnownError("hub.too_large")


def _lot(row: Any) -> Lot:
    return Lot(
        id=row.lot,
        device=row.device,
        login=row.login or "",
        computer=row.name or "",
        at=moment(row.at),
        parts=row.parts,
        total=row.total,
        bytes=row.bytes,
        taken=moment(row.taken),
    )
