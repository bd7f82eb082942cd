"""Ties an editor to one field of one record: the value in, the edit out."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app.domain.casefile import FieldKey
from app.domain.records import ENTITY_OF, Record
from app.forms.asks import ShowHistory
from app.widgets.text import clean_text
from app.workflow.edits import Edit, EndTyping, SetField, TypeText
from app.workflow.visit_view import VisitView

Finder = Callable[[VisitView], Record]

_NEVER: Final = object()


class Binding(QObject):
    """Base: finds the record in a view, shows its field, and asks for edits.

    `find` names the record anew in each view, so that a binding outlives every picture.
    The editor is touched only when the field's value changed since the last view, or when
    an edit was asked for: what stands in it otherwise, right or wrong, is the user's.
    """

    edited = Signal(object)
    asked = Signal(object)

    def __init__(self, editor: QWidget, find: Finder, field: str) -> None:
        super().__init__(editor)
        self.editor = editor
        self.find = find
        self.field = field
        self.record: Record | None = None
        self.loading = False
        self.before_reveal: Callable[[], object] | None = None
        self.locks = True
        self._seen: Any = _NEVER
        self._asked_for_edit = False
        self._locked = False
        for watched in (editor, *_viewport(editor)):
            watched.installEventFilter(self)

    @property
    def key(self) -> FieldKey | None:
        """The field on the screen, once a view was loaded."""
        if self.record is None:
            return None
        return FieldKey(ENTITY_OF[type(self.record)], self.record.id, self.field)

    def load(self, view: VisitView) -> None:
        """Show the field's value; an issued decision is shown but not changed."""
        self.record = self.find(view)
        self._lock(view.locked and self.locks)
        value = getattr(self.record, self.field)
        if self._seen is not _NEVER and self._seen == value and not self._asked_for_edit:
            return
        self._seen, self._asked_for_edit = value, False
        self.loading = True
        try:
            self.show_value(value)
        finally:
            self.loading = False

    def show_value(self, value: Any) -> None:
        """Put a value into the editor."""
        raise TypeError

    def put(self, value: Any) -> None:
        """Ask for the field to be set."""
        if self.loading or self.record is None or getattr(self.record, self.field) == value:
            return
        self.ask(SetField(self.record, self.field, value))

    def ask(self, edit: Edit) -> None:
        """Ask for an edit; the next view is shown even if it holds the old value."""
        self._asked_for_edit = True
        self.edited.emit(edit)

    def reveal(self) -> None:
        """Put focus on the editor, opened first if it was folded away."""
        if self.before_reveal is not None:
            self.before_reveal()
        self.editor.setFocus()

    def show_history(self) -> None:
        """Ask for the field's history."""
        if self.key is not None:
            self.asked.emit(ShowHistory(self.key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and self.record is not None:
            self._open_menu(event.globalPos())
            return True
        return super().eventFilter(watched, event)

    def menu(self) -> QMenu:
        """Return the editor's context menu, with the way to the field's history."""
        editor = self.editor
        if isinstance(editor, QLineEdit | QPlainTextEdit | QTextEdit):
            menu = editor.createStandardContextMenu()
            menu.addSeparator()
        else:
            menu = QMenu(editor)
        menu.addAction(_who_changed_this(), self.show_history)
        return menu

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _lock(self, locked: bool) -> None:
        if locked == self._locked:
            return
        self._locked = locked
        if isinstance(self.editor, QLineEdit | QPlainTextEdit):
            self.editor.setReadOnly(locked)
        else:
            self.editor.setEnabled(not locked)


def _viewport(editor: QWidget) -> tuple[QWidget, ...]:
    return (editor.viewport(),) if isinstance(editor, QPlainTextEdit | QTextEdit) else ()


def _who_changed_this() -> str:
    return QCoreApplication.translate("Binding", "Who changed this?")


class TextBinding(Binding):
    """A line or a text of several lines: typed text is kept, and written when left."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit, find: Finder, field: str) -> None:
        super().__init__(editor, find, field)
        self.typed: str | None = None
        self._typing = False
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._typed)
        else:
            editor.textChanged.connect(self._typed)

    def text(self) -> str:
        """Return the editor's text as it can be written."""
        editor = self.editor
        if isinstance(editor, QLineEdit):
            return clean_text(editor.text())
        return clean_text(editor.toPlainText()) if isinstance(editor, QPlainTextEdit) else ""

    def unwritten(self, view: VisitView) -> bool:
        """Tell whether the text was refused when it was typed, and stands here alone."""
        if self.typed is None or self._locked or self.editor.isHidden():
            return False
        return bool(getattr(self.find(view), self.field) != self.typed)

    def write_again(self, view: VisitView) -> None:
        """Ask once more for the text to be written."""
        if self.typed is not None:
            self.edited.emit(TypeText(self.find(view), self.field, self.typed))
            self.edited.emit(EndTyping())

    def show_value(self, value: Any) -> None:
        text = value or ""
        if self.typed == text:
            self.typed = None
        if self.text() == text or (self.typed is not None and self.editor.hasFocus()):
            return
        self.typed = None
        self._replace(text)

    def _replace(self, text: str) -> None:
        editor = self.editor
        if isinstance(editor, QLineEdit):
            at = editor.cursorPosition()
            editor.setText(text)
            editor.setCursorPosition(min(at, len(text)) if editor.hasFocus() else 0)
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)

    def _typed(self) -> None:
        if self.loading or self.record is None:
            return
        text = self.text()
        if text == (getattr(self.record, self.field) if self.typed is None else self.typed):
            return
        self.typed, self._typing = text, True
        self.edited.emit(TypeText(self.record, self.field, text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self.editor and self._typing:
            self._typing = False
            if isinstance(self.editor, QLineEdit):
                self.editor.setModified(False)
            self.edited.emit(EndTyping())
        return super().eventFilter(watched, event)


class ChoiceBinding(Binding):
    """A combo box whose item data are the values; data None or "" is "not recorded"."""

    def __init__(self, editor: QComboBox, find: Finder, field: str) -> None:
        super().__init__(editor, find, field)
        editor.activated.connect(lambda _: self.put(editor.currentData()))

    def show_value(self, value: Any) -> None:
        if isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(max(0, self.editor.findData(value)))


class CheckBinding(Binding):
    """A check box for a yes that is False or None otherwise."""

    def __init__(self, editor: QCheckBox, find: Finder, field: str) -> None:
        super().__init__(editor, find, field)
        editor.toggled.connect(self.put)

    def show_value(self, value: Any) -> None:
        if isinstance(self.editor, QCheckBox):
            self.editor.setChecked(bool(value))


class ValueBinding(Binding):
    """Any widget with `value()`, `set_value()` and a `changed` signal: scales, dates, chips."""

    def __init__(self, editor: Any, find: Finder, field: str) -> None:
        super().__init__(editor, find, field)
        editor.changed.connect(self._changed)

    def show_value(self, value: Any) -> None:
        editor: Any = self.editor
        if editor.value() != value:
            editor.set_value(value)

    def _changed(self, *_: object) -> None:
        editor: Any = self.editor
        self.put(editor.value())


class MappedBinding(ValueBinding):
    """A value widget that says a field's value in another form, such as a level's letter."""

    def __init__(
        self,
        editor: Any,
        find: Finder,
        field: str,
        *,
        shown: Callable[[Any], Any],
        recorded: Callable[[Any], Any],
    ) -> None:
        super().__init__(editor, find, field)
        self._shown = shown
        self._recorded = recorded

    def show_value(self, value: Any) -> None:
        super().show_value(self._shown(value))

    def _changed(self, *_: object) -> None:
        editor: Any = self.editor
        self.put(self._recorded(editor.value()))
