"""When the next round is due: patient with networks, quiet where only people can help."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from app.errors import KnownError
from app.sync.schedule import (
    AWAY_FOR,
    FIRST,
    FOR_PEOPLE,
    LONGEST,
    SETTLING,
    TOLD_AFTER,
    Schedule,
)
from app.texts import Texts

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
EVERY = timedelta(minutes=15)


def made(kept: str = "", seed: int = 1) -> Schedule:
    return Schedule(kept, EVERY, random.Random(seed))  # noqa: S311 - jitter


def failed(schedule: Schedule, key: str = "sync.no_connection", now: datetime = NOW) -> bool:
    return schedule.failed(KnownError(key), now)


def test_the_first_round_is_due_at_once_and_the_next_after_the_usual_time() -> None:
    schedule = made()
    assert schedule.wait(NOW) == timedelta(0)
    schedule.succeeded(NOW)
    assert schedule.wait(NOW) == EVERY
    assert schedule.wait(NOW + EVERY) == timedelta(0)


def test_each_failure_doubles_the_wait_up_to_an_hour_with_jitter() -> None:
    schedule = made()
    for count in range(12):
        failed(schedule)
        wait, whole = schedule.wait(NOW), min(LONGEST, FIRST * 2**count)
        assert wait is not None
        assert whole / 2 <= wait <= whole


def test_two_laptops_that_lose_the_hub_at_one_moment_do_not_come_back_at_one() -> None:
    waits = set()
    for seed in range(20):
        schedule = made(seed=seed)
        failed(schedule)
        waits.add(schedule.wait(NOW))
    assert len(waits) == 20


def test_the_wait_outlives_a_restart() -> None:
    before = made()
    for _ in range(4):
        failed(before)
    after = made(before.text(), seed=2)
    assert after.wait(NOW) == before.wait(NOW)
    failed(after)
    wait = after.wait(NOW)
    assert wait is not None
    assert wait >= FIRST * 2**4 / 2


def test_a_reason_counts_for_itself_and_success_forgets_all() -> None:
    schedule = made()
    for _ in range(6):
        failed(schedule)
    failed(schedule, "store.disk_full")
    wait = schedule.wait(NOW)
    assert wait is not None
    assert wait <= FIRST
    schedule.succeeded(NOW)
    failed(schedule)
    wait = schedule.wait(NOW)
    assert wait is not None
    assert wait <= FIRST


@pytest.mark.parametrize("key", ["hub.revoked", "hub.unknown_device", "sync.parked"])
def test_a_computer_that_was_shut_out_calls_only_when_asked(key: str) -> None:
    schedule = made()
    assert failed(schedule, key)
    assert schedule.wait(NOW + timedelta(days=400)) is None
    schedule.came_online(NOW)
    assert schedule.wait(NOW + timedelta(days=400)) is None
    schedule.asked()
    assert schedule.wait(NOW) == timedelta(0)


def test_what_only_people_can_put_right_is_told_at_once_and_seldom_tried() -> None:
    schedule = made()
    assert failed(schedule, "sync.other_hub")
    assert schedule.wait(NOW) == FOR_PEOPLE
    assert not failed(schedule, "sync.other_hub")


def test_the_user_is_told_once_after_some_silent_failures() -> None:
    schedule = made()
    told = [failed(schedule, "sync.hub_trouble") for _ in range(2 * TOLD_AFTER)]
    assert [number for number, tell in enumerate(told, 1) if tell] == [TOLD_AFTER]
    schedule.succeeded(NOW)
    assert [failed(schedule, "sync.hub_trouble") for _ in range(TOLD_AFTER)][-1]


def test_a_day_without_a_network_is_an_ordinary_day() -> None:
    schedule = made()
    schedule.succeeded(NOW)
    assert not any(failed(schedule, now=NOW + timedelta(hours=5)) for _ in range(40))
    assert failed(schedule, now=NOW + AWAY_FOR)


def test_clock_wrong_by_years_keeps_no_round_from_being_due() -> None:
    schedule = made()
    schedule.succeeded(NOW.replace(year=2060))
    assert schedule.wait(NOW) == timedelta(0)
    failed(schedule, now=NOW.replace(year=2060))
    assert schedule.wait(NOW) == timedelta(0)
    schedule.succeeded(NOW.replace(year=1999))
    assert schedule.wait(NOW) == timedelta(0)


def test_a_network_that_is_back_ends_the_wait_for_it_alone() -> None:
    schedule = made()
    for _ in range(5):
        failed(schedule)
    schedule.came_online(NOW)
    wait = schedule.wait(NOW)
    assert wait is not None
    assert timedelta(0) < wait < SETTLING
    failed(schedule, "sync.other_hub")
    schedule.came_online(NOW)
    assert schedule.wait(NOW) == FOR_PEOPLE


def test_computers_that_find_the_network_together_do_not_call_together() -> None:
    waits = set()
    for number in range(20):
        schedule = made(seed=number)
        schedule.succeeded(NOW)
        schedule.came_online(NOW)
        waits.add(schedule.wait(NOW))
    assert len(waits) == 20


@pytest.mark.parametrize("kept", ["", "{", '{"failures": 7}', '{"of_tomorrow": [1]}'])
def test_what_a_newer_program_kept_stops_nothing(kept: str) -> None:
    assert made(kept).wait(NOW) == timedelta(0)


def test_every_reason_of_sync_has_its_sentence_in_both_languages() -> None:
    danish, english = (Texts(each).table("errors")["sync"] for each in ("da", "en"))
    assert isinstance(danish, dict)
    assert isinstance(english, dict)
    assert danish.keys() == english.keys()
