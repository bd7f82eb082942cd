"""`journal verify` says what is wrong and where, and its exit tells that it found something."""

from pathlib import Path

import pytest

from app.__main__ import main
from app.domain.ids import new_id
from app.store import files
from app.store.engine import connect
from app.store.store import Store
from app.texts import Texts
from tests.scribe import PASSPHRASE, Scribe, SteppingClock

DAMAGE = {
    "UPDATE journal_change SET value = '\"nej\"' WHERE seq = 1": ("chain", ("1",)),
    "DELETE FROM journal_change WHERE seq = 1": ("gap", ("1",)),
    "DELETE FROM journal_head": ("heads", ("assessment",)),
    "UPDATE assessment SET own_words = 'nej'": ("state", ("assessment",)),
    "INSERT INTO goal (id, text) VALUES (x'00', 'x')": ("extra_row", ("goal",)),
}


@pytest.fixture
def kept(store: Store, vera: Scribe, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A record of two changes in a closed store; the commands know the passphrase."""
    record = new_id()
    vera.set(record, "et")
    vera.set(record, "to")
    store.close()
    monkeypatch.setenv("HJEMMEBESOEG_PASSPHRASE", PASSPHRASE)
    return record


def damage(folder: Path, statement: str, clock: SteppingClock) -> None:
    store = Store.open(folder, PASSPHRASE, clock)
    key = store._key
    store.close()
    connection = connect(folder / files.DATABASE, key)
    assert connection.execute(statement).rowcount > 0
    connection.close()


def verify(folder: Path) -> int:
    return main(["journal", "verify", "--data-dir", str(folder)])


@pytest.mark.parametrize("statement", DAMAGE)
def test_what_is_wrong_is_named(
    kept: str,
    folder: Path,
    clock: SteppingClock,
    capsys: pytest.CaptureFixture[str],
    statement: str,
) -> None:
    damage(folder, statement, clock)
    capsys.readouterr()
    assert verify(folder) == 1
    said = capsys.readouterr()
    key, named = DAMAGE[statement]
    whole = Texts().lookup(
        "errors", f"journal.problem.{key}", epoch="#", seq="#", entity="#", record="#"
    )
    assert max(whole.split("#"), key=len).strip() in said.err
    assert all(word in said.err for word in named)
    assert Texts().message("journal.verified") not in said.out


@pytest.mark.parametrize(
    "statement", [s for s, (key, _) in DAMAGE.items() if key not in ("chain", "gap")]
)
def test_rebuilding_mends_what_follows_from_the_record(
    kept: str, folder: Path, clock: SteppingClock, statement: str
) -> None:
    damage(folder, statement, clock)
    assert main(["journal", "rebuild", "--data-dir", str(folder)]) == 0
    assert verify(folder) == 0


def test_an_erased_person_and_a_case_that_left_are_no_problem(
    kept: str, vera: Scribe, folder: Path, clock: SteppingClock
) -> None:
    store = Store.open(folder, PASSPHRASE, clock)
    left, staying = Scribe(store.journal), Scribe(store.journal)
    for scribe in (left, staying):
        scribe.set(new_id(), "ord", reason="fordi")
    for parcel in store.journal.exchange.outgoing():
        store.journal.exchange.confirm(parcel.epoch, parcel.first + len(parcel.changes) - 1)
    store.journal.parting.erase(vera.scope)
    store.journal.parting.part_with(left.scope)
    store.close()
    assert verify(folder) == 0
    assert main(["journal", "rebuild", "--data-dir", str(folder)]) == 0
    assert verify(folder) == 0
