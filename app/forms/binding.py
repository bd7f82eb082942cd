"""Ties an editor to one field of one record: the value in, the edit out."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.domain.casefile import FieldKey
from app.domain.records import ENTITY_OF, Record
from app.forms.asks import ShowHistory
from app.workflow.edits import EndTyping, SetField, TypeText
from app.workflow.visit_view import VisitView

Finder = Callable[[VisitView], Record]


class Binding(QObject):
    """Base: finds the record in a view, shows its field, and asks for edits.

    `find` names the record anew in each view, so that a binding outlives every picture.
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

    @property
    def key(self) -> FieldKey | None:
        """The field on the screen, once a view was loaded."""
        if self.record is None:
            return None
        return FieldKey(ENTITY_OF[type(self.record)], self.record.id, self.field)

    def load(self, view: VisitView) -> None:
        """Show the field's value; an issued decision is shown but not changed."""
        self.record = self.find(view)
        self.loading = True
        try:
            self.show_value(getattr(self.record, self.field))
        finally:
            self.loading = False

    def show_value(self, value: Any) -> None:
        """Put a value into the editor."""
        raise TypeError

    def put(self, value: Any) -> None:
        """Ask for the field to be set."""
        if self.loading or self.record is None or getattr(self.record, self.field) == value:
            return
        self.edited.emit(SetField(self.record, self.field, value))

    def show_history(self) -> None:
        """Ask for the field's history."""
        if self.key is not None:
            self.asked.emit(ShowHistory(self.key))


class TextBinding(Binding):
    """A line or a text of several lines: typed text is kept, and written when left."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit, find: Finder, field: str) -> None:
        super().__init__(editor, find, field)
        self.shown = ""
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._typed)
        else:
            editor.textChanged.connect(self._typed)
        editor.installEventFilter(self)

    def text(self) -> str:
        """Return the editor's text."""
        editor = self.editor
        if isinstance(editor, QLineEdit):
            return editor.text()
        return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else ""

    def show_value(self, value: Any) -> None:
        text = value or ""
        if self.text() == text or (self.editor.hasFocus() and self.text() != self.shown):
            return
        self.shown = text
        if isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
        elif isinstance(self.editor, QPlainTextEdit):
            self.editor.setPlainText(text)

    def _typed(self) -> None:
        if self.loading or self.record is None or self.text() == self.shown:
            return
        self.shown = self.text()
        self.edited.emit(TypeText(self.record, self.field, self.shown))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
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
