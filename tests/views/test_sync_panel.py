"""The window meets a real hub: the numbers are true, typing never waits, what comes in is shown."""

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import cycle, islice, takewhile

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.domain.records import Assessment
from app.journal.journal import Write
from app.settings import load_settings
from app.tour.stage import PICTURE_DAY, settle, wait_until
from app.views.disputes import DisputeCard
from app.views.disputes_dialog import DisputesDialog
from app.views.main_window import MainWindow
from app.views.sync_card import REFUSED_SHOWN
from app.views.sync_dialog import SyncDialog
from app.views.visit_desk import VisitDesk
from app.widgets.fields import TextArea
from app.workflow import syncing
from app.workflow.sealing import Waiting, WaitingList
from app.workflow.session import Session
from app.workflow.writing import key_of
from tests.sync.laptops import PASSWORD, Office
from tests.two_computers import carry, visit_id, write
from tests.views.meeting import enrol, fetch, wait_for_rounds

PERSON = "in_progress"
# As long the hub is kept from writing at most, in seconds.
PATIENCE_S = 30
Opener = Callable[[str], VisitDesk]


def test_without_a_hub_the_panel_says_calmly_that_all_is_here_and_how_to_back_it_up(
    main: MainWindow, panel: Callable[[], SyncDialog]
) -> None:
    card = panel().card
    assert main.status.sync.text() == "Kun på denne computer"
    assert "sikkerhedskopi" in card.subtitle.text()
    assert (
        card.rows["here"][1].text() == f"{main.session.store.journal.exchange.unsent()} ændringer"
    )
    assert card.enrol.isVisible()
    assert not card.now.isVisible()
    assert not card.said.isVisible()
    assert not any(card.rows[name][1].isVisible() for name in ("hub", "last", "next", "clock"))


def test_a_computer_is_enrolled_by_the_keyboard_and_everything_gets_to_the_hub(
    main: MainWindow, panel: Callable[[], SyncDialog], office: Office
) -> None:
    dialog = panel()
    form = dialog.card.enrol
    form.address.setFocus()
    QTest.keyClicks(form.address, office.url)
    QTest.keyClick(form.address, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.code
    QTest.keyClicks(form.code, office.hub.devices.invite("vera"))
    QTest.keyClick(form.code, Qt.Key.Key_Tab)
    QTest.keyClicks(form.password, PASSWORD)
    QTest.keyClick(form.password, Qt.Key.Key_Return)
    wait_for_rounds(main)
    made = main.session.store.journal.exchange.made()
    assert dialog.card.rows["here"][1].text() == "0 ændringer"
    assert dialog.card.rows["hub"][1].text() == f"{made} ændringer"
    assert main.status.sync.text() == "Alt er på kommunens server. Sidst sendt kl. 10.41"
    assert not form.isVisible()
    assert form.password.text() == ""


def test_a_wrong_code_is_said_and_can_be_mended(
    main: MainWindow, panel: Callable[[], SyncDialog], office: Office
) -> None:
    card = panel().card
    card.enrol.address.setText(office.url)
    card.enrol.code.setText("FORKERT234")
    card.enrol.password.setText(PASSWORD)
    card.enrol.button.click()
    wait_until(lambda: card.said.isVisible())
    assert card.said.text()
    assert card.enrol.isEnabled()
    assert syncing.enrolment(main.session) is None


def test_an_address_that_leads_nowhere_is_said(
    main: MainWindow, panel: Callable[[], SyncDialog], office: Office
) -> None:
    card = panel().card
    office.close()
    card.enrol.address.setText("http://127.0.0.1:1")
    card.enrol.code.setText("FORKERT234")
    card.enrol.password.setText(PASSWORD)
    card.enrol.button.click()
    wait_until(lambda: card.said.isVisible())
    assert card.enrol.isEnabled()


@pytest.mark.usefixtures("met")
def test_what_is_written_after_is_counted_as_here_only_until_it_is_sent(
    main: MainWindow, open_visit_of: Opener, office: Office
) -> None:
    enrol(main, office)
    desk = open_visit_of(PERSON)
    settle(main)
    fetch(main)
    desk.page.show_section("assessment")
    casefile = desk.editor.view.casefile
    area = next(a for a in casefile.all(Assessment) if a.visit == casefile.visit_id and a.own_words)
    desk.page.form("assessment").reveal(key_of(area, "own_words"))
    field = QApplication.focusWidget()
    assert isinstance(field, TextArea)
    QTest.keyClicks(field, "Nyt. ")
    desk.write_all()
    watch = main.sync.watch
    wait_until(lambda: watch.state is not None and watch.state.here_only == 1)
    assert main.status.sync.text().startswith("1 ændring er kun på denne computer. ")
    fetch(main)
    assert main.status.sync.text().startswith("Alt er på kommunens server")


def while_it_sends(main: MainWindow, office: Office, steps: Sequence[str]) -> Iterator[str]:
    """Yield letters to type while the hub takes nothing in, then until all is sent."""
    taken, let_go = threading.Event(), threading.Event()

    def hold(_: object) -> None:
        taken.set()
        assert let_go.wait(PATIENCE_S)

    holding = threading.Thread(target=office.hub.room.write, args=(hold,))
    holding.start()
    assert taken.wait(PATIENCE_S)
    letters = cycle("abcdefgh ")
    try:
        main.sync.watch.ask()
        yield from islice(letters, 40)
        assert main.sync.watch.busy
    finally:
        let_go.set()
    yield from takewhile(lambda _: "end" not in steps, letters)
    holding.join()


@pytest.mark.usefixtures("met")
def test_typing_never_waits_while_a_thousand_changes_are_sent(
    main: MainWindow, open_visit_of: Opener, office: Office
) -> None:
    enrol(main, office)
    desk = open_visit_of(PERSON)
    desk.page.show_section("assessment")
    scope = desk.editor.view.casefile.case.id
    for _ in range(10):
        keys = [FieldKey("goal", new_id(), "text") for _ in range(100)]
        writes = [Write(key, "et mål") for key in keys]
        main.session.store.journal.append(scope, writes, actor="Vera")
    casefile = desk.editor.view.casefile
    area = next(a for a in casefile.all(Assessment) if a.visit == casefile.visit_id)
    desk.page.form("assessment").reveal(key_of(area, "own_words"))
    field = QApplication.focusWidget()
    assert isinstance(field, TextArea)
    field.selectAll()
    steps: list[str] = []
    main.sync.watch.progressed.connect(lambda p: steps.append(p.step if p else "end"))
    typed = ""
    for letter in while_it_sends(main, office, steps):
        QTest.keyClicks(field, letter)
        typed += letter
        assert field.toPlainText() == typed
        assert desk.editor.opened.typing is not None
        assert desk.editor.opened.typing.text == typed
        QApplication.processEvents()
        assert QApplication.focusWidget() is field
    assert "send" in steps
    desk.write_all()
    found = desk.editor.view.casefile.records["assessment"][area.id]
    assert isinstance(found, Assessment)
    assert found.own_words == typed
    assert not desk.editor.view.casefile.disputes


@pytest.mark.usefixtures("met")
def test_what_others_wrote_comes_into_the_open_visit_without_taking_focus_or_text(
    main: MainWindow, open_visit_of: Opener, office: Office, other: Session
) -> None:
    enrol(main, office)
    syncing.enrol(other, office.url, office.hub.devices.invite("vera"), PASSWORD)
    syncing.sync_now(other)
    desk = open_visit_of(PERSON)
    desk.page.show_section("assessment")
    casefile = desk.editor.view.casefile
    mine = [a for a in casefile.all(Assessment) if a.visit == casefile.visit_id and a.own_words]
    write(other, casefile.case.id, key_of(mine[0], "own_words"), "Bos ord")
    write(other, casefile.case.id, key_of(mine[1], "own_words"), "Bos andre ord")
    syncing.sync_now(other)
    desk.page.form("assessment").reveal(key_of(mine[0], "own_words"))
    field = QApplication.focusWidget()
    assert isinstance(field, TextArea)
    field.selectAll()
    QTest.keyClicks(field, "Mine ord")
    fetch(main)
    assert QApplication.focusWidget() is field
    assert field.toPlainText() == "Mine ord"
    records = desk.editor.view.casefile.records["assessment"]
    second = records[mine[1].id]
    assert isinstance(second, Assessment)
    assert second.own_words == "Bos andre ord"
    desk.write_all()
    settle(main)
    (dispute,) = desk.editor.view.casefile.disputes
    assert set(dispute.values) == {"Mine ord", "Bos ord"}
    assert any(card.isVisible() for card in desk.page.findChildren(DisputeCard))


def test_all_that_is_written_differently_is_listed_and_opened_at_its_field(
    main: MainWindow, panel: Callable[[], SyncDialog], other: Session
) -> None:
    for session, number in ((main.session, "26/1"), (other, "26/2")):
        case = session.casefile(visit_id(session, PERSON)).case
        write(session, case.id, key_of(case, "number"), number)
    carry(other, main.session, PERSON)
    card = panel().card
    wait_until(lambda: card.disputes.isVisible())
    QTest.keyClick(card.disputes, Qt.Key.Key_Space)
    wait_until(lambda: bool(main.findChildren(DisputesDialog)))
    settle(main)
    (dialog,) = main.findChildren(DisputesDialog)
    (button,) = (b for b in dialog.findChildren(QPushButton) if b is not dialog.close_button)
    assert "Sag" in button.accessibleName()
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle(main)
    assert main.desk is not None
    assert main.desk.editor.view.casefile.visit_id == visit_id(main.session, PERSON)
    focused = main.focusWidget()
    assert isinstance(focused, QPushButton)
    assert "26/" in focused.accessibleName()


def answer(question: list[str], button: QMessageBox.StandardButton) -> None:
    """Answer the next question by its button, and note what was asked."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        question.append(box.text())
        QTest.mouseClick(box.button(button), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)


@pytest.mark.usefixtures("met")
def test_leaving_the_hub_asks_tells_it_and_keeps_all_that_is_here(
    main: MainWindow, panel: Callable[[], SyncDialog], office: Office
) -> None:
    enrol(main, office)
    case = main.session.casefile(visit_id(main.session, PERSON)).case
    write(main.session, case.id, key_of(case, "number"), "26/5")
    card = panel().card
    wait_until(lambda: card.rows["here"][1].text() == "1 ændring")
    made, asked = main.session.store.journal.exchange.made(), list[str]()
    answer(asked, QMessageBox.StandardButton.No)
    QTest.mouseClick(card.leave, Qt.MouseButton.LeftButton)
    assert syncing.enrolment(main.session) is not None
    assert "1 ændring er ikke sendt endnu" in asked[0]
    answer(asked, QMessageBox.StandardButton.Yes)
    QTest.mouseClick(card.leave, Qt.MouseButton.LeftButton)
    wait_until(lambda: card.enrol.isVisible())
    assert syncing.enrolment(main.session) is None
    assert main.session.store.journal.exchange.made() == made
    assert main.status.sync.text() == "Kun på denne computer"
    assert not card.said.isVisible()
    (left,) = office.hub.devices.all()
    assert left.gone is not None


@pytest.mark.usefixtures("met")
def test_leaving_works_without_the_hub_and_says_that_it_does_not_know(
    main: MainWindow, panel: Callable[[], SyncDialog], office: Office
) -> None:
    enrol(main, office)
    card = panel().card
    office.end()
    answer([], QMessageBox.StandardButton.Yes)
    QTest.mouseClick(card.leave, Qt.MouseButton.LeftButton)
    wait_until(lambda: card.enrol.isVisible())
    assert syncing.enrolment(main.session) is None
    settle(main)
    assert "Serveren kunne ikke nås" in card.said.text()
    assert card.said.isVisible()


@pytest.mark.usefixtures("met")
def test_every_control_of_the_panel_has_a_name(
    main: MainWindow, panel: Callable[[], SyncDialog], office: Office
) -> None:
    enrol(main, office)
    dialog = panel()
    buttons = [b for b in dialog.findChildren(QPushButton) if b.isVisible()]
    assert buttons
    assert all(button.accessibleName() or button.text() for button in buttons)
    assert dialog.card.every.accessibleName()


def test_a_refused_action_is_listed_with_why_and_can_be_sent_again(
    main: MainWindow, panel: Callable[[], SyncDialog], office: Office, other: Session
) -> None:
    office.add_user("bo", "Syd")
    syncing.enrol(other, office.url, office.hub.devices.invite("bo"), PASSWORD)
    syncing.sync_now(other)
    enrol(main, office)
    case = main.session.casefile(visit_id(main.session, PERSON)).case
    write(main.session, case.id, key_of(case, "number"), "hos de andre")
    fetch(main)
    card = panel().card
    state = main.sync.watch.state
    assert state is not None
    assert state.refused
    assert card.rows["refused"][1].text() == str(len(state.refused))
    again = [b for b in card.findChildren(QPushButton) if b.text() == "Send igen"]
    assert len(again) == min(len(state.refused), REFUSED_SHOWN)
    assert again[0].accessibleName().startswith("Send igen: ")
    name = main.session.name_in(case.id)
    assert any(name and name in button.accessibleName() for button in again)
    why = main.session.texts.error(state.refused[0].error)
    assert any(label.text() == why for label in card.findChildren(QLabel))
    again[0].setFocus()
    main.sync.watch.count()
    settle(main)
    assert again[0].isVisible()
    assert f"{len(state.refused)} ikke taget imod" in main.status.sync.accessibleName()
    steps: list[str] = []
    main.sync.watch.progressed.connect(lambda p: steps.append(p.step if p else "end"))
    QTest.mouseClick(again[0], Qt.MouseButton.LeftButton)
    wait_until(lambda: "end" in steps)
    assert "send" in steps
    wait_for_rounds(main)
    assert card.rows["refused"][1].text() == str(len(state.refused))


@pytest.mark.usefixtures("met")
def test_a_long_round_is_cancelled_and_the_rest_goes_with_the_next(
    main: MainWindow, panel: Callable[[], SyncDialog], office: Office
) -> None:
    enrol(main, office)
    case = main.session.casefile(visit_id(main.session, PERSON)).case
    for _ in range(20):
        writes = [Write(FieldKey("goal", new_id(), "text"), "et mål") for _ in range(100)]
        main.session.store.journal.append(case.id, writes, actor="Vera")
    card = panel().card
    shown: list[str] = []
    watch = main.sync.watch

    def stop(progress: object) -> None:
        shown.append(card.step.text() if progress is not None else "")
        if len([words for words in shown if words.startswith("Sender ændringer: ")]) == 1:
            card.cancel.click()

    watch.progressed.connect(stop)
    card.now.click()
    wait_until(lambda: "" in shown)
    wait_for_rounds(main)
    assert any("af 2000" in words for words in shown)
    assert not card.cancel.isVisible()
    assert watch.state is not None
    assert 0 < watch.state.here_only < 2000
    watch.progressed.disconnect(stop)
    fetch(main)
    assert watch.state.here_only == 0


@pytest.mark.usefixtures("met")
def test_a_case_that_is_erased_while_it_is_open_is_left_and_that_is_said(
    main: MainWindow, open_visit_of: Opener, office: Office
) -> None:
    enrol(main, office)
    desk = open_visit_of(PERSON)
    fetch(main)
    office.hub.cases.erase(desk.editor.view.casefile.case.id, "Borgeren har bedt om det")
    fetch(main)
    assert main.desk is None
    assert "slettet" in main.banner.label.text()


def test_a_decision_that_the_municipality_would_not_seal_has_a_line(
    main: MainWindow, panel: Callable[[], SyncDialog]
) -> None:
    card = panel().card
    assert not card.rows["seals"][1].isVisible()
    note = Waiting(version=new_id(), case=new_id(), since=PICTURE_DAY, sealed=True, refused=True)
    WaitingList(main.session.store.local).put(note)
    main.sync.watch.count()
    wait_until(lambda: card.rows["seals"][1].isVisible())
    assert card.rows["seals"][1].text() == "1 afgørelse, kun med denne computers segl"


def test_the_status_line_never_makes_the_window_wider_and_says_all_to_a_screen_reader(
    main: MainWindow,
) -> None:
    state = syncing.SyncState(
        enrolled=True, here_only=12345, conflicts=12, last_success=PICTURE_DAY, at_hub=1
    )
    for width in (1000, 1366):
        main.resize(width, 614)
        main.status.set_sync(state, PICTURE_DAY)
        settle(main)
        assert main.width() == width
        assert "12345 ændringer er kun på denne computer" in main.status.sync.text()
        assert "12 felter skrevet forskelligt" in main.status.sync.accessibleName()


@pytest.mark.usefixtures("met")
def test_how_often_it_sends_is_set_in_the_panel_and_heeded_at_once(
    main: MainWindow, panel: Callable[[], SyncDialog], office: Office
) -> None:
    enrol(main, office)
    card = panel().card
    before = main.sync.watch.state
    assert before is not None
    card.every.setCurrentIndex(card.every.findData(60))
    card.every.activated.emit(card.every.currentIndex())
    wait_until(lambda: not main.background.busy)
    assert load_settings(main.session.store.folder).sync_every_min == 60
    fetch(main)
    after = main.sync.watch.state
    assert after is not None
    assert before.next_attempt is not None
    assert after.next_attempt == before.next_attempt + timedelta(minutes=45)
