"""Whatever is done in whatever order: nothing is lost, state follows, undo restores."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    multiple,
    precondition,
    rule,
)

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.errors import KnownError
from app.journal.journal import ChangeId, Snapshot, Write
from app.store.store import Store
from tests.scribe import CHEAP, PASSPHRASE, SteppingClock

RECORDS = [new_id() for _ in range(2)]
FIELDS = ("own_words", "observation")
SCOPE = new_id()
KEYS = st.builds(FieldKey, st.just("assessment"), st.sampled_from(RECORDS), st.sampled_from(FIELDS))
VALUES = st.sampled_from(["", "a", "b", "æ"])


class JournalMachine(RuleBasedStateMachine):
    """Two authors with screens of their own on one computer, and another that gets all.

    Closing, power cuts, rebuilding, clock jumps, backups, restores, clones and refilling.
    """

    actions = Bundle("actions")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = SteppingClock()
        self.place = Path(self.folder.name)
        self.data = self.place / "data"
        self.store = Store.create(self.data, PASSPHRASE, self.clock, CHEAP)
        self.hub = Store.create(self.place / "hub", PASSPHRASE, self.clock, CHEAP)
        self.screens: dict[str, dict[FieldKey, tuple[ChangeId, ...]]] = {"Vera": {}, "Bo": {}}
        # What must be here, what the hub has, and what was here when the backup was made.
        self.here: set[str] = set()
        self.at_hub: set[str] = set()
        self.in_backup: set[str] | None = None

    def append(self, who: str, writes: list[Write]) -> Any:
        appended = self.store.journal.append(SCOPE, writes, actor=who)
        self.here.add(appended.action)
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
        if action not in self.here:
            return multiple()
        before = self.picture()
        try:
            undone = self.store.journal.undo(action)
        except KnownError:
            assert self.picture() == before
            return multiple()
        redone = self.store.journal.redo(undone)
        self.here |= {undone, redone}
        assert self.picture() == before
        return redone

    def picture(self) -> Any:
        snapshot = self.store.journal.snapshot([SCOPE])
        disputes = {(d.key, frozenset(map(str, d.values))) for d in snapshot.disputes}
        return snapshot.records, disputes

    @rule(years=st.integers(-5, 5))
    def clock_jumps(self, years: int) -> None:
        self.clock.now = self.clock.now.replace(year=max(1971, self.clock.now.year + years))

    def open(self) -> None:
        self.store = Store.open(self.data, PASSPHRASE, self.clock)
        # A program that starts shows nothing yet.
        self.screens = {"Vera": {}, "Bo": {}}

    @rule()
    def close_and_open(self) -> None:
        self.store.close()
        self.open()

    @rule()
    def power_is_cut(self) -> None:
        left = self.place / "left"
        shutil.copytree(self.data, left, ignore=shutil.ignore_patterns("*-shm"))
        self.store.close()
        shutil.rmtree(self.data)
        left.rename(self.data)
        self.open()

    @rule()
    def back_up(self) -> None:
        shutil.rmtree(self.place / "backup", ignore_errors=True)
        self.store.backup(self.place / "backup")
        self.in_backup = set(self.here)

    @precondition(lambda self: self.in_backup is not None)
    @rule()
    def restore(self) -> None:
        self.store.close()
        Store.restore(self.place / "backup", self.data, self.clock)
        self.here = set(self.in_backup or ())
        self.open()

    @rule(key=KEYS, value=VALUES)
    def a_clone_writes_too(self, key: FieldKey, value: str) -> None:
        self.store.close()
        shutil.copytree(self.data, self.place / "clone")
        self.open()
        clone = Store.open(self.place / "clone", PASSPHRASE, self.clock)
        written = clone.journal.append(SCOPE, [Write(key, value)], actor="Klon").action
        self.send(clone, {*self.here, written})
        clone.close()
        shutil.rmtree(self.place / "clone")

    def send(self, store: Store, known: set[str]) -> None:
        parcels = store.journal.exchange.outgoing(10_000)
        # Those the hub wrote are there; of the others a random order is as good as any.
        receipts = self.hub.journal.exchange.receive(parcels[::-1])
        assert all(r.outcome != "refused" for r in receipts)
        for parcel in parcels:
            last = parcel.first + len(parcel.changes) - 1
            store.journal.exchange.confirm(parcel.epoch, last)
        assert store.journal.exchange.unsent() == 0
        self.at_hub |= known
        assert actions_of(self.hub) == self.at_hub
        assert self.hub.journal.verify() == ()

    @rule()
    def sync(self) -> None:
        self.send(self.store, self.here)
        receipts = self.store.journal.exchange.receive(self.hub.journal.exchange.of_scope(SCOPE))
        assert all(receipt.outcome != "refused" for receipt in receipts)
        self.here |= self.at_hub
        mine, theirs = (s.journal.snapshot([SCOPE]) for s in (self.store, self.hub))
        assert (mine.records, as_sets(mine)) == (theirs.records, as_sets(theirs))

    @rule()
    def leave_and_come_back(self) -> None:
        self.sync()
        before = self.picture()
        if not self.here:
            return
        self.store.journal.parting.part_with(SCOPE)
        assert self.store.journal.verify() == ()
        assert self.picture() == ({}, set())
        fetched = self.hub.journal.exchange.of_scope(SCOPE)
        self.store.journal.parting.take_back(SCOPE, fetched)
        assert self.picture() == before

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
        assert actions_of(self.store) == self.here

    def teardown(self) -> None:
        self.store.close()
        self.hub.close()
        self.folder.cleanup()


def actions_of(store: Store) -> set[str]:
    return {parcel.id for parcel in store.journal.exchange.of_scope(SCOPE)}


def as_sets(snapshot: Snapshot) -> dict[FieldKey, set[ChangeId]]:
    return {key: set(heads) for key, heads in snapshot.heads.items()}


TestJournal = JournalMachine.TestCase
TestJournal.settings = settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.mark.slow
@pytest.mark.timeout(900)
class TestJournalAtLength(JournalMachine.TestCase):  # type: ignore[misc,name-defined]
    """The same, longer and more often."""

    settings = settings(TestJournal.settings, max_examples=120, stateful_step_count=40)
