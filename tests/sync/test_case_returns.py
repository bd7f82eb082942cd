"""A case that had left this computer comes back through the hub, whole and writable."""

from datetime import timedelta

import pytest

from app.domain.ids import new_id
from app.errors import KnownError
from app.workflow.at_hub import open_at_hub, search_hub
from app.workflow.upkeep import part_with_closed
from tests.scribe import Scribe, SteppingClock
from tests.sync.conftest import MakeLaptop
from tests.sync.laptops import Laptop, Office, meet


def parted(laptop: Laptop, clock: SteppingClock) -> tuple[Scribe, str]:
    """Let a closed case leave; return who wrote in it, and a record of it."""
    vera, record = laptop.new_case(), new_id()
    vera.set(record, "sidste år")
    vera.set(vera.scope, "closed", "state", "case")
    laptop.sync()
    clock.now += timedelta(days=31)
    assert part_with_closed(laptop.session, 30) == 1
    assert laptop.store.journal.snapshot([vera.scope]).records == {}
    return vera, record


def test_a_case_that_left_is_found_at_the_hub_and_comes_back_whole(
    laptop: Laptop, office: Office, clock: SteppingClock
) -> None:
    vera, record = parted(laptop, clock)
    (found,) = search_hub(laptop.session, "åse")
    assert [(case.scope, case.state) for case in found.cases] == [(vera.scope, "closed")]
    open_at_hub(laptop.session, vera.scope, "Borgeren ringede")
    assert laptop.sync().returned == 1
    assert vera.value(record) == "sidste år"
    vera.set(record, "i år")
    laptop.sync()
    assert Scribe(office.hub.journal, scope=vera.scope).value(record) == "i år"
    assert laptop.sync().returned == 0
    looked = [each.what for each in office.hub.log.of_scope(vera.scope)]
    assert "open" in looked
    assert part_with_closed(laptop.session, 30) == 0


def test_a_case_that_was_fetched_back_stays_as_long_again(
    laptop: Laptop, clock: SteppingClock
) -> None:
    vera, _ = parted(laptop, clock)
    open_at_hub(laptop.session, vera.scope, "Borgeren ringede")
    laptop.sync()
    clock.now += timedelta(days=29)
    assert part_with_closed(laptop.session, 30) == 0
    clock.now += timedelta(days=2)
    assert part_with_closed(laptop.session, 30) == 1


def test_a_case_that_left_comes_back_when_another_computer_writes_in_it(
    laptop: Laptop, other: Laptop, clock: SteppingClock
) -> None:
    vera, record = parted(laptop, clock)
    other.sync()
    other.scribe(vera.scope).set(record, "genoptaget")
    meet(other, laptop, rounds=1)
    assert vera.value(record) == "genoptaget"
    assert laptop.store.journal.parting.parted() == ()


def test_a_case_of_another_team_is_neither_found_nor_given(
    laptop: Laptop, office: Office, make_laptop: MakeLaptop
) -> None:
    office.add_user("bo", "Syd")
    vera = laptop.new_case()
    laptop.sync()
    there = make_laptop("bos", "bo")
    assert search_hub(there.session, "åse") == ()
    with pytest.raises(KnownError) as caught:
        open_at_hub(there.session, vera.scope, "nysgerrig")
    assert caught.value.key == "hub.not_yours"
    assert there.sync().received == 0


def test_a_computer_without_a_hub_says_so(laptop: Laptop) -> None:
    from app.workflow.syncing import leave

    leave(laptop.session)
    with pytest.raises(KnownError) as caught:
        search_hub(laptop.session, "åse")
    assert caught.value.key == "sync.not_enrolled"
