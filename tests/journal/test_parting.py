"""A person is erased, a closed case leaves and comes back; what is unsent stays, always."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.domain.values import Cpr, Planned
from app.errors import BugError, KnownError
from app.journal.changes import Write
from app.store import files
from app.store.engine import connect
from app.store.store import Store
from tests.scribe import PASSPHRASE, Scribe, SteppingClock

SECRET = "klistermærke"


def confirm_all(store: Store) -> None:
    for parcel in store.journal.exchange.outgoing(1_000):
        store.journal.exchange.confirm(parcel.epoch, parcel.first + len(parcel.changes) - 1)


def rows_with(store: Store, word: str) -> list[str]:
    """Return the tables that hold a word anywhere."""
    found = []
    with store._engine.connect() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        for name in names.scalars().all():
            rows = connection.exec_driver_sql(f'SELECT * FROM "{name}"')  # noqa: S608
            if any(word.encode() in _bytes(cell) for row in rows for cell in row):
                found.append(name)
    return found


def _bytes(cell: object) -> bytes:
    return cell if isinstance(cell, bytes) else str(cell).encode()


def fill(store: Store, citizen: str) -> str:
    """Write a citizen with everything that could tell of them; return the blob."""
    sha = store.blobs.put(SECRET.encode())
    values = {"name": SECRET, "cpr": Cpr(value="0101821234"), "phone": SECRET, "email": sha}
    writes = [Write(FieldKey("citizen", citizen, f), value) for f, value in values.items()]
    store.journal.append(citizen, writes, actor="Vera", reason=SECRET)
    return sha


def test_an_erased_person_is_nowhere_and_the_chain_verifies(store: Store) -> None:
    citizen, kept = new_id(), new_id()
    sha = fill(store, citizen)
    Scribe(store.journal, scope=kept).set(kept, "Bo", "name", "citizen")
    confirm_all(store)
    key = FieldKey("citizen", citizen, "name")
    store.pending.put(key, citizen, SECRET, (), "s")
    store.pending.flush()
    assert rows_with(store, SECRET)
    assert store.journal.parting.erase(citizen) == 4
    assert rows_with(store, SECRET) == []
    assert rows_with(store, "0101821234") == []
    assert store.pending.all() == ()
    assert store.search.find(SECRET) == ()
    with pytest.raises(KnownError):
        store.blobs.get(sha)
    assert store.journal.verify() == ()
    store.journal.rebuild()
    assert store.journal.verify() == ()
    assert [hit.name for hit in store.search.find("bo")] == ["Bo"]
    assert [entry.value for entry in store.journal.history(key)] == [None]


def test_erasing_keeps_ids_and_order(store: Store, vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "et")
    vera.set(record, "to")
    confirm_all(store)
    before = [(p.id, p.first, p.changes[0].hash) for p in of_scope(store, vera.scope)]
    store.journal.parting.erase(vera.scope)
    assert [(p.id, p.first, p.changes[0].hash) for p in of_scope(store, vera.scope)] == before
    vera.set(record, "skrevet siden")
    assert vera.value(record) == "skrevet siden"
    assert store.journal.verify() == ()


def of_scope(store: Store, scope: str) -> tuple[object, ...]:
    return store.journal.exchange.of_scope(scope)


def test_nothing_to_guess_from_is_left(store: Store, vera: Scribe) -> None:
    vera.set(new_id(), "ja", reason="fordi")
    confirm_all(store)
    store.journal.parting.erase(vera.scope)
    with store._engine.connect() as connection:
        for table in ("journal_change", "journal_action"):
            salts = connection.exec_driver_sql(f"SELECT salt FROM {table}")  # noqa: S608
            assert salts.scalars().all() == [None]


def test_a_blob_that_another_case_names_stays(store: Store) -> None:
    one, two = new_id(), new_id()
    sha = fill(store, one)
    assert fill(store, two) == sha
    confirm_all(store)
    store.journal.parting.erase(one)
    assert store.blobs.get(sha) == SECRET.encode()


@pytest.mark.parametrize("way", ["erase", "part_with"])
def test_what_is_unsent_is_never_removed(store: Store, vera: Scribe, way: str) -> None:
    record = new_id()
    vera.set(record, "sendt")
    confirm_all(store)
    vera.set(record, "ikke sendt")
    with pytest.raises(KnownError) as caught:
        getattr(store.journal.parting, way)(vera.scope)
    assert (caught.value.key, caught.value.params["count"]) == ("journal.unsent", 1)
    assert vera.value(record) == "ikke sendt"
    assert store.journal.verify() == ()


def test_text_under_way_keeps_its_case_here(store: Store, vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "sendt")
    confirm_all(store)
    store.pending.put(FieldKey("assessment", record, "own_words"), vera.scope, "halv", (), "s")
    with pytest.raises(KnownError) as caught:
        store.journal.parting.part_with(vera.scope)
    assert caught.value.key == "journal.unsent"
    assert [text.text for text in store.pending.all()] == ["halv"]
    assert vera.value(record) == "sendt"


def test_where_there_is_no_hub_the_law_can_still_be_followed(store: Store, vera: Scribe) -> None:
    vera.set(new_id(), SECRET)
    assert store.journal.parting.erase(vera.scope, even_unsent=True) == 1
    assert rows_with(store, SECRET) == []


def test_a_scope_that_is_not_here_is_said(store: Store) -> None:
    with pytest.raises(KnownError) as caught:
        store.journal.parting.erase(new_id())
    assert caught.value.key == "journal.unknown_scope"


def test_a_case_that_left_is_in_no_list_and_comes_back_as_it_was(store: Store) -> None:
    citizen = new_id()
    fill(store, citizen)
    scribe = Scribe(store.journal, scope=citizen)
    undone = scribe.set(citizen, "et andet navn", "name", "citizen")
    store.journal.undo(undone)
    confirm_all(store)
    before, fetched = store.journal.snapshot([citizen]), store.journal.exchange.of_scope(citizen)
    assert store.journal.parting.part_with(citizen) == 6
    assert store.journal.parting.parted() == (citizen,)
    assert rows_with(store, SECRET) == ["blob_chunk"]
    assert store.overview.citizens(10) == ()
    assert store.journal.verify() == ()
    store.journal.rebuild()
    assert store.overview.citizens(10) == ()
    store.journal.parting.take_back(citizen, fetched)
    assert store.journal.snapshot([citizen]) == before
    assert store.journal.exchange.of_scope(citizen) == fetched
    assert store.search.find(SECRET)[0].citizen == citizen
    assert store.journal.parting.parted() == ()
    assert store.journal.verify() == ()


def test_a_blob_leaves_only_if_the_hub_has_it(store: Store) -> None:
    one, two = new_id(), new_id()
    kept = fill(store, one)
    confirm_all(store)
    store.journal.parting.part_with(one)
    assert store.blobs.get(kept)
    going = fill(store, two)
    confirm_all(store)
    store.journal.parting.part_with(two, [going])
    with pytest.raises(KnownError):
        store.blobs.get(going)


def test_half_a_case_is_not_taken_back(store: Store, vera: Scribe) -> None:
    record = new_id()
    for text in "ab":
        vera.set(record, text)
    confirm_all(store)
    fetched = store.journal.exchange.of_scope(vera.scope)
    store.journal.parting.part_with(vera.scope)
    with pytest.raises(KnownError) as caught:
        store.journal.parting.take_back(vera.scope, fetched[:1])
    assert caught.value.key == "journal.incomplete"
    assert rows_with(store, '"a"') == []
    assert store.journal.verify() == ()


def test_what_was_erased_at_the_hub_comes_back_erased(
    store: Store, vera: Scribe, tmp_path: Path, clock: SteppingClock
) -> None:
    vera.set(new_id(), SECRET)
    confirm_all(store)
    full = store.journal.exchange.of_scope(vera.scope)
    store.journal.parting.erase(vera.scope)
    erased = store.journal.exchange.of_scope(vera.scope)
    store.journal.parting.part_with(vera.scope)
    store.journal.parting.take_back(vera.scope, erased)
    assert rows_with(store, SECRET) == []
    with pytest.raises(BugError):
        store.journal.parting.take_back(vera.scope, full)
    assert rows_with(store, SECRET) == []
    assert store.journal.verify() == ()


def test_nobody_writes_in_a_case_that_left(store: Store, vera: Scribe) -> None:
    record = new_id()
    vera.set(record, "x")
    confirm_all(store)
    store.journal.parting.part_with(vera.scope)
    with pytest.raises(KnownError) as caught:
        vera.set(record, "y")
    assert caught.value.key == "journal.parted"


def closed_case(store: Store, **visit: object) -> str:
    case, scribe = new_id(), Scribe(store.journal)
    scribe.scope = case
    scribe.set(case, "closed", "state", "case")
    for field, value in visit.items():
        scribe.set(case[::-1], value, field, "visit")
    return case


def test_a_closed_case_may_leave_when_the_hub_has_it_and_nothing_is_planned(
    store: Store, clock: SteppingClock
) -> None:
    today, next_week = date(2026, 11, 23), datetime(2026, 11, 30, 10)
    done = closed_case(store, planned=Planned(start=datetime(2026, 10, 1, 10)))
    closed_case(store, planned=Planned(start=next_week))
    closed_case(store, next_visit=next_week.date())
    cancelled = closed_case(store, planned=Planned(start=next_week), state="cancelled")
    still_open = closed_case(store)
    Scribe(store.journal, scope=still_open).set(still_open, "open", "state", "case")
    later = clock.now + timedelta(days=1)
    assert store.journal.parting.may_leave(later, today) == ()
    confirm_all(store)
    assert set(store.journal.parting.may_leave(later, today)) == {done, cancelled}
    assert store.journal.parting.may_leave(clock.now - timedelta(days=1), today) == ()
    store.journal.parting.part_with(done)
    assert store.journal.parting.may_leave(later, today) == (cancelled,)


def test_erased_words_are_in_no_page_of_the_file(
    store: Store, folder: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    citizen = new_id()
    fill(store, citizen)
    confirm_all(store)
    store.journal.parting.erase(citizen)
    key = store._key
    store.close()
    connection = connect(folder / files.DATABASE, key)
    plain = tmp_path / "plain.db"
    connection.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.close()
    assert SECRET.encode() not in plain.read_bytes()
    again = Store.open(folder, PASSPHRASE, clock)
    with again._engine.connect() as reading:
        assert reading.scalar(sa.text("PRAGMA freelist_count")) is not None
    again.close()
