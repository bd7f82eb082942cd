"""Issued letters and how far they are on their way to the citizen, from the state tables."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from app.domain.records import (
    ENTITY_OF,
    Case,
    Citizen,
    Contact,
    Decision,
    DecisionVersion,
    Delivery,
    Dispatch,
    Record,
)
from app.journal.failures import explained
from app.journal.state import read_row
from app.journal.tables import STATE

R = TypeVar("R", bound=Record)
_AT_A_TIME = 500
# The records that a letter of the same name is about.
_SUBJECTS = ("hearing", "processing_notice")


class LetterRow(msgspec.Struct, frozen=True, kw_only=True):
    """The newest version of an issued letter, whose it is, and what was done to send it."""

    version: DecisionVersion
    visit: str
    case: Case
    citizen: Citizen
    contacts: tuple[Contact, ...] = ()
    dispatch: Dispatch | None = None
    deliveries: tuple[Delivery, ...] = ()


class Letters:
    """Reads the letters of this computer; each call is one picture of one moment."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def all(self, since: date) -> tuple[LetterRow, ...]:
        """Return the letters that wait, and those that were sent on a day or after it."""
        sent = STATE["delivery"].c
        lately = sa.select(sent.version).where(sa.not_(sent.removed), sent.sent_on >= since)
        with explained(), self._engine.connect() as connection, connection.begin():
            newest = newest_versions(connection)
            wanted = set(waiting_of(connection, newest.values()))
            wanted |= set(connection.scalars(lately)) & {each for _, each in newest.values()}
            return _rows(connection, sorted(wanted))


def newest_versions(connection: sa.Connection) -> dict[tuple[int, str], tuple[int, str]]:
    """Return number and id of each letter's newest version, by scope and what it is about."""
    made = STATE["decision_version"].c
    query = sa.select(made.id, made.scope, made.decision, made.subject, made.number, made.replaces)
    newest: dict[tuple[int, str], tuple[int, str]] = {}
    replaced: set[str] = set()
    for row in connection.execute(query.where(sa.not_(made.removed))):
        replaced.add(row.replaces or "")
        key = (row.scope, row.decision or row.subject or "")
        newest[key] = max(newest.get(key, (-1, "")), (row.number or 0, row.id))
    return {key: each for key, each in newest.items() if each[1] not in replaced}


def waiting_of(connection: sa.Connection, versions: Collection[tuple[int, str]]) -> list[str]:
    """Return the ids of those versions that are to be sent, and nobody has recorded that."""
    sent = STATE["delivery"].c
    done = sa.select(sent.version).where(sa.not_(sent.removed), sent.sent_on.is_not(None))
    gone = {*connection.scalars(done), *_withdrawn(connection)}
    return [each for _, each in versions if each not in gone]


def _withdrawn(connection: sa.Connection) -> Iterator[str]:
    """Yield the letters about what was removed since: nobody is to send them."""
    made = STATE["decision_version"].c
    for entity in _SUBJECTS:
        letters = sa.select(made.id, made.subject).where(made.letter == entity)
        subjects = {row.id: row.subject for row in connection.execute(letters)}
        removed = _removed(connection, entity, sorted(set(subjects.values())))
        yield from (letter for letter, subject in subjects.items() if subject in removed)


def _removed(connection: sa.Connection, entity: str, ids: Sequence[str]) -> set[str]:
    known, found = STATE[entity].c, set[str]()
    for start in range(0, len(ids), _AT_A_TIME):
        part = known.id.in_(ids[start : start + _AT_A_TIME])
        found |= set(connection.scalars(sa.select(known.id).where(part, known.removed)))
    return found


def dispatches_of(connection: sa.Connection, versions: Sequence[str]) -> dict[str, Dispatch]:
    """Return what was written out or printed of these versions, by version."""
    return {d.version: d for d in _read(connection, Dispatch, "version", versions)}


def _rows(connection: sa.Connection, ids: Sequence[str]) -> tuple[LetterRow, ...]:
    versions = _read(connection, DecisionVersion, "id", ids)
    decisions = {d.id: d for d in _read(connection, Decision, "id", [v.decision for v in versions])}
    cases = {c.id: c for c in _read(connection, Case, "id", [v.case for v in versions])}
    owners = [c.citizen for c in cases.values()]
    citizens = {c.id: c for c in _read(connection, Citizen, "id", owners)}
    contacts = _grouped(_read(connection, Contact, "citizen", owners), "citizen")
    deliveries = _grouped(_read(connection, Delivery, "version", ids), "version")
    dispatches = dispatches_of(connection, ids)
    return tuple(
        LetterRow(
            version=version,
            visit=_visit(version, decisions),
            case=cases[version.case],
            citizen=citizens[cases[version.case].citizen],
            contacts=tuple(contacts.get(cases[version.case].citizen, ())),
            dispatch=dispatches.get(version.id),
            deliveries=tuple(deliveries.get(version.id, ())),
        )
        for version in versions
        if _visit(version, decisions)
        and version.case in cases
        and cases[version.case].citizen in citizens
    )


def _visit(version: DecisionVersion, decisions: Mapping[str, Decision]) -> str:
    """Return the visit that a letter was made at; "" if its decision is not here."""
    if version.letter:
        return version.visit
    decision = decisions.get(version.decision)
    return decision.visit if decision else ""


def _read(connection: sa.Connection, kind: type[R], column: str, ids: Sequence[str]) -> list[R]:
    table, found = STATE[ENTITY_OF[kind]], list[R]()
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), _AT_A_TIME):
        part = table.c[column].in_(wanted[start : start + _AT_A_TIME])
        query = sa.select(table).where(part, sa.not_(table.c.removed))
        rows: Any = connection.execute(query.order_by(table.c.made, table.c.id)).mappings()
        found += [r for row in rows if isinstance(r := read_row(ENTITY_OF[kind], row), kind)]
    return found


def _grouped(records: Sequence[R], field: str) -> dict[str, list[R]]:
    grouped: dict[str, list[R]] = {}
    for record in records:
        grouped.setdefault(getattr(record, field), []).append(record)
    return grouped
