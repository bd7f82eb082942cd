"""The line at the bottom: what is true about saving, sending and locking."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.views.sync_words import SyncWords
from app.widgets.buttons import link_button
from app.widgets.chips import Chip

if TYPE_CHECKING:  # it brings a library for the network
    from app.sync.rounds import Progress
    from app.workflow.syncing import SyncState


class StatusLine(QFrame):
    """Saved when and where; what is not sent; when the screen locks; that it is a demonstration.

    Signals:
        history_wanted: what was changed in the open visit is to be shown.
        sync_wanted: the numbers of what was sent are to be shown.
    """

    history_wanted = Signal()
    sync_wanted = Signal()

    def __init__(self, demonstration: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setFixedHeight(32)
        self.saved = QLabel(self.tr("Everything is saved on this computer"))
        self.locks = QLabel()
        for label in (self.saved, self.locks):
            label.setProperty("kind", "muted")
        self.history = link_button(self.tr("What was changed?"))
        self.history.setStyleSheet("padding: 0;")  # the line is low
        # Without Shift it is a line's own key for deleting on some systems.
        keys = QShortcut(QKeySequence("Ctrl+Shift+H"), self)
        keys.activated.connect(self.history_wanted)
        self.history.setToolTip(self.tr("The history of the visit (Ctrl+Shift+H)"))
        self.history.clicked.connect(self.history_wanted)
        self.history.hide()
        self._words = SyncWords(self)
        self.sync = link_button("")
        self.sync.setStyleSheet("padding: 0;")
        self.sync.setToolTip(self.tr("What is on this computer only, and what was sent"))
        self.sync.clicked.connect(self.sync_wanted)
        # What does not fit is cut: the line never makes the window wider.
        self.sync.setMinimumWidth(1)
        self.saved.setMinimumWidth(1)
        self.sync.hide()
        self._sentences = ("", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        if demonstration:
            row.addWidget(Chip(self.tr("Demonstration: made-up citizens"), "warn"))
        row.addWidget(self.saved)
        row.addWidget(self.history)
        row.addStretch(1)
        row.addWidget(self.sync)
        row.addWidget(self.locks)

    def set_saved(self, at: str) -> None:
        """Say when the last change was written."""
        self._say_saved(self.tr("Saved at {time} on this computer").format(time=at), "muted")

    def set_unsaved(self) -> None:
        """Say that what is being typed is not written."""
        self._say_saved(self.tr("Not saved: the disk does not take what you write"), "error")

    def set_locks_after(self, minutes: int) -> None:
        """Say when the screen locks by itself."""
        self.locks.setText(self.tr("Locks after %n minute(s) without use", "", minutes))
        self._fit()

    def set_sync(self, state: "SyncState", now: datetime) -> None:
        """Say in a sentence what is where."""
        self._say_sync(self._words.sentence(state, now), self._words.brief(state))

    def set_progress(self, progress: "Progress") -> None:
        """Say how far a round has come."""
        words = self._words.progress(progress)
        self._say_sync(words, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _say_sync(self, sentence: str, brief: str) -> None:
        self._sentences = (sentence, brief)
        self.sync.setAccessibleName(sentence)
        self.sync.show()
        self._fit()

    def _fit(self) -> None:
        """Say as much as there is room for: when the screen locks is the first to go."""
        sentence, brief = self._sentences
        for text, locks in ((sentence, True), (sentence, False), (brief, True), (brief, False)):
            self.sync.setText(text)
            if self._needed(locks=locks) <= self.width():
                break
        self.locks.setVisible(locks)

    def _needed(self, *, locks: bool) -> int:
        parts = [w for w in (self.saved, self.history, self.sync) if not w.isHidden()]
        parts += [*self.findChildren(Chip), *([self.locks] if locks else [])]
        return sum(part.sizeHint().width() for part in parts) + 12 * len(parts) + 32

    def _say_saved(self, text: str, kind: str) -> None:
        self.saved.setText(text)
        if self.saved.property("kind") != kind:
            self.saved.setProperty("kind", kind)
            self.saved.style().unpolish(self.saved)
            self.saved.style().polish(self.saved)
        self._fit()
