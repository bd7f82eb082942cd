"""Function assessment: levels by digit, mouse and screen reader; the words beside them."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.casefile import FieldKey
from app.domain.records import Assessment
from app.domain.standard import Standard
from app.domain.values import Level
from app.forms.assessment import AssessmentForm
from app.forms.assessment_group import GroupCard, LevelHeader
from app.forms.assessment_row import AreaRow
from app.forms.section import field_key
from app.workflow.edits import SetField
from tests.factories import assessment, casefile, standard
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of


@pytest.fixture
def empty(open_form: Open) -> Bench:
    return open_form(AssessmentForm, "assessment")


def row(bench: Bench, area: str) -> AreaRow:
    return next(r for r in bench.form.findChildren(AreaRow) if r.area.id == area)


def recorded(bench: Bench, area: str) -> Assessment:
    return bench.casefile.assessment("koebenhavn-83", area)


def level(value: str) -> Level:
    return Level(scale="kbh-1-4", value=value)


def test_digits_set_levels_and_move_on_to_the_next_area(empty: Bench, qtbot: QtBot) -> None:
    row(empty, "bad").scale.setFocus()
    for digit in "3214":
        qtbot.keyClicks(QApplication.focusWidget(), digit)
    given = {a: recorded(empty, a).level for a in ("bad", "hygiejne", "paaklaedning", "toilet")}
    assert given == {
        "bad": level("3"),
        "hygiejne": level("2"),
        "paaklaedning": level("1"),
        "toilet": level("4"),
    }
    assert row(empty, "forflytning").isAncestorOf(QApplication.focusWidget())


def test_all_areas_are_assessed_with_digits_alone(empty: Bench, qtbot: QtBot) -> None:
    row(empty, "bad").scale.setFocus()
    for _ in range(11):
        qtbot.keyClicks(QApplication.focusWidget(), "2")
    assert len(empty.casefile.all(Assessment)) == 11
    assert isinstance(empty.form, AssessmentForm)
    assert "11" in empty.form.head.progress.text()


def test_the_row_with_focus_is_brought_into_sight(empty: Bench, qtbot: QtBot) -> None:
    last = row(empty, "indkoeb")
    assert last.visibleRegion().isEmpty()
    last.scale.setFocus()
    assert not last.visibleRegion().isEmpty()
    assert last.focused


def test_a_level_is_chosen_with_the_mouse_and_taken_away_with_delete(
    empty: Bench, qtbot: QtBot
) -> None:
    scale = row(empty, "bad").scale
    qtbot.mouseClick(scale.segments[2], Qt.MouseButton.LeftButton)
    assert recorded(empty, "bad").level == level("3")
    qtbot.keyClick(scale.segments[2], Qt.Key.Key_Delete)
    assert recorded(empty, "bad").level is None


def test_a_screen_readers_choice_is_recorded(empty: Bench) -> None:
    row(empty, "bad").scale.segments[1].toggle()
    assert recorded(empty, "bad").level == level("2")


def test_the_progress_counts_what_is_assessed(open_form: Open) -> None:
    file = casefile(assessment("bad", "3"), assessment("indkoeb", "1"), assessment("toilet", ""))
    bench = open_form(AssessmentForm, "assessment", file)
    assert isinstance(bench.form, AssessmentForm)
    assert bench.form.head.progress.text() == bench.form.head.tr("{done} of {all} assessed").format(
        done=2, all=11
    )


def test_what_has_changed_is_asked_only_when_the_level_is_another_one(open_form: Open) -> None:
    before = {"bad": assessment("bad", "2")}
    bench = open_form(AssessmentForm, "assessment", previous=before)
    bad = row(bench, "bad")
    assert bad.scale.previous == "2"
    bad.scale.choose(1)
    assert not bad.folds["changed"].isVisible()
    bad.scale.choose(2)
    assert bad.folds["changed"].isVisible()
    assert not row(bench, "toilet").folds["changed"].isVisible()


@pytest.mark.parametrize("field", ["observation", "help_means"])
def test_a_folded_text_is_opened_by_keyboard_and_written(
    empty: Bench, qtbot: QtBot, field: str
) -> None:
    fold = row(empty, "bad").folds[field]
    fold.link.setFocus()
    qtbot.keyClick(fold.link, Qt.Key.Key_Space)
    assert fold.editor is not None
    assert fold.editor.hasFocus()
    qtbot.keyClicks(fold.editor, "Holder fast i vasken.")
    qtbot.keyClick(fold.editor, Qt.Key.Key_Tab)
    assert getattr(recorded(empty, "bad"), field) == "Holder fast i vasken."


def test_the_citizens_own_words_are_written(empty: Bench, qtbot: QtBot) -> None:
    words = row(empty, "bad").words
    words.setFocus()
    qtbot.keyClicks(words, "Jeg er bange for at falde.")
    qtbot.keyClick(words, Qt.Key.Key_Tab)
    assert recorded(empty, "bad").own_words == "Jeg er bange for at falde."


def test_a_single_task_gets_a_level_of_its_own(empty: Bench, qtbot: QtBot) -> None:
    bad = row(empty, "bad")
    bad.items_link.setFocus()
    qtbot.keyClick(bad.items_link, Qt.Key.Key_Space)
    assert bad.items is not None
    qtbot.mouseClick(bad.items.scales["haarvask"].segments[3], Qt.MouseButton.LeftButton)
    assert recorded(empty, "bad").item_levels == {"haarvask": level("4")}
    assert recorded(empty, "bad").level is None


def test_levels_of_single_tasks_are_shown_when_there_are_some(open_form: Open) -> None:
    file = casefile(assessment("bad", "3", item_levels={"haarvask": level("4")}))
    bad = row(open_form(AssessmentForm, "assessment", file), "bad")
    assert bad.items is not None
    assert bad.items.isVisible()
    assert bad.items.scales["haarvask"].value() == "4"


def test_every_text_of_every_area_is_reached_with_tab_alone(open_form: Open, qtbot: QtBot) -> None:
    bench = open_form(AssessmentForm, "assessment", standard=standard())
    home = bench.form.findChild(AreaRow)
    assert isinstance(home, AreaRow)
    home.scale.setFocus()
    reached: list[Any] = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached[:3] == [
        home.words,
        home.folds["observation"].link,
        home.folds["help_means"].link,
    ]


def test_only_the_changed_row_is_painted_again(empty: Bench, qtbot: QtBot) -> None:
    scale = row(empty, "bad").scale
    scale.setFocus()
    watch = PaintWatch()
    others = [r for r in empty.form.findChildren(AreaRow) if r.area.id != "bad"]
    for other in others:
        for part in (other, other.scale, *other.scale.segments, other.words.viewport()):
            part.installEventFilter(watch)
    qtbot.mouseClick(scale.segments[2], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert watch.painted == 0


class PaintWatch(QObject):
    painted = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.painted += event.type() == QEvent.Type.Paint
        return False


def test_a_field_that_is_folded_away_is_revealed(empty: Bench) -> None:
    for field in ("help_means", "item_levels", "own_words"):
        key = FieldKey("assessment", recorded(empty, "toilet").id, field)
        assert empty.form.reveal(key)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert row(empty, "toilet").isAncestorOf(focus)
        assert focus.isVisible()
    assert not empty.form.reveal(FieldKey("assessment", "elsewhere", "level"))


def test_what_the_levels_mean_is_shown_on_demand(empty: Bench, qtbot: QtBot) -> None:
    assert isinstance(empty.form, AssessmentForm)
    scale = empty.view.standard.scale
    assert scale is not None
    link = empty.form.head.findChild(QPushButton)
    assert isinstance(link, QPushButton)
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    shown = [label.text() for label in empty.form.head.findChildren(QLabel) if label.isVisible()]
    for each in scale.levels:
        assert each.text in shown
        assert each.text in row(empty, "bad").scale.whatsThis()


def test_the_names_of_the_levels_stand_over_them_where_there_is_room(open_form: Open) -> None:
    wide = open_form(AssessmentForm, "assessment", width=840)
    assert all(header.over.isVisible() for header in wide.form.findChildren(LevelHeader))
    narrow = open_form(AssessmentForm, "assessment", width=560)
    assert not any(header.over.isVisible() for header in narrow.form.findChildren(LevelHeader))


def test_a_form_made_narrow_again_needs_no_scrolling_sideways(open_form: Open) -> None:
    bench = open_form(AssessmentForm, "assessment", width=840)
    bench.page.resize(520, 614)
    QApplication.processEvents()
    page: Any = bench.page
    assert page.horizontalScrollBar().maximum() == 0


def test_another_standard_builds_its_own_areas_and_keeps_nothing_of_the_old(
    empty: Bench, qtbot: QtBot
) -> None:
    empty.change(standard=standard())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    home = row(empty, "home")
    assert [r.area.id for r in empty.form.findChildren(AreaRow)] == ["home"]
    home.scale.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "b")
    written = empty.casefile.assessment("lille", "home")
    assert written.level == Level(scale="small", value="b")


def test_a_level_of_another_scale_is_not_shown_as_one_of_this(open_form: Open) -> None:
    bench = open_form(
        AssessmentForm, "assessment", casefile(assessment("bad", "3", scale="another"))
    )
    assert row(bench, "bad").scale.value() is None


def test_an_edit_names_the_record_that_was_on_the_screen(empty: Bench) -> None:
    row(empty, "bad").scale.choose(0)
    edit = empty.edits[0]
    assert isinstance(edit, SetField)
    assert edit.record == assessment("bad", "")
    assert editor_of(empty, edit.record, "level") is row(empty, "bad").scale


def long_standard() -> Standard:
    """Return a standard with three groups and more areas than are shown at once."""
    groups = [{"id": g, "name": g.upper()} for g in ("one", "two", "three")]
    areas = [
        {"id": f"{g['id']}-{n}", "name": f"Område {n}", "group": g["id"]}
        for g in groups
        for n in range(7)
    ]
    return standard(groups=groups, areas=areas, services=[])


def cards(bench: Bench) -> list[GroupCard]:
    return bench.form.findChildren(GroupCard)


def test_a_long_form_shows_its_first_group_and_makes_the_others_when_wanted(
    open_form: Open, qtbot: QtBot
) -> None:
    bench = open_form(AssessmentForm, "assessment", casefile(), long_standard())
    assert [len(card.rows) for card in cards(bench)] == [7, 0, 0]
    qtbot.mouseClick(cards(bench)[2].opener, Qt.MouseButton.LeftButton)
    assert [len(card.rows) for card in cards(bench)] == [7, 0, 7]
    assert QApplication.focusWidget() in cards(bench)[2].rows[0].findChildren(QWidget)
    assert bench.edits == []


def test_typing_levels_goes_on_into_the_next_group(open_form: Open, qtbot: QtBot) -> None:
    bench = open_form(AssessmentForm, "assessment", casefile(), long_standard())
    bench.form.reveal(None)
    for _ in range(8):
        qtbot.keyClicks(QApplication.focusWidget(), "b")
    assert [len(card.rows) for card in cards(bench)] == [7, 7, 0]
    assert bench.casefile.assessment("lille", "two-0").level == Level(scale="small", value="b")


def test_groups_in_which_something_is_recorded_are_open(open_form: Open) -> None:
    known = assessment("two-3", "c", "lille", scale="small")
    earlier = {"three-0": assessment("three-0", "a", "lille", scale="small")}
    bench = open_form(
        AssessmentForm, "assessment", casefile(known), long_standard(), previous=earlier
    )
    assert [len(card.rows) for card in cards(bench)] == [7, 7, 7]


def test_a_folded_area_is_gone_to(open_form: Open) -> None:
    bench = open_form(AssessmentForm, "assessment", casefile(), long_standard())
    record = bench.casefile.assessment("lille", "three-4")
    assert bench.form.reveal(field_key(record, "level"))
    editor = editor_of(bench, record, "level")
    assert editor.isAncestorOf(bench.page.window().focusWidget())
    assert len(cards(bench)[1].rows) == 0


def test_a_long_form_does_not_ask_for_every_area(open_form: Open) -> None:
    known = assessment("one-0", "c", "lille", scale="small")
    bench = open_form(AssessmentForm, "assessment", casefile(known), long_standard())
    head: Any = bench.form
    assert head.head.progress.text().startswith("1 ")
    assert "21" not in head.head.progress.text()
