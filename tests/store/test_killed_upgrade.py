"""The program is killed while it brings a database up to date: the next start does it again."""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.journal.changes import Snapshot, Write
from app.store import files
from app.store.backup import is_whole
from app.store.engine import connect, make_engine
from app.store.keys import DataKey, read_keys, unwrap
from app.store.opening import meta_now
from app.store.store import Store
from tests.scribe import CHEAP, PASSPHRASE, SteppingClock

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCOPE = "5" * 32
RELEASED_SCOPES = [f"{number:032x}" for number in (0xC1, 0xCA5E)]


class Old(NamedTuple):
    """A database that must be brought up to date, and what is in it."""

    folder: Path
    passphrase: str
    snapshot: Snapshot
    texts: list[str]

    def key(self) -> DataKey:
        key = unwrap(read_keys(self.folder / files.KEYS).wraps, self.passphrase)
        assert key is not None
        return key


def released(place: Path, clock: SteppingClock) -> Old:
    """Return what the first released program left."""
    return _old(HERE / "released" / "schema-1", place, "udgivet", clock)


def large_of_another_shape(place: Path, clock: SteppingClock) -> Old:
    """Return a record so long that making its state anew takes a while."""
    store = Store.create(place / "made", PASSPHRASE, clock, CHEAP)
    for number in range(12):
        keys = [FieldKey("assessment", new_id(), "own_words") for _ in range(250)]
        store.journal.append(SCOPE, [Write(key, f"ord {number}") for key in keys], actor="Vera")
    store.pending.put(keys[0], SCOPE, "halv sætn", (), "s")
    key = store._key
    store.close()
    connection = connect(place / "made" / files.DATABASE, key)
    connection.execute("UPDATE journal_meta SET value = 'another' WHERE name = 'shape'")
    connection.close()
    return _old(place / "made", place, PASSPHRASE, clock)


def _old(source: Path, place: Path, passphrase: str, clock: SteppingClock) -> Old:
    for name in ("old", "opened"):
        shutil.copytree(source, place / name)
    store = Store.open(place / "opened", passphrase, clock)
    snapshot = store.journal.snapshot([SCOPE, *RELEASED_SCOPES])
    texts = [text.text for text in store.pending.all()]
    store.close()
    assert snapshot.records
    assert texts
    return Old(place / "old", passphrase, snapshot, texts)


def upgrade_for(old: Old, folder: Path, seconds: float | None) -> float:
    """Open the database for so long, or until it is open; return the seconds that it took."""
    script = str(HERE / "upgrader.py")
    program = subprocess.Popen(
        [sys.executable, script, str(folder), old.passphrase],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(ROOT)},
    )
    with program:
        assert program.stdout is not None
        assert program.stdout.readline().startswith("ready")
        began = time.monotonic()
        if seconds is None:
            assert program.stdout.readline() == "done\n"
        else:
            time.sleep(seconds)
        program.kill()
        return time.monotonic() - began


def meta_of(database: Path, key: DataKey) -> dict[str, str]:
    connection = connect(database, key)
    try:
        return dict(connection.execute("SELECT name, value FROM journal_meta"))
    finally:
        connection.close()


def check_backups(old: Old, folder: Path, before: dict[str, str]) -> int:
    """Every backup that counts as one is the old database, whole."""
    found = Store.backups(folder)
    for backup in found:
        engine = make_engine(backup / files.DATABASE, old.key())
        assert is_whole(engine)
        engine.dispose()
        assert meta_of(backup / files.DATABASE, old.key()) == before
    return len(found)


def kill_and_open(old: Old, place: Path, seconds: float, clock: SteppingClock) -> bool:
    """Kill an upgrade and open what it left; tell whether it had not come to its end."""
    folder = Path(shutil.copytree(old.folder, place / "data"))
    before = meta_of(folder / files.DATABASE, old.key())
    upgrade_for(old, folder, seconds)
    made = check_backups(old, folder, before)
    left = meta_of(folder / files.DATABASE, old.key())
    assert left in (before, meta_now())
    assert made or left == before, "changed without a backup"
    store = Store.open(folder, old.passphrase, clock)
    try:
        assert is_whole(store._engine)
        assert store.journal.verify() == ()
        assert store.journal.snapshot([SCOPE, *RELEASED_SCOPES]) == old.snapshot
        assert [text.text for text in store.pending.all()] == old.texts
    finally:
        store.close()
    assert check_backups(old, folder, before) > 0
    shutil.rmtree(folder)
    return left == before


def kill_often(old: Old, place: Path, times: int, clock: SteppingClock) -> int:
    """Kill in each part of the time that an upgrade takes, at a random moment of it."""
    folder = shutil.copytree(old.folder, place / "timed")
    took, chance = upgrade_for(old, Path(folder), None), random.Random(7)  # noqa: S311
    moments = [(part + chance.random()) * took / times for part in range(times)]
    return sum(kill_and_open(old, place, moment, clock) for moment in moments)


Maker = Callable[[Path, SteppingClock], Old]


@pytest.mark.parametrize("make", [released, large_of_another_shape])
def test_an_upgrade_that_is_killed_loses_nothing_and_is_done_by_the_next_start(
    tmp_path: Path, clock: SteppingClock, make: Maker
) -> None:
    assert kill_often(make(tmp_path, clock), tmp_path, 4, clock) > 0


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("make", [released, large_of_another_shape])
def test_an_upgrade_that_is_killed_a_hundred_times_loses_nothing(
    tmp_path: Path, clock: SteppingClock, make: Maker
) -> None:
    assert kill_often(make(tmp_path, clock), tmp_path, 50, clock) > 10
