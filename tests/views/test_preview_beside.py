"""The preview keeps up with typing: the part in sight first, the newest wins, nothing waits."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from app.errors import KnownError
from app.tour.stage import wait_until
from app.views.pdf_worker import Made, PdfWorker, Wish
from app.workflow.open_visit import OpenVisit
from app.workflow.printing import PrintJob, print_job
from app.workflow.session import Session
from app.workflow.visit_view import VisitView

Opener = Callable[[Session, str], OpenVisit]
PARTS = ("free_choice", "self_chosen", "duties")


@pytest.fixture
def view(session: Session, visit_of: Opener) -> VisitView:
    return visit_of(session, "ready").view


def worker_on(session: Session, gate: threading.Event) -> tuple[PdfWorker, list[Made], list[str]]:
    """Return a worker whose gathering waits for the gate, what it made, and in which threads."""
    made, threads = list[Made](), list[str]()

    def prepare(view: VisitView, parts: tuple[str, ...]) -> PrintJob:
        threads.append(threading.current_thread().name)
        gate.wait(30)
        return print_job(view, session.store.blobs, parts or PARTS)

    worker = PdfWorker(prepare)
    worker.made.connect(made.append)
    return worker, made, threads


def test_the_part_in_sight_is_made_first_and_the_rest_behind(
    session: Session, view: VisitView, qtbot: QtBot
) -> None:
    gate = threading.Event()
    worker, made, threads = worker_on(session, gate)
    worker.ask(Wish(view, (), "self_chosen"))
    assert worker.busy  # and the window goes on
    gate.set()
    wait_until(lambda: not worker.busy)
    order = [each.part for each in made]
    assert order[0] == "self_chosen"
    assert sorted(order) == sorted(made[0].parts) == sorted(PARTS)
    assert all(each.pdf.startswith(b"%PDF") for each in made)
    assert threads[0] != threading.main_thread().name
    assert QThread.currentThread() is worker.thread()
    # Of several that are asked for while one is under way, the newest alone is made.
    gate.clear()
    made.clear()
    for part in ("duties", "free_choice", "self_chosen"):
        worker.ask(Wish(view, (part,)))
    gate.set()
    wait_until(lambda: not worker.busy)
    assert [each.part for each in made] == ["duties", "self_chosen"]
    worker.close()


def test_what_goes_wrong_is_told_and_the_next_is_made(
    session: Session, view: VisitView, qtbot: QtBot
) -> None:
    failed: list[Exception] = []

    def prepare(view: VisitView, parts: tuple[str, ...]) -> bytes:
        if parts:
            raise KnownError("preview.stopped")
        return b"%PDF as issued"

    worker = PdfWorker(prepare)
    worker.failed.connect(failed.append)
    with qtbot.waitSignal(worker.failed):
        worker.ask(Wish(view, ("letter",)))
    with qtbot.waitSignal(worker.made) as heard:
        worker.ask(Wish(view, ()))
    assert heard.args[0].pdf == b"%PDF as issued"
    assert len(failed) == 1
    wait_until(lambda: not worker.busy)
    worker.close()
