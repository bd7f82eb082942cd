"""Anki's collections and its sync server, at the work that the laptop is measured by.

`python anki_peer.py URL FOLDER ROUNDS` prints the figures as JSON.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from anki.collection import Collection  # type: ignore[import-not-found]

RECORDS, CONCURRENT = 250, 100
USER, PASSWORD = "vera", "kun-til-at-maale-med"


class Laptop:
    """One computer with its collection."""

    def __init__(self, folder: Path, name: str, url: str) -> None:
        self.col = Collection(str(folder / f"{name}.anki2"))
        self._auth = self.col.sync_login(USER, PASSWORD, url)

    def whole(self, *, upload: bool) -> None:
        """Send or fetch everything, as a computer does that meets the server first."""
        self.col.close_for_full_sync()
        self.col.full_upload_or_download(auth=self._auth, server_usn=None, upload=upload)
        self.col.reopen(after_full_sync=True)

    def sync(self) -> None:
        """Do a round."""
        self.col.sync_collection(self._auth, False)

    def add(self, count: int) -> None:
        """Make so many records."""
        kind = self.col.models.by_name("Basic")
        for number in range(count):
            note = self.col.new_note(kind)
            note["Front"], note["Back"] = f"værdi {number}", f"anden værdi {number}"
            self.col.add_note(note, 1)

    def change(self, count: int, field: str, text: str) -> None:
        """Change one field of so many records."""
        notes = [self.col.get_note(each) for each in sorted(self.col.find_notes(""))[:count]]
        for note in notes:
            note[field] = f"{text} {note.id}"
        self.col.update_notes(notes)


def timed(rounds: int, before: Callable[[int], Any], act: Callable[[], None]) -> list[float]:
    """Return how long each round took, in ms."""
    times = []
    for number in range(rounds):
        before(number)
        began = perf_counter()
        act()
        times.append((perf_counter() - began) * 1000)
    return times


def hidden(one: Laptop, two: Laptop, fields: tuple[str, str]) -> int:
    """Return how many records do not show both values to somebody who reads them."""
    one.change(CONCURRENT, fields[0], f"den ene {fields}")
    sleep(1.1)  # whole seconds decide which is the newer
    two.change(CONCURRENT, fields[1], f"den anden {fields}")
    for each in (one, two, one):
        each.sync()
    shown = 0
    for each in sorted(one.col.find_notes(""))[:CONCURRENT]:
        text = " ".join(one.col.get_note(each).fields)
        shown += f"den ene {fields}" in text and f"den anden {fields}" in text
    return CONCURRENT - shown


def main(url: str, folder: Path, rounds: int) -> None:
    """Measure and print."""
    one = Laptop(folder, "one", url)
    one.add(RECORDS)
    one.whole(upload=True)
    two = Laptop(folder, "two", url)
    two.whole(upload=False)
    changed = timed(rounds, lambda n: one.change(RECORDS, "Front", f"runde {n}"), one.sync)
    idle = timed(rounds, lambda _: None, one.sync)
    two.sync()
    found = {
        "changed": changed,
        "idle": idle,
        "different": hidden(one, two, ("Front", "Back")),
        "same": hidden(one, two, ("Front", "Front")),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
