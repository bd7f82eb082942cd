"""The day: visits in the order of the clock, one card, the deadlines ahead."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from app.clock import today
from app.errors import KnownError
from app.views.background import Background
from app.views.day_list import ROW, DayDelegate, DayModel
from app.views.phrases import day_in_words, deadline_tone
from app.views.scrolling import scrolling
from app.views.search_field import SearchField
from app.views.visit_card import WIDTH as CARD_WIDTH
from app.views.visit_card import VisitCardPanel
from app.widgets.banner import Banner
from app.widgets.buttons import icon_button, plain_button, primary_button
from app.widgets.card import Card, EmptyState, heading, muted, section_title
from app.widgets.chips import Tone
from app.widgets.timeline import DeadlineLine
from app.workflow.planning import DayVisit, DueDay, deadlines_ahead, visit_card, visits_of_day
from app.workflow.session import Session

DEADLINE_DAYS = 14
# The list is painted first: neither may hold it up, and nobody sees them come.
CARD_AFTER_MS = 30
DEADLINES_AFTER_MS = 90
MOST_ROWS = 8
# A day of visits is seen whole; in a low window the deadlines come after a scroll.
LEAST_ROWS = 5
# Pixels that the title, the buttons and a line of deadlines take.
ROOM_BELOW = 330


class DayPage(QWidget):
    """The visits of a day and what is due.

    Signals:
        opened: the id of a visit to open.
        citizen_chosen: the id of a citizen that was found.
        new_visit, import_list: the visitator wants to plan.
    """

    opened = Signal(str)
    citizen_chosen = Signal(str)
    new_visit = Signal()
    import_list = Signal()

    def __init__(
        self, session: Session, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._background = background
        self.day = today(session.clock)
        self.title = heading("")
        self.title.setWordWrap(False)
        self.summary = muted("")
        self.search = SearchField(session)
        self.model = DayModel(self)
        self.list = QListView()
        self.card = VisitCardPanel(session.texts)
        self.deadlines = DeadlineLine()
        self.banner = Banner("")
        self.banner.put_away()
        self.empty = EmptyState(
            self.tr("No visits on this day"),
            self.tr("Plan a visit, or import the work list from your calendar system."),
            self.tr("Plan a visit"),
            self.new_visit.emit,
        )
        self._card_timer = QTimer(self)
        self._card_timer.setSingleShot(True)
        self._card_timer.setInterval(CARD_AFTER_MS)
        self._card_timer.timeout.connect(self._show_card)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the day anew."""
        visits = visits_of_day(self.session, self.day)
        chosen = self.chosen()
        self.model.show(visits, self.session)
        self.title.setText(day_in_words(self.day))
        self.summary.setText(self.tr("%n visit(s)", "", len(visits)))
        self.list.setVisible(bool(visits))
        self._fit_list()
        self.empty.setVisible(not visits)
        self._choose(chosen or _next_visit(visits))
        # The list can be used before the deadlines are counted.
        QTimer.singleShot(DEADLINES_AFTER_MS, self, self._load_deadlines)

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.day = day
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_list()

    def _fit_list(self) -> None:
        """Give the list its rows, and leave room for the buttons and the deadlines below."""
        room = max(LEAST_ROWS, (self.height() - ROOM_BELOW) // ROW)
        rows = min(MOST_ROWS, room, max(1, self.model.rowCount()))
        self.list.setFixedHeight(rows * ROW + 2)

    def chosen(self) -> str:
        """Return the id of the visit whose card is shown."""
        index = self.list.currentIndex()
        return self.model.visit_id(index) if index.isValid() else ""

    def say(self, text: str, tone: Tone = "info") -> None:
        """Say what was done, over the list."""
        self.banner.show()
        self.banner.show_text(text, tone)

    def _load_deadlines(self) -> None:
        self._background.run(
            lambda: deadlines_ahead(self.session, DEADLINE_DAYS, self._background.stopping),
            self._show_deadlines,
            self._no_deadlines,
        )

    def _no_deadlines(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.say(self.session.texts.error(error), "bad")

    def _show_deadlines(self, found: tuple[DueDay, ...]) -> None:
        start = today(self.session.clock)
        self.deadlines.set_days(
            start,
            [
                (
                    d.deadline.due,
                    f"{_short_name(d.citizen)} · {d.deadline.name}",
                    deadline_tone((d.deadline.due - start).days),
                )
                for d in found
            ],
            DEADLINE_DAYS,
        )

    def _choose(self, visit_id: str) -> None:
        index = self.model.index_of(visit_id)
        if self.list.currentIndex() == index:
            self._show_card_soon()
        self.list.setCurrentIndex(index)

    def _show_card_soon(self) -> None:
        """Show the card once the list is painted: moving in the list never waits for it."""
        self._card_timer.start()

    def _show_card(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            self.card.clear()
            return
        try:
            card = visit_card(self.session, self.model.visit_id(index))
        except KnownError as error:
            self.card.show_problem(self.session.texts.error(error))
            return
        standard = self.session.standard_for(card.casefile)
        self.card.show_card(card, standard, today(self.session.clock))

    def _connect(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(DayDelegate(self.list))
        self.list.selectionModel().currentChanged.connect(self._show_card_soon)
        self.list.activated.connect(lambda index: self.opened.emit(self.model.visit_id(index)))
        self.card.opened.connect(self.opened)
        self.search.chosen.connect(self.citizen_chosen)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        left = QVBoxLayout(page)
        left.setContentsMargins(24, 16, 4, 20)
        left.setSpacing(12)
        left.addWidget(self.banner)
        left.addWidget(self._visits())
        left.addWidget(self.empty)
        left.addWidget(section_title(self.tr("Deadlines of the next 14 days")))
        line = Card()
        line.body.addWidget(self.deadlines)
        left.addWidget(line)
        left.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        head.addLayout(self._head())
        head.addWidget(scrolling(page), 1)
        beside = QWidget()
        beside.setObjectName("page")
        aside = QVBoxLayout(beside)
        aside.setContentsMargins(0, 20, 8, 20)
        aside.addWidget(self.card)
        aside.addStretch(1)
        area = scrolling(beside)
        area.setFixedWidth(CARD_WIDTH + 12)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(20)
        row.addLayout(head, 1)
        row.addWidget(area)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.summary)
        row = QHBoxLayout()
        row.setContentsMargins(24, 18, 4, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self._step("back", self.tr("The day before"), -1))
        row.addWidget(self._step("arrow", self.tr("The day after"), 1))
        row.addWidget(self.search, 1)
        return row

    def _step(self, icon: str, name: str, by: int) -> QWidget:
        button = icon_button(icon, name)
        button.clicked.connect(lambda: self.show_day(self.day + timedelta(days=by)))
        return button

    def _visits(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.list.setAccessibleName(self.tr("The visits of the day"))
        self.list.setObjectName("dayList")
        self.list.setMouseTracking(True)
        column.addWidget(self.list)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button, act in self._actions():
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return box

    def _actions(self) -> list[tuple[QPushButton, Callable[[], None]]]:
        new = primary_button(self.tr("Plan a visit"))
        read = plain_button(self.tr("Import a work list"))
        return [(new, self.new_visit.emit), (read, self.import_list.emit)]


def _next_visit(visits: tuple[DayVisit, ...]) -> str:
    waiting = [v for v in visits if v.visit.state in ("ongoing", "planned")]
    return (waiting or [*visits])[0].visit.id if visits else ""


def _short_name(name: str) -> str:
    words = name.split()
    return f"{words[0][0]}. {words[-1]}" if len(words) > 1 else name
