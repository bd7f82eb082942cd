"""The look: readable in each theme, the right font, and cheap to put on."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.texts import RESOURCES
from app.widgets.buttons import icon_button, link_button, plain_button, primary_button
from app.widgets.choice import ChoiceGroup
from app.widgets.focus import REACH, FocusRing
from app.widgets.icons import icon_pixmap
from app.widgets.inputs import YesNo
from app.widgets.theme import CONTRAST, DARK, LIGHT, Tokens, apply_theme, font, px, tokens
from app.widgets.tokens import contrast, luminance

LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST], ids=lambda t: str(t.name))


def text_pairs(look: Tokens) -> list[tuple[str, str, str]]:
    """Every text colour with every ground that it is painted on."""
    grounds = (look.surface, look.background, look.hover, look.tint, look.neutral)
    tints = (look.warn_tint, look.bad_tint, look.ok_tint, look.focus_tint)
    pairs = [("ink", look.ink, ground) for ground in (*grounds, *tints)]
    pairs += [("muted", look.muted, ground) for ground in (*grounds, *tints)]
    pairs += [("link", look.primary, ground) for ground in (*grounds, *tints)]
    pairs += [(tone, *look.tone(tone)) for tone in ("neutral", "info", "ok", "warn", "bad")]
    for tone in ("ok", "warn", "bad"):
        pairs += [(tone, look.tone(tone)[0], g) for g in (look.surface, look.background)]
    pairs += [
        ("primary", look.on_primary, look.primary),
        ("primary under the pointer", look.on_primary, look.primary_hover),
        ("navigation", look.nav_text, look.nav),
        ("navigation under the pointer", look.nav_text, look.nav_hover),
        ("navigation chosen", look.nav_chosen_text, look.nav_chosen),
        ("chosen but locked", look.surface, look.muted),
    ]
    for count in range(2, 8):
        levels = (look.level(i, count) for i in range(count))
        pairs += [(f"level of {count}", text, fill) for fill, text in levels]
    return pairs


@LOOKS
def test_every_text_has_a_contrast_of_at_least_4_5(look: Tokens) -> None:
    weak = [(n, t, g, contrast(t, g)) for n, t, g in text_pairs(look) if contrast(t, g) < 4.5]
    assert weak == []


@LOOKS
def test_outlines_and_the_focus_ring_stand_out_from_what_is_around(look: Tokens) -> None:
    for ground in (look.surface, look.background):
        assert contrast(look.control, ground) >= 3
        ring_or_line = max(contrast(look.focus, ground), contrast(look.ink, ground))
        assert ring_or_line >= 3


@LOOKS
def test_levels_grow_in_one_direction(look: Tokens) -> None:
    for count in (4, 5, 6):
        light = [luminance(look.level(i, count)[0]) for i in range(count)]
        assert light == sorted(light, reverse=not look.dark)


def test_four_levels_have_the_colours_of_the_design() -> None:
    assert [LIGHT.level(i, 4)[0] for i in range(4)] == ["#DCEAF2", "#9FC5DB", "#2F7199", "#0B5077"]


def test_the_bundled_font_is_used_in_every_weight(qapp: QApplication) -> None:
    for weight in (400, 600, 700):
        info = QFontInfo(font(15, weight))
        assert info.family() == "Source Sans 3"
        assert info.weight() == weight
        assert info.pixelSize() == 15


def test_a_larger_text_scale_enlarges_all_text(qapp: QApplication, qtbot: QtBot) -> None:
    button = plain_button("Gem")
    qtbot.addWidget(button)
    button.ensurePolished()
    before = button.sizeHint().width()
    apply_theme(qapp, "light", 1.5)
    assert px(15) == 22
    assert font().pixelSize() == 22
    button.ensurePolished()
    assert button.sizeHint().width() > before


def test_an_unknown_look_is_the_light_one(qapp: QApplication) -> None:
    apply_theme(qapp, "sepia")
    assert tokens() is LIGHT


def test_a_widget_that_is_shown_follows_a_change_of_look(qapp: QApplication, qtbot: QtBot) -> None:
    answer = YesNo("Rask")
    answer.set_value(True)
    qtbot.addWidget(answer)
    answer.show()
    light = answer.grab().toImage().pixelColor(12, 12).name().upper()
    apply_theme(qapp, "dark")
    dark = answer.grab().toImage().pixelColor(12, 12).name().upper()
    assert (light, dark) == (LIGHT.primary, DARK.primary)


def test_every_button_is_at_least_40_high(qtbot: QtBot) -> None:
    choice = ChoiceGroup("Valg", [("a", "A", "A")])
    qtbot.addWidget(choice)
    buttons: list[QPushButton] = [plain_button("A"), primary_button("B"), link_button("C")]
    for button in [*buttons, icon_button("undo", "Fortryd"), *choice.segments]:
        if button.parent() is None:
            qtbot.addWidget(button)
        assert button.sizeHint().height() >= 40 or button.minimumHeight() >= 40


@pytest.mark.parametrize(
    "name",
    [file.stem for file in sorted((RESOURCES / "icons").glob("*.svg")) if "-" not in file.stem],
)
def test_each_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    image = icon_pixmap(name, "#FF0000", 24, 2.0).toImage()
    assert image.width() == 48
    solid = [
        image.pixelColor(x, y)
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert solid
    assert {c.name() for c in solid} == {"#ff0000"}


def _page(qtbot: QtBot) -> tuple[QScrollArea, QLineEdit]:
    area = QScrollArea()
    page = QWidget()
    column = QVBoxLayout(page)
    first, second = QLineEdit(), QLineEdit()
    column.addWidget(first)
    column.addSpacing(900)
    column.addWidget(second)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.resize(400, 300)
    qtbot.addWidget(area)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    first.setFocus()
    return area, second


def _ring(area: QScrollArea) -> FocusRing:
    rings = [r for r in area.widget().findChildren(FocusRing) if r.isVisible()]
    assert len(rings) == 1
    return rings[0]


def test_the_ring_lies_around_what_has_focus_and_scrolls_with_it(qtbot: QtBot) -> None:
    area, second = _page(qtbot)
    second.setFocus()
    ring = _ring(area)
    reach = QRect(second.geometry()).adjusted(-REACH, -REACH, REACH, REACH)
    assert ring.geometry() == reach
    area.verticalScrollBar().setValue(0)
    assert _ring(area).geometry() == reach


def test_the_ring_follows_a_field_that_grows(qtbot: QtBot) -> None:
    area, second = _page(qtbot)
    second.setFocus()
    second.setFixedHeight(120)
    qtbot.waitUntil(lambda: _ring(area).height() == 120 + 2 * REACH)


def test_the_ring_that_was_left_stays_away_when_its_field_moves(qtbot: QtBot) -> None:
    area, second = _page(qtbot)
    first = area.widget().findChildren(QLineEdit)[0]
    second.setFocus()
    first.setFixedHeight(90)
    QApplication.sendPostedEvents()
    assert _ring(area).target is second


def test_the_ring_goes_with_the_page_it_lies_in(qtbot: QtBot) -> None:
    area, second = _page(qtbot)
    second.setFocus()
    area.takeWidget().deleteLater()
    other = QLineEdit()
    area.setWidget(other)
    other.setFocus()
    assert other.hasFocus()
