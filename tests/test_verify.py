"""`verify` says in Danish what a letter's seals are worth, and answers with its exit code."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
)

from app.__main__ import main
from app.bootstrap import DEMONSTRATION_PASSPHRASE
from app.hub.__main__ import main as hub_main
from app.seals import issuing, keys
from tests.documents import test_seals as seals

Told = tuple[int, str]


@pytest.fixture
def authority_file(tmp_path: Path) -> Path:
    path = tmp_path / "authority.pem"
    path.write_bytes(seals.authority().certificate.public_bytes(Encoding.PEM))
    return path


def verified(pdf: bytes, folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> Told:
    """Ask about a letter; return the exit code and what was said."""
    path = folder / "brev.pdf"
    path.write_bytes(pdf)
    code = main(["verify", str(path), "--data-dir", str(folder / "nowhere"), *options])
    told = capsys.readouterr()
    return code, told.out + told.err


def test_a_letter_that_both_have_sealed_is_as_it_was_issued(
    tmp_path: Path, authority_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = verified(seals.by_both(), tmp_path, capsys, "--authority", str(authority_file))
    assert code == 0
    assert said.splitlines() == [
        "Brevet er, som det blev udstedt.",
        "Forseglet på en visitators computer (En computer), Prøve Kommune, 23.11.2026 15.00.",
        "Forseglet af Prøve Kommune selv, da brevet nåede frem til kommunen, 24.11.2026 15.00.",
    ]


def test_a_letter_that_only_the_computer_has_sealed_says_so(
    tmp_path: Path, authority_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = seals.by_computer()
    code, said = verified(pdf, tmp_path, capsys, "--authority", str(authority_file))
    assert code == 0
    assert "Kommunen har endnu ikke sat sit eget segl på" in said


def test_a_changed_letter_is_told(
    tmp_path: Path, authority_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = seals.by_both() + b"\n% mere\n"
    code, said = verified(pdf, tmp_path, capsys, "--authority", str(authority_file))
    assert code == 1
    assert said.startswith("Brevet er ændret, efter at det blev forseglet.")


@pytest.mark.parametrize(
    ("pdf", "stands"), [(seals.by_computer, False), (seals.by_both, True)], ids=["computer", "both"]
)
def test_a_revoked_computer_is_told_and_the_municipalitys_own_seal_stands(
    pdf: Callable[[], bytes],
    stands: bool,
    tmp_path: Path,
    authority_file: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    serial = seals.sealer("computer").certificate.serial_number
    revoked = issuing.Revoked(serial, seals.NOW + timedelta(days=2))
    listed = tmp_path / "authority.crl"
    crl = issuing.revocation_list(seals.authority(), [revoked], seals.NOW + timedelta(days=3))
    listed.write_bytes(keys.der(crl))
    options = ("--authority", str(authority_file), "--revoked", str(listed))
    code, said = verified(pdf(), tmp_path, capsys, *options)
    assert "Certifikatet er spærret fra 25.11.2026 15.00." in said
    assert (code == 0, "Men certifikatet gjaldt ikke" in said) == (stands, not stands)


def test_who_is_not_known_is_not_believed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HJEMMEBESOEG_PASSPHRASE", raising=False)
    code, said = verified(seals.by_both(), tmp_path, capsys)
    assert code == 1
    assert "programmet kender ikke den, der står bag seglet" in said


def test_what_has_no_seal_or_is_no_pdf_is_told(
    tmp_path: Path, authority_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--authority", str(authority_file))
    code, said = verified(seals.letter(), tmp_path, capsys, *options)
    assert (code, "Filen har intet segl." in said) == (1, True)
    code, said = verified(b"hej", tmp_path, capsys, *options)
    assert (code, "Filen kan ikke læses som PDF." in said) == (1, True)
    code, said = verified(seals.letter(), tmp_path, capsys, "--authority", str(tmp_path / "no"))
    assert code == 1


def test_a_computer_checks_by_the_authority_of_its_own_hub(
    data_folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HJEMMEBESOEG_PASSPHRASE", DEMONSTRATION_PASSPHRASE)
    path = tmp_path / "brev.pdf"
    path.write_bytes(seals.by_computer())
    assert main(["verify", str(path), "--data-dir", str(data_folder)]) == 1
    assert "kender ikke den, der står bag seglet" in capsys.readouterr().out


def test_the_hubs_authority_is_made_once_and_written_for_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def say(*words: str) -> int:
        return hub_main([*words, "--data-dir", str(tmp_path / "hub")])

    monkeypatch.setenv("HJEMMEBESOEG_HUB_KEY", "ab" * 48)
    file = tmp_path / "authority.pem"
    assert say("authority", "write", str(file)) == 1
    assert say("authority", "new", "Prøve Kommune") == 0
    assert say("authority", "new", "En anden") == 1
    assert say("authority", "write", str(file)) == 0
    said = capsys.readouterr()
    assert "Prøve Kommune" in said.out
    assert "allerede en myndighed" in said.err
    made = keys.load_certificate(file.read_bytes())
    assert issuing.may_issue(made)
    assert list(keys.load_list(file.with_suffix(".crl").read_bytes())) == []


def test_the_hub_takes_an_authority_from_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HJEMMEBESOEG_HUB_KEY", "ab" * 48)
    monkeypatch.setenv("HJEMMEBESOEG_KEY_PASSWORD", "kodeord")
    certificate, private = tmp_path / "ca.pem", tmp_path / "ca.key"
    made = seals.authority()
    certificate.write_bytes(made.certificate.public_bytes(Encoding.PEM))
    locked = BestAvailableEncryption(b"kodeord")
    private.write_bytes(made.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked))
    words = ["authority", "use", str(certificate), str(private)]
    assert hub_main([*words, "--data-dir", str(tmp_path / "hub")]) == 0
    assert "Prøve Kommune" in capsys.readouterr().out
