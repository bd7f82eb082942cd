"""Where the case belongs: target group and unit, permanence, legal basis, the choice of age."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox

from app.domain.calendar import birthday
from app.domain.judgement.people import propose_legal_basis
from app.domain.records import Case, Citizen
from app.domain.rules import AgeChoice
from app.domain.standard import Standard
from app.forms.asks import ShowDocument
from app.forms.binding import ChoiceBinding
from app.forms.layout import FieldGrid
from app.forms.parts import FormPart
from app.forms.standard_form import Fields
from app.widgets.buttons import link_button
from app.widgets.card import Card, muted
from app.widgets.fields import Combo, labelled
from app.workflow.edits import SetField, Together
from app.workflow.visit_view import VisitView

ELDER_CARE = "elder_care"


def _case(view: VisitView) -> Case:
    return view.casefile.case


def _citizen(view: VisitView) -> Citizen:
    return view.casefile.citizen


class TargetGroupBinding(ChoiceBinding):
    """The target group; the unit that decides for it is written with it."""

    def __init__(self, editor: QComboBox, standard: Standard) -> None:
        super().__init__(editor, _case, "target_group")
        self.units = {group.id: group.unit for group in standard.target_groups}

    def put(self, value: Any) -> None:
        case = self.record
        if self.loading or not isinstance(case, Case) or case.target_group == value:
            return
        self.ask(
            Together(
                (
                    SetField(case, "target_group", value),
                    SetField(case, "unit", self.units.get(value, "")),
                )
            )
        )


class TargetPart(FormPart):
    """For whom the help is: target group, deciding unit, for how long, and the case number."""

    def __init__(self, standard: Standard) -> None:
        super().__init__()
        self.units = {unit.id: unit for unit in standard.units}
        self.card = Card(self.tr("Target group and unit"), standard.condition)
        self.unit = muted("")
        grid = FieldGrid()
        groups = [(group.id, group.name) for group in standard.target_groups]
        editor = Combo([("", self.tr("Not chosen")), *groups])
        self.bind(TargetGroupBinding(editor, standard))
        grid.add(labelled(self.tr("Target group"), editor), wide=True)
        grid.add(self.unit, wide=True)
        fields = Fields(self, grid, _case)
        fields.segments(
            "permanence",
            self.tr("How long the need is expected to last"),
            [("permanent", self.tr("Permanent")), ("temporary", self.tr("Temporary"))],
            wide=True,
        )
        hint = self.tr("Stands in the letters. The municipality's own number may stand here.")
        fields.line("number", self.tr("Case number"), hint)
        self.card.body.addWidget(grid)
        self.column.addWidget(self.card)

    def load(self, view: VisitView) -> None:
        super().load(view)
        unit = self.units.get(view.casefile.case.unit)
        said = self.tr("Decided by: {unit}").format(unit=unit.name) if unit else ""
        place = ", ".join(unit.address) if unit else ""
        self.unit.setText("\n".join(line for line in (said, place) if line))
        self.unit.setVisible(bool(unit))


class LegalBasisPart(FormPart):
    """Which act the case follows: proposed from age, chosen by the visitator with a reason."""

    def __init__(self) -> None:
        super().__init__()
        self.proposed = ""
        self.case: Case | None = None
        self.card = Card(self.tr("Legal basis"))
        self.pension = muted("")
        self.take = link_button("")
        self.take.clicked.connect(self._take)
        grid = FieldGrid()
        fields = Fields(self, grid, _case)
        fields.segments("legal_basis", self.tr("The case follows"), self._acts(), wide=True)
        grid.add(self.take, wide=True)
        self.guide = link_button(self.tr("Show the letter about the other act"))
        self.guide.clicked.connect(self._show_guide)
        grid.add(self.guide, wide=True)
        fields.area(
            "legal_basis_reason",
            self.tr("Why"),
            self.tr("Above all when age points to the other act"),
        )
        self.card.body.addWidget(self.pension)
        self.card.body.addWidget(grid)
        self.grid = grid
        self.column.addWidget(self.card)

    def load(self, view: VisitView) -> None:
        super().load(view)
        self.case = view.casefile.case
        born = view.casefile.citizen.birth_date
        self.proposed = propose_legal_basis(born, view.national, view.today) if born else ""
        self.pension.setText(self._pension_words(born, view))
        acts = dict(self._acts())
        offered = bool(self.proposed) and not self.case.legal_basis and not view.locked
        self.take.setText(
            self.tr("Proposal by age: {act}. Choose it").format(act=acts.get(self.proposed, ""))
        )
        self.grid.show_field(self.take, offered)
        self.grid.show_field(self.guide, self.case.legal_basis == "elder_care_act")

    def _show_guide(self) -> None:
        if self.case is not None:
            self.asked.emit(ShowDocument(ELDER_CARE, self.case.id))

    def _pension_words(self, born: date | None, view: VisitView) -> str:
        if born is None:
            return self.tr("The act that the age points to is shown when the birth date is known.")
        day = view.national.pension_day(born)
        reached = day <= view.today
        from app.wording import long_date

        words = (
            self.tr("The citizen reached pension age on {day}.")
            if reached
            else self.tr("The citizen reaches pension age on {day}.")
        )
        return words.format(day=long_date(day))

    def _acts(self) -> list[tuple[str, str]]:
        return [
            ("social_services_act", self.tr("Services Act")),
            ("elder_care_act", self.tr("Elder Care Act")),
            ("unclear", self.tr("Not clear yet")),
        ]

    def _take(self) -> None:
        if self.case is not None and self.proposed:
            self.edited.emit(SetField(self.case, "legal_basis", self.proposed))


class AgeChoicePart(FormPart):
    """The choice that a standard gives somebody who comes to an age: stay, or transfer."""

    def __init__(self, rule: AgeChoice) -> None:
        super().__init__()
        self.rule = rule
        self.card = Card(self.tr("The choice at {age} years").format(age=rule.age))
        self.day = muted("")
        grid = FieldGrid()
        Fields(self, grid, _citizen).segments(
            "turning_choice",
            self.tr("The citizen chooses to"),
            [("stay", self.tr("stay here")), ("transfer", self.tr("be transferred"))],
            wide=True,
        )
        self.card.body.addWidget(self.day)
        self.card.body.addWidget(grid)
        self.column.addWidget(self.card)

    def load(self, view: VisitView) -> None:
        super().load(view)
        citizen = view.casefile.citizen
        asked = any(finding.rule == self.rule.id for finding in view.judgement.findings)
        self.setVisible(asked or bool(citizen.turning_choice))
        if citizen.birth_date is not None and not self.isHidden():
            from app.wording import long_date

            day = long_date(birthday(citizen.birth_date, self.rule.age))
            words = self.tr("{age} years on {day}. The citizen chooses, and may choose to stay.")
            self.day.setText(words.format(age=self.rule.age, day=day))


def age_choices(standard: Standard) -> list[AgeChoicePart]:
    """Return a part for each age at which the standard gives a choice."""
    return [AgeChoicePart(rule) for rule in standard.rules if isinstance(rule, AgeChoice)]
