"""The case as one visit sees it: an immutable picture that each change makes anew."""

from typing import Any, TypeVar

import msgspec

from app.domain.ids import derived_id
from app.domain.records import (
    ENTITIES,
    ENTITY_OF,
    Answer,
    AppliedNeed,
    Assessment,
    Case,
    Citizen,
    Consent,
    Contact,
    Decision,
    DecisionItem,
    DecisionVersion,
    Departure,
    Goal,
    Grant,
    Hearing,
    HouseholdMember,
    OverallAssessment,
    ProviderChoice,
    Record,
    Request,
    Visit,
    WorkplaceCheck,
    WorkplaceItem,
)
from app.domain.values import StandardRef

R = TypeVar("R", bound=Record)


class FieldKey(msgspec.Struct, frozen=True):
    """Names one field of one record."""

    entity: str
    id: str
    field: str


class Disputed(msgspec.Struct, frozen=True):
    """A field with several unreplaced values: a person must choose; no rule may use it."""

    key: FieldKey
    values: tuple[Any, ...]


class CaseFile(msgspec.Struct, frozen=True, kw_only=True):
    """Every record of one case and its citizen, and which visit is open.

    Removed records are kept here and left out by the queries below. A disputed field has
    its "not recorded" value in the record and stands in `disputes`. A field of a signed consent
    that was changed since has the signed value, and stands in `after_signing`. `share` is the
    standard whose part of a visit under several this is, "" for the first one and for the whole
    case.
    """

    visit_id: str
    records: dict[str, dict[str, Record]]
    disputes: tuple[Disputed, ...] = ()
    after_signing: tuple[FieldKey, ...] = ()
    share: str = ""

    def get(self, kind: type[R], record_id: str) -> R | None:
        """Return the living record of this kind and id."""
        record = self.records.get(ENTITY_OF[kind], {}).get(record_id)
        return record if isinstance(record, kind) and not record.removed else None

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the living records of this kind, in the order they were made."""
        found = self.records.get(ENTITY_OF[kind], {}).values()
        return tuple(r for r in found if isinstance(r, kind) and not r.removed)

    def first(self, kind: type[R]) -> R | None:
        """Return the oldest living record of this kind."""
        found = self.records.get(ENTITY_OF[kind], {}).values()
        return next((r for r in found if isinstance(r, kind) and not r.removed), None)

    def with_value(self, key: FieldKey, value: object) -> "CaseFile":
        """Return the case with one field changed, its record made if it is new."""
        kind, _ = ENTITIES[key.entity]
        table = self.records.get(key.entity, {})
        record = table.get(key.id) or kind(id=key.id)
        changed = msgspec.structs.replace(record, **{key.field: value})
        records = {**self.records, key.entity: {**table, key.id: changed}}
        return msgspec.structs.replace(self, records=records)

    @property
    def citizen(self) -> Citizen:
        """The citizen whose case this is."""
        return self.first(Citizen) or Citizen(id="")

    @property
    def case(self) -> Case:
        """The case itself."""
        return self.first(Case) or Case(id="")

    @property
    def visit(self) -> Visit:
        """The visit that is open."""
        return self.get(Visit, self.visit_id) or Visit(id=self.visit_id)

    @property
    def standard_ref(self) -> StandardRef | None:
        """The first standard the visit was opened with."""
        return self.visit.standards[0] if self.visit.standards else None

    @property
    def request(self) -> Request | None:
        """The newest request."""
        return next(reversed(self.all(Request)), None)

    @property
    def decision(self) -> Decision | None:
        """The decision of the open visit."""
        return next((d for d in self.all(Decision) if d.visit == self.visit_id), None)

    @property
    def household(self) -> tuple[HouseholdMember, ...]:
        """Those who live at home with the citizen."""
        return tuple(m for m in self.all(HouseholdMember) if m.lives_at_home)

    @property
    def needs(self) -> tuple[AppliedNeed, ...]:
        """What is applied for."""
        return self.all(AppliedNeed)

    @property
    def grants(self) -> tuple[Grant, ...]:
        """The lines of help chosen so far."""
        return self.all(Grant)

    @property
    def goals(self) -> tuple[Goal, ...]:
        """The goals of the case."""
        return self.all(Goal)

    @property
    def consents(self) -> tuple[Consent, ...]:
        """All consents, signed or under way."""
        return self.all(Consent)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """People and places around the citizen."""
        return self.all(Contact)

    @property
    def hearings(self) -> tuple[Hearing, ...]:
        """Sources of information, with what the citizen was asked about each."""
        return self.all(Hearing)

    @property
    def providers(self) -> tuple[ProviderChoice, ...]:
        """Chosen providers."""
        return self.all(ProviderChoice)

    @property
    def versions(self) -> tuple[DecisionVersion, ...]:
        """Issued decisions, oldest first."""
        made = (v for v in self.all(DecisionVersion) if not v.letter)
        return tuple(sorted(made, key=lambda v: v.number))

    def letters_about(self, record: str) -> tuple[DecisionVersion, ...]:
        """Return the other letters that were issued about a record, oldest first."""
        made = (v for v in self.all(DecisionVersion) if v.letter and v.subject == record)
        return tuple(sorted(made, key=lambda v: v.number))

    def assessment(self, standard: str, area: str) -> Assessment:
        """Return the assessment of an area at this visit, empty if none is recorded."""
        return self.assessment_at(self.visit_id, standard, area)

    def assessment_at(self, visit: str, standard: str, area: str) -> Assessment:
        """Return the assessment of an area at any visit of the case."""
        key = derived_id(visit, standard, area)
        return self.get(Assessment, key) or Assessment(
            id=key, visit=visit, standard=standard, area=area
        )

    def overall_assessment(self, standard: str) -> OverallAssessment:
        """Return the overall assessment at this visit, empty if none is recorded."""
        return self.overall_assessment_at(self.visit_id, standard)

    def overall_assessment_at(self, visit: str, standard: str) -> OverallAssessment:
        """Return the overall assessment at any visit of the case."""
        made = (
            o for o in self.all(OverallAssessment) if (o.visit, o.standard) == (visit, standard)
        )
        key = derived_id(visit, standard)
        return next(made, OverallAssessment(id=key, visit=visit, standard=standard))

    def answer(self, section: str, question: str) -> Answer:
        """Return the answer to a question at this visit, empty if none is recorded."""
        key = derived_id(self.visit_id, section, question)
        return self.get(Answer, key) or Answer(
            id=key, visit=self.visit_id, section=section, question=question
        )

    def decision_item(self, need: str) -> DecisionItem:
        """Return the outcome for an applied need, empty if none is recorded."""
        decision = self.decision.id if self.decision else derived_id(self.visit_id, "decision")
        key = derived_id(decision, need)
        return self.get(DecisionItem, key) or DecisionItem(
            id=key, decision=decision, case=self.case.id, need=need
        )

    def departure(self, finding: str) -> Departure:
        """Return the reason given at a finding, empty if none is written."""
        key = derived_id(self.case.id, finding)
        return self.get(Departure, key) or Departure(id=key, case=self.case.id, finding=finding)

    @property
    def workplace(self) -> WorkplaceCheck:
        """The workplace check of this visit, empty if none is begun."""
        key = derived_id(self.visit_id, "workplace")
        return self.get(WorkplaceCheck, key) or WorkplaceCheck(
            id=key, case=self.case.id, visit=self.visit_id
        )

    def workplace_item(self, item: str) -> WorkplaceItem:
        """Return one point of the workplace check, empty if it is not answered."""
        check = self.workplace.id
        key = derived_id(check, item)
        return self.get(WorkplaceItem, key) or WorkplaceItem(
            id=key, check=check, case=self.case.id, item=item
        )
