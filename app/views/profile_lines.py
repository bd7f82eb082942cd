"""Who uses this computer, while it is typed: kept, and put back into its lines after a crash."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from app.widgets.fields import LineEdit, set_error
from app.workflow.session import Session
from app.workflow.unfinished import forget_profile_line, keep_profile_line, profile_lines


class ProfileLines(QObject):
    """Keeps what is typed in the lines until they are written, or given up by Esc."""

    def __init__(self, session: Session, lines: Sequence[LineEdit], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._lines = list(lines)
        self._before = [line.text() for line in lines]
        self._kept: set[int] = set()
        for line in lines:
            line.textEdited.connect(self._typed)
            line.installEventFilter(self)
        self._put_back()

    def written(self) -> None:
        """Keep nothing more: what stands in the lines is recorded."""
        self._before = [line.text() for line in self._lines]
        for number in tuple(self._kept):
            self._forget(number)

    def _put_back(self) -> None:
        mark = self.tr("Not finished: you were writing this when the program stopped or locked.")
        for number, text in profile_lines(self._session).items():
            self._lines[number].selectAll()
            self._lines[number].insert(text)
            self._kept.add(number)
            set_error(self._lines[number], mark)

    def _typed(self, text: str) -> None:
        line = self.sender()
        if not isinstance(line, LineEdit):
            return
        number = self._lines.index(line)
        if text == self._before[number]:
            self._forget(number)
            return
        self._kept.add(number)
        keep_profile_line(self._session, number, text)

    def _forget(self, number: int) -> None:
        self._kept.discard(number)
        forget_profile_line(self._session, number)
        set_error(self._lines[number], "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and isinstance(watched, LineEdit)
            and (number := self._lines.index(watched)) in self._kept
        ):
            watched.setText(self._before[number])
            self._forget(number)
            return True
        return super().eventFilter(watched, event)
