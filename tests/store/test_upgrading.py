"""A database of an older program opens in this one, with all that was ever written in it."""

import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.domain.records import Assessment, Visit
from app.errors import KnownError
from app.journal import tables
from app.store import files, opening, upgrading
from app.store.engine import connect
from app.store.keys import DataKey, read_keys, unwrap
from app.store.store import Store
from tests.scribe import PASSPHRASE, Scribe, SteppingClock
from tests.store.make_released import (
    ASSESSMENT,
    CASE,
    CITIZEN,
    ERASED,
    KEPT,
    OLD_PASSPHRASE,
    PARTED,
    VISIT,
    make,
)

RELEASED = sorted(KEPT.iterdir())


@pytest.fixture(params=RELEASED, ids=lambda path: path.name)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of what each released program left, made by that program."""
    return Path(shutil.copytree(request.param, tmp_path / "released"))


def key_of(folder: Path, passphrase: str = OLD_PASSPHRASE) -> DataKey:
    key = unwrap(read_keys(folder / files.KEYS).wraps, passphrase)
    assert key is not None
    return key


def meta_of(folder: Path) -> dict[str, str]:
    connection = connect(folder / files.DATABASE, key_of(folder))
    meta = dict(connection.execute("SELECT name, value FROM journal_meta"))
    connection.close()
    return meta


def journal_rows(folder: Path) -> list[list[tuple[object, ...]]]:
    connection = connect(folder / files.DATABASE, key_of(folder))
    names = ("epoch", "scope", "field", "action", "change")
    rows = [list(connection.execute(f"SELECT * FROM journal_{name}")) for name in names]  # noqa: S608
    connection.close()
    return rows


def test_what_an_older_program_wrote_is_all_there(released: Path, clock: SteppingClock) -> None:
    store = Store.open(released, OLD_PASSPHRASE, clock)
    snapshot = store.journal.snapshot([CITIZEN, CASE])
    visit = snapshot.records["visit"][VISIT]
    assert isinstance(visit, Visit)
    assert visit.planned is not None
    assert visit.planned.start == datetime(2026, 11, 23, 10, 15)
    (dispute,) = snapshot.disputes
    assert set(dispute.values) == {"Jeg kan selv", "Jeg kan næsten selv"}
    assert [text.text for text in store.pending.all()] == ["Halv sætn"]
    assert store.search.find("ærø")[0].citizen == CITIZEN
    assert store.local.get("profile")
    assert store.journal.verify() == ()
    store.close()


def test_a_field_that_the_older_program_did_not_know_is_replayed(
    released: Path, clock: SteppingClock
) -> None:
    store = Store.open(released, OLD_PASSPHRASE, clock)
    visit = store.journal.snapshot([CASE]).records["visit"][VISIT]
    assert getattr(visit, "note") == "Nøglen ligger hos naboen"  # noqa: B009 - younger than some
    store.close()


def test_the_journals_rows_are_not_touched(released: Path, clock: SteppingClock) -> None:
    before = journal_rows(released)
    Store.open(released, OLD_PASSPHRASE, clock).close()
    assert journal_rows(released) == before


def schema_of(folder: Path, passphrase: str) -> set[tuple[str, ...]]:
    """Return every column of every table, and every index."""
    connection = connect(folder / files.DATABASE, key_of(folder, passphrase))
    names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    found = {
        (name, *(str(part) for part in column[1:]))
        for name in names
        for column in connection.execute(f'PRAGMA table_info("{name}")')
    }
    found |= {(n,) for (n,) in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    return found


def test_an_upgraded_database_has_the_tables_of_a_new_one(
    released: Path, store: Store, folder: Path, clock: SteppingClock
) -> None:
    Store.open(released, OLD_PASSPHRASE, clock).close()
    store.close()
    assert schema_of(released, OLD_PASSPHRASE) == schema_of(folder, PASSPHRASE)


def test_upgraded_equals_rebuilt(released: Path, clock: SteppingClock) -> None:
    store = Store.open(released, OLD_PASSPHRASE, clock)
    before = state_rows(store)
    store.journal.rebuild()
    assert state_rows(store) == before
    store.close()


def state_rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store._engine.connect() as connection:
        return {
            name: [tuple(row) for row in connection.execute(sa.select(table).order_by(table.c.id))]
            for name, table in tables.STATE.items()
        }


def test_the_database_is_copied_first_and_the_copy_opens_too(
    released: Path, clock: SteppingClock
) -> None:
    before = meta_of(released)
    if before == opening.meta_now():
        pytest.skip("it is the database of this program itself")
    Store.open(released, OLD_PASSPHRASE, clock).close()
    (copy,) = Store.backups(released)
    assert meta_of(copy) == before
    assert meta_of(released) == opening.meta_now()
    Store.restore(copy, released, clock)
    Store.open(released, OLD_PASSPHRASE, clock).close()


def test_an_upgrade_happens_once_and_the_next_writes_go_on(
    released: Path, clock: SteppingClock
) -> None:
    is_old = meta_of(released) != opening.meta_now()
    Store.open(released, OLD_PASSPHRASE, clock).close()
    store = Store.open(released, OLD_PASSPHRASE, clock)
    assert len(Store.backups(released)) == is_old
    vera = Scribe(store.journal, scope=CASE)
    vera.set(ASSESSMENT, "Efter opgraderingen")
    found = vera.record(ASSESSMENT)
    assert isinstance(found, Assessment)
    assert found.own_words == "Efter opgraderingen"
    assert len(store.journal.history(FieldKey("assessment", ASSESSMENT, "own_words"))) == 3
    assert store.journal.verify() == ()
    store.close()


@pytest.mark.parametrize(
    "spoil",
    [
        "ALTER TABLE assessment DROP COLUMN observation",
        "ALTER TABLE assessment ADD COLUMN of_tomorrow TEXT",
        "DROP TABLE goal",
        "DROP INDEX visit_planned_start",
    ],
)
def test_state_tables_of_another_shape_are_made_anew(
    store: Store, vera: Scribe, folder: Path, clock: SteppingClock, spoil: str
) -> None:
    record = "a" * 32
    vera.set(record, "set", "observation")
    store.close()
    before = schema_of(folder, PASSPHRASE)
    connection = connect(folder / files.DATABASE, key_of(folder, PASSPHRASE))
    connection.execute(spoil)
    connection.execute("UPDATE journal_meta SET value = 'another' WHERE name = 'shape'")
    connection.close()
    again = Store.open(folder, PASSPHRASE, clock)
    assert Scribe(again.journal, scope=vera.scope).value(record, "observation") == "set"
    assert again.journal.verify() == ()
    again.close()
    assert schema_of(folder, PASSPHRASE) == before


def test_an_upgrade_that_does_not_verify_changes_nothing(
    released: Path, clock: SteppingClock
) -> None:
    meta = meta_of(released)
    if meta == opening.meta_now():
        pytest.skip("it is the database of this program itself")
    connection = connect(released / files.DATABASE, key_of(released))
    connection.execute("UPDATE journal_action SET actor = 'Bo' WHERE number = 1")
    before = list(connection.execute("SELECT name FROM sqlite_master ORDER BY name"))
    connection.close()
    with pytest.raises(KnownError) as caught:
        Store.open(released, OLD_PASSPHRASE, clock)
    assert caught.value.key == "store.not_upgraded"
    connection = connect(released / files.DATABASE, key_of(released))
    assert list(connection.execute("SELECT name FROM sqlite_master ORDER BY name")) == before
    connection.close()
    assert meta_of(released) == meta


def test_what_left_this_computer_stays_away_after_the_upgrade(
    released: Path, clock: SteppingClock
) -> None:
    knew_no_parting = meta_of(released)["schema"] == "1"
    store = Store.open(released, OLD_PASSPHRASE, clock)
    gone = () if knew_no_parting else (PARTED,)
    assert store.journal.parting.parted() == gone
    for scope in (PARTED, ERASED):
        found = store.journal.snapshot([scope]).records.get("assessment", {})
        assert all(not assessment.own_words for assessment in found.values())
    store.close()


def test_every_schema_is_kept_or_is_made_by_this_program(tmp_path: Path) -> None:
    kept = {path.name for path in RELEASED}
    assert kept >= {f"schema-{number}" for number in range(1, tables.SCHEMA)}
    make(tmp_path / "made")
    assert meta_of(tmp_path / "made") == opening.meta_now()


def test_every_schema_has_its_step(store: Store) -> None:
    names = [path.name[:4] for path in (upgrading.SCRIPTS / "versions").glob("0*.py")]
    assert sorted(names) == [f"{number:04}" for number in range(1, tables.SCHEMA + 1)]
    assert opening.meta_now()["schema"] == str(tables.SCHEMA)


def test_opening_a_database_of_today_does_not_import_the_upgrade(
    store: Store, folder: Path
) -> None:
    store.close()
    script = (
        "import sys; from pathlib import Path; from app.store.store import Store\n"
        "Store.open(Path(sys.argv[1]), sys.argv[2]).close()\n"
        "print([name for name in ('alembic', 'keyring') if name in sys.modules])"
    )
    command = [sys.executable, "-c", script, str(folder), PASSPHRASE]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
