"""Every case that has not ended, read in bulk: what lists over all cases count from."""

from collections.abc import Iterator, Sequence

import msgspec
import sqlalchemy as sa

from app.domain.records import ENTITIES, Record
from app.journal import tables
from app.journal.failures import explained
from app.journal.state import read_row
from app.journal.tables import STATE

# What no deadline is counted from, and what there is most of.
_LEFT_OUT = frozenset(
    {
        "household_member",
        "contact",
        "answer",
        "assessment",
        "overall_assessment",
        "goal",
        "workplace_item",
        "attachment",
        "hearing",
        "departure",
        "action_plan",
        "provider_plan",
    }
)
_COUNTED = tuple(entity for entity in ENTITIES if entity not in _LEFT_OUT)

Tables = dict[str, dict[str, Record]]


class RunningCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case that has not ended: its number on this computer, its citizen's, and its state.

    `state` is another number as soon as anything of the case or its citizen is written.
    """

    scope: int
    citizen: int | None
    state: int


class RunningCases:
    """Reads the running cases; each call is one picture of one moment."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def all(self) -> tuple[RunningCase, ...]:
        """Return every case that is not closed, the last touched first."""
        case, scope, act = STATE["case"], tables.scope, tables.action
        running = sa.select(case.c.scope, case.c.citizen).where(
            sa.not_(case.c.removed), case.c.state.is_distinct_from("closed")
        )
        written = sa.select(act.c.scope, sa.func.max(act.c.number)).group_by(act.c.scope)
        with explained(), self._engine.connect() as connection, connection.begin():
            newest: dict[int, int] = {row[0]: row[1] for row in connection.execute(written)}
            known = sa.select(scope.c.id, scope.c.number)
            numbers: dict[str, int] = {row[0]: row[1] for row in connection.execute(known)}
            found = [
                RunningCase(
                    scope=row[0],
                    citizen=(citizen := numbers.get(row[1])),
                    state=max(newest.get(row[0], 0), newest.get(citizen or -1, 0)),
                )
                for row in connection.execute(running)
            ]
        return tuple(sorted(found, key=lambda c: -c.state))

    def read(self, cases: Sequence[RunningCase]) -> Iterator[tuple[RunningCase, Tables]]:
        """Yield what deadlines are counted from, case by case; at most 500 at a time."""
        by_scope: dict[int, Tables] = {}
        wanted = {c.scope for c in cases} | {c.citizen for c in cases if c.citizen is not None}
        with explained(), self._engine.connect() as connection, connection.begin():
            for entity in _COUNTED:
                table = STATE[entity]
                query = sa.select(table).where(table.c.scope.in_(wanted), sa.not_(table.c.removed))
                for row in connection.execute(query.order_by(table.c.made, table.c.id)).mappings():
                    rows = by_scope.setdefault(row["scope"], {})
                    rows.setdefault(entity, {})[row["id"]] = read_row(entity, row)
        for case in cases:
            yield case, {**by_scope.get(case.citizen or -1, {}), **by_scope.get(case.scope, {})}
