"""Visits as the office plans them: given to a visitator, moved, given to another, cancelled.

Team leaders and administrators plan for their own teams. A citizen whom another team looks
after is that team's: the visit is planned there, or the case is moved first.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from app.clock import local
from app.domain.ids import new_id
from app.domain.records import Case, Citizen, Record, Visit
from app.domain.values import Address, Cpr, Planned
from app.errors import KnownError
from app.hub.entitlement import plan_reasons, settle_all
from app.hub.own_hand import OwnHand
from app.hub.room import Room
from app.hub.tables import case_team, member, plan, team, user
from app.hub.users import find_user, workers
from app.journal import tables
from app.journal.changes import Write
from app.journal.journal import Journal
from app.journal.state import read_row
from app.journal.tables import STATE
from app.sync.wire import Role
from app.texts import Texts
from app.workflow.planning import VisitKind
from app.workflow.writing import Written, clean, key_of, recorded

PLANNERS: frozenset[Role] = frozenset({"team_leader", "administrator"})
LONGEST_TEXT = 2000
_OPEN = ("", "planned")


class Planner(msgspec.Struct, frozen=True, kw_only=True):
    """Who plans; `teams` are the ids and names of the user's own teams."""

    user: str
    name: str
    role: Role
    teams: Mapping[str, str]


class Appointment(msgspec.Struct, frozen=True, kw_only=True):
    """When, where, why and by whom; `visitator` is a user's id, `minutes` how long."""

    start: datetime
    visitator: str
    minutes: int = 60
    kind: VisitKind = ""
    place: str = ""
    note: str = ""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to visit: a citizen of the own teams by `id`, or anybody by CPR number."""

    id: str = ""
    cpr: Cpr | None = None
    birth_date: date | None = None
    name: str = ""
    address: Address = Address()
    phone: str = ""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The line of a work list that a visit came from; the same line makes it once."""

    source: str = ""
    key: str = ""


class Planning:
    """Plans visits; what it writes travels as what the laptops write."""

    def __init__(self, room: Room, journal: Journal) -> None:
        self._room = room
        self._hand = OwnHand(room, journal)
        self._texts = Texts("da")

    def planner(self, login: str) -> Planner:
        """Return a user as one who plans; KnownError "hub.no_user", "hub.not_your_role"."""
        with self._room.reading() as connection:
            who = find_user(connection, login)
            row = connection.execute(sa.select(user).where(user.c.id == who)).one()
            teams = _teams_of(connection, who)
        made = Planner(user=row.id, name=row.name, role=row.role, teams=teams)
        _may_plan(made)
        return made

    def check(self, planner: Planner, which: str) -> None:
        """Raise KnownError "hub.not_your_role", "hub.no_team" unless a user plans for a team."""
        _may_plan(planner)
        if which not in planner.teams:
            raise KnownError("hub.no_team")

    def add(
        self, planner: Planner, which: str, person: Person, when: Appointment, came: Source
    ) -> str:
        """Plan a visit for a team, given by id; return the visit's id.

        The citizen and the case are made unless they are here. Raises KnownError
        "hub.not_your_role", "hub.no_team", "hub.plan.no_visitator", "hub.plan.no_citizen",
        "hub.plan.citizen_elsewhere", "hub.plan.case_of_team"; nothing is written then.
        """
        return self._room.write(lambda c: self.add_in(c, planner, which, person, when, came))

    def add_in(
        self,
        connection: sa.Connection,
        planner: Planner,
        which: str,
        person: Person,
        when: Appointment,
        came: Source,
    ) -> str:
        """Do what `add` does, inside a transaction that writes."""
        self.check(planner, which)
        citizen = _citizen(connection, person)
        case = _open_case(connection, planner, which, citizen)
        _check_text(when)
        name = _visitator(connection, which, when.visitator)
        if not citizen:
            made = _new_citizen(person)
            citizen = made.id
            self._write(connection, planner, made.id, recorded(made))
        records: list[Record] = []
        if not case:
            case = new_id()
            number = f"{local(self._room.clock()).year}-{case[-6:].upper()}"
            records.append(
                Case(id=case, citizen=citizen, number=number, responsible=name, state="open")
            )
        visit = _visit(case, name, when, came)
        records.append(visit)
        scope = self._write(
            connection, planner, case, [w for record in records for w in recorded(record)]
        )
        _look_after(connection, scope, which)
        connection.execute(sa.insert(plan), {"visit": visit.id, "user": when.visitator})
        self._follow(connection, {when.visitator})
        return visit.id

    def change(self, planner: Planner, visit: str, seen: int, when: Appointment) -> None:
        """Move a planned visit, or give it to another visitator.

        `seen` is the case's state that the planner saw. Raises KnownError as `add`,
        "hub.plan.no_visit", "hub.plan.visit_begun", "hub.plan.changed_meanwhile".
        """

        def work(connection: sa.Connection) -> None:
            before, which = self._planned(connection, planner, visit, seen)
            _check_text(when)
            name = _visitator(connection, which, when.visitator)
            planned = Planned(start=when.start, minutes=when.minutes, place=when.place)
            wanted = {"planned": planned, "kind": when.kind, "note": when.note, "visitator": name}
            writes = [
                (key_of(before, field), clean(before, field, value))
                for field, value in wanted.items()
                if getattr(before, field) != value
            ]
            if writes:
                self._write(connection, planner, before.case, writes)
            had = connection.scalar(sa.select(plan.c.user).where(plan.c.visit == visit))
            connection.execute(sa.delete(plan).where(plan.c.visit == visit))
            connection.execute(sa.insert(plan), {"visit": visit, "user": when.visitator})
            self._follow(connection, {when.visitator, *([had] if had else ())})

        self._room.write(work)

    def cancel(self, planner: Planner, visit: str, seen: int) -> None:
        """Take a planned visit off the list; the visitator's laptop is told. Raises as `change`.

        The case stays on that laptop until the next day, so that the word can come there.
        """

        def work(connection: sa.Connection) -> None:
            before, _ = self._planned(connection, planner, visit, seen)
            self._write(connection, planner, before.case, [(key_of(before, "state"), "cancelled")])

        self._room.write(work)

    def _planned(
        self, connection: sa.Connection, planner: Planner, visit: str, seen: int
    ) -> tuple[Visit, str]:
        """Return a visit of the planner's teams that has not begun, and the case's team."""
        _may_plan(planner)
        table = STATE["visit"]
        query = (
            sa.select(table, case_team.c.team.label("which"))
            .join(case_team, case_team.c.scope == table.c.scope)
            .where(table.c.id == visit, case_team.c.team.in_(list(planner.teams)))
        )
        row = connection.execute(query.where(sa.not_(table.c.removed))).mappings().first()
        found = read_row("visit", row) if row else None
        if row is None or not isinstance(found, Visit):
            raise KnownError("hub.plan.no_visit")
        if found.state not in _OPEN:
            raise KnownError("hub.plan.visit_begun")
        if newest_action(connection, row["scope"]) != seen:
            raise KnownError("hub.plan.changed_meanwhile")
        return found, row["which"]

    def _write(
        self, connection: sa.Connection, planner: Planner, scope: str, writes: list[Written]
    ) -> int:
        label = self._texts.message("hub.plan.written")
        made = [Write(key, value) for key, value in writes]
        return self._hand.write(connection, scope, made, (planner.user, planner.name), label)

    def _follow(self, connection: sa.Connection, users: set[str]) -> None:
        for who in users:
            plan_reasons(connection, who)
        settle_all(connection, users)


def newest_action(connection: sa.Connection, scope: int) -> int:
    """Return the number of the newest action in a scope: another one if anything is written."""
    action = tables.action.c
    return (
        connection.scalar(sa.select(sa.func.max(action.number)).where(action.scope == scope)) or 0
    )


def _may_plan(planner: Planner) -> None:
    if planner.role not in PLANNERS:
        raise KnownError("hub.not_your_role")


def _teams_of(connection: sa.Connection, who: str) -> dict[str, str]:
    query = sa.select(team.c.id, team.c.name).join(member, member.c.team == team.c.id)
    rows = connection.execute(query.where(member.c.user == who).order_by(team.c.name))
    return {row.id: row.name for row in rows}


def _visitator(connection: sa.Connection, which: str, who: str) -> str:
    """Return the name of a user who works with a team's cases."""
    if who not in workers(connection, which):
        raise KnownError("hub.plan.no_visitator")
    return connection.scalar(sa.select(user.c.name).where(user.c.id == who)) or ""


def _citizen(connection: sa.Connection, person: Person) -> str:
    """Return the id of the citizen if he or she is here; whose it is is asked elsewhere."""
    citizen = STATE["citizen"].c
    query = sa.select(citizen.id).where(sa.not_(citizen.removed)).order_by(citizen.made)
    if person.id:
        found = connection.scalar(query.where(citizen.id == person.id))
        if found is None:
            raise KnownError("hub.plan.no_citizen")
        return str(found)
    if person.cpr is None or not person.name.strip():
        raise KnownError("hub.plan.no_citizen")
    return connection.scalar(query.where(citizen.cpr_value == person.cpr.value).limit(1)) or ""


def _open_case(connection: sa.Connection, planner: Planner, which: str, citizen: str) -> str:
    """Return the citizen's open case of the team, "" if a new one is to be made."""
    case = STATE["case"].c
    query = (
        sa.select(case.id, case.state, case_team.c.team)
        .outerjoin(case_team, case_team.c.scope == case.scope)
        .where(case.citizen == citizen, sa.not_(case.removed))
        .order_by(case.made.desc())
    )
    rows = connection.execute(query).all() if citizen else []
    if rows and not any(row.team in (None, *planner.teams) for row in rows):
        raise KnownError("hub.plan.citizen_elsewhere")
    running = [row for row in rows if row.state != "closed"]
    mine = next((row for row in running if row.team in (None, which)), None)
    if mine is not None:
        return str(mine.id)
    for row in running:
        if row.team in planner.teams:
            raise KnownError("hub.plan.case_of_team", team=planner.teams[row.team])
        raise KnownError("hub.plan.citizen_elsewhere")
    return ""


def _new_citizen(person: Person) -> Citizen:
    return Citizen(
        id=new_id(),
        cpr=person.cpr,
        birth_date=person.birth_date,
        name=person.name.strip(),
        address=person.address if person.address != Address() else None,
        phone=person.phone,
    )


def _visit(case: str, name: str, when: Appointment, came: Source) -> Visit:
    return Visit(
        id=new_id(),
        case=case,
        kind=when.kind,  # type: ignore[arg-type]  # checked when written
        planned=Planned(start=when.start, minutes=when.minutes, place=when.place),
        note=when.note,
        source=came.source,
        source_key=came.key,
        visitator=name,
        state="planned",
    )


def _check_text(when: Appointment) -> None:
    if len(when.note) > LONGEST_TEXT or len(when.place) > LONGEST_TEXT:
        raise KnownError("hub.plan.text_too_long", limit=LONGEST_TEXT)


def _look_after(connection: sa.Connection, scope: int, which: str) -> None:
    mine: Any = sa.select(case_team.c.team).where(case_team.c.scope == scope)
    if connection.scalar(mine) is None:
        connection.execute(sa.insert(case_team), {"scope": scope, "team": which})
