"""Undo: a new action that writes what was there before, in the place of the undone changes."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

import sqlalchemy as sa

from app.clock import local
from app.domain.casefile import FieldKey
from app.errors import BugError, KnownError
from app.journal import tables
from app.journal.appending import Act
from app.journal.changes import REMOVED, Write
from app.journal.clock import from_wall
from app.journal.fold import Ref, standing
from app.journal.loading import CHANGES_OF_ACTION, CHANGES_OF_RECORD, Located, read_changes
from app.journal.names import Names
from app.journal.values import decode, not_recorded


class ActionRow(NamedTuple):
    """What undo needs to know of an action."""

    id: str
    actor: str
    wall: int
    undoes: str | None


def plan_undo(connection: sa.Connection, names: Names, action: str, actor: str) -> Act:
    """Return the action that undoes another one, itself an undo perhaps.

    Raises KnownError: "journal.not_undoable" (signing, locking, delivery),
    "journal.settles_dispute", and "journal.replaced_since" with who and when, if another
    change has taken the place of one that would be undone.
    """
    row = action_row(connection, action)
    if not row.undoable:
        raise KnownError("journal.not_undoable")
    changes = list(read_changes(connection, names, CHANGES_OF_ACTION, action=action))
    writes: list[Write] = []
    for (entity, record), group in _grouped(changes):
        history = _RecordHistory(connection, names, entity, record)
        writes += history.undo(list(group))
    scope = connection.scalar(
        sa.select(tables.scope.c.id).where(tables.scope.c.number == row.scope)
    )
    return Act(
        scope=scope or "",
        writes=tuple(writes),
        actor=actor or row.actor,
        label=row.label,
        undoes=action,
    )


def action_row(connection: sa.Connection, action: str) -> sa.Row[Any]:
    """Return the row of an action; BugError if there is none."""
    row = connection.execute(sa.select(tables.action).where(tables.action.c.id == action)).first()
    if row is None:
        raise BugError("an unknown action")
    return row


def _grouped(
    changes: list[Located],
) -> Iterable[tuple[tuple[str, str], Iterable[Located]]]:
    ordered = sorted(changes, key=lambda c: (c.entity, c.record, c.ref))
    return groupby(ordered, key=lambda c: (c.entity, c.record))


class _RecordHistory:
    """All changes of one record, and which of them stand."""

    def __init__(self, connection: sa.Connection, names: Names, entity: str, record: str) -> None:
        found = read_changes(connection, names, CHANGES_OF_RECORD, record=record)
        changes = [change for change in found if change.entity == entity]
        self._connection = connection
        self._names = names
        self._entity = entity
        self._record = record
        self._by_ref = {change.ref: change for change in changes}
        self._heads = [self._by_ref[change.ref] for change in standing(changes)]
        self._actions = _actions(connection, {change.action for change in changes})

    def undo(self, mine: list[Located]) -> list[Write]:
        """Return the writes that undo one action's changes of this record."""
        own = {change.ref for change in mine}
        if self._made_by(mine):
            self._all_stand_for(self._heads, own)
            return [self._write(REMOVED, True)]
        groups = groupby(sorted(mine, key=lambda c: (c.field, c.ref)), key=lambda c: c.field)
        writes = [self._undo_field(list(group), own) for _, group in groups]
        revived = [removal for change in mine for removal in self._revived_from(change)]
        return [*writes, self._removal(revived, [])] if revived else writes

    def _made_by(self, mine: list[Located]) -> bool:
        first = min(self._by_ref.values(), key=lambda c: (c.order, c.ref))
        return first.action == mine[0].action

    def _revived_from(self, change: Located) -> list[Located]:
        if change.field == REMOVED:
            return []
        replaced = (self._by_ref.get(ref) for ref in change.replaces)
        return [found for found in replaced if found is not None and found.removes]

    def _removal(self, earlier: list[Located], instead_of: list[Located]) -> Write:
        """Return a removal by somebody who saw what earlier removals saw, and no more."""
        seen = {ref for removal in earlier for ref in removal.replaces}
        known = [
            head
            for head in self._heads
            if head.field != REMOVED and (self._meant(head) & seen or self._is_nothing(head))
        ]
        return self._write(REMOVED, True, [*instead_of, *known])

    def _undo_field(self, group: list[Located], own: set[Ref]) -> Write:
        field, last = group[0].field, group[-1].ref
        standing_for = [h for h in self._heads if h.field == field and last in self._meant(h)]
        removals = [h for h in self._heads if h.removes and field != REMOVED]
        self._all_stand_for(removals, own)
        if not standing_for:
            raise self._replaced([h for h in self._heads if h.field == field] or self._heads)
        replaced = [self._by_ref[ref] for ref in self._replaced_in_field(group[0])]
        earlier = {change.value for change in replaced}
        if len(earlier) > 1:
            raise KnownError("journal.settles_dispute")
        if any(change.removes for change in replaced):
            return self._removal(replaced, standing_for)
        text = next(iter(earlier), None)
        value = (
            not_recorded(self._entity, field) if text is None else decode(self._entity, field, text)
        )
        return self._write(field, value, [*standing_for, *removals])

    def _write(self, field: str, value: object, replaced: list[Located] | None = None) -> Write:
        key = FieldKey(self._entity, self._record, field)
        if replaced is None:
            return Write(key, value)
        ids = (self._names.change_id(self._connection, head.ref) for head in replaced)
        return Write(key, value, tuple(ids))

    def _replaced_in_field(self, change: Located) -> list[Ref]:
        found = (self._by_ref.get(ref) for ref in change.replaces)
        return [c.ref for c in found if c is not None and c.field == change.field]

    def _meant(self, head: Located) -> set[Ref]:
        """Return the changes that a head stands for: itself, and what an undo brought back."""
        meant = {head.ref}
        undone = self._actions[head.action].undoes
        if undone is not None:
            group = [
                change
                for change in self._by_ref.values()
                if change.field == head.field and self._actions[change.action].id == undone
            ]
            for ref in self._replaced_in_field(min(group, key=lambda c: c.ref)) if group else ():
                meant |= self._meant(self._by_ref[ref])
        return meant

    def _all_stand_for(self, heads: list[Located], own: set[Ref]) -> None:
        others = [h for h in heads if not self._meant(h) & own and not self._is_nothing(h)]
        if others:
            raise self._replaced(others)

    def _is_nothing(self, head: Located) -> bool:
        """Tell whether a head only takes back what was not there before."""
        return self._actions[head.action].undoes is not None and self._meant(head) == {head.ref}

    def _replaced(self, heads: list[Located]) -> KnownError:
        newest = max(heads, key=lambda h: (h.order, h.ref))
        action = self._actions[newest.action]
        when = f"{local(from_wall(action.wall)):%d-%m-%Y %H.%M}"
        return KnownError("journal.replaced_since", who=action.actor, when=when)


def _actions(connection: sa.Connection, numbers: set[int]) -> dict[int, ActionRow]:
    table = tables.action
    columns = (table.c.number, table.c.id, table.c.actor, table.c.wall, table.c.undoes)
    wanted = sa.select(*columns).where(table.c.number.in_(sorted(numbers)))
    return {row.number: ActionRow(*row[1:]) for row in connection.execute(wanted)}
