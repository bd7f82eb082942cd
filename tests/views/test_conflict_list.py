"""The list of what is written differently: whose, which field, by whom, when, on which computer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.domain.records import Assessment, Goal
from app.domain.values import Level
from app.journal.journal import Write
from app.tour.stage import settle, wait_until
from app.views.disputes_dialog import DisputesDialog, SettleDialog
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.workflow.elsewhere import keep_names
from app.workflow.session import Session
from app.workflow.writing import key_of
from tests.two_computers import carry, visit_id, write

PERSON = "in_progress"
Opener = Callable[[str], VisitDesk]


def listed(main: MainWindow) -> DisputesDialog:
    main.sync.list_disputes()
    settle(main)
    dialog = next(d for d in main.findChildren(DisputesDialog) if d.isVisible())
    settle(main)
    return dialog


def said(dialog: DisputesDialog | SettleDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def differ(main: MainWindow, other: Session, key: FieldKey, mine: object, theirs: object) -> None:
    case = main.session.casefile(visit_id(main.session, PERSON)).case.id
    write(main.session, case, key, mine)
    write(other, case, key, theirs)
    epochs = other.store.journal.epochs_here()
    keep_names(main.session, dict.fromkeys(epochs, "Bos bærbare"), {})
    carry(other, main.session, PERSON)


def test_the_list_names_citizen_field_and_what_it_is_about_and_the_other_computer(
    main: MainWindow, other: Session
) -> None:
    casefile = main.session.casefile(visit_id(main.session, PERSON))
    area = next(a for a in casefile.all(Assessment) if a.visit == casefile.visit_id and a.own_words)
    differ(main, other, key_of(area, "own_words"), "Mine ord", "Bos ord")
    words = said(listed(main))
    standard = main.session.standard_for(casefile)
    named = standard.area(area.area)
    assert named is not None
    assert casefile.citizen.name in words
    assert f"Funktionsvurdering · Borgerens egne ord · {named.name}" in words
    assert "Bo Testmand · På computeren Bos bærbare · 23/11 2026 kl. 10.41" in words
    assert "På denne computer" in words


def test_a_choice_out_of_a_list_is_said_in_words(main: MainWindow, other: Session) -> None:
    case = main.session.casefile(visit_id(main.session, PERSON)).case
    differ(main, other, key_of(case, "permanence"), "permanent", "temporary")
    words = said(listed(main))
    assert "Varig" in words
    assert "Midlertidig" in words
    assert "permanent" not in words


@pytest.fixture
def stranger(main: MainWindow) -> str:
    """A citizen without any visit here, whose phone and note two have written differently."""
    citizen, journal = new_id(), main.session.store.journal
    write(main.session, citizen, FieldKey("citizen", citizen, "name"), "Åse Ærø")
    for number in ("11 11 11 11", "22 22 22 22"):
        key = FieldKey("citizen", citizen, "phone")
        journal.append(citizen, [Write(key, number, ())], actor=f"Den med {number[:2]}")
    return citizen


def test_what_concerns_nobodys_visit_here_is_settled_by_the_keyboard(
    main: MainWindow, stranger: str
) -> None:
    dialog = listed(main)
    assert "Åse Ærø" in said(dialog)
    assert "Borger · Telefon" in said(dialog)
    (choose,) = (b for b in dialog.findChildren(QPushButton) if b is not dialog.close_button)
    QTest.keyClick(choose, Qt.Key.Key_Space)
    settle(main)
    (settling,) = (d for d in main.findChildren(SettleDialog) if d.isVisible())
    assert "Den med 11" in said(settling)
    assert "Den med 22" in said(settling)
    first = settling.card.buttons[0]
    assert settling.focusWidget() is first
    chosen = settling.card.dispute.sides[0].value
    QTest.keyClick(first, Qt.Key.Key_Space)
    settle(main)
    citizen = main.session.citizen(stranger)
    assert citizen is not None
    assert citizen.phone == chosen
    assert main.session.store.journal.exchange.disputed_scopes() == ()
    wait_until(lambda: main.sync.watch.state is not None and main.sync.watch.state.conflicts == 0)


def test_something_else_may_be_written_where_no_form_stands(
    main: MainWindow, stranger: str
) -> None:
    dialog = listed(main)
    next(b for b in dialog.findChildren(QPushButton) if b is not dialog.close_button).click()
    settle(main)
    (settling,) = (d for d in main.findChildren(SettleDialog) if d.isVisible())
    settling.text.setPlainText("33 33 33 33")
    settling.use.click()
    settle(main)
    citizen = main.session.citizen(stranger)
    assert citizen is not None
    assert citizen.phone == "33 33 33 33"
    values = [e.value for e in main.session.store.journal.history(_phone(stranger))]
    assert {"11 11 11 11", "22 22 22 22"} <= set(values)


def _phone(citizen: str) -> FieldKey:
    return FieldKey("citizen", citizen, "phone")


def test_a_letter_that_a_conflict_concerns_cannot_be_signed_until_it_is_settled(
    main: MainWindow, open_visit_of: Opener, other: Session
) -> None:
    desk = open_visit_of(PERSON)
    casefile = desk.editor.view.casefile
    area = next(a for a in casefile.all(Assessment) if a.visit == casefile.visit_id and a.level)
    assert area.level is not None
    levels = (Level(scale=area.level.scale, value=v) for v in ("1", "2"))
    differ(main, other, key_of(area, "level"), *levels)
    desk.editor.catch_up()
    desk.page.show_section("decision")
    settle(main)
    assert not desk.page.header.lock_button.isEnabled()
    desk.page.header.lock_button.click()
    assert desk.editor.view.casefile.versions == ()
    found = next(m for m in desk.editor.view.judgement.blocked if m.key == "missing.dispute")
    desk.page.go_to(found.anchor)
    settle(main)
    focused = main.focusWidget()
    assert isinstance(focused, QPushButton)
    QTest.keyClick(focused, Qt.Key.Key_Space)
    settle(main)
    assert "missing.dispute" not in {m.key for m in desk.editor.view.judgement.blocked}


def test_a_record_one_removed_is_listed_as_kept_or_removed(
    main: MainWindow, other: Session
) -> None:
    casefile = main.session.casefile(visit_id(main.session, PERSON))
    goal = casefile.first(Goal)
    assert goal is not None
    write(other, casefile.case.id, key_of(goal, "text"), "Bos mål")
    write(main.session, casefile.case.id, key_of(goal, "removed"), True)
    carry(other, main.session, PERSON)
    words = said(listed(main))
    assert "Den bliver stående" in words
    assert "Den er fjernet" in words
