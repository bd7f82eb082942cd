"""Sync without a window, as a script calls it: secrets from files, numbers on paper."""

from pathlib import Path

import pytest

from app.__main__ import main
from app.domain.ids import new_id
from app.workflow import syncing
from tests.scribe import PASSPHRASE, SteppingClock
from tests.sync.laptops import PASSWORD, Laptop, Office


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of a computer that is not enrolled and has three changes."""
    monkeypatch.setenv("HJEMMEBESOEG_PASSPHRASE", PASSPHRASE)
    laptop = Laptop(tmp_path / "data", SteppingClock())
    laptop.new_case().set(new_id(), "hjemme")
    laptop.lock()
    return laptop.folder


def test_a_computer_is_enrolled_by_files_and_synced(
    folder: Path, office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, password = tmp_path / "kode", tmp_path / "kodeord"
    code.write_text(office.hub.devices.invite("vera") + "\n", encoding="utf-8")
    password.write_text(PASSWORD + "\n", encoding="utf-8")
    files = ["--code-file", str(code), "--password-file", str(password)]
    assert main(["enrol", office.url, *files, "--data-dir", str(folder)]) == 0
    assert "Vera" in capsys.readouterr().out
    assert main(["sync", "--data-dir", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "Sendt: 3 ændringer" in told
    assert "Kun på denne computer: 0" in told
    assert "På kommunens server: 3" in told


def test_a_computer_is_enrolled_by_variables(
    folder: Path, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HJEMMEBESOEG_CODE", office.hub.devices.invite("vera"))
    monkeypatch.setenv("HJEMMEBESOEG_HUB_PASSWORD", PASSWORD)
    assert main(["enrol", office.url, "--data-dir", str(folder)]) == 0


def test_what_is_missing_or_wrong_is_said(
    folder: Path,
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("HJEMMEBESOEG_CODE", raising=False)
    assert main(["sync", "--data-dir", str(folder)]) == 1
    assert "ikke tilmeldt" in capsys.readouterr().err
    assert main(["enrol", office.url, "--data-dir", str(folder)]) == 1
    assert "HJEMMEBESOEG_CODE" in capsys.readouterr().err
    assert main(["enrol", "ftp://hub", "--code-file", "nowhere", "--data-dir", str(folder)]) == 1


def test_a_refused_action_is_said_with_its_reason(
    folder: Path, office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    stranger = Laptop(folder.parent / "stranger", office.clock)
    office.add_user("bo", "Syd")
    stranger.enrol(office, "bo")
    theirs = stranger.new_case("Bo")
    stranger.sync()
    stranger.lock()
    laptop = Laptop(folder, office.clock)
    laptop.enrol(office, "vera")
    laptop.scribe(theirs.scope).set(new_id(), "ikke min")
    laptop.lock()
    capsys.readouterr()
    assert main(["sync", "--data-dir", str(folder)]) == 1
    told = capsys.readouterr()
    assert "Kun på denne computer: 1" in told.out
    assert "tog ikke imod" in told.err
    again = Laptop(folder, office.clock)
    (refused,) = again.state().refused
    assert refused.error.key == "hub.not_yours"
    syncing.try_again(again.session, refused.action)
    assert again.sync().refused == 1
    again.lock()
