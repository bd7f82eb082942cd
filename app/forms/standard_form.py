"""Sections whose fields follow from the standard: built once per standard, then only loaded."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLayout, QWidget

from app.domain.casefile import FieldKey
from app.domain.standard import Standard
from app.forms.binding import (
    CheckBinding,
    ChoiceBinding,
    Finder,
    TextBinding,
    ValueBinding,
)
from app.forms.layout import FieldGrid
from app.forms.section import Panel, SectionForm
from app.forms.tabbing import first_stop
from app.texts import Texts
from app.widgets.fields import Combo, Labelled, LineEdit, TextArea, labelled
from app.widgets.inputs import DateField, MultiChoice, NumberField, Segments, YesNo
from app.workflow.visit_view import VisitView

Options = Sequence[tuple[str, str]]


class StandardForm(SectionForm):
    """A section that is built anew when the visit's standard is another one."""

    def __init__(self, section_id: str, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(section_id, parent)
        self.texts = texts
        self.standard: Standard | None = None

    def build(self, standard: Standard) -> None:
        """Put the section's cards into the column."""
        raise TypeError

    def load(self, view: VisitView) -> None:
        if self.standard is not view.standard:
            self.setUpdatesEnabled(False)
            self._clear()
            self.standard = view.standard
            self.build(view.standard)
            self.column.addStretch(1)
            super().load(view)
            self.setUpdatesEnabled(True)
        else:
            super().load(view)

    def reveal(self, key: FieldKey | None) -> bool:
        first = first_stop(self) if key is None else None
        if first is None:
            return super().reveal(key)
        first.setFocus()
        return True

    def _clear(self) -> None:
        self.bindings.clear()
        self.panels.clear()
        empty_layout(self.column)


def empty_layout(layout: QLayout) -> None:
    """Take everything out of a layout and off the screen."""
    while (item := layout.takeAt(0)) is not None:
        widget, nested = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif nested is not None:
            empty_layout(nested)


class Fields:
    """Makes the labelled and bound editors of one record in a grid."""

    def __init__(self, panel: Panel, grid: FieldGrid, find: Finder) -> None:
        self.panel = panel
        self.grid = grid
        self.find = find

    def line(self, field: str, label: str, hint: str = "", wide: bool = False) -> Labelled:
        """Add one line of text."""
        editor = LineEdit()
        self.panel.bind(TextBinding(editor, self.find, field))
        return self._add(label, editor, hint, wide)

    def area(self, field: str, label: str, hint: str = "", lines: int = 2) -> Labelled:
        """Add a text of several lines over the whole width."""
        editor = TextArea(lines)
        self.panel.bind(TextBinding(editor, self.find, field))
        return self._add(label, editor, hint, True)

    def combo(self, field: str, label: str, options: Options) -> Labelled:
        """Add a list of choices; the first is "not recorded"."""
        editor = Combo([("", "—"), *options])
        self.panel.bind(ChoiceBinding(editor, self.find, field))
        return self._add(label, editor)

    def segments(
        self, field: str, label: str, options: Options, hint: str = "", wide: bool = False
    ) -> Labelled:
        """Add a row of a few choices."""
        return self.value(field, label, Segments(label, options), hint, wide)

    def yes_no(self, field: str, label: str, hint: str = "", wide: bool = False) -> Labelled:
        """Add a question with yes and no."""
        return self.value(field, label, YesNo(label), hint, wide)

    def date(self, field: str, label: str, hint: str = "") -> Labelled:
        """Add a date."""
        return self.value(field, label, DateField(label), hint)

    def number(self, field: str, label: str, least: float, most: float) -> Labelled:
        """Add a whole number between two."""
        return self.value(field, label, NumberField(label, least=least, most=most))

    def chips(self, field: str, label: str, options: Options, hint: str = "") -> Labelled:
        """Add any number of choices."""
        return self.value(field, label, MultiChoice(label, options), hint, True)

    def check(self, field: str, text: str, wide: bool = False) -> QWidget:
        """Add a tick."""
        editor = QCheckBox(text)
        self.panel.bind(CheckBinding(editor, self.find, field))
        return self.grid.add(editor, wide)

    def value(
        self, field: str, label: str, editor: Any, hint: str = "", wide: bool = False
    ) -> Labelled:
        """Add a widget with value(), set_value() and changed."""
        self.panel.bind(ValueBinding(editor, self.find, field))
        return self._add(label, editor, hint, wide)

    def _add(self, label: str, editor: QWidget, hint: str = "", wide: bool = False) -> Labelled:
        field = labelled(label, editor, hint)
        self.grid.add(field, wide)
        return field
