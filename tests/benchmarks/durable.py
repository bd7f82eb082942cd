"""How long until a change is durable, against a bare SQLCipher transaction beside it."""

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from app.domain.casefile import FieldKey
from app.domain.ids import derived_id
from app.journal.changes import Write
from app.store.engine import connect
from app.store.keys import new_data_key
from app.workflow.session import Session
from tests.benchmarks.seed import PROFILE
from tests.benchmarks.table import Row, p99

_SETTINGS = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON")


def durable(session: Session, rounds: int) -> list[Row]:
    """Write a change and a bare row in turn, each as durable as the other."""
    changes, rows = list[float](), list[float]()
    with TemporaryDirectory(dir=session.store.folder) as folder:
        bare = _bare(Path(folder) / "bare.db")
        for number in range(rounds):
            changes.append(_change(session, number))
            rows.append(_row(bare, number))
        bare.close()
    # The first writes open connections and fill caches.
    changes, rows = changes[20:], rows[20:]
    return [
        Row("change durable, p50", median(changes), "bare SQLCipher row", median(rows)),
        Row("change durable, p99", p99(changes), "bare SQLCipher row", p99(rows)),
    ]


def _change(session: Session, number: int) -> float:
    case, visit = (derived_id("benchmark", "7", name) for name in ("case", "visit"))
    write = Write(FieldKey("visit", visit, "present"), f"change {number}")
    began = perf_counter()
    session.store.journal.append(case, [write], actor=PROFILE.name)
    return (perf_counter() - began) * 1000


def _bare(database: Path) -> Any:
    connection = connect(database, new_data_key(), "rwc")
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    connection.execute("CREATE TABLE bare (number INTEGER PRIMARY KEY, value TEXT)")
    return connection


def _row(connection: Any, number: int) -> float:
    began = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO bare VALUES (?, ?)", (number, f"change {number}"))
    connection.execute("COMMIT")
    return (perf_counter() - began) * 1000
