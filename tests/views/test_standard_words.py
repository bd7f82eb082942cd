"""F1 tells the standard's words for what has focus, and gives focus back."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.forms.grant_card import GrantCard
from app.views.main_window import MainWindow
from app.views.standard_words import StandardWords
from app.views.visit_desk import VisitDesk
from app.widgets.level_scale import LevelScale

Opener = Callable[[str], VisitDesk]


def what_f1_says(qtbot: QtBot) -> str:
    """Press F1 where focus is, read the dialog, and close it by Escape."""
    said: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, StandardWords)
        said.append("\n".join(label.text() for label in dialog.findChildren(QLabel)))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, read)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_F1)
    focused.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is focused)
    return said[0]


def test_f1_at_a_level_says_what_each_level_means(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot
) -> None:
    desk = open_visit_of("ready")
    desk.page.show_section("assessment")
    desk.page.form("assessment").findChildren(LevelScale)[0].segments[0].setFocus()
    said = what_f1_says(qtbot)
    standard = desk.page.standard
    assert standard.scale is not None
    assert standard.areas[0].name in said
    for level in standard.scale.levels:
        assert level.text in said


def test_f1_in_every_section_says_what_the_section_is_for(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot
) -> None:
    desk = open_visit_of("in_progress")
    for section in desk.page.standard.sections:
        desk.page.show_section(section.id)
        desk.page.focus()
        said = what_f1_says(qtbot)
        assert section.title in said
        assert section.help in said


def test_f1_at_a_line_of_help_says_what_the_standard_says_of_the_service(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot
) -> None:
    desk = open_visit_of("in_progress")
    grant = desk.editor.view.casefile.grants[0]
    service = desk.page.standard.service(grant.service)
    assert service is not None
    desk.page.show_section("services")
    card = desk.page.form("services").findChildren(GrantCard)[0]
    next(b for b in card.findChildren(QPushButton) if b.isVisible()).setFocus()
    assert service.purpose in what_f1_says(qtbot)
