"""Work lists of other systems, read into a team's plan: each visit once, each refusal told."""

from collections.abc import Sequence

import sqlalchemy as sa

from app.errors import KnownError
from app.hub.planning import Appointment, Person, Planner, Planning, Source
from app.hub.room import Room
from app.hub.tables import user
from app.hub.users import workers
from app.interchange.worklist import RefusedLine, WorkListEntry, read_work_list
from app.journal.tables import STATE
from app.texts import Texts
from app.workflow.importing import ImportReport

# So many lines in one transaction: laptops that come home meanwhile wait for no more.
_AT_A_TIME = 25


class PlanImport:
    """Reads CSV and calendar files into the plan."""

    def __init__(self, room: Room, planning: Planning) -> None:
        self._room = room
        self._planning = planning

    def read(self, planner: Planner, which: str, visitator: str, data: bytes) -> ImportReport:
        """Plan the visits of a work list for a team; the same list again plans nothing twice.

        A visit goes to whom its line names, by login or name, or else to `visitator`, by id,
        login or name. Raises KnownError "worklist.…" if nothing of the file can be read,
        and "hub.not_your_role", "hub.no_team".
        """
        self._planning.check(planner, which)
        result = read_work_list(data)
        refused, planned = list(result.refused), 0
        for start in range(0, len(result.entries), _AT_A_TIME):
            part = result.entries[start : start + _AT_A_TIME]
            more, wrong = self._part(planner, which, visitator, part)
            planned += more
            refused += wrong
        known = len(result.entries) + len(result.refused) - planned - len(refused)
        refused.sort(key=lambda line: line.line)
        return ImportReport(planned=planned, known=known, refused=tuple(refused))

    def _part(
        self, planner: Planner, which: str, visitator: str, part: Sequence[WorkListEntry]
    ) -> tuple[int, list[RefusedLine]]:
        def work(connection: sa.Connection) -> tuple[int, list[RefusedLine]]:
            names = _names(connection, which)
            planned, refused = 0, []
            for entry in part:
                if _is_known(connection, entry):
                    continue
                try:
                    who = _who(names, entry.visitator or visitator)
                    when, person, came = _read(entry, who)
                    self._planning.add_in(connection, planner, which, person, when, came)
                except KnownError as error:
                    refused.append(RefusedLine(entry.line, error.key, error.params))
                else:
                    planned += 1
            return planned, refused

        return self._room.write(work)


def sentence(texts: Texts, line: RefusedLine) -> str:
    """Return why a line was refused, with its number."""
    said = texts.error(line.error)
    if line.key.startswith("worklist."):
        return said
    return f"{texts.message('hub.plan.refused_line', line=line.line)}: {said}"


def _names(connection: sa.Connection, which: str) -> list[tuple[str, str]]:
    """Return the ids of those who work in a team, each by id, login and name."""
    mine = user.c.id.in_(sorted(workers(connection, which)))
    rows = connection.execute(sa.select(user.c.id, user.c.login, user.c.name).where(mine)).all()
    return [(text.casefold(), row.id) for row in rows for text in (row.id, row.login, row.name)]


def _who(names: list[tuple[str, str]], text: str) -> str:
    found = {who for name, who in names if name == text.casefold()}
    if len(found) != 1:
        raise KnownError("hub.plan.no_visitator")
    return found.pop()


def _is_known(connection: sa.Connection, entry: WorkListEntry) -> bool:
    visit = STATE["visit"].c
    same = (visit.source_key == entry.source_key) & (visit.source == entry.source)
    query = sa.select(visit.id).where(same, sa.not_(visit.removed)).limit(1)
    return connection.execute(query).first() is not None


def _read(entry: WorkListEntry, who: str) -> tuple[Appointment, Person, Source]:
    when = Appointment(
        start=entry.start,
        visitator=who,
        minutes=entry.minutes,
        kind=entry.kind,
        note=entry.note,
    )
    person = Person(
        cpr=entry.cpr,
        birth_date=entry.birth_date,
        name=entry.name,
        address=entry.address,
        phone=entry.phone,
    )
    return when, person, Source(source=entry.source, key=entry.source_key)
