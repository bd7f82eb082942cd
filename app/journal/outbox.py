"""What of this journal the hub has, what it would not take, and what still waits to be sent."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from app.errors import KnownError
from app.journal import tables
from app.journal.changes import REMOVED
from app.journal.clock import from_wall
from app.journal.fold import Ref
from app.journal.loading import read_refs
from app.journal.names import Names

_CONFIRMED = (
    sa.select(tables.epoch.c.number, sa.func.coalesce(tables.confirmed.c.seq, 0).label("upto"))
    .outerjoin(tables.confirmed, tables.confirmed.c.epoch == tables.epoch.c.number)
    .where(tables.epoch.c.opened.is_not(None))
    .subquery()
)
_REFUSED = sa.select(tables.refused.c.action)
# What the hub does not want; what is to be offered again is refused without a reason.
_UNWANTED = _REFUSED.where(tables.refused.c.key != "")
# Found by the changes, whose key is the place in the chain, epoch by epoch: an outer join keeps
# that order, so that no change of earlier days is read. Epochs with nothing beyond give NULL.
_IS_BEYOND = (_CONFIRMED.c.number == tables.change.c.epoch) & (
    tables.change.c.seq > _CONFIRMED.c.upto
)
_BEYOND = sa.select(tables.change.c.action).select_from(
    _CONFIRMED.outerjoin(tables.change, _IS_BEYOND)
)
# Actions made here that the hub has not confirmed; those that it would not take among them.
UNSENT = sa.select(tables.action).where(
    tables.action.c.number.in_(sa.union(_BEYOND, _REFUSED).scalar_subquery())
)
# Those of them that are to be sent.
WAITING = UNSENT.where(tables.action.c.number.not_in(_UNWANTED.scalar_subquery()))
IN_ORDER = (tables.action.c.epoch, tables.action.c.first)


def first_waiting(changes: int) -> sa.Select[Any]:
    """Return a query of the first actions that wait, in order, with so many changes or more.

    It looks at no more than that, however much waits. An epoch with nothing beyond is NULL, and
    is passed over in words that leave the outer join what it is.
    """
    wanted = _IS_BEYOND & tables.change.c.action.not_in(_UNWANTED.scalar_subquery())
    beyond = sa.select(tables.change.c.action).select_from(
        _CONFIRMED.outerjoin(tables.change, wanted)
    )
    some = (
        beyond.where(sa.func.coalesce(tables.change.c.seq, 0) > 0)
        .order_by(_CONFIRMED.c.number, tables.change.c.seq)
        .limit(changes)
        .subquery()
    )
    again = _REFUSED.where(tables.refused.c.key == "")
    numbers = sa.union(sa.select(some.c.action), again).scalar_subquery()
    return sa.select(tables.action).where(tables.action.c.number.in_(numbers)).order_by(*IN_ORDER)


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """What the hub said of an action that was sent: `error` is None if it has it now."""

    action: str
    error: KnownError | None = None


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """An action that the hub would not take: what it was called, where, since when, and why."""

    action: str
    scope: str
    label: str
    size: int
    since: datetime
    error: KnownError


class Held(NamedTuple):
    """What somebody has of an epoch: how many changes, the number of the last, and its hash."""

    epoch: str
    seq: int
    changes: int
    hash: bytes


def count(connection: sa.Connection, actions: sa.Select[Any]) -> int:
    """Return how many changes some actions have."""
    waiting = actions.subquery()
    return int(connection.scalar(sa.select(sa.func.sum(waiting.c.size))) or 0)


def refused_actions(connection: sa.Connection) -> Iterable[Refused]:
    """Yield what the hub would not take, in the order in which it was made."""
    action, scope = tables.action, tables.scope
    query = (
        sa.select(action, tables.refused, scope.c.id.label("scope_id"))
        .join(tables.refused, tables.refused.c.action == action.c.number)
        .join(scope, scope.c.number == action.c.scope)
        .where(tables.refused.c.key != "")
        .order_by(*IN_ORDER)
    )
    for row in connection.execute(query):
        params = msgspec.json.decode(row.params, type=dict[str, Any])
        yield Refused(
            action=row.id,
            scope=row.scope_id,
            label=row.label,
            size=row.size,
            since=from_wall(row.since),
            error=KnownError(row.key, **params),
        )


def take_answers(connection: sa.Connection, answers: Sequence[Answered], wall: int) -> None:
    """Note what the hub has now, and what it would not take.

    An epoch is confirmed as far as every action in it was answered; what was refused stays
    unconfirmed for itself, and stops nothing.
    """
    table = tables.refused
    ids = [answer.action for answer in answers]
    action = tables.action.c
    known = sa.select(action.id, action.number, action.epoch).where(action.id.in_(ids))
    rows = connection.execute(known).all()
    numbers = {row.id: row.number for row in rows}
    before = sa.select(table.c.action, table.c.since).where(
        table.c.action.in_(list(numbers.values()))
    )
    since = {row.action: row.since for row in connection.execute(before)}
    connection.execute(sa.delete(table).where(table.c.action.in_(list(numbers.values()))))
    for answer in answers:
        if answer.error is not None and answer.action in numbers:
            params = msgspec.json.encode(answer.error.params).decode()
            number = numbers[answer.action]
            row = {"action": number, "key": answer.error.key, "params": params}
            connection.execute(sa.insert(table), row | {"since": since.get(number, wall)})
    for epoch in sorted({row.epoch for row in rows}):
        _confirm_answered(connection, epoch, set(numbers.values()))


def _confirm_answered(connection: sa.Connection, epoch: int, answered: set[int]) -> None:
    done = answered | set(connection.scalars(_REFUSED))
    change, action = tables.change.c, tables.action
    upto = sa.select(_CONFIRMED.c.upto).where(_CONFIRMED.c.number == epoch).scalar_subquery()
    beyond = (
        sa.select(change.action, action.c.first, action.c.size)
        .join(action, action.c.number == change.action)
        .where(change.epoch == epoch, change.seq > upto)
        .order_by(change.seq)
    )
    reached = 0
    with connection.execute(beyond) as rows:
        for number, first, size in rows:
            if number not in done:
                break
            reached = first + size - 1
    if reached:
        confirm_upto(connection, epoch, reached)


def confirm_upto(connection: sa.Connection, epoch: int, seq: int) -> None:
    """Note that every change of an epoch up to `seq` was dealt with; never fewer than before."""
    before = confirmed_upto(connection, epoch)
    connection.execute(sa.delete(tables.confirmed).where(tables.confirmed.c.epoch == epoch))
    connection.execute(sa.insert(tables.confirmed), {"epoch": epoch, "seq": max(seq, before)})


def confirmed_upto(connection: sa.Connection, epoch: int) -> int:
    """Return the number of the last change of an epoch that was dealt with, 0 before any."""
    mine = tables.confirmed.c.epoch == epoch
    return connection.scalar(sa.select(tables.confirmed.c.seq).where(mine)) or 0


def lacking(connection: sa.Connection, theirs: Iterable[Held], everything: bool) -> tuple[str, ...]:
    """Return the own epochs of which somebody lacks changes that were confirmed, or has others.

    Refused actions were never confirmed.
    """
    names, known = Names(), {held.epoch: held for held in theirs}
    found = []
    for row in connection.execute(_last_confirmed()):
        epoch = names.epoch_id(connection, row.epoch)
        held = known.get(epoch)
        if held is None and not everything:
            continue
        short = held is None or held.seq < row.seq or held.changes < row.changes
        if short or (held is not None and not _same(connection, row.epoch, held)):
            found.append(epoch)
    return tuple(found)


def _last_confirmed() -> sa.Select[Any]:
    action, confirmed = tables.action, tables.confirmed
    last = action.c.first + action.c.size - 1
    return (
        sa.select(
            action.c.epoch,
            sa.func.max(last).label("seq"),
            sa.func.sum(action.c.size).label("changes"),
        )
        .join(confirmed, (confirmed.c.epoch == action.c.epoch) & (last <= confirmed.c.seq))
        .where(action.c.number.not_in(_REFUSED.scalar_subquery()))
        .group_by(action.c.epoch)
    )


def _same(connection: sa.Connection, epoch: int, held: Held) -> bool:
    table = tables.change
    here = sa.select(table.c.hash).where(table.c.epoch == epoch, table.c.seq == held.seq)
    mine = connection.scalar(here)
    return mine is None or bytes(mine) == held.hash


def made(connection: sa.Connection) -> int:
    """Return how many changes were made here, whether the hub has them or not."""
    table = tables.change
    last = sa.select(sa.func.max(table.c.seq)).where(table.c.epoch == tables.epoch.c.number)
    own = sa.select(last.scalar_subquery().label("seq")).where(tables.epoch.c.opened.is_not(None))
    return int(connection.scalar(sa.select(sa.func.sum(own.subquery().c.seq))) or 0)


def disputed_scopes(connection: sa.Connection) -> tuple[str, ...]:
    """Return the citizens and cases of which some field, or a record's life, may be disputed."""
    head = tables.head.c
    several = sa.select(head.scope).group_by(head.scope, head.record, head.field)
    fields = connection.scalars(several.having(sa.func.count() > 1).distinct())
    numbers = sorted({*fields, *_ended_unseen(connection)})
    found = sa.select(tables.scope.c.id).where(tables.scope.c.number.in_(numbers))
    return tuple(connection.scalars(found))


def _ended_unseen(connection: sa.Connection) -> set[int]:
    """Return the scopes of records that were ended by who had not seen all that stands in them."""
    head, change, field = tables.head, tables.change, tables.field.c
    life = sa.select(field.number).where(field.name == REMOVED).scalar_subquery()
    made = (change.c.epoch == head.c.epoch) & (change.c.seq == head.c.seq)
    ends = sa.select(head.c.record, change.c.replaces).join(change, made)
    ends = ends.where(head.c.field.in_(life), change.c.value == "true")
    seen: dict[str, set[Ref]] = {}
    for record, replaces in connection.execute(ends):
        seen.setdefault(record, set()).update(read_refs(replaces))
    ended = ends.with_only_columns(head.c.record).scalar_subquery()
    rest = sa.select(head).where(head.c.record.in_(ended), head.c.field.not_in(life))
    rows = connection.execute(rest)
    return {row.scope for row in rows if Ref(row.epoch, row.seq) not in seen[row.record]}
