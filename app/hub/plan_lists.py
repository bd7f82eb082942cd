"""The planned visits of some teams, by day; and one of them, as a form shows it."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from app.clock import COPENHAGEN
from app.domain.records import Citizen, Visit
from app.errors import KnownError
from app.hub.planning import newest_action
from app.hub.room import Room
from app.hub.tables import case_team, member, plan, team, user
from app.journal.state import read_row
from app.journal.tables import STATE, danish_time

LONGEST_LIST = timedelta(days=31)


class Worker(NamedTuple):
    """A user whom visits can be given to, and the team."""

    id: str
    name: str
    team: str


class ListedVisit(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list; `scope` numbers the case, `seen` is its state, `given_to` a user's id."""

    visit: Visit
    citizen: Citizen
    scope: int
    case_number: str
    team: str
    team_id: str
    given_to: str
    seen: int = 0

    @property
    def may_change(self) -> bool:
        """Tell whether it can still be moved: it has not begun."""
        return self.visit.state in ("", "planned")


class PlanLists:
    """Reads what was planned; who shows it notes it."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def visits(
        self, teams: Collection[str], first: date, last: date, visitator: str = ""
    ) -> tuple[ListedVisit, ...]:
        """Return the visits of a span of days in some teams by time, cancelled ones left out.

        With `visitator`, a user's id, only those that were given to the user, or that the
        user planned on the laptop. Raises KnownError("hub.bad_span") for more than a month.
        """
        if not first <= last <= first + LONGEST_LIST:
            raise KnownError("hub.bad_span", days=LONGEST_LIST.days)
        visit = STATE["visit"].c
        start, end = _midnight(first), _midnight(last + timedelta(days=1))
        query = _query(teams).where(visit.planned_start >= start, visit.planned_start < end)
        if visitator:
            name = sa.select(user.c.name).where(user.c.id == visitator).scalar_subquery()
            own = plan.c.user.is_(None) & (visit.visitator == name)
            query = query.where(sa.or_(plan.c.user == visitator, own))
        living = query.where(visit.state.is_distinct_from("cancelled"))
        with self._room.reading() as connection:
            rows = connection.execute(living.order_by(visit.planned_start, visit.id)).mappings()
            found = [dict(row) for row in rows]
            citizens = _citizens(connection, {row["whose"] for row in found})
        return tuple(_listed(row, citizens) for row in found)

    def one(self, teams: Collection[str], visit: str) -> ListedVisit:
        """Return one visit of some teams; KnownError("hub.plan.no_visit")."""
        with self._room.reading() as connection:
            query = _query(teams).where(STATE["visit"].c.id == visit)
            row = connection.execute(query).mappings().first()
            if row is None:
                raise KnownError("hub.plan.no_visit")
            listed = _listed(dict(row), _citizens(connection, {row["whose"]}))
            return msgspec.structs.replace(listed, seen=newest_action(connection, listed.scope))

    def citizen(self, teams: Collection[str], citizen: str) -> tuple[Citizen, int]:
        """Return a citizen with a case in some teams, and the number of the citizen's scope.

        Raises KnownError("hub.plan.no_citizen").
        """
        case = STATE["case"].c
        mine = (
            sa.select(case.citizen)
            .join(case_team, case_team.c.scope == case.scope)
            .where(case.citizen == citizen, case_team.c.team.in_(list(teams)))
        )
        with self._room.reading() as connection:
            found = _citizens(connection, set(connection.scalars(mine)))
            table = STATE["citizen"].c
            scope = connection.scalar(sa.select(table.scope).where(table.id == citizen))
        if citizen not in found or scope is None:
            raise KnownError("hub.plan.no_citizen")
        return found[citizen], scope

    def workers(self, teams: Collection[str]) -> tuple[Worker, ...]:
        """Return whom visits of some teams can be given to, by team and name."""
        query = (
            sa.select(user.c.id, user.c.name, member.c.team)
            .join(member, member.c.user == user.c.id)
            .join(team, team.c.id == member.c.team)
            .where(member.c.team.in_(list(teams)))
            .where(user.c.closed.is_(None), user.c.role != "reader")
            .order_by(team.c.name, user.c.name, user.c.id)
        )
        with self._room.reading() as connection:
            return tuple(Worker(row.id, row.name, row.team) for row in connection.execute(query))


def _query(teams: Collection[str]) -> sa.Select[Any]:
    visit, case = STATE["visit"], STATE["case"]
    return (
        sa.select(
            visit,
            case.c.number.label("case_number"),
            case.c.citizen.label("whose"),
            team.c.name.label("team_name"),
            team.c.id.label("team_id"),
            plan.c.user.label("given_to"),
        )
        .join(case, case.c.scope == visit.c.scope)
        .join(case_team, case_team.c.scope == visit.c.scope)
        .join(team, team.c.id == case_team.c.team)
        .outerjoin(plan, plan.c.visit == visit.c.id)
        .where(team.c.id.in_(list(teams)), sa.not_(visit.c.removed))
    )


def _citizens(connection: sa.Connection, ids: Collection[str]) -> dict[str, Citizen]:
    table = STATE["citizen"]
    query = sa.select(table).where(table.c.id.in_(sorted(each for each in ids if each)))
    rows = connection.execute(query.where(sa.not_(table.c.removed))).mappings()
    read = (read_row("citizen", row) for row in rows)
    return {each.id: each for each in read if isinstance(each, Citizen)}


def _listed(row: Mapping[Any, Any], citizens: dict[str, Citizen]) -> ListedVisit:
    visit = read_row("visit", row)
    if not isinstance(visit, Visit):
        raise TypeError
    whose = row["whose"] or ""
    return ListedVisit(
        visit=visit,
        citizen=citizens.get(whose, Citizen(id=whose)),
        scope=row["scope"],
        case_number=row["case_number"] or "",
        team=row["team_name"],
        team_id=row["team_id"],
        given_to=row["given_to"] or "",
    )


def _midnight(day: date) -> str:
    return danish_time(datetime(day.year, day.month, day.day, tzinfo=COPENHAGEN))
