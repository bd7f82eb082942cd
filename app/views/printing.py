"""To the system's printer, page by page from memory, and to a file of the user's choice."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.errors import KnownError
from app.settings import write_whole
from app.workflow.copies import Sheets

# Sharp enough for print, and a page stays under 0.2 s.
PRINT_DPI = 300
# Neither says whom a decision is about: the system remembers both.
JOB_NAME, OFFERED_NAME = "Hjemmebesøg", "afgoerelse.pdf"
_BOTH = (QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexShortSide)


class _Pdf(QObject):
    """A PDF read from memory; never written to a disk in clear."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes, self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._buffer)


def print_pdf(pdf: bytes, parent: QWidget) -> str:
    """Ask the system's print dialog and print; return what was done, or nothing if cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return ""
    print_on(printer, pdf)
    return said_after(printer)


def print_sheets(made: Sequence[Sheets], parent: QWidget, *, duplex: bool) -> str:
    """Ask the system's print dialog and print parts and copies; return what was done, or ""."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    sides = QPrinter.DuplexMode.DuplexLongSide if duplex else QPrinter.DuplexMode.DuplexNone
    printer.setDuplex(sides)
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return ""
    print_sheets_on(printer, made, both=printer.duplex() in _BOTH)
    return said_after(printer)


def print_sheets_on(printer: QPrinter, made: Sequence[Sheets], *, both: bool) -> None:
    """Draw every copy on a printer, one document after the other.

    On `both` sides each document begins on a sheet of its own. Raises KnownError "print.failed".
    """
    sources = [_Pdf(each.pdf) for each in made for _ in range(each.copies)]
    with _painting(printer) as painter:
        for number, source in enumerate(sources):
            if number:
                printer.newPage()
            _draw(source, printer, painter)
            if both and source.document.pageCount() % 2 and number < len(sources) - 1:
                printer.newPage()


def said_after(printer: QPrinter) -> str:
    """Say where the pages are now, and that they are no longer protected there."""
    if printer.outputFileName():
        return _unprotected_file()
    return QCoreApplication.translate(
        "Printing",
        "Sent to the printer. The print queue is not encrypted: see to it that the pages come out.",
    )


def print_on(printer: QPrinter, pdf: bytes) -> None:
    """Draw each page on a printer; raises KnownError "print.failed" when it refuses."""
    with _painting(printer) as painter:
        _draw(_Pdf(pdf), printer, painter)


@contextmanager
def _painting(printer: QPrinter) -> Iterator[QPainter]:
    # Print queues show the name of a job to everybody.
    printer.setDocName(JOB_NAME)
    printer.setFullPage(True)
    printer.setResolution(min(PRINT_DPI, printer.resolution()))
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownError("print.failed")
    try:
        yield painter
    finally:
        painter.end()


def _draw(source: _Pdf, printer: QPrinter, painter: QPainter) -> None:
    for page in range(source.document.pageCount()):
        if page:
            printer.newPage()
        target = printer.pageLayout().fullRectPixels(printer.resolution())
        image = source.document.render(page, QSize(target.width(), target.height()))
        painter.drawImage(QRect(0, 0, target.width(), target.height()), image)
        QApplication.processEvents()


def save_pdf(pdf: bytes, parent: QWidget) -> str:
    """Ask where to save; the file is the user's and no longer protected."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("Printing", "Save as"),
        OFFERED_NAME,
        QCoreApplication.translate("Printing", "PDF files (*.pdf)"),
    )
    if not chosen:
        return ""
    path = Path(chosen)
    write_whole(path if path.suffix.lower() == ".pdf" else path.with_suffix(".pdf"), pdf)
    return _unprotected_file()


def _unprotected_file() -> str:
    return QCoreApplication.translate(
        "Printing", "Saved. The file is not encrypted: look after it, and delete it when used."
    )
