"""The line is cut at any byte: what came through stays, the rest comes the next time."""

import gc
import random
from collections.abc import Iterator

import pytest

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.errors import KnownError
from app.journal.changes import Write
from app.workflow.syncing import Syncing
from tests.scribe import Scribe
from tests.sync.conftest import MakeLaptop
from tests.sync.cutting import Cutting
from tests.sync.laptops import Laptop, Office

PHOTO = bytes(range(256)) * 6000
CUT = {"sync.cut_off", "sync.no_connection", "sync.timeout"}
# So many values of one field; then another one.
LONGEST_HISTORY = 50


@pytest.fixture
def proxy(office: Office) -> Iterator[Cutting]:
    made = Cutting(office.url)
    yield made
    made.end()


class Pair:
    """A laptop behind the proxy and one that meets the hub as it likes; both stay signed in."""

    def __init__(self, proxy: Cutting, laptop: Laptop, other: Laptop) -> None:
        self.proxy, self.laptop, self.other = proxy, laptop, other
        self.near, self.far = Syncing(laptop.session), Syncing(other.session)
        self.vera = laptop.new_case()
        self.near.round()
        self.far.round()
        self.bo: Scribe = other.scribe(self.vera.scope, "Bo")
        self.cuts = 0

    def small(self, number: int) -> None:
        """Have one change on each side."""
        if number % LONGEST_HISTORY == 0:
            self.mine, self.theirs = new_id(), new_id()
        self.vera.set(self.mine, f"her {number}")
        self.bo.set(self.theirs, f"der {number}")
        self.far.round()

    def large(self, number: int) -> None:
        """Have hundreds of changes and a photo on each side."""
        for scribe, laptop in ((self.vera, self.laptop), (self.bo, self.other)):
            keys = [FieldKey("assessment", new_id(), "own_words") for _ in range(150)]
            writes = [Write(key, f"tekst {number}") for key in keys]
            for part in (writes[:100], writes[100:]):
                laptop.store.journal.append(scribe.scope, part, actor=scribe.actor)
            photo = laptop.store.blobs.put(PHOTO + str((number, scribe.actor)).encode())
            scribe.set(new_id(), photo, "blob", "attachment")
        self.far.round()

    def bytes_of_a_round(self) -> int:
        """Return how many bytes a round needs."""
        self.proxy.allow(None)
        self.near.round()
        return self.proxy.passed

    def cut_at(self, byte: int) -> None:
        """Cut a round there; the numbers are true, and the next round does the rest."""
        self.proxy.allow(byte)
        if self.cuts % 20 == 0:
            gc.collect()  # within a test nothing is collected by itself
        try:
            self.near.round()
        except KnownError as error:
            self.cuts += error.key in CUT
            assert error.key in CUT  # noqa: PT017 - the last bytes of an answer may be missed
        self.proxy.allow(None)
        self.near.round()
        state = self.laptop.state()
        assert (state.here_only, state.aside, state.refused) == (0, 0, ())
        assert (state.blobs_up, state.blobs_down) == (0, 0)

    def look(self, office: Office) -> None:
        """See that both have the same, that it verifies, and that nothing came twice."""
        self.laptop.sync()
        self.other.sync()
        for syncing in (self.near, self.far):
            syncing.disconnect()
        mine = self.laptop.store.journal.snapshot([self.vera.scope])
        assert mine == self.other.store.journal.snapshot([self.vera.scope])
        assert mine == office.hub.journal.snapshot([self.vera.scope])
        assert mine.disputes == ()
        assert office.hub.journal.verify() == ()
        assert office.hub.quarantine.all() == ()


@pytest.fixture
def pair(proxy: Cutting, make_laptop: MakeLaptop) -> Pair:
    return Pair(proxy, make_laptop("cut", "vera", proxy.url), make_laptop("whole"))


def cut_small_rounds(pair: Pair, office: Office, step: int) -> None:
    pair.small(0)
    size = pair.bytes_of_a_round()
    for number, byte in enumerate(range(1, size, step), 1):
        pair.small(number)
        pair.cut_at(byte)
        assert pair.vera.value(pair.theirs) == f"der {number}"
        assert pair.bo.value(pair.theirs) == f"der {number}"
    assert pair.cuts > size / step * 0.9
    pair.look(office)


def cut_beginnings(pair: Pair, office: Office, step: int) -> None:
    """Cut rounds that begin with signing in and have nothing to do beyond it."""
    pair.near.disconnect()
    size = pair.bytes_of_a_round()
    for byte in range(1, size, step):
        pair.near.disconnect()
        pair.cut_at(byte)
    assert pair.cuts > size / step * 0.9
    pair.look(office)


def cut_large_rounds(pair: Pair, office: Office, times: int) -> None:
    chance = random.Random(20261123)  # noqa: S311 - not a secret
    pair.large(0)
    size = pair.bytes_of_a_round()
    for number in range(1, times + 1):
        pair.large(number)
        pair.cut_at(chance.randrange(1, size))
    assert pair.cuts > times * 0.9
    pair.look(office)


def test_a_small_round_is_cut_at_many_bytes(pair: Pair, office: Office) -> None:
    cut_small_rounds(pair, office, 211)


def test_a_round_is_cut_at_many_bytes_while_it_signs_in(pair: Pair, office: Office) -> None:
    cut_beginnings(pair, office, 401)


def test_a_large_round_is_cut_at_random_bytes(pair: Pair, office: Office) -> None:
    cut_large_rounds(pair, office, 2)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_small_round_is_cut_at_every_byte(pair: Pair, office: Office) -> None:
    cut_small_rounds(pair, office, 1)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_round_is_cut_at_every_byte_while_it_signs_in(pair: Pair, office: Office) -> None:
    cut_beginnings(pair, office, 1)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_large_round_is_cut_at_500_random_bytes(pair: Pair, office: Office) -> None:
    cut_large_rounds(pair, office, 500)
