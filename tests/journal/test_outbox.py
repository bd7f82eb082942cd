"""What the hub answered counts for each action alone; what it gave is taken in, or put aside."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.errors import KnownError
from app.journal.changes import Write
from app.journal.exchange import Bookmark
from app.journal.outbox import Answered, Held
from app.journal.parcels import Parcel
from app.store.store import Store
from tests.scribe import CHEAP, PASSPHRASE, Scribe, SteppingClock

AT = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
HUB = "f" * 64


@pytest.fixture
def other(tmp_path: Path, clock: SteppingClock) -> Iterator[Store]:
    made = Store.create(tmp_path / "other", PASSPHRASE, clock, CHEAP)
    yield made
    made.close()


def three(vera: Scribe) -> tuple[Parcel, ...]:
    for text in "abc":
        vera.set(new_id(), text)
    return vera.journal.exchange.outgoing()


def taken(parcel: Parcel) -> Answered:
    return Answered(action=parcel.id)


def not_taken(parcel: Parcel, key: str = "journal.other_content") -> Answered:
    return Answered(action=parcel.id, error=KnownError(key, count=2))


def held(*parcels: Parcel) -> Held:
    last = parcels[-1]
    count = sum(len(parcel.changes) for parcel in parcels)
    return Held(last.epoch, last.first + len(last.changes) - 1, count, last.changes[-1].hash)


def test_a_refused_action_in_the_middle_neither_counts_as_confirmed_nor_blocks(
    vera: Scribe,
) -> None:
    exchange = vera.journal.exchange
    one, two, last = three(vera)
    exchange.answered([taken(one), not_taken(two), taken(last)], AT)
    assert exchange.outgoing() == ()
    assert (exchange.unsent(), exchange.waiting()) == (1, 0)
    (refused,) = exchange.refused()
    assert (refused.action, refused.scope, refused.size) == (two.id, vera.scope, 1)
    assert (refused.error.key, refused.error.params) == ("journal.other_content", {"count": 2})
    assert refused.since == AT
    vera.set(new_id(), "d")
    assert [parcel.changes[0].value for parcel in exchange.outgoing()] == ['"d"']
    with pytest.raises(KnownError) as caught:
        vera.journal.parting.part_with(vera.scope)
    assert (caught.value.key, caught.value.params) == ("journal.unsent", {"count": 2})


def test_a_refused_action_is_offered_again_when_asked_for_and_confirmed_when_taken(
    vera: Scribe,
) -> None:
    exchange = vera.journal.exchange
    one, two, last = three(vera)
    exchange.answered([taken(one), not_taken(two), taken(last)], AT)
    exchange.offer_again(two.id)
    assert exchange.outgoing() == (two,)
    assert exchange.refused() == ()
    exchange.answered([taken(two)], AT)
    assert (exchange.unsent(), exchange.outgoing()) == (0, ())


def test_an_answer_beyond_one_that_is_missing_confirms_nothing_before_it(vera: Scribe) -> None:
    exchange = vera.journal.exchange
    one, two, last = three(vera)
    exchange.answered([taken(one), taken(last)], AT)
    assert exchange.outgoing() == (two, last)
    assert exchange.unsent() == 2


def test_an_answer_about_what_was_never_made_says_nothing(vera: Scribe) -> None:
    (*_, last) = three(vera)
    vera.journal.exchange.answered([Answered(action=new_id())], AT)
    assert vera.journal.exchange.unsent() == 3
    assert last.id


def test_a_hub_that_has_all_that_it_confirmed_lacks_nothing(vera: Scribe) -> None:
    exchange = vera.journal.exchange
    one, two, last = three(vera)
    assert exchange.lacking([]) == ()
    exchange.answered([taken(one), taken(two), not_taken(last)], AT)
    assert exchange.lacking([held(one, two)]) == ()
    assert exchange.lacking([held(one, two, last)]) == ()


def test_a_hub_that_lost_what_it_confirmed_is_found_out_and_all_is_offered_again(
    vera: Scribe,
) -> None:
    exchange = vera.journal.exchange
    parcels = one, two, last = three(vera)
    exchange.answered([taken(one), not_taken(two), taken(last)], AT)
    assert exchange.lacking([]) == (one.epoch,)
    assert exchange.lacking([], everything=False) == ()
    assert exchange.lacking([held(one)], everything=False) == (one.epoch,)
    assert exchange.lacking([held(one)]) == (one.epoch,)
    assert exchange.lacking([held(last)]) == (one.epoch,)
    other = held(one, last)._replace(hash=b"x" * 32)
    assert exchange.lacking([other]) == (one.epoch,)
    exchange.offer_again()
    assert exchange.outgoing() == parcels
    assert (exchange.unsent(), exchange.refused()) == (3, ())


def test_a_request_holds_whole_actions_and_always_one(vera: Scribe) -> None:
    writes = [Write(FieldKey("assessment", new_id(), "own_words"), "x") for _ in range(3)]
    for _ in range(3):
        vera.journal.append(vera.scope, writes, actor="Vera")
    exchange = vera.journal.exchange
    assert [len(exchange.outgoing(9, changes)) for changes in (1, 5, 6, 8, 9)] == [1, 1, 2, 2, 3]


def test_a_page_and_how_far_the_hub_was_read_are_one_transaction(
    store: Store, other: Store, vera: Scribe
) -> None:
    parcels = three(vera)
    page = Bookmark(hub=HUB, cursor="17", at=AT)
    spoiled = Bookmark(hub=HUB, cursor="18", moved=(7,), at=AT)  # type: ignore[arg-type]
    assert other.journal.exchange.cursor(HUB) == ""
    other.journal.exchange.receive(parcels[:1], page)
    with pytest.raises(Exception, match="len"):
        other.journal.exchange.receive(parcels[1:], spoiled)
    assert other.journal.exchange.cursor(HUB) == "17"
    assert len(other.journal.exchange.of_scope(vera.scope)) == 1
    other.journal.exchange.receive(parcels[1:2], Bookmark(hub=HUB, cursor=None, at=AT))
    assert other.journal.exchange.cursor(HUB) == "17"


def test_what_cannot_be_taken_in_is_put_aside_and_taken_up_later(
    store: Store, vera: Scribe, folder: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    vera.set(new_id(), "1")
    store.backup(tmp_path / "copy")
    for text in "23":
        vera.set(new_id(), text)
    _, two, three = vera.journal.exchange.outgoing()
    store.close()
    Store.restore(tmp_path / "copy", folder, clock)
    again = Store.open(folder, PASSPHRASE, clock)
    exchange, damaged = again.journal.exchange, msgspec.structs.replace(three, id=new_id())
    receipts = exchange.receive((three, damaged), Bookmark(hub=HUB, cursor="1", at=AT))
    assert [r.outcome for r in receipts] == ["refused", "refused"]
    assert exchange.take_up() == 2
    exchange.receive((two,), Bookmark(hub=HUB, cursor="2", at=AT))
    assert exchange.take_up() == 1
    assert [p.id for p in exchange.of_scope(vera.scope)][-2:] == [two.id, three.id]
    assert again.journal.verify() == ()
    again.journal.parting.erase(vera.scope, even_unsent=True)
    assert exchange.take_up() == 0
    again.close()


def test_a_case_that_moved_away_is_known_until_it_comes_back(
    store: Store, other: Store, vera: Scribe
) -> None:
    one, two, last = three(vera)
    exchange = other.journal.exchange
    exchange.receive((one,), Bookmark(hub=HUB, cursor="1", at=AT))
    gone = Bookmark(hub=HUB, cursor="2", moved=(vera.scope, new_id()), at=AT)
    exchange.receive((two,), gone)
    assert exchange.moved() == (vera.scope,)
    exchange.receive((), gone)
    assert exchange.moved() == (vera.scope,)
    exchange.receive((last,), Bookmark(hub=HUB, cursor="3", at=AT))
    assert exchange.moved() == ()


def test_a_copy_of_the_folder_begins_its_own_epoch_and_confirms_its_own(
    store: Store, vera: Scribe, folder: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    one, two, last = three(vera)
    store.journal.exchange.answered([taken(one), taken(two), taken(last)], AT)
    store.close()
    copy = Store.open(shutil.copytree(folder, tmp_path / "copied"), PASSPHRASE, clock)
    Scribe(copy.journal, "Bo", vera.scope).set(new_id(), "kopi")
    (mine,) = copy.journal.exchange.outgoing()
    assert mine.epoch != one.epoch
    copy.journal.exchange.answered([taken(mine)], AT)
    assert copy.journal.exchange.lacking([held(one, two, last), held(mine)]) == ()
    copy.close()
