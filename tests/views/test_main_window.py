"""The window as a visitator uses it: by keyboard, over sections, and back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.findings import Anchor
from app.tour.drive import type_text
from app.tour.stage import settle
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.widgets.date_field import DateField
from app.widgets.fields import Combo
from app.widgets.level_scale import LevelScale
from app.workflow.writing import key_of

Opener = Callable[[str], VisitDesk]

OPERATED = {
    QAccessible.Role.Button,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.List,
}


def nameless(widget: QWidget) -> list[str]:
    """Return the operated controls under a widget that a screen reader has no name for."""
    found = []
    for child in [widget, *widget.findChildren(QWidget)]:
        if not child.isVisibleTo(widget) or child.objectName().startswith("qt_"):
            continue
        if child.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        told = QAccessible.queryAccessibleInterface(child)
        if told is None or told.role() not in OPERATED:
            continue
        if not told.text(QAccessible.Text.Name).strip():
            found.append(f"{type(child).__name__} in {type(child.parent()).__name__}")
    return found


def test_the_day_opens_a_visit_by_the_keyboard_alone(main: MainWindow) -> None:
    assert QApplication.focusWidget() is main.day.list
    QTest.keyClick(main.day.list, Qt.Key.Key_Home)
    QTest.keyClick(main.day.list, Qt.Key.Key_Down)
    QTest.keyClick(main.day.list, Qt.Key.Key_Return)
    assert main.desk is not None
    assert main.desk.editor.view.casefile.visit_id == main.day.model.visit_id(
        main.day.model.index(1)
    )


def test_alt_arrows_walk_through_every_section(main: MainWindow, open_visit_of: Opener) -> None:
    page = open_visit_of("ready").page
    wanted = [s.key for s in page.editor.view.sections]
    page.show_section(wanted[0])
    walked = [page.section]
    for _ in wanted[1:]:
        QTest.keyClick(
            QApplication.focusWidget() or page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier
        )
        walked.append(page.section)
    assert walked == wanted


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_alt_down_opens_a_calendar_or_a_list_where_it_stands(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot
) -> None:
    page = open_visit_of("ready").page
    page.show_section("request")
    field = next(f for f in page.form("request").findChildren(DateField) if f.isVisible())
    field.edit.setFocus()
    QTest.keyClick(field.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.section == "request"
    assert field.calendar is not None
    assert field.calendar.isVisible()
    field.calendar.hide()
    page.show_section("household")
    combo = next(c for c in page.form("household").findChildren(Combo) if c.isVisible())
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.section == "household"
    assert combo.view().isVisible()
    combo.hidePopup()


class WindowsSeen(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_window_flashes_up_while_a_visit_is_gone_through(
    main: MainWindow, open_visit_of: Opener
) -> None:
    windows = WindowsSeen()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(windows)
    desk = open_visit_of("in_progress")
    for section in desk.editor.view.standard.sections:
        desk.page.show_section(section.id)
        settle(main)
    app.removeEventFilter(windows)
    assert windows.seen == []


def test_a_level_by_the_keyboard_is_seen_at_once_beside_the_form(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    desk.page.show_section("assessment")
    scale = desk.page.form("assessment").findChildren(LevelScale)[0]
    QTest.keyClicks(scale.segments[0], "3")
    area = desk.editor.view.standard.areas[0]
    stored = desk.editor.view.casefile.assessment(desk.editor.view.standard.id, area.id).level
    assert stored is not None
    assert stored.value == "3"
    proposed = [p for p in desk.editor.view.judgement.proposals if p.area == area.id]
    assert proposed
    assert set(desk.page.rail._proposed) >= {p.id for p in proposed if not p.taken}


def test_ctrl_z_undoes_over_sections_once_the_text_is_written(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("ready")
    before = desk.editor.view.casefile.citizen.phone
    desk.page.show_section("household")
    form = desk.page.form("household")
    key = key_of(desk.editor.view.casefile.citizen, "phone")
    form.reveal(key)
    editor = QApplication.focusWidget()
    assert editor is not None
    type_text(editor, "70 99 99 99")
    assert desk.editor.view.casefile.citizen.phone == "70 99 99 99"
    desk.page.show_section("conversation")
    text = desk.page.form("conversation").findChildren(QPlainTextEdit)[0]
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.editor.view.casefile.citizen.phone == before


def test_an_anchor_leads_to_its_field(main: MainWindow, open_visit_of: Opener) -> None:
    desk = open_visit_of("ready")
    key = key_of(desk.editor.view.casefile.citizen, "name")
    desk.page.go_to(Anchor(section="household", key=key))
    assert desk.page.section == "household"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert desk.page.form("household").isAncestorOf(focused)


def test_leaving_a_visit_writes_what_was_typed(main: MainWindow, open_visit_of: Opener) -> None:
    desk = open_visit_of("ready")
    desk.page.show_section("conversation")
    text = desk.page.form("conversation").findChildren(QPlainTextEdit)[0]
    text.setFocus()
    QTest.keyClicks(text, "Godt humør")
    typed = text.toPlainText()
    main.leave_visit()
    again = open_visit_of("ready")
    answers = [a.text for a in again.editor.view.casefile.records["answer"].values()]
    assert typed in answers


def test_every_missing_thing_leads_somewhere(main: MainWindow, open_visit_of: Opener) -> None:
    desk = open_visit_of("ready")
    sections = {s.id for s in desk.editor.view.standard.sections}
    assert desk.editor.view.judgement.missing
    for missing in desk.editor.view.judgement.missing:
        assert missing.anchor.section in sections
        assert main.session.texts.message(missing.key, **missing.params)


@pytest.mark.parametrize("page", ["day", "citizens", "settings"])
def test_every_control_of_a_page_has_a_name(main: MainWindow, page: str) -> None:
    main.show_page(page)
    settle(main)
    assert nameless(main) == []


def test_every_control_of_every_section_has_a_name(main: MainWindow, open_visit_of: Opener) -> None:
    desk = open_visit_of("in_progress")
    found = {}
    for section in desk.editor.view.standard.sections:
        desk.page.show_section(section.id)
        settle(main)
        found[section.id] = nameless(desk)
    assert {k: v for k, v in found.items() if v} == {}


def test_the_window_fits_a_small_laptop(main: MainWindow, open_visit_of: Opener) -> None:
    desk = open_visit_of("in_progress")
    for section in desk.editor.view.standard.sections:
        desk.page.show_section(section.id)
        settle(main)
        assert (main.width(), main.height()) == (1092, 614), section.id


def test_search_finds_a_citizen_as_one_types(main: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(main, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(main.day.search, "kirst")
    assert "Kirsten" in main.day.search.hits.item(0).text()
    QTest.keyClick(main.day.search, Qt.Key.Key_Return)
    assert main.pages.currentWidget() is main.citizens
