"""The overall level and the stair: proposed, chosen by a person, with the reason beside it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.records import OverallAssessment
from app.domain.values import Level
from app.forms.overall import OverallForm, OverallPart
from app.forms.stair_part import StairPart
from app.workflow.edits import Together
from tests.factories import assessment, casefile, standard
from tests.forms import rich
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of

NEEDS_MUCH = assessment("home", "c", "rig", scale="small")


@pytest.fixture
def bench(open_form: Open) -> Bench:
    return open_form(OverallForm, "overall", casefile(NEEDS_MUCH), rich.rich())


def overall(bench: Bench) -> OverallAssessment:
    return bench.casefile.overall_assessment("rig")


def part(bench: Bench) -> OverallPart:
    return bench.form.findChildren(OverallPart)[0]


def said(bench: Bench) -> str:
    labels = bench.form.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_the_level_is_chosen_in_its_own_scale(bench: Bench, qtbot: QtBot) -> None:
    scale = editor_of(bench, overall(bench), "value")
    scale.setFocus()
    qtbot.keyClick(scale.focusWidget() or scale.segments[0], "C")
    assert overall(bench).value == Level(scale="whole", value="C")
    assert "Moderat problem: En del støtte." in said(bench)


def test_what_the_areas_point_to_is_taken_with_one_click_and_one_act(
    bench: Bench, qtbot: QtBot
) -> None:
    assert "D, Svært problem" in said(bench)
    qtbot.mouseClick(part(bench).take, Qt.MouseButton.LeftButton)
    assert overall(bench).value == Level(scale="whole", value="D")
    assert isinstance(bench.edits[0], Together)
    assert len(bench.edits) == 1
    assert not part(bench).take.isVisible()


def test_the_proposal_chooses_nothing_by_itself(bench: Bench) -> None:
    assert overall(bench).value is None
    assert bench.edits == []
    assert "afgør ikke noget alene" in said(bench)


def test_another_level_than_the_proposed_one_keeps_the_proposal_in_sight(
    bench: Bench, qtbot: QtBot
) -> None:
    editor_of(bench, overall(bench), "value").choose(1)
    assert overall(bench).value == Level(scale="whole", value="B")
    assert "D, Svært problem" in said(bench)
    assert part(bench).take.isVisible()
    assert "Socialpædagogisk støtte" in part(bench).access.text()


def test_last_times_level_is_a_grey_dot(open_form: Open) -> None:
    earlier = OverallAssessment(
        id="e0", visit=rich.BEFORE, standard="rig", value=Level(scale="whole", value="E")
    )
    bench = open_form(
        OverallForm, "overall", rich.rich_case(earlier), rich.rich(), previous=rich.before()
    )
    assert part(bench).scale.previous == "E"


def test_a_level_of_another_scale_is_never_shown_as_one_of_this(open_form: Open) -> None:
    other = rich.overall(value=Level(scale="another", value="C"))
    bench = open_form(OverallForm, "overall", casefile(other), rich.rich())
    assert part(bench).scale.value() is None
    assert not part(bench).meaning.isVisible()


def test_a_locked_decision_locks_the_level_and_offers_nothing(bench: Bench) -> None:
    bench.change(locked=True)
    assert not part(bench).scale.isEnabled()
    assert not part(bench).take.isVisible()


def test_the_steps_that_the_citizen_stands_on_are_chosen_in_the_picture(
    bench: Bench, qtbot: QtBot
) -> None:
    picture = editor_of(bench, overall(bench), "steps_now")
    for place in (2, 1):
        qtbot.mouseClick(picture.buttons[place], Qt.MouseButton.LeftButton)
    assert overall(bench).steps_now == ("group", "single")


def test_the_step_aimed_at_and_the_ones_considered_are_marked_in_the_picture(
    bench: Bench, qtbot: QtBot
) -> None:
    picture = editor_of(bench, overall(bench), "steps_now")
    qtbot.mouseClick(picture.buttons[1], Qt.MouseButton.LeftButton)
    aim = editor_of(bench, overall(bench), "step_aimed_at")
    aim.setFocus()
    qtbot.keyClick(aim, Qt.Key.Key_Down)
    assert overall(bench).step_aimed_at == "house"
    lower: Any = editor_of(bench, overall(bench), "steps_considered")
    qtbot.mouseClick(lower.chips[0], Qt.MouseButton.LeftButton)
    assert overall(bench).steps_considered == ("advice",)
    assert picture.aimed_at == "house"
    assert picture.considered == ("advice",)


def test_only_steps_below_the_highest_one_in_play_are_offered_as_lower(
    bench: Bench, qtbot: QtBot
) -> None:
    picture = editor_of(bench, overall(bench), "steps_now")
    lower: Any = editor_of(bench, overall(bench), "steps_considered")
    qtbot.mouseClick(picture.buttons[2], Qt.MouseButton.LeftButton)
    assert lower.values == ["advice", "group"]
    qtbot.mouseClick(lower.chips[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(picture.buttons[2], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(picture.buttons[0], Qt.MouseButton.LeftButton)
    assert "group" in lower.values
    assert overall(bench).steps_considered == ("group",)


def test_why_lower_steps_are_not_enough_is_asked_above_the_lowest(
    bench: Bench, qtbot: QtBot
) -> None:
    stair = bench.form.findChildren(StairPart)[0]
    assert not stair.reason.isVisible()
    qtbot.mouseClick(stair.picture.buttons[0], Qt.MouseButton.LeftButton)
    assert not stair.reason.isVisible()
    qtbot.mouseClick(stair.picture.buttons[3], Qt.MouseButton.LeftButton)
    assert stair.reason.isVisible()


def test_a_stair_with_one_step_at_a_time_takes_one(open_form: Open, qtbot: QtBot) -> None:
    steps = [{"id": i, "name": name, "text": text} for i, name, text in rich.STEPS[:3]]
    one = {"title": "Trappe", "text": "Lavt før højt.", "steps": steps}
    bench = open_form(OverallForm, "overall", casefile(), rich.rich(stair=one, overall=None))
    picture = editor_of(bench, overall(bench), "steps_now")
    for place in (2, 1):
        qtbot.mouseClick(picture.buttons[place], Qt.MouseButton.LeftButton)
    assert overall(bench).steps_now == ("group",)
    assert bench.form.findChildren(OverallPart) == []


def test_a_standard_without_either_says_so(open_form: Open) -> None:
    bench = open_form(OverallForm, "overall", standard=standard())
    assert "no overall assessment" in said(bench)
