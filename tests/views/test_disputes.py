"""A field that two have written differently is marked, and one value is chosen for it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.journal.journal import Write
from app.tour.stage import settle
from app.views.disputes import DisputeCard
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.workflow.session import Session
from app.workflow.writing import key_of

Opener = Callable[[str], VisitDesk]


def dispute(session: Session, desk: VisitDesk, *addresses: str) -> None:
    """Let several people write the case's number without having seen each other."""
    case = desk.editor.view.casefile.case
    key = key_of(case, "number")
    seen = session.store.journal.snapshot([case.id]).heads.get(key, ())
    for place, value in enumerate(addresses):
        session.store.journal.append(case.id, [Write(key, value, seen)], actor=f"Person {place}")
    desk.editor.opened.reload()
    desk.editor.changed.emit(desk.editor.view)


def test_a_dispute_is_shown_with_both_values_and_who_wrote_them(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("in_progress")
    desk.page.show_section("household")
    dispute(main.session, desk, "26/100", "26/200")
    settle(main)
    (card,) = (c for c in desk.page.findChildren(DisputeCard) if c.isVisible())
    said = " ".join(label.text() for label in card.findChildren(QLabel))
    for words in ("26/100", "26/200", "Person 0", "Person 1"):
        assert words in said


def test_a_dispute_stops_the_locking_and_is_settled_from_there_by_the_keyboard(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("in_progress")
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
    assert not any(c.isVisible() for c in desk.page.findChildren(DisputeCard))
    assert QApplication.focusWidget() is not None
