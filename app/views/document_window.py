"""A document of the case as it will be printed, in a window of its own, to print or save."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import shiboken6
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import KnownError
from app.forms.asks import ShowDocument
from app.texts import Texts
from app.views.background import Background
from app.widgets.buttons import plain_button, primary_button
from app.widgets.card import text_label
from app.widgets.preview import PdfPreview
from app.workflow.handing_over import finished
from app.workflow.printing import case_document
from app.workflow.session import Session
from app.workflow.visit_view import VisitView

LEAST_WIDTH, LEAST_HEIGHT = 720, 560
T = TypeVar("T")


class DocumentWindow(QDialog):
    """Shows a document as soon as it is made; says why when it cannot be."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The document as it will be printed"))
        self.setModal(True)
        self.resize(LEAST_WIDTH, LEAST_HEIGHT)
        self._texts = texts
        self._pdf = b""
        self.pages = PdfPreview()
        self.state = text_label(self.tr("The document is being made …"), "body")
        self.print_button = primary_button(self.tr("Print"))
        self.save_button = plain_button(self.tr("Save as"))
        self.close_button = plain_button(self.tr("Close"))
        self.print_button.clicked.connect(lambda: self._hand_over("print"))
        self.save_button.clicked.connect(lambda: self._hand_over("save"))
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self._allow(False)

    @property
    def is_made(self) -> bool:
        """Tell whether the document is shown."""
        return bool(self._pdf)

    @property
    def pdf(self) -> bytes:
        """The document that is shown."""
        return self._pdf

    def show_pdf(self, pdf: bytes) -> None:
        """Show the document."""
        self._pdf = pdf
        self.state.hide()
        self.pages.show_pdf(pdf)
        self._allow(True)

    def show_problem(self, error: Exception) -> None:
        """Say why there is no document; whatever is not known is raised."""
        if not isinstance(error, KnownError):
            raise error
        self._say(self._texts.error(error), "error")

    def _hand_over(self, how: str) -> None:
        from app.views.printing import print_pdf, save_pdf  # Qt's printing, when it is asked for

        act: Callable[[bytes, QWidget], str] = save_pdf if how == "save" else print_pdf
        try:
            sentence = act(self._pdf, self)
        except KnownError as error:
            self.show_problem(error)
            return
        if sentence:
            self._say(sentence, "body")

    def _say(self, sentence: str, kind: str) -> None:
        self.state.setProperty("kind", kind)
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.state.setText(sentence)
        self.state.show()

    def _allow(self, allowed: bool) -> None:
        self.print_button.setEnabled(allowed)
        self.save_button.setEnabled(allowed)
        (self.print_button if allowed else self.close_button).setFocus()

    def _lay_out(self) -> None:
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        for button in (self.close_button, self.save_button, self.print_button):
            self.buttons.addWidget(button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(12)
        self.column.addWidget(self.pages, 1)
        self.column.addWidget(self.state)
        self.column.addLayout(self.buttons)


def open_document(
    ask: ShowDocument, view: VisitView, session: Session, background: Background, parent: QWidget
) -> None:
    """Make the document that was asked for beside the window, and open a window on it."""
    window = DocumentWindow(session.texts, parent)
    made = case_document(view, session.store.blobs, ask.part, ask.subject)
    work = partial(finished, session, view, (ask.part,), made)
    run_beside(window, background, work, window.show_pdf)
    window.exec()


def run_beside(
    window: DocumentWindow, background: Background, work: Callable[[], T], show: Callable[[T], None]
) -> None:
    """Do work beside a window and show what came of it, unless its visit was left meanwhile."""

    def shown(made: T) -> None:
        if shiboken6.isValid(window):
            show(made)

    def failed(error: Exception) -> None:
        if shiboken6.isValid(window):
            window.show_problem(error)
        elif not isinstance(error, KnownError):
            raise error

    background.run(work, shown, failed)
