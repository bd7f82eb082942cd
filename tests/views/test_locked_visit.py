"""An issued decision: what is on the screen can be read, and no longer changed."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from app.domain.records import Delivery
from app.forms.decision_issued import DeliverPart
from app.forms.people import RecordList
from app.tour.stage import settle
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.widgets.finding_card import FindingCard
from app.widgets.theme import apply_theme

Opener = Callable[[str], VisitDesk]


def test_no_reason_can_be_written_beside_a_locked_visit(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("decided")
    desk.page.show_section("services")
    settle(main)
    cards = desk.page.rail.findChildren(FindingCard)
    assert cards
    assert all(card.reason.isReadOnly() for card in cards)


def test_a_delivery_is_not_recorded_on_a_day_that_does_not_exist(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("decided")
    desk.page.show_section("decision")
    settle(main)
    before = desk.editor.view.casefile.all(Delivery)
    (part,) = desk.page.form("decision").findChildren(DeliverPart)
    part.sent_on.edit.setText("31/2-2026")
    part.sent_on.finish()
    part.record.click()
    assert desk.editor.view.casefile.all(Delivery) == before
    assert part.sent_on.error.text()


def test_nothing_can_be_added_to_a_locked_visit(main: MainWindow, open_visit_of: Opener) -> None:
    desk = open_visit_of("decided")
    for section in ("household", "goals"):
        desk.page.show_section(section)
        lists = desk.page.form(section).findChildren(RecordList)
        assert lists
        assert not any(button.isEnabled() for part in lists for button in part.adders)


def test_beside_the_form_nothing_scrolls_sideways_at_large_text(
    main: MainWindow, open_visit_of: Opener, qapp: QApplication
) -> None:
    apply_theme(qapp, "light", 1.25)
    desk = open_visit_of("in_progress")
    desk.page.show_section("services")
    settle(main)
    assert desk.page.rail.findChildren(FindingCard)
    rail = desk.page.rail
    assert rail._content.minimumSizeHint().width() <= rail.viewport().width()
    assert not rail.horizontalScrollBar().isVisible()
    apply_theme(qapp, "light")
