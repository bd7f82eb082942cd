"""A hub that has seen a year of everybody's work, beside one that has seen none."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import sqlalchemy as sa

from app.hub.hub import Hub
from app.hub.identity import find_key
from tests.benchmarks.hub_process import Served, codes, served
from tests.benchmarks.sync import Measured, measured
from tests.benchmarks.table import Row
from tests.benchmarks.visitator import Visitator

# SYNC.md's estimate: 200 edits in each of 300 visits a year, and 100 who make them.
VISITATORS, VISITS, EDITS = 100, 300, 200
# A visit has a row for each area of the Common Language, and each is written in five times.
_RECORDS = 40
_ROUNDS, _CHANGED = 15, 250

Rounds = list[list[Measured]]


def after_a_year(folder: Path, visitators: int = VISITATORS, visits: int = VISITS) -> list[Row]:
    """Send to a hub that holds a year of visits, and to one that holds none, in turn.

    The year is kept between runs. Its changes are made up: they have no chain that holds,
    and nothing that is measured here reads the chains of others.
    """
    empty, full = folder / "empty", folder / f"year-{visitators}-{visits}"
    shutil.rmtree(empty, ignore_errors=True)
    if not (full / "made").exists():
        shutil.rmtree(full, ignore_errors=True)
        make_year(full / "hub", visitators, visits)
        (full / "made").touch()
    shutil.rmtree(full / "laptop", ignore_errors=True)
    (one,), (two,) = (codes(each / "hub", ["vera"]) for each in (empty, full))
    with served(empty / "hub") as small, served(full / "hub") as large:
        laptops = [
            Visitator(empty / "laptop", small.url, one),
            Visitator(full / "laptop", large.url, two),
        ]
        try:
            for each in laptops:
                each.visit(_CHANGED)
                each.round()
            changed = _in_turn(laptops, (small, large), lambda one: one.change(_CHANGED))
            idle = _in_turn(laptops, (small, large), lambda _: None)
        finally:
            for each in laptops:
                each.close()
    what = f"hub with a year of {visitators}"
    return _rows(f"250 changes, {what}", changed) + _rows(f"nothing to do, {what}", idle)


def _in_turn(
    laptops: list[Visitator], hubs: tuple[Served, Served], before: Callable[[Visitator], None]
) -> Rounds:
    found: Rounds = [[], []]
    for _ in range(_ROUNDS):
        for laptop, hub, each in zip(laptops, hubs, found, strict=True):
            each.append(measured(laptop, hub, partial(before, laptop), 1))
    return found


def _rows(what: str, found: Rounds) -> list[Row]:
    (small, large), (idle_hub, hub) = (
        [median(getattr(one, name) for one in each) for each in found] for name in ("wall", "hub")
    )
    return [
        Row(what, large, "empty hub", small, 1.25),
        Row("  of it worked by the hub", hub, "empty hub", idle_hub, 1.25),
    ]


# One visitator's year, in SQL. The random ids of a year lie spread among all ids, but each
# visitator's lie together: a file that is filled in that order is filled fast. Those of actions
# begin with their time, and the year is long over when it is measured.
_SHORT = {
    "id": "CAST(unhex(printf('%04x', :band + abs(random()) % :width)) || randomblob(14) AS BLOB)",
    "id_at": "CAST(unhex(printf('%012x', :from + i)) || randomblob(10) AS BLOB)",
    "user": "(SELECT id FROM hub_user WHERE login = :login)",
    "words": "'Kan selv klare morgenmaden, men bliver hurtigt træt'",
}
_UPTO = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {}) "
_BY_VISIT, _BY_RECORD, _BY_EDIT = (
    _UPTO.format(count) for count in (":visits", ":visits * :records", ":visits * :edits")
)
_STATEMENTS = (
    (
        "",
        """INSERT INTO journal_epoch (number, id, previous)
 SELECT :epoch, {id}, zeroblob(32)""",
    ),
    (
        "",
        """INSERT INTO hub_epoch (epoch, "user", seq, changes, pushed)
 SELECT :epoch, {user}, :visits * :edits, :visits * :edits, :from""",
    ),
    (
        _BY_VISIT,
        """INSERT INTO journal_scope (number, id)
 SELECT :scope + i, {id} FROM n""",
    ),
    (
        _BY_VISIT,
        """INSERT INTO hub_case (scope, team)
 SELECT :scope + i, (SELECT id FROM hub_team) FROM n""",
    ),
    (
        _BY_VISIT,
        """INSERT INTO hub_entitled ("user", scope, "left")
 SELECT {user}, :scope + i, 0 FROM n""",
    ),
    (
        _BY_VISIT,
        """INSERT INTO hub_reason ("user", scope, kind)
 SELECT {user}, :scope + i, 'sent' FROM n""",
    ),
    (
        _BY_RECORD,
        """INSERT INTO temp.place (visit, number, id)
 SELECT i / :records, i % :records, {id} FROM n""",
    ),
    (
        _BY_EDIT,
        """INSERT INTO journal_action
 (number, id, scope, epoch, first, size, actor, hlc, wall, schema, undoable, label)
 SELECT :from + i, {id_at}, :scope + i / :edits, :epoch, i + 1, 1, 'Visitator',
 (:from + i) << 20, :from + i, 3, 1, '' FROM n""",
    ),
    (
        _BY_EDIT,
        """INSERT INTO journal_change
 (epoch, seq, action, field, record, value, replaces, salt, hash)
 SELECT :epoch, i + 1, :from + i, 1, place.id,
 '"' || {words} || ' (' || i || ')"',
 CASE WHEN i % :edits >= :records THEN :epoch || ':' || (i + 1 - :records) END,
 randomblob(16), randomblob(32)
 FROM n JOIN temp.place AS place ON place.visit = i / :edits AND place.number = i % :records""",
    ),
    (
        "",
        """INSERT INTO journal_head (scope, record, field, epoch, seq)
 SELECT :scope + visit, id, 1, :epoch, (visit + 1) * :edits - :records + number + 1
 FROM temp.place""",
    ),
    (
        "",
        """INSERT INTO assessment (id, scope, made, own_words)
 SELECT id, :scope + visit, (:from + visit * :edits + number) << 20,
 {words} || ' (' || ((visit + 1) * :edits - :records + number) || ')' FROM temp.place""",
    ),
    (
        _BY_EDIT,
        """INSERT INTO hub_origin (action, "user", device, at)
 SELECT :from + i, {user}, {user}, :from + i FROM n""",
    ),
    (
        _BY_EDIT,
        """INSERT INTO hub_feed (number, "user", kind, scope, action, size)
 SELECT :from + i, {user}, 'action', :scope + i / :edits, :from + i, 1 FROM n""",
    ),
    ("", "DELETE FROM temp.place"),
)
_YEAR = [upto + each.format(**_SHORT) for upto, each in _STATEMENTS]
_BEFORE = (
    "PRAGMA cache_size = -200000",
    "INSERT INTO journal_field (number, entity, name) VALUES (1, 'assessment', 'own_words')",
    """CREATE TEMP TABLE place (visit INTEGER, number INTEGER, id BLOB,
 PRIMARY KEY (visit, number)) WITHOUT ROWID""",
)


def make_year(folder: Path, visitators: int, visits: int) -> None:
    """Fill a hub's tables with a year of work, as fast as its database takes rows."""
    logins = [f"visitator-{number}" for number in range(visitators)]
    codes(folder, logins)
    with Hub(folder, find_key(folder, {}).key) as hub:
        hub.room.write(_ready)
        for who, login in enumerate(logins):
            hub.room.write(partial(_fill, who=who, login=login, of=visitators, visits=visits))


def _ready(connection: sa.Connection) -> None:
    for statement in _BEFORE:
        connection.exec_driver_sql(statement)


def _fill(connection: sa.Connection, *, who: int, login: str, of: int, visits: int) -> None:
    width = 0x10000 // of
    numbers = {
        "login": login,
        "epoch": who + 1,
        "scope": who * visits + 1,
        "from": who * visits * EDITS + 1,
        "band": who * width,
        "width": width,
        "visits": visits,
        "edits": EDITS,
        "records": _RECORDS,
    }
    for statement in _YEAR:
        connection.exec_driver_sql(statement, numbers)
