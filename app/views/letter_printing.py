"""Printing and saving an issued decision: asked for in a dialog, made beside the window."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.documents.content import Receiver
from app.errors import KnownError
from app.store.blobs import Blobs
from app.views.background import Background
from app.views.parts import name_of
from app.workflow.copies import (
    Sheets,
    Wanted,
    advice_on,
    habits,
    parts_of,
    receivers_of,
    remember,
    sheets,
    whole,
)
from app.workflow.open_visit import open_visit
from app.workflow.outgoing import Outgoing, note_ready
from app.workflow.session import Session
from app.workflow.visit_view import VisitView

if TYPE_CHECKING:
    from app.views.letters_page import LettersPage
    from app.views.main_window import MainWindow

Say = Callable[[str, str], None]


class LetterPrinting:
    """Hands one decision's documents over; `say` is told what came of it, and in what tone."""

    def __init__(self, session: Session, background: Background, parent: QWidget, say: Say) -> None:
        self._session = session
        self._background = background
        self._parent = parent
        self._say = say

    def ask(
        self,
        view: VisitView,
        parts: Sequence[str],
        how: str,
        after: Callable[[], None] = lambda: None,
    ) -> None:
        """Ask what to print or save, and do it; `after` is done when pages were handed over."""
        from app.views.print_dialog import PrintDialog

        dialog = PrintDialog(
            names_of(view, self._session.store.blobs),
            habits(self._session),
            parts,
            advice=self._advice(view),
            saving=how == "save",
            parent=self._parent,
        )
        if dialog.exec():
            self.do(view, dialog.wanted(), how, after)

    def do(
        self,
        view: VisitView,
        wanted: Wanted,
        how: str,
        after: Callable[[], None] = lambda: None,
    ) -> None:
        """Make what is wanted beside the window and hand it over."""
        if how == "save":
            work = partial(whole, self._session, view, wanted)
            self._background.run(work, self._save, self._failed)
            return
        remember(self._session, wanted)
        made = partial(sheets, self._session, view, wanted)
        show = partial(self._print, wanted.duplex, after)
        self._background.run(made, show, self._failed)

    def _advice(self, view: VisitView) -> dict[Receiver, str]:
        """Say what is to be known before a copy is made for somebody."""
        texts, blobs = self._session.texts, self._session.store.blobs
        return {
            receiver: " ".join(map(texts.message, advice_on(view, blobs, receiver)))
            for receiver in receivers_of(view)
        }

    def _print(self, duplex: bool, after: Callable[[], None], made: Sequence[Sheets]) -> None:
        from app.views.printing import print_sheets  # Qt's printing, when it is asked for

        try:
            sentence = print_sheets(made, self._parent, duplex=duplex)
        except KnownError as error:
            self._failed(error)
            return
        if sentence:
            after()
            self._say(sentence, "ok")

    def _save(self, pdf: bytes) -> None:
        from app.views.printing import save_pdf

        try:
            sentence = save_pdf(pdf, self._parent)
        except KnownError as error:
            self._failed(error)
            return
        if sentence:
            self._say(sentence, "ok")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._say(self._session.texts.error(error), "bad")


def names_of(view: VisitView, blobs: Blobs) -> dict[Receiver, dict[str, str]]:
    """Return the parts that each receiver can have, by their names on the screen."""
    return {
        receiver: {key: name_of(view, key) for key in parts_of(view, blobs, receiver)}
        for receiver in receivers_of(view)
    }


def print_letter(letter: Outgoing, page: "LettersPage", main: "MainWindow") -> None:
    """Print a letter that goes by post, and note that it is printed."""

    def noted() -> None:
        try:
            note_ready(main.session, letter)
        except KnownError as error:
            page.say(main.session.texts.error(error), "bad")
        page.refresh()

    printing = LetterPrinting(main.session, main.background, page, page.say)  # type: ignore[arg-type]
    try:
        view = open_visit(main.session, letter.row.visit).view
    except KnownError as error:
        page.say(main.session.texts.error(error), "bad")
        return
    printing.ask(view, (), "print", noted)
