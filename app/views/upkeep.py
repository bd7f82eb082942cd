"""Looks after the store behind the window, once the day is shown."""

from functools import partial

from PySide6.QtCore import QObject

from app.errors import KnownError
from app.settings import load_settings
from app.views.main_window import MainWindow
from app.workflow.sealing import seal_waiting
from app.workflow.upkeep import back_up, part_with_closed


class Upkeep(QObject):
    """Takes the daily backup, seals what a crash left, parts with closed cases, and tells."""

    def __init__(self, main: MainWindow) -> None:
        super().__init__(main)
        self._main = main
        self._session = main.session

    def start(self) -> None:
        """Begin; what goes wrong is said in the window's banner."""
        self._said: list[str] = []
        warning = self._session.store.warning
        if warning is not None:
            self._say(self._session.texts.error(warning))
        self._main.background.run(lambda: back_up(self._session), self._backed_up, self._fail)
        self._main.background.run(lambda: seal_waiting(self._session), lambda _: None, self._fail)

    def _backed_up(self, error: KnownError | None) -> None:
        if error is not None:
            why = self._session.texts.error(error)
            self._say(self.tr("The automatic backup was not taken. {why}").format(why=why))
        elif self._main.desk is None:
            # A case must not leave under the hands of who has it open: it leaves another day.
            days = load_settings(self._session.store.folder).part_after_days
            work = partial(part_with_closed, self._session, days)
            self._main.background.run(work, self._parted, self._fail)

    def _parted(self, count: int) -> None:
        if count:
            self._main.day.refresh()

    def _say(self, sentence: str) -> None:
        """Say it along with what was said already: there is one banner."""
        self._said.append(sentence)
        self._main.say("\n".join(self._said), "warn")

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._say(self._session.texts.error(error))
