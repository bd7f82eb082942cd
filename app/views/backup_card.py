"""The settings' card of backups: which there are, and one to take along now."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from app.errors import KnownError
from app.views.background import Background
from app.widgets.buttons import plain_button
from app.widgets.card import Card, text_label
from app.workflow.restoring import automatic_backups
from app.workflow.session import Session
from app.workflow.upkeep import back_up_into


class BackupCard(Card):
    """Lists the automatic backups and writes one where the user says.

    Signals:
        said: what came of it.
    """

    said = Signal(str)

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__()
        self._session = session
        self._background = background
        self.set_title(self.tr("Backups"))
        self.set_subtitle(
            self.tr(
                "One is taken each day and kept on this computer. Take one along to another "
                "disk too: a lost computer takes its own with it."
            )
        )
        self.list = text_label("", "body")
        self.button = plain_button(self.tr("Back up now"))
        self.button.clicked.connect(self._choose)
        self.body.addWidget(self.list)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        taken = [each.when for each in automatic_backups(self._session.store.folder)]
        self.list.setText("\n".join(taken) or self.tr("No automatic backup has been taken yet."))

    def back_up(self, folder: Path) -> None:
        """Write a backup into a new folder inside this one."""
        self.button.setEnabled(False)
        work: Callable[[], Path] = partial(back_up_into, self._session, folder)
        self._background.run(work, self._done, self._fail)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where is the backup to lie?"))
        if chosen:
            self.back_up(Path(chosen))

    def _done(self, target: Path) -> None:
        self.button.setEnabled(True)
        text = self.tr(
            "The backup lies in {folder}. It is encrypted: only your passphrase opens it."
        )
        self.said.emit(text.format(folder=target))

    def _fail(self, error: Exception) -> None:
        self.button.setEnabled(True)
        if not isinstance(error, KnownError):
            raise error
        self.said.emit(self._session.texts.error(error))
