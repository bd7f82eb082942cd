"""A visit without a mouse: from the day's list through every section to the locked decision."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.domain.records import Answer
from app.tour.stage import settle
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.widgets.choice import Segment
from app.widgets.level_scale import LevelScale

Opener = Callable[[str], VisitDesk]

MOST_STOPS = 400
TEXT = "Skrevet med tasterne: æøå"


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "the focus is lost"
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def tab_through(desk: VisitDesk, section: str, act: Callable[[QWidget], None]) -> int:
    """Tab from the first field of a section to its last, and act at each stop."""
    form = desk.page.form(section)
    desk.page.focus()
    seen: list[int] = []
    for _ in range(MOST_STOPS):
        widget = focused()
        if not form.isAncestorOf(widget) or id(widget) in seen:
            break
        seen.append(id(widget))
        act(widget)
        press(Qt.Key.Key_Tab)
    return len(seen)


def fill_in(widget: QWidget) -> None:
    """Write in an empty text, choose in an unanswered choice; leave the rest."""
    if isinstance(widget, QPlainTextEdit) and not widget.toPlainText():
        QTest.keyClicks(widget, TEXT)
    elif isinstance(widget, Segment) and not any(s.isChecked() for s in widget.row.segments):
        QTest.keyClick(widget, Qt.Key.Key_Space)
    elif isinstance(widget, QComboBox) and widget.currentIndex() <= 0:
        QTest.keyClick(widget, Qt.Key.Key_Down)


def to_section(desk: VisitDesk, section: str) -> None:
    ids = [s.key for s in desk.editor.view.sections]
    for _ in ids:
        if desk.page.section == section:
            return
        before = ids.index(desk.page.section) < ids.index(section)
        press(Qt.Key.Key_Right if before else Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.page.section == section


def test_the_conversation_is_written_by_keyboard_alone(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    to_section(desk, "conversation")
    stops = tab_through(desk, "conversation", fill_in)
    assert stops > 10
    desk.editor.seal()
    asked = desk.page.standard.section("conversation")
    assert asked is not None
    texts = [q.id for q in asked.questions if q.kind == "text"]
    casefile = desk.editor.view.casefile
    assert all(casefile.answer("conversation", q).text for q in texts)
    yes_no = [q.id for q in asked.questions if q.kind == "yes_no"]
    assert all(casefile.answer("conversation", q).choice for q in yes_no)
    assert len(casefile.all(Answer)) >= len(texts) + len(yes_no)


def test_every_level_is_set_by_a_digit_that_moves_on(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    to_section(desk, "assessment")
    scales = desk.page.form("assessment").findChildren(LevelScale)
    scales[0].segments[0].setFocus()
    for count in range(len(desk.page.standard.areas)):
        QTest.keyClicks(focused(), str(1 + count % 4))
    standard = desk.page.standard
    levels = [desk.editor.view.casefile.assessment(standard.id, a.id).level for a in standard.areas]
    assert [level.value if level else "" for level in levels] == [
        str(1 + count % 4) for count in range(len(standard.areas))
    ]


def test_a_proposal_is_taken_and_its_line_filled_in_by_keyboard(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    to_section(desk, "assessment")
    scales = desk.page.form("assessment").findChildren(LevelScale)
    QTest.keyClicks(scales[0].segments[0], "3")
    to_section(desk, "services")
    settle(main)
    desk.page.focus()
    for _ in range(MOST_STOPS):
        widget = focused()
        if isinstance(widget, QPushButton) and widget.text() == "Brug forslaget":
            break
        press(Qt.Key.Key_Tab)
    before = len(desk.editor.view.casefile.grants)
    press(Qt.Key.Key_Space)
    assert len(desk.editor.view.casefile.grants) == before + 1
    assert focused() is not None


def test_every_section_can_be_tabbed_through_and_left(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("in_progress")
    for section in desk.editor.view.sections:
        to_section(desk, section.key)
        settle(main)
        assert tab_through(desk, section.key, lambda _: None) > 1, section.key


def test_a_decision_is_signed_and_locked_by_keyboard(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("decided")
    count = len(desk.editor.view.casefile.versions)
    assert count == 1
    to_section(desk, "decision")
    settle(main)
    assert desk.editor.view.locked
    assert not desk.page.header.lock_button.isEnabled()


def test_the_name_is_written_where_the_cursor_is(main: MainWindow, open_visit_of: Opener) -> None:
    desk = open_visit_of("ready")
    to_section(desk, "household")
    desk.page.focus()
    first = focused()
    assert isinstance(first, QLineEdit)
    first.selectAll()
    QTest.keyClicks(first, "Åse Ørum Test")
    press(Qt.Key.Key_Tab)
    assert desk.editor.view.casefile.citizen.name == "Åse Ørum Test"
    assert desk.page.header.name.text().startswith("Åse Ørum Test")
