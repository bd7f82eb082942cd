"""Fields that were written differently: who wrote what where, and what they had before."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from app.domain.casefile import Disputed, FieldKey
from app.domain.judgement.places import place_in
from app.domain.records import Visit
from app.journal.changes import REMOVED
from app.journal.journal import ChangeId, HistoryEntry
from app.workflow.open_visit import OpenVisit
from app.workflow.session import Session, casefile_of

Heads = Mapping[FieldKey, Sequence[ChangeId]]
History = Callable[[FieldKey], tuple[HistoryEntry, ...]]
# The visit of a case that its dispute is settled in: the one at hand before those that are over.
_STATES = ("ongoing", "planned", "")


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the values, and who wrote it when. `here` tells that it was on this computer."""

    value: Any
    actor: str
    at: datetime
    here: bool


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """A field with several values, the newest first.

    `before` is the text that all of them were made from; "" if there was none, or no text.
    """

    key: FieldKey
    sides: tuple[Side, ...]
    before: str = ""


class OpenDispute(msgspec.Struct, frozen=True, kw_only=True):
    """A dispute in the list of all: whose it is, and the visit and section to settle it in."""

    dispute: Dispute
    citizen: str
    visit: str
    section: str


def dispute_of(opened: OpenVisit, disputed: Disputed) -> Dispute:
    """Return what is to be known of a disputed field of the open visit."""
    journal = opened.session.store.journal
    return _dispute(disputed, opened.heads, opened.history, journal.epochs_here())


def open_disputes(session: Session) -> tuple[OpenDispute, ...]:
    """Return all that is disputed on this computer, by citizen. May be asked in a thread."""
    journal, here = session.store.journal, session.store.journal.epochs_here()
    found: dict[FieldKey, OpenDispute] = {}
    for visit in _visits_of(session, journal.exchange.disputed_scopes()):
        snapshot = session.snapshot(visit)
        casefile = casefile_of(visit, snapshot)
        for each in snapshot.disputes:
            if each.key not in found:
                found[each.key] = OpenDispute(
                    dispute=_dispute(each, snapshot.heads, journal.history, here),
                    citizen=casefile.citizen.name,
                    visit=visit,
                    section=place_in(each.key, casefile).section,
                )
    return tuple(sorted(found.values(), key=lambda each: (each.citizen, each.section)))


def _visits_of(session: Session, scopes: Iterable[str]) -> list[str]:
    """Return a visit for each case, or citizen, in which something may be disputed."""
    overview = session.store.overview
    found: list[str] = []
    for scope in scopes:
        visits = [row.visit for row in (overview.visits_of(scope) or overview.visits_in(scope))]
        at_hand = [visit for visit in visits if visit.state in _STATES]
        chosen: Visit | None = next(reversed(at_hand or visits), None)
        if chosen is not None:
            found.append(chosen.id)
    return list(dict.fromkeys(found))


def _dispute(
    disputed: Disputed, heads: Heads, history: History, epochs_here: frozenset[str]
) -> Dispute:
    key = disputed.key
    if key.field == REMOVED:
        return Dispute(key=key, sides=_lives(key, heads, history, epochs_here))
    entries = history(key)
    standing = _standing(entries, heads.get(key, ()))
    sides = tuple(_side(entry, entry.value, epochs_here) for entry in standing)
    return Dispute(key=key, sides=sides, before=_before(entries, standing))


def _side(entry: HistoryEntry, value: Any, epochs_here: frozenset[str]) -> Side:
    here = entry.id.epoch in epochs_here
    return Side(value=value, actor=entry.actor, at=entry.at, here=here)


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


def _lives(
    key: FieldKey, heads: Heads, history: History, epochs_here: frozenset[str]
) -> tuple[Side, ...]:
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
        *(_side(entry, False, epochs_here) for entry in newest),
        *(_side(entry, True, epochs_here) for entry in ends[:1]),
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
