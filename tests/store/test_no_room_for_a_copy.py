"""Backup, restore and upgrade copy the database first: where that fails, all stays as it was."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.ids import new_id
from app.errors import KnownError
from app.store import files
from app.store.store import Store
from app.texts import Texts
from tests.scribe import PASSPHRASE, Scribe, SteppingClock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind there")
LITTLE = 40_000
RELEASED = Path(__file__).parent / "released" / "schema-1"


@contextmanager
def files_grow_to(size: int) -> Iterator[None]:
    """Let this process write no file beyond a size, as on a disk that is full."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def said(caught: pytest.ExceptionInfo[KnownError]) -> str:
    assert Texts("da").error(caught.value)
    return caught.value.key


def contents(folder: Path) -> dict[str, bytes]:
    return {
        p.name: p.read_bytes() for p in folder.iterdir() if p.name in (files.DATABASE, files.KEYS)
    }


def test_a_backup_without_room_leaves_nothing_and_pushes_no_older_one_out(
    store: Store, vera: Scribe, folder: Path, clock: SteppingClock
) -> None:
    vera.set(new_id(), "x")
    good = store.back_up_daily()
    clock.now = clock.now.replace(year=clock.now.year + 1)
    with files_grow_to(LITTLE), pytest.raises(KnownError) as caught:
        store.back_up_daily()
    assert said(caught) in ("store.disk_full", "store.io_error")
    assert Store.backups(folder) == (good,)
    vera.set(new_id(), "videre")
    newer = store.back_up_daily()
    assert Store.backups(folder) == (newer, good)
    assert store.journal.verify() == ()


def test_a_restore_without_room_leaves_the_store_as_it_was(
    store: Store, vera: Scribe, folder: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    record = new_id()
    store.backup(tmp_path / "copy")
    vera.set(record, "efter kopien")
    store.close()
    before = contents(folder)
    with files_grow_to(LITTLE), pytest.raises(KnownError) as caught:
        Store.restore(tmp_path / "copy", folder, clock)
    assert said(caught) == "store.disk_full"
    assert contents(folder) == before
    again = Store.open(folder, PASSPHRASE, clock)
    assert Scribe(again.journal, scope=vera.scope).value(record) == "efter kopien"
    again.close()


def test_an_upgrade_without_room_for_the_copy_changes_nothing(
    tmp_path: Path, clock: SteppingClock
) -> None:
    old = Path(shutil.copytree(RELEASED, tmp_path / "old"))
    before = contents(old)
    with files_grow_to(LITTLE), pytest.raises(KnownError) as caught:
        Store.open(old, "udgivet", clock)
    assert said(caught) in ("store.disk_full", "store.io_error")
    assert contents(old) == before
    assert Store.backups(old) == ()
    store = Store.open(old, "udgivet", clock)
    assert store.journal.verify() == ()
    store.close()
    assert len(Store.backups(old)) == 1
