"""A laptop is taken in by who signs in at the provider: over real HTTP, and what is refused."""

import base64
import hashlib
import hmac
import json
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
import sqlalchemy as sa

from app.domain.ids import new_id
from app.hub import tables
from app.hub.hub import Hub
from app.hub.oidc_settings import ProviderSettings
from app.sync import provider as flow
from app.sync import wire
from app.sync.signing import SigningKey
from tests.hub.identity_provider import LAPTOPS, SECRET, WEB, Provider, serving, signing_key
from tests.hub.office import PASSWORD, listening, open_hub, read, why
from tests.scribe import SteppingClock

REDIRECT = "http://127.0.0.1:50000/hjemmebesoeg"


class Computer:
    """A computer that has a key and nothing else."""

    def __init__(self, http: httpx.Client) -> None:
        self.http = http
        self.key = SigningKey.make()

    def where(self) -> httpx.Response:
        """Ask where one signs in."""
        return self.http.get("/provider")

    def enrol(self, code: str, proof: wire.Proof | None = None) -> httpx.Response:
        """Ask to be taken in, by a password if there is no other proof."""
        password = "" if proof else PASSWORD
        key = self.key.public
        ask = wire.Enrol(code=code, password=password, key=key, name="x", program="t", proof=proof)
        return self.http.post("/devices", content=msgspec.json.encode(ask))


class Desk:
    """A hub with Vera and Bo, and the provider they sign in at."""

    def __init__(self, hub: Hub, http: httpx.Client, provider: Provider) -> None:
        self.hub = hub
        self.http = http
        self.provider = provider

    def afresh(self) -> None:
        """Let everybody and everything be as it was at first."""
        provider = self.provider
        url, keys = provider.url, provider.keys[:1]
        fresh = Provider(provider.clock, url=url, issuer=url, keys=keys, claims={"upn": "Vera "})
        vars(provider).update(vars(fresh))

        def work(connection: sa.Connection) -> None:
            for table in (tables.user, tables.attempt, tables.nonce, tables.code, tables.device):
                connection.execute(sa.delete(table))

        self.hub.room.write(work)
        for login in ("vera", "bo"):
            self.hub.users.add(login, login.title(), "visitator", PASSWORD)
        self.set()

    def set(self, **more: str) -> None:
        """Set the hub to the provider."""
        given = {"client": WEB, "secret": SECRET, "laptop_client": LAPTOPS, "claim": "upn"}
        # Another text each time: what the hub has learnt of the provider is forgotten.
        given |= {"scopes": f"openid {new_id()}", "issuer": self.provider.issuer} | more
        self.hub.sign_ins.shelf.set(ProviderSettings(**given))

    def code(self, login: str = "vera") -> str:
        """Return a code for one computer."""
        return self.hub.devices.invite(login)

    def computer(self) -> Computer:
        """Return a computer that is not taken in."""
        return Computer(self.http)

    def sign_in(self, computer: Computer) -> wire.Proof:
        """Sign in in a browser; return what the computer would send the hub."""
        where = read(computer.where(), wire.Provider)
        nonce = flow.device_nonce(self.hub.id, computer.key.public)
        pending = flow.begin(REDIRECT, nonce)
        answer = self.provider.sign_in(flow.address(where, pending))
        back = httpx.URL(answer.headers["location"])
        assert back.params["state"] == pending.state
        return wire.Proof(code=back.params["code"], verifier=pending.verifier, redirect=REDIRECT)

    def attempt(self, login: str = "vera") -> httpx.Response:
        """Take a new computer of a user in, from the beginning."""
        computer = self.computer()
        return computer.enrol(self.code(login), self.sign_in(computer))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    clock = SteppingClock()
    with (
        serving(clock) as provider,
        open_hub(tmp_path_factory.mktemp("desk") / "hub", clock=clock) as hub,
        listening(hub) as address,
        httpx.Client(base_url=address + wire.PREFIX, trust_env=False, timeout=20) as http,
    ):
        yield Desk(hub, http, provider)


@pytest.fixture
def desk(served: Desk) -> Desk:
    served.afresh()
    return served


def test_the_hub_says_how_one_may_sign_in(desk: Desk) -> None:
    assert desk.hub.hello(b"").ways == ("password", "provider")
    desk.hub.sign_ins.shelf.set(None)
    assert desk.hub.hello(b"").ways == ("password",)
    assert why(desk.computer().where()) == (404, "hub.no_provider")


def test_who_signs_in_is_tied_to_the_login_of_the_claim_and_stays_so(desk: Desk) -> None:
    assert read(desk.attempt(), wire.Enrolled).user_name == "Vera"
    assert desk.hub.sign_ins.bound() == {"vera"}
    desk.provider.claims = {"upn": "bo"}
    assert read(desk.attempt(), wire.Enrolled).user_name == "Vera"
    desk.provider.who, desk.provider.claims = "another", {"upn": "vera"}
    assert why(desk.attempt()) == (403, "hub.provider_unknown")


def test_a_user_is_tied_by_hand_to_a_subject_and_to_no_other(desk: Desk) -> None:
    desk.set(claim="")
    assert why(desk.attempt()) == (403, "hub.provider_unknown")
    desk.hub.sign_ins.bind("vera", "sub-vera")
    assert desk.attempt().status_code == 200
    assert why(desk.attempt("bo")) == (403, "hub.provider_other")
    desk.hub.sign_ins.bind("vera", "")
    assert why(desk.attempt()) == (403, "hub.provider_unknown")


def test_an_address_that_nobody_has_confirmed_ties_nobody(desk: Desk) -> None:
    desk.set(claim="email")
    desk.provider.claims = {"email": "vera"}
    assert why(desk.attempt()) == (403, "hub.provider_unknown")
    desk.provider.claims |= {"email_verified": True}
    assert desk.attempt().status_code == 200


def test_who_is_closed_is_refused(desk: Desk) -> None:
    assert desk.attempt().status_code == 200
    desk.hub.users.close("vera")
    assert why(desk.attempt("bo")) == (403, "hub.closed_user")


def test_a_code_of_the_provider_is_good_once_for_one_computer(desk: Desk) -> None:
    """Also at a provider that forgets that it gave something for the code already."""
    computer, thief = desk.computer(), desk.computer()
    proof = desk.sign_in(computer)
    desk.provider.forgets_codes = False
    stolen = thief.enrol(desk.code(), proof)
    assert why(stolen) == (403, "hub.provider_refused")
    assert computer.enrol(desk.code(), proof).status_code == 200
    again = computer.enrol(desk.code(), proof)
    assert why(again) == (403, "hub.provider_refused")
    desk.provider.forgets_codes = True
    computer.key = SigningKey.make()
    gone = computer.enrol(desk.code(), proof)
    assert why(gone) == (403, "hub.provider_refused")


def test_a_code_is_nothing_without_its_verifier_or_at_another_address(desk: Desk) -> None:
    for twist in ({"verifier": "x" * 43}, {"redirect": "http://127.0.0.1:50001/hjemmebesoeg"}):
        computer, code = desk.computer(), desk.code()
        proof = desk.sign_in(computer)
        given = {"code": proof.code, "verifier": proof.verifier, "redirect": proof.redirect}
        answer = computer.enrol(code, wire.Proof(**(given | twist)))
        assert why(answer) == (403, "hub.provider_refused")


def test_the_hub_asks_no_provider_for_who_has_no_code_of_its_own(desk: Desk) -> None:
    computer = desk.computer()
    proof = desk.sign_in(computer)
    desk.provider.asked.clear()
    assert why(computer.enrol("AAAAAAAAAA", proof)) == (403, "hub.bad_code")
    elsewhere = wire.Proof(code=proof.code, verifier="v", redirect="https://evil.example/x")
    code = desk.code()
    assert why(computer.enrol(code, elsewhere)) == (403, "hub.provider_refused")
    assert desk.provider.asked == []


def _unsigned(token: str) -> str:
    return f"{_part({'alg': 'none'})}.{token.split('.')[1]}."


def _part(content: dict[str, Any]) -> str:
    raw = json.dumps(content).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _signed_with_public_key(provider: Provider) -> Callable[[str], str]:
    def forge(token: str) -> str:
        key = provider.keys[0]
        text = f"{_part({'alg': 'HS256', 'kid': key.kid})}.{token.split('.')[1]}"
        mac = hmac.new(key.as_pem(private=False), text.encode(), hashlib.sha256).digest()
        return f"{text}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"

    return forge


def _changed(token: str) -> str:
    head, body, signature = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=="))
    return f"{head}.{_part(claims | {'sub': 'sub-bo'})}.{signature}"


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"},
        {"nonce": ""},
        {"aud": WEB},
        {"aud": WEB, "azp": LAPTOPS},
        {"aud": [LAPTOPS, "another"]},
        {"aud": [LAPTOPS, "another"], "azp": "another"},
        {"aud": []},
        {"azp": WEB},
        {"iss": "https://login.example"},
        {"exp": -2 * 60},
        {"iat": 10 * 60},
        {"exp": "soon"},
        {"exp": None},
        {"sub": ""},
        {"sub": "x" * 300},
        {"sub": 7},
        {"at_hash": "another"},
    ],
    ids=str,
)
def test_a_token_that_says_something_else_is_refused(desk: Desk, claims: dict[str, Any]) -> None:
    now = int(desk.provider.clock().timestamp())
    times = {"exp", "iat"} & {name for name, value in claims.items() if isinstance(value, int)}
    desk.provider.claims |= claims | {name: now + claims[name] for name in times}
    assert why(desk.attempt()) == (403, "hub.provider_refused")
    assert desk.hub.sign_ins.bound() == frozenset()


@pytest.mark.parametrize("claims", [{"exp": -30}, {"iat": 30}, {"aud": LAPTOPS}], ids=str)
def test_clocks_may_differ_by_half_a_minute(desk: Desk, claims: dict[str, Any]) -> None:
    now = int(desk.provider.clock().timestamp())
    desk.provider.claims |= {
        name: now + value if isinstance(value, int) else value for name, value in claims.items()
    }
    assert desk.attempt().status_code == 200


def test_a_token_that_is_not_signed_by_the_provider_is_refused(desk: Desk) -> None:
    other = signing_key("first")
    forged = [
        _unsigned,
        _signed_with_public_key(desk.provider),
        _changed,
        lambda _: "x",
        lambda _: "",
    ]
    for forge in forged:
        desk.provider.forge = forge
        assert why(desk.attempt()) == (403, "hub.provider_refused")
    desk.provider.forge = str
    desk.provider.published, desk.provider.keys = desk.provider.keys, [other]
    assert why(desk.attempt()) == (403, "hub.provider_refused")
    assert desk.hub.sign_ins.bound() == frozenset()


@pytest.mark.parametrize("alg", ["PS256", "ES256"])
def test_keys_that_were_changed_are_fetched_again(desk: Desk, alg: str) -> None:
    assert desk.attempt().status_code == 200
    desk.provider.asked.clear()
    assert desk.attempt().status_code == 200
    assert "/keys" not in desk.provider.asked
    desk.provider.keys = [signing_key("second", alg)]
    assert desk.attempt().status_code == 200
    assert desk.provider.asked.count("/keys") == 1
    desk.provider.published = []
    desk.provider.keys = [signing_key("third", alg)]
    assert why(desk.attempt()) == (403, "hub.provider_refused")


def test_a_provider_that_is_away_stops_nobody_else(desk: Desk) -> None:
    computer, code = desk.computer(), desk.code()
    proof = desk.sign_in(computer)
    desk.provider.status = 503
    assert why(computer.enrol(code, proof)) == (503, "hub.provider_away")
    assert computer.enrol(code).status_code == 200
    desk.set(issuer="http://127.0.0.1:1")
    assert desk.hub.hello(b"").ways == ("password", "provider")
    assert why(computer.where()) == (503, "hub.provider_away")


def test_a_provider_that_was_away_is_asked_again_after_a_moment(desk: Desk) -> None:
    clock = desk.provider.clock
    assert isinstance(clock, SteppingClock)
    with socket.create_server(("127.0.0.1", 0)) as door:
        issuer = f"http://127.0.0.1:{door.getsockname()[1]}"
    desk.set(issuer=issuer)
    assert why(desk.computer().where()) == (503, "hub.provider_away")
    with socket.create_server(("127.0.0.1", httpx.URL(issuer).port or 0)) as door:
        door.setblocking(False)
        assert why(desk.computer().where()) == (503, "hub.provider_away")
        with pytest.raises(BlockingIOError):
            door.accept()
    clock.now += timedelta(seconds=10)
    desk.provider.issuer = issuer
    with serving(clock, port=httpx.URL(issuer).port):
        assert desk.computer().where().status_code == 200


def test_a_provider_that_hangs_holds_few_threads_up(desk: Desk) -> None:
    """Whoever asks meanwhile is told so soon, and everything else goes on."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        desk.set(issuer=f"http://127.0.0.1:{door.getsockname()[1]}")
        first = threading.Thread(target=desk.computer().where)
        first.start()
        line, _ = door.accept()
        assert why(desk.computer().where()) == (503, "hub.provider_away")
        assert desk.http.get("/hub").status_code == 200
        line.close()
        first.join()


def test_a_provider_that_says_it_is_another_is_not_believed(desk: Desk) -> None:
    desk.set()
    desk.provider.issuer = "https://login.example"
    assert why(desk.computer().where()) == (502, "hub.provider_odd")


def test_wrong_sign_ins_use_the_code_up(desk: Desk) -> None:
    computer, code = desk.computer(), desk.code()
    proof = wire.Proof(code="x", verifier="x", redirect=REDIRECT)
    for _ in range(5):
        assert why(computer.enrol(code, proof)) == (403, "hub.provider_refused")
    assert why(computer.enrol(code)) == (403, "hub.bad_code")


def test_a_token_of_yesterday_is_worth_nothing(desk: Desk) -> None:
    computer = desk.computer()
    tokens: list[str] = []
    desk.provider.forge = lambda token: tokens.append(token) or token  # type: ignore[func-returns-value]
    assert computer.enrol(desk.code(), desk.sign_in(computer))
    clock = desk.provider.clock
    assert isinstance(clock, SteppingClock)
    clock.now += timedelta(hours=25)
    desk.provider.forge = lambda _: tokens[0]
    again = computer.enrol(desk.code(), desk.sign_in(computer))
    assert why(again) == (403, "hub.provider_refused")


def test_a_user_is_tied_on_either_database(database: str, tmp_path: Path, desk: Desk) -> None:
    clock = desk.provider.clock
    assert isinstance(clock, SteppingClock)
    kept = desk.hub.sign_ins.shelf.get()
    with open_hub(tmp_path / "hub", database, clock) as hub:
        hub.users.add("vera", "Vera", "visitator", "")
        hub.sign_ins.shelf.set(kept)
        for _ in range(2):
            key = SigningKey.make().public
            pending = flow.begin(REDIRECT, flow.device_nonce(hub.id, key))
            page = flow.address(hub.sign_ins.for_laptops(), pending)
            back = httpx.URL(desk.provider.sign_in(page).headers["location"])
            code = hub.devices.invite("vera")
            proof = wire.Proof(
                code=back.params["code"], verifier=pending.verifier, redirect=REDIRECT
            )
            ask = wire.Enrol(code=code, password="", key=key, name="x", program="t", proof=proof)
            assert hub.enrol(ask, "here").user_name == "Vera"
        assert hub.sign_ins.bound() == {"vera"}
