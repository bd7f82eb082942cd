"""Actions of several computers meet: nothing is lost, nothing doubled, nothing taken on trust."""

import itertools
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.journal.changes import ChangeId, Write
from app.journal.parcels import Parcel
from app.store.store import Store
from app.texts import Texts
from tests.scribe import CHEAP, PASSPHRASE, Scribe, SteppingClock


@pytest.fixture
def other(tmp_path: Path, clock: SteppingClock) -> Iterator[Store]:
    """Another computer."""
    made = Store.create(tmp_path / "other", PASSPHRASE, clock, CHEAP)
    yield made
    made.close()


def outcomes(store: Store, parcels: tuple[Parcel, ...]) -> list[str]:
    receipts = store.journal.exchange.receive(parcels)
    for receipt in receipts:
        if receipt.error is not None:
            assert Texts("da").error(receipt.error)
            assert Texts("en").error(receipt.error)
    assert store.journal.verify() == ()
    return [r.error.key.removeprefix("journal.") if r.error else r.outcome for r in receipts]


def sent(store: Store) -> tuple[Parcel, ...]:
    return store.journal.exchange.outgoing()


def test_what_another_computer_wrote_is_here_with_its_history(
    store: Store, other: Store, vera: Scribe
) -> None:
    record = new_id()
    vera.set(record, "før")
    vera.set(record, "efter", reason="fordi")
    assert outcomes(other, sent(store)) == ["stored", "stored"]
    bo = Scribe(other.journal, "Bo", vera.scope)
    assert bo.value(record) == "efter"
    assert bo.heads(record) == vera.heads(record)
    key = FieldKey("assessment", record, "own_words")
    assert other.journal.history(key) == store.journal.history(key)


def test_parcels_travel_as_bytes(store: Store, other: Store, vera: Scribe) -> None:
    vera.set(new_id(), "æøå 🙂 \0", reason="fordi")
    raw = msgspec.msgpack.encode(sent(store))
    assert outcomes(other, msgspec.msgpack.decode(raw, type=tuple[Parcel, ...])) == ["stored"]


def test_a_parcel_that_comes_twice_is_stored_once(store: Store, other: Store, vera: Scribe) -> None:
    vera.set(new_id(), "x")
    assert outcomes(other, sent(store) * 2) == ["stored", "duplicate"]
    assert outcomes(other, sent(store)) == ["duplicate"]
    assert outcomes(store, sent(store)) == ["duplicate"]


def test_edits_that_did_not_see_each_other_are_a_dispute_on_both_computers(
    store: Store, other: Store, vera: Scribe
) -> None:
    record, bo = new_id(), Scribe(other.journal, "Bo", vera.scope)
    vera.set(record, "fælles")
    outcomes(other, sent(store))
    vera.set(record, "Veras")
    bo.set(record, "Bos")
    outcomes(store, sent(other))
    outcomes(other, sent(store))
    assert set(vera.disputes()["own_words"]) == set(bo.disputes()["own_words"]) == {"Veras", "Bos"}
    vera.set(record, "Bos")
    outcomes(other, sent(store))
    assert (bo.value(record), bo.disputes()) == ("Bos", {})


def test_a_write_after_receiving_replaces_what_was_received(
    store: Store, other: Store, vera: Scribe
) -> None:
    record, bo = new_id(), Scribe(other.journal, "Bo", vera.scope)
    vera.set(record, "Veras første")
    bo.set(record, "Bos", replaces=())
    outcomes(store, sent(other))
    vera.set(record, "enig")
    assert vera.disputes() == {}
    assert vera.value(record) == "enig"
    assert store.journal.verify() == ()


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_the_order_in_which_actions_come_does_not_matter(
    store: Store, other: Store, vera: Scribe, order: tuple[int, ...]
) -> None:
    record = new_id()
    vera.set(record, "1")
    vera.set(record, "2")
    vera.remove(record)
    vera.set(record, "3")
    parcels = sent(store)
    for place in order:
        assert outcomes(other, (parcels[place],)) == ["stored"]
    bo = Scribe(other.journal, "Bo", vera.scope)
    assert bo.journal.snapshot([vera.scope]) == vera.journal.snapshot([vera.scope])
    assert sorted(other.journal.exchange.of_scope(vera.scope), key=lambda p: p.first) == list(
        parcels
    )


def test_a_computer_that_may_see_one_case_only_verifies_too(
    store: Store, other: Store, vera: Scribe
) -> None:
    hidden = Scribe(vera.journal)
    records = [new_id() for _ in range(6)]
    for record in records:
        hidden.set(new_id(), "ikke for Bo")
        vera.set(record, "for Bo")
    mine = list(store.journal.exchange.of_scope(vera.scope))
    random.Random(7).shuffle(mine)  # noqa: S311 - not a secret
    assert outcomes(other, tuple(mine)) == ["stored"] * 6
    bo = Scribe(other.journal, "Bo", vera.scope)
    assert {bo.value(record) for record in records} == {"for Bo"}
    assert other.journal.snapshot([hidden.scope]).records == {}


def test_a_new_citizen_from_elsewhere_is_found(store: Store, other: Store) -> None:
    citizen = new_id()
    Scribe(store.journal, scope=citizen).set(citizen, "Åse Ærø", "name", "citizen")
    outcomes(other, sent(store))
    assert other.search.find("ærø")[0].citizen == citizen


def test_what_is_typed_here_is_not_lost_when_the_same_comes_from_elsewhere(
    store: Store, other: Store, vera: Scribe
) -> None:
    record = new_id()
    vera.set(record, "det samme")
    key = FieldKey("assessment", record, "own_words")
    other.pending.put(key, vera.scope, "det samme", (), "s")
    outcomes(other, sent(store))
    assert [text.text for text in other.pending.all()] == ["det samme"]


def forged(parcel: Parcel, **changed: object) -> tuple[Parcel, ...]:
    return (msgspec.structs.replace(parcel, **changed),)


def forged_change(parcel: Parcel, **changed: object) -> tuple[Parcel, ...]:
    (first, *rest) = parcel.changes
    return forged(parcel, changes=(msgspec.structs.replace(first, **changed), *rest))


FORGERIES = {
    "actor": "Bo",
    "label": "x",
    "scope": "a" * 32,
    "hlc": 1,
    "wall": 0,
    "first": 2,
    "undoable": False,
    "reason": "en anden",
    "digest": b"x",
    "before": b"x",
    "previous": b"x",
    "epoch": "b" * 32,
    "changes": (),
}


@pytest.mark.parametrize("what", [name for name in FORGERIES if name != "digest"])
def test_a_forged_action_is_refused(store: Store, other: Store, vera: Scribe, what: str) -> None:
    vera.set(new_id(), "x", reason="fordi")
    (parcel,) = sent(store)
    assert outcomes(other, forged(parcel, **{what: FORGERIES[what]})) == ["parcel_damaged"]
    assert other.journal.snapshot([vera.scope]).records == {}


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("value", '"y"'),
        ("salt", b"x"),
        ("salt", None),
        ("record", "c" * 32),
        ("field", "observation"),
        ("entity", "goal"),
        ("replaces", (ChangeId("d" * 32, 1),)),
        ("hash", b"x"),
    ],
)
def test_a_forged_change_is_refused(
    store: Store, other: Store, vera: Scribe, what: str, value: object
) -> None:
    vera.set(new_id(), "x")
    (parcel,) = sent(store)
    assert outcomes(other, forged_change(parcel, **{what: value})) == ["parcel_damaged"]


def written_as(parcel: Parcel, **changed: object) -> tuple[Parcel, ...]:
    """Return a parcel with a chain of its own that holds: a writer of ill will."""
    from app.journal import chain

    (made,) = forged(parcel, **changed)
    link = chain.first_link(made.epoch, made.previous)
    made, changes = msgspec.structs.replace(made, before=link), []
    for seq, change in enumerate(made.changes, made.first):
        stands = chain.stands_for(change.salt, change.value, None) or b""
        header = chain.ChangeHeader(
            seq=seq,
            entity=change.entity,
            record=change.record,
            field=change.field,
            replaces=tuple((i.epoch, i.seq) for i in change.replaces),
            value=stands,
        )
        link = chain.link(link, made.header(), header)
        changes.append(msgspec.structs.replace(change, hash=link))
    return forged(made, changes=tuple(changes))


@pytest.mark.parametrize(
    ("entity", "field", "value"),
    [
        ("assessment", "own_words", "7"),
        ("assessment", "own_words", "{"),
        ("grant", "minutes", str(2**70)),
        ("grant", "minutes", "1e400"),
        ("visit", "planned", '{"start":"9999-12-31T23:59:59Z"}'),
        ("visit", "planned", '{"start":7}'),
        ("citizen", "cpr", '{"value":"' + "x" * 5_000 + '"}'),
        ("citizen", "name", '"\\u0000"'),
        ("spaceship", "crew", "[1]"),
        ("assessment", "removed", '"true"'),
    ],
)
def test_a_value_that_makes_no_sense_is_kept_and_harms_nothing(
    store: Store, other: Store, vera: Scribe, entity: str, field: str, value: str
) -> None:
    record = new_id()
    vera.set(record, "x")
    (parcel,) = sent(store)
    (change,) = parcel.changes
    odd = msgspec.structs.replace(change, entity=entity, field=field, value=value)
    assert outcomes(other, written_as(parcel, changes=(odd,))) == ["stored"]
    other.journal.snapshot([vera.scope])
    other.journal.history(FieldKey(entity, record, field))
    Scribe(other.journal, "Bo", vera.scope).set(record, "y")
    assert other.journal.verify() == ()


def test_a_change_that_replaces_itself_is_refused(store: Store, other: Store, vera: Scribe) -> None:
    vera.set(new_id(), "x")
    (parcel,) = sent(store)
    (change,) = parcel.changes
    ring = msgspec.structs.replace(change, replaces=(ChangeId(parcel.epoch, 1),))
    assert outcomes(other, written_as(parcel, changes=(ring,))) == ["parcel_damaged"]


def test_changes_that_replace_each_other_in_a_ring_stop_nobody(
    store: Store, other: Store, vera: Scribe
) -> None:
    record, one, two = new_id(), new_id(), new_id()
    vera.set(record, "x")
    (parcel,) = sent(store)
    (change,) = parcel.changes
    for mine, next_one in ((one, two), (two, one)):
        ring = msgspec.structs.replace(change, replaces=(ChangeId(next_one, 1),))
        (made,) = written_as(parcel, id=new_id(), epoch=mine, changes=(ring,))
        assert outcomes(other, (made,)) == ["stored"]
    bo = Scribe(other.journal, "Bo", vera.scope)
    bo.set(record, "Bos")
    assert bo.value(record) == "Bos"
    assert other.journal.verify() == ()


@pytest.mark.parametrize("hlc", [0, -1, 2**63 - 1, 2**63])
def test_a_clock_beyond_all_numbers_is_refused(
    store: Store, other: Store, vera: Scribe, hlc: int
) -> None:
    vera.set(new_id(), "x")
    assert outcomes(other, written_as(sent(store)[0], hlc=hlc)) == ["parcel_damaged"]


def test_after_a_clock_years_ahead_lists_keep_their_order_and_times_are_each_ones_own(
    store: Store, other: Store, vera: Scribe, clock: SteppingClock
) -> None:
    record, now = new_id(), clock.now
    clock.now = now.replace(year=now.year + 50)
    vera.set(record, "fra fremtiden")
    clock.now = now
    outcomes(other, sent(store))
    bo = Scribe(other.journal, "Bo", vera.scope)
    bo.set(record, "i dag")
    newest, earlier = other.journal.history(FieldKey("assessment", record, "own_words"))
    assert (newest.value, newest.at.year) == ("i dag", now.year)
    assert (earlier.value, earlier.at.year) == ("fra fremtiden", now.year + 50)
    assert other.journal.verify() == ()


def test_two_copies_of_a_computer_never_meet_as_one(
    store: Store, other: Store, vera: Scribe, folder: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    record = new_id()
    vera.set(record, "før kopien")
    store.close()
    copy = tmp_path / "copied"
    shutil.copytree(folder, copy)
    for name, place in (("Vera", folder), ("Bo", copy)):
        with_it = Store.open(place, PASSPHRASE, clock)
        Scribe(with_it.journal, name, vera.scope).set(record, name)
        assert set(outcomes(other, sent(with_it))) <= {"stored", "duplicate"}
        with_it.close()
    assert set(Scribe(other.journal, scope=vera.scope).disputes()["own_words"]) == {"Vera", "Bo"}


def test_the_same_number_with_other_content_is_refused_as_a_copy(
    store: Store, other: Store, vera: Scribe
) -> None:
    vera.set(new_id(), "x")
    (parcel,) = sent(store)
    outcomes(other, (parcel,))
    assert outcomes(other, written_as(parcel, actor="Bo")) == ["other_content"]
    assert outcomes(other, written_as(parcel, id=new_id())) == ["other_content"]


def test_a_refused_action_stops_no_other(store: Store, other: Store, vera: Scribe) -> None:
    for text in "abc":
        vera.set(new_id(), text)
    one, two, three = sent(store)
    (bad,) = forged(two, actor="Bo")
    assert outcomes(other, (one, bad, three)) == ["stored", "parcel_damaged", "stored"]
    assert outcomes(other, (two,)) == ["stored"]


def test_a_restored_backup_is_refilled_from_elsewhere(
    store: Store, other: Store, vera: Scribe, folder: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    record = new_id()
    vera.set(record, "i kopien")
    store.backup(tmp_path / "copy")
    vera.set(record, "efter kopien")
    outcomes(other, sent(store))
    store.close()
    Store.restore(tmp_path / "copy", folder, clock)
    again = Store.open(folder, PASSPHRASE, clock)
    scribe = Scribe(again.journal, scope=vera.scope)
    scribe.set(record, "efter gendannelsen")
    assert outcomes(again, other.journal.exchange.of_scope(vera.scope)) == ["duplicate", "stored"]
    assert set(scribe.disputes()["own_words"]) == {"efter kopien", "efter gendannelsen"}
    again.close()
    Store.open(folder, PASSPHRASE, clock).close()


def test_an_own_change_that_comes_before_the_one_it_builds_on_waits(
    store: Store, other: Store, vera: Scribe, folder: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    vera.set(new_id(), "1")
    store.backup(tmp_path / "copy")
    for text in "23":
        vera.set(new_id(), text)
    _, two, three = sent(store)
    store.close()
    Store.restore(tmp_path / "copy", folder, clock)
    again = Store.open(folder, PASSPHRASE, clock)
    assert outcomes(again, (three, two, three)) == ["parcel_early", "stored", "stored"]
    again.close()


@pytest.mark.parametrize("was_sent", [True, False])
def test_what_comes_back_is_at_the_hub_and_what_was_never_sent_is_sent_still(
    store: Store,
    other: Store,
    vera: Scribe,
    folder: Path,
    clock: SteppingClock,
    tmp_path: Path,
    was_sent: bool,
) -> None:
    vera.set(new_id(), "i kopien")
    (one,) = sent(store)
    if was_sent:
        store.journal.exchange.confirm(one.epoch, 1)
    store.backup(tmp_path / "copy")
    for text in "23":
        vera.set(new_id(), text)
    _, two, three = store.journal.exchange.of_scope(vera.scope)
    store.close()
    Store.restore(tmp_path / "copy", folder, clock)
    again = Store.open(folder, PASSPHRASE, clock)
    assert outcomes(again, (two, three)) == ["stored", "stored"]
    left = [parcel.id for parcel in again.journal.exchange.outgoing()]
    assert left == ([] if was_sent else [one.id, two.id, three.id])
    again.close()


def test_what_is_unsent_is_counted_until_it_is_confirmed(
    store: Store, other: Store, vera: Scribe
) -> None:
    exchange, keys = store.journal.exchange, [new_id() for _ in range(3)]
    assert (exchange.unsent(), exchange.outgoing()) == (0, ())
    writes = [Write(FieldKey("assessment", key, "own_words"), "x") for key in keys]
    vera.journal.append(vera.scope, writes, actor="Vera")
    vera.set(keys[0], "y")
    one, two = exchange.outgoing()
    assert exchange.unsent() == 4
    exchange.confirm(one.epoch, 2)
    assert exchange.unsent() == 4
    exchange.confirm(one.epoch, 3)
    assert exchange.outgoing() == (two,)
    exchange.confirm(one.epoch, 1)
    exchange.confirm(one.epoch, 99)
    exchange.confirm("e" * 32, 1)
    assert exchange.outgoing() == (two,)
    exchange.offer_again()
    assert exchange.outgoing() == (one, two)
    outcomes(other, (one, two))
    assert other.journal.exchange.unsent() == 0
