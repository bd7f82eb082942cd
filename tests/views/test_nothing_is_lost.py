"""Whatever interrupts a visitator, what was typed is kept, or it is said that it was not."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.records import Departure
from app.forms.asks import TurnToCitizen
from app.forms.binding import Binding
from app.tour.drive import sign
from app.tour.stage import settle
from app.views.main_window import MainWindow
from app.views.new_visit_dialog import NewVisitDialog
from app.views.visit_desk import VisitDesk
from app.widgets.date_field import DateField
from app.widgets.finding_card import FindingCard
from app.widgets.level_scale import LevelScale
from app.workflow.edits import SetField
from app.workflow.session import Session

Opener = Callable[[str], VisitDesk]
CTRL = Qt.KeyboardModifier.ControlModifier


def refuse_changes(session: Session, refused: bool) -> None:
    """Let the database say that the disk is full at every change, or no more."""
    trigger = (
        "CREATE TRIGGER refused BEFORE INSERT ON journal_change "
        "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )
    session.store._writer.run(
        lambda c: c.exec_driver_sql(trigger if refused else "DROP TRIGGER refused")
    )


def line_of(desk: VisitDesk, section: str, field: str) -> QLineEdit:
    """Show a section and return the line that a field is typed in."""
    desk.page.show_section(section)
    found = desk.page.form(section).findChildren(Binding)
    editor = next(b.editor for b in found if b.field == field and b.editor.isVisible())
    line = editor.edit if isinstance(editor, DateField) else editor
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    return line


def received_on(desk: VisitDesk) -> date | None:
    request = desk.editor.view.casefile.request
    return request.received_on if request else None


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_L])
def test_a_date_half_typed_is_written_when_a_key_leads_away(
    main: MainWindow, open_visit_of: Opener, key: Qt.Key
) -> None:
    line = line_of(open_visit_of("ready"), "request", "received_on")
    QTest.keyClicks(line, "2/11-2026")
    QTest.keyClick(line, key, CTRL)
    main.leave_visit()
    assert received_on(open_visit_of("ready")) == date(2026, 11, 2)


def test_what_could_not_be_read_is_said_with_its_field_on_leaving(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    QTest.keyClicks(line_of(desk, "household", "cpr"), "999999-1234")
    QTest.keyClicks(line_of(desk, "request", "received_on"), "31/2-2026")
    desk.page.show_section("household")
    assert line_of(desk, "household", "cpr").text() == "999999-1234"
    main.leave_visit()
    assert main.banner.isVisible()
    said = main.banner.label.text()
    assert "999999-1234" in said
    assert "31/2-2026" in said


def test_a_visit_whose_text_cannot_be_kept_stays_open(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    desk.page.show_section("conversation")
    text = desk.page.form("conversation").findChildren(QPlainTextEdit)[0]
    text.setFocus()
    refuse_changes(main.session, True)
    text.insertPlainText("Meget lang tekst. " * 6000)
    main.show_page("citizens")
    assert main.desk is desk
    assert main.banner.isVisible()
    assert not main.close()
    refuse_changes(main.session, False)
    main.show_page("citizens")
    assert main.desk is None
    again = open_visit_of("ready")
    answers = again.editor.view.casefile.records["answer"].values()
    assert any("Meget lang tekst" in answer.text for answer in answers)


def test_a_signature_that_cannot_be_kept_stays_on_the_screen(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    purpose = desk.page.standard.consents[0].id
    desk.page.asked.emit(TurnToCitizen((purpose,)))
    turned = desk.turned
    assert turned is not None
    turned.screen.cards[0].answer.yes.setChecked(True)
    sign(turned.screen.signature.pad)
    refuse_changes(main.session, True)
    turned.screen.save()
    assert turned.screen.isVisible()
    assert turned.screen.problem.text()
    assert not turned.screen.signature.pad.is_empty()
    refuse_changes(main.session, False)
    turned.screen.save()
    assert main.isVisible()
    assert any(c.ink for c in desk.editor.view.casefile.consents if c.purpose == purpose)


def test_a_turned_screen_that_is_closed_brings_the_visit_back(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    desk.page.asked.emit(TurnToCitizen(()))
    assert desk.turned is not None
    desk.turned.screen.close()
    assert main.isVisible()
    assert desk.turned is None


def test_signing_on_the_turned_screen_is_not_idling(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot
) -> None:
    desk = open_visit_of("ready")
    desk.page.asked.emit(TurnToCitizen(()))
    assert desk.turned is not None
    screen = desk.turned.screen
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    with qtbot.waitSignal(main._idle.acted):
        QTest.keyClick(screen.windowHandle(), Qt.Key.Key_Tab)
    desk.turned.close()


def test_locking_waits_until_an_open_dialog_is_gone(main: MainWindow, qtbot: QtBot) -> None:
    seen: list[bool] = []
    main._idle.lock_due.connect(
        lambda: seen.append(any(d.isVisible() for d in main.findChildren(QDialog)))
    )

    def time_is_up() -> None:
        main._idle.stop()
        main._idle.timeout.emit()

    QTimer.singleShot(0, time_is_up)
    main.plan_visit()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]


def test_a_visit_is_not_planned_on_a_day_that_does_not_exist(
    session: Session, qtbot: QtBot
) -> None:
    dialog = NewVisitDialog(session, "", date(2026, 11, 25))
    qtbot.addWidget(dialog)
    dialog.name.setText("Åge")
    for field in (dialog.day, dialog.received):
        field.edit.setText("31/2-2026")
        field.finish()
        dialog.accept()
        assert dialog.visit_id == ""
        assert not dialog.error.isHidden()
        field.edit.setText("25/11-2026")
        field.finish()
    dialog.accept()
    assert dialog.visit_id


@pytest.mark.parametrize("shift", [False, True])
def test_what_was_undone_is_done_again_by_either_key(
    main: MainWindow, open_visit_of: Opener, shift: bool
) -> None:
    desk = open_visit_of("ready")
    desk.page.show_section("assessment")
    editor = desk.editor
    before = editor.view.casefile.citizen.phone
    editor.edit(SetField(editor.view.casefile.citizen, "phone", "70 10 20 30"))
    QTest.keyClick(main, Qt.Key.Key_Z, CTRL)
    assert editor.view.casefile.citizen.phone == before
    if shift:
        QTest.keyClick(main, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    else:
        QTest.keyClick(main, Qt.Key.Key_Y, CTRL)
    assert editor.view.casefile.citizen.phone == "70 10 20 30"


def test_ctrl_z_in_a_half_typed_number_takes_back_the_typing_alone(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    editor = desk.editor
    editor.edit(SetField(editor.view.casefile.citizen, "phone", "70 10 20 30"))
    line = line_of(desk, "request", "received_on")
    written = line.text()
    line.deselect()
    QTest.keyClicks(line, "9")
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert line.text() == written
    assert editor.view.casefile.citizen.phone == "70 10 20 30"


def test_undo_says_in_which_section_something_changed(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    desk.editor.edit(SetField(desk.editor.view.casefile.citizen, "phone", "70 10 20 30"))
    desk.page.show_section("goals")
    QTest.keyClick(main, Qt.Key.Key_Z, CTRL)
    section = desk.page.standard.section("household")
    assert section is not None
    assert section.title in main.banner.label.text()


def test_a_level_that_cannot_be_kept_does_not_look_set(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    desk.page.show_section("assessment")
    scale = desk.page.form("assessment").findChildren(LevelScale)[0]
    refuse_changes(main.session, True)
    QTest.keyClicks(scale.segments[0], "3")
    assert scale.value() is None
    assert main.banner.isVisible()
    refuse_changes(main.session, False)
    QTest.keyClicks(scale.segments[0], "3")
    assert scale.value() == "3"


def test_a_reason_beside_the_form_is_not_left_behind_on_a_full_disk(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("in_progress")
    desk.page.show_section("assessment")
    settle(main)
    cards = desk.page.rail.findChildren(FindingCard)
    reason = next(c.reason for c in cards if c.finding.needs_reason)
    refuse_changes(main.session, True)
    reason.setFocus()
    QTest.keyClicks(reason, "Min grund")
    assert not main.leave_visit()
    assert reason.toPlainText() == "Min grund"
    refuse_changes(main.session, False)
    assert main.leave_visit()
    kept = open_visit_of("in_progress").editor.view.casefile.all(Departure)
    assert [departure.reason for departure in kept] == ["Min grund"]


def test_a_reason_typed_after_another_text_on_a_full_disk_is_not_lost(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("in_progress")
    desk.page.show_section("assessment")
    settle(main)
    cards = [c for c in desk.page.rail.findChildren(FindingCard) if c.finding.needs_reason]
    text = desk.page.form("assessment").findChildren(QPlainTextEdit)[0]
    refuse_changes(main.session, True)
    text.setFocus()
    text.insertPlainText("Noget andet. ")
    cards[0].reason.setFocus()
    QTest.keyClicks(cards[0].reason, "Min grund")
    text.setFocus()
    desk.editor.changed.emit(desk.editor.view)
    assert cards[0].reason.toPlainText() == "Min grund"
    unkept = {found.text for found in desk.unkept().texts}
    assert "Min grund" in unkept
    assert any("Noget andet." in each for each in unkept)
    assert not main.leave_visit()
    refuse_changes(main.session, False)
    assert main.leave_visit()
    kept = open_visit_of("in_progress").editor.view.casefile.all(Departure)
    assert [departure.reason for departure in kept] == ["Min grund"]
