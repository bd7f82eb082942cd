"""Letters that wait: those that were issued and of which nobody has recorded a delivery."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec
import sqlalchemy as sa

from app.clock import local_day, today
from app.domain.decision_records import OtherLetter
from app.domain.records import DecisionVersion
from app.hub.admin.cases import TeamCase, own_cases
from app.hub.admin.doors import Visitor
from app.hub.admin.noting import note_daily
from app.hub.hub import Hub
from app.journal.letters import dispatches_of, newest_versions, waiting_of
from app.journal.state import read_row
from app.journal.tables import STATE

_AT_A_TIME = 500


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter that waits to be sent: whose, by whom, since when, and how it goes out.

    `kind` is "" for a decision, else which other letter it is.
    `by_post` is one who is exempt from Digital Post; `others` are those who get a copy, too.
    `ready` says that the letter is written out ("digital_post") or printed ("letter"), since
    `ready_at`: then it lacks only the note that it was sent.
    """

    number: str
    name: str
    by: str
    unit: str
    since: datetime | None
    days: int
    by_post: bool
    others: tuple[str, ...]
    kind: OtherLetter = ""
    ready: str = ""
    ready_at: datetime | None = None


def letters(hub: Hub, visitor: Visitor) -> tuple[Letter, ...]:
    """Return the letters of the visitor's teams that wait, the oldest first.

    Of a decision that was made again only the newest version waits. Whose is shown is noted.
    """
    mine = own_cases(hub, visitor)
    with hub.room.reading() as connection:
        waiting = _waiting(connection, mine)
        cases = [mine[scope] for scope, _ in waiting]
        people = _people(connection, {case.citizen for case in cases})
        copies = _copies(connection, {case.citizen for case in cases})
        begun = dispatches_of(connection, [version.id for _, version in waiting])
    note_daily(hub, visitor, "letters", {case.scope for case in cases})
    day = today(hub.room.clock)
    made = []
    for case, (_, version) in zip(cases, waiting, strict=True):
        name, exempt = people.get(case.citizen, ("", False))
        since, ready = version.locked_at, begun.get(version.id)
        made.append(
            Letter(
                number=case.number,
                name=name,
                by=version.name,
                unit=version.unit,
                since=since,
                days=max(0, (day - local_day(since)).days) if since else 0,
                by_post=exempt,
                others=tuple(copies.get(case.citizen, ())),
                kind=version.letter,
                ready=ready.way if ready else "",
                ready_at=ready.handed_over_at if ready else None,
            )
        )
    return tuple(sorted(made, key=lambda each: (-each.days, each.name, each.number)))


def count(hub: Hub, visitor: Visitor) -> int:
    """Return how many letters of the visitor's teams wait."""
    mine = own_cases(hub, visitor)
    with hub.room.reading() as connection:
        return len(_waiting_ids(connection, mine))


def _waiting_ids(connection: sa.Connection, mine: dict[int, TeamCase]) -> list[str]:
    newest = newest_versions(connection)
    own = [each for (scope, _), each in newest.items() if scope in mine]
    return waiting_of(connection, own)


def _waiting(
    connection: sa.Connection, mine: dict[int, TeamCase]
) -> list[tuple[int, DecisionVersion]]:
    table, found = STATE["decision_version"], list[tuple[int, DecisionVersion]]()
    for part in _parts(_waiting_ids(connection, mine)):
        rows = connection.execute(sa.select(table).where(table.c.id.in_(part)))
        for row in rows.mappings():
            version = read_row("decision_version", row)
            if isinstance(version, DecisionVersion):
                found.append((row["scope"], version))
    return found


def _people(connection: sa.Connection, citizens: Iterable[str]) -> dict[str, tuple[str, bool]]:
    """Return name, and whether the law lets them off Digital Post, by citizen."""
    who, found = STATE["citizen"].c, dict[str, tuple[str, bool]]()
    for part in _parts(sorted(citizens)):
        query = sa.select(who.id, who.name, who.digital_post).where(who.id.in_(part))
        for row in connection.execute(query):
            found[row.id] = (row.name or "", row.digital_post == "exempt")
    return found


def _copies(connection: sa.Connection, citizens: Iterable[str]) -> dict[str, list[str]]:
    """Return who else gets the letters of each citizen."""
    other, found = STATE["contact"].c, dict[str, list[str]]()
    for part in _parts(sorted(citizens)):
        query = sa.select(other.citizen, other.name).where(
            other.citizen.in_(part), other.gets_letters, sa.not_(other.removed)
        )
        for row in connection.execute(query.order_by(other.name)):
            found.setdefault(row.citizen, []).append(row.name or "")
    return found


def _parts(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[start : start + _AT_A_TIME] for start in range(0, len(ids), _AT_A_TIME)]
