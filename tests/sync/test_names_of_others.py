"""What others are called comes with what they wrote: their computers, and their teams."""

from app.domain.casefile import FieldKey
from app.workflow.disputes import open_disputes
from app.workflow.elsewhere import computer_of, moved_to
from app.workflow.syncing import enrol
from tests.sync.conftest import MakeLaptop
from tests.sync.laptops import PASSWORD, Laptop, Office, meet


def test_a_conflict_knows_the_name_of_the_other_computer(
    laptop: Laptop, other: Laptop, office: Office
) -> None:
    code = office.hub.devices.invite("vera")
    enrol(other.session, office.url, code, PASSWORD, name="Køkkenbordet")
    vera = laptop.new_case()
    meet(laptop, other)
    key = FieldKey("case", vera.scope, "number")
    for each, value in ((laptop, "26/1"), (other, "26/2")):
        each.scribe(vera.scope).set(key.id, value, key.field, key.entity)
    meet(laptop, other)
    (found,) = open_disputes(laptop.session)
    assert {side.computer for side in found.dispute.sides if not side.here} == {"Køkkenbordet"}


def test_a_case_that_moved_names_who_has_it_until_it_comes_back(
    make_laptop: MakeLaptop, office: Office
) -> None:
    office.add_user("bo", team="Syd")
    laptop = make_laptop("laptop")
    vera = laptop.new_case()
    laptop.sync()
    assert moved_to(laptop.session, vera.scope) is None
    office.hub.cases.move(vera.scope, "Syd")
    laptop.sync()
    assert moved_to(laptop.session, vera.scope) == "Syd"
    office.hub.cases.move(vera.scope, "Nord")
    laptop.sync()
    assert moved_to(laptop.session, vera.scope) is None


def test_an_epoch_that_nobody_has_named_is_not_given_a_name(laptop: Laptop) -> None:
    assert computer_of(laptop.session, "0" * 32) == ""
