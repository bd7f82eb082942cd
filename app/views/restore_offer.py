"""What is offered when the data is gone or damaged: the backups, and in the end a new start."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import KnownError
from app.glance import State
from app.texts import Texts
from app.views.start import StartWindow
from app.widgets.buttons import link_button, plain_button
from app.widgets.card import text_label
from app.widgets.theme import tokens
from app.workflow.restoring import FoundBackup, backups_in

# So many lines of the list are seen at once; the rest are scrolled to.
LINES, LINE_HEIGHT = 4, 34


class RestoreOffer(QWidget):
    """Offers the backups there are, and asks once more before one takes the data's place.

    Signals:
        confirmed: the FoundBackup that is to be put in place.
        said: why a folder that was chosen cannot be used; empty when it can.
    """

    confirmed = Signal(object)
    said = Signal(str)

    def __init__(self, backups: Sequence[FoundBackup], texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.asked = text_label("", "body")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setObjectName("citizenList")
        self.begin = plain_button(self.tr("Restore this one"))
        self.other = plain_button(self.tr("Look on another disk …"))
        self.confirm = plain_button(self.tr("Yes, restore it"))
        self.cancel = plain_button(self.tr("No, not now"))
        self.begin.clicked.connect(lambda: self._ask(True))
        self.list.itemActivated.connect(lambda _: self._ask(True))
        self.other.clicked.connect(self._choose)
        self.cancel.clicked.connect(lambda: self._ask(False))
        self.confirm.clicked.connect(self._confirm)
        self._lay_out()
        self._list(backups)
        self._ask(False)

    @property
    def chosen(self) -> FoundBackup | None:
        """The backup that is marked, if any."""
        item = self.list.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found if isinstance(found, FoundBackup) else None

    def take_from(self, folder: Path) -> None:
        """List the backups in a folder of the user's choice instead, or say that it has none."""
        try:
            found = backups_in(folder)
        except KnownError as error:
            self.said.emit(self._texts.error(error))
            return
        self.said.emit("")
        self._list(found)
        self._ask(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.asked)
        column.addWidget(self.list)
        row = QHBoxLayout()
        for button in (self.begin, self.other, self.confirm, self.cancel):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _list(self, backups: Sequence[FoundBackup]) -> None:
        self.list.clear()
        for backup in backups:
            item = QListWidgetItem(self._line(backup))
            item.setData(Qt.ItemDataRole.UserRole, backup)
            item.setSizeHint(QSize(0, LINE_HEIGHT))
            if not backup.readable:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setForeground(QColor(tokens().muted))
            self.list.addItem(item)
        self.list.setFixedHeight(LINE_HEIGHT * min(LINES, max(1, len(backups))) + 12)
        readable = (n for n, backup in enumerate(backups) if backup.readable)
        self.list.setCurrentRow(next(readable, -1))

    def _line(self, backup: FoundBackup) -> str:
        if backup.readable:
            return backup.when
        return self.tr("{when} (damaged, cannot be read)").format(when=backup.when)

    def _ask(self, asking: bool) -> None:
        chosen = self.chosen
        self.list.setVisible(not asking and self.list.count() > 0)
        self.begin.setVisible(not asking and chosen is not None)
        self.other.setVisible(not asking)
        self.confirm.setVisible(asking)
        self.cancel.setVisible(asking)
        self.asked.setText(self._question(chosen if asking else None))
        after = self.list if chosen is not None else self.other
        (self.cancel if asking else after).setFocus()

    def _question(self, asked: FoundBackup | None) -> str:
        if asked is not None:
            text = self.tr(
                "What was recorded after {when} is not in the backup. The files that are there "
                "now are moved aside and kept. Restore it?"
            )
            return text.format(when=asked.when)
        if self.chosen is not None:
            return self.tr("Choose the backup to go on from. The newest stands first.")
        if self.list.count():
            return self.tr(
                "None of these backups can be read. Choose one that you have on another disk."
            )
        return self.tr(
            "There is no backup on this computer. If you have one on another disk, choose its "
            "folder."
        )

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where does the backup lie?"))
        if chosen:
            self.take_from(Path(chosen))

    def _confirm(self) -> None:
        if self.chosen is not None:
            self.confirmed.emit(self.chosen)


class LostWindow(StartWindow):
    """Takes the first window's place where data was, and part of it is gone.

    Signals:
        anew: what is left is to be moved aside, and a new store made.
    """

    anew = Signal()

    def __init__(self, state: State, offer: RestoreOffer, why: str = "") -> None:
        """`why` says what was found on unlocking, where the files themselves are all there."""
        super().__init__()
        self.card.setFixedWidth(560)
        if why:
            self.add_heading(self.tr("Your data cannot be opened"), why)
        else:
            self.add_heading(self.tr("Your data is missing"), self._why(state))
        self.offer = offer
        offer.said.connect(self.show_error)
        self.rows.addWidget(offer)
        self.rows.addWidget(self.error)
        self.begin = link_button(self.tr("Begin without the old data"))
        self.asked = text_label(
            self.tr(
                "All that is left is moved to the folder “set-aside” and kept; the program "
                "begins empty. Choose this only when no backup can be had."
            ),
            "body",
        )
        self.confirm = plain_button(self.tr("Yes, begin empty"))
        self.cancel = plain_button(self.tr("No, not now"))
        self.begin.clicked.connect(lambda: self._ask(True))
        self.cancel.clicked.connect(lambda: self._ask(False))
        self.confirm.clicked.connect(self.anew)
        self.rows.addWidget(self.asked)
        row = QHBoxLayout()
        buttons: tuple[QPushButton, ...] = (self.begin, self.confirm, self.cancel)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.rows.addLayout(row)
        self._ask(False)
        offer.list.setFocus()

    def _why(self, state: State) -> str:
        if state == "keys_missing":
            return self.tr(
                "The key to your data is not on this computer. Without it nothing can be read. "
                "A backup has its key with it."
            )
        if state == "database_missing":
            return self.tr("Only the key to it is here. The program has deleted nothing.")
        return self.tr("Only backups of it are here. The program has deleted nothing.")

    def _ask(self, asking: bool) -> None:
        self.offer.setVisible(not asking)
        self.begin.setVisible(not asking)
        for each in (self.asked, self.confirm, self.cancel):
            each.setVisible(asking)
        if asking:
            self.cancel.setFocus()
