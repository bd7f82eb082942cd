"""Short ways to use a real store in tests: a cheap key, a clock, writing and reading one field."""

from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.domain.records import Record
from app.journal.journal import ChangeId, Journal, Write
from app.store.keys import Cost

PASSPHRASE = "hemmelig sætning"
CHEAP = Cost(memory_kib=8, passes=1, lanes=1)


class SteppingClock:
    """A clock that the test moves; each reading is a second later."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Scribe:
    """Somebody who writes into one scope."""

    def __init__(self, journal: Journal, actor: str = "Vera", scope: str = "") -> None:
        self.journal = journal
        self.actor = actor
        self.scope = scope or new_id()

    def set(
        self,
        record: str,
        value: Any,
        field: str = "own_words",
        entity: str = "assessment",
        replaces: tuple[ChangeId, ...] | None = None,
        **more: Any,
    ) -> str:
        """Write one field and return the action."""
        write = Write(FieldKey(entity, record, field), value, replaces)
        return self.journal.append(self.scope, [write], actor=self.actor, **more).action

    def remove(self, record: str, entity: str = "assessment", **more: Any) -> str:
        """End a record's life."""
        return self.set(record, True, "removed", entity, **more)

    def heads(
        self, record: str, field: str = "own_words", entity: str = "assessment"
    ) -> tuple[ChangeId, ...]:
        """Return what is on the screen now."""
        return self.journal.snapshot([self.scope]).heads.get(FieldKey(entity, record, field), ())

    def record(self, record: str, entity: str = "assessment") -> Record:
        """Read a record, removed or not."""
        return self.journal.snapshot([self.scope]).records[entity][record]

    def value(self, record: str, field: str = "own_words", entity: str = "assessment") -> Any:
        """Read one field."""
        return getattr(self.record(record, entity), field)

    def disputes(self) -> dict[str, tuple[Any, ...]]:
        """Return what is disputed, by field."""
        found = self.journal.snapshot([self.scope]).disputes
        return {dispute.key.field: dispute.values for dispute in found}
