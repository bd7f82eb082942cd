"""Printing and saving an issued decision: asked for in a dialog, made beside the window."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.judgement.delivery import represented_by
from app.errors import KnownError
from app.forms.people import role_name
from app.texts import help_languages
from app.views.background import Background
from app.views.letter_window import print_finished
from app.views.parts import name_of
from app.wording import language_name
from app.workflow.copies import Sheets, Wanted, habits, remember, sheets, whole
from app.workflow.copy_offer import Choice, Offer, offer
from app.workflow.open_visit import open_visit
from app.workflow.outgoing import Outgoing, note_ready
from app.workflow.session import Session
from app.workflow.visit_view import VisitView

if TYPE_CHECKING:
    from app.views.letters_page import LettersPage
    from app.views.main_window import MainWindow
    from app.views.print_dialog import PrintDialog, Receiving

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
        addressee: str = "",
    ) -> None:
        """Ask what to print or save, and do it; `after` is done when pages were handed over.

        What there is to choose is found out beside the window. `addressee` is the contact whom
        it is for unless somebody else is chosen.
        """

        def show(found: Offer) -> None:
            if shiboken6.isValid(self._parent):
                dialog = self.dialog(found, parts, how, addressee)
                if dialog.exec():
                    self.do(view, dialog.wanted(), how, after)

        self._background.run(partial(offer, view, self._session.store.blobs), show, self._failed)

    def dialog(
        self, found: Offer, parts: Sequence[str] = (), how: str = "print", addressee: str = ""
    ) -> "PrintDialog":
        """Return the dialog that asks what of an offer is wanted."""
        from app.views.print_dialog import PrintDialog

        texts = self._session.texts
        return PrintDialog(
            [self._receiving(choice, found.view) for choice in found.choices],
            habits(self._session),
            parts,
            caution=texts.message(found.caution) if found.caution else "",
            left_out="\n".join(texts.message(o.key, name=o.name) for o in found.left_out),
            languages={code: language_name(code, texts.language) for code in help_languages()},
            addressee=addressee,
            saving=how == "save",
            parent=self._parent,
        )

    def do(
        self,
        view: VisitView,
        wanted: Wanted,
        how: str,
        after: Callable[[], None] = lambda: None,
    ) -> None:
        """Make what is wanted beside the window and hand it over, unless the visit was left."""
        if how == "save":
            work = partial(whole, self._session, view, wanted)
            self._background.run(work, self._save, self._failed)
            return
        remember(self._session, wanted)
        made = partial(sheets, self._session, view, wanted)
        show = partial(self._print, wanted.duplex, after)
        self._background.run(made, show, self._failed)

    def _receiving(self, choice: Choice, view: VisitView) -> "Receiving":
        """Say who a receiver is and what each part is called."""
        from app.views.print_dialog import Receiving

        return Receiving(
            choice=choice,
            label=receiver_name(choice),
            names={
                language: {key: name_of(view, key, language) for key in parts}
                for language, parts in choice.parts.items()
            },
            advice="\n".join(map(self._session.texts.message, choice.advice)),
        )

    def _print(self, duplex: bool, after: Callable[[], None], made: Sequence[Sheets]) -> None:
        from app.views.printing import print_sheets  # Qt's printing, when it is asked for

        if not shiboken6.isValid(self._parent):
            return
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

        if not shiboken6.isValid(self._parent):
            return
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
        if shiboken6.isValid(self._parent):
            self._say(self._session.texts.error(error), "bad")


def receiver_name(choice: Choice) -> str:
    """Say who gets a copy: by role, and by name where there may be several."""
    plain = {
        "citizen": QCoreApplication.translate("PrintDialog", "The citizen"),
        "provider": QCoreApplication.translate("PrintDialog", "The provider"),
        "file": QCoreApplication.translate("PrintDialog", "The municipality's file"),
    }
    named = QCoreApplication.translate("PrintDialog", "{role}: {name}")
    role = plain.get(choice.receiver) or role_name(choice.role)
    return named.format(role=role, name=choice.name) if choice.name else role


def print_letter(letter: Outgoing, page: "LettersPage", main: "MainWindow") -> None:
    """Print a letter that goes by post, and note that it is printed."""
    if letter.row.version.letter:
        print_finished(letter, page, main)
        return

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
    # A represented citizen's letter goes to the representative.
    other = represented_by(view.casefile.contacts)
    printing.ask(view, (), "print", noted, other.id if other is not None else "")
