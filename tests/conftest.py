"""What every test may ask for: a demonstration day of its own, opened and closed."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from app.bootstrap import DEMONSTRATION_PASSPHRASE, open_demonstration, open_session
from app.clock import fixed_clock, today
from app.tour.stage import PICTURE_DAY
from app.workflow.demonstration import demonstration_visit
from app.workflow.open_visit import OpenVisit, open_visit
from app.workflow.sealing import WAITING
from app.workflow.session import Session

pytest_plugins = ["tests.databases"]


def pytest_collection_finish() -> None:
    """Leave what is imported by now out of every later collection: it stays anyway."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Collect cycles on this thread only, as the program does (app.views.collecting).

    A widget of an earlier test that another thread collects leaves its timers behind, and the
    next one to fire brings the process down. What is due is collected, as Python itself would.
    """
    gc.disable()
    yield
    due = zip(gc.get_count(), gc.get_threshold(), strict=True)
    oldest = max((age for age, (count, most) in enumerate(due) if count > most), default=None)
    if oldest is not None:
        gc.collect(oldest)


@pytest.fixture(autouse=True)
def source_words() -> None:
    """Begin each test with the program's own English: the application is shared."""
    app = QApplication.instance()
    for translator in app.findChildren(QTranslator) if app is not None else ():
        QApplication.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture(scope="session")
def demonstration_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demonstration day, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("demonstration") / "data"
    session = open_demonstration(folder, fixed_clock(PICTURE_DAY))
    # What waits for a seal is sealed in the tests about it: it takes seconds.
    session.store.local.set(WAITING, "")
    session.close()
    return folder


@pytest.fixture
def data_folder(demonstration_folder: Path, tmp_path: Path) -> Path:
    """A demonstration's data folder that the test may change."""
    folder = tmp_path / "data"
    shutil.copytree(demonstration_folder, folder)
    return folder


@pytest.fixture
def reopen(data_folder: Path) -> Iterator[Callable[[], Session]]:
    """Opens the data folder; a session that was open before is closed first."""
    opened: list[Session] = []

    def again() -> Session:
        while opened:
            opened.pop().close()
        opened.append(open_session(data_folder, DEMONSTRATION_PASSPHRASE, fixed_clock(PICTURE_DAY)))
        return opened[-1]

    yield again
    while opened:
        opened.pop().close()


@pytest.fixture
def session(reopen: Callable[[], Session]) -> Session:
    """The demonstration day, unlocked."""
    return reopen()


@pytest.fixture
def visit_of() -> Callable[[Session, str], OpenVisit]:
    """Opens the visit of one of the demonstration's people."""

    def opened(session: Session, person: str) -> OpenVisit:
        day = today(session.clock)
        standard = session.usual_standard()
        return open_visit(session, demonstration_visit(person, day, standard))

    return opened
