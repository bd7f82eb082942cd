"""The page of the letters to send: made ready, printed, recorded as sent, heard and by keyboard."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.casefile import FieldKey
from app.journal.changes import Write
from app.tour.stage import settle
from app.views.letter_card import LetterCard
from app.views.letters_page import LettersPage
from app.views.main_window import MainWindow
from app.workflow.outgoing import Outgoing, note_ready
from tests.workflow.test_posting import library_with_cvr

LONG_AGO = date(2026, 11, 1)


@pytest.fixture
def page(main: MainWindow, tmp_path: Path) -> LettersPage:
    """The page, with one letter that waits: nobody has said that it was handed over."""
    session = main.session
    session.library = library_with_cvr(tmp_path / "standards")
    (row,) = session.store.overview.letters.all(LONG_AGO)
    for sent in row.deliveries:
        key = FieldKey("delivery", sent.id, "removed")
        session.store.journal.append(row.case.id, [Write(key, True)], actor="Test")
    main.show_page("letters")
    settle(main)
    return main.letters


def chosen(page: LettersPage) -> Outgoing:
    found = page.chosen()
    assert found is not None
    return found


def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def test_a_letter_waits_is_made_ready_and_is_recorded_as_sent(
    main: MainWindow, page: LettersPage, tmp_path: Path
) -> None:
    assert main.side.items["letters"].badge == "1"
    assert (chosen(page).state, page.card.write_button.isVisible()) == ("waiting", True)
    assert not page.card.print_button.isVisible()
    out = folder(tmp_path)
    page.write_to(out, [chosen(page)])
    settle(main)
    assert [path.suffix for path in out.iterdir()] == [".xml"]
    assert chosen(page).state == "ready"
    assert "ikke krypteret" in page.banner.label.text()
    assert main.side.items["letters"].badge == "1"
    page.card.sent_button.click()
    settle(main)
    assert chosen(page).state == "sent"
    assert "21. december 2026" in page.card.counted.text()
    assert main.side.items["letters"].badge == ""
    assert not page.card.sent_button.isVisible()
    assert page.list.hasFocus()


def test_all_that_are_ready_are_recorded_as_sent_at_once(
    main: MainWindow, page: LettersPage
) -> None:
    note_ready(main.session, chosen(page), "0" * 64)
    page.refresh()
    settle(main)
    assert page.sent_all.isVisible()
    page.sent_all.click()
    settle(main)
    assert chosen(page).state == "sent"
    assert not page.sent_all.isVisible()


def test_what_cannot_be_made_ready_is_said_and_waits(
    main: MainWindow, page: LettersPage, tmp_path: Path
) -> None:
    page.write_to(tmp_path / "gone", [chosen(page)])
    settle(main)
    assert "Mappen findes ikke" in page.banner.label.text()
    assert chosen(page).state == "waiting"


def test_a_letter_for_one_who_is_exempt_is_printed_and_not_written_out(
    main: MainWindow, page: LettersPage
) -> None:
    citizen = chosen(page).row.citizen
    key = FieldKey("citizen", citizen.id, "digital_post")
    main.session.store.journal.append(citizen.id, [Write(key, "exempt")], actor="Test")
    page.refresh()
    settle(main)
    assert page.card.print_button.isVisible()
    assert not page.card.write_button.isVisible()
    assert "fritaget" in page.card.why.text()
    assert page.card.how.currentData() == "letter"


def test_a_day_ahead_is_not_recorded_and_it_is_said_why(
    main: MainWindow, page: LettersPage
) -> None:
    page.card.day.edit.setText("24/11-2026")
    page.card.day.edit.textEdited.emit("24/11-2026")
    page.card.day.edit.editingFinished.emit()
    page.card.sent_button.click()
    settle(main)
    assert "fremtiden" in page.banner.label.text()
    assert chosen(page).state == "waiting"


def test_the_visit_opens_from_the_list_and_one_comes_back(
    main: MainWindow, page: LettersPage
) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    settle(main)
    assert main.desk is not None
    assert main.desk.page.section == "decision"
    assert main.leave_visit()
    assert main.pages.currentWidget() is page


def test_everything_on_the_page_has_a_name(main: MainWindow, page: LettersPage) -> None:
    wide = main.width()
    assert wide == 1092
    kinds = (page.list, page.card.how, page.card.day.edit, page.card.sent_button)
    named: list[QWidget] = [*kinds, page.card.open_button]
    for widget in named:
        text = getattr(widget, "text", str)()
        assert widget.accessibleName() or text, widget
    row = page.model.data(page.list.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert "Digital Post" in row
    assert isinstance(page.card, LetterCard)


def test_with_no_letter_the_page_says_so_kindly(page: LettersPage) -> None:
    page.show_letters(())
    assert page.empty.isVisible()
    assert not page.list.isVisible()
    assert not page.card.isVisible()
