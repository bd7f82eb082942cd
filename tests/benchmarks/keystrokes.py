"""Typing under a decision: what a keystroke takes, and until the page in sight shows it."""

from functools import partial
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from app.tour.stage import wait_until
from app.views.decision_preview import DecisionPreview
from app.views.main_window import MainWindow
from app.views.visit_desk import VisitDesk
from app.workflow.printing import make, print_job
from app.workflow.session import Session
from tests.benchmarks.table import Row, limited
from tests.benchmarks.window import timed, visit_in

# Somebody who types fast: the preview is at work at every keystroke.
_EVERY_MS = 110
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def writing(session: Session, keys: int) -> list[Row]:
    """Type in the reasons: letter by letter until the page shows each, and then on and on."""
    window = MainWindow(session, demonstration=True)
    window.show()
    window.open(visit_in(session, "in_progress"))
    desk = window.desk
    if desk is None:
        raise RuntimeError("the visit did not open")
    desk.page.show_section("decision")
    wait_until(lambda: desk.preview.settled and not desk.page.waiting)
    form = desk.page.form("decision")
    field = next(e for e in form.findChildren(QPlainTextEdit) if e.isEnabled())
    field.setFocus()
    field.selectAll()  # what an earlier run wrote is written over
    _bring_into_sight(desk, field)
    shown, alone = list[float](), list[float]()
    for letter in _LETTERS[:keys]:
        before = _picture(desk.preview)
        took = _until_painted(desk, field, letter)
        if _picture(desk.preview) == before:  # the words have moved to another page
            _bring_into_sight(desk, field)
            continue
        shown.append(took)
        job = print_job(desk.editor.view, session.store.blobs, ("letter",))
        alone.append(timed(partial(make, job)))
    struck, freeze = _typing_on(field, keys)
    window.leave_visit()
    window.close()
    letter_alone = ("making the letter alone", median(alone[1:]))
    return [
        limited("a keystroke under the decision", struck, 16.0),
        limited("longest freeze while one types there", [freeze], 50.0),
        Row("a keystroke, to the page in view repainted", median(shown[1:]), *letter_alone, 4.0),
    ]


def _bring_into_sight(desk: VisitDesk, field: QPlainTextEdit) -> None:
    """Turn to the page on which what is typed is read."""
    for page in range(desk.preview.pages.page_count()):
        desk.preview.pages.go_to(page)
        before = _picture(desk.preview)
        _until_painted(desk, field, "x")
        if _picture(desk.preview) != before:
            return
    raise SystemExit("No page of the letter shows what is typed.")


def _until_painted(desk: VisitDesk, field: QPlainTextEdit, letter: str) -> float:
    """Return how long it takes from a keystroke until the page with it is painted, in ms."""
    loop = QEventLoop()
    watch = _Paints(desk, loop)
    began = perf_counter()
    QTest.keyClicks(field, letter)
    loop.exec()
    took = (perf_counter() - began) * 1000
    watch.stop()
    return took


class _Paints(QObject):
    """Ends a loop when the pages were painted as the visit is now."""

    def __init__(self, desk: VisitDesk, loop: QEventLoop) -> None:
        super().__init__()
        self._desk, self._loop = desk, loop
        self._pages = desk.preview.pages.pages
        self._pages.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._desk.preview.shows(self._desk.editor.view):
            QTimer.singleShot(0, self._loop.quit)  # when this is painted
        return False

    def stop(self) -> None:
        """Watch no more."""
        self._pages.removeEventFilter(self)


def _picture(preview: DecisionPreview) -> QImage:
    return preview.pages.area.viewport().grab().toImage()


def _typing_on(field: QPlainTextEdit, keys: int) -> tuple[list[float], float]:
    """Type without waiting; return what each keystroke took, and the longest freeze, in ms."""
    struck, gaps = list[float](), list[float]()
    loop, ticks, last = QEventLoop(), QTimer(), [perf_counter()]

    def tick() -> None:
        now = perf_counter()
        gaps.append((now - last[0]) * 1000)
        last[0] = now

    ticks.timeout.connect(tick)
    ticks.start(1)
    for letter in _LETTERS[:keys]:
        struck.append(timed(partial(QTest.keyClicks, field, letter)))
        QTimer.singleShot(_EVERY_MS, loop.quit)
        loop.exec()
    ticks.stop()
    return struck, max(gaps[1:])
