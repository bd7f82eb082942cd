"""Verifies the record, and makes heads and state anew from its changes."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import sqlalchemy as sa

from app.domain.records import ENTITIES
from app.journal import tables
from app.journal.chaining import check_chain
from app.journal.changes import Problem
from app.journal.fold import Folded, standing
from app.journal.loading import ALL_CHANGES, CHANGES_OF_RECORDS, Located, by_record, read_changes
from app.journal.names import Names
from app.journal.state import full_columns

_AT_A_TIME = 1_000
_REFOLDED_AT_A_TIME = 200


class Derived(NamedTuple):
    """One record as it follows from its changes."""

    folded: Folded
    record: str
    scope: int
    made: int

    def heads(self, connection: sa.Connection, names: Names) -> list[dict[str, Any]]:
        """Return its rows of the table of heads."""
        return [
            {
                "scope": self.scope,
                "record": self.record,
                "field": names.field(connection, self.folded.entity, field),
                "epoch": ref.epoch,
                "seq": ref.seq,
            }
            for field, heads in self.folded.heads.items()
            for ref in heads
        ]

    def row(self) -> dict[str, Any]:
        """Return its row of the state table."""
        columns = full_columns(self.folded)
        return {"id": self.record, "scope": self.scope, "made": self.made, **columns}


def derived(connection: sa.Connection, names: Names) -> Iterator[Derived]:
    """Fold every record of the journal but those that have left this computer."""
    parted = parted_scopes(connection)
    for record, changes in by_record(read_changes(connection, names, ALL_CHANGES)):
        yield from _fold(record, (c for c in changes if c.scope not in parted))


def parted_scopes(connection: sa.Connection) -> set[int]:
    """Return the cases that have left this computer; stubs are left of their changes."""
    return set(connection.scalars(sa.select(tables.parted.c.scope)))


def _fold(record: str, changes: Iterable[Located]) -> Iterator[Derived]:
    by_entity: dict[str, list[Located]] = {}
    for change in changes:
        by_entity.setdefault(change.entity, []).append(change)
    for entity, mine in by_entity.items():
        first = min(mine, key=lambda c: (c.order, c.ref))
        yield Derived(Folded(entity, standing(mine)), record, first.scope, first.order)


def refold(connection: sa.Connection, names: Names, records: Iterable[str]) -> None:
    """Make heads and state of some records anew, from all of their changes."""
    wanted = sorted(records)
    parted = parted_scopes(connection) if wanted else set()
    for start in range(0, len(wanted), _REFOLDED_AT_A_TIME):
        some = wanted[start : start + _REFOLDED_AT_A_TIME]
        changes = list(read_changes(connection, names, CHANGES_OF_RECORDS, records=some))
        _drop(connection, some, changes)
        here = (c for c in changes if c.scope not in parted)
        _add(connection, names, (d for r, mine in by_record(here) for d in _fold(r, mine)))


def _drop(connection: sa.Connection, records: list[str], changes: list[Located]) -> None:
    head, scopes = tables.head.c, {change.scope for change in changes}
    mine = head.scope.in_(sorted(scopes)) & head.record.in_(records)
    connection.execute(sa.delete(tables.head).where(mine))
    for entity in {change.entity for change in changes} & ENTITIES.keys():
        table, ids = tables.STATE[entity], {c.record for c in changes if c.entity == entity}
        connection.execute(sa.delete(table).where(table.c.id.in_(sorted(ids))))


def _add(connection: sa.Connection, names: Names, records: Iterable[Derived]) -> None:
    rows: dict[sa.Table, list[dict[str, Any]]] = {}
    for each in records:
        rows.setdefault(tables.head, []).extend(each.heads(connection, names))
        if each.folded.entity in ENTITIES:
            rows.setdefault(tables.STATE[each.folded.entity], []).append(each.row())
    for table, mine in rows.items():
        connection.execute(sa.insert(table), mine)


def rebuild(connection: sa.Connection, names: Names) -> None:
    """Make heads and state anew."""
    for table in (tables.head, *tables.STATE.values()):
        connection.execute(sa.delete(table))
    everything = list(derived(connection, names))
    for start in range(0, len(everything), _AT_A_TIME):
        _add(connection, names, everything[start : start + _AT_A_TIME])


def verify(connection: sa.Connection, names: Names) -> tuple[Problem, ...]:
    """Return what is wrong with chain, heads and state rows; nothing if all is well."""
    problems = list(check_chain(connection, names))
    heads = _stored_heads(connection)
    rows = {entity: _stored_rows(connection, table) for entity, table in tables.STATE.items()}
    for each in derived(connection, names):
        entity = each.folded.entity
        expected = {tuple(row.values()) for row in each.heads(connection, names)}
        stored = heads.setdefault(each.record, set())
        if expected - stored:
            problems.append(_problem("heads", entity, each.record))
        stored -= expected
        if entity in ENTITIES and rows[entity].pop(each.record, None) != each.row():
            problems.append(_problem("state", entity, each.record))
    problems += (_problem("extra_head", "", record) for record, more in heads.items() if more)
    problems += (_problem("extra_row", e, record) for e, left in rows.items() for record in left)
    return tuple(problems)


def _problem(what: str, entity: str, record: str) -> Problem:
    return Problem(key=f"journal.problem.{what}", params={"entity": entity, "record": record})


def _stored_heads(connection: sa.Connection) -> dict[str, set[tuple[Any, ...]]]:
    heads: dict[str, set[tuple[Any, ...]]] = {}
    for row in connection.execute(sa.select(tables.head)):
        heads.setdefault(row.record, set()).add(tuple(row))
    return heads


def _stored_rows(connection: sa.Connection, table: sa.Table) -> dict[str, dict[str, Any]]:
    return {row["id"]: dict(row) for row in connection.execute(sa.select(table)).mappings()}
