"""What the hub keeps for a time: parked work, erasures until they are confirmed, logs."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.ids import new_id
from app.errors import KnownError
from app.hub.ageing import Ageing, Daily
from app.hub.tables import access, attempt, code, nonce, parked, quarantine, session
from app.sync import signing, wire
from app.sync.parking import Part, Text, parts_of_actions, parts_of_blob, seal, unseal
from app.sync.signing import SigningKey
from tests.hub.office import Laptop, Office, read, why
from tests.scribe import SteppingClock

LOT = "d" * 32


def later(office: Office, **span: float) -> None:
    clock = office.hub.room.clock
    assert isinstance(clock, SteppingClock)
    clock.now += timedelta(**span)


def count(office: Office, table: sa.Table) -> int:
    with office.hub.room.reading() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def revoke(office: Office, laptop: Laptop) -> wire.Revocation:
    """Revoke a computer; return the word that it gets for it."""
    office.hub.devices.revoke(laptop.device, "Tabt i toget")
    said = msgspec.json.decode(laptop.sign_in().content, type=wire.Problem).revocation
    assert said is not None
    return said


def park(
    laptop: Laptop,
    data: bytes,
    place: tuple[int, int],
    lot: str = LOT,
    key: SigningKey | None = None,
) -> object:
    """Leave a part at the hub; return why it was not taken, None if it was."""
    knock = wire.Knock(device=laptop.device)
    nonce = read(laptop.ask("POST", "/sessions/challenge", knock), wire.Challenge).nonce
    text = signing.parking_text(laptop.hub, laptop.device, nonce, lot, place, data)
    part = wire.Parked(
        device=laptop.device,
        nonce=nonce,
        lot=lot,
        number=place[0],
        total=place[1],
        data=data,
        signature=(key or laptop.key).sign(text),
    )
    answer = laptop.ask("POST", "/parking", part)
    return None if answer.status_code == 200 else why(answer)[1]


def parts(laptop: Laptop) -> list[Part]:
    text = Text(scope="s", entity="assessment", record="r", field="own_words", text="halv sæt")
    actions = laptop.store.journal.exchange.unsent_actions()[-1:]
    blob = parts_of_blob("c" * 64, b"passer ikke")
    return [*parts_of_actions(actions), Part(texts=(text,)), *blob]


def test_what_a_revoked_computer_parks_is_opened_and_taken_in_by_the_office(
    office: Office, vera: Laptop
) -> None:
    _, case = vera.case()
    vera.push()
    vera.scribe(case).set(new_id(), "kun her")
    said, whose = revoke(office, vera), (vera.hub, vera.device, LOT)
    mine = parts(vera)
    for number, part in enumerate(mine, 1):
        place = (number, len(mine))
        assert park(vera, seal(part, said.parking_key, whose, place), place) is None
    lot = office.hub.parking.all()[0]
    assert (lot.id, lot.login, lot.parts, lot.total, lot.taken) == (LOT, "vera", 3, 3, None)
    opened = list(office.hub.parking.open(LOT))
    assert [each.value for part in opened for a in part.actions for each in a.changes] == [
        '"kun her"'
    ]
    assert [text.text for part in opened for text in part.texts] == ["halv sæt"]
    assert [each.what for each in office.hub.log.of_scope(case)][:1] == ["parked"]
    done = office.hub.parking.take_in(LOT)
    assert (done.stored, done.refused, done.blobs) == (1, 0, 0)
    assert len(office.hub.journal.exchange.of_scope(case)) == 3
    assert office.hub.parking.take_in(LOT).duplicate == 1
    assert office.hub.parking.all()[0].taken is not None
    assert office.hub.journal.verify() == ()


def test_only_a_revoked_computer_parks_and_no_more_than_there_is_room_for(
    office: Office, vera: Laptop
) -> None:
    assert park(vera, b"x", (1, 1)) == "hub.not_revoked"
    revoke(office, vera)
    assert park(vera, b"x", (1, 1), key=SigningKey.make()) == "hub.bad_signature"
    for place in ((0, 1), (2, 1)):
        assert park(vera, b"x", place) == "hub.bad_request"
    assert park(vera, b"x", (1, 1), lot="../etc") == "hub.bad_request"
    assert park(vera, b"x", (1, wire.PARKED_PARTS + 1)) == "hub.too_large"
    assert park(vera, bytes(wire.PARKED_BYTES + 2000), (1, 1)) == "hub.too_large"
    for number in range(8):
        assert park(vera, b"x", (1, 2), lot=f"{number:032}") is None
    assert park(vera, b"x", (1, 2)) == "hub.too_large"
    assert park(vera, b"igen", (1, 2), lot="0" * 32) is None
    assert count(office, parked) == 8
    with pytest.raises(KnownError, match=r"hub\.parked_parts"):
        list(office.hub.parking.open("0" * 32))
    with pytest.raises(KnownError, match=r"hub\.no_parked"):
        list(office.hub.parking.open(LOT))


def test_a_part_of_another_place_lot_or_computer_is_no_part(office: Office, vera: Laptop) -> None:
    key, whose = office.hub.farewell.parking, (vera.hub, vera.device, LOT)
    public = key.public_key().public_bytes_raw()
    sealed = seal(Part(), public, whose, (1, 2))
    assert unseal(sealed, key, whose, (1, 2)) == Part()
    spoiled = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for given, who, place in (
        (sealed, whose, (2, 2)),
        (sealed, whose, (1, 1)),
        (sealed, (vera.hub, vera.device, "e" * 32), (1, 2)),
        (sealed, (vera.hub, "e" * 32, LOT), (1, 2)),
        (spoiled, whose, (1, 2)),
        (b"", whose, (1, 2)),
    ):
        with pytest.raises(KnownError, match=r"hub\.parked_damaged"):
            unseal(given, key, who, place)
    with pytest.raises(KnownError, match=r"hub\.parked_damaged"):
        unseal(sealed, X25519PrivateKey.generate(), whose, (1, 2))


def test_a_part_may_be_carried_to_the_hub_by_hand(
    office: Office, vera: Laptop, tmp_path: Path
) -> None:
    vera.case()
    whose = (vera.hub, vera.device, LOT)
    public = office.hub.farewell.parking.public_key().public_bytes_raw()
    part = Part(actions=vera.store.journal.exchange.unsent_actions())
    file = tmp_path / f"{vera.device}-{LOT}-0001-0001.sealed"
    file.write_bytes(seal(part, public, whose, (1, 1)))
    office.hub.parking.add(file)
    assert office.hub.parking.take_in(LOT).stored == 3
    for name in ("andet.sealed", f"{vera.device}-{LOT}-0001-0002.sealed"):
        wrong = tmp_path / name
        wrong.write_bytes(file.read_bytes())
        with pytest.raises(KnownError, match=r"hub\.parked_damaged"):
            office.hub.parking.add(wrong)


def test_parked_words_about_someone_erased_are_shown_to_nobody(
    office: Office, vera: Laptop
) -> None:
    _, case = vera.case()
    vera.push()
    vera.scribe(case).set(new_id(), "efter")
    said, whose = revoke(office, vera), (vera.hub, vera.device, LOT)
    part = Part(actions=vera.store.journal.exchange.unsent_actions()[-1:])
    assert park(vera, seal(part, said.parking_key, whose, (1, 1)), (1, 1)) is None
    office.hub.cases.erase(case, "afgørelse 7")
    assert list(office.hub.parking.open(LOT)) == [Part()]


def test_an_erasure_lists_the_computers_that_have_not_said_that_they_erased(
    office: Office, vera: Laptop
) -> None:
    _, case = vera.case()
    vera.push()
    second, gone = office.laptop("vera"), office.laptop("vera")
    assert gone.ask("DELETE", "/devices/self").status_code == 200
    office.hub.cases.erase(case, "afgørelse 7")
    first = office.hub.erasures.all()[0]
    assert office.hub.statistics()["unconfirmed"] == 2
    assert (first.scope, first.confirmed, first.why) == (case, 0, "afgørelse 7")
    assert {each.device for each in first.missing} == {vera.device, second.device}
    told = wire.Erased(scopes=(case, new_id()))
    assert vera.ask("POST", "/erasures", told).status_code == 200
    assert vera.ask("POST", "/erasures", told).status_code == 200
    office.hub.devices.revoke(second.device)
    after = office.hub.erasures.all()[0]
    assert (after.confirmed, office.hub.statistics()["unconfirmed"]) == (1, 1)
    assert [(each.device, each.revoked) for each in after.missing] == [(second.device, True)]
    many = wire.Erased(scopes=("x",) * (wire.ERASED_SCOPES + 1))
    assert why(vera.ask("POST", "/erasures", many)) == (400, "hub.bad_request")


def test_a_computer_that_left_is_let_in_no_more_and_not_called_revoked(
    office: Office, vera: Laptop
) -> None:
    assert vera.ask("DELETE", "/devices/self").status_code == 200
    assert why(vera.ask("GET", "/me")) == (401, "hub.not_signed_in")
    assert why(vera.sign_in()) == (403, "hub.gone")
    device = office.hub.devices.all()[0]
    assert (device.revoked, device.gone is None) == (None, False)


def test_what_is_too_old_goes_and_the_rest_stays(office: Office, vera: Laptop, bo: Laptop) -> None:
    _, case = vera.case()
    vera.push()
    bo.scribe(case).set(new_id(), "fremmed")
    assert bo.push() == ["hub.not_yours"]
    vera.page()
    office.hub.devices.invite("nils")
    vera.ask("POST", "/sessions/challenge", wire.Knock(device=vera.device))
    vera.sign_in(SigningKey.make())
    before = count(office, access)
    assert before > 0
    office.hub.ageing.age()
    tables = (quarantine, session, code, nonce, attempt)
    assert [count(office, table) > 0 for table in tables] == [True] * 5
    later(office, days=179)
    assert office.hub.ageing.age()["quarantine"] == 0
    assert [count(office, table) for table in tables] == [1, 0, 0, 0, 0]
    later(office, days=2)
    assert office.hub.ageing.age() == {"quarantine": 1, "access": 0, "acts": 0, "parked": 0}
    later(office, days=4 * 365)
    assert office.hub.ageing.age()["access"] == 0
    later(office, days=365)
    assert office.hub.ageing.age()["access"] == before
    assert office.hub.journal.exchange.of_scope(case) != ()


def test_the_municipality_decides_how_long_but_not_shorter_than_a_month(office: Office) -> None:
    ageing = office.hub.ageing
    ageing.choose("access", 400)
    assert (ageing.days()["access"], ageing.days()["quarantine"]) == (400, 180)
    for what, days in (("access", 29), ("changes", 400)):
        with pytest.raises(KnownError, match=r"hub\.bad_retention"):
            ageing.choose(what, days)


def test_one_process_a_day_lets_go_of_what_is_too_old(office: Office) -> None:
    other = Ageing(office.hub.room, office.hub.blobs)
    assert (office.hub.ageing.age_daily(), other.age_daily()) == (True, False)
    later(office, days=1)
    with Daily(other):
        pass
    assert not office.hub.ageing.age_daily()
