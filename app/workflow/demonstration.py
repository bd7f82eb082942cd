"""The demonstration day: made-up citizens and their visits, relative to a given day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from app.domain.casefile import FieldKey
from app.domain.records import ENTITIES, ENTITY_OF, Record
from app.domain.standard import Standard
from app.workflow.demonstration_records import PersonReader, load_toml
from app.workflow.writing import recorded

MAX_WRITES = 500


class DemonstrationAction(NamedTuple):
    """What is written as one action: the citizen or case it concerns, and its fields."""

    scope: str
    writes: list[tuple[FieldKey, object]]


class DemonstrationVisitator(NamedTuple):
    """The made-up visitator whose day it is."""

    name: str
    title: str
    unit: str
    municipality: str = ""


def demonstration_writes(
    today: date, standard: Standard, others: Mapping[str, Standard] | None = None
) -> list[DemonstrationAction]:
    """Return the whole day as actions for the journal, each citizen before the case.

    `others` are the standards that some of the people live under, by id; whoever's is not
    here is left out.
    """
    people = (
        demonstration_person(name, today, standard, others) for name in demonstration_people()
    )
    return [action for records in people if records for action in _actions(records)]


def demonstration_people() -> tuple[str, ...]:
    """Return the names of the people's files, in the order of the day."""
    return tuple(load_toml("day")["people"])


def demonstration_person(
    name: str, today: date, standard: Standard, others: Mapping[str, Standard] | None = None
) -> tuple[Record, ...]:
    """Return every record of one made-up person; none if their own standard is not here."""
    tables = load_toml(name)
    own = tables.get("standard", standard.id)
    under = standard if own == standard.id else (others or {}).get(own)
    if under is None:
        return ()
    return PersonReader(tables["key"], today, under).records(tables)


def demonstration_visit(name: str, today: date, standard: Standard) -> str:
    """Return the id of a person's visit today."""
    return PersonReader(load_toml(name)["key"], today, standard).named("visit", "today")


def demonstration_visitator() -> DemonstrationVisitator:
    """Return whose day it is."""
    return DemonstrationVisitator(**load_toml("day")["profile"])


def _actions(records: tuple[Record, ...]) -> Iterator[DemonstrationAction]:
    """Yield a person's records by scope, in actions of a bounded size."""
    for scope in ("citizen", "case"):
        writes = [
            write
            for record in records
            if ENTITIES[ENTITY_OF[type(record)]][1] == scope
            for write in recorded(record)
        ]
        owner = next(r.id for r in records if ENTITY_OF[type(r)] == scope)
        for start in range(0, len(writes), MAX_WRITES):
            yield DemonstrationAction(owner, writes[start : start + MAX_WRITES])
