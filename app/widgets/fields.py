"""Text fields, lists of choices, and the label and error line that belong to each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from app.widgets.card import text_label
from app.widgets.icons import paint_icon
from app.widgets.text import clean_line, clean_text
from app.widgets.theme import tokens

MAX_TEXT = 20_000
MAX_LINE = 500
MOST_PASTED = 200_000
# Border and padding of the style sheet above and below, and a pixel of air for each.
FRAME = 12


class CleanLine(QValidator):
    """Takes hidden characters out of a line before anyone hears of it."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        kept = clean_line(text)
        if kept != text:
            place = len(clean_line(text[:place]))
        return QValidator.State.Acceptable, kept, place


class LineEdit(QLineEdit):
    """One line of text; control characters never get in, and what has no room is said."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(MAX_LINE)
        self.setMinimumHeight(40)
        self.setValidator(CleanLine(self))
        self.is_full = False
        self.inputRejected.connect(self._say_full)
        self.textChanged.connect(self._has_room)

    def _say_full(self) -> None:
        if len(self.text()) >= self.maxLength():
            self.is_full = True
            room = self.tr(
                "There is room for %n character(s); the rest is left out.", "", self.maxLength()
            )
            set_error(self, room)

    def _has_room(self, text: str) -> None:
        if self.is_full and len(text) < self.maxLength():
            self.is_full = False
            set_error(self, "")


class TextArea(QPlainTextEdit):
    """Text of several lines: grows with what is written, Tab leaves it.

    Signals:
        over_limit: how many characters stand over MAX_TEXT, 0 when all is kept.
    """

    over_limit = Signal(int)

    def __init__(
        self, lines: int = 3, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.lines = lines
        self.most_lines = 18
        self.over = 0
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._count)
        self._grow()

    def _grow(self, *_: object) -> None:
        # A plain text document measures its height in lines, not in pixels.
        lines = max(self.lines, min(self.most_lines, round(self.document().size().height())))
        needed = round(self.document().size().height()) > self.most_lines
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if needed else policy.ScrollBarAlwaysOff
        )
        margins = 2 * round(self.document().documentMargin()) + FRAME
        height = max(40, lines * self.fontMetrics().lineSpacing() + margins)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def _count(self) -> None:
        over = max(0, self.document().characterCount() - 1 - MAX_TEXT)
        if over == self.over:
            return
        self.over = over
        self.over_limit.emit(over)
        message = self.tr("%n character(s) too many: shorten the text.", "", over) if over else ""
        set_error(self, message)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(clean_text(source.text()[:MOST_PASTED]))

    def setPlainText(self, text: str) -> None:
        super().setPlainText(clean_text(text))

    def sizeHint(self) -> QSize:
        return QSize(320, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text < "\x80" or clean_text(text):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A text that shows wholly lets the page scroll under the pointer.
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
        else:
            super().wheelEvent(event)


class Combo(QComboBox):
    """A list of choices; the wheel scrolls the page unless the list has focus."""

    def __init__(
        self, options: Sequence[tuple[Any, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(40)
        self.setMinimumContentsLength(6)
        # The box's own delegate heeds no height of the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.set_options(options)

    def event(self, event: QEvent) -> bool:
        # Alt+Down opens the list, as everywhere; it must not change section here.
        return opens_by_key(event) or super().event(event)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Replace the choices, keeping the chosen value if it is still there."""
        chosen = self.currentData()
        self.blockSignals(True)
        self.clear()
        for value, text in options:
            self.addItem(text, value)
        self.setCurrentIndex(max(0, self.findData(chosen)) if options else -1)
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = tokens()
        colour = theme.ink if self.isEnabled() else theme.muted
        place = QRectF(self.width() - 28, (self.height() - 16) / 2, 16, 16)
        paint_icon(QPainter(self), "down", colour, place)


class Labelled(QWidget):
    """A label above its editor, a hint under the label, an error under the editor."""

    def __init__(self, label: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self.hint = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.label = text_label(label, "label")
        self.label.setBuddy(editor)
        self.hint_label = text_label(hint, "hint")
        self.error = text_label("", "error")
        self.error.hide()
        for part in (self.label, self.hint_label, editor, self.error):
            column.addWidget(part)
        if not hint:
            self.hint_label.hide()
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)

    def show_error(self, text: str) -> None:
        """Show what is wrong under the editor, and say it to a screen reader."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.editor.setAccessibleDescription(" ".join(p for p in (text, self.hint) if p))


def labelled(label: str, editor: QWidget, hint: str = "") -> Labelled:
    """Put a label above an editor; it becomes the editor's spoken name."""
    return Labelled(label, editor, hint)


def set_error(editor: QWidget, text: str) -> None:
    """Show what is wrong with an editor's value; empty text takes it away."""
    mark_error(editor, bool(text))
    parent = editor.parentWidget()
    if isinstance(parent, Labelled) and parent.editor is editor:
        parent.show_error(text)
    else:
        editor.setAccessibleDescription(text)
        editor.setToolTip(text)


def opens_by_key(event: QEvent) -> bool:
    """Keep Alt+Down for a field that opens by it; tell whether the event was that."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    held = event.modifiers() & Qt.KeyboardModifier.AltModifier
    if not held or event.key() != Qt.Key.Key_Down:
        return False
    event.accept()
    return True


def mark_error(editor: QWidget, wrong: bool) -> None:
    """Give an editor the edge of something wrong, or take it away."""
    if bool(editor.property("error")) == wrong:
        return
    editor.setProperty("error", wrong)
    editor.style().unpolish(editor)
    editor.style().polish(editor)


__all__ = [
    "MAX_LINE",
    "MAX_TEXT",
    "Combo",
    "Labelled",
    "LineEdit",
    "TextArea",
    "labelled",
    "mark_error",
    "set_error",
]
