"""What leaves this journal for others, and what comes in from them."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

import msgspec
import sqlalchemy as sa

from app.journal import outbox, tables
from app.journal.appending import Appender, last_change
from app.journal.clock import CHANGES_PER_ACTION, to_wall
from app.journal.failures import explained
from app.journal.following import follow
from app.journal.names import Names
from app.journal.outbox import IN_ORDER, UNSENT, WAITING, Answered, Held, Refused
from app.journal.parcels import Packer, Parcel
from app.journal.receiving import Receipt, Receiver
from app.journal.writer import Writer

_BLOB_DIGITS = 64
_BLOB = re.compile(rf"\b[0-9a-f]{{{_BLOB_DIGITS}}}\b")
# Hashes that are kept to be compared, and name no blob.
_COMPARED = {("decision_version", "content_hash"), ("dispatch", "digest")}


class Bookmark(msgspec.Struct, frozen=True, kw_only=True):
    """How far a hub was read, and what it said on the way: cases that others look after now.

    `cursor` is None in the middle of a page: the whole of it will be asked for again.
    """

    hub: str
    cursor: str | None
    moved: tuple[str, ...] = ()
    at: datetime


class Exchange:
    """The journal's side of a sync; it knows no network. May be used from any thread."""

    def __init__(self, engine: sa.Engine, writer: Writer, appender: Appender) -> None:
        self._engine = engine
        self._writer = writer
        self._appender = appender

    def outgoing(self, limit: int = 100, changes: int | None = None) -> tuple[Parcel, ...]:
        """Return the first actions that wait to be sent, in the order of the chain.

        At most `limit` actions, with at most so many `changes` together, but always one.
        """
        with explained(), self._engine.connect() as connection, connection.begin():
            if changes is None:
                every = WAITING.order_by(*IN_ORDER).limit(limit)
                return tuple(Packer(connection, Names()).pack(every))
            first = outbox.first_waiting(changes + CHANGES_PER_ACTION).limit(limit)
            rows = connection.execute(first).all()
            taken = rows[: _within([row.size for row in rows], changes)]
            return tuple(Packer(connection, Names()).pack_rows(taken))

    def of_scope(self, scope: str) -> tuple[Parcel, ...]:
        """Return every action of a citizen or a case, in the order of the chain."""
        table = tables.action
        mine = sa.select(table).join(tables.scope, tables.scope.c.number == table.c.scope)
        query = mine.where(tables.scope.c.id == scope).order_by(table.c.epoch, table.c.first)
        with explained(), self._engine.connect() as connection, connection.begin():
            return tuple(Packer(connection, Names()).pack(query))

    def unsent(self) -> int:
        """Return the number of changes that are on this computer only."""
        with explained(), self._engine.connect() as connection, connection.begin():
            return outbox.count(connection, UNSENT)

    def unsent_actions(self) -> tuple[Parcel, ...]:
        """Return the actions that are on this computer only, those that were refused too."""
        with explained(), self._engine.connect() as connection, connection.begin():
            return tuple(Packer(connection, Names()).pack(UNSENT.order_by(*IN_ORDER)))

    def waiting(self, scope: str | None = None) -> int:
        """Return how many changes wait to be sent, of one scope or all; refused ones do not."""
        table = tables.scope
        mine = sa.select(table.c.number).where(table.c.id == scope)
        query = WAITING if scope is None else WAITING.where(tables.action.c.scope.in_(mine))
        with explained(), self._engine.connect() as connection, connection.begin():
            return outbox.count(connection, query)

    def made(self) -> int:
        """Return the number of changes that were made here."""
        with explained(), self._engine.connect() as connection, connection.begin():
            return outbox.made(connection)

    def disputed_scopes(self) -> tuple[str, ...]:
        """Return the citizens and cases of which some field may be disputed."""
        with explained(), self._engine.connect() as connection, connection.begin():
            return outbox.disputed_scopes(connection)

    def refused(self) -> tuple[Refused, ...]:
        """Return the actions that the hub would not take, in the order they were made in."""
        with explained(), self._engine.connect() as connection, connection.begin():
            return tuple(outbox.refused_actions(connection))

    def answered(self, answers: Sequence[Answered], at: datetime) -> None:
        """Note what the hub said of actions that were sent to it.

        The blobs that it now knows of are owed to it.
        """

        def work(connection: sa.Connection) -> None:
            outbox.take_answers(connection, answers, to_wall(at))
            taken = [answer.action for answer in answers if answer.error is None]
            _owe(connection, "up", _named_by(connection, taken))

        self._writer.run(work)

    def confirm(self, epoch: str, seq: int) -> None:
        """Note that the hub has every change of an epoch up to `seq`; never fewer than before.

        The number of a change that was never made, or an epoch that is unknown, says nothing.
        """

        def work(connection: sa.Connection) -> None:
            table = tables.epoch
            number = connection.scalar(sa.select(table.c.number).where(table.c.id == epoch))
            last = last_change(connection, number) if number is not None else None
            if number is not None and last is not None and seq <= last.seq:
                outbox.confirm_upto(connection, number, seq)

        self._writer.run(work)

    def offer_again(self, action: str | None = None) -> None:
        """Send a refused action again; or everything: the hub lost what it had confirmed."""

        def work(connection: sa.Connection) -> None:
            refused, mine = tables.refused, tables.action.c.id == action
            if action is not None:
                number = sa.select(tables.action.c.number).where(mine).scalar_subquery()
                again = sa.update(refused).where(refused.c.action == number)
                connection.execute(again.values(key="", params="{}"))
                return
            for table in (tables.confirmed, refused, tables.bookmark):
                connection.execute(sa.delete(table))

        self._writer.run(work)

    def offer_refused(self, but: Collection[str] = ()) -> bool:
        """Send again what was refused, but for some actions; tell whether there is anything."""

        def work(connection: sa.Connection) -> bool:
            refused, action = tables.refused.c, tables.action.c
            others = sa.select(action.number).where(action.id.in_(but)).scalar_subquery()
            again = sa.update(tables.refused).where(
                refused.key != "", refused.action.not_in(others)
            )
            return connection.execute(again.values(key="", params="{}")).rowcount > 0

        return self._writer.run(work)

    def lacking(self, theirs: Iterable[Held], *, everything: bool = True) -> tuple[str, ...]:
        """Return the epochs of which the hub had confirmed more than it has, or has others.

        `everything` says that the hub has no others than these.
        """
        with explained(), self._engine.connect() as connection, connection.begin():
            return outbox.lacking(connection, theirs, everything)

    def receive(
        self, parcels: Sequence[Parcel], bookmark: Bookmark | None = None
    ) -> tuple[Receipt, ...]:
        """Take in actions of other computers, or own ones that a restored backup lacks.

        What comes back is at the hub, and is not sent again. In whatever order they come, state
        follows from all that is here. A refused parcel
        leaves no trace and stops no other; a receipt says why: "journal.parcel_damaged",
        "journal.other_content" (a copied computer), "journal.parcel_early". The bookmark is
        moved in the same transaction; what was refused then is put aside and tried again by
        `take_up`, as the hub will not send it again.
        """

        def work(connection: sa.Connection) -> tuple[Receipt, ...]:
            receipts = self._take(connection, parcels)
            if bookmark is not None:
                _set_aside(connection, parcels, receipts)
                _move(connection, parcels, bookmark)
            return receipts

        return self._writer.run(work, self._appender.forget)

    def _take(self, connection: sa.Connection, parcels: Sequence[Parcel]) -> tuple[Receipt, ...]:
        names = Names()
        receiver = Receiver(connection, names)
        receiver.look_ahead(parcels)
        receipts = tuple(receiver.receive(parcel) for parcel in parcels)
        receiver.settle()
        follow(connection, names, receiver.arrived)
        stored = {receipt.action for receipt in receipts if receipt.outcome == "stored"}
        await_blobs(connection, (p for p in parcels if p.id in stored))
        own = [p for p in parcels if p.id in stored and receiver.is_own(p.epoch)]
        for parcel in sorted(own, key=lambda p: (p.epoch, p.first)):
            _confirm_returned(connection, parcel, receiver.numbers[parcel.id].epoch)
        self._appender.refresh()
        for follower in self._appender.followers:
            follower.received(connection, receiver.keys)
        return receipts

    def take_up(self) -> int:
        """Try again what came and could not be taken in; return how many are still aside."""

        def work(connection: sa.Connection) -> None:
            rows = connection.scalars(sa.select(tables.aside.c.parcel)).all()
            parcels = [msgspec.msgpack.decode(row, type=Parcel) for row in rows]
            _set_aside(connection, parcels, self._take(connection, parcels))

        if not self.aside():
            return 0
        self._writer.run(work, self._appender.forget)
        return self.aside()

    def aside(self) -> int:
        """Return how many actions came and could not be taken in."""
        query = sa.select(sa.func.count()).select_from(tables.aside)
        with explained(), self._engine.connect() as connection, connection.begin():
            return connection.scalar(query) or 0

    def cursor(self, hub: str) -> str:
        """Return how far a hub was read; "" before the first time."""
        query = sa.select(tables.bookmark.c.cursor).where(tables.bookmark.c.hub == hub)
        with explained(), self._engine.connect() as connection, connection.begin():
            return connection.scalar(query) or ""

    def moved(self) -> tuple[str, ...]:
        """Return the cases that others look after now: they are for reading only."""
        query = sa.select(tables.scope.c.id).join(
            tables.moved, tables.moved.c.scope == tables.scope.c.number
        )
        with explained(), self._engine.connect() as connection, connection.begin():
            return tuple(connection.scalars(query))


def _within(sizes: Sequence[int], changes: int) -> int:
    """Return how many of the first actions have so many changes together, but always one."""
    total = 0
    for number, size in enumerate(sizes):
        total += size
        if total > changes:
            return max(1, number)
    return len(sizes)


def blobs_of(parcels: Iterable[Parcel]) -> set[str]:
    """Return the blobs that some actions name."""
    changes = (change for parcel in parcels for change in parcel.changes)
    naming = (c.value for c in changes if c.value and (c.entity, c.field) not in _COMPARED)
    return {sha for value in naming for sha in _BLOB.findall(value)}


def _named_by(connection: sa.Connection, actions: Sequence[str]) -> set[str]:
    table, action = tables.change, tables.action
    mine = (table.c.epoch == action.c.epoch) & table.c.seq.between(
        action.c.first, action.c.first + action.c.size - 1
    )
    named = sa.select(table.c.value).join(action, mine).where(action.c.id.in_(actions))
    long = named.where(sa.func.length(table.c.value) >= _BLOB_DIGITS)
    return {sha for value in connection.scalars(long) for sha in _BLOB.findall(value)}


def await_blobs(connection: sa.Connection, parcels: Iterable[Parcel]) -> None:
    """Note that the blobs that some actions name are to be fetched."""
    _owe(connection, "down", blobs_of(parcels))


def _owe(connection: sa.Connection, way: str, blobs: Iterable[str]) -> None:
    table = tables.owed
    for sha256 in sorted(blobs):
        same = (table.c.sha256 == sha256) & (table.c.way == way)
        connection.execute(sa.delete(table).where(same))
        connection.execute(sa.insert(table), {"sha256": sha256, "way": way})


def _set_aside(
    connection: sa.Connection, parcels: Sequence[Parcel], receipts: Sequence[Receipt]
) -> None:
    table = tables.aside
    mine = table.c.action.in_([parcel.id for parcel in parcels])
    connection.execute(sa.delete(table).where(mine))
    for parcel, receipt in zip(parcels, receipts, strict=True):
        if receipt.error is not None:
            raw = msgspec.msgpack.encode(parcel)
            row = {"action": parcel.id, "scope": parcel.scope, "parcel": raw}
            connection.execute(sa.insert(table), row | {"key": receipt.error.key})


def _move(connection: sa.Connection, parcels: Sequence[Parcel], bookmark: Bookmark) -> None:
    if bookmark.cursor is not None:
        table = tables.bookmark
        connection.execute(sa.delete(table).where(table.c.hub == bookmark.hub))
        place = {"hub": bookmark.hub, "cursor": bookmark.cursor}
        connection.execute(sa.insert(table), place)
    if not bookmark.moved and not parcels:
        return
    names = Names()
    back = names.known_scopes(connection, sorted({parcel.scope for parcel in parcels}))
    gone = names.known_scopes(connection, list(bookmark.moved))
    here = tables.moved.c.scope.in_([*back, *gone])
    connection.execute(sa.delete(tables.moved).where(here))
    for number in gone:
        row = {"scope": number, "since": to_wall(bookmark.at)}
        connection.execute(sa.insert(tables.moved), row)


def _confirm_returned(connection: sa.Connection, parcel: Parcel, epoch: int) -> None:
    """Note that the hub has an own action, if it has all that was made before it."""
    if outbox.confirmed_upto(connection, epoch) == parcel.first - 1:
        outbox.confirm_upto(connection, epoch, parcel.first + len(parcel.changes) - 1)
