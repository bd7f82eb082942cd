"""After the decision: the complaints, from the day one comes in until the board has answered."""

from datetime import date

from app.domain.ids import new_id
from app.domain.records import Complaint, DecisionVersion, Record
from app.forms.after_record import complaints, deadline_named
from app.forms.binding import ChoiceBinding
from app.forms.logs import LogCard, LogDetails, LogRow
from app.forms.parts import set_options
from app.widgets.fields import Combo, labelled
from app.workflow.visit_view import VisitView


class ComplaintRow(LogRow):
    """One complaint; what is asked follows how it came and what came of it."""

    kind = Complaint

    def fill(self, details: LogDetails) -> None:
        self._came(details)
        fields = details.fields
        fields.area("text", self.tr("What the citizen complains of"), lines=3)
        fields.combo("outcome", self.tr("The case was looked at again, and"), self._outcomes())
        self.reassessed = fields.date("reassessed_on", self.tr("Looked at again on"))
        self.reason = fields.area("outcome_reason", self.tr("Why"))
        self.sent = fields.date("sent_on", self.tr("Sent on to the appeals board on"))
        self.answered = fields.date("board_answer_on", self.tr("The board's answer came on"))
        self.answer = fields.area("board_answer", self.tr("What the board answered"))

    def _came(self, details: LogDetails) -> None:
        fields = details.fields
        fields.date("received_on", self.tr("Received on"))
        fields.combo("about", self.tr("About"), self._subjects())
        ways = [("written", self.tr("In writing")), ("oral", self.tr("Orally"))]
        fields.segments("how", self.tr("How it came"), ways)
        hint = self.tr("An oral complaint is written down by us.")
        self.taken_down = fields.line("taken_down_by", self.tr("Written down by"), hint)
        self.versions = Combo([("", "—")])
        details.bind(ChoiceBinding(self.versions, self.record, "version"))
        self.version = labelled(self.tr("Which decision"), self.versions)
        details.grid.add(self.version, wide=True)

    def arrange(self, details: LogDetails, view: VisitView) -> None:
        complaint = self.record(view)
        if not isinstance(complaint, Complaint):
            return
        grid, written = details.grid, complaint.taken_down_by
        versions = [(v.id, self._named(v)) for v in view.casefile.versions]
        set_options(self.versions, [("", "—"), *versions])
        self.versions.setCurrentIndex(max(0, self.versions.findData(complaint.version)))
        grid.show_field(self.taken_down, complaint.how == "oral" or bool(written))
        over_decision = complaint.about in ("decision", "handling")
        grid.show_field(self.version, (over_decision and bool(versions)) or bool(complaint.version))
        judged = bool(complaint.outcome)
        grid.show_field(self.reassessed, judged or complaint.reassessed_on is not None)
        grid.show_field(self.reason, judged or bool(complaint.outcome_reason))
        goes_on = complaint.outcome in ("upheld", "partly")
        grid.show_field(self.sent, goes_on or complaint.sent_on is not None)
        sent = complaint.sent_on is not None
        grid.show_field(self.answered, sent or complaint.board_answer_on is not None)
        grid.show_field(self.answer, sent or bool(complaint.board_answer))

    def _named(self, version: DecisionVersion) -> str:
        from app.wording import short_date

        day = short_date(version.locked_at.date()) if version.locked_at else ""
        return self.tr("Version {number}, {day}").format(number=version.number, day=day)

    def words(self, view: VisitView) -> tuple[str, str]:
        complaint = self.record(view)
        if not isinstance(complaint, Complaint):
            return "", ""
        from app.wording import short_date

        day = short_date(complaint.received_on) if complaint.received_on else ""
        about = self._about(complaint.about)
        line = " · ".join(part for part in (day, about) if part)
        said = (self._stands(complaint, view), self._late(complaint, view))
        return line, " ".join(part for part in said if part)

    def _stands(self, complaint: Complaint, view: VisitView) -> str:
        from app.wording import long_date, short_date

        if complaint.board_answer_on is not None:
            said = self.tr("The board answered on {day}.")
            return said.format(day=short_date(complaint.board_answer_on))
        if complaint.sent_on is not None:
            said = self.tr("Sent on to the appeals board on {day}.")
            return said.format(day=short_date(complaint.sent_on))
        if complaint.outcome in ("upheld", "partly"):
            outcome = dict(self._outcomes())[complaint.outcome]
            return self.tr("{outcome}. To be sent on to the appeals board.").format(outcome=outcome)
        if complaint.outcome:
            return dict(self._outcomes()).get(complaint.outcome, "")
        due = answer_due(view, complaint)
        said = self.tr("To be looked at again by {day} at the latest.")
        return said.format(day=long_date(due)) if due else ""

    def _late(self, complaint: Complaint, view: VisitView) -> str:
        """Say that the time to complain was over: whether it is heard is not ours to decide."""
        from app.wording import long_date

        allowed = deadline_named(view, "complaint")
        received = complaint.received_on
        if complaint.about != "decision" or allowed is None or received is None:
            return ""
        said = self.tr(
            "It came after {day}, when the time to complain was over. Send it on all the same: "
            "the appeals board decides whether it is heard."
        )
        return said.format(day=long_date(allowed.due)) if received > allowed.due else ""

    def _about(self, about: str) -> str:
        return {
            "decision": self.tr("Complaint of the decision"),
            "handling": self.tr("Complaint of how the case was handled"),
            "delivery": self.tr("Complaint of the help as it is given"),
            "staff": self.tr("Complaint of staff"),
        }.get(about, self.tr("A complaint"))

    def _subjects(self) -> list[tuple[str, str]]:
        return [
            ("decision", self.tr("The decision")),
            ("handling", self.tr("How the case was handled")),
            ("delivery", self.tr("The help as it is given")),
            ("staff", self.tr("Staff")),
        ]

    def _outcomes(self) -> list[tuple[str, str]]:
        return [
            ("upheld", self.tr("The decision stands")),
            ("partly", self.tr("The decision is changed in part")),
            ("reversed", self.tr("The citizen is right")),
            ("withdrawn", self.tr("The complaint was withdrawn")),
        ]


def answer_due(view: VisitView, complaint: Complaint) -> date | None:
    """Return the first day by which a complaint must be answered; None if nothing says."""
    rules = ("complaint_answer", "complaint_reassessed")
    days = (
        d.due
        for d in view.judgement.deadlines
        if d.rule.split(":")[0] in rules and d.counted_from == complaint.received_on and not d.met
    )
    return min(days, default=None)


class ComplaintsCard(LogCard):
    """The complaints, newest first."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Complaints"),
            self.tr("No complaints noted."),
            (self.tr("Add complaint"), _new_complaint),
            complaints,
            ComplaintRow,
        )


def _new_complaint(view: VisitView) -> Record:
    newest = view.casefile.versions[-1].id if view.casefile.versions else ""
    return Complaint(
        id=new_id(), case=view.casefile.case.id, received_on=view.today, version=newest
    )
