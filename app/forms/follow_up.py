"""Follow-up: what changed since last time, how the goals went, and what comes of it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from app.domain.comparing import AreaChange
from app.domain.findings import Anchor
from app.domain.records import Goal
from app.domain.standard import Scale, Standard
from app.forms.after_record import deadline_named
from app.forms.asks import GoTo, ShowDocument
from app.forms.binding import ValueBinding
from app.forms.follow_up_record import (
    changes_since,
    follow_up_of,
    newest_report,
    place_of,
    said_to_have_changed,
)
from app.forms.layout import FieldGrid
from app.forms.overall_record import previous_visit
from app.forms.parts import CardPart, FormPart, LivingForm, PartList, add_part, in_row, say_on
from app.forms.questions import add_questions
from app.forms.section import Panel
from app.forms.standard_form import Fields
from app.widgets.buttons import link_button, plain_button
from app.widgets.card import muted, section_title, text_label
from app.widgets.change_bars import Change, ChangeBars
from app.widgets.inputs import Segments
from app.workflow.visit_view import VisitView

SUMMARY = "follow_up_summary"


class FollowUpForm(LivingForm):
    """The section of a visit that looks back."""

    def build(self, standard: Standard) -> None:
        add_part(self, ChangesCard(standard.scale))
        add_part(self, ReportCard())
        add_part(self, GoalsCard())
        add_part(self, ResultCard())
        add_questions(self, standard)


class ChangesCard(CardPart):
    """What changed since last time, as a picture and in words; no judgement of a person."""

    def __init__(self, scale: Scale | None) -> None:
        super().__init__()
        self.scale = scale
        self.card.setAccessibleName(self.tr("Since last time"))
        self.none = muted("")
        self.compared = muted("")
        self.bars = ChangeBars()
        self.written = muted("")
        self.go = link_button(self.tr("Go to the assessment"))
        self.go.clicked.connect(partial(self.asked.emit, GoTo(Anchor(section="assessment"))))
        # The link stands on top: going to the section leaves the picture in sight.
        head = QHBoxLayout()
        head.addWidget(section_title(self.tr("Since last time")), 1)
        head.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        for part in (self.none, self.compared, self.bars, self.written):
            self.column.addWidget(part)

    def load(self, view: VisitView) -> None:
        super().load(view)
        changes = changes_since(view)
        self.bars.set_changes([self._shown(change, scale) for change, scale in changes])
        self.bars.setVisible(bool(changes))
        say_on(self.compared, self._compared_with(view) if changes else "")
        say_on(self.none, "" if changes else self._why_none(view))
        words = [f"{name}: {text}" for name, text in said_to_have_changed(view)]
        say_on(self.written, "\n".join(words))
        self.go.setVisible(view.standard.section("assessment") is not None)

    def _compared_with(self, view: VisitView) -> str:
        from app.wording import long_date

        key = self.tr("Grey: last time. Coloured: now. Further right means more help is needed.")
        if view.previous_on is None:
            return key
        day = self.tr("Compared with {day}.").format(day=long_date(view.previous_on))
        return f"{day} {key}"

    def _why_none(self, view: VisitView) -> str:
        if not previous_visit(view):
            return self.tr("There is no earlier visit in the case to compare with.")
        if self.scale is None:
            return self.tr("The standard has no scale: write what has changed at each area.")
        return self.tr("Nothing is assessed yet.")

    def _shown(self, change: AreaChange, scale: Scale) -> Change:
        before, now = place_of(change.before, scale), place_of(change.now, scale)
        return Change(change.name, before, now, len(scale.levels), self._words(change))

    def _words(self, change: AreaChange) -> str:
        before = change.before.value if change.before else ""
        now = change.now.value if change.now else ""
        said = {
            "better": self.tr("Easier than last time: {before} → {now}"),
            "worse": self.tr("Harder than last time: {before} → {now}"),
            "same": self.tr("As last time: {now}"),
            "new": self.tr("Not assessed last time, now {now}"),
        }.get(change.direction)
        if said is None and not now:
            said = self.tr("Not assessed now, last time {before}")
        said = said or self.tr("Cannot be compared: {before} in another scale, now {now}")
        return said.format(before=before, now=now)


class ReportCard(CardPart):
    """What the provider last reported; there when a report has come in."""

    def __init__(self) -> None:
        super().__init__(self.tr("What the provider reports"))
        self.said = muted("")
        self.column.addWidget(self.said)

    def load(self, view: VisitView) -> None:
        super().load(view)
        report = newest_report(view)
        self.setVisible(report is not None)
        if report is None:
            return
        texts = (report.effect, report.goals, report.function_change, report.proposal)
        written = [text.strip() for text in texts if text.strip()]
        self.said.setText("\n".join(written) or self.tr("The report holds no text here."))


class GoalRow(FormPart):
    """One goal, and how it went."""

    def __init__(self, goal: str) -> None:
        super().__init__()
        self.goal = goal
        self.text = text_label("", "area")
        self.measure = muted("")
        self.state = Segments(self.tr("How it went"), self._states())
        self.bind(ValueBinding(self.state, self._record, "state"))
        self.column.setSpacing(4)
        for part in (self.text, self.measure, self.state):
            self.column.addWidget(part)

    def load(self, view: VisitView) -> None:
        super().load(view)
        goal = self._record(view)
        named = goal.text.strip() or self.tr("A goal without words")
        say_on(self.text, named)
        say_on(self.measure, goal.measure.strip())
        self.setAccessibleName(named)
        self.state.setAccessibleDescription(named)

    def _record(self, view: VisitView) -> Goal:
        return view.casefile.get(Goal, self.goal) or Goal(id=self.goal)

    def _states(self) -> list[tuple[str, str]]:
        return [
            ("open", self.tr("Goes on")),
            ("reached", self.tr("Reached")),
            ("changed", self.tr("Changed")),
            ("dropped", self.tr("Dropped")),
        ]


class GoalsCard(CardPart):
    """How it went with the goals."""

    def __init__(self) -> None:
        super().__init__(self.tr("The goals"))
        self.none = muted(self.tr("No goals are set in the case."))
        self.column.addWidget(self.none)
        self.list = add_part(self, PartList(self._make, _goals))
        self.list.column.setSpacing(16)
        grid = FieldGrid()
        hint = self.tr("What helped, what stood in the way, what the goal should be now.")
        Fields(self, grid, follow_up_of).area("goals", self.tr("About the goals"), hint)
        self.column.addWidget(grid)

    def load(self, view: VisitView) -> None:
        super().load(view)
        self.none.setVisible(not self.list.shown)
        self.list.setVisible(bool(self.list.shown))

    def _make(self, key: str) -> Panel:
        return GoalRow(key)


def _goals(view: VisitView) -> list[str]:
    return [goal.id for goal in view.casefile.goals]


class ResultCard(CardPart):
    """What the visit came to, why, and what that leads to."""

    def __init__(self) -> None:
        super().__init__(self.tr("What comes of it"))
        self.target = ""
        grid = FieldGrid()
        fields = Fields(self, grid, follow_up_of)
        fields.segments("result", self.tr("The help"), self._results(), wide=True)
        self.leads_to = muted("")
        self.go = link_button("")
        self.go.clicked.connect(self._go)
        grid.add(self.leads_to, wide=True)
        grid.add(self.go, wide=True)
        fields.area("reason", self.tr("Why"))
        self.summary = plain_button(self.tr("Show the summary"))
        self.summary.clicked.connect(lambda: self.asked.emit(ShowDocument(SUMMARY)))
        grid.add(in_row(self.summary), wide=True)
        self.grid = grid
        self.column.addWidget(grid)

    def load(self, view: VisitView) -> None:
        super().load(view)
        result = follow_up_of(view).result
        words = self._consequence(result)
        if result == "continue":
            words = " ".join(part for part in (words, self._next(view)) if part)
        self.leads_to.setText(words)
        self.grid.show_field(self.leads_to, bool(words))
        self.target = {"change": "decision", "end": "decision", "reassess": "assessment"}.get(
            result, ""
        )
        known = view.standard.section(self.target) is not None
        self.go.setText(
            self.tr("Go to the decision")
            if self.target == "decision"
            else self.tr("Go to the assessment")
        )
        self.grid.show_field(self.go, bool(self.target) and known)

    def _results(self) -> list[tuple[str, str]]:
        return [
            ("continue", self.tr("Goes on")),
            ("change", self.tr("Is changed")),
            ("end", self.tr("Ends")),
            ("reassess", self.tr("Is assessed anew")),
        ]

    def _consequence(self, result: str) -> str:
        return {
            "continue": self.tr("The help goes on as it is granted: no new decision is needed."),
            "change": self.tr(
                "A change needs a new decision with reasons, also when you both agree."
            ),
            "end": self.tr("The help ends with a decision that gives the reasons."),
            "reassess": self.tr(
                "Assess the areas anew at this visit, or agree on a visit for it. The help goes "
                "on until a new decision is made."
            ),
        }.get(result, "")

    def _next(self, view: VisitView) -> str:
        from app.wording import long_date

        due = next(
            (d for d in view.judgement.deadlines if d.rule == "follow_up" and not d.met), None
        )
        due = due or deadline_named(view, "next_visit")
        said = self.tr("Next time by {day}.")
        return said.format(day=long_date(due.due)) if due else ""

    def _go(self) -> None:
        if self.target:
            self.asked.emit(GoTo(Anchor(section=self.target)))
