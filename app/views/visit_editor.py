"""The open visit for the window: forms' edits in, one signal out."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.casefile import FieldKey
from app.errors import KnownError
from app.journal.journal import HistoryEntry
from app.workflow.edits import Edit, EndTyping, TypeText
from app.workflow.open_visit import OpenVisit
from app.workflow.visit_view import VisitView

SEAL_AFTER_MS = 60_000
SHOW_TYPING_AFTER_MS = 250


class VisitEditor(QObject):
    """Carries edits to the journal and tells when the picture has changed.

    Signals:
        changed: the VisitView to show.
        typed: the VisitView with the text under way; `changed` follows when typing pauses.
        written: everything shown is in the journal.
        failed: a KnownError; the view is as it was before the edit.
        said: a sentence about what was done (undone, restored).
    """

    changed = Signal(object)
    typed = Signal(object)
    written = Signal()
    failed = Signal(object)

    def __init__(self, opened: OpenVisit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened = opened
        self._seal = self._timer(SEAL_AFTER_MS, self.seal)
        self._show_typing = self._timer(SHOW_TYPING_AFTER_MS, self._show)

    @property
    def view(self) -> VisitView:
        """The picture to show now."""
        return self.opened.view

    def edit(self, edit: Edit) -> None:
        """Carry out an edit of a form."""
        before = self.view
        try:
            self.opened.apply(edit)
        except KnownError as error:
            self.failed.emit(error)
            if not isinstance(edit, TypeText | EndTyping):
                # A choice that was refused must not look made; text stays where it was typed.
                self._show()
            return
        if isinstance(edit, TypeText):
            self._show_typing.start()
            self.typed.emit(self.view)
            if not self._seal.isActive():
                self._seal.start()
            return
        self._seal.stop()
        if self.view is not before or self._show_typing.isActive():
            self._show()
        if not self.opened.is_typing:
            self.written.emit()

    def seal(self) -> None:
        """Make text under way a change."""
        if self.opened.is_typing:
            self.edit(EndTyping())

    def catch_up(self) -> None:
        """Show what others have written meanwhile; text under way stays as it is."""
        try:
            came_in = self.opened.catch_up()
        except KnownError as error:
            self.failed.emit(error)
            return
        if came_in:
            self._show()

    def undo(self) -> str | None:
        """Undo the last act; return its label, or None when there was nothing or it failed."""
        return self._turn(redo=False)

    def redo(self) -> str | None:
        """Do the last undone act again."""
        return self._turn(redo=True)

    def history(self, key: FieldKey) -> tuple[HistoryEntry, ...]:
        """Return who changed a field, when and from what."""
        return self.opened.history(key)

    def _turn(self, *, redo: bool) -> str | None:
        if not (self.opened.can_redo if redo else self.opened.can_undo):
            return None
        try:
            label = self.opened.redo() if redo else self.opened.undo()
        except KnownError as error:
            self.failed.emit(error)
            return None
        self._show()
        self.written.emit()
        return label

    def _show(self) -> None:
        self._show_typing.stop()
        self.changed.emit(self.view)

    def _timer(self, interval_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(then)
        return timer
