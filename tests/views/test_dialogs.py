"""Planning by hand, the report of a work list, the history of a field, settings."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.clock import today
from app.settings import load_settings
from app.tour.stage import settle
from app.views.history_dialog import HistoryDialog
from app.views.import_dialog import ImportDialog
from app.views.main_window import MainWindow
from app.views.new_visit_dialog import NewVisitDialog
from app.views.settings_page import SettingsPage
from app.views.visit_desk import VisitDesk
from app.workflow.edits import SetField
from app.workflow.importing import import_file
from app.workflow.planning import visits_of_day
from app.workflow.session import Session
from app.workflow.writing import key_of


def said(widget: object) -> str:
    """Return every sentence that a dialog shows."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))  # type: ignore[attr-defined]


def test_every_standard_that_is_offered_can_be_seen(session: Session, qtbot: QtBot) -> None:
    session.set_profile(msgspec.structs.replace(session.profile, municipality=""))
    dialog = NewVisitDialog(session, "", today(session.clock))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    chips = dialog.standards.chips
    assert len(chips.chips) > 3
    qtbot.waitUntil(lambda: all(chips.rect().contains(c.geometry()) for c in chips.chips))


def test_a_visit_planned_by_hand_stands_on_its_day(session: Session, qtbot: QtBot) -> None:
    day = today(session.clock) + timedelta(days=2)
    dialog = NewVisitDialog(session, "", day)
    qtbot.addWidget(dialog)
    dialog.cpr.setText("150277-9995")
    dialog.name.setText("Ruddi Test Berggren")
    dialog.time.setText("13.15")
    dialog.received.set_value(day - timedelta(days=3))
    dialog.accept()
    (visit,) = visits_of_day(session, day)
    assert visit.citizen.name == "Ruddi Test Berggren"
    assert visit.citizen.birth_date is not None
    assert visit.visit.planned is not None
    assert (visit.visit.planned.start.hour, visit.visit.planned.start.minute) == (13, 15)
    request = session.casefile(visit.visit.id).request
    assert request is not None
    assert request.received_on == day - timedelta(days=3)


def test_an_impossible_cpr_or_time_is_told_and_nothing_is_lost(
    session: Session, qtbot: QtBot
) -> None:
    dialog = NewVisitDialog(session, "", today(session.clock))
    qtbot.addWidget(dialog)
    before = session.store.overview.counts()
    dialog.name.setText("Ruddi Test")
    dialog.cpr.setText("310277-9995")
    dialog.accept()
    assert dialog.error.text()
    dialog.cpr.setText("150277-9995")
    dialog.time.setText("halv ti")
    dialog.accept()
    assert dialog.error.text()
    assert dialog.name.text() == "Ruddi Test"
    assert session.store.overview.counts() == before


def test_a_known_cpr_uses_the_citizen_that_is_here(session: Session, qtbot: QtBot) -> None:
    dialog = NewVisitDialog(session, "", today(session.clock) + timedelta(days=3))
    qtbot.addWidget(dialog)
    before = session.store.overview.counts().citizens
    dialog.cpr.setText("291182-9996")
    dialog.cpr.editingFinished.emit()
    assert "Kirsten" in dialog.remark.text()
    dialog.accept()
    assert dialog.visit_id
    assert session.store.overview.counts().citizens == before


def test_the_report_of_a_work_list_names_each_refused_line(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(
        "dato;klokkeslæt;cpr;navn\n"
        "24-11-2026;09:00;150277-9995;Ruddi Test\n"
        "31-02-2026;09:00;070572-9995;Max Test\n",
        encoding="utf-8",
    )
    dialog = ImportDialog(session, import_file(session, path), "")
    qtbot.addWidget(dialog)
    assert "Linje 3" in said(dialog)


def test_the_history_tells_who_wrote_what_and_from_what(
    main: MainWindow, open_visit_of: Callable[[str], VisitDesk], qtbot: QtBot
) -> None:
    desk = open_visit_of("ready")
    citizen = desk.editor.view.casefile.citizen
    desk.editor.edit(SetField(citizen, "phone", "70 12 34 56"))
    key = key_of(citizen, "phone")
    dialog = HistoryDialog(key, desk.editor.history(key), desk.session, desk)
    text = said(dialog)
    assert "70 12 34 56" in text
    assert main.session.profile.name in text
    assert citizen.phone in text


def test_an_erased_value_is_called_so_in_the_history(
    main: MainWindow, open_visit_of: Callable[[str], VisitDesk], qtbot: QtBot
) -> None:
    desk = open_visit_of("ready")
    citizen = desk.editor.view.casefile.citizen
    phone = citizen.phone
    desk.editor.edit(SetField(citizen, "phone", "70 12 34 56"))
    desk.session.store.journal.parting.erase(citizen.id, even_unsent=True)
    key = key_of(citizen, "phone")
    dialog = HistoryDialog(key, desk.session.store.journal.history(key), desk.session, desk)
    text = said(dialog)
    assert "70 12 34 56" not in text
    assert phone not in text
    assert text.count("Slettet") == 3


def test_settings_are_kept_and_locking_follows_them(main: MainWindow) -> None:
    main.show_page("settings")
    settle(main)
    page = main.settings
    assert isinstance(page, SettingsPage)
    page.minutes.setCurrentIndex(page.minutes.findData(5))
    page.minutes.activated.emit(page.minutes.currentIndex())
    assert load_settings(main.session.store.folder).lock_after_min == 5
    assert main._idle.interval() == 5 * 60_000
