"""A case that the office gave to another team is for reading here, and says who has it."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.errors import KnownError
from app.journal.exchange import Bookmark
from app.tour.stage import settle, wait_until
from app.views.main_window import MainWindow
from app.views.sync_dialog import SyncDialog
from app.views.visit_desk import VisitDesk
from app.widgets.chips import Chip
from app.workflow.due import DueList
from app.workflow.edits import SetField
from app.workflow.elsewhere import keep_names
from app.workflow.open_visit import open_visit
from app.workflow.planning import deadlines_ahead, visits_of_day
from tests.sync.laptops import Office
from tests.two_computers import visit_id
from tests.views.meeting import enrol, fetch

PERSON = "in_progress"
Opener = Callable[[str], VisitDesk]


@pytest.fixture
def move(main: MainWindow) -> Callable[[str], str]:
    """Lets the computer hear that somebody's case is with the team Syd now; returns the case."""

    def moved(person: str) -> str:
        session = main.session
        case = session.casefile(visit_id(session, person)).case.id
        gone = Bookmark(hub="hub", cursor="1", moved=(case,), at=session.clock())
        session.store.journal.exchange.receive((), gone)
        keep_names(session, {}, {case: "Syd"})
        return case

    return moved


def editable(desk: VisitDesk) -> list[str]:
    form = desk.page.form(desk.page.section)
    lines: list[QLineEdit | QPlainTextEdit] = [
        *form.findChildren(QLineEdit),
        *form.findChildren(QPlainTextEdit),
    ]
    shown = (w for w in lines if w.isVisible() and w.isEnabled())
    return [w.accessibleName() for w in shown if not w.isReadOnly()]


def test_a_moved_visit_can_be_read_and_says_who_has_it_and_what_may_be_done(
    main: MainWindow, open_visit_of: Opener, move: Callable[[str], str]
) -> None:
    move(PERSON)
    desk = open_visit_of(PERSON)
    assert "Sagen er flyttet til Syd" in desk.page.header.moved.banner.label.text()
    assert "udskrive" in desk.page.header.moved.banner.label.text()
    assert desk.page.header.moved.isVisible()
    for section in ("household", "goals", "after"):
        desk.page.show_section(section)
        settle(main)
        assert editable(desk) == []
    assert not desk.page.header.turn_button.isEnabled()


def test_what_is_asked_for_by_a_key_is_refused_kindly(
    main: MainWindow, open_visit_of: Opener, move: Callable[[str], str]
) -> None:
    move(PERSON)
    desk = open_visit_of(PERSON)
    case = desk.editor.view.casefile.case
    desk.editor.edit(SetField(case, "number", "26/9"))
    assert "Et andet team har sagen nu" in main.banner.label.text()
    assert desk.editor.view.casefile.case.number == case.number


@pytest.mark.usefixtures("met")
def test_a_word_half_typed_when_the_case_moves_is_kept_and_the_visit_is_for_reading_from_then(
    main: MainWindow, open_visit_of: Opener, office: Office
) -> None:
    office.add_user("bo", team="Syd")
    enrol(main, office)
    desk = open_visit_of(PERSON)
    desk.page.show_section("household")
    field = next(w for w in desk.page.form("household").findChildren(QLineEdit) if w.isVisible())
    field.setFocus()
    QTest.keyClicks(field, "xyz")
    case = desk.editor.view.casefile.case.id
    office.hub.cases.move(case, "Syd")
    fetch(main)
    wait_until(lambda: desk.page.header.moved.isVisible())
    assert not desk.editor.opened.is_typing
    assert "xyz" in field.text()
    assert editable(desk) == []
    fetch(main)
    assert any("xyz" in str(v) for v in _values(office, case))
    office.hub.cases.move(case, "Nord")
    fetch(main)
    wait_until(lambda: not desk.page.header.moved.isVisible())
    assert editable(desk)


def _values(office: Office, case: str) -> list[object]:
    citizen = office.hub.journal.snapshot([case]).records["case"][case].citizen  # type: ignore[attr-defined]
    records = office.hub.journal.snapshot([citizen, case]).records.values()
    return [record for table in records for record in table.values()]


def test_a_planned_visit_of_a_moved_case_is_not_begun_by_looking_at_it(
    main: MainWindow, move: Callable[[str], str]
) -> None:
    move("ready")
    visit = visit_id(main.session, "ready")
    opened = open_visit(main.session, visit)
    assert opened.view.casefile.visit.state == "planned"
    assert opened.view.moved_to == "Syd"
    with pytest.raises(KnownError, match=r"visit\.moved"):
        opened.issue(())


def test_lists_say_that_a_case_has_moved_and_count_nothing_as_due_in_it(
    main: MainWindow, move: Callable[[str], str]
) -> None:
    session = main.session
    before = {item.case for item in DueList(session).all()}
    case = move("follow_up")
    assert case in before
    assert case not in {item.case for item in DueList(session).all()}
    day = move(PERSON)
    (line,) = (v for v in visits_of_day(session, main.day.day) if v.case.id == day)
    assert line.moved
    assert line.nearest is None
    assert line.visit.id not in {due.visit for due in deadlines_ahead(session)}
    main.day.refresh()
    row = main.day.model.index_of(line.visit.id)
    assert "Flyttet" in str(row.data())
    main.day.list.setCurrentIndex(row)
    main.day._show_card()
    assert main.day.card.open_button.text() == "Læs besøget"
    main.show_citizen(line.citizen.id)
    assert "Flyttet" in {chip.text() for chip in main.citizens.card.findChildren(Chip)}


def test_the_panel_counts_moved_cases_and_not_their_citizens(
    main: MainWindow, move: Callable[[str], str], panel: Callable[[], SyncDialog]
) -> None:
    case = move(PERSON)
    settle(main)
    card = panel().card
    assert main.sync.watch.state is not None
    assert main.sync.watch.state.moved == (case,)
    assert card.rows["moved"][1].isVisible()
    assert card.rows["moved"][1].text() == "1 sag"
