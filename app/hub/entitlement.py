"""Which cases a user's computers get, and why: every reason is noted, and nothing else goes out.

A user has a case for as long as one of the user's teams looks after it (or no team does) and
there is a reason:

- "sent": the user has written in it, on a computer of the user's own;
- "planned": a visit in it that is not over was given to the user by the office; the case in
  which the same citizen was visited last comes with it;
- "due": a follow-up is due in it, by the rule that the laptops count by, and nobody of the team
  has it for another of these reasons: then all visitators and leaders of the team get it;
- "given": the office gave the case to the team while the user was a member;
- "opened": the user opened it at the hub, for a reason that stands in the access log.

A reader has what he or she opened, and nothing else. The citizen comes and goes with the cases.
What the office plans, gives or moves counts at once. Dates, memberships and roles are looked at
when a user's computer asks for the first time of a day, or after a change of the user: that
costs a few queries, and judging only the cases that nobody of the team has.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa

from app.clock import today
from app.hub.feeds import entitle, take_away
from app.hub.room import Room
from app.hub.tables import case_team, entitled, looked, member, plan, reason, user
from app.journal import tables
from app.journal.tables import STATE

# Who has a case for one of these works with it.
_WORKING = ("sent", "planned", "given")
_AT_A_TIME = 500
Judge = Callable[[Collection[int], date], set[int]]


class _Who(NamedTuple):
    """A user as he or she is now."""

    id: str
    reads_only: bool
    teams: set[str]


class _Case(NamedTuple):
    """A case by its scope's number, its citizen's id, and the team that looks after it."""

    scope: int
    citizen: str
    team: str | None


def add_reason(connection: sa.Connection, who: str, scope: int, kind: str) -> None:
    """Note why a user gets a case; `settle` makes it so."""
    mine = (reason.c.user == who) & (reason.c.scope == scope) & (reason.c.kind == kind)
    if connection.execute(sa.select(reason.c.kind).where(mine)).first() is None:
        row = {"user": who, "scope": scope, "kind": kind}
        connection.execute(sa.insert(reason), row)


def note_sent(connection: sa.Connection, who: str, scopes: Collection[int]) -> None:
    """Note that a user has written in some scopes; those who have them keep them for that."""
    mine = (reason.c.user == who) & (reason.c.kind == "sent")
    known = set(connection.scalars(sa.select(reason.c.scope).where(mine, _among(reason, scopes))))
    fresh = [{"user": who, "scope": s, "kind": "sent"} for s in sorted(set(scopes) - known)]
    if fresh:
        connection.execute(sa.insert(reason), fresh)


def _among(table: sa.Table, scopes: Collection[int]) -> sa.ColumnElement[bool]:
    return table.c.scope.in_(sorted(scopes))


def settle(connection: sa.Connection, who: str) -> None:
    """Give a user what there is a reason for, and take away what there is none for any more."""
    person = _person(connection, who)
    reasons = _reasons(connection, person)
    here = (entitled.c.user == who) & sa.not_(entitled.c.left)
    had = set(connection.scalars(sa.select(entitled.c.scope).where(here)))
    cases = _cases(connection, {*reasons, *had})
    mine = {c.scope for c in cases if reasons.get(c.scope) and c.team in (None, *person.teams)}
    citizens = _numbers(connection, {case.citizen for case in cases if case.citizen})
    theirs = {citizens[c.citizen] for c in cases if c.scope in mine and c.citizen in citizens}
    known = {case.scope for case in cases} | set(citizens.values())
    others = {scope for scope, kinds in reasons.items() if kinds and scope not in known}
    for scope in (*sorted(theirs - had), *sorted((mine | others) - had)):
        entitle(connection, who, scope)
    for scope in sorted(had - mine - theirs - others):
        take_away(connection, who, scope)


def settle_all(connection: sa.Connection, users: Iterable[str]) -> None:
    """Settle what several users have."""
    for who in sorted(set(users)):
        settle(connection, who)


def look_again(connection: sa.Connection, who: str) -> None:
    """Let all of it be looked at when a user's computer asks the next time."""
    connection.execute(sa.delete(looked).where(looked.c.user == who))


def plan_reasons(connection: sa.Connection, who: str) -> None:
    """Note in which cases a user has a visit ahead, and in which those citizens were last seen."""
    visit = STATE["visit"].c
    ahead = (
        sa.select(visit.scope)
        .join(plan, plan.c.visit == visit.id)
        .where(plan.c.user == who, sa.not_(visit.removed))
        .where(visit.state.in_(("planned", "ongoing")))
    )
    scopes = set(connection.scalars(ahead))
    _set_reasons(connection, who, "planned", scopes | _last_seen(connection, scopes))


def _last_seen(connection: sa.Connection, scopes: set[int]) -> set[int]:
    """Return of the citizens of some cases the cases in which they were visited last."""
    visit, case = STATE["visit"].c, STATE["case"].c
    mine = [each for each in _cases(connection, scopes) if each.citizen]
    query = (
        sa.select(case.citizen, case.scope, visit.planned_start)
        .join(STATE["visit"], visit.scope == case.scope)
        .where(case.citizen.in_([each.citizen for each in mine]), sa.not_(visit.removed))
        .where(visit.state.in_(("ongoing", "closed")))
    )
    newest: dict[str, tuple[str, int]] = {}
    for row in connection.execute(query):
        last = (row.planned_start or "", row.scope)
        newest[row.citizen] = max(newest.get(row.citizen, last), last)
    return {scope for _, scope in newest.values()}


def _set_reasons(connection: sa.Connection, who: str, kind: str, scopes: set[int]) -> None:
    mine = (reason.c.user == who) & (reason.c.kind == kind)
    connection.execute(sa.delete(reason).where(mine))
    rows = [{"user": who, "scope": scope, "kind": kind} for scope in sorted(scopes)]
    if rows:
        connection.execute(sa.insert(reason), rows)


class Entitlement:
    """Looks once a day at what a user's computers get; `due` judges in which cases of some
    a follow-up is due on a day."""

    def __init__(self, room: Room, due: Judge) -> None:
        self._room = room
        self._due = due

    def look(self, who: str) -> None:
        """Look at a user's dates, teams and role, unless it was done today."""
        day = today(self._room.clock)
        with self._room.reading() as connection:
            mine = sa.select(looked.c.day).where(looked.c.user == who)
            if connection.scalar(mine) == day.isoformat():
                return
            person = _person(connection, who)
            alone = set() if person.reads_only else _with_nobody(connection, person.teams)
        due = self._due(alone, day) if alone else set()

        def work(connection: sa.Connection) -> None:
            look_again(connection, who)
            connection.execute(sa.insert(looked), {"user": who, "day": day.isoformat()})
            plan_reasons(connection, who)
            _set_reasons(connection, who, "due", due)
            settle(connection, who)

        self._room.write(work)


def _person(connection: sa.Connection, who: str) -> _Who:
    role = connection.scalar(sa.select(user.c.role).where(user.c.id == who))
    teams = connection.scalars(sa.select(member.c.team).where(member.c.user == who))
    return _Who(who, role == "reader", set(teams))


def _reasons(connection: sa.Connection, who: _Who) -> dict[int, set[str]]:
    """Return the reasons that count, by scope."""
    found: dict[int, set[str]] = {}
    for row in connection.execute(sa.select(reason).where(reason.c.user == who.id)):
        counts = row.kind == "opened" or not who.reads_only
        found.setdefault(row.scope, set()).update({row.kind} if counts else ())
    return found


def _with_nobody(connection: sa.Connection, teams: set[str]) -> set[int]:
    """Return the running cases of some teams that nobody of the team works with."""
    case = STATE["case"].c
    worker = (
        sa.select(reason.c.scope)
        .join(member, member.c.user == reason.c.user)
        .join(user, user.c.id == reason.c.user)
        .where(reason.c.scope == case.scope, member.c.team == case_team.c.team)
        .where(reason.c.kind.in_(_WORKING), user.c.closed.is_(None), user.c.role != "reader")
    )
    query = (
        sa.select(case.scope)
        .join(case_team, case_team.c.scope == case.scope)
        .where(case_team.c.team.in_(sorted(teams)), sa.not_(case.removed))
        .where(case.state.is_distinct_from("closed"), ~worker.exists())
    )
    return set(connection.scalars(query))


def _cases(connection: sa.Connection, scopes: Collection[int]) -> list[_Case]:
    case = STATE["case"].c
    query = sa.select(case.scope, case.citizen, case_team.c.team).outerjoin(
        case_team, case_team.c.scope == case.scope
    )
    rows = _in_parts(connection, query, case.scope, sorted(scopes))
    return [_Case(row.scope, row.citizen or "", row.team) for row in rows]


def _numbers(connection: sa.Connection, ids: Collection[str]) -> dict[str, int]:
    table = tables.scope.c
    rows = _in_parts(connection, sa.select(table.id, table.number), table.id, sorted(ids))
    return {row.id: row.number for row in rows}


def _in_parts(
    connection: sa.Connection, query: sa.Select[Any], column: Any, values: list[Any]
) -> list[Any]:
    parts = (values[i : i + _AT_A_TIME] for i in range(0, len(values), _AT_A_TIME))
    return [row for part in parts for row in connection.execute(query.where(column.in_(part)))]
