"""A computer that leaves its hub: the hub hears of it, and without a network it leaves, too."""

from functools import partial

import msgspec
import pytest

from app.errors import KnownError
from app.hub.farewell import Farewell
from app.sync import signing, wire
from app.sync.client import sign_in
from app.sync.revoking import Revoked, is_proven, revocation
from app.sync.rounds import Enrolment
from app.sync.signing import SigningKey
from app.workflow import syncing
from app.workflow.syncing import connect
from tests.sync.laptops import Laptop, Office


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
