"""Pieces of a section that come and go with the records they show."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.forms.section import Panel, SectionForm
from app.forms.standard_form import StandardForm
from app.widgets.card import Card
from app.widgets.fields import Combo
from app.widgets.flow import FlowLayout
from app.workflow.visit_view import VisitView

P = TypeVar("P", bound=Panel)


class FormPart(Panel):
    """A panel with a column of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)


class CardPart(Panel):
    """A panel on a card; its content goes into `column`."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card(title, subtitle)
        self.column = self.card.body
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)


def add_part(
    owner: FormPart | CardPart | SectionForm, part: P, layout: QVBoxLayout | None = None
) -> P:
    """Show a panel at the end of a layout, or of the owner's column, and return it."""
    owner.nest(part)
    (layout or owner.column).addWidget(part)
    return part


class PartList(FormPart):
    """One panel per id, in order; those that stay are kept with their focus and cursor.

    `ids` names what a view holds; without it the owner calls show_ids.
    """

    def __init__(
        self,
        make: Callable[[str], Panel],
        ids: Callable[[VisitView], Sequence[str]] | None = None,
    ) -> None:
        super().__init__()
        self.make = make
        self.ids = ids
        self.shown: dict[str, Panel] = {}

    def in_order(self) -> Sequence[QWidget]:
        """Return the panels as they are read: a new one may stand before older ones."""
        return tuple(self.shown.values())

    def load(self, view: VisitView) -> None:
        if self.ids is not None:
            self.show_ids(self.ids(view))
        super().load(view)

    def show_ids(self, ids: Sequence[str]) -> None:
        """Make panels for new ids, drop those of ids that are gone, and put them in order."""
        if list(self.shown) == list(ids):
            return
        for gone in [i for i in self.shown if i not in ids]:
            panel = self.shown.pop(gone)
            self.column.removeWidget(panel)
            self.drop(panel)
        for position, key in enumerate(ids):
            self._place(position, key)
        self.shown = {key: self.shown[key] for key in ids}

    def _place(self, position: int, key: str) -> None:
        if key not in self.shown:
            self.shown[key] = add_part(self, self.make(key))
        if self.column.indexOf(self.shown[key]) != position:
            self.column.removeWidget(self.shown[key])
            self.column.insertWidget(position, self.shown[key])
        if self.isVisible():
            self.shown[key].show()  # a layout shows it later, and it may be wanted for focus


class LivingForm(StandardForm):
    """A section that has something left to do when all its panels have been loaded."""

    def load(self, view: VisitView) -> None:
        super().load(view)
        self.loaded(view)

    def loaded(self, view: VisitView) -> None:
        """Do what is left when every panel has been loaded."""


def say_on(label: QLabel, words: str) -> None:
    """Let a label say something; nothing to say takes no room."""
    if label.text() != words:
        label.setText(words)
    label.setVisible(bool(words))


def set_frozen(editors: Iterable[QWidget], frozen: bool) -> None:
    """Make editors readable only: texts can still be read and copied, choices stand still."""
    for editor in editors:
        if isinstance(editor, QLineEdit | QPlainTextEdit):
            editor.setReadOnly(frozen)
        else:
            editor.setEnabled(not frozen)


def in_row(*widgets: QWidget) -> QWidget:
    """Lay buttons out from the left, as wide as their texts, in lines where there is no room."""
    row = QWidget()
    flow = FlowLayout(row, 12)
    for widget in widgets:
        flow.addWidget(widget)
    return row


def set_options(combo: Combo, options: Sequence[tuple[str, str]]) -> None:
    """Offer other choices; nothing happens when they are the same."""
    now = [(combo.itemData(i), combo.itemText(i)) for i in range(combo.count())]
    if now != list(options):
        combo.set_options(options)
