"""The frame of a page with a list, and the card of the line that is chosen beside it."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QListView, QVBoxLayout, QWidget

from app.views.due_card import WIDTH
from app.views.scrolling import scrolling


def lay_out_list(
    page: QWidget, head: QLayout, above: QWidget, lines: QListView, empty: QWidget, card: QWidget
) -> QWidget:
    """Put head, banner, list and what an empty list says into a page, the card beside them.

    Returns the room below, which fills the page while there is no list.
    """
    lines.setObjectName("dayList")
    lines.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    left = QVBoxLayout()
    left.setSpacing(12)
    left.addLayout(head)
    left.addWidget(above)
    left.addWidget(lines, 1)
    left.addWidget(empty)
    below = QWidget()
    left.addWidget(below, 1)
    row = QHBoxLayout(page)
    row.setContentsMargins(24, 18, 12, 20)
    row.setSpacing(20)
    row.addLayout(left, 1)
    row.addWidget(_beside(card))
    return below


def _beside(card: QWidget) -> QWidget:
    """Return the card in a column that scrolls by itself."""
    column = QWidget()
    column.setObjectName("page")
    inside = QVBoxLayout(column)
    inside.setContentsMargins(0, 0, 8, 0)
    inside.addWidget(card)
    inside.addStretch(1)
    area = scrolling(column)
    area.setFixedWidth(WIDTH + 12)
    return area
