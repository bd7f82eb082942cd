"""Pictures of a PDF's pages, drawn beside the window's thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer

    Page = tuple[QPdfDocument, int]


def load_document(pdf: bytes, parent: QObject) -> "QPdfDocument":
    """Read a PDF from memory; what is none has no pages."""
    from PySide6.QtPdf import QPdfDocument  # a start needs no PDF

    document = QPdfDocument(parent)
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


def on_white(picture: QImage, ratio: float) -> QPixmap:
    """Put a page on white paper: it comes with a transparent ground."""
    sheet = QImage(picture.size(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(QRectF(sheet.rect()), picture)
    painter.end()
    pixmap = QPixmap.fromImage(sheet)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def drawn_now(page: "Page", size: QSize, ratio: float) -> QPixmap:
    """Draw a page at once, in this thread."""
    document, index = page
    return on_white(document.render(index, size * ratio), ratio)


class PageImages(QObject):
    """Draws pages in a thread of Qt's own; what was asked for and given up is not told.

    Signals:
        drawn: the page (document and index), its size in pixels, and its picture.
        all_drawn: nothing that was asked for is outstanding.
    """

    drawn = Signal(object, QSize, QPixmap)
    all_drawn = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._renderers: dict[QPdfDocument, QPdfPageRenderer] = {}
        self._asked: dict[tuple[QPdfDocument, int], tuple[Page, QSize, float]] = {}

    @property
    def busy(self) -> bool:
        """Tell whether anything is being drawn."""
        return bool(self._asked)

    def ask(self, page: "Page", size: QSize, ratio: float) -> None:
        """Have a page drawn at a size in logical pixels."""
        document, index = page
        if any(kept[:2] == (page, size) for kept in self._asked.values()):
            return
        request = self._renderer(document).requestPage(index, size * ratio)
        self._asked[document, request] = (page, size, ratio)

    def forget(self, document: "QPdfDocument") -> None:
        """Draw nothing more of a document that is going away."""
        self._asked = {key: kept for key, kept in self._asked.items() if key[0] is not document}
        renderer = self._renderers.pop(document, None)
        if renderer is not None:
            renderer.deleteLater()

    def _renderer(self, document: "QPdfDocument") -> "QPdfPageRenderer":
        from PySide6.QtPdf import QPdfPageRenderer

        if document not in self._renderers:
            made = QPdfPageRenderer(self)
            made.setDocument(document)
            made.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
            made.pageRendered.connect(
                lambda _page, _size, picture, _options, request: self._tell(
                    document, request, picture
                )
            )
            self._renderers[document] = made
        return self._renderers[document]

    def _tell(self, document: "QPdfDocument", request: int, picture: QImage) -> None:
        kept = self._asked.pop((document, request), None)
        if kept is None:
            return
        page, size, ratio = kept
        self.drawn.emit(page, size, on_white(picture, ratio))
        if not self._asked:
            self.all_drawn.emit()
