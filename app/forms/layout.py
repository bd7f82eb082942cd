"""How the fields of a section stand: side by side where there is room, tabbed as they are read."""

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

_LEAVES = (QComboBox, QAbstractSpinBox, QPlainTextEdit)


@runtime_checkable
class Reordered(Protocol):
    """A widget whose parts are read in another order than they were made."""

    def in_order(self) -> Iterable[QWidget]:
        """Return the parts as they are read."""


class FieldGrid(QWidget):
    """Fields in two columns, in one where there is no room; a wide field spans both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: list[tuple[QWidget, bool]] = []
        self._away: set[QWidget] = set()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._columns = 2

    def add(self, field: QWidget, wide: bool = False) -> QWidget:
        """Put a field after the others and return it."""
        self._fields.append((field, wide))
        self._arrange()
        return field

    def show_field(self, field: QWidget, shown: bool) -> None:
        """Show a field or take it away, without a hole where it stood."""
        if shown == (field not in self._away):
            return
        (self._away.discard if shown else self._away.add)(field)
        field.setVisible(shown)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = 48 * self.fontMetrics().averageCharWidth()
        columns = 2 if event.size().width() >= room else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        shown = [field for field, _ in self._fields if field not in self._away]
        widths = [max(f.minimumWidth(), f.minimumSizeHint().width()) for f in shown]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        row = column = 0
        for field, wide in self._fields:
            self._grid.removeWidget(field)
            if field in self._away:
                continue
            span = self._columns if wide else 1
            if column + span > self._columns:
                row, column = row + 1, 0
            self._grid.addWidget(field, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
        for index in range(2):
            self._grid.setColumnStretch(index, 1 if index < self._columns else 0)


def tab_as_read(root: QWidget) -> None:
    """Let Tab go through the fields in the order they are read, also those made later.

    Qt puts a widget made later at the end of the window's order.
    """
    before: QWidget | None = None
    for widget in _focusable(root):
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget


def scroll_to(widget: QWidget, margin: int = 24) -> None:
    """Bring a widget into sight in the scroll area that it stands in, if there is one."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if parent is not None:
        parent.ensureWidgetVisible(widget, 0, margin)


def _focusable(widget: QWidget) -> Iterator[QWidget]:
    # Segments out of Tab's way now may come into it when another one is chosen.
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, _LEAVES):
        return
    for child in _inner(widget):
        yield from _focusable(child)


def _inner(widget: QWidget) -> Iterable[QWidget]:
    """Return the widgets within one in the order they were put there."""
    if isinstance(widget, Reordered):
        return widget.in_order()
    return (c for c in widget.children() if isinstance(c, QWidget) and not c.isWindow())
