"""A computer that leaves its hub: the hub hears of it, and without a network it leaves, too."""

from datetime import timedelta
from functools import partial

import msgspec
import pytest

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.errors import KnownError
from app.hub.farewell import Farewell
from app.sync import signing, wire
from app.sync.client import sign_in
from app.sync.revoking import Revoked, is_proven, revocation
from app.sync.rounds import Enrolment
from app.sync.signing import SigningKey
from app.workflow import syncing
from app.workflow.syncing import connect
from tests.scribe import SteppingClock
from tests.sync.laptops import Laptop, Office, meet


def known_to(laptop: Laptop) -> Enrolment:
    known = syncing.enrolment(laptop.session)
    assert known is not None
    return known


def test_a_computer_that_leaves_tells_the_hub_and_is_let_in_no_more(
    laptop: Laptop, office: Office
) -> None:
    laptop.new_case()
    known = known_to(laptop)
    assert syncing.leave(laptop.session)
    assert [each.gone is not None for each in office.hub.devices.all()] == [True]
    assert office.hub.statistics()["sessions"] == 0
    assert not laptop.state().enrolled
    assert laptop.store.journal.exchange.unsent() == 2
    copy = connect(laptop.session, known.url)
    with pytest.raises(KnownError) as caught:
        sign_in(copy, known, SigningKey.load(known.private))
    copy.close()
    assert caught.value.key == "hub.gone"
    laptop.enrol(office, "vera")
    assert laptop.sync().taken == 2


def test_a_computer_leaves_without_a_network_too(laptop: Laptop, office: Office) -> None:
    office.close()
    assert not syncing.leave(laptop.session)
    assert not laptop.state().enrolled
    office.reopen()
    assert [each.gone for each in office.hub.devices.all()] == [None]


def test_nobody_leaves_another_hub_than_ones_own(
    laptop: Laptop, office: Office, tmp_path: object
) -> None:
    office.reopen(office.folder.parent / "another hub")
    assert not syncing.leave(laptop.session)
    assert office.hub.devices.all() == ()


@pytest.mark.parametrize("lie", ["unsigned", "another key", "another computer", "another reason"])
def test_a_computer_takes_nobodys_word_for_it_that_it_was_revoked(
    laptop: Laptop, office: Office, monkeypatch: pytest.MonkeyPatch, lie: str
) -> None:
    """The answer comes from the right address over a good line: only its signature is wrong."""
    laptop.new_case()
    known, hub = known_to(laptop), office.hub
    parking = hub.farewell.parking.public_key().public_bytes_raw()
    said = partial(revocation, at=hub.room.clock(), why="tabt", parking_key=parking)
    word = said(hub._signing, known.device)
    assert is_proven(word, known.device, known.hub_key)
    told: KnownError = KnownError("hub.revoked")
    if lie == "another key":
        told = Revoked(said(SigningKey.make(), known.device))
    elif lie == "another computer":
        told = Revoked(said(hub._signing, "0" * 32))
    elif lie == "another reason":
        told = Revoked(msgspec.structs.replace(word, why="stjålet"))

    def lies(*_: object) -> None:
        raise told

    monkeypatch.setattr(Farewell, "check", lies)
    assert laptop.refused() == "sync.unproven"
    assert not (laptop.folder / "parked").exists()
    monkeypatch.undo()
    laptop.unlock()
    assert laptop.sync().taken == 2


def test_a_computer_may_ask_whether_it_was_revoked(laptop: Laptop, office: Office) -> None:
    known = known_to(laptop)
    hub = connect(laptop.session, known.url)
    key = SigningKey.load(known.private)

    def asked(signer: SigningKey = key) -> wire.Revocation:
        knock = wire.Knock(device=known.device)
        nonce = hub._ask("POST", "/v1/sessions/challenge", wire.Challenge, knock).nonce
        text = signing.sign_in_text(known.hub, known.device, nonce)
        ask = wire.SignIn(device=known.device, nonce=nonce, signature=signer.sign(text))
        said: wire.Revocation = hub._ask("POST", "/v1/devices/revocation", wire.Revocation, ask)
        return said

    with pytest.raises(KnownError, match=r"hub\.not_revoked"):
        asked()
    office.hub.devices.revoke(known.device, "Solgt")
    with pytest.raises(KnownError, match=r"hub\.bad_signature"):
        asked(SigningKey.make())
    word = asked()
    assert (word.why, is_proven(word, known.device, known.hub_key)) == ("Solgt", True)
    hub.close()


def test_a_revoked_computer_leaves_at_the_hub_what_it_had_not_sent(
    laptop: Laptop, office: Office
) -> None:
    vera, record = laptop.new_case(), new_id()
    laptop.sync()
    photo = laptop.store.blobs.put(b"et foto, der ikke er sendt")
    vera.set(record, "kun her")
    vera.set(new_id(), photo, "blob", "attachment")
    key = FieldKey("assessment", record, "help_means")
    laptop.store.pending.put(key, vera.scope, "halv sætn", (), "x")
    office.hub.devices.revoke(known_to(laptop).device)
    assert laptop.refused() == "sync.parked"
    lot = office.hub.parking.all()[0]
    assert (lot.login, lot.parts) == ("vera", lot.total)
    assert [t.text for p in office.hub.parking.open(lot.id) for t in p.texts] == ["halv sætn"]
    done = office.hub.parking.take_in(lot.id)
    assert (done.stored, done.refused, done.blobs) == (2, 0, 1)
    hub = office.hub.journal.snapshot([vera.scope]).records["assessment"][record]
    assert getattr(hub, "own_words", "") == "kun her"
    laptop.lock()


def test_what_could_not_be_left_at_the_hub_lies_sealed_beside_the_database(
    laptop: Laptop, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    vera = laptop.new_case()
    office.hub.devices.revoke(known_to(laptop).device)
    monkeypatch.setattr(office.hub.parking, "take", _away)
    assert laptop.refused() == "sync.parked"
    assert office.hub.parking.all() == ()
    files = list((laptop.folder / "parked").iterdir())
    assert "Åse" not in files[0].read_bytes().decode("utf-8", "replace")
    for file in files:
        office.hub.parking.add(file)
    assert office.hub.parking.take_in(office.hub.parking.all()[0].id).stored == 2
    assert len(office.hub.journal.exchange.of_scope(vera.scope)) == 1
    laptop.lock()


def _away(*_: object) -> None:
    raise KnownError("store.write_failed")


def test_a_disk_that_is_full_locks_no_computer_before_its_words_are_safe(
    laptop: Laptop, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.new_case()
    office.hub.devices.revoke(known_to(laptop).device)
    monkeypatch.setattr("app.workflow.lockout.write_whole", _away)
    assert laptop.refused() == "store.write_failed"
    monkeypatch.undo()
    laptop.unlock()
    assert laptop.refused() == "sync.parked"
    laptop.lock()


def test_a_computer_that_was_away_for_long_only_sends_until_the_office_has_looked(
    laptop: Laptop, other: Laptop, office: Office, clock: SteppingClock
) -> None:
    vera = laptop.new_case()
    meet(laptop, other)
    clock.now += timedelta(days=80)
    laptop.sync()
    other.sync()
    other.scribe(vera.scope, "Bo").set(new_id(), "imens")
    other.sync()
    clock.now += timedelta(days=91)
    vera.set(new_id(), laptop.store.blobs.put(b"et foto"), "blob", "attachment")
    assert laptop.refused() == "hub.only_sends"
    state = laptop.state()
    assert (state.here_only, state.blobs_up) == (0, 0)
    assert len(laptop.store.journal.exchange.of_scope(vera.scope)) == 2
    assert laptop.refused() == "hub.only_sends"
    office.hub.farewell.readmit(known_to(laptop).device)
    laptop.sync()
    assert len(laptop.store.journal.exchange.of_scope(vera.scope)) == 3


def test_a_computer_says_that_it_has_erased_what_it_was_told_to(
    laptop: Laptop, other: Laptop, office: Office
) -> None:
    vera = laptop.new_case()
    meet(laptop, other)
    office.hub.cases.erase(vera.scope, "Borgeren har bedt om det")
    assert [len(each.missing) for each in office.hub.erasures.all()] == [2]
    laptop.sync()
    missing = [each.device for each in office.hub.erasures.all()[0].missing]
    assert missing == [known_to(other).device]
    other.sync()
    after = office.hub.erasures.all()[0]
    assert (after.confirmed, after.missing) == (2, ())


def test_an_erasure_that_the_hub_did_not_hear_of_is_told_with_the_next_round(
    laptop: Laptop, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    vera = laptop.new_case()
    laptop.sync()
    office.hub.cases.erase(vera.scope, "Borgeren har bedt om det")
    monkeypatch.setattr(office.hub.erasures, "confirm", _away)
    assert laptop.refused() == "sync.hub_trouble"
    assert office.hub.erasures.all()[0].confirmed == 0
    monkeypatch.undo()
    laptop.sync()
    assert office.hub.erasures.all()[0].confirmed == 1
