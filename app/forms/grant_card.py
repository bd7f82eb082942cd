"""One line of granted help (bevilling), with what the standard says of it right beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.casefile import FieldKey
from app.domain.findings import Finding
from app.domain.records import AppliedNeed, Grant
from app.domain.standard import Service, Standard
from app.forms.binding import ChoiceBinding, ValueBinding
from app.forms.disclosure import Disclosure
from app.forms.finding_list import FindingList
from app.forms.grant_fields import PeriodEnd, QuantityFields
from app.forms.grant_record import limited_quantities, summary, visits_with
from app.forms.layout import FieldGrid
from app.forms.parts import CardPart, FormPart, add_part, say_on, set_options
from app.forms.service_facts import ServiceFacts, package_name, packages_of, service_words
from app.forms.standard_form import Fields
from app.forms.words import short
from app.texts import Texts
from app.widgets.buttons import link_button
from app.widgets.card import muted, text_label
from app.widgets.fields import Combo, labelled
from app.widgets.inputs import ExtentField, NumberField, WeekdayPicker
from app.workflow.edits import RemoveRecord
from app.workflow.visit_view import VisitView


class GrantDetails(FormPart):
    """Every field of a line of help."""

    def __init__(self, grant: str, service: Service, standard: Standard, texts: Texts) -> None:
        super().__init__()
        self.grant = grant
        self.service = service
        self.today = standard.valid_from
        self.texts = texts
        self.grid = FieldGrid()
        self.packages = {p.id: p for p in standard.packages}
        self.package_text = text_label("", "hint")
        self.fields = Fields(self, self.grid, self.record)
        self.combined = Combo([("", self.tr("Visits of its own"))])
        self.need = Combo([("", self.tr("Not linked"))])
        self._what(standard)
        self._when(standard)
        self._why()
        self.column.addWidget(self.grid)
        for limit in (*service.limits, *service.citizen_provides):
            self.column.addWidget(text_label(limit, "hint"))
        self.facts = Disclosure(service.name, lambda: self._facts(standard))
        self.facts.show_words(
            self.tr("What the standard says"), self.tr("Hide what the standard says")
        )
        self.column.addWidget(self.facts)
        for editor in (binding.editor for binding in self.bindings):
            editor.setAccessibleName(f"{service.name}: {editor.accessibleName()}")

    def _facts(self, standard: Standard) -> QWidget:
        return ServiceFacts(self.service, standard, self.today)

    def _what(self, standard: Standard) -> None:
        items = [(item.id, item.name) for item in self.service.items]
        packages = packages_of(self.service, standard)
        if packages:
            options = [(package.id, package_name(package)) for package in packages]
            self.fields.combo("package", self.tr("Package"), options)
            self.grid.add(self.package_text, wide=True)
        if items:
            self.fields.chips("items", self.tr("Items"), items)
        name = self.tr("How often")
        hint = self.service.extent_text
        self.fields.value("extent", name, ExtentField(name), hint, wide=True)
        quantities = limited_quantities(standard, self.service)
        if quantities:
            editor = QuantityFields(self.service.name, quantities)
            self.bind(ValueBinding(editor, self.record, "quantities"))
            self.grid.add(editor, wide=True)
        places = [(place.value, place.name) for place in self.service.places]
        if places:
            self.fields.chips("places", self.tr("Where"), places)

    def _when(self, standard: Standard) -> None:
        times = [(option.value, option.name) for option in standard.times_of_day]
        hint = self.service.time_text
        if times:
            self.fields.chips("time_of_day", self.tr("Time of day"), times, hint)
        days = self.tr("Weekdays")
        self.fields.value("weekdays", days, WeekdayPicker(days), wide=True)
        name = self.tr("Time of one visit")
        minutes = NumberField(name, self.tr("minutes"), least=1, most=1440)
        self.fields.value("minutes", name, minutes)
        self.bind(ChoiceBinding(self.combined, self.record, "combined_with"))
        self.grid.add(labelled(self.tr("In the same visit as"), self.combined))
        self.fields.date("starts_on", self.tr("Starts on"))
        name = self.tr("Ends")
        self.fields.value("ends_on", name, PeriodEnd(name))

    def _why(self) -> None:
        self.fields.area("purpose", self.tr("Purpose of the help"))
        self.fields.area("reason", self.tr("Why this help, to this extent"))
        self.fields.area("own_payment", self.tr("The citizen pays"), lines=1)
        self.bind(ChoiceBinding(self.need, self.record, "need"))
        self.grid.add(labelled(self.tr("Answers what is applied for"), self.need), wide=True)

    def record(self, view: VisitView) -> Grant:
        """Find the line of help in a view."""
        return view.casefile.get(Grant, self.grant) or Grant(id=self.grant)

    def load(self, view: VisitView) -> None:
        self.today = view.today
        self._offer(view)
        super().load(view)
        package = self.packages.get(self.record(view).package)
        self.package_text.setText(package.text if package else "")
        self.grid.show_field(self.package_text, bool(package and package.text))

    def _offer(self, view: VisitView) -> None:
        others = [
            (other.id, summary_of(other, view, self.texts))
            for other in visits_with(view, self.record(view))
        ]
        set_options(self.combined, [("", self.tr("Visits of its own")), *others])
        needs = [(need.id, need_name(need, view.standard)) for need in view.casefile.needs]
        set_options(self.need, [("", self.tr("Not linked")), *needs])


class GrantCard(CardPart):
    """A line of help: what it says in short, its findings, and its fields when opened."""

    def __init__(self, grant: Grant, service: Service, standard: Standard, texts: Texts) -> None:
        super().__init__()
        self.grant = grant.id
        self.service = service
        self.standard = standard
        self.texts = texts
        self.details: GrantDetails | None = None
        self.view: VisitView | None = None
        self.short = muted("")
        self.remove = link_button(self.tr("Remove"))
        self.remove.setAccessibleName(self.tr("Remove: {name}").format(name=service.name))
        self.remove.clicked.connect(self._remove)
        self.disclosure = Disclosure(service.name, self._make_details)
        self.findings = FindingList()
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(text_label(self.service.name, "section"), 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(self.short)
        add_part(self, self.findings)
        self.column.addWidget(self.disclosure)

    def load(self, view: VisitView) -> None:
        if self.view is None:
            self.setWhatsThis(service_words(self.service, self.standard, view.today))
        self.view = view
        super().load(view)
        say_on(self.short, summary(self.record(view), view.standard, self.texts))
        self.remove.setEnabled(not view.locked)
        mine = [f for f in view.judgement.findings if belongs(f, self.grant)]
        self.findings.show_findings(mine, view)

    def record(self, view: VisitView) -> Grant:
        """Find the line of help in a view."""
        return view.casefile.get(Grant, self.grant) or Grant(id=self.grant)

    def reveal(self, key: FieldKey | None) -> bool:
        if key is not None and (key.entity, key.id) == ("grant", self.grant):
            self.disclosure.open()
        return super().reveal(key)

    def _make_details(self) -> QWidget:
        self.details = self.nest(GrantDetails(self.grant, self.service, self.standard, self.texts))
        if self.view is not None:
            self.details.load(self.view)
        return self.details

    def _remove(self) -> None:
        if self.view is not None:
            self.edited.emit(RemoveRecord(self.record(self.view)))


def belongs(finding: Finding, grant: str) -> bool:
    """Tell whether a finding is about a line of help."""
    key = finding.anchor.key
    return finding.grant == grant or (key is not None and key.entity == "grant" and key.id == grant)


def summary_of(grant: Grant, view: VisitView, texts: Texts) -> str:
    """Name another line: its service, and in short what it is."""
    service = view.standard.service(grant.service)
    short = summary(grant, view.standard, texts)
    return ": ".join(part for part in (service.name if service else grant.service, short) if part)


def need_name(need: AppliedNeed, standard: Standard) -> str:
    """Say what is applied for: the service, the citizen's words, or the group."""
    service = standard.service(need.service)
    group = next((g.name for g in standard.groups if g.id == need.group), "")
    return service.name if service else short(need.text) or group or need.service
