"""Follow-up: what changed in words and picture, how goals went, and what the result leads to."""

from datetime import date

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.ids import derived_id
from app.domain.records import FollowUp, Goal, OverallAssessment
from app.domain.values import Level
from app.forms.asks import GoTo, ShowDocument
from app.forms.follow_up import ChangesCard, FollowUpForm, ReportCard, ResultCard
from app.forms.follow_up_record import follow_up_of
from tests.factories import TODAY, assessment, casefile, denmark, goal, koebenhavn
from tests.forms import rich
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of, view_of

LAST_TIME = date(2026, 5, 4)


@pytest.fixture
def bench(open_form: Open) -> Bench:
    return open_form(
        FollowUpForm,
        "follow_up",
        rich.rich_case(FollowUp(id=follow_up_id(), case="k1", visit="v1")),
        rich.rich(),
        previous=rich.before(),
        previous_on=LAST_TIME,
    )


def follow_up_id() -> str:
    return derived_id("v1", "follow_up")


def card(bench: Bench) -> ChangesCard:
    return bench.form.findChildren(ChangesCard)[0]


def words(bench: Bench) -> str:
    labels = bench.form.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_each_area_says_how_it_changed_since_last_time(bench: Bench) -> None:
    told = {change.name: change.words for change in card(bench).bars.changes}
    assert told["Praktiske opgaver"] == "Easier than last time: c → b"
    assert told["Egenomsorg"] == "Harder than last time: a → b"
    assert told["Socialt liv"] == "Not assessed now, last time b"
    assert told["Mestring af sygdom (forældrerollen)"] == "Not assessed last time, now c"


def test_the_picture_holds_the_same_as_the_words(bench: Bench) -> None:
    (home,) = [c for c in card(bench).bars.changes if c.name == "Praktiske opgaver"]
    assert (home.before, home.now, home.levels) == (2, 1, 3)
    assert home.words in card(bench).bars.accessibleDescription()
    assert "4 May 2026" in words(bench) or "4. maj 2026" in words(bench)


def test_the_overall_level_is_compared_on_its_own_scale(open_form: Open) -> None:
    earlier = OverallAssessment(
        id="e0", visit=rich.BEFORE, standard="rig", value=Level(scale="whole", value="D")
    )
    bench = open_form(
        FollowUpForm, "follow_up", rich.rich_case(earlier), rich.rich(), previous=rich.before()
    )
    whole = card(bench).bars.changes[0]
    assert (whole.before, whole.now, whole.levels) == (3, 2, 5)
    assert whole.words == "Easier than last time: D → C"


def test_what_somebody_wrote_of_a_change_stands_with_it(bench: Bench) -> None:
    assert "Praktiske opgaver: Støvsuger nu selv." in words(bench)


def test_without_an_earlier_visit_there_is_nothing_to_compare_and_it_says_so(
    open_form: Open,
) -> None:
    bench = open_form(FollowUpForm, "follow_up", casefile(), rich.rich())
    assert not card(bench).bars.isVisible()
    assert "no earlier visit" in words(bench)


def test_a_standard_without_a_scale_compares_words_only(open_form: Open) -> None:
    bench = open_form(FollowUpForm, "follow_up", rich.rich_case(), rich.wordy())
    assert not card(bench).bars.isVisible()
    assert "no scale" in words(bench)
    assert "Støvsuger nu selv." in words(bench)


def test_how_a_goal_went_is_set_goal_by_goal(bench: Bench) -> None:
    state = editor_of(bench, goal(), "state")
    state.choose(1)
    (changed,) = bench.casefile.all(Goal)
    assert changed.state == "reached"


def test_a_change_leads_to_a_decision_and_says_so(bench: Bench, qtbot: QtBot) -> None:
    editor_of(bench, follow_up_of(bench.view), "result").choose(1)
    assert follow_up_of(bench.view).result == "change"
    assert "new decision" in words(bench)
    result = bench.form.findChildren(ResultCard)[0]
    qtbot.mouseClick(result.go, Qt.MouseButton.LeftButton)
    assert isinstance(bench.asks[-1], GoTo)
    assert bench.asks[-1].anchor.section == "decision"


@pytest.mark.parametrize(
    ("place", "result", "leads_to"),
    [(0, "continue", ""), (2, "end", "decision"), (3, "reassess", "assessment")],
)
def test_each_result_says_what_it_leads_to(
    bench: Bench, place: int, result: str, leads_to: str
) -> None:
    editor_of(bench, follow_up_of(bench.view), "result").choose(place)
    assert follow_up_of(bench.view).result == result
    shown = bench.form.findChildren(ResultCard)[0]
    assert shown.leads_to.text()
    assert shown.target == leads_to
    assert shown.go.isVisible() == bool(leads_to)


def test_the_reason_is_typed_and_kept(bench: Bench, qtbot: QtBot) -> None:
    reason = editor_of(bench, follow_up_of(bench.view), "reason")
    reason.setFocus()
    qtbot.keyClicks(reason, "Vi er enige.")
    qtbot.keyClick(reason, Qt.Key.Key_Tab)
    assert follow_up_of(bench.view).reason == "Vi er enige."


def test_the_first_answer_makes_the_record_of_this_visit(open_form: Open) -> None:
    bench = open_form(FollowUpForm, "follow_up", casefile(goal()), rich.rich())
    assert bench.casefile.all(FollowUp) == ()
    editor_of(bench, follow_up_of(bench.view), "result").choose(0)
    (made,) = bench.casefile.all(FollowUp)
    assert (made.visit, made.case, made.result) == ("v1", "k1", "continue")


def test_what_the_provider_reported_is_read_here(bench: Bench, open_form: Open) -> None:
    assert "Det går godt." in words(bench)
    none = open_form(FollowUpForm, "follow_up", casefile(), rich.rich())
    assert not none.form.findChildren(ReportCard)[0].isVisible()


def test_the_summary_can_be_shown(bench: Bench, qtbot: QtBot) -> None:
    result = bench.form.findChildren(ResultCard)[0]
    qtbot.mouseClick(result.summary, Qt.MouseButton.LeftButton)
    assert bench.asks[-1] == ShowDocument("follow_up_summary")


def test_under_several_standards_the_areas_of_each_are_compared(open_form: Open) -> None:
    before = msgspec.structs.replace(
        assessment("bad", "3"), id=derived_id(rich.BEFORE, "koebenhavn-83", "bad"), visit="v0"
    )
    file = rich.rich_case(before, assessment("bad", "2"))
    shares = {s.id: view_of(file, s, denmark(), TODAY) for s in (rich.rich(), koebenhavn())}
    bench = open_form(FollowUpForm, "follow_up", file, rich.rich(), shares=shares)
    told = {change.name: change for change in card(bench).bars.changes}
    assert told["Praktiske opgaver"].levels == 3
    assert told["Bad"].words == "Easier than last time: 3 → 2"
    assert told["Bad"].levels == 4
