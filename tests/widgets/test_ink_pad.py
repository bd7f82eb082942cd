"""The signature field: pen, finger and mouse make ink; nothing else does."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.ink import InkPoint
from app.errors import KnownError
from app.widgets.ink_pad import InkPad
from app.widgets.theme import apply_theme

PLACES = [(40 + 5 * i, 60 + (i % 7) * 6) for i in range(30)]


@pytest.fixture
def pad(qtbot: QtBot) -> Any:
    pad = InkPad("Anna Test")
    pad.resize(560, 190)
    qtbot.addWidget(pad)
    with qtbot.waitExposed(pad):
        pad.show()
    return pad


def pen(pad: InkPad, kind: QEvent.Type, place: tuple[int, int], pressure: float) -> bool:
    down = kind != QEvent.Type.TabletRelease
    event = QTabletEvent(
        kind,
        QPointingDevice.primaryPointingDevice(),
        QPointF(*place),
        QPointF(pad.mapToGlobal(QPoint(*place))),
        pressure,
        0,
        0,
        0,
        0,
        0,
        Qt.KeyboardModifier.NoModifier,
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton,
    )
    event.setAccepted(False)
    QApplication.sendEvent(pad, event)
    return event.isAccepted()


def pen_stroke(pad: InkPad) -> None:
    pen(pad, QEvent.Type.TabletPress, PLACES[0], 0.2)
    for index, place in enumerate(PLACES[1:]):
        pen(pad, QEvent.Type.TabletMove, place, 0.2 + 0.02 * index)
    pen(pad, QEvent.Type.TabletRelease, PLACES[-1], 0.0)


def mouse_stroke(pad: InkPad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*PLACES[0]))
    for place in PLACES[1:]:
        QTest.mouseMove(pad, QPoint(*place))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*PLACES[-1]))


def touch_stroke(pad: InkPad, device: QPointingDevice) -> None:
    QTest.touchEvent(pad, device).press(0, QPoint(*PLACES[0]), pad).commit()
    for place in PLACES[1:]:
        QTest.touchEvent(pad, device).move(0, QPoint(*place), pad).commit()
    QTest.touchEvent(pad, device).release(0, QPoint(*PLACES[-1]), pad).commit()


def test_the_pen_writes_with_its_pressure(qtbot: QtBot, pad: InkPad) -> None:
    with qtbot.waitSignal(pad.changed, timeout=1000):
        pen_stroke(pad)
    (stroke,) = pad.strokes()
    assert [(p.x, p.y) for p in stroke] == PLACES
    assert stroke[0].pressure == pytest.approx(0.2)
    assert stroke[-1].pressure == pytest.approx(0.76)
    assert [p.ms for p in stroke] == sorted(p.ms for p in stroke)


def test_the_pens_events_are_accepted_so_that_no_mouse_event_follows(pad: InkPad) -> None:
    assert pen(pad, QEvent.Type.TabletPress, PLACES[0], 0.5)
    assert pen(pad, QEvent.Type.TabletMove, PLACES[1], 0.5)
    assert pen(pad, QEvent.Type.TabletRelease, PLACES[1], 0.0)


def test_a_pen_that_hovers_leaves_no_ink(pad: InkPad) -> None:
    pen(pad, QEvent.Type.TabletMove, PLACES[1], 0.0)
    assert pad.is_empty()


def test_the_mouse_writes(qtbot: QtBot, pad: InkPad) -> None:
    with qtbot.waitSignal(pad.changed, timeout=1000):
        mouse_stroke(pad)
    assert len(pad.strokes()) == 1
    assert len(pad.strokes()[0]) > 20


def test_a_finger_writes(qtbot: QtBot, pad: InkPad) -> None:
    device = QTest.createTouchDevice()
    with qtbot.waitSignal(pad.changed, timeout=1000):
        touch_stroke(pad, device)
    assert len(pad.strokes()) == 1
    assert len(pad.strokes()[0]) > 20


def test_a_hand_on_the_screen_leaves_no_ink_while_the_pen_writes(pad: InkPad) -> None:
    device = QTest.createTouchDevice()
    pen(pad, QEvent.Type.TabletPress, PLACES[0], 0.5)
    touch_stroke(pad, device)
    pen(pad, QEvent.Type.TabletMove, PLACES[4], 0.5)
    pen(pad, QEvent.Type.TabletRelease, PLACES[4], 0.0)
    assert [(p.x, p.y) for p in pad.strokes()[0]] == [PLACES[0], PLACES[4]]
    assert len(pad.strokes()) == 1


def test_a_second_finger_leaves_no_ink(pad: InkPad) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(pad, device).press(0, QPoint(50, 50), pad).commit()
    both = QTest.touchEvent(pad, device).move(0, QPoint(60, 50), pad)
    both.press(1, QPoint(300, 150), pad).commit()
    both = QTest.touchEvent(pad, device).move(0, QPoint(90, 50), pad)
    both.move(1, QPoint(400, 150), pad).commit()
    both = QTest.touchEvent(pad, device).release(0, QPoint(90, 50), pad)
    both.release(1, QPoint(400, 150), pad).commit()
    assert all(p.x <= 100 for stroke in pad.strokes() for p in stroke)
    assert not pad.is_empty()


def test_a_dot_is_a_stroke(pad: InkPad) -> None:
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(100, 80))
    assert len(pad.strokes()) == 1
    assert pad.grab().toImage().pixelColor(100, 80).lightness() < 120


def test_the_right_button_leaves_no_ink(pad: InkPad) -> None:
    QTest.mouseClick(pad, Qt.MouseButton.RightButton, pos=QPoint(100, 80))
    assert pad.is_empty()


def test_ink_that_grows_looks_as_ink_drawn_anew(pad: InkPad) -> None:
    pen(pad, QEvent.Type.TabletPress, PLACES[0], 0.5)
    for place in PLACES[1:]:
        pen(pad, QEvent.Type.TabletMove, place, 0.5)
    under_way = pad.grab().toImage()
    pen(pad, QEvent.Type.TabletRelease, PLACES[-1], 0.0)
    done = pad.grab().toImage()
    middle = PLACES[12]
    assert under_way.pixelColor(*middle).lightness() < 140
    assert done.pixelColor(*middle).lightness() < 140


def test_a_cleared_field_is_empty_and_says_so_once(qtbot: QtBot, pad: InkPad) -> None:
    pen_stroke(pad)
    with qtbot.waitSignal(pad.changed, timeout=1000):
        pad.clear()
    assert pad.is_empty()
    with qtbot.assertNotEmitted(pad.changed):
        pad.clear()


def test_a_kept_signature_is_shown_again_in_a_field_of_another_size(
    qtbot: QtBot, pad: InkPad
) -> None:
    pen_stroke(pad)
    kept = pad.encoded()
    small = InkPad()
    small.resize(320, 150)
    qtbot.addWidget(small)
    with qtbot.assertNotEmitted(small.changed):
        small.set_encoded(kept)
    assert small.paper() == (560, 190)
    assert small.encoded() == kept
    scale = min(320 / 560, 150 / 190)
    x, y = (round(side * scale) for side in PLACES[12])
    assert small.grab().toImage().pixelColor(x, y).lightness() < 200


def test_a_damaged_signature_is_told_and_nothing_is_shown(pad: InkPad) -> None:
    with pytest.raises(KnownError, match=r"ink\.damaged"):
        pad.set_encoded(b"INK1 not ink")
    assert pad.is_empty()


@pytest.mark.qt_log_ignore("not accepted by receiving widget")
def test_a_locked_field_takes_no_ink(pad: InkPad) -> None:
    pad.setEnabled(False)
    mouse_stroke(pad)
    pen_stroke(pad)
    touch_stroke(pad, QTest.createTouchDevice())
    assert pad.is_empty()


def test_paper_is_white_and_ink_dark_in_the_dark_look(qapp: QApplication, pad: InkPad) -> None:
    apply_theme(qapp, "dark")
    pad.set_strokes([(InkPoint(100, 80, 1, 0),)])
    image = pad.grab().toImage()
    assert image.pixelColor(200, 60).lightness() == 255
    assert image.pixelColor(100, 80).lightness() < 60


def test_a_screen_reader_hears_whether_it_is_signed(pad: InkPad) -> None:
    assert pad.accessibleName() == "Anna Test"
    before = pad.accessibleDescription()
    pen_stroke(pad)
    assert pad.accessibleDescription() != before
