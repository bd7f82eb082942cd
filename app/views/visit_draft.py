"""A visit that was being planned when the program locked, was closed or died: kept and resumed."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from app.errors import KnownError
from app.views.new_visit_dialog import NewVisitDialog
from app.widgets.card import text_label
from app.workflow.drafts import VisitDraft, forget_draft, keep_draft, kept_draft

if TYPE_CHECKING:  # it imports this when a visit is planned
    from app.views.main_window import MainWindow

# Typing is gathered for a moment: within 300 ms of a keystroke it is on the disk.
GATHER_MS = 150
LINES = ("cpr", "name", "street", "postcode", "city", "phone", "time", "note")
DAYS = ("day", "received")


class DraftKeeper(QObject):
    """Keeps what is typed in the dialog, until the visit is planned or the dialog cancelled."""

    def __init__(
        self, main: "MainWindow", dialog: NewVisitDialog, citizen: str, resumed: bool = False
    ) -> None:
        """`citizen` is the id of a known one; `resumed` is a draft that is kept already."""
        super().__init__(dialog)
        self._main = main
        self._dialog = dialog
        self._citizen = citizen
        self._interrupted = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER_MS)
        self._timer.timeout.connect(self.keep)
        self._kept = draft_of(dialog, citizen)
        self._anything = resumed
        for line in lines_of(dialog).values():
            line.textChanged.connect(self._typed)
        dialog.kind.currentIndexChanged.connect(self._typed)
        dialog.standards.chips.changed.connect(self._typed)
        main.locking.connect(self._interrupt)
        dialog.finished.connect(self._end)

    def keep(self) -> bool:
        """Write what is new; tell whether all of it is kept, and say so in the dialog if not."""
        draft = draft_of(self._dialog, self._citizen)
        if draft == self._kept:
            return True
        try:
            keep_draft(self._main.session, draft)
        except KnownError as error:
            self._dialog.error.setText(self._main.session.texts.error(error))
            self._dialog.error.setVisible(True)
            return False
        self._kept, self._anything = draft, True
        return True

    def _typed(self, *_: object) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _interrupt(self) -> None:
        """The program locks: what the disk refuses goes along, sealed in memory."""
        self._interrupted = True
        if not self.keep():
            self._main.unplanned = draft_of(self._dialog, self._citizen)

    def _end(self, _: int) -> None:
        self._timer.stop()
        if self._anything and not self._interrupted:
            # On a full disk it is offered once more; nothing is lost by that.
            with suppress(KnownError):
                forget_draft(self._main.session)


def resume_planning(main: "MainWindow", done: Callable[[NewVisitDialog], None]) -> None:
    """Show the form as it was left, if one was; `done` is given it when the visit is planned."""
    draft = main.unplanned or kept_draft(main.session)
    if draft is None:
        return
    main.unplanned = None
    known = draft.citizen if main.session.citizen(draft.citizen) else ""
    dialog = NewVisitDialog(main.session, known, main.day.day, main)
    keeper = DraftKeeper(main, dialog, known, resumed=True)
    fill(dialog, draft)
    column = dialog.layout()
    if isinstance(column, QVBoxLayout):
        column.insertWidget(0, text_label(_say_resumed(), "body"))
    keeper.keep()
    dialog.accepted.connect(lambda: done(dialog))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def lines_of(dialog: NewVisitDialog) -> dict[str, QLineEdit]:
    """Return what can be typed in, by name."""
    lines: dict[str, QLineEdit] = {name: getattr(dialog, name) for name in LINES}
    return lines | {name: getattr(dialog, name).edit for name in DAYS}


def draft_of(dialog: NewVisitDialog, citizen: str) -> VisitDraft:
    """Return what stands in the dialog, right or wrong."""
    return VisitDraft(
        citizen=citizen,
        texts={name: line.text() for name, line in lines_of(dialog).items()},
        kind=dialog.kind.currentData(),
        standards=tuple(dialog.standards.chips.value()),
    )


def fill(dialog: NewVisitDialog, draft: VisitDraft) -> None:
    """Put into the dialog what stood in it; what is wrong is said as it was."""
    dialog.kind.setCurrentIndex(max(0, dialog.kind.findData(draft.kind)))
    dialog.standards.chips.set_value(draft.standards)
    for name, line in lines_of(dialog).items():
        line.setText(draft.texts.get(name, line.text()))
        if line.text() and (name in DAYS or name == "cpr"):
            line.editingFinished.emit()


def _say_resumed() -> str:
    return QCoreApplication.translate(
        "VisitDraft",
        "You were planning this visit when the program locked or was closed. Here is what you "
        "had typed.",
    )
