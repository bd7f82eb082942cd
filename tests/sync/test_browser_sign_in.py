"""A laptop is taken in by a sign-in in the browser: the answer comes to the computer itself."""

import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from app.__main__ import main
from app.errors import KnownError
from app.hub.oidc_settings import ProviderSettings
from app.sync.browser import Doorstep, ask_user
from app.sync.wire import Provider as Where
from app.texts import Texts
from app.workflow import syncing
from app.workflow.enrolling import enrol_in_browser, knows_provider
from tests.hub.identity_provider import BROWSER, LAPTOPS, Provider, serving
from tests.scribe import PASSPHRASE, SteppingClock
from tests.sync.laptops import Laptop, Office, office_at

TEXTS = Texts("da")
CLOCK = SteppingClock()
WHERE = Where(
    issuer="https://login.example", authorize="https://login.example/a", client="c", scopes="openid"
)


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with serving(CLOCK, claims={"upn": "vera"}) as made:
        yield made


@pytest.fixture(scope="module")
def office(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office_at(tmp_path_factory.mktemp("office") / "hub", CLOCK) as made:
        made.add_user("vera")
        made.hub.sign_ins.shelf.set(
            ProviderSettings(issuer=provider.issuer, client=LAPTOPS, claim="upn")
        )
        yield made


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "laptop", CLOCK)
    yield made
    made.lock()


def test_a_computer_is_taken_in_by_who_signs_in_and_keeps_nothing_of_it(
    laptop: Laptop, office: Office, provider: Provider
) -> None:
    assert knows_provider(laptop.session, office.url)
    laptop.new_case()
    code = office.hub.devices.invite("vera")
    made = enrol_in_browser(laptop.session, office.url, code, provider.browse)
    assert made.user_name == "Vera"
    assert laptop.sync().taken == 2
    kept = [laptop.store.local.get(name) or "" for name in ("sync.enrolment", "sync.report")]
    assert "eyJ" not in "".join(kept)


def test_who_says_no_there_changes_nothing(
    laptop: Laptop, office: Office, provider: Provider
) -> None:
    provider.denies = True
    with pytest.raises(KnownError, match=r"hub\.provider_denied"):
        enrol_in_browser(
            laptop.session, office.url, office.hub.devices.invite("vera"), provider.browse
        )
    provider.denies = False
    assert syncing.enrolment(laptop.session) is None


def test_a_hub_without_a_provider_says_so(laptop: Laptop, tmp_path: Path) -> None:
    with office_at(tmp_path / "other", CLOCK) as office:
        assert not knows_provider(laptop.session, office.url)
        with pytest.raises(KnownError, match=r"hub\.no_provider"):
            enrol_in_browser(laptop.session, office.url, "AAAAAAAAAA", lambda _: False)


def test_the_user_is_asked_in_the_browser_by_the_command(
    office: Office,
    provider: Provider,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    laptop = Laptop(tmp_path / "data", CLOCK)
    laptop.lock()
    monkeypatch.setenv("HJEMMEBESOEG_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("HJEMMEBESOEG_CODE", office.hub.devices.invite("vera"))
    monkeypatch.delenv("HJEMMEBESOEG_HUB_PASSWORD", raising=False)
    monkeypatch.setattr("webbrowser.open", provider.browse)
    assert main(["enrol", office.url, "--data-dir", str(laptop.folder)]) == 0
    told = capsys.readouterr()
    assert "Computeren er tilmeldt for Vera" in told.out
    assert f"{provider.url}/authorize?" in told.err


@pytest.fixture
def door() -> Iterator[Doorstep]:
    with Doorstep("nonce", TEXTS) as made:
        yield made


def visit(
    door: Doorstep, state: str = "", path: str = "/hjemmebesoeg", **more: str
) -> httpx.Response:
    """Come to the door as a browser."""
    host = more.pop("host", door.host)
    params = {"state": state or door.pending.state, **more}
    return BROWSER.get(f"http://{door.host}{path}", params=params, headers={"Host": host})


def test_the_door_takes_one_answer_and_thanks_in_danish(door: Doorstep) -> None:
    answer = visit(door, code="abc")
    assert answer.status_code == 200
    assert "Du er logget ind" in answer.text
    assert 'lang="da"' in answer.text
    assert "abc" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "python" not in answer.headers["server"].casefold()
    assert door.wait() == "abc"
    assert visit(door, code="def").status_code == 404


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"code": "evil", "state": "another"}, 400),
        ({"code": "evil", "state": "ø"}, 400),
        ({"code": "evil", "path": "/"}, 404),
        ({"code": "evil", "path": "/hjemmebesoeg/x"}, 404),
        ({"code": "evil", "host": "evil.example"}, 404),
        ({"code": "evil", "iss": "https://evil.example"}, 400),
        ({}, 400),
        ({"code": "x" * 9000}, 404),
        ({"code": ""}, 400),
    ],
    ids=str,
)
def test_whatever_else_comes_by_is_sent_away_and_the_wait_goes_on(
    door: Doorstep, asked: dict[str, str], status: int
) -> None:
    door.issuer = WHERE.issuer
    answer = visit(door, **asked)
    assert (answer.status_code, answer.content) == (status, b"")
    assert visit(door, code="mine", iss=WHERE.issuer).status_code == 200
    assert door.wait() == "mine"


def test_who_connects_and_says_nothing_or_nonsense_holds_nobody_up(door: Doorstep) -> None:
    name, port = door.host.split(":")
    with (
        socket.create_connection((name, int(port))),
        socket.create_connection((name, int(port))) as odd,
    ):
        odd.sendall(b"\x16\x03\x01\x00nonsense\r\n\r\n")
        line = http.client.HTTPConnection(door.host)
        line.request("POST", "/hjemmebesoeg", b"x")
        assert line.getresponse().status == 501
        line.close()
        assert visit(door, code="mine").status_code == 200
    assert door.wait() == "mine"


def test_the_answer_of_a_provider_that_fails_is_no_sign_in(door: Doorstep) -> None:
    assert "Du blev ikke logget ind" in visit(door, error="server_error").text
    with pytest.raises(KnownError, match=r"hub\.provider_refused"):
        door.wait()


def ask(open_browser: Callable[[str], bool], where: Where = WHERE, **more: object) -> object:
    return ask_user(where, "nonce", open_browser, TEXTS, **more)  # type: ignore[arg-type]


def test_a_user_who_does_not_answer_is_not_waited_for_for_ever() -> None:
    with pytest.raises(KnownError, match=r"sync\.browser_late"):
        ask(lambda _: True, patience_s=0.01)


def test_a_user_may_cancel_while_the_browser_is_open_and_before() -> None:
    cancel = threading.Event()

    def opened(_: str) -> bool:
        threading.Thread(target=cancel.set).start()
        return True

    for _ in range(2):
        with pytest.raises(KnownError, match=r"sync\.browser_cancelled"):
            ask(opened, cancelled=cancel.is_set)


def test_no_browser_and_no_safe_page_are_said() -> None:
    with pytest.raises(KnownError, match=r"sync\.browser_closed"):
        ask(lambda _: False)
    unsafe = Where(issuer="x", authorize="http://login.example/a", client="c", scopes="openid")
    with pytest.raises(KnownError, match=r"sync\.odd_answer"):
        ask(lambda _: True, unsafe)


def test_a_computer_that_lets_nobody_listen_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.sync.provider.LOOPBACK_HOST", "192.0.2.1")  # nobody's address
    with pytest.raises(KnownError, match=r"sync\.no_door"):
        Doorstep("nonce", TEXTS)


def test_nothing_of_a_sign_in_is_shown_or_logged(
    door: Doorstep, capfd: pytest.CaptureFixture[str]
) -> None:
    visit(door, code="hemmelig")
    assert "hemmelig" not in "".join(capfd.readouterr())
    for secret in (door.pending.verifier, door.pending.state):
        assert secret not in repr(door.pending)
