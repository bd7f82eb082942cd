"""Planning a visit by hand, for a citizen that is known or new."""

from datetime import date, datetime, time

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.clock import COPENHAGEN, today
from app.domain.cpr import CprReading, read_cpr
from app.domain.ids import new_id
from app.domain.records import Citizen
from app.domain.values import Address
from app.errors import KnownError
from app.interchange.entries import read_clock
from app.views.phrases import kind_name
from app.views.standard_choice import StandardChoice
from app.widgets.buttons import plain_button, primary_button
from app.widgets.card import muted, text_label
from app.widgets.date_field import DateField
from app.widgets.fields import Combo, LineEdit, labelled, set_error
from app.workflow.due import DueItem
from app.workflow.planning import NewVisit, plan_visit
from app.workflow.session import Session

KINDS = ("first", "reassessment", "follow_up")


class NewVisitDialog(QDialog):
    """Asks for citizen, kind, day and time; `visit_id` is the visit that was planned."""

    def __init__(
        self,
        session: Session,
        citizen_id: str,
        day: date,
        parent: QWidget | None = None,
        *,
        due: DueItem | None = None,
    ) -> None:
        """`due` is what a follow-up visit is planned for: its day and standards are proposed."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Plan a visit"))
        self.setModal(True)
        self.setMinimumWidth(640)
        self.session = session
        self.visit_id = ""
        self._known = session.citizen(citizen_id) if citizen_id else None
        self.cpr = LineEdit(self.tr("ddmmyy-xxxx"))
        self.name = LineEdit()
        self.street = LineEdit()
        self.postcode = LineEdit()
        self.city = LineEdit()
        self.phone = LineEdit()
        self.kind = Combo([(kind, kind_name(kind)) for kind in KINDS])
        self.day = DateField(self.tr("Day"))
        self.day.set_value(day)
        self.time = LineEdit()
        self.time.setText("09.00")
        self.received = DateField(self.tr("Request received on"))
        self.note = LineEdit()
        self.standards = StandardChoice(session.offered())
        if due is not None:
            self.kind.setCurrentIndex(KINDS.index("follow_up"))
            self.day.set_value(max(due.deadline.due, today(session.clock)))
            self.standards.choose(due.standards)
        self.error = text_label("", "error")
        self.error.setVisible(False)
        self.remark = muted("")
        self.remark.setVisible(False)
        self._lay_out()
        self.cpr.editingFinished.connect(self._check_cpr)

    def accept(self) -> None:
        """Plan the visit, or say what is missing; nothing that was typed is lost."""
        try:
            self.visit_id = plan_visit(self.session, self._new_visit())
        except KnownError as error:
            self.error.setText(self.session.texts.error(error))
            self.error.setVisible(True)
            return
        super().accept()

    def _new_visit(self) -> NewVisit:
        # What cannot be read leaves the last day that could be: not what stands in the field.
        if self.day.has_error() or self.received.has_error():
            raise KnownError("visit.bad_day")
        day = self.day.value()
        if day is None:
            raise KnownError("visit.no_day")
        start = datetime.combine(day, self._clock(), COPENHAGEN)
        return NewVisit(
            citizen=self._known or self._new_citizen(),
            start=start,
            kind=self.kind.currentData(),
            note=self.note.text(),
            received_on=self.received.value(),
            standards=self.standards.chosen(),
        )

    def _clock(self) -> time:
        try:
            return read_clock(self.time.text().strip())
        except KnownError as error:
            raise KnownError("visit.bad_time") from error

    def _new_citizen(self) -> Citizen:
        if not self.name.text().strip():
            raise KnownError("visit.no_name")
        reading = self._reading()
        if reading is not None and reading.problem:
            raise KnownError(reading.problem)
        address = Address(
            street=self.street.text().strip(),
            postcode=self.postcode.text().strip(),
            city=self.city.text().strip(),
        )
        known = reading and reading.cpr and self._citizen_with(reading.cpr.value)
        return known or Citizen(
            id=new_id(),
            cpr=reading.cpr if reading else None,
            birth_date=reading.birth_date if reading else None,
            name=self.name.text().strip(),
            address=address if address != Address() else None,
            phone=self.phone.text().strip(),
        )

    def _citizen_with(self, cpr: str) -> Citizen | None:
        return self.session.store.overview.citizen_with_cpr(cpr)

    def _reading(self) -> CprReading | None:
        return read_cpr(self.cpr.text()) if self.cpr.text().strip() else None

    def _check_cpr(self) -> None:
        reading = self._reading()
        problem = reading.problem if reading else ""
        set_error(self.cpr, self.session.texts.error(KnownError(problem)) if problem else "")
        known = self._citizen_with(reading.cpr.value) if reading and reading.cpr else None
        self.remark.setVisible(known is not None)
        if known is not None:
            self.remark.setText(
                self.tr("This citizen is already here: {name}.").format(name=known.name)
            )
            self.name.setText(known.name)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        if self._known is None:
            self._lay_out_citizen(column)
        else:
            column.addWidget(text_label(self._known.name, "section"))
        column.addLayout(
            _row(
                labelled(self.tr("Kind of visit"), self.kind),
                labelled(self.tr("Day"), self.day),
                labelled(self.tr("Time"), self.time),
            )
        )
        received = self.tr("The deadlines are counted from this day.")
        column.addLayout(
            _row(
                labelled(self.tr("Request received on"), self.received, received),
                labelled(self.tr("Remark"), self.note, self.tr("For you, not for the letter.")),
            )
        )
        if self.standards.is_a_choice:
            column.addWidget(self.standards)
        column.addWidget(self.error)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel, plan = plain_button(self.tr("Cancel")), primary_button(self.tr("Plan the visit"))
        cancel.clicked.connect(self.reject)
        plan.clicked.connect(self.accept)
        plan.setDefault(True)
        buttons.addWidget(cancel)
        buttons.addWidget(plan)
        column.addLayout(buttons)

    def _lay_out_citizen(self, column: QVBoxLayout) -> None:
        column.addLayout(
            _row(labelled(self.tr("CPR number"), self.cpr), labelled(self.tr("Name"), self.name))
        )
        column.addWidget(self.remark)
        column.addWidget(labelled(self.tr("Street and number"), self.street))
        column.addLayout(
            _row(
                labelled(self.tr("Postcode"), self.postcode),
                labelled(self.tr("Town"), self.city),
                labelled(self.tr("Phone"), self.phone),
            )
        )


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for part in parts:
        row.addWidget(part, 1)
    return row
