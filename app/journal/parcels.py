"""Actions as they travel between computers: whole, with all that the chain needs to hold."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from app.journal import chain, tables
from app.journal.changes import ChangeId
from app.journal.clock import CHANGES_PER_ACTION, next_tick, to_wall
from app.journal.fold import Ref
from app.journal.loading import read_refs
from app.journal.names import Names

# Numbers that fit every database, and moments that every calendar knows. Whoever sees the
# latest clock can go on counting from it for longer than there are disks.
_GREATEST = 2**62
_LATEST_CLOCK = next_tick(0, to_wall(datetime(2100, 1, 1, tzinfo=UTC)))
_LATEST_WALL = to_wall(datetime(9000, 1, 1, tzinfo=UTC))


class ParcelChange(msgspec.Struct, frozen=True, kw_only=True):
    """One change; `value` is JSON. Where it was erased, `digest` stands for salt and value."""

    entity: str
    record: str
    field: str
    value: str | None
    replaces: tuple[ChangeId, ...]
    salt: bytes | None
    digest: bytes | None
    hash: bytes


class Parcel(msgspec.Struct, frozen=True, kw_only=True):
    """One action, with the place of its changes in the chain of its epoch.

    The changes are numbered from `first`; `before` is the hash they build on, and `previous`
    the one that the epoch names. `digest` stands for salt and reason where they were erased.
    """

    epoch: str
    previous: bytes
    first: int
    before: bytes
    id: str
    scope: str
    actor: str
    hlc: int
    wall: int
    schema: int
    undoable: bool
    undoes: str | None
    label: str
    reason: str | None
    salt: bytes | None
    digest: bytes | None
    changes: tuple[ParcelChange, ...]

    def header(self) -> chain.ActionHeader:
        """Return what the chain says of the action."""
        return chain.ActionHeader(
            id=self.id,
            scope=self.scope,
            actor=self.actor,
            hlc=self.hlc,
            wall=self.wall,
            size=len(self.changes),
            schema=self.schema,
            undoable=self.undoable,
            undoes=self.undoes,
            label=self.label,
            reason=chain.stands_for(self.salt, self.reason, self.digest),
        )

    def is_sound(self) -> bool:
        """Tell whether its numbers make sense and every hash follows from the one before."""
        counted = all(0 < number < _GREATEST for number in (self.first, self.schema))
        if not counted or not 0 < self.hlc < _LATEST_CLOCK or abs(self.wall) > _LATEST_WALL:
            return False
        if not 0 < len(self.changes) <= CHANGES_PER_ACTION:
            return False
        try:
            return self._holds()
        except (UnicodeEncodeError, OverflowError):
            return False

    def _holds(self) -> bool:
        link, header = self.before, self.header()
        if self.first == 1 and link != chain.first_link(self.epoch, self.previous):
            return False
        for seq, change in enumerate(self.changes, self.first):
            stands = chain.stands_for(change.salt, change.value, change.digest)
            later = any(i.epoch == self.epoch and i.seq >= seq for i in change.replaces)
            if stands is None or later:
                return False
            link = chain.link(link, header, _change_header(change, seq, stands))
            if link != change.hash:
                return False
        return True


def _change_header(change: ParcelChange, seq: int, stands: bytes) -> chain.ChangeHeader:
    return chain.ChangeHeader(
        seq=seq,
        entity=change.entity,
        record=change.record,
        field=change.field,
        replaces=tuple((i.epoch, i.seq) for i in change.replaces),
        value=stands,
    )


class Packer:
    """Makes parcels of the journal's actions, inside one transaction."""

    def __init__(self, connection: sa.Connection, names: Names) -> None:
        self._connection = connection
        self._names = names

    def pack(self, actions: sa.Select[Any]) -> Iterator[Parcel]:
        """Pack the actions that a query of their table gives, in its order."""
        for row in self._connection.execute(actions).all():
            yield self._parcel(row)

    def _parcel(self, row: Any) -> Parcel:
        table = tables.epoch
        epoch = self._connection.execute(sa.select(table).where(table.c.number == row.epoch)).one()
        scope = sa.select(tables.scope.c.id).where(tables.scope.c.number == row.scope)
        names = ("id", "actor", "hlc", "wall", "schema", "undoable", "undoes", "label")
        more = ("reason", "salt", "digest", "first")
        return Parcel(
            epoch=epoch.id,
            previous=epoch.previous or b"",
            before=self._hash_before(row, epoch),
            scope=self._connection.scalar(scope) or "",
            changes=tuple(self._changes(row)),
            **{name: getattr(row, name) for name in names + more},
        )

    def _hash_before(self, row: Any, epoch: Any) -> bytes:
        if row.first == 1:
            return chain.first_link(epoch.id, epoch.previous)
        table = tables.change
        before = sa.select(table.c.hash).where(
            table.c.epoch == row.epoch, table.c.seq == row.first - 1
        )
        return bytes(self._connection.execute(before).scalar_one())

    def _changes(self, action: Any) -> Iterator[ParcelChange]:
        table = tables.change
        mine = (table.c.epoch == action.epoch) & (table.c.action == action.number)
        inside = table.c.seq.between(action.first, action.first + action.size - 1)
        query = sa.select(table).where(mine & inside).order_by(table.c.seq)
        for row in self._connection.execute(query):
            entity, field = self._names.field_name(self._connection, row.field)
            yield ParcelChange(
                entity=entity,
                record=row.record,
                field=field,
                value=row.value,
                replaces=tuple(self._id(ref) for ref in read_refs(row.replaces)),
                salt=row.salt,
                digest=row.digest,
                hash=row.hash,
            )

    def _id(self, ref: Ref) -> ChangeId:
        return self._names.change_id(self._connection, ref)
