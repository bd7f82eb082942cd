"""Who changed what in a visit, and what has changed since its decision was issued."""

from itertools import groupby

import msgspec

from app.domain.casefile import FieldKey
from app.domain.decision_records import OtherLetter
from app.domain.records import DecisionVersion
from app.journal.journal import HistoryEntry
from app.workflow.open_visit import OpenVisit, heads_in_words

# So many changes of a case are read: weeks of work, and little to wait for.
NEWEST = 1000

# What ties records together or is kept for the program alone: no person wrote it in a field.
TECHNICAL = {
    "area", "blob", "case", "check", "citizen", "content_hash", "decision", "finding", "heads",
    "ink", "item", "made_from", "media_type", "merged_into", "need", "parts", "previous",
    "question", "replaces", "request", "section", "source_key", "standard", "standards",
    "version", "visit",
}  # fmt: skip
TECHNICAL_HERE = {
    ("consent", "text"),
    ("consent", "purpose"),
    ("decision_version", "number"),
    ("dispatch", "digest"),
    ("seal", "parts"),
    ("seal", "municipality"),
}
# Issuing writes these itself.
BY_ISSUING = {("decision", "state"), ("visit", "state")}


class HistoryAct(msgspec.Struct, frozen=True, kw_only=True):
    """What one person did at one time.

    `later` tells that it holds the value of a field that changed since the decision was
    issued. `issued` is the number of the version that this act issued, or 0; `letter` says of
    which letter, "" for the decision.
    """

    entries: tuple[HistoryEntry, ...]
    later: bool = False
    issued: int = 0
    letter: OtherLetter = ""


def visit_history(opened: OpenVisit) -> tuple[HistoryAct, ...]:
    """Return the acts on the visit's case and citizen, newest first."""
    case = opened.view.casefile
    journal = opened.session.store.journal
    later_fields = set(changed_since_issued(opened))
    acts: list[HistoryAct] = []
    for scope in (case.case.id, case.citizen.id):
        entries = journal.scope_history(scope, NEWEST) if scope else ()
        of_scope = [_act(tuple(group)) for _, group in groupby(entries, lambda e: e.action)]
        acts.extend(_marked(of_scope, later_fields))
    return tuple(sorted(acts, key=lambda act: act.entries[0].at, reverse=True))


def changed_since_issued(opened: OpenVisit) -> tuple[FieldKey, ...]:
    """Return the fields that the issued decision was made from, and that are others by now.

    By the heads that were pinned at locking: a clock that is wrong hides nothing.
    """
    version = _issued(opened)
    if version is None or not version.heads:
        return ()
    pinned = _lines(opened.session.store.blobs.get(version.heads))
    records = {(key.entity, key.id) for key in pinned}
    return tuple(
        key
        for key, heads in _lines(heads_in_words(opened.heads)).items()
        if (key.entity, key.id) in records
        and pinned.get(key) != heads
        and (key.entity, key.field) not in BY_ISSUING
        and _says_something(key, opened)
    )


def _says_something(key: FieldKey, opened: OpenVisit) -> bool:
    """Tell whether it is more than the sign that a record that is there is still there."""
    record = opened.view.casefile.records.get(key.entity, {}).get(key.id)
    return key.field != "removed" or record is None or record.removed


def shown_entries(act: HistoryAct) -> tuple[HistoryEntry, ...]:
    """Return the entries of an act that say something to a person."""
    return tuple(
        entry
        for entry in act.entries
        if entry.key.field not in TECHNICAL
        and (entry.key.entity, entry.key.field) not in TECHNICAL_HERE
        and (entry.value != entry.previous or entry.erased or entry.key.field == "removed")
    )


def _issued(opened: OpenVisit) -> DecisionVersion | None:
    case = opened.view.casefile
    decision = case.decision
    own = [v for v in case.versions if decision is not None and v.decision == decision.id]
    return own[-1] if own else None


def _act(entries: tuple[HistoryEntry, ...]) -> HistoryAct:
    made = {e.key.field: e.value for e in entries if e.key.entity == "decision_version"}
    letter: OtherLetter = made.get("letter") or ""
    return HistoryAct(entries=entries, issued=made.get("number") or 0, letter=letter)


def _marked(acts: list[HistoryAct], later_fields: set[FieldKey]) -> list[HistoryAct]:
    """Mark the newest act on each field that is not as it was when the decision was issued."""
    waiting, marked = set(later_fields), list[HistoryAct]()
    for act in acts:
        touched = waiting & {entry.key for entry in act.entries}
        waiting -= touched
        marked.append(msgspec.structs.replace(act, later=bool(touched)))
    return marked


def _lines(pinned: bytes) -> dict[FieldKey, str]:
    found: dict[FieldKey, str] = {}
    for line in pinned.decode().splitlines():
        entity, record, field, *heads = line.split(" ")
        found[FieldKey(entity, record, field)] = " ".join(sorted(heads))
    return found
