"""Seals on letters: what they add, that a change shows, and whose seal counts as whose."""

import subprocess
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import page
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding

from app.documents.package import SEALS, build
from app.errors import KnownError
from app.seals import issuing, keys
from app.seals.checking import SealFound, Trust, check
from app.seals.issuing import Authority, Kind
from app.seals.sealing import Sealer, seal
from tests.documents import reading, sample

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
COMPUTER, MUNICIPALITY = SEALS
# What the validator says of every PDF with two signatures; veraPDF has no objection.
TWO_SEALS = "PDFA3A-SIGNATURE-BYTERANGE-001"


@cache
def authority(name: str = "Prøve Kommune") -> Authority:
    return issuing.new_authority(name, keys.new_key(), NOW)


@cache
def sealer(kind: Kind, by: Authority | None = None) -> Sealer:
    own, issuer = keys.new_key(), by or authority()
    life = issuing.COMPUTER_LIFE
    made = issuing.issue(issuer, kind, f"En {kind}", own.public_key(), NOW, life)
    return Sealer(own, made, issuer.certificate)


def trust(*revoked: issuing.Revoked) -> Trust:
    made = authority()
    listed = issuing.revocation_list(made, revoked, NOW + timedelta(days=3))
    return Trust([keys.der(made.certificate)], [keys.der(listed)])


@cache
def letter() -> bytes:
    return build(["letter"], sample.issued())


def added(pdf: bytes, who: Sealer, place: str, at: datetime = NOW) -> bytes:
    return pdf + seal(pdf, who, place, "Som udstedt", at)


@cache
def by_computer() -> bytes:
    return added(letter(), sealer("computer"), COMPUTER)


@cache
def by_both() -> bytes:
    return added(by_computer(), sealer("municipality"), MUNICIPALITY, NOW + timedelta(days=1))


def states(pdf: bytes, known: Trust | None = None) -> list[tuple[str, str, str]]:
    return [(s.kind, s.state, s.standing) for s in check(pdf, known or trust())]


def good_seals(pdf: bytes) -> int:
    """Count the seals that hold; a file that cannot be read has none."""
    with suppress(KnownError):
        return sum(found.is_good for found in check(pdf, trust()))
    return 0


def pdfsig(pdf: bytes, folder: Path) -> str:
    path = folder / "letter.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, check=False)
    return done.stdout.decode()


def test_a_seal_only_adds_to_the_letter_and_the_letter_stays_sound() -> None:
    assert by_computer().startswith(letter())
    assert reading.faults(by_computer()) == []


def test_the_municipalitys_seal_only_adds_to_the_computers() -> None:
    assert by_both().startswith(by_computer())
    assert page.validate_pdf_bytes(by_both(), profile="ua1").failures == []
    archive = page.validate_pdf_bytes(by_both(), profile="3a").failures
    assert {failure.rule_id for failure in archive} <= {TWO_SEALS}


def test_a_sealed_letter_tells_who_sealed_it_and_when() -> None:
    (first, second) = check(by_both(), trust())
    assert first == SealFound(
        place=COMPUTER,
        kind="computer",
        name="En computer",
        organisation="Prøve Kommune",
        at=NOW,
        state="whole",
        standing="good",
        serial=sealer("computer").certificate.serial_number,
    )
    assert (second.kind, second.is_good, second.at) == (
        "municipality",
        True,
        NOW + timedelta(days=1),
    )


def test_another_reader_says_that_both_seals_are_valid(tmp_path: Path) -> None:
    said = pdfsig(by_both(), tmp_path)
    assert said.count("Signature is Valid.") == 2
    assert said.count("ETSI.CAdES.detached") == 2


@pytest.mark.parametrize("part", [0.01, 0.3, 0.55, 0.8])
def test_a_changed_byte_of_the_letter_is_seen(part: float, tmp_path: Path) -> None:
    spoiled = bytearray(by_both())
    spoiled[int(len(letter()) * part)] ^= 1
    assert good_seals(bytes(spoiled)) == 0
    assert "Signature is Valid." not in pdfsig(bytes(spoiled), tmp_path)


def test_a_letter_without_a_seal_has_none() -> None:
    assert good_seals(by_both()) == 2
    assert check(letter(), trust()) == ()


def test_what_is_added_after_the_seals_is_seen() -> None:
    longer = by_both() + b"\n% mere\n"
    assert [state for _, state, _ in states(longer)] == ["added_to", "added_to"]


def test_another_computers_seal_vouches_for_nothing() -> None:
    other = sealer("computer", authority())._replace(key=keys.new_key())
    own = issuing.issue(
        authority(), "computer", "En tyv", other.key.public_key(), NOW, issuing.COMPUTER_LIFE
    )
    stolen = added(by_computer(), other._replace(certificate=own), MUNICIPALITY)
    assert states(stolen) == [("computer", "added_to", "good"), ("computer", "whole", "good")]


def test_a_seal_of_an_authority_that_only_bears_the_name_is_unknown() -> None:
    false = issuing.new_authority("Prøve Kommune", keys.new_key(), NOW)
    pdf = added(letter(), sealer("municipality", false), MUNICIPALITY)
    assert states(pdf) == [("", "whole", "unknown")]


def test_a_computer_cannot_issue_a_certificate_itself() -> None:
    computer = sealer("computer")
    false = Authority(computer.certificate, computer.key)
    pdf = added(letter(), sealer("municipality", false), MUNICIPALITY)
    lists = trust().lists
    found = check(pdf, Trust([keys.der(computer.certificate)], lists))
    assert [each.standing for each in found] == ["unknown"]


def test_a_revoked_certificate_is_told_with_its_day() -> None:
    serial = sealer("computer").certificate.serial_number
    revoked = trust(issuing.Revoked(serial, NOW + timedelta(days=2)))
    (first, second) = check(by_both(), revoked)
    assert (first.standing, first.revoked) == ("revoked", NOW + timedelta(days=2))
    assert second.is_good


def test_a_list_that_another_authority_signed_revokes_nothing() -> None:
    false = issuing.new_authority("Prøve Kommune", keys.new_key(), NOW)
    serial = sealer("computer").certificate.serial_number
    listed = issuing.revocation_list(false, [issuing.Revoked(serial, NOW)], NOW)
    known = Trust(trust().authorities, [keys.der(listed)])
    assert states(by_computer(), known) == [("computer", "whole", "good")]


def test_a_seal_after_the_certificates_time_does_not_count() -> None:
    late = added(letter(), sealer("computer"), COMPUTER, NOW + timedelta(days=91))
    assert states(late) == [("computer", "whole", "outside_its_time")]


def test_a_place_takes_one_seal() -> None:
    for pdf, place in ((by_computer(), COMPUTER), (letter(), "nowhere")):
        with pytest.raises(KnownError, match=r"seal\.no_place"):
            seal(pdf, sealer("computer"), place, "", NOW)


@pytest.mark.parametrize("nonsense", [b"", b"%PDF-1.7\n", b"x" * 5000, b"%PDF-1.7\n1 0 obj\n<<"])
def test_what_is_no_letter_is_refused_in_a_sentence(nonsense: bytes) -> None:
    with pytest.raises(KnownError, match=r"seal\.unreadable"):
        check(nonsense, trust())
    with pytest.raises(KnownError, match=r"seal\.unreadable"):
        seal(nonsense, sealer("computer"), COMPUTER, "", NOW)


def test_of_a_request_only_the_key_is_used() -> None:
    own = keys.new_key()
    asked = keys.request_for(own)
    assert issuing.key_asked_for(asked) == own.public_key()
    made = issuing.issue(
        authority(), "computer", "x", issuing.key_asked_for(asked), NOW, issuing.COMPUTER_LIFE
    )
    assert (issuing.kind_of(made), issuing.name_of(made)) == ("computer", "x")
    assert not issuing.may_issue(made)
    assert keys.belongs(made, own)


def test_a_request_that_its_sender_did_not_sign_is_refused() -> None:
    asked = bytearray(keys.request_for(keys.new_key()))
    asked[-5] ^= 1
    for wrong in (bytes(asked), b"", b"nonsense", _request_of_rsa()):
        with pytest.raises(KnownError, match=r"seal\.bad_request"):
            issuing.key_asked_for(wrong)


def _request_of_rsa() -> bytes:
    key = rsa.generate_private_key(65537, 1024)  # noqa: S505 - small, for the test's time
    builder = x509.CertificateSigningRequestBuilder().subject_name(x509.Name([]))
    return builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)


def test_a_certificate_is_renewed_in_its_last_third_and_never_outlives_the_authority() -> None:
    made = sealer("computer").certificate
    assert not issuing.is_due(made, NOW + timedelta(days=50))
    assert issuing.is_due(made, NOW + timedelta(days=65))
    own, late = keys.new_key(), authority().certificate.not_valid_after_utc - timedelta(days=10)
    last = issuing.issue(
        authority(), "computer", "x", own.public_key(), late, issuing.COMPUTER_LIFE
    )
    assert last.not_valid_after_utc == authority().certificate.not_valid_after_utc


def test_a_key_is_kept_and_read_again_and_nonsense_is_refused() -> None:
    own = keys.new_key()
    assert keys.load_key(keys.save_key(own)).public_key() == own.public_key()
    for read in (keys.load_key, keys.read_key):
        with pytest.raises(KnownError, match=r"seal\.bad_key"):
            read(b"nonsense")
    for load in (keys.load_certificate, keys.load_list):
        with pytest.raises(KnownError, match=r"seal\.bad_certificate"):
            load(b"nonsense")
