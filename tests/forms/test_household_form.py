"""Citizen and household: who it is about, checked as it is typed, and who is around."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import Contact, HouseholdMember
from app.domain.values import Address, Capacity, Cpr, Interpreter
from app.forms.household import AddressPart, HouseholdForm, IdentityPart
from app.forms.people import ContactCard, ContactsList, MembersList
from app.forms.routing import AgeChoicePart, LegalBasisPart
from app.texts import Texts
from app.workflow.edits import AddRecord, RemoveRecord, SetField, Together
from tests.factories import case, casefile, citizen, contact, member
from tests.forms.conftest import Open
from tests.forms.harness import Bench, editor_of

NEW = citizen(
    cpr=None, birth_date=None, name="", address=None, phone="", digital_post="", interpreter=None
)
TEXTS = Texts("da")


@pytest.fixture
def new(open_form: Open) -> Bench:
    return open_form(HouseholdForm, "household", casefile(NEW, case(legal_basis="")))


def part(bench: Bench, kind: type[QWidget]) -> QWidget:
    found = bench.form.findChild(kind)
    assert isinstance(found, kind)
    return found


def said(widget: QWidget) -> str:
    """Return every text that is on the screen in a widget."""
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def type_in(bench: Bench, qtbot: QtBot, field: str, text: str) -> QWidget:
    editor = editor_of(bench, citizen(), field)
    target = editor.focusProxy() or editor
    target.setFocus()
    target.selectAll()
    qtbot.keyClick(target, Qt.Key.Key_Delete)
    qtbot.keyClicks(target, text)
    qtbot.keyClick(target, Qt.Key.Key_Tab)
    return editor


def test_a_cpr_number_is_written_with_its_birth_date_as_soon_as_it_is_whole(
    new: Bench, qtbot: QtBot
) -> None:
    line = editor_of(new, citizen(), "cpr")
    line.setFocus()
    qtbot.keyClicks(line, "150282-999")
    assert new.edits == []
    qtbot.keyClicks(line, "5")
    assert new.kinds() == ["Together"]
    assert new.casefile.citizen.cpr == Cpr(value="1502829995")
    assert new.casefile.citizen.birth_date == date(1982, 2, 15)
    assert (line.text(), line.hasFocus()) == ("150282-9995", True)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("320282-9995", "cpr.date"), ("1502", "cpr.shape"), ("abc", "cpr.shape")],
)
def test_a_number_that_cannot_be_is_explained_and_stays_as_typed(
    new: Bench, qtbot: QtBot, typed: str, problem: str
) -> None:
    line = type_in(new, qtbot, "cpr", typed)
    new.write(new.casefile.citizen, "email", "a@b.dk")
    assert editor_of(new, citizen(), "cpr").text() == typed
    assert TEXTS.lookup("errors", problem) in said(part(new, IdentityPart))
    assert TEXTS.lookup("errors", problem) in line.accessibleDescription()
    assert new.casefile.citizen.cpr is None


def test_a_number_is_not_called_wrong_before_it_is_whole(new: Bench, qtbot: QtBot) -> None:
    line = editor_of(new, citizen(), "cpr")
    line.setFocus()
    qtbot.keyClicks(line, "3202")
    assert TEXTS.lookup("errors", "cpr.shape") not in said(part(new, IdentityPart))


def test_modulus_11_is_only_a_remark(new: Bench, qtbot: QtBot) -> None:
    type_in(new, qtbot, "cpr", "1502829995")
    assert TEXTS.message("cpr.modulus_11") in said(part(new, IdentityPart))
    assert new.casefile.citizen.cpr == Cpr(value="1502829995")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("750282-9995", "replacement"), ("1502821AB3", "xecpr"), ("1502825AB3", "decpr")],
)
def test_replacement_numbers_are_taken_and_the_birth_date_is_asked_for(
    new: Bench, qtbot: QtBot, typed: str, kind: str
) -> None:
    type_in(new, qtbot, "cpr", typed)
    number = new.casefile.citizen.cpr
    assert number is not None
    assert number.kind == kind
    assert new.casefile.citizen.birth_date is None
    assert TEXTS.message(f"cpr.{kind}") in said(part(new, IdentityPart))


def test_a_birth_date_that_the_number_denies_is_a_remark(new: Bench, qtbot: QtBot) -> None:
    type_in(new, qtbot, "birth_date", "16/2-1982")
    type_in(new, qtbot, "cpr", "1502829995")
    assert new.casefile.citizen.birth_date == date(1982, 2, 16)
    assert TEXTS.message("household.other_birth_date") in said(part(new, IdentityPart))


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("24/11-2026", "household.born_in_future"), ("1/1-1871", "household.born_too_early")],
)
def test_a_birth_date_that_cannot_be_is_explained_and_stays_as_typed(
    new: Bench, qtbot: QtBot, typed: str, problem: str
) -> None:
    field = type_in(new, qtbot, "birth_date", typed)
    new.write(new.casefile.citizen, "email", "a@b.dk")
    assert said(part(new, IdentityPart)).count(TEXTS.lookup("errors", problem)) == 1
    assert editor_of(new, citizen(), "birth_date").edit.text() == typed
    assert new.casefile.citizen.birth_date is None
    type_in(new, qtbot, "birth_date", "15/2-1982")
    assert TEXTS.lookup("errors", problem) not in said(part(new, IdentityPart))
    assert new.casefile.citizen.birth_date == date(1982, 2, 15)
    assert field.isVisible()


def test_an_address_is_one_change_when_its_last_line_is_left(new: Bench, qtbot: QtBot) -> None:
    address = editor_of(new, citizen(), "address")
    address.lines["street"].setFocus()
    for text in ("Testgrusgraven 3", "", "3400", "Hillerød"):
        line = QApplication.focusWidget()
        qtbot.keyClicks(line, text)
        assert new.edits == []
        qtbot.keyClick(line, Qt.Key.Key_Tab)
    whole = Address(street="Testgrusgraven 3", postcode="3400", city="Hillerød")
    assert [e.value for e in new.edits if isinstance(e, SetField)] == [whole]


def test_a_half_written_address_outlives_a_load(new: Bench, qtbot: QtBot) -> None:
    address = editor_of(new, citizen(), "address")
    address.lines["street"].setFocus()
    qtbot.keyClicks(address.lines["street"], "Testgrus")
    new.write(new.casefile.citizen, "email", "a@b.dk")
    assert address.lines["street"].text() == "Testgrus"


def test_a_protected_address_is_out_of_sight_until_it_is_asked_for(open_form: Open) -> None:
    bench = open_form(HouseholdForm, "household", casefile(citizen(protected_address=True)))
    shown = part(bench, AddressPart)
    address = editor_of(bench, citizen(), "address")
    assert TEXTS.message("household.protected_address") in said(shown)
    assert not address.isVisible()
    assert isinstance(shown, AddressPart)
    shown.show_address.click()
    assert address.isVisible()


def test_the_target_group_writes_the_unit_that_decides(new: Bench, qtbot: QtBot) -> None:
    combo = editor_of(new, case(), "target_group")
    combo.setFocus()
    assert combo.currentData() == "disability"
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert isinstance(new.edits[-1], Together)
    written = new.casefile.case
    assert (written.target_group, written.unit) == ("mental_illness", "voksenomraadet")


def test_the_number_that_the_letter_bears_can_be_the_municipalitys_own(
    new: Bench, qtbot: QtBot
) -> None:
    line = editor_of(new, case(), "number")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "27.36.00-G01-7-26")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert new.casefile.case.number == "27.36.00-G01-7-26"


def test_the_act_that_the_age_points_to_is_proposed_and_chosen_by_a_person(
    new: Bench, qtbot: QtBot
) -> None:
    shown = part(new, LegalBasisPart)
    assert isinstance(shown, LegalBasisPart)
    assert not shown.take.isVisible()
    type_in(new, qtbot, "birth_date", "15/2-1982")
    assert new.casefile.case.legal_basis == ""
    assert "15. februar 2052" in said(shown)
    qtbot.mouseClick(shown.take, Qt.MouseButton.LeftButton)
    assert new.casefile.case.legal_basis == "social_services_act"
    assert not shown.take.isVisible()


def test_the_choice_of_age_is_asked_when_the_standard_asks_it(open_form: Open) -> None:
    young = open_form(HouseholdForm, "household")
    assert not part(young, AgeChoicePart).isVisible()
    born = citizen(birth_date=date(1962, 2, 15))
    old = open_form(HouseholdForm, "household", casefile(born))
    assert part(old, AgeChoicePart).isVisible()
    editor_of(old, citizen(), "turning_choice").choose(0)
    assert old.casefile.citizen.turning_choice == "stay"
    assert part(old, AgeChoicePart).isVisible()


def test_a_household_member_is_added_filled_in_and_taken_away(new: Bench, qtbot: QtBot) -> None:
    members = part(new, MembersList)
    assert isinstance(members, MembersList)
    qtbot.mouseClick(button(members, members.tr("Add household member")), Qt.MouseButton.LeftButton)
    added = new.casefile.household[0]
    assert added.citizen == "c1"
    assert QApplication.focusWidget() is editor_of(new, added, "name")
    editor_of(new, added, "healthy").choose(0)
    shares = editor_of(new, added, "capacities").shares
    assert list(shares) == ["rengoering", "toejvask", "indkoeb"]
    shares["rengoering"].choose(1)
    recorded = new.casefile.household[0]
    assert recorded.healthy is True
    assert recorded.capacities == (Capacity(service="rengoering", share="part"),)
    remove = members.list.shown[added.id].findChild(QPushButton)
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert isinstance(new.edits[-1], RemoveRecord)
    assert new.casefile.household == ()


@pytest.mark.parametrize("place", range(6))
def test_each_kind_of_contact_is_added_in_its_place(new: Bench, qtbot: QtBot, place: int) -> None:
    contacts = part(new, ContactsList)
    assert isinstance(contacts, ContactsList)
    roles = ("relative", "companion", "party_representative", "guardian", "gp", "other_help")
    buttons = [b for b in contacts.findChildren(QPushButton) if b.text().startswith("+ ")]
    qtbot.mouseClick(buttons[place], Qt.MouseButton.LeftButton)
    made = new.edits[-1]
    assert isinstance(made, AddRecord)
    assert isinstance(made.record, Contact)
    assert made.record.role == roles[place]
    assert QApplication.focusWidget() is editor_of(new, made.record, "name")


def test_a_companion_is_offered_and_recorded_as_present(open_form: Open) -> None:
    bench = open_form(HouseholdForm, "household", casefile(contact("b1", role="companion")))
    editor_of(bench, contact("b1", role="companion"), "present").choose(0)
    offered = bench.casefile.answer("household", "companion_offered")
    editor_of(bench, offered, "choice").choose(1)
    (companion,) = bench.casefile.contacts
    assert companion.present is True
    assert bench.casefile.answer("household", "companion_offered").choice == "no"


def test_contacts_stand_in_the_order_of_their_roles(open_form: Open) -> None:
    people = [contact("o1"), contact("o2", role="relative"), contact("o3", role="companion")]
    bench = open_form(HouseholdForm, "household", casefile(*people))
    cards = part(bench, ContactsList)
    assert isinstance(cards, ContactsList)
    tops = {c.record_id: c.y() for c in cards.findChildren(ContactCard)}
    assert sorted(tops, key=lambda i: tops[i]) == ["o2", "o3", "o1"]


def test_what_the_citizen_needs_to_read_a_letter_is_noted(new: Bench) -> None:
    editor_of(new, citizen(), "letter_size").choose(2)
    editor_of(new, citizen(), "help_language").choose(1)
    assert new.casefile.citizen.letter_size == "20"
    assert new.casefile.citizen.help_language == "en"


def test_an_interpreter_is_one_value(new: Bench) -> None:
    interpreter = editor_of(new, citizen(), "interpreter")
    assert not interpreter.kind.isVisible()
    interpreter.need.choose(0)
    interpreter.kind.choose(1)
    assert new.casefile.citizen.interpreter == Interpreter(need=True, kind="sign")


def test_the_card_of_a_person_is_kept_when_another_one_comes(open_form: Open) -> None:
    bench = open_form(HouseholdForm, "household", casefile(member("m1")))
    name = editor_of(bench, member("m1"), "name")
    name.setFocus()
    bench.write(HouseholdMember(id="m2"), "citizen", "c1")
    assert editor_of(bench, member("m1"), "name") is name
    assert name.hasFocus()


def button(widget: QWidget, text: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text() == text)
