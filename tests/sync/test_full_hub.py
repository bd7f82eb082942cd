"""The hub's disk runs full: it is said whose, nothing is lost, and room is all that it takes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.clock import system_clock
from app.domain.ids import new_id
from app.errors import KnownError
from app.hub.hub import Hub
from app.hub.identity import KEY_VARIABLE
from app.store.keys import DataKey, new_data_key
from app.workflow import syncing
from tests.scribe import Scribe
from tests.store.test_full_disk import SMALL_DISK, mounting
from tests.sync.laptops import HASHER, PASSWORD, Laptop

ROOT = Path(__file__).parents[2]
SERVE = f'{SMALL_DISK} && cp -R "$2/." "$1" && exec "$3" -m app.hub serve --port 0 --data-dir "$1"'
LONG = "x" * 200_000


class SmallHub:
    """A hub, served by its command from a disk of a few megabytes."""

    def __init__(self, folder: Path) -> None:
        way = mounting()
        if way is None:
            pytest.skip("no disk may be mounted here")
        key = new_data_key()
        self.codes = _prepared(folder / "hub", key)
        place = folder / "disk"
        place.mkdir()
        given = map(str, (place, folder / "hub", sys.executable))
        self._process = subprocess.Popen(
            [*way, "sh", "-c", SERVE, "sh", *given],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, KEY_VARIABLE: (key.key + key.salt).hex()},
        )
        assert self._process.stdout is not None
        words = self._process.stdout.readline().split()
        self.url = next(word for word in words if word.startswith("http")).rstrip(".")
        inside = Path(f"/proc/{self._process.pid}/root")
        self._ballast = inside / place.relative_to("/") / "ballast"

    def cram(self) -> None:
        """Leave no room on the disk."""
        with self._ballast.open("wb", buffering=0) as file:
            try:
                while file.write(b"x" * 4096) == 4096:
                    pass
            except OSError:
                return

    def make_room(self) -> None:
        """Leave as much room as there was."""
        self._ballast.unlink()

    def end(self) -> None:
        """Kill the hub; its disk goes with it."""
        self._process.kill()
        self._process.communicate()


def _prepared(folder: Path, key: DataKey) -> list[str]:
    """Make a hub with Vera; return the codes for two computers."""
    with Hub(folder, key, hasher=HASHER) as hub:
        hub.users.add("vera", "Vera", "visitator", PASSWORD)
        return [hub.devices.invite("vera") for _ in range(2)]


@pytest.fixture
def small_hub(tmp_path: Path) -> Iterator[SmallHub]:
    made = SmallHub(tmp_path)
    yield made
    made.end()


def test_a_hub_whose_disk_is_full_says_so_and_takes_everything_when_there_is_room(
    small_hub: SmallHub, tmp_path: Path
) -> None:
    laptops = [Laptop(tmp_path / name, system_clock) for name in ("laptop", "other")]
    for each, code in zip(laptops, small_hub.codes, strict=True):
        syncing.enrol(each.session, small_hub.url, code, PASSWORD)
    laptop, other = laptops
    vera = laptop.new_case()
    laptop.sync()
    small_hub.cram()
    records = [new_id() for _ in range(3)]
    for record in records:
        vera.set(record, LONG)
    for _ in range(2):
        with pytest.raises(KnownError) as caught:
            syncing.sync_now(laptop.session)
        assert caught.value.key == "sync.hub_full"
        assert "kommunens server" in laptop.session.texts.error(caught.value).casefold()
        assert (laptop.state().here_only, laptop.state().refused) == (3, ())
    small_hub.make_room()
    laptop.sync()
    assert (laptop.state().here_only, laptop.state().trouble) == (0, None)
    other.sync()
    there = Scribe(other.store.journal, scope=vera.scope)
    assert [there.value(record) for record in records] == [LONG] * 3
    for each in laptops:
        each.lock()
