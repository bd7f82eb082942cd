"""Goals: added, tied to areas and services, with a date, and taken away."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.forms.goals import GoalCard, GoalsForm, GoalsList
from tests.factories import assessment, casefile, goal, standard
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of


def goals(bench: Bench) -> GoalsList:
    found = bench.form.findChild(GoalsList)
    assert isinstance(found, GoalsList)
    return found


def add(bench: Bench, qtbot: QtBot) -> None:
    buttons = goals(bench).findChildren(QPushButton)
    button = next(b for b in buttons if b.text() == goals(bench).tr("Add goal"))
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_goal_is_added_and_filled_in_by_keyboard_alone(open_form: Open, qtbot: QtBot) -> None:
    bench = open_form(GoalsForm, "goals")
    assert goals(bench).empty.isVisible()
    add(bench, qtbot)
    assert not goals(bench).empty.isVisible()
    for text in ("Jeg går i bad selv.", "To gange om ugen i fire uger.", "1/3-2027"):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    (made,) = bench.casefile.goals
    assert (made.text, made.measure) == ("Jeg går i bad selv.", "To gange om ugen i fire uger.")
    assert (made.due, made.case, made.state) == (date(2027, 3, 1), "k1", "open")


def test_a_goal_is_tied_to_areas_and_services(open_form: Open, qtbot: QtBot) -> None:
    bench = open_form(GoalsForm, "goals", casefile(goal(services=())))
    for field in ("areas", "services"):
        chips = editor_of(bench, goal(), field)
        qtbot.mouseClick(chips.chips[0], Qt.MouseButton.LeftButton)
        qtbot.mouseClick(chips.chips[-1], Qt.MouseButton.LeftButton)
    (tied,) = bench.casefile.goals
    assert tied.areas == ("bad", "indkoeb")
    assert tied.services == ("personlig_pleje", "indkoeb")


def test_a_goal_is_taken_away_and_the_others_are_counted_anew(
    open_form: Open, qtbot: QtBot
) -> None:
    bench = open_form(GoalsForm, "goals", casefile(goal()))
    add(bench, qtbot)
    first = bench.form.findChild(GoalCard)
    assert isinstance(first, GoalCard)
    qtbot.mouseClick(first.remove, Qt.MouseButton.LeftButton)
    (left,) = goals(bench).list.shown.values()
    assert isinstance(left, GoalCard)
    assert left.heading.text() == goals(bench).tr("Goal {number}").format(number=1)


def test_nothing_is_added_to_an_issued_decision(open_form: Open, qtbot: QtBot) -> None:
    bench = open_form(GoalsForm, "goals", casefile(goal()), locked=True)
    add(bench, qtbot)
    assert bench.edits == []
    assert not next(iter(bench.form.findChildren(GoalCard))).remove.isEnabled()


def test_of_many_areas_those_that_were_chosen_together_are_offered(
    open_form: Open, qtbot: QtBot
) -> None:
    """Sorø has 31 areas, of which some are chosen with the citizen (SOR-030)."""
    areas = [{"id": f"a{n}", "name": f"Område {n}", "group": "praktisk"} for n in range(20)]
    many = standard(areas=areas, services=[])
    known = assessment("a3", "b", "lille", scale="small")
    first = goal(services=(), areas=("a7",))
    bench = open_form(GoalsForm, "goals", casefile(first, known), many)
    chips = editor_of(bench, bench.casefile.goals[0], "areas")
    assert chips.values == ["a3", "a7"]
    qtbot.mouseClick(chips.chips[0], Qt.MouseButton.LeftButton)
    assert bench.casefile.goals[0].areas == ("a3", "a7")
    bench.write(assessment("a5", "c", "lille", scale="small"), "own_words", "Ja")
    assert chips.values == ["a3", "a5", "a7"]
    assert chips.value() == ("a3", "a7")
