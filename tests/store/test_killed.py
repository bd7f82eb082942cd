"""The program is killed while somebody types: what is older than 300 ms is there."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import pytest

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.errors import KnownError
from app.store import files
from app.store.backup import is_whole
from app.store.store import Store
from tests.scribe import PASSPHRASE, Scribe, SteppingClock

KEPT_WITHIN_S = 0.3
TYPIST = Path(__file__).with_name("typist.py")
ROOT = TYPIST.parents[2]


def type_until_killed(folder: Path, scope: str, seconds: float) -> tuple[dict[str, int], set[str]]:
    """Return how much of each field must be there, and which fields were left."""
    command = [sys.executable, str(TYPIST), str(folder), PASSPHRASE, scope]
    typist = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": str(ROOT)}
    )
    assert typist.stdout is not None
    assert typist.stdout.readline() == "ready\n"
    time.sleep(seconds)
    typist.kill()
    killed = time.monotonic()
    lines = [line.split() for line in typist.stdout.read().splitlines() if line.count(" ") == 3]
    typist.wait()
    typist.stdout.close()
    due: dict[str, int] = defaultdict(int)
    for what, record, length, at in lines:
        if what == "sealed" or float(at) < killed - KEPT_WITHIN_S:
            due[record] = max(due[record], int(length))
    return due, {record for what, record, _, _ in lines if what == "sealed"}


def kill_and_look(folder: Path, clock: SteppingClock, scope: str, seconds: float) -> int:
    due, sealed = type_until_killed(folder, scope, seconds)
    store = Store.open(folder, PASSPHRASE, clock)
    try:
        assert is_whole(store._engine)
        assert store.journal.verify() == ()
        kept = {text.key.id: len(text.text) for text in store.pending.all()}
        records = store.journal.snapshot([scope]).records.get("assessment", {})
        scribe = Scribe(store.journal, scope=scope)
        for record in records:
            kept[record] = max(kept.get(record, 0), len(scribe.value(record)))
        assert {r: n for r, n in due.items() if kept.get(r, 0) < n} == {}
        assert sealed <= set(records)
    finally:
        store.close()
    return len(due)


def kill_often(folder: Path, clock: SteppingClock, times: int) -> int:
    scope, chance = new_id(), random.Random(20261123)  # noqa: S311 - not a secret
    waits = [chance.uniform(0.05, 0.7) for _ in range(times)]
    return sum(kill_and_look(folder, clock, scope, wait) for wait in waits)


def test_no_keystroke_older_than_300_ms_is_lost_when_the_program_is_killed(
    store: Store, folder: Path, clock: SteppingClock
) -> None:
    store.close()
    assert kill_often(folder, clock, 20) > 0


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_no_keystroke_is_lost_when_the_program_is_killed_two_hundred_times(
    store: Store, folder: Path, clock: SteppingClock
) -> None:
    store.close()
    assert kill_often(folder, clock, 200) > 0


FILL = """
import resource, sys
from pathlib import Path
from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.errors import KnownError
from app.journal.journal import Write
from app.store.store import Store
store = Store.open(Path(sys.argv[1]), sys.argv[2])
limit = int(sys.argv[4])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
written = 0
try:
    while True:
        key = FieldKey("assessment", new_id(), "own_words")
        store.journal.append(sys.argv[3], [Write(key, "x" * 20_000)], actor="Vera")
        written += 1
except KnownError as error:
    print(error.key, written)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
store.journal.append(sys.argv[3], [Write(key, "igen")], actor="Vera")
print(len(store.journal.verify()))
store.close()
"""


def test_a_disk_that_takes_no_more_loses_nothing_of_what_was_kept(
    store: Store, folder: Path, clock: SteppingClock
) -> None:
    store.close()
    scope = new_id()
    limit = sum(path.stat().st_size for path in folder.iterdir()) + 400_000
    command = [sys.executable, "-c", FILL, str(folder), PASSPHRASE, scope, str(limit)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    (key, written), (problems,) = (line.split() for line in said.stdout.splitlines())
    assert key in ("store.io_error", "store.disk_full")
    assert int(written) > 3
    assert problems == "0"
    again = Store.open(folder, PASSPHRASE, clock)
    records = again.journal.snapshot([scope]).records["assessment"]
    assert len(records) == int(written) + 1
    assert is_whole(again._engine)
    again.close()


def descriptor_of(path: Path) -> int:
    """Return the open descriptor of a file that only this process's store has open."""
    (found,) = (
        int(link.name)
        for link in Path("/proc/self/fd").iterdir()
        if link.exists() and link.resolve() == path.resolve()
    )
    return found


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="Linux shows open files there")
@pytest.mark.parametrize(
    ("instead", "mode", "key"),
    [("/dev/full", os.O_WRONLY, "store.disk_full"), ("/dev/null", os.O_RDONLY, "store.io_error")],
)
def test_a_disk_that_fails_is_said_and_work_goes_on_when_it_is_well_again(
    store: Store, folder: Path, vera: Scribe, instead: str, mode: int, key: str
) -> None:
    record = new_id()
    vera.set(record, "før")
    log = descriptor_of(folder / (files.DATABASE + "-wal"))
    healthy, failing = os.dup(log), os.open(instead, mode)
    os.dup2(failing, log)
    try:
        with pytest.raises(KnownError) as caught:
            vera.set(record, "mens disken fejler")
        assert caught.value.key == key
        store.pending.put(FieldKey("assessment", record, "observation"), vera.scope, "x", (), "s")
        with pytest.raises(KnownError):
            store.pending.flush()
    finally:
        os.dup2(healthy, log)
        os.close(healthy)
        os.close(failing)
    vera.set(record, "efter", replaces=vera.heads(record))
    assert vera.value(record) == "efter"
    assert [text.text for text in store.pending.all()] == ["x"]
    assert vera.disputes() == {}
    assert store.journal.verify() == ()
    assert is_whole(store._engine)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="Linux shows open files there")
def test_a_database_that_takes_nothing_while_its_log_does_loses_nothing(
    store: Store, folder: Path, vera: Scribe, clock: SteppingClock
) -> None:
    record, database = new_id(), (folder / files.DATABASE).resolve()
    vera.set(record, "før")
    links = [x for x in Path("/proc/self/fd").iterdir() if x.exists() and x.resolve() == database]
    assert links
    failing = os.open(database, os.O_RDONLY)
    for link in links:
        os.dup2(failing, int(link.name))
    os.close(failing)
    for number in range(30):
        vera.set(record, str(number))
    store.pending.put(FieldKey("assessment", record, "observation"), vera.scope, "x", (), "s")
    store.close()
    again = Store.open(folder, PASSPHRASE, clock)
    assert Scribe(again.journal, scope=vera.scope).value(record) == "29"
    assert [text.text for text in again.pending.all()] == ["x"]
    assert again.journal.verify() == ()
    assert is_whole(again._engine)
    again.close()


READ_ONLY = """
import os, sys
from pathlib import Path
from app.errors import KnownError
from app.store.store import Store
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
for open_it in (Store.open, Store.create):
    try:
        open_it(Path(sys.argv[1]), sys.argv[2])
    except KnownError as error:
        print(error.key)
"""


@pytest.mark.skipif(os.name == "nt", reason="rights of files are another thing there")
def test_a_folder_that_may_only_be_read_is_said_and_left_as_it_was(
    store: Store, folder: Path
) -> None:
    store.close()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with tempfile.TemporaryDirectory() as name:
        place = Path(name) / "data"
        shutil.copytree(folder, place)
        Path(name).chmod(0o755)
        for path in place.iterdir():
            path.chmod(0o444)
        place.chmod(0o555)
        command = [sys.executable, "-c", READ_ONLY, str(place), PASSPHRASE]
        said = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
        after = {path.name: path.read_bytes() for path in place.iterdir()}
        place.chmod(0o755)
    assert said.stdout.split() == ["store.read_only", "store.read_only"], said.stderr
    assert after == before
