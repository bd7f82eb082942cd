"""A standard without a scale: each area is described in the citizen's words and what is seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.records import Assessment
from app.forms.assessment import AssessmentForm
from app.forms.assessment_words import WordsRow
from app.widgets.level_scale import LevelScale
from tests.factories import casefile
from tests.forms import rich
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of


@pytest.fixture
def bench(open_form: Open) -> Bench:
    return open_form(AssessmentForm, "assessment", casefile(), rich.wordy())


def area(bench: Bench, name: str) -> Assessment:
    return bench.casefile.assessment("rig", name)


def test_no_level_is_asked_where_the_standard_has_none(bench: Bench) -> None:
    assert bench.form.findChildren(LevelScale) == []
    rows = bench.form.findChildren(WordsRow)
    assert [row.area.id for row in rows] == ["home", "food", "social", "rest"]


def test_words_and_observation_are_typed_one_after_the_other(bench: Bench, qtbot: QtBot) -> None:
    bench.form.reveal(None)
    for text in ("Jeg kan ikke komme ud.", "Går usikkert."):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    home = area(bench, "home")
    assert (home.own_words, home.observation) == ("Jeg kan ikke komme ud.", "Går usikkert.")
    assert home.level is None
    assert bench.form.findChildren(AssessmentForm) == []
    assert "1 of 4" in bench.form.head.progress.text()  # type: ignore[attr-defined]


def test_going_to_the_section_stands_ready_at_the_first_area_without_words(bench: Bench) -> None:
    bench.write(area(bench, "home"), "own_words", "Det går.")
    bench.form.reveal(None)
    focused = QApplication.focusWidget()
    assert focused is editor_of(bench, area(bench, "food"), "own_words")


def test_what_has_changed_can_be_written_when_there_was_a_visit_before(open_form: Open) -> None:
    first = open_form(AssessmentForm, "assessment", casefile(), rich.wordy())
    row = first.form.findChildren(WordsRow)[0]
    assert not row.folds["changed"].link.isVisible()
    later = open_form(AssessmentForm, "assessment", rich.rich_case(), rich.wordy())
    rows = later.form.findChildren(WordsRow)
    assert rows[0].folds["changed"].editor is not None
    assert rows[1].folds["changed"].link.isVisible()


def test_a_locked_decision_locks_the_words(bench: Bench) -> None:
    bench.change(locked=True)
    assert editor_of(bench, area(bench, "home"), "own_words").isReadOnly()
