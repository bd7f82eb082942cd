"""A picture of each screen, in each size, look and language."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.clock import fixed_clock, today
from app.errors import BugError
from app.forms.consent_record import questions_of
from app.interchange.worklist import RefusedLine
from app.texts import Texts
from app.tour.letter_pictures import take_letters
from app.tour.stage import PICTURE_DAY, demonstration, dress, picture, settle, window
from app.tour.sync_pictures import take_sync_pictures
from app.views.citizen_screen import CitizenScreen
from app.views.history_dialog import HistoryDialog
from app.views.import_dialog import ImportDialog
from app.views.main_window import MainWindow
from app.views.new_visit_dialog import NewVisitDialog
from app.views.start import FirstRunWindow, StartWindow, UnlockWindow
from app.views.visit_desk import VisitDesk
from app.workflow.demonstration import demonstration_visit
from app.workflow.importing import ImportReport
from app.workflow.session import Session
from app.workflow.writing import key_of

SIZES = ((1366, 768), (1092, 614))
THEMES = ("light", "dark")
LANGUAGES = ("da", "en")
WHOLE = "in_progress"
# Other states of a visit, once: in the usual look and language.
_USUAL = ("household", "assessment", "services", "decision")
_LATER = ("overall", "assessment", "services", "plan", "provider", "follow_up", "after", "decision")
OTHERS = {
    "empty": ("ready", _USUAL),
    "follow-up": ("follow_up", _USUAL),
    "issued": ("decided", (*_USUAL, "after")),
    "stair": ("stair", _LATER),
    "several-steps": ("several_steps", _LATER),
}


class Album:
    """Where pictures are kept: a folder for each size, look and language."""

    def __init__(self, out: Path, language: str, theme: str) -> None:
        self._out = out
        self._tail = f"{theme}-{language}"
        self.taken: list[Path] = []

    def keep(self, widget: QWidget, name: str) -> None:
        """Take a picture in each size."""
        for width, height in SIZES:
            widget.setMinimumSize(0, 0)
            widget.resize(width, height)
            if isinstance(widget, MainWindow):
                settle(widget)
            path = self._out / f"{width}x{height}-{self._tail}" / f"{name}.png"
            self.taken.append(picture(widget, path))

    def keep_once(self, widget: QWidget, name: str) -> None:
        """Take a picture of what has a size of its own; then it is gone."""
        widget.show()
        self.taken.append(picture(widget, self._out / f"dialogs-{self._tail}" / f"{name}.png"))
        widget.close()
        widget.deleteLater()


def take_screenshots(out: Path) -> list[Path]:
    """Take every picture; return where they are."""
    clock = fixed_clock(PICTURE_DAY)
    taken: list[Path] = []
    with demonstration(clock) as session:
        for language in LANGUAGES:
            session.texts = Texts(language)
            for theme in THEMES:
                dress(language, theme)
                album = Album(out, language, theme)
                _one_round(session, album, usual=(language, theme) == ("da", "light"))
                taken += album.taken
    dress()
    return taken


def _one_round(session: Session, album: Album, *, usual: bool) -> None:
    _start_windows(album)
    with window(session, *SIZES[0]) as main:
        for number, page in enumerate(("day", "citizens", "settings", "follow_up"), 3):
            main.show_page(page)
            album.keep(main, f"{number:02}-{page}")
        take_letters(session, main, album)
        _dialogs(session, main, album)
        take_sync_pictures(session, main, album)
        _visit(main, WHOLE, album)
        if usual:
            for name, (person, sections) in OTHERS.items():
                _visit(main, person, album, f"{name}-", sections)


def _start_windows(album: Album) -> None:
    makers: dict[str, Callable[[], StartWindow]] = {
        "01-first-run": FirstRunWindow,
        "02-unlock": UnlockWindow,
    }
    for name, make in makers.items():
        shown = make()
        shown.show()
        album.keep(shown, name)
        shown.close()
        shown.deleteLater()


def _dialogs(session: Session, main: MainWindow, album: Album) -> None:
    album.keep_once(NewVisitDialog(session, "", today(session.clock), main), "new-visit")
    refused = (RefusedLine(3, "worklist.twice", {"first": 2}),)
    report = ImportReport(planned=4, known=1, refused=refused)
    album.keep_once(ImportDialog(session, report, "", main), "import")


def _visit(
    main: MainWindow, person: str, album: Album, prefix: str = "", only: tuple[str, ...] = ()
) -> None:
    session = main.session
    day = today(session.clock)
    main.open(demonstration_visit(person, day, session.usual_standard()))
    desk = main.desk
    if desk is None:
        raise BugError("the demonstration's visit did not open")
    for number, section in enumerate(desk.editor.view.sections, 10):
        if only and section.key not in only:
            continue
        desk.page.show_section(section.key)
        desk.page.focus()
        album.keep(main, f"{prefix}{number}-{section.key}")
    if not only:
        _history(desk, album)
        _citizen_screen(desk, album)
    main.leave_visit()


def _history(desk: VisitDesk, album: Album) -> None:
    key = key_of(desk.editor.view.casefile.citizen, "name")
    dialog = HistoryDialog(key, desk.editor.history(key), desk.session, desk)
    album.keep_once(dialog, "history")


def _citizen_screen(desk: VisitDesk, album: Album) -> None:
    view, session = desk.editor.view, desk.session
    screen = CitizenScreen(
        questions_of(view, [p.id for p in view.standard.consents[:2]]),
        view.casefile.citizen.name,
        session.profile.name,
        language=session.texts.language,
        clock=session.clock,
    )
    screen.show()
    album.keep(screen, "30-citizen-screen")
    screen.close()
    screen.deleteLater()
