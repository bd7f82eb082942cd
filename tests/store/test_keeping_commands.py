"""What is done at the office without a window: restore a backup, recover a lost passphrase."""

from pathlib import Path

import pytest

from app.__main__ import main
from app.domain.ids import new_id
from app.store.store import Store
from tests.scribe import CHEAP, PASSPHRASE, Scribe, SteppingClock


@pytest.fixture
def kept(store: Store, vera: Scribe, folder: Path) -> str:
    """A record of which the automatic backup knows; the store is closed."""
    record = new_id()
    vera.set(record, "i kopien")
    store.back_up_daily()
    vera.set(record, "efter kopien")
    store.close()
    return record


@pytest.mark.parametrize("named", [True, False])
def test_a_backup_is_restored_by_name_or_the_newest(
    kept: str, vera: Scribe, folder: Path, clock: SteppingClock, named: bool
) -> None:
    backup = [str(Store.backups(folder)[0])] if named else []
    assert main(["restore", *backup, "--data-dir", str(folder)]) == 0
    store = Store.open(folder, PASSPHRASE, clock)
    assert Scribe(store.journal, scope=vera.scope).value(kept) == "i kopien"
    store.close()


def test_without_a_backup_nothing_happens(
    store: Store, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["restore", "--data-dir", str(folder)]) == 1
    assert "sikkerhedskopi" in capsys.readouterr().err


def test_a_key_made_by_the_command_recovers_a_computer(
    folder: Path, tmp_path: Path, clock: SteppingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    private, public = tmp_path / "office.pem", tmp_path / "office.public.pem"
    monkeypatch.setenv("HJEMMEBESOEG_KEY_PASSWORD", "kontoret")
    assert main(["recovery-key", str(private)]) == 0
    Store.create(folder, PASSPHRASE, clock, CHEAP, public).close()
    monkeypatch.setenv("HJEMMEBESOEG_PASSPHRASE", "en ny sætning")
    assert main(["recover", str(private), "--data-dir", str(folder)]) == 0
    Store.open(folder, "en ny sætning", clock).close()


@pytest.mark.parametrize("missing", ["HJEMMEBESOEG_KEY_PASSWORD", "HJEMMEBESOEG_PASSPHRASE"])
def test_a_missing_secret_is_asked_for_by_its_variable(
    store: Store,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    missing: str,
) -> None:
    for name in ("HJEMMEBESOEG_KEY_PASSWORD", "HJEMMEBESOEG_PASSPHRASE"):
        monkeypatch.setenv(name, "x")
    monkeypatch.delenv(missing)
    assert main(["recover", str(tmp_path / "none"), "--data-dir", str(folder)]) == 1
    assert missing in capsys.readouterr().err
