"""The commands from outside, as a person or a script calls them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.__main__ import main, parse
from app.bootstrap import DEMONSTRATION_PASSPHRASE

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HJEMMEBESOEG_PASSPHRASE", DEMONSTRATION_PASSPHRASE)


def test_the_data_folder_stands_before_or_after_the_command() -> None:
    assert parse(["--data-dir", "a", "journal", "verify"]).data_dir == Path("a")
    assert parse(["journal", "verify", "--data-dir", "b"]).data_dir == Path("b")
    assert parse([]).command == "open"


@pytest.mark.usefixtures("passphrase")
def test_the_journal_is_verified_and_rebuilt(
    data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["journal", "verify", "--data-dir", str(data_folder)]) == 0
    assert "hel" in capsys.readouterr().out
    assert main(["--data-dir", str(data_folder), "journal", "rebuild"]) == 0


@pytest.mark.usefixtures("passphrase")
def test_a_work_list_is_imported_and_what_is_refused_is_said(
    data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("dato;klokkeslæt;cpr;navn\n32-01-2027;9;1;x\n", encoding="utf-8")
    assert main(["import", str(path), "--data-dir", str(data_folder)]) == 1
    told = capsys.readouterr()
    assert "Planlagt: 0" in told.out
    assert "Linje 2" in told.err


@pytest.mark.usefixtures("passphrase")
def test_a_backup_is_made_and_read_back(data_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "kopi"
    assert main(["backup", str(target), "--data-dir", str(data_folder)]) == 0
    assert target.exists()


def test_without_a_passphrase_a_command_says_how_to_give_it(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("HJEMMEBESOEG_PASSPHRASE", raising=False)
    assert main(["journal", "verify", "--data-dir", str(data_folder)]) == 1
    assert "HJEMMEBESOEG_PASSPHRASE" in capsys.readouterr().err


def test_a_standard_with_a_typo_is_told_with_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = ROOT / "resources" / "standards" / "koebenhavn-83-2007.toml"
    assert main(["standards", "check", str(good)]) == 0
    broken = tmp_path / "koebenhavn-83-2007.toml"
    text = good.read_text(encoding="utf-8").replace("age_from", "age_form", 1)
    broken.write_text(text, encoding="utf-8")
    assert main(["standards", "check", str(broken)]) == 1
    assert "age_form" in capsys.readouterr().err


def test_a_new_version_of_a_standard_is_compared_with_the_old_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = ROOT / "resources" / "standards" / "koebenhavn-83-2007.toml"
    new = tmp_path / "koebenhavn-83-2008.toml"
    text = old.read_text(encoding="utf-8")
    new.write_text(text.replace("max_months = 12", "max_months = 6", 1), encoding="utf-8")
    assert main(["standards", "diff", str(old), str(new)]) == 0
    assert capsys.readouterr().out == "Ændret: follow_up › max_months »12« → »6«\n"
    assert main(["standards", "diff", str(old), str(old)]) == 0
    assert "siger det samme" in capsys.readouterr().out
    assert main(["standards", "diff", str(old)]) == 1
    assert "2" in capsys.readouterr().err


def test_two_versions_valid_at_one_time_are_told_when_they_are_checked_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = ROOT / "resources" / "standards" / "koebenhavn-83-2007.toml"
    new = tmp_path / "koebenhavn-83-2008.toml"
    text = old.read_text(encoding="utf-8").replace('version = "2007"', 'version = "2008"', 1)
    new.write_text(text.replace("2007-01-01", "2007-06-01", 1), encoding="utf-8")
    assert main(["standards", "check", str(new)]) == 0
    assert main(["standards", "check", str(old), str(new)]) == 1
    assert "2007 og version 2008" in capsys.readouterr().err


def test_a_standard_is_begun_checked_and_shown_as_a_pdf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, pdf = tmp_path / "ny-85-2027.toml", tmp_path / "ny.pdf"
    assert main(["standards", "new", str(path)]) == 0
    assert main(["standards", "check", str(path)]) == 0
    assert main(["standards", "show", str(path), "--out", str(pdf)]) == 0
    assert "ny.pdf er lavet" in capsys.readouterr().out
    shown = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "Socialpædagogisk støtte" in shown
    assert "Myndighedsafdelingen" in shown
    assert main(["standards", "show", str(path), "--out", str(tmp_path / "x" / "y.pdf")]) == 1
    assert main(["standards", "new", str(path)]) == 1


def test_the_demonstration_leaves_every_document_and_a_picture_of_every_section(
    tmp_path: Path,
) -> None:
    out = tmp_path / "demo"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    made = subprocess.run(
        [sys.executable, "-m", "app", "demo", "--out", str(out)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    listed = [Path(line) for line in made.stdout.splitlines()]
    assert all(path.exists() for path in listed)
    names = {path.name for path in listed}
    assert {"letter.pdf", "assessment_form.pdf", "consents.pdf", "workplace.pdf"} <= names
    assert {"free_choice.pdf", "self_chosen.pdf", "package.pdf", "udkast.pdf"} <= names
    assert len([name for name in names if name.endswith(".png")]) >= 12
    package = "".join(p.extract_text() for p in PdfReader(out / "package.pdf").pages)
    draft = "".join(p.extract_text() for p in PdfReader(out / "udkast.pdf").pages)
    assert "Udkast" in draft
    assert "Udkast" not in package


@pytest.mark.usefixtures("passphrase")
def test_letters_are_put_out_by_a_command_that_says_when_none_waits(
    data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["post", str(tmp_path), "--data-dir", str(data_folder)]) == 0
    assert "ingen breve" in capsys.readouterr().out
    assert parse(["post", "out", "--sent"]).sent
