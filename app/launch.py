"""Opens the program: the unlock window first, the heavy imports behind it."""

import argparse
import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from app.paths import PASSPHRASE_VARIABLE, default_data_dir
from app.views.collecting import Collector
from app.views.start import FirstRunWindow, StartWindow, UnlockWindow
from app.views.translating import install_translations
from app.widgets.theme import apply_theme, show_ring

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.views.main_window import MainWindow
    from app.views.sleep import SleepWatch
    from app.workflow.session import Session


def open_window(options: argparse.Namespace) -> int:
    """Show the first window and run until the last one is closed; return the exit code."""
    began = _process_start()
    folder = options.data_dir or (_demonstration_dir() if options.demonstration else None)
    folder = folder or default_data_dir()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - QApplication() is one
    QCoreApplication.setApplicationName("Hjemmebesøg")
    look = _look(folder)
    install_translations(app, look[0])
    apply_theme(app, look[1], look[2], ring=False)
    collector = Collector(app)
    launcher = Launcher(folder, options, began)
    launcher.start()
    code = app.exec()
    launcher.close()
    collector.stop()
    return code


class Launcher(QObject):
    """From the first window to the main one, and back when the program locks."""

    opened = Signal(object)
    failed = Signal(object)
    restored = Signal()

    def __init__(self, folder: Path, options: argparse.Namespace, began: float) -> None:
        super().__init__()
        self.folder = folder
        self.options = options
        self.began = began
        self._ticked = 0.0
        self.times: dict[str, float] = {}
        self.window: StartWindow | None = None
        self.main: MainWindow | None = None
        self.session: Session | None = None
        self._imports = threading.Thread(target=_import_heavy, daemon=True)
        self._opening: threading.Thread | None = None
        self._sleep: SleepWatch | None = None
        self._upkeep = QTimer(self)
        self._upkeep.setSingleShot(True)
        self._upkeep.setInterval(UPKEEP_AFTER_MS)
        self._upkeep.timeout.connect(self._keep_up)
        self.opened.connect(self._show_main)
        self.failed.connect(self._show_failure)
        self.restored.connect(self._show_restored)

    def start(self) -> None:
        """Show the unlock window, or the first-run window on a new computer."""
        if self.options.demonstration or (self.folder / KEY_FILE).exists():
            self.window = self._unlock_window()
        else:
            first = FirstRunWindow()
            first.completed.connect(self.set_up)
            self.window = first
        self.window.painted.connect(self._after_paint)
        self.window.show()

    def _unlock_window(self) -> UnlockWindow:
        window = UnlockWindow(_is_remembered(self.folder))
        window.passphrase_given.connect(self.unlock)
        window.keyring_chosen.connect(self._unlock_remembered)
        return window

    @Slot()
    def _unlock_remembered(self) -> None:
        self._in_thread(lambda: _open_remembered(self.folder))

    @Slot(str)
    def unlock(self, passphrase: str) -> None:
        """Open the store in a thread, so that the window lives meanwhile."""
        self._in_thread(lambda: _open(self.folder, passphrase, self.options.demonstration))

    @Slot(str, str, str, str)
    def set_up(self, name: str, title: str, unit: str, passphrase: str) -> None:
        """Make this computer's store."""
        self._in_thread(lambda: _create(self.folder, name, title, unit, passphrase))

    def lock(self) -> None:
        """Drop the keys, show nothing, and ask for the passphrase again."""
        if self.main is None:
            return
        geometry = self.main.saveGeometry()
        self._drop_main()
        window = self._unlock_window()
        window.restoreGeometry(geometry)
        self.window = window
        window.show()

    def close(self) -> None:
        """Write what is typed and close the store."""
        if self._opening is not None:
            self._opening.join()
        self._drop_main()

    def _drop_main(self) -> None:
        self._upkeep.stop()
        if self.main is not None:
            self.main.leave()
            self.main.close()
            self.main.deleteLater()
            self.main = None
        if self.session is not None:
            self.session.close()
            self.session = None

    def _after_paint(self) -> None:
        self.times.setdefault("painted_ms", _since(self.began))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            show_ring(app)
        if self.options.measure:
            self._watch_for_freezes()
        # Short turns keep the window alive while a thread imports.
        sys.setswitchinterval(0.001)
        if not self._imports.is_alive() and self._imports.ident is None:
            self._imports.start()
        passphrase = os.environ.get(PASSPHRASE_VARIABLE, "")
        if isinstance(self.window, UnlockWindow) and (passphrase or self.options.demonstration):
            self.window.set_busy(True)
            QTimer.singleShot(0, lambda: self.unlock(passphrase))

    def _in_thread(self, work: "Callable[[], Session]") -> None:
        def run() -> None:
            # The key is derived while the other thread goes on importing.
            try:
                session = work()
            except Exception as error:
                self.failed.emit(error)
                return
            if self._imports.ident is not None:
                self._imports.join()
            self.opened.emit(session)

        self._opening = threading.Thread(target=run, daemon=True)
        self._opening.start()

    @Slot(object)
    def _show_main(self, session: "Session") -> None:
        from app.views.main_window import MainWindow

        sys.setswitchinterval(0.005)
        self.session = session
        made = MainWindow(session, demonstration=self.options.demonstration)
        made.lock_asked.connect(self.lock)
        made.setWindowIcon(QIcon())
        # Made and shown in two turns: together they hold the start window up too long.
        QTimer.singleShot(0, self, lambda: self._reveal(made))

    def _reveal(self, made: "MainWindow") -> None:
        if self.session is None:  # closed in between
            made.deleteLater()
            return
        self.main = made
        _show_like(made, self.window)
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        if self.options.measure:
            QTimer.singleShot(0, self._report)
        elif not self.options.demonstration:
            self._upkeep.start()

    def _keep_up(self) -> None:
        from app.views.upkeep import Upkeep

        self._watch_sleep()
        if self.main is not None:
            Upkeep(self.main).start()

    def _watch_sleep(self) -> None:
        from app.views.sleep import SleepWatch

        if self._sleep is None:
            self._sleep = SleepWatch(self)
            self._sleep.falling_asleep.connect(self._fall_asleep)
            self._sleep.start()

    def _fall_asleep(self) -> None:
        if self.main is not None:
            self.main.lock_soon()

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        from app.errors import KnownError
        from app.texts import Texts

        if not isinstance(error, KnownError):
            import traceback

            traceback.print_exception(error)
            error = KnownError("start.unexpected")
        sentence = Texts(_look(self.folder)[0]).error(error)
        if self.options.measure:
            print(sentence, file=sys.stderr)
            QApplication.exit(1)
        if self.window is not None:
            self.window.show_error(sentence)
            if error.key in LOST:
                self._offer_backup(self.window)

    def _offer_backup(self, window: StartWindow) -> None:
        from app.views.restore_offer import RestoreOffer
        from app.workflow.upkeep import automatic_backups

        newest = next(iter(automatic_backups(self.folder)), None)
        if newest is None or window.findChild(RestoreOffer) is not None:
            return
        offer = RestoreOffer(newest[1])
        offer.confirmed.connect(lambda: self._restore(newest[0]))
        window.rows.addWidget(offer)

    def _restore(self, backup: Path) -> None:
        from app.store.store import Store

        def run() -> None:
            try:
                Store.restore(backup, self.folder)
            except Exception as error:
                self.failed.emit(error)
            else:
                self.restored.emit()

        if self.window is not None:
            self.window.set_busy(True)
        self._opening = threading.Thread(target=run, daemon=True)
        self._opening.start()

    @Slot()
    def _show_restored(self) -> None:
        from app.views.restore_offer import RestoreOffer

        if self.window is not None:
            self.window.show_error("")
            for offer in self.window.findChildren(RestoreOffer):
                offer.show_done()

    def _watch_for_freezes(self) -> None:
        """Note the longest time that the window could not answer, until the list is there."""
        self._ticked = time.monotonic()
        ticks = QTimer(self)
        ticks.timeout.connect(self._tick)
        ticks.start(2)

    def _tick(self) -> None:
        now = time.monotonic()
        gap = round((now - self._ticked) * 1000, 1)
        self.times["freeze_ms"] = max(self.times.get("freeze_ms", 0.0), gap)
        self._ticked = now

    def _report(self) -> None:
        self._tick()
        self.times["list_ms"] = _since(self.began)
        print(json.dumps(self.times), flush=True)
        QApplication.quit()


SMALL_SCREEN = 1500
# The first page is looked at, and a visit may be opened, before anything else is done.
UPKEEP_AFTER_MS = 2000
# The store's own name for it, known here so that nothing heavy is imported to look.
KEY_FILE = "keys.json"
# What a backup is the way out of.
LOST = {
    "store.damaged",
    "store.damaged_inside",
    "store.missing_database",
    "store.keys_damaged",
}


def _import_heavy() -> None:
    import app.bootstrap
    import app.views.main_window  # noqa: F401 - importing is what is wanted


def _open(folder: Path, passphrase: str, demonstration: bool) -> "Session":
    from app.bootstrap import open_demonstration, open_session

    return _warmed(
        open_demonstration(folder) if demonstration else open_session(folder, passphrase)
    )


def _open_remembered(folder: Path) -> "Session":
    from app.bootstrap import open_remembered

    return _warmed(open_remembered(folder))


def _warmed(session: "Session") -> "Session":
    from app.bootstrap import warm

    try:
        warm(session)
    except BaseException:
        session.close()
        raise
    return session


def _create(folder: Path, name: str, title: str, unit: str, passphrase: str) -> "Session":
    from app.bootstrap import create_session
    from app.workflow.session import Profile

    return create_session(folder, passphrase, Profile(name=name, title=title, unit=unit))


def _show_like(main: QWidget, start: QWidget | None) -> None:
    """Show the main window where the start window was; on a laptop it fills the screen."""
    room = main.screen().availableGeometry()
    if start is not None:
        main.move(start.pos())
    if (start is not None and start.isMaximized()) or room.width() <= SMALL_SCREEN:
        main.showMaximized()
    else:
        main.show()


def _demonstration_dir() -> Path:
    return default_data_dir().with_name("hjemmebesoeg-demonstration")


def _look(folder: Path) -> tuple[str, str, float]:
    """Read language, theme and text size without the library that the rest decodes with."""
    try:
        found = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
        scale = 1.25 if found.get("large_text") else 1.0
        return str(found.get("language", "da")), str(found.get("theme", "light")), scale
    except (OSError, ValueError, AttributeError):
        return "da", "light", 1.0


def _is_remembered(folder: Path) -> bool:
    """Tell whether the system's keyring may unlock, before the store's rooms are imported."""
    try:
        wraps = json.loads((folder / KEY_FILE).read_text(encoding="utf-8"))["wraps"]
        return any(each.get("way") == "keyring" for each in wraps)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return False


def _process_start() -> float:
    """Return when this process was started, in the terms of time.monotonic()."""
    return float(os.environ.get("HJEMMEBESOEG_STARTED", time.monotonic()))


def _since(began: float) -> float:
    return round((time.monotonic() - began) * 1000, 1)
