"""Provider (leverandør): per granted service who carries it out, from when, and changes."""

import msgspec

from app.domain.calendar import earliest_change
from app.domain.casefile import FieldKey
from app.domain.ids import new_id
from app.domain.records import ProviderChoice
from app.domain.standard import ProviderRules, Section, Service, Standard
from app.forms.acts import usable
from app.forms.layout import FieldGrid
from app.forms.parts import CardPart, FormPart, LivingForm, PartList, add_part, in_row, set_options
from app.forms.provider_record import (
    change_of,
    choices_for,
    granted_services,
    is_early,
    kinds_of,
    listed_name,
    same_for_all,
    unchosen,
    units_of,
)
from app.forms.questions import add_questions, question_cards
from app.forms.section import Panel
from app.forms.standard_form import Fields
from app.widgets.buttons import link_button, plain_button
from app.widgets.card import muted, text_label
from app.widgets.fields import Combo, labelled
from app.workflow.edits import RemoveRecord, SetField
from app.workflow.visit_view import VisitView

# The questions of a standard that say the citizen was told about the choice.
INFORMED = "informed_"


class ChoicePart(FormPart):
    """One choice of provider for a service; a draft until the first field is set."""

    def __init__(self, service: str, name: str, choice: str, rules: ProviderRules) -> None:
        super().__init__()
        self.service = service
        self.name = name
        self.choice = choice
        self.rules = rules
        self.view: VisitView | None = None
        self.listed = Combo()
        self.listed.activated.connect(self._pick)
        self.listed_field = labelled(self.tr("Providers of the municipality's list"), self.listed)
        self.listed.setAccessibleName(f"{name}: {self.listed.accessibleName()}")
        self.rule = text_label("", "hint")
        self.remove = link_button(self.tr("Cancel the change"))
        self.remove.setAccessibleName(self.tr("Cancel the change: {name}").format(name=name))
        self.remove.clicked.connect(self._remove)
        self.title = text_label("", "section")
        self._lay_out()

    def _lay_out(self) -> None:
        self.grid = FieldGrid()
        fields = Fields(self, self.grid, self.record)
        kinds = kinds_of(self.rules)
        fields.segments("kind", self.tr("Who carries out the help"), kinds, wide=True)
        self.grid.add(self.listed_field, wide=True)
        name = self.tr("Name of the provider or helper")
        self.named = fields.line("provider", name, wide=True)
        seen = self.tr("Seen in the register: {register}").format(register=self.rules.listed_at)
        self.seen = fields.yes_no("listed", seen, self.rules.external_text, wide=True)
        self.requested = fields.date("requested_on", self.tr("Change asked for on"))
        fields.date("starts_on", self.tr("From"))
        self.grid.add(self.rule, wide=True)
        hint = self.tr("In special cases a change may begin earlier. The reason is printed.")
        self.early = fields.area("early_reason", self.tr("Reason for an earlier change"), hint)
        self.column.addWidget(self.title)
        self.column.addWidget(self.grid)
        self.column.addWidget(self.remove)
        for binding in self.bindings:
            binding.editor.setAccessibleName(f"{self.name}: {binding.editor.accessibleName()}")

    def record(self, view: VisitView) -> ProviderChoice:
        """Find the choice in a view, or the draft of it."""
        return view.casefile.get(ProviderChoice, self.choice) or ProviderChoice(
            id=self.choice, case=view.casefile.case.id, service=self.service
        )

    def load(self, view: VisitView) -> None:
        choice = self.record(view)
        if choice.is_change:
            # Help changes hands while it runs; the letter that is issued stays as it is.
            view = msgspec.structs.replace(view, locked=False)
        self.view = view
        super().load(view)
        self._offer(choice, view)
        self.title.setText(self.tr("Change of provider") if choice.is_change else "")
        self.title.setVisible(choice.is_change)
        self.remove.setVisible(choice.is_change and not view.locked)
        self.grid.show_field(self.requested, choice.is_change)
        external = choice.kind == "external" and bool(self.rules.listed_at)
        self.grid.show_field(self.seen, external or choice.listed is not None)
        early = is_early(choice, view.standard.provider)
        self.grid.show_field(self.early, early or bool(choice.early_reason))
        self._say_rule(choice, view)

    def _offer(self, choice: ProviderChoice, view: VisitView) -> None:
        units = units_of(view.standard.provider, choice.kind)
        names = [("", self.tr("Choose from the list"))] + [(u.name, u.name) for u in units]
        set_options(self.listed, names)
        listed = listed_name(self.rules, choice.provider)
        self.listed.setCurrentIndex(max(0, self.listed.findData(listed)))
        self.listed.setEnabled(not view.locked)
        self.grid.show_field(self.listed_field, bool(units))
        on_list = listed in [unit.name for unit in units]
        self.grid.show_field(self.named, not on_list or self.named.editor.hasFocus())

    def _say_rule(self, choice: ProviderChoice, view: VisitView) -> None:
        from app.wording import long_date

        rules = view.standard.provider
        text = ""
        has_notice = bool(rules.notice_months or rules.starts_on_first)
        if choice.is_change and choice.requested_on is not None and has_notice:
            day = earliest_change(choice.requested_on, rules)
            text = self.tr("By the standard the new provider begins on {date} at the earliest.")
            text = f"{text.format(date=long_date(day))} {rules.change_text}"
        elif choice.kind == "private" and not rules.private:
            text = rules.private_text
        self.rule.setText(text)
        self.grid.show_field(self.rule, bool(text))

    def _pick(self, _index: int) -> None:
        """Write the provider picked; the first line takes one of the list away, no typed name."""
        if self.view is None:
            return
        name, choice = self.listed.currentData(), self.record(self.view)
        if name or listed_name(self.rules, choice.provider):
            self.edited.emit(SetField(choice, "provider", name))

    def _remove(self) -> None:
        if self.view is not None:
            self.edited.emit(RemoveRecord(self.record(self.view)))


class ServiceCard(CardPart):
    """The choice of provider for one service, and its changes."""

    def __init__(self, service: Service, rules: ProviderRules) -> None:
        own = "" if rules.free_choice else rules.own_text
        super().__init__(service.name, service.provider_text or own)
        self.service = service.id
        self.name = service.name
        self.rules = rules
        self.view: VisitView | None = None
        self.draft = new_id()
        self.choices = add_part(self, PartList(self._make, self._ids))
        self.change = plain_button(self.tr("Change provider"))
        self.change.setAccessibleName(self.tr("Change provider: {name}").format(name=self.name))
        self.change.clicked.connect(self._change)
        self.same = link_button(self.tr("Use for all services"))
        self.same.setAccessibleName(self.tr("Use for all services: {name}").format(name=self.name))
        self.same.clicked.connect(self._use_for_all)
        self.acts = in_row(self.change, self.same)
        self.column.addWidget(self.acts)

    def load(self, view: VisitView) -> None:
        self.view = view
        super().load(view)
        chosen = [c for c in choices_for(view, self.service) if c.kind]
        self.acts.setVisible(bool(chosen))
        self.same.setVisible(bool(unchosen(view)) and not view.locked)

    def _ids(self, view: VisitView) -> list[str]:
        self.draft = usable(self.draft, ProviderChoice, view.casefile)
        return [c.id for c in choices_for(view, self.service)] or [self.draft]

    def _make(self, key: str) -> Panel:
        return ChoicePart(self.service, self.name, key, self.rules)

    def _use_for_all(self) -> None:
        if self.view is not None:
            label = self.tr("The same provider for all services")
            self.edited.emit(same_for_all(self.view, self.service, label))

    def _change(self) -> None:
        if self.view is not None:
            label = self.tr("Change of provider: {name}").format(name=self.name)
            self.edited.emit(change_of(self.view, self.service, self.view.today, label))


class InformedCard(FormPart):
    """Whether the citizen was told about the free choice (KBH-052), as the standard asks it."""

    def __init__(self, standard: Standard) -> None:
        super().__init__()
        for section in standard.sections:
            questions = tuple(q for q in section.questions if q.id.startswith(INFORMED))
            if questions:
                only = msgspec.structs.replace(section, questions=questions)
                self._show(only, standard)

    def _show(self, section: Section, standard: Standard) -> None:
        part = msgspec.structs.replace(standard, sections=(section,))
        for card in question_cards(self, section.id, part):
            self.column.addWidget(card)

    def reveal(self, key: FieldKey | None) -> bool:
        return super().reveal(key) if key is not None else False


def without(standard: Standard, prefix: str) -> Standard:
    """Return the standard without the questions whose ids begin so."""
    sections = tuple(
        msgspec.structs.replace(
            section, questions=tuple(q for q in section.questions if not q.id.startswith(prefix))
        )
        for section in standard.sections
    )
    return msgspec.structs.replace(standard, sections=sections)


class ProviderForm(LivingForm):
    """The section of providers."""

    def build(self, standard: Standard) -> None:
        self.none = muted(self.tr("Choose services first: each gets its provider here."))
        self.column.addWidget(self.none)
        self.cards = add_part(self, PartList(self._make, granted_services))
        self.cards.column.setSpacing(16)
        self.informed = add_part(self, InformedCard(standard))
        add_questions(self, without(standard, INFORMED))

    def loaded(self, view: VisitView) -> None:
        self.none.setVisible(not self.cards.shown)

    def _make(self, key: str) -> Panel:
        service = self.standard.service(key) if self.standard else None
        if self.standard is None or service is None:
            return FormPart()
        return ServiceCard(service, self.standard.provider)
