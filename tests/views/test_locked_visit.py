"""An issued decision: what is on the screen can be read, and no longer changed."""

from collections.abc import Callable

from app.tour.stage import settle
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.widgets.finding_card import FindingCard

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
