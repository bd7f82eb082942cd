"""Order for readers is the order of commits: what a plain sequence would skip is not skipped."""

import threading
from contextlib import ExitStack
from pathlib import Path

import psycopg
import sqlalchemy as sa

from app.domain.ids import new_id
from app.hub.hub import Hub
from tests.hub.office import Laptop, Office, listening, open_hub


def test_a_plain_sequence_shows_a_reader_the_later_row_first_and_the_cursor_skips_the_other(
    server: str,
) -> None:
    with ExitStack() as stack:
        slow, fast, reader = (
            stack.enter_context(psycopg.connect(f"user=hub dbname=postgres host={server}"))
            for _ in range(3)
        )
        reader.execute("CREATE TABLE plain (number bigserial PRIMARY KEY, text text)")
        reader.commit()
        slow.execute("INSERT INTO plain (text) VALUES ('slow')")
        fast.execute("INSERT INTO plain (text) VALUES ('fast')")
        fast.commit()
        query = "SELECT text, number FROM plain WHERE number > %s ORDER BY number"
        ((text, cursor),) = reader.execute(query, (0,)).fetchall()
        assert text == "fast"
        slow.commit()
        reader.commit()
        assert reader.execute(query, (cursor,)).fetchall() == []


def test_two_hub_processes_on_one_database_skip_nothing(tmp_path: Path, postgresql: str) -> None:
    address = postgresql
    with ExitStack() as stack:
        one, two = (stack.enter_context(open_hub(tmp_path / n, address)) for n in ("a", "b"))
        assert one.id == two.id
        doors = [stack.enter_context(listening(hub)) for hub in (one, two)]
        office = Office(one, doors[0], tmp_path)
        office.user("vera", "north")
        first = office.laptop("vera")
        reader = office.laptop("vera")
        reader.pull()  # the first time of a day more is done than reading
        office.address = doors[1]
        second = office.laptop("vera")
        for laptop in office.laptops:
            stack.callback(laptop.close)
        _interleaved(one, first, second, reader, address)
        pushed = [p.id for each in (first, second) for p in each.store.journal.exchange.outgoing()]
        seen = [action.id for page in reader.pull() for action in page.actions]
        assert seen == pushed
        reader.cursor = ""
        assert [a.id for page in reader.pull() for a in page.actions] == pushed
        assert one.journal.verify() == ()


def _interleaved(hub: Hub, first: Laptop, second: Laptop, reader: Laptop, address: str) -> None:
    """Hold the first push when its numbers are given, while the second computer sends."""
    inside, go_on = threading.Event(), threading.Event()

    def hold(_c: object, _d: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO hub_feed") and not inside.is_set():
            inside.set()
            assert go_on.wait(30)

    sa.event.listen(hub.room.engine, "after_cursor_execute", hold)
    first.scribe().set(new_id(), "langsom")
    second.scribe().set(new_id(), "hurtig")
    pushes = [threading.Thread(target=each.push) for each in (first, second)]
    pushes[0].start()
    assert inside.wait(30)
    pushes[1].start()
    with psycopg.connect(address.replace("+psycopg", ""), autocommit=True) as watcher:
        waits = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
        while watcher.execute(waits).fetchall() == [(0,)]:
            assert pushes[1].is_alive()
    assert reader.pull()[-1].actions == ()
    go_on.set()
    for push in pushes:
        push.join()


def test_many_computers_that_send_at_once_are_all_read_in_one_order(
    office: Office,
) -> None:
    laptops = [office.laptop("vera") for _ in range(3)]
    for laptop in laptops:
        for _ in range(5):
            laptop.scribe().set(new_id(), "x")
    sending = [
        threading.Thread(target=lambda p=parcel, c=laptop: c.push([p]))
        for laptop in laptops
        for parcel in laptop.store.journal.exchange.outgoing()
    ]
    reader = office.laptop("vera")
    for each in sending:
        each.start()
    seen: list[str] = []
    while any(each.is_alive() for each in sending):
        seen += (action.id for action in reader.page().actions)
    for each in sending:
        each.join()
    seen += (action.id for action in reader.page().actions)
    reader.cursor = ""
    assert seen == [action.id for action in reader.page().actions]
    assert len(seen) == 15
    assert office.hub.journal.verify() == ()
