"""Takes in what computers send: each action judged, stored once, and put into feeds."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from app.crashes import tell
from app.errors import KnownError
from app.hub.blob_rights import name_blob
from app.hub.devices import Devices
from app.hub.entitlement import note_sent
from app.hub.feeds import Item, announce, entitle, readers
from app.hub.judging import Judge
from app.hub.quarantine import Quarantine
from app.hub.room import Caller, Room
from app.hub.tables import case_team, entitled, epoch, origin
from app.journal import tables
from app.journal.checking import refold
from app.journal.names import Names
from app.journal.parcels import Parcel
from app.journal.receiving import Receiver
from app.sync import signing
from app.sync.wire import CHANGES_PATH, PUSH_CHANGES, Answer

_BLOB = re.compile(r"\b[0-9a-f]{64}\b")
_ID = re.compile(r"[0-9a-f]{32}")
# What is refused for good and not kept: it must be nowhere.
_NOT_KEPT = {"hub.erased"}


class _Sent(NamedTuple):
    """One action as it came: its bytes, and what could be read of them."""

    raw: bytes
    parcel: Parcel | None
    action: str
    scope: str


class Intake:
    """Takes in pushes."""

    def __init__(self, room: Room, devices: Devices, quarantine: Quarantine) -> None:
        self._room = room
        self._devices = devices
        self._quarantine = quarantine

    def push(
        self, caller: Caller, token: str, body: bytes, signature: bytes, actions: Sequence[bytes]
    ) -> tuple[Answer, ...]:
        """Take actions in and return an answer for each, in their order.

        `body` is what was signed, `actions` the JSON of each action in it. Raises KnownError
        "hub.reader_only", "hub.bad_signature", "hub.revoked", "hub.too_many_changes".
        """
        if caller.role == "reader":
            raise KnownError("hub.reader_only")
        text = signing.request_text("POST", CHANGES_PATH, token, body)
        with self._room.reading() as connection:
            key = self._devices.key_of(connection, caller.device)
        if not signing.verify(key, signature, text):
            raise KnownError("hub.bad_signature")
        sent = [_read(raw) for raw in actions]
        size = sum(len(each.parcel.changes) for each in sent if each.parcel)
        if (len(sent) > 1 and size > PUSH_CHANGES) or len(sent) > PUSH_CHANGES:
            raise KnownError("hub.too_many_changes", most=PUSH_CHANGES)
        return self._take(caller, sent)

    def again(self, connection: sa.Connection, caller: Caller, raw: bytes) -> Answer:
        """Judge an action once more that was refused, inside a transaction that writes.

        It was signed when it came. What is refused again is kept again.
        """
        batch = _Batch(self._room, self._quarantine, connection, caller)
        return batch.take([_read(raw)])[0]

    def _take(self, caller: Caller, sent: Sequence[_Sent]) -> tuple[Answer, ...]:
        try:
            return self._room.write(self._work(caller, sent))
        except KnownError:
            raise
        except Exception as error:
            if len(sent) == 1:
                tell(error)
                return self._room.write(self._give_up(caller, sent[0]))
            # Whatever it is, it must not stop the others.
            return tuple(answer for each in sent for answer in self._take(caller, [each]))

    def _work(
        self, caller: Caller, sent: Sequence[_Sent]
    ) -> Callable[[sa.Connection], tuple[Answer, ...]]:
        def work(connection: sa.Connection) -> tuple[Answer, ...]:
            self._devices.key_of(connection, caller.device)
            return _Batch(self._room, self._quarantine, connection, caller).take(sent)

        return work

    def _give_up(self, caller: Caller, one: _Sent) -> Callable[[sa.Connection], tuple[Answer, ...]]:
        def work(connection: sa.Connection) -> tuple[Answer, ...]:
            why = "hub.failed"
            self._quarantine.keep(connection, caller, (one.action, one.scope), why, one.raw)
            return (Answer(action=one.action, outcome="refused", why=why),)

        return work


class _Batch:
    """One push, inside its transaction."""

    def __init__(
        self, room: Room, quarantine: Quarantine, connection: sa.Connection, caller: Caller
    ) -> None:
        self._room = room
        self._quarantine = quarantine
        self._connection = connection
        self._caller = caller
        self._names = Names()
        self._receiver = Receiver(connection, self._names)
        self._judge = Judge(connection, caller)

    def take(self, sent: Sequence[_Sent]) -> tuple[Answer, ...]:
        """Take all in; what is refused leaves no trace but in the quarantine."""
        parcels = [each.parcel for each in sent if each.parcel is not None]
        self._judge.look_ahead(parcels)
        self._receiver.look_ahead(parcels)
        answers = [self._answer(each) for each in sent]
        self._receiver.settle()
        done = [(a, s.parcel) for a, s in zip(answers, sent, strict=True) if s.parcel]
        self._settle([parcel for answer, parcel in done if answer.outcome == "stored"])
        return tuple(answers)

    def _answer(self, each: _Sent) -> Answer:
        try:
            if each.parcel is None:
                raise KnownError("hub.unreadable")
            self._judge.check(each.parcel)
            receipt = self._receiver.receive(each.parcel)
            if receipt.error is not None:
                raise receipt.error
        except KnownError as error:
            if error.key not in _NOT_KEPT:
                place = (each.action, each.scope)
                keep = self._quarantine.keep
                keep(self._connection, self._caller, place, error.key, each.raw)
            return Answer(action=each.action, outcome="refused", why=error.key)
        if receipt.outcome == "stored":
            self._judge.stored(each.parcel)
        return Answer(action=each.action, outcome=receipt.outcome)

    def _settle(self, stored: Sequence[Parcel]) -> None:
        """Make everything that follows from the actions that were stored."""
        if not stored:
            return
        refold(self._connection, self._names, {key.id for key in self._receiver.keys})
        table = tables.action
        mine = table.c.id.in_([parcel.id for parcel in stored])
        rows = sa.select(table.c.id, table.c.number, table.c.scope, table.c.epoch).where(mine)
        known = {row.id: row for row in self._connection.execute(rows)}
        numbered = [(known[parcel.id], parcel) for parcel in stored]
        now = self._room.now()
        origins = [
            {
                "action": r.number,
                "user": self._caller.user,
                "device": self._caller.device,
                "at": now,
            }
            for r, _ in numbered
        ]
        self._connection.execute(sa.insert(origin), origins)
        self._count({(row.epoch, row.number): parcel for row, parcel in numbered}, now)
        self._name_blobs({(row.scope, sha) for row, p in numbered for sha in _blobs(p)})
        self._look_after({row.scope for row, parcel in numbered if _is_case(parcel)})
        self._announce([(row.scope, row.number, len(p.changes)) for row, p in numbered])

    def _count(self, stored: dict[tuple[int, int], Parcel], now: int) -> None:
        for which in sorted({number for number, _ in stored}):
            mine = [parcel for (number, _), parcel in stored.items() if number == which]
            last = max(parcel.first + len(parcel.changes) - 1 for parcel in mine)
            more = sum(len(parcel.changes) for parcel in mine)
            this = epoch.c.epoch == which
            before = self._connection.execute(sa.select(epoch).where(this)).first()
            row = {"epoch": which, "user": self._caller.user, "pushed": now}
            row["seq"] = max(last, before.seq if before else 0)
            row["changes"] = more + (before.changes if before else 0)
            self._connection.execute(sa.delete(epoch).where(this))
            self._connection.execute(sa.insert(epoch), row)

    def _name_blobs(self, pairs: set[tuple[int, str]]) -> None:
        for scope, sha256 in sorted(pairs):
            name_blob(self._connection, self._caller.user, scope, sha256)

    def _look_after(self, cases: set[int]) -> None:
        """A new case is looked after by the first team of who sent it."""
        team = next(iter(self._caller.teams), None)
        for scope in sorted(cases):
            mine = sa.select(case_team.c.scope).where(case_team.c.scope == scope)
            if team is not None and self._connection.scalar(mine) is None:
                row = {"scope": scope, "team": team}
                self._connection.execute(sa.insert(case_team), row)

    def _announce(self, actions: Sequence[tuple[int, int, int]]) -> None:
        """Put the actions into every reader's feed; who sent into a new scope reads it, too."""
        note_sent(self._connection, self._caller.user, {scope for scope, _, _ in actions})
        by_scope: dict[int, list[str]] = {}
        fresh: set[int] = set()
        for scope in sorted({scope for scope, _, _ in actions}):
            by_scope[scope] = readers(self._connection, scope)
            if not by_scope[scope] and _is_new(self._connection, scope):
                entitle(self._connection, self._caller.user, scope)
                fresh.add(scope)
        items = [
            (user, Item("action", scope, number, size))
            for scope, number, size in actions
            if scope not in fresh
            for user in by_scope[scope]
        ]
        announce(self._connection, items)


def _is_new(connection: sa.Connection, scope: int) -> bool:
    anyone = sa.select(entitled.c.user).where(entitled.c.scope == scope).limit(1)
    return connection.scalar(anyone) is None


def _is_case(parcel: Parcel) -> bool:
    return any(c.entity == "case" and c.record == parcel.scope for c in parcel.changes)


def _blobs(parcel: Parcel) -> set[str]:
    return {sha for change in parcel.changes for sha in _BLOB.findall(change.value or "")}


class _Named(msgspec.Struct):
    id: str = ""
    scope: str = ""


def _read(raw: bytes) -> _Sent:
    try:
        parcel = msgspec.json.decode(raw, type=Parcel)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _Sent(raw, None, *_ids(raw))
    return _Sent(raw, parcel, parcel.id, parcel.scope)


def _ids(raw: bytes) -> tuple[str, str]:
    """Return the ids in an action that could not be read, as far as they are ids."""
    try:
        found = msgspec.json.decode(raw, type=_Named)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return "", ""
    action, scope = (i if _ID.fullmatch(i) else "" for i in (found.id, found.scope))
    return action, scope
