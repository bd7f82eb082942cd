"""Ties the sync to the window: what is said, what is shown anew, and where it leads."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.findings import Anchor
from app.errors import KnownError
from app.views.sync_watch import SyncWatch

if TYPE_CHECKING:  # the day's list must not wait for them
    from app.sync.rounds import Progress
    from app.views.main_window import MainWindow
    from app.views.network import Network
    from app.views.visit_desk import VisitDesk
    from app.workflow.disputes import OpenDispute
    from app.workflow.syncing import SyncState

# The library of networks is brought when the first page has long been shown.
NETWORK_AFTER_MS = 2500


class SyncTies(QObject):
    """What the window does when something was sent, came in, or went wrong."""

    def __init__(self, main: "MainWindow") -> None:
        super().__init__(main)
        self._main = main
        self.watch = watch = SyncWatch(main.session, main.background, self)
        watch.counted.connect(self._say_state)
        watch.progressed.connect(self._say_progress)
        watch.came_in.connect(self.show_anew)
        watch.trouble.connect(self._say_error)
        watch.failed.connect(self._say_unseen)
        main.keeping.wrote.connect(watch.count_soon)
        main.locking.connect(watch.browser.cancel)
        main.status.sync_wanted.connect(self.show_panel)
        main.day.search.hub_wanted.connect(self.search_hub)
        watch.begin_later()
        QTimer.singleShot(NETWORK_AFTER_MS, self, self._ask_system)

    def show_panel(self) -> None:
        """Show the numbers, and what can be done about them."""
        from app.views.sync_dialog import SyncDialog

        dialog = SyncDialog(self._main.session, self.watch, self._main)
        dialog.disputes_wanted.connect(self.list_disputes)
        dialog.open()

    def list_disputes(self) -> None:
        """Show all that is written differently."""
        from app.views.disputes_dialog import DisputesDialog

        dialog = DisputesDialog(self._main.session, self._main.background, self._main)
        dialog.chosen.connect(self.open_dispute)
        dialog.open()

    def search_hub(self, text: str = "") -> None:
        """Look for a citizen who is not here, at the municipality's server."""
        from app.views.hub_search import HubSearchDialog

        main = self._main
        dialog = HubSearchDialog(main.session, self.watch, main.background, text, main)
        dialog.fetched.connect(self._open_fetched)
        dialog.open()

    @property
    def offers_search(self) -> bool:
        """Tell whether there is a server to look for citizens at."""
        return self.watch.state is not None and self.watch.state.enrolled

    def _open_fetched(self, case: str) -> None:
        """Show the newest visit of a case that was begun; or the citizen, to begin one."""
        from app.workflow.planning import visit_to_read

        main = self._main
        main.day.refresh()
        visit, citizen = visit_to_read(main.session, case)
        if visit:
            main.open(visit)
        elif citizen:
            main.show_citizen(citizen)

    def watch_network(self, network: "Network") -> None:
        """Begin a round soon whenever the network comes back."""
        network.came_back.connect(self.watch.came_online)

    def _ask_system(self) -> None:
        from app.views.network import Network

        self.watch_network(Network(self))

    def show_anew(self) -> None:
        """Show what came in; focus and text under way stay where they are."""
        main = self._main
        if main.desk is not None:
            self._show_visit_anew(main.desk)
        elif main.pages.currentWidget() is main.day:
            main.day.refresh()
        elif main.side.current() == "citizens":
            main.citizens.refresh()
        main.due.count_soon()

    def open_dispute(self, found: "OpenDispute") -> None:
        """Show the visit that a dispute is settled in, at its field; or the field alone."""
        if not found.visit:
            self._settle(found)
            return
        desk = self._main.desk
        if desk is None or desk.editor.view.casefile.visit_id != found.visit:
            self._main.open(found.visit, found.section)
            desk = self._main.desk
        if desk is not None:
            desk.editor.catch_up()
            desk.page.go_to(Anchor(section=found.section, key=found.dispute.key))

    def _settle(self, found: "OpenDispute") -> None:
        from app.views.disputes_dialog import SettleDialog

        dialog = SettleDialog(self._main.session, found, self._main)
        dialog.settled.connect(self.watch.count)
        dialog.settled.connect(self.show_anew)
        dialog.open()

    def _show_visit_anew(self, desk: "VisitDesk") -> None:
        """Show what came into the open visit; one whose case was erased is left."""
        casefile = desk.editor.view.casefile
        scopes = self._main.session.store.overview.scopes_of_visit(casefile.visit_id)
        if casefile.case.id in scopes:
            desk.editor.catch_up()
            return
        desk.editor.opened.typing = None  # there is nothing left to write it in
        self._main.leave_visit(whatever=True)
        self._main.say(
            self.tr("The case was erased at the municipality, and therefore here too."), "warn"
        )

    def _say_state(self, state: "SyncState") -> None:
        self._main.day.search.offer_hub(offered=state.enrolled)
        if "citizens" in vars(self._main):  # the page is made
            self._main.citizens.offer_hub(offered=state.enrolled)
        if self.watch.progress is None:
            self._main.status.set_sync(state, self._main.session.clock())

    def _say_progress(self, progress: "Progress | None") -> None:
        if progress is not None:
            self._main.status.set_progress(progress)

    def _say_unseen(self, error: KnownError) -> None:
        """Say what went wrong where no panel is open that says it."""
        from app.views.sync_card import SyncCard

        if not any(card.isVisible() for card in self._main.findChildren(SyncCard)):
            self._say_error(error)

    def _say_error(self, error: KnownError) -> None:
        self._main.say(self._main.session.texts.error(error), "warn")
