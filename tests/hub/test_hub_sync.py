"""What one computer sends reaches the others, whole, once, in the order it was committed in."""

import msgspec

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.journal.journal import Write
from app.sync import wire
from tests.hub.office import Laptop, Office, read, why


def test_what_is_pushed_is_stored_once_and_comes_back_to_all_of_the_users_computers(
    office: Office, vera: Laptop
) -> None:
    other = office.laptop("vera")
    citizen, case = vera.case()
    assert vera.push() == ["stored"] * 3
    assert vera.push() == ["duplicate"] * 3
    (page,) = other.pull()
    assert (len(page.actions), page.more, page.left, page.erased) == (3, False, (), ())
    assert other.store.journal.snapshot([citizen, case]).records["citizen"][citizen]
    assert other.page().actions == ()
    assert len(vera.pull()[0].actions) == 3
    assert office.hub.journal.verify() == ()


def test_a_zipped_push_counts_like_any_other(vera: Laptop) -> None:
    vera.scribe().set(new_id(), "x" * 50_000)
    assert vera.push(zipped=True) == ["stored"]


def test_another_user_sees_nothing_of_it(office: Office, vera: Laptop, bo: Laptop) -> None:
    vera.case()
    vera.push()
    nils = office.laptop("nils")
    assert bo.page().actions == nils.page().actions == ()


def test_an_action_is_never_split_over_pages(office: Office, vera: Laptop) -> None:
    scribe = vera.scribe()
    for size in (3, 1, 5, 2):
        writes = [Write(FieldKey("assessment", new_id(), "own_words"), "x") for _ in range(size)]
        vera.store.journal.append(scribe.scope, writes, actor="Vera")
    vera.push()
    other = office.laptop("vera")
    pages = [other.page(limit=4)]
    while pages[-1].more:
        pages.append(other.page(limit=4))
    sizes = [[len(action.changes) for action in page.actions] for page in pages]
    assert sizes == [[3, 1], [5], [2]]


def test_the_state_tables_at_the_hub_say_what_the_laptop_says(office: Office, vera: Laptop) -> None:
    citizen, case = vera.case("Bodil Sø")
    vera.push()
    there = office.hub.journal.snapshot([citizen, case]).records
    assert there == vera.store.journal.snapshot([citizen, case]).records


def test_edits_of_two_users_meet_as_a_dispute_on_both(office: Office, vera: Laptop) -> None:
    _, case = vera.case()
    vera.push()
    nils = office.laptop("nils")
    asked = nils.ask("POST", f"/cases/{case}/open", wire.OpenCase(why="afløser Vera"))
    assert asked.status_code == 200
    nils.pull()
    record = new_id()
    vera.scribe(case).set(record, "Veras")
    nils.scribe(case, "Nils").set(record, "Nils'", replaces=())
    assert vera.push()[-1] == nils.push()[-1] == "stored"
    vera.pull()
    nils.pull()
    disputes = [set(each.scribe(case).disputes()["own_words"]) for each in (vera, nils)]
    assert disputes == [{"Veras", "Nils'"}] * 2
    assert office.hub.journal.verify() == ()


def test_the_digest_says_how_much_of_each_chain_is_here(office: Office, vera: Laptop) -> None:
    for _ in range(3):
        vera.scribe().set(new_id(), "x")
    first, second, third = vera.store.journal.exchange.outgoing()
    vera.push([first, third])
    (epoch,) = read(vera.ask("GET", "/digest"), wire.Digest).epochs
    assert (epoch.epoch, epoch.seq, epoch.changes) == (first.epoch, 3, 2)
    assert epoch.hash == third.changes[-1].hash
    vera.push([second])
    (epoch,) = read(vera.ask("GET", "/digest"), wire.Digest).epochs
    assert (epoch.seq, epoch.changes) == (3, 3)
    assert read(office.laptop("bo").ask("GET", "/digest"), wire.Digest).epochs == ()


def test_a_restored_computer_gets_its_own_changes_again(office: Office, vera: Laptop) -> None:
    vera.case()
    vera.push()
    fresh = office.laptop("vera")
    fresh.pull()
    assert fresh.store.journal.exchange.unsent() == 0
    assert len(fresh.store.journal.exchange.of_scope(vera.case()[0])) == 0
    assert fresh.store.overview.counts().citizens == 1


def test_a_place_that_the_hub_does_not_know_is_said(vera: Laptop) -> None:
    vera.case()
    vera.push()
    for cursor in ("x", "-", "1", "1-", "99999-abc", "1-000000000000", "9" * 30):
        answer = vera.ask("GET", "/changes", params={"after": cursor})
        assert why(answer) == (409, "hub.unknown_cursor")


def test_one_bad_action_stops_no_other_and_lies_in_quarantine(office: Office, vera: Laptop) -> None:
    for _ in range(3):
        vera.scribe().set(new_id(), "x")
    first, second, third = vera.store.journal.exchange.outgoing()
    forged = msgspec.structs.replace(second, actor="Bo")
    assert vera.push([first, forged, third]) == ["stored", "journal.parcel_damaged", "stored"]
    assert vera.push([forged]) == ["journal.parcel_damaged"]
    (held,) = office.hub.quarantine.all()
    assert (held.login, held.action, held.why) == ("vera", second.id, "journal.parcel_damaged")
    assert vera.push([second]) == ["stored"]
    assert office.hub.journal.verify() == ()


def test_an_action_that_makes_no_sense_is_refused_by_its_id_alone(vera: Laptop) -> None:
    vera.scribe().set(new_id(), "x")
    (good,) = vera.store.journal.exchange.outgoing()
    strange = [b"7", b"{}", b'{"id":"nothing"}', b'{"id":"%s","scope":7}' % good.id.encode()]
    body = b'{"actions":[%s]}' % b",".join([*strange, msgspec.json.encode(good)])
    answers = read(vera.send(body), wire.PushAnswer).answers
    assert [each.outcome for each in answers] == ["refused"] * 4 + ["stored"]
    assert {each.why for each in answers[:4]} == {"hub.unreadable"}


def test_the_same_id_with_other_content_is_refused(office: Office, vera: Laptop) -> None:
    from tests.journal.test_exchange import written_as

    vera.scribe().set(new_id(), "x")
    (good,) = vera.store.journal.exchange.outgoing()
    vera.push()
    (other,) = written_as(good, label="noget andet")
    assert vera.push([other]) == ["journal.other_content"]
    assert office.hub.journal.verify() == ()
