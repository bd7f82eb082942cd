"""What changed since last time: the picture says the same as the words, and judges nobody."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.widgets.change_bars import Change, ChangeBars
from app.widgets.theme import apply_theme, tokens

CHANGES = (
    Change("Praktiske opgaver", 3, 1, 5, "Lettere end sidst: 3 → 1"),
    Change("Egenomsorg", 1, 2, 5, "Sværere end sidst: 1 → 2"),
    Change("Socialt liv", 2, 2, 5, "Som sidst: 2"),
    Change("Mobilitet", None, 4, 5, "Ikke vurderet sidst, nu 4"),
    Change("Sundhed", 1, None, 5, "Ikke vurderet nu, sidst 1"),
)


def bars(qtbot: QtBot, changes: Any = CHANGES, width: int = 700) -> ChangeBars:
    made = ChangeBars()
    qtbot.addWidget(made)
    made.set_changes(changes)
    made.resize(width, made.heightForWidth(width))
    made.show()
    return made


def colours(made: ChangeBars) -> set[str]:
    picture = made.grab().toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }


def test_a_screen_reader_hears_each_area_with_its_words(qtbot: QtBot) -> None:
    made = bars(qtbot)
    assert made.accessibleName()
    for change in CHANGES:
        assert f"{change.name}: {change.words}" in made.accessibleDescription()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_better_and_worse_have_the_same_colours(
    qtbot: QtBot, qapp: QApplication, look: str
) -> None:
    apply_theme(qapp, look)
    down = Change("a", 3, 2, 5, "")
    up = Change("a", 2, 3, 5, "")
    theme = tokens()
    loud = {QColor(colour).name() for colour in (theme.ok, theme.warn, theme.bad)}
    for change in (down, up):
        seen = colours(bars(qtbot, [change], 400))
        assert not loud & seen
        assert QColor(theme.primary).name() in seen


def test_areas_stand_in_two_lines_each_where_there_is_little_room(qtbot: QtBot) -> None:
    made = bars(qtbot)
    assert made.heightForWidth(460) > made.heightForWidth(900)
    assert made.minimumSizeHint().width() <= 300


def test_the_same_changes_are_not_painted_anew(qtbot: QtBot) -> None:
    made = bars(qtbot)
    described = made.accessibleDescription()
    made.set_changes(list(CHANGES))
    assert made.accessibleDescription() == described
    made.set_changes(())
    assert made.accessibleDescription() == ""
    assert made.heightForWidth(600) == 0


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.text(max_size=80),
            st.none() | st.integers(0, 6),
            st.none() | st.integers(0, 6),
            st.text(max_size=80),
        ),
        max_size=12,
    ),
    st.integers(180, 1200),
)
def test_any_changes_are_painted_in_any_width(
    qtbot: QtBot, rows: list[tuple[str, int | None, int | None, str]], width: int
) -> None:
    changes = [Change(name, before, now, 7, words) for name, before, now, words in rows]
    made = bars(qtbot, changes, width)
    made.grab()
    assert made.heightForWidth(width) >= 20 * len(changes)
