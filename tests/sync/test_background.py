"""Sync in the background of a session: from unlocking to locking, while somebody types."""

import threading
from itertools import pairwise
from queue import SimpleQueue

import pytest

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.errors import KnownError
from app.journal.changes import Write
from app.sync.client import TAKE_IN
from app.sync.rounds import Progress, Report
from app.workflow.syncing import Syncing
from tests.sync.laptops import Laptop, Office

SOON_S = 60


class Heard:
    """What the background has said."""

    def __init__(self, laptop: Laptop) -> None:
        self.ended: SimpleQueue[Report | KnownError] = SimpleQueue()
        self.told: list[KnownError] = []
        self.steps: list[Progress] = []
        self.syncing = Syncing(laptop.session, self.steps.append, self.told.append, self.ended.put)

    def outcome(self) -> Report | KnownError:
        """Wait for the end of a round."""
        return self.ended.get(timeout=SOON_S)


def test_the_first_round_begins_with_the_session_and_the_lock_ends_the_loop(
    laptop: Laptop, office: Office
) -> None:
    laptop.new_case()
    heard = Heard(laptop)
    heard.syncing.start()
    outcome = heard.outcome()
    assert isinstance(outcome, Report)
    assert outcome.taken == 2
    laptop.scribe(new_id()).set(new_id(), "mere")
    heard.syncing.ask()
    outcome = heard.outcome()
    assert isinstance(outcome, Report)
    assert outcome.taken == 1
    laptop.unlock()
    assert not any(thread.name == "sync" for thread in threading.enumerate())
    assert laptop.state().here_only == 0


def test_a_token_that_is_no_longer_good_is_renewed_within_the_round(
    laptop: Laptop, office: Office
) -> None:
    heard = Heard(laptop)
    heard.syncing.round()
    assert heard.syncing._hub is not None
    heard.syncing._hub.token = "expired"
    laptop.new_case()
    assert heard.syncing.round().taken == 2
    heard.syncing.disconnect()


def test_without_a_hub_nothing_runs(laptop: Laptop) -> None:
    laptop.store.local.set("sync.enrolment", "")
    heard = Heard(laptop)
    heard.syncing.start()
    heard.syncing.ask()
    heard.syncing.cancel()
    heard.syncing.came_online()
    assert not heard.syncing.busy
    heard.syncing.stop()


def test_the_hub_is_away_and_back(laptop: Laptop, office: Office) -> None:
    laptop.new_case()
    office.close()
    heard = Heard(laptop)
    heard.syncing.start()
    outcome = heard.outcome()
    assert isinstance(outcome, KnownError)
    assert outcome.key == "sync.no_connection"
    state = laptop.state()
    assert (state.here_only, state.trouble and state.trouble.key) == (2, "sync.no_connection")
    assert state.next_attempt is not None
    # Being away is what a laptop often is: nobody is told of the first time.
    assert heard.told == []
    office.reopen()
    heard.syncing.ask()
    outcome = heard.outcome()
    heard.syncing.stop()
    assert isinstance(outcome, Report)
    assert outcome.taken == 2
    state = laptop.state()
    assert (state.here_only, state.trouble) == (0, None)
    assert office.hub.statistics()["changes"] == 2


@pytest.mark.parametrize("size", [1, 10, 100])
def test_who_types_waits_for_a_few_changes_at_most(
    laptop: Laptop, other: Laptop, size: int
) -> None:
    vera = other.new_case()
    for _ in range(500 // size):
        keys = [FieldKey("assessment", new_id(), "own_words") for _ in range(size)]
        writes = [Write(key, "tekst " * 10) for key in keys]
        other.store.journal.append(vera.scope, writes, actor="Vera")
    other.sync()
    heard = Heard(laptop)
    assert heard.syncing.round().received == 502
    heard.syncing.disconnect()
    done = [step.done for step in heard.steps if step.step == "receive"]
    assert done[-1] == 502
    assert all(after - before <= max(TAKE_IN, size) for before, after in pairwise(done))
    assert laptop.store.journal.verify() == ()
