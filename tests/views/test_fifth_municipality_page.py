"""The made-up fifth municipality in the window: its sections, its words, its levels."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.forms.grant_record import new_grant
from app.forms.section import SectionForm
from app.tour.stage import dress, settle
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.widgets.level_scale import LevelScale
from app.workflow.edits import AddRecord
from tests import bakkedal

# What a first visit does not show.
LATER = "follow_up"
Show = Callable[[str], SectionForm]


@pytest.fixture
def main(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    session = bakkedal.new_session(tmp_path / "data")
    visit_id = bakkedal.planned(session)
    dress("da", "light")
    window = MainWindow(session, demonstration=False)
    qtbot.addWidget(window)
    window.resize(1092, 614)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.open(visit_id)
    settle(window)
    yield window
    window.leave()
    QApplication.processEvents()
    session.close()


@pytest.fixture
def desk(main: MainWindow) -> VisitDesk:
    assert main.desk is not None
    return main.desk


@pytest.fixture
def show(main: MainWindow, desk: VisitDesk) -> Show:
    """Shows a section and returns its form, once it is painted."""

    def shown(section: str) -> SectionForm:
        desk.page.show_section(section)
        settle(main)
        return desk.page.form(section)

    return shown


def words_on(page: QWidget) -> str:
    """Return what a reader meets: labels, buttons, choices, and names that are spoken."""
    parts = [w for w in page.findChildren(QWidget) if not w.isHidden()]
    labels = [w.text() for w in parts if isinstance(w, QLabel | QAbstractButton)]
    combos = [w for w in parts if isinstance(w, QComboBox)]
    choices = [c.itemText(i) for c in combos for i in range(c.count())]
    return " ".join((*labels, *choices, *(w.accessibleName() for w in parts)))


def test_the_sections_are_there_in_the_files_order(desk: VisitDesk) -> None:
    found = [s.key for s in desk.editor.view.sections]
    assert found == [s.id for s in desk.page.standard.sections if s.id != LATER]


def test_every_section_is_shown(desk: VisitDesk, show: Show) -> None:
    for section in desk.editor.view.sections:
        form = show(section.key)
        assert desk.page.section == section.key
        assert form.isVisible()


def test_the_municipalitys_own_questions_are_asked_in_its_words(
    desk: VisitDesk, show: Show
) -> None:
    words = words_on(show("bakken"))
    section = desk.page.standard.section("bakken")
    assert section is not None
    for question in section.questions:
        assert question.label in words
        assert all(option.name in words for option in question.options)


def level_of(desk: VisitDesk, area: str) -> tuple[str, str] | None:
    level = desk.editor.view.casefile.assessment("bakkedal-hverdag", area).level
    return (level.scale, level.value) if level else None


def test_a_level_of_a_letter_is_typed_and_kept(
    main: MainWindow, desk: VisitDesk, show: Show, qtbot: QtBot
) -> None:
    first, second, _ = show("assessment").findChildren(LevelScale)
    first.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_B)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_5)
    settle(main)
    assert level_of(desk, "have") == ("bakkedal-seks", "B")
    assert level_of(desk, "ture") == ("bakkedal-seks", "5")
    assert second.value() == "5"


def test_the_levels_are_named_in_the_files_words(show: Show) -> None:
    words = words_on(show("assessment"))
    for name in ("Frit", "Næsten", "Halvt", "Lidt", "Sjældent", "Aldrig"):
        assert name in words


def test_the_overall_level_and_the_stair_are_the_files_own(show: Show) -> None:
    words = words_on(show("overall"))
    for name in ("Roligt", "Uroligt", "Væltet", "Foden", "Midtvejs", "Toppen"):
        assert name in words
    assert "Det afgør ikke noget" in words


def test_packages_and_places_are_chosen_among_the_files_own(
    main: MainWindow, desk: VisitDesk, show: Show
) -> None:
    form = show("services")
    for name in ("Havehjælp", "Orden i papirer", "Følge"):
        assert name in words_on(form)
    for service_id in ("foelge", "orden"):
        service = desk.page.standard.service(service_id)
        assert service is not None
        desk.editor.edit(AddRecord(new_grant(desk.editor.view, service, ())))
        settle(main)
    words = words_on(form)
    for name in ("Lille pakke", "Stor pakke", "Ved dit bord", "Hos os"):
        assert name in words
