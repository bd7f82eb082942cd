"""What the pages say of cases: deadlines ahead, figures of a span, and who read or changed one."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from threading import Lock

import msgspec
import sqlalchemy as sa

from app.clock import COPENHAGEN, today
from app.domain.casefile import CaseFile
from app.domain.judgement import judge
from app.domain.statistics import Figure, Figures
from app.errors import KnownError
from app.hub.access import Access
from app.hub.admin.cases import TeamCase, cases_of
from app.hub.admin.doors import Visitor
from app.hub.admin.noting import note, note_daily
from app.hub.hub import Hub
from app.hub.tables import origin, user
from app.journal import tables
from app.journal.changes import HistoryEntry
from app.journal.running import RunningCases
from app.journal.tables import STATE, danish_time
from app.workflow.due import DueItem, due_in

# The days ahead that a list of deadlines may show; the first unless another is chosen.
SPANS = (14, 30, 90)
SOON = SPANS[0]
_AT_A_TIME = 200
LONGEST_SPAN = timedelta(days=366)


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """A deadline of a team's case, as the list shows it."""

    due: date
    late: bool
    what: str
    name: str
    number: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """An action on a case: who did what and when, and why; never the values.

    `who` is what the computer wrote, `login` whose computer it was, as the hub knows it.
    """

    at: datetime
    who: str
    login: str
    what: str
    why: str


class Audited(msgspec.Struct, frozen=True, kw_only=True):
    """Who read and who changed one case, newest first."""

    number: str
    readings: tuple[Access, ...]
    changes: tuple[Change, ...]


class Casework:
    """Reads cases of a visitor's teams; whose case is shown stands in the access log."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._running = RunningCases(hub.room.engine)
        self._lock = Lock()
        self._known: dict[int, tuple[tuple[int, date, int], tuple[DueItem, ...]]] = {}

    def due(
        self, visitor: Visitor, days: int = SOON, most: int | None = None
    ) -> tuple[tuple[Due, ...], int]:
        """Return what is overdue or due in the next days in the teams, oldest first.

        At most so many, and how many there are; whose deadline is shown is noted.
        """
        day = today(self._hub.room.clock)
        with self._hub.room.reading() as connection:
            mine = {each.scope: each for each in cases_of(connection, list(visitor.teams))}
        with self._lock:
            found = [
                (mine[scope], item)
                for scope, items in self._counted(mine, day)
                for item in items
                if item.deadline.due <= day + timedelta(days=days)
            ]
        listed = [(_due(case, item, day), case.scope) for case, item in found]
        listed.sort(key=lambda each: (each[0].due, each[0].name, each[0].what))
        note_daily(self._hub, visitor, "deadlines", {scope for _, scope in listed[:most]})
        return tuple(due for due, _ in listed[:most]), len(listed)

    def _counted(
        self, mine: dict[int, TeamCase], day: date
    ) -> Iterator[tuple[int, tuple[DueItem, ...]]]:
        """Yield what is due by case; one where nothing was written since is not counted again."""
        shelf = self._hub.shelf.take_in()
        cases = [each for each in self._running.all() if each.scope in mine]
        keys = {each.scope: (each.state, day, shelf) for each in cases}
        fresh = [c for c in cases if self._known.get(c.scope, (None,))[0] != keys[c.scope]]
        for start in range(0, len(fresh), _AT_A_TIME):
            for case, found in self._running.read(fresh[start : start + _AT_A_TIME]):
                items = due_in(found, day, lambda file: self._hub.shelf.deadlines(file, day))
                self._known[case.scope] = keys[case.scope], items
        for case in cases:
            yield case.scope, self._known[case.scope][1]

    def figures(self, visitor: Visitor, start: date, end: date) -> tuple[Figure, ...]:
        """Return the figures of the teams' visits of a span of days, both ends with (KBH-170).

        Visits whose standard is not here are left out. Raises KnownError "hub.bad_span".
        """
        if not start <= end <= start + LONGEST_SPAN:
            raise KnownError("hub.bad_span", days=LONGEST_SPAN.days)
        day, found = today(self._hub.room.clock), Figures(start, end)
        with self._lock:
            shelf = self._hub.shelf
            shelf.take_in()
            for casefile in self._visits(visitor, start, end):
                try:
                    standard = next(iter(shelf.standards_of(casefile)), None)
                except KnownError:
                    continue
                if standard is not None:
                    judged = judge(casefile, standard, shelf.national, day)
                    found.add(casefile, standard, judged)
        note(self._hub, visitor, "statistics", (None,), f"{start} - {end}")
        return found.all()

    def _visits(self, visitor: Visitor, start: date, end: date) -> Iterator[CaseFile]:
        visit = STATE["visit"].c
        first, last = (
            danish_time(datetime(d.year, d.month, d.day, tzinfo=COPENHAGEN))
            for d in (start, end + timedelta(days=1))
        )
        query = sa.select(visit.id, visit.scope).where(
            sa.not_(visit.removed), visit.planned_start >= first, visit.planned_start < last
        )
        with self._hub.room.reading() as connection:
            mine = {each.scope: each for each in cases_of(connection, list(visitor.teams))}
            rows = connection.execute(query.where(visit.state.is_distinct_from("cancelled"))).all()
        for row in rows:
            if row.scope in mine:
                case = mine[row.scope]
                scopes = [each for each in (case.citizen, case.id) if each]
                found = self._hub.journal.snapshot(scopes)
                yield CaseFile(visit_id=row.id, records=found.records, disputes=found.disputes)

    def audit(self, visitor: Visitor, number: str, case: str = "") -> tuple[Audited, ...]:
        """Return who read and changed the cases with a number, or one case by its id.

        An administrator may ask for every case, others for those of their own teams; that it
        was asked is noted. Raises KnownError("hub.no_case_number"), whether the case is
        another team's or nobody's.
        """
        wanted = number.strip()
        with self._hub.room.reading() as connection:
            teams = None if visitor.administers else list(visitor.teams)
            cases = [
                each
                for each in cases_of(connection, teams)
                if (each.id == case if case else wanted and each.number == wanted)
            ]
        if not cases:
            raise KnownError("hub.no_case_number")
        note(self._hub, visitor, "audit", {each.scope for each in cases})
        return tuple(self._audited(each) for each in cases)

    def _audited(self, case: TeamCase) -> Audited:
        log = self._hub.log
        readings = [*log.of_scope(case.id), *(log.of_scope(case.citizen) if case.citizen else ())]
        readings.sort(key=lambda each: each.at.timestamp() if each.at else 0, reverse=True)
        known, actions = self._senders(case), dict[str, HistoryEntry]()
        for entry in self._hub.journal.scope_history(case.id):
            actions.setdefault(entry.action, entry)
        return Audited(
            number=case.number,
            readings=tuple(readings),
            changes=tuple(
                Change(
                    at=e.at, who=e.actor, login=known.get(e.action, ""), what=e.label, why=e.reason
                )
                for e in actions.values()
            ),
        )

    def _senders(self, case: TeamCase) -> dict[str, str]:
        """Return who sent each action of a case, as the hub knows it and not as the action says."""
        act = tables.action.c
        query = (
            sa.select(act.id, user.c.login)
            .join(origin, origin.c.action == act.number)
            .join(user, user.c.id == origin.c.user)
            .where(act.scope == case.scope)
        )
        with self._hub.room.reading() as connection:
            return {row.id: row.login for row in connection.execute(query)}


def _due(case: TeamCase, item: DueItem, day: date) -> Due:
    deadline = item.deadline
    return Due(
        due=deadline.due,
        late=deadline.due < day,
        what=deadline.name,
        name=item.name,
        number=case.number,
    )
