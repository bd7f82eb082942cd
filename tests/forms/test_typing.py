"""What is typed is kept, written when the field is left, and never disturbed by a load."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.records import Answer
from app.forms.asks import ShowHistory
from app.forms.household import HouseholdForm
from app.forms.questions import QuestionsForm
from app.forms.section import field_key
from app.workflow.edits import EndTyping, TypeText
from tests.factories import casefile, citizen
from tests.forms.conftest import Open
from tests.forms.harness import Bench, binding_of, editor_of

NASTY = "Æ ø å, Å, ł, 😀, \u202eabc\u202c, e\u0301\nlinje to\t010190-1234\x00\x07 slut"


@pytest.fixture
def household(open_form: Open) -> Bench:
    return open_form(HouseholdForm, "household", casefile(citizen(phone="")))


def daily_life(bench: Bench) -> Answer:
    return bench.casefile.answer("conversation", "daily_life")


def test_typed_text_is_kept_letter_by_letter_and_written_when_the_field_is_left(
    household: Bench, qtbot: QtBot
) -> None:
    phone = editor_of(household, citizen(), "phone")
    phone.setFocus()
    qtbot.keyClicks(phone, "1234")
    assert [e.text for e in household.edits if isinstance(e, TypeText)] == [
        "1",
        "12",
        "123",
        "1234",
    ]
    assert household.casefile.citizen.phone == ""
    qtbot.keyClick(phone, Qt.Key.Key_Tab)
    assert isinstance(household.edits[-1], EndTyping)
    assert household.casefile.citizen.phone == "1234"


def test_leaving_a_field_that_nobody_typed_in_asks_for_nothing(
    household: Bench, qtbot: QtBot
) -> None:
    phone = editor_of(household, citizen(), "phone")
    phone.setFocus()
    qtbot.keyClick(phone, Qt.Key.Key_Tab)
    assert household.edits == []


def test_a_load_in_the_middle_of_typing_leaves_text_and_cursor(
    household: Bench, qtbot: QtBot
) -> None:
    phone = editor_of(household, citizen(), "phone")
    phone.setFocus()
    qtbot.keyClicks(phone, "12345678")
    phone.setCursorPosition(3)
    household.load()
    household.write(household.casefile.citizen, "email", "a@b.dk")
    assert (phone.text(), phone.cursorPosition(), phone.hasFocus()) == ("12345678", 3, True)
    assert editor_of(household, citizen(), "email").text() == "a@b.dk"


def test_text_that_was_written_while_typing_goes_on_is_not_put_back(
    household: Bench, qtbot: QtBot
) -> None:
    """1. "12" is typed. 2. It is written by the clock. 3. "34" is typed. 4. Its view comes."""
    phone = editor_of(household, citizen(), "phone")
    phone.setFocus()
    qtbot.keyClicks(phone, "1234")
    household.write(household.casefile.citizen, "phone", "12")
    assert phone.text() == "1234"
    qtbot.keyClick(phone, Qt.Key.Key_Tab)
    assert household.casefile.citizen.phone == "1234"


def test_a_value_that_somebody_else_changed_is_shown(household: Bench) -> None:
    phone = editor_of(household, citizen(), "phone")
    phone.setFocus()
    household.write(household.casefile.citizen, "phone", "87 65 43 21")
    assert phone.text() == "87 65 43 21"


def test_undo_shows_the_old_value_again(household: Bench, qtbot: QtBot) -> None:
    phone = editor_of(household, citizen(), "phone")
    phone.setFocus()
    qtbot.keyClicks(phone, "12")
    qtbot.keyClick(phone, Qt.Key.Key_Tab)
    household.write(household.casefile.citizen, "phone", "")
    assert phone.text() == ""


def test_twenty_thousand_characters_are_kept_whole(open_form: Open, qtbot: QtBot) -> None:
    bench = open_form(QuestionsForm, "conversation")
    text = "Æblegrød med fløde. " * 1000
    area = editor_of(bench, daily_life(bench), "text")
    area.setFocus()
    area.insertPlainText(text)
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert daily_life(bench).text == text
    bench.load()
    assert area.toPlainText() == text


def test_nasty_text_loses_only_what_nobody_can_see(open_form: Open, qtbot: QtBot) -> None:
    bench = open_form(QuestionsForm, "conversation")
    area = editor_of(bench, daily_life(bench), "text")
    area.setFocus()
    QApplication.clipboard().setText(NASTY)
    area.paste()
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    kept = daily_life(bench).text
    assert kept == "Æ ø å, Å, ł, 😀, abc, e\u0301\nlinje to\t010190-1234 slut"
    assert area.toPlainText() == kept


def test_an_issued_decision_is_shown_but_not_changed(household: Bench, qtbot: QtBot) -> None:
    household.change(locked=True)
    name = editor_of(household, citizen(), "name")
    name.setFocus()
    qtbot.keyClicks(name, "X")
    assert name.text() == citizen().name
    assert not editor_of(household, citizen(), "birth_date").isEnabled()
    household.change(locked=False)
    assert editor_of(household, citizen(), "birth_date").isEnabled()


def test_an_edit_that_is_refused_does_not_stay_on_the_screen(
    household: Bench, qtbot: QtBot
) -> None:
    post = editor_of(household, citizen(), "digital_post")
    before = household.view
    household.reload = False
    qtbot.mouseClick(post.segments[1], Qt.MouseButton.LeftButton)
    assert household.kinds() == ["SetField"]
    household.view = before
    household.load()
    assert post.value() == "digital"


@pytest.mark.parametrize("field", ["phone", "digital_post"])
def test_the_context_menu_leads_to_who_changed_a_field(household: Bench, field: str) -> None:
    menu = binding_of(household, citizen(), field).menu()
    menu.actions()[-1].trigger()
    assert household.asks == [ShowHistory(field_key(citizen(), field))]
    menu.deleteLater()
