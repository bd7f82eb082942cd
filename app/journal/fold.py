"""One record as its changes make it: heads per field, disputes, life. No database here."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from app.journal.changes import REMOVED
from app.journal.values import decode, field_types, not_recorded, understood


class Ref(NamedTuple):
    """A change by this computer's number of its epoch, and its number there."""

    epoch: int
    seq: int


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change of one field, as far as the state follows from it.

    `order` is the hybrid clock of the change. `value` is JSON, None where it was erased.
    """

    ref: Ref
    field: str
    value: str | None
    replaces: tuple[Ref, ...]
    order: int

    @property
    def removes(self) -> bool:
        """Tell whether the change ends the record's life."""
        return self.field == REMOVED and self.value == "true"


def takes_over(field: str) -> tuple[str, ...]:
    """Return the fields whose heads a change of this field takes the place of."""
    return (REMOVED,) if field == REMOVED else (field, REMOVED)


def standing(changes: Sequence[Change]) -> list[Change]:
    """Return the heads among all changes of one record, in whatever order they came.

    Nobody has seen what was written after: changes of ill will that replace each other in a
    ring do not make a record vanish.
    """
    by_ref = {change.ref: change for change in changes}
    replaced = {
        ref
        for change in changes
        for ref in change.replaces
        if ref in by_ref and _takes_place(change, by_ref[ref])
    }
    return [change for change in changes if change.ref not in replaced]


def _takes_place(change: Change, earlier: Change) -> bool:
    return earlier.order < change.order and earlier.field in takes_over(change.field)


def visible_fields(folded: "Folded") -> list[str]:
    """Return the fields with something to replace: all there are, if the record is removed."""
    removed = bool(folded.heads.get(REMOVED))
    names = {*folded.heads, REMOVED, *(field_types(folded.entity) if removed else ())}
    return sorted(names)


class Folded:
    """The heads of one record.

    A change takes the place of those it replaces in its own field, and of a removal. What a
    removal replaces beyond that says what its author saw: an edit that the author did not
    see keeps the record alive, as a dispute, and no value is lost by removing.
    """

    def __init__(self, entity: str, heads: Iterable[Change] = ()) -> None:
        self.entity = entity
        self.heads: dict[str, dict[Ref, Change]] = {}
        for change in heads:
            self.add(change)

    def add(self, change: Change) -> None:
        """Take up a change that is known to be a head."""
        self.heads.setdefault(change.field, {})[change.ref] = change

    def apply(self, change: Change) -> None:
        """Add a change that is newer than all others, in the place of those it replaces."""
        for field in takes_over(change.field):
            heads = self.heads.get(field, {})
            for ref in change.replaces:
                heads.pop(ref, None)
        self.add(change)

    def newest(self) -> int:
        """Return the order of the newest head: nothing in the record is newer; 0 without any."""
        return max((h.order for heads in self.heads.values() for h in heads.values()), default=0)

    def seen(self, field: str) -> tuple[Ref, ...]:
        """Return what a write of a field replaces if its author sees the record as it stands.

        That is the field's heads, and the removal if there is one; life itself is said with
        all of the record in sight.
        """
        if field == REMOVED:
            return self.all_seen()
        return (*self.heads.get(field, {}), *self.heads.get(REMOVED, {}))

    def all_seen(self) -> tuple[Ref, ...]:
        """Return every head of the record."""
        return tuple(ref for heads in self.heads.values() for ref in heads)

    def values(self, field: str) -> tuple[str, ...]:
        """Return the different values that stand, as JSON; more than one is a dispute."""
        if field == REMOVED:
            return self._lives()
        texts = (h.value for h in self.heads.get(field, {}).values())
        return tuple(dict.fromkeys(text for text in texts if text is not None))

    def _lives(self) -> tuple[str, ...]:
        heads = self.heads.get(REMOVED, {}).values()
        lives = dict.fromkeys(h.value for h in heads if h.value is not None)
        if "true" in lives and self._unseen_by([h for h in heads if h.removes]):
            lives["false"] = None
        return tuple(lives)

    def _unseen_by(self, removals: list[Change]) -> bool:
        seen = {ref for removal in removals for ref in removal.replaces}
        others = (ref for f, heads in self.heads.items() if f != REMOVED for ref in heads)
        return any(ref not in seen for ref in others)

    def settled(self, field: str) -> str | None:
        """Return the one value, as JSON, that this program understands; None if there is none."""
        values = self.values(field)
        if len(values) != 1 or not understood(self.entity, field, values[0]):
            return None
        return values[0]

    def disputed(self, field: str) -> tuple[Any, ...]:
        """Return the values between which a person must choose; empty if there is no dispute."""
        values = self.values(field)
        return tuple(decode(self.entity, field, v) for v in values) if len(values) > 1 else ()

    def value(self, field: str) -> Any:
        """Return the field's value, "not recorded" if there is none or a dispute."""
        text = self.settled(field)
        if text is None:
            return not_recorded(self.entity, field)
        return decode(self.entity, field, text)
