"""What every section of the visitation form has in common."""

from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.casefile import FieldKey
from app.domain.records import ENTITY_OF, Record
from app.forms.binding import Binding
from app.forms.layout import scroll_to
from app.forms.tabbing import next_stop
from app.workflow.visit_view import VisitView

P = TypeVar("P", bound="Panel")


class Panel(QWidget):
    """A part of a section: editors with their bindings, and panels within it.

    Signals:
        edited: an Edit of app.workflow.edits, to be written.
        asked: an Ask of app.forms.asks, for what the form cannot do itself.
    """

    edited = Signal(object)
    asked = Signal(object)
    # Lines here that belong to no field are kept while they are typed in.
    keeps_lines = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bindings: list[Binding] = []
        self.panels: list[Panel] = []

    def bind(self, binding: Binding) -> Binding:
        """Let a binding load with this section, and pass its edits and asks on."""
        binding.edited.connect(self.edited)
        binding.asked.connect(self.asked)
        self.bindings.append(binding)
        return binding

    def unbind(self, binding: Binding) -> None:
        """Forget a binding whose editor goes away."""
        self.bindings.remove(binding)

    def nest(self, panel: P) -> P:
        """Let a panel load with this one, and pass its edits and asks on."""
        panel.edited.connect(self.edited)
        panel.asked.connect(self.asked)
        self.panels.append(panel)
        return panel

    def drop(self, panel: "Panel") -> None:
        """Take a panel off the screen and forget it."""
        self.panels.remove(panel)
        panel.hide()
        panel.deleteLater()

    def load(self, view: VisitView) -> None:
        """Show the view. What the user is typing in is left alone."""
        for binding in self.bindings:
            binding.load(view)
        for panel in self.panels:
            panel.load(view)

    def reveal(self, key: FieldKey | None) -> bool:
        """Put focus on the editor of a field, or on the first; tell whether it was found."""
        for binding in self.bindings:
            if key is None or binding.key == key:
                binding.reveal()
                return True
        return any(panel.reveal(key) for panel in self.panels)


class SectionForm(Panel):
    """One section. It shows a VisitView and asks for edits; it keeps no state of its own."""

    def __init__(self, section_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section_id = section_id
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def focusNextPrevChild(self, forward: bool) -> bool:
        stop = next_stop(self, QApplication.focusWidget(), forward)
        if stop is None:
            return super().focusNextPrevChild(forward)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stop.setFocus(reason)
        scroll_to(stop)
        return True


def field_key(record: Record, field: str) -> FieldKey:
    """Name a field of a record."""
    return FieldKey(ENTITY_OF[type(record)], record.id, field)


def value_of(record: Record, field: str) -> Any:
    """Read a field of a record by its name."""
    return getattr(record, field)
