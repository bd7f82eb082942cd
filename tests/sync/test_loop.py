"""The background loop: rounds one after the other, and an end that lets the last one finish."""

import random
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from queue import SimpleQueue

import pytest

from app.errors import KnownError
from app.sync.loop import Loop
from app.sync.rounds import Report
from app.sync.schedule import Schedule

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
SOON_S = 20


class Day:
    """A loop whose naps pass the time at once, until a hundred of them have passed."""

    def __init__(self, *outcomes: Report | Exception) -> None:
        self.now = NOW
        self.outcomes = list(outcomes)
        self.at: list[timedelta] = []
        self.told: list[str] = []
        self.kept: list[str] = []
        self.done = threading.Event()
        schedule = Schedule("", timedelta(minutes=15), random.Random(1))  # noqa: S311 - jitter
        self.loop = Loop(
            self._do,
            schedule,
            self.kept.append,
            lambda: self.now,
            told=lambda error: self.told.append(error.key),
            nap=self._nap,
        )

    def _do(self, cancelled: Callable[[], bool]) -> Report:
        self.at.append(self.now - NOW)
        if len(self.outcomes) == 1:
            self.done.set()
        outcome = self.outcomes.pop(0) if self.outcomes else Report()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def _nap(self, door: threading.Condition, seconds: float) -> None:
        self.now += timedelta(seconds=max(seconds, 0.001))
        if self.done.is_set():
            door.wait(seconds)

    def run(self) -> None:
        self.loop.start()
        assert self.done.wait(SOON_S)
        self.loop.stop()


def test_rounds_follow_each_other_at_their_time() -> None:
    day = Day(Report(), Report(), Report())
    day.run()
    assert day.at[:3] == [timedelta(minutes=15 * number) for number in range(3)]


def test_a_failure_is_tried_again_and_kept_over_restarts() -> None:
    day = Day(KnownError("sync.no_connection"), Report())
    day.run()
    assert timedelta(seconds=15) <= day.at[1] <= timedelta(seconds=30)
    assert "sync.no_connection" in day.kept[0]
    assert "sync.no_connection" not in day.kept[1]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_of_the_program_ends_no_loop() -> None:
    day = Day(ZeroDivisionError(), Report())
    day.run()
    assert len(day.at) >= 2
    assert "sync.fault" in day.kept[0]


def test_the_user_is_told_of_what_will_not_mend_itself() -> None:
    day = Day(KnownError("sync.other_hub"), KnownError("sync.other_hub"))
    day.run()
    assert day.told == ["sync.other_hub"]


class Held:
    """A loop whose rounds stand still until they are let go."""

    def __init__(self, cut: Callable[[], None] = lambda: None) -> None:
        self.began: SimpleQueue[Callable[[], bool]] = SimpleQueue()
        self.go_on = threading.Event()
        self.ended: SimpleQueue[object] = SimpleQueue()
        schedule = Schedule("", timedelta(minutes=15), random.Random(1))  # noqa: S311 - jitter
        self.loop = Loop(
            self._do, schedule, lambda _: None, lambda: NOW, ended=self.ended.put, cut=cut
        )

    def _do(self, cancelled: Callable[[], bool]) -> Report:
        self.began.put(cancelled)
        assert self.go_on.wait(SOON_S)
        return Report(cancelled=cancelled())


def test_a_lock_of_the_screen_lets_the_action_under_way_finish() -> None:
    held = Held()
    held.loop.start()
    cancelled = held.began.get(timeout=SOON_S)
    assert not cancelled()
    stopping = threading.Thread(target=held.loop.stop, args=(SOON_S,))
    stopping.start()
    held.go_on.set()
    stopping.join(SOON_S)
    report = held.ended.get(timeout=SOON_S)
    assert isinstance(report, Report)
    assert held.began.empty()


def test_a_hub_that_does_not_answer_keeps_no_screen_from_locking() -> None:
    held = Held()
    held.loop._cut = held.go_on.set
    held.loop.start()
    held.began.get(timeout=SOON_S)
    held.loop.stop(patience_s=0.01)
    assert isinstance(held.ended.get(timeout=SOON_S), Report)


def test_whoever_asks_gets_a_round_at_once_and_may_cancel_it() -> None:
    held = Held()
    held.go_on.set()
    held.loop.start()
    held.began.get(timeout=SOON_S)
    held.ended.get(timeout=SOON_S)
    held.go_on.clear()
    held.loop.ask()
    cancelled = held.began.get(timeout=SOON_S)
    held.loop.cancel()
    assert cancelled()
    held.go_on.set()
    report = held.ended.get(timeout=SOON_S)
    assert isinstance(report, Report)
    assert report.cancelled
    held.loop.stop()


def test_a_loop_that_never_began_is_stopped_without_a_word() -> None:
    Held().loop.stop()
