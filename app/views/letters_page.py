"""The letters to send: what waits, what is made ready, and what was sent lately."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from app.clock import today
from app.domain.decision_records import OtherLetter, Way
from app.errors import KnownError
from app.views.background import Background
from app.views.due_list import DueDelegate
from app.views.letter_card import LetterCard
from app.views.letters_list import LettersModel
from app.views.list_page import lay_out_list
from app.widgets.banner import Banner
from app.widgets.buttons import plain_button
from app.widgets.card import EmptyState, heading, muted
from app.widgets.chips import Tone
from app.workflow.outgoing import Outgoing, note_sent, outgoing
from app.workflow.posting import Posted, post
from app.workflow.session import Session

# The sections of a visit that other letters are written in than those of its decision.
_WRITTEN_IN: dict[OtherLetter, str] = {"processing_notice": "after", "elder_care": "household"}


class LettersPage(QWidget):
    """The list of the letters, the card of the chosen one, and what is done with all at once.

    Signals:
        opened: the id of a visit to open, and the section that deals with it.
        print_wanted: the Outgoing that is to be printed.
        counted: how many letters wait or are not recorded as sent.
    """

    opened = Signal(str, str)
    print_wanted = Signal(object)
    counted = Signal(int)

    def __init__(
        self, session: Session, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._letters: tuple[Outgoing, ...] = ()
        self.summary = muted(self.tr("Counting …"))
        self.write_all = plain_button(self.tr("Make all ready for Digital Post …"))
        self.sent_all = plain_button(self.tr("All that are ready were sent today"))
        self.model = LettersModel(self)
        self.list = QListView()
        self.card = LetterCard(session.national)
        self.card.hide()
        self.banner = Banner("")
        self.banner.put_away()
        self.empty = EmptyState(
            self.tr("No letter waits"),
            self.tr(
                "A decision comes here when it is signed, another letter when it is finished, "
                "until it is recorded as sent."
            ),
        )
        self.empty.hide()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the letters anew; what is shown stays until they are read."""
        self._background.run(lambda: outgoing(self._session), self.show_letters, self._failed)

    def show_letters(self, letters: tuple[Outgoing, ...]) -> None:
        """Show the letters; what is chosen stays chosen."""
        before = self.chosen()
        self._letters = letters
        self.model.show(letters, self._today)
        self.list.setCurrentIndex(self.model.index_of(before.id if before else ""))
        self.list.setVisible(bool(letters))
        self.empty.setVisible(not letters)
        self._below.setVisible(not letters)
        waiting, ready = len(self._to_write()), len(self._ready())
        open_ = sum(letter.state != "sent" for letter in letters)
        self.summary.setText(self.tr("%n letter(s) to send", "", open_))
        self.write_all.setVisible(waiting > 1)  # one is written from its card
        self.write_all.setText(self.tr("Make %n ready for Digital Post …", "", waiting))
        self.sent_all.setVisible(ready > 0)
        self.sent_all.setText(self.tr("%n ready: sent today", "", ready))
        self.counted.emit(open_)
        self._show_card()

    def chosen(self) -> Outgoing | None:
        """Return what is chosen in the list."""
        return self.model.letter(self.list.currentIndex())

    def write_out(self, letters: Sequence[Outgoing]) -> None:
        """Ask for a folder and write the letters into it as Digital Post messages."""
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("The folder that the municipality's sender takes messages from")
        )
        if folder:
            self.write_to(Path(folder), letters)

    def write_to(self, folder: Path, letters: Sequence[Outgoing]) -> None:
        """Write the letters into a folder, beside the window."""
        work = partial(post, self._session, tuple(letters), folder)
        self._background.run(work, self._say_posted, self._failed)

    def say(self, text: str, tone: Tone = "ok") -> None:
        """Say what came of an act, over the list."""
        self.banner.show()
        self.banner.show_text(text, tone)

    @property
    def _today(self) -> date:
        return today(self._session.clock)

    def _to_write(self) -> list[Outgoing]:
        return [e for e in self._letters if e.state == "waiting" and not e.by_post]

    def _ready(self) -> list[Outgoing]:
        return [e for e in self._letters if e.state == "ready" and not e.by_post]

    def _say_posted(self, posted: Posted) -> None:
        self.refresh()
        said = []
        if posted.written:
            said.append(
                self.tr(
                    "%n message(s) made ready. The files are not encrypted: delete them when they "
                    "are sent.",
                    "",
                    len(posted.written),
                )
            )
        said += dict.fromkeys(self._session.texts.error(r.error) for r in posted.refused)
        self.say("\n".join(said), "bad" if posted.refused else "ok")

    def _record(self, letters: Sequence[Outgoing], how: Way | str, day: date) -> None:
        try:
            count = note_sent(self._session, letters, how, day)  # type: ignore[arg-type]
        except KnownError as error:
            self._failed(error)
            return
        self.say(self.tr("%n delivery(s) recorded", "", count))
        self.list.setFocus()
        self.refresh()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.say(self._session.texts.error(error), "bad")

    def _show_card(self) -> None:
        self.card.show_letter(self.chosen(), self._today)

    def _open(self, letter: Outgoing | None) -> None:
        if letter is not None:
            section = _WRITTEN_IN.get(letter.row.version.letter, "decision")
            self.opened.emit(letter.row.visit, section)

    def _connect(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(DueDelegate(self.list))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_card())
        self.list.activated.connect(lambda index: self._open(self.model.letter(index)))
        self.card.opened.connect(self._open)
        self.card.written.connect(lambda letter: self.write_out((letter,)))
        self.card.printed.connect(self.print_wanted)
        self.card.sent.connect(lambda letter, how, day: self._record((letter,), how, day))
        self.write_all.clicked.connect(lambda: self.write_out(self._to_write()))
        self.sent_all.clicked.connect(lambda: self._record(self._ready(), "", self._today))

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("Letters to send"))
        acts = QHBoxLayout()
        acts.setContentsMargins(0, 12, 0, 0)
        acts.setSpacing(8)
        for button in (self.write_all, self.sent_all):
            button.hide()
            acts.addWidget(button)
        acts.addStretch(1)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(heading(self.tr("Letters to send")))
        head.addWidget(self.summary)
        head.addLayout(acts)
        self._below = lay_out_list(self, head, self.banner, self.list, self.empty, self.card)
