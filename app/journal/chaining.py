"""Follows the hash chain of each epoch and says where it does not hold."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from app.journal import chain, tables
from app.journal.changes import Problem
from app.journal.fold import Ref
from app.journal.loading import read_refs
from app.journal.names import Names

_ACTION = tables.action.c
_LINKS = (
    sa.select(
        tables.change,
        tables.scope.c.id.label("scope_id"),
        *(column.label(f"action_{column.name}") for column in tables.action.columns),
    )
    .outerjoin(tables.action, _ACTION.number == tables.change.c.action)
    .outerjoin(tables.scope, tables.scope.c.number == _ACTION.scope)
    .where(tables.change.c.epoch == sa.bindparam("epoch"))
    .order_by(tables.change.c.seq)
)
_SIZES = (
    sa.select(_ACTION.id)
    .outerjoin(tables.change, _ACTION.number == tables.change.c.action)
    .group_by(_ACTION.number, _ACTION.id, _ACTION.size)
    .having(sa.func.count(tables.change.c.seq) != _ACTION.size)
)


def check_chain(connection: sa.Connection, names: Names) -> Iterator[Problem]:
    """Yield every break: a changed or missing change, an epoch that names no known hash.

    An epoch may build on a change that is not the last one: a restored backup is refilled.
    Of other computers' epochs only parts are here, tied together by stubs.
    """
    epochs = connection.execute(sa.select(tables.epoch).order_by(tables.epoch.c.number)).all()
    own = {row.previous: row.id for row in epochs if row.opened is not None}
    own.pop(chain.NOTHING, None)
    for row in epochs:
        yield from _Epoch(connection, names, row).check(own)
    for epoch_id in own.values():
        yield Problem(key="journal.problem.epoch", params={"epoch": epoch_id})
    for action in connection.scalars(_SIZES):
        yield Problem(key="journal.problem.action", params={"action": action})


class _Epoch:
    """The chain of one epoch, as far as it was followed."""

    def __init__(self, connection: sa.Connection, names: Names, row: Any) -> None:
        self._connection = connection
        self._names = names
        self._row = row
        self.link = chain.first_link(row.id, row.previous or b"")

    def check(self, named: dict[bytes, str]) -> Iterator[Problem]:
        """Yield the breaks, and take what was named and found out of `named`."""
        seq = 0
        for row in self._connection.execute(_LINKS, {"epoch": self._row.number}).mappings():
            is_stub = row["action"] is None and self._row.opened is None
            seq += 1
            if row["seq"] != seq:
                if not is_stub:
                    yield self._problem("gap", seq)
                seq = row["seq"]
            if not is_stub and not self._holds(row):
                yield self._problem("chain", seq)
            self.link = row["hash"]
            named.pop(self.link, None)

    def _holds(self, row: Any) -> bool:
        if row["action_id"] is None:
            return False
        header = self._change_header(row)
        return bool(chain.link(self.link, action_header(row), header) == row["hash"])

    def _problem(self, what: str, seq: int) -> Problem:
        params: dict[str, object] = {"epoch": self._row.id, "seq": seq}
        return Problem(key=f"journal.problem.{what}", params=params)

    def _change_header(self, row: Any) -> chain.ChangeHeader:
        entity, field = self._names.field_name(self._connection, row["field"])
        ids = (self._change_id(ref) for ref in read_refs(row["replaces"]))
        return chain.ChangeHeader(
            seq=row["seq"],
            entity=entity,
            record=row["record"],
            field=field,
            replaces=tuple(ids),
            value=chain.stands_for(row["salt"], row["value"], row["digest"]) or chain.NOTHING,
        )

    def _change_id(self, ref: Ref) -> tuple[str, int]:
        found = self._names.change_id(self._connection, ref)
        return found.epoch, found.seq


def action_header(row: Any) -> chain.ActionHeader:
    """Return what the chain says of the action in a row of both."""
    salt, reason, digest = (row[f"action_{name}"] for name in ("salt", "reason", "digest"))
    return chain.ActionHeader(
        id=row["action_id"],
        scope=row["scope_id"],
        actor=row["action_actor"],
        hlc=row["action_hlc"],
        wall=row["action_wall"],
        size=row["action_size"],
        schema=row["action_schema"],
        undoable=row["action_undoable"],
        undoes=row["action_undoes"],
        label=row["action_label"],
        reason=chain.stands_for(salt, reason, digest),
    )
