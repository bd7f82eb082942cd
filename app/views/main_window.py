"""The window: the day, the citizens, the settings, and the visit that is open."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.clock import local
from app.errors import KnownError
from app.settings import load_settings
from app.views.background import Background
from app.views.day_page import DayPage
from app.views.desks import Desks
from app.views.idle import IdleTimer
from app.views.status_line import StatusLine
from app.widgets.banner import Banner
from app.widgets.nav import SideNav
from app.wording import clock
from app.workflow.session import Session

if TYPE_CHECKING:  # imported when they are shown: the day's list must not wait for them
    from app.views.citizens_page import CitizensPage
    from app.views.settings_page import SettingsPage
    from app.views.visit_desk import VisitDesk


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
        self.desk: VisitDesk | None = None
        self.banner = Banner("")
        self.banner.put_away()
        self._demonstration = demonstration
        self.status = StatusLine(demonstration=demonstration)
        self._idle = IdleTimer(self.background, self)
        self._lay_out()
        self._connect()
        self._restart_idle()
        self.desks.build_ahead()

    # Where one is

    @cached_property
    def citizens(self) -> "CitizensPage":
        """The page of the citizens."""
        from app.views.citizens_page import CitizensPage

        page = CitizensPage(self.session)
        page.opened.connect(self.open)
        page.visit_wanted.connect(self.plan_visit)
        self.pages.addWidget(page)
        return page

    @cached_property
    def settings(self) -> "SettingsPage":
        """The page of the settings."""
        from app.views.settings_page import SettingsPage

        page = SettingsPage(self.session, self.background, self._demonstration)
        page.changed.connect(self._restart_idle)
        page.lock_asked.connect(self.lock_soon)
        self.pages.addWidget(page)
        return page

    def open(self, visit_id: str) -> None:
        """Open a visit; what stops it is said over the page."""
        from app.workflow.open_visit import open_visit

        try:
            opened = open_visit(self.session, visit_id)
        except KnownError as error:
            self.say(self.session.texts.error(error), "bad")
            return
        if not self.leave_visit():
            return
        desk = self.desks.take(opened.standard)
        desk.left.connect(lambda: self.leave_visit())
        desk.said.connect(self.say)
        desk.written.connect(self._written)
        desk.lock_wanted.connect(self.lock_soon)
        desk.guarded = not self._demonstration
        self.desk = desk
        desk.open(opened)
        self.side.setVisible(False)
        self.banner.put_away()
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
        self.side.setVisible(True)
        self.show_page("day")
        self.pages.removeWidget(desk)
        desk.deleteLater()
        self.desks.build_ahead()
        if unread:
            self.say(self.tr("Not saved, because it could not be read: {what}").format(what=unread))
        return True

    def show_page(self, page: str) -> None:
        """Show the day, the citizens or the settings."""
        if not self.leave_visit():
            return
        self.side.set_current(page)
        if page == "citizens":
            self.pages.setCurrentWidget(self.citizens)
            self.citizens.refresh()
        elif page == "settings":
            self.pages.setCurrentWidget(self.settings)
        else:
            self.pages.setCurrentWidget(self.day)
            self.day.refresh()
            self.day.list.setFocus()

    def say(self, text: str, tone: str = "info") -> None:
        """Say something over the page that is shown."""
        self.banner.show()
        self.banner.show_text(text, tone)  # type: ignore[arg-type]  # tones come by signal

    def leave(self) -> None:
        """Write what is typed and stop what runs; the session may be closed after."""
        self.leave_visit(whatever=True)
        self.desks.stop()
        self.background.wait()

    def lock_soon(self) -> None:
        """Lock when what is under way is done: by hand, or before the computer sleeps."""
        self._idle.lock_soon()

    # Acts

    def plan_visit(self, citizen_id: str = "") -> None:
        """Ask what is needed for a visit, and plan it."""
        from app.views.new_visit_dialog import NewVisitDialog

        dialog = NewVisitDialog(self.session, citizen_id, self.day.day, self)
        if dialog.exec() and dialog.visit_id:
            self.day.refresh()
            self.say(self.tr("The visit is planned."), "ok")

    def import_list(self) -> None:
        """Read in a work list and report each line that was refused."""
        from app.views.import_dialog import import_work_list

        if import_work_list(self.session, self):
            self.day.refresh()

    def undo(self) -> None:
        """Undo the last act in the open visit."""
        if self.desk is not None:
            self.desk.undo()

    def redo(self) -> None:
        """Do the last undone act again."""
        if self.desk is not None:
            self.desk.redo()

    # How

    def _lay_out(self) -> None:
        self.side.set_items(
            [
                ("day", self.tr("Visits of the day")),
                ("citizens", self.tr("Citizens")),
                ("settings", self.tr("Settings")),
            ]
        )
        profile = self.session.profile
        self.side.set_foot("\n".join(filter(None, (profile.name, profile.title))))
        self.pages.addWidget(self.day)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.banner)
        middle.addWidget(self.pages, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(middle, 1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.status)
        self.side.set_current("day")
        self.day.list.setFocus()

    def _connect(self) -> None:
        self.side.chosen.connect(self.show_page)
        self.day.opened.connect(self.open)
        self.day.new_visit.connect(self.plan_visit)
        self.day.import_list.connect(self.import_list)
        self.day.citizen_chosen.connect(self._show_citizen)
        self._idle.locking.connect(self._begin_locking)
        self._idle.lock_due.connect(self.lock_asked)
        self._idle.acted.connect(self.desks.wait_for_quiet)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo),
            (QKeySequence("Ctrl+Y"), self.redo),
            (QKeySequence("Ctrl+Shift+Z"), self.redo),
            (QKeySequence("Ctrl+K"), self._find),
            (QKeySequence("Ctrl+L"), self.lock_soon),
        ):
            QShortcut(keys, self).activated.connect(act)

    def _begin_locking(self) -> None:
        self.locking.emit()
        if self.desk is not None:
            self.desk.write_all()

    def _find(self) -> None:
        if not self.leave_visit():
            return
        self.show_page("day")
        self.day.search.setFocus()

    def _show_citizen(self, citizen_id: str) -> None:
        self.show_page("citizens")
        self.citizens.show_citizen(citizen_id)

    def _written(self) -> None:
        self.status.set_saved(clock(local(self.session.clock())))

    def _restart_idle(self) -> None:
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
