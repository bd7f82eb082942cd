"""The pages where the office plans: for leaders to write, for readers to read, for others not."""

import re
from collections.abc import Callable, Iterator

import pytest

from tests.hub.office import Office
from tests.hub.pages_office import Browser
from tests.hub.test_hub_planning import CPR, HEADER, planned, user

Enter = Callable[[str], Browser]
WEEK = "/planning?day=2026-11-24"
FORM = {
    "day": "2026-11-24",
    "time": "10:30",
    "minutes": "45",
    "kind": "first",
    "note": "Ring <først>",
}


@pytest.fixture
def database() -> str:
    """The embedded database: what the pages read stands on both in test_hub_planning."""
    return ""


@pytest.fixture
def office(office: Office) -> Office:
    office.user("lena", "north", role="team_leader")
    office.user("sven", "south", role="team_leader")
    office.user("rita", "north", role="reader")
    return office


@pytest.fixture
def browser(office: Office) -> Iterator[Enter]:
    """Opens a browser for a user who signs in; "" is nobody."""
    made: list[Browser] = []

    def opened(login: str) -> Browser:
        made.append(Browser(office.address))
        assert not login or made[-1].sign_in(login).status_code == 200
        return made[-1]

    yield opened
    for each in made:
        each.http.close()


def who(office: Office, login: str, team: str = "north") -> str:
    teams = office.hub.planning.planner("lena" if team == "north" else "sven").teams
    return f"{next(iter(teams))}:{user(office, login)}"


def add(office: Office, page: Browser, **more: str) -> str:
    fields = {**FORM, "name": "Max Berggren", "cpr": CPR, "who": who(office, "vera"), **more}
    return page.send("/planning/add", **fields).text


def test_a_visit_is_planned_moved_and_cancelled_on_the_pages(
    office: Office, browser: Enter
) -> None:
    lena, vera = browser("lena"), office.laptop("vera")
    assert "Ingen borger" in lena.send("/planning/find", text="Max").text
    assert f'value="{CPR}"' in lena.send("/planning/new", text=CPR).text
    shown = add(office, lena)
    assert "Besøget er planlagt" in shown
    assert "Ring &lt;først&gt;" in shown
    vera.pull()
    (visit,) = planned(vera)
    assert visit.planned is not None
    assert (visit.planned.minutes, visit.kind) == (45, "first")
    form = lena.get(f"/planning/visit/{visit.id}").text
    seen = re.search(r'name="seen" value="(\d+)"', form)
    assert seen is not None
    asked = {"visit": visit.id, "seen": seen[1], "day": "2026-11-26"}
    wrong = lena.send("/planning/change", **{**FORM, **asked, "minutes": "1"}, who="x:y")
    assert (wrong.status_code, "mellem 5 og 600" in wrong.text) == (400, True)
    given = lena.send("/planning/change", **{**FORM, **asked}, who=who(office, "nils"))
    assert "Besøget er ændret" in given.text
    assert "Nils" in lena.get(WEEK).text
    stale = lena.send("/planning/cancel", **asked)
    assert "Nogen har skrevet i sagen" in stale.text
    form = lena.get(f"/planning/visit/{visit.id}").text
    seen = re.search(r'name="seen" value="(\d+)"', form)
    assert seen is not None
    assert "Besøget er aflyst" in lena.send("/planning/cancel", **{**asked, "seen": seen[1]}).text
    assert "Max Berggren" not in lena.get(WEEK).text
    looked = {each.what for each in office.hub.log.of_scope(visit.case) if each.login == "lena"}
    assert looked == {"planning"}


def test_a_known_citizen_is_found_and_planned_for(office: Office, browser: Enter) -> None:
    lena = browser("lena")
    add(office, lena)
    found = lena.send("/planning/find", text="berggren").text
    citizen = re.search(r'name="citizen" value="(\w+)"', found)
    assert citizen is not None
    assert "Max Berggren" in lena.send("/planning/new", citizen=citizen[1]).text
    assert "planning" in {each.what for each in office.hub.log.of_scope(citizen[1])}
    assert lena.send("/planning/new", citizen="0" * 32).status_code == 404
    fields = {**FORM, "time": "14:00", "citizen": citizen[1], "who": who(office, "vera")}
    assert "Besøget er planlagt" in lena.send("/planning/add", **fields).text
    assert lena.get(WEEK).text.count('<th scope="row">Max Berggren') == 2


def test_what_is_written_wrong_is_said_and_nothing_written_is_lost(
    office: Office, browser: Enter
) -> None:
    lena = browser("lena")
    for fields, said in (
        ({"cpr": "3913721234"}, "CPR-nummeret kan ikke passe"),
        ({"time": "25:00"}, "Klokkeslættet kan ikke læses"),
        ({"day": "i morgen"}, "Datoen kan ikke læses"),
        ({"name": ""}, "Borgeren mangler"),
        ({"who": ""}, "Visitatoren er ikke med"),
        ({"who": who(office, "bo", "south")}, "Teamet findes ikke"),
    ):
        text = add(office, lena, **{"street": "Testvej 9", **fields})
        assert said in text
        assert 'value="Testvej 9"' in text
    assert office.hub.statistics()["changes"] == 0


def test_readers_read_other_teams_see_nothing_and_visitators_stay_outside(
    office: Office, browser: Enter
) -> None:
    lena, rita, sven = (browser(each) for each in ("lena", "rita", "sven"))
    add(office, lena)
    office.laptop("vera").pull()
    listed = rita.get(WEEK).text
    assert "Max Berggren" in listed
    assert "/planning/visit/" not in listed
    visit = re.search(r"/planning/visit/(\w+)", lena.get(WEEK).text)
    assert visit is not None
    for path in (f"/planning/visit/{visit[1]}", "/planning/import"):
        assert rita.get(path).status_code == 403
    assert rita.send("/planning/add", **FORM).status_code == 403
    assert "Max Berggren" not in sven.get(WEEK).text
    assert sven.get(f"/planning/visit/{visit[1]}").status_code == 404
    assert sven.send("/planning/cancel", visit=visit[1], seen="1").status_code == 404
    foreign = sven.send(
        "/planning/add", **FORM, name="Max", cpr=CPR, who=who(office, "bo", "south")
    )
    assert "hører til et andet team" in foreign.text
    assert browser("").get(WEEK).url.path == "/admin/sign-in"


def test_a_list_is_read_in_on_the_page_and_its_refused_lines_are_shown(
    office: Office, browser: Enter
) -> None:
    lena = browser("lena")
    lines = f"{HEADER}\n24-11-2026;10.30;{CPR};Max Berggren;Vera;\n24-11-2026;9.30;1;X;;"
    team = who(office, "vera").split(":")[0]
    fields = {"form_token": lena.token("/planning/import"), "team": team, "visitator": ""}
    file = {"list": ("liste.csv", lines.encode(), "text/csv")}
    answer = lena.http.post("/planning/import", data=fields, files=file)
    assert answer.status_code == 200, answer.text
    assert "Planlagt: 1. Kendt i forvejen: 0. Afvist: 1." in answer.text
    assert "Linje 3:" in answer.text
    again = lena.http.post("/planning/import", data=fields, files=file)
    assert "Planlagt: 0. Kendt i forvejen: 1." in again.text
    forged = lena.http.post("/planning/import", data={**fields, "form_token": "x"}, files=file)
    assert forged.status_code == 403
    large = {"list": ("liste.csv", b"x" * (1024 * 1024 + 1), "text/csv")}
    assert "over 1 MB" in lena.http.post("/planning/import", data=fields, files=large).text
    huge = {"list": ("liste.csv", b"x" * (3 * 1024 * 1024), "text/csv")}
    assert lena.http.post("/planning/import", data=fields, files=huge).status_code == 413
