"""The main window on the demonstration day."""

import argparse
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import DEMONSTRATION_PASSPHRASE, open_session
from app.clock import fixed_clock, today
from app.launch import Launcher
from app.tour.stage import PICTURE_DAY, dress, settle, wait_until
from app.views.main_window import MainWindow
from app.views.sync_dialog import SyncDialog
from app.views.visit_desk import VisitDesk
from app.workflow import syncing
from app.workflow.demonstration import demonstration_visit
from app.workflow.session import Session
from tests.sync.laptops import PASSWORD, Office, office_at
from tests.two_computers import another_computer
from tests.views.meeting import find_again


@pytest.fixture(scope="session")
def met_folder(demonstration_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration's data and a hub's, made once: it is enrolled, and all of it is sent."""
    place, clock = tmp_path_factory.mktemp("met"), fixed_clock(PICTURE_DAY)
    shutil.copytree(demonstration_folder, place / "data")
    session = open_session(place / "data", DEMONSTRATION_PASSPHRASE, clock)
    with office_at(place / "hub", clock) as office:
        office.add_user("vera")
        syncing.enrol(session, office.url, office.hub.devices.invite("vera"), PASSWORD)
        syncing.sync_now(session)
        session.close()
    return place


@pytest.fixture
def met() -> None:
    """Asks for a computer and an office that have met before the window is opened."""


@pytest.fixture
def data_folder(request: pytest.FixtureRequest, demonstration_folder: Path, tmp_path: Path) -> Path:
    """A demonstration's data folder that the test may change."""
    has_met = "met" in request.fixturenames
    source = request.getfixturevalue("met_folder") / "data" if has_met else demonstration_folder
    shutil.copytree(source, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def main(request: pytest.FixtureRequest, session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window, shown at the size of a small laptop."""
    if "met" in request.fixturenames:
        find_again(session, request.getfixturevalue("office"))
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
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """A hub with Vera."""
    has_met = "met" in request.fixturenames
    if has_met:
        shutil.copytree(request.getfixturevalue("met_folder") / "hub", tmp_path / "hub")
    with office_at(tmp_path / "hub", fixed_clock(PICTURE_DAY)) as made:
        if not has_met:
            made.add_user("vera")
        yield made


@pytest.fixture
def other(
    request: pytest.FixtureRequest, demonstration_folder: Path, tmp_path: Path
) -> Iterator[Session]:
    """Another computer with the same cases, enrolled by nobody yet."""
    has_met = "met" in request.fixturenames
    source = request.getfixturevalue("met_folder") / "data" if has_met else demonstration_folder
    with another_computer(source, tmp_path / "other") as session:
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
