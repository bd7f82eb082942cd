"""A program that opens an older database; says when it begins and when it is done."""

import sys
from pathlib import Path

from app.store import upgrading
from app.store.store import Store
from tests.store.typist import say


def main(folder: Path, passphrase: str) -> None:
    """Open a store, which brings it up to date, with all that is slow to load loaded before."""
    say("ready", upgrading.__name__)
    Store.open(folder, passphrase)
    say("done")
    sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
