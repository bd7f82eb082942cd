"""A real hub on the loopback, and real laptops that meet it."""

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from argon2 import PasswordHasher

from app.clock import Clock
from app.domain.ids import new_id
from app.errors import KnownError
from app.hub.hub import Hub
from app.hub.serve import door_at
from app.store.keys import DataKey
from app.store.recovery import make_pair
from app.store.store import Store
from app.workflow import syncing
from app.workflow.session import Session
from tests.hub.office import KEY, application, blank
from tests.scribe import CHEAP, PASSPHRASE, Scribe, SteppingClock

PASSWORD = "veras hemmelige kodeord"
HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
FAST_S = 0.01


@contextmanager
def _serving(hub: Hub, door: socket.socket) -> Iterator[None]:
    with application(hub) as app:
        config = uvicorn.Config(app, log_config=None, lifespan="off", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([door],), daemon=True)
        thread.start()
        while not server.started:
            thread.join(FAST_S)
        try:
            yield
        finally:
            server.should_exit = True
            thread.join()


class Office:
    """A hub, served on a port of its own that it keeps when it is closed and opened again."""

    def __init__(
        self, folder: Path, clock: Clock, key: DataKey | None = None, database: str = ""
    ) -> None:
        self.folder = folder
        self.clock = clock
        self.key = key or KEY
        self.database = database
        # Holds the port, and does not listen: who comes while the hub is away is turned off.
        self._port = socket.socket()
        self._port.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._port.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._port.getsockname()[1]}"
        self._open = ExitStack()
        try:
            self._serve()
        except BaseException:
            self.end()
            raise

    def _serve(self) -> None:
        if not (self.folder.exists() or self.database) and self.key == KEY:
            shutil.copytree(blank("hub"), self.folder)
        with ExitStack() as stack:
            opened = Hub(self.folder, self.key, self.database, self.clock, HASHER)
            self.hub = stack.enter_context(opened)
            door = stack.enter_context(door_at(*self._port.getsockname()))
            stack.enter_context(_serving(self.hub, door))
            self._open = stack.pop_all()

    def close(self) -> None:
        """Stop serving; the port stays taken."""
        self._open.close()

    def reopen(
        self, folder: Path | None = None, key: DataKey | None = None, database: str = ""
    ) -> None:
        """Serve again, from the same folder and database or from others."""
        self.close()
        self.folder, self.key = folder or self.folder, key or self.key
        self.database = database or self.database
        self._serve()

    def end(self) -> None:
        """Let go of everything."""
        self.close()
        self._port.close()

    def add_user(self, login: str, team: str = "Nord", role: str = "visitator") -> str:
        """Add a user with the password of all; return the id."""
        self.hub.users.add(login, login.title(), role, PASSWORD)
        if team not in {name for name, _ in self.hub.users.teams()}:
            self.hub.users.add_team(team)
        self.hub.users.join(login, team)
        return next(user.id for user in self.hub.users.all() if user.login == login)


class Laptop:
    """A computer with a real store; `clock` is its own."""

    def __init__(self, folder: Path, clock: Clock, recovery: Path | None = None) -> None:
        self.folder = folder
        self.clock = clock
        self._recovery = recovery or folder / "no-such-key"
        if recovery is None and not folder.exists():
            shutil.copytree(blank("store"), folder)
        if Store.exists(folder):
            store = Store.open(folder, PASSPHRASE, clock, self._recovery)
        else:
            store = Store.create(folder, PASSPHRASE, clock, CHEAP, self._recovery)
        self.session = Session(store, clock)

    @property
    def store(self) -> Store:
        """The unlocked store."""
        return self.session.store

    def enrol(self, office: Office, login: str, url: str = "") -> None:
        """Let the hub take this computer in."""
        code = office.hub.devices.invite(login)
        syncing.enrol(self.session, url or office.url, code, PASSWORD)

    def sync(self) -> Any:
        """Do a round and return its report; the record must hold afterwards."""
        report = syncing.sync_now(self.session)
        assert self.store.journal.verify() == ()
        return report

    def refused(self) -> str:
        """Do a round that must fail; return the key of the sentence."""
        with pytest.raises(KnownError) as caught:
            syncing.sync_now(self.session)
        assert self.session.texts.error(caught.value)
        assert self.store.journal.verify() == ()
        return caught.value.key

    def state(self) -> syncing.SyncState:
        """Return what the panel says."""
        return syncing.state(self.session)

    def scribe(self, scope: str, actor: str = "Vera") -> Scribe:
        """Return who writes here in a scope."""
        return Scribe(self.store.journal, actor, scope)

    def new_case(self, actor: str = "Vera") -> Scribe:
        """Make a citizen with an open case; return who writes in the case."""
        citizen, case = new_id(), new_id()
        self.scribe(citizen, actor).set(citizen, "Åse Ærø", "name", "citizen")
        scribe = self.scribe(case, actor)
        scribe.set(case, citizen, "citizen", "case")
        return scribe

    def lock(self) -> None:
        """Close the store."""
        self.session.close()

    def unlock(self) -> None:
        """Open the store again."""
        self.lock()
        self.session = Session(
            Store.open(self.folder, PASSPHRASE, self.clock, self._recovery), self.clock
        )


@contextmanager
def office_at(folder: Path, clock: Clock | None = None, database: str = "") -> Iterator[Office]:
    """Serve a hub for a while."""
    made = Office(folder, clock or SteppingClock(), database=database)
    try:
        yield made
    finally:
        made.end()


def meet(*laptops: Laptop, rounds: int = 2) -> None:
    """Let all meet the hub, one after the other, until they know the same."""
    for _ in range(rounds):
        for laptop in laptops:
            laptop.sync()


def recovery_key(folder: Path) -> tuple[Path, Path]:
    """Make the municipality's key pair; return the private and the public file."""
    private, public = folder / "office.pem", folder / "office.public.pem"
    make_pair(private, public, PASSWORD)
    return private, public


class Skewed:
    """A clock that is off by so much."""

    def __init__(self, clock: Clock, off: timedelta) -> None:
        self._clock = clock
        self.off = off

    def __call__(self) -> Any:
        return self._clock() + self.off


def close_all(laptops: list[Laptop]) -> None:
    """Close what a test has opened."""
    for laptop in laptops:
        with suppress(KnownError):
            laptop.lock()
