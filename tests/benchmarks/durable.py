"""What keeping costs: a durable change, opening with key, reading a long visit, bytes a change."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.domain.ids import derived_id
from app.journal import prepared
from app.journal.changes import Write
from app.store import files
from app.store.engine import SETTINGS, connect
from app.store.store import Store
from app.workflow.session import Session
from tests.benchmarks.seed import PASSPHRASE, PROFILE
from tests.benchmarks.table import Row, p99

_WARM_UP = 50
# What the issue allows.
_TIMES_BARE, _DURABLE_MS, _BYTES = 2.0, 5.0, 400.0
_CHANGES = 1_000
_NUMBER = 7


def durable(session: Session, blocks: int, rounds: int, name: str = "") -> list[Row]:
    """Write a change, and the very same rows bare into a copy of the database, in turn.

    The p99 are those of the block of rounds whose ratio is the median: what else the disk was
    asked for during some blocks does not count, for either side. Raises AssertionError if the
    copy holds anything else at the end.
    """
    _change(session, 0)
    changes, rows = list[float](), list[float]()
    with TemporaryDirectory(dir=session.store.folder) as folder:
        session.store.backup(Path(folder) / "copy")
        bare = _bare(session.store, Path(folder) / "copy" / files.DATABASE)
        with _noted() as statements:
            for number in range(_WARM_UP + blocks * rounds):
                statements.clear()
                changes.append(_change(session, number))
                rows.append(_replay(bare, statements))
        _check_same(session.store, bare)
        bare.close()
    changes, rows = changes[_WARM_UP:], rows[_WARM_UP:]
    tail, bare_tail = _tails(changes, rows, rounds)
    what, against = f"change durable{name}, ", "the same rows, bare SQLCipher"
    return [
        Row(what + "p50", median(changes), against, median(rows)),
        Row(what + "p99", tail, against, bare_tail, _TIMES_BARE),
        Row(what + "p99", tail, "limit", _DURABLE_MS, 1.0),
    ]


def _tails(changes: list[float], rows: list[float], rounds: int) -> tuple[float, float]:
    blocks = [slice(start, start + rounds) for start in range(0, len(changes), rounds)]
    tails = [(p99(changes[block]), p99(rows[block])) for block in blocks]
    return sorted(tails, key=lambda tail: tail[0] / tail[1])[len(tails) // 2]


def _change(session: Session, number: int) -> float:
    case, visit = (derived_id("benchmark", str(_NUMBER), name) for name in ("case", "visit"))
    write = Write(FieldKey("visit", visit, "present"), f"change {number}")
    began = perf_counter()
    session.store.journal.append(case, [write], actor=PROFILE.name)
    return (perf_counter() - began) * 1000


@contextmanager
def _noted() -> Iterator[list[tuple[str, Any]]]:
    """Give the statements that write meanwhile, as the driver gets them, with their rows."""
    found: list[tuple[str, Any]] = []
    run = prepared.run_bare

    def noting(connection: sa.Connection, sql: str, rows: Any = ((),)) -> None:
        found.append((sql, rows))
        run(connection, sql, rows)

    prepared.run_bare = noting
    try:
        yield found
    finally:
        prepared.run_bare = run


def _bare(store: Store, database: Path) -> Any:
    connection = connect(database, store._key)
    for setting in SETTINGS:
        connection.execute(setting)
    return connection


def _replay(connection: Any, statements: list[tuple[str, Any]]) -> float:
    began = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    for sql, rows in statements:
        if len(rows) == 1:
            connection.execute(sql, rows[0])
        else:
            connection.executemany(sql, rows)
    connection.execute("COMMIT")
    return (perf_counter() - began) * 1000


def _check_same(store: Store, bare: Any) -> None:
    """Prove that both sides wrote the same: every table holds the same rows."""
    with store._engine.connect() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        for name in names.scalars().all():
            every = f'SELECT * FROM "{name}"'  # noqa: S608
            mine = [tuple(row) for row in connection.exec_driver_sql(every)]
            assert mine == bare.execute(every).fetchall(), name


def opening(folder: Path, rounds: int, name: str = "") -> list[Row]:
    """Open a closed store by its passphrase; nearly all of it is the price of a guess."""
    times, keys = list[float](), list[float]()
    for _ in range(rounds):
        began = perf_counter()
        store = Store.open(folder, PASSPHRASE)
        times.append((perf_counter() - began) * 1000)
        keys.append(_open_bare(folder, store))
    return [
        Row(f"open by passphrase{name}", median(times), "argon2id and bare open", median(keys), 1.5)
    ]


def _open_bare(folder: Path, store: Store) -> float:
    from app.store.keys import read_keys, unwrap

    store.close()
    began = perf_counter()
    key = unwrap(read_keys(folder / files.KEYS).wraps, PASSPHRASE)
    assert key is not None
    connect(folder / files.DATABASE, key).close()
    return (perf_counter() - began) * 1000


def long_visit(session: Session, rounds: int, name: str = "") -> list[Row]:
    """Read a visit whose case has 1,000 changes, against one that has just its first."""
    visits = [derived_id("benchmark", str(number), "visit") for number in (_NUMBER, _NUMBER + 1)]
    case, _ = (session.store.overview.scopes_of_visit(visit)[1] for visit in visits)
    missing = _CHANGES - len(session.store.journal.scope_history(case, _CHANGES))
    for number in range(missing):
        _change(session, number)
    long, short = list[float](), list[float]()
    for _ in range(rounds):
        for visit, times in zip(visits, (long, short), strict=True):
            began = perf_counter()
            session.casefile(visit)
            times.append((perf_counter() - began) * 1000)
    what = f"visit with 1,000 changes read{name}"
    return [Row(what, median(long), "visit with its first", median(short), 1.5)]


def bytes_per_change(session: Session, name: str = "") -> list[Row]:
    """Say how many bytes at rest a change takes with its state: bytes in the columns for ms.

    The first page of each table and index is there before the first change.
    """
    with session.store._engine.connect() as connection:

        def number(sql: str) -> int:
            return int(connection.exec_driver_sql(sql).scalar() or 0)

        changes = number("SELECT count(*) FROM journal_change")
        roots = number("SELECT count(*) FROM sqlite_master WHERE rootpage > 0")
        pages = number("PRAGMA page_count") - number("PRAGMA freelist_count") - roots
        used = pages * number("PRAGMA page_size")
    return [Row(f"bytes at rest per change{name}", used / changes, "limit", _BYTES, 1.0)]
