"""Starting: the first run, unlocking, a wrong passphrase, locking, and a second start."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import keyring.backend
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bootstrap import DEMONSTRATION_PASSPHRASE, open_session
from app.launch import Launcher
from app.store.store import Store
from app.views.main_window import MainWindow
from app.views.start import FirstRunWindow, UnlockWindow
from app.workflow.session import Session

Launch = Callable[[Path], Launcher]


def test_the_first_run_makes_a_store_under_the_visitators_name(
    launch: Launch, tmp_path: Path, qtbot: QtBot
) -> None:
    launcher = launch(tmp_path / "ny")
    window = launcher.window
    assert isinstance(window, FirstRunWindow)
    window.name.setText("Åse Ørum")
    window.title.setText("Visitator")
    window.passphrase.setText("en lang sætning")
    window.repeated.setText("en lang sætning")
    window.button.click()
    qtbot.waitUntil(lambda: launcher.main is not None, timeout=20_000)
    assert launcher.session is not None
    assert launcher.session.profile.name == "Åse Ørum"
    assert launcher.window is None


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("", "en lang sætning", "en lang sætning"),
        ("Åse", "kort", "kort"),
        ("Åse", "en lang sætning", "en anden sætning"),
    ],
)
def test_the_first_run_says_what_is_missing_and_keeps_the_rest(
    launch: Launch, tmp_path: Path, name: str, first: str, second: str
) -> None:
    window = launch(tmp_path / "ny").window
    assert isinstance(window, FirstRunWindow)
    window.name.setText(name)
    window.title.setText("Visitator")
    window.passphrase.setText(first)
    window.repeated.setText(second)
    window.button.click()
    assert window.error.isVisibleTo(window)
    assert window.error.text()
    assert window.title.text() == "Visitator"
    assert not (tmp_path / "ny").exists()


def test_a_wrong_passphrase_is_told_and_the_right_one_opens(
    launch: Launch, data_folder: Path, qtbot: QtBot
) -> None:
    launcher = launch(data_folder)
    window = launcher.window
    assert isinstance(window, UnlockWindow)
    QTest.keyClicks(window.passphrase, "forkert")
    window.button.click()
    qtbot.waitUntil(lambda: window.error.isVisibleTo(window), timeout=20_000)
    assert launcher.main is None
    window.passphrase.setText(DEMONSTRATION_PASSPHRASE)
    window.button.click()
    qtbot.waitUntil(lambda: launcher.main is not None, timeout=20_000)


def test_locking_shows_nothing_and_asks_again(
    launch: Launch, data_folder: Path, qtbot: QtBot
) -> None:
    launcher = launch(data_folder)
    launcher.unlock(DEMONSTRATION_PASSPHRASE)
    qtbot.waitUntil(lambda: launcher.main is not None, timeout=20_000)
    assert launcher.main is not None
    launcher.main.lock_asked.emit()
    assert launcher.main is None
    assert launcher.session is None
    assert isinstance(launcher.window, UnlockWindow)
    launcher.unlock(DEMONSTRATION_PASSPHRASE)
    qtbot.waitUntil(lambda: launcher.main is not None, timeout=20_000)


def test_a_backup_is_taken_once_the_day_is_shown(
    launch: Launch, data_folder: Path, qtbot: QtBot
) -> None:
    launcher = launch(data_folder)
    launcher.unlock(DEMONSTRATION_PASSPHRASE)
    qtbot.waitUntil(lambda: launcher.main is not None, timeout=20_000)
    qtbot.waitUntil(lambda: len(Store.backups(data_folder)) == 1, timeout=20_000)


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
        del self.kept[service, username]


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, mine = keyring.get_keyring(), Ring()
    keyring.set_keyring(mine)
    yield mine
    keyring.set_keyring(before)


def test_the_keyring_unlocks_once_the_settings_let_it(
    launch: Launch, data_folder: Path, qtbot: QtBot, ring: Ring
) -> None:
    launcher = launch(data_folder)
    assert isinstance(launcher.window, UnlockWindow)
    assert not launcher.window.keyring.isVisible()
    launcher.unlock(DEMONSTRATION_PASSPHRASE)
    qtbot.waitUntil(lambda: launcher.main is not None, timeout=20_000)
    assert launcher.main is not None
    launcher.main.settings.keyring.button.click()
    launcher.lock()
    window = launcher.window
    assert isinstance(window, UnlockWindow)
    assert window.keyring.isVisible()
    window.keyring.click()
    qtbot.waitUntil(lambda: launcher.main is not None, timeout=20_000)
    launcher.main.settings.keyring.button.click()
    launcher.lock()
    assert isinstance(launcher.window, UnlockWindow)
    assert not launcher.window.keyring.isVisible()
    assert ring.kept == {}


def test_a_keyring_that_has_forgotten_says_so_and_the_passphrase_opens(
    launch: Launch, data_folder: Path, qtbot: QtBot, ring: Ring
) -> None:
    session = open_session(data_folder, DEMONSTRATION_PASSPHRASE)
    session.store.remember()
    session.close()
    ring.kept.clear()
    launcher = launch(data_folder)
    window = launcher.window
    assert isinstance(window, UnlockWindow)
    window.keyring.click()
    qtbot.waitUntil(lambda: window.error.isVisible(), timeout=20_000)
    launcher.unlock(DEMONSTRATION_PASSPHRASE)
    qtbot.waitUntil(lambda: launcher.main is not None, timeout=20_000)


def test_a_second_start_on_the_same_folder_says_so(
    launch: Launch, data_folder: Path, qtbot: QtBot
) -> None:
    first = launch(data_folder)
    first.unlock(DEMONSTRATION_PASSPHRASE)
    qtbot.waitUntil(lambda: first.main is not None, timeout=20_000)
    environment = {
        **os.environ,
        "HJEMMEBESOEG_PASSPHRASE": DEMONSTRATION_PASSPHRASE,
        "QT_QPA_PLATFORM": "offscreen",
    }
    second = subprocess.run(
        [sys.executable, "-m", "app", "open", "--measure", "--data-dir", str(data_folder)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert second.returncode == 1
    assert first.session is not None
    from app.errors import KnownError

    assert first.session.texts.error(KnownError("start.already_running")) in second.stderr


@pytest.mark.parametrize("demonstration", [False, True])
def test_the_keyring_is_offered_for_real_data_alone(
    session: Session, qtbot: QtBot, ring: Ring, demonstration: bool
) -> None:
    window = MainWindow(session, demonstration=demonstration)
    qtbot.addWidget(window)
    assert window.settings.keyring.isHidden() == demonstration
    window.leave()
