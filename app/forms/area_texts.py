"""The texts of one area: the citizen's own words, and what is opened beside them."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.casefile import FieldKey
from app.domain.records import Assessment
from app.domain.standard import Area, Standard
from app.forms.binding import Binding, TextBinding
from app.forms.section import Panel
from app.widgets.buttons import link_button
from app.widgets.card import text_label
from app.widgets.fields import TextArea
from app.widgets.theme import tokens
from app.workflow.visit_view import VisitView


class FoldedText(QWidget):
    """A text with its caption, made when it is opened, by a person or because it is written.

    Signals:
        made: the text's editor, to be bound.
    """

    made = Signal(object)

    def __init__(self, caption: str, name: str) -> None:
        super().__init__()
        self.caption, self.name = caption, name
        self.editor: TextArea | None = None
        self.link = opener(caption)
        self.link.setAccessibleName(name)
        self.link.clicked.connect(self.open_and_focus)
        self.hide()

    def open(self) -> TextArea:
        """Show the text in the place of the link that opens it."""
        editor = self.editor or self._make()
        self.show()
        self.link.hide()
        return editor

    def open_and_focus(self) -> None:
        """Open the text to write in it."""
        self.open().setFocus()

    def _make(self) -> TextArea:
        self.editor = TextArea(1, self.tr("Write here …"))
        self.editor.setProperty("kind", "quiet")
        self.editor.setAccessibleName(self.name)
        label = text_label(self.caption, "label")
        label.setBuddy(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label)
        column.addWidget(self.editor)
        self.made.emit(self.editor)
        return self.editor


class AreaTexts(Panel):
    """An area of the assessment: what is common to those with a level and those in words.

    It is loaded only when its record, last time's, or the lock changed.
    """

    def __init__(self, area: Area, standard: Standard) -> None:
        super().__init__()
        self.area, self.standard = area, standard
        self.record: Assessment | None = None
        self.previous: Assessment | None = None
        self.view: VisitView | None = None
        self.focused = False
        self._stale = True
        self._locked = False
        self.edited.connect(self._asked)
        self.setAccessibleName(area.name)

    @property
    def first(self) -> QWidget:
        """The editor that is ready for typing when the area is gone to."""
        return self.words

    @property
    def recorded(self) -> bool:
        """Tell whether what is first asked of the area is written."""
        record = self.record
        return record is not None and bool(record.own_words.strip() or record.observation.strip())

    def load(self, view: VisitView) -> None:
        record = self._find(view)
        previous = view.previous.get(self.area.id)
        same = record == self.record and previous == self.previous and view.locked == self._locked
        if same and not self._stale:
            return
        self.record, self.previous, self._locked, self._stale = record, previous, view.locked, False
        self.view = view
        super().load(view)
        self.show_record(record, view)

    def show_record(self, record: Assessment, view: VisitView) -> None:
        """Show what stands beside the bound fields."""

    def is_mine(self, key: FieldKey) -> bool:
        """Tell whether a field belongs to this area."""
        return self.record is not None and key.id == self.record.id

    def reveal(self, key: FieldKey | None) -> bool:
        if key is not None and not self.is_mine(key):
            return False
        if key is not None and key.field in self.folds:
            self.folds[key.field].open()
        return super().reveal(key)

    def set_focused(self, focused: bool) -> None:
        """Show that the keyboard is in this row."""
        if focused != self.focused:
            self.focused = focused
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.focused:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().focus_tint))
        painter.fillRect(QRectF(0, 0, 4, self.height()), QColor(tokens().focus))

    def _asked(self, _edit: object) -> None:
        self._stale = True

    def _find(self, view: VisitView) -> Assessment:
        return view.casefile.assessment(self.standard.id, self.area.id)

    def _make_texts(self) -> None:
        self.words = TextArea(1, self.tr("The citizen's own words …"))
        self.words.setProperty("kind", "quiet")
        self.words.setAccessibleName(self._named(self.tr("The citizen's own words")))
        self.bind(TextBinding(self.words, self._find, "own_words"))
        self.folds: dict[str, FoldedText] = {}
        self._fold("observation", self.tr("Observation"))
        self._fold("help_means", self.tr("What help means"))
        self._fold("changed", self.tr("What has changed"))
        self.folds["changed"].link.hide()

    def _fold(self, field: str, caption: str) -> None:
        fold = FoldedText(caption, self._named(caption))
        fold.made.connect(lambda editor: self._bind_late(TextBinding(editor, self._find, field)))
        self.folds[field] = fold

    def _bind_late(self, binding: Binding) -> None:
        self.bind(binding)
        if self.view is not None:
            binding.load(self.view)

    def _named(self, what: str) -> str:
        return f"{self.area.name}: {what}"


def opener(text: str) -> QPushButton:
    button = link_button("+ " + text)
    button.setProperty("kind", "opener")
    return button
