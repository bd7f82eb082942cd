"""Desks for visits, built ahead while the day is looked at, so that a visit opens at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget

from app.domain.standard import Standard
from app.views.background import Background
from app.workflow.session import Session

if TYPE_CHECKING:  # imported when the first one is built: the day's list must not wait
    from app.views.visit_desk import VisitDesk

# A piece may take a tenth of a second: it waits until nobody does anything.
QUIET_MS = 600
BUILD_EVERY_MS = 30


class Desks(QObject):
    """Gives out desks that no visit was opened at."""

    def __init__(self, session: Session, background: Background, pages: QStackedWidget) -> None:
        """`pages` holds the desks from the first: moving a built one costs more than building."""
        super().__init__(pages)
        self._session = session
        self._background = background
        self._pages = pages
        self._spare: VisitDesk | None = None
        self._building = QTimer(self)
        self._building.setSingleShot(True)
        self._building.timeout.connect(self._build)

    @property
    def ready(self) -> bool:
        """Tell whether a whole desk stands ready."""
        return self._spare is not None and self._spare.is_built

    def take(self, standard: Standard) -> "VisitDesk":
        """Return a desk: the one built ahead, if it is for this standard."""
        self._building.stop()
        spare, self._spare = self._spare, None
        if spare is not None and spare.page.standard is standard:
            return spare
        if spare is not None:
            spare.deleteLater()
        return self._new()

    def build_ahead(self) -> None:
        """Build the next desk piece by piece."""
        self._building.start(QUIET_MS)

    def wait_for_quiet(self) -> None:
        """Let what a person does come first."""
        if self._building.isActive():
            self._building.start(QUIET_MS)

    def stop(self) -> None:
        """Build no more."""
        self._building.stop()

    def _new(self) -> "VisitDesk":
        from app.views.visit_desk import VisitDesk

        desk = VisitDesk(self._session, self._background)
        self._pages.addWidget(desk)
        return desk

    def _build(self) -> None:
        if self._spare is None:
            self._spare = self._new()
        elif not self._spare.build_more():
            return
        self._building.start(BUILD_EVERY_MS)
