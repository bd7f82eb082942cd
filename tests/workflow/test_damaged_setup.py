"""Files beside the data that are damaged or gone: a sentence, or the defaults, and no traceback."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.bootstrap import DEMONSTRATION_PASSPHRASE
from app.clock import today
from app.domain.values import StandardRef
from app.errors import KnownError
from app.launch import _open
from app.settings import Settings, load_settings
from app.texts import RESOURCES
from app.tour.stage import PICTURE_DAY
from app.workflow.due import DueList
from app.workflow.library import Library
from app.workflow.open_visit import open_visit
from app.workflow.planning import deadlines_ahead, visits_of_day
from app.workflow.session import Session

KOEGE = StandardRef(id="koege-85", version="2023")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"language": 5}',
        b'{"language": "xx"}',
        b'{"theme": "pink"}',
        b'{"lock_after_min": 0}',
        b'{"lock_after_min": -3}',
        b'{"lock_after_min": 99999999}',
    ],
)
def test_damaged_settings_are_put_aside_for_the_defaults(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert load_settings(tmp_path) == Settings()
    assert (tmp_path / "settings.damaged.json").read_bytes() == content


def test_without_any_standard_the_program_says_so(session: Session, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"standard\.none"):
        Library(tmp_path).newest(today(session.clock))
    assert session.texts.error(KnownError("standard.none"))


def test_a_standard_with_a_typo_is_said_at_unlocking_as_often_as_one_tries(
    data_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    reopen: Callable[[], Session],
) -> None:
    broken = tmp_path / "standards"
    shutil.copytree(RESOURCES / "standards", broken)
    for file in broken.glob("*.toml"):
        file.write_text(file.read_text("utf-8").replace("[[sections]]", "[[sectons]]", 1), "utf-8")
    monkeypatch.setattr(Library.__init__, "__defaults__", (broken, None))
    for _ in range(2):
        with pytest.raises(KnownError, match=r"standard\.broken"):
            _open(data_folder, DEMONSTRATION_PASSPHRASE, demonstration=False)
    monkeypatch.undo()
    opened = reopen()
    assert opened.library.newest(today(opened.clock))


def test_a_visit_whose_standard_is_broken_stays_on_the_day_and_says_why_when_opened(
    data_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "standards"
    shutil.copytree(RESOURCES / "standards", folder)
    broken = folder / "koege-85-2023.toml"
    broken.write_text(broken.read_text("utf-8").replace("[[sections]]", "[[sectons]]", 1), "utf-8")
    monkeypatch.setattr(Library.__init__, "__defaults__", (folder, None))
    session = _open(data_folder, DEMONSTRATION_PASSPHRASE, demonstration=False)
    try:
        day = visits_of_day(session, PICTURE_DAY.date())
        assert len(day) == 8
        (under_it,) = (line for line in day if line.visit.standards[:1] == (KOEGE,))
        with pytest.raises(KnownError, match=r"standard\.broken"):
            open_visit(session, under_it.visit.id)
        assert deadlines_ahead(session) is not None
        assert not [i for i in DueList(session).all() if i.case == under_it.case.id]
    finally:
        session.close()
