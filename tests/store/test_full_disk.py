"""A disk runs full while somebody types: it is said, and when there is room all is kept."""

import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest

from app.domain.ids import new_id
from app.errors import KnownError
from app.store.backup import is_whole
from app.store.store import Store
from app.texts import Texts
from tests.scribe import PASSPHRASE, SteppingClock

CRAMMED = Path(__file__).with_name("crammed.py")
ROOT = CRAMMED.parents[2]
SMALL_DISK = 'mount -t tmpfs -o size=6m,mode=700 none "$1"'
# Who may mount at all, and who may in a world of their own; both vanish with the command.
WAYS = (("unshare", "-m"), ("unshare", "-U", "-r", "-m"))


@cache
def mounting() -> tuple[str, ...] | None:
    """Return what a command is begun with to have a small disk of its own, if anything helps."""
    if not shutil.which("unshare"):
        return None
    with tempfile.TemporaryDirectory() as place:
        for way in WAYS:
            tried = (*way, "sh", "-c", SMALL_DISK, "sh", place)
            if subprocess.run(tried, capture_output=True, check=False).returncode == 0:
                return way
    return None


def on_a_small_disk(folder: Path, scope: str) -> str:
    """Type on a disk of its own, whose files then take the folder's place."""
    way = mounting()
    if way is None:
        pytest.skip("no disk may be mounted here")
    place, out = folder.with_name("small"), folder.with_name("out")
    place.mkdir()
    script = (
        f'{SMALL_DISK} && cp -R "$2" "$1/data" && "$3" "$4" cram "$1/data" "$5" "$6";'
        ' cp -R "$1/data" "$7"'
    )
    given = (place, folder, sys.executable, CRAMMED, PASSPHRASE, scope, out)
    said = typed_by([*way, "sh", "-c", script, "sh", *map(str, given)])
    shutil.rmtree(folder)
    out.rename(folder)
    return said


def under_a_limit(folder: Path, scope: str) -> str:
    """Type where no file may grow."""
    return typed_by([sys.executable, str(CRAMMED), "limit", str(folder), PASSPHRASE, scope])


def typed_by(command: list[str]) -> str:
    where = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, env=where, check=False).stdout


@pytest.mark.skipif(os.name == "nt", reason="files have no limits of this kind there")
@pytest.mark.parametrize("typing", [on_a_small_disk, under_a_limit])
def test_a_full_disk_is_said_and_all_that_was_typed_is_kept_when_there_is_room(
    store: Store, folder: Path, clock: SteppingClock, typing: object
) -> None:
    assert callable(typing)
    store.close()
    scope = new_id()
    lines = [line.split() for line in typing(folder, scope).splitlines()]
    typed = {words[1]: int(words[2]) for words in lines if words[0] == "typed"}
    (said,) = (words[1:] for words in lines if words[0] == "said")
    assert set(said) <= {"store.disk_full", "store.io_error"}
    for key in said:
        assert Texts("da").error(KnownError(key))
    assert len(typed) > 5
    assert kept_in(folder, clock, scope) == typed


def kept_in(folder: Path, clock: SteppingClock, scope: str) -> dict[str, int]:
    """Return how much of each field is there, as a change or as text under way."""
    store = Store.open(folder, PASSPHRASE, clock)
    try:
        assert is_whole(store._engine)
        assert store.journal.verify() == ()
        records = store.journal.snapshot([scope]).records.get("assessment", {})
        kept = {text.key.id: len(text.text) for text in store.pending.all()}
        assert kept
        return kept | {i: len(getattr(r, "own_words")) for i, r in records.items()}  # noqa: B009
    finally:
        store.close()
