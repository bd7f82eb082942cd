"""The journal's exchange, undo, parting and verification on the databases of a hub."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.errors import KnownError
from app.hub.engine import open_database
from app.journal.journal import Journal, Write
from app.journal.overview import Overview
from app.journal.writer import Writer
from app.store.keys import new_data_key
from app.store.store import Store
from tests.scribe import CHEAP, PASSPHRASE, Scribe, SteppingClock


@pytest.fixture
def engine(tmp_path: Path, database: str) -> Iterator[sa.Engine]:
    made = open_database(tmp_path / "hub", new_data_key(), database)
    yield made
    made.dispose()


@pytest.fixture
def journal(engine: sa.Engine) -> Iterator[Journal]:
    writer = Writer(engine)
    yield Journal(engine, writer, SteppingClock())
    writer.close()


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Store]:
    made = Store.create(tmp_path / "laptop", PASSPHRASE, SteppingClock(), CHEAP)
    yield made
    made.close()


def test_what_was_written_here_reads_verifies_and_is_undone(journal: Journal) -> None:
    vera, record = Scribe(journal), new_id()
    vera.set(record, "før")
    vera.set(record, "efter æøå 🙂", reason="fordi")
    vera.set(record, "tredje")
    assert vera.value(record) == "tredje"
    journal.undo(vera.set(record, "fejl"))
    assert vera.value(record) == "tredje"
    vera.remove(record)
    assert vera.record(record).removed
    assert len(journal.history(FieldKey("assessment", record, "own_words"))) == 5
    assert journal.verify() == ()
    journal.rebuild()
    assert journal.verify() == ()


def test_actions_come_in_any_order_and_a_dispute_is_seen(journal: Journal, laptop: Store) -> None:
    vera, record = Scribe(laptop.journal), new_id()
    for text in "abcdef":
        vera.set(record, text)
    parcels = list(laptop.journal.exchange.outgoing())
    random.Random(3).shuffle(parcels)  # noqa: S311 - not a secret
    for parcel in parcels:
        assert [r.outcome for r in journal.exchange.receive([parcel])] == ["stored"]
    bo = Scribe(journal, "Bo", vera.scope)
    assert bo.value(record) == "f"
    bo.set(record, "Bos", replaces=())
    assert set(bo.disputes()["own_words"]) == {"f", "Bos"}
    assert {r.outcome for r in journal.exchange.receive(parcels)} == {"duplicate"}
    assert journal.verify() == ()
    whole = sorted(journal.exchange.of_scope(vera.scope), key=lambda p: (p.actor, p.first))
    assert whole[1:] == sorted(parcels, key=lambda p: p.first)


@pytest.mark.parametrize(
    ("entity", "field", "value"),
    [
        ("citizen", "name", "\0 og \uffff"),
        ("citizen", "name", "x" * 100_000),
        ("grant", "minutes", 2**62),
        ("answer", "number", 1.5e300),
        ("case", "removed", True),
    ],
)
def test_every_value_that_the_laptop_keeps_is_kept_here(
    journal: Journal, laptop: Store, entity: str, field: str, value: object
) -> None:
    record = new_id()
    vera = Scribe(laptop.journal)
    vera.set(record, value, field, entity)
    (parcel,) = laptop.journal.exchange.outgoing()
    assert [r.outcome for r in journal.exchange.receive([parcel])] == ["stored"]
    assert journal.exchange.of_scope(vera.scope) == (parcel,)
    assert journal.verify() == ()


def test_an_erased_citizen_leaves_stubs_that_verify(journal: Journal, laptop: Store) -> None:
    vera, record = Scribe(laptop.journal), new_id()
    vera.set(record, "hemmeligt", reason="også")
    journal.exchange.receive(laptop.journal.exchange.outgoing())
    assert journal.parting.erase(vera.scope) == 1
    assert journal.verify() == ()
    (stub,) = journal.exchange.of_scope(vera.scope)
    assert (stub.reason, stub.changes[0].value) == (None, None)


def test_lists_are_read_here_too(journal: Journal, engine: sa.Engine) -> None:
    citizen, case = new_id(), new_id()
    Scribe(journal, scope=citizen).set(citizen, "Åse Ærø", "name", "citizen")
    for field, value in (("citizen", citizen), ("state", "open")):
        journal.append(case, [Write(FieldKey("case", case, field), value)], actor="Vera")
    lists = Overview(engine)
    assert lists.open_case_of(citizen) == case
    assert [found.name for found in lists.citizens()] == ["Åse Ærø"]
    assert lists.counts().cases == 1
    assert [found.scope for found in lists.running.all()]


def test_a_database_of_a_newer_program_is_refused_and_untouched(
    tmp_path: Path, database: str
) -> None:
    from app.hub.tables import setting

    key, folder = new_data_key(), tmp_path / "hub"
    engine = open_database(folder, key, database)
    with engine.execution_options(begin="").connect() as connection:
        newer = sa.update(setting).where(setting.c.name == "schema").values(value="99")
        connection.execute(newer)
    engine.dispose()
    with pytest.raises(KnownError, match=r"hub\.newer_program"):
        open_database(folder, key, database)


def test_the_embedded_file_opens_with_its_key_alone(tmp_path: Path) -> None:
    folder = tmp_path / "hub"
    open_database(folder, new_data_key()).dispose()
    before = (folder / "hub.db").read_bytes()
    assert b"SQLite" not in before
    with pytest.raises(KnownError, match=r"hub\.wrong_key"):
        open_database(folder, new_data_key())
    assert (folder / "hub.db").read_bytes() == before


@pytest.mark.parametrize("url", ["nonsense", "sqlite:///x", "postgresql://x", "mysql+x://y"])
def test_an_address_of_another_database_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(KnownError, match=r"hub\.bad_database"):
        open_database(tmp_path, new_data_key(), url)


def test_a_server_that_is_away_is_said_and_one_that_comes_back_is_used_again(
    tmp_path: Path, postgresql: str
) -> None:
    engine = open_database(tmp_path, new_data_key(), postgresql)
    writer = Writer(engine)
    kick = sa.text("SELECT pg_terminate_backend(pg_backend_pid())")
    with pytest.raises(KnownError, match=r"store\.no_server"):
        writer.run(lambda connection: connection.execute(kick))
    assert writer.run(lambda connection: connection.scalar(sa.text("SELECT 7"))) == 7
    writer.close()
    engine.dispose()
