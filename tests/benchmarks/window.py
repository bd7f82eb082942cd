"""What a visitator waits for in the window: opening, changing section, levels, search, PDF."""

from collections.abc import Callable
from functools import partial
from time import perf_counter

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest

from app.clock import today
from app.tour.stage import wait_until
from app.views.main_window import MainWindow
from app.views.search_field import SearchField
from app.views.visit_page import VisitPage
from app.widgets.level_scale import LevelScale
from app.workflow.demonstration import demonstration_visit
from app.workflow.open_visit import open_visit
from app.workflow.printing import make, whole_job
from app.workflow.session import Session
from tests.benchmarks.table import Row, limited

WORDS = ("anna test grøn 12", "søren te", "testgrusgraven 4", "0101")
_PERSON = "in_progress"


def working(demonstration: Session, many: Session, rounds: int) -> list[Row]:
    """Do each of what a visitator does in turn, so many times."""
    visit = visit_in(demonstration, _PERSON)
    window = MainWindow(demonstration, demonstration=True)
    window.show()
    crowd = SearchField(many)
    crowd.show()
    times: dict[str, list[float]] = {}
    for round_ in range(rounds + 1):
        window.leave_visit()
        # As in the field: the day is looked at for a moment before a visit is opened.
        wait_until(lambda: window.desks.ready)
        done = {"open": [timed(lambda: window.open(visit))]}
        page = _page(window)
        done["new section"] = _sections(page)
        done["section"] = _sections(page)
        done["level"] = _levels(page, str(2 + round_ % 2))
        done["search"] = _search(crowd)
        if round_:
            for name, measured in done.items():
                times.setdefault(name, []).extend(measured)
    crowd.close()
    window.close()
    return [
        limited("opening a visit, forms built ahead", times["open"], 100.0),
        limited("a section for the first time", times["new section"], 100.0),
        limited("changing section", times["section"], 100.0),
        limited("a level, to findings repainted", times["level"], 16.0),
        limited("search, a keystroke among 10,000", times["search"], 16.0),
    ]


def printing(session: Session, rounds: int) -> list[Row]:
    """Make the whole package again and again, as while a preview is open."""
    view = open_visit(session, visit_in(session, "decided")).view
    job = whole_job(view, session.store.blobs)
    make(job)
    times = [timed(lambda: make(job)) for _ in range(rounds)]
    return [limited("the PDF package, warm", times, 400.0)]


def visit_in(session: Session, person: str) -> str:
    """Return the visit of one of the demonstration's people."""
    day = today(session.clock)
    return demonstration_visit(person, day, session.usual_standard())


def _page(window: MainWindow) -> VisitPage:
    if window.desk is None:
        raise RuntimeError("the visit did not open")
    return window.desk.page


def _sections(page: VisitPage) -> list[float]:
    """Go through every section; each is made when it is first shown."""
    sections = [s.id for s in page.standard.sections]
    return [timed(partial(page.show_section, section)) for section in reversed(sections)]


def _levels(page: VisitPage, level: str) -> list[float]:
    """Type a level in each area: journal, judgement and the findings beside it."""
    page.show_section("assessment")
    times = []
    for scale in page.form("assessment").findChildren(LevelScale):
        scale.segments[0].setFocus()
        QCoreApplication.processEvents()
        times.append(timed(partial(QTest.keyClicks, scale.segments[0], level)))
    return times


def _search(field: SearchField) -> list[float]:
    times = []
    for words in WORDS:
        field.clear()
        times += [timed(partial(QTest.keyClicks, field, letter)) for letter in words]
    return times


def timed(act: Callable[[], object]) -> float:
    """Return how long an act takes with all the painting that follows, in ms."""
    began = perf_counter()
    act()
    QCoreApplication.processEvents()
    return (perf_counter() - began) * 1000
