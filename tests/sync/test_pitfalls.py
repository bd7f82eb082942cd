"""What must never happen to a record that several computers keep, each by its name."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.ids import new_id
from app.errors import KnownError
from app.store import files
from app.store.store import Store
from app.workflow import syncing
from app.workflow.upkeep import part_with_closed
from tests.scribe import CHEAP, PASSPHRASE, SteppingClock
from tests.sync.conftest import MakeLaptop
from tests.sync.laptops import PASSWORD, Laptop, Office, Skewed, meet, recovery_key


@pytest.mark.parametrize("years", [-30, 10])
def test_clock_wrong_by_years(
    laptop: Laptop, other: Laptop, clock: SteppingClock, years: int
) -> None:
    vera, record = laptop.new_case(), new_id()
    vera.set(record, "fælles")
    meet(laptop, other)
    laptop.lock()
    wrong = Laptop(laptop.folder, Skewed(clock, timedelta(days=365 * years)))
    there = other.scribe(vera.scope, "Bo")
    wrong.scribe(vera.scope).set(record, "fra en anden tid", "observation")
    there.set(record, "i dag", "help_means")
    meet(wrong, other)
    assert there.value(record, "observation") == "fra en anden tid"
    assert wrong.scribe(vera.scope).value(record, "help_means") == "i dag"
    there.set(record, "efter", "observation")
    meet(wrong, other)
    assert wrong.scribe(vera.scope).value(record, "observation") == "efter"
    state = wrong.state()
    assert state.clock_is_off
    assert state.skew_s == pytest.approx(-365 * years * 86400, abs=60)
    assert state.trouble is None
    wrong.lock()


def test_restored_backup(laptop: Laptop, other: Laptop, tmp_path: Path) -> None:
    vera, record = laptop.new_case(), new_id()
    vera.set(record, "i kopien")
    laptop.sync()
    laptop.store.backup(tmp_path / "copy")
    vera.set(record, "efter kopien")
    laptop.sync()
    laptop.lock()
    Store.restore(tmp_path / "copy", laptop.folder, laptop.clock)
    again = Laptop(laptop.folder, laptop.clock)
    again.scribe(vera.scope).set(record, "efter gendannelsen")
    again.sync()
    state = again.state()
    assert (state.here_only, state.aside, state.trouble) == (0, 0, None)
    other.sync()
    for each in (again, other):
        found = each.scribe(vera.scope).disputes()["own_words"]
        assert set(found) == {"efter kopien", "efter gendannelsen"}
    again.lock()


def test_cloned_disk(laptop: Laptop, other: Laptop, tmp_path: Path) -> None:
    vera, record = laptop.new_case(), new_id()
    vera.set(record, "før kopien")
    laptop.sync()
    vera.set(record, "endnu ikke sendt")
    laptop.lock()
    clone = Laptop(shutil.copytree(laptop.folder, tmp_path / "clone"), laptop.clock)
    laptop = Laptop(laptop.folder, laptop.clock)
    laptop.scribe(vera.scope).set(record, "den første")
    clone.scribe(vera.scope, "Bo").set(record, "den anden")
    meet(laptop, clone, other)
    for each in (laptop, clone, other):
        found = each.scribe(vera.scope).disputes()["own_words"]
        assert set(found) == {"den første", "den anden"}
        assert each.state().here_only == 0
    laptop.lock()
    clone.lock()


@pytest.fixture
def keyed(office: Office, tmp_path: Path, clock: SteppingClock) -> Laptop:
    """A computer that the municipality's key opens, too."""
    _, public = recovery_key(tmp_path)
    made = Laptop(tmp_path / "keyed", clock, public)
    made.enrol(office, "vera")
    return made


def test_revoked_computer(keyed: Laptop, office: Office, tmp_path: Path) -> None:
    vera, record = keyed.new_case(), new_id()
    keyed.sync()
    keyed.store.back_up_daily()
    vera.set(record, "kun her")
    device = syncing.enrolment(keyed.session)
    assert device is not None
    office.hub.devices.revoke(device.device)
    with pytest.raises(KnownError) as caught:
        syncing.sync_now(keyed.session)
    assert (caught.value.key, caught.value.params) == ("sync.parked", {"count": 1})
    state = keyed.state()
    assert (state.here_only, state.next_attempt) == (1, None)
    keyed.lock()
    for folder in (keyed.folder, *Store.backups(keyed.folder)):
        with pytest.raises(KnownError) as caught:
            Store.open(folder, PASSPHRASE, keyed.clock)
        assert caught.value.key == "unlock.locked_out"
    Store.recover(keyed.folder, tmp_path / "office.pem", PASSWORD, "ny sætning", CHEAP)
    opened = Store.open(keyed.folder, "ny sætning", keyed.clock)
    assert opened.journal.exchange.unsent() == 1
    assert opened.journal.verify() == ()
    opened.close()


def test_revoked_computer_without_the_municipalitys_key_parks_first(
    laptop: Laptop, office: Office
) -> None:
    laptop.new_case()
    device = syncing.enrolment(laptop.session)
    assert device is not None
    office.hub.devices.revoke(device.device, "Tasken er stjålet")
    assert laptop.refused() == "sync.parked"
    assert list((laptop.folder / "parked").iterdir())
    laptop.lock()
    with pytest.raises(KnownError) as caught:
        Store.open(laptop.folder, PASSPHRASE, laptop.clock)
    assert caught.value.key == "unlock.locked_out"


def test_nobody_else_can_pretend_that_a_computer_was_revoked(
    keyed: Laptop, office: Office, tmp_path: Path
) -> None:
    keyed.new_case()
    before = (keyed.folder / files.KEYS).read_bytes()
    office.reopen(tmp_path / "another hub")
    assert keyed.refused() == "sync.other_hub"
    assert (keyed.folder / files.KEYS).read_bytes() == before
    keyed.lock()


def test_moved_case(make_laptop: MakeLaptop, office: Office) -> None:
    office.add_user("bo", "Syd")
    laptop, there = make_laptop("veras"), make_laptop("bos", "bo")
    vera, record = laptop.new_case(), new_id()
    vera.set(record, "før flytningen")
    meet(laptop, there)
    office.hub.cases.move(vera.scope, "Syd")
    vera.set(record, "skrevet før beskeden kom")
    meet(laptop, there)
    assert vera.scope in laptop.state().moved
    assert laptop.state().here_only == 0
    assert there.scribe(vera.scope).value(record) == "skrevet før beskeden kom"
    assert there.state().moved == ()
    office.hub.cases.move(vera.scope, "Nord")
    there.scribe(vera.scope, "Bo").set(record, "hos Syd")
    meet(there, laptop)
    assert laptop.state().moved == ()
    assert vera.value(record) == "hos Syd"


def test_wrong_hub(laptop: Laptop, office: Office, tmp_path: Path) -> None:
    laptop.new_case()
    office.reopen(tmp_path / "another hub")
    assert laptop.refused() == "sync.other_hub"
    state = laptop.state()
    assert (state.here_only, state.trouble and state.trouble.key) == (2, "sync.other_hub")


def test_empty_hub(laptop: Laptop, office: Office, tmp_path: Path) -> None:
    office.close()
    shutil.copytree(office.folder, tmp_path / "hub of yesterday")
    office.reopen()
    vera, record = laptop.new_case(), new_id()
    laptop.sync()
    vera.set(record, "efter")
    laptop.sync()
    office.reopen(tmp_path / "hub of yesterday")
    assert laptop.refused() == "sync.hub_forgot"
    assert vera.value(record) == "efter"
    assert laptop.state().here_only == 3
    assert laptop.sync().taken == 3
    assert laptop.state().here_only == 0
    assert office.hub.statistics()["changes"] == 3


def test_a_hub_that_lost_what_others_sent_is_read_anew(
    laptop: Laptop, other: Laptop, office: Office, tmp_path: Path
) -> None:
    vera = laptop.new_case()
    laptop.sync()
    office.close()
    shutil.copytree(office.folder, tmp_path / "hub of yesterday")
    office.reopen()
    vera.set(new_id(), "tabt af hubben")
    meet(laptop, other)
    office.reopen(tmp_path / "hub of yesterday")
    assert other.refused() == "sync.hub_forgot"
    assert laptop.refused() == "sync.hub_forgot"
    meet(laptop, other)
    assert office.hub.statistics()["changes"] == 3


def test_older_and_newer_program_versions_at_once(
    laptop: Laptop, other: Laptop, make_laptop: MakeLaptop
) -> None:
    vera, record, ship = laptop.new_case(), new_id(), new_id()
    vera.set(record, "kendt")
    vera.set(record, "fra i morgen", "of_tomorrow")
    vera.set(ship, ["Vera", "Bo"], "crew", "spaceship")
    meet(laptop, other)
    third = make_laptop("third")
    third.sync()
    mine = {p.id for p in laptop.store.journal.exchange.of_scope(vera.scope)}
    for each in (other, third):
        assert {p.id for p in each.store.journal.exchange.of_scope(vera.scope)} == mine
        assert each.scribe(vera.scope).value(record) == "kendt"


def test_erasure_of_a_person_reaches_every_computer(
    laptop: Laptop, other: Laptop, office: Office
) -> None:
    vera, record = laptop.new_case(), new_id()
    vera.set(record, "om borgeren")
    meet(laptop, other)
    vera.set(record, "endnu ikke sendt")
    office.hub.cases.erase(vera.scope, "Borgeren har bedt om det")
    for each in (laptop, other):
        each.sync()
        assert each.scribe(vera.scope).value(record) == ""
        state = each.state()
        assert (state.here_only, state.refused) == (0, ())


def test_a_case_that_leaves_this_computer_leaves_only_when_the_hub_has_it(
    laptop: Laptop, clock: SteppingClock
) -> None:
    vera = laptop.new_case()
    vera.set(vera.scope, "closed", "state", "case")
    clock.now += timedelta(days=60)
    assert part_with_closed(laptop.session, 30) == 0
    laptop.sync()
    assert part_with_closed(laptop.session, 30) == 1
    assert laptop.sync().received == 0


def test_text_under_way_is_not_touched_by_a_round(laptop: Laptop, other: Laptop) -> None:
    from app.domain.casefile import FieldKey

    vera, record = laptop.new_case(), new_id()
    vera.set(record, "fælles")
    meet(laptop, other)
    key = FieldKey("assessment", record, "own_words")
    laptop.store.pending.put(key, vera.scope, "halv sætn", vera.heads(record), "x")
    other.scribe(vera.scope, "Bo").set(record, "Bos")
    meet(other, laptop)
    assert [text.text for text in laptop.store.pending.all()] == ["halv sætn"]
    assert vera.value(record) == "Bos"
