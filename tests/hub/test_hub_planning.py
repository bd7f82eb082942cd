"""Work lists go out: what the office plans comes to the laptop of whom it was given to."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from app.clock import today
from app.domain.cpr import read_cpr
from app.domain.ids import new_id
from app.domain.records import Visit
from app.domain.values import Address, Planned, StandardRef
from app.errors import KnownError
from app.hub.plan_import import PlanImport, sentence
from app.hub.planning import Appointment, Person, Planner, Source
from app.journal.changes import Write
from app.sync import wire
from app.texts import Texts
from app.workflow.writing import recorded
from tests.hub.office import Laptop, Office, read, why

CPR = "0107729995"
START = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
HEADER = "dato;klokkeslæt;cpr;navn;visitator;bemærkning"


@pytest.fixture
def office(office: Office) -> Office:
    """The office, with a leader of the team north and one of both teams."""
    office.user("lea", "north", role="team_leader")
    office.user("adam", "north", "south", role="administrator")
    office.user("rita", "north", role="reader")
    return office


def planner(office: Office, login: str = "lea") -> Planner:
    return office.hub.planning.planner(login)


def team(office: Office, name: str = "north") -> str:
    teams = planner(office, "adam").teams
    return next(which for which, known in teams.items() if known == name)


def user(office: Office, login: str) -> str:
    return next(each.id for each in office.hub.users.all() if each.login == login)


def person(name: str = "Max Berggren", cpr: str = CPR) -> Person:
    reading = read_cpr(cpr)
    return Person(cpr=reading.cpr, birth_date=reading.birth_date, name=name)


def appointment(office: Office, login: str = "vera", **more: object) -> Appointment:
    return msgspec.structs.replace(
        Appointment(start=START, visitator=user(office, login), note="Ring først"), **more
    )


def plan(office: Office, login: str = "vera", by: str = "lea", to: str = "north") -> str:
    return office.hub.planning.add(
        planner(office, by), team(office, to), person(), appointment(office, login), Source()
    )


def planned(laptop: Laptop) -> list[Visit]:
    rows = laptop.store.overview.visits_between(START - timedelta(1), START + timedelta(9))
    return [row.visit for row in rows]


def seen(office: Office, visit: str, name: str = "north") -> int:
    return office.hub.plan_lists.one([team(office, name)], visit).seen


def import_lines(office: Office, *lines: str, by: str = "lea") -> tuple[int, int, list[str]]:
    data = "\n".join([HEADER, *lines]).encode()
    reader = PlanImport(office.hub.room, office.hub.planning)
    report = reader.read(planner(office, by), team(office), "vera", data)
    texts = Texts("da")
    return report.planned, report.known, [sentence(texts, line) for line in report.refused]


def test_a_planned_visit_comes_to_its_visitator_and_to_nobody_else(
    office: Office, vera: Laptop, bo: Laptop
) -> None:
    visit = plan(office)
    vera.pull()
    (found,) = planned(vera)
    assert (found.id, found.visitator, found.note) == (visit, "Vera", "Ring først")
    assert (found.state, vera.store.journal.verify()) == ("planned", ())
    (entry, *_) = vera.store.journal.scope_history(found.case)
    assert entry.actor == "Lea"
    nils, rita = office.laptop("nils"), office.laptop("rita")
    assert [each.page().actions for each in (nils, rita, bo)] == [()] * 3
    assert office.hub.journal.verify() == ()
    assert {each.login for each in office.hub.log.of_scope(found.case)} == {"vera"}


def test_a_planned_visit_comes_with_the_citizens_last_visit(office: Office, vera: Laptop) -> None:
    first, case = plan(office), ""
    vera.pull()
    case = planned(vera)[0].case
    record = new_id()
    vera.scribe(case).set(record, "sidste gang")
    vera.scribe(case).set(first, "closed", "state", "visit")
    vera.scribe(case).set(case, "closed", "state", "case")
    vera.push()
    plan(office, "nils")
    nils = office.laptop("nils")
    nils.pull()
    assert nils.scribe(case).value(record) == "sidste gang"
    assert {each.state for each in planned(nils)} == {"closed", "planned"}
    assert len({each.case for each in planned(nils)}) == 2


def test_a_visit_in_an_open_case_goes_into_that_case(office: Office, vera: Laptop) -> None:
    plan(office)
    plan(office, "nils")
    nils = office.laptop("nils")
    nils.pull()
    assert len({each.case for each in planned(nils)}) == 1
    vera.pull()
    assert {each.visitator for each in planned(vera)} == {"Vera", "Nils"}


def test_a_visit_given_to_another_leaves_the_first_laptop_and_comes_to_the_other(
    office: Office, vera: Laptop
) -> None:
    visit = plan(office)
    vera.pull()
    case = planned(vera)[0].case
    moved = appointment(office, "nils", start=START + timedelta(days=1))
    office.hub.planning.change(planner(office), visit, seen(office, visit), moved)
    (page,) = vera.pull()
    assert (page.actions, case in page.left) == ((), True)
    nils = office.laptop("nils")
    nils.pull()
    (found,) = planned(nils)
    assert (found.visitator, found.planned) == (
        "Nils",
        Planned(start=START + timedelta(days=1)),
    )
    back = appointment(office, "vera")
    office.hub.planning.change(planner(office), visit, seen(office, visit), back)
    vera.pull()
    assert planned(vera)[0].visitator == "Vera"


def test_who_has_written_in_a_case_keeps_it_when_the_next_visit_is_anothers(
    office: Office, vera: Laptop
) -> None:
    visit = plan(office)
    vera.pull()
    vera.scribe(planned(vera)[0].case).set(new_id(), "Veras")
    vera.push()
    office.hub.planning.change(
        planner(office), visit, seen(office, visit), appointment(office, "nils")
    )
    vera.pull()
    assert planned(vera)[0].visitator == "Nils"


def test_a_cancelled_visit_is_told_and_the_case_goes_the_next_day(
    office: Office, vera: Laptop
) -> None:
    visit = plan(office)
    vera.pull()
    case = planned(vera)[0].case
    office.hub.planning.cancel(planner(office), visit, seen(office, visit))
    vera.pull()
    assert planned(vera)[0].state == "cancelled"
    office.hub.room.clock.now += timedelta(days=1)  # type: ignore[attr-defined]
    vera.sign_in()
    assert case in vera.pull()[0].left


def test_what_the_planner_did_not_see_is_not_overwritten(office: Office, vera: Laptop) -> None:
    visit = plan(office)
    vera.pull()
    before = seen(office, visit)
    vera.scribe(planned(vera)[0].case).set(visit, "Nøglen ligger hos naboen", "note", "visit")
    vera.push()
    with pytest.raises(KnownError, match=r"hub\.plan\.changed_meanwhile"):
        office.hub.planning.change(planner(office), visit, before, appointment(office))
    vera.scribe(planned(vera)[0].case).set(visit, "ongoing", "state", "visit")
    vera.push()
    begun: tuple[Callable[[], None], ...] = (
        lambda: office.hub.planning.change(
            planner(office), visit, seen(office, visit), appointment(office)
        ),
        lambda: office.hub.planning.cancel(planner(office), visit, seen(office, visit)),
    )
    for work in begun:
        with pytest.raises(KnownError, match=r"hub\.plan\.visit_begun"):
            work()


def test_only_leaders_plan_and_only_for_their_teams(office: Office, vera: Laptop) -> None:
    with pytest.raises(KnownError, match=r"hub\.not_your_role"):
        planner(office, "vera")
    with pytest.raises(KnownError, match=r"hub\.not_your_role"):
        planner(office, "rita")
    with pytest.raises(KnownError, match=r"hub\.no_team"):
        plan(office, "bo", to="south")
    with pytest.raises(KnownError, match=r"hub\.plan\.no_visitator"):
        plan(office, "bo")
    with pytest.raises(KnownError, match=r"hub\.plan\.no_visitator"):
        plan(office, "rita")
    visit = plan(office, "bo", "adam", "south")
    with pytest.raises(KnownError, match=r"hub\.plan\.no_visit"):
        office.hub.planning.cancel(planner(office), visit, seen(office, visit, "south"))


def test_a_citizen_of_another_team_is_planned_there(office: Office, bo: Laptop) -> None:
    plan(office, "bo", "adam", "south")
    before = office.hub.statistics()
    with pytest.raises(KnownError, match=r"hub\.plan\.citizen_elsewhere"):
        plan(office)
    with pytest.raises(KnownError, match=r"hub\.plan\.case_of_team"):
        plan(office, "vera", "adam")
    assert office.hub.statistics()["changes"] == before["changes"]


def test_nobody_goes_on_in_the_hubs_own_chain(office: Office, vera: Laptop) -> None:
    from tests.journal.test_exchange import written_as

    plan(office)
    (page,) = vera.pull()
    (forged,) = written_as(page.actions[-1], id=new_id())
    assert vera.push([forged])[0] in ("hub.other_chain", "hub.erased", "journal.parcel_damaged")
    assert vera.push([forged]) == ["hub.other_chain"]


def test_a_list_is_read_once_each_refused_line_is_told_with_its_number(
    office: Office, vera: Laptop
) -> None:
    lines = (
        f"24-11-2026;10.30;{CPR};Max Berggren;;Hund",
        "24-11-2026;12.30;2911829996;Kirsten Berggren;Nils;",
        "24-11-2026;14.30;2911829996;Kirsten Berggren;Bo;",
        "24-11-2026;14.30;;Uden nummer;;",
    )
    made, known, refused = import_lines(office, *lines)
    assert (made, known) == (2, 0)
    assert [text[:8] for text in refused] == ["Linje 4:", "Linje 5:"]
    before = office.hub.statistics()["changes"]
    assert import_lines(office, *lines)[:2] == (0, 2)
    assert office.hub.statistics()["changes"] == before
    vera.pull()
    nils = office.laptop("nils")
    nils.pull()
    assert [len(planned(each)) for each in (vera, nils)] == [1, 1]


def test_the_list_of_a_week_is_of_the_own_teams_and_by_visitator(office: Office) -> None:
    plan(office)
    plan(office, "nils")
    plan_elsewhere = office.hub.planning.add(
        planner(office, "adam"),
        team(office, "south"),
        person("Kirsten", "2911829996"),
        appointment(office, "bo"),
        Source(),
    )
    first, last = date(2026, 11, 23), date(2026, 11, 29)
    lists, north = office.hub.plan_lists, [team(office)]
    listed = lists.visits(north, first, last)
    assert {each.visit.visitator for each in listed} == {"Vera", "Nils"}
    assert plan_elsewhere not in {each.visit.id for each in listed}
    (mine,) = lists.visits(north, first, last, user(office, "nils"))
    assert (mine.citizen.name, mine.may_change, mine.team) == ("Max Berggren", True, "north")
    assert lists.visits(north, first + timedelta(7), last + timedelta(7)) == ()
    assert [each.name for each in lists.workers(north)] == ["Adam", "Lea", "Nils", "Vera"]


def follow_up(office: Office, laptop: Laptop, due: date) -> str:
    """Write a visited case with an agreed next visit; return its id."""
    _, case = laptop.case()
    visit = Visit(
        id=new_id(),
        case=case,
        kind="first",
        planned=Planned(start=START - timedelta(days=60)),
        state="closed",
        standards=(StandardRef(id="soroe", version="2021"),),
        next_visit=due,
    )
    laptop.store.journal.append(
        case, [Write(key, value) for key, value in recorded(visit)], actor="Vera"
    )
    laptop.push()
    return case


def test_a_due_follow_up_of_one_who_left_comes_to_the_others_of_the_team(
    office: Office, vera: Laptop, bo: Laptop
) -> None:
    day = today(office.hub.room.clock)
    soon = follow_up(office, vera, day + timedelta(days=3))
    later = follow_up(office, vera, day + timedelta(days=90))
    nils = office.laptop("nils")
    assert nils.page().actions == ()
    office.hub.users.join("vera", "north", leave=True)
    assert {soon, later} <= set(vera.pull()[0].left)
    office.hub.room.clock.now += timedelta(days=1)  # type: ignore[attr-defined]
    nils.sign_in()
    nils.pull()
    scopes = {scope for scope in (soon, later) if nils.store.journal.scope_history(scope)}
    assert scopes == {soon}
    rita = office.laptop("rita")
    bo.sign_in()
    assert (rita.page().actions, bo.page().actions) == ((), ())


def test_one_who_becomes_a_reader_keeps_only_what_was_opened(office: Office, vera: Laptop) -> None:
    _, first = vera.case()
    _, second = vera.case("Bodil Holm")
    vera.push()
    vera.pull()
    assert vera.ask("POST", f"/cases/{second}/open", wire.OpenCase(why="klage")).status_code == 200
    office.hub.users.set_role("vera", "reader")
    (page,) = vera.pull()
    assert first in page.left
    assert second not in page.left


def test_a_history_is_given_to_who_has_the_case_and_noted(
    office: Office, vera: Laptop, bo: Laptop
) -> None:
    _, case = vera.case()
    vera.push()
    history = read(vera.ask("GET", f"/cases/{case}/history"), wire.History)
    assert {each.scope for each in history.actions} == {case}
    assert why(bo.ask("GET", f"/cases/{case}/history")) == (403, "hub.not_yours")
    wrong = vera.ask("GET", f"/cases/{case}/history", params={"after": "x"})
    assert why(wrong)[1] == "hub.unknown_cursor"
    assert [each.what for each in office.hub.log.of_scope(case)] == ["sent"]


def test_a_new_citizen_has_what_was_written_in_the_form(office: Office, vera: Laptop) -> None:
    wanted = msgspec.structs.replace(
        person(), address=Address(street="Testvej 1", postcode="2100"), phone="70000112"
    )
    office.hub.planning.add(planner(office), team(office), wanted, appointment(office), Source())
    vera.pull()
    citizen = vera.store.overview.citizen_with_cpr(CPR)
    assert citizen is not None
    assert (citizen.name, citizen.phone) == ("Max Berggren", "70000112")
    assert citizen.address == wanted.address


def test_the_command_reads_a_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.hub.__main__ import main
    from app.hub.identity import KEY_VARIABLE
    from tests.hub.office import KEY, PASSWORD, open_hub

    monkeypatch.setenv(KEY_VARIABLE, (KEY.key + KEY.salt).hex())
    with open_hub(tmp_path / "own") as hub:
        hub.users.add_team("north")
        for login, role in (("lea", "team_leader"), ("vera", "visitator")):
            hub.users.add(login, login.title(), role, PASSWORD)
            hub.users.join(login, "north")
    path = tmp_path / "liste.csv"
    path.write_text(f"{HEADER}\n24-11-2026;10.30;{CPR};Max Berggren;vera;\n;;;;;x\n")
    words = ["plan", "import", str(path), "--by", "lea", "--data-dir", str(tmp_path / "own")]
    assert main(words) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Linje 3:")
    assert said[1] == "Planlagt: 1. Kendt i forvejen: 0. Afvist: 1."
    assert main(words) == 1
    assert "Kendt i forvejen: 1." in capsys.readouterr().out


def test_who_had_a_case_before_reasons_were_noted_keeps_it(office: Office, vera: Laptop) -> None:
    from app.hub.tables import reason
    from app.hub.upgrading import upgrade

    _, case = vera.case()
    vera.push()
    vera.pull()
    office.hub.room.write(lambda connection: connection.execute(sa.delete(reason)))
    office.hub.room.write(upgrade)
    office.hub.users.join("vera", "south")
    vera.scribe(case).set(new_id(), "endnu")
    vera.push()
    (page,) = vera.pull()
    assert (page.left, len(page.actions)) == ((), 1)
