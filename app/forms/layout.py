"""How the fields of a section stand: side by side where there is room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QScrollArea,
    QWidget,
)


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
        self._row = self._column = 0
        self._arrange()

    def add(self, field: QWidget, wide: bool = False) -> QWidget:
        """Put a field after the others and return it."""
        self._fields.append((field, wide))
        self._place(field, wide)
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
        self._row = self._column = 0
        for field, _ in self._fields:
            self._grid.removeWidget(field)
        for field, wide in self._fields:
            if field not in self._away:
                self._place(field, wide)
        for index in range(2):
            self._grid.setColumnStretch(index, 1 if index < self._columns else 0)

    def _place(self, field: QWidget, wide: bool) -> None:
        span = self._columns if wide else 1
        if self._column + span > self._columns:
            self._row, self._column = self._row + 1, 0
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(field, self._row, self._column, 1, span, top)
        self._column += span


def scroll_to(widget: QWidget, margin: int = 24) -> None:
    """Bring a widget into sight in the scroll area that it stands in, if there is one."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if parent is not None:
        parent.ensureWidgetVisible(widget, 0, margin)
