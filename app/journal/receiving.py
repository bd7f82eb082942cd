"""Takes actions of other computers into the journal: each whole, once, and as it was written."""

from typing import Any, Literal

import msgspec
import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.errors import KnownError
from app.journal import tables
from app.journal.changes import ChangeId
from app.journal.fold import Ref
from app.journal.loading import write_refs
from app.journal.names import Names
from app.journal.parcels import Parcel

Outcome = Literal["stored", "duplicate", "refused"]


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one parcel; `error` says why it was refused."""

    action: str
    outcome: Outcome
    error: KnownError | None = None


class Receiver:
    """Receives parcels inside one transaction; `keys` are the fields that they changed."""

    def __init__(self, connection: sa.Connection, names: Names) -> None:
        self._connection = connection
        self._names = names
        self._newest: int | None = None
        self.keys: list[FieldKey] = []

    def receive(self, parcel: Parcel) -> Receipt:
        """Take a parcel in, or leave no trace of it."""
        try:
            outcome = self._take(parcel)
        except KnownError as error:
            return Receipt(action=parcel.id, outcome="refused", error=error)
        return Receipt(action=parcel.id, outcome=outcome)

    def _take(self, parcel: Parcel) -> Outcome:
        if not parcel.is_sound():
            raise KnownError("journal.parcel_damaged")
        if self.is_here(parcel):
            return "duplicate"
        epoch = self._epoch_to_continue(parcel)
        self._add(parcel, self._names.foreign_epoch(self._connection, parcel.epoch), epoch)
        return "stored"

    def is_here(self, parcel: Parcel) -> bool:
        """Tell whether a parcel's action is here; KnownError if another one has its id."""
        table = tables.action
        row = self._connection.execute(sa.select(table).where(table.c.id == parcel.id)).first()
        if row is None:
            return False
        hashes = [each.hash for each in self._rows(row.epoch, row.first, row.size)]
        epoch = self._names.epoch_id(self._connection, row.epoch)
        if (epoch, hashes) != (parcel.epoch, [change.hash for change in parcel.changes]):
            raise KnownError("journal.other_content")
        return True

    def _rows(self, epoch: int, first: int, size: int) -> list[sa.Row[Any]]:
        table = tables.change
        inside = (table.c.epoch == epoch) & table.c.seq.between(first, first + size - 1)
        query = sa.select(table).where(inside).order_by(table.c.seq)
        return list(self._connection.execute(query))

    def _epoch_to_continue(self, parcel: Parcel) -> sa.Row[Any] | None:
        """Return the row of the parcel's epoch, None for a new one, after a look at its place."""
        table = tables.epoch
        known = self._connection.execute(sa.select(table).where(table.c.id == parcel.epoch)).first()
        if known is None:
            return None
        if parcel.first == 1 and known.previous not in (None, parcel.previous):
            raise KnownError("journal.other_content")
        here = {
            row.seq: row
            for row in self._rows(known.number, parcel.first - 1, len(parcel.changes) + 1)
        }
        before = here.pop(parcel.first - 1, None)
        if before is not None and before.hash != parcel.before:
            raise KnownError("journal.other_content")
        if before is None and parcel.first > 1 and known.opened is not None:
            raise KnownError("journal.parcel_early")
        for seq, row in here.items():
            if row.action is not None or row.hash != parcel.changes[seq - parcel.first].hash:
                raise KnownError("journal.other_content")
        return known

    def _add(self, parcel: Parcel, epoch: int, known: sa.Row[Any] | None) -> None:
        if parcel.first == 1:
            which = tables.epoch.c.number == epoch
            first = sa.update(tables.epoch).where(which).values(previous=parcel.previous)
            self._connection.execute(first)
        elif not self._rows(epoch, parcel.first - 1, 1):
            stub = {"epoch": epoch, "seq": parcel.first - 1, "hash": parcel.before}
            self._connection.execute(sa.insert(tables.change), stub)
        if known is not None:
            self._drop_stubs(epoch, parcel)
        action = self._add_action(parcel, epoch)
        rows = [
            {"epoch": epoch, "seq": seq, "action": action, **self._row(change)}
            for seq, change in enumerate(parcel.changes, parcel.first)
        ]
        self._connection.execute(sa.insert(tables.change), rows)
        self.keys += (FieldKey(c.entity, c.record, c.field) for c in parcel.changes)

    def _drop_stubs(self, epoch: int, parcel: Parcel) -> None:
        table = tables.change
        last = parcel.first + len(parcel.changes) - 1
        stubs = (table.c.epoch == epoch) & table.c.seq.between(parcel.first, last)
        self._connection.execute(sa.delete(table).where(stubs))

    def _add_action(self, parcel: Parcel, epoch: int) -> int:
        if self._newest is None:
            newest = sa.select(sa.func.max(tables.action.c.number))
            self._newest = self._connection.scalar(newest) or 0
        self._newest += 1
        stored = {
            "number": self._newest,
            "scope": self._names.scope(self._connection, parcel.scope),
            "epoch": epoch,
            "first": parcel.first,
            "size": len(parcel.changes),
        }
        same = ("id", "actor", "hlc", "wall", "schema", "undoable", "undoes", "label")
        more = ("reason", "salt", "digest")
        row = {name: getattr(parcel, name) for name in same + more} | stored
        self._connection.execute(sa.insert(tables.action), row)
        return self._newest

    def _row(self, change: Any) -> dict[str, object]:
        field = self._names.field(self._connection, change.entity, change.field)
        refs = (self._ref(each) for each in change.replaces)
        return {
            "field": field,
            "record": change.record,
            "value": change.value,
            "replaces": write_refs(refs),
            "salt": change.salt,
            "digest": change.digest,
            "hash": change.hash,
        }

    def _ref(self, change: ChangeId) -> Ref:
        return Ref(self._names.foreign_epoch(self._connection, change.epoch), change.seq)
