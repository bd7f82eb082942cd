"""Behind the window: the daily backup, and what the user should know about the store."""

from datetime import timedelta
from pathlib import Path

from app.bootstrap import DEMONSTRATION_PASSPHRASE, open_session
from app.clock import fixed_clock
from app.domain.casefile import FieldKey
from app.errors import KnownError
from app.journal.journal import Write
from app.settings import Settings, save_settings
from app.store.store import Store
from app.tour.stage import PICTURE_DAY, settle
from app.views.main_window import MainWindow
from app.views.upkeep import Upkeep
from app.workflow.restoring import automatic_backups
from app.workflow.session import Session


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
    (backup,) = automatic_backups(data_folder)
    assert card.list.text() == backup.when
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


def close_all(session: Session) -> None:
    """Close every case of the demonstration."""
    for case in cases_here(session):
        key = FieldKey("case", case, "state")
        session.store.journal.append(case, [Write(key, "closed")], actor="Vera")


def cases_here(session: Session) -> set[str]:
    """Return the cases that are here."""
    span = timedelta(days=400)
    rows = session.store.overview.visits_between(PICTURE_DAY - span, PICTURE_DAY + span)
    return {row.visit.case for row in rows}


def test_a_closed_case_leaves_only_once_the_hub_has_confirmed_it(
    main: MainWindow, data_folder: Path
) -> None:
    session = main.session
    close_all(session)
    here = cases_here(session)
    session.clock = fixed_clock(PICTURE_DAY + timedelta(days=1000))
    Upkeep(main).start()
    settle(main)
    assert cases_here(session) == here != set()
    exchange = session.store.journal.exchange
    for parcel in exchange.outgoing(10_000):
        exchange.confirm(parcel.epoch, parcel.first + len(parcel.changes) - 1)
    Upkeep(main).start()
    settle(main)
    assert cases_here(session) == set()
    assert set(session.store.journal.parting.parted()) == here


def test_a_confirmed_case_stays_as_many_days_as_the_settings_say(
    main: MainWindow, data_folder: Path
) -> None:
    session = main.session
    close_all(session)
    exchange = session.store.journal.exchange
    for parcel in exchange.outgoing(10_000):
        exchange.confirm(parcel.epoch, parcel.first + len(parcel.changes) - 1)
    save_settings(data_folder, Settings(part_after_days=180))
    session.clock = fixed_clock(PICTURE_DAY + timedelta(days=90))
    Upkeep(main).start()
    settle(main)
    assert cases_here(session) != set()
