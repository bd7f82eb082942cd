"""Questions of a standard: every kind is drawn, answered and written."""

from datetime import date

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.judgement.answers import answer_field
from app.domain.records import Answer
from app.domain.standard import Section, Standard
from app.forms.after import AfterForm
from app.forms.assessment import AssessmentForm
from app.forms.consent import ConsentForm
from app.forms.decision import DecisionForm
from app.forms.follow_up import FollowUpForm
from app.forms.overall import OverallForm
from app.forms.plan import PlanForm
from app.forms.provider import ProviderForm
from app.forms.questions import QuestionsForm
from app.forms.section import SectionForm
from app.forms.services import ServicesForm
from app.forms.workplace import WorkplaceForm
from app.widgets.card import Card
from tests.factories import casefile, koebenhavn, need, standard
from tests.forms import rich
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of


@pytest.fixture
def bench(open_form: Open) -> Bench:
    return open_form(QuestionsForm, "conversation")


def answer(bench: Bench, question: str) -> Answer:
    return bench.casefile.answer(bench.form.section_id, question)


def test_every_question_of_the_conversation_can_be_answered(bench: Bench) -> None:
    section = koebenhavn().section("conversation")
    assert isinstance(section, Section)
    for question in section.questions:
        field = answer_field(question)
        editor = editor_of(bench, answer(bench, question.id), field)
        assert editor.accessibleName() == question.label


def test_questions_stand_on_a_card_for_each_group(bench: Bench) -> None:
    section = koebenhavn().section("conversation")
    assert isinstance(section, Section)
    groups = list(dict.fromkeys(question.group for question in section.questions))
    assert [card.title.text() for card in bench.form.findChildren(Card)] == groups


def test_yes_and_no_are_written_as_a_choice_and_can_be_taken_back(
    bench: Bench, qtbot: QtBot
) -> None:
    editor = editor_of(bench, answer(bench, "training_discussed"), "choice")
    qtbot.mouseClick(editor.segments[1], Qt.MouseButton.LeftButton)
    assert answer(bench, "training_discussed").choice == "no"
    qtbot.keyClick(editor.segments[1], Qt.Key.Key_Left)
    qtbot.keyClick(editor.segments[0], Qt.Key.Key_Return)
    assert answer(bench, "training_discussed").choice == "yes"
    qtbot.keyClick(editor.segments[0], Qt.Key.Key_Delete)
    assert answer(bench, "training_discussed").choice == ""


def test_a_choice_among_many_is_a_list(bench: Bench, qtbot: QtBot) -> None:
    combo = editor_of(bench, answer(bench, "contact_mediated_to"), "choice")
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert answer(bench, "contact_mediated_to").choice == "handicapcenter_oest"


def test_a_date_is_typed_in_figures_or_in_words(bench: Bench, qtbot: QtBot) -> None:
    field = editor_of(bench, answer(bench, "informed_free_choice_on"), "day")
    field.edit.setFocus()
    qtbot.keyClicks(field.edit, "23112026")
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert answer(bench, "informed_free_choice_on").day == date(2026, 11, 23)


def test_a_standards_own_section_and_short_choices_are_drawn(open_form: Open, qtbot: QtBot) -> None:
    options = [{"value": "a", "name": "Ja tak"}, {"value": "b", "name": "Nej tak"}]
    own = standard(
        sections=[
            {
                "id": "own",
                "title": "Egne",
                "questions": [
                    {"id": "which", "label": "Hvilken?", "kind": "choice", "options": options},
                    {"id": "name", "label": "Hvem?", "kind": "line"},
                ],
            }
        ]
    )
    bench = open_form(QuestionsForm, "own", standard=own)
    editor_of(bench, answer(bench, "which"), "choice").choose(1)
    line = editor_of(bench, answer(bench, "name"), "text")
    line.setFocus()
    qtbot.keyClicks(line, "Else")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert answer(bench, "which").choice == "b"
    assert answer(bench, "name") == msgspec.structs.replace(
        Answer(id=answer(bench, "name").id, visit="v1", section="own", question="name"), text="Else"
    )


def test_the_keyboard_goes_through_the_questions_in_their_order(bench: Bench, qtbot: QtBot) -> None:
    first = editor_of(bench, answer(bench, "daily_life"), "text")
    first.setFocus()
    for text in ("Står op klokken otte.", "Bor alene."):
        qtbot.keyClicks(bench.page.window().focusWidget(), text)
        qtbot.keyClick(bench.page.window().focusWidget(), Qt.Key.Key_Tab)
    assert answer(bench, "daily_life").text == "Står op klokken otte."
    assert answer(bench, "family").text == "Bor alene."


def test_a_section_without_questions_says_so(open_form: Open) -> None:
    bench = open_form(QuestionsForm, "services")
    (card,) = bench.form.findChildren(Card)
    assert card.isVisible()


def asking(*questions: dict[str, object]) -> Standard:
    return rich.rich(sections=[{"id": "own", "title": "Egne", "questions": list(questions)}])


def test_several_answers_are_kept_in_the_order_of_the_standard(
    open_form: Open, qtbot: QtBot
) -> None:
    options = [{"value": v, "name": f"Svar {v}"} for v in ("a", "b", "c")]
    own = asking({"id": "which", "label": "Hvilke?", "kind": "several", "options": options})
    bench = open_form(QuestionsForm, "own", standard=own)
    chips = editor_of(bench, answer(bench, "which"), "choices")
    for place in (2, 0):
        qtbot.mouseClick(chips.chips[place], Qt.MouseButton.LeftButton)
    assert answer(bench, "which").choices == ("a", "c")
    qtbot.keyClick(chips.chips[2], Qt.Key.Key_Space)
    assert answer(bench, "which").choices == ("a",)


def test_a_number_is_typed_with_a_comma_and_nonsense_is_said(open_form: Open, qtbot: QtBot) -> None:
    own = asking({"id": "talks", "label": "Hvor mange?", "kind": "number"})
    bench = open_form(QuestionsForm, "own", standard=own)
    field = editor_of(bench, answer(bench, "talks"), "number")
    field.edit.setFocus()
    qtbot.keyClicks(field.edit, "2,5")
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert answer(bench, "talks").number == 2.5
    field.edit.setFocus()
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "mange")
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert field.has_error()
    assert answer(bench, "talks").number == 2.5


def test_a_question_about_a_service_waits_until_the_service_is_in_play(open_form: Open) -> None:
    about = {"id": "why", "label": "Hvorfor ikke kursus?", "services": ["support"]}
    own = asking({"id": "first", "label": "Først", "kind": "line"}, about)
    bench = open_form(QuestionsForm, "own", casefile(), own)
    field = editor_of(bench, answer(bench, "why"), "text")
    assert not field.isVisible()
    bench.write(need(service="support"), "text", "")
    assert field.isVisible()


def test_a_group_whose_questions_all_wait_takes_no_room(open_form: Open) -> None:
    own = asking({"id": "why", "label": "Hvorfor?", "group": "Støtte", "services": ["support"]})
    bench = open_form(QuestionsForm, "own", casefile(), own)
    (card,) = bench.form.findChildren(Card)
    assert not card.isVisible()
    bench.write(need(service="support"), "text", "")
    assert card.isVisible()


def test_an_answer_is_never_hidden_because_its_service_went_away(open_form: Open) -> None:
    own = asking({"id": "why", "label": "Hvorfor?", "services": ["support"]})
    written = msgspec.structs.replace(casefile().answer("own", "why"), text="Prøvet sidste år.")
    bench = open_form(QuestionsForm, "own", casefile(written), own)
    assert editor_of(bench, written, "text").isVisible()


@pytest.mark.parametrize(
    ("section", "kind"),
    [
        ("assessment", AssessmentForm),
        ("services", ServicesForm),
        ("workplace", WorkplaceForm),
        ("consent", ConsentForm),
        ("provider", ProviderForm),
        ("decision", DecisionForm),
        ("overall", OverallForm),
        ("plan", PlanForm),
        ("follow_up", FollowUpForm),
        ("after", AfterForm),
    ],
)
def test_every_section_asks_what_the_standard_asks_there(
    open_form: Open, section: str, kind: type[SectionForm]
) -> None:
    asked = {"id": section, "title": "Afsnit", "questions": [{"id": "more", "label": "Mere?"}]}
    bench = open_form(kind, section, casefile(), rich.rich(sections=[asked]))
    assert editor_of(bench, answer(bench, "more"), "text").isVisible()
