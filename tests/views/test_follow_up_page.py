"""The page of what is due: found by kind, dealt with by keyboard, heard by a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.clock import today
from app.tour.stage import settle, wait_until
from app.views.due_list import IS_GROUP, DueModel
from app.views.follow_up_page import FollowUpPage
from app.views.main_window import MainWindow
from app.views.new_visit_dialog import NewVisitDialog
from app.workflow.due import DueItem, DueList


@pytest.fixture
def page(main: MainWindow) -> FollowUpPage:
    """The page, with everything counted."""
    main.show_page("follow_up")
    wait_until(lambda: main.follow_up.model.rowCount() > 0)
    settle(main)
    return main.follow_up


def headings(page: FollowUpPage) -> list[str]:
    rows = (page.model.index(row) for row in range(page.model.rowCount()))
    return [str(row.data()) for row in rows if row.data(IS_GROUP)]


def choose(page: FollowUpPage, wanted: DueItem) -> None:
    page.list.setCurrentIndex(page.model.index_of(wanted))
    assert page.chosen() == wanted


def test_it_stands_in_groups_by_day_and_the_overdue_come_first(page: FollowUpPage) -> None:
    assert [h.partition(" (")[0] for h in headings(page)] == [
        "Overskredet",
        "De næste 7 dage",
        "De næste 30 dage",
        "Senere",
    ]
    first = page.model.item(page.model.index(1))
    assert first is not None
    assert page.chosen() == first
    assert first.name in page.card.citizen.text()


def test_the_side_says_how_much_is_overdue(main: MainWindow, page: FollowUpPage) -> None:
    late = sum(i.deadline.due < today(main.session.clock) for i in page._items)
    assert late
    assert main.side.items["follow_up"].badge == str(late)
    assert str(late) in main.side.items["follow_up"].accessibleName()


def test_one_kind_can_be_shown_alone(page: FollowUpPage) -> None:
    page.kind.setCurrentIndex(page.kind.findData("consent"))
    kinds = {
        item.kind
        for row in range(page.model.rowCount())
        if (item := page.model.item(page.model.index(row))) is not None
    }
    assert kinds == {"consent"}


def test_the_arrows_pass_over_the_headings_and_enter_opens_the_visit(
    main: MainWindow, page: FollowUpPage
) -> None:
    wanted = page.chosen()
    assert wanted is not None
    for _ in range(page.model.rowCount()):
        QTest.keyClick(page.list, Qt.Key.Key_Down)
        assert page.chosen() is not None
    choose(page, wanted)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    settle(main)
    assert main.desk is not None
    assert main.desk.editor.view.casefile.visit_id == wanted.visit
    assert main.desk.page.section == wanted.section
    assert main.leave_visit()
    assert main.pages.currentWidget() is page


def test_what_is_done_leaves_the_list_and_ctrl_z_brings_it_back(
    main: MainWindow, page: FollowUpPage
) -> None:
    wanted = page.chosen()
    assert wanted is not None
    page.card.done_button.click()
    wait_until(lambda: wanted not in page._items)
    assert page.list.hasFocus()
    assert page.banner.isVisible()
    QTest.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: wanted in page._items)
    settle(main)


def test_a_follow_up_visit_is_planned_with_what_is_known(
    main: MainWindow, page: FollowUpPage, qtbot: QtBot
) -> None:
    wanted = next(i for i in page._items if i.kind == "follow_up" and i.planned is None)
    choose(page, wanted)
    assert page.card.plan_button.isVisible()
    dialog = NewVisitDialog(main.session, wanted.citizen, main.day.day, main, due=wanted)
    qtbot.addWidget(dialog)
    assert dialog.kind.currentData() == "follow_up"
    assert dialog.day.value() == max(wanted.deadline.due, today(main.session.clock))
    dialog.accept()
    visit = main.session.casefile(dialog.visit_id).visit
    assert visit.kind == "follow_up"
    assert main.session.casefile(dialog.visit_id).citizen.id == wanted.citizen
    planned = [i for i in DueList(main.session).all() if i.planned and i.case == wanted.case]
    assert all(i.visit == visit.id for i in planned)


def test_when_nothing_is_due_the_page_says_so_kindly(page: FollowUpPage) -> None:
    page.show_items(())
    assert page.empty.isVisible()
    assert not page.list.isVisible()
    assert not page.card.isVisible()


def test_a_screen_reader_hears_each_row_and_each_control(page: FollowUpPage) -> None:
    item = page.chosen()
    assert item is not None
    heard = str(page.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert item.name in heard
    assert item.deadline.name in heard
    controls: list[QWidget] = [page.list, page.kind, page.card.open_button, page.card.done_button]
    for widget in controls:
        assert widget.accessibleName() or getattr(widget, "text", str)()


def test_a_thousand_things_are_shown_at_once(page: FollowUpPage) -> None:
    item = page._items[-1]
    page.show_items(tuple([item] * 5000))
    QApplication.processEvents()
    assert page.model.rowCount() == 5001
    assert isinstance(page.model, DueModel)
