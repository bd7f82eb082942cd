"""Measures the program beside other programs that sync, in one run; prints one table.

The others are installed under build/peers when they are first asked for; one that cannot be
is left out with a sentence.
"""

import os
import shutil
import socket
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import msgspec

from tests.benchmarks.hub_process import codes, ended, served
from tests.benchmarks.table import Row, printed
from tests.benchmarks.visitator import Visitator

HERE = Path(__file__).parent
FOLDER = Path("build/peers").absolute()
RECORDS, CONCURRENT, ROUNDS = 250, 100, 7
# A round of morango's is seconds of waiting for the next look at the server, and varies little.
_MORANGO_ROUNDS = 3
_INSTALL_S, _MEASURE_S, _DOOR_S = 600, 240, 20
_ANKI_USER = "vera:kun-til-at-maale-med"


class Figures(msgspec.Struct):
    """Times in ms, and of 100 concurrent edits how many records do not show both values."""

    changed: list[float]
    idle: list[float]
    different: int
    same: int


def main() -> None:
    """Measure each peer that runs here, and the program."""
    shutil.rmtree(FOLDER / "data", ignore_errors=True)
    peers: dict[str, Callable[[Path], Figures]] = {
        "PouchDB 9": pouch,
        "Anki": anki,
        "morango": morango,
    }
    mine = program(FOLDER / "data" / "program")
    rows: list[Row] = []
    for name, measure in peers.items():
        folder = FOLDER / "data" / name.split()[0].lower()
        folder.mkdir(parents=True)
        try:
            rows += _beside(mine, name, measure(folder))
        except (OSError, subprocess.SubprocessError, msgspec.MsgspecError) as error:
            print(f"{name} does not run here: {type(error).__name__}", file=sys.stderr)
    print(printed(rows))


def _beside(mine: Figures, name: str, theirs: Figures) -> list[Row]:
    return [
        Row("250 changed records", median(mine.changed), name, median(theirs.changed)),
        Row("nothing to do", median(mine.idle), name, median(theirs.idle)),
        Row("lost or hidden of 100, two fields", mine.different, name, theirs.different),
        Row("lost or hidden of 100, one field", mine.same, name, theirs.same),
    ]


def program(folder: Path) -> Figures:
    """Measure the program itself: two computers of two visitators' one team."""
    shutil.rmtree(folder, ignore_errors=True)
    one_code, two_code = codes(folder / "hub", ["vera", "vera"])
    with served(folder / "hub") as hub:
        one = Visitator(folder / "one", hub.url, one_code)
        two = Visitator(folder / "two", hub.url, two_code)
        try:
            one.visit(RECORDS)
            one.round()
            two.round()
            two.records = one.records
            changed = _timed(lambda: one.change(RECORDS), one)
            idle = _timed(lambda: None, one)
            two.round()
            different = _hidden(one, two, ("own_words", "observation"))
            same = _hidden(one, two, ("own_words", "own_words"))
        finally:
            one.close()
            two.close()
    return Figures(changed, idle, different, same)


def _timed(before: Callable[[], object], laptop: Visitator) -> list[float]:
    times = []
    for _ in range(ROUNDS):
        before()
        began = perf_counter()
        laptop.round()
        times.append((perf_counter() - began) * 1000)
    return times


def _hidden(one: Visitator, two: Visitator, fields: tuple[str, str]) -> int:
    one.change(CONCURRENT, fields[0], "den ene")
    two.change(CONCURRENT, fields[1], "den anden")
    for each in (one, two, one):
        each.round()
    shown = [one.shown(record) for record in one.records[:CONCURRENT]]
    return sum(not ("den ene" in text and "den anden" in text) for text in shown)


def pouch(folder: Path) -> Figures:
    """Measure PouchDB with its own server."""
    place = FOLDER / "pouch"
    if not (place / "node_modules").is_dir():
        place.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, place)
        _quietly(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], place, _INSTALL_S)
    driver = ["node", str(HERE / "pouch.js")]
    serving = subprocess.Popen(
        [*driver, "serve", str(folder)], cwd=place, stdout=subprocess.PIPE, text=True
    )
    with ended(serving):
        url = serving.stdout.readline().strip() if serving.stdout else ""
        return _figures([*driver, "measure", url, str(folder), str(ROUNDS)], place)


def anki(folder: Path) -> Figures:
    """Measure Anki with its own server."""
    python = _python("anki")
    door = _free_door()
    settings = {
        "SYNC_USER1": _ANKI_USER,
        "SYNC_BASE": str(folder / "server"),
        "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": str(door),
    }
    serving = subprocess.Popen(
        [python, "-m", "anki.syncserver"],
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with ended(serving):
        _await(door)
        driver = [python, str(HERE / "anki_peer.py"), f"http://127.0.0.1:{door}/"]
        return _figures([*driver, str(folder), str(ROUNDS)], folder)


def morango(folder: Path) -> Figures:
    """Measure morango between sites, each a process with a database of its own."""
    driver = [_python("morango"), str(HERE / "morango_peer.py")]
    serving = subprocess.Popen(
        [*driver, "serve", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with ended(serving):
        place = serving.stdout.readline().split() if serving.stdout else []
        return _figures([*driver, "measure", *place, str(folder), str(_MORANGO_ROUNDS)], folder)


def _python(name: str) -> str:
    """Return the Python of a peer's own environment, made from its list when first asked for."""
    place, wanted = FOLDER / name, HERE / f"{name}.txt"
    python, done = place / "bin" / "python", place / "done"
    if not done.exists():
        venv.create(place, with_pip=True, clear=True)
        _quietly(
            [str(python), "-m", "pip", "install", "-q", "--require-hashes", "-r", str(wanted)],
            FOLDER,
            _INSTALL_S,
        )
        done.touch()
    return str(python)


def _figures(command: list[str], folder: Path) -> Figures:
    done = _quietly(command, folder, _MEASURE_S)
    return msgspec.json.decode(done.splitlines()[-1], type=Figures)


def _quietly(command: list[str], folder: Path, seconds: int) -> str:
    done = subprocess.run(
        command, cwd=folder, check=True, capture_output=True, text=True, timeout=seconds
    )
    return done.stdout


def _free_door() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        number: int = door.getsockname()[1]
    return number


def _await(door: int) -> None:
    """Wait until somebody listens; OSError if nobody does in time."""
    until = perf_counter() + _DOOR_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", door), 1).close()
        except OSError:
            if perf_counter() > until:
                raise
        else:
            return


if __name__ == "__main__":
    main()
