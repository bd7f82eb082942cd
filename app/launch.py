"""Opens the program: the unlock window first, the heavy imports behind it."""

import argparse
import contextlib
import gc
import os
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.crashes import tell
from app.errors import KnownError
from app.glance import State, is_remembered, look_of, state_of
from app.measuring import StartTimes, process_start
from app.paths import PASSPHRASE_VARIABLE, default_data_dir
from app.views.collecting import Collector
from app.views.start import FirstRunWindow, StartWindow, UnlockWindow
from app.views.translating import install_translations
from app.widgets.theme import apply_theme, show_ring

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.views.main_window import MainWindow
    from app.views.restoring import Restoring
    from app.views.sleep import SleepWatch
    from app.workflow.session import Session


def open_window(options: argparse.Namespace) -> int:
    """Show the first window and run until the last one is closed; return the exit code."""
    began = process_start()
    folder = options.data_dir or (_demonstration_dir() if options.demonstration else None)
    folder = folder or default_data_dir()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - QApplication() is one
    QCoreApplication.setApplicationName("Hjemmebesøg")
    look = look_of(folder)
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

    def __init__(self, folder: Path, options: argparse.Namespace, began: float) -> None:
        super().__init__()
        self.folder = folder
        self.options = options
        self.measured = StartTimes(began, self)
        self.window: StartWindow | None = None
        self.main: MainWindow | None = None
        self.session: Session | None = None
        self._imports = threading.Thread(target=_import_heavy, daemon=True)
        self._opening: threading.Thread | None = None
        self._restoring: Restoring | None = None
        self._sleep: SleepWatch | None = None
        # What the disk refused at the last lock, encrypted; see app.workflow.unkept.
        self._held = b""
        self._upkeep = QTimer(self)
        self._upkeep.setSingleShot(True)
        self._upkeep.setInterval(UPKEEP_AFTER_MS)
        self._upkeep.timeout.connect(self._keep_up)
        self.opened.connect(self._show_main)
        self.failed.connect(self._show_failure)

    def start(self) -> None:
        """Show the unlock window, the first-run window, or that data is lost and what is left."""
        state = "whole" if self.options.demonstration else state_of(self.folder)
        self.window = self._first_window(state)
        self.window.painted.connect(self._after_paint)
        self.window.show()

    def _first_window(self, state: State) -> StartWindow:
        if state == "whole":
            return self._unlock_window()
        if state != "new":
            return self.restoring().lost_window(state)
        first = FirstRunWindow()
        first.completed.connect(self.set_up)
        return first

    def _unlock_window(self) -> UnlockWindow:
        window = UnlockWindow(is_remembered(self.folder))
        window.passphrase_given.connect(self.unlock)
        by_keyring = partial(_open_remembered, self.folder)
        window.keyring_chosen.connect(lambda: self._in_thread(by_keyring))
        return window

    @Slot(str)
    def unlock(self, passphrase: str) -> None:
        """Open the store in a thread, so that the window lives meanwhile."""
        self._in_thread(lambda: _open(self.folder, passphrase, self.options.demonstration))

    @Slot(str, str, str, str, str)
    def set_up(self, name: str, title: str, unit: str, passphrase: str, whose: str = "") -> None:
        """Make this computer's store; `whose` names the municipality."""
        self._in_thread(lambda: _create(self.folder, passphrase, name, title, unit, whose))

    @Slot()
    def conceal(self) -> None:
        """Show nothing of the case from now on; what is under way goes on behind it."""
        if self.main is None or self.window is not None:
            return
        window = self.window = self._unlock_window()
        window.restoreGeometry(self.main.saveGeometry())
        window.say_locking()
        window.show()
        for other in QApplication.topLevelWidgets():
            # A dialog is closed by who locks: its event loop has to end.
            if other is not window and not isinstance(other, QDialog):
                other.hide()

    @Slot()
    def lock(self) -> None:
        """Drop the keys, show nothing, and ask for the passphrase again."""
        if self.main is None:
            return
        self.conceal()
        with contextlib.ExitStack() as whatever_happens:
            whatever_happens.callback(self._be_locked)
            whatever_happens.callback(self._drop_main)
            self._hold(self.main)

    def _be_locked(self) -> None:
        if isinstance(self.window, UnlockWindow):
            self.window.say_locked(bool(self._held))
        _forget_clipboard()
        # What still knows the key is garbage once the window is gone, and goes with it.
        QTimer.singleShot(0, self, gc.collect)
        if self._sleep is not None:
            self._sleep.allow()

    def close(self) -> None:
        """Write what is typed and close the store."""
        if self._opening is not None:
            self._opening.join()
        if self._restoring is not None:
            self._restoring.wait()
        if self._sleep is not None:
            self._sleep.stop()
        self._drop_main()

    def _hold(self, main: "MainWindow") -> None:
        from app.views.carrying import seal_unkept

        self._held = seal_unkept(main) or self._held

    def _drop_main(self) -> None:
        self._upkeep.stop()
        main, session = self.main, self.session
        self.main = self.session = None
        with contextlib.ExitStack() as whatever_happens:
            if session is not None:
                whatever_happens.callback(_close, session)
            if main is not None:
                whatever_happens.callback(main.deleteLater)
                main.leave()
                main.close()

    def _after_paint(self) -> None:
        self.measured.painted()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            show_ring(app)
        if self.options.measure:
            self.measured.watch_for_freezes()
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
        made.locking.connect(self.conceal)
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
        if self._held:
            from app.views.carrying import put_back

            self._held = put_back(made, self._held)
        measure = self.options.measure
        go_on = self.measured.report if measure else partial(_go_on_planning, made)
        QTimer.singleShot(0, made, go_on)
        if not measure and not self.options.demonstration:
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
            self._sleep.falling_asleep.connect(self._lock_for_sleep)
            self._sleep.woken.connect(self._lock_for_sleep)
            self._sleep.start()

    @Slot()
    def _lock_for_sleep(self) -> None:
        if self.main is not None:
            self.main.lock_soon()
        elif self._sleep is not None:
            self._sleep.allow()

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        from app.texts import Texts

        if not isinstance(error, KnownError):
            tell(error)
            error = KnownError("start.unexpected")
        sentence = Texts(look_of(self.folder)[0]).error(error)
        if self.options.measure:
            print(sentence, file=sys.stderr)
            QApplication.exit(1)
        if isinstance(self.window, UnlockWindow) and error.key in LOST:
            self._replace(self.restoring().lost_window(state_of(self.folder), sentence))
        elif self.window is not None:
            self.window.show_error(sentence)

    def restoring(self) -> "Restoring":
        """Return who puts backups in place, made when data is lost."""
        if self._restoring is None:
            from app.views.restoring import Restoring

            self._restoring = Restoring(self.folder, look_of(self.folder)[0], self)
            self._restoring.failed.connect(self._show_failure)
            self._restoring.restored.connect(self._show_restored)
            self._restoring.emptied.connect(lambda: self._replace(self._first_window("new")))
        return self._restoring

    @Slot(str)
    def _show_restored(self, when: str) -> None:
        window = self._unlock_window()
        window.say_restored(when)
        self._replace(window)

    def _replace(self, window: StartWindow) -> None:
        """Show another first window in the place of the one that is there."""
        before, self.window = self.window, window
        if before is not None:
            window.restoreGeometry(before.saveGeometry())
        window.show()
        if before is not None:
            before.close()
            before.deleteLater()


SMALL_SCREEN = 1500
# The first page is looked at, and a visit may be opened, before anything else is done.
UPKEEP_AFTER_MS = 2000
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


def _go_on_planning(main: "MainWindow") -> None:
    from app.workflow.drafts import kept_draft

    if main.unplanned is not None or kept_draft(main.session) is not None:
        from app.views.late_pages import resume_planning

        resume_planning(main)


def _open(folder: Path, passphrase: str, demonstration: bool) -> "Session":
    from app.store.unlocking import try_ahead

    # Slow on purpose, and it needs little: the other thread goes on importing meanwhile.
    tried = None if demonstration else try_ahead(folder, passphrase)
    from app.bootstrap import open_demonstration, open_session

    if demonstration:
        return _warmed(open_demonstration(folder))
    return _warmed(open_session(folder, passphrase, tried=tried))


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


def _create(folder: Path, passphrase: str, *about: str) -> "Session":
    from app.bootstrap import create_session
    from app.workflow.session import Profile

    fields = ("name", "title", "unit", "municipality")
    profile = Profile(**dict(zip(fields, about, strict=True)))
    return create_session(folder, passphrase, profile)


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


def _close(session: "Session") -> None:
    # All is closed even then; what could not be kept is held by now, or was said.
    with contextlib.suppress(KnownError):
        session.close()


def _forget_clipboard() -> None:
    """Take back what was copied here: who comes by may paste it."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
