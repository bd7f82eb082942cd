"""The preview keeps up with typing: the part in sight first, the newest wins, nothing waits."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtCore import QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.documents.jobs import part_alone, with_pictures
from app.documents.serving import Maker
from app.errors import KnownError
from app.tour.stage import settle, wait_until
from app.views.main_window import MainWindow
from app.views.pdf_worker import Made, PdfWorker, Wish
from app.views.visit_desk import VisitDesk
from app.workflow.open_visit import OpenVisit
from app.workflow.printing import PrintJob, make, print_job
from app.workflow.session import Session
from app.workflow.visit_view import VisitView
from tests.documents import sample

Opener = Callable[[Session, str], OpenVisit]
PARTS = ("free_choice", "self_chosen", "duties")


class Bench:
    """A worker whose gathering can be held up, and what came of it.

    One for all tests: each process takes a while to begin.
    """

    def __init__(self) -> None:
        self.worker = PdfWorker(self._prepare)
        self.worker.made.connect(self._note)
        self.worker.failed.connect(lambda error: self.failed.append(error))
        self.open = threading.Event()
        self.begin()

    def begin(self) -> None:
        """Forget what came before."""
        self.made: list[Made] = []
        self.failed: list[Exception] = []
        self.gathered: list[VisitView] = []
        self.threads: set[str] = set()
        self.then: Callable[[Made], object] = lambda _: None
        self.open.set()

    def settle(self) -> None:
        """Wait until nothing is being made."""
        wait_until(lambda: not self.worker.busy)

    def _note(self, made: Made) -> None:
        self.made.append(made)
        self.then(made)

    def _prepare(self, view: VisitView, parts: tuple[str, ...]) -> PrintJob:
        self.gathered.append(view)
        self.threads.add(threading.current_thread().name)
        self.open.wait(30)
        return print_job(view, None, parts or PARTS)


@pytest.fixture(scope="module")
def one_bench(qapp: QApplication) -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.worker.close()


@pytest.fixture
def bench(one_bench: Bench) -> Bench:
    one_bench.begin()
    return one_bench


@pytest.fixture
def view(session: Session, visit_of: Opener) -> VisitView:
    return visit_of(session, "ready").view


def test_the_part_in_sight_is_made_first_and_the_rest_behind(bench: Bench, view: VisitView) -> None:
    bench.open.clear()
    bench.worker.ask(Wish(view, (), "self_chosen"))
    assert bench.worker.busy  # and the window goes on
    bench.open.set()
    bench.settle()
    order = [each.part for each in bench.made]
    assert order[0] == "self_chosen"
    assert sorted(order) == sorted(bench.made[0].parts) == sorted(PARTS)
    assert all(each.pdf.startswith(b"%PDF") for each in bench.made)
    assert threading.main_thread().name not in bench.threads
    assert QThread.currentThread() is bench.worker.thread()


def test_of_several_that_are_asked_for_meanwhile_the_newest_alone_is_made(
    bench: Bench, view: VisitView
) -> None:
    bench.open.clear()
    bench.worker.ask(Wish(view, ("duties",)))
    wait_until(lambda: bool(bench.gathered))
    for part in ("free_choice", "duties", "self_chosen"):
        bench.worker.ask(Wish(view, (part,)))
    bench.open.set()
    bench.settle()
    assert [each.part for each in bench.made] == ["duties", "self_chosen"]


def test_while_one_types_only_the_part_in_sight_is_made(bench: Bench, view: VisitView) -> None:
    strokes = [msgspec.structs.replace(view) for _ in range(4)]
    waiting = strokes[:]

    def type_on(_: Made) -> None:
        if waiting:
            bench.worker.ask(Wish(waiting.pop(0), (), "duties"))

    bench.then = type_on
    bench.worker.ask(Wish(view, (), "duties"))
    bench.settle()
    assert [each.part for each in bench.made[:5]] == ["duties"] * 5
    assert sorted(each.part for each in bench.made[5:]) == ["free_choice", "self_chosen"]
    views = [view, *strokes, strokes[-1], strokes[-1]]
    assert all(each.view is made for each, made in zip(bench.made, views, strict=True))


def test_what_only_makes_ready_is_shown_to_nobody(bench: Bench, view: VisitView) -> None:
    bench.worker.ask(Wish(view, ("duties",), shown=False))
    assert not bench.worker.busy
    wait_until(lambda: bool(bench.gathered))
    bench.worker.ask(Wish(view, ("free_choice",)))
    bench.settle()
    assert [each.part for each in bench.made] == ["free_choice"]


def test_a_process_that_died_is_told_and_the_next_is_made(bench: Bench, view: VisitView) -> None:
    before = {child.pid for child in multiprocessing.active_children()}
    fresh = Bench()
    fresh.worker.ask(Wish(view, ("duties",)))
    fresh.settle()
    mine = next(c for c in multiprocessing.active_children() if c.pid not in before)
    mine.kill()
    fresh.worker.ask(Wish(view, ("duties",)))
    fresh.settle()
    assert [each.key for each in fresh.failed if isinstance(each, KnownError)] == [
        "preview.stopped"
    ]
    fresh.worker.ask(Wish(view, ("duties",)))
    fresh.settle()
    assert len(fresh.made) == 2
    fresh.worker.close()


def test_what_goes_wrong_is_told_and_the_next_is_made(view: VisitView, qapp: QApplication) -> None:
    made, failed = list[Made](), list[Exception]()

    def prepare(view: VisitView, parts: tuple[str, ...]) -> bytes:
        if parts:
            raise KnownError("preview.stopped")
        return b"%PDF as issued"

    worker = PdfWorker(prepare)
    worker.made.connect(made.append)
    worker.failed.connect(failed.append)
    worker.ask(Wish(view, ("letter",)))
    wait_until(lambda: not worker.busy)
    worker.ask(Wish(view, ()))
    wait_until(lambda: not worker.busy)
    assert [each.pdf for each in made] == [b"%PDF as issued"]
    assert len(failed) == 1
    worker.close()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="a process cannot be stopped here")
def test_leaving_does_not_wait_for_a_process_that_never_answers(
    view: VisitView, qapp: QApplication
) -> None:
    before = {child.pid for child in multiprocessing.active_children()}

    def begun() -> set[int | None]:
        return {child.pid for child in multiprocessing.active_children()} - before

    bench = Bench()
    bench.worker.ask(Wish(view, ("duties",)))
    wait_until(lambda: bool(begun()))
    (process,) = begun()
    assert process is not None
    os.kill(process, signal.SIGSTOP)  # as if it were beginning for ever
    bench.worker.close()
    wait_until(lambda: not begun())  # and it is gone all the same
    assert (bench.made, bench.failed) == ([], [])


def test_the_store_is_not_read_once_the_worker_is_closed(
    view: VisitView, qapp: QApplication
) -> None:
    gate, read = threading.Event(), list[str]()

    def prepare(view: VisitView, parts: tuple[str, ...]) -> bytes:
        read.append("begun")
        gate.wait(30)
        read.append("done")
        return b""

    worker = PdfWorker(prepare)
    worker.ask(Wish(view, ("duties",)))
    wait_until(lambda: bool(read))
    closing = threading.Thread(target=worker.close)
    closing.start()
    wait_until(lambda: not worker.busy)
    assert closing.is_alive()
    gate.set()
    closing.join()
    assert read == ["begun", "done"]
    worker.ask(Wish(view, ("duties",)))
    assert read == ["begun", "done"]


def test_what_stays_the_same_is_sent_over_once_and_the_page_is_the_same() -> None:
    content = sample.content()
    pictured = PrintJob(parts=("letter", "consents"), content=content)
    job = with_pictures(pictured, {})
    maker = Maker()
    sizes = [len(maker._packed(make, (each,))) for each in (job, job, pictured)]
    assert sizes[1] < sizes[0] / 2
    assert sizes[2] > sizes[1] + sum(map(len, content.blobs.values()))
    letter, consents = maker.make(job, "letter"), maker.make(pictured, "consents")
    assert letter.parts == consents.parts == ("letter", "consents")
    assert letter.pdf == make(part_alone(job, "letter"))
    assert consents.pdf == make(part_alone(pictured, "consents"))
    assert consents.pdf != make(part_alone(job, "consents"))
    maker.let_go()


def test_each_keystroke_goes_to_the_letter_before_typing_pauses(
    main: MainWindow, open_visit_of: Callable[[str], VisitDesk]
) -> None:
    desk = open_visit_of("in_progress")
    desk.page.show_section("decision")
    settle(main)
    # What is told when typing pauses is told to nobody.
    desk.editor.changed.disconnect(desk.page._load)
    form = desk.page.form("decision")
    field = next(each for each in form.findChildren(QPlainTextEdit) if each.isEnabled())
    field.setFocus()
    shown: list[Made] = []
    desk.preview.worker.made.connect(shown.append)
    for letter in "ab":
        QTest.keyClicks(field, letter)
        wait_until(lambda: desk.preview.shows(desk.editor.view))
    assert [each.part for each in shown] == ["letter", "letter"]


def test_what_could_not_be_shown_is_tried_again_when_it_is_chosen_again(
    main: MainWindow, open_visit_of: Callable[[str], VisitDesk]
) -> None:
    others = {child.pid for child in multiprocessing.active_children()}
    desk = open_visit_of("in_progress")
    desk.page.show_section("decision")
    settle(main)
    preview = desk.preview
    wait_until(lambda: preview.shows(desk.editor.view))
    (mine,) = (c for c in multiprocessing.active_children() if c.pid not in others)
    mine.kill()
    mine.join()
    preview.choice.setCurrentIndex(preview.choice.findData("summary"))
    wait_until(preview.problem.isVisible)
    assert "Vælg brevet igen" in preview.problem.text()
    preview.choice.activated.emit(preview.choice.currentIndex())  # as by hand in its list
    wait_until(lambda: preview.pages.part() == "summary")
    assert not preview.problem.isVisible()


def test_an_open_visit_makes_ready_for_its_letter_and_is_left_without_a_word(
    main: MainWindow, open_visit_of: Callable[[str], VisitDesk]
) -> None:
    before = {child.pid for child in multiprocessing.active_children()}
    desk = open_visit_of("in_progress")
    # The visit was open for a while.
    desk.preview._warming.setInterval(0)
    wait_until(lambda: bool({c.pid for c in multiprocessing.active_children()} - before))
    assert not desk.preview.worker.busy
    assert desk.preview.settled
    main.leave_visit()
    wait_until(lambda: {c.pid for c in multiprocessing.active_children()} <= before)
