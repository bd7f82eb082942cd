"""Actions as they travel between computers: whole, with all that the chain needs to hold."""

from collections.abc import Iterator, Sequence
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

    @property
    def last(self) -> int:
        """The number of its last change."""
        return self.first + len(self.changes) - 1

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
        if not 0 < len(self.changes) <= CHANGES_PER_ACTION or "\0" in "".join(self._texts()):
            return False
        try:
            return self._holds()
        except (UnicodeEncodeError, OverflowError):
            return False

    def _texts(self) -> Iterator[str]:
        """Yield every text as it will stand in a row; not every database keeps U+0000 there."""
        yield from (self.epoch, self.id, self.scope, self.actor, self.label)
        yield from (self.undoes or "", self.reason or "")
        for change in self.changes:
            yield from (change.entity, change.record, change.field, change.value or "")
            yield from (each.epoch for each in change.replaces)

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


# The changes of some actions, and of each the one that stands before them.
_CHANGES = (
    sa.select(tables.change, tables.action.c.number.label("packed"))
    .join(
        tables.action,
        (tables.action.c.epoch == tables.change.c.epoch)
        & tables.change.c.seq.between(
            tables.action.c.first - 1, tables.action.c.first + tables.action.c.size - 1
        ),
    )
    .where(tables.action.c.number.in_(sa.bindparam("numbers", expanding=True)))
    .order_by(tables.action.c.number, tables.change.c.seq)
)
_AT_A_TIME = 500


class Packer:
    """Makes parcels of the journal's actions, inside one transaction."""

    def __init__(self, connection: sa.Connection, names: Names) -> None:
        self._connection = connection
        self._names = names

    def pack(self, actions: sa.Select[Any]) -> Iterator[Parcel]:
        """Pack the actions that a query of their table gives, in its order."""
        return self.pack_rows(self._connection.execute(actions).all())

    def pack_rows(self, rows: Sequence[Any]) -> Iterator[Parcel]:
        """Pack the actions of these rows of their table, in their order."""
        for start in range(0, len(rows), _AT_A_TIME):
            yield from self._pack(rows[start : start + _AT_A_TIME])

    def _pack(self, rows: Sequence[Any]) -> Iterator[Parcel]:
        epochs = self._by_number(tables.epoch, {row.epoch for row in rows})
        scopes = self._by_number(tables.scope, {row.scope for row in rows})
        changes: dict[int, list[Any]] = {row.number: [] for row in rows}
        for change in self._connection.execute(_CHANGES, {"numbers": list(changes)}):
            changes[change.packed].append(change)
        for row in rows:
            scope = scopes[row.scope].id
            yield self._parcel(row, epochs[row.epoch], scope, changes[row.number])

    def _by_number(self, table: sa.Table, numbers: set[int]) -> dict[int, Any]:
        query = sa.select(table).where(table.c.number.in_(numbers))
        return {row.number: row for row in self._connection.execute(query)}

    def _parcel(self, row: Any, epoch: Any, scope: str, changes: list[Any]) -> Parcel:
        names = ("id", "actor", "hlc", "wall", "schema", "undoable", "undoes", "label")
        more = ("reason", "salt", "digest", "first")
        if row.first == 1:
            before = chain.first_link(epoch.id, epoch.previous or b"")
        else:
            before = bytes(next(c.hash for c in changes if c.seq == row.first - 1))
        return Parcel(
            epoch=epoch.id,
            previous=epoch.previous or b"",
            before=before,
            scope=scope,
            changes=tuple(self._change(c) for c in changes if c.action == row.number),
            **{name: getattr(row, name) for name in names + more},
        )

    def _change(self, row: Any) -> ParcelChange:
        entity, field = self._names.field_name(self._connection, row.field)
        return ParcelChange(
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
