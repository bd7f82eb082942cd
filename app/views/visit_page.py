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
    QVBoxLayout,
    QWidget,
)

from app.domain.combining import parts_of_key, section_key
from app.domain.findings import Anchor
from app.domain.standard import Standard
from app.errors import BugError
from app.forms.asks import GoTo
from app.forms.binding import TextBinding
from app.forms.photos import BlobReader
from app.forms.section import SectionForm
from app.texts import Texts
from app.views.decision_preview import DecisionPreview
from app.views.postponing import Postponed
from app.views.rail import Rail
from app.views.section_pages import SectionPages
from app.views.standards_foot import Offered, StandardsFoot
from app.views.visit_editor import VisitEditor
from app.views.visit_header import VisitHeader
from app.widgets.nav import SectionNav
from app.workflow.disputes import dispute_of
from app.workflow.edits import SetField
from app.workflow.visit_view import VisitView
from app.workflow.writing import key_of

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
        offered: Offered = tuple,
        parent: QWidget | None = None,
    ) -> None:
        """`blank` is a view without a case: forms can be built from it ahead of time.

        `offered` names the standards that a visit may be given.
        """
        super().__init__(parent)
        self.editor: VisitEditor | None = None
        self._view = blank
        self._current = ""
        self._came_from = ""
        self.header = VisitHeader()
        self.nav = SectionNav()
        self.standards = StandardsFoot(offered)
        self.stack = SectionPages(texts, read)
        self.rail = Rail(texts)
        self.rail.setFixedWidth(RAIL_WIDTH)
        self.preview = preview
        self.preview.hide()  # forms built ahead have the room that they will have
        self._listed: list[tuple[str, str]] = []
        self._lay_out()
        self._connect()
        self._load_nav()

    @property
    def standard(self) -> Standard:
        """The standard whose sections the page shows; what several say together."""
        return self._view.standard

    @property
    def view_here(self) -> VisitView:
        """The visit as the standard of the shown section sees it."""
        return self._view.in_section(self._current)

    def prepare(self, section: str) -> None:
        """Build a section's form before it is asked for, its look and layout included."""
        self.stack.load(section, self._view)
        self.stack.show_page(section)
        self.stack.grab()

    def attach(self, editor: VisitEditor) -> None:
        """Show a visit. A page shows one visit in its life: nothing can stay from another."""
        self.editor = editor
        self._view = editor.view
        editor.changed.connect(self._load)
        editor.typed.connect(self._follow_typing)
        for part in (self.rail, self.standards, self.stack):
            part.edited.connect(editor.edit)
        self._load_nav()
        keys = self._keys()
        first = editor.opened.section if editor.opened.section in keys else keys[0]
        self._postponed = Postponed(self.form(first))
        self.show_section(first)
        self.header.load(self._view)

    @property
    def waiting(self) -> bool:
        """Tell whether something of the page is still to come."""
        return self.rail.waiting or self._postponed.waiting

    @property
    def section(self) -> str:
        """The key of the section on the screen."""
        return self._current

    def form(self, section: str) -> SectionForm:
        """Return the form of a section, made when it is first needed."""
        return self.stack.form(section, self._view)

    def show_section(self, section: str) -> None:
        """Show a section; what was typed in the last one is written."""
        if section == self._current or self.editor is None:
            return
        self.editor.seal()
        self._came_from = self._current
        self._current = section
        self.rail.show_proposals(parts_of_key(section)[0] != SERVICES)
        self.editor.opened.section = section
        self.stack.load(section, self._view)
        self._load_disputes()
        self.stack.show_page(section)
        self.nav.set_current(section)
        self._arrange()

    def focus(self) -> None:
        """Put focus into the first field of the section."""
        self.form(self._current).reveal(None)
        self._scroll_to_focus(self._current)

    def go_to(self, anchor: Anchor) -> None:
        """Show where something is put right, with focus in its field."""
        self._postponed.release()
        section = self._key_of(anchor.section)
        self.show_section(section)
        self.stack.reveal(section, anchor.key)
        self._scroll_to_focus(section)

    def _key_of(self, section: str) -> str:
        """Return the key of a section named by itself: under the standard that is shown."""
        name, standard = parts_of_key(section)
        _, here = parts_of_key(self._current)
        return section_key(name, standard or here, self._view.standards)

    def _scroll_to_focus(self, section: str) -> None:
        focused, holder = QApplication.focusWidget(), self.stack.holder(section)
        if focused is not None and holder.isAncestorOf(focused):
            holder.ensureWidgetVisible(focused, 0, 80)

    def step(self, by: int) -> None:
        """Show the section before or after this one."""
        keys = self._keys()
        place = keys.index(self._current) + by if self._current in keys else 0
        if 0 <= place < len(keys):
            self.show_section(keys[place])
            self.focus()

    def write_again(self) -> bool:
        """Ask once more for what was refused when it was typed; tell whether all is written."""
        if self.editor is None:
            return True
        bindings = self.unwritten(self.editor.view)
        for binding, view in bindings:
            binding.write_again(view)
        return not bindings or not self.unwritten(self.editor.view)

    def unwritten(self, view: VisitView) -> list[tuple[TextBinding, VisitView]]:
        """Return the fields whose text stands on the screen alone, with what they are shown."""
        return [*self.stack.unwritten(view), *self.rail.unwritten(view.in_section(self._current))]

    # How

    def _keys(self) -> list[str]:
        return [section.key for section in self._view.sections]

    def _lay_out(self) -> None:
        beside = QWidget()
        beside.setFixedWidth(NAV_WIDTH)
        self.beside = beside
        left = QVBoxLayout(beside)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.nav, 1)
        left.addWidget(self.standards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.header.moved)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(beside)
        row.addWidget(self.stack, 3)
        row.addWidget(self.rail)
        row.addWidget(self.preview, 2)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.nav.chosen.connect(self.show_section)
        for part in (self.stack, self.rail, self.preview, self.header):
            part.asked.connect(self._ask)
        self.stack.settled.connect(self._choose)
        self.header.back.connect(self._back)
        self.header.to_decision.connect(lambda: self.show_section(DECISION))
        for keys, by in (("Right", 1), ("Left", -1), ("Down", 1), ("Up", -1)):
            _shortcut(self, f"Alt+{keys}", partial(self.step, by))

    def _back(self) -> None:
        if self._current != DECISION:
            self.left.emit()
            return
        keys = self._keys()
        before = keys[max(0, keys.index(DECISION) - 1)] if DECISION in keys else keys[0]
        self.show_section(self._came_from or before)

    def _arrange(self) -> None:
        deciding = self._current == DECISION
        self.beside.setVisible(not deciding)
        self.rail.setVisible(not deciding)
        self.preview.setVisible(deciding)
        self.header.set_deciding(deciding)
        if deciding:
            self.preview.show_view(self._view)
        else:
            self.rail.load_soon(self._view.in_section(self._current))

    def _load_nav(self) -> None:
        self.standards.load(self._view)
        listed = [(s.key, s.title) for s in self._view.sections]
        states = self._view.judgement.sections
        if listed != self._listed:
            self._listed = listed
            self.nav.set_sections([(key, title, states.get(key, "empty")) for key, title in listed])
            self.nav.set_current(self._current)
        for section, state in states.items():
            self.nav.set_state(section, state)

    def _load(self, view: VisitView) -> None:
        self._view = view
        self.header.load(view)
        self._load_nav()
        if self._current not in self._keys() and parts_of_key(self._current)[1]:
            self.show_section(parts_of_key(self._current)[0])  # its standard was taken away
            return
        self.stack.load(self._current, view)
        self._load_disputes()
        if self._current != DECISION:
            self.rail.load(view.in_section(self._current))
        elif not view.held:  # the letter is made as it stands
            self.preview.show_view(view)

    def _follow_typing(self, view: VisitView) -> None:
        """Let the letter follow each keystroke; the rest can wait until typing pauses."""
        if self._current == DECISION:
            self.preview.show_view(view)

    def _load_disputes(self) -> None:
        if self.editor is not None:
            details = partial(dispute_of, self.editor.opened)
            self.stack.load_disputes(self._current, self._view, details)

    def _choose(self, edit: SetField) -> None:
        if self.editor is not None:
            self.editor.edit(edit)
            self.stack.reveal_after_choice(self._current, key_of(edit.record, edit.field))
            self._scroll_to_focus(self._current)

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
