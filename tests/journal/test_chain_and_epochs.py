"""What was recorded cannot be changed unseen, and a copy never mints the same id twice."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.journal import chain, tables
from app.store import files
from app.store.engine import connect
from app.store.keys import read_keys, unwrap
from app.store.store import Store
from app.texts import Texts
from tests.scribe import PASSPHRASE, Scribe, SteppingClock


def tamper(folder: Path, statement: str, *values: object) -> None:
    """Change the closed database behind the journal's back."""
    key = unwrap(read_keys(folder / files.KEYS).wraps, PASSPHRASE)
    assert key is not None
    connection = connect(folder / files.DATABASE, key)
    assert connection.execute(statement, values).rowcount > 0
    connection.close()


@pytest.fixture
def written(store: Store, folder: Path, clock: SteppingClock) -> Path:
    """A closed store of two sessions: an assessment of three changes, a citizen of one."""
    vera = Scribe(store.journal, scope=new_id())
    record = new_id()
    vera.set(record, "et")
    vera.set(record, "to", reason="en grund")
    store.close()
    again = Store.open(folder, PASSPHRASE, clock)
    vera = Scribe(again.journal, scope=vera.scope)
    vera.set(record, "tre")
    vera.set(vera.scope, "Åse", "name", "citizen")
    again.close()
    return folder


def problems(folder: Path, clock: SteppingClock) -> set[str]:
    store = Store.open(folder, PASSPHRASE, clock)
    try:
        found = store.journal.verify()
        for problem in found:
            Texts().lookup("errors", problem.key, **problem.params)
        return {problem.key.removeprefix("journal.problem.") for problem in found}
    finally:
        store.close()


def test_an_untouched_journal_verifies(written: Path, clock: SteppingClock) -> None:
    assert problems(written, clock) == set()


TAMPERINGS = {
    "a value": ("UPDATE journal_change SET value = '\"nej\"' WHERE seq = 1", {"chain", "state"}),
    "a value that is no value": ("UPDATE journal_change SET value = '{'", {"chain", "state"}),
    "an old value": (
        "UPDATE journal_change SET value = '\"nej\"' WHERE seq = 1 AND epoch = 1",
        {"chain"},
    ),
    "an actor": ("UPDATE journal_action SET actor = 'Bo' WHERE number = 2", {"chain"}),
    "a reason": ("UPDATE journal_action SET reason = 'en anden' WHERE number = 2", {"chain"}),
    "a time": ("UPDATE journal_action SET wall = wall + 1 WHERE number = 2", {"chain"}),
    "a missing change": ("DELETE FROM journal_change WHERE seq = 1 AND epoch = 1", set()),
    "a missing end": ("DELETE FROM journal_change WHERE seq = 2 AND epoch = 1", set()),
    "a missing head": ("DELETE FROM journal_head", {"heads"}),
    "a head too many": (
        "INSERT INTO journal_head SELECT scope, record, field, 1, 1 FROM journal_head LIMIT 1",
        {"extra_head"},
    ),
    "a state row": ("UPDATE assessment SET own_words = 'nej'", {"state"}),
    "a missing state row": ("DELETE FROM citizen", {"state"}),
    "a state row too many": ("INSERT INTO goal (id, text) VALUES (x'00', 'x')", {"extra_row"}),
    "an epoch's past": ("UPDATE journal_epoch SET previous = x'11' WHERE number = 2", {"epoch"}),
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_verification_finds(what: str, written: Path, clock: SteppingClock) -> None:
    statement, expected = TAMPERINGS[what]
    tamper(written, statement)
    found = problems(written, clock)
    assert found
    assert found >= expected


def test_a_missing_end_is_found_by_the_epoch_that_builds_on_it(
    written: Path, clock: SteppingClock
) -> None:
    tamper(written, "DELETE FROM journal_change WHERE seq = 2 AND epoch = 1")
    tamper(written, "DELETE FROM journal_action WHERE number = 2")
    assert "epoch" in problems(written, clock)


def test_an_erased_value_leaves_a_chain_that_verifies(written: Path, clock: SteppingClock) -> None:
    key = unwrap(read_keys(written / files.KEYS).wraps, PASSPHRASE)
    assert key is not None
    connection = connect(written / files.DATABASE, key)
    query = "SELECT salt, value FROM journal_change WHERE epoch = 1 AND seq = 1"
    salt, value = connection.execute(query).fetchone()
    connection.execute(
        "UPDATE journal_change SET salt = NULL, value = NULL, digest = ?"
        " WHERE epoch = 1 AND seq = 1",
        (chain.digest(salt, value),),
    )
    connection.close()
    assert problems(written, clock) == set()


def test_rebuilding_mends_heads_and_state(written: Path, clock: SteppingClock) -> None:
    for statement in ("DELETE FROM journal_head", "UPDATE assessment SET own_words = 'nej'"):
        tamper(written, statement)
    store = Store.open(written, PASSPHRASE, clock)
    store.journal.rebuild()
    assert store.journal.verify() == ()
    assert [hit.name for hit in store.search.find("åse")] == ["Åse"]
    store.close()


def epochs(store: Store) -> list[str]:
    table = tables.epoch
    with store._engine.connect() as connection:
        return list(connection.scalars(sa.select(table.c.id).order_by(table.c.number)))


def test_opening_alone_leaves_no_trace_and_writing_begins_a_new_epoch(
    written: Path, clock: SteppingClock
) -> None:
    store = Store.open(written, PASSPHRASE, clock)
    assert len(epochs(store)) == 2
    Scribe(store.journal).set(new_id(), "x")
    Scribe(store.journal).set(new_id(), "y")
    assert len(epochs(store)) == 3
    store.close()


def ids_written_in(folder: Path, clock: SteppingClock, say: Callable[[Scribe], str]) -> str:
    store = Store.open(folder, PASSPHRASE, clock)
    scribe = Scribe(store.journal)
    record = say(scribe)
    (head,) = scribe.heads(record)
    store.close()
    return f"{head.epoch}:{head.seq}"


def test_a_copied_folder_never_makes_the_same_id_for_two_things(
    written: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(written, copy)

    def write(scribe: Scribe) -> str:
        record = new_id()
        scribe.set(record, "x")
        return record

    assert ids_written_in(written, clock, write) != ids_written_in(copy, clock, write)
    assert problems(copy, clock) == set()


def test_no_two_changes_have_the_same_salt(vera: Scribe, store: Store) -> None:
    record = new_id()
    for _ in range(20):
        vera.set(record, "det samme")
    with store._engine.connect() as connection:
        salts = list(connection.scalars(sa.select(tables.change.c.salt)))
    assert len(set(salts)) == 20


def test_a_transaction_that_fails_leaves_the_chain_as_it_was(vera: Scribe, store: Store) -> None:
    record = new_id()
    vera.set(record, "et")

    def explode(connection: sa.Connection, written: object) -> None:
        raise ZeroDivisionError

    follower = store.search
    healthy = follower.changed
    follower.changed = explode  # type: ignore[method-assign]
    with pytest.raises(ZeroDivisionError):
        vera.set(record, "to")
    follower.changed = healthy  # type: ignore[method-assign]
    vera.set(record, "tre")
    assert vera.value(record) == "tre"
    values = [e.value for e in store.journal.history(FieldKey("assessment", record, "own_words"))]
    assert values == ["tre", "et"]
    assert store.journal.verify() == ()
