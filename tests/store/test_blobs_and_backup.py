"""Bytes come back as they were or not at all; a backup is read back before it counts."""

import hashlib
import os
import threading
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.errors import KnownError
from app.store import files, rotation
from app.store.blobs import CHUNK_BYTES
from app.store.store import Store
from app.store.tables import blob_chunk
from tests.scribe import PASSPHRASE, Scribe, SteppingClock


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES - 1])
def test_bytes_come_back_by_their_hash(store: Store, size: int) -> None:
    data = os.urandom(size)
    sha256 = store.blobs.put(data)
    assert sha256 == hashlib.sha256(data).hexdigest()
    assert store.blobs.get(sha256) == data
    assert store.blobs.put(data) == sha256


def test_bytes_that_are_not_here_are_said_to_be_missing(store: Store) -> None:
    with pytest.raises(KnownError) as caught:
        store.blobs.get("0" * 64)
    assert caught.value.key == "store.blob_missing"


@pytest.mark.parametrize("spoil", ["change", "lose"])
def test_damaged_bytes_are_never_given_out(store: Store, spoil: str) -> None:
    sha256 = store.blobs.put(os.urandom(2 * CHUNK_BYTES))
    last = blob_chunk.c.number == 1
    change = sa.update(blob_chunk).where(last).values(data=b"andet")
    statement = change if spoil == "change" else sa.delete(blob_chunk).where(last)
    store._writer.run(lambda connection: connection.execute(statement))
    with pytest.raises(KnownError) as caught:
        store.blobs.get(sha256)
    assert caught.value.key == "store.blob_damaged"


def test_what_only_this_computer_keeps_is_read_back(store: Store) -> None:
    assert store.local.get("profil") is None
    store.local.set("profil", "Åse")
    store.local.set("profil", "Bo")
    assert store.local.get("profil") == "Bo"


def test_a_backup_made_in_use_opens_and_verifies(
    store: Store, vera: Scribe, tmp_path: Path, clock: SteppingClock
) -> None:
    record, going = new_id(), threading.Event()
    vera.set(record, "før kopien")
    store.pending.put(vera_key(record), vera.scope, "halv sætn", (), "s")

    def keep_writing() -> None:
        while not going.is_set():
            vera.set(new_id(), "imens")

    writing = threading.Thread(target=keep_writing)
    writing.start()
    try:
        store.backup(tmp_path / "copy")
    finally:
        going.set()
        writing.join()
    assert {p.name for p in (tmp_path / "copy").iterdir()} == {files.DATABASE, files.KEYS}
    vera.set(record, "efter kopien")
    copy = Store.open(tmp_path / "copy", PASSPHRASE, clock)
    assert Scribe(copy.journal, scope=vera.scope).value(record) == "før kopien"
    assert [kept.text for kept in copy.pending.all()] == ["halv sætn"]
    assert copy.journal.verify() == ()
    copy.close()


def vera_key(record: str) -> FieldKey:
    return FieldKey("assessment", record, "own_words")


def test_a_backup_is_never_written_over_something(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy"
    target.mkdir()
    (target / "noget.txt").write_text("noget")
    with pytest.raises(KnownError) as caught:
        store.backup(target)
    assert caught.value.key == "store.backup_exists"
    assert [p.name for p in target.iterdir()] == ["noget.txt"]


def test_a_restored_backup_is_the_day_it_was_made_and_begins_a_new_epoch(
    store: Store, vera: Scribe, folder: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    record = new_id()
    vera.set(record, "da kopien blev taget")
    store.backup(tmp_path / "copy")
    vera.set(record, "senere")
    (later,) = vera.heads(record)
    store.close()
    Store.restore(tmp_path / "copy", folder, clock)
    again = Store.open(folder, PASSPHRASE, clock)
    scribe = Scribe(again.journal, scope=vera.scope)
    assert scribe.value(record) == "da kopien blev taget"
    scribe.set(record, "efter gendannelsen")
    (head,) = scribe.heads(record)
    assert head.epoch != later.epoch
    assert again.journal.verify() == ()
    again.close()
    (kept,) = (folder / files.ASIDE).glob(f"*/{files.DATABASE}")
    assert kept.stat().st_size > 0


def test_a_store_in_use_is_not_restored_over(
    store: Store, vera: Scribe, folder: Path, tmp_path: Path
) -> None:
    store.backup(tmp_path / "copy")
    with pytest.raises(KnownError) as caught:
        Store.restore(tmp_path / "copy", folder)
    assert caught.value.key == "start.already_running"


def test_half_a_backup_changes_nothing(
    store: Store, folder: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    store.backup(tmp_path / "copy")
    store.close()
    (tmp_path / "copy" / files.KEYS).unlink()
    with pytest.raises(KnownError) as caught:
        Store.restore(tmp_path / "copy", folder, clock)
    assert caught.value.key == "store.backup_incomplete"
    Store.open(folder, PASSPHRASE, clock).close()


def test_the_way_back_from_a_damaged_database_is_the_backup(
    store: Store, vera: Scribe, folder: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    record = new_id()
    vera.set(record, "gemt")
    store.backup(tmp_path / "copy")
    store.close()
    (folder / files.DATABASE).write_bytes(b"\x5a" * 8192)
    with pytest.raises(KnownError):
        Store.open(folder, PASSPHRASE, clock)
    Store.restore(tmp_path / "copy", folder, clock)
    again = Store.open(folder, PASSPHRASE, clock)
    assert Scribe(again.journal, scope=vera.scope).value(record) == "gemt"
    again.close()


def test_a_backup_that_does_not_read_back_is_not_kept(
    store: Store, vera: Scribe, tmp_path: Path
) -> None:
    vera.set(new_id(), "x")
    spoil = "UPDATE journal_change SET value = 'y'"
    store._writer.run(lambda connection: connection.exec_driver_sql(spoil))
    with pytest.raises(KnownError) as caught:
        store.backup(tmp_path / "copy")
    assert caught.value.key == "store.backup_damaged"
    assert list((tmp_path / "copy").iterdir()) == []


def test_a_backup_is_made_beside_the_database_once_a_day(
    store: Store, folder: Path, clock: SteppingClock
) -> None:
    first = store.back_up_daily()
    assert first is not None
    assert store.back_up_daily() is None
    clock.now += timedelta(days=1)
    second = store.back_up_daily()
    assert Store.backups(folder) == (second, first)


def test_the_oldest_backups_make_room_and_a_clock_set_back_changes_nothing(
    store: Store, folder: Path, clock: SteppingClock
) -> None:
    made = []
    for number in range(rotation.KEPT + 3):
        clock.now += timedelta(days=3 if number % 2 else -400)
        made.append(store.back_up_daily())
    assert list(Store.backups(folder)) == made[: -rotation.KEPT - 1 : -1]


def test_half_a_backup_that_a_crash_left_is_none_and_makes_room(
    store: Store, folder: Path, clock: SteppingClock
) -> None:
    half = rotation.next_backup(folder, clock())
    half.mkdir(parents=True)
    (half / (files.DATABASE + ".new")).write_bytes(b"half")
    assert Store.backups(folder) == ()
    assert store.back_up_daily() is not None
    assert not half.exists()


def test_the_automatic_backup_is_the_way_back_from_a_lost_database(
    store: Store, vera: Scribe, folder: Path, clock: SteppingClock
) -> None:
    record = new_id()
    vera.set(record, "gemt")
    store.back_up_daily()
    store.close()
    (folder / files.DATABASE).unlink()
    with pytest.raises(KnownError) as caught:
        Store.open(folder, PASSPHRASE, clock)
    assert caught.value.key == "store.missing_database"
    Store.restore(Store.backups(folder)[0], folder, clock)
    again = Store.open(folder, PASSPHRASE, clock)
    assert Scribe(again.journal, scope=vera.scope).value(record) == "gemt"
    again.close()


def test_a_damaged_database_never_pushes_a_good_backup_out(
    store: Store, vera: Scribe, folder: Path, clock: SteppingClock
) -> None:
    vera.set(new_id(), "x")
    good = store.back_up_daily()
    store._writer.run(lambda c: c.exec_driver_sql("UPDATE journal_change SET value = 'y'"))
    for _ in range(rotation.KEPT + 1):
        clock.now += timedelta(days=1)
        with pytest.raises(KnownError):
            store.back_up_daily()
    assert Store.backups(folder) == (good,)


@pytest.mark.parametrize("renames", range(3))
def test_a_restore_that_is_stopped_half_way_is_done_again(
    store: Store,
    vera: Scribe,
    folder: Path,
    tmp_path: Path,
    clock: SteppingClock,
    monkeypatch: pytest.MonkeyPatch,
    renames: int,
) -> None:
    record = new_id()
    vera.set(record, "gemt")
    store.backup(tmp_path / "copy")
    store.close()
    left, rename = iter(range(renames)), Path.replace

    def stopped(path: Path, target: Path) -> Path:
        if next(left, None) is None:
            raise OSError
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stopped)
        with pytest.raises(KnownError):
            Store.restore(tmp_path / "copy", folder, clock)
    assert Store.exists(folder)
    Store.restore(tmp_path / "copy", folder, clock)
    again = Store.open(folder, PASSPHRASE, clock)
    assert Scribe(again.journal, scope=vera.scope).value(record) == "gemt"
    again.close()
