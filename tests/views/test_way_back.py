"""From the citizen's screen back to the case: only for who knows the passphrase or the PIN."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import DEMONSTRATION_PASSPHRASE
from app.clock import today
from app.forms.asks import TurnToCitizen
from app.tour.drive import sign
from app.tour.stage import dress, settle
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.views.way_back import WayBack
from app.workflow.demonstration import demonstration_visit
from app.workflow.session import Session

Turn = Callable[[], VisitDesk]


@pytest.fixture
def guarded(session: Session, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of a computer in real use, shown."""
    dress()
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.resize(1092, 614)
    window.show()
    settle(window)
    yield window
    window.leave()
    QApplication.processEvents()


@pytest.fixture
def turn(guarded: MainWindow) -> Turn:
    """Opens a visit and turns the screen to the citizen."""

    def turned() -> VisitDesk:
        standard = guarded.session.usual_standard()
        day = today(guarded.session.clock)
        guarded.open(demonstration_visit("ready", day, standard))
        desk = guarded.desk
        assert desk is not None
        desk.page.asked.emit(TurnToCitizen((desk.page.standard.consents[0].id,)))
        return desk

    return turned


def way_back(desk: VisitDesk) -> WayBack:
    """Return the screen that asks."""
    assert desk.turned is not None
    assert desk.turned.way_back is not None
    return desk.turned.way_back


def give(main: MainWindow, desk: VisitDesk, secret: str) -> str:
    """Write a secret and return what is said about it, nothing when it opened."""
    asking = way_back(desk)
    asking.secret.setText(secret)
    asking.button.click()
    settle(main)
    return asking.error.text() if desk.turned is not None else ""


def set_pin(main: MainWindow, digits: str) -> str:
    """Set a PIN in the settings and return what is said."""
    card = main.settings.turn
    QTest.keyClicks(card.pin, digits)
    card.button.click()
    return main.settings.said.text()


def test_leaving_the_citizens_screen_shows_nothing_of_the_case(
    guarded: MainWindow, turn: Turn
) -> None:
    desk = turn()
    assert desk.turned is not None
    desk.turned.screen.leave.click()
    assert not guarded.isVisible()
    assert not desk.turned.screen.isVisible()
    assert way_back(desk).isVisible()


def test_closing_the_citizens_screen_by_the_system_is_no_way_round(
    guarded: MainWindow, turn: Turn
) -> None:
    desk = turn()
    assert desk.turned is not None
    desk.turned.screen.close()
    assert not guarded.isVisible()
    assert way_back(desk).isVisible()


def test_the_passphrase_opens_the_way_back_and_a_wrong_one_does_not(
    guarded: MainWindow, turn: Turn
) -> None:
    desk = turn()
    assert desk.turned is not None
    desk.turned.screen.leave.click()
    assert give(guarded, desk, "en forkert sætning")
    assert not guarded.isVisible()
    assert give(guarded, desk, DEMONSTRATION_PASSPHRASE) == ""
    assert guarded.isVisible()


def test_a_signed_consent_is_kept_before_the_way_back_is_asked(
    guarded: MainWindow, turn: Turn
) -> None:
    desk = turn()
    assert desk.turned is not None
    screen = desk.turned.screen
    screen.cards[0].answer.yes.setChecked(True)
    sign(screen.signature.pad)
    screen.save()
    assert not guarded.isVisible()
    purpose = desk.page.standard.consents[0].id
    consents = desk.editor.view.casefile.consents
    assert [c.answer for c in consents if c.purpose == purpose] == ["yes"]


def test_wrong_passphrases_slow_down_the_way_back_as_they_do_unlocking(
    guarded: MainWindow, turn: Turn
) -> None:
    desk = turn()
    assert desk.turned is not None
    desk.turned.screen.leave.click()
    said = [give(guarded, desk, "en forkert sætning") for _ in range(4)]
    assert said[0] == said[1] != said[3]
    assert give(guarded, desk, DEMONSTRATION_PASSPHRASE) == said[3]


def test_a_pin_opens_the_way_back_until_three_wrong_tries(guarded: MainWindow, turn: Turn) -> None:
    assert set_pin(guarded, "4711")
    desk = turn()
    assert desk.turned is not None
    desk.turned.screen.leave.click()
    said = [give(guarded, desk, "0000") for _ in range(3)]
    assert len(set(said)) == 3
    assert give(guarded, desk, "4711")
    assert not guarded.isVisible()
    assert give(guarded, desk, DEMONSTRATION_PASSPHRASE) == ""
    assert guarded.isVisible()


def test_the_right_pin_opens_the_way_back(guarded: MainWindow, turn: Turn) -> None:
    set_pin(guarded, "4711")
    desk = turn()
    assert desk.turned is not None
    desk.turned.screen.leave.click()
    assert give(guarded, desk, "4711") == ""
    assert guarded.isVisible()


@pytest.mark.parametrize("digits", ["123", "abcd", "123456789012"])
def test_what_is_no_pin_is_refused_in_a_sentence(guarded: MainWindow, digits: str) -> None:
    assert set_pin(guarded, digits)
    assert guarded.session.pin is None


def test_locking_takes_the_asking_screen_away(guarded: MainWindow, turn: Turn) -> None:
    desk = turn()
    assert desk.turned is not None
    desk.turned.screen.leave.click()
    asking = way_back(desk)
    guarded.leave()
    assert not asking.isVisible()
    assert not guarded.isVisible()


def test_closing_the_way_back_by_the_system_locks_and_shows_nothing(
    guarded: MainWindow, turn: Turn, qtbot: QtBot
) -> None:
    desk = turn()
    assert desk.turned is not None
    desk.turned.screen.leave.click()
    asking = way_back(desk)
    with qtbot.waitSignal(guarded.lock_asked):
        asking.close()
    assert not guarded.isVisible()
    assert desk.turned is not None
    assert not desk.turned.screen.isVisible()


def test_the_way_back_cannot_be_closed_while_the_lock_waits(
    guarded: MainWindow, turn: Turn
) -> None:
    desk = turn()
    assert desk.turned is not None
    desk.turned.screen.leave.click()
    asking = way_back(desk)
    go_on = threading.Event()
    guarded.background.run(lambda: go_on.wait(20), lambda _: None, lambda _: None)
    for _ in range(2):
        assert not asking.close()
        assert not guarded.isVisible()
    go_on.set()
    settle(guarded)


def test_turned_to_the_citizen_only_the_consents_are_on_the_screen(
    guarded: MainWindow, turn: Turn
) -> None:
    desk = turn()
    assert desk.turned is not None
    seen = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert seen == [desk.turned.screen]
    case = desk.editor.view.casefile
    shown = "\n".join(label.text() for label in desk.turned.screen.findChildren(QLabel))
    assert case.citizen.name in shown
    assert case.citizen.cpr is not None
    assert case.citizen.address is not None
    for private in (case.citizen.cpr.value[:6], case.citizen.phone, case.citizen.address.street):
        assert private
        assert private not in shown
