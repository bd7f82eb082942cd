"""Cases for the office: which teams look after them, found by number or citizen, and moved."""

from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from app.errors import KnownError
from app.hub.admin.doors import Visitor
from app.hub.admin.noting import note
from app.hub.hub import Hub
from app.hub.room import Caller
from app.hub.tables import case_team, team
from app.journal.tables import STATE

_SHORTEST = 2


class TeamCase(NamedTuple):
    """A case: its id and number, the number of its scope, its citizen, and who looks after it."""

    id: str
    number: str
    scope: int
    citizen: str
    state: str
    team: str


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A case that was found; `name` only for those whose team looks after it."""

    id: str
    number: str
    name: str
    state: str
    team: str


def cases_of(connection: sa.Connection, teams: list[str] | None) -> list[TeamCase]:
    """Return the cases that some teams look after; None is every case."""
    case = STATE["case"].c
    query = (
        sa.select(case.id, case.number, case.scope, case.citizen, case.state, team.c.name)
        .outerjoin(case_team, case_team.c.scope == case.scope)
        .outerjoin(team, team.c.id == case_team.c.team)
        .where(sa.not_(case.removed))
    )
    if teams is not None:
        query = query.where(case_team.c.team.in_(teams))
    return [
        TeamCase(r.id, r.number or "", r.scope, r.citizen or "", r.state or "", r.name or "")
        for r in connection.execute(query)
    ]


def own_cases(hub: Hub, visitor: Visitor) -> dict[int, TeamCase]:
    """Return the cases of the visitor's own teams by the numbers of their scopes."""
    with hub.room.reading() as connection:
        return {each.scope: each for each in cases_of(connection, list(visitor.teams))}


def find(hub: Hub, visitor: Visitor, text: str) -> tuple[Shown, ...]:
    """Return the cases of a number, or of citizens by name or whole CPR number.

    An administrator finds every case by its number, and sees no name of a case of others.
    Whose case was shown is noted, and what was looked for. KnownError("hub.short_search").
    """
    if len("".join(text.split())) < _SHORTEST:
        raise KnownError("hub.short_search")
    with hub.room.reading() as connection:
        every = cases_of(connection, None if visitor.administers else list(visitor.teams))
    known, own = {case.id: case for case in every}, set(visitor.teams.values())
    names = _by_citizen(hub, visitor, text)
    numbered = [case for case in every if case.number and case.number == text.strip()]
    found = {case.id: case for case in (*numbered, *(known[i] for i in names if i in known))}
    note(hub, visitor, "search", {each.scope for each in numbered if each.id not in names})
    citizens = names | _names(hub, [each for each in numbered if each.team in own])
    return tuple(_shown(case, citizens.get(case.id, "")) for case in found.values())


def _by_citizen(hub: Hub, visitor: Visitor, text: str) -> dict[str, str]:
    """Return the names of the citizens that fit, by case; that they were shown is noted."""
    caller = Caller(
        device="", user=visitor.user, name=visitor.name, role=visitor.role, teams=visitor.teams
    )
    found = hub.cases.search(caller, text)
    return {case.scope: each.name for each in found for case in each.cases}


def _names(hub: Hub, cases: list[TeamCase]) -> dict[str, str]:
    citizen = STATE["citizen"].c
    query = sa.select(citizen.id, citizen.name).where(
        citizen.id.in_([case.citizen for case in cases]), sa.not_(citizen.removed)
    )
    with hub.room.reading() as connection:
        names = {row.id: row.name or "" for row in connection.execute(query)}
    return {case.id: names.get(case.citizen, "") for case in cases}


def _shown(case: TeamCase, name: str) -> Shown:
    return Shown(id=case.id, number=case.number, name=name, state=case.state, team=case.team)


def move(hub: Hub, visitor: Visitor, case: str, to: str, why: str) -> None:
    """Give a case to another team, as an act of the visitor, for a reason.

    Raises KnownError "hub.say_why", "hub.no_case" (also for one of other teams, unless the
    visitor administers), "hub.no_team", "hub.same_team".
    """
    if not why.strip():
        raise KnownError("hub.say_why")
    with hub.room.reading() as connection:
        mine = cases_of(connection, None if visitor.administers else list(visitor.teams))
    found = next((each for each in mine if each.id == case), None)
    if found is None:
        raise KnownError("hub.no_case")
    if found.team == to:
        raise KnownError("hub.same_team")
    with hub.acts.doing(visitor.user, "case_moved", found.number or found.id, why.strip()):
        hub.cases.move(case, to, visitor.user, why.strip())
