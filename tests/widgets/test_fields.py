"""Fields: text kept clean and whole, dates and numbers read as Danes write them, extents."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QMimeData, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.values import Extent
from app.widgets.date_field import DateField, read_date, write_date
from app.widgets.extent_field import ExtentField
from app.widgets.fields import MAX_LINE, MAX_TEXT, LineEdit, TextArea, labelled, set_error
from app.widgets.number_field import NumberField, read_number, write_number
from app.widgets.text import clean_line, clean_text

TODAY = date(2026, 11, 21)


def shown(qtbot: QtBot, widget: QWidget) -> Any:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("23/11-2026", date(2026, 11, 23)),
        ("23/11 2026", date(2026, 11, 23)),
        ("23.11.26", date(2026, 11, 23)),
        ("23-11-2026", date(2026, 11, 23)),
        ("23112026", date(2026, 11, 23)),
        ("231126", date(2026, 11, 23)),
        ("23/11", date(2026, 11, 23)),
        ("2311", date(2026, 11, 23)),
        (" 1 / 2 - 2027 ", date(2027, 2, 1)),
        ("2026-11-23", date(2026, 11, 23)),
        ("29/2-2028", date(2028, 2, 29)),
        ("010182", date(1982, 1, 1)),
        ("1/1-45", date(2045, 1, 1)),
        ("1/1-46", date(1946, 1, 1)),
        ("i dag", TODAY),
        ("I morgen", date(2026, 11, 22)),
        ("i går", date(2026, 11, 20)),
        ("", None),
        ("   ", None),
    ],
)
def test_a_date_is_read_as_danes_type_it(typed: str, meant: date | None) -> None:
    assert read_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    ["31/2-2026", "29/2-2026", "32/1-2026", "1/13-2026", "0/1-2026", "snart", "1/1-20266",
     "1/1-0001", "99999999", "23/11/2026/1", "²³/11-2026", "-1/1-2026"],
)  # fmt: skip
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_date(typed, TODAY)


@given(st.text(max_size=30))
def test_reading_any_text_gives_a_date_or_a_refusal(typed: str) -> None:
    try:
        day = read_date(typed, TODAY)
    except ValueError:
        return
    assert day is None or 1850 <= day.year <= 2199


@given(st.dates(date(1850, 1, 1), date(2199, 12, 31)))
def test_a_written_date_reads_back(day: date) -> None:
    assert read_date(write_date(day), TODAY) == day


def typed_date(qtbot: QtBot, field: DateField, text: str) -> None:
    field.setFocus()
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, text)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)


def test_a_typed_date_is_told_once_and_written_out(qtbot: QtBot) -> None:
    field = shown(qtbot, DateField("Dato"))
    with qtbot.waitSignal(field.changed, timeout=1000) as heard:
        typed_date(qtbot, field, "23112026")
    assert heard.args == [date(2026, 11, 23)]
    assert field.edit.text() == "23/11-2026"
    with qtbot.assertNotEmitted(field.changed):
        field.edit.clearFocus()


def test_an_impossible_date_is_said_and_kept_as_typed(qtbot: QtBot) -> None:
    field = shown(qtbot, DateField("Dato"))
    field.set_value(date(2026, 11, 23))
    with qtbot.assertNotEmitted(field.changed):
        typed_date(qtbot, field, "31/2-2026")
    assert field.edit.text() == "31/2-2026"
    assert field.error.isVisible()
    assert field.edit.accessibleDescription() == field.error.text() != ""
    field.set_value(date(2026, 11, 23))
    assert field.edit.text() == "31/2-2026"
    typed_date(qtbot, field, "1/3-2026")
    assert not field.error.isVisible()
    assert field.value() == date(2026, 3, 1)


def test_an_emptied_date_is_none(qtbot: QtBot) -> None:
    field = shown(qtbot, DateField("Dato"))
    field.set_value(date(2026, 11, 23))
    field.setFocus()
    field.edit.clear()
    with qtbot.waitSignal(field.changed, timeout=1000) as heard:
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert heard.args == [None]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_day_is_chosen_in_the_calendar(qtbot: QtBot) -> None:
    field = shown(qtbot, DateField("Dato"))
    field.set_value(date(2026, 11, 23))
    qtbot.mouseClick(field.button, Qt.MouseButton.LeftButton)
    assert field.calendar is not None
    assert field.calendar.selectedDate() == QDate(2026, 11, 23)
    field.calendar.setSelectedDate(QDate(2026, 12, 1))
    with qtbot.waitSignal(field.changed, timeout=1000) as heard:
        field.calendar.activated.emit(QDate(2026, 12, 1))
    assert heard.args == [date(2026, 12, 1)]
    assert not field.calendar.isVisible()


@pytest.mark.parametrize(
    ("typed", "decimals", "meant"),
    [("12", 0, 12), ("12,5", 1, 12.5), ("12.5", 2, 12.5), ("", 0, None), ("1 000", 0, 1000)],
)
def test_a_number_is_read_with_a_danish_comma(
    typed: str, decimals: int, meant: float | None
) -> None:
    assert read_number(typed, decimals) == meant


@pytest.mark.parametrize("typed", ["12,5", "abc", "1e9", "nan", "9" * 40, "½", "--1", "١٢"])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_number(typed, 0)


@given(st.integers(-10_000, 10_000))
def test_a_written_number_reads_back(cents: int) -> None:
    assert read_number(write_number(cents / 100, 2), 2) == cents / 100


def test_a_number_out_of_range_is_said_and_kept(qtbot: QtBot) -> None:
    field = shown(qtbot, NumberField("Areal", "m²", least=1, most=500))
    field.setFocus()
    qtbot.keyClicks(field.edit, "501")
    with qtbot.assertNotEmitted(field.changed):
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert "500" in field.error.text()
    assert field.edit.text() == "501"
    assert field.value() is None


@pytest.mark.parametrize(
    "extent",
    [
        None,
        Extent(),
        Extent(times=1, up_to=2, every=1, unit="week"),
        Extent(times=1, every=2, unit="week"),
        Extent(times=3, unit="day"),
        Extent(times=12, every=1, unit="year"),
        Extent(unit="once"),
        Extent(unit="as_needed"),
    ],
)
def test_an_extent_is_shown_and_read_back(qtbot: QtBot, extent: Extent | None) -> None:
    field = shown(qtbot, ExtentField("Omfang"))
    with qtbot.assertNotEmitted(field.changed):
        field.set_value(extent)
    assert field.value() == extent
    assert field._read() == extent


def test_an_extent_is_filled_in_gap_by_gap(qtbot: QtBot) -> None:
    field = shown(qtbot, ExtentField("Omfang"))
    field.unit.setCurrentIndex(field.unit.findData("week"))
    assert field.value() == Extent(times=1, every=1, unit="week")
    field.every.edit.setText("2")
    field.every.edit.editingFinished.emit()
    field.up_to.edit.setText("3")
    with qtbot.waitSignal(field.changed, timeout=1000) as heard:
        field.up_to.edit.editingFinished.emit()
    assert heard.args == [Extent(times=1, up_to=3, every=2, unit="week")]
    field.unit.setCurrentIndex(field.unit.findData("as_needed"))
    assert field.value() == Extent(unit="as_needed")
    assert not field.times.isVisible()


NASTY = [
    "a\x00b\x07c",
    "\x1b[31mrød\x1b[0m",
    "vend \u202eom\u202c",
    "<b>ikke fed</b> & <img src=x>",
    "%s {0} $name &Gem",
    "👩‍👧 æøå ÆØÅ é ß 漢字",
    "\ufeffBOM og \x85 og \u2028 linje",
    "x" * 5000,
    "",
]


@pytest.mark.parametrize("text", NASTY)
def test_a_text_area_keeps_all_that_can_be_seen(qtbot: QtBot, text: str) -> None:
    area = shown(qtbot, TextArea())
    mime = QMimeData()
    mime.setText(text)
    area.insertFromMimeData(mime)
    assert area.toPlainText() == clean_text(text)
    area.setPlainText(text)
    assert area.toPlainText() == clean_text(text)
    area.grab()


@pytest.mark.parametrize("text", NASTY)
def test_a_line_tells_only_clean_text(qtbot: QtBot, text: str) -> None:
    line = shown(qtbot, LineEdit())
    heard: list[str] = []
    line.textEdited.connect(heard.append)
    QApplication.clipboard().setText(text)
    line.paste()
    assert all(h == clean_line(h) for h in heard)
    assert line.text() == clean_line(line.text())
    assert "\n" not in line.text()


@given(st.text(max_size=200))
def test_cleaning_is_done_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert not set(clean_text(text)) & {chr(c) for c in range(32) if c not in (9, 10)}


def test_control_characters_are_not_typed(qtbot: QtBot) -> None:
    area = shown(qtbot, TextArea())
    for text in ("a", "\u202e", "\x9b", "b"):
        qtbot.keyClicks(area, text) if text.isascii() else _type(area, text)
    assert area.toPlainText() == "ab"


def _type(widget: QWidget, text: str) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, none, text)
    QApplication.sendEvent(widget, event)


def test_20000_characters_are_taken_and_more_is_said(qtbot: QtBot) -> None:
    field = labelled("Bemærkning", area := TextArea())
    shown(qtbot, field)
    area.setPlainText("æ" * MAX_TEXT)
    assert area.over == 0
    assert not field.error.isVisible()
    with qtbot.waitSignal(area.over_limit, timeout=1000) as heard:
        area.appendPlainText("mere")
    assert heard.args == [5]
    assert field.error.isVisible()
    assert len(area.toPlainText()) == MAX_TEXT + 5
    area.setPlainText("kort")
    assert not field.error.isVisible()


def test_a_text_area_grows_with_its_text_and_shrinks_again(qtbot: QtBot) -> None:
    area = shown(qtbot, TextArea(2))
    area.resize(300, area.height())
    low = area.height()
    area.setPlainText("\n".join("linje" for _ in range(8)))
    high = area.height()
    assert high > low + 4 * area.fontMetrics().lineSpacing()
    assert area.verticalScrollBar().maximum() == 0
    area.setPlainText("linje\n" * 400)
    assert area.height() < 600
    area.setPlainText("")
    assert area.height() == low


def test_tab_leaves_a_text_area(qtbot: QtBot) -> None:
    page = QWidget()
    area, after = TextArea(parent=page), LineEdit(parent=page)
    shown(qtbot, page)
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.toPlainText() == ""


def test_a_label_names_its_editor_and_an_error_is_said_with_the_hint(qtbot: QtBot) -> None:
    line = LineEdit()
    field = shown(qtbot, labelled("Navn", line, "Som i CPR"))
    assert line.accessibleName() == "Navn"
    assert line.accessibleDescription() == "Som i CPR"
    set_error(line, "Navnet mangler.")
    assert field.error.isVisible()
    assert line.accessibleDescription() == "Navnet mangler. Som i CPR"
    set_error(line, "")
    assert not field.error.isVisible()
    assert line.accessibleDescription() == "Som i CPR"


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_a_date_field_survives_any_typing(qtbot: QtBot, text: str) -> None:
    field = DateField("Dato")
    field.edit.setText(text)
    field.edit.editingFinished.emit()
    assert field.has_error() or field.value() == read_date(field.edit.text(), date.today())
    field.deleteLater()


def test_what_has_no_room_on_a_line_is_said_until_there_is_room_again(qtbot: QtBot) -> None:
    line = LineEdit()
    field = labelled("Telefon", line)
    qtbot.addWidget(field)
    QApplication.clipboard().setText("x" * (MAX_LINE + 1))
    line.paste()
    assert len(line.text()) == MAX_LINE
    assert str(MAX_LINE) in field.error.text()
    line.backspace()
    assert field.error.text() == ""
