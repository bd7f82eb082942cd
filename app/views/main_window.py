"""The window: the day, the citizens, the settings, and the visit that is open."""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import KnownError
from app.settings import load_settings
from app.views.background import Background
from app.views.day_page import DayPage
from app.views.desks import Desks
from app.views.due_watch import DueWatch
from app.views.idle import IdleTimer
from app.views.keeping import Keeping
from app.views.standards_check import check_standards_later
from app.views.status_line import StatusLine
from app.views.sync_ties import SyncTies
from app.widgets.banner import Banner
from app.widgets.nav import SideNav
from app.workflow.session import Session

if TYPE_CHECKING:  # imported when they are shown: the day's list must not wait for them
    from app.views.citizens_page import CitizensPage
    from app.views.follow_up_page import FollowUpPage
    from app.views.letters_page import LettersPage
    from app.views.settings_page import SettingsPage
    from app.views.visit_desk import VisitDesk
    from app.workflow.drafts import VisitDraft
    from app.workflow.due import DueItem

Box = TypeVar("Box", QHBoxLayout, QVBoxLayout)


class MainWindow(QWidget):
    """Everything after unlocking.

    Signals:
        locking: show nothing, for the program locks when what is under way is done.
        lock_asked: show nothing and drop the keys.
    """

    locking = Signal()
    lock_asked = Signal()

    def __init__(
        self, session: Session, demonstration: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(self.tr("Hjemmebesøg"))
        self.resize(1366, 768)
        self.setMinimumSize(1000, 560)
        self.background = Background(self)
        self.side = SideNav(self.tr("Hjemmebesøg"))
        self.day = DayPage(session, self.background)
        self.pages = QStackedWidget()
        self.desks = Desks(session, self.background, self.pages)
        self.due = DueWatch(session, self.background, self)
        self.desk: VisitDesk | None = None
        self._came_from = ""
        # Of a visit that is not planned yet: what the disk refused when the program locked.
        self.unplanned: VisitDraft | None = None
        self.banner = Banner("")
        self.banner.put_away()
        self._demonstration = demonstration
        self.status = StatusLine(demonstration=demonstration)
        self.keeping = Keeping(session, self.banner, self.status, self)
        self.sync = SyncTies(self)
        self._idle = IdleTimer(self.background, self)
        self._lay_out()
        self._connect()
        self.restart_idle()
        self.desks.build_ahead()
        self.due.count_soon()
        check_standards_later(self)

    # Where one is

    @cached_property
    def citizens(self) -> "CitizensPage":
        """The page of the citizens."""
        from app.views.late_pages import citizens_page

        return citizens_page(self)

    @cached_property
    def follow_up(self) -> "FollowUpPage":
        """The page of what is due."""
        from app.views.late_pages import follow_up_page

        return follow_up_page(self)

    @cached_property
    def letters(self) -> "LettersPage":
        """The page of the letters to send."""
        from app.views.late_pages import letters_page

        return letters_page(self)

    @cached_property
    def settings(self) -> "SettingsPage":
        """The page of the settings."""
        from app.views.late_pages import settings_page

        return settings_page(self, self._demonstration)

    def open(self, visit_id: str, section: str = "") -> None:
        """Open a visit, at a section if one is named; what stops it is said over the page."""
        from app.workflow.open_visit import open_visit

        try:
            opened = open_visit(self.session, visit_id)
        except KnownError as error:
            self.say(self.session.texts.error(error), "bad")
            return
        if not self.leave_visit():
            return
        opened.section = section or opened.section
        self._came_from = self.side.current()
        desk = self.desks.take(opened.standard)
        desk.left.connect(lambda: self.leave_visit())
        desk.said.connect(self.say)
        desk.written.connect(self.keeping.written)
        desk.lock_wanted.connect(self.lock_soon)
        desk.guarded = not self._demonstration
        self.status.history_wanted.connect(desk.show_history)
        self.status.history.show()
        self.desk = desk
        self.banner.put_away()
        desk.open(opened)
        self.side.setVisible(False)
        # Now, so that the visit is laid out once, in the room that it will have.
        self._column.activate()
        self.pages.setCurrentWidget(desk)
        desk.page.focus()

    def leave_visit(self, whatever: bool = False) -> bool:
        """Go back to the day; tell whether the visit was left.

        What was typed is written first. If that fails, it is said and the visit stays open,
        unless it is to be left whatever comes of it.
        """
        if self.desk is None:
            return True
        if not self.desk.write_all() and not whatever:
            return False
        desk, self.desk = self.desk, None
        unread = desk.unread()
        desk.leave()
        self.status.history.hide()
        self.side.setVisible(True)
        back = self._came_from in ("follow_up", "letters")
        self.show_page(self._came_from if back else "day")
        self.pages.removeWidget(desk)
        desk.deleteLater()
        self.desks.build_ahead()
        if unread:
            self.say(self.tr("Not saved, because it could not be read: {what}").format(what=unread))
        return True

    def show_page(self, page: str) -> None:
        """Show the day, what is due, the letters, the citizens or the settings."""
        if not self.leave_visit():
            return
        self.side.set_current(page)
        _show(self, page)

    def show_citizen(self, citizen_id: str) -> None:
        """Show one citizen among the citizens."""
        self.show_page("citizens")
        self.citizens.show_citizen(citizen_id)

    def say(self, text: str, tone: str = "info") -> None:
        """Say something over the page that is shown."""
        self.banner.show()
        self.banner.show_text(text, tone)  # type: ignore[arg-type]  # tones come by signal

    def leave(self) -> None:
        """Write what is typed and stop what runs; the session may be closed after."""
        self.leave_visit(whatever=True)
        self.keeping.stop()
        self.desks.stop()
        self.due.stop()
        self.background.wait()

    def lock_soon(self) -> None:
        """Lock when what is under way is done: by hand, or before the computer sleeps."""
        self._idle.lock_soon()

    # Acts

    def plan_visit(self, citizen_id: str = "", due: "DueItem | None" = None) -> None:
        """Ask what is needed for a visit, and plan it; `due` is what a follow-up is for."""
        from app.views.late_pages import plan_visit

        plan_visit(self, citizen_id, due)

    def import_list(self) -> None:
        """Read in a work list and report each line that was refused."""
        from app.views.late_pages import import_list

        import_list(self)

    def undo(self) -> None:
        """Undo the last act in the open visit, or on the page of what is due."""
        if self.desk is not None:
            self.desk.undo()
        elif self.side.current() == "follow_up":
            self.follow_up.undo()

    def redo(self) -> None:
        """Do the last undone act again."""
        if self.desk is not None:
            self.desk.redo()

    # How

    def _lay_out(self) -> None:
        self.side.set_items(
            [
                ("day", self.tr("Visits of the day")),
                ("follow_up", self.tr("Follow-up")),
                ("letters", self.tr("Letters")),
                ("citizens", self.tr("Citizens")),
                ("settings", self.tr("Settings")),
            ]
        )
        profile = self.session.profile
        self.side.set_foot("\n".join(filter(None, (profile.name, profile.title))))
        self.pages.addWidget(self.day)
        middle, self._column = _box(QVBoxLayout()), _box(QVBoxLayout(self))
        middle.addWidget(self.banner)
        middle.addWidget(self.pages, 1)
        row = _box(QHBoxLayout())
        row.addWidget(self.side)
        row.addLayout(middle, 1)
        self._column.addLayout(row, 1)
        self._column.addWidget(self.status)
        self.side.set_current("day")
        self.day.list.setFocus()

    def _connect(self) -> None:
        self.side.chosen.connect(self.show_page)
        self.day.opened.connect(self.open)
        self.day.new_visit.connect(self.plan_visit)
        self.day.import_list.connect(self.import_list)
        self.day.citizen_chosen.connect(self.show_citizen)
        self.due.late.connect(lambda n: self.side.set_badge("follow_up", str(n or "")))
        self._idle.locking.connect(self._begin_locking)
        self._idle.lock_due.connect(self.lock_asked)
        self._idle.acted.connect(self.desks.wait_for_quiet)
        _give_shortcuts(self)

    def _begin_locking(self) -> None:
        self.locking.emit()
        if self.desk is not None:
            self.desk.write_all()

    def find_citizen(self) -> None:
        """Let a citizen be found."""
        if self.leave_visit():
            self.show_page("day")
            self.day.search.setFocus()

    def restart_idle(self) -> None:
        """Heed the settings: when the screen locks."""
        minutes = load_settings(self.session.store.folder).lock_after_min
        self.status.set_locks_after(minutes)
        self._idle.start(minutes * 60_000)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._idle.watch(self.windowHandle())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leave_visit():
            event.ignore()
            return
        self.leave()
        super().closeEvent(event)


def _show(main: MainWindow, page: str) -> None:
    """Show a page as it is now, with focus where one goes on."""
    if page == "settings":
        main.pages.setCurrentWidget(main.settings)
        return
    if page == "citizens":
        main.pages.setCurrentWidget(main.citizens)
        main.citizens.refresh()
        return
    shown: DayPage | FollowUpPage | LettersPage = main.day
    if page == "follow_up":
        shown = main.follow_up
    elif page == "letters":
        shown = main.letters
    main.pages.setCurrentWidget(shown)
    shown.refresh()
    shown.list.setFocus()


def _box(layout: Box) -> Box:
    """Take the margins and the spacing from a layout."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout


def _give_shortcuts(main: MainWindow) -> None:
    for keys, act in (
        (QKeySequence(QKeySequence.StandardKey.Undo), main.undo),
        (QKeySequence("Ctrl+Y"), main.redo),
        (QKeySequence("Ctrl+Shift+Z"), main.redo),
        (QKeySequence("Ctrl+K"), main.find_citizen),
        (QKeySequence("Ctrl+L"), main.lock_soon),
    ):
        QShortcut(keys, main).activated.connect(act)
