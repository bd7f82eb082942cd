"""The pages and dialogs of the main window that are made when they are first shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.views.citizens_page import CitizensPage
from app.views.follow_up_page import FollowUpPage
from app.views.letter_printing import print_letter
from app.views.letters_page import LettersPage
from app.views.new_visit_dialog import NewVisitDialog
from app.views.settings_page import SettingsPage
from app.views.visit_draft import DraftKeeper
from app.views.visit_draft import resume_planning as resume
from app.workflow.due import DueItem

if TYPE_CHECKING:  # it imports this when a page is wanted
    from app.views.main_window import MainWindow


def citizens_page(main: "MainWindow") -> CitizensPage:
    """Make the page of the citizens."""
    page = CitizensPage(main.session)
    page.opened.connect(main.open)
    page.visit_wanted.connect(main.plan_visit)
    page.hub_wanted.connect(main.sync.search_hub)
    page.offer_hub(offered=main.sync.offers_search)
    main.pages.addWidget(page)
    return page


def follow_up_page(main: "MainWindow") -> FollowUpPage:
    """Make the page of what is due."""

    def plan(item: DueItem) -> None:
        main.plan_visit(item.citizen, item)

    page = FollowUpPage(main.session, main.due)
    page.opened.connect(main.open)
    page.planned.connect(plan)
    page.citizen_chosen.connect(main.show_citizen)
    main.pages.addWidget(page)
    return page


def letters_page(main: "MainWindow") -> LettersPage:
    """Make the page of the letters to send."""
    page = LettersPage(main.session, main.background)
    page.opened.connect(main.open)
    page.print_wanted.connect(lambda letter: print_letter(letter, page, main))
    page.counted.connect(lambda n: main.side.set_badge("letters", str(n or "")))
    main.pages.addWidget(page)
    return page


def settings_page(main: "MainWindow", demonstration: bool) -> SettingsPage:
    """Make the page of the settings."""
    page = SettingsPage(main.session, main.background, main.sync.watch, demonstration)
    page.sync.disputes_wanted.connect(main.sync.list_disputes)
    page.changed.connect(main.restart_idle)
    page.lock_asked.connect(main.lock_soon)
    main.pages.addWidget(page)
    return page


def import_list(main: "MainWindow") -> None:
    """Read in a work list and report each line that was refused."""
    from app.views.import_dialog import import_work_list

    if import_work_list(main.session, main):
        main.day.refresh()


def plan_visit(main: "MainWindow", citizen: str, due: DueItem | None) -> None:
    """Ask what is needed for a visit, and plan it."""
    dialog = NewVisitDialog(main.session, citizen, main.day.day, main, due=due)
    DraftKeeper(main, dialog, citizen)
    if dialog.exec():
        _show_planned(main, dialog)


def resume_planning(main: "MainWindow") -> None:
    """Go on with a visit that was being planned when the program locked or ended."""
    resume(main, lambda dialog: _show_planned(main, dialog))


def _show_planned(main: "MainWindow", dialog: NewVisitDialog) -> None:
    if dialog.visit_id:
        main.day.refresh()
        main.due.count_soon()
        main.say(QCoreApplication.translate("MainWindow", "The visit is planned."), "ok")
