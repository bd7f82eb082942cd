"""Seals between laptop and hub: certificates that live short, and the municipality's own seal."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from app.documents.package import build
from app.domain.ids import new_id
from app.domain.records import DecisionVersion, Seal
from app.errors import KnownError
from app.hub.authority import MUNICIPALITY
from app.journal.journal import Write
from app.seals import issuing, keys
from app.seals.checking import SealFound, Trust, check
from app.seals.sealing import Sealer, seal
from app.sync.signing import SigningKey
from app.workflow import sealing
from app.workflow.frozen import freeze, thawed
from app.workflow.handing_over import with_seals
from app.workflow.sealing import WaitingList, await_seal, identity, seal_of, seal_waiting
from app.workflow.syncing import connect, enrolment, leave
from app.workflow.visit_view import VisitView
from app.workflow.writing import recorded
from tests.documents import sample
from tests.scribe import SteppingClock
from tests.sync.laptops import Laptop, Office, close_all, office_at

MakeLaptop = Callable[[], Laptop]


@cache
def letter() -> bytes:
    return build(["letter"], sample.issued())


@pytest.fixture(scope="module")
def clock() -> SteppingClock:
    return SteppingClock()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, clock: SteppingClock) -> Iterator[Office]:
    """A hub with an authority, for all tests here."""
    with office_at(tmp_path_factory.mktemp("office") / "hub", clock) as made:
        made.add_user("vera")
        made.hub.authority.begin("Prøve Kommune")
        yield made


@pytest.fixture
def make_laptop(office: Office, tmp_path: Path, clock: SteppingClock) -> Iterator[MakeLaptop]:
    """Makes computers of Vera."""
    made: list[Laptop] = []

    def make() -> Laptop:
        laptop = Laptop(tmp_path / f"laptop-{len(made)}", clock)
        made.append(laptop)
        laptop.enrol(office, "vera")
        return laptop

    yield make
    close_all(made)


@pytest.fixture
def laptop(make_laptop: MakeLaptop) -> Laptop:
    return make_laptop()


@cache
def decided_view() -> VisitView:
    made = sample.issued()
    return VisitView(
        casefile=made.casefile,
        standard=made.standard,
        national=made.national,
        judgement=made.judgement,
        today=made.today,
        user_name=made.name,
        user_title=made.title,
    )


def decide(laptop: Laptop, pdf: bytes = b"", wait: bool = True) -> DecisionVersion:
    """Lock a decision of a new case with one letter."""
    case = laptop.new_case().scope
    blobs = laptop.store.blobs
    parts, made_from = {"letter": blobs.put(pdf or letter())}, freeze(decided_view(), {}, blobs)
    version = DecisionVersion(id=new_id(), case=case, number=1, parts=parts, made_from=made_from)
    if wait:
        await_seal(laptop.session, version)
    writes = [Write(key, value) for key, value in recorded(version)]
    laptop.store.journal.append(case, writes, actor="Vera")
    return version


def seal_here(laptop: Laptop, version: DecisionVersion) -> Seal:
    records = laptop.store.journal.snapshot((version.case,)).records
    found = seal_of(version.id, records)
    assert found is not None
    return found


def found_on(laptop: Laptop, version: DecisionVersion) -> list[SealFound]:
    """Return the seals of the letter as it is handed over, by the laptop's own trust."""
    mine = identity(laptop.session)
    assert mine is not None
    pdf = with_seals(laptop.session, seal_here(laptop, version), "letter", letter())
    return list(check(pdf, Trust([mine.authority], [mine.revoked])))


def test_an_enrolled_computer_has_a_certificate_of_its_own(office: Office, laptop: Laptop) -> None:
    assert identity(laptop.session) is None
    laptop.sync()
    mine, known = identity(laptop.session), enrolment(laptop.session)
    assert mine is not None
    assert known is not None
    made = keys.load_certificate(mine.certificate)
    assert keys.belongs(made, keys.load_key(mine.private))
    assert issuing.kind_of(made) == "computer"
    assert issuing.organisation_of(made) == "Prøve Kommune"
    assert known.device.endswith(issuing.name_of(made))
    assert not issuing.may_issue(made)


def test_a_decision_gets_the_municipalitys_seal_when_it_has_come(laptop: Laptop) -> None:
    laptop.sync()
    version = decide(laptop)
    assert seal_waiting(laptop.session) == 1
    assert [f.kind for f in found_on(laptop, version)] == ["computer"]
    laptop.sync()
    seals = found_on(laptop, version)
    assert [(f.kind, f.is_good) for f in seals] == [("computer", True), ("municipality", True)]
    assert WaitingList(laptop.session.store.local).all() == ()


def test_a_hub_on_postgresql_seals_revokes_and_keeps_its_authority(
    postgresql: str, tmp_path: Path, clock: SteppingClock
) -> None:
    with office_at(tmp_path / "hub", clock, postgresql) as office:
        office.add_user("vera")
        office.hub.authority.begin("Prøve Kommune")
        laptop = Laptop(tmp_path / "laptop", clock)
        try:
            laptop.enrol(office, "vera")
            laptop.sync()
            version = decide(laptop)
            office.reopen()
            laptop.sync()
            assert [f.is_good for f in found_on(laptop, version)] == [True, True]
            (device,) = office.hub.devices.all()
            office.hub.devices.revoke(device.id)
            assert office.hub.authority.trusted().revoked
        finally:
            laptop.lock()


def test_what_was_decided_before_enrolling_is_sealed_afterwards(
    office: Office, tmp_path: Path, clock: SteppingClock
) -> None:
    laptop = Laptop(tmp_path / "early", clock)
    try:
        version = decide(laptop)
        assert seal_waiting(laptop.session) == 0
        laptop.enrol(office, "vera")
        laptop.sync()
        assert [f.kind for f in found_on(laptop, version)] == ["computer", "municipality"]
    finally:
        laptop.lock()


def test_seals_and_what_a_letter_was_made_from_reach_the_users_other_computer(
    make_laptop: MakeLaptop,
) -> None:
    first, second = make_laptop(), make_laptop()
    first.sync()
    version = decide(first)
    first.sync()
    second.sync()
    assert [f.is_good for f in found_on(second, version)] == [True, True]
    there = thawed(version, second.store.blobs)
    assert there is not None
    assert there.view.casefile.citizen == decided_view().casefile.citizen


def test_a_revoked_computers_seal_is_told_as_revoked_and_the_municipalitys_stands(
    office: Office, make_laptop: MakeLaptop
) -> None:
    stolen, other = make_laptop(), make_laptop()
    stolen.sync()
    version = decide(stolen)
    stolen.sync()
    known = enrolment(stolen.session)
    assert known is not None
    office.hub.devices.revoke(known.device)
    other.sync()
    first, second = found_on(other, version)
    assert (first.standing, first.state) == ("revoked", "whole")
    assert first.revoked is not None
    assert second.is_good


def test_a_certificate_is_renewed_in_a_round(
    office: Office, make_laptop: MakeLaptop, clock: SteppingClock
) -> None:
    laptop = make_laptop()
    laptop.sync()
    before = identity(laptop.session)
    clock.now += timedelta(days=70)
    laptop.sync()
    after = identity(laptop.session)
    assert before is not None
    assert after is not None
    assert after.private != before.private
    assert keys.belongs(keys.load_certificate(after.certificate), keys.load_key(after.private))


def test_the_hub_is_asked_for_its_list_twice_a_day_at_most(
    office: Office, laptop: Laptop, clock: SteppingClock
) -> None:
    laptop.sync()
    first = identity(laptop.session)
    laptop.sync()
    assert identity(laptop.session) == first
    clock.now += timedelta(hours=13)
    laptop.sync()
    assert identity(laptop.session) != first


def refused(laptop: Laptop, document: str, sealed: str) -> str:
    """Ask the hub for a seal; return the key of why not."""
    known = enrolment(laptop.session)
    assert known is not None
    hub = connect(laptop.session, known.url)
    try:
        hub.sign_in(known.hub, known.device, SigningKey.load(known.private))
        with pytest.raises(KnownError) as caught:
            hub.seal(document, sealed)
    finally:
        hub.close()
    return caught.value.key


def upload(laptop: Laptop, version: DecisionVersion, added: bytes) -> tuple[str, str]:
    """Let a computer say that something is its seal; return the blobs of letter and seal."""
    sha = laptop.store.blobs.put(added)
    made = Seal(id=new_id(), version=version.id, case=version.case, parts={"letter": sha})
    writes = [Write(key, value) for key, value in recorded(made)]
    sealing.record(laptop.session, version.case, writes)
    laptop.sync()
    return version.parts["letter"], sha


def own_sealer(laptop: Laptop) -> Sealer:
    mine = identity(laptop.session)
    assert mine is not None
    return Sealer(
        keys.load_key(mine.private),
        keys.load_certificate(mine.certificate),
        keys.load_certificate(mine.authority),
    )


def test_the_hub_seals_nothing_but_what_a_computer_has_sealed(
    laptop: Laptop, clock: SteppingClock
) -> None:
    laptop.sync()
    version = decide(laptop, wait=False)
    assert refused(laptop, *upload(laptop, version, b"%PDF intet segl")) == "hub.not_sealed"
    right = seal(letter(), own_sealer(laptop), "computer", "", clock())
    longer = right + b"\n% mere\n"
    assert refused(laptop, *upload(laptop, version, longer)) == "hub.not_sealed"
    place = seal(letter(), own_sealer(laptop), MUNICIPALITY, "", clock())
    assert refused(laptop, *upload(laptop, version, place)) == "hub.not_sealed"


def test_the_hub_seals_nothing_by_another_authority(laptop: Laptop, clock: SteppingClock) -> None:
    laptop.sync()
    version = decide(laptop, wait=False)
    own = keys.new_key()
    false = issuing.new_authority("Prøve Kommune", keys.new_key(), clock())
    made = issuing.issue(false, "computer", "x", own.public_key(), clock(), issuing.COMPUTER_LIFE)
    wrong = seal(letter(), Sealer(own, made, false.certificate), "computer", "", clock())
    assert refused(laptop, *upload(laptop, version, wrong)) == "hub.not_sealed"


def test_the_hub_seals_nothing_that_no_decision_names(laptop: Laptop, clock: SteppingClock) -> None:
    laptop.sync()
    version = decide(laptop, wait=False)
    other = letter() + b"\n"
    added = seal(other, own_sealer(laptop), "computer", "", clock())
    document = laptop.store.blobs.put(other)
    named = Seal(id=new_id(), case=version.case, parts={"letter": document})
    writes = [Write(key, value) for key, value in recorded(named)]
    sealing.record(laptop.session, version.case, writes)
    _, sha = upload(laptop, version, added)
    assert refused(laptop, document, sha) == "hub.not_sealed"


def test_a_seal_that_the_hub_refuses_is_not_asked_for_again(laptop: Laptop) -> None:
    laptop.sync()
    version = decide(laptop)
    seal_waiting(laptop.session)
    mine = seal_here(laptop, version)
    false = laptop.store.blobs.put(b"intet segl")
    key = next(key for key, _ in recorded(mine) if key.field == "parts")
    sealing.record(laptop.session, version.case, [Write(key, {"letter": false})])
    laptop.sync()
    (note,) = WaitingList(laptop.session.store.local).all()
    assert note.refused


def test_another_users_letter_is_not_sealed(office: Office, laptop: Laptop, tmp_path: Path) -> None:
    laptop.sync()
    version = decide(laptop)
    laptop.sync()
    mine = seal_here(laptop, version)
    if "ida" not in {user.login for user in office.hub.users.all()}:
        office.add_user("ida", "Syd")
    stranger = Laptop(tmp_path / "stranger", laptop.clock)
    try:
        stranger.enrol(office, "ida")
        stranger.sync()
        document, sealed = version.parts["letter"], mine.parts["letter"]
        assert refused(stranger, document, sealed) == "hub.blob_missing"
    finally:
        stranger.lock()


def test_a_hub_without_an_authority_stops_no_round(tmp_path: Path, clock: SteppingClock) -> None:
    with office_at(tmp_path / "bare", clock) as bare:
        bare.add_user("vera")
        laptop = Laptop(tmp_path / "laptop", clock)
        try:
            laptop.enrol(bare, "vera")
            version = decide(laptop)
            laptop.sync()
            assert identity(laptop.session) is None
            assert [w.version for w in WaitingList(laptop.store.local).all()] == [version.id]
        finally:
            laptop.lock()
        with pytest.raises(KnownError, match=r"hub\.no_authority"):
            bare.hub.authority.trusted()


def test_the_authority_outlives_the_hub_and_its_keys_lie_sealed(
    tmp_path: Path, clock: SteppingClock
) -> None:
    with office_at(tmp_path / "hub", clock) as made:
        made.hub.authority.begin("Prøve Kommune")
        before = made.hub.authority.trusted().certificate
        with pytest.raises(KnownError, match=r"seal\.authority_exists"):
            made.hub.authority.begin("En anden")
        made.reopen()
        assert made.hub.authority.trusted().certificate == before


def test_an_authority_of_the_municipalitys_own_is_used(
    tmp_path: Path, clock: SteppingClock
) -> None:
    own = keys.new_key()
    given = issuing.new_authority("Prøve Kommune", own, clock())
    pem = given.certificate.public_bytes(Encoding.PEM)
    private = own.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    computer = issuing.issue(
        given, "computer", "x", own.public_key(), clock(), issuing.COMPUTER_LIFE
    ).public_bytes(Encoding.PEM)
    with office_at(tmp_path / "hub", clock) as made:
        for wrong in (computer, issuing.new_authority("x", keys.new_key(), clock())[0]):
            raw = wrong if isinstance(wrong, bytes) else wrong.public_bytes(Encoding.PEM)
            with pytest.raises(KnownError, match=r"seal\.not_an_authority"):
                made.hub.authority.use(raw, private)
        assert made.hub.authority.use(pem, private) == "Prøve Kommune"
        assert made.hub.authority.trusted().certificate == keys.der(given.certificate)


def test_a_computer_that_left_and_came_back_gets_a_new_certificate(
    office: Office, laptop: Laptop
) -> None:
    laptop.sync()
    before = identity(laptop.session)
    leave(laptop.session)
    assert identity(laptop.session) is None
    laptop.enrol(office, "vera")
    laptop.sync()
    after = identity(laptop.session)
    assert before is not None
    assert after is not None
    assert after.certificate != before.certificate
