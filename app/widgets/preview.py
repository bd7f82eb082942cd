"""A PDF as it will be printed, shown from memory and kept in place while it is replaced."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.widgets.card import text_label
from app.widgets.focus import ring_inside
from app.widgets.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

EDGE = 16
WIDEST = 1000


class Pages(QWidget):
    """The pages under one another; only those in sight are drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.document: QPdfDocument | None = None
        self.drawn: dict[int, QPixmap] = {}
        self.places: list[QRect] = []

    def show_document(self, document: "QPdfDocument") -> None:
        """Draw another document."""
        self.document = document
        self.drawn = {}
        self.place()

    def place(self) -> None:
        """Place the pages for the width there is."""
        wide = min(WIDEST, max(120, self.width() - 2 * EDGE))
        left = max(EDGE, (self.width() - wide) // 2)
        top, places = EDGE, []
        for index in range(self.document.pageCount() if self.document else 0):
            points = self.document.pagePointSize(index) if self.document else None
            high = round(wide * points.height() / max(1.0, points.width())) if points else 0
            places.append(QRect(left, top, wide, high))
            top += high + EDGE
        if places != self.places:
            self.drawn = {}
        self.places = places
        self.setMinimumHeight(top)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tokens().desk))
        for index, place in enumerate(self.places):
            if place.intersects(event.rect()):
                painter.setPen(QColor(tokens().line))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
                painter.drawPixmap(place.topLeft(), self._page(index, place.size()))

    def _page(self, index: int, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        kept = self.drawn.get(index)
        if kept is None or kept.devicePixelRatio() != ratio:
            kept = self._draw(index, size, ratio)
            self.drawn[index] = kept
        return kept

    def _draw(self, index: int, size: QSize, ratio: float) -> QPixmap:
        sheet = QImage(size * ratio, QImage.Format.Format_RGB32)
        sheet.fill(Qt.GlobalColor.white)
        if self.document is not None:
            painter = QPainter(sheet)
            # The page comes with a transparent ground.
            painter.drawImage(QRectF(sheet.rect()), self.document.render(index, sheet.size()))
            painter.end()
        pixmap = QPixmap.fromImage(sheet)
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


class PdfPreview(QWidget):
    """Shows a PDF in the width there is; nothing is written to the disk.

    Signals:
        page_changed: the page in sight, from 0.
    """

    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = 0
        self._buffer: QBuffer | None = None
        self.document: QPdfDocument | None = None
        self.label = text_label("", "hint")
        self.pages = Pages()
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.pages)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setAccessibleName(self.tr("The letter as it will be printed"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.area, 1)
        column.addWidget(self.label, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setFocusProxy(self.area)
        ring_inside(self.area)
        self.setMinimumWidth(240)
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._tell()

    def show_pdf(self, pdf: bytes) -> bool:
        """Show a PDF from memory at the place that was in sight; tell whether it is one."""
        from PySide6.QtPdf import QPdfDocument  # a start needs no PDF

        bar = self.area.verticalScrollBar()
        at = bar.value()
        old = (self.document, self._buffer)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._buffer)
        self.pages.show_document(self.document)
        for part in old:
            if part is not None:
                part.deleteLater()
        # The area learns of the new height now, so that the place can be kept.
        self.pages.resize(self.pages.width(), max(self.pages.minimumHeight(), self.area.height()))
        bar.setValue(at)
        self._scrolled()
        self._tell()
        return self.page_count() > 0

    def page_count(self) -> int:
        """Return the number of pages shown."""
        return self.document.pageCount() if self.document is not None else 0

    def page(self) -> int:
        """Return the page in sight, from 0."""
        return self._page

    def go_to(self, page: int) -> None:
        """Bring a page into sight, from 0."""
        if 0 <= page < len(self.pages.places):
            self.area.verticalScrollBar().setValue(self.pages.places[page].top() - EDGE)

    def _scrolled(self, *_: object) -> None:
        middle = self.area.verticalScrollBar().value() + self.area.viewport().height() // 3
        above = [i for i, place in enumerate(self.pages.places) if place.top() <= middle]
        page = above[-1] if above else 0
        if page != self._page:
            self._page = page
            self._tell()
            self.page_changed.emit(page)

    def _tell(self) -> None:
        count = self.page_count()
        page = self.tr("Page {page} of {count}").format(page=self._page + 1, count=count)
        self.label.setText(page if count else self.tr("Nothing to show yet"))
        text = ""
        if self.document is not None and count:
            text = " ".join(self.document.getAllText(self._page).text().split())
        self.area.setAccessibleDescription(f"{self.label.text()}. {text}".strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.area.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() == Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep())
        else:
            super().keyPressEvent(event)
