"""How long from the start of the process to the first window, and to a list that can be used."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from app.paths import PASSPHRASE_VARIABLE
from tests.benchmarks.seed import PASSPHRASE
from tests.benchmarks.table import Row

Times = dict[str, list[float]]

BARE = [sys.executable, "-m", "tests.benchmarks.bare_window"]
_PATIENCE_S = 60


def starting(few: Path, many: Path, rounds: int) -> list[Row]:
    """Start a bare window and the program with few and with many visits, in turn."""
    commands = {"bare": BARE, "few": _open(few), "many": _open(many)}
    times: dict[str, Times] = {name: {} for name in commands}
    for round_ in range(rounds + 1):
        for name, command in commands.items():
            for key, value in _run(command).items():
                # The first round fills the caches of the disk.
                times[name].setdefault(key, []).extend([value] if round_ else [])
    return _rows(times)


def _rows(times: dict[str, Times]) -> list[Row]:
    bare = median(times["bare"]["painted_ms"])
    found = {(n, k): median(v) for n in ("few", "many") for k, v in times[n].items()}
    rows = [
        Row("first window painted", found["few", "painted_ms"], "bare window", bare, 1.6),
        Row("usable list, 10 visits", found["few", "list_ms"], "bare window", bare, 6.0),
        Row("first window, 10,000 visits", found["many", "painted_ms"], "bare window", bare, 1.6),
        Row("usable list, 10,000 visits", found["many", "list_ms"], "bare window", bare, 6.0),
    ]
    return rows + [
        Row("longest freeze at start", ms, "limit", 50.0, 1.0)
        for (name, key), ms in found.items()
        if (name, key) == ("many", "freeze_ms")
    ]


def _open(folder: Path) -> list[str]:
    return [sys.executable, "-m", "app", "open", "--measure", "--data-dir", str(folder)]


def _run(command: list[str]) -> dict[str, float]:
    """Return what a program prints as JSON about its start; times are in ms."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment |= {
        PASSPHRASE_VARIABLE: PASSPHRASE,
        "HJEMMEBESOEG_STARTED": str(time.monotonic()),
    }
    try:
        done = subprocess.run(
            command,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=_PATIENCE_S,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        said = error.stderr.decode() if isinstance(error.stderr, bytes) else error.stderr
        raise SystemExit(f"{' '.join(command)} did not start:\n{said}") from None
    times: dict[str, float] = {}
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            times |= json.loads(line)
    return times
