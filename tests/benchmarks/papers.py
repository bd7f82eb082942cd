"""The package of a decision beside the same set by other engines: time, memory, size."""

import gc
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from time import perf_counter

from tests.benchmarks.paper import Package
from tests.benchmarks.paper_case import composed, package
from tests.benchmarks.paper_engines import ENGINES, office_many, taken
from tests.benchmarks.paper_reading import blocks
from tests.benchmarks.table import Row
from tests.documents.sample import photo

PLAIN, OFFICE = "plain reportlab", "LibreOffice"
# The tagged package may take so many times what reportlab takes without tags; others, no less.
ALLOWED = {PLAIN: 1.5}
# LibreOffice sets so many packages in one process, so that its start is not counted.
_OFFICE_ROUND, _OFFICE_EVERY = 8, 4


def papers(rounds: int) -> list[Row]:
    """Set a package by every engine in turn; no two rounds have the same words.

    The program begins with the case, and writes each sentence first; the others are given what
    it wrote. What that takes is told beside the whole. It remembers how wide words are, and
    which templates there are, but no line that it has set.
    """
    picture = photo()
    wanted = [Package(n, blocks(package(n), n), picture) for n in range(rounds + 1)]
    engines = {name: engine for name, engine in ENGINES.items() if name != OFFICE}
    times: dict[str, list[float]] = {name: [] for name in engines}
    composing: list[float] = []
    offices = _has_office(wanted)
    for round_, each in enumerate(wanted):
        first = round_ % len(engines)
        # In another order each time: who comes after another finds its caches cold.
        for name, engine in [*engines.items()][first:] + [*engines.items()][:first]:
            took = _timed(partial(engine, each))
            # The first round loads fonts and templates.
            times[name] += [took] if round_ else []
        took = _timed(partial(composed, round_))
        composing += [took] if round_ else []
        if offices and round_ % _OFFICE_EVERY == 1:
            times.setdefault(OFFICE, []).append(_of_one_more(wanted))
    found = {name: median(values) for name, values in times.items()}
    mine = found.pop("program")
    what = "package of a decision"
    rows = [Row(what, mine, name, ms, ALLOWED.get(name, 1.0)) for name, ms in found.items()]
    rows.append(Row("  of it writing the sentences", median(composing), "the whole", mine))
    return rows + _alone(wanted[0], ["program", *found])


def _has_office(wanted: Sequence[Package]) -> bool:
    """Tell whether LibreOffice runs here; its first run makes its profile."""
    if shutil.which("soffice") is None:
        print("LibreOffice is not installed and is left out.", file=sys.stderr)
        return False
    try:
        office_many(wanted[:1])
    except (OSError, subprocess.SubprocessError) as error:
        print(f"LibreOffice does not run here: {type(error).__name__}", file=sys.stderr)
        return False
    return True


def _of_one_more(wanted: Sequence[Package]) -> float:
    """Return what LibreOffice takes for one more package in a process that runs, in ms."""
    one, many = wanted[:1], wanted[:_OFFICE_ROUND]
    started = _timed(partial(office_many, one))
    return (_timed(partial(office_many, many)) - started) / (len(many) - 1)


def _timed(act: Callable[[], object]) -> float:
    # Nobody looks through what another engine has left.
    gc.collect()
    gc.freeze()
    began = perf_counter()
    act()
    return (perf_counter() - began) * 1000


def _alone(wanted: Package, names: Sequence[str]) -> list[Row]:
    """Compare the peak of memory in processes of their own, and the size of the file."""
    found = {name: taken(name, wanted) for name in names}
    mine = found.pop("program")
    peaks = [Row("  its peak of memory, MB", mine.peak_mb, n, t.peak_mb) for n, t in found.items()]
    sizes = [Row("  its size, kB", mine.size / 1000, n, t.size / 1000) for n, t in found.items()]
    return peaks + sizes
