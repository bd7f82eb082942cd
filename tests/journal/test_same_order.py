"""What is disputed stands in the same order on every computer, whoever met whom first."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.ids import new_id
from app.store.store import Store
from tests.scribe import CHEAP, PASSPHRASE, Scribe, SteppingClock


@pytest.fixture
def other(tmp_path: Path, clock: SteppingClock) -> Iterator[Store]:
    """Another computer."""
    made = Store.create(tmp_path / "other", PASSPHRASE, clock, CHEAP)
    yield made
    made.close()


def test_two_computers_show_the_same_dispute_in_the_same_order(
    store: Store, other: Store, vera: Scribe
) -> None:
    bo = Scribe(other.journal, "Bo", vera.scope)
    for _ in range(3):
        first, second = new_id(), new_id()
        vera.set(first, "Veras")
        bo.set(first, "Bos", replaces=())
        bo.set(second, "Bos andet", "observation")
        vera.set(second, "Veras andet", "observation", replaces=())
        vera.remove(second)
    for from_here, to in ((store, other), (other, store)):
        to.journal.exchange.receive(from_here.journal.exchange.outgoing())
    mine, theirs = (each.journal.snapshot([vera.scope]) for each in (store, other))
    assert len(mine.disputes) == 6 + 3
    assert mine.disputes == theirs.disputes
    assert mine == theirs
    assert all(each.values == ("Veras", "Bos") for each in mine.disputes if "own" in each.key.field)
