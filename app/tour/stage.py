"""A program without a screen: its application, a demonstration's session, and patience."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import open_demonstration
from app.clock import Clock
from app.views.collecting import Collector
from app.views.main_window import MainWindow
from app.views.translating import install_translations
from app.widgets.theme import apply_theme
from app.workflow.session import Session

# A Monday before noon, so that pictures are the same each time they are taken.
PICTURE_DAY = datetime(2026, 11, 23, 9, 41, tzinfo=UTC)
PATIENCE_S = 30.0


def application() -> QApplication:
    """Return the application, made without a screen if there is none yet."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(["hjemmebesoeg"])


def dress(language: str = "da", theme: str = "light") -> QApplication:
    """Give the application a language and a look."""
    app = application()
    install_translations(app, language)
    apply_theme(app, theme)
    return app


@contextmanager
def demonstration(clock: Clock, folder: Path | None = None) -> Iterator[Session]:
    """Lend a session of the demonstration day, in a folder of its own unless one is given.

    While it lives, widgets are collected in this thread only, as in the program itself.
    """
    application()
    collector = Collector()
    with tempfile.TemporaryDirectory(prefix="hjemmebesoeg-") as temporary:
        session = open_demonstration(folder or Path(temporary) / "data", clock)
        try:
            yield session
        finally:
            session.close()
            collector.stop()


@contextmanager
def window(session: Session, width: int, height: int) -> Iterator[MainWindow]:
    """Lend the main window, shown and settled."""
    main = MainWindow(session, demonstration=True)
    main.setMinimumSize(0, 0)
    main.resize(width, height)
    main.show()
    settle(main)
    try:
        yield main
    finally:
        main.leave()
        main.close()
        main.deleteLater()
        QApplication.processEvents()


def settle(main: MainWindow) -> None:
    """Wait until nothing is under way and everything is painted."""
    QApplication.processEvents()
    if main.desk is not None:
        page = main.desk.page
        wait_until(lambda: not page.waiting)
    preview = main.desk.preview if main.desk is not None else None
    if preview is not None and preview.isVisible():
        wait_until(lambda: preview.settled)
    wait_until(lambda: main.desk is None or not main.desk.lock.busy)
    wait_until(lambda: not main.background.busy)
    QApplication.processEvents()


def wait_until(reached: Callable[[], bool]) -> None:
    """Let the application work until something is true; TimeoutError after long patience."""
    deadline = time.monotonic() + PATIENCE_S
    loop = QEventLoop()
    while not reached():
        if time.monotonic() > deadline:
            raise TimeoutError
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, QDeadlineTimer(50))
        time.sleep(0.005)


def picture(widget: QWidget, path: Path) -> Path:
    """Keep a picture of a widget as a PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Texts that grow move what lies below them, one round of the layout at a time.
    for _ in range(4):
        QApplication.processEvents()
    widget.grab().save(str(path))
    return path
