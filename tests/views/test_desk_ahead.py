"""A desk is built while nobody does anything, so that a visit of any kind opens at once."""

from collections.abc import Callable

from app.tour.stage import wait_until
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk


def test_a_follow_up_opens_at_a_desk_on_which_everything_stands(
    main: MainWindow, open_visit_of: Callable[[str], VisitDesk]
) -> None:
    wait_until(lambda: main.desks.ready)
    ahead = main.desks._spare
    assert ahead is not None
    pages = ahead.page.stack.count()
    places = dict(ahead.page.nav.items)
    desk = open_visit_of("in_progress")
    assert desk is ahead
    assert desk.page.section == "follow_up"
    assert desk.page.nav.items == places
    for section in desk.editor.view.sections:
        desk.page.show_section(section.key)
    assert desk.page.stack.count() == pages
    assert ahead.page.stack._titles["follow_up"].text() == desk.editor.view.sections[0].title


def test_a_first_visit_has_nothing_to_look_back_at(
    main: MainWindow, open_visit_of: Callable[[str], VisitDesk]
) -> None:
    main.desks._build()  # a desk is begun
    desk = open_visit_of("ready")
    assert "follow_up" not in desk.page.nav.items
    assert list(desk.page.nav.items) == [section.key for section in desk.editor.view.sections]
    desk.page.step(-1)
    assert desk.page.section == next(iter(desk.page.nav.items))
