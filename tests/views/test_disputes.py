"""A field that two have written differently is marked, and one value is chosen for it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.domain.records import Assessment, Record
from app.journal.journal import Write
from app.tour.stage import settle
from app.views.disputes import DisputeCard
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.widgets.diff_text import DiffText
from app.widgets.fields import TextArea
from app.workflow.session import Session
from app.workflow.writing import key_of
from tests.two_computers import carry, write

Opener = Callable[[str], VisitDesk]
PERSON = "in_progress"


def dispute(session: Session, desk: VisitDesk, *addresses: str) -> None:
    """Let several people write the case's number without having seen each other."""
    case = desk.editor.view.casefile.case
    key = key_of(case, "number")
    seen = session.store.journal.snapshot([case.id]).heads.get(key, ())
    for place, value in enumerate(addresses):
        session.store.journal.append(case.id, [Write(key, value, seen)], actor=f"Person {place}")
    show_anew(desk)


def show_anew(desk: VisitDesk) -> None:
    desk.editor.opened.reload()
    desk.editor.changed.emit(desk.editor.view)


def own_words(desk: VisitDesk) -> Assessment:
    """Return the first area of the visit in which the citizen's own words stand."""
    casefile = desk.editor.view.casefile
    mine = (each for each in casefile.all(Assessment) if each.visit == casefile.visit_id)
    return next(each for each in mine if each.own_words)


def differ(
    main: MainWindow, other: Session, desk: VisitDesk, record: Record, field: str, *texts: str
) -> None:
    """Let both write the same field, after one of them has written what both start from."""
    scope, key = desk.editor.view.casefile.case.id, key_of(record, field)
    before, mine, theirs = texts
    write(main.session, scope, key, before)
    carry(main.session, other, PERSON)
    write(main.session, scope, key, mine)
    write(other, scope, key, theirs)
    carry(other, main.session, PERSON)
    show_anew(desk)
    settle(main)


def cards(desk: VisitDesk) -> list[DisputeCard]:
    return [card for card in desk.page.findChildren(DisputeCard) if card.isVisible()]


def test_a_dispute_is_shown_with_both_values_and_who_wrote_them(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of(PERSON)
    desk.page.show_section("household")
    dispute(main.session, desk, "26/100", "26/200")
    settle(main)
    (card,) = cards(desk)
    labels = card.findChildren(QLabel)
    said = " ".join(f"{label.accessibleName()} {label.text()}" for label in labels)
    for words in ("26/", "kun her: 100", "kun her: 200", "Person 0", "Person 1"):
        assert words in said


def test_a_dispute_stops_the_locking_and_is_settled_from_there_by_the_keyboard(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of(PERSON)
    dispute(main.session, desk, "26/100", "26/200")
    (missing,) = (m for m in desk.editor.view.judgement.blocked if m.key == "missing.dispute")
    desk.page.go_to(missing.anchor)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert "26/" in focused.accessibleName()
    QTest.keyClick(focused, Qt.Key.Key_Space)
    settle(main)
    assert not desk.editor.view.casefile.disputes
    assert desk.editor.view.casefile.case.number in ("26/100", "26/200")
    assert not cards(desk)
    assert QApplication.focusWidget() is not None


def test_texts_tell_word_by_word_what_each_did_since_both_had_the_same(
    main: MainWindow, open_visit_of: Opener, other: Session
) -> None:
    desk = open_visit_of(PERSON)
    desk.page.show_section("assessment")
    texts = ("Hun går selv.", "Hun går støttet.", "Hun går selv om natten.")
    differ(main, other, desk, own_words(desk), "own_words", *texts)
    (card,) = cards(desk)
    spoken = {text.accessibleName() for text in card.findChildren(DiffText)}
    assert spoken == {
        "Hun går fjernet: selv tilføjet: støttet .",
        "Hun går selv tilføjet: om natten .",
    }
    marked = " ".join(text.text() for text in card.findChildren(DiffText))
    assert "<u " in marked
    assert "<s " in marked
    where = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "På denne computer" in where
    assert "På en anden computer" in where


def test_text_that_looks_like_markup_is_shown_as_it_was_written(
    main: MainWindow, open_visit_of: Opener, other: Session
) -> None:
    desk = open_visit_of(PERSON)
    desk.page.show_section("assessment")
    texts = ("Hun går.", "Hun går <b>selv</b>.", "Hun går & står.")
    differ(main, other, desk, own_words(desk), "own_words", *texts)
    (card,) = cards(desk)
    shown = " ".join(text.text() for text in card.findChildren(DiffText))
    assert "&lt;b&gt;selv" in shown
    assert "<b>selv" not in shown
    assert "&amp; står" in shown


def test_something_else_is_written_in_the_field_with_both_values_still_in_sight(
    main: MainWindow, open_visit_of: Opener, other: Session
) -> None:
    desk = open_visit_of(PERSON)
    desk.page.show_section("assessment")
    record = own_words(desk)
    differ(main, other, desk, record, "own_words", "Hun går.", "Hun går selv.", "Hun går lidt.")
    (card,) = cards(desk)
    card.other.setFocus()
    QTest.keyClick(card.other, Qt.Key.Key_Space)
    settle(main)
    field = QApplication.focusWidget()
    assert isinstance(field, TextArea)
    QTest.keyClicks(field, "Hun gaar selv lidt.")
    settle(main)
    assert cards(desk) == [card]
    desk.write_all()
    settle(main)
    assert not desk.editor.view.casefile.disputes
    assert own_words(desk).own_words == "Hun gaar selv lidt."
    assert not cards(desk)


def test_a_third_value_that_comes_in_is_shown_beside_the_two_and_focus_stays(
    main: MainWindow, open_visit_of: Opener, other: Session
) -> None:
    desk = open_visit_of(PERSON)
    desk.page.show_section("household")
    dispute(main.session, desk, "26/100", "26/200")
    settle(main)
    cards(desk)[0].buttons[1].setFocus()
    case = desk.editor.view.casefile.case
    write(other, case.id, key_of(case, "number"), "26/300")
    carry(other, main.session, PERSON)
    show_anew(desk)
    settle(main)
    (card,) = cards(desk)
    assert len(card.buttons) == 3
    assert QApplication.focusWidget() in card.buttons


def test_a_record_that_one_removed_and_another_changed_is_kept_or_removed_by_choice(
    main: MainWindow, open_visit_of: Opener, other: Session
) -> None:
    desk = open_visit_of(PERSON)
    desk.page.show_section("goals")
    case, goal = desk.editor.view.casefile.case, desk.editor.view.casefile.goals[0]
    carry(main.session, other, PERSON)
    write(other, case.id, key_of(goal, "text"), "Bos mål")
    write(main.session, case.id, key_of(goal, "removed"), True)
    carry(other, main.session, PERSON)
    show_anew(desk)
    settle(main)
    (card,) = cards(desk)
    assert len(card.buttons) == 2
    said = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Den bliver stående" in said
    assert "Den er fjernet" in said
    kept = next(b for b in card.buttons if "Bo Testmand" in b.accessibleName())
    kept.click()
    settle(main)
    assert desk.editor.view.casefile.goals[0].text == "Bos mål"
    assert not desk.editor.view.casefile.disputes


def test_what_belongs_to_an_earlier_visit_is_not_called_by_a_field_of_this_one(
    main: MainWindow, open_visit_of: Opener, other: Session
) -> None:
    desk = open_visit_of(PERSON)
    desk.page.show_section("assessment")
    casefile = desk.editor.view.casefile
    earlier = next(a for a in casefile.all(Assessment) if a.visit != casefile.visit_id)
    differ(main, other, desk, earlier, "own_words", "Hun går.", "Hun går selv.", "Hun går lidt.")
    (card,) = cards(desk)
    assert card.card.title.text() == (
        "Skrevet forskelligt: Funktionsvurdering · Borgerens egne ord (et andet besøg)"
    )
    assert not card.other.isVisible()


def test_a_value_that_no_form_says_is_shown_as_it_was_recorded(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of(PERSON)
    desk.page.show_section("household")
    case = desk.editor.view.casefile.case
    seen = main.session.store.journal.snapshot([case.id]).heads
    for value in ("social_services_act", "elder_care_act"):
        key = key_of(case, "legal_basis")
        write = Write(key, value, seen.get(key, ()))
        main.session.store.journal.append(case.id, [write], actor="Bo")
    show_anew(desk)
    settle(main)
    (card,) = cards(desk)
    said = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Ikke oplyst" not in said
