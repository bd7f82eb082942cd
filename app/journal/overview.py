"""Fast lists from the state tables: the day's visits, the citizens, what is open."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from app.domain.records import ENTITY_OF, AppliedNeed, Case, Citizen, Record, Request, Visit
from app.journal.failures import explained
from app.journal.letters import Letters
from app.journal.running import RunningCases
from app.journal.state import read_row
from app.journal.tables import STATE, danish_time

R = TypeVar("R", bound=Record)

# SQLite takes so many values in one statement without asking.
_AT_A_TIME = 500


class VisitRow(msgspec.Struct, frozen=True, kw_only=True):
    """A visit with what a list shows of it; `request` is the newest of the case."""

    visit: Visit
    case: Case
    citizen: Citizen
    request: Request | None
    needs: tuple[AppliedNeed, ...]


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many living records there are."""

    citizens: int
    cases: int
    visits: int


class Overview:
    """Reads lists; each call is one picture of one moment. Removed records are left out."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    @property
    def running(self) -> RunningCases:
        """The cases that have not ended."""
        return RunningCases(self._engine)

    @property
    def letters(self) -> Letters:
        """The issued decisions, sent or not."""
        return Letters(self._engine)

    def visits_between(self, start: datetime, end: datetime) -> tuple[VisitRow, ...]:
        """Return the visits planned from `start` to before `end`, by time.

        Moments without a zone are Danish local time.
        """
        planned = STATE["visit"].c.planned_start
        inside = (planned >= danish_time(start)) & (planned < danish_time(end))
        return self._visits(inside)

    def unplanned_visits(self) -> tuple[VisitRow, ...]:
        """Return the visits that have no time yet."""
        return self._visits(STATE["visit"].c.planned_start.is_(None))

    def visits_of(self, citizen: str) -> tuple[VisitRow, ...]:
        """Return all visits of a citizen, by time."""
        with explained(), self._engine.connect() as connection, connection.begin():
            scopes = self._case_scopes(connection, STATE["case"].c.citizen == citizen)
            return self._rows(connection, _of_scopes("visit", scopes))

    def visits_in(self, case: str) -> tuple[VisitRow, ...]:
        """Return all visits of a case, by time."""
        return self._visits(STATE["visit"].c.case == case)

    def open_cases(self) -> tuple[VisitRow, ...]:
        """Return the newest visit, not cancelled, of each case that is not closed."""
        case = STATE["case"]
        with explained(), self._engine.connect() as connection, connection.begin():
            scopes = self._case_scopes(connection, case.c.state.is_distinct_from("closed"))
            rows = self._rows(connection, _of_scopes("visit", scopes))
        newest = {row.case.id: row for row in rows if row.visit.state != "cancelled"}
        return tuple(newest.values())

    def active_cases(self, since: date, until: date) -> tuple[VisitRow, ...]:
        """Return the newest visit of each case in which something may fall due.

        That is: a request or a sent decision since a day, or a next visit by another day.
        """
        request, delivery, visit = STATE["request"], STATE["delivery"], STATE["visit"]
        recent = (
            sa.select(request.c.scope).where(request.c.received_on.between(since, until)),
            sa.select(delivery.c.scope).where(delivery.c.sent_on.between(since, until)),
            sa.select(visit.c.scope).where(visit.c.next_visit.between(since, until)),
        )
        with explained(), self._engine.connect() as connection, connection.begin():
            scopes = {scope for query in recent for scope in connection.scalars(query)}
            rows = self._rows(connection, _of_scopes("visit", list(scopes)))
        newest = {row.case.id: row for row in rows if row.visit.state != "cancelled"}
        return tuple(newest.values())

    def previous_visit(self, visit_id: str) -> Visit | None:
        """Return the newest earlier visit of the same case."""
        visit = STATE["visit"]
        with explained(), self._engine.connect() as connection, connection.begin():
            this = connection.execute(sa.select(visit).where(visit.c.id == visit_id)).first()
            if this is None or this.planned_start is None:
                return None
            earlier = (
                (visit.c.scope == this.scope)
                & (visit.c.planned_start < this.planned_start)
                & (visit.c.state.is_distinct_from("cancelled"))
            )
            rows = self._records(connection, Visit, [earlier])
        return max(rows, key=_start, default=None)

    def citizens(self, limit: int = 100, offset: int = 0) -> tuple[Citizen, ...]:
        """Return citizens by name, a page at a time."""
        table = STATE["citizen"]
        query = (
            sa.select(table)
            .where(sa.not_(table.c.removed))
            .order_by(table.c.name, table.c.id)
            .limit(limit)
            .offset(offset)
        )
        with explained(), self._engine.connect() as connection, connection.begin():
            return tuple(_read(Citizen, row) for row in connection.execute(query).mappings())

    def citizen_with_cpr(self, cpr: str) -> Citizen | None:
        """Return the citizen with a CPR number of ten characters; the oldest, if there are two."""
        with explained(), self._engine.connect() as connection, connection.begin():
            same = STATE["citizen"].c.cpr_value == cpr
            return next(iter(self._records(connection, Citizen, [same])), None)

    def has_citizen(self, citizen: str) -> bool:
        """Tell whether a citizen is here."""
        with explained(), self._engine.connect() as connection, connection.begin():
            return bool(self._records(connection, Citizen, [STATE["citizen"].c.id == citizen]))

    def has_case(self, case: str) -> bool:
        """Tell whether a case is here, and has not left."""
        with explained(), self._engine.connect() as connection, connection.begin():
            return bool(self._records(connection, Case, [STATE["case"].c.id == case]))

    def open_case_of(self, citizen: str) -> str:
        """Return the id of the newest case of a citizen that is not closed; "" if none is."""
        table = STATE["case"]
        wanted = (table.c.citizen == citizen) & table.c.state.is_distinct_from("closed")
        with explained(), self._engine.connect() as connection, connection.begin():
            cases = self._records(connection, Case, [wanted])
        return cases[-1].id if cases else ""

    def visit_from(self, source: str, source_key: str) -> Visit | None:
        """Return the visit that was taken from a line of a work list."""
        table = STATE["visit"]
        same = (table.c.source_key == source_key) & (table.c.source == source)
        with explained(), self._engine.connect() as connection, connection.begin():
            return next(iter(self._records(connection, Visit, [same])), None)

    def scopes_of_visit(self, visit_id: str) -> list[str]:
        """Return the ids of the citizen and the case that a visit belongs to; or nothing."""
        visit, case = STATE["visit"], STATE["case"]
        of_visit = sa.select(visit.c.case).where(visit.c.id == visit_id, sa.not_(visit.c.removed))
        with explained(), self._engine.connect() as connection, connection.begin():
            found = connection.scalar(of_visit) or ""
            of_case = sa.select(case.c.citizen).where(case.c.id == found, sa.not_(case.c.removed))
            citizen = connection.scalar(of_case) if found else ""
        return [scope for scope in (citizen, found) if scope]

    def counts(self) -> Counts:
        """Return how much is on this computer."""
        with explained(), self._engine.connect() as connection, connection.begin():
            citizens, cases, visits = (
                connection.scalar(
                    sa.select(sa.func.count()).where(sa.not_(STATE[entity].c.removed))
                )
                for entity in ("citizen", "case", "visit")
            )
        return Counts(citizens=citizens or 0, cases=cases or 0, visits=visits or 0)

    def _visits(self, wanted: sa.ColumnElement[bool]) -> tuple[VisitRow, ...]:
        with explained(), self._engine.connect() as connection, connection.begin():
            return self._rows(connection, [wanted])

    def _case_scopes(self, connection: sa.Connection, wanted: sa.ColumnElement[bool]) -> list[int]:
        table = STATE["case"]
        return list(connection.scalars(sa.select(table.c.scope).where(wanted)))

    def _rows(
        self, connection: sa.Connection, wanted: Sequence[sa.ColumnElement[bool]]
    ) -> tuple[VisitRow, ...]:
        visits = sorted(self._records(connection, Visit, wanted), key=_start)
        cases = self._by_id(connection, Case, (v.case for v in visits))
        citizens = self._by_id(connection, Citizen, (c.citizen for c in cases.values()))
        requests = self._by_case(connection, Request, cases)
        needs = self._by_case(connection, AppliedNeed, cases)
        rows = []
        for visit in visits:
            case = cases.get(visit.case, Case(id=visit.case))
            rows.append(
                VisitRow(
                    visit=visit,
                    case=case,
                    citizen=citizens.get(case.citizen, Citizen(id=case.citizen)),
                    request=next(reversed(requests.get(case.id, [])), None),
                    needs=tuple(needs.get(case.id, ())),
                )
            )
        return tuple(rows)

    def _records(
        self, connection: sa.Connection, kind: type[R], wanted: Sequence[sa.ColumnElement[bool]]
    ) -> list[R]:
        table = STATE[ENTITY_OF[kind]]
        found: list[R] = []
        for condition in wanted:
            query = sa.select(table).where(condition, sa.not_(table.c.removed))
            rows = connection.execute(query.order_by(table.c.made, table.c.id)).mappings()
            found += [_read(kind, row) for row in rows]
        return found

    def _by_id(self, connection: sa.Connection, kind: type[R], ids: Iterable[str]) -> dict[str, R]:
        table = STATE[ENTITY_OF[kind]]
        wanted = [table.c.id.in_(part) for part in _parts(sorted({i for i in ids if i}))]
        return {record.id: record for record in self._records(connection, kind, wanted)}

    def _by_case(
        self, connection: sa.Connection, kind: type[R], cases: dict[str, Case]
    ) -> dict[str, list[R]]:
        table = STATE["case"]
        scopes: list[int] = []
        for part in _parts(sorted(cases)):
            scopes += self._case_scopes(connection, table.c.id.in_(part))
        grouped: dict[str, list[R]] = {}
        for record in self._records(connection, kind, _of_scopes(ENTITY_OF[kind], scopes)):
            grouped.setdefault(getattr(record, "case", ""), []).append(record)
        return grouped


def _read(kind: type[R], row: Any) -> R:
    record = read_row(ENTITY_OF[kind], row)
    if not isinstance(record, kind):
        raise TypeError
    return record


def _start(visit: Visit) -> str:
    return danish_time(visit.planned.start) if visit.planned else ""


def _parts(ids: list[Any]) -> list[list[Any]]:
    return [ids[start : start + _AT_A_TIME] for start in range(0, len(ids), _AT_A_TIME)]


def _of_scopes(entity: str, scopes: list[int]) -> list[sa.ColumnElement[bool]]:
    return [STATE[entity].c.scope.in_(part) for part in _parts(sorted(set(scopes)))]
