"""A citizen who is not on this computer is found at the municipality, and the case fetched."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.clock import fixed_clock
from app.domain.ids import new_id
from app.tour.stage import PICTURE_DAY, settle, wait_until
from app.views.hub_search import HubSearchDialog
from app.views.main_window import MainWindow
from app.workflow.at_hub import open_at_hub
from app.workflow.planning import visit_to_read
from tests.sync.laptops import Laptop, Office
from tests.views.meeting import enrol, fetch


@pytest.fixture
def colleague(office: Office, tmp_path: Path) -> Iterator[Laptop]:
    """Nils of the same team, whose cases are at the hub."""
    office.add_user("nils")
    laptop = Laptop(tmp_path / "nils", fixed_clock(PICTURE_DAY))
    laptop.enrol(office, "nils")
    yield laptop
    laptop.lock()


def case_of(colleague: Laptop, state: str) -> str:
    """Let the colleague write a case with one visit, and send it; return the case."""
    nils = colleague.new_case("Nils")
    nils.set(nils.scope, "26/77", "number", "case")
    visit = new_id()
    nils.set(visit, nils.scope, "case", "visit")
    nils.set(visit, state, "state", "visit")
    colleague.sync()
    return nils.scope


def search(main: MainWindow, text: str) -> HubSearchDialog:
    """Look for somebody who is not here, by the keyboard, from the field on the day's page."""
    field = main.day.search
    field.setFocus()
    QTest.keyClicks(field, text)
    last = field.hits.item(field.hits.count() - 1)
    assert last is not None
    assert last.text() == "Søg også hos kommunen …"
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(main)
    return next(d for d in main.findChildren(HubSearchDialog) if d.isVisible())


@pytest.mark.usefixtures("met")
def test_a_case_is_found_at_the_municipality_and_opened_with_a_reason_by_the_keyboard(
    main: MainWindow, office: Office, colleague: Laptop
) -> None:
    enrol(main, office)
    case = case_of(colleague, "ongoing")
    dialog = search(main, "Åse Æ")
    wait_until(lambda: dialog.hits.count() == 1)
    assert dialog.hits.item(0).text() == "Åse Ærø\nsag 26/77"
    assert QApplication.focusWidget() is dialog.hits
    assert not dialog.fetch.isEnabled()
    QTest.keyClick(dialog.hits, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dialog.why
    QTest.keyClicks(dialog.why, "Hun ringede")
    QTest.keyClick(dialog.why, Qt.Key.Key_Return)
    wait_until(lambda: main.desk is not None)
    assert main.desk is not None
    assert main.desk.editor.view.casefile.case.id == case
    noted = {(each.what, each.why) for each in office.hub.log.of_scope(case)}
    assert ("open", "Hun ringede") in noted


@pytest.mark.usefixtures("met")
def test_a_case_whose_visit_is_only_planned_is_not_begun_by_being_fetched(
    main: MainWindow, office: Office, colleague: Laptop
) -> None:
    enrol(main, office)
    case = case_of(colleague, "planned")
    dialog = search(main, "Åse")
    wait_until(lambda: dialog.hits.count() == 1)
    dialog.why.setText("afløser")
    dialog.fetch.click()
    wait_until(lambda: main.side.current() == "citizens")
    visit, citizen = visit_to_read(main.session, case)
    assert visit == ""
    assert main.session.citizen(citizen) is not None
    assert main.desk is None


@pytest.mark.usefixtures("met")
def test_what_is_here_already_is_opened_without_asking_the_hub_for_it(
    main: MainWindow, office: Office, colleague: Laptop
) -> None:
    enrol(main, office)
    case = case_of(colleague, "ongoing")
    open_at_hub(main.session, case, "afløser")
    fetch(main)
    dialog = search(main, "Åse Ærø nej")
    wait_until(lambda: dialog.said.isVisible() and dialog.bar.isHidden())
    assert "Der er ikke fundet nogen" in dialog.said.text()
    dialog.text.setText("Åse")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    wait_until(lambda: dialog.hits.count() == 1)
    assert dialog.hits.item(0).text().endswith("på denne computer")
    assert not dialog.why.isVisible()
    assert dialog.fetch.text() == "Åbn"
    dialog.fetch.click()
    settle(main)
    assert main.desk is not None
    assert [each.what for each in office.hub.log.of_scope(case)].count("open") == 1


@pytest.mark.usefixtures("met")
def test_a_hub_that_does_not_answer_is_said_and_nothing_is_lost(
    main: MainWindow, office: Office
) -> None:
    enrol(main, office)
    office.end()
    dialog = search(main, "Åse")
    wait_until(lambda: dialog.error.isVisible())
    assert "kommunens server" in dialog.error.text()
    assert dialog.text.text() == "Åse"
    assert dialog.search.isEnabled()


def test_without_a_hub_nothing_is_offered(main: MainWindow) -> None:
    main.sync.watch.begin()
    wait_until(lambda: main.sync.watch.state is not None)
    settle(main)
    QTest.keyClicks(main.day.search, "zz")
    texts = [main.day.search.hits.item(n).text() for n in range(main.day.search.hits.count())]
    assert texts == ["Ingen fundet"]
    main.show_page("citizens")
    assert not main.citizens.hub.isVisible()
