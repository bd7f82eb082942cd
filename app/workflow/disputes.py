"""Fields that were written differently: who wrote what where, and what they had before."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from app.domain.casefile import CaseFile, Disputed, FieldKey
from app.domain.judgement.places import place_in
from app.domain.records import (
    Answer,
    Case,
    Contact,
    HouseholdMember,
    Record,
    Visit,
    WorkplaceItem,
)
from app.domain.standard import Standard
from app.errors import KnownError
from app.journal.changes import REMOVED, Snapshot
from app.journal.journal import ChangeId, HistoryEntry, Write
from app.workflow.elsewhere import computer_of
from app.workflow.open_visit import OpenVisit
from app.workflow.session import Session, casefile_of
from app.workflow.writing import clean, scope_of

Heads = Mapping[FieldKey, Sequence[ChangeId]]
History = Callable[[FieldKey], tuple[HistoryEntry, ...]]
# The visit of a case that its dispute is settled in: the one at hand before those that are over.
_STATES = ("ongoing", "planned", "")


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the values, and who wrote it when. `here` tells that it was on this computer.

    `computer` is what another one is called, "" if nobody has said.
    """

    value: Any
    actor: str
    at: datetime
    here: bool
    computer: str = ""


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """A field with several values, the newest first.

    `before` is the text that all of them were made from; "" if there was none, or no text.
    """

    key: FieldKey
    sides: tuple[Side, ...]
    before: str = ""


class OpenDispute(msgspec.Struct, frozen=True, kw_only=True):
    """A dispute in the list of all: whose it is, of what, and where it is settled.

    `about` is which of its kind the record is: an area, a service, a question, a person.
    `visit` is the one to settle it in, at `section`; "" where there is none here. `seen` are
    the changes that a choice replaces.
    """

    dispute: Dispute
    citizen: str
    about: str
    visit: str
    section: str
    scope: str
    record: Record
    seen: tuple[ChangeId, ...]


class _Wheres:
    """Knows on which computer a change was written."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._here = session.store.journal.epochs_here()
        self._names: dict[str, str] = {}

    def side(self, entry: HistoryEntry, value: Any) -> Side:
        """Return a value with who wrote it where."""
        epoch = entry.id.epoch
        here = epoch in self._here
        if not here and epoch not in self._names:
            self._names[epoch] = computer_of(self._session, epoch)
        name = "" if here else self._names[epoch]
        return Side(value=value, actor=entry.actor, at=entry.at, here=here, computer=name)


def dispute_of(opened: OpenVisit, disputed: Disputed) -> Dispute:
    """Return what is to be known of a disputed field of the open visit."""
    return _dispute(disputed, opened.heads, opened.history, _Wheres(opened.session))


def open_disputes(session: Session) -> tuple[OpenDispute, ...]:
    """Return all that is disputed on this computer, by citizen. May be asked in a thread."""
    journal, wheres = session.store.journal, _Wheres(session)
    found: dict[FieldKey, OpenDispute] = {}
    for scope, visit, snapshot in _cases(session, journal.exchange.disputed_scopes()):
        casefile = casefile_of(visit, snapshot)
        for each in snapshot.disputes:
            if each.key not in found:
                dispute = _dispute(each, snapshot.heads, journal.history, wheres)
                found[each.key] = _open(session, casefile, dispute, snapshot, scope)
    return tuple(sorted(found.values(), key=lambda each: (each.citizen, each.section)))


def settle(session: Session, found: OpenDispute, value: Any) -> None:
    """Choose a value, or write another, for a field that no visit here shows.

    Both values stay in the history. Raises KnownError "store.…".
    """
    key = found.dispute.key
    write = Write(key, clean(found.record, key.field, value), found.seen)
    session.store.journal.append(found.scope, [write], actor=session.profile.name)


def _open(
    session: Session, casefile: CaseFile, dispute: Dispute, snapshot: Snapshot, scope: str
) -> OpenDispute:
    key = dispute.key
    record = snapshot.records[key.entity][key.id]
    return OpenDispute(
        dispute=dispute,
        citizen=casefile.citizen.name,
        about=_about(session, casefile, record),
        visit=casefile.visit_id,
        section=place_in(key, casefile).section,
        scope=scope_of(key, casefile) or scope,
        record=record,
        seen=tuple(snapshot.heads.get(key, ())),
    )


def _about(session: Session, casefile: CaseFile, record: Record) -> str:
    """Return which of its kind a record is; "" if nothing tells."""
    if isinstance(record, Contact | HouseholdMember):
        return record.name
    try:
        standards = session.standards_for(casefile)
    except KnownError:  # it is not at hand: the field is named all the same
        return ""
    return next(filter(None, (_in_standard(each, record) for each in standards)), "")


def _in_standard(standard: Standard, record: Record) -> str:
    """Return the area, service, question or point that a record is about, in its words."""
    if isinstance(record, Answer):
        section = standard.section(record.section)
        asked = section.questions if section is not None else ()
        return next((each.label for each in asked if each.id == record.question), "")
    if isinstance(record, WorkplaceItem):
        return next((p.text for p in standard.workplace.points if p.id == record.item), "")
    area = standard.area(getattr(record, "area", ""))
    service = standard.service(getattr(record, "service", ""))
    return area.name if area is not None else service.name if service is not None else ""


def _cases(session: Session, scopes: Iterable[str]) -> Iterator[tuple[str, str, Snapshot]]:
    """Yield each case or citizen in which something is disputed, and a visit if there is any."""
    overview, seen = session.store.overview, set[str]()
    for scope in scopes:
        visits = [row.visit for row in (overview.visits_of(scope) or overview.visits_in(scope))]
        at_hand = [visit for visit in visits if visit.state in _STATES]
        chosen: Visit | None = next(reversed(at_hand or visits), None)
        if chosen is None:
            yield scope, "", _without_visit(session, scope)
        elif chosen.id not in seen:
            seen.add(chosen.id)
            yield scope, chosen.id, session.snapshot(chosen.id)


def _without_visit(session: Session, scope: str) -> Snapshot:
    """Return a case and its citizen, or a citizen alone."""
    snapshot = session.store.journal.snapshot([scope])
    cases = snapshot.records.get("case", {}).values()
    citizens = [each.citizen for each in cases if isinstance(each, Case) and each.citizen]
    return session.store.journal.snapshot([*citizens, scope]) if citizens else snapshot


def _dispute(disputed: Disputed, heads: Heads, history: History, wheres: _Wheres) -> Dispute:
    key = disputed.key
    if key.field == REMOVED:
        return Dispute(key=key, sides=_lives(key, heads, history, wheres))
    entries = history(key)
    standing = _standing(entries, heads.get(key, ()))
    sides = tuple(wheres.side(entry, entry.value) for entry in standing)
    return Dispute(key=key, sides=sides, before=_before(entries, standing))


def _standing(
    history: Sequence[HistoryEntry], heads: Sequence[ChangeId]
) -> tuple[HistoryEntry, ...]:
    """Return the changes to choose from, one for each value."""
    found = [entry for entry in history if entry.id in heads and not entry.erased]
    return tuple(
        entry
        for place, entry in enumerate(found)
        if all(entry.value != other.value for other in found[:place])
    )


def _lives(key: FieldKey, heads: Heads, history: History, wheres: _Wheres) -> tuple[Side, ...]:
    """Return who ended a record, and who went on writing in it without having seen that."""
    ends = [e for e in history(key) if e.id in heads.get(key, ()) and e.value is True]
    seen = {change for entry in ends for change in entry.replaces}
    others = [
        entry
        for other, changes in heads.items()
        if (other.entity, other.id) == (key.entity, key.id) and other.field != REMOVED
        for entry in history(other)
        if entry.id in changes and entry.id not in seen
    ]
    newest = sorted(others, key=lambda entry: entry.at, reverse=True)[:1]
    return (
        *(wheres.side(entry, False) for entry in newest),
        *(wheres.side(entry, True) for entry in ends[:1]),
    )


def _before(history: Sequence[HistoryEntry], standing: Sequence[HistoryEntry]) -> str:
    """Return the newest text that every one of the values was made from."""
    by_id = {entry.id: entry for entry in history}
    common = [_ancestors(entry, by_id) for entry in standing]
    for entry in history:
        if isinstance(entry.value, str) and all(entry.id in seen for seen in common):
            return entry.value
    return ""


def _ancestors(entry: HistoryEntry, by_id: Mapping[ChangeId, HistoryEntry]) -> set[ChangeId]:
    found: set[ChangeId] = set()
    waiting = [*entry.replaces]
    while waiting:
        change = waiting.pop()
        if change not in found and change in by_id:
            found.add(change)
            waiting += by_id[change].replaces
    return found
