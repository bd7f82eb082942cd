"""The sheets of a preview, one under another, and what is below them: page and zoom."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.buttons import plain_button
from app.widgets.card import text_label
from app.widgets.page_images import drawn_now
from app.widgets.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

    Page = tuple[QPdfDocument, int]

EDGE = 16
WIDEST = 1000
# Pictures of pages this far out of sight are let go of.
_NEAR = 4


class Pages(QWidget):
    """The pages under one another; only those in sight are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[Page] = []
        self.drawn: dict[Page, QPixmap] = {}
        self.places: list[QRect] = []
        self.zoom = 1.0

    def show_sheets(self, sheets: "Sequence[Page]") -> None:
        """Show other pages; pictures of those that stay are kept."""
        self.sheets = list(sheets)
        self.drawn = {page: kept for page, kept in self.drawn.items() if page in self.sheets}
        self.place()

    def set_zoom(self, zoom: float) -> None:
        """Show the pages so many times as wide as there is room for."""
        self.zoom = zoom
        self.place()

    def place(self) -> None:
        """Place the pages for the width there is."""
        holder = self.parentWidget()
        room = holder.width() if holder is not None else self.width()
        self.places = self.placed(self.sheets, room)
        bottom = self.places[-1].bottom() + 1 + EDGE if self.places else EDGE
        wide = max((place.width() for place in self.places), default=0)
        self.setMinimumSize(wide + 2 * EDGE if self.zoom > 1 else 0, bottom)
        self.update()

    def placed(self, sheets: "Sequence[Page]", room: int) -> list[QRect]:
        """Return where these pages would stand."""
        wide = round(min(WIDEST, max(120, room - 2 * EDGE)) * self.zoom)
        left = max(EDGE, (room - wide) // 2)
        top, places = EDGE, []
        for document, index in sheets:
            points = document.pagePointSize(index)
            high = round(wide * points.height() / max(1.0, points.width()))
            places.append(QRect(left, top, wide, high))
            top += high + EDGE
        return places

    def is_drawn(self, page: "Page", size: QSize) -> bool:
        """Tell whether there is a picture of a page at a size."""
        kept = self.drawn.get(page)
        ratio = self.devicePixelRatioF()
        return kept is not None and kept.size() == size * ratio and kept.devicePixelRatio() == ratio

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tokens().desk))
        seen = [i for i, place in enumerate(self.places) if place.intersects(event.rect())]
        for index in seen:
            place, page = self.places[index], self.sheets[index]
            if not self.is_drawn(page, place.size()):
                self.drawn[page] = drawn_now(page, place.size(), self.devicePixelRatioF())
            painter.setPen(QColor(tokens().line))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
            painter.drawPixmap(place.topLeft(), self.drawn[page])
        if seen:
            far = {*self.sheets[: max(0, seen[0] - _NEAR)], *self.sheets[seen[-1] + 1 + _NEAR :]}
            self.drawn = {page: kept for page, kept in self.drawn.items() if page not in far}


class PreviewFoot(QWidget):
    """Which page is in sight, and how large the pages are.

    Signals:
        zoom_wanted: so many steps larger, or smaller.
    """

    zoom_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.label = text_label("", "hint")
        self.label.setWordWrap(False)
        self.smaller, self.larger = plain_button("−"), plain_button("+")
        self.smaller.setAccessibleName(self.tr("Show the pages smaller"))
        self.larger.setAccessibleName(self.tr("Show the pages larger"))
        self.smaller.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(104, 0, 8, 4)
        row.addStretch(1)
        row.addWidget(self.label)
        row.addStretch(1)
        for button, step in ((self.smaller, -1), (self.larger, 1)):
            button.setToolTip(button.accessibleName())
            button.setFixedWidth(44)
            button.clicked.connect(lambda _=False, s=step: self.zoom_wanted.emit(s))
            row.addWidget(button)

    def allow(self, *, smaller: bool, larger: bool) -> None:
        """Offer what is still possible."""
        self.smaller.setEnabled(smaller)
        self.larger.setEnabled(larger)
