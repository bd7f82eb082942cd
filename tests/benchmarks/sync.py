"""What syncing costs: a laptop in this process, the hub in its own, as in life, on loopback."""

import gc
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from tests.benchmarks.hub_process import Served, codes, own_cpu_ms, served
from tests.benchmarks.table import Row
from tests.benchmarks.visitator import Visitator

_CHANGED, _IDLE_ROUNDS, _ROUNDS = 250, 41, 9
_MANY, _MANY_ROUNDS = 5_000, 3
# What the issue allows, in ms; and changes a second.
_CHANGED_MS, _IDLE_MS = 100.0, 20.0
# An edit may take so many bytes at rest; on the wire it is compared with that.
_BYTES = 400.0
_PER_SECOND = {"SQLCipher": 3_000, "PostgreSQL": 2_000}


class Measured(NamedTuple):
    """Medians of some rounds, in ms: by the clock, and what laptop and hub worked."""

    wall: float
    laptop: float
    hub: float

    @property
    def cpu(self) -> float:
        """What both worked together."""
        return self.laptop + self.hub


def syncing(folder: Path) -> list[Row]:
    """Measure on the hub's own file, and on PostgreSQL where there is a server to start."""
    rows = _on("SQLCipher", folder / "sqlcipher", "")
    with postgresql() as database:
        if database is None:
            print("PostgreSQL is not installed: not measured.", file=sys.stderr)
        else:
            rows += _on("PostgreSQL", folder / "postgresql", database)
    return rows


def _on(name: str, folder: Path, database: str) -> list[Row]:
    shutil.rmtree(folder, ignore_errors=True)
    hub_folder = folder / "hub"
    (code,) = codes(hub_folder, ["vera"], database)
    with served(hub_folder, database) as hub:
        vera = Visitator(folder / "vera", hub.url, code)
        try:
            vera.visit(_CHANGED)
            vera.round()
            return _rows(name, vera, hub)
        finally:
            vera.close()


def _rows(name: str, vera: Visitator, hub: Served) -> list[Row]:
    changed = measured(vera, hub, lambda: vera.change(_CHANGED), _ROUNDS)
    idle = measured(vera, hub, lambda: None, _IDLE_ROUNDS)
    many = measured(vera, hub, lambda: vera.change(_MANY), _MANY_ROUNDS)
    allowed = _MANY / _PER_SECOND[name] * 1000
    wire = vera.bytes_of_a_round() / _CHANGED
    return [
        Row(f"250 changed records up, {name}", changed.wall, "limit", _CHANGED_MS, 1.0),
        Row(f"  of it worked, {name}", changed.cpu, "of it by the laptop", changed.laptop),
        Row(f"nothing to do, {name}", idle.wall, "limit", _IDLE_MS, 1.0),
        Row(f"  of it worked, {name}", idle.cpu, "of it by the laptop", idle.laptop),
        Row(f"5,000 changes up, {name}", many.wall, f"{_PER_SECOND[name]:,}/s", allowed, 1.0),
        Row(f"  of it worked, {name}", many.cpu, "of it by the laptop", many.laptop),
        Row(f"bytes on the wire per change, {name}", wire, "at rest, at most", _BYTES),
    ]


def measured(vera: Visitator, hub: Served, before: Callable[[], object], rounds: int) -> Measured:
    """Do rounds, each after what makes it one; return their medians."""
    found: list[tuple[float, float, float]] = []
    for _ in range(rounds):
        before()
        gc.collect()
        worked, hub_worked, began = own_cpu_ms(), hub.cpu_ms(), perf_counter()
        vera.round()
        wall = (perf_counter() - began) * 1000
        found.append((wall, own_cpu_ms() - worked, hub.cpu_ms() - hub_worked))
    wall, laptop, there = (statistics.median(column) for column in zip(*found, strict=True))
    return Measured(wall, laptop, there)


@contextmanager
def postgresql() -> Iterator[str | None]:
    """Give the address of an empty database on a server of its own; None without the program."""
    tools = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    where = tools[-1] if tools else None
    found = str(where / "initdb") if where else shutil.which("initdb")
    if found is None or (os.geteuid() == 0 and not shutil.which("runuser")):
        yield None
        return
    control = str(Path(found).with_name("pg_ctl"))
    place = Path(tempfile.mkdtemp(prefix="bench-pg-"))
    if os.geteuid() == 0:
        shutil.chown(place, "postgres")
    data, log = str(place / "data"), str(place / "log")
    try:
        _as_server([found, "-D", data, "-U", "hub", "-A", "trust", "-E", "UTF8"])
        settings = f"-k {place} -c listen_addresses=''"
        _as_server([control, "-D", data, "-w", "-l", log, "-o", settings, "start"])
        try:
            yield f"postgresql+psycopg://hub@/postgres?host={place}"
        finally:
            _as_server([control, "-D", data, "-w", "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _as_server(command: Sequence[str]) -> None:
    """Run a command as somebody who may run the server: it refuses root."""
    who = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*who, *command], check=True, capture_output=True, cwd="/")
