"""The office signs in to the pages at the municipality's provider, as a browser does it."""

from collections.abc import Iterator
from datetime import timedelta
from http.cookies import SimpleCookie

import httpx
import pytest
import sqlalchemy as sa

from app.hub import tables
from app.hub.attempts import ALLOWED
from app.hub.hub import Hub
from app.hub.oidc_settings import ProviderSettings
from tests.hub.identity_provider import SECRET, WEB, Provider, serving
from tests.hub.office import PASSWORD, listening, open_hub
from tests.scribe import SteppingClock

BEGUN, KNOWN = "hjemmebesoeg_begun", "hjemmebesoeg_admin"
CLOCK = SteppingClock()


class Browser:
    """A browser that heeds where a cookie may go, and follows nothing by itself."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.http = httpx.Client(trust_env=False, verify=False, timeout=20)  # noqa: S501

    def get(self, path: str) -> httpx.Response:
        """Open a page of the hub."""
        url = path if path.startswith("http") else f"{self.address}/admin{path}"
        return self.http.get(url)

    def begin(self) -> str:
        """Click the button; return the provider's page."""
        answer = self.get("/sign-in/provider")
        assert answer.status_code == 303, answer.text
        cookie = SimpleCookie(answer.headers["set-cookie"])[BEGUN]
        assert (cookie["samesite"], cookie["httponly"]) == ("lax", True)
        assert cookie["path"] == "/admin/sign-in"
        return str(answer.headers["location"])

    def sign_in(self, provider: Provider) -> httpx.Response:
        """Go the whole way; return the page that the provider sends one back to."""
        return self.get(provider.sign_in(self.begin()).headers["location"])

    @property
    def is_in(self) -> bool:
        """Tell whether the pages know the browser."""
        return self.get("/").status_code == 200


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with serving(CLOCK) as made:
        yield made


@pytest.fixture(scope="module")
def served(
    provider: Provider, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Hub, str]]:
    folder = tmp_path_factory.mktemp("pages") / "hub"
    with open_hub(folder, clock=CLOCK) as hub, listening(hub) as address:
        for login in ("lena", "sven"):
            hub.users.add(login, login.title(), "team_leader", PASSWORD)
        yield hub, address


@pytest.fixture
def hub(served: tuple[Hub, str], provider: Provider) -> Hub:
    """The hub as it was at first, and the provider as it should be."""
    hub, url = served[0], provider.url
    keys = provider.keys[:1]
    fresh = Provider(CLOCK, url=url, issuer=url, keys=keys, who="lena", claims={"upn": "lena"})
    vars(provider).update(vars(fresh))

    def work(connection: sa.Connection) -> None:
        connection.execute(sa.update(tables.user).values(subject=None, closed=None))
        connection.execute(sa.delete(tables.attempt))

    hub.room.write(work)
    hub.sign_ins.shelf.set(
        ProviderSettings(issuer=url, client=WEB, secret=SECRET, claim="upn", laptop_client="x")
    )
    return hub


@pytest.fixture
def browser(hub: Hub, served: tuple[Hub, str]) -> Iterator[Browser]:
    made = Browser(served[1])
    yield made
    made.http.close()


@pytest.mark.parametrize("method", ["client_secret_basic", "client_secret_post"])
def test_a_leader_signs_in_at_the_provider_and_is_shown_in(
    browser: Browser, provider: Provider, hub: Hub, method: str
) -> None:
    provider.methods = (method,)
    hub.sign_ins.shelf.set(
        ProviderSettings(
            issuer=provider.url, client=WEB, secret=SECRET, claim="upn", scopes=f"openid {method}"
        )
    )
    assert "/admin/sign-in/provider" in browser.get("/sign-in").text
    answer = browser.sign_in(provider)
    assert answer.status_code == 200
    assert answer.headers["refresh"] == "0; url=/admin/"
    assert BEGUN not in browser.http.cookies
    assert browser.is_in
    assert "Lena" in browser.get("/").text


def test_without_a_provider_the_page_is_as_it_was(browser: Browser, hub: Hub) -> None:
    hub.sign_ins.shelf.set(None)
    assert "provider" not in browser.get("/sign-in").text
    assert browser.get("/sign-in/provider").status_code == 404
    assert browser.get("/sign-in/answer?code=x&state=y").status_code == 404


def test_an_answer_that_this_browser_did_not_ask_for_is_refused(
    browser: Browser, provider: Provider, served: tuple[Hub, str]
) -> None:
    """Whoever is lured to a page with somebody else's answer is not signed in as them."""
    other = Browser(served[1])
    foreign = provider.sign_in(other.begin()).headers["location"]
    other.http.close()
    assert browser.get(foreign).status_code == 400
    browser.begin()
    assert browser.get(foreign).status_code == 403
    assert browser.get("/sign-in/answer").status_code == 400
    mine = httpx.URL(provider.sign_in(browser.begin()).headers["location"])
    assert browser.get(str(mine.copy_set_param("state", "another"))).status_code == 403
    assert not browser.is_in


def test_an_answer_counts_once(browser: Browser, provider: Provider) -> None:
    """Also at a provider that forgets that it gave something for the code already."""
    provider.forgets_codes = False
    asked = browser.begin()
    begun = browser.http.cookies[BEGUN]
    back = provider.sign_in(asked).headers["location"]
    assert browser.get(back).status_code == 200
    for forgets in (False, True):
        provider.forgets_codes = forgets
        browser.http.cookies.clear()
        browser.http.cookies.set(BEGUN, begun, path="/admin/sign-in")
        assert browser.get(back).status_code == 403
        assert not browser.is_in


def test_an_answer_comes_within_ten_minutes_and_from_the_provider_that_was_asked(
    browser: Browser, provider: Provider
) -> None:
    back = provider.sign_in(browser.begin()).headers["location"]
    CLOCK.now += timedelta(minutes=11)
    assert browser.get(back).status_code == 400
    back = provider.sign_in(browser.begin()).headers["location"]
    assert browser.get(back + "&iss=https%3A%2F%2Flogin.example").status_code == 403
    back = provider.sign_in(browser.begin()).headers["location"]
    assert browser.get(back + f"&iss={provider.issuer}").status_code == 200


def test_what_the_browser_keeps_is_sealed(browser: Browser, provider: Provider) -> None:
    back = provider.sign_in(browser.begin()).headers["location"]
    kept = browser.http.cookies[BEGUN]
    state = httpx.URL(back).params["state"]
    assert state not in kept
    for changed in (kept[:-8] + "AAAAAAA=", "x", "æ".encode().hex()):
        browser.http.cookies.clear()
        browser.http.cookies.set(BEGUN, changed, path="/admin/sign-in")
        assert browser.get(back).status_code == 400


def test_a_token_for_another_sign_in_is_refused(browser: Browser, provider: Provider) -> None:
    provider.claims["nonce"] = "another"
    assert browser.sign_in(provider).status_code == 403
    assert not browser.is_in


def test_who_says_no_there_is_told_that_nothing_was_changed(
    browser: Browser, provider: Provider
) -> None:
    provider.denies = True
    answer = browser.sign_in(provider)
    assert answer.status_code == 400
    assert "Du afbrød" in answer.text
    assert KNOWN not in answer.headers["set-cookie"]


def test_who_is_unknown_or_closed_is_told_what_to_do(
    browser: Browser, provider: Provider, hub: Hub
) -> None:
    provider.who, provider.claims = "olga", {"upn": "olga"}
    answer = browser.sign_in(provider)
    assert answer.status_code == 403
    assert "kender ingen bruger" in answer.text
    assert not browser.is_in
    provider.who, provider.claims = "lena", {"upn": "lena"}
    assert browser.sign_in(provider).status_code == 200
    hub.users.close("lena")
    assert not browser.is_in
    assert "Din adgang er lukket" in browser.sign_in(provider).text


def test_a_provider_that_is_away_is_said_and_passwords_still_open(
    browser: Browser, provider: Provider
) -> None:
    asked = browser.begin()
    back = provider.sign_in(asked).headers["location"]
    provider.status = 500
    answer = browser.get(back)
    assert answer.status_code == 503
    assert "svarer ikke lige nu" in answer.text
    form = browser.get("/sign-in").text.split('name="form_token" value="')[1].split('"')[0]
    given = {"form_token": form, "login": "lena", "password": PASSWORD}
    posted = browser.http.post(f"{browser.address}/admin/sign-in", data=given)
    assert posted.status_code == 303
    assert browser.is_in


def test_a_wrong_secret_is_the_administrators_to_mend(
    browser: Browser, provider: Provider, hub: Hub
) -> None:
    hub.sign_ins.shelf.set(
        ProviderSettings(issuer=provider.url, client=WEB, secret="forkert", claim="upn")
    )
    answer = browser.sign_in(provider)
    assert answer.status_code == 502
    assert "opsætningen" in answer.text


def test_who_tries_on_and_on_must_wait(browser: Browser, provider: Provider) -> None:
    provider.claims["nonce"] = "another"
    for _ in range(ALLOWED):
        assert browser.sign_in(provider).status_code == 403
    assert browser.get("/sign-in/provider").status_code == 429


def test_the_address_of_the_hub_may_be_given(
    browser: Browser, provider: Provider, hub: Hub
) -> None:
    hub.sign_ins.shelf.set(
        ProviderSettings(issuer=provider.url, client=WEB, address="https://hub.kommune.example/")
    )
    asked = httpx.URL(browser.begin())
    assert asked.params["redirect_uri"] == "https://hub.kommune.example/admin/sign-in/answer"
    assert asked.params["code_challenge_method"] == "S256"
    assert "verifier" not in str(asked)


def test_an_administrator_ties_a_user_on_the_page(
    browser: Browser, provider: Provider, hub: Hub
) -> None:
    hub.users.set_role("sven", "administrator")
    hub.sign_ins.bind("sven", "sub-lena")
    assert browser.sign_in(provider).status_code == 200
    token = browser.get("/people").text.split('name="form_token" value="')[1].split('"')[0]
    for login, shown in (("sven", 'name="subject" value=""'), ("lena", 'id="subject-lena"')):
        given = {"form_token": token, "login": login}
        assert shown in browser.http.post(f"{browser.address}/admin/people/user", data=given).text
    for subject, bound in (("sub-2", {"lena", "sven"}), ("", {"sven"})):
        given = {"form_token": token, "login": "lena", "subject": subject}
        assert browser.http.post(f"{browser.address}/admin/people/provider", data=given).is_redirect
        assert hub.sign_ins.bound() == bound
    taken = {"form_token": token, "login": "lena", "subject": "sub-lena"}
    answer = browser.http.post(f"{browser.address}/admin/people/provider", data=taken)
    assert answer.status_code == 400
    assert "En anden bruger er allerede knyttet" in answer.text
