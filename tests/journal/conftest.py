"""A real journal in a real encrypted database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.store import Store
from tests.scribe import CHEAP, PASSPHRASE, Scribe, SteppingClock


@pytest.fixture
def clock() -> SteppingClock:
    return SteppingClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path, clock: SteppingClock) -> Iterator[Store]:
    made = Store.create(folder, PASSPHRASE, clock, CHEAP)
    yield made
    made.close()


@pytest.fixture
def vera(store: Store) -> Scribe:
    return Scribe(store.journal)
