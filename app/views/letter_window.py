"""A letter of the case in a window of its own: looked through, finished, then kept as it is."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.clock import local_day
from app.domain.decision_records import CaseLetter
from app.domain.records import DecisionVersion
from app.errors import KnownError
from app.texts import Texts
from app.views.background import Background
from app.views.document_window import DocumentWindow, run_beside
from app.views.visit_editor import VisitEditor
from app.widgets.buttons import link_button, primary_button
from app.widgets.card import muted
from app.workflow.handing_over import finished
from app.workflow.issuing import as_finished, finish_letter, finished_letter
from app.workflow.outgoing import Outgoing, note_ready
from app.workflow.printing import case_document
from app.workflow.sealing import seal_waiting
from app.workflow.session import Session

if TYPE_CHECKING:
    from app.views.letters_page import LettersPage
    from app.views.main_window import MainWindow


class LetterWindow(DocumentWindow):
    """Shows a letter as it would be now, or as it was finished.

    Signals:
        finish_wanted: the letter is to be kept as it stands here.
        again_wanted: it is to be made anew of the case as it is now.
    """

    finish_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(texts, parent)
        self.setWindowTitle(self.tr("The letter as it will be sent"))
        self.note = muted("")
        self.finish_button = primary_button(self.tr("Finish the letter"))
        self.again_button = link_button(self.tr("Make it anew from the case"))
        self.print_button.setProperty("kind", "plain")
        self.finish_button.clicked.connect(self.finish_wanted)
        self.again_button.clicked.connect(self.again_wanted)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(self.again_button)
        self.column.insertLayout(1, row)
        self.buttons.addWidget(self.finish_button)
        for button in (self.finish_button, self.again_button):
            button.hide()

    def show_letter(self, pdf: bytes, version: DecisionVersion | None) -> None:
        """Show the letter; without a version it is not finished."""
        from app.wording import long_date

        self.show_pdf(pdf)
        self.finish_button.setVisible(version is None)
        self.finish_button.setEnabled(True)
        self.again_button.setVisible(version is not None)
        ready = self.tr(
            "When you finish the letter, it is kept as it stands here and is put under Letters, "
            "where you send it."
        )
        kept = self.tr("Finished on {day} and kept as it stands here. You send it from Letters.")
        at = version.locked_at if version else None
        self.note.setText(kept.format(day=long_date(local_day(at))) if at else ready)
        (self.close_button if version else self.finish_button).setFocus()


class LetterDesk:
    """Makes one letter of a visit, shows it, and finishes it when that is asked for."""

    def __init__(
        self, editor: VisitEditor, background: Background, window: LetterWindow, section: str
    ) -> None:
        self._editor = editor
        self._session = editor.opened.session
        self._background = background
        self._window = window
        self._section = section
        self._seen = editor.view

    def show(self, letter: CaseLetter, about: str) -> None:
        """Show the letter about a record as it was finished, else as it would be now."""
        self._window.finish_wanted.connect(lambda: self._finish(letter, about))
        self._window.again_wanted.connect(lambda: self._show(letter, about, None))
        self._show(letter, about, finished_letter(self._editor.view, about))

    def _show(
        self,
        letter: CaseLetter,
        about: str,
        version: DecisionVersion | None,
        problem: KnownError | None = None,
    ) -> None:
        self._seen = self._editor.view
        view = self._seen.in_section(self._section)
        if version is not None:
            work = partial(as_finished, self._session, view.casefile.records, version)
        else:
            made = case_document(view, self._session.store.blobs, letter, about)
            work = partial(finished, self._session, view, (letter,), made)

        def show(pdf: bytes) -> None:
            self._window.show_letter(pdf, version)
            if problem is not None:
                self._window.show_problem(problem)

        run_beside(self._window, self._background, work, show)

    def _finish(self, letter: CaseLetter, about: str) -> None:
        self._window.finish_button.setEnabled(False)
        try:
            if self._editor.view is not self._seen:
                raise KnownError("letter.changed_meanwhile")
            version = finish_letter(self._editor.opened, letter, about, self._section)
        except KnownError as error:
            self._stopped(letter, about, error)
            return
        self._editor.changed.emit(self._editor.view)
        self._editor.written.emit()
        sealed = partial(self._sealed, letter, about, version)
        work = partial(seal_waiting, self._session)
        run_beside(self._window, self._background, work, sealed)

    def _stopped(self, letter: CaseLetter, about: str, error: KnownError) -> None:
        """Say what stopped it; a letter that says something else by now is shown again first."""
        self._window.show_problem(error)
        if self._editor.view is self._seen:
            self._window.finish_button.setEnabled(True)
            return
        self._editor.changed.emit(self._editor.view)
        self._show(letter, about, None, error)

    def _sealed(self, letter: CaseLetter, about: str, version: DecisionVersion, _: int) -> None:
        self._editor.catch_up()
        self._show(letter, about, version)


def print_finished(letter: Outgoing, page: "LettersPage", main: "MainWindow") -> None:
    """Print a finished letter that goes by post, and note that it is printed."""
    session = main.session

    def failed(error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        page.say(session.texts.error(error), "bad")

    def handed_over(pdf: bytes) -> None:
        from app.views.printing import print_pdf  # Qt's printing, when it is asked for

        try:
            if sentence := print_pdf(pdf, page):
                page.say(sentence)
                note_ready(session, letter)
        except KnownError as error:
            failed(error)
        page.refresh()

    main.background.run(partial(_as_sent, session, letter), handed_over, failed)


def _as_sent(session: Session, letter: Outgoing) -> bytes:
    records = session.casefile(letter.row.visit).records
    return as_finished(session, records, letter.row.version)


def open_letter(
    letter: CaseLetter,
    about: str,
    editor: VisitEditor,
    background: Background,
    parent: QWidget,
    section: str = "",
) -> None:
    """Open a window on the letter about a record."""
    window = LetterWindow(editor.opened.session.texts, parent)
    LetterDesk(editor, background, window, section).show(letter, about)
    window.exec()
