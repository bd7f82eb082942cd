"""The stair of support: chosen by mouse, keys and screen reader; long names wrap, none is cut."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.widgets.stair import Stair, Step
from app.widgets.theme import apply_theme

NAMES = ("Rådgivning", "Gruppeforløb", "Individuelt forløb", "Støtte i eget hjem", "Botilbud")
LONG = "Socialpædagogisk støtte i eget hjem og i opgangsfællesskab " * 3


def stair(qtbot: QtBot, *, several: bool = False, names: Sequence[str] = NAMES) -> Stair:
    steps = [Step(f"s{n}", name, f"Om {name}") for n, name in enumerate(names)]
    made = Stair("Borgeren står på", steps, several=several)
    made.resize(500, 400)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_step_is_chosen_with_the_mouse_and_another_takes_its_place(qtbot: QtBot) -> None:
    made = stair(qtbot)
    seen: list[object] = []
    made.changed.connect(seen.append)
    qtbot.mouseClick(made.buttons[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(made.buttons[3], Qt.MouseButton.LeftButton)
    assert seen == [("s1",), ("s3",)]
    assert made.value() == ("s3",)


def test_a_stair_that_says_so_lets_a_citizen_stand_on_several_steps(qtbot: QtBot) -> None:
    made = stair(qtbot, several=True)
    for place in (3, 1):
        qtbot.mouseClick(made.buttons[place], Qt.MouseButton.LeftButton)
    assert made.value() == ("s1", "s3")
    qtbot.mouseClick(made.buttons[3], Qt.MouseButton.LeftButton)
    assert made.value() == ("s1",)


def test_the_keyboard_climbs_chooses_and_takes_away(qtbot: QtBot) -> None:
    made = stair(qtbot)
    made.setFocus()
    assert made.buttons[0].hasFocus()
    qtbot.keyClick(made.buttons[0], Qt.Key.Key_Up)
    assert made.buttons[1].hasFocus()
    assert made.value() == ()
    qtbot.keyClick(made.buttons[1], Qt.Key.Key_Space)
    assert made.value() == ("s1",)
    qtbot.keyClick(made.buttons[1], Qt.Key.Key_Down)
    qtbot.keyClick(made.buttons[0], Qt.Key.Key_Return)
    assert made.value() == ("s0",)
    seen: list[object] = []
    made.changed.connect(seen.append)
    qtbot.keyClick(made.buttons[0], Qt.Key.Key_Delete)
    assert seen == [()]


def test_the_number_of_a_step_chooses_it(qtbot: QtBot) -> None:
    made = stair(qtbot)
    made.setFocus()
    qtbot.keyClick(made.buttons[0], "4")
    assert made.value() == ("s3",)
    assert made.buttons[3].hasFocus()


def test_tab_stops_once_at_the_step_that_is_chosen(qtbot: QtBot) -> None:
    made = stair(qtbot)
    made.set_value(("s2",))
    stops = [b.place for b in made.buttons if b.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [2]


def test_showing_steps_says_nothing_and_keeps_what_the_stair_does_not_know(qtbot: QtBot) -> None:
    made = stair(qtbot, several=True)
    with qtbot.assertNotEmitted(made.changed):
        made.set_value(("s1", "gone"))
    assert made.value() == ("s1", "gone")


@pytest.mark.parametrize(
    ("several", "role"), [(False, QAccessible.Role.RadioButton), (True, QAccessible.Role.CheckBox)]
)
def test_a_screen_reader_hears_each_step_and_the_whole(
    qtbot: QtBot, several: bool, role: QAccessible.Role
) -> None:
    made = stair(qtbot, several=several)
    made.set_value(("s1",))
    made.set_marks("s2", ("s0",))
    told = [QAccessible.queryAccessibleInterface(button) for button in made.buttons]
    assert {interface.role() for interface in told} == {role}
    names = [button.accessibleName() for button in made.buttons]
    assert "Borgeren står på" in names[1]
    assert NAMES[1] in names[1]
    assert made.buttons[1].isChecked()
    assert "Aims at" in names[2]
    assert "Considered" in names[0]
    for name in NAMES[:3]:
        assert name in made.accessibleDescription()


@pytest.mark.parametrize("count", [3, 4, 5, 6, 7])
@pytest.mark.parametrize("width", [320, 500, 780])
def test_steps_rise_to_the_right_and_each_is_high_enough_for_a_finger(
    qtbot: QtBot, count: int, width: int
) -> None:
    made = stair(qtbot, names=[LONG if n == 1 else f"Trin {n}" for n in range(count)])
    made.resize(width, made.heightForWidth(width))
    QApplication.processEvents()
    boxes = [button.geometry() for button in made.buttons]
    for lower, higher in pairwise(boxes):
        assert higher.left() > lower.left()
        assert higher.bottom() < lower.bottom()
        assert higher.right() == lower.right()
    assert all(box.height() >= 40 for box in boxes)
    assert boxes[1].height() > boxes[0].height()


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_filled_outlined_and_plain_steps_look_different(
    qtbot: QtBot, qapp: QApplication, look: str
) -> None:
    apply_theme(qapp, look)
    made = stair(qtbot)
    made.set_value(("s1",))
    made.set_marks("s2", ("s0",))
    QApplication.processEvents()
    picture = made.grab().toImage()
    ratio = picture.devicePixelRatio()

    def fill(place: int) -> str:
        box = made.buttons[place].geometry()
        x, y = round((box.left() + 8) * ratio), round(box.center().y() * ratio)
        return picture.pixelColor(x, y).name()

    assert len({fill(1), fill(2), fill(3)}) == 3


def test_a_stair_without_steps_harms_nothing(qtbot: QtBot) -> None:
    made = stair(qtbot, names=())
    made.set_value(("x",))
    made.set_marks("x", ("y",))
    assert made.value() == ("x",)
    assert not made.grab().isNull()
