"""What the journal takes and gives: ids of changes, writes, snapshots, history, problems."""

from datetime import datetime
from typing import Any

import msgspec

from app.domain.casefile import Disputed, FieldKey
from app.domain.records import Record

REMOVED = "removed"


class ChangeId(msgspec.Struct, frozen=True, order=True):
    """One change: the epoch it was made in (32 hexadecimal digits) and its number there."""

    epoch: str
    seq: int


class Write(msgspec.Struct, frozen=True):
    """One field to set whole.

    `replaces` names the heads that were on the author's screen when editing began; None
    means the heads at the moment of writing. A write of `removed` = True ends the record.
    """

    key: FieldKey
    value: Any
    replaces: tuple[ChangeId, ...] | None = None


class Appended(msgspec.Struct, frozen=True, kw_only=True):
    """What was written: the id of the action, and the new heads of the records it changed."""

    action: str
    heads: dict[FieldKey, tuple[ChangeId, ...]]


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """The state of some scopes at one moment.

    Records stand in the order they were made, removed ones among them. `heads` has the
    changes that a write of the field replaces if it begins now.
    """

    records: dict[str, dict[str, Record]]
    heads: dict[FieldKey, tuple[ChangeId, ...]]
    disputes: tuple[Disputed, ...] = ()


class HistoryEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One change as a person reads it.

    `previous` is the value before, the "not recorded" value if there was none, or a
    Disputed if the change settled several. `at` is UTC by the clock of that computer. A value
    that is erased, or that left with its case, is None and told apart by the flags. `replaces`
    names the changes that its author saw.
    """

    key: FieldKey
    value: Any
    previous: Any
    actor: str
    at: datetime
    reason: str
    label: str
    action: str
    id: ChangeId
    erased: bool = False
    previous_erased: bool = False
    replaces: tuple[ChangeId, ...] = ()


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that verification found wrong; `key` names its sentence in errors.toml."""

    key: str
    params: dict[str, object] = {}
