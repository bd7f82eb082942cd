"""The result of the decision: one card per applied need."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.records import AppliedNeed, DecisionItem
from app.domain.standard import Standard
from app.forms.binding import ChoiceBinding
from app.forms.decision_record import decision_of, grants_for
from app.forms.finding_list import FindingList
from app.forms.grant_card import belongs, need_name, summary_of
from app.forms.layout import FieldGrid
from app.forms.parts import CardPart, add_part
from app.forms.standard_form import Fields
from app.texts import Texts
from app.widgets.card import muted, text_label
from app.widgets.chips import Chip, Tone
from app.widgets.fields import Combo, labelled
from app.workflow.visit_view import VisitView

LESS = ("partly", "refused", "ended")
COMPARED = ("changed", "ended")

TONES: dict[str, Tone] = {
    "granted": "ok",
    "partly": "warn",
    "refused": "bad",
    "changed": "info",
    "ended": "warn",
}


def outcome_options() -> list[tuple[str, str]]:
    """Return the outcomes with their words."""
    return [
        ("granted", QCoreApplication.translate("NeedCard", "Granted")),
        ("partly", QCoreApplication.translate("NeedCard", "Partly")),
        ("refused", QCoreApplication.translate("NeedCard", "Refused")),
        ("changed", QCoreApplication.translate("NeedCard", "Changed")),
        ("ended", QCoreApplication.translate("NeedCard", "Ended")),
    ]


class NeedCard(CardPart):
    """What is decided about one thing applied for, and why."""

    def __init__(self, need: AppliedNeed, standard: Standard, texts: Texts) -> None:
        super().__init__()
        self.need = need.id
        self.texts = texts
        self.name = text_label("", "section")
        self.state = Chip("", "neutral")
        self.departs = Chip(self.tr("Departure"), "warn")
        self.help = muted("")
        self.findings = FindingList()
        self._lay_out(standard)
        self._say_names(need_name(need, standard))

    def _lay_out(self, standard: Standard) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        for chip in (self.departs, self.state):
            head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(self.help)
        self.grid = FieldGrid()
        fields = Fields(self, self.grid, self.record)
        fields.segments("outcome", self.tr("Decision"), outcome_options(), wide=True)
        fields.area("reasons", self.tr("Reasons for this citizen"), lines=2)
        reasons = [(reason.id, reason.text) for reason in standard.reasons]
        self.reason = Combo([("", self.tr("None")), *reasons])
        self.bind(ChoiceBinding(self.reason, self.record, "chosen_reason"))
        self.chosen = labelled(self.tr("Reason from the standard"), self.reason)
        self.grid.add(self.chosen, wide=True)
        self.chosen_text = text_label("", "note")
        self.grid.add(self.chosen_text, wide=True)
        self.before = fields.area("before", self.tr("The help until now"))
        self.after = fields.area("after", self.tr("The help from now on"))
        hint = self.tr("What is different in the citizen's situation since last time")
        self.what_changed = fields.area("what_changed", self.tr("What has changed"), hint)
        self.column.addWidget(self.grid)
        add_part(self, self.findings)

    def _say_names(self, name: str) -> None:
        self.name.setText(name)
        self.card.setAccessibleName(name)
        for binding in self.bindings:
            binding.editor.setAccessibleName(f"{name}: {binding.editor.accessibleName()}")

    def record(self, view: VisitView) -> DecisionItem:
        """Find the outcome in a view."""
        return view.casefile.decision_item(self.need)

    def load(self, view: VisitView) -> None:
        super().load(view)
        item = self.record(view)
        need = view.casefile.get(AppliedNeed, self.need)
        grants = grants_for(view, need) if need else ()
        self._show_state(item)
        lines = [summary_of(grant, view, self.texts) for grant in grants]
        self.help.setText("\n".join(lines) or self.tr("No help is chosen for this."))
        self._show_fields(item, view)
        ids = {grant.id for grant in grants}
        mine = [
            f
            for f in view.judgement.findings
            if f.needs_reason and (f.need == self.need or any(belongs(f, g) for g in ids))
        ]
        self.departs.setVisible(any(belongs(f, g) for f in mine for g in ids))
        self.findings.show_findings(mine, view)

    def _show_state(self, item: DecisionItem) -> None:
        words = dict(outcome_options())
        text = words.get(item.outcome, self.tr("Not decided"))
        if text != self.state.text():
            self.state.set_text(text, TONES.get(item.outcome, "neutral"))

    def _show_fields(self, item: DecisionItem, view: VisitView) -> None:
        decided = decision_of(view).kind in ("change", "reduction", "end")
        compared = item.outcome in COMPARED or (decided and bool(item.outcome))
        reasons = {reason.id: reason.text for reason in view.standard.reasons}
        wanted = item.outcome in LESS or bool(item.chosen_reason)
        shown: tuple[tuple[QWidget, bool], ...] = (
            (self.chosen, bool(reasons) and wanted),
            (self.chosen_text, bool(item.chosen_reason)),
            (self.before, compared or bool(item.before)),
            (self.after, (compared and item.outcome != "ended") or bool(item.after)),
            (self.what_changed, compared or bool(item.what_changed)),
        )
        self.chosen_text.setText(reasons.get(item.chosen_reason, ""))
        for field, on in shown:
            self.grid.show_field(field, on)
