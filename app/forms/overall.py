"""The overall professional assessment: proposed from the areas, chosen by the visitator."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from app.domain.standard import Overall, Standard
from app.domain.values import Level
from app.forms.acts import change
from app.forms.assessment_row import legend_of, level_options
from app.forms.binding import MappedBinding
from app.forms.layout import FieldGrid
from app.forms.overall_record import accessed, last_time, overall_of, scale_words
from app.forms.parts import CardPart, LivingForm, add_part, say_on
from app.forms.questions import add_questions
from app.forms.stair_part import StairPart
from app.forms.standard_form import Fields
from app.widgets.buttons import plain_button
from app.widgets.card import muted, text_label
from app.widgets.level_scale import LevelScale
from app.workflow.visit_view import VisitView


class OverallForm(LivingForm):
    """The overall level and the stair of support, as far as the standard has them."""

    def build(self, standard: Standard) -> None:
        if standard.overall is not None:
            add_part(self, OverallPart(standard.overall, standard))
        if standard.stair is not None:
            add_part(self, StairPart(standard.stair))
        if standard.overall is None and standard.stair is None:
            nothing = self.tr("The standard has no overall assessment and no stair.")
            self.column.addWidget(muted(nothing))
        add_questions(self, standard)


class OverallPart(CardPart):
    """The overall level in its own scale, what the areas point to, and the reason."""

    def __init__(self, overall: Overall, standard: Standard) -> None:
        super().__init__(overall.scale.name, overall.scale.method)
        self.overall, self.standard = overall, standard
        self.view: VisitView | None = None
        self.names = {level.value: level.name for level in overall.scale.levels}
        self.proposal = muted("")
        self.take = plain_button("")
        self.take.clicked.connect(self._take)
        self.meaning = text_label("", "area")
        self.access = muted("")
        self._lay_out()

    def _lay_out(self) -> None:
        self.column.addWidget(muted(self.overall.note))
        scale = self.overall.scale
        name = self.tr("Overall level")
        self.scale = LevelScale(name, level_options(scale))
        self.scale.setWhatsThis(scale_words(scale))
        self.bind(
            MappedBinding(
                self.scale, overall_of, "value", shown=self._shown, recorded=self._recorded
            )
        )
        self.column.addWidget(self.scale)
        self.column.addWidget(text_label(legend_of(scale), "hint"))
        self.column.addWidget(self.meaning)
        row = QHBoxLayout()
        row.addWidget(self.proposal, 1)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.column.addWidget(self.access)
        grid = FieldGrid()
        hint = self.tr("Write it above all where you see it otherwise than the areas point.")
        Fields(self, grid, overall_of).area("reason", self.tr("Why this level"), hint)
        self.column.addWidget(grid)

    def load(self, view: VisitView) -> None:
        self.view = view
        super().load(view)
        chosen = self._shown(overall_of(view).value) or ""
        self.scale.set_previous(self._shown(last_time(view).value))
        meant = next((lv for lv in self.overall.scale.levels if lv.value == chosen), None)
        say_on(self.meaning, f"{meant.name}: {meant.text}" if meant else "")
        self._say_proposal(chosen, view.judgement.overall_proposal)
        offered = view.judgement.overall_proposal not in ("", chosen) and not view.locked
        self.take.setVisible(offered)
        say_on(self.access, self._access_words(chosen))

    def _say_proposal(self, chosen: str, proposed: str) -> None:
        named = f"{proposed}, {self.names.get(proposed, proposed)}"
        if not proposed:
            words = self.tr("What the areas point to is shown when they have levels.")
        elif chosen == proposed:
            words = self.tr("The areas point to the same: {level}.").format(level=named)
        else:
            words = self.tr("The areas point to {level}.").format(level=named)
        self.proposal.setText(words if self.overall.proposals else "")
        self.proposal.setVisible(bool(self.overall.proposals))
        self.take.setText(self.tr("Choose {level}").format(level=proposed))
        self.take.setAccessibleName(self.tr("Choose {level}").format(level=named))

    def _access_words(self, chosen: str) -> str:
        services = ", ".join(accessed(self.standard))
        if not chosen or not services:
            return self.overall.access_text
        if chosen in self.overall.access:
            said = self.tr("By the standard this level gives access to: {services}.")
        else:
            said = self.tr(
                "By the standard other levels give access to: {services}. You decide, "
                "and give the reason."
            )
        return " ".join((said.format(services=services), self.overall.access_text)).strip()

    def _shown(self, level: Level | None) -> str | None:
        return level.value if level and level.scale == self.overall.scale.id else None

    def _recorded(self, value: str | None) -> Level | None:
        return Level(scale=self.overall.scale.id, value=value) if value else None

    def _take(self) -> None:
        if self.view is None:
            return
        proposed = self.view.judgement.overall_proposal
        label = self.tr("Overall level: {level}").format(level=proposed)
        record = overall_of(self.view)
        level = self._recorded(proposed)
        self.edited.emit(change(self.view.casefile, record, label, value=level))
        self.scale.setFocus()
