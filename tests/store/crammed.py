"""A program that types until its disk is full, gets room again, and is killed."""

import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.errors import KnownError
from app.journal.journal import Write
from app.store.store import Store
from app.store.tables import pending
from tests.store.typist import say

ROOM_BYTES = 500_000
KEYSTROKES = 12
FIELDS_AT_MOST = 500


def cram(folder: Path) -> Callable[[], None]:
    """Fill the disk but for a little room; return what empties it again."""
    ballast, block = folder.parent / "ballast", b"x" * 65_536
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(block)
        except OSError:
            file.truncate(max(0, file.tell() - ROOM_BYTES))
    return ballast.unlink


def limit(folder: Path) -> Callable[[], None]:
    """Let no file grow by more than a little; return what lets them grow again."""
    largest = max(path.stat().st_size for path in folder.iterdir())
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + ROOM_BYTES, before[1]))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, before)


def type_until_refused(store: Store, scope: str) -> str:
    """Type field after field and leave each; return what the program said at last."""
    for _ in range(FIELDS_AT_MOST):
        key = FieldKey("assessment", new_id(), "own_words")
        for length in range(1, KEYSTROKES):
            store.pending.put(key, scope, "x" * 300 * length, (), "assessment")
            time.sleep(0.005)
        say("typed", key.id, 300 * length)
        try:
            store.journal.append(scope, [Write(key, "x" * 300 * length)], actor="Vera")
        except KnownError as error:
            return error.key
    return "nothing"


def wait_until_kept(store: Store) -> None:
    """Wait until no text is in memory alone, without asking for it to be kept."""
    until = time.monotonic() + 30
    while store._writer.run(lambda _: bool(store.pending._waiting)):
        assert time.monotonic() < until
        time.sleep(0.01)


def main(way: str, folder: Path, passphrase: str, scope: str) -> None:
    """Type, run out of room, type on, get room, and be killed."""
    store = Store.open(folder, passphrase)
    make_room = {"cram": cram, "limit": limit}[way](folder)
    said: list[str] = []
    # Told once: whichever comes first, a field that is left or text under way.
    store.pending.failed = lambda error: said.append(error.key)
    said.append(type_until_refused(store, scope))
    until = time.monotonic() + 60
    while len(said) < 2:
        assert time.monotonic() < until
        key = FieldKey("assessment", new_id(), "observation")
        store.pending.put(key, scope, "y" * 40_000, (), "assessment")
        say("typed", key.id, 40_000)
        time.sleep(0.3)
    say("said", *said)
    make_room()
    wait_until_kept(store)
    with store._engine.connect() as connection:
        say("pending", connection.scalar(sa.select(sa.func.count()).select_from(pending)))
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], sys.argv[4])
