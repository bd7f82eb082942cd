"""A program that types until it is killed; says on its output what it has typed, and when."""

import sys
import time
from pathlib import Path

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.journal.journal import Write
from app.store.store import Store

LEAVE_FIELD_EVERY = 25


def say(*words: object) -> None:
    """Write one line that is out before the next is typed."""
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def main(folder: Path, passphrase: str, scope: str) -> None:
    """Type key by key; each time a field is left, its text becomes a change."""
    store = Store.open(folder, passphrase)
    say("ready")
    while True:
        key = FieldKey("assessment", new_id(), "own_words")
        for length in range(1, LEAVE_FIELD_EVERY):
            store.pending.put(key, scope, "x" * length, (), "assessment")
            say("typed", key.id, length, time.monotonic())
            time.sleep(0.01)
        store.journal.append(scope, [Write(key, "x" * length)], actor="Vera")
        say("sealed", key.id, length, time.monotonic())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
