"""Finding a citizen who is not on this computer, and fetching a case from the municipality."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.errors import KnownError
from app.views.background import Background
from app.views.sync_watch import SyncWatch
from app.widgets.buttons import plain_button, primary_button
from app.widgets.card import muted, text_label
from app.widgets.fields import LineEdit, labelled
from app.workflow.elsewhere import is_mine
from app.workflow.session import Session

if TYPE_CHECKING:  # it brings a library for the network
    from app.sync.wire import Found, FoundCase
    from app.workflow.syncing import SyncState

CASE = Qt.ItemDataRole.UserRole
# A round under way may have passed the place where the case comes: the next brings it.
MOST_ROUNDS = 2


class HubSearchDialog(QDialog):
    """Asks the municipality's server for a name, and why a case is to be seen; then fetches it.

    Signals:
        fetched: the id of a case that is here now.
    """

    fetched = Signal(str)

    def __init__(
        self,
        session: Session,
        watch: SyncWatch,
        background: Background,
        text: str,
        parent: QWidget,
    ) -> None:
        """`text` is looked for at once, if there is enough of it."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Search at the municipality"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.resize(640, 520)
        self._session = session
        self._watch = watch
        self._background = background
        # The case that is on its way, and how many rounds were waited for.
        self._awaited = ""
        self._rounds = 0
        self._make_parts(text)
        self._lay_out()
        self._connect()
        self._can_fetch()
        if len(text.strip()) > 1:
            self._search()

    def take_found(self, found: "tuple[Found, ...]") -> None:
        """List the cases that were found, a line for each."""
        self._rest()
        self.hits.clear()
        for citizen in found:
            for case in citizen.cases:
                item = QListWidgetItem(self._line(citizen, case))
                item.setData(CASE, case.scope)
                self.hits.addItem(item)
        self.hits.setVisible(bool(found))
        self.said.setText("" if found else self._nobody())
        self.said.setVisible(not found)
        if found:
            self.hits.setCurrentRow(0)
            self.hits.setFocus()
        self._can_fetch()

    def _make_parts(self, text: str) -> None:
        self.text = LineEdit(self.tr("Name, or the whole CPR number"))
        self.text.setText(text)
        self.search = plain_button(self.tr("Search"))
        self.hits = QListWidget()
        self.hits.setAccessibleName(self.tr("Found at the municipality"))
        self.hits.setObjectName("citizenList")
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.hits.hide()
        self.said = text_label("", "body")
        self.said.hide()
        self.error = text_label("", "error")
        self.error.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.hide()
        self.why = LineEdit(self.tr("For example: She called about her help today"))
        self.fetch = primary_button(self.tr("Fetch and open"))
        self.close_button = plain_button(self.tr("Close"))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(labelled(self.tr("Whom are you looking for?"), self.text), 1)
        top.addWidget(self.search, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addLayout(top)
        hint = self.tr("The municipality notes who searched for whom, and who opened which case.")
        column.addWidget(muted(hint))
        for part in (self.error, self.said, self.bar):
            column.addWidget(part)
        column.addWidget(self.hits, 1)
        self._reason = labelled(self.tr("Why do you need the case?"), self.why)
        column.addWidget(self._reason)
        column.addStretch(0)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.fetch)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for button in (self.search, self.fetch, self.close_button):
            button.setAutoDefault(False)
        self.search.clicked.connect(self._search)
        self.text.returnPressed.connect(self._search)
        self.text.textChanged.connect(self._can_fetch)
        self.why.textChanged.connect(self._can_fetch)
        self.why.returnPressed.connect(self._fetch)
        self.hits.currentItemChanged.connect(self._can_fetch)
        self.hits.itemActivated.connect(lambda _: self._go_on())
        self.fetch.clicked.connect(self._fetch)
        self.close_button.clicked.connect(self.reject)
        self._watch.counted.connect(self._look)

    def _chosen(self) -> str:
        item = self.hits.currentItem()
        return str(item.data(CASE)) if item is not None and not self.hits.isHidden() else ""

    def _can_fetch(self, *_: object) -> None:
        chosen, working = self._chosen(), not self.bar.isHidden()
        here = bool(chosen) and is_mine(self._session, chosen)
        self._reason.setVisible(bool(chosen) and not here)
        self.fetch.setText(self.tr("Open") if here else self.tr("Fetch and open"))
        reasoned = here or bool(self.why.text().strip())
        self.fetch.setEnabled(bool(chosen) and reasoned and not working)
        self.search.setEnabled(len(self.text.text().strip()) > 1 and not working)

    def _go_on(self) -> None:
        if self._reason.isVisible() and not self.why.text().strip():
            self.why.setFocus()
        else:
            self._fetch()

    def _search(self) -> None:
        text = self.text.text().strip()
        if len(text) > 1 and self.bar.isHidden():
            self._work(self.tr("Searching at the municipality …"))
            self._background.run(partial(_search, self._session, text), self.take_found, self._fail)

    def _fetch(self) -> None:
        case = self._chosen()
        if not self.fetch.isEnabled():
            return
        if is_mine(self._session, case):
            self._end(case)
            return
        self._work(self.tr("Fetching the case …"))
        work = partial(_open, self._session, case, self.why.text().strip())
        self._background.run(work, lambda _: self._await(case), self._fail)

    def _await(self, case: str) -> None:
        """Wait for the case, that comes with a round."""
        self._awaited, self._rounds = case, 0
        self._watch.ask()

    def _look(self, state: "SyncState") -> None:
        """See whether the case has come with the round that has ended."""
        if not self._awaited or self._watch.busy:
            return
        if is_mine(self._session, self._awaited):
            self._end(self._awaited)
        elif state.trouble is not None:
            self._fail(state.trouble)
        elif self._rounds < MOST_ROUNDS:
            self._rounds += 1
            self._watch.ask()
        else:
            self._fail(KnownError("sync.case_later"))

    def _end(self, case: str) -> None:
        self._awaited = ""
        self.accept()
        self.fetched.emit(case)

    def _work(self, words: str) -> None:
        self.error.hide()
        self.said.setText(words)
        self.said.show()
        self.bar.setAccessibleName(words)
        self.bar.show()
        self._can_fetch()

    def _rest(self) -> None:
        self._awaited = ""
        self.bar.hide()
        self.said.hide()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._rest()
        self.error.setText(self._session.texts.error(error))
        self.error.show()
        self._can_fetch()

    def _line(self, citizen: "Found", case: "FoundCase") -> str:
        words = self.tr("case {number}").format(number=case.number) if case.number else ""
        where = self.tr("on this computer") if is_mine(self._session, case.scope) else ""
        name = citizen.name or self.tr("Citizen without a name")
        return f"{name}\n" + " · ".join(filter(None, (citizen.cpr_masked, words, where)))

    def _nobody(self) -> str:
        return self.tr(
            "Nobody was found in the cases of your teams. Write the beginning of each name, or "
            "the whole CPR number. Another team may have the case: ask your team leader."
        )


def _search(session: Session, text: str) -> "tuple[Found, ...]":
    from app.workflow.at_hub import search_hub

    return search_hub(session, text)


def _open(session: Session, case: str, why: str) -> None:
    from app.workflow.at_hub import open_at_hub

    open_at_hub(session, case, why)
