"""Behind the window: the daily backup, and what the user should know about the store."""

from pathlib import Path

from app.bootstrap import DEMONSTRATION_PASSPHRASE, open_session
from app.errors import KnownError
from app.store.store import Store
from app.tour.stage import settle
from app.views.main_window import MainWindow
from app.views.upkeep import Upkeep
from app.workflow.upkeep import automatic_backups


def test_the_daily_backup_is_taken_behind_the_window_and_not_twice(
    main: MainWindow, data_folder: Path
) -> None:
    for _ in range(2):
        Upkeep(main).start()
        settle(main)
    assert len(Store.backups(data_folder)) == 1
    assert not main.banner.isVisible()


def test_a_backup_that_cannot_be_written_is_said_over_the_page(
    main: MainWindow, data_folder: Path
) -> None:
    (data_folder / "backups").write_text("")
    Upkeep(main).start()
    settle(main)
    assert main.banner.isVisible()
    assert "Den automatiske sikkerhedskopi" in main.banner.label.text()


def test_the_settings_list_the_backups_and_take_one_along(
    main: MainWindow, data_folder: Path, tmp_path: Path
) -> None:
    Upkeep(main).start()
    settle(main)
    main.show_page("settings")
    card = main.settings.backups
    ((_, when),) = automatic_backups(data_folder)
    assert card.list.text() == when
    card.back_up(tmp_path / "disk")
    settle(main)
    (taken,) = (tmp_path / "disk").iterdir()
    assert str(taken) in main.settings.said.text()
    Store.restore(taken, tmp_path / "another")
    open_session(tmp_path / "another", DEMONSTRATION_PASSPHRASE).close()


def test_a_backup_that_finds_no_room_says_so_and_may_be_tried_again(
    main: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "disk").write_text("")
    card = main.settings.backups
    card.back_up(tmp_path / "disk")
    settle(main)
    assert main.settings.said.text()
    assert card.button.isEnabled()


def test_a_warning_of_the_store_is_said_and_stays_beside_the_next(
    main: MainWindow, data_folder: Path
) -> None:
    (data_folder / "backups").write_text("")
    main.session.store.warning = KnownError("recovery.bad_public")
    Upkeep(main).start()
    settle(main)
    said = main.banner.label.text().splitlines()
    assert said[0] == main.session.texts.error(KnownError("recovery.bad_public"))
    assert len(said) == 2
