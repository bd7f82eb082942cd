"""A hundred laptops that come home at once."""

import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from threading import Barrier
from time import perf_counter

from tests.benchmarks.hub_process import codes, served
from tests.benchmarks.table import Row
from tests.benchmarks.visitator import Visitator

LAPTOPS, CHANGES = 100, 30
# Nobody waits longer than that for the last of them; the rounds end by themselves long before.
_PATIENCE_MS = 60_000.0


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
