"""Power fails at the hub or on the laptop, at any statement and request: nothing lost or double."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from app.clock import system_clock
from app.domain.ids import new_id
from app.errors import KnownError
from app.hub.hub import Hub
from app.store.keys import new_data_key
from app.sync.transport import Transport, make_client
from app.workflow import syncing
from app.workflow.syncing import Syncing
from tests.databases import Databases, quick_folder
from tests.hub.office import NO_TLS
from tests.scribe import Scribe
from tests.sync.killing import KILLED, Nursery, free_port, nursery
from tests.sync.laptops import HASHER, PASSWORD, Laptop

CUT = {"sync.cut_off", "sync.no_connection", "sync.timeout"}


@pytest.fixture(scope="module")
def cradle() -> Iterator[Nursery]:
    with nursery() as made:
        yield made


class Mortals:
    """A hub in a process of its own, and two computers of Vera's that meet it."""

    def __init__(self, cradle: Nursery, folder: Path, database: str) -> None:
        self.cradle, self.folder, self.key = cradle, folder, new_data_key()
        self.database = database
        self._held, self._port = free_port()
        with self.hub() as hub:
            hub.users.add("vera", "Vera", "visitator", PASSWORD)
            codes = [hub.devices.invite("vera") for _ in range(2)]
        self.running = 0
        self.start()
        self.laptops = [Laptop(folder / name, system_clock) for name in ("victim", "witness")]
        for laptop, code in zip(self.laptops, codes, strict=True):
            syncing.enrol(laptop.session, f"http://127.0.0.1:{self._port}", code, PASSWORD)
        self.victim, self.witness = self.laptops
        self.case = self.victim.new_case().scope
        for laptop in self.laptops:
            laptop.sync()
        self.count = 0
        self.written: dict[str, str] = {}
        self.photos: dict[str, bytes] = {}

    def hub(self) -> Hub:
        """Open the hub's data here, beside whoever serves it."""
        return Hub(self.folder / "hub", self.key, self.database, hasher=HASHER)

    def start(self, at: int = 0) -> None:
        """Let the hub serve anew."""
        self.cradle.kill(self.running)
        where = ["--port", str(self._port), "--data-dir", str(self.folder / "hub")]
        where += ["--database", self.database] if self.database else []
        self.running = self.cradle.serve(where, self.key, at)

    def stop(self) -> None:
        """Kill the hub."""
        self.cradle.kill(self.running)

    def news(self) -> None:
        """Have a text and a photo on each side; the other side's are at the hub."""
        for laptop in self.laptops:
            self.count += 1
            scribe, record = laptop.scribe(self.case), new_id()
            self.written[record] = f"tekst {self.count}"
            scribe.set(record, self.written[record])
            data = f"foto {self.count}".encode()
            sha256 = laptop.store.blobs.put(data)
            self.photos[sha256] = data
            scribe.set(new_id(), sha256, "blob", "attachment")
        self.witness.sync()

    def look(self) -> None:
        """See that all of it is on both sides and at the hub, once, and that the numbers say so."""
        for laptop in (self.victim, self.witness):
            laptop.sync()
            state = laptop.state()
            assert (state.here_only, state.refused, state.aside) == (0, (), 0)
            assert (state.blobs_up, state.blobs_down, state.conflicts) == (0, 0, 0)
            scribe = Scribe(laptop.store.journal, scope=self.case)
            assert {record: scribe.value(record) for record in self.written} == self.written
            assert {s: laptop.store.blobs.get(s) for s in self.photos} == self.photos
        with self.hub() as hub:
            assert hub.journal.verify() == ()
            assert hub.quarantine.all() == ()
            there = hub.journal.exchange.of_scope(self.case)
        assert sum(len(parcel.changes) for parcel in there) == 1 + 2 * len(self.written)

    def end(self) -> None:
        """Let go of everything."""
        self.stop()
        self._held.close()
        for laptop in self.laptops:
            laptop.lock()


@pytest.fixture(params=["sqlite", "postgresql"])
def mortals(request: pytest.FixtureRequest, cradle: Nursery) -> Iterator[Mortals]:
    """The same on either database."""
    database = ""
    if request.param == "postgresql":
        databases: Databases = request.getfixturevalue("databases")
        databases.drop("mortal")
        database = databases.make("mortal")
    with quick_folder() as folder:
        made = Mortals(cradle, folder, database)
        yield made
        made.end()


class Killing(httpx.BaseTransport):
    """Kills the hub at the `at`-th request: before it, or when it was answered."""

    def __init__(self, mortals: Mortals, at: int, answered: bool) -> None:
        self._line = httpx.HTTPTransport(verify=NO_TLS)
        self._mortals, self._at, self._answered = mortals, at, answered
        self.count = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, or let the hub die."""
        self.count += 1
        if self.count != self._at:
            return self._line.handle_request(request)
        if self._answered:
            answer = self._line.handle_request(request)
            answer.read()
            answer.close()
        self._mortals.stop()
        if self._answered:
            raise httpx.ReadError("the answer was on its way")
        return self._line.handle_request(request)

    def close(self) -> None:
        """Let go of the line."""
        self._line.close()


def kill_at_request(mortals: Mortals, at: int, answered: bool) -> bool:
    """Let the hub die at a request of a round; False if there are not so many."""
    mortals.news()
    known = syncing.enrolment(mortals.victim.session)
    assert known is not None
    line, one = Killing(mortals, at, answered), Syncing(mortals.victim.session)
    one._hub = Transport(make_client(known.url, transport=line), system_clock)
    try:
        one.round()
    except KnownError as error:
        assert error.key in CUT  # noqa: PT017 - there may be no such request
    finally:
        one.disconnect()
    mortals.start()
    mortals.look()
    return line.count >= at


def kill_at_statement(mortals: Mortals, at: int) -> bool:
    """Let the hub die at a statement since it began; False if it outlived the round."""
    mortals.news()
    mortals.start(at)
    try:
        syncing.sync_now(mortals.victim.session)
    except KnownError as error:
        assert error.key in CUT  # noqa: PT017 - it may outlive the round
        assert mortals.cradle.wait(mortals.running) == KILLED
        died = True
    else:
        died = False
    mortals.start()
    mortals.look()
    return died


def kill_laptop(mortals: Mortals, at: int) -> bool:
    """Let the laptop die at a statement of its round; False if it outlived it."""
    mortals.news()
    folder = mortals.victim.folder
    mortals.victim.lock()
    ended = mortals.cradle.sync(folder, at)
    mortals.victim.unlock()
    there = mortals.victim.state()
    assert there.here_only in (0, 2)
    mortals.look()
    return ended == KILLED


def test_the_hub_is_killed_at_a_request_and_nothing_is_lost_or_double(mortals: Mortals) -> None:
    assert kill_at_request(mortals, 5, answered=True)


def test_the_hub_or_a_laptop_is_killed_at_a_statement_and_nothing_is_lost_or_double(
    mortals: Mortals,
) -> None:
    assert kill_laptop(mortals, 12)
    if not mortals.database:
        assert kill_at_statement(mortals, 14)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_the_hub_is_killed_at_every_request(mortals: Mortals) -> None:
    at = 1
    while kill_at_request(mortals, at, answered=False):
        assert kill_at_request(mortals, at, answered=True)
        at += 1
    assert at > 8


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_the_hub_is_killed_at_every_statement(mortals: Mortals) -> None:
    if mortals.database:
        pytest.skip("a server's statements are its own")
    at = 1
    while kill_at_statement(mortals, at):
        at += 1
    assert at > 20


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_laptop_is_killed_at_every_statement(mortals: Mortals) -> None:
    at = 1
    while kill_laptop(mortals, at):
        at += 1
    assert at > 20
