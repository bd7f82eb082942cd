"""The issued decision: who signed it and when, and how it reached the citizen."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.clock import local
from app.domain.decision_records import Way
from app.domain.judgement.delivery import complaint_deadline
from app.domain.records import DecisionVersion, Delivery
from app.errors import KnownError
from app.forms.asks import Print
from app.forms.decision_record import deliveries_of, dispatch_of, issued, receiver_of, way_of
from app.forms.layout import FieldGrid
from app.forms.parts import CardPart, FormPart, in_row
from app.forms.words import short
from app.texts import Texts
from app.widgets.buttons import plain_button
from app.widgets.card import muted, text_label
from app.widgets.fields import LineEdit, labelled
from app.widgets.inputs import DateField, Segments
from app.workflow.delivering import delivery, is_recorded
from app.workflow.edits import AddRecord, Together
from app.workflow.outgoing import check_day
from app.workflow.visit_view import VisitView


def delivery_ways() -> list[tuple[Way, str]]:
    """Return how a decision can reach somebody."""
    return [
        ("digital_post", QCoreApplication.translate("IssuedCard", "Digital Post")),
        ("letter", QCoreApplication.translate("IssuedCard", "Letter")),
        ("quick_letter", QCoreApplication.translate("IssuedCard", "Quick letter")),
        ("handed_over", QCoreApplication.translate("IssuedCard", "Handed over")),
    ]


class DeliverPart(FormPart):
    """Records how the newest version was sent or handed over; that is not undone."""

    keeps_lines = True

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.view: VisitView | None = None
        self._texts = texts
        self._offered: tuple[str, int, str] | None = None
        self._version: DecisionVersion | None = None
        self.receiver = LineEdit()
        name = self.tr("How the decision is delivered")
        self.how = Segments(name, delivery_ways())
        self.sent_on = DateField(self.tr("Sent or handed over on"))
        # A day that is read is still no delivery.
        self.sent_on.changed.connect(lambda: self.sent_on.edit.setModified(True))
        self.record = plain_button(self.tr("Record delivery"))
        self.record.clicked.connect(self._record)
        self.note = text_label("", "error")
        self.note.hide()
        for changed in (self.how.changed, self.sent_on.changed, self.receiver.textEdited):
            changed.connect(self._allow)
        grid = FieldGrid()
        grid.add(labelled(name, self.how), wide=True)
        grid.add(labelled(self.tr("Receiver"), self.receiver))
        grid.add(labelled(self.tr("Sent or handed over on"), self.sent_on))
        self.column.addWidget(grid)
        self.column.addWidget(in_row(self.record))
        self.column.addWidget(self.note)

    def show_version(self, version: DecisionVersion, view: VisitView) -> None:
        """Offer the delivery of a version; what is typed for it already is left alone."""
        self.view, self._version = view, version
        way = way_of(view, version.id)
        offered = (version.id, len(deliveries_of(view, version.id)), way)
        if offered != self._offered:
            self._offered = offered
            self.how.set_value(way)
            self.receiver.setText(receiver_of(view))
            self.sent_on.set_value(view.today)
        self._allow()

    def _allow(self, *_: object) -> None:
        self.record.setEnabled(bool(self.how.value()) and self.sent_on.value() is not None)
        self.note.hide()

    def _record(self) -> None:
        day = self.sent_on.value()
        if self.view is None or self._version is None or day is None or self.sent_on.has_error():
            return
        made = delivery(
            self._version,
            _way(self.how.value()),
            day,
            self.receiver.text(),
            (self.view.casefile.citizen, *self.view.casefile.contacts),
        )
        refused = self._refused(made, self.view, self._version)
        self.note.setText(refused)
        self.note.setVisible(bool(refused))
        if not refused:
            act = Together((AddRecord(made),), self.tr("Delivery recorded"), undoable=False)
            self.edited.emit(act)

    def _refused(self, made: Delivery, view: VisitView, version: DecisionVersion) -> str:
        if is_recorded(made, view.casefile.all(Delivery)):
            return self.tr("This delivery is recorded already. Nothing was recorded again.")
        if made.sent_on is not None:
            made_on = local(version.locked_at).date() if version.locked_at else None
            try:
                check_day(made.sent_on, made_on, view.today)
            except KnownError as error:
                return self._texts.error(error)
        return ""


def _way(value: str) -> Way:
    return next((way for way, _ in delivery_ways() if way == value), "")


class IssuedCard(CardPart):
    """The versions that are issued, newest first."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.texts = texts
        self.card.set_title(self.tr("The decision is locked"))
        self.signed = text_label("", "body")
        self.earlier = muted("")
        self.delivered = text_label("", "body")
        self.print_it = plain_button(self.tr("Print the decision"))
        self.print_it.clicked.connect(lambda: self.asked.emit(Print()))
        self.save_it = plain_button(self.tr("Save as PDF"))
        self.save_it.clicked.connect(lambda: self.asked.emit(Print(how="save")))
        self.deliver = self.nest(DeliverPart(texts))
        parts: tuple[QWidget, ...] = (
            self.signed,
            self.earlier,
            in_row(self.print_it, self.save_it),
            self.delivered,
            self.deliver,
        )
        for part in parts:
            self.column.addWidget(part)

    def load(self, view: VisitView) -> None:
        super().load(view)
        versions = issued(view)
        self.setVisible(bool(versions))
        if not versions:
            return
        self.signed.setText(self._signed(versions[0]))
        self.earlier.setText("\n".join(self._signed(version) for version in versions[1:]))
        self.earlier.setVisible(len(versions) > 1)
        lines = [self._delivered(d, view) for d in deliveries_of(view, versions[0].id)]
        self.delivered.setText("\n".join(lines) or self._under_way(view, versions[0]))
        self.deliver.show_version(versions[0], view)

    def _signed(self, version: DecisionVersion) -> str:
        from app.wording import clock, long_date

        if version.locked_at is None:
            return ""
        at = local(version.locked_at)
        who = ", ".join(part for part in (version.name, version.title) if part)
        return self.tr("Version {number}: signed by {who} on {date} at {time}.").format(
            number=version.number,
            who=who,
            date=long_date(at.date(), self.texts.language),
            time=clock(at),
        )

    def _under_way(self, view: VisitView, version: DecisionVersion) -> str:
        """Say how far a letter is that nobody has recorded as sent."""
        ready = dispatch_of(view, version.id)
        if ready is None or ready.handed_over_at is None:
            return self.tr("Not sent yet.")
        day = self._day(local(ready.handed_over_at).date())
        if ready.way == "digital_post":
            return self.tr("Made ready for Digital Post on {date}, not sent yet.").format(date=day)
        return self.tr("Printed on {date}, not sent yet.").format(date=day)

    def _delivered(self, delivery: Delivery, view: VisitView) -> str:
        way = dict[str, str](delivery_ways()).get(delivery.how, "")
        text = self.tr("{way} to {receiver} on {date}.").format(
            way=way, receiver=short(delivery.receiver), date=self._day(delivery.sent_on)
        )
        days = complaint_deadline(delivery, view.national)
        if days is None:
            return text
        counted = self.tr("Counts as received {receipt}; a complaint must be in by {last}.")
        return f"{text} " + counted.format(receipt=self._day(days[0]), last=self._day(days[1]))

    def _day(self, day: date | None) -> str:
        from app.wording import long_date

        return long_date(day, self.texts.language) if day else ""
