"""What is due across all cases: found by kind, in groups by day, and dealt with from here."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from app.clock import today
from app.errors import KnownError
from app.views.due_card import DueCard, kind_names
from app.views.due_list import DueDelegate, DueModel
from app.views.due_watch import DueWatch
from app.views.list_page import lay_out_list
from app.widgets.banner import Banner
from app.widgets.card import EmptyState, heading, muted
from app.widgets.fields import Combo
from app.workflow.due import DueItem, mark_done, take_back
from app.workflow.session import Session


class FollowUpPage(QWidget):
    """The list of what is due, and the card of what is chosen in it.

    Signals:
        opened: the id of a visit to open, and the section that deals with it.
        planned: the DueItem for which a follow-up visit is to be planned.
        citizen_chosen: the id of a citizen to show.
    """

    opened = Signal(str, str)
    planned = Signal(object)
    citizen_chosen = Signal(str)

    def __init__(self, session: Session, watch: DueWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._watch = watch
        self._items: tuple[DueItem, ...] = ()
        self._done: list[tuple[DueItem, str]] = []
        self.summary = muted(self.tr("Counting …"))
        self.kind = Combo([("", self.tr("Everything")), *kind_names().items()])
        self.kind.setAccessibleName(self.tr("Show only"))
        self.kind.setMinimumWidth(220)
        self.model = DueModel(self)
        self.list = QListView()
        self.card = DueCard()
        self.card.hide()
        self.banner = Banner("")
        self.banner.put_away()
        self.empty = EmptyState(
            self.tr("Nothing is due"),
            self.tr("What is agreed in your cases comes here by itself, with its day."),
        )
        self.empty.hide()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Count anew; what is shown stays until it is counted."""
        self._watch.count()

    def show_items(self, items: tuple[DueItem, ...]) -> None:
        """Show what is due; what is chosen stays chosen, or the row in its place is."""
        chosen, row = self.chosen(), self.list.currentIndex().row()
        self._items = items
        kind = self.kind.currentData()
        shown = [item for item in items if kind in ("", item.kind)]
        self.model.show(shown, self._today)
        late = sum(item.deadline.due < self._today for item in shown)
        self.summary.setText(self._counted(len(shown), late))
        self.list.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self._below.setVisible(not shown)
        known = chosen if chosen in shown else None
        index = self.model.index_of(known) if known or row < 0 else self.model.row_near(row)
        self.list.setCurrentIndex(index)
        self._show_card()

    def chosen(self) -> DueItem | None:
        """Return what is chosen in the list."""
        return self.model.item(self.list.currentIndex())

    def undo(self) -> None:
        """Take back what was last marked as done here."""
        if not self._done:
            return
        try:
            take_back(self._session, *self._done[-1])
        except KnownError as error:
            self._say_error(error)
            return
        self._done.pop()
        self.banner.put_away()
        self.refresh()

    @property
    def _today(self) -> date:
        return today(self._session.clock)

    def _counted(self, items: int, late: int) -> str:
        if not items:
            return ""
        counted = [self.tr("%n thing(s) due", "", items)]
        if late:
            counted.append(self.tr("%n overdue", "", late))
        return " · ".join(counted)

    def _mark_done(self, item: DueItem) -> None:
        label = self.tr("Done: {what}").format(what=item.deadline.name)
        try:
            self._done.append((item, mark_done(self._session, item, label)))
        except KnownError as error:
            self._say_error(error)
            return
        self.banner.show()
        self.banner.show_text(label, "ok", self.tr("Undo"))
        self.list.setFocus()
        self.refresh()

    def _say_error(self, error: KnownError) -> None:
        self.banner.show()
        self.banner.show_text(self._session.texts.error(error), "bad")

    def _show_card(self) -> None:
        self.card.show_item(self.chosen(), self._today)

    def _open(self, item: DueItem | None) -> None:
        if item is not None:
            self.opened.emit(item.visit, item.section)

    def _connect(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(DueDelegate(self.list))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_card())
        self.list.activated.connect(lambda index: self._open(self.model.item(index)))
        self.kind.currentIndexChanged.connect(lambda _: self.show_items(self._items))
        self.card.opened.connect(self._open)
        self.card.planned.connect(self.planned)
        self.card.done.connect(self._mark_done)
        self.card.citizen_asked.connect(self.citizen_chosen)
        self.banner.acted.connect(self.undo)
        self._watch.counted.connect(self.show_items)
        self._watch.failed.connect(self._say_error)

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("What is due"))
        self.list.setMouseTracking(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(heading(self.tr("Follow-up")))
        words.addWidget(self.summary)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.kind)
        self._below = lay_out_list(self, head, self.banner, self.list, self.empty, self.card)
