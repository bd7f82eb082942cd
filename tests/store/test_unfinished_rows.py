"""A line that is no value yet, in the store: it becomes no change, and holds no case back."""

import pytest

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.store.pending import UNFINISHED
from app.store.store import Store
from tests.scribe import Scribe


def confirm_all(store: Store) -> None:
    for parcel in store.journal.exchange.outgoing(1_000):
        store.journal.exchange.confirm(parcel.epoch, parcel.first + len(parcel.changes) - 1)


@pytest.mark.parametrize("stored", [True, False])
def test_a_line_half_typed_goes_with_its_case(store: Store, vera: Scribe, stored: bool) -> None:
    record = new_id()
    vera.set(record, "sendt")
    confirm_all(store)
    key = FieldKey(f"{UNFINISHED}request", record, "received_on/0")
    store.pending.put(key, vera.scope, "2/1", (), "s")
    if stored:
        store.pending.flush()
    store.journal.parting.part_with(vera.scope)
    assert store.pending.all() == ()


@pytest.mark.parametrize("stored", [True, False])
def test_a_line_that_is_forgotten_is_gone_at_once(store: Store, stored: bool) -> None:
    key = FieldKey(f"{UNFINISHED}citizen", new_id(), "cpr/0")
    store.pending.put(key, new_id(), "0101", (), "s")
    if stored:
        store.pending.flush()
    store.pending.forget(key)
    assert store.pending.all() == ()
