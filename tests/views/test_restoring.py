"""When data is lost the program offers what is left of it, and never makes new data over it."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidgetItem
from pytestqt.qtbot import QtBot

from app.bootstrap import DEMONSTRATION_PASSPHRASE, open_session
from app.clock import fixed_clock
from app.launch import Launcher
from app.store.store import Store
from app.tour.stage import PICTURE_DAY
from app.views.restore_offer import LostWindow, RestoreOffer
from app.views.start import FirstRunWindow, UnlockWindow

Launch = Callable[[Path], Launcher]
Harm = Callable[[Path], object]


def back_up(folder: Path, days: int = 1) -> list[Path]:
    """Take an automatic backup on so many days; return them, newest first."""
    for day in range(days):
        moment = fixed_clock(PICTURE_DAY + timedelta(days=day))
        session = open_session(folder, DEMONSTRATION_PASSPHRASE, moment)
        session.store.back_up_daily()
        session.close()
    return list(Store.backups(folder))


def lose_keys(folder: Path) -> None:
    (folder / "keys.json").unlink()


def lose_database(folder: Path) -> None:
    for path in folder.glob("record.db*"):
        path.unlink()


def lose_both(folder: Path) -> None:
    lose_keys(folder)
    lose_database(folder)


def content(folder: Path) -> dict[str, bytes]:
    """Return every file of a store, what counts tries and locks left out."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(p.relative_to(folder)): p.read_bytes() for p in found if p.suffix != ".lock"}


def offer_of(launcher: Launcher) -> RestoreOffer:
    assert isinstance(launcher.window, LostWindow)
    return launcher.window.offer


def lines(offer: RestoreOffer) -> list[QListWidgetItem]:
    return [offer.list.item(row) for row in range(offer.list.count())]


def restore(launcher: Launcher, offer: RestoreOffer, qtbot: QtBot) -> UnlockWindow:
    """Say yes twice; return the window that asks for the passphrase then."""
    offer.begin.click()
    with qtbot.waitSignal(launcher.restoring().restored, timeout=20_000):
        offer.confirm.click()
    assert isinstance(launcher.window, UnlockWindow)
    return launcher.window


def opens(launcher: Launcher, qtbot: QtBot) -> bool:
    launcher.unlock(DEMONSTRATION_PASSPHRASE)
    qtbot.waitUntil(lambda: launcher.main is not None, timeout=20_000)
    return launcher.main is not None


@pytest.mark.parametrize("lose", [lose_keys, lose_database, lose_both])
def test_what_is_lost_is_offered_from_the_backups_at_once(
    launch: Launch, data_folder: Path, qtbot: QtBot, lose: Harm
) -> None:
    back_up(data_folder)
    lose(data_folder)
    before = content(data_folder)
    launcher = launch(data_folder)
    offer = offer_of(launcher)
    assert content(data_folder) == before
    window = restore(launcher, offer, qtbot)
    assert window.said.isVisible()
    assert opens(launcher, qtbot)


@pytest.mark.parametrize("lose", [lose_keys, lose_database])
def test_without_a_backup_what_is_left_is_not_made_over(
    launch: Launch, data_folder: Path, lose: Harm
) -> None:
    lose(data_folder)
    before = content(data_folder)
    offer = offer_of(launch(data_folder))
    assert not offer.begin.isVisible()
    assert offer.other.isVisible()
    assert content(data_folder) == before


def test_a_database_that_turns_out_damaged_is_said_and_restored(
    launch: Launch, data_folder: Path, qtbot: QtBot
) -> None:
    back_up(data_folder)
    (data_folder / "record.db").write_bytes(b"x" * 8192)
    launcher = launch(data_folder)
    launcher.unlock(DEMONSTRATION_PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(launcher.window, LostWindow), timeout=20_000)
    assert launcher.window is not None
    labels = [label.text() for label in launcher.window.findChildren(QLabel)]
    assert any("set-aside" in text for text in labels)
    restore(launcher, offer_of(launcher), qtbot)
    assert opens(launcher, qtbot)


def test_every_backup_is_listed_newest_first_and_the_one_that_is_chosen_is_restored(
    launch: Launch, data_folder: Path, qtbot: QtBot
) -> None:
    newest, middle, _ = back_up(data_folder, days=3)
    wanted = (middle / "record.db").read_bytes()
    lose_database(data_folder)
    launcher = launch(data_folder)
    offer = offer_of(launcher)
    assert [item.text() for item in lines(offer)] == [
        "25/11 2026 10.41",
        "24/11 2026 10.41",
        "23/11 2026 10.41",
    ]
    assert offer.chosen is not None
    assert offer.chosen.path == newest
    offer.list.setCurrentRow(1)
    offer.begin.click()
    assert "24/11 2026" in offer.asked.text()
    with qtbot.waitSignal(launcher.restoring().restored, timeout=20_000):
        offer.confirm.click()
    assert (data_folder / "record.db").read_bytes() == wanted


@pytest.mark.parametrize(
    "harm",
    [
        lambda backup: (backup / "keys.json").write_text("{"),
        lambda backup: os.truncate(backup / "record.db", 5_000),
        lambda backup: (backup / "record.db").write_bytes(b""),
        lambda backup: (backup / "record.db").write_bytes(b"SQLite format 3\0".ljust(4096)),
    ],
)
def test_a_backup_that_is_not_whole_is_shown_as_such_and_cannot_be_chosen(
    launch: Launch, data_folder: Path, harm: Harm
) -> None:
    newest, older = back_up(data_folder, days=2)
    harm(newest)
    lose_database(data_folder)
    offer = offer_of(launch(data_folder))
    first, second = lines(offer)
    assert not first.flags() & Qt.ItemFlag.ItemIsEnabled
    assert first.text() != second.text()
    assert offer.chosen is not None
    assert offer.chosen.path == older


def test_a_no_leaves_everything_as_it_is(launch: Launch, data_folder: Path) -> None:
    back_up(data_folder)
    lose_keys(data_folder)
    before = content(data_folder)
    offer = offer_of(launch(data_folder))
    offer.begin.click()
    assert not offer.begin.isVisible()
    offer.cancel.click()
    assert offer.begin.isVisible()
    assert not offer.confirm.isVisible()
    assert content(data_folder) == before


def test_a_backup_from_another_disk_is_found_in_its_folder_and_in_the_one_above(
    launch: Launch, data_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    disk = tmp_path / "disk"
    session = open_session(data_folder, DEMONSTRATION_PASSPHRASE)
    session.store.backup(disk / "hjemmebesoeg-20261120-160500")
    session.close()
    shutil.copytree(disk / "hjemmebesoeg-20261120-160500", disk / "omdøbt")
    lose_database(data_folder)
    launcher = launch(data_folder)
    offer = offer_of(launcher)
    offer.take_from(disk)
    assert len(lines(offer)) == 2
    assert "20/11 2026 16.05" in [item.text() for item in lines(offer)]
    offer.take_from(disk / "hjemmebesoeg-20261120-160500")
    assert [item.text() for item in lines(offer)] == ["20/11 2026 16.05"]
    restore(launcher, offer, qtbot)
    assert opens(launcher, qtbot)


def test_a_folder_without_a_backup_is_said_and_the_list_stays(
    launch: Launch, data_folder: Path, tmp_path: Path
) -> None:
    back_up(data_folder)
    lose_database(data_folder)
    launcher = launch(data_folder)
    offer = offer_of(launcher)
    offer.take_from(tmp_path / "tom")
    assert launcher.window is not None
    assert launcher.window.error.isVisible()
    assert len(lines(offer)) == 1


def test_beginning_empty_is_asked_twice_and_keeps_all_that_was_left(
    launch: Launch, data_folder: Path, qtbot: QtBot
) -> None:
    back_up(data_folder)
    lose_keys(data_folder)
    before = {name: data for name, data in content(data_folder).items() if "record.db" in name}
    launcher = launch(data_folder)
    window = launcher.window
    assert isinstance(window, LostWindow)
    assert not window.confirm.isVisible()
    window.begin.click()
    assert not window.offer.isVisible()
    window.cancel.click()
    assert window.offer.isVisible()
    window.begin.click()
    window.confirm.click()
    assert isinstance(launcher.window, FirstRunWindow)
    (aside,) = (data_folder / "set-aside").iterdir()
    assert {n: d for n, d in content(aside).items() if "record.db" in n} == before
    launcher.set_up("Åse Ørum", "", "", "en lang sætning")
    qtbot.waitUntil(lambda: launcher.main is not None, timeout=20_000)


def test_an_untouched_folder_is_set_up_as_before(launch: Launch, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{}")
    (tmp_path / "backups").mkdir()
    assert isinstance(launch(tmp_path).window, FirstRunWindow)
