"""The people around the citizen: who lives there, and who else is to be reckoned with."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.ids import new_id
from app.domain.records import Contact, ContactRole, HouseholdMember, Record
from app.domain.rules import ChildrenShare, HouseholdCapacity
from app.domain.standard import Standard
from app.forms.binding import ValueBinding
from app.forms.composites import AddressEditor, CapacityEditor
from app.forms.layout import FieldGrid
from app.forms.parts import FormPart, PartList
from app.forms.section import Panel
from app.forms.standard_form import Fields
from app.widgets.buttons import link_button, plain_button
from app.widgets.card import Card, EmptyState, section_title
from app.widgets.flow import FlowLayout
from app.workflow.edits import AddRecord, RemoveRecord
from app.workflow.visit_view import VisitView

FIRST_BIRTH_YEAR, LAST_BIRTH_YEAR = 1900, 2100
ROLES: tuple[ContactRole, ...] = (
    "relative",
    "companion",
    "party_representative",
    "guardian",
    "gp",
    "other_help",
)


class RecordCard(FormPart):
    """The fields of one record, with a way to take it away."""

    def __init__(self, kind: type[Record], record_id: str) -> None:
        super().__init__()
        self.kind = kind
        self.record_id = record_id
        self.record: Record | None = None
        self.card = Card()
        self.heading = section_title("")
        self.remove = link_button(self.tr("Remove"))
        self.remove.clicked.connect(self._removed)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.remove)
        self.card.body.addLayout(head)
        self.grid = FieldGrid()
        self.card.body.addWidget(self.grid)
        self.column.addWidget(self.card)
        self.fields = Fields(self, self.grid, self.record_in)

    def name_it(self, title: str) -> None:
        """Say what the card is about."""
        self.heading.setText(title)
        self.remove.setAccessibleName(self.tr("Remove: {name}").format(name=title))

    def record_in(self, view: VisitView) -> Record:
        """Return the card's record as the view has it."""
        return view.casefile.get(self.kind, self.record_id) or self.kind(id=self.record_id)

    def load(self, view: VisitView) -> None:
        self.record = self.record_in(view)
        name = str(getattr(self.record, "name", "")).strip()
        self.card.setAccessibleName(", ".join(p for p in (self.heading.text(), name) if p))
        self.remove.setEnabled(not view.locked)
        super().load(view)

    def _removed(self) -> None:
        if self.record is not None:
            self.edited.emit(RemoveRecord(self.record))


class RecordList(FormPart):
    """Cards of the records there are, and buttons that add one.

    `records` gives the records of a view in order, `make` the card of one.
    """

    def __init__(
        self, records: Callable[[VisitView], Sequence[Record]], make: Callable[[Record], Panel]
    ) -> None:
        super().__init__()
        self.records = records
        self.make = make
        self.view: VisitView | None = None
        self.postponed = False
        self.empty = QWidget()
        self.list = self.nest(PartList(self._make))
        self.buttons = FlowLayout(spacing=8)
        self.adders: list[QWidget] = []
        self._awaited = ""
        self.column.addWidget(self.list)
        self.column.addLayout(self.buttons)

    def say_when_empty(self, title: str, hint: str) -> None:
        """Say what stands here when there are no records."""
        self.empty = EmptyState(title, hint)
        self.column.insertWidget(0, self.empty)

    def add_button(self, text: str, made: Callable[[VisitView], Record]) -> QWidget:
        """Add a button that makes a record."""
        button = plain_button(text)
        button.clicked.connect(lambda: self._add(made))
        self.buttons.addWidget(button)
        self.adders.append(button)
        return button

    def load(self, view: VisitView) -> None:
        self.view = view
        if self.postponed:
            return
        known = [record.id for record in self.records(view)]
        self.list.show_ids(known)
        self.list.setVisible(bool(known))
        self.empty.setVisible(not known)
        for button in self.adders:
            button.setEnabled(not view.locked)
        super().load(view)
        if self._awaited in self.list.shown:
            self.list.shown[self._awaited].reveal(None)
            self._awaited = ""

    def _make(self, record_id: str) -> Panel:
        records = self.records(self.view) if self.view else ()
        return self.make(next(r for r in records if r.id == record_id))

    def _add(self, made: Callable[[VisitView], Record]) -> None:
        if self.view is None or self.view.locked:
            return
        record = made(self.view)
        self._awaited = record.id
        self.edited.emit(AddRecord(record))


class MemberCard(RecordCard):
    """Somebody who lives with the citizen, and what he or she can take on."""

    def __init__(self, record_id: str, services: Sequence[tuple[str, str]]) -> None:
        super().__init__(HouseholdMember, record_id)
        self.name_it(self.tr("Lives with the citizen"))
        fields = self.fields
        fields.line("name", self.tr("Name"))
        fields.combo("relation", self.tr("Relation to the citizen"), self._relations())
        fields.number("birth_year", self.tr("Year of birth"), FIRST_BIRTH_YEAR, LAST_BIRTH_YEAR)
        fields.yes_no("healthy", self.tr("Healthy"))
        if services:
            name = self.tr("Can take on at home")
            editor = CapacityEditor(name, services)
            fields.value("capacities", name, editor, wide=True)
        fields.area("note", self.tr("Note"), self.tr("Work, illness, age: what decides the share"))

    def _relations(self) -> list[tuple[str, str]]:
        return [
            ("spouse", self.tr("Spouse")),
            ("cohabitant", self.tr("Cohabitant")),
            ("child", self.tr("Child")),
            ("parent", self.tr("Parent")),
            ("sibling", self.tr("Sibling")),
            ("other", self.tr("Other")),
        ]


class ContactCard(RecordCard):
    """A person or place around the citizen; which fields are asked follows from the role."""

    def __init__(self, record: Contact) -> None:
        super().__init__(Contact, record.id)
        self.name_it(role_name(record.role))
        role, fields = record.role, self.fields
        other_help = role == "other_help"
        fields.line("name", self.tr("Who helps") if other_help else self.tr("Name"))
        if role not in ("gp", "other_help"):
            fields.line("relation", self.tr("Relation to the citizen"))
        fields.line("phone", self.tr("Phone"))
        if role == "companion":
            fields.yes_no("present", self.tr("Is present at the visit"))
        if role in ("party_representative", "guardian"):
            address = AddressEditor(self.tr("Address"))
            self.grid.add(address, wide=True)
            self.bind(ValueBinding(address, self.record_in, "address"))
            fields.check("gets_letters", self.tr("Gets the letters in the case"))
        hint = self.tr("With what, and when: the help is planned together with it")
        fields.area("note", self.tr("Note"), hint if other_help else "", lines=1)


def role_name(role: str) -> str:
    """Say what somebody is to the citizen."""
    return {
        "relative": QCoreApplication.translate("ContactCard", "Relative"),
        "companion": QCoreApplication.translate("ContactCard", "Companion"),
        "party_representative": QCoreApplication.translate("ContactCard", "Party representative"),
        "guardian": QCoreApplication.translate("ContactCard", "Guardian"),
        "gp": QCoreApplication.translate("ContactCard", "General practitioner"),
        "other_help": QCoreApplication.translate("ContactCard", "Other help in the home"),
    }.get(role, QCoreApplication.translate("ContactCard", "Contact"))


class MembersList(RecordList):
    """Those who live with the citizen."""

    def __init__(self, standard: Standard) -> None:
        services = shared_services(standard)
        super().__init__(_members, lambda record: MemberCard(record.id, services))
        self.say_when_empty(
            self.tr("Nobody else is recorded in the home"),
            self.tr("Add those who live with the citizen, children too."),
        )
        self.add_button(self.tr("Add household member"), _new_member)


class ContactsList(RecordList):
    """Those around the citizen, in the order of what they are."""

    def __init__(self) -> None:
        super().__init__(_contacts, _contact_card)
        self.say_when_empty(
            self.tr("Nobody is recorded around the citizen"),
            self.tr("Relatives are told about the case only with the citizen's consent."),
        )
        for role in ROLES:
            button = self.add_button("+ " + role_name(role), partial(_new_contact, role))
            button.setAccessibleName(self.tr("Add: {role}").format(role=role_name(role)))


def shared_services(standard: Standard) -> list[tuple[str, str]]:
    """Return the services that a household may share in: those that its rules name."""
    named: set[str] = set()
    for rule in standard.rules:
        if isinstance(rule, HouseholdCapacity | ChildrenShare):
            named.update(rule.services)
    return [(service.id, service.name) for service in standard.services if service.id in named]


def _members(view: VisitView) -> Sequence[Record]:
    return view.casefile.household


def _contacts(view: VisitView) -> Sequence[Record]:
    contacts = (c for c in view.casefile.contacts if c.role in ROLES)
    return sorted(contacts, key=lambda contact: ROLES.index(contact.role))


def _contact_card(record: Record) -> Panel:
    return ContactCard(record) if isinstance(record, Contact) else FormPart()


def _new_member(view: VisitView) -> Record:
    return HouseholdMember(id=new_id(), citizen=view.casefile.citizen.id)


def _new_contact(role: ContactRole, view: VisitView) -> Record:
    return Contact(id=new_id(), citizen=view.casefile.citizen.id, role=role)
