"""An office for tests: a hub that listens on loopback, and computers that meet it over HTTP."""

import atexit
import base64
import gzip
import shutil
import ssl
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import httpx
import msgspec
import uvicorn
from argon2 import PasswordHasher

from app.domain.ids import new_id
from app.hub.engine import open_database
from app.hub.http import make_app
from app.hub.hub import Hub
from app.hub.places import Places
from app.hub.serve import door_at
from app.journal.parcels import Parcel
from app.store.keys import DataKey
from app.store.store import Store
from app.sync import signing, wire
from app.sync.signing import SigningKey
from tests.scribe import CHEAP, PASSPHRASE, Scribe, SteppingClock

PASSWORD = "en lang adgangskode"
KEY = DataKey(bytes(range(32)), bytes(range(16)))
SOON_S = 0.005
# Nobody is trusted: where no TLS is spoken, reading whom to trust takes longer than what is asked.
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
T = TypeVar("T")


@cache
def blank(kind: str) -> Path:
    """Return the folder of an empty store or hub, made once: making tables takes its time."""
    place = Path(tempfile.mkdtemp(prefix=f"blank-{kind}-"))
    atexit.register(shutil.rmtree, place)
    if kind == "store":
        Store.create(place / kind, PASSPHRASE, SteppingClock(), CHEAP).close()
    else:
        open_database(place / kind, KEY).dispose()
    return place / kind


def open_hub(
    folder: Path,
    database: str = "",
    clock: SteppingClock | None = None,
    places: Places | None = None,
) -> Hub:
    """Open a hub whose passwords cost nothing to check."""
    if not database and not folder.exists():
        shutil.copytree(blank("hub"), folder)
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return Hub(folder, KEY, database, clock or SteppingClock(), hasher, places)


class Application:
    """What a server runs, for one hub after the other: making it takes longer than a test."""

    def __init__(self, hub: Hub) -> None:
        clock, hub.room.clock = hub.room.clock, self._clock
        self.app: Any = make_app(hub)
        hub.room.clock = clock

    def _clock(self) -> datetime:
        """Return what the clock of the present hub says."""
        found: Hub = self.app.state.hub
        return found.room.clock()

    def serve(self, hub: Hub) -> None:
        """Serve this hub from now on."""
        self.app.state.hub = hub
        self.app.state.admin = type(self.app.state.admin)(hub)


_IDLE_APPLICATIONS: list[Application] = []


@contextmanager
def application(hub: Hub) -> Iterator[Any]:
    """Give what a server runs for a hub, for a while and for nobody else."""
    made = _IDLE_APPLICATIONS.pop() if _IDLE_APPLICATIONS else Application(hub)
    made.serve(hub)
    try:
        yield made.app
    finally:
        _IDLE_APPLICATIONS.append(made)


class Server:
    """A server that outlives the hubs it serves one after the other: making one takes longer."""

    def __init__(self, hub: Hub) -> None:
        self._open = ExitStack()
        door = self._open.enter_context(door_at("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{door.getsockname()[1]}"
        self._application = Application(hub)
        self.serve = self._application.serve
        config = uvicorn.Config(
            self._application.app,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_keep_alive=30,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([door],), daemon=True)
        self._thread.start()

    def finish(self) -> None:
        """Wait until nothing is under way."""
        while self._server.server_state.tasks:
            self._thread.join(SOON_S)

    def end(self) -> None:
        """Let go of everything."""
        self._server.should_exit = True
        self._thread.join()
        self._open.close()


_IDLE: list[Server] = []


@contextmanager
def listening(hub: Hub) -> Iterator[str]:
    """Serve a hub on a port of loopback; gives its address."""
    server = _IDLE.pop() if _IDLE else Server(hub)
    server.serve(hub)
    try:
        yield server.address
    finally:
        server.finish()
        _IDLE.append(server)


@atexit.register
def _end_idle() -> None:
    while _IDLE:
        _IDLE.pop().end()


class Laptop:
    """A computer with a real store that speaks to a hub over HTTP, step by step."""

    def __init__(self, address: str, folder: Path) -> None:
        self.http = httpx.Client(base_url=address, verify=NO_TLS, trust_env=False, timeout=20)
        shutil.copytree(blank("store"), folder)
        self.store = Store.open(folder, PASSPHRASE, SteppingClock())
        self.key = SigningKey.make()
        self.device = ""
        self.hub = ""
        self.token = ""
        self.cursor = ""

    def close(self) -> None:
        """Close store and connection."""
        self.store.close()
        self.http.close()

    def scribe(self, scope: str = "", name: str = "Vera") -> Scribe:
        """Return somebody who writes here."""
        return Scribe(self.store.journal, name, scope)

    def case(self, citizen_name: str = "Åse Ærø", team_case: str = "") -> tuple[str, str]:
        """Write a citizen and a case of the citizen; return both ids."""
        citizen, case = new_id(), team_case or new_id()
        self.scribe(citizen).set(citizen, citizen_name, "name", "citizen")
        self.scribe(case).set(case, citizen, "citizen", "case")
        self.scribe(case).set(case, "open", "state", "case")
        return citizen, case

    def ask(self, method: str, path: str, body: Any = None, **more: Any) -> httpx.Response:
        """Send a request with the session's token."""
        headers = {**self._auth(), **more.pop("headers", {})}
        content = body if isinstance(body, bytes | None) else msgspec.json.encode(body)
        if body is not None and not isinstance(body, bytes):
            headers.setdefault("Content-Type", "application/json")
        return self.http.request(
            method, wire.PREFIX + path, content=content, headers=headers, **more
        )

    def _auth(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def enrol(self, code: str, password: str = PASSWORD) -> httpx.Response:
        """Ask to be taken in."""
        ask = wire.Enrol(
            code=code, password=password, key=self.key.public, name="Bærbar", program="test 1"
        )
        answer = self.ask("POST", "/devices", ask)
        if answer.status_code == 200:
            enrolled = read(answer, wire.Enrolled)
            self.device, self.hub = enrolled.device, enrolled.hub
        return answer

    def sign_in(self, key: SigningKey | None = None) -> httpx.Response:
        """Sign in, by default with this computer's own key."""
        asked = self.ask("POST", "/sessions/challenge", wire.Knock(device=self.device))
        nonce = read(asked, wire.Challenge).nonce
        text = signing.sign_in_text(self.hub, self.device, nonce)
        signed = (key or self.key).sign(text)
        ask = wire.SignIn(device=self.device, nonce=nonce, signature=signed)
        answer = self.ask("POST", "/sessions", ask)
        if answer.status_code == 200:
            self.token = read(answer, wire.SignedIn).token
        return answer

    def send(self, body: bytes, *, zipped: bool = False, **more: Any) -> httpx.Response:
        """Push a body, signed."""
        text = signing.request_text("POST", wire.CHANGES_PATH, self.token, body)
        signature = base64.b64encode((more.pop("key", None) or self.key).sign(text)).decode()
        headers = {wire.SIGNATURE_HEADER: signature, "Content-Type": "application/json"}
        headers |= more.pop("headers", {})
        if zipped:
            headers["Content-Encoding"] = "gzip"
            body = gzip.compress(body)
        return self.ask("POST", "/changes", body, headers=headers)

    def push(self, parcels: Sequence[Parcel] | None = None, **more: Any) -> list[str]:
        """Push actions, by default all that wait; return outcomes, or why they were refused."""
        actions = tuple(self.store.journal.exchange.outgoing() if parcels is None else parcels)
        answer = self.send(msgspec.json.encode(wire.Push(actions=actions)), **more)
        assert answer.status_code == 200, answer.text
        answers = read(answer, wire.PushAnswer).answers
        assert [each.action for each in answers] == [parcel.id for parcel in actions]
        return [each.why or each.outcome for each in answers]

    def page(self, limit: int = wire.PAGE_CHANGES) -> wire.Page:
        """Read a page and remember where it ends."""
        answer = self.ask("GET", "/changes", params={"after": self.cursor, "limit": limit})
        page = read(answer, wire.Page)
        self.cursor = page.cursor
        return page

    def pull(self) -> list[wire.Page]:
        """Read everything that is new, into the store."""
        pages = [self.page()]
        while pages[-1].more:
            pages.append(self.page())
        for page in pages:
            self.store.journal.exchange.receive(page.actions)
        return pages


def read(answer: httpx.Response, kind: type[T]) -> T:
    """Read the body of an answer that went well."""
    assert answer.status_code < 300, answer.text
    assert answer.headers[wire.TIME_HEADER].endswith("Z")
    return msgspec.json.decode(answer.content, type=kind)


def why(answer: httpx.Response) -> tuple[int, str]:
    """Return the status and the key of an error."""
    problem = msgspec.json.decode(answer.content, type=wire.Problem)
    assert answer.headers[wire.TIME_HEADER].endswith("Z")
    return answer.status_code, problem.key


class Office:
    """A hub with teams and users, and the computers that were taken in."""

    def __init__(self, hub: Hub, address: str, folder: Path) -> None:
        self.hub = hub
        self.address = address
        self._folder = folder
        self.laptops: list[Laptop] = []

    def user(self, login: str, *teams: str, role: str = "visitator") -> None:
        """Take a user in."""
        self.hub.users.add(login, login.title(), role, PASSWORD)
        known = {name for name, _ in self.hub.users.teams()}
        for team in teams:
            if team not in known:
                self.hub.users.add_team(team)
            self.hub.users.join(login, team)

    def stranger(self) -> Laptop:
        """Return a computer that is not taken in."""
        made = Laptop(self.address, self._folder / f"laptop-{len(self.laptops)}")
        self.laptops.append(made)
        return made

    def laptop(self, login: str) -> Laptop:
        """Return a computer of a user that is signed in."""
        made = self.stranger()
        assert made.enrol(self.hub.devices.invite(login)).status_code == 200
        assert made.sign_in().status_code == 200
        return made

    def http_paths(self) -> list[tuple[str, str]]:
        """Return every route that asks for a session, as the schema has them."""
        where = f"{self.address}/schema/openapi.json"
        schema = httpx.get(where, verify=NO_TLS, trust_env=False).json()
        way_in = {"/hub", "/provider", "/devices", "/sessions", "/sessions/challenge"}
        way_in |= {"/devices/revocation", "/parking"}
        return [
            (method.upper(), path.replace("{sha256}", "0" * 64))
            for path, methods in schema["paths"].items()
            for method in methods
            if path.removeprefix(wire.PREFIX) not in way_in
        ]
