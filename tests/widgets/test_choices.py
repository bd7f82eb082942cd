"""Choices: by mouse, keys and a screen reader's toggle; levels, chips, weekdays."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.fields import Combo
from app.widgets.inputs import MultiChoice, Segments, TimeOfDay, WeekdayPicker, YesNo
from app.widgets.level_scale import LevelScale

FOUR = [
    ("1", "1", "selv"),
    ("2", "2", "let støtte"),
    ("3", "3", "med hjælp"),
    ("4", "4", "kan ikke"),
]


def shown(qtbot: QtBot, widget: QWidget) -> Any:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    widget.setFocus()
    return widget


@pytest.fixture
def scale(qtbot: QtBot) -> Any:
    return shown(qtbot, LevelScale("Bad", FOUR))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize("digit", "1234")
def test_a_digit_sets_the_level_and_moves_on(qtbot: QtBot, scale: LevelScale, digit: str) -> None:
    heard: list[object] = []
    scale.changed.connect(heard.append)
    scale.moved_on.connect(lambda: heard.append("moved on"))
    qtbot.keyClicks(focused(), digit)
    assert heard == [digit, "moved on"]
    assert scale.value() == digit


def test_a_level_can_be_set_again_by_its_digit_and_still_moves_on(
    qtbot: QtBot, scale: LevelScale
) -> None:
    scale.set_value("2")
    with qtbot.assertNotEmitted(scale.changed), qtbot.waitSignal(scale.moved_on, timeout=1000):
        qtbot.keyClicks(focused(), "2")


def test_letters_set_the_level_of_a_letter_scale(qtbot: QtBot) -> None:
    scale = shown(qtbot, LevelScale("Bad", [(v, v, v) for v in "ABCDE"]))
    with qtbot.waitSignal(scale.moved_on, timeout=1000):
        qtbot.keyClicks(focused(), "d")
    assert scale.value() == "D"


def test_zero_sets_the_first_level_of_a_scale_from_zero(qtbot: QtBot) -> None:
    scale = shown(qtbot, LevelScale("Bad", [(v, v, v) for v in "01234"]))
    qtbot.keyClicks(focused(), "0")
    assert scale.value() == "0"


def test_a_digit_outside_the_scale_changes_nothing(qtbot: QtBot, scale: LevelScale) -> None:
    scale.set_value("2")
    with qtbot.assertNotEmitted(scale.moved_on):
        qtbot.keyClicks(focused(), "7")
    assert scale.value() == "2"


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_takes_the_level_away(qtbot: QtBot, scale: LevelScale, key: Qt.Key) -> None:
    scale.set_value("3")
    scale.setFocus()
    with qtbot.waitSignal(scale.changed, timeout=1000) as heard:
        qtbot.keyClick(focused(), key)
    assert heard.args == [None]
    assert scale.value() is None


def test_the_chosen_level_pressed_again_stays(qtbot: QtBot, scale: LevelScale) -> None:
    scale.set_value("3")
    with qtbot.assertNotEmitted(scale.changed):
        qtbot.mouseClick(scale.segments[2], Qt.MouseButton.LeftButton)
    assert scale.value() == "3"


def test_a_level_is_chosen_by_the_mouse(qtbot: QtBot, scale: LevelScale) -> None:
    with qtbot.waitSignal(scale.changed, timeout=1000), qtbot.assertNotEmitted(scale.moved_on):
        qtbot.mouseClick(scale.segments[1], Qt.MouseButton.LeftButton)
    assert scale.value() == "2"


def test_a_screen_readers_toggle_is_heard_as_a_choice(qtbot: QtBot, scale: LevelScale) -> None:
    with qtbot.waitSignal(scale.changed, timeout=1000) as heard:
        scale.segments[3].toggle()
    assert heard.args == ["4"]


def test_arrows_move_focus_without_choosing_and_space_chooses(
    qtbot: QtBot, scale: LevelScale
) -> None:
    with qtbot.assertNotEmitted(scale.changed):
        qtbot.keyClick(focused(), Qt.Key.Key_Right)
        qtbot.keyClick(focused(), Qt.Key.Key_Right)
        qtbot.keyClick(focused(), Qt.Key.Key_Left)
    assert focused() is scale.segments[1]
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    assert scale.value() == "2"


def test_arrows_go_around_the_ends(qtbot: QtBot, scale: LevelScale) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Left)
    assert focused() is scale.segments[3]


def test_enter_chooses_too(qtbot: QtBot, scale: LevelScale) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert scale.value() == "2"


def test_a_value_that_is_shown_says_nothing(qtbot: QtBot, scale: LevelScale) -> None:
    with qtbot.assertNotEmitted(scale.changed), qtbot.assertNotEmitted(scale.moved_on):
        scale.set_value("4")
        scale.set_value(None)
        scale.set_value("no such level")
    assert scale.value() is None


def test_tab_stops_once_in_a_group_at_the_chosen_level(qtbot: QtBot) -> None:
    page = QWidget()
    first, second = LevelScale("Bad", FOUR, page), LevelScale("Toilet", FOUR, page)
    first.move(0, 0)
    second.move(0, 60)
    first.set_value("3")
    shown(qtbot, page)
    first.setFocus()
    assert focused() is first.segments[2]
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is second.segments[0]


def test_last_times_level_is_painted_and_said(qtbot: QtBot, scale: LevelScale) -> None:
    scale.segments[0].clearFocus()
    before = scale.segments[1].grab().toImage()
    scale.set_previous("2")
    assert scale.segments[1].grab().toImage() != before
    assert "last time" in scale.segments[1].accessibleName()
    scale.set_previous(None)
    assert scale.segments[1].accessibleName() == "Bad: 2, let støtte"


def test_a_locked_scale_shows_its_level_and_takes_no_other(qtbot: QtBot, scale: LevelScale) -> None:
    scale.set_value("2")
    scale.setEnabled(False)
    qtbot.mouseClick(scale.segments[0], Qt.MouseButton.LeftButton)
    assert scale.value() == "2"


def test_yes_and_no_are_true_and_false_and_may_be_left_open(qtbot: QtBot) -> None:
    answer = shown(qtbot, YesNo("Rask"))
    assert answer.value() is None
    answer.segments[1].toggle()
    assert answer.value() is False
    answer.set_value(True)
    assert answer.value() is True
    answer.set_value(None)
    assert answer.value() is None


def test_segments_speak_text_and_are_empty_when_open(qtbot: QtBot) -> None:
    law = shown(qtbot, Segments("Lov", [("old", "Serviceloven"), ("new", "Ældreloven & andet")]))
    assert law.value() == ""
    law.set_value("new")
    assert law.value() == "new"
    assert law.segments[1].accessibleName() == "Lov: Ældreloven & andet"


def test_chips_give_their_values_in_the_order_of_the_options(qtbot: QtBot) -> None:
    times = shown(qtbot, TimeOfDay("Tid", [("m", "Morgen"), ("d", "Dag"), ("a", "Aften")]))
    times.chips[2].toggle()
    with qtbot.waitSignal(times.changed, timeout=1000) as heard:
        times.chips[0].toggle()
    assert heard.args == [("m", "a")]


def test_a_value_that_is_no_longer_offered_is_not_lost(qtbot: QtBot) -> None:
    choice = shown(qtbot, MultiChoice("Tid", [("m", "Morgen")]))
    choice.set_value(("old", "m"))
    choice.chips[0].toggle()
    assert choice.value() == ("old",)
    choice.set_options([("n", "Nat"), ("old", "Før")])
    assert choice.value() == ("old",)
    assert choice.chips[1].isChecked()


def test_weekdays_are_numbers_from_monday(qtbot: QtBot) -> None:
    days = shown(qtbot, WeekdayPicker("Dage"))
    assert days.choice.flow.heightForWidth(480) == days.choice.chips[0].height()
    days.set_value((6, 0, 9))
    assert days.value() == (0, 6)
    with qtbot.waitSignal(days.changed, timeout=1000) as heard:
        days.choice.chips[2].toggle()
    assert heard.args == [(0, 2, 6)]


def wheel(widget: QWidget) -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_the_wheel_leaves_a_list_alone_unless_it_has_focus(qtbot: QtBot) -> None:
    combo = shown(qtbot, Combo([("a", "A"), ("b", "B"), ("c", "C")]))
    combo.clearFocus()
    event = wheel(combo)
    QApplication.sendEvent(combo, event)
    assert combo.currentData() == "a"
    assert not event.isAccepted()
    combo.setFocus()
    QApplication.sendEvent(combo, wheel(combo))
    assert combo.currentData() == "b"


def test_each_line_of_a_list_is_at_least_40_high(qtbot: QtBot) -> None:
    combo = shown(qtbot, Combo([("a", "A"), ("b", "B")]))
    combo.view().ensurePolished()
    assert combo.view().sizeHintForRow(0) >= 40


def test_new_options_keep_the_choice_in_a_list(qtbot: QtBot) -> None:
    combo = shown(qtbot, Combo([("", "Ikke valgt"), ("b", "B")]))
    combo.setCurrentIndex(1)
    combo.set_options([("", "Ikke valgt"), ("c", "C"), ("b", "B")])
    assert combo.currentData() == "b"
