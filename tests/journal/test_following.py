"""State follows what came from elsewhere, at once or change by change, in whatever order."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.ids import new_id
from app.journal.parcels import Parcel
from app.store.store import Store
from tests.scribe import CHEAP, PASSPHRASE, Scribe, SteppingClock


@pytest.fixture
def other(tmp_path: Path, clock: SteppingClock) -> Iterator[Store]:
    """Another computer."""
    made = Store.create(tmp_path / "other", PASSPHRASE, clock, CHEAP)
    yield made
    made.close()


def sent(store: Store) -> tuple[Parcel, ...]:
    return store.journal.exchange.outgoing()


def test_a_record_that_was_removed_and_revived_in_one_delivery_is_there(
    store: Store, other: Store, vera: Scribe
) -> None:
    record = new_id()
    vera.set(record, "før")
    other.journal.exchange.receive(sent(store))
    ended = vera.remove(record)
    store.journal.undo(ended)
    vera.set(record, "efter")
    other.journal.exchange.receive(sent(store))
    bo = Scribe(other.journal, "Bo", vera.scope)
    assert bo.value(record) == "efter"
    assert bo.record(record) == vera.record(record)
    assert other.journal.verify() == ()


def test_what_is_older_than_what_stands_is_seen_beside_it(
    store: Store, other: Store, vera: Scribe
) -> None:
    record = new_id()
    vera.set(record, "ældre", replaces=())
    bo = Scribe(other.journal, "Bo", vera.scope)
    bo.set(record, "nyere", replaces=())
    other.journal.exchange.receive(sent(store))
    assert set(bo.disputes()["own_words"]) == {"ældre", "nyere"}
    assert other.journal.verify() == ()


def test_a_change_that_was_replaced_before_it_came_does_not_stand(
    store: Store, other: Store, vera: Scribe
) -> None:
    record = new_id()
    vera.set(record, "første")
    vera.set(record, "anden")
    vera.set(record, "tredje")
    first, second, third = sent(store)
    for parcel in (third, first, second):
        other.journal.exchange.receive([parcel])
        assert other.journal.verify() == ()
    bo = Scribe(other.journal, "Bo", vera.scope)
    assert bo.value(record) == "tredje"
    assert bo.heads(record) == vera.heads(record)


def test_the_queue_is_read_in_order_past_what_was_refused(store: Store, vera: Scribe) -> None:
    actions = [vera.set(new_id(), f"{number}") for number in range(5)]
    taken = store.journal.exchange.outgoing(500, 2)
    assert [parcel.id for parcel in taken] == actions[:2]
    assert [parcel.id for parcel in store.journal.exchange.outgoing(3, 500)] == actions[:3]
