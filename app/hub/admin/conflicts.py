"""Conflicts that stand open: in which case and field, who wrote what, and since when."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.domain.records import Answer
from app.errors import KnownError
from app.hub.admin.cases import TeamCase, cases_of
from app.hub.admin.doors import Visitor
from app.hub.admin.noting import note, note_daily
from app.hub.hub import Hub
from app.journal import outbox, tables
from app.journal.changes import REMOVED, ChangeId, HistoryEntry, Snapshot
from app.journal.values import field_types

_AT_A_TIME = 200


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the values, who wrote it, and when."""

    who: str
    at: datetime
    value: Any = None


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A field with several values; `name` and `mine` only where the visitor's team has the case.

    `id` names it in a form; `section` is that of an answer.
    """

    id: str
    number: str
    name: str
    team: str
    mine: bool
    entity: str
    field: str
    section: str
    sides: tuple[Side, ...]

    @property
    def since(self) -> datetime:
        """When the second of the values was written."""
        return sorted(side.at for side in self.sides)[-1]


class _Place(NamedTuple):
    scope: str
    number: int
    case: TeamCase


def conflicts(hub: Hub, visitor: Visitor) -> tuple[Conflict, ...]:
    """Return the conflicts that stand open, without values, the oldest first.

    An administrator sees those of every case, others those of their own teams. Of whose cases
    something is shown is noted.
    """
    found = sorted(_read(hub, visitor), key=lambda each: each[0].since)
    note_daily(hub, visitor, "conflicts", {place.number for each, place in found if each.mine})
    bare = [msgspec.structs.replace(each, sides=_without(each.sides)) for each, _ in found]
    return tuple(bare)


def count(hub: Hub, visitor: Visitor) -> int:
    """Return how many there are."""
    return sum(1 for _ in _disputes(hub, visitor))


def conflict(hub: Hub, visitor: Visitor, which: str) -> Conflict:
    """Return one conflict of the visitor's own teams with its values; that it was shown is noted.

    Raises KnownError("hub.no_conflict"), whether it is another team's or nobody's.
    """
    for each, place in _read(hub, visitor, which):
        if each.mine:
            note(hub, visitor, "conflict", (place.number,))
            return each
    raise KnownError("hub.no_conflict")


def _without(sides: Sequence[Side]) -> tuple[Side, ...]:
    return tuple(Side(who=side.who, at=side.at) for side in sides)


def _read(hub: Hub, visitor: Visitor, which: str = "") -> Iterator[tuple[Conflict, _Place]]:
    own = set(visitor.teams.values())
    for place, key, snapshot in _disputes(hub, visitor):
        if which and _name_of(place, key) != which:
            continue
        sides = _sides(hub, key, snapshot.heads)
        if not sides:
            continue
        mine, record = place.case.team in own, snapshot.records.get(key.entity, {}).get(key.id)
        yield (
            Conflict(
                id=_name_of(place, key),
                number=place.case.number,
                name=_citizen(snapshot, place.case) if mine else "",
                team=place.case.team,
                mine=mine,
                entity=key.entity,
                field=key.field,
                section=record.section if isinstance(record, Answer) else "",
                sides=sides,
            ),
            place,
        )


def _name_of(place: _Place, key: FieldKey) -> str:
    return f"{place.case.id}.{key.entity}.{key.id}.{key.field}"


def _disputes(hub: Hub, visitor: Visitor) -> Iterator[tuple[_Place, FieldKey, Snapshot]]:
    """Yield each disputed field once: of a citizen with several cases with the first of them."""
    teams = None if visitor.administers else list(visitor.teams)
    with hub.room.reading() as connection:
        disputed = set(outbox.disputed_scopes(connection))
        cases = cases_of(connection, teams) if disputed else []
        numbers = _numbers(connection, disputed)
    seen: set[FieldKey] = set()
    for case in cases:
        here = disputed & {case.id, case.citizen}
        if not here:
            continue
        snapshot = hub.journal.snapshot([each for each in (case.citizen, case.id) if each])
        for each in snapshot.disputes:
            if each.key not in seen:
                seen.add(each.key)
                scope = case.citizen if case.id not in here else case.id
                yield _Place(scope, numbers[scope], case), each.key, snapshot


def _numbers(connection: sa.Connection, scopes: set[str]) -> dict[str, int]:
    known, found, wanted = tables.scope.c, dict[str, int](), sorted(scopes)
    for start in range(0, len(wanted), _AT_A_TIME):
        part = wanted[start : start + _AT_A_TIME]
        query = sa.select(known.id, known.number).where(known.id.in_(part))
        found |= {row.id: row.number for row in connection.execute(query)}
    return found


def _citizen(snapshot: Snapshot, case: TeamCase) -> str:
    record = snapshot.records.get("citizen", {}).get(case.citizen)
    return str(getattr(record, "name", ""))


def _sides(
    hub: Hub, key: FieldKey, heads: Mapping[FieldKey, Sequence[ChangeId]]
) -> tuple[Side, ...]:
    """Return the values to choose from, each with who wrote it; the newest first."""
    entries = [e for e in _standing(hub, key, heads) if not e.erased]
    if key.field == REMOVED:
        others = [
            entry
            for field in field_types(key.entity)
            if field != REMOVED
            for entry in _standing(hub, FieldKey(key.entity, key.id, field), heads)
        ]
        seen = {change for entry in entries for change in entry.replaces}
        unseen = [entry for entry in others if entry.id not in seen]
        newest = sorted(unseen, key=lambda entry: entry.at)[-1:]
        kept = [Side(who=e.actor, at=e.at, value=False) for e in newest]
        return (*kept, *(Side(who=e.actor, at=e.at, value=True) for e in entries[:1]))
    distinct = [e for n, e in enumerate(entries) if all(e.value != o.value for o in entries[:n])]
    return tuple(Side(who=e.actor, at=e.at, value=e.value) for e in distinct)


def _standing(
    hub: Hub, key: FieldKey, heads: Mapping[FieldKey, Sequence[ChangeId]]
) -> list[HistoryEntry]:
    mine = heads.get(key, ())
    return [entry for entry in hub.journal.history(key) if entry.id in mine] if mine else []
