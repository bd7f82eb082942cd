"""The request: when it came, from whom, what is applied for, and the deadlines that follow."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from app.domain.findings import Deadline
from app.domain.ids import derived_id
from app.domain.records import Request
from app.domain.standard import Standard
from app.forms.layout import FieldGrid
from app.forms.needs import NeedsPart
from app.forms.parts import CardPart, add_part
from app.forms.questions import question_cards
from app.forms.standard_form import Fields, StandardForm, empty_layout
from app.widgets.card import muted, text_label
from app.widgets.chips import Chip, Tone
from app.workflow.visit_view import VisitView

CITIZEN = "citizen"
RECEIVED = "received"
_SOON_DAYS = 3


def request_of(view: VisitView) -> Request:
    """Return the newest request, or the one that the first edit makes."""
    case = view.casefile.case.id
    return view.casefile.request or Request(id=derived_id(case, "request"), case=case)


class RequestForm(StandardForm):
    """Receipt, needs, urgency, and the deadlines."""

    def build(self, standard: Standard) -> None:
        add_part(self, ReceivedPart(standard))
        add_part(self, NeedsPart(standard, request_of))
        add_part(self, AcutePart())
        add_part(self, DeadlinesPart())
        for card in question_cards(self, self.section_id, standard):
            self.column.addWidget(card)


class ReceivedPart(CardPart):
    """When the request came and from whom; somebody else than the citizen needs consent."""

    def __init__(self, standard: Standard) -> None:
        super().__init__(self.tr("Received"))
        self.grid = FieldGrid()
        fields = Fields(self, self.grid, request_of)
        fields.date("received_on", self.tr("Received on"), self.tr("The deadlines run from here"))
        fields.date("contacted_on", self.tr("Citizen contacted on"), self.tr("To agree a visit"))
        requesters = [(option.value, option.name) for option in standard.requesters]
        fields.combo("received_from", self.tr("Received from"), requesters)
        self.caller = fields.line("caller", self.tr("Name of the one who asked"))
        self.consent = fields.yes_no(
            "caller_consent",
            self.tr("Does the citizen agree that others have asked?"),
            self.tr("Without it the one who asked is told nothing about the case"),
            wide=True,
        )
        self.column.addWidget(self.grid)

    def load(self, view: VisitView) -> None:
        super().load(view)
        request = request_of(view)
        by_others = request.received_from not in ("", CITIZEN)
        self.grid.show_field(self.caller, by_others or bool(request.caller))
        self.grid.show_field(self.consent, by_others or request.caller_consent is not None)


class AcutePart(CardPart):
    """Whether help must start before the decision, when and why."""

    def __init__(self) -> None:
        super().__init__(self.tr("Urgency"))
        self.grid = FieldGrid()
        fields = Fields(self, self.grid, request_of)
        hint = self.tr("Help can start at once. The decision still has its deadline.")
        fields.yes_no("acute", self.tr("Is the need acute?"), hint, wide=True)
        self.start = fields.date("acute_start", self.tr("Help starts on"))
        self.why = fields.area("acute_reason", self.tr("Why it cannot wait"))
        self.column.addWidget(self.grid)

    def load(self, view: VisitView) -> None:
        super().load(view)
        request = request_of(view)
        self.grid.show_field(self.start, bool(request.acute or request.acute_start))
        self.grid.show_field(self.why, bool(request.acute or request.acute_reason))


class DeadlinesPart(CardPart):
    """The days by which something must have happened, the nearest first."""

    def __init__(self) -> None:
        super().__init__(self.tr("Deadlines that follow"))
        self.shown: tuple[object, ...] | None = None
        self.rows = QGridLayout()
        self.rows.setHorizontalSpacing(16)
        self.rows.setVerticalSpacing(10)
        self.rows.setColumnStretch(0, 1)
        self.column.addLayout(self.rows)

    def load(self, view: VisitView) -> None:
        super().load(view)
        now = (view.judgement.deadlines, view.today)
        if now == self.shown:
            return
        self.shown = now
        empty_layout(self.rows)
        if not view.judgement.deadlines:
            self.rows.addWidget(muted(self._why_none(view)), 0, 0)
        for row, deadline in enumerate(view.judgement.deadlines):
            self._add(row, deadline, view.today)

    def _why_none(self, view: VisitView) -> str:
        if any(rule.counted_from == RECEIVED for rule in view.standard.deadlines):
            return self.tr(
                "They are shown when it is known when the request came and what is applied for."
            )
        return self.tr("The standard has no deadlines that run from the request.")

    def _add(self, row: int, deadline: Deadline, today: date) -> None:
        from app.wording import weekday_date

        day = weekday_date(deadline.due)
        words = "\n".join(part for part in (day, deadline.text) if part)
        self.rows.addWidget(text_label(deadline.name, "area"), 2 * row, 0)
        self.rows.addWidget(muted(words), 2 * row + 1, 0, 1, 2)
        text, tone = self._left(deadline, today)
        self.rows.addWidget(Chip(text, tone), 2 * row, 1, Qt.AlignmentFlag.AlignRight)

    def _left(self, deadline: Deadline, today: date) -> tuple[str, Tone]:
        days = (deadline.due - today).days
        if deadline.met:
            return self.tr("Met"), "ok"
        if days < 0:
            return self.tr("%n day(s) over", "", -days), "bad"
        if days == 0:
            return self.tr("Today"), "warn"
        return self.tr("%n day(s) left", "", days), "warn" if days <= _SOON_DAYS else "info"
