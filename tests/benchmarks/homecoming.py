"""A hundred laptops that come home at once, and a hub that has seen a year of their work."""

import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median
from threading import Barrier
from time import perf_counter

import sqlalchemy as sa

from app.hub.hub import Hub
from app.hub.identity import find_key
from tests.benchmarks.hub_process import codes, served
from tests.benchmarks.sync import measured
from tests.benchmarks.table import Row
from tests.benchmarks.visitator import Visitator

LAPTOPS, CHANGES = 100, 30
VISITATORS, VISITS, EDITS = 100, 300, 200
# Nobody waits longer than that for the last of them; the rounds end by themselves long before.
_PATIENCE_MS = 60_000.0
_ROUNDS, _CHANGED = 9, 250


def coming_home(folder: Path, laptops: int = LAPTOPS) -> list[Row]:
    """Let laptops that each have a day of changes sign in and sync in the same moment."""
    shutil.rmtree(folder, ignore_errors=True)
    given = codes(folder / "hub", [f"visitator-{number}" for number in range(laptops)])
    with served(folder / "hub") as hub:
        everyone = [
            Visitator(folder / str(number), hub.url, code) for number, code in enumerate(given)
        ]
        try:
            for each in everyone:
                each.visit(CHANGES)
            before = hub.cpu_ms()
            began = perf_counter()
            times = _at_once(everyone)
            wall = (perf_counter() - began) * 1000
            worked = hub.cpu_ms() - before
        finally:
            for each in everyone:
                each.close()
    what = f"{laptops} laptops at once"
    return [
        Row(f"{what}, until the last is done", wall, "limit", _PATIENCE_MS, 1.0),
        Row(f"{what}, the slowest of them", max(times), "the middle one", median(times)),
        Row(f"{what}, what the hub worked", worked, "for each of them", worked / laptops),
    ]


def _at_once(everyone: Sequence[Visitator]) -> list[float]:
    door = Barrier(len(everyone))

    def come(one: Visitator) -> float:
        door.wait()
        began = perf_counter()
        report = one.round()
        assert (report.taken, report.refused) == (CHANGES, 0)
        return (perf_counter() - began) * 1000

    with ThreadPoolExecutor(len(everyone)) as threads:
        return list(threads.map(come, everyone))


def after_a_year(folder: Path, visitators: int = VISITATORS) -> list[Row]:
    """Send to a hub that holds a year of visits, and to one that holds none, in turn.

    The year is kept between runs. Its changes are made up: they have no chain that holds.
    """
    empty, full = folder / "empty", folder / f"year-{visitators}"
    shutil.rmtree(empty, ignore_errors=True)
    if not (full / "made").exists():
        shutil.rmtree(full, ignore_errors=True)
        _make_year(full / "hub", visitators)
        (full / "made").touch()
    shutil.rmtree(full / "laptop", ignore_errors=True)
    (one,), (two,) = (codes(each / "hub", ["vera"]) for each in (empty, full))
    with served(empty / "hub") as small, served(full / "hub") as large:
        laptops = [
            Visitator(empty / "laptop", small.url, one),
            Visitator(full / "laptop", large.url, two),
        ]
        times: list[list[float]] = [[], []]
        try:
            for each in laptops:
                each.visit(_CHANGED)
                each.round()
            for _ in range(_ROUNDS):
                for each, hub, found in zip(laptops, (small, large), times, strict=True):
                    found.append(measured(each, hub, partial(each.change, _CHANGED), 1).hub)
        finally:
            for each in laptops:
                each.close()
    what = f"250 changes, hub with a year of {visitators}"
    return [Row(what, median(times[1]), "empty hub, both CPU", median(times[0]), 1.25)]


# One visitator's year, in SQL: :who is the visitator's number, :changes how many changes.
_COUNT = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {count}) "
_EPOCH = "INSERT INTO journal_epoch (number, id) VALUES ({epoch}, randomblob(16))"
_SCOPES = """INSERT INTO journal_scope (number, id)
 SELECT {who} * {visits} + i + 1, randomblob(16) FROM n"""
_ENTITLED = """INSERT INTO hub_entitled ("user", scope, "left")
 SELECT {user}, {who} * {visits} + i + 1, 0 FROM n"""
_ACTIONS = """INSERT INTO journal_action
 (number, id, scope, epoch, first, size, actor, hlc, wall, schema, undoable, label)
 SELECT {from_} + i, randomblob(16), {who} * {visits} + i / {edits} + 1, {epoch}, i + 1, 1,
 'Visitator', ({from_} + i) << 20, {from_} + i, 3, 1, '' FROM n"""
_CHANGES = """INSERT INTO journal_change (epoch, seq, action, field, record, value, salt, hash)
 SELECT {epoch}, i + 1, {from_} + i, 1, randomblob(16),
 '"Kan selv klare morgenmaden, men bliver hurtigt træt (' || i || ')"',
 randomblob(16), randomblob(32) FROM n"""
_HEADS = """INSERT INTO journal_head (scope, record, field, epoch, seq)
 SELECT {who} * {visits} + (seq - 1) / {edits} + 1, record, 1, {epoch}, seq
 FROM journal_change WHERE epoch = {epoch}"""
_ORIGINS = """INSERT INTO hub_origin (action, "user", device, at)
 SELECT {from_} + i, {user}, {user}, {from_} + i FROM n"""
_FEED = """INSERT INTO hub_feed (number, "user", kind, scope, action, size)
 SELECT {from_} + i, {user}, 'action', {who} * {visits} + i / {edits} + 1, {from_} + i, 1 FROM n"""


def _make_year(folder: Path, visitators: int) -> None:
    """Fill a hub's tables with a year of work, as fast as its database takes rows."""
    with Hub(folder, find_key(folder, {}).key) as hub:
        hub.room.write(
            lambda connection: connection.exec_driver_sql(
                "INSERT INTO journal_field (number, entity, name)"
                " VALUES (1, 'assessment', 'own_words')"
            )
        )
        for who in range(visitators):
            changes, epoch = VISITS * EDITS, who + 1
            names = {
                "who": who,
                "visits": VISITS,
                "edits": EDITS,
                "epoch": epoch,
                "from_": who * changes + 1,
                "user": f"x'{who:032x}'",
            }
            epochs = _EPOCH.format(**names)
            by_visit = [_COUNT + each for each in (_SCOPES, _ENTITLED)]
            by_change = [_COUNT + e for e in (_ACTIONS, _CHANGES, _ORIGINS, _FEED)]
            every = [epochs, *(each.format(count=VISITS, **names) for each in by_visit)]
            every += (each.format(count=changes, **names) for each in by_change)
            every.append(_HEADS.format(**names))
            hub.room.write(partial(_run, every))


def _run(statements: Sequence[str], connection: sa.Connection) -> None:
    for statement in statements:
        connection.exec_driver_sql(statement)
