"""The list of the letters that go out: in groups by how far they are, painted by a delegate."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from app.clock import local_day
from app.domain.decision_records import OtherLetter
from app.forms.decision_issued import delivery_ways
from app.views.due_list import CHIP, DETAIL, IS_GROUP, TITLE, TONE, Index
from app.views.phrases import day_near
from app.widgets.chips import Tone
from app.workflow.outgoing import Outgoing, State

# A letter that waits longer than this is late: the citizen is to have it at once.
_LATE_DAYS = 3


def state_names() -> dict[State, str]:
    """Return what the groups are called, what waits first."""
    return {
        "waiting": QCoreApplication.translate("Letters", "To be sent"),
        "ready": QCoreApplication.translate("Letters", "Made ready, not recorded as sent"),
        "sent": QCoreApplication.translate("Letters", "Sent in the last 30 days"),
    }


def kind_names() -> dict[OtherLetter, str]:
    """Return what letters are called that are no decision."""
    return {
        "hearing": QCoreApplication.translate("Letters", "Party hearing"),
        "processing_notice": QCoreApplication.translate("Letters", "Late answer"),
        "elder_care": QCoreApplication.translate("Letters", "Guidance on the Elder Care Act"),
    }


def way_name(letter: Outgoing) -> str:
    """Say how a letter goes, or went."""
    return dict[str, str](delivery_ways()).get(letter.way, "")


def since(letter: Outgoing, day: date) -> tuple[str, Tone]:
    """Say since when a letter is where it is, and in what tone."""
    if letter.state == "sent" and letter.last is not None and letter.last.sent_on is not None:
        sent = QCoreApplication.translate("Letters", "Sent {day}")
        return sent.format(day=day_near(letter.last.sent_on, day)), "ok"
    at = letter.row.dispatch.handed_over_at if letter.row.dispatch else None
    if letter.state == "ready" and at is not None:
        ready = QCoreApplication.translate("Letters", "Ready {day}")
        return ready.format(day=day_near(local_day(at), day)), "info"
    made = letter.made_on or day
    decided = QCoreApplication.translate("Letters", "Decided {day}")
    finished = QCoreApplication.translate("Letters", "Finished {day}")
    waits = finished if letter.row.version.letter else decided
    return waits.format(day=day_near(made, day)), "warn" if (day - made).days > _LATE_DAYS else (
        "neutral"
    )


class LettersModel(QAbstractListModel):
    """The letters, under a heading for each group that has any."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Outgoing | str] = []
        self._day = date.min

    def show(self, letters: Sequence[Outgoing], day: date) -> None:
        """Show these letters."""
        self.beginResetModel()
        self._day, self._rows = day, []
        for state, name in state_names().items():
            inside = [letter for letter in letters if letter.state == state]
            if inside:
                self._rows += [f"{name} ({len(inside)})", *inside]
        self.endResetModel()

    def letter(self, index: Index) -> Outgoing | None:
        """Return what stands in a row; None for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Outgoing) else None

    def index_of(self, version: str) -> QModelIndex:
        """Return where a letter stands, or the first row below a heading."""
        ids = [row.id if isinstance(row, Outgoing) else "" for row in self._rows]
        if version and version in ids:
            return self.index(ids.index(version))
        return self.index(1) if self._rows else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.letter(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if isinstance(row, Outgoing):
            return self._of_letter(row, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, TITLE):
            return row
        return True if role == IS_GROUP else None

    def _of_letter(self, letter: Outgoing, role: int) -> Any:
        state, tone = since(letter, self._day)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                parts = (letter.row.citizen.name, _kind(letter), way_name(letter), state)
                return ", ".join(filter(None, parts))
            case _ if role == TITLE:
                return letter.row.citizen.name
            case _ if role == DETAIL:
                detail = (_kind(letter), way_name(letter), letter.row.case.number)
                return " · ".join(filter(None, detail))
            case _ if role == CHIP:
                return state
            case _ if role == TONE:
                return tone
        return None


def _kind(letter: Outgoing) -> str:
    return kind_names().get(letter.row.version.letter, "")
