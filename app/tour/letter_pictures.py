"""Pictures of the letters to send, and of what is asked before something is printed or saved."""

from datetime import timedelta
from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.clock import today
from app.domain.casefile import FieldKey
from app.journal.changes import Write
from app.journal.letters import LetterRow
from app.tour.stage import settle
from app.views.letter_printing import LetterPrinting
from app.views.letter_window import LetterWindow
from app.views.main_window import MainWindow
from app.workflow.copy_offer import offer
from app.workflow.demonstration import demonstration_visit
from app.workflow.open_visit import open_visit
from app.workflow.outgoing import SHOWN_DAYS
from app.workflow.printing import case_document, make
from app.workflow.session import Session

# The person of the demonstration who is heard on what others have told.
_HEARD = "in_progress"


class Pictures(Protocol):
    """Where pictures are kept."""

    def keep(self, widget: QWidget, name: str) -> None:
        """Take a picture in each size."""

    def keep_once(self, widget: QWidget, name: str) -> None:
        """Take a picture of what has a size of its own; then it is gone."""


def take_letters(session: Session, main: MainWindow, album: Pictures) -> None:
    """Show a letter that waits, then the dialogs that print and save it; all is as before after."""
    letter = _newest(session)
    _say_removed(session, letter, removed=True)
    main.show_page("letters")
    settle(main)
    album.keep(main, "07-letters")
    view = open_visit(session, letter.visit).view
    printing = LetterPrinting(session, main.background, main, main.say)
    for how in ("print", "save"):
        album.keep_once(printing.dialog(offer(view, session.store.blobs), how=how), how)
    _take_unfinished(session, main, album)
    _say_removed(session, letter, removed=False)
    main.show_page("day")


def _take_unfinished(session: Session, main: MainWindow, album: Pictures) -> None:
    """Show a letter of a case before it is finished."""
    person = demonstration_visit(_HEARD, today(session.clock), session.usual_standard())
    view = open_visit(session, person).view
    window = LetterWindow(session.texts, main)
    made = case_document(view, session.store.blobs, "hearing", view.casefile.hearings[0].id)
    window.show_letter(made if isinstance(made, bytes) else make(made), None)
    album.keep_once(window, "letter")


def _newest(session: Session) -> LetterRow:
    since = today(session.clock) - timedelta(days=SHOWN_DAYS)
    rows = session.store.overview.letters.all(since)
    return max(rows, key=lambda row: str(row.version.locked_at))


def _say_removed(session: Session, letter: LetterRow, *, removed: bool) -> None:
    """Take back that the letter was handed over, so that it waits; or say it again."""
    for sent in letter.deliveries:
        write = Write(FieldKey("delivery", sent.id, "removed"), removed)
        session.store.journal.append(letter.case.id, [write], actor=session.profile.name)
