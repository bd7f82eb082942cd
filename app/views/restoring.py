"""Puts a backup in the place of lost data, or lets the program begin empty, at the user's word."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.errors import KnownError
from app.glance import State
from app.texts import Texts
from app.views.restore_offer import LostWindow, RestoreOffer
from app.workflow.restoring import FoundBackup, automatic_backups, begin_anew, put_back


class Restoring(QObject):
    """Makes the offers of a data folder and carries out what is chosen.

    Signals:
        restored: when the backup was taken that is in place now.
        emptied: what was left is moved aside.
        failed: the error instead.
    """

    restored = Signal(str)
    emptied = Signal()
    failed = Signal(object)

    def __init__(self, folder: Path, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._texts = Texts(language)
        self._thread: threading.Thread | None = None

    def lost_window(self, state: State, why: str = "") -> LostWindow:
        """Return the window of a folder whose data is lost; `why` if it seemed to be there."""
        offer = RestoreOffer(automatic_backups(self._folder), self._texts)
        window = LostWindow(state, offer, why)
        offer.said.connect(window.show_error)
        offer.confirmed.connect(lambda _: window.set_busy(True))
        offer.confirmed.connect(self._restore)
        window.anew.connect(self._begin_anew)
        return window

    def wait(self) -> None:
        """Wait until what is under way has ended."""
        if self._thread is not None:
            self._thread.join()

    def _restore(self, backup: FoundBackup) -> None:
        def run() -> None:
            try:
                put_back(backup.path, self._folder)
            except Exception as error:
                self.failed.emit(error)
            else:
                self.restored.emit(backup.when)

        self._thread = threading.Thread(target=run, daemon=True)
        self._thread.start()

    def _begin_anew(self) -> None:
        try:
            begin_anew(self._folder)
        except KnownError as error:
            self.failed.emit(error)
        else:
            self.emptied.emit()
