"""Parting with data: a person is erased, a closed case leaves this computer and comes back.

Values and salts go; ids, order and chain stay as stubs that verify. What the hub has not
confirmed stays, whatever is asked.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from app.clock import Clock
from app.domain.casefile import FieldKey
from app.errors import BugError, KnownError
from app.journal import chain, tables
from app.journal.appending import Appender
from app.journal.checking import refold
from app.journal.clock import to_wall
from app.journal.exchange import await_blobs
from app.journal.failures import explained
from app.journal.names import Names
from app.journal.outbox import UNSENT
from app.journal.parcels import Parcel
from app.journal.receiving import Receiver
from app.journal.tables import STATE
from app.journal.writer import Writer

_BLOB = re.compile(r"\b[0-9a-f]{64}\b")
_CHANGES = sa.select(tables.change, tables.field.c.entity).join(
    tables.field, tables.field.c.number == tables.change.c.field
)
_THIS_CHANGE = (tables.change.c.epoch == sa.bindparam("of_epoch")) & (
    tables.change.c.seq == sa.bindparam("of_seq")
)
_SET_CHANGE = sa.update(tables.change).where(_THIS_CHANGE)
_SET_ACTION = sa.update(tables.action).where(tables.action.c.number == sa.bindparam("of_number"))


class Parting:
    """Blanks values and gives them back; each call is one transaction, whole or not at all."""

    def __init__(self, engine: sa.Engine, writer: Writer, appender: Appender, clock: Clock) -> None:
        self._engine = engine
        self._writer = writer
        self._appender = appender
        self._clock = clock

    def erase(self, scope: str, *, even_unsent: bool = False) -> int:
        """Erase a citizen or a case, as the law may ask; return how many values went.

        Values, reasons, text under way and blobs that nothing else names go for good; backups
        made before hold them until they expire. Raises KnownError "journal.unsent" unless
        `even_unsent`, which is for a computer that has no hub to send to.
        """

        def work(connection: sa.Connection) -> int:
            return self.erase_in(connection, scope, even_unsent=even_unsent)

        return self._writer.run(work, self._appender.forget)

    def erase_in(self, connection: sa.Connection, scope: str, *, even_unsent: bool) -> int:
        """Do what `erase` does, inside a transaction of the writer."""
        number = self._scope(connection, scope)
        if not even_unsent:
            _check_sent(connection, number)
        mine = sa.select(tables.action.c.number).where(tables.action.c.scope == number)
        # What is empty is offered to nobody again.
        refused = sa.delete(tables.refused).where(tables.refused.c.action.in_(mine))
        connection.execute(refused)
        return self._blank(connection, scope, number, None)

    def part_with(self, scope: str, blobs_at_hub: Collection[str] = ()) -> int:
        """Remove a case that the hub keeps from this computer; return how many values went.

        Its records leave all lists. Blobs go with it only if the hub has them and nothing
        else names them. Raises KnownError "journal.unsent".
        """

        def work(connection: sa.Connection) -> int:
            number = self._scope(connection, scope)
            _check_sent(connection, number)
            row = {"scope": number, "since": to_wall(self._clock())}
            connection.execute(sa.delete(tables.parted).where(tables.parted.c.scope == number))
            connection.execute(sa.insert(tables.parted), row)
            return self._blank(connection, scope, number, blobs_at_hub)

        return self._writer.run(work, self._appender.forget)

    def take_back(self, scope: str, parcels: Sequence[Parcel]) -> None:
        """Put the whole history of a case that had left in its place again.

        Raises KnownError "journal.other_content", "journal.parcel_damaged", and
        "journal.incomplete" if something that is not erased is still missing.
        """

        def work(connection: sa.Connection) -> None:
            names = Names()
            number = self._scope(connection, scope)
            receiver = Receiver(connection, names)
            if not _has_left(connection, number):
                raise BugError("a case is taken back that has not left")
            for parcel in parcels:
                receipt = receiver.receive(parcel)
                if receipt.error is not None:
                    raise receipt.error
                if receipt.outcome == "duplicate":
                    _fill(connection, names, parcel)
                else:
                    await_blobs(connection, [parcel])
            if _blanks(connection, number) > sum(_erased(parcel) for parcel in parcels):
                raise KnownError("journal.incomplete")
            connection.execute(sa.delete(tables.parted).where(tables.parted.c.scope == number))
            self._refold(connection, names, _fields(connection, number))

        self._writer.run(work, self._appender.forget)

    def parted(self) -> tuple[str, ...]:
        """Return the cases that have left this computer."""
        query = sa.select(tables.scope.c.id).join(
            tables.parted, tables.parted.c.scope == tables.scope.c.number
        )
        with explained(), self._engine.connect() as connection, connection.begin():
            return tuple(connection.scalars(query))

    def may_leave(self, before: datetime, today: date) -> tuple[str, ...]:
        """Return the closed cases that the hub has whole, untouched since `before`.

        A case with a visit planned for `today` or later, or a follow-up then, stays.
        """
        with explained(), self._engine.connect() as connection, connection.begin():
            return tuple(connection.scalars(_leaving(to_wall(before), today.isoformat())))

    def _scope(self, connection: sa.Connection, scope: str) -> int:
        found = Names().known_scopes(connection, [scope])
        if not found:
            raise KnownError("journal.unknown_scope")
        return next(iter(found))

    def _blank(
        self, connection: sa.Connection, scope: str, number: int, blobs: Collection[str] | None
    ) -> int:
        keys = _fields(connection, number)
        texts = _blank_changes(connection, number)
        _blank_reasons(connection, number)
        named = {sha for text in texts for sha in _BLOB.findall(text)}
        going = named if blobs is None else named & set(blobs)
        mine = sa.delete(tables.aside).where(tables.aside.c.scope == scope)
        connection.execute(mine)
        self._refold(connection, Names(), keys)
        for follower in self._appender.followers:
            follower.parting(connection, scope, going, blobs is None)
        return len(texts)

    def _refold(self, connection: sa.Connection, names: Names, keys: list[FieldKey]) -> None:
        refold(connection, names, {key.id for key in keys})
        self._appender.refresh()
        for follower in self._appender.followers:
            follower.received(connection, keys)


def _has_left(connection: sa.Connection, number: int) -> bool:
    left = sa.select(tables.parted.c.scope).where(tables.parted.c.scope == number)
    return connection.scalar(left) is not None


def _of_scope(number: int) -> sa.ColumnElement[bool]:
    mine = sa.select(tables.action.c.number).where(tables.action.c.scope == number)
    return tables.change.c.action.in_(mine)


def _check_sent(connection: sa.Connection, number: int) -> None:
    waiting = UNSENT.where(tables.action.c.scope == number).subquery()
    count = connection.scalar(sa.select(sa.func.sum(waiting.c.size))) or 0
    if count:
        raise KnownError("journal.unsent", count=count)


def _fields(connection: sa.Connection, number: int) -> list[FieldKey]:
    query = _CHANGES.add_columns(tables.field.c.name).where(_of_scope(number))
    return [FieldKey(r.entity, r.record, r.name) for r in connection.execute(query)]


def _blank_changes(connection: sa.Connection, number: int) -> list[str]:
    query = sa.select(tables.change).where(_of_scope(number), tables.change.c.value.is_not(None))
    rows = connection.execute(query).all()
    blank = [
        {
            "of_epoch": row.epoch,
            "of_seq": row.seq,
            "value": None,
            "salt": None,
            "digest": chain.digest(row.salt, row.value),
        }
        for row in rows
    ]
    if blank:
        connection.execute(_SET_CHANGE, blank)
    return [row.value for row in rows]


def _blank_reasons(connection: sa.Connection, number: int) -> None:
    table = tables.action
    given = sa.select(table).where(table.c.scope == number, table.c.salt.is_not(None))
    for row in connection.execute(given).all():
        stands = chain.digest(row.salt, row.reason or "")
        blank = {"of_number": row.number, "reason": None, "salt": None, "digest": stands}
        connection.execute(_SET_ACTION, blank)


def _fill(connection: sa.Connection, names: Names, parcel: Parcel) -> None:
    epoch = names.foreign_epoch(connection, parcel.epoch)
    for seq, change in enumerate(parcel.changes, parcel.first):
        if change.value is not None:
            given = {"value": change.value, "salt": change.salt, "digest": None}
            connection.execute(_SET_CHANGE, {"of_epoch": epoch, "of_seq": seq, **given})
    if parcel.salt is not None:
        mine = sa.update(tables.action).where(tables.action.c.id == parcel.id)
        reason = {"reason": parcel.reason, "salt": parcel.salt, "digest": None}
        connection.execute(mine.values(**reason))


def _blanks(connection: sa.Connection, number: int) -> int:
    blank = sa.select(sa.func.count()).select_from(tables.change)
    query = blank.where(_of_scope(number), tables.change.c.value.is_(None))
    return int(connection.scalar(query) or 0)


def _erased(parcel: Parcel) -> int:
    return sum(change.value is None for change in parcel.changes)


def _leaving(before: int, today: str) -> sa.Select[Any]:
    case, visit, action = STATE["case"], STATE["visit"], tables.action
    touched = sa.select(action.c.scope).where(action.c.wall >= before)
    unsent = UNSENT.with_only_columns(action.c.scope)
    awaited = sa.select(visit.c.scope).where(
        sa.or_(visit.c.planned_start >= today, visit.c.next_visit >= today),
        visit.c.state.is_distinct_from("cancelled"),
    )
    return sa.select(case.c.id).where(
        case.c.state == "closed",
        case.c.removed.is_not(True),
        *(case.c.scope.not_in(staying) for staying in (touched, unsent, awaited)),
    )
