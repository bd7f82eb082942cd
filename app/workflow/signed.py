"""Consents as they were signed: what arrives later is told, and changes nothing of them."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from app.domain.casefile import CaseFile, Disputed, FieldKey
from app.domain.records import Consent, Record
from app.journal.journal import ChangeId, HistoryEntry, Journal

Heads = Mapping[FieldKey, tuple[ChangeId, ...]]

CONSENT = "consent"
# What a signature stands under. A withdrawal comes after it, and counts.
SIGNED = (
    "case", "visit", "purpose", "parties", "information", "text", "answer", "how", "ink",
    "noted_by", "expires_on", "signed_at",
)  # fmt: skip


class Pin(NamedTuple):
    """A signed consent: the signed values of the fields that were written in since."""

    values: dict[str, Any]


class SignedConsents:
    """Holds the consents of one visit to what was signed; reads the journal when they change."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._heads: Heads = {}
        self._pins: dict[str, Pin] = {}

    def held(self, casefile: CaseFile, heads: Heads) -> CaseFile:
        """Return the case with every signed consent as it was signed.

        The fields that somebody has written in since stand in `after_signing`; they are not
        disputed, for nobody can choose another value for them.
        """
        mine = {key: heads[key] for key in heads if key.entity == CONSENT}
        if mine != self._heads:
            self._heads, self._pins = mine, self._read(mine)
        records: dict[str, Record] = dict(casefile.records.get(CONSENT, {}))
        ended = {d.key.id for d in casefile.disputes if d.key.field == "removed"}
        later: list[FieldKey] = []
        for consent, pin in self._pins.items():
            record = records.get(consent)
            if record is None:
                continue
            fields = [*pin.values, *(["removed"] if record.removed or consent in ended else [])]
            later.extend(FieldKey(CONSENT, consent, field) for field in fields)
            records[consent] = msgspec.structs.replace(record, **pin.values, removed=False)
        disputes = tuple(d for d in casefile.disputes if not self._is_settled(d))
        if not later and disputes == casefile.disputes:
            return casefile
        return msgspec.structs.replace(
            casefile,
            records={**casefile.records, CONSENT: records},
            disputes=disputes,
            after_signing=tuple(later),
        )

    def _is_settled(self, dispute: Disputed) -> bool:
        key = dispute.key
        settled = key.field == "removed" or key.field in SIGNED
        return key.entity == CONSENT and key.id in self._pins and settled

    def _read(self, heads: Heads) -> dict[str, Pin]:
        pins = {}
        for consent in dict.fromkeys(key.id for key in heads if key.field == "signed_at"):
            signing = self._signing(consent)
            if signing is not None:
                pins[consent] = Pin(self._written_since(consent, signing, heads))
        return pins

    def _signing(self, consent: str) -> HistoryEntry | None:
        """Return the change that signed a consent: the first one with a time and an answer."""
        times = [e for e in self._history(consent, "signed_at") if e.value is not None]
        if len(times) > 1:
            answered = {entry.action for entry in self._history(consent, "answer")}
            times = [entry for entry in times if entry.action in answered] or times
        return times[-1] if times else None

    def _written_since(self, consent: str, signing: HistoryEntry, heads: Heads) -> dict[str, Any]:
        """Return the signed value of each field that has another head than when it was signed."""
        values: dict[str, Any] = {}
        for field in SIGNED:
            now = heads.get(FieldKey(CONSENT, consent, field), ())
            if all(_was_there(head, signing, field) for head in now):
                continue
            entries = self._history(consent, field)
            # A removal is a head of every field of its record.
            own = [entry for entry in entries if entry.id in now]
            signed = _at_signing(entries, signing)
            if own and signed is None:
                values[field] = getattr(Consent(id=consent), field)
            elif signed is not None and not signed.erased and own != [signed]:
                values[field] = signed.value
        return values

    def _history(self, consent: str, field: str) -> Sequence[HistoryEntry]:
        return self._journal.history(FieldKey(CONSENT, consent, field))


def _was_there(head: ChangeId, signing: HistoryEntry, field: str) -> bool:
    """Tell without a look at the history that a change was there when the consent was signed."""
    last = signing.id.seq + (field == "expires_on")  # it may be written right after the time
    return head.epoch == signing.id.epoch and head.seq <= last


def _at_signing(entries: Sequence[HistoryEntry], signing: HistoryEntry) -> HistoryEntry | None:
    """Return the change that holds what was signed.

    Signing writes every field that it stands under. Of consents that an older program signed
    without, it is the last that was written before, by the order of the signer's own computer
    and else by the clocks.
    """
    signed = next((entry for entry in entries if entry.action == signing.action), None)
    return signed or next((entry for entry in entries if _before(entry, signing)), None)


def _before(entry: HistoryEntry, signing: HistoryEntry) -> bool:
    if entry.id.epoch == signing.id.epoch:
        return entry.id.seq < signing.id.seq
    return entry.at < signing.at
