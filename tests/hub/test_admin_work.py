"""What the office does on its pages: letters, conflicts, cases, quarantine, users, what waits."""

import csv
import re
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.ids import new_id
from app.hub.admin.doors import Doors
from app.hub.tables import device
from app.journal.clock import to_wall
from tests.hub.office import PASSWORD, Laptop, Office, listening, open_hub
from tests.hub.office import why as error_of
from tests.hub.pages_office import (
    LOT,
    Browser,
    decide,
    deliver,
    disagree,
    open_case,
    park,
    send,
    staff,
    trespass,
)
from tests.scribe import SteppingClock

At = Callable[[str], Browser]
LONG_AGO = datetime(2026, 8, 1, tzinfo=UTC)
OWN = "min egen lange sætning"


class Team:
    """A hub with the computers of Vera, Lena (both north) and Bo (south), and its clock."""

    def __init__(self, office: Office, clock: SteppingClock) -> None:
        self.office = office
        self.hub = office.hub
        self.clock = clock
        self.vera, self.lena, self.bo = (office.laptop(each) for each in ("vera", "lena", "bo"))
        self._count = 0

    def case(self, name: str = "Åse Ærø") -> tuple[str, str]:
        """Write a case of north; return its id and its number."""
        self._count += 1
        number = f"W-{self._count}"
        return open_case(self.vera, name, number), number

    def read(self, case: str) -> list[tuple[str, str]]:
        """Return who read a case, and how."""
        return [(each.login, each.what) for each in self.hub.log.of_scope(case)]


@pytest.fixture(scope="module")
def team() -> Iterator[Team]:
    clock = SteppingClock()
    with (
        tempfile.TemporaryDirectory(prefix="work-") as place,
        open_hub(Path(place) / "hub", clock=clock) as hub,
        listening(hub) as address,
    ):
        office = staff(Office(hub, address, Path(place)))
        office.user("nora", "north")
        yield Team(office, clock)
        for laptop in office.laptops:
            laptop.close()


@pytest.fixture
def at(team: Team) -> Iterator[At]:
    """Gives the browser of a user who is signed in."""
    made: list[Browser] = []

    def browser(login: str, password: str = PASSWORD) -> Browser:
        made.append(Browser(team.office.address))
        made[-1].sign_in(login, password)
        return made[-1]

    yield browser
    for each in made:
        each.http.close()


def row(text: str, what: str) -> str:
    """Return the line of a list in which something stands, or nothing."""
    return next((line for line in re.findall(r"<tr>.*?</tr>", text, re.S) if what in line), "")


def test_a_decision_waits_to_be_sent_until_somebody_records_that_it_was(team: Team, at: At) -> None:
    case, number = team.case()
    version = decide(team.vera, case)
    line = row(at("lena").get("/letters").text, number)
    for said in ("Åse Ærø", "Vera Visitator", "Visitationen", "17/11 2026 14.30", "Digital Post"):
        assert said in line
    assert '<td class="figure">6</td>' in line
    assert number not in at("sven").get("/letters").text
    deliver(team.vera, case, version)
    assert number not in at("lena").get("/letters").text
    assert team.read(case).count(("lena", "letters")) == 1


def test_who_is_exempt_from_digital_post_and_who_gets_a_copy_stand_with_the_letter(
    team: Team, at: At
) -> None:
    case, number = team.case()
    citizen = team.vera.store.journal.snapshot([case]).records["case"][case].citizen
    team.vera.scribe(citizen).set(citizen, "exempt", "digital_post", "citizen")
    other, writer = new_id(), team.vera.scribe(citizen)
    for field, value in {"citizen": citizen, "name": "Nete Næste", "gets_letters": True}.items():
        writer.set(other, value, field, "contact")
    decide(team.vera, case)
    line = row(at("rita").get("/letters").text, number)
    assert "fritaget for Digital Post" in line
    assert "Kopi til Nete Næste" in line


def test_a_represented_citizens_letter_goes_to_the_representative_on_paper(
    team: Team, at: At
) -> None:
    case, number = team.case()
    citizen = team.vera.store.journal.snapshot([case]).records["case"][case].citizen
    other, writer = new_id(), team.vera.scribe(citizen)
    values = {"citizen": citizen, "name": "Nete Næste", "gets_letters": True, "role": "guardian"}
    for field, value in values.items():
        writer.set(other, value, field, "contact")
    decide(team.vera, case)
    line = row(at("rita").get("/letters").text, number)
    assert "Brev til Nete Næste, som repræsenterer borgeren" in line
    assert "Kopi til" not in line


def test_a_letter_that_is_made_ready_waits_still_and_says_so(team: Team, at: At) -> None:
    case, number = team.case()
    version, writer = decide(team.vera, case), team.vera.scribe(case)
    made, ready = new_id(), datetime(2026, 11, 18, 8, tzinfo=UTC)
    for field, value in {
        "version": version,
        "way": "digital_post",
        "handed_over_at": ready,
    }.items():
        writer.set(made, value, field, "dispatch", undoable=False)
    send(team.vera)
    assert "Lagt klar til Digital Post" in row(at("lena").get("/letters").text, number)
    deliver(team.vera, case, version)
    assert number not in at("lena").get("/letters").text


def test_of_a_decision_that_was_made_again_only_the_newest_waits(team: Team, at: At) -> None:
    case, number = team.case()
    decision = new_id()
    decide(team.vera, case, 1, decision)
    newest = decide(team.vera, case, 2, decision)
    assert at("lena").get("/letters").text.count(number) == 1
    deliver(team.vera, case, newest)
    assert number not in at("lena").get("/letters").text


def test_a_conflict_shows_its_values_to_the_team_of_the_case_alone_and_each_view_is_logged(
    team: Team, at: At
) -> None:
    case, number = team.case("Bente Bo")
    disagree(case, team.vera, team.lena)
    lena, adam = at("lena"), at("adam")
    mine = row(lena.get("/conflicts").text, number)
    assert "Bente Bo" in mine
    assert "Sag: ansvarlig" in mine
    assert "Vera V." not in mine
    theirs = row(adam.get("/conflicts").text, number)
    assert "Sagen hører til north" in theirs
    assert "Bente" not in theirs
    assert number not in at("sven").get("/conflicts").text
    which = re.search(r'name="conflict" value="([^"]+)"', mine)
    assert which is not None
    for _ in range(2):
        shown = lena.send("/conflicts", conflict=which[1]).text
        assert "Vera V." in shown
        assert "Lena L." in shown
    assert adam.send("/conflicts", conflict=which[1]).status_code == 404
    assert team.read(case).count(("lena", "conflict")) == 2
    assert ("adam", "conflict") not in team.read(case)


def test_a_record_that_one_removed_and_another_wrote_in_is_a_conflict_too(
    team: Team, at: At
) -> None:
    case, number = team.case()
    goal = new_id()
    team.vera.scribe(case).set(goal, "Gå en tur", "text", "goal")
    send(team.vera)
    assert team.lena.ask("POST", f"/cases/{case}/open", {"why": "afløser"}).status_code == 200
    team.lena.pull()
    team.vera.scribe(case).remove(goal, "goal")
    team.lena.scribe(case, "Lena").set(goal, "Gå to ture", "text", "goal")
    for laptop in (team.vera, team.lena):
        send(laptop)
    lena = at("lena")
    line = row(lena.get("/conflicts").text, number)
    assert "Mål: fjernet" in line
    which = re.search(r'name="conflict" value="([^"]+)"', line)
    assert which is not None
    shown = lena.send("/conflicts", conflict=which[1]).text
    assert "Fjernede den." in shown
    assert "Skrev videre i den." in shown


def test_a_case_is_found_by_number_and_by_name_and_nothing_asked_stands_in_an_address(
    team: Team, at: At
) -> None:
    case, number = team.case("Frederikke Bech-Flensborg")
    lena, adam = at("lena"), at("adam")
    for asked in (number, "frederikke", "flens fred", "bech-flensborg"):
        answer = lena.send("/cases", text=asked)
        assert "Frederikke Bech-Flensborg" in row(answer.text, number)
        assert answer.url.query == b""
    theirs = row(adam.send("/cases", text=number).text, number)
    assert "north" in theirs
    assert "Frederikke" not in theirs
    assert "Ingen sag passer" in adam.send("/cases", text="frederikke").text
    assert "Ingen sag passer" in at("sven").send("/cases", text=number).text
    assert lena.send("/cases", text="x").status_code == 400
    assert ("adam", "search") in team.read(case)


def test_a_case_that_is_moved_is_the_other_teams_and_says_who_moved_it_and_why(
    team: Team, at: At
) -> None:
    case, number = team.case()
    lena, sven = at("lena"), at("sven")
    assert lena.send("/cases/move", case=case, team="south", why=" ").status_code == 400
    assert lena.send("/cases/move", case=case, team="north", why="x").status_code == 400
    assert sven.send("/cases/move", case=case, team="south", why="x").status_code == 404
    moved = lena.send("/cases/move", case=case, team="south", why="Flyttet adresse")
    assert "Sagen er flyttet." in moved.text
    assert "south" in row(sven.send("/cases", text=number).text, number)
    assert lena.send("/audit", number=number).status_code == 404
    assert ("lena", "moved") in team.read(case)
    assert "Flyttet adresse" in row(at("adam").get("/acts").text, number)


def test_a_refused_change_is_shown_without_values_to_others_and_taken_in_when_the_case_is_theirs(
    team: Team, at: At
) -> None:
    case, number = team.case()
    trespass(team.bo, case, "Bos egne ord")
    held = str(team.hub.quarantine.all()[-1].number)
    sven = at("sven")
    shown = sven.send("/quarantine", number=held).text
    assert "Ansvarlig skrevet" in shown
    assert "Sag: ansvarlig" in shown
    assert "Bos egne ord" not in shown
    again = sven.send("/quarantine/again", number=held)
    assert "blev ikke modtaget" in again.text
    team.hub.cases.move(case, "south")
    held = str(team.hub.quarantine.all()[-1].number)
    shown = sven.send("/quarantine", number=held).text
    assert "Bos egne ord" in shown
    assert number in shown
    assert "er modtaget" in sven.send("/quarantine/again", number=held).text
    assert team.hub.journal.snapshot([case]).records["case"][case].responsible == "Bos egne ord"
    assert held not in {str(each.number) for each in team.hub.quarantine.all()}
    assert ("sven", "quarantine") in team.read(case)


def test_a_refused_change_is_dropped_for_a_reason_only_and_it_is_said_who_did(
    team: Team, at: At
) -> None:
    case, _ = team.case()
    trespass(team.bo, case, "Slet mig")
    held, sven = str(team.hub.quarantine.all()[-1].number), at("sven")
    assert at("lena").send("/quarantine/drop", number=held, why="x").status_code == 404
    assert sven.send("/quarantine/drop", number=held, why="").status_code == 400
    assert "er fjernet" in sven.send("/quarantine/drop", number=held, why="Forkert sag").text
    assert sven.send("/quarantine/drop", number=held, why="Forkert sag").status_code == 404
    assert ("sven", "dropped") in team.read(case)
    assert "Forkert sag" in at("adam").get("/acts").text


def test_what_cannot_be_read_is_shown_as_that(team: Team, at: At) -> None:
    assert team.bo.push([]) == []
    answer = team.bo.send(b'{"actions":[{"id":"' + b"a" * 32 + b'","hvad":1}]}')
    assert answer.status_code == 200
    held = str(team.hub.quarantine.all()[-1].number)
    assert "kan ikke læses" in at("sven").send("/quarantine", number=held).text


def _given(text: str) -> str:
    found = re.search(r'class="secret">([\w-]+)<', text)
    assert found is not None
    return found[1]


def test_a_password_that_was_given_out_opens_nothing_until_it_is_the_users_own(
    team: Team, at: At
) -> None:
    adam = at("adam")
    new = {"login": "nina", "name": "Nina", "role": "team_leader", "team": "north"}
    given = _given(adam.send("/people/add", **new).text)
    assert given not in adam.get("/people").text
    stranger = team.office.stranger()
    assert stranger.enrol(team.hub.devices.invite("nina"), given).status_code == 400
    nina = at("nina", given)
    assert nina.get("/letters").url.path == "/admin/password"
    assert nina.send("/cases", text="W-1").url.path == "/admin/password"
    for fields, why in (
        ({"before": given, "password": given, "again": given}, "den samme"),
        ({"before": given, "password": OWN, "again": "x"}, "ikke ens"),
        ({"before": "forkert", "password": OWN, "again": OWN}, "passer ikke"),
        ({"before": given, "password": "kort", "again": "kort"}, "for kort"),
    ):
        assert why in nina.send("/password", **fields).text
    second = at("nina", given)
    done = nina.send("/password", before=given, password=OWN, again=OWN)
    assert "Din nye adgangskode gælder nu." in done.text
    assert nina.get("/letters").url.path == "/admin/letters"
    assert second.get().url.path == "/admin/sign-in"
    assert at("nina", given).get().url.path == "/admin/sign-in"
    assert stranger.enrol(team.hub.devices.invite("nina"), OWN).status_code == 200


def test_a_password_that_was_given_out_is_good_for_a_week(team: Team, at: At) -> None:
    given = _given(at("adam").send("/people/add", login="sen", name="S", role="reader").text)
    before = team.clock.now
    team.clock.now += timedelta(days=7, minutes=1)
    assert at("sen", given).get().url.path == "/admin/sign-in"
    team.clock.now = before


def test_a_session_ends_after_a_working_day_whatever_is_done_in_it(team: Team, at: At) -> None:
    rita, before = at("rita"), team.clock.now
    for hours, where in ((7, "/admin/letters"), (9, "/admin/sign-in")):
        team.clock.now = before + timedelta(hours=hours)
        assert rita.get("/letters").url.path == where
    team.clock.now = before


def test_a_visitator_chooses_a_password_and_sees_no_page_of_the_office(team: Team, at: At) -> None:
    given = _given(at("adam").send("/people/add", login="viggo", name="V", role="visitator").text)
    viggo = at("viggo", given)
    assert viggo.send("/password", before=given, password=OWN, again=OWN).status_code == 200
    answer = viggo.get()
    assert answer.status_code == 403
    assert "/admin/deadlines" not in answer.text


def test_who_the_provider_names_needs_no_password_that_was_given_out(team: Team, at: At) -> None:
    added = at("adam").send("/people/add", login="olga", name="Olga", role="reader")
    (olga,) = (each for each in team.hub.users.all() if each.login == "olga")
    doors = Doors(team.hub)
    visitor = doors.visitor(doors.let_in(olga.id))
    assert (visitor.must_choose, visitor.has_password) == (False, False)
    assert at("olga", _given(added.text)).get().url.path == "/admin/sign-in"


def test_guessing_ones_own_old_password_must_wait(team: Team, at: At) -> None:
    team.office.user("gert", "north", role="reader")
    gert = at("gert")
    guess = {"before": "forkert", "password": OWN, "again": OWN}
    statuses = [gert.send("/password", **guess).status_code for _ in range(12)]
    assert statuses[-1] == 429


def test_who_is_closed_is_out_and_comes_back_when_the_access_is_opened(team: Team, at: At) -> None:
    team.office.user("karl", "north", role="reader")
    laptop: Laptop = team.office.laptop("karl")
    karl, adam = at("karl"), at("adam")
    assert "Adgangen er lukket." in adam.send("/people/close", login="karl").text
    assert karl.get().url.path == "/admin/sign-in"
    assert laptop.ask("GET", "/me").status_code in (401, 403)
    assert adam.send("/people/user", login="karl").status_code == 404
    assert adam.send("/people/close", login="adam").status_code == 400
    assert "Adgangen er åbnet igen." in adam.send("/people/open", login="karl").text
    assert at("karl").get("/letters").url.path == "/admin/letters"
    assert laptop.sign_in().status_code == 200


def test_a_team_is_renamed_and_keeps_its_members_and_cases(team: Team, at: At) -> None:
    team.office.user("tove", "old name", role="team_leader")
    adam = at("adam")
    assert adam.send("/teams/rename", team="old name", name="north").status_code == 400
    assert "Det er ændret." in adam.send("/teams/rename", team="old name", name="new name").text
    (tove,) = (each for each in team.hub.users.all() if each.login == "tove")
    assert tove.teams == ("new name",)


def test_the_list_of_computers_says_what_waits_for_each(team: Team, at: At) -> None:
    case, _ = team.case()
    assert team.lena.ask("POST", f"/cases/{case}/open", {"why": "afløser"}).status_code == 200
    line = row(at("lena").get("/computers").text, ">lena<")
    figures = re.findall(r'<td class="figure">(\d+)', line)
    assert len(figures) == 2
    assert int(figures[0]) > 0
    assert team.lena.sign_in().status_code == 200
    line = row(at("lena").get("/computers").text, ">lena<")
    assert re.findall(r'<td class="figure">(\d+)', line) == ["0", "0"]


def test_deadlines_are_shown_as_far_ahead_as_is_chosen(team: Team, at: At) -> None:
    _, number = team.case()
    rita = at("rita")
    for days in ("14", "30", "90", "x"):
        answer = rita.get(f"/deadlines?days={days}")
        assert number in answer.text
        chosen = re.findall(r'value="(\d+)" selected', answer.text)
        assert chosen == [days if days.isdigit() else "14"]
    assert number not in at("sven").get("/deadlines").text


def test_figures_leave_as_a_list_that_a_spreadsheet_opens(team: Team, at: At) -> None:
    team.case()
    span = {"start": "2026-11-01", "end": "2026-11-30"}
    answer = at("rita").send("/statistics/file", **span)
    assert answer.headers["content-disposition"].endswith('"tal-2026-11-01-2026-11-30.csv"')
    assert answer.headers["cache-control"] == "no-store"
    lines = list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert lines[0] == ["Tal", "For", "Værdi"]
    assert any(line[0] == "Første besøg" and int(line[2]) > 0 for line in lines)
    assert at("rita").send("/statistics/file", start="x", end="y").status_code == 400


def test_a_form_that_another_site_sends_is_refused_even_with_its_token(team: Team, at: At) -> None:
    adam = at("adam")
    token = {"form_token": adam.token("/password"), "name": "foreign"}
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert adam.http.post("/teams/add", data=token, headers=foreign).status_code == 403
    assert "foreign" not in dict(team.hub.users.teams())


def test_an_erasure_says_which_computers_have_not_confirmed_it(team: Team, at: At) -> None:
    case, _ = team.case("Karl Slettet")
    team.hub.cases.erase(case, "Afgørelse 44")
    page = at("adam").get("/erasures").text
    line = row(page, "Afgørelse 44")
    missing = line.count("vera, Bærbar")
    assert missing
    assert "Sidst set: 23/11 2026" in line
    assert '<td class="figure">0</td>' in line
    assert "Karl" not in page
    caller = team.hub.devices.identify(team.vera.token)
    team.hub.erasures.confirm(caller, [case])
    line = row(at("adam").get("/erasures").text, "Afgørelse 44")
    assert '<td class="figure">1</td>' in line
    assert line.count("vera, Bærbar") == missing - 1


def test_left_work_is_taken_in_once_and_it_is_said_what_came_of_it(team: Team, at: At) -> None:
    case, number = team.case()
    record, lost = new_id(), team.office.laptop("vera")
    lost.pull()
    lost.scribe(case).set(record, "kun der")
    park(team.office, lost)
    adam = at("adam")
    assert "1 af 1" in row(adam.get("/parked").text, "vera")
    taken = adam.send("/parked/take", "/parked", lot=LOT)
    assert "Taget ind: 1 handlinger" in taken.text
    assert "Taget ind 23/11" in row(taken.text, "vera")
    assert 'action="/admin/parked/take"' not in taken.text
    team.vera.pull()
    assert team.vera.scribe(case).value(record) == "kun der"
    assert ("", "parked") in team.read(case)
    done = team.hub.acts.all()[0]
    assert (done.login, done.what, done.about) == ("adam", "parked_taken", "vera: Bærbar")
    assert adam.send("/parked/take", "/parked", lot="0" * 32).status_code == 404
    assert number


def test_a_computer_that_was_away_for_long_fetches_again_when_its_leader_says_so(
    team: Team, at: At
) -> None:
    away = team.office.laptop("nora")
    long_ago = sa.update(device).where(device.c.id == away.device).values(seen=to_wall(LONG_AGO))
    team.hub.room.write(lambda connection: connection.execute(long_ago))
    away.sign_in()
    assert error_of(away.ask("GET", "/changes")) == (403, "hub.only_sends")
    lena = at("lena")
    assert "Væk længe" in row(lena.get("/computers").text, "nora")
    lena.send("/computers/readmit", "/computers", device=away.device)
    assert team.hub.acts.all()[0].what == "readmitted"
    assert "Væk længe" not in row(lena.get("/computers").text, "nora")
    away.pull()
