"""State tables follow from the records' classes, for SQLite and PostgreSQL alike."""

import threading
from typing import Any, get_args

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.domain.records import ENTITIES
from app.errors import BugError, KnownError
from app.journal import tables
from app.journal.journal import Write
from app.journal.values import field_types, not_recorded
from app.store.store import Store
from tests.scribe import Scribe


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_entity_has_a_table_with_its_fields_and_no_constraint(entity: str) -> None:
    table = tables.STATE[entity]
    assert set(field_types(entity)) <= set(table.columns.keys())
    assert not table.foreign_keys
    assert [c.name for c in table.columns if not c.nullable] == ["id"]
    assert not any(
        isinstance(c, sa.UniqueConstraint | sa.CheckConstraint) for c in table.constraints
    )


@pytest.mark.parametrize("entity", ENTITIES)
def test_a_field_that_may_be_none_is_none_when_nothing_is_recorded(entity: str) -> None:
    for field, hint in field_types(entity).items():
        if type(None) in get_args(hint):
            assert not_recorded(entity, field) is None, field


@pytest.mark.parametrize("table", tables.METADATA.sorted_tables, ids=str)
def test_every_table_can_be_made_in_postgresql(table: sa.Table) -> None:
    dialect = postgresql.dialect()
    assert str(CreateTable(table).compile(dialect=dialect))
    for index in table.indexes:
        assert str(CreateIndex(index).compile(dialect=dialect))


def test_many_threads_write_and_none_loses_a_change(store: Store) -> None:
    scope, record = new_id(), new_id()

    def write(name: str) -> None:
        scribe = Scribe(store.journal, name, scope)
        for number in range(25):
            scribe.set(record, f"{name} {number}")

    threads = [threading.Thread(target=write, args=(name,)) for name in "ABCD"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    history = store.journal.history(FieldKey("assessment", record, "own_words"))
    assert len(history) == 100
    assert [e.id.seq for e in history] == list(range(100, 0, -1))
    assert [e.previous for e in history[:-1]] == [e.value for e in history[1:]]
    assert store.journal.verify() == ()


def test_a_write_where_nothing_may_be_written_is_refused_in_a_sentence(
    store: Store, vera: Scribe
) -> None:
    record = new_id()
    vera.set(record, "før")

    driver: list[Any] = []
    store._writer.run(lambda c: driver.append(c.connection.dbapi_connection))
    driver[0].execute("PRAGMA query_only = ON")
    with pytest.raises(KnownError) as caught:
        vera.set(record, "efter")
    assert caught.value.key == "store.read_only"
    driver[0].execute("PRAGMA query_only = OFF")
    assert vera.value(record) == "før"
    vera.set(record, "efter")
    assert store.journal.verify() == ()


def test_a_closed_store_takes_no_more(store: Store, vera: Scribe) -> None:
    store.close()
    with pytest.raises(BugError):
        vera.set(new_id(), "for sent")


def test_a_transaction_inside_a_transaction_is_refused(store: Store) -> None:
    key = FieldKey("assessment", new_id(), "own_words")
    with pytest.raises(BugError):
        store._writer.run(lambda _: store.journal.append("x", [Write(key, "y")], actor="Vera"))


def test_a_reader_sees_one_moment_while_others_write(store: Store, vera: Scribe) -> None:
    one, two, done = new_id(), new_id(), threading.Event()

    def keep_writing() -> None:
        number = 0
        while not done.is_set():
            number += 1
            writes = [
                Write(FieldKey("assessment", record, "own_words"), str(number))
                for record in (one, two)
            ]
            store.journal.append(vera.scope, writes, actor="Vera")

    writing = threading.Thread(target=keep_writing)
    writing.start()
    try:
        for _ in range(30):
            found = store.journal.snapshot([vera.scope]).records.get("assessment", {})
            assert len({record.own_words for record in found.values()}) <= 1  # type: ignore[attr-defined]
    finally:
        done.set()
        writing.join()
