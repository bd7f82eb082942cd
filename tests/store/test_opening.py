"""A database that does not open is moved aside untouched, and never made anew."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.ids import new_id
from app.errors import KnownError
from app.store import files
from app.store.engine import connect
from app.store.keys import DataKey, new_data_key, read_keys, unwrap
from app.store.store import Store
from app.texts import Texts
from tests.scribe import CHEAP, PASSPHRASE, Scribe, SteppingClock


def refusal(folder: Path, clock: SteppingClock) -> str:
    with pytest.raises(KnownError) as caught:
        Store.open(folder, PASSPHRASE, clock)
    assert Texts("da").error(caught.value)
    return caught.value.key


def key_of(folder: Path) -> DataKey:
    key = unwrap(read_keys(folder / files.KEYS).wraps, PASSPHRASE)
    assert key is not None
    return key


@pytest.fixture
def closed(store: Store, vera: Scribe, folder: Path) -> Path:
    vera.set(new_id(), "noget")
    store.close()
    return folder


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1000])


def lose_the_end(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def lose_the_first_page(path: Path) -> None:
    path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def overwrite(path: Path) -> None:
    path.write_bytes(b"\x5a" * path.stat().st_size)


def put_plain_sqlite(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()


def put_another_computers(path: Path) -> None:
    path.unlink()
    connection = connect(path, new_data_key(), "rwc")
    connection.execute("CREATE TABLE t (a)")
    connection.close()


SPOILERS = [
    truncate,
    lose_the_end,
    lose_the_first_page,
    empty,
    overwrite,
    put_plain_sqlite,
    put_another_computers,
]


@pytest.mark.parametrize("spoil", SPOILERS)
def test_a_file_that_does_not_open_is_moved_aside_untouched(
    closed: Path, clock: SteppingClock, spoil: Callable[[Path], None]
) -> None:
    database = closed / files.DATABASE
    spoil(database)
    spoilt = database.read_bytes()
    assert refusal(closed, clock) == "store.damaged"
    (moved,) = (closed / files.ASIDE).glob(f"*/{files.DATABASE}")
    assert moved.read_bytes() == spoilt
    assert not database.exists()
    assert refusal(closed, clock) == "store.missing_database"
    assert not database.exists()


@pytest.mark.parametrize("spoil", SPOILERS)
def test_from_whatever_damage_the_automatic_backup_is_a_way_back(
    store: Store,
    vera: Scribe,
    folder: Path,
    clock: SteppingClock,
    spoil: Callable[[Path], None],
) -> None:
    record = new_id()
    vera.set(record, "i kopien")
    store.back_up_daily()
    store.close()
    spoil(folder / files.DATABASE)
    assert refusal(folder, clock) == "store.damaged"
    Store.restore(Store.backups(folder)[0], folder, clock)
    again = Store.open(folder, PASSPHRASE, clock)
    assert Scribe(again.journal, scope=vera.scope).value(record) == "i kopien"
    assert again.journal.verify() == ()
    again.close()


def test_keys_of_another_store_open_nothing_and_the_file_is_kept(
    closed: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    Store.create(tmp_path / "other", PASSPHRASE, clock, CHEAP).close()
    mine = (closed / files.KEYS).read_bytes()
    before = (closed / files.DATABASE).read_bytes()
    shutil.copyfile(tmp_path / "other" / files.KEYS, closed / files.KEYS)
    assert refusal(closed, clock) == "store.damaged"
    (moved,) = (closed / files.ASIDE).glob(f"*/{files.DATABASE}")
    assert moved.read_bytes() == before
    moved.rename(closed / files.DATABASE)
    (closed / files.KEYS).write_bytes(mine)
    Store.open(closed, PASSPHRASE, clock).close()


def test_the_log_of_a_damaged_database_moves_with_it(closed: Path, clock: SteppingClock) -> None:
    overwrite(closed / files.DATABASE)
    log = closed / (files.DATABASE + "-wal")
    log.write_bytes(b"log")
    assert refusal(closed, clock) == "store.damaged"
    (moved,) = (closed / files.ASIDE).glob(f"*/{log.name}")
    assert moved.read_bytes() == b"log"


def test_a_wrong_passphrase_moves_nothing(closed: Path, clock: SteppingClock) -> None:
    with pytest.raises(KnownError):
        Store.open(closed, "forkert", clock)
    assert (closed / files.DATABASE).exists()
    assert not (closed / files.ASIDE).exists()


def test_a_first_page_that_only_the_log_holds_is_found_there(
    store: Store, vera: Scribe, folder: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    record = new_id()
    vera.set(record, "gemt")
    with store._engine.connect() as reading:
        reading.exec_driver_sql("CREATE TABLE another_page (a)")
        reading.commit()
    copy = tmp_path / "pulled-plug"
    shutil.copytree(folder, copy)
    with (copy / files.DATABASE).open("rb+") as file:
        file.write(b"\0" * 512)
    again = Store.open(copy, PASSPHRASE, clock)
    assert Scribe(again.journal, scope=vera.scope).value(record) == "gemt"
    again.close()


def test_a_page_damaged_inside_is_said_and_the_file_stays(
    closed: Path, clock: SteppingClock
) -> None:
    database = closed / files.DATABASE
    connection = connect(database, key_of(closed))
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'journal_change'"
    (page,) = connection.execute(query).fetchone()
    connection.close()
    content = bytearray(database.read_bytes())
    content[(page - 1) * 4096 + 100] ^= 1
    database.write_bytes(content)
    store = Store.open(closed, PASSPHRASE, clock)
    with pytest.raises(KnownError) as caught:
        store.journal.verify()
    store.close()
    assert caught.value.key == "store.damaged_inside"
    assert database.read_bytes() == bytes(content)


def test_a_newer_programs_database_is_refused_untouched(closed: Path, clock: SteppingClock) -> None:
    connection = connect(closed / files.DATABASE, key_of(closed))
    connection.execute("UPDATE journal_meta SET value = '99' WHERE name = 'schema'")
    connection.close()
    before = (closed / files.DATABASE).read_bytes()
    assert refusal(closed, clock) == "store.newer_program"
    assert (closed / files.DATABASE).read_bytes() == before
    assert Store.backups(closed) == ()


def test_a_second_program_on_the_same_folder_says_so(
    store: Store, folder: Path, clock: SteppingClock
) -> None:
    assert refusal(folder, clock) == "start.already_running"
    with pytest.raises(KnownError):
        Store.create(folder, PASSPHRASE, clock, CHEAP)


def test_a_second_process_on_the_same_folder_says_so(store: Store, folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from app.store.store import Store\n"
        "from app.errors import KnownError\n"
        "try: Store.open(Path(sys.argv[1]), sys.argv[2])\n"
        "except KnownError as error: print(error.key)"
    )
    command = [sys.executable, "-c", script, str(folder), PASSPHRASE]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "start.already_running"


def test_after_closing_the_folder_is_free(closed: Path, clock: SteppingClock) -> None:
    Store.open(closed, PASSPHRASE, clock).close()
    store = Store.open(closed, PASSPHRASE, clock)
    store.close()
    store.close()


def test_a_database_without_its_keys_is_moved_aside_when_a_store_is_made(
    closed: Path, clock: SteppingClock
) -> None:
    (closed / files.KEYS).unlink()
    before = (closed / files.DATABASE).read_bytes()
    assert refusal(closed, clock) == "store.missing"
    Store.create(closed, PASSPHRASE, clock, CHEAP).close()
    (moved,) = (closed / files.ASIDE).glob(f"*/{files.DATABASE}")
    assert moved.read_bytes() == before
    Store.open(closed, PASSPHRASE, clock).close()


def test_a_folder_with_any_name_can_be_used(tmp_path: Path, clock: SteppingClock) -> None:
    folder = tmp_path / "100% ?#& æøå 'x'"
    Store.create(folder, PASSPHRASE, clock, CHEAP).close()
    Store.open(folder, PASSPHRASE, clock).close()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, clock: SteppingClock) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(KnownError) as caught:
        Store.create(tmp_path / "file" / "data", PASSPHRASE, clock, CHEAP)
    assert caught.value.key == "store.io_error"
