"""A standard begun from nothing: whole from the first minute, never over another file."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.standard_file import check_standard, load_standard
from app.errors import KnownError
from app.workflow.new_standard import begin_standard

DAY = date(2027, 2, 28)


def test_a_new_standard_has_no_faults_and_its_names_id_and_version(tmp_path: Path) -> None:
    path = tmp_path / "faaborg-85-2027.toml"
    begin_standard(path, DAY)
    assert check_standard(path) == ()
    standard = load_standard(path)
    assert (standard.id, standard.version, standard.valid_from) == ("faaborg-85", "2027", DAY)


@pytest.mark.parametrize(
    "name", ["standard.toml", "Faaborg-85-2027.toml", "faaborg-2027.txt", "../x.toml", "-2027.toml"]
)
def test_a_name_that_says_no_id_and_version_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(KnownError) as refused:
        begin_standard(tmp_path / name, DAY)
    assert refused.value.key == "standard.file_name"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "faaborg-85-2027.toml"
    path.write_text("mit arbejde", encoding="utf-8")
    with pytest.raises(KnownError) as refused:
        begin_standard(path, DAY)
    assert refused.value.key == "standard.file_exists"
    assert path.read_text(encoding="utf-8") == "mit arbejde"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as refused:
        begin_standard(tmp_path / "mangler" / "faaborg-85-2027.toml", DAY)
    assert refused.value.key == "standard.not_written"
