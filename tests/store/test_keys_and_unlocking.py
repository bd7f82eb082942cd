"""The passphrase opens, wrong ones slow down, and the key itself is written nowhere."""

import json
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.ids import new_id
from app.errors import KnownError
from app.store import files
from app.store.attempts import LONGEST_WAIT_S, wait_after
from app.store.keys import read_keys, unwrap
from app.store.store import Store
from app.texts import Texts
from tests.scribe import CHEAP, PASSPHRASE, Scribe, SteppingClock


def refusal(folder: Path, passphrase: str, clock: SteppingClock) -> KnownError:
    with pytest.raises(KnownError) as caught:
        Store.open(folder, passphrase, clock)
    assert Texts("da").error(caught.value)
    assert Texts("en").error(caught.value)
    return caught.value


@pytest.fixture
def closed(store: Store, folder: Path) -> Path:
    store.close()
    return folder


def test_a_store_exists_once_it_was_made(folder: Path, clock: SteppingClock) -> None:
    assert not Store.exists(folder)
    Store.create(folder, PASSPHRASE, clock, CHEAP).close()
    assert Store.exists(folder)


def test_a_second_store_is_never_made_over_the_first(closed: Path, clock: SteppingClock) -> None:
    before = (closed / files.DATABASE).read_bytes()
    with pytest.raises(KnownError) as caught:
        Store.create(closed, "en anden", clock, CHEAP)
    assert caught.value.key == "store.exists"
    assert (closed / files.DATABASE).read_bytes() == before


def test_a_wrong_passphrase_does_not_open(closed: Path, clock: SteppingClock) -> None:
    assert refusal(closed, "forkert", clock).key == "unlock.wrong_passphrase"


def test_an_empty_passphrase_is_refused(folder: Path, clock: SteppingClock) -> None:
    with pytest.raises(KnownError) as caught:
        Store.create(folder, "  ", clock, CHEAP)
    assert caught.value.key == "unlock.empty_passphrase"
    assert not Store.exists(folder)


def test_a_folder_without_a_store_says_so(folder: Path, clock: SteppingClock) -> None:
    assert refusal(folder, PASSPHRASE, clock).key == "store.missing"


def test_danish_letters_open_however_they_were_composed(folder: Path, clock: SteppingClock) -> None:
    Store.create(folder, "a\u030a pa\u030a vejen", clock, CHEAP).close()
    Store.open(folder, "å på vejen", clock).close()


def test_many_wrong_tries_must_wait_and_a_restart_does_not_help(
    closed: Path, clock: SteppingClock
) -> None:
    keys = [refusal(closed, "forkert", clock).key for _ in range(12)]
    assert keys[:3] == ["unlock.wrong_passphrase"] * 3
    assert "unlock.wait" in keys
    assert refusal(closed, PASSPHRASE, clock).key == "unlock.wait"


def test_who_waits_gets_in_and_starts_afresh(closed: Path, clock: SteppingClock) -> None:
    while refusal(closed, "forkert", clock).key != "unlock.wait":
        pass
    clock.now += timedelta(seconds=LONGEST_WAIT_S)
    Store.open(closed, PASSPHRASE, clock).close()
    assert refusal(closed, "forkert", clock).key == "unlock.wrong_passphrase"


def test_a_clock_set_back_never_locks_out(closed: Path, clock: SteppingClock) -> None:
    while refusal(closed, "forkert", clock).key != "unlock.wait":
        pass
    clock.now -= timedelta(days=3650)
    assert int(str(refusal(closed, PASSPHRASE, clock).params["seconds"])) <= LONGEST_WAIT_S


def test_the_wait_grows_and_is_bounded() -> None:
    waits = [wait_after(count) for count in range(2_000)]
    assert waits == sorted(waits)
    assert waits[0] == 0
    assert waits[-1] == LONGEST_WAIT_S


def test_a_new_passphrase_opens_and_the_old_does_not(
    store: Store, folder: Path, clock: SteppingClock
) -> None:
    key = unwrap(read_keys(folder / files.KEYS).wraps, PASSPHRASE)
    store.change_passphrase(PASSPHRASE, "den nye")
    store.close()
    assert unwrap(read_keys(folder / files.KEYS).wraps, "den nye") == key
    assert refusal(folder, PASSPHRASE, clock).key == "unlock.wrong_passphrase"
    Store.open(folder, "den nye", clock).close()


def test_a_change_of_passphrase_rewrites_no_data(store: Store, folder: Path) -> None:
    Scribe(store.journal).set(new_id(), "skrevet")
    data = [path for path in folder.iterdir() if path.name.startswith(files.DATABASE)]
    assert len(data) == 3
    before = {path: path.read_bytes() for path in data}
    keys = (folder / files.KEYS).read_bytes()
    store.change_passphrase(PASSPHRASE, "den nye")
    assert {path: path.read_bytes() for path in data} == before
    assert (folder / files.KEYS).read_bytes() != keys


def test_a_passphrase_is_changed_only_by_who_knows_the_old(store: Store, folder: Path) -> None:
    before = (folder / files.KEYS).read_bytes()
    with pytest.raises(KnownError) as caught:
        store.change_passphrase("forkert", "den nye")
    assert caught.value.key == "unlock.wrong_passphrase"
    assert (folder / files.KEYS).read_bytes() == before


def test_a_wrap_of_an_unknown_way_survives_a_change_of_passphrase(
    store: Store, folder: Path
) -> None:
    path = folder / files.KEYS
    content = json.loads(path.read_text())
    content["wraps"].append({"way": "recovery", "sealed": "AAEC", "public_key": "AwQF"})
    path.write_text(json.dumps(content))
    store.change_passphrase(PASSPHRASE, "den nye")
    ways = {wrap.way: wrap for wrap in read_keys(path).wraps}
    assert ways["recovery"].sealed == bytes((0, 1, 2))
    assert ways["recovery"].public_key == bytes((3, 4, 5))


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b'{"format":1,"wraps":[{"way":1}]}']
)
def test_a_damaged_key_file_is_named_and_nothing_is_touched(
    closed: Path, clock: SteppingClock, content: bytes
) -> None:
    (closed / files.KEYS).write_bytes(content)
    before = (closed / files.DATABASE).read_bytes()
    assert refusal(closed, PASSPHRASE, clock).key == "store.keys_damaged"
    assert (closed / files.DATABASE).read_bytes() == before


def test_a_key_file_cannot_ask_for_all_memory(closed: Path, clock: SteppingClock) -> None:
    content = json.loads((closed / files.KEYS).read_text())
    content["wraps"][0]["cost"]["memory_kib"] = 2**31
    (closed / files.KEYS).write_text(json.dumps(content))
    assert refusal(closed, PASSPHRASE, clock).key == "store.keys_damaged"


def test_a_newer_key_file_is_refused_in_a_sentence(closed: Path, clock: SteppingClock) -> None:
    (closed / files.KEYS).write_text('{"format": 2, "what": "ever"}')
    assert refusal(closed, PASSPHRASE, clock).key == "store.newer_program"


def test_the_files_are_the_owners_alone(closed: Path) -> None:
    for name in (files.DATABASE, files.KEYS):
        mode = stat.S_IMODE((closed / name).stat().st_mode)
        assert mode & 0o077 == 0, name
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
