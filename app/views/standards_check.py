"""Looks through standards and own letter texts at the start, and says what should be known."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from app.errors import KnownError
from app.workflow.own_texts import faults_in

if TYPE_CHECKING:  # it imports this
    from app.views.main_window import MainWindow
    from app.workflow.session import Session

# The first page is looked at, and a visit may be opened, before files are read.
CHECK_AFTER_MS = 2500


def check_standards_later(main: "MainWindow") -> None:
    """Say which files cannot be used and why, or that no municipality is chosen."""
    QTimer.singleShot(CHECK_AFTER_MS, main, lambda: check_standards(main))


def check_standards(main: "MainWindow") -> None:
    """Read every standard and own text beside the window and say what is wrong with any."""

    def say(problems: tuple[KnownError, ...]) -> None:
        sentences = [main.session.texts.error(problem) for problem in problems]
        if sentences:
            main.say("\n".join(sentences), "bad")
        elif not main.session.profile.municipality and len(main.session.library.municipalities) > 1:
            main.say(
                QCoreApplication.translate(
                    "MainWindow",
                    "Choose your municipality under Settings: its quality standards are "
                    "proposed for new visits.",
                ),
                "info",
            )

    main.background.run(partial(_problems, main.session), say, _pass_on)


def _problems(session: "Session") -> tuple[KnownError, ...]:
    has_own = session.texts_folder.is_dir()
    return (*session.library.problems(), *(faults_in(session.texts_folder) if has_own else ()))


def _pass_on(error: Exception) -> None:
    raise error
