"""What was written moves from the log into the database while nobody waits for it."""

import shutil
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.ids import new_id
from app.errors import KnownError
from app.journal.writer import TIDY_AFTER, Writer
from app.store import files
from app.store.engine import connect
from app.store.store import Store
from tests.scribe import PASSPHRASE, Scribe, SteppingClock


def in_the_database_alone(folder: Path, place: Path, scribe: Scribe, record: str) -> str:
    """Return a field as the database has it without its log."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(folder, place, ignore=shutil.ignore_patterns("*-wal", "*-shm"))
    store = Store.open(place, PASSPHRASE, SteppingClock())
    try:
        return str(Scribe(store.journal, scope=scribe.scope).value(record))
    except KeyError:
        return ""
    finally:
        store.close()


def test_a_pause_after_much_writing_empties_the_log(
    store: Store, vera: Scribe, folder: Path, tmp_path: Path
) -> None:
    record, until = new_id(), time.monotonic() + 20
    for number in range(TIDY_AFTER):
        vera.set(record, str(number))
    while in_the_database_alone(folder, tmp_path / "copy", vera, record) != str(TIDY_AFTER - 1):
        assert time.monotonic() < until
    assert store.journal.verify() == ()


def test_a_disk_that_fails_while_nobody_waits_fails_nobody(store: Store) -> None:
    tried: list[sa.Connection] = []

    def failing(connection: sa.Connection) -> None:
        tried.append(connection)
        connection.exec_driver_sql("SELECT nothing FROM nowhere")

    writer, until = Writer(store._engine, failing), time.monotonic() + 20
    for _ in range(TIDY_AFTER):
        writer.run(lambda _: None)
    while not tried:
        assert time.monotonic() < until
    assert writer.run(lambda connection: connection.exec_driver_sql("SELECT 7").scalar()) == 7
    writer.close()


def test_work_that_is_due_later_is_done_when_the_writer_closes(store: Store) -> None:
    writer, done = Writer(store._engine), list[str]()
    later = writer.post(lambda _: done.append("later"), delay=3_600)
    sooner = writer.post(lambda _: done.append("sooner"), delay=1_800)
    now = writer.post(lambda _: done.append("now"))
    now.result()
    assert not later.done()
    writer.close()
    writer.close()
    assert (later.done(), sooner.done(), done) == (True, True, ["now", "sooner", "later"])


def test_a_lock_that_another_holds_too_long_is_said_and_leaves_the_writer_well(
    store: Store, vera: Scribe
) -> None:
    record = new_id()
    store._writer.run(lambda c: c.exec_driver_sql("PRAGMA busy_timeout = 50").all())
    holding = store._engine.execution_options(begin="BEGIN IMMEDIATE")
    with holding.connect() as other, other.begin():
        with pytest.raises(KnownError) as caught:
            vera.set(record, "imens")
        assert caught.value.key == "store.busy"
    vera.set(record, "efter")
    assert vera.value(record) == "efter"


def test_whatever_goes_wrong_while_something_is_taken_back_nobody_waits_for_ever(
    store: Store,
) -> None:
    def fail(_: object = None) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store._writer.run(fail, fail)
    assert store._writer.run(lambda connection: connection.scalar(sa.text("SELECT 7"))) == 7


def test_who_writes_has_the_database_before_the_first_word(store: Store) -> None:
    def meanwhile(_: sa.Connection) -> str:
        driver = connect(store.folder / files.DATABASE, store._key)
        driver.execute("PRAGMA busy_timeout = 10")
        try:
            driver.execute("BEGIN IMMEDIATE")
        except driver.OperationalError as error:
            return str(error)
        finally:
            driver.close()
        return "two write at once"

    assert "locked" in store._writer.run(meanwhile)
