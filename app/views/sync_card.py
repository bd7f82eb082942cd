"""What is on this computer only, in true numbers, and what can be done about it."""

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.errors import KnownError
from app.settings import load_settings, save_settings
from app.views.sync_enrol import EnrolForm
from app.views.sync_watch import SyncWatch
from app.views.sync_words import SyncWords
from app.widgets.buttons import link_button, plain_button
from app.widgets.card import Card, text_label
from app.widgets.fields import Combo, labelled
from app.workflow.session import Session

if TYPE_CHECKING:  # it brings a library for the network
    from app.journal.outbox import Refused
    from app.sync.rounds import Progress
    from app.workflow.syncing import SyncState

# The others are like them, or come into sight when these are settled.
REFUSED_SHOWN = 10
EVERY_MIN = (5, 15, 30, 60, 120)


class SyncCard(Card):
    """The numbers, the buttons, and how the computer is enrolled at a hub or leaves it.

    Signals:
        disputes_wanted: the fields that were written differently are to be listed.
    """

    disputes_wanted = Signal()

    def __init__(self, session: Session, watch: SyncWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._watch = watch
        self._words = SyncWords(self)
        self.set_title(self.tr("Sending to the municipality"))
        self._outcome = ""
        self.said = text_label("", "error")
        self.said.hide()
        self.rows: dict[str, tuple[QLabel, QLabel]] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.refused = QVBoxLayout()
        self._listed: list[tuple[str, str]] = []
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.step = text_label("", "body")
        self.now = plain_button(self.tr("Send and fetch now"))
        self.cancel = plain_button(self.tr("Cancel"))
        self.disputes = plain_button(self.tr("Show what is written differently"))
        self.enrol = EnrolForm()
        self.leave = link_button(self.tr("Leave the server …"))
        self._lay_out()
        self._connect()
        self.show_progress(watch.progress)
        if watch.state is not None:
            self.show_state(watch.state)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.count()

    def show_state(self, state: "SyncState") -> None:
        """Show what is where now."""
        now = self._session.clock()
        self.set_subtitle(self._subtitle(state))
        for name, (label, value, shown) in self._numbers(state, now).items():
            self._put(name, label, value, shown=shown)
        self._say(state.trouble)
        self._list_refused(state.refused)
        for part in (self.now, self.leave, self._interval):
            part.setVisible(state.enrolled)
        self.enrol.setVisible(not state.enrolled)
        self.disputes.setVisible(bool(state.conflicts))

    def _subtitle(self, state: "SyncState") -> str:
        if state.enrolled:
            words = self.tr("Enrolled for {user} at {address}")
            return words.format(user=state.user_name, address=state.url)
        return self.tr(
            "Everything you write is on this computer only, encrypted. That is fine, but a "
            "computer can be lost: take a backup to another disk now and then, under Settings, "
            "Backups. If the municipality has a server for Hjemmebesøg, enrol the computer there."
        )

    def _numbers(self, state: "SyncState", now: datetime) -> dict[str, tuple[str, str, bool]]:
        words, on = self._words, state.enrolled
        sent = words.moment(state.last_success, now) or self.tr("Not yet")
        aside, off = self.tr("Came in and could not be read yet"), words.clock(state)
        moved = self.tr("%n case(s)", "", len(state.moved))
        up, down = self.tr("Files to send"), self.tr("Files to fetch")
        return {
            "here": (self.tr("On this computer only"), words.changes(state.here_only), True),
            "hub": (self.tr("At the server"), words.changes(state.at_hub), on),
            "refused": (self.tr("Refused by the server"), str(len(state.refused)), on),
            "up": (up, words.files(state.blobs_up), on),
            "down": (down, words.files(state.blobs_down), on),
            "conflicts": (
                self.tr("Written differently"),
                self.tr("%n field(s)", "", state.conflicts),
                on or bool(state.conflicts),
            ),
            "aside": (aside, str(state.aside), bool(state.aside)),
            "moved": (self.tr("Moved, for reading only"), moved, bool(state.moved)),
            "seals": words.seals(state),
            "last": (self.tr("Last sent and fetched"), sent, on),
            "next": (self.tr("Next attempt"), words.next_attempt(state, now), on),
            "clock": (self.tr("Clock"), off, bool(off)),
        }

    def _put(self, name: str, label: str, value: str, *, shown: bool) -> None:
        if name not in self.rows:
            pair = (text_label(label, "muted"), text_label(value, "area"))
            row = self._grid.rowCount()
            for column, part in enumerate(pair):
                self._grid.addWidget(part, row, column)
            pair[0].setWordWrap(False)
            self.rows[name] = pair
        for part in self.rows[name]:
            part.setVisible(shown)
        self.rows[name][1].setText(value)
        self.rows[name][1].setAccessibleName(f"{label}: {value}")

    def _list_refused(self, refused: "tuple[Refused, ...]") -> None:
        listed = [(each.action, each.error.key) for each in refused]
        if listed == self._listed:  # focus stays where it is
            return
        self._listed = listed
        _clear(self.refused)
        for each in refused[:REFUSED_SHOWN]:
            self.refused.addWidget(self._refused(each))
        if len(refused) > REFUSED_SHOWN:
            rest = self.tr("%n more refused", "", len(refused) - REFUSED_SHOWN)
            self.refused.addWidget(text_label(rest, "muted"))
        if len(refused) > 1:
            every = plain_button(self.tr("Send all of them again"))
            every.clicked.connect(lambda: self._watch.try_again(*(a for a, _ in self._listed)))
            self.refused.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)

    def _refused(self, refused: "Refused") -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        at = self._words.moment(refused.since, self._session.clock())
        done = refused.label or self._words.changes(refused.size)
        what = " · ".join(filter(None, (self._session.name_in(refused.scope), done)))
        title = self.tr("Refused {moment}: {what}").format(moment=at, what=what)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(text_label(title, "area"))
        said.addWidget(text_label(self._session.texts.error(refused.error), "hint"))
        again = plain_button(self.tr("Send again"))
        again.setAccessibleName(self.tr("Send again: {what}").format(what=what))
        again.clicked.connect(lambda: self._watch.try_again(refused.action))
        row.addLayout(said, 1)
        row.addWidget(again)
        return box

    def show_progress(self, progress: "Progress | None") -> None:
        """Show how far a round has come; None when there is none."""
        for part in (self.bar, self.step, self.cancel):
            part.setVisible(progress is not None)
        self.now.setEnabled(progress is None)
        if progress is None:
            return
        words = self._words.progress(progress)
        self.step.setText(words)
        self.bar.setRange(0, progress.total or 0)
        self.bar.setValue(progress.done)
        self.bar.setAccessibleName(words)

    def _say(self, error: KnownError | None) -> None:
        """Say why the last round failed, or else what came of the last act here."""
        words = self._session.texts.error(error) if error is not None else self._outcome
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _fail(self, error: KnownError) -> None:
        self.enrol.set_waiting(False)
        self.leave.setEnabled(True)
        self._outcome = self._session.texts.error(error)
        self._say(None)

    def _enrol(self, url: str, code: str, password: str | None = None) -> None:
        self._outcome = ""
        self._say(None)
        self.enrol.set_waiting(True)
        self._watch.enrol(url, code, password)

    def _ask_leave(self) -> None:
        title = self.tr("Leave the server?")
        text = self.tr(
            "All that is here stays on this computer. Nothing is sent any more, and a new code is "
            "needed to enrol the computer again."
        )
        state = self._watch.state
        if state is not None and state.here_only:
            here = self.tr("%n change(s) have not been sent yet.", "", state.here_only)
            text = f"{here} {text}"
        button = QMessageBox.StandardButton
        asked = QMessageBox.question(self, title, text, button.Yes | button.No, button.No)
        if asked == button.Yes:
            self.leave.setEnabled(False)
            self._watch.leave()

    def _has_left(self, told: bool) -> None:
        self.leave.setEnabled(True)
        if not told:
            self._outcome = self.tr(
                "The server could not be reached, and does not know yet that the computer has "
                "left. Tell the administrator, who takes it off the list."
            )
            self._say(None)

    def _set_every(self) -> None:
        folder = self._session.store.folder
        settings = load_settings(folder)
        chosen = self.every.currentData()
        if chosen == settings.sync_every_min:
            return
        try:
            save_settings(folder, msgspec.structs.replace(settings, sync_every_min=chosen))
        except KnownError as error:
            self._say(error)
            return
        self._watch.restart()

    def _lay_out(self) -> None:
        every = load_settings(self._session.store.folder).sync_every_min
        choices = sorted({*EVERY_MIN, every})
        self.every = Combo([(n, self.tr("Every %n minute(s)", "", n)) for n in choices])
        self.every.setCurrentIndex(self.every.findData(every))
        self._interval = labelled(self.tr("Sends and fetches"), self.every)
        self._interval.setMaximumWidth(260)
        buttons = QHBoxLayout()
        for button in (self.now, self.cancel, self.disputes):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for part in (self.said, self.step, self.bar):
            self.body.addWidget(part)
        self.body.addLayout(buttons)
        self.body.addLayout(self._grid)
        self.body.addLayout(self.refused)
        later: tuple[QWidget, ...] = (self._interval, self.enrol, self.leave)
        for each in later:
            self.body.addWidget(each)
            each.hide()
        self.disputes.hide()
        self.now.hide()

    def _connect(self) -> None:
        self._watch.counted.connect(self.show_state)
        self._watch.progressed.connect(self.show_progress)
        self._watch.failed.connect(self._fail)
        self._watch.left.connect(self._has_left)
        self.now.clicked.connect(self._watch.ask)
        self.cancel.clicked.connect(self._watch.cancel)
        self.disputes.clicked.connect(self.disputes_wanted)
        self.enrol.sent.connect(self._enrol)
        self.enrol.browser_wanted.connect(self._enrol)
        self.enrol.cancelled.connect(self._watch.browser.cancel)
        self.enrol.address_given.connect(self._watch.browser.ask)
        self._watch.browser.answered.connect(self.enrol.set_provider)
        self._watch.enrolled.connect(self.enrol.clear)
        self.leave.clicked.connect(self._ask_leave)
        self.every.activated.connect(lambda _: self._set_every())


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
