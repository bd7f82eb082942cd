"""A decision is locked while the window goes on: whole or not at all, and nothing in between."""

import multiprocessing
import threading
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.domain.casefile import FieldKey
from app.forms.asks import Lock, Print
from app.journal.journal import Write
from app.tour.stage import settle, wait_until
from app.views.main_window import MainWindow
from app.views.print_dialog import PrintDialog
from app.views.visit_desk import VisitDesk
from app.workflow.edits import SetField

Opener = Callable[[str], VisitDesk]
PHONE = "12 34 56 78"


def versions(desk: VisitDesk) -> int:
    """Return how many versions of the decision are written."""
    return len(desk.session.casefile(desk.editor.view.casefile.visit_id).versions)


def begun(open_visit_of: Opener) -> tuple[VisitDesk, int]:
    """Open a whole decision and begin to lock it; return how many versions there were."""
    desk = open_visit_of("decided")
    desk.page.show_section("decision")
    before = versions(desk)
    desk.page.asked.emit(Lock())
    return desk, before


def test_nothing_in_a_visit_can_be_changed_while_its_decision_is_locked(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk, before = begun(open_visit_of)
    assert desk.lock.busy
    assert desk.editor.view.held
    assert desk.page.header.missing.text() == "Bliver låst"
    assert not desk.page.header.lock_button.isEnabled()
    form = desk.page.form("decision")
    typed = [*form.findChildren(QPlainTextEdit), *form.findChildren(QLineEdit)]
    open_lines = [each for each in typed if each.isVisible() and each.isEnabled()]
    assert all(each.isReadOnly() for each in open_lines)
    citizen = desk.editor.view.casefile.citizen
    desk.editor.edit(SetField(citizen, "phone", PHONE))
    assert "er ved at blive låst" in main.banner.label.text()
    desk.page.asked.emit(Print())
    assert not desk.findChildren(PrintDialog)
    settle(main)
    assert versions(desk) == before + 1
    assert desk.editor.view.casefile.citizen == citizen
    assert not desk.editor.view.held
    assert "underskrevet og låst" in main.banner.label.text()


def test_nothing_is_written_before_all_documents_are_made(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk, before = begun(open_visit_of)
    for thread in threading.enumerate():
        if thread.name.startswith("locking"):
            thread.join()
    # Who dies here has lost nothing: the decision is as open as it was.
    assert versions(desk) == before
    assert desk.lock.finish()
    assert versions(desk) == before + 1


def test_what_others_write_meanwhile_is_not_locked_with_an_older_letter(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk, before = begun(open_visit_of)
    citizen = desk.editor.view.casefile.citizen
    key = FieldKey("citizen", citizen.id, "phone")
    desk.session.store.journal.append(citizen.id, [Write(key, PHONE)], actor="Viggo Visitator")
    desk.editor.catch_up()  # as when a round of sync brings it
    settle(main)
    assert versions(desk) == before
    assert "ændret, mens du læste brevet" in main.banner.label.text()
    assert desk.editor.view.casefile.citizen.phone == PHONE
    assert not desk.editor.view.held


def test_leaving_the_visit_locks_what_is_being_locked(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk, before = begun(open_visit_of)
    assert main.leave_visit()
    assert versions(desk) == before + 1
    settle(main)


@pytest.mark.slow
def test_the_program_locks_when_the_decision_is_locked(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk, before = begun(open_visit_of)
    asked: list[bool] = []
    main.lock_asked.connect(lambda: asked.append(True))
    main.lock_soon()
    assert versions(desk) == before + 1
    wait_until(lambda: bool(asked))


@pytest.mark.slow
def test_documents_are_made_anew_when_their_process_has_died(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk, before = begun(open_visit_of)
    settle(main)
    for process in multiprocessing.active_children():
        process.kill()
        process.join()
    desk.page.asked.emit(Lock())
    settle(main)
    assert versions(desk) == before + 2


def test_without_documents_the_decision_stays_open_and_that_is_said(
    main: MainWindow, open_visit_of: Opener
) -> None:
    desk = open_visit_of("decided")
    before = versions(desk)
    desk.preview.close_worker()  # as if its process could not be begun
    desk.page.asked.emit(Lock())
    settle(main)
    assert versions(desk) == before
    assert "Dokumenterne kunne ikke laves" in main.banner.label.text()
    citizen = desk.editor.view.casefile.citizen
    desk.editor.edit(SetField(citizen, "phone", PHONE))
    assert desk.editor.view.casefile.citizen.phone == PHONE
