"""Writes one action: its changes, the heads, the chain and the state, in one transaction."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple, Protocol

import msgspec
import sqlalchemy as sa

from app.clock import Clock
from app.domain.casefile import FieldKey
from app.domain.ids import id_at, new_id
from app.errors import BugError, KnownError
from app.journal import chain, tables
from app.journal.changes import REMOVED, Appended, Write
from app.journal.clock import CHANGES_PER_ACTION, next_tick, to_wall
from app.journal.fold import Change, Folded, Ref
from app.journal.loading import write_refs
from app.journal.names import Names, inserted_number
from app.journal.prepared import Prepared
from app.journal.touching import Recent, TouchedRecords
from app.journal.values import check, encode

_ADD_ACTION = Prepared(
    sa.insert(tables.action), [c.name for c in tables.action.c if c.name != "digest"]
)
_ADD_CHANGE = Prepared(
    sa.insert(tables.change), [c.name for c in tables.change.c if c.name != "digest"]
)


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One act of a user in one scope, to be written whole."""

    scope: str
    writes: tuple[Write, ...]
    actor: str
    label: str = ""
    reason: str = ""
    undoable: bool = True
    undoes: str | None = None


class Written(NamedTuple):
    """A change that has just been made, its value as JSON."""

    key: FieldKey
    value: str


class Follower(Protocol):
    """Keeps something that follows from the state, in the same transactions."""

    def changed(self, connection: sa.Connection, written: Sequence[Written]) -> None:
        """Follow changes whose state rows are up to date."""

    def received(self, connection: sa.Connection, keys: Sequence[FieldKey]) -> None:
        """Follow changes that were not made here; the state rows are up to date or gone."""

    def parting(
        self, connection: sa.Connection, scope: str, blobs: Collection[str], erased: bool
    ) -> None:
        """Let go of a scope's data and of the blobs that nothing names any more.

        KnownError if something here must stay; nothing must if the scope is `erased`.
        """

    def rebuilt(self, connection: sa.Connection) -> None:
        """Begin anew from the state tables."""

    def rolled_back(self) -> None:
        """Follow that what was followed last was not written after all."""


class Tail:
    """Where the chain of this session's epoch has come to, and the numbers of actions."""

    def __init__(self, action: int, epoch: int, link: bytes, hlc: int, seq: int = 0) -> None:
        self.action = action
        self.epoch = epoch
        self.link = link
        self.hlc = hlc
        self.seq = seq


class Appender:
    """Writes actions; used on the writer's thread only.

    The epoch begins with the first action after opening: reading alone leaves no trace.
    """

    def __init__(self, clock: Clock, followers: Sequence[Follower]) -> None:
        self._clock = clock
        self.followers = followers
        self._names = Names()
        self._recent = Recent()
        self._tail: Tail | None = None
        self._parted: set[int] = set()
        self._latest = (0, 0)
        self._epoch_id = new_id()

    def forget(self) -> None:
        """Forget what a transaction did that was rolled back; the epoch goes on."""
        self._latest = (0, 0)
        self.refresh()
        for follower in self.followers:
            follower.rolled_back()

    def refresh(self) -> None:
        """Read anew what was known of the tables: somebody else has written them."""
        self._names.forget()
        self._recent.clear()
        self._tail = None

    def append(self, connection: sa.Connection, act: Act) -> Appended:
        """Write an action; BugError for what no caller may ask for."""
        written = self._checked(act)
        tail = self._tail = self._tail or self._resume(connection)
        header = self._add_action(connection, act, tail)
        scope = self._names.scope(connection, act.scope)
        if scope in self._parted:
            raise KnownError("journal.parted")
        records = TouchedRecords(connection, self._names, scope, self._recent)
        records.load(w.key for w in act.writes)
        rows, first = [], tail.seq + 1
        for order, (write, (_, text)) in enumerate(zip(act.writes, written, strict=True), tail.hlc):
            touched = records.of(write.key)
            replaces = self._replaces(connection, write, touched.folded, first)
            tail.seq += 1
            ref = Ref(tail.epoch, tail.seq)
            change = Change(
                ref=ref, field=write.key.field, value=text, replaces=replaces, order=order
            )
            touched.apply(change)
            rows.append(self._row(connection, tail.action, header, write.key, change))
        _ADD_CHANGE.run(connection, rows)
        records.save()
        for follower in self.followers:
            follower.changed(connection, written)
        return Appended(action=header.id, heads=dict(records.seen()))

    @staticmethod
    def _checked(act: Act) -> list[Written]:
        if not 0 < len(act.writes) <= CHANGES_PER_ACTION:
            raise BugError(f"an action of {len(act.writes)} changes")
        written = [Written(write.key, encode(write.value)) for write in act.writes]
        for key, text in written:
            check(key.entity, key.field, text)
        return written

    def _resume(self, connection: sa.Connection) -> Tail:
        action, hlc = self._look_for_latest(connection)
        self._parted = set(connection.scalars(sa.select(tables.parted.c.scope)))
        made = sa.select(tables.epoch).where(tables.epoch.c.id == self._epoch_id)
        row = connection.execute(made).first()
        if row is None:
            number, link = self._new_epoch(connection)
            return Tail(action, number, link, hlc)
        last = last_change(connection, row.number)
        if last is None:
            return Tail(action, row.number, chain.first_link(row.id, row.previous), hlc)
        return Tail(action, row.number, last.hash, hlc, last.seq)

    def _look_for_latest(self, connection: sa.Connection) -> tuple[int, int]:
        """Return the greatest number and clock of all actions; looks at what came since only."""
        table, (action, hlc) = tables.action.c, self._latest
        since = sa.select(sa.func.max(table.number), sa.func.max(table.hlc))
        row = connection.execute(since.where(table.number > action)).one()
        self._latest = max(action, row[0] or 0), max(hlc, row[1] or 0)
        return self._latest

    def _new_epoch(self, connection: sa.Connection) -> tuple[int, bytes]:
        previous = last_hash(connection)
        made = connection.execute(
            sa.insert(tables.epoch),
            {"id": self._epoch_id, "previous": previous, "opened": to_wall(self._clock())},
        )
        return inserted_number(made), chain.first_link(self._epoch_id, previous)

    def _add_action(self, connection: sa.Connection, act: Act, tail: Tail) -> chain.ActionHeader:
        wall = to_wall(self._clock())
        tail.hlc = next_tick(tail.hlc, wall)
        tail.action += 1
        salt = chain.new_salt() if act.reason else None
        header = chain.ActionHeader(
            id=id_at(wall),
            scope=act.scope,
            actor=act.actor,
            hlc=tail.hlc,
            wall=wall,
            size=len(act.writes),
            schema=tables.SCHEMA,
            undoable=act.undoable,
            undoes=act.undoes,
            label=act.label,
            reason=chain.digest(salt, act.reason) if salt else None,
        )
        stored = {
            "number": tail.action,
            "scope": self._names.scope(connection, act.scope),
            "epoch": tail.epoch,
            "first": tail.seq + 1,
            "reason": act.reason or None,
            "salt": salt,
        }
        _ADD_ACTION.run(connection, [msgspec.structs.asdict(header) | stored])
        return header

    def _replaces(
        self, connection: sa.Connection, write: Write, folded: Folded, first: int
    ) -> tuple[Ref, ...]:
        field = write.key.field
        if write.replaces is None:
            return tuple(sorted(folded.seen(field)))
        named = {self._names.ref(connection, change) for change in write.replaces}
        if field == REMOVED:
            # Whoever ends a record has seen what the same action writes into it.
            epoch = self._tail.epoch if self._tail else None
            named |= {r for r in folded.all_seen() if r.epoch == epoch and r.seq >= first}
        return tuple(sorted(named))

    def _row(
        self,
        connection: sa.Connection,
        action: int,
        header: chain.ActionHeader,
        key: FieldKey,
        change: Change,
    ) -> dict[str, object]:
        names, salt = self._names, chain.new_salt()
        replaced = (names.change_id(connection, ref) for ref in change.replaces)
        link = chain.ChangeHeader(
            seq=change.ref.seq,
            entity=key.entity,
            record=key.id,
            field=key.field,
            replaces=tuple((i.epoch, i.seq) for i in replaced),
            value=chain.digest(salt, change.value or ""),
        )
        return {
            "epoch": change.ref.epoch,
            "seq": change.ref.seq,
            "action": action,
            "field": names.field(connection, key.entity, key.field),
            "record": key.id,
            "value": change.value,
            "replaces": write_refs(change.replaces),
            "salt": salt,
            "hash": self._next_link(header, link),
        }

    def _next_link(self, action: chain.ActionHeader, change: chain.ChangeHeader) -> bytes:
        if self._tail is None:
            raise BugError("a chain without an epoch")
        self._tail.link = chain.link(self._tail.link, action, change)
        return self._tail.link


def last_change(connection: sa.Connection, epoch: int) -> sa.Row[Any, Any] | None:
    """Return number and hash of the last change of an epoch."""
    table = tables.change
    newest = sa.select(table.c.seq, table.c.hash).where(table.c.epoch == epoch)
    return connection.execute(newest.order_by(table.c.seq.desc()).limit(1)).first()


def last_hash(connection: sa.Connection) -> bytes:
    """Return the hash that a new epoch names: the last of the newest epoch begun here."""
    own = sa.select(sa.func.max(tables.epoch.c.number)).where(tables.epoch.c.opened.is_not(None))
    number = connection.scalar(own)
    last = last_change(connection, number) if number is not None else None
    return last.hash if last is not None else chain.NOTHING
