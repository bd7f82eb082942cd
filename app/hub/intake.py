"""Takes in what computers send: each action judged, stored once, and put into feeds."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from app.crashes import tell
from app.errors import KnownError
from app.hub.booking import Booking, Stored, note_copy
from app.hub.devices import Devices
from app.hub.judging import Judge
from app.hub.quarantine import Quarantine
from app.hub.room import Caller, Room
from app.journal.following import follow
from app.journal.names import Names
from app.journal.parcels import Parcel
from app.journal.receiving import Receiver
from app.sync import signing
from app.sync.wire import CHANGES_PATH, PUSH_CHANGES, Answer

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
        taken = {s.action: s.raw for s, a in zip(sent, answers, strict=True) if a.why == ""}
        self._quarantine.let_go(self._connection, self._caller, taken)
        done = [(a, s.parcel) for a, s in zip(answers, sent, strict=True) if s.parcel]
        self._settle([parcel for answer, parcel in done if answer.outcome == "stored"])
        return tuple(answers)

    def _answer(self, each: _Sent) -> Answer:
        try:
            if each.parcel is None:
                raise KnownError("hub.unreadable")
            self._check(each.parcel)
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

    def _check(self, parcel: Parcel) -> None:
        """Judge an action; one of somebody else's that is here as it is is only a copy."""
        try:
            self._judge.check(parcel)
        except KnownError as error:
            if error.key != "hub.other_chain" or not self._receiver.is_here(parcel):
                raise
            note_copy(self._connection, self._caller, parcel.epoch)

    def _settle(self, stored: Sequence[Parcel]) -> None:
        """Make everything that follows from the actions that were stored."""
        if not stored:
            return
        follow(self._connection, self._names, self._receiver.arrived)
        numbers = self._receiver.numbers
        booking = Booking(self._connection, self._caller, self._room.now())
        booking.book([Stored(numbers[parcel.id], parcel) for parcel in stored])


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
