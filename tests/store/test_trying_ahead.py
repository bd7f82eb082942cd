"""A passphrase may be tried while the program loads; what it comes to is as if it were not."""

from pathlib import Path

import pytest

from app.errors import KnownError
from app.store import files
from app.store.keys import DataKey, KeyFile, read_keys, write_keys
from app.store.store import Store
from app.store.unlocking import Tried, try_ahead, unlock
from tests.scribe import PASSPHRASE, SteppingClock


@pytest.fixture
def closed(store: Store, folder: Path) -> Path:
    store.close()
    return folder


def refusal(folder: Path, passphrase: str, clock: SteppingClock, tried: Tried | None) -> str:
    with pytest.raises(KnownError) as caught:
        Store.open(folder, passphrase, clock, tried=tried)
    return caught.value.key


def test_what_was_tried_ahead_is_not_done_again(closed: Path, clock: SteppingClock) -> None:
    tried = try_ahead(closed, PASSPHRASE)
    assert tried is not None
    assert tried.key is not None
    # Nobody but who tried it ahead has this very key.
    assert unlock(closed, "forkert", clock, tried) is tried.key
    Store.open(closed, PASSPHRASE, clock, tried=tried).close()


def test_a_wrong_one_is_counted_when_it_is_used_and_not_before(
    closed: Path, clock: SteppingClock
) -> None:
    for _ in range(12):
        assert try_ahead(closed, "forkert") is not None
    Store.open(closed, PASSPHRASE, clock).close()
    tried = try_ahead(closed, "forkert")
    said = [refusal(closed, "forkert", clock, tried) for _ in range(12)]
    assert said[0] == "unlock.wrong_passphrase"
    assert "unlock.wait" in said
    assert refusal(closed, PASSPHRASE, clock, try_ahead(closed, PASSPHRASE)) == "unlock.wait"


def test_a_key_of_wraps_that_are_there_no_more_opens_nothing(
    closed: Path, clock: SteppingClock
) -> None:
    stale = Tried((), DataKey(bytes(32), bytes(16)))
    assert refusal(closed, "forkert", clock, stale) == "unlock.wrong_passphrase"
    Store.open(closed, PASSPHRASE, clock, tried=stale).close()


def test_a_folder_without_keys_is_told_by_who_opens_it(closed: Path, clock: SteppingClock) -> None:
    keys = read_keys(closed / files.KEYS)
    (closed / files.KEYS).write_bytes(b"{")
    assert try_ahead(closed, PASSPHRASE) is None
    assert refusal(closed, PASSPHRASE, clock, None) == "store.keys_damaged"
    (closed / files.KEYS).unlink()
    assert try_ahead(closed, PASSPHRASE) is None
    assert refusal(closed, PASSPHRASE, clock, None) == "store.missing"
    write_keys(closed / files.KEYS, KeyFile(wraps=keys.wraps))
    Store.open(closed, PASSPHRASE, clock, tried=try_ahead(closed, PASSPHRASE)).close()
