"""Cases at the hub: foreign teams, opening by search, moving, erasing, and who read what."""

import msgspec
import pytest

from app.domain.ids import new_id
from app.errors import KnownError
from app.sync import wire
from tests.hub.office import Laptop, Office, read, why
from tests.journal.test_exchange import written_as

FOUND = tuple[wire.Found, ...]


def found(laptop: Laptop, text: str) -> FOUND:
    return read(laptop.ask("POST", "/search", wire.Search(text=text)), FOUND)


def opened(laptop: Laptop, case: str, reason: str = "afløser") -> tuple[int, str]:
    answer = laptop.ask("POST", f"/cases/{case}/open", wire.OpenCase(why=reason))
    return (200, "") if answer.status_code == 200 else why(answer)


def test_a_foreign_teams_case_can_neither_be_written_nor_read_nor_opened(
    office: Office, vera: Laptop, bo: Laptop
) -> None:
    citizen, case = vera.case()
    vera.push()
    bo.scribe(case).set(new_id(), "Bos")
    bo.scribe(citizen).set(citizen, "Et andet navn", "name", "citizen")
    assert bo.push() == ["hub.not_yours"] * 2
    assert opened(bo, case) == opened(bo, citizen) == opened(bo, new_id()) == (403, "hub.not_yours")
    assert found(bo, "Åse") == ()
    assert bo.page().actions == ()
    assert {held.why for held in office.hub.quarantine.all()} == {"hub.not_yours"}
    assert office.hub.journal.snapshot([citizen]).records["citizen"][citizen].name == "Åse Ærø"


def test_a_record_of_another_case_is_not_written_through_an_own_one(
    office: Office, vera: Laptop, bo: Laptop
) -> None:
    citizen, case = vera.case()
    vera.push()
    own = bo.scribe()
    own.set(citizen, "Et andet navn", "name", "citizen")
    own.set(case, "closed", "state", "case")
    own.set(new_id(), "Bos eget")
    assert bo.push() == ["hub.other_case", "hub.other_case", "stored"]
    assert office.hub.journal.snapshot([citizen]).records["citizen"][citizen].name == "Åse Ærø"


def test_a_case_that_names_a_foreign_citizen_opens_no_way_there(
    office: Office, vera: Laptop, bo: Laptop
) -> None:
    citizen, _ = vera.case()
    vera.push()
    case = new_id()
    bo.scribe(case).set(case, citizen, "citizen", "case")
    assert bo.push() == ["hub.not_yours"]
    assert opened(bo, case) == (403, "hub.not_yours")


def test_nobody_goes_on_in_another_users_chain(vera: Laptop, bo: Laptop) -> None:
    vera.scribe().set(new_id(), "x")
    (parcel,) = vera.store.journal.exchange.outgoing()
    vera.push()
    (forged,) = written_as(parcel, id=new_id(), scope=new_id())
    assert bo.push([forged]) == ["hub.other_chain"]


def test_a_case_is_found_by_name_or_cpr_opened_with_a_reason_and_logged(
    office: Office, vera: Laptop
) -> None:
    from app.domain.values import Cpr

    citizen, case = vera.case("Bodil Marie Sø-Holm")
    vera.scribe(citizen).set(citizen, Cpr(value="0101501234"), "cpr", "citizen")
    vera.push()
    nils = office.laptop("nils")
    for text in ("bodil", "SØ", "marie bo", "holm", "0101501234", "010150-1234"):
        (one,) = found(nils, text)
        assert (one.citizen, one.cpr_masked) == (citizen, "010150-xxxx")
        assert [each.scope for each in one.cases] == [case]
    for text in ("", "b", "odil", "bodil x", "0101501235"):
        assert found(nils, text) == ()
    assert opened(nils, case, " ") == (400, "hub.say_why")
    assert nils.page().actions == ()
    assert opened(nils, case) == (200, "")
    assert opened(nils, case) == (200, "")
    nils.pull()
    assert nils.store.overview.open_case_of(citizen) == case
    nils.pull()
    log = [(each.login, each.what, each.why) for each in office.hub.log.of_scope(case)]
    assert log == [("nils", "sent", ""), *[("nils", "open", "afløser")] * 2]
    looked = [each.why for each in office.hub.log.of_scope(citizen) if each.what == "search"]
    assert looked == ["010150-1234", "0101501234", "holm", "marie bo", "SØ", "bodil"]


def test_a_case_is_noted_as_sent_once_a_day_and_computer(office: Office, vera: Laptop) -> None:
    _, case = vera.case()
    vera.push()
    vera.pull()
    vera.cursor = ""
    vera.pull()
    sent = [each for each in office.hub.log.of_scope(case) if each.what == "sent"]
    assert [(each.login, each.computer) for each in sent] == [("vera", "Bærbar")]


def test_a_moved_case_goes_to_the_new_team_with_its_history_and_the_old_keeps_a_copy(
    office: Office, vera: Laptop, bo: Laptop
) -> None:
    citizen, case = vera.case()
    record = new_id()
    vera.scribe(case).set(record, "Veras")
    vera.push()
    vera.pull()
    bo.pull()
    office.hub.cases.move(case, "south")
    assert bo.pull()[0].left == ()
    assert bo.scribe(case).value(record) == "Veras"
    (page,) = vera.pull()
    assert (set(page.left), page.actions) == ({case, citizen}, ())
    vera.scribe(case).set(record, "Veras sene")
    assert vera.push()[-1] == "stored"
    assert [action.label for action in vera.pull()[0].actions] == []
    bo.pull()
    assert bo.scribe(case).value(record) == "Veras sene"
    bo.scribe(case).set(record, "Bos")
    bo.push()
    assert vera.pull()[0].actions == ()


def test_work_that_was_refused_for_the_teams_sake_goes_through_once_the_case_is_given_over(
    office: Office, vera: Laptop, bo: Laptop
) -> None:
    citizen, case = vera.case()
    vera.push()
    second = new_id()
    bo.scribe(citizen).set(citizen, "Åse Holm", "name", "citizen")
    bo.scribe(case).set(new_id(), "Bos ord")
    bo.scribe(second).set(second, citizen, "citizen", "case")
    assert bo.push() == ["hub.not_yours"] * 3
    office.hub.cases.move(case, "south")
    assert bo.push() == ["stored"] * 3
    assert office.hub.quarantine.all() == ()
    vera.pull()
    office.hub.cases.move(case, "north")
    assert bo.push() == ["duplicate"] * 3


def test_a_copy_of_others_work_is_no_news_once_the_case_is_ones_own(
    office: Office, vera: Laptop, bo: Laptop
) -> None:
    _, case = vera.case()
    _, other = vera.case()
    copies = vera.store.journal.exchange.outgoing()
    vera.push(copies)
    assert bo.push(copies) == ["hub.not_yours"] * 6
    office.hub.cases.move(case, "south")
    mine = [c for c in copies if c.scope != other]
    assert sorted(bo.push(mine)) == ["duplicate"] * 3 + ["hub.not_yours"]
    (epoch,) = read(bo.ask("GET", "/digest"), wire.Digest).epochs
    assert (epoch.epoch, epoch.changes) == (copies[0].epoch, 6)
    (forged,) = written_as(mine[1], label="noget andet")
    assert bo.push([forged]) == ["journal.other_content"]
    assert office.hub.journal.verify() == ()


def test_a_case_that_comes_back_comes_whole(office: Office, vera: Laptop, bo: Laptop) -> None:
    _, case = vera.case()
    vera.push()
    vera.pull()
    office.hub.cases.move(case, "south")
    bo.pull()
    record = new_id()
    bo.scribe(case).set(record, "imens")
    bo.push()
    office.hub.cases.move(case, "north")
    (page,) = vera.pull()
    assert page.left == ()
    assert vera.scribe(case).value(record) == "imens"
    assert case in bo.pull()[0].left


def test_a_citizen_with_two_cases_stays_with_the_team_that_keeps_one(
    office: Office, vera: Laptop
) -> None:
    citizen, case = vera.case()
    second = new_id()
    vera.scribe(second).set(second, citizen, "citizen", "case")
    vera.push()
    office.hub.cases.move(case, "south")
    assert vera.pull()[0].left == (case,)


def test_an_erased_citizen_is_gone_from_the_hub_and_told_to_every_computer(
    office: Office, vera: Laptop
) -> None:
    citizen, case = vera.case("Hemmelig Person")
    vera.push()
    vera.pull()
    with pytest.raises(KnownError, match=r"hub\.say_why"):
        office.hub.cases.erase(citizen, "")
    assert office.hub.cases.erase(citizen, "afgørelse 7") == 3
    (page,) = vera.pull()
    assert set(page.erased) == {citizen, case}
    assert office.hub.journal.verify() == ()
    assert found(vera, "Hemmelig") == ()
    values = [c.value for a in office.hub.journal.exchange.of_scope(citizen) for c in a.changes]
    assert values == [None]
    vera.scribe(case).set(new_id(), "kom for sent")
    assert vera.push()[-1] == "hub.erased"
    assert office.hub.quarantine.all() == ()
    fresh = office.laptop("vera")
    assert [c.value for p in fresh.pull() for a in p.actions for c in a.changes] == [None] * 3
    assert fresh.store.journal.verify() == ()


def test_what_is_not_there_is_said(office: Office, vera: Laptop) -> None:
    _, case = vera.case()
    vera.push()
    for key, wrong in {
        "hub.no_case": lambda: office.hub.cases.move(new_id(), "south"),
        "hub.no_team": lambda: office.hub.cases.move(case, "west"),
        "journal.unknown_scope": lambda: office.hub.cases.erase(new_id(), "x"),
    }.items():
        with pytest.raises(KnownError, match=key):
            wrong()


def test_nothing_of_a_stranger_is_stored_with_a_push_that_is_half_foreign(
    office: Office, vera: Laptop, bo: Laptop
) -> None:
    _, case = vera.case()
    vera.push()
    bo.scribe().set(new_id(), "eget")
    bo.scribe(case).set(new_id(), "fremmed")
    bo.scribe().set(new_id(), "eget igen")
    assert bo.push() == ["stored", "hub.not_yours", "stored"]
    assert office.hub.journal.verify() == ()
    assert len(msgspec.json.encode(bo.pull()[0].actions)) > 0
