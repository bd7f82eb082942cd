"""After the decision: stays at hospital with support around them, and the status reports."""

from app.domain.ids import new_id
from app.domain.records import HospitalStay, Record, StatusReport
from app.forms.after_record import (
    deadline_named,
    has_reports,
    has_stays,
    reports,
    stay_limit,
    stays,
    support_days,
)
from app.forms.asks import ShowDocument
from app.forms.logs import LogCard, LogDetails, LogRow
from app.forms.parts import in_row
from app.widgets.buttons import plain_button
from app.workflow.visit_view import VisitView

STATUS_REPORT = "status_report"


class StayRow(LogRow):
    """One stay, and the days of support in connection with it."""

    kind = HospitalStay

    def fill(self, details: LogDetails) -> None:
        fields = details.fields
        fields.segments("kind", self.tr("What"), self._kinds(), wide=True)
        fields.date("starts_on", self.tr("From"))
        fields.date("ends_on", self.tr("Until"))
        fields.date("support_from", self.tr("First day of support"))
        fields.date("support_until", self.tr("Last day of support"))
        fields.area("note", self.tr("Note"), lines=1)

    def _kinds(self) -> list[tuple[str, str]]:
        return [
            ("admission", self.tr("Hospital stay")),
            ("relief", self.tr("Relief or clarifying stay")),
            ("discharge", self.tr("Discharge")),
        ]

    def words(self, view: VisitView) -> tuple[str, str]:
        stay = self.record(view)
        if not isinstance(stay, HospitalStay):
            return "", ""
        from app.wording import short_date

        name = dict(self._kinds()).get(stay.kind, self.tr("A stay"))
        days = [short_date(d) if d else "" for d in (stay.starts_on, stay.ends_on)]
        period = "–".join(days).strip("–") if stay.ends_on else days[0]
        line = " · ".join(part for part in (name, period) if part)
        return line, self._support(stay, view)

    def _support(self, stay: HospitalStay, view: VisitView) -> str:
        days = support_days(stay, view.today)
        if days is None:
            return ""
        if days < 1:
            return self.tr("The last day of support is before the first.")
        said = self.tr("%n day(s) of support.", "", days)
        limit = stay_limit(view, stay.kind)
        rule = self.tr("The standard gives up to {days} days.")
        return f"{said} {rule.format(days=limit)}" if limit is not None else said


class StaysCard(LogCard):
    """The stays, newest first."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Stays at hospital and support around them"),
            self.tr("No stays noted."),
            (self.tr("Add stay"), _new_stay),
            stays,
            StayRow,
        )

    def load(self, view: VisitView) -> None:
        super().load(view)
        self.setVisible(has_stays(view))


class ReportRow(LogRow):
    """One status report or status meeting."""

    kind = StatusReport

    def fill(self, details: LogDetails) -> None:
        fields = details.fields
        fields.date("due_on", self.tr("To be here by"))
        fields.date("received_on", self.tr("Received on"))
        fields.date("meeting_on", self.tr("Status meeting on"))
        fields.line("written_by", self.tr("Written by"))
        fields.area("effect", self.tr("What the support has led to"))
        fields.area("goals", self.tr("How it goes with the goals"))
        fields.area("function_change", self.tr("Changes in what the citizen can do"))
        fields.area("proposal", self.tr("What the provider proposes"))
        show = plain_button(self.tr("Show status report"))
        show.clicked.connect(lambda: self.asked.emit(ShowDocument(STATUS_REPORT, self.record_id)))
        details.grid.add(in_row(show), wide=True)

    def words(self, view: VisitView) -> tuple[str, str]:
        report = self.record(view)
        if not isinstance(report, StatusReport):
            return "", ""
        from app.wording import short_date

        if report.received_on is not None:
            line = self.tr("Received {day}").format(day=short_date(report.received_on))
        elif report.meeting_on is not None:
            line = self.tr("Status meeting {day}").format(day=short_date(report.meeting_on))
        elif report.due_on is not None:
            line = self.tr("Awaited by {day}").format(day=short_date(report.due_on))
        else:
            line = self.tr("A status report")
        return line, report.written_by.strip()


class ReportsCard(LogCard):
    """The status reports, newest first, and by when the next one is awaited."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Status reports and status meetings"),
            self.tr("No status reports noted."),
            (self.tr("Add status report"), _new_report),
            reports,
            ReportRow,
        )

    def load(self, view: VisitView) -> None:
        super().load(view)
        self.setVisible(has_reports(view))
        texts = (standard.documents.status_meeting_text for standard in view.standards)
        self.say(" ".join(part for part in (self._awaited_by(view), *texts) if part))

    def _awaited_by(self, view: VisitView) -> str:
        from app.wording import long_date

        due = deadline_named(view, STATUS_REPORT)
        if due is None or due.met:
            return ""
        said = self.tr("The next status report is awaited by {day}.")
        return said.format(day=long_date(due.due))


def _new_stay(view: VisitView) -> Record:
    return HospitalStay(id=new_id(), case=view.casefile.case.id, starts_on=view.today)


def _new_report(view: VisitView) -> Record:
    due = deadline_named(view, STATUS_REPORT)
    day = due.due if due is not None and not due.met else None
    return StatusReport(id=new_id(), case=view.casefile.case.id, due_on=day)
