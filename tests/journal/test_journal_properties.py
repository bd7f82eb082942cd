"""Whatever is done in whatever order: nothing is lost, state follows, undo restores."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.errors import KnownError
from app.journal.journal import ChangeId, Write
from app.store.store import Store
from tests.scribe import CHEAP, PASSPHRASE, SteppingClock

RECORDS = [new_id() for _ in range(2)]
FIELDS = ("own_words", "observation")
SCOPE = new_id()
KEYS = st.builds(FieldKey, st.just("assessment"), st.sampled_from(RECORDS), st.sampled_from(FIELDS))
VALUES = st.sampled_from(["", "a", "b", "æ"])


class JournalMachine(RuleBasedStateMachine):
    """Two authors with screens of their own; closing, reopening, rebuilding, clock jumps."""

    actions = Bundle("actions")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = SteppingClock()
        self.store = Store.create(Path(self.folder.name) / "data", PASSPHRASE, self.clock, CHEAP)
        self.screens: dict[str, dict[FieldKey, tuple[ChangeId, ...]]] = {"Vera": {}, "Bo": {}}
        self.written: dict[str, FieldKey] = {}
        self.count = 0

    def append(self, who: str, writes: list[Write]) -> Any:
        appended = self.store.journal.append(SCOPE, writes, actor=who)
        self.count += len(writes)
        return appended.action

    @rule(target=actions, who=st.sampled_from(["Vera", "Bo"]), key=KEYS, value=VALUES)
    def write(self, who: str, key: FieldKey, value: str) -> str:
        return str(self.append(who, [Write(key, value, self.screens[who].get(key, ()))]))

    @rule(target=actions, record=st.sampled_from(RECORDS), values=st.tuples(VALUES, VALUES))
    def write_whole(self, record: str, values: tuple[str, str]) -> str:
        keys = [FieldKey("assessment", record, field) for field in FIELDS]
        return str(self.append("Vera", [Write(k, v) for k, v in zip(keys, values, strict=True)]))

    @rule(
        target=actions,
        who=st.sampled_from(["Vera", "Bo"]),
        record=st.sampled_from(RECORDS),
        life=st.booleans(),
    )
    def end_or_revive(self, who: str, record: str, life: bool) -> Any:
        key = FieldKey("assessment", record, "removed")
        if not self.screens[who].get(key):
            return multiple()
        return self.append(who, [Write(key, not life, self.screens[who][key])])

    @rule(who=st.sampled_from(["Vera", "Bo"]))
    def look(self, who: str) -> None:
        self.screens[who] = dict(self.store.journal.snapshot([SCOPE]).heads)

    @rule(target=actions, action=actions)
    def undo_and_perhaps_redo(self, action: str) -> Any:
        before = self.picture()
        try:
            undone = self.store.journal.undo(action)
        except KnownError:
            assert self.picture() == before
            return multiple()
        self.count += len(self.changes_of(undone))
        redone = self.store.journal.redo(undone)
        self.count += len(self.changes_of(redone))
        assert self.picture() == before
        return redone

    def changes_of(self, action: str) -> list[Any]:
        return [e for e in self.store.journal.scope_history(SCOPE, 1000) if e.action == action]

    def picture(self) -> Any:
        snapshot = self.store.journal.snapshot([SCOPE])
        disputes = {(d.key, frozenset(map(str, d.values))) for d in snapshot.disputes}
        return snapshot.records, disputes

    @rule(years=st.integers(-5, 5))
    def clock_jumps(self, years: int) -> None:
        self.clock.now = self.clock.now.replace(year=max(1971, self.clock.now.year + years))

    @rule()
    def close_and_open(self) -> None:
        self.store.close()
        self.store = Store.open(Path(self.folder.name) / "data", PASSPHRASE, self.clock)

    @rule()
    def rebuild(self) -> None:
        before = self.store.journal.snapshot([SCOPE])
        self.store.journal.rebuild()
        after = self.store.journal.snapshot([SCOPE])
        assert (after.records, after.heads) == (before.records, before.heads)

    @invariant()
    def state_follows_from_the_journal(self) -> None:
        assert self.store.journal.verify() == ()

    @invariant()
    def nothing_is_lost(self) -> None:
        assert len(self.store.journal.scope_history(SCOPE, 1000)) == self.count

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


TestJournal = JournalMachine.TestCase
TestJournal.settings = settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
