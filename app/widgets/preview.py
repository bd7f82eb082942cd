"""A PDF as it will be printed, shown from memory and kept in place while it is replaced."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.widgets.focus import ring_inside
from app.widgets.page_images import PageImages, load_document
from app.widgets.preview_pages import EDGE, Pages, PreviewFoot

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

    Page = tuple[QPdfDocument, int]

ZOOMS = (1.0, 1.25, 1.5, 2.0, 3.0)
# What is read aloud, and what is not in sight, waits until no new pages come for so long.
BEHIND_AFTER_MS = 250
_BEFORE, _AFTER = 1, 2


class PdfPreview(QWidget):
    """Shows PDFs under one another in the width there is; nothing is written to the disk.

    Signals:
        page_changed: the page in sight, from 0.
        replaced: other pages are shown, the one in sight painted.
    """

    page_changed = Signal(int)
    replaced = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = 0
        # What is shown, by part: its bytes and its document; and what is to be shown next.
        self._shown: dict[str, tuple[bytes, QPdfDocument]] = {}
        self._next: dict[str, tuple[bytes, QPdfDocument]] | None = None
        self._awaited: set[Page] = set()
        self.images = PageImages(self)
        self.images.drawn.connect(self._keep)
        self.foot = PreviewFoot()
        self.label = self.foot.label
        self.pages = Pages()
        self.area = QScrollArea()
        self._behind = _timer(self)
        self._behind.timeout.connect(self._catch_up)
        self._lay_out()
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._tell()

    def show_pdf(self, pdf: bytes) -> bool:
        """Show a PDF at the place that was in sight, at once; tell whether it is one."""
        self._give_up_next()
        self._swap({"": self._loaded("", pdf)})
        self._tell()
        return self.page_count() > 0

    def replace(self, parts: Mapping[str, bytes]) -> None:
        """Show other PDFs when the page in sight is drawn; until then the old ones stay."""
        self._give_up_next()
        found = {key: self._loaded(key, pdf) for key, pdf in parts.items()}
        if list(found.items()) == list(self._shown.items()):
            self.replaced.emit()
            return
        self._next = found
        self._await_pages(found)
        self._swap_when_drawn()

    @property
    def settled(self) -> bool:
        """Tell whether nothing newer is about to be shown."""
        return self._next is None

    def page_count(self) -> int:
        """Return the number of pages shown."""
        return len(self.pages.sheets)

    def page(self) -> int:
        """Return the page in sight, from 0."""
        return self._page

    def part(self) -> str:
        """Return which of the PDFs the page in sight is of."""
        sheets = self.pages.sheets
        document = sheets[self._page][0] if self._page < len(sheets) else None
        return next((key for key, (_, each) in self._shown.items() if each is document), "")

    def go_to(self, page: int) -> None:
        """Bring a page into sight, from 0."""
        if 0 <= page < len(self.pages.places):
            self.area.verticalScrollBar().setValue(self.pages.places[page].top() - EDGE)

    def set_zoom(self, zoom: float) -> None:
        """Show the pages larger; the page in sight stays in sight."""
        place = self._place_in_sight()
        self.pages.set_zoom(zoom)
        self._fit()
        self._go_back(place)
        self.foot.allow(smaller=zoom > ZOOMS[0], larger=zoom < ZOOMS[-1])

    def zoom_by(self, step: int) -> None:
        """Go so many steps larger, or smaller."""
        at = ZOOMS.index(self.pages.zoom) + step
        self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, at))])

    def _loaded(self, key: str, pdf: bytes) -> "tuple[bytes, QPdfDocument]":
        """Return the document of these bytes: the one that is shown, if they are the same."""
        kept = self._shown.get(key)
        if kept is not None and kept[0] == pdf:
            return kept
        return pdf, load_document(pdf, self)

    def _await_pages(self, found: "dict[str, tuple[bytes, QPdfDocument]]") -> None:
        """Have the pages drawn that will be in sight."""
        sheets = _sheets(found)
        places = self.pages.placed(sheets, self.area.viewport().width())
        top = self._new_top(found, places)
        sight = QRect(0, top, self.area.viewport().width() * 4, self.area.viewport().height())
        ratio = self.pages.devicePixelRatioF()
        for page, place in zip(sheets, places, strict=True):
            if place.intersects(sight) and not self.pages.is_drawn(page, place.size()):
                self._awaited.add(page)
                self.images.ask(page, place.size(), ratio)

    def _new_top(self, found: "dict[str, tuple[bytes, QPdfDocument]]", places: list[QRect]) -> int:
        part, page, above = self._place_in_sight()
        before = 0
        for key, (_, document) in found.items():
            if key == part:
                at = before + min(page, max(0, document.pageCount() - 1))
                place = places[at] if at < len(places) else QRect()
                return place.top() + round(above * place.height())
            before += document.pageCount()
        return 0

    def _keep(self, page: "Page", size: QSize, picture: QPixmap) -> None:
        self.pages.drawn[page] = picture
        self._awaited.discard(page)
        self._swap_when_drawn()

    def _swap_when_drawn(self) -> None:
        if self._next is not None and not self._awaited:
            found, self._next = self._next, None
            self._behind.start()
            self._swap(found)
            # At once: a picture that is ready does not wait for the next turn of the screen.
            self.pages.repaint()
            self._say_page()
            self.replaced.emit()

    def _swap(self, found: "dict[str, tuple[bytes, QPdfDocument]]") -> None:
        place, gone = self._place_in_sight(), self._documents() - {d for _, d in found.values()}
        self._shown = found
        self.pages.show_sheets(_sheets(found))
        self._fit()
        self._go_back(place)
        for document in gone:
            self._let_go(document)
        self._scrolled()

    def _give_up_next(self) -> None:
        """Forget what was about to be shown: there is something newer."""
        waiting = {document for _, document in (self._next or {}).values()}
        self._next, self._awaited = None, set()
        for document in waiting - self._documents():
            self._let_go(document)

    def _documents(self) -> "set[QPdfDocument]":
        return {document for _, document in self._shown.values()}

    def _let_go(self, document: "QPdfDocument") -> None:
        self.images.forget(document)
        self.pages.drawn = {p: kept for p, kept in self.pages.drawn.items() if p[0] is not document}
        document.deleteLater()

    def _place_in_sight(self) -> tuple[str, int, float]:
        """Return the part and its page at the top of what is seen, and what share is above."""
        at, places = self.area.verticalScrollBar().value(), self.pages.places
        index = max((i for i, p in enumerate(places) if p.top() - EDGE <= at), default=0)
        if index >= len(places):
            return "", 0, 0.0
        document, page = self.pages.sheets[index]
        part = next((key for key, (_, each) in self._shown.items() if each is document), "")
        return part, page, (at - places[index].top()) / max(1, places[index].height())

    def _go_back(self, place: tuple[str, int, float]) -> None:
        self.area.verticalScrollBar().setValue(self._top_of(place))

    def _top_of(self, place: tuple[str, int, float]) -> int:
        part, page, above = place
        document = self._shown[part][1] if part in self._shown else None
        wanted = (document, min(page, document.pageCount() - 1)) if document else None
        if wanted not in self.pages.sheets:
            return 0
        at = self.pages.places[self.pages.sheets.index(wanted)]
        return at.top() + round(above * at.height())

    def _fit(self) -> None:
        """Let the area learn of the new height now, so that the place can be kept."""
        least, room = self.pages.minimumSize(), self.area.viewport().size()
        self.pages.resize(max(least.width(), room.width()), max(least.height(), room.height()))

    def _scrolled(self, *_: object) -> None:
        middle = self.area.verticalScrollBar().value() + self.area.viewport().height() // 3
        above = [i for i, place in enumerate(self.pages.places) if place.top() <= middle]
        page = above[-1] if above else 0
        if self._next is None and not self._behind.isActive():
            self._draw_near(page)
        if page != self._page:
            self._page = page
            self._tell()
            self.page_changed.emit(page)

    def _catch_up(self) -> None:
        self._tell()
        self._draw_near(self._page)

    def _draw_near(self, page: int) -> None:
        """Draw the pages next to the one in sight, behind it."""
        if not self.isVisible():
            return
        ratio = self.pages.devicePixelRatioF()
        for index in range(max(0, page - _BEFORE), min(self.page_count(), page + _AFTER + 1)):
            sheet, size = self.pages.sheets[index], self.pages.places[index].size()
            if not self.pages.is_drawn(sheet, size):
                self.images.ask(sheet, size, ratio)

    def _say_page(self) -> None:
        count = self.page_count()
        page = self.tr("Page {page} of {count}").format(page=self._page + 1, count=count)
        self.label.setText(page if count else self.tr("Nothing to show yet"))

    def _tell(self) -> None:
        self._say_page()
        text = ""
        if self._page < self.page_count():
            document, index = self.pages.sheets[self._page]
            text = " ".join(document.getAllText(index).text().split())
        self.area.setAccessibleDescription(f"{self.label.text()}. {text}".strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.area.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() == Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep())
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.zoom_by(1 if event.key() == Qt.Key.Key_Plus else -1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.pages)
        self.area.setCornerWidget(QWidget())
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setAccessibleName(self.tr("The letter as it will be printed"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.foot.zoom_wanted.connect(self.zoom_by)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.area, 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.area)
        ring_inside(self.area)
        self.setMinimumWidth(240)


def _timer(preview: PdfPreview) -> QTimer:
    timer = QTimer(preview)
    timer.setSingleShot(True)
    timer.setInterval(BEHIND_AFTER_MS)
    return timer


def _sheets(found: "Mapping[str, tuple[bytes, QPdfDocument]]") -> "list[Page]":
    return [(each, page) for _, each in found.values() for page in range(each.pageCount())]
