"""After the request: what the citizen must be told when a deadline is exceeded, and hearings."""

from PySide6.QtCore import QCoreApplication

from app.domain.findings import Anchor
from app.domain.ids import new_id
from app.domain.records import Hearing, ProcessingNotice, Record
from app.forms.after_record import exceeded, notices, processing_deadlines, processing_rules
from app.forms.asks import GoTo, ShowDocument
from app.forms.binding import ChoiceBinding
from app.forms.decision_record import finished_on, must_be_heard
from app.forms.hearing import HEARING
from app.forms.logs import LogCard, LogDetails, LogRow
from app.forms.parts import CardPart, FormPart, PartList, add_part, in_row, set_options
from app.forms.section import Panel, field_key
from app.forms.words import short
from app.widgets.buttons import link_button, plain_button
from app.widgets.card import muted, text_label
from app.widgets.fields import Combo, labelled
from app.workflow.visit_view import VisitView

NOTICE = "processing_notice"


class NoticeRow(LogRow):
    """One notice that a deadline is exceeded, with a new date (retssikkerhedsloven § 3)."""

    kind = ProcessingNotice

    def fill(self, details: LogDetails) -> None:
        self.deadlines = Combo([("", "—")])
        details.bind(ChoiceBinding(self.deadlines, self.record, "deadline"))
        details.grid.add(labelled(self.tr("Which deadline"), self.deadlines), wide=True)
        details.fields.area("reason", self.tr("Why it takes longer"))
        details.fields.date("new_date", self.tr("New date for the decision"))
        details.fields.date("sent_on", self.tr("Sent to the citizen on"))
        show = plain_button(self.tr("Show the letter"))
        show.clicked.connect(lambda: self.asked.emit(ShowDocument(NOTICE, self.record_id)))
        details.grid.add(in_row(show), wide=True)

    def arrange(self, details: LogDetails, view: VisitView) -> None:
        notice = self.record(view)
        set_options(self.deadlines, [("", "—"), *processing_rules(view).items()])
        chosen = notice.deadline if isinstance(notice, ProcessingNotice) else ""
        self.deadlines.setCurrentIndex(max(0, self.deadlines.findData(chosen)))

    def words(self, view: VisitView) -> tuple[str, str]:
        notice = self.record(view)
        if not isinstance(notice, ProcessingNotice):
            return "", ""
        from app.wording import long_date, short_date

        line = processing_rules(view).get(notice.deadline, self.tr("A notice"))
        said = [
            self.tr("New date: {day}.").format(day=long_date(notice.new_date))
            if notice.new_date
            else self.tr("The new date is still to be written."),
            self.tr("Sent on {day}.").format(day=short_date(notice.sent_on))
            if notice.sent_on
            else _waits()
            if finished_on(view, notice.id)
            else self.tr("Not sent yet."),
        ]
        return line, " ".join(said)


class NoticesCard(LogCard):
    """The notices there are, and a deadline that the citizen was not told about."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("If the decision takes longer"),
            self.tr("No deadline is exceeded."),
            (self.tr("Write a notice"), _new_notice),
            notices,
            NoticeRow,
        )

    def load(self, view: VisitView) -> None:
        super().load(view)
        open_ones = exceeded(view)
        self.setVisible(bool(open_ones or self.list.shown or not view.casefile.versions))
        if not open_ones:
            self.say("")
            return
        from app.wording import long_date

        self.empty.hide()
        said = self.tr(
            "{name}: the deadline was {day}. The citizen must be told in writing why it takes "
            "longer, and get a new date."
        )
        self.say("\n".join(said.format(name=d.name, day=long_date(d.due)) for d, _ in open_ones))


def _new_notice(view: VisitView) -> Record:
    """Make a notice of the first deadline that has passed, else of the one that comes next."""
    request, rule = view.casefile.request, ""
    if open_ones := exceeded(view):
        deadline, request = open_ones[0]
        rule = deadline.rule
    elif coming := processing_deadlines(view):
        rule = coming[0].rule
    return ProcessingNotice(
        id=new_id(),
        case=view.casefile.case.id,
        request=request.id if request else "",
        deadline=rule,
    )


class HearingLine(FormPart):
    """A source that the citizen must be heard on: where it stands, and the letter about it."""

    def __init__(self, hearing: str) -> None:
        super().__init__()
        self.hearing = hearing
        self.view: VisitView | None = None
        self.line = text_label("", "area")
        self.note = muted("")
        self.show_it = link_button(self.tr("Show the letter"))
        self.show_it.clicked.connect(lambda: self.asked.emit(ShowDocument(HEARING, hearing)))
        self.goto = link_button(self.tr("Go to the hearing"))
        self.goto.clicked.connect(self._go)
        self.column.setSpacing(0)
        self.column.addWidget(self.line)
        self.column.addWidget(self.note)
        self.column.addWidget(in_row(self.show_it, self.goto))

    def load(self, view: VisitView) -> None:
        self.view = view
        super().load(view)
        hearing = self._record(view)
        name = short(hearing.source) or self.tr("a source without a name")
        self.line.setText(name)
        self.note.setText(self._stands(hearing))
        self.show_it.setAccessibleName(self.tr("Show the letter: {name}").format(name=name))
        self.goto.setAccessibleName(self.tr("Go to the hearing: {name}").format(name=name))

    def _record(self, view: VisitView) -> Hearing:
        return view.casefile.get(Hearing, self.hearing) or Hearing(id=self.hearing)

    def _stands(self, hearing: Hearing) -> str:
        from app.wording import short_date

        if hearing.sent_on is None:
            waits = self.view is not None and finished_on(self.view, hearing.id)
            return _waits() if waits else self.tr("Not sent to the citizen yet.")
        if hearing.reply.strip():
            said = self.tr("Sent on {day}; the citizen has replied.")
        else:
            said = self.tr("Sent on {day}; no reply is noted.")
        return said.format(day=short_date(hearing.sent_on))

    def _go(self) -> None:
        if self.view is not None:
            key = field_key(self._record(self.view), "reply")
            self.asked.emit(GoTo(Anchor(section="decision", key=key)))


class HearingsCard(CardPart):
    """The letters of the party hearing; they are written in the decision's section."""

    def __init__(self) -> None:
        super().__init__(self.tr("Letters of the party hearing"))
        self.list = add_part(self, PartList(self._make, _heard))

    def load(self, view: VisitView) -> None:
        super().load(view)
        self.setVisible(bool(self.list.shown))

    def _make(self, key: str) -> Panel:
        return HearingLine(key)


def _heard(view: VisitView) -> list[str]:
    return [h.id for h in view.casefile.hearings if must_be_heard(h) or h.sent_on is not None]


def _waits() -> str:
    return QCoreApplication.translate("Letters", "The letter waits under Letters to be sent.")
