"""Citizen and household: who it is about, where the case belongs, and who is around."""

from PySide6.QtWidgets import QWidget

from app.domain.cpr import CprReading
from app.domain.records import Citizen
from app.domain.standard import Standard
from app.forms.binding import ValueBinding
from app.forms.composites import AddressEditor, InterpreterEditor
from app.forms.identity import BirthDateBinding, CprBinding
from app.forms.layout import FieldGrid
from app.forms.parts import FormPart, add_part
from app.forms.people import ContactsList, MembersList
from app.forms.questions import question_cards
from app.forms.routing import LegalBasisPart, TargetPart, age_choices
from app.forms.standard_form import Fields, StandardForm
from app.texts import Texts, help_languages
from app.widgets.banner import Banner
from app.widgets.buttons import link_button
from app.widgets.card import Card, muted
from app.widgets.fields import LineEdit, labelled
from app.widgets.inputs import DateField
from app.wording import language_name
from app.workflow.visit_view import VisitView


def _citizen(view: VisitView) -> Citizen:
    return view.casefile.citizen


class HouseholdForm(StandardForm):
    """Who the citizen is, and who lives with and stands around the citizen."""

    def build(self, standard: Standard) -> None:
        add_part(self, IdentityPart(self.texts))
        add_part(self, AddressPart(self.texts))
        add_part(self, ReachPart())
        add_part(self, TargetPart(standard))
        for choice in age_choices(standard):
            add_part(self, choice)
        add_part(self, LegalBasisPart())
        self._put(self.tr("Household"), MembersList(standard))
        for card in question_cards(self, self.section_id, standard):
            self.column.addWidget(card)
        self._put(self.tr("Around the citizen"), ContactsList())

    def _put(self, title: str, part: FormPart) -> None:
        card = Card(title)
        add_part(self, part, card.body)
        self.column.addWidget(card)


class IdentityPart(FormPart):
    """Name, personal number and birth date."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.texts = texts
        card = Card(self.tr("Citizen"))
        grid = FieldGrid()
        Fields(self, grid, _citizen).line("name", self.tr("Name"), wide=True)
        grid.add(self._cpr())
        self.birth = DateField(self.tr("Birth date"))
        self.bind(BirthDateBinding(self.birth, _citizen, texts))
        grid.add(labelled(self.tr("Birth date"), self.birth))
        self.remark = muted("")
        grid.add(self.remark, wide=True)
        self.grid = grid
        card.body.addWidget(grid)
        self.column.addWidget(card)

    def load(self, view: VisitView) -> None:
        super().load(view)
        self._show_remark(self.cpr.reading(), view)

    def _cpr(self) -> QWidget:
        self.line = LineEdit(self.tr("ddmmyy-nnnn"))
        self.cpr = CprBinding(self.line, _citizen, self.texts)
        self.bind(self.cpr)
        return labelled(self.tr("CPR number"), self.line)

    def _show_remark(self, reading: CprReading, view: VisitView) -> None:
        words = [self.texts.message(key) for key in reading.remarks]
        born = view.casefile.citizen.birth_date
        if reading.birth_date and born and born != reading.birth_date:
            words.append(self.texts.message("household.other_birth_date"))
        self.remark.setText(" ".join(words))
        self.line.setAccessibleDescription(" ".join(words) or self.line.accessibleDescription())
        self.grid.show_field(self.remark, bool(words))


class AddressPart(FormPart):
    """Where the citizen lives; a protected address is out of sight until it is asked for."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        card = Card(self.tr("Address"))
        grid = FieldGrid()
        self.address = AddressEditor(self.tr("Address"))
        self.fields = Fields(self, grid, _citizen)
        self.show_address = link_button(self.tr("Show the address"))
        self.show_address.clicked.connect(self._shown)
        self.consequence = Banner(
            texts.message("household.protected_address"), "warn", closable=False
        )
        grid.add(self.address, wide=True)
        binding = self.bind(ValueBinding(self.address, _citizen, "address"))
        binding.before_reveal = self._shown
        grid.add(self.show_address, wide=True)
        self.fields.check("protected_address", self.tr("Name and address are protected"), wide=True)
        grid.add(self.consequence, wide=True)
        self.grid = grid
        self.asked_for = False
        self.protected = False
        card.body.addWidget(grid)
        self.column.addWidget(card)

    def load(self, view: VisitView) -> None:
        super().load(view)
        citizen = view.casefile.citizen
        if citizen.protected_address and not self.protected:
            self.asked_for = self.address.value() is None
        self.protected = citizen.protected_address
        self._arrange()

    def _shown(self) -> None:
        self.asked_for = True
        self._arrange()
        self.address.setFocus()

    def _arrange(self) -> None:
        hidden = self.protected and not self.asked_for
        self.grid.show_field(self.address, not hidden)
        self.grid.show_field(self.show_address, hidden)
        self.grid.show_field(self.consequence, self.protected)


class ReachPart(FormPart):
    """How the citizen is reached and understood."""

    def __init__(self) -> None:
        super().__init__()
        card = Card(self.tr("Contact and language"))
        grid = FieldGrid()
        fields = Fields(self, grid, _citizen)
        fields.line("phone", self.tr("Phone"))
        fields.line("email", self.tr("E-mail"))
        post = [("digital", self.tr("Digital Post")), ("exempt", self.tr("Exempt"))]
        hint = self.tr("Somebody who is exempt gets the letters on paper")
        fields.segments("digital_post", self.tr("Letters"), post, hint)
        fields.line("language", self.tr("Language"), self.tr("If it is not Danish"))
        interpreter = self.tr("Interpreter needed")
        fields.value("interpreter", interpreter, InterpreterEditor(interpreter), wide=True)
        self._add_reading(fields)
        card.body.addWidget(grid)
        self.column.addWidget(card)

    def _add_reading(self, fields: Fields) -> None:
        """Add what the citizen needs to read a letter."""
        sizes = [
            ("normal", self.tr("Usual")),
            ("16", self.tr("Large (16 pt)")),
            ("20", self.tr("Very large (20 pt)")),
        ]
        hint = self.tr("Letters and enclosures are made in this size")
        fields.segments("letter_size", self.tr("Text size of letters"), sizes, hint, wide=True)
        codes = ((code, language_name(code, code).capitalize()) for code in help_languages())
        others = [("da", self.tr("Danish only")), *codes]
        hint = self.tr("The decision in short and the sheets, as help. The Danish text holds.")
        fields.segments("help_language", self.tr("Help pages"), others, hint, wide=True)
