"""A day comes home: what is here goes to the hub, what is there comes here."""

import hashlib
from datetime import timedelta

import pytest

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.errors import KnownError
from app.journal.changes import Write
from app.sync.rounds import Progress
from app.sync.wire import PUSH_BYTES
from app.workflow import syncing
from tests.scribe import SteppingClock
from tests.sync.conftest import MakeLaptop
from tests.sync.laptops import Laptop, Office, meet


def test_what_was_written_on_one_computer_is_on_the_other_after_both_met_the_hub(
    laptop: Laptop, other: Laptop
) -> None:
    vera, record = laptop.new_case(), new_id()
    vera.set(record, "hjemme")
    assert laptop.state().here_only == 3
    report = laptop.sync()
    assert (report.taken, report.refused, report.received) == (3, 0, 0)
    state = laptop.state()
    assert (state.here_only, state.at_hub, state.trouble) == (0, 3, None)
    assert state.last_success is not None
    report = other.sync()
    assert (report.taken, report.received) == (0, 3)
    assert other.scribe(vera.scope).value(record) == "hjemme"


def test_a_round_with_nothing_to_do_does_nothing(laptop: Laptop) -> None:
    laptop.new_case()
    laptop.sync()
    before = laptop.state()
    report = laptop.sync()
    assert (report.taken, report.received, report.refused) == (0, 0, 0)
    assert laptop.state().at_hub == before.at_hub


def test_edits_of_different_fields_merge_and_of_one_field_are_shown(
    laptop: Laptop, other: Laptop
) -> None:
    vera, record = laptop.new_case(), new_id()
    vera.set(record, "fælles")
    meet(laptop, other)
    there = other.scribe(vera.scope, "Bo")
    vera.set(record, "her", "observation")
    vera.set(record, "Veras")
    there.set(record, "Bos")
    there.set(record, "der", "help_means")
    meet(laptop, other)
    for scribe in (vera, there):
        assert set(scribe.disputes()) == {"own_words"}
        assert set(scribe.disputes()["own_words"]) == {"Veras", "Bos"}
        assert scribe.value(record, "observation") == "her"
    assert laptop.state().conflicts == other.state().conflicts == 1
    vera.set(record, "enige")
    meet(laptop, other)
    assert laptop.state().conflicts == other.state().conflicts == 0


def test_a_long_absence_comes_home_in_many_requests_and_pages(
    laptop: Laptop, other: Laptop
) -> None:
    vera = laptop.new_case()
    for _ in range(12):
        keys = [FieldKey("assessment", new_id(), "own_words") for _ in range(120)]
        laptop.store.journal.append(vera.scope, [Write(k, "x" * 50) for k in keys], actor="Vera")
    assert laptop.sync().taken == 12 * 120 + 2
    assert other.sync().received == 12 * 120 + 2


def test_an_action_larger_than_a_request_goes_alone(laptop: Laptop, other: Laptop) -> None:
    vera = laptop.new_case()
    long = "æ" * (PUSH_BYTES // 2)
    for text in ("før", long, "efter"):
        vera.set(new_id(), text)
    assert laptop.sync().taken == 5
    assert other.sync().received == 5


def test_a_refused_action_is_in_the_tray_and_the_next_ones_go(
    laptop: Laptop, office: Office, other: Laptop
) -> None:
    office.add_user("bo", "Syd")
    mine, foreign = laptop.new_case(), other.new_case()
    other.sync()
    laptop.sync()
    vera = laptop.scribe(new_id())
    office.hub.cases.erase(foreign.scope, "Borgeren har bedt om det")
    laptop.scribe(foreign.scope).set(new_id(), "for sent")
    vera.set(new_id(), "i tide")
    report = laptop.sync()
    assert (report.taken, report.refused) == (1, 1)
    assert mine.scope


def test_what_the_office_took_in_after_all_leaves_the_tray_with_the_next_round_that_is_asked_for(
    laptop: Laptop, office: Office, make_laptop: MakeLaptop, clock: SteppingClock
) -> None:
    office.add_user("bo", "Syd")
    bos = make_laptop("bos", "bo")
    case = laptop.new_case()
    laptop.sync()
    record = new_id()
    bos.scribe(case.scope, "Bo").set(record, "Bos ord")
    assert bos.sync().refused == 1
    (before,) = bos.state().refused
    background = syncing.Syncing(bos.session)
    office.hub.cases.move(case.scope, "Syd")
    assert (background.round().taken, len(bos.state().refused)) == (0, 1)
    assert bos.state().refused[0].since == before.since
    clock.now += timedelta(days=1)
    assert (background.round().taken, bos.state().refused) == (1, ())
    background.disconnect()
    office.hub.cases.move(case.scope, "Nord")
    laptop.sync()
    assert laptop.scribe(case.scope).value(record) == "Bos ord"


def test_a_round_that_is_asked_for_offers_again_what_was_refused_before_and_once(
    laptop: Laptop, office: Office, make_laptop: MakeLaptop
) -> None:
    office.add_user("bo", "Syd")
    bos = make_laptop("bos", "bo")
    case = laptop.new_case()
    laptop.sync()
    bos.scribe(case.scope, "Bo").set(new_id(), "Bos ord")
    assert [bos.sync().refused for _ in range(2)] == [1, 1]
    (before,) = bos.state().refused
    office.hub.cases.move(case.scope, "Syd")
    assert (bos.sync().taken, bos.state().refused) == (1, ())
    assert before.error.key == "hub.not_yours"


def test_blobs_follow_the_changes_that_name_them(laptop: Laptop, other: Laptop) -> None:
    vera, photo = laptop.new_case(), bytes(range(250)) * 10_000
    sha256 = laptop.store.blobs.put(photo)
    unnamed = laptop.store.blobs.put(b"ingen peger paa mig")
    vera.set(new_id(), sha256, "blob", "attachment")
    report = laptop.sync()
    assert (report.blobs_up, laptop.state().blobs_up) == (1, 0)
    report = other.sync()
    assert (report.blobs_down, other.state().blobs_down) == (1, 0)
    assert other.store.blobs.get(sha256) == photo
    with pytest.raises(KnownError):
        other.store.blobs.get(unnamed)


def test_a_photo_that_is_still_on_its_way_is_coming(
    laptop: Laptop, other: Laptop, office: Office
) -> None:
    vera, photo = laptop.new_case(), b"foto"
    sha256 = hashlib.sha256(photo).hexdigest()
    vera.set(new_id(), sha256, "blob", "attachment")
    laptop.sync()
    report = other.sync()
    assert (report.coming, other.state().blobs_down) == (1, 1)
    laptop.store.blobs.put(photo)
    laptop.sync()
    assert other.sync().blobs_down == 1
    assert other.store.blobs.get(sha256) == photo
    assert other.sync().coming == 0


def test_an_empty_blob_is_a_blob(laptop: Laptop, other: Laptop) -> None:
    vera, sha256 = laptop.new_case(), laptop.store.blobs.put(b"")
    vera.set(new_id(), sha256, "blob", "attachment")
    laptop.sync()
    other.sync()
    assert other.store.blobs.get(sha256) == b""


def test_progress_is_told_in_numbers_and_a_round_is_cancelled_between_its_steps(
    laptop: Laptop,
) -> None:
    laptop.new_case()
    heard: list[Progress] = []
    report = syncing.sync_now(laptop.session, heard.append, lambda: len(heard) == 2)
    assert report.cancelled
    assert [each.step for each in heard] == ["sign_in", "check"]
    assert laptop.state().here_only == 2
    heard.clear()
    assert not syncing.sync_now(laptop.session, heard.append).cancelled
    sent = [(each.done, each.total) for each in heard if each.step == "send"]
    assert sent == [(0, 2)]


def test_a_computer_that_belongs_to_no_hub_says_so(laptop: Laptop) -> None:
    syncing.leave(laptop.session)
    assert laptop.refused() == "sync.not_enrolled"
    assert not laptop.state().enrolled


def test_a_wrong_code_or_password_takes_no_computer_in(laptop: Laptop, office: Office) -> None:
    with pytest.raises(KnownError) as caught:
        syncing.enrol(laptop.session, office.url, "XXXXXXXXXX", "x")
    assert caught.value.key == "hub.bad_code"
    assert laptop.state().enrolled


def test_another_hub_is_offered_everything(laptop: Laptop, office: Office) -> None:
    laptop.new_case()
    laptop.sync()
    known = syncing.enrolment(laptop.session)
    assert known is not None
    laptop.store.local.set("sync.hub", "e" * 64)
    laptop.enrol(office, "vera")
    assert laptop.state().here_only == 2
    laptop.sync()
    assert laptop.state().here_only == 0
