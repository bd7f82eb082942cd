"""The screen turned to the citizen: consents and nothing else, by pen, finger and keyboard."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.clock import fixed_clock
from app.domain.ink import decode
from app.domain.values import TextVersion
from app.forms.consent_record import questions_of
from app.views.citizen_screen import CitizenScreen
from app.widgets.theme import apply_theme
from tests.factories import TODAY, assessment, casefile, denmark, grant, koebenhavn, need
from tests.forms.harness import view_of

NOW = datetime(2026, 11, 23, 9, 52, tzinfo=UTC)
PLACES = [(40 + 5 * i, 60 + (i % 7) * 6) for i in range(30)]
Turn = Callable[..., CitizenScreen]


@pytest.fixture
def turn(qtbot: QtBot, qapp: QApplication) -> Turn:
    apply_theme(qapp, "light")

    def turned(*purposes: str, size: tuple[int, int] = (1092, 614), **more: Any) -> CitizenScreen:
        file = casefile(
            need(), grant(), assessment("bad", "3", own_words="Jeg tør ikke stå alene.")
        )
        view = view_of(file, koebenhavn(), denmark(), TODAY)
        screen = CitizenScreen(
            questions_of(view, purposes or ("obtain", "share")),
            "Anna Test",
            "Vibeke Visitator",
            clock=fixed_clock(NOW),
            **more,
        )
        screen.resize(*size)
        qtbot.addWidget(screen)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return screen

    return turned


def sign_with_mouse(screen: CitizenScreen) -> None:
    pad = screen.signature.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*PLACES[0]))
    for place in PLACES[1:]:
        QTest.mouseMove(pad, QPoint(*place))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*PLACES[-1]))


def pen(screen: CitizenScreen, kind: QEvent.Type, place: tuple[int, int], press: float) -> None:
    pad = screen.signature.pad
    down = kind != QEvent.Type.TabletRelease
    event = QTabletEvent(
        kind,
        QPointingDevice.primaryPointingDevice(),
        QPointF(*place),
        QPointF(pad.mapToGlobal(QPoint(*place))),
        press,
        0,
        0,
        0,
        0,
        0,
        Qt.KeyboardModifier.NoModifier,
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton,
    )
    QApplication.sendEvent(pad, event)


def sign_with_pen(screen: CitizenScreen) -> None:
    pen(screen, QEvent.Type.TabletPress, PLACES[0], 0.2)
    for index, place in enumerate(PLACES[1:]):
        pen(screen, QEvent.Type.TabletMove, place, 0.2 + 0.02 * index)
    pen(screen, QEvent.Type.TabletRelease, PLACES[-1], 0.0)


def saved(screen: CitizenScreen) -> list[Any]:
    """Press save and return what was handed over, nothing if the screen stays."""
    handed: list[Any] = []
    screen.finished.connect(handed.append)
    screen.signature.save.click()
    screen.finished.disconnect(handed.append)
    return handed


def words(screen: CitizenScreen) -> str:
    labels = [label.text() for label in screen.findChildren(QLabel)]
    return "\n".join([*labels, *(button.text() for button in screen.findChildren(QPushButton))])


def interfaces(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield of
    for index in range(of.childCount()):
        child = of.child(index)
        if child is not None:
            yield from interfaces(child)


def test_nothing_but_the_consents_is_in_sight(turn: Turn) -> None:
    shown = words(turn(companion="Lea Test"))
    assert "Må vi hente oplysninger om dig?" in shown
    assert "Anna Test · 23. november 2026 kl. 10.52 · Bisidder: Lea Test" in shown
    for private in ("150282", "1502829995", "Testgrusgraven", "Rengøring", "stå alene", "26/1001"):
        assert private not in shown


def test_each_question_says_what_a_no_means(turn: Turn) -> None:
    screen = turn()
    for card in screen.cards:
        assert card.question.purpose.if_no["da"] in words(screen)


def test_yes_and_no_have_the_same_weight_and_nothing_is_chosen(turn: Turn) -> None:
    answer = turn().cards[0].answer
    assert answer.value() == ""
    assert answer.yes.size() == answer.no.size()
    assert answer.yes.font() == answer.no.font()
    assert answer.yes.property("kind") == answer.no.property("kind")


def test_a_signature_with_the_pen_is_handed_over_with_the_answers(turn: Turn) -> None:
    screen = turn()
    screen.cards[0].answer.yes.click()
    screen.cards[1].answer.no.click()
    sign_with_pen(screen)
    ((first, second),) = saved(screen)
    assert (first.purpose, first.answer, first.how) == ("obtain", "yes", "ink")
    assert (second.purpose, second.answer, second.how) == ("share", "no", "ink")
    assert (first.at, first.text) == (NOW, TextVersion(key="obtain", version="1", language="da"))
    strokes, _ = decode(first.ink)
    assert len(strokes) == 1
    assert len({round(point.pressure, 2) for point in strokes[0]}) > 5


def test_a_signature_with_the_mouse_serves_too(turn: Turn) -> None:
    screen = turn()
    screen.cards[0].answer.yes.click()
    sign_with_mouse(screen)
    ((only,),) = saved(screen)
    strokes, _ = decode(only.ink)
    assert len(strokes[0]) > 10


def test_questions_without_an_answer_are_not_handed_over(turn: Turn) -> None:
    screen = turn()
    screen.cards[1].answer.yes.click()
    sign_with_mouse(screen)
    ((only,),) = saved(screen)
    assert only.purpose == "share"


def test_a_cleared_signature_is_asked_for_again(turn: Turn) -> None:
    screen = turn()
    screen.cards[0].answer.yes.click()
    sign_with_mouse(screen)
    screen.signature.clear.click()
    assert saved(screen) == []
    assert screen.problem.isVisible()
    assert screen.cards[0].answer.value() == "yes"


def test_without_an_answer_the_screen_says_what_to_do(turn: Turn) -> None:
    screen = turn()
    sign_with_mouse(screen)
    assert saved(screen) == []
    assert screen.problem.isVisible()
    assert not screen.signature.pad.is_empty()


def test_an_answer_can_be_given_by_speaking(turn: Turn) -> None:
    screen = turn()
    screen.cards[0].answer.no.click()
    screen.signature.oral.setChecked(True)
    assert not screen.signature.pad.isVisible()
    ((only,),) = saved(screen)
    assert (only.how, only.noted_by, only.ink) == ("oral", "Vibeke Visitator", b"")


def test_the_language_changes_and_answers_and_ink_stay(turn: Turn) -> None:
    screen = turn()
    screen.cards[0].answer.yes.click()
    sign_with_mouse(screen)
    screen.other.click()
    assert "May we collect information about you?" in words(screen)
    assert screen.cards[0].answer.yes.text() == "Yes"
    ((only,),) = saved(screen)
    assert (only.answer, only.text.language) == ("yes", "en")
    screen.other.click()
    assert screen.cards[0].answer.yes.text() == "Ja"


def test_text_grows_and_shrinks_within_bounds(turn: Turn) -> None:
    screen = turn()
    usual = screen.cards[0].heading.font().pixelSize()
    for _ in range(20):
        screen.larger.click()
    largest = screen.cards[0].heading.font().pixelSize()
    for _ in range(20):
        screen.smaller.click()
    assert largest > 1.5 * usual
    assert 14 <= screen.cards[0].heading.font().pixelSize() < usual


@pytest.mark.parametrize("steps", [0, 4])
def test_everything_is_reached_in_a_small_window_without_scrolling_sideways(
    turn: Turn, steps: int
) -> None:
    screen = turn("obtain", "share", "contact", "presence", "photo")
    for _ in range(steps):
        screen.larger.click()
    QApplication.processEvents()
    assert screen.size().width() == 1092
    assert screen.size().height() == 614
    assert screen.area.widget().width() <= screen.area.viewport().width()
    last = screen.cards[-1].answer.no
    screen.area.ensureWidgetVisible(last)
    place = last.mapTo(screen.area.viewport(), QPoint(0, 0))
    assert screen.area.viewport().rect().contains(place)
    for part in (screen.signature.save, screen.leave, screen.foot):
        assert screen.rect().contains(part.mapTo(screen, part.rect().bottomRight()))


def test_all_is_done_with_the_keyboard_alone(turn: Turn, qtbot: QtBot) -> None:
    screen = turn()
    handed: list[Any] = []
    screen.finished.connect(handed.append)
    assert screen.hasFocus()
    for wanted in (screen.cards[0].answer.yes, screen.signature.oral, screen.signature.save):
        for _ in range(30):
            if QApplication.focusWidget() is wanted:
                break
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted
        qtbot.keyClick(wanted, Qt.Key.Key_Space)
    assert [r.answer for r in handed[0]] == ["yes"]


def test_a_screen_readers_choice_is_an_answer(turn: Turn) -> None:
    """A screen reader toggles: no click comes with it."""
    screen = turn()
    screen.cards[0].answer.no.toggle()
    assert screen.cards[0].answer.value() == "no"
    assert screen.cards[0].answer.no.property("kind") == "primary"


def test_every_control_is_named_for_a_screen_reader(turn: Turn) -> None:
    controls = (
        QAccessible.Role.Button,
        QAccessible.Role.RadioButton,
        QAccessible.Role.CheckBox,
    )
    screen = turn()
    found = list(interfaces(QAccessible.queryAccessibleInterface(screen)))
    named = [i.text(QAccessible.Text.Name) for i in found if i.role() in controls]
    assert len(named) >= 10
    assert all(name.strip() for name in named)
    assert screen.signature.pad.accessibleName()


def test_escape_leaves_without_saving(turn: Turn, qtbot: QtBot) -> None:
    screen = turn()
    screen.cards[0].answer.yes.click()
    with qtbot.waitSignal(screen.cancelled):
        qtbot.keyClick(screen, Qt.Key.Key_Escape)


def test_a_purpose_in_one_language_only_offers_no_other(turn: Turn, qtbot: QtBot) -> None:
    (question,) = questions_of(view_of(casefile(), koebenhavn(), denmark(), TODAY), ["obtain"])
    danish = msgspec.structs.replace(question.purpose, title={"da": "Må vi?"})
    only = msgspec.structs.replace(question, purpose=danish)
    screen = CitizenScreen([only], "Anna Test", "Vibeke Visitator", clock=fixed_clock(NOW))
    qtbot.addWidget(screen)
    assert screen.other.isHidden()
    assert turn().other.isVisible()
