"""The line on top of a visit: who it is about, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.domain.calendar import age_on
from app.domain.cpr import masked
from app.domain.findings import Deadline
from app.forms.asks import Lock, TurnToCitizen
from app.views.moved_notice import MovedNotice
from app.views.phrases import day_near, days_left, kind_name, moved_away
from app.widgets.buttons import plain_button, primary_button
from app.widgets.chips import Chip, Tone
from app.workflow.visit_view import VisitView

WIDEST_NAME = 250


class NameLabel(QLabel):
    """A line of text that ends in dots where there is no room; all of it is its tooltip."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


class VisitHeader(QFrame):
    """Name, age, masked CPR, kind of visit, nearest deadline, and where to go.

    Signals:
        back: to the day, or from the decision to the sections.
        to_decision: to the decision.
        asked: an Ask of app.forms.asks.
    """

    back = Signal()
    to_decision = Signal()
    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._deciding = False
        # Stands under this line, across the page.
        self.moved = MovedNotice()
        self.back_button = plain_button(self.tr("‹ Visits"))
        self.back_button.clicked.connect(self.back)
        self.name = NameLabel()
        self.name.setProperty("kind", "name")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.cpr = Chip("", "neutral")
        self.kind = Chip("", "info")
        self.deadline = Chip("", "warn")
        self.missing = Chip("", "warn")
        self.turn_button = plain_button(self.tr("Turn the screen"))
        self.turn_button.setToolTip(self.tr("Show the consents to the citizen and nothing else"))
        self.turn_button.clicked.connect(lambda: self.asked.emit(TurnToCitizen(())))
        self.decision_button = primary_button(self.tr("To the decision"))
        self.decision_button.clicked.connect(self.to_decision)
        self.lock_button = primary_button(self.tr("Sign and lock"))
        self.lock_button.clicked.connect(lambda: self.asked.emit(Lock()))
        self._lay_out()

    def load(self, view: VisitView) -> None:
        """Show whom the visit is about and how it stands."""
        citizen = view.casefile.citizen
        born = citizen.birth_date
        name = citizen.name or self.tr("Citizen without a name")
        age = self.tr("{age} years").format(age=age_on(born, view.today)) if born else ""
        self.name.setText(f"{name}, {age}" if age else name)
        self.name.setToolTip(self.name.text())
        self.name.setMinimumWidth(min(WIDEST_NAME, self.name.sizeHint().width() + 4))
        self._say(
            self.cpr, self.tr("CPR {cpr}").format(cpr=masked(citizen.cpr)) if citizen.cpr else ""
        )
        self._say(self.kind, kind_name(view.casefile.visit.kind), shown=not self._deciding)
        self.kind.setToolTip(view.standard.title)
        self._load_deadline(view)
        blocked = len(view.judgement.blocked)
        self.lock_button.setEnabled(not blocked and not view.locked)
        self.moved.load(view)
        self.turn_button.setEnabled(view.moved_to is None)
        if view.moved_to is not None:
            self._say(self.missing, *moved_away(), shown=self._deciding)
        elif view.held:
            self._say(self.missing, self.tr("Being locked"), "info", shown=self._deciding)
        elif view.locked:
            self._say(self.missing, self.tr("Issued"), "ok", shown=self._deciding)
        else:
            missing = self.tr("%n thing(s) missing", "", blocked) if blocked else ""
            self._say(self.missing, missing, "warn", shown=self._deciding)

    def set_deciding(self, deciding: bool) -> None:
        """Show the decision's own button, or the way to it."""
        self._deciding = deciding
        self.back_button.setText(self.tr("‹ The visit") if deciding else self.tr("‹ Visits"))
        self.decision_button.setVisible(not deciding)
        self.turn_button.setVisible(not deciding)
        self.lock_button.setVisible(deciding)
        self.missing.setVisible(deciding and bool(self.missing.text()))
        self.kind.setVisible(not deciding)

    def _load_deadline(self, view: VisitView) -> None:
        waiting = [d for d in view.judgement.deadlines if not d.met]
        nearest: Deadline | None = min(waiting, key=lambda d: d.due, default=None)
        if nearest is None or view.moved_to is not None:
            self._say(self.deadline, "")
            return
        left = (nearest.due - view.today).days
        day = f"{day_near(nearest.due, view.today)} · {days_left(left)}"
        self._say(self.deadline, day, "bad" if left < 0 else "warn" if left <= 3 else "neutral")
        self.deadline.setToolTip(f"{nearest.name}: {day}")
        self.deadline.setAccessibleName(f"{nearest.name}: {day}")

    def _say(self, chip: Chip, text: str, tone: Tone | None = None, *, shown: bool = True) -> None:
        """Change a chip once: each hiding and showing again lays the whole page out anew."""
        chip.set_text(text, tone)
        chip.setVisible(shown and bool(text))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(10)
        row.addWidget(self.back_button)
        row.addSpacing(6)
        row.addWidget(self.name, 1)
        for chip in (self.cpr, self.kind, self.deadline, self.missing):
            row.addWidget(chip)
        row.addStretch(1)
        for button in (self.turn_button, self.decision_button, self.lock_button):
            row.addWidget(button)
