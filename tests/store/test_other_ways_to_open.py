"""The municipality's recovery key, the system's keyring and the PIN open; nothing else does."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.fail
import pytest
from keyring.errors import PasswordDeleteError

from app.domain.ids import new_id
from app.errors import KnownError
from app.store import files, recovery, remembering
from app.store.keys import read_keys
from app.store.pin import TRIES, Pin
from app.store.store import Store
from tests.scribe import CHEAP, PASSPHRASE, Scribe, SteppingClock

NEW = "en helt ny sætning"
PASSWORD = "kontorets kodeord"


class Keys:
    """The two halves of a municipality's key, as files."""

    def __init__(self, folder: Path, name: str) -> None:
        self.private = folder / f"{name}-private.pem"
        self.public = folder / f"{name}-public.pem"
        recovery.make_pair(self.private, self.public, PASSWORD)

    def recover(self, folder: Path, passphrase: str = NEW) -> None:
        recovery.recover(folder, recovery.read_private(self.private, PASSWORD), passphrase, CHEAP)


@pytest.fixture
def office(tmp_path: Path) -> Keys:
    return Keys(tmp_path, "office")


def refused(key: str, act: object, *args: object, **kwargs: object) -> KnownError:
    assert callable(act)
    with pytest.raises(KnownError) as caught:
        act(*args, **kwargs)
    assert caught.value.key == key
    return caught.value


def ways(folder: Path) -> list[str]:
    return [each.way for each in read_keys(folder / files.KEYS).wraps]


def made_with(office: Keys, folder: Path, clock: SteppingClock) -> Store:
    return Store.create(folder, PASSPHRASE, clock, CHEAP, office.public)


def test_the_office_opens_a_computer_whose_passphrase_is_lost(
    office: Keys, folder: Path, clock: SteppingClock
) -> None:
    store = made_with(office, folder, clock)
    record, vera = new_id(), Scribe(store.journal)
    vera.set(record, "gemt")
    store.close()
    office.recover(folder)
    refused("unlock.wrong_passphrase", Store.open, folder, PASSPHRASE, clock)
    again = Store.open(folder, NEW, clock, office.public)
    assert Scribe(again.journal, scope=vera.scope).value(record) == "gemt"
    assert ways(folder) == ["passphrase", "recovery"]
    again.close()


def test_recovery_ends_the_wait_of_who_had_forgotten_and_what_the_keyring_knew(
    office: Keys, folder: Path, clock: SteppingClock, ring: "Ring"
) -> None:
    store = made_with(office, folder, clock)
    store.remember()
    store.close()
    for _ in range(4):
        with pytest.raises(KnownError):
            Store.open(folder, "forkert", clock)
    office.recover(folder)
    refused("unlock.not_remembered", Store.open_remembered, folder, clock)
    Store.open(folder, NEW, clock).close()


def test_the_office_opens_a_backup(
    office: Keys, folder: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    store = made_with(office, folder, clock)
    store.backup(tmp_path / "copy")
    store.close()
    office.recover(tmp_path / "copy")
    Store.open(tmp_path / "copy", NEW, clock).close()


def test_another_municipalitys_key_opens_nothing(
    office: Keys, folder: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    made_with(office, folder, clock).close()
    before = (folder / files.KEYS).read_bytes()
    refused("recovery.not_for_this_key", Keys(tmp_path, "other").recover, folder)
    assert (folder / files.KEYS).read_bytes() == before


def test_a_wrap_that_was_changed_opens_nothing(
    office: Keys, folder: Path, clock: SteppingClock
) -> None:
    made_with(office, folder, clock).close()
    content = json.loads((folder / files.KEYS).read_text())
    for wrap in content["wraps"]:
        wrap["sealed"] = wrap["sealed"][:4] + "AAAA" + wrap["sealed"][8:]
    (folder / files.KEYS).write_text(json.dumps(content))
    refused("recovery.not_for_this_key", office.recover, folder)


def test_an_older_store_gets_the_wrap_when_it_is_unlocked_and_a_new_key_replaces_the_old(
    office: Keys, folder: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    Store.create(folder, PASSPHRASE, clock, CHEAP).close()
    assert ways(folder) == ["passphrase"]
    for keys in (office, Keys(tmp_path, "next")):
        Store.open(folder, PASSPHRASE, clock, keys.public).close()
        assert ways(folder) == ["passphrase", "recovery"]
    refused("recovery.not_for_this_key", office.recover, folder)
    before = (folder / files.KEYS).read_bytes()
    Store.open(folder, PASSPHRASE, clock, keys.public).close()
    assert (folder / files.KEYS).read_bytes() == before


def test_the_recovery_wrap_survives_a_change_of_passphrase(
    office: Keys, folder: Path, clock: SteppingClock
) -> None:
    store = made_with(office, folder, clock)
    store.change_passphrase(PASSPHRASE, "imellem")
    store.close()
    office.recover(folder)
    Store.open(folder, NEW, clock).close()


@pytest.mark.parametrize("content", [b"", b"noget andet", b"-----BEGIN PUBLIC KEY-----\n"])
def test_a_public_key_that_cannot_be_used_is_said_and_work_goes_on(
    folder: Path, clock: SteppingClock, tmp_path: Path, content: bytes
) -> None:
    bad = tmp_path / "bad.pem"
    bad.write_bytes(content)
    store = Store.create(folder, PASSPHRASE, clock, CHEAP, bad)
    assert store.warning is not None
    assert store.warning.key == "recovery.bad_public"
    store.close()


def test_a_private_key_needs_its_password_and_is_never_written_over(
    office: Keys, tmp_path: Path
) -> None:
    assert b"ENCRYPTED" in office.private.read_bytes()
    refused("recovery.bad_private", recovery.read_private, office.private, "forkert")
    refused("recovery.bad_private", recovery.read_private, office.public, PASSWORD)
    refused("recovery.bad_private", recovery.read_private, tmp_path / "none", PASSWORD)
    refused("recovery.bad_public", recovery.read_public, office.private)
    refused("recovery.exists", Keys, tmp_path, "office")
    refused("unlock.empty_passphrase", recovery.make_pair, tmp_path / "a", tmp_path / "b", " ")


class Ring(keyring.backend.KeyringBackend):
    """A keyring of the library's own kind that keeps its secrets in memory."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, mine = keyring.get_keyring(), Ring()
    keyring.set_keyring(mine)
    yield mine
    keyring.set_keyring(before)


def test_a_remembered_store_opens_without_a_passphrase(
    store: Store, folder: Path, clock: SteppingClock, ring: Ring
) -> None:
    assert not remembering.is_remembered(folder)
    store.remember()
    store.change_passphrase(PASSPHRASE, NEW)
    store.close()
    assert remembering.is_remembered(folder)
    Store.open_remembered(folder, clock).close()
    (secret,) = ring.kept.values()
    assert secret not in (folder / files.KEYS).read_text()


def test_remembering_twice_leaves_one_way_and_forgetting_none(
    store: Store, folder: Path, clock: SteppingClock, ring: Ring
) -> None:
    store.remember()
    store.remember()
    assert ways(folder) == ["passphrase", "keyring"]
    assert len(ring.kept) == 1
    store.forget_me()
    store.forget_me()
    assert (ways(folder), ring.kept) == (["passphrase"], {})
    store.close()
    refused("unlock.not_remembered", Store.open_remembered, folder, clock)
    Store.open(folder, PASSPHRASE, clock).close()


@pytest.mark.parametrize("secret", ["", "nej", "00" * 16, "00" * 32])
def test_a_keyring_that_has_lost_the_secret_does_not_open(
    store: Store, folder: Path, clock: SteppingClock, ring: Ring, secret: str
) -> None:
    store.remember()
    store.close()
    ring.kept = dict.fromkeys(ring.kept, secret)
    refused("unlock.not_remembered", Store.open_remembered, folder, clock)


def test_a_computer_without_a_keyring_says_so(store: Store, folder: Path, ring: Ring) -> None:
    keyring.set_keyring(keyring.backends.fail.Keyring())
    refused("unlock.no_keyring", store.remember)
    assert ways(folder) == ["passphrase"]


def test_a_program_without_the_library_says_so(store: Store, folder: Path) -> None:
    script = (
        "import sys; sys.modules['keyring'] = None\n"
        "from pathlib import Path; from app.errors import KnownError\n"
        "from app.store.remembering import remember; from app.store.keys import new_data_key\n"
        "try: remember(Path(sys.argv[1]), new_data_key())\n"
        "except KnownError as error: print(error.key)"
    )
    command = [sys.executable, "-c", script, str(folder)]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "unlock.no_keyring"


def test_the_pin_opens_until_the_third_wrong_try() -> None:
    pin = Pin("2580")
    assert not pin.matches("0000")
    assert not pin.matches("")
    assert pin.matches("2580")
    assert [pin.matches("æ🙂") for _ in range(TRIES)] == [False] * TRIES
    refused("pin.used_up", pin.matches, "2580")
    assert "2580" not in repr(pin) + str(vars(pin))


@pytest.mark.parametrize("text", ["", "123", "abcd", "12 34", "١٢٣٤"])
def test_a_pin_is_four_digits_at_least(text: str) -> None:
    refused("pin.too_short", Pin, text)
