"""The pages of the administration over real HTTP: who sees what, and what a form may do."""

import asyncio
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from app.domain.ids import new_id
from app.hub.attempts import ALLOWED
from app.hub.http import make_app
from app.texts import Texts
from tests.hub.office import PASSWORD, Office, listening, open_hub
from tests.hub.pages_office import Browser, decide, disagree, open_case, staff

HOSTILE = "<script>alert('&"
ROW = r'<th scope="row">(\w+)</th>'
ESCAPED = "&lt;script&gt;alert(&#39;&amp;"
PAGES = (
    "",
    "/deadlines",
    "/letters",
    "/conflicts",
    "/cases",
    "/audit",
    "/statistics",
    "/computers",
    "/people",
    "/quarantine",
    "/password",
)


Door = Callable[..., "Browser"]


@contextmanager
def staffed(folder: Path) -> Iterator[Office]:
    """Two teams, each with a leader and a visitator; an administrator in none; a reader."""
    with open_hub(folder / "hub") as hub, listening(hub) as address:
        made = staff(Office(hub, address, folder))
        yield made
        for laptop in made.laptops:
            laptop.close()


@contextmanager
def doors(office: Office) -> Iterator[Door]:
    """Give what gives the browser of a user who is signed in, or of a stranger."""
    made: list[Browser] = []

    def make(login: str = "") -> Browser:
        made.append(Browser(office.address))
        if login:
            assert made[-1].sign_in(login).status_code == 200
        return made[-1]

    yield make
    for each in made:
        each.http.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office of a test alone."""
    with staffed(tmp_path) as made:
        yield made


@pytest.fixture
def at(office: Office) -> Iterator[Door]:
    """Gives the browsers of that office."""
    with doors(office) as made:
        yield made


@pytest.fixture(scope="module")
def look() -> Iterator[Door]:
    """Gives the browsers of an office in which nobody changes anything."""
    with (
        tempfile.TemporaryDirectory(prefix="office-") as place,
        staffed(Path(place)) as office,
        doors(office) as made,
    ):
        yield made


def test_every_page_stands_on_either_database(database: str, tmp_path: Path) -> None:
    with open_hub(tmp_path / "hub", database) as hub, listening(hub) as address:
        office = Office(hub, address, tmp_path)
        office.user("lena", "north", role="team_leader")
        case = open_case(office.laptop("lena"), HOSTILE, "N-1")
        decide(office.laptops[0], case)
        browser = Browser(address)
        browser.sign_in("lena")
        for path in PAGES:
            assert browser.get(path).status_code == 200, path
        assert ESCAPED in browser.get().text
        assert "Første besøg" in browser.get("/statistics").text
        assert ESCAPED in browser.get("/letters").text
        assert "Ny sag" in browser.send("/audit", number="N-1").text
        assert ESCAPED in browser.send("/cases", text="N-1").text
        browser.http.close()
        office.laptops[0].close()


def test_whoever_is_not_signed_in_is_shown_the_way_in_and_nothing_else(look: Door) -> None:
    stranger = look()
    for path in PAGES:
        answer = stranger.get(path)
        assert answer.url.path == "/admin/sign-in"
        assert 'name="password"' in answer.text
    stranger.http.follow_redirects = False
    assert stranger.get().status_code == 303


def test_each_page_is_there_for_those_who_lead(look: Door) -> None:
    for login in ("lena", "adam"):
        browser = look(login)
        for path in PAGES:
            answer = browser.get(path)
            assert answer.status_code == 200, path
            assert answer.text.count("<h1>") == 1


def test_every_form_without_its_token_or_with_another_browsers_is_refused(
    office: Office, at
) -> None:
    every = {
        p for r in make_app(office.hub).routes if r.path.startswith("/admin")
        for p in [r.path.removeprefix("/admin")] if "POST" in getattr(r, "methods", ())
    }  # fmt: skip
    assert {"/sign-in", "/sign-out", "/password", "/people/add"} <= every
    admin, foreign = at("adam"), at("lena").token()
    before = office.hub.users.all(), office.hub.users.teams(), office.hub.devices.all()
    fields = {"login": "vera", "name": "west", "role": "administrator", "password": PASSWORD}
    for path in sorted(every):
        for token in ({}, {"form_token": ""}, {"form_token": foreign}, {"form_token": "å"}):
            assert admin.http.post(path, data={**fields, **token}).status_code == 403, path
    assert (office.hub.users.all(), office.hub.users.teams(), office.hub.devices.all()) == before
    assert admin.get().url.path == "/admin/"


def test_the_cookie_is_new_after_sign_in_hidden_from_scripts_and_worth_nothing_after_sign_out(
    look: Door,
) -> None:
    browser = look()
    first = browser.get("/sign-in").headers["set-cookie"]
    assert {"HttpOnly", "SameSite=strict", "Path=/admin"} <= set(first.split("; "))
    before = browser.http.cookies["hjemmebesoeg_admin"]
    browser.sign_in("lena")
    session = browser.http.cookies["hjemmebesoeg_admin"]
    assert session != before
    answer = browser.send("/sign-out")
    assert answer.url.path == "/admin/sign-in"
    assert "Du er logget ud." in answer.text
    stolen = httpx.get(
        str(browser.http.base_url), cookies={"hjemmebesoeg_admin": session}, trust_env=False
    )
    assert stolen.status_code == 303


def test_behind_tls_the_cookie_is_for_tls_alone(office: Office) -> None:
    async def ask() -> httpx.Response:
        app = httpx.ASGITransport(make_app(office.hub))
        async with httpx.AsyncClient(transport=app, base_url="https://hub.test") as client:
            return await client.get("/admin/sign-in")

    answer = asyncio.run(ask())
    assert "Secure" in answer.headers["set-cookie"].split("; ")
    assert answer.headers["strict-transport-security"]


def test_a_wrong_password_says_the_same_as_an_unknown_name_and_guessing_must_wait(at: Door) -> None:
    browser = at()
    wrong, unknown = browser.sign_in("lena", "forkert"), browser.sign_in("ingen", "forkert")
    assert wrong.status_code == unknown.status_code == 403
    assert "Brugernavn eller adgangskode passer ikke." in wrong.text
    assert "Brugernavn eller adgangskode passer ikke." in unknown.text
    for _ in range(ALLOWED - 2):
        browser.sign_in("lena", "forkert")
    assert browser.sign_in("lena").status_code == 429


def test_who_is_closed_or_loses_the_role_is_out_at_once(office: Office, at: Door) -> None:
    lena, sven = at("lena"), at("sven")
    office.hub.users.set_role("lena", "visitator")
    office.hub.users.close("sven")
    assert sven.get().url.path == "/admin/sign-in"
    assert {lena.get(path).status_code for path in PAGES[:-1]} == {403}


def test_a_code_is_shown_once_and_takes_a_computer_in_that_can_be_revoked(
    office: Office, at
) -> None:
    lena = at("lena")
    answer = lena.send("/computers/invite", "/computers", login="vera")
    found = re.search(r'class="secret">(\w+)<', answer.text)
    assert found is not None
    assert found[1] not in lena.get("/computers").text
    assert '<a href="/admin/computers">1<' in lena.get().text
    laptop = office.stranger()
    assert laptop.enrol(found[1]).status_code == 200
    assert laptop.sign_in().status_code == 200
    assert "Bærbar" in lena.get("/computers").text
    done = lena.send("/computers/revoke", "/computers", device=laptop.device)
    assert "Computeren er spærret." in done.text
    assert laptop.sign_in().status_code == 403


def test_a_leader_sees_and_touches_the_computers_of_the_own_teams_only(office: Office, at) -> None:
    bo, sven = office.laptop("bo"), at("sven")
    lena = at("lena")
    assert "bo" in re.findall(ROW, sven.get("/computers").text)
    assert "bo" not in re.findall(ROW, lena.get("/computers").text)
    assert lena.send("/computers/revoke", "/computers", device=bo.device).status_code == 404
    assert lena.send("/computers/invite", "/computers", login="bo").status_code == 404
    assert bo.sign_in().status_code == 200


def test_users_and_teams_are_made_changed_and_escaped(office: Office, at: Door) -> None:
    adam = at("adam")
    assert "Teamet er oprettet." in adam.send("/teams/add", name=HOSTILE).text
    new = {"login": "ny", "name": HOSTILE, "role": "visitator"}
    assert "Midlertidig adgangskode til ny" in adam.send("/people/add", team=HOSTILE, **new).text
    again = adam.send("/people/add", **new)
    assert "Vælg et andet." in again.text
    assert f'value="{ESCAPED}' in again.text
    adam.send("/people/role", login="ny", role="reader")
    adam.send("/people/team", login="ny", team="north", do="join")
    adam.send("/people/team", login="ny", team=HOSTILE, do="leave")
    (made,) = (u for u in office.hub.users.all() if u.login == "ny")
    assert (made.role, made.teams) == ("reader", ("north",))
    for path in ("/people", "/computers"):
        text = adam.get(path).text
        assert ESCAPED in text
        assert "<script" not in text


def test_a_user_with_a_fault_is_not_made_and_nobody_changes_their_own_role(
    office: Office, at
) -> None:
    adam, count = at("adam"), len(office.hub.users.all())
    new = {"login": "ny", "name": "Ny", "role": "visitator"}
    for fault in ({"login": " "}, {"role": "gud"}, {"name": " "}, {"team": "nowhere"}):
        assert adam.send("/people/add", **{**new, **fault}).status_code == 400
    assert len(office.hub.users.all()) == count
    assert adam.send("/people/role", login="adam", role="reader").status_code == 400


def test_quarantine_says_why_and_shows_a_leader_the_own_team_only(office: Office, at: Door) -> None:
    vera, bo = office.laptop("vera"), office.laptop("bo")
    _, case = vera.case()
    vera.push()
    bo.scribe(case).set(new_id(), "Bos")
    assert bo.push() == ["hub.not_yours"]
    assert "Sagen hører til et andet team" in at("sven").get("/quarantine").text
    assert "Sagen hører til et andet team" in at("adam").get("/quarantine").text
    assert "Der ligger ingen ændringer" in at("lena").get("/quarantine").text


def test_overdue_deadlines_of_the_own_team_are_listed_escaped_and_logged_once_a_day(
    office: Office, at
) -> None:
    case = open_case(office.laptop("vera"), HOSTILE, "N-1")
    for login in ("lena", "rita"):
        text = at(login).get().text
        assert "20. november 2026" in text
        assert "Overskredet" in text
        assert ESCAPED in text
        assert "<script" not in text
    lena = at("lena")
    lena.get()
    for login in ("sven", "adam"):
        assert "N-1" not in at(login).get().text
    noted = [each.login for each in office.hub.log.of_scope(case) if each.what == "deadlines"]
    assert sorted(noted) == ["lena", "rita"]


def test_a_new_deadline_is_seen_at_the_next_look(office: Office, at: Door) -> None:
    laptop, lena = office.laptop("vera"), at("lena")
    assert "Ingen frister er overskredet" in lena.get().text
    open_case(laptop, "Åse Ærø", "N-1")
    assert "Åse Ærø" in lena.get().text


def test_the_log_of_a_case_says_who_when_and_why_but_no_value_and_is_logged_itself(
    office: Office, at
) -> None:
    case = open_case(office.laptop("vera"), "Åse Ærø", "N-1")
    nils = office.laptop("lena")
    assert nils.ask("POST", f"/cases/{case}/open", {"why": HOSTILE}).status_code == 200
    lena = at("lena")
    text = lena.send("/audit", "/audit", number=" N-1 ").text
    assert ESCAPED in text
    assert "Sagsnummer skrevet" in text
    assert "Ny sag" in text
    assert "<td>Vera</td><td>vera</td><td>Sagsnummer skrevet</td>" in text
    assert "Åse" not in text
    assert [e.what for e in office.hub.log.of_scope(case)].count("audit") == 1
    assert at("adam").send("/audit", "/audit", number="N-1").status_code == 200
    missing = [at("sven").send("/audit", "/audit", number=n) for n in ("N-1", "N-2", "")]
    assert {answer.status_code for answer in missing} == {404}
    assert [e.what for e in office.hub.log.of_scope(case)].count("audit") == 2


def test_figures_count_the_visits_of_the_own_teams_in_the_span(office: Office, at: Door) -> None:
    open_case(office.laptop("vera"), "Åse Ærø", "N-1")
    reader, other = at("rita"), at("sven")
    assert "Første besøg" in reader.get("/statistics").text
    assert "Første besøg" in reader.get("/statistics?start=2026-11-02&end=2026-11-02").text
    assert "Der er ingen besøg" in reader.get("/statistics?start=2026-11-03&end=2026-11-09").text
    assert "Der er ingen besøg" in other.get("/statistics").text


@pytest.mark.parametrize(
    "span", ["x&end=2026-01-01", "2026-02-01&end=2026-01-01", "0001-01-01&end=9999-12-31"]
)
def test_a_span_that_makes_no_sense_is_refused_in_a_sentence(look: Door, span: str) -> None:
    answer = look("rita").get(f"/statistics?start={span}")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_fields_that_two_wrote_differently_are_counted_until_somebody_chooses(
    office: Office, at
) -> None:
    vera, lena = office.laptop("vera"), office.laptop("lena")
    disagree(open_case(vera, "Åse Ærø", "N-1"), vera, lena)
    counted = r'Konflikter, der står åbne</dt><dd><a href="/admin/conflicts">(\d)<'
    found = {n: re.search(counted, at(n).get().text) for n in ("lena", "adam", "sven")}
    assert {n: m and m[1] for n, m in found.items()} == {"lena": "1", "adam": "1", "sven": "0"}


def test_every_answer_is_hardened_and_kept_by_nobody(look: Door) -> None:
    adam = look("adam")
    for path in (*PAGES, "/nowhere", "/sign-in"):
        answer = adam.get(path)
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "script-src" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert "content-encoding" not in answer.headers
        assert not re.search(r"<script|<style| style=| on\w+=", answer.text)


def test_an_address_that_is_not_there_is_said_on_a_page(look: Door) -> None:
    answer = look().get("/nowhere/at/all")
    assert answer.status_code == 404
    assert "Adressen findes ikke" in answer.text


def test_style_and_fonts_come_from_the_hub_itself_and_nothing_else_does(look: Door) -> None:
    browser = look()
    assert browser.get("/style.css").headers["content-type"].startswith("text/css")
    assert browser.get("/fonts/SourceSans3-Regular.ttf").status_code == 200
    for name in ("..%2Fhub%2Fadmin.css", "SourceSans3-LICENSE.md"):
        assert browser.get(f"/fonts/{name}").status_code == 404


def test_a_form_that_is_too_great_or_no_form_is_refused(look: Door) -> None:
    adam = look("adam")
    token = adam.token()
    assert adam.http.post("/teams/add", data={"name": "x" * 20_000}).status_code == 413
    many = {f"n{i}": "x" for i in range(30)} | {"form_token": token}
    assert adam.http.post("/teams/add", data=many).status_code == 400
    assert adam.http.post("/teams/add", content=b"\xff\xfe").status_code == 400
    assert adam.send("/teams/add", name="a\0b").status_code == 400


def test_every_control_has_a_name_and_every_table_heads(look: Door) -> None:
    adam = look("adam")
    for path in PAGES:
        text = adam.get(path).text
        labels = set(re.findall(r'<label for="([\w-]+)"', text))
        for tag in re.findall(r"<(?:input|select)[^>]*>", text):
            named = re.search(r' id="([\w-]+)"', tag)
            hidden = 'type="hidden"' in tag or "aria-label=" in tag
            assert hidden or (named and named[1] in labels), tag
        ids = re.findall(r' id="([\w-]+)"', text)
        assert len(ids) == len(set(ids)), path
        assert text.count("<table>") <= text.count('<th scope="col"')


def test_a_browser_that_asks_for_english_gets_it(look: Door) -> None:
    browser = look()
    answer = browser.http.get("/sign-in", headers={"Accept-Language": "en-GB,en;q=0.9"})
    assert '<html lang="en">' in answer.text
    assert "Password" in answer.text
    assert '<html lang="da">' in browser.get("/sign-in").text


def test_both_languages_have_the_same_sentences() -> None:
    def keys(table: object, at: str = "") -> set[str]:
        if not isinstance(table, dict):
            return {at}
        return {key for name, below in table.items() for key in keys(below, f"{at}.{name}")}

    danish, english = (keys(Texts(each).table("hub_admin")) for each in ("da", "en"))
    assert danish == english
