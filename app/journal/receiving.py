"""Takes actions of other computers into the journal: each whole, once, and as it was written."""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import msgspec
import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.errors import KnownError
from app.journal import tables
from app.journal.changes import ChangeId
from app.journal.fold import Change, Ref
from app.journal.following import Arrived
from app.journal.loading import write_refs
from app.journal.names import Names
from app.journal.parcels import Parcel, ParcelChange
from app.journal.prepared import Prepared

_ACTION = sa.select(tables.action).where(
    tables.action.c.id == sa.bindparam("id", type_=tables.Id())
)
_EPOCH = sa.select(tables.epoch).where(tables.epoch.c.id == sa.bindparam("id", type_=tables.Id()))
_OF_EPOCH = sa.select(tables.change).where(tables.change.c.epoch == sa.bindparam("epoch"))
_CHANGES = _OF_EPOCH.where(
    tables.change.c.seq.between(sa.bindparam("first"), sa.bindparam("last"))
).order_by(tables.change.c.seq)
_LAST = _OF_EPOCH.order_by(tables.change.c.seq.desc()).limit(1)
_CHANGE_COLUMNS = [column.name for column in tables.change.c]
_ADD_CHANGE = Prepared(sa.insert(tables.change), _CHANGE_COLUMNS)
_ADD_ACTION = Prepared(sa.insert(tables.action), [column.name for column in tables.action.c])
_DROP_STUBS = Prepared(
    sa.delete(tables.change).where(
        tables.change.c.epoch == sa.bindparam("of_epoch"),
        tables.change.c.seq == sa.bindparam("of_seq"),
    )
)
_SET_PREVIOUS = Prepared(
    sa.update(tables.epoch).where(tables.epoch.c.number == sa.bindparam("of_epoch")), ["previous"]
)

_AT_A_TIME = 500

Outcome = Literal["stored", "duplicate", "refused"]


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one parcel; `error` says why it was refused."""

    action: str
    outcome: Outcome
    error: KnownError | None = None


class ActionNumbers(NamedTuple):
    """An action that was stored, its scope and its epoch, by this computer's numbers."""

    number: int
    scope: int
    epoch: int


class _Place(msgspec.Struct):
    """An epoch as it stands: its last change, and the hash that it builds on."""

    number: int = 0
    previous: bytes | None = None
    is_own: bool = False
    is_new: bool = False
    last: int = 0
    hash: bytes | None = None


class Receiver:
    """Receives parcels inside one transaction.

    `arrived` are the changes that were stored, `numbers` those of the actions.
    """

    def __init__(self, connection: sa.Connection, names: Names) -> None:
        self._connection = connection
        self._names = names
        self._newest: int | None = None
        # The epochs that were met; nobody else writes while these are in use.
        self._places: dict[str, _Place] = {}
        # Ids that were looked up beforehand, and rows that are written when all are known.
        self._expected: set[str] = set()
        self._known: dict[str, sa.Row[Any]] = {}
        self._actions: dict[str, dict[str, object]] = {}
        self._changes: list[dict[str, object]] = []
        self.arrived: list[Arrived] = []
        self.numbers: dict[str, ActionNumbers] = {}

    @property
    def keys(self) -> list[FieldKey]:
        """The fields that were changed."""
        return [FieldKey(a.entity, a.record, a.change.field) for a in self.arrived]

    def is_own(self, epoch: str) -> bool:
        """Tell whether an epoch of which something was received was opened here."""
        place = self._places.get(epoch)
        return place is not None and place.is_own

    def look_ahead(self, parcels: Sequence[Parcel]) -> None:
        """Look up in one go whether these are here, and where; `settle` must end the work now.

        What is received is written together, then or as soon as something must be read.
        """
        table = tables.action
        self._expected = {parcel.id for parcel in parcels}
        wanted = sorted(self._expected)
        for start in range(0, len(wanted), _AT_A_TIME):
            mine = table.c.id.in_(wanted[start : start + _AT_A_TIME])
            rows = self._connection.execute(sa.select(table).where(mine))
            self._known |= {row.id: row for row in rows}
        scopes = sorted({parcel.scope for parcel in parcels})
        for start in range(0, len(scopes), _AT_A_TIME):
            self._names.known_scopes(self._connection, scopes[start : start + _AT_A_TIME])

    def settle(self) -> None:
        """Write what was received."""
        if self._actions:
            _ADD_ACTION.run(self._connection, list(self._actions.values()))
            _ADD_CHANGE.run(self._connection, self._changes)
        self._expected -= self._actions.keys()
        self._actions, self._changes = {}, []

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
        self._add(parcel, self._place(parcel))
        return "stored"

    def is_here(self, parcel: Parcel) -> bool:
        """Tell whether a parcel's action is here; KnownError if another one has its id."""
        row = self._action(parcel.id)
        if row is None:
            return False
        hashes = [each.hash for each in self._rows(row.epoch, row.first, row.size)]
        epoch = self._names.epoch_id(self._connection, row.epoch)
        if (epoch, hashes) != (parcel.epoch, [change.hash for change in parcel.changes]):
            raise KnownError("journal.other_content")
        return True

    def _action(self, action: str) -> sa.Row[Any] | None:
        if action in self._actions:
            self.settle()
        if action in self._expected:
            return self._known.get(action)
        return self._connection.execute(_ACTION, {"id": action}).first()

    def _rows(self, epoch: int, first: int, size: int) -> list[sa.Row[Any]]:
        self.settle()
        inside = {"epoch": epoch, "first": first, "last": first + size - 1}
        return list(self._connection.execute(_CHANGES, inside))

    def _place(self, parcel: Parcel) -> _Place:
        """Return the epoch that a parcel continues or begins, after a look at its place."""
        place = self._places.get(parcel.epoch) or self._read_place(parcel.epoch)
        if place.is_new:
            return place
        if parcel.first == 1 and place.previous not in (None, parcel.previous):
            raise KnownError("journal.other_content")
        before, here = self._around(parcel, place)
        if before is not None and before != parcel.before:
            raise KnownError("journal.other_content")
        if before is None and parcel.first > 1 and place.is_own:
            raise KnownError("journal.parcel_early")
        for seq, row in here.items():
            if row.action is not None or row.hash != parcel.changes[seq - parcel.first].hash:
                raise KnownError("journal.other_content")
        return place

    def _read_place(self, epoch: str) -> _Place:
        row = self._connection.execute(_EPOCH, {"id": epoch}).first()
        if row is None:
            return _Place(is_new=True)
        last = self._connection.execute(_LAST, {"epoch": row.number}).first()
        place = _Place(number=row.number, previous=row.previous, is_own=row.opened is not None)
        if last is not None:
            place.last, place.hash = last.seq, last.hash
        self._places[epoch] = place
        return place

    def _around(self, parcel: Parcel, place: _Place) -> tuple[bytes | None, dict[int, sa.Row[Any]]]:
        """Return the hash before a parcel, and what stands in its place: mostly nothing."""
        if parcel.first > place.last:
            return place.hash if parcel.first == place.last + 1 else None, {}
        rows = self._rows(place.number, parcel.first - 1, len(parcel.changes) + 1)
        here = {row.seq: row for row in rows}
        before = here.pop(parcel.first - 1, None)
        return before.hash if before is not None else None, here

    def _add(self, parcel: Parcel, place: _Place) -> None:
        epoch = self._names.foreign_epoch(self._connection, parcel.epoch)
        before, here = (None, {}) if place.is_new else self._around(parcel, place)
        if parcel.first == 1:
            first = {"of_epoch": epoch, "previous": parcel.previous}
            _SET_PREVIOUS.run(self._connection, [first])
        elif before is None:
            stub = dict.fromkeys(_CHANGE_COLUMNS) | {"epoch": epoch, "seq": parcel.first - 1}
            self._changes.append(stub | {"hash": parcel.before})
        if here:
            _DROP_STUBS.run(self._connection, [{"of_epoch": epoch, "of_seq": seq} for seq in here])
        action = self._add_action(parcel, epoch)
        for seq, change in enumerate(parcel.changes, parcel.first):
            row = self._row(change, Ref(epoch, seq), parcel.hlc + seq - parcel.first, action)
            self._changes.append(row)
        if parcel.id not in self._expected:
            self.settle()
        self._went_on(parcel, place, epoch)

    def _went_on(self, parcel: Parcel, place: _Place, epoch: int) -> None:
        place.is_new, place.number = False, epoch
        place.previous = parcel.previous if parcel.first == 1 else place.previous
        last = parcel.first + len(parcel.changes) - 1
        if last > place.last:
            place.last, place.hash = last, parcel.changes[-1].hash
        self._places[parcel.epoch] = place

    def _add_action(self, parcel: Parcel, epoch: int) -> ActionNumbers:
        if self._newest is None:
            newest = sa.select(sa.func.max(tables.action.c.number))
            self._newest = self._connection.scalar(newest) or 0
        self._newest += 1
        scope = self._names.scope(self._connection, parcel.scope)
        stored = {
            "number": self._newest,
            "scope": scope,
            "epoch": epoch,
            "first": parcel.first,
            "size": len(parcel.changes),
        }
        same = ("id", "actor", "hlc", "wall", "schema", "undoable", "undoes", "label")
        more = ("reason", "salt", "digest")
        row = {name: getattr(parcel, name) for name in same + more} | stored
        self._actions[parcel.id] = row
        numbers = ActionNumbers(self._newest, scope, epoch)
        self.numbers[parcel.id] = numbers
        return numbers

    def _row(
        self, change: ParcelChange, ref: Ref, order: int, action: ActionNumbers
    ) -> dict[str, object]:
        replaces = tuple(self._ref(each) for each in change.replaces)
        made = Change(
            ref=ref, field=change.field, value=change.value, replaces=replaces, order=order
        )
        self.arrived.append(Arrived(action.scope, change.entity, change.record, made))
        return {
            "epoch": ref.epoch,
            "seq": ref.seq,
            "action": action.number,
            "field": self._names.field(self._connection, change.entity, change.field),
            "record": change.record,
            "value": change.value,
            "replaces": write_refs(replaces),
            "salt": change.salt,
            "digest": change.digest,
            "hash": change.hash,
        }

    def _ref(self, change: ChangeId) -> Ref:
        return Ref(self._names.foreign_epoch(self._connection, change.epoch), change.seq)
