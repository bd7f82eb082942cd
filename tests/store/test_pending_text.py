"""Text under way is kept while it is typed and becomes one change."""

import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.errors import KnownError
from app.journal.journal import ChangeId, Write
from app.store.store import Store
from app.store.tables import pending
from tests.scribe import PASSPHRASE, Scribe, SteppingClock

KEY = FieldKey("assessment", new_id(), "own_words")
SCOPE = new_id()


def test_the_last_text_typed_is_what_is_kept(store: Store) -> None:
    for text in ("J", "Je", "Jeg"):
        store.pending.put(KEY, SCOPE, text, (), "assessment")
    (kept,) = store.pending.all()
    assert (kept.key, kept.scope, kept.text, kept.section) == (KEY, SCOPE, "Jeg", "assessment")
    assert kept.at.tzinfo == UTC
    assert kept.at > datetime(2026, 1, 1, tzinfo=UTC)


def test_the_heads_on_the_screen_are_kept_with_the_text(store: Store) -> None:
    heads = (ChangeId(new_id(), 7), ChangeId(new_id(), 1))
    store.pending.put(KEY, SCOPE, "x", heads, "s")
    assert store.pending.all()[0].heads == heads


def test_typing_does_not_wait_for_the_disk(store: Store) -> None:
    blocked, go_on = threading.Event(), threading.Event()

    def block(connection: object) -> None:
        blocked.set()
        go_on.wait(10)

    waiting = store._writer.post(block)
    assert blocked.wait(10)
    for text in ("a", "ab", "abc"):
        store.pending.put(KEY, SCOPE, text, (), "s")
    assert not waiting.done()
    go_on.set()
    assert store.pending.all()[0].text == "abc"


def test_text_under_way_is_there_after_closing_and_opening(
    store: Store, folder: Path, clock: SteppingClock
) -> None:
    store.pending.put(KEY, SCOPE, "halv sætn", (), "s")
    store.close()
    again = Store.open(folder, PASSPHRASE, clock)
    assert [kept.text for kept in again.pending.all()] == ["halv sætn"]
    again.close()


def test_cleared_text_is_gone(store: Store) -> None:
    store.pending.put(KEY, SCOPE, "x", (), "s")
    store.pending.flush()
    store.pending.clear(KEY)
    assert store.pending.all() == ()


def test_text_that_became_a_change_is_no_longer_pending(store: Store) -> None:
    store.pending.put(KEY, SCOPE, "x", (), "s")
    store.pending.flush()
    store.journal.append(SCOPE, [Write(KEY, "x")], actor="Vera")
    assert store.pending.all() == ()


def test_newer_text_than_the_change_stays_pending(store: Store) -> None:
    store.pending.put(KEY, SCOPE, "xy", (), "s")
    store.journal.append(SCOPE, [Write(KEY, "x")], actor="Vera")
    assert [kept.text for kept in store.pending.all()] == ["xy"]


def test_a_change_of_the_same_value_in_another_field_leaves_the_text(store: Store) -> None:
    store.pending.put(KEY, SCOPE, "x", (), "s")
    store.pending.flush()
    Scribe(store.journal, scope=SCOPE).set(KEY.id, "x", "observation")
    assert [kept.text for kept in store.pending.all()] == ["x"]


def fill_the_disk(store: Store) -> None:
    """Let the database grow no further, as on a full disk."""

    def stop(connection: object) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()  # type: ignore[attr-defined]
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

    store._writer.run(stop)


def make_room(store: Store) -> None:
    store._writer.run(
        lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 100000000").all()
    )


def test_text_that_cannot_be_kept_is_said_and_tried_again(store: Store) -> None:
    told, errors = threading.Event(), list[KnownError]()

    def failed(error: KnownError) -> None:
        errors.append(error)
        told.set()

    store.pending.failed = failed
    fill_the_disk(store)
    store.pending.put(KEY, SCOPE, "x" * 100_000, (), "s")
    assert told.wait(10)
    for _ in range(3):
        with pytest.raises(KnownError):
            store.pending.flush()
    make_room(store)
    (kept,) = store.pending.all()
    assert len(kept.text) == 100_000
    assert [error.key for error in errors] == ["store.disk_full"]


def test_that_text_is_kept_again_is_said_once(store: Store) -> None:
    failed, kept = threading.Event(), list[str]()
    again = threading.Event()

    def heard() -> None:
        kept.append(store._writer._thread.name)
        again.set()

    store.pending.failed, store.pending.kept = (lambda _: failed.set()), heard
    store.pending.put(KEY, SCOPE, "kort", (), "s")
    store.pending.flush()
    fill_the_disk(store)
    store.pending.put(KEY, SCOPE, "x" * 100_000, (), "s")
    assert failed.wait(10)
    assert kept == []
    make_room(store)
    assert again.wait(10)
    store.pending.put(KEY, SCOPE, "y", (), "s")
    store.pending.flush()
    store._writer.run(lambda _: None)
    assert len(kept) == 1


def test_a_reason_that_nobody_foresaw_is_said_too(store: Store) -> None:
    told, errors = threading.Event(), list[KnownError]()

    def failed(error: KnownError) -> None:
        errors.append(error)
        told.set()

    store.pending.failed = failed
    trigger = (
        "CREATE TRIGGER odd BEFORE INSERT ON local_pending "
        "BEGIN SELECT RAISE(ABORT, 'noget andet'); END"
    )
    store._writer.run(lambda connection: connection.exec_driver_sql(trigger))
    store.pending.put(KEY, SCOPE, "x", (), "s")
    assert told.wait(10)
    store._writer.run(lambda connection: connection.exec_driver_sql("DROP TRIGGER odd"))
    assert [error.key for error in errors] == ["store.write_failed"]


def test_a_full_disk_refuses_the_action_and_keeps_what_was_there(
    store: Store, vera: Scribe
) -> None:
    record = new_id()
    vera.set(record, "før")
    fill_the_disk(store)
    with pytest.raises(KnownError) as caught:
        vera.set(record, "x" * 100_000)
    assert caught.value.key == "store.disk_full"
    assert vera.value(record) == "før"
    make_room(store)
    vera.set(record, "efter")
    assert vera.value(record) == "efter"
    assert store.journal.verify() == ()


def test_text_whose_change_fails_stays_under_way(store: Store) -> None:
    long = "x" * 100_000
    store.pending.put(KEY, SCOPE, long, (), "s")
    fill_the_disk(store)
    with pytest.raises(KnownError):
        store.journal.append(SCOPE, [Write(KEY, long)], actor="Vera")
    make_room(store)
    assert [kept.text for kept in store.pending.all()] == [long]


def test_text_is_kept_without_another_keystroke_when_the_disk_has_room_again(
    store: Store, folder: Path
) -> None:
    told, kept = threading.Event(), sa.select(pending.c.text)
    store.pending.failed = lambda _: told.set()
    fill_the_disk(store)
    store.pending.put(KEY, SCOPE, "x" * 100_000, (), "s")
    assert told.wait(10)
    make_room(store)
    until = time.monotonic() + 20
    while not store._writer.run(lambda connection: connection.scalar(kept)):
        assert time.monotonic() < until


def test_a_store_closes_while_the_disk_is_full_and_says_what_it_could_not_keep(
    store: Store, folder: Path, clock: SteppingClock
) -> None:
    store.pending.put(KEY, SCOPE, "kort", (), "s")
    store.pending.flush()
    fill_the_disk(store)
    store.pending.put(KEY, SCOPE, "x" * 100_000, (), "s")
    with pytest.raises(KnownError) as caught:
        store.close()
    assert caught.value.key == "store.disk_full"
    again = Store.open(folder, PASSPHRASE, clock)
    assert [text.text for text in again.pending.all()] == ["kort"]
    again.close()


def test_an_act_that_is_refused_brings_no_cleared_text_back(store: Store, vera: Scribe) -> None:
    action = vera.set(new_id(), "låst", undoable=False)
    store.pending.put(KEY, SCOPE, "taget tilbage", (), "s")
    store.pending.flush()
    store.pending.clear(KEY)
    with pytest.raises(KnownError):
        store.journal.undo(action)
    assert store.pending.all() == ()
