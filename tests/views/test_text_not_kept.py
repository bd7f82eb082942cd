"""Text that the disk refuses while it is typed: said at once, and taken back when it is kept."""

import gc
import threading
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.casefile import FieldKey
from app.views.keeping import Keeping
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.workflow.session import Session

Opener = Callable[[str], VisitDesk]
FULL, STRANGE = "database or disk is full", "noget, som ingen kender"


def refuse_text(session: Session, why: str = FULL) -> None:
    """Let the database take no text under way."""
    _execute(
        session,
        "CREATE TRIGGER full BEFORE INSERT ON local_pending "
        f"BEGIN SELECT RAISE(ABORT, '{why}'); END",
    )


def take_text(session: Session) -> None:
    _execute(session, "DROP TRIGGER full")


def _execute(session: Session, statement: str) -> None:
    session.store._writer.run(lambda connection: connection.exec_driver_sql(statement))


def text_of(desk: VisitDesk) -> QPlainTextEdit:
    desk.page.show_section("conversation")
    text: QPlainTextEdit = desk.page.form("conversation").findChildren(QPlainTextEdit)[0]
    text.setFocus()
    return text


@pytest.mark.parametrize("why", [FULL, STRANGE])
def test_the_typist_is_told_at_once_and_told_when_it_is_kept(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot, why: str
) -> None:
    text = text_of(open_visit_of("ready"))
    refuse_text(main.session, why)
    text.insertPlainText("Falder i badet")
    qtbot.waitUntil(main.banner.isVisible, timeout=5_000)
    said = main.banner.label.text()
    assert main.banner.tone == "bad"
    assert "står på skærmen" in said
    assert "Luk det ikke" in said
    assert "Ikke gemt" in main.status.saved.text()
    assert main.status.saved.property("kind") == "error"
    take_text(main.session)
    qtbot.waitUntil(lambda: main.banner.tone == "ok", timeout=5_000)
    assert "Gemt" in main.status.saved.text()
    assert main.status.saved.property("kind") == "muted"
    assert [kept.text for kept in main.session.store.pending.all()] == [text.toPlainText()]


def test_nothing_is_called_saved_while_text_is_refused(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot
) -> None:
    desk = open_visit_of("ready")
    text = text_of(desk)
    refuse_text(main.session)
    text.insertPlainText("Falder i badet")
    qtbot.waitUntil(main.banner.isVisible, timeout=5_000)
    desk.written.emit()
    assert "Ikke gemt" in main.status.saved.text()
    take_text(main.session)


def test_another_notice_is_not_taken_away_when_text_is_kept_again(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot
) -> None:
    text = text_of(open_visit_of("ready"))
    refuse_text(main.session)
    text.insertPlainText("Falder i badet")
    qtbot.waitUntil(main.banner.isVisible, timeout=5_000)
    main.say("Noget andet", "warn")
    take_text(main.session)
    qtbot.waitUntil(lambda: "Gemt" in main.status.saved.text(), timeout=5_000)
    assert main.banner.label.text() == "Noget andet"


def test_a_notice_that_was_closed_does_not_come_back_when_text_is_kept(
    main: MainWindow, open_visit_of: Opener, qtbot: QtBot
) -> None:
    text = text_of(open_visit_of("ready"))
    refuse_text(main.session)
    text.insertPlainText("Falder i badet")
    qtbot.waitUntil(main.banner.isVisible, timeout=5_000)
    main.banner.close_button.click()
    take_text(main.session)
    qtbot.waitUntil(lambda: "Gemt" in main.status.saved.text(), timeout=5_000)
    assert not main.banner.isVisible()


def test_it_is_said_on_the_windows_own_thread(
    main: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(main.status, "set_unsaved", lambda: seen.append(QThread.isMainThread()))
    refuse_text(main.session)
    key = FieldKey("assessment", "a" * 32, "own_words")
    main.session.store.pending.put(key, "5" * 32, "Falder", (), "s")
    qtbot.waitUntil(lambda: bool(seen), timeout=5_000)
    assert seen == [True]
    take_text(main.session)


def test_a_window_that_was_left_is_told_nothing_and_is_not_kept_alive(
    session: Session, qtbot: QtBot
) -> None:
    main = MainWindow(session)
    keeping = weakref.ref(main.keeping)
    main.leave()
    pending = session.store.pending
    failed = threading.Event()
    assert keeping() is not None
    main.deleteLater()
    del main
    qtbot.waitUntil(lambda: gc.collect() >= 0 and keeping() is None, timeout=5_000)
    refuse_text(session)
    pending.failed = lambda _: failed.set()
    pending.put(FieldKey("assessment", "a" * 32, "own_words"), "5" * 32, "Falder", (), "s")
    assert failed.wait(5)
    take_text(session)


def test_keeping_says_nothing_of_its_own_accord(main: MainWindow) -> None:
    assert isinstance(main.keeping, Keeping)
    assert not main.banner.isVisible()
    assert main.status.saved.property("kind") == "muted"
