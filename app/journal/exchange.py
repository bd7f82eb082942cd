"""What leaves this journal for others, and what comes in from them."""

from collections.abc import Sequence

import sqlalchemy as sa

from app.journal import tables
from app.journal.appending import Appender, last_change
from app.journal.checking import refold
from app.journal.failures import explained
from app.journal.names import Names
from app.journal.parcels import Packer, Parcel
from app.journal.receiving import Receipt, Receiver
from app.journal.writer import Writer

_CONFIRMED = (
    sa.select(tables.epoch.c.number, sa.func.coalesce(tables.confirmed.c.seq, 0).label("upto"))
    .outerjoin(tables.confirmed, tables.confirmed.c.epoch == tables.epoch.c.number)
    .where(tables.epoch.c.opened.is_not(None))
    .subquery()
)
# Actions made here that the hub has not confirmed.
UNSENT = (
    sa.select(tables.action)
    .join(_CONFIRMED, _CONFIRMED.c.number == tables.action.c.epoch)
    .where(tables.action.c.first + tables.action.c.size - 1 > _CONFIRMED.c.upto)
)


class Exchange:
    """The journal's side of a sync; it knows no network. May be used from any thread."""

    def __init__(self, engine: sa.Engine, writer: Writer, appender: Appender) -> None:
        self._engine = engine
        self._writer = writer
        self._appender = appender

    def outgoing(self, limit: int = 100) -> tuple[Parcel, ...]:
        """Return the first actions that the hub has not confirmed, in the order of the chain."""
        order = (tables.action.c.epoch, tables.action.c.first)
        with explained(), self._engine.connect() as connection, connection.begin():
            packer = Packer(connection, Names())
            return tuple(packer.pack(UNSENT.order_by(*order).limit(limit)))

    def of_scope(self, scope: str) -> tuple[Parcel, ...]:
        """Return every action of a citizen or a case, in the order of the chain."""
        table = tables.action
        mine = sa.select(table).join(tables.scope, tables.scope.c.number == table.c.scope)
        query = mine.where(tables.scope.c.id == scope).order_by(table.c.epoch, table.c.first)
        with explained(), self._engine.connect() as connection, connection.begin():
            return tuple(Packer(connection, Names()).pack(query))

    def unsent(self) -> int:
        """Return the number of changes that are on this computer only."""
        waiting = UNSENT.subquery()
        with explained(), self._engine.connect() as connection, connection.begin():
            return int(connection.scalar(sa.select(sa.func.sum(waiting.c.size))) or 0)

    def confirm(self, epoch: str, seq: int) -> None:
        """Note that the hub has every change of an epoch up to `seq`; never fewer than before.

        The number of a change that was never made, or an epoch that is unknown, says nothing.
        """

        def work(connection: sa.Connection) -> None:
            table = tables.epoch
            number = connection.scalar(sa.select(table.c.number).where(table.c.id == epoch))
            last = last_change(connection, number) if number is not None else None
            if last is None or seq > last.seq:
                return
            mine = tables.confirmed.c.epoch == number
            before = connection.scalar(sa.select(tables.confirmed.c.seq).where(mine)) or 0
            connection.execute(sa.delete(tables.confirmed).where(mine))
            row = {"epoch": number, "seq": max(seq, before)}
            connection.execute(sa.insert(tables.confirmed), row)

        self._writer.run(work)

    def offer_again(self) -> None:
        """Take every confirmation back: the hub no longer knows what it had confirmed."""
        self._writer.run(lambda connection: connection.execute(sa.delete(tables.confirmed)))

    def receive(self, parcels: Sequence[Parcel]) -> tuple[Receipt, ...]:
        """Take in actions of other computers, or own ones that a restored backup lacks.

        In whatever order they come, state follows from all that is here. A refused parcel
        leaves no trace and stops no other; a receipt says why: "journal.parcel_damaged",
        "journal.other_content" (a copied computer), "journal.parcel_early".
        """

        def work(connection: sa.Connection) -> tuple[Receipt, ...]:
            names = Names()
            receiver = Receiver(connection, names)
            receipts = tuple(receiver.receive(parcel) for parcel in parcels)
            refold(connection, names, {key.id for key in receiver.keys})
            self._appender.refresh()
            for follower in self._appender.followers:
                follower.received(connection, receiver.keys)
            return receipts

        return self._writer.run(work, self._appender.forget)
