"""The main window on the demonstration day."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.clock import fixed_clock, today
from app.launch import Launcher
from app.tour.stage import PICTURE_DAY, dress, settle, wait_until
from app.views.main_window import MainWindow
from app.views.sync_dialog import SyncDialog
from app.views.visit_desk import VisitDesk
from app.workflow.demonstration import demonstration_visit
from app.workflow.session import Session
from tests.sync.laptops import Office, office_at
from tests.two_computers import another_computer


@pytest.fixture
def main(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window, shown at the size of a small laptop."""
    dress("da", "light")
    window = MainWindow(session, demonstration=True)
    qtbot.addWidget(window)
    window.resize(1092, 614)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    settle(window)
    yield window
    window.leave()
    QApplication.processEvents()


@pytest.fixture
def open_visit_of(main: MainWindow) -> Callable[[str], VisitDesk]:
    """Opens the visit of one of the demonstration's people in the window."""

    def opened(person: str) -> VisitDesk:
        day = today(main.session.clock)
        standard = main.session.usual_standard()
        main.open(demonstration_visit(person, day, standard))
        assert main.desk is not None
        settle(main)
        return main.desk

    return opened


@pytest.fixture
def launch(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], Launcher]]:
    """Starts the program on a folder, as the command does, within the test's application."""
    monkeypatch.delenv("HJEMMEBESOEG_PASSPHRASE", raising=False)
    dress()
    launched: list[Launcher] = []

    def started(folder: Path) -> Launcher:
        options = argparse.Namespace(demonstration=False, measure=False)
        launched.append(Launcher(folder, options, began=0.0))
        launched[-1].start()
        return launched[-1]

    yield started
    for launcher in launched:
        launcher.close()
        if launcher.window is not None:
            launcher.window.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_at(tmp_path / "hub", fixed_clock(PICTURE_DAY)) as made:
        made.add_user("vera")
        yield made


@pytest.fixture
def other(demonstration_folder: Path, tmp_path: Path) -> Iterator[Session]:
    with another_computer(demonstration_folder, tmp_path / "other") as session:
        yield session


@pytest.fixture
def panel(main: MainWindow) -> Callable[[], SyncDialog]:
    """Opens the panel from the status line, the numbers counted."""

    def opened() -> SyncDialog:
        if main.sync.watch.state is None:
            main.sync.watch.begin()
            wait_until(lambda: main.sync.watch.state is not None)
        settle(main)
        main.status.sync.click()
        settle(main)
        return next(d for d in main.findChildren(SyncDialog) if d.isVisible())

    return opened
