"""A picture of each screen, in each size, look and language."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.clock import fixed_clock, today
from app.forms.consent_record import questions_of
from app.tour.stage import PICTURE_DAY, demonstration, dress, picture, settle, window
from app.views.citizen_screen import CitizenScreen
from app.views.history_dialog import HistoryDialog
from app.views.import_dialog import ImportDialog
from app.views.main_window import MainWindow
from app.views.new_visit_dialog import NewVisitDialog
from app.views.start import FirstRunWindow, StartWindow, UnlockWindow
from app.workflow.demonstration import demonstration_visit
from app.workflow.importing import ImportReport
from app.workflow.session import Session
from app.workflow.writing import key_of

SIZES = ((1366, 768), (1092, 614))
THEMES = ("light", "dark")
LANGUAGES = ("da", "en")
VISITS = {"visit": "in_progress", "empty": "ready", "follow-up": "follow_up", "issued": "decided"}
WHOLE = "visit"


def take_screenshots(out: Path) -> list[Path]:
    """Take every picture; return where they are."""
    clock = fixed_clock(PICTURE_DAY)
    taken: list[Path] = []
    with demonstration(clock) as session:
        for language in LANGUAGES:
            session.texts = type(session.texts)(language)
            for theme in THEMES:
                dress(language, theme)
                for size in SIZES:
                    folder = out / f"{size[0]}x{size[1]}-{theme}-{language}"
                    taken += _one_round(session, size, folder)
    dress()
    return taken


def _one_round(session: Session, size: tuple[int, int], folder: Path) -> Iterator[Path]:
    yield from _start_windows(size, folder)
    with window(session, *size) as main:
        yield from _pages(main, folder)
        yield from _dialogs(session, main, folder)
        for name, person in VISITS.items():
            yield from _visit(session, main, person, folder / name)
        yield _citizen_screen(session, size, folder)


def _start_windows(size: tuple[int, int], folder: Path) -> Iterator[Path]:
    makers: dict[str, Callable[[], StartWindow]] = {
        "01-first-run": FirstRunWindow,
        "02-unlock": UnlockWindow,
    }
    for name, make in makers.items():
        yield _shown(make(), size, folder / f"{name}.png")


def _pages(main: MainWindow, folder: Path) -> Iterator[Path]:
    for number, page in enumerate(("day", "citizens", "settings"), 3):
        main.show_page(page)
        settle(main)
        yield picture(main, folder / f"{number:02}-{page}.png")


def _dialogs(session: Session, main: MainWindow, folder: Path) -> Iterator[Path]:
    yield _shown(
        NewVisitDialog(session, "", today(session.clock), main), None, folder / "06-new-visit.png"
    )
    report = ImportReport(planned=4, known=1, refused=())
    yield _shown(ImportDialog(session, report, "", main), None, folder / "07-import.png")


def _visit(session: Session, main: MainWindow, person: str, folder: Path) -> Iterator[Path]:
    day = today(session.clock)
    standard = session.library.newest(day)[0]
    main.open(demonstration_visit(person, day, standard))
    desk = main.desk
    if desk is None:
        return
    whole = person == VISITS[WHOLE]
    for number, section in enumerate(desk.editor.view.standard.sections, 1):
        if not whole and section.id not in ("household", "assessment", "services", "decision"):
            continue
        desk.page.show_section(section.id)
        settle(main)
        yield picture(main, folder / f"{number:02}-{section.id}.png")
    if whole:
        key = key_of(desk.editor.view.casefile.citizen, "name")
        dialog = HistoryDialog(key, desk.editor.history(key), session, main)
        yield _shown(dialog, None, folder / "20-history.png")
    main.leave_visit()


def _citizen_screen(session: Session, size: tuple[int, int], folder: Path) -> Path:
    day = today(session.clock)
    standard = session.library.newest(day)[0]
    main_visit = demonstration_visit(VISITS[WHOLE], day, standard)
    with window(session, *size) as main:
        main.open(main_visit)
        if main.desk is None:
            raise RuntimeError
        view = main.desk.editor.view
        questions = questions_of(view, [p.id for p in standard.consents[:2]])
        screen = CitizenScreen(
            questions,
            view.casefile.citizen.name,
            session.profile.name,
            language=session.texts.language,
            clock=session.clock,
        )
        return _shown(screen, size, folder / "30-citizen-screen.png")


def _shown(widget: QWidget, size: tuple[int, int] | None, path: Path) -> Path:
    if size is not None:
        widget.setMinimumSize(0, 0)
        widget.resize(*size)
    widget.show()
    taken = picture(widget, path)
    widget.close()
    widget.deleteLater()
    return taken
