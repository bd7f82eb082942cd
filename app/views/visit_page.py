"""The visit: sections on the left, the form in the middle, what follows on the right."""

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.casefile import FieldKey
from app.domain.findings import Anchor
from app.domain.standard import Standard
from app.errors import BugError
from app.forms.asks import GoTo
from app.forms.binding import Binding, TextBinding
from app.forms.photos import BlobReader
from app.forms.section import SectionForm
from app.texts import Texts
from app.views.decision_preview import DecisionPreview
from app.views.disputes import DisputeStrip
from app.views.postponing import Postponed
from app.views.rail import Rail
from app.views.scrolling import scrolling
from app.views.sections import make_form
from app.views.visit_editor import VisitEditor
from app.views.visit_header import VisitHeader
from app.widgets.card import heading, muted
from app.widgets.nav import SectionNav
from app.workflow.edits import SetField
from app.workflow.visit_view import VisitView

DECISION = "decision"
SERVICES = "services"
NAV_WIDTH = 208
RAIL_WIDTH = 300


class VisitPage(QWidget):
    """One open visit.

    Signals:
        left: the visitator goes back to the day.
        asked: an Ask that the window must carry out.
    """

    left = Signal()
    asked = Signal(object)

    def __init__(
        self,
        blank: VisitView,
        texts: Texts,
        preview: DecisionPreview,
        read: BlobReader,
        parent: QWidget | None = None,
    ) -> None:
        """`blank` is a view without a case: forms can be built from it ahead of time."""
        super().__init__(parent)
        self.editor: VisitEditor | None = None
        self._view = blank
        self._texts = texts
        self._read = read
        self._forms: dict[str, SectionForm] = {}
        self._holders: dict[str, QScrollArea] = {}
        self._strips: dict[str, DisputeStrip] = {}
        self._current = ""
        self.header = VisitHeader()
        self.nav = SectionNav()
        self.nav.setFixedWidth(NAV_WIDTH)
        self.stack = QStackedWidget()
        self.rail = Rail(texts)
        self.rail.setFixedWidth(RAIL_WIDTH)
        self.preview = preview
        self._lay_out()
        self._connect()
        self._load_nav()

    @property
    def standard(self) -> Standard:
        """The standard whose sections the page shows."""
        return self._view.standard

    def prepare(self, section_id: str) -> None:
        """Build a section's form before it is asked for, its look and layout included."""
        self.form(section_id).load(self._view)
        self.stack.setCurrentWidget(self._holders[section_id])
        self.stack.grab()

    def attach(self, editor: VisitEditor) -> None:
        """Show a visit. A page shows one visit in its life: nothing can stay from another."""
        self.editor = editor
        self._view = editor.view
        editor.changed.connect(self._load)
        self.rail.edited.connect(editor.edit)
        for form in self._forms.values():
            form.edited.connect(editor.edit)
        first = editor.opened.section or self.standard.sections[0].id
        self._postponed = Postponed(self.form(first))
        self.show_section(first)
        self.header.load(self._view)
        self._load_states()

    # What is shown

    @property
    def waiting(self) -> bool:
        """Tell whether something of the page is still to come."""
        return self.rail.waiting or self._postponed.waiting

    @property
    def section(self) -> str:
        """The section on the screen."""
        return self._current

    def form(self, section_id: str) -> SectionForm:
        """Return the form of a section, made when it is first needed."""
        if section_id not in self._forms:
            self._make(section_id)
        return self._forms[section_id]

    def show_section(self, section_id: str) -> None:
        """Show a section; what was typed in the last one is written."""
        if section_id == self._current or self.editor is None:
            return
        self.editor.seal()
        form = self.form(section_id)
        self._current = section_id
        self.rail.show_proposals(section_id != SERVICES)
        self.editor.opened.section = section_id
        form.load(self._view)
        self._load_disputes()
        self.stack.setCurrentWidget(self._holders[section_id])
        self.nav.set_current(section_id)
        self._arrange()

    def focus(self) -> None:
        """Put focus into the first field of the section."""
        self.form(self._current).reveal(None)
        self._scroll_to_focus(self._current)

    def go_to(self, anchor: Anchor) -> None:
        """Show where something is put right, with focus in its field."""
        self._postponed.release()
        self.show_section(anchor.section)
        form = self.form(anchor.section)
        if not self._strips[anchor.section].reveal(anchor.key):
            form.reveal(anchor.key)
        self._scroll_to_focus(anchor.section)

    def _scroll_to_focus(self, section_id: str) -> None:
        focused, holder = QApplication.focusWidget(), self._holders[section_id]
        if focused is not None and holder.isAncestorOf(focused):
            holder.ensureWidgetVisible(focused, 0, 80)

    def step(self, by: int) -> None:
        """Show the section before or after this one."""
        ids = [s.id for s in self.standard.sections]
        place = ids.index(self._current) + by
        if 0 <= place < len(ids):
            self.show_section(ids[place])
            self.focus()

    def write_again(self) -> bool:
        """Ask once more for what was refused when it was typed; tell whether all is written."""
        if self.editor is None:
            return True
        bindings = self.unwritten(self.editor.view)
        for binding in bindings:
            binding.write_again(self.editor.view)
        return not bindings or not self.unwritten(self.editor.view)

    def unwritten(self, view: VisitView) -> list[TextBinding]:
        """Return the fields whose text stands on the screen alone."""
        found = (b for f in self._forms.values() for b in f.findChildren(TextBinding))
        return [b for b in found if b.unwritten(view)]

    # How

    def _make(self, section_id: str) -> None:
        section = self.standard.section(section_id)
        form = make_form(section_id, self._texts, self._read)
        if self.editor is not None:
            form.edited.connect(self.editor.edit)
        form.asked.connect(self._ask)
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(4)
        column.addWidget(heading(section.title if section else section_id))
        if section and section.help:
            column.addWidget(muted(section.help))
        column.addSpacing(12)
        strip = DisputeStrip(section_id, self._texts)
        strip.edited.connect(self._choose)
        column.addWidget(strip)
        column.addWidget(form)
        self._strips[section_id] = strip
        column.addStretch(1)
        holder = scrolling(page)
        self.stack.addWidget(holder)
        self._forms[section_id] = form
        self._holders[section_id] = holder

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.nav)
        row.addWidget(self.stack, 3)
        row.addWidget(self.rail)
        row.addWidget(self.preview, 2)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.nav.chosen.connect(self.show_section)
        self.rail.asked.connect(self._ask)
        self.preview.asked.connect(self._ask)
        self.header.asked.connect(self._ask)
        self.header.back.connect(self._back)
        self.header.to_decision.connect(lambda: self.show_section(DECISION))
        for keys, by in (("Right", 1), ("Left", -1), ("Down", 1), ("Up", -1)):
            _shortcut(self, f"Alt+{keys}", partial(self.step, by))

    def _back(self) -> None:
        if self._current == DECISION:
            ids = [s.id for s in self.standard.sections if s.id != DECISION]
            self.show_section(ids[-1])
        else:
            self.left.emit()

    def _arrange(self) -> None:
        deciding = self._current == DECISION
        self.nav.setVisible(not deciding)
        self.rail.setVisible(not deciding)
        self.preview.setVisible(deciding)
        self.header.set_deciding(deciding)
        if deciding:
            self.preview.show_view(self._view)
        else:
            self.rail.load_soon(self._view)

    def _load_nav(self) -> None:
        states = self._view.judgement.sections
        self.nav.set_sections(
            [(s.id, s.title, states.get(s.id, "empty")) for s in self.standard.sections]
        )

    def _load_states(self) -> None:
        for section_id, state in self._view.judgement.sections.items():
            self.nav.set_state(section_id, state)

    def _load(self, view: VisitView) -> None:
        self._view = view
        self.header.load(view)
        self._load_states()
        self.form(self._current).load(view)
        self._load_disputes()
        if self._current == DECISION:
            self.preview.show_view(view)
        else:
            self.rail.load(view)

    def _load_disputes(self) -> None:
        if self.editor is not None:
            strip = self._strips[self._current]
            strip.load(self._view, self.editor.opened.sides, self._name_of)

    def _name_of(self, key: FieldKey) -> str:
        found = (b for b in self.form(self._current).findChildren(Binding) if b.key == key)
        names = (b.editor.accessibleName() for b in found)
        return next(filter(None, names), self.tr("a field"))

    def _choose(self, edit: SetField) -> None:
        if self.editor is not None:
            self.editor.edit(edit)
            self.focus()

    def _ask(self, ask: object) -> None:
        if isinstance(ask, GoTo):
            self.go_to(ask.anchor)
        else:
            self.asked.emit(ask)


class UndoKeys(QObject):
    """Lets Ctrl+Z in a text field undo over sections once the field's text is written.

    A line that was typed in and not yet read, as half a date, takes back its own typing.
    It watches the field that has focus, and nothing else.
    """

    def __init__(self, editor: VisitEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._watched: QWidget | None = None
        self._follow(None, QApplication.focusWidget())
        application().focusChanged.connect(self._follow)

    def stop(self) -> None:
        """Watch no more."""
        application().focusChanged.disconnect(self._follow)
        self._follow(None, None)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now if isinstance(now, QLineEdit | QPlainTextEdit) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not self._editor.opened.is_typing
            and not (isinstance(watched, QLineEdit) and watched.isModified())
            and (event.matches(QKeySequence.StandardKey.Undo) or _is_redo(event))
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def application() -> QApplication:
    """Return the application, which there is while a window is."""
    found = QApplication.instance()
    if not isinstance(found, QApplication):
        raise BugError("a window without an application")
    return found


def _is_redo(event: QKeyEvent) -> bool:
    return bool(event.matches(QKeySequence.StandardKey.Redo))


def _shortcut(page: QWidget, keys: str, act: Callable[[], None]) -> None:
    shortcut = QShortcut(QKeySequence(keys), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
