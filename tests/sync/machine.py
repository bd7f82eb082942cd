"""A hub and some laptops to which everything happens that happens to hubs and laptops."""

import shutil
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import httpx
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.domain.ids import new_id
from app.errors import KnownError
from app.journal.changes import Snapshot
from app.journal.parcels import Parcel
from app.store.store import Store
from app.workflow import syncing
from tests.databases import Databases
from tests.scribe import SteppingClock
from tests.sync.laptops import Laptop, Office, Skewed
from tests.sync.line import Crash, Failing, Fault, full_disk, round_over

RECORDS = [f"{number:032x}" for number in (0xA1, 0xA2)]
FIELDS = ["own_words", "observation"]
FAULTS: list[Fault] = ["none", "no_request", "no_answer", "twice", "late"]
EXPECTED = {"", "sync.no_connection", "sync.cut_off", "sync.parked"}
# What a laptop hears of a hub whose power fails while it answers.
DIED = {"", "sync.hub_trouble", "sync.cut_off", "sync.parked"}
FULL = {"", "store.disk_full", "sync.hub_full", "sync.parked"}
LONG = 20_000
MOST_LAPTOPS = 5
EVENTS = [
    *["sync"] * 6,
    *["crash"] * 4,
    *["kill_the_hub"] * 2,
    *["restore", "back_up"] * 2,
    *["write", "photograph", "clone", "set_the_clock", "revoke", "move"],
    *["fill_the_disk", "fill_the_hub", "write_of_tomorrow"],
]
# Hello, challenge, sign in and digest; from the fifth request on there is something to lose.
AT = st.sampled_from([5, 6, 7, 2, 4, 8, 1])
TEAMS = {"vera": "Nord", "bo": "Syd"}


class Template:
    """A hub and three enrolled laptops, made once and copied for each example.

    With `databases` the hub is on PostgreSQL, without on SQLite.
    """

    def __init__(self, place: Path, databases: Databases | None = None) -> None:
        self.place = place
        self.databases = databases
        self.clock = SteppingClock()
        database = databases.make("machine") if databases else ""
        self.office = Office(self.place / "hub", self.clock, database=database)
        for login, team in TEAMS.items():
            self.office.add_user(login, team)
        self.office.add_user("hubert", "Nord")
        laptops = [("vera1", "vera"), ("vera2", "vera"), ("bo1", "bo")]
        for name, login in laptops:
            laptop = Laptop(self.place / name, self.clock)
            laptop.enrol(self.office, login)
            if name == "vera1":
                scribe = laptop.new_case()
                self.case = scribe.scope
                laptop.sync()
            laptop.lock()
        self.office.close()

    def copy(self, folder: Path) -> list[Laptop]:
        """Serve a copy of the hub, and open copies of the laptops."""
        for each in ("hub", "vera1", "vera2", "bo1"):
            if (self.place / each).exists():
                shutil.copytree(self.place / each, folder / each)
        database = ""
        if self.databases:
            self.databases.drop("example")
            database = self.databases.make("example", like="machine")
        self.office.reopen(folder / "hub", database=database)
        return [Laptop(folder / each, self.clock) for each in ("vera1", "vera2", "bo1")]

    def end(self) -> None:
        """Let go of everything."""
        self.office.end()
        if self.databases:
            for name in ("example", "machine"):
                self.databases.drop(name)


class Machine(RuleBasedStateMachine):
    """Whatever happens, nothing that reached the hub is lost or hidden, and numbers are true."""

    template: Template

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="example-", dir=self.template.place))
        self.all = self.template.copy(self.place)
        self.office, self.case = self.template.office, self.template.case
        self.users = ["vera", "vera", "bo"]
        self.revoked: set[int] = set()
        self.team = "Nord"
        self.late: dict[int, list[httpx.Request]] = {}
        self.backups: dict[int, Path] = {}
        self.count = 0
        # Every text that was written, and those that its replacer had on the screen.
        self.written: set[str] = set()
        self.seen: set[str] = set()
        self.blobs: dict[str, bytes] = {}
        # Every action as it was when it was first seen.
        self.sealed: dict[str, Parcel] = {}

    @rule(
        what=st.sampled_from(EVENTS),
        which=st.integers(0, MOST_LAPTOPS - 1),
        fault=st.sampled_from(FAULTS),
        at=AT,
        odd=st.integers(0, 2),
    )
    def happen(self, what: str, which: int, fault: Fault, at: int, odd: int) -> None:
        """Let one thing happen; one rule alone, so that no run goes without any of them."""
        which %= len(self.all)
        if what == "sync":
            self.sync(which, fault, at)
        elif what == "crash":
            self.crash(which, at, odd)
        elif what == "kill_the_hub":
            self.kill_the_hub(which, at, odd)
        elif what == "write":
            self.write(which, RECORDS[odd % 2], FIELDS[at % 2])
        elif what == "set_the_clock":
            self.set_the_clock(which, (-3650, 1, 3650)[odd])
        elif what == "move":
            self.move(("Nord", "Syd")[odd % 2])
        else:
            getattr(self, what)(which)

    def texts(self, laptop: Laptop, record: str, field: str) -> set[str]:
        """Return what is on the screen for a field: one text, or all that are disputed."""
        snapshot = laptop.store.journal.snapshot([self.case])
        for dispute in snapshot.disputes:
            if (dispute.key.id, dispute.key.field) == (record, field):
                return {str(value) for value in dispute.values}
        found = snapshot.records.get("assessment", {}).get(record)
        return {str(getattr(found, field))} - {""} if found is not None else set()

    def write(self, which: int, record: str, field: str, size: int = 0) -> None:
        laptop = self.all[which]
        if not laptop.store.journal.exchange.of_scope(self.case):
            return
        self.count += 1
        text = f"{self.count} fra {which}" + "." * size
        self.seen |= self.texts(laptop, record, field)
        laptop.scribe(self.case, self.users[which]).set(record, text, field)
        self.written.add(text)

    def write_of_tomorrow(self, which: int) -> None:
        """Write as a newer program does: a field that nobody here knows."""
        laptop = self.all[which]
        if laptop.store.journal.exchange.of_scope(self.case):
            self.count += 1
            scribe = laptop.scribe(self.case, self.users[which])
            scribe.set(RECORDS[1], [self.count], "of_tomorrow")

    def photograph(self, which: int) -> None:
        laptop = self.all[which]
        if not laptop.store.journal.exchange.of_scope(self.case):
            return
        self.count += 1
        data = f"foto {self.count}".encode()
        sha256 = laptop.store.blobs.put(data)
        laptop.scribe(self.case, self.users[which]).set(new_id(), sha256, "blob", "attachment")
        self.blobs[sha256] = data

    def news(self, which: int, size: int = 0) -> None:
        """Have something new here, and something new at the hub."""
        self.write(which, RECORDS[0], FIELDS[self.count % 2], size)
        for number, laptop in enumerate(self.all):
            if number not in {which, *self.revoked}:
                self.write(number, RECORDS[self.count % 2], FIELDS[0], size)
                round_over(laptop, laptop.clock)
                return

    def sync(self, which: int, fault: Fault, at: int) -> None:
        self.news(which)
        laptop = self.all[which]
        key = ""
        try:
            round_over(laptop, laptop.clock, fault, at, self.late.setdefault(which, []))
        except KnownError as error:
            key = error.key
        assert key in EXPECTED
        assert (key == "sync.parked") <= (which in self.revoked)

    def round_of(self, which: int) -> str:
        """Let a laptop do a round; return what stopped it."""
        try:
            round_over(self.all[which], self.all[which].clock)
        except KnownError as error:
            return error.key
        return ""

    def crash(self, which: int, at: int, where: int) -> None:
        self.news(which)
        laptop = self.all[which]
        Failing(laptop.store._writer, at, where)
        with suppress(Crash):
            self.round_of(which)
        del laptop.store._writer.run
        laptop.unlock()

    def kill_the_hub(self, which: int, at: int, where: int) -> None:
        self.news(which)
        Failing(self.office.hub.room.writer, at, where)
        assert self.round_of(which) in DIED
        del self.office.hub.room.writer.run
        self.office.reopen()

    def fill_the_disk(self, which: int) -> None:
        self.news(which, LONG)
        with full_disk(self.all[which].store._writer):
            assert self.round_of(which) in FULL - {"sync.hub_full"}

    def fill_the_hub(self, which: int) -> None:
        self.news(which, LONG)
        if self.template.databases is None:
            with full_disk(self.office.hub.room.writer):
                assert self.round_of(which) in FULL - {"store.disk_full"}

    def back_up(self, which: int) -> None:
        self.count += 1
        self.backups[which] = self.place / f"backup{self.count}"
        self.all[which].store.backup(self.backups[which])

    def restore(self, which: int) -> None:
        if which in self.backups:
            laptop = self.all[which]
            laptop.lock()
            Store.restore(self.backups[which], laptop.folder, laptop.clock)
            self.all[which] = Laptop(laptop.folder, laptop.clock)

    def clone(self, which: int) -> None:
        if len(self.all) == MOST_LAPTOPS:
            return
        laptop, number = self.all[which], len(self.all)
        laptop.lock()
        copy = shutil.copytree(laptop.folder, self.place / f"clone{number}")
        self.all[which] = Laptop(laptop.folder, laptop.clock)
        self.all.append(Laptop(copy, laptop.clock))
        self.users.append(self.users[which])
        if which in self.revoked:
            self.revoked.add(number)

    def set_the_clock(self, which: int, days: int) -> None:
        laptop = self.all[which]
        laptop.lock()
        wrong = Skewed(self.template.clock, timedelta(days=days))
        self.all[which] = Laptop(laptop.folder, wrong)

    def revoke(self, which: int) -> None:
        known = syncing.enrolment(self.all[which].session)
        assert known is not None
        if which in self.revoked or len(self.revoked) > 1:
            return
        self.office.hub.devices.revoke(known.device)
        for number, laptop in enumerate(self.all):
            other = syncing.enrolment(laptop.session)
            if other is not None and other.device == known.device:
                self.revoked.add(number)

    def move(self, team: str) -> None:
        self.team = team
        self.office.hub.cases.move(self.case, team)

    @invariant()
    def no_number_hides_what_is_here_only(self) -> None:
        there = {parcel.id for parcel in self.at_the_hub()}
        for laptop in self.all:
            here = laptop.store.journal.exchange.of_scope(self.case)
            own = laptop.store.journal.epochs_here()
            only = sum(len(p.changes) for p in here if p.id not in there and p.epoch in own)
            assert laptop.state().here_only >= only

    def at_the_hub(self) -> tuple[Parcel, ...]:
        """Return what the hub has of the case; none of it has changed since it came."""
        found = self.office.hub.journal.exchange.of_scope(self.case)
        self.look_at_seals(found)
        assert self.sealed.keys() <= {parcel.id for parcel in found}
        return found

    def look_at_seals(self, found: tuple[Parcel, ...]) -> None:
        for parcel in found:
            assert self.sealed.setdefault(parcel.id, parcel) == parcel

    def teardown(self) -> None:
        try:
            self.come_home()
        finally:
            for laptop in self.all:
                laptop.lock()
            self.office.close()
            shutil.rmtree(self.place)

    def come_home(self) -> None:
        """Let all meet the hub without a fault, and look at what they have."""
        home = [n for n in range(len(self.all)) if n not in self.revoked]
        for _ in range(2):
            for number in home:
                round_over(self.all[number], self.all[number].clock)
        views = [self.look_at(number) for number in home]
        entitled = [view for view in views if view is not None]
        at_hub = self.office.hub.journal.snapshot([self.case])
        assert all(view == at_hub for view in entitled)
        assert self.office.hub.journal.verify() == ()
        assert self.office.hub.quarantine.all() == ()
        self.nothing_is_hidden()

    def look_at(self, number: int) -> Snapshot | None:
        """See that a laptop's numbers are true; return the case, if it is to have all of it."""
        laptop = self.all[number]
        state = laptop.state()
        assert (state.here_only, state.refused, state.aside) == (0, (), 0)
        assert laptop.store.journal.verify() == ()
        here = laptop.store.journal.exchange.of_scope(self.case)
        if TEAMS[self.users[number]] != self.team:
            return None
        there = self.at_the_hub()
        assert {parcel.id for parcel in here} == {parcel.id for parcel in there}
        self.look_at_seals(here)
        assert (state.blobs_up, self.case in state.moved) == (0, False)
        self.look_at_blobs(laptop)
        snapshot = laptop.store.journal.snapshot([self.case])
        assert state.conflicts == len(snapshot.disputes)
        return snapshot

    def look_at_blobs(self, laptop: Laptop) -> None:
        awaited = set(laptop.store.blobs.owed("down"))
        named = laptop.store.journal.snapshot([self.case]).records.get("attachment", {})
        for photo in named.values():
            sha256 = getattr(photo, "blob", "")
            if sha256 not in awaited:
                assert laptop.store.blobs.get(sha256) == self.blobs[sha256]

    def nothing_is_hidden(self) -> None:
        """Every text at the hub is visible there, or was on the screen of who replaced it."""
        hub = self.office.hub.journal
        sent = {
            change.value.strip('"')
            for parcel in hub.exchange.of_scope(self.case)
            for change in parcel.changes
            if change.value and change.field in FIELDS
        }
        snapshot = hub.snapshot([self.case])
        visible = {str(value) for dispute in snapshot.disputes for value in dispute.values}
        for record in snapshot.records.get("assessment", {}).values():
            visible |= {str(getattr(record, field)) for field in FIELDS}
        assert sent <= self.written
        assert sent - visible <= self.seen
