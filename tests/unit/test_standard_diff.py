"""What a new version of a standard changes, told entry by entry."""

from datetime import date

import msgspec
import pytest

from app.domain.standard import Item, Law, Service, Standard
from app.domain.standard_diff import Difference, differences
from tests import factories

OLD = factories.standard()


def changed(**fields: object) -> tuple[Difference, ...]:
    return differences(OLD, msgspec.structs.replace(OLD, **fields))


def with_service(**fields: object) -> tuple[Service, ...]:
    first, *others = OLD.services
    return (msgspec.structs.replace(first, **fields), *others)


def test_a_standard_says_the_same_as_itself() -> None:
    assert differences(OLD, OLD) == ()


def test_a_changed_figure_is_told_with_both_values() -> None:
    follow_up = msgspec.structs.replace(OLD.follow_up, max_months=6)
    assert changed(follow_up=follow_up) == (
        Difference(kind="changed", place=("follow_up", "max_months"), before="12", after="6"),
    )


def test_a_new_service_is_told_by_its_name() -> None:
    walk = Service(id="walk", name="Gåtur", group="praktisk", law="law", purpose="Luft", items=())
    (found,) = changed(services=(*OLD.services, walk))
    assert (found.kind, found.place, found.name) == ("added", ("services", "walk"), "Gåtur")


def test_a_service_that_is_gone_is_told_and_the_others_are_not() -> None:
    (found,) = changed(services=OLD.services[:1])
    assert (found.kind, found.place) == ("removed", ("services", "shop"))


def test_an_entry_that_only_moves_is_no_difference() -> None:
    assert changed(services=tuple(reversed(OLD.services))) == ()


def test_a_limit_in_a_list_of_sentences_is_told_alone() -> None:
    before = with_service(limits=("Højst to gange.", "Kun hverdage."))
    after = with_service(limits=("Højst tre gange.", "Kun hverdage."))
    old = msgspec.structs.replace(OLD, services=before)
    new = msgspec.structs.replace(OLD, services=after)
    told = [(d.kind, d.before or d.after) for d in differences(old, new)]
    assert told == [("removed", "Højst to gange."), ("added", "Højst tre gange.")]


def test_an_item_of_a_service_is_found_inside_it() -> None:
    items = (*OLD.services[0].items, Item(id="roof", name="Loft"))
    (found,) = changed(services=with_service(items=items))
    assert found.place == ("services", "clean", "items", "roof")


def test_a_law_that_was_closed_and_begun_anew_is_a_new_entry() -> None:
    later = Law(id="law", text="lovens nye paragraf", valid_from=date(2027, 1, 1))
    (found,) = changed(laws=(*OLD.laws, later))
    assert (found.kind, found.name) == ("added", "lovens nye paragraf")


@pytest.mark.parametrize("field", ["scale", "stair", "overall"])
def test_parts_that_a_version_may_lack_are_told_when_they_go(field: str) -> None:
    other: Standard = msgspec.structs.replace(OLD, **{field: None})
    told = differences(OLD, other)
    assert bool(told) == (getattr(OLD, field) is not None)
