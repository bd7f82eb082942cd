"""A layout that places widgets in lines, as words in a paragraph."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import isValid

Sized = tuple[QLayoutItem, QSize]


class FlowLayout(QLayout):
    """Places its widgets from left to right and begins a new line where the width ends."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__()
        self.items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    def _shown(self) -> list[QLayoutItem]:
        """Return the items that take room.

        Qt may ask once more while it takes the widgets down: an item can be gone by then.
        """
        return [item for item in self.items if isValid(item) and not item.isEmpty()]

    def addItem(self, item: QLayoutItem) -> None:
        self.items.append(item)

    def count(self) -> int:
        return len(self.items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self.items[index] if 0 <= index < len(self.items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self.items.pop(index) if 0 <= index < len(self.items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._shown()]
        wide = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        high = max((size.height() for size in shown), default=0)
        return self._with_margins(QSize(wide, high))

    def minimumSize(self) -> QSize:
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return self._with_margins(least)

    def _with_margins(self, size: QSize) -> QSize:
        edge: QMargins = self.contentsMargins()
        return size + QSize(edge.left() + edge.right(), edge.top() + edge.bottom())

    def _place(self, rect: QRect, move: bool) -> int:
        """Return the height that the widgets take in a width, and place them there."""
        edge = self.contentsMargins()
        inner = rect.marginsRemoved(edge)
        y = inner.y()
        for line in self._lines(inner.width()):
            high = max(size.height() for _, size in line)
            if move:
                self._set_line(line, QRect(inner.x(), y, inner.width(), high))
            y += high + self.spacing()
        return max(inner.y(), y - self.spacing()) - rect.y() + edge.bottom()

    def _lines(self, width: int) -> list[list[Sized]]:
        """Break the widgets into lines, each widget with the size that it gets."""
        lines: list[list[Sized]] = []
        used = 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(1, width), 100_000))
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return lines

    def _set_line(self, line: list[Sized], room: QRect) -> None:
        """Place a line's widgets beside each other, on one middle."""
        x = room.x()
        for item, size in line:
            y = room.y() + (room.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
