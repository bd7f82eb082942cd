"""Letters that wait: those that were issued and of which nobody has recorded a delivery."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

import msgspec
import sqlalchemy as sa

from app.clock import local_day, today
from app.domain.decision_records import OtherLetter
from app.domain.judgement.delivery import Why, represented_by, why_on_paper
from app.domain.records import Citizen, Contact, DecisionVersion, Dispatch
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
    `why` says why it goes on paper, and `to` is who represents the citizen then; `others` are
    those who get a copy, too.
    `ready` says that the letter is written out ("digital_post") or printed ("letter"), since
    `ready_at`: then it lacks only the note that it was sent.
    """

    number: str
    name: str
    by: str
    unit: str
    since: datetime | None
    days: int
    why: Why
    to: str
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
        contacts = _contacts(connection, people)
        begun = dispatches_of(connection, [version.id for _, version in waiting])
    note_daily(hub, visitor, "letters", {case.scope for case in cases})
    day = today(hub.room.clock)
    made = [
        _letter(
            case,
            version,
            people.get(case.citizen),
            contacts.get(case.citizen, ()),
            begun.get(version.id),
            day,
        )
        for case, (_, version) in zip(cases, waiting, strict=True)
    ]
    return tuple(sorted(made, key=lambda each: (-each.days, each.name, each.number)))


def _letter(
    case: TeamCase,
    version: DecisionVersion,
    citizen: Citizen | None,
    contacts: Sequence[Contact],
    begun: Dispatch | None,
    day: date,
) -> Letter:
    """Say of a letter what the computers of the visitators say of it."""
    since, other = version.locked_at, represented_by(contacts)
    return Letter(
        number=case.number,
        name=citizen.name if citizen else "",
        by=version.name,
        unit=version.unit,
        since=since,
        days=max(0, (day - local_day(since)).days) if since else 0,
        why=why_on_paper(citizen, contacts) if citizen else "",
        to=other.name if other else "",
        others=tuple(c.name for c in contacts if c.gets_letters and c.name and c is not other),
        kind=version.letter,
        ready=begun.way if begun else "",
        ready_at=begun.handed_over_at if begun else None,
    )


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


def _people(connection: sa.Connection, citizens: Iterable[str]) -> dict[str, Citizen]:
    """Return the citizens by their ids."""
    table, found = STATE["citizen"], dict[str, Citizen]()
    for part in _parts(sorted(citizens)):
        for row in connection.execute(sa.select(table).where(table.c.id.in_(part))).mappings():
            citizen = read_row("citizen", row)
            if isinstance(citizen, Citizen):
                found[citizen.id] = citizen
    return found


def _contacts(connection: sa.Connection, citizens: Iterable[str]) -> Mapping[str, list[Contact]]:
    """Return those whom each citizen knows, in the order in which the case has them."""
    table, found = STATE["contact"], dict[str, list[Contact]]()
    for part in _parts(sorted(citizens)):
        query = sa.select(table).where(table.c.citizen.in_(part), sa.not_(table.c.removed))
        for row in connection.execute(query.order_by(table.c.made, table.c.id)).mappings():
            contact = read_row("contact", row)
            if isinstance(contact, Contact):
                found.setdefault(contact.citizen, []).append(contact)
    return found


def _parts(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[start : start + _AT_A_TIME] for start in range(0, len(ids), _AT_A_TIME)]
