"""The records of a visitation; DATA of the house, one class per entity.

Every field but the id has a default that means "not recorded": a record is made by the
first change that names its id and grows field by field. `removed` is the entity's life.
"""

from datetime import date, datetime
from typing import Literal, TypeAlias

from app.domain.case_records import (
    ActionPlan as ActionPlan,
)
from app.domain.case_records import (
    Complaint as Complaint,
)
from app.domain.case_records import (
    FollowUp as FollowUp,
)
from app.domain.case_records import (
    HospitalStay as HospitalStay,
)
from app.domain.case_records import (
    Order as Order,
)
from app.domain.case_records import (
    ProcessingNotice as ProcessingNotice,
)
from app.domain.case_records import (
    ProviderPlan as ProviderPlan,
)
from app.domain.case_records import (
    ProviderStart as ProviderStart,
)
from app.domain.case_records import (
    StatusReport as StatusReport,
)
from app.domain.case_records import (
    Swap as Swap,
)
from app.domain.decision_records import Decision as Decision
from app.domain.decision_records import DecisionItem as DecisionItem
from app.domain.decision_records import DecisionVersion as DecisionVersion
from app.domain.decision_records import Delivery as Delivery
from app.domain.decision_records import Departure as Departure
from app.domain.decision_records import Dispatch as Dispatch
from app.domain.decision_records import Hearing as Hearing
from app.domain.decision_records import Outcome as Outcome
from app.domain.decision_records import Seal as Seal
from app.domain.decision_records import TaskDone as TaskDone
from app.domain.record import Record as Record
from app.domain.values import (
    Address,
    Capacity,
    Cpr,
    Extent,
    Interpreter,
    Level,
    Planned,
    Quantities,
    StandardRef,
    TextVersion,
)


class Citizen(Record, frozen=True, kw_only=True):
    """A citizen (borger): master data that every case shares.

    `letter_size` is the size of text that letters need, large print in points;
    `help_language` the code of the language that help pages come in, "da" for none beside the
    Danish; "" where nobody was asked.
    """

    cpr: Cpr | None = None
    birth_date: date | None = None
    name: str = ""
    address: Address | None = None
    protected_address: bool = False
    phone: str = ""
    email: str = ""
    language: str = ""
    interpreter: Interpreter | None = None
    digital_post: Literal["", "digital", "exempt"] = ""
    letter_size: Literal["", "normal", "16", "20"] = ""
    help_language: str = ""
    turning_choice: Literal["", "stay", "transfer"] = ""
    merged_into: str = ""


Relation = Literal["", "spouse", "cohabitant", "child", "parent", "sibling", "other"]


class HouseholdMember(Record, frozen=True, kw_only=True):
    """Somebody who lives with the citizen (husstandsmedlem), and what they can take on."""

    citizen: str = ""
    name: str = ""
    relation: Relation = ""
    birth_year: int | None = None
    lives_at_home: bool = True
    healthy: bool | None = None
    capacities: tuple[Capacity, ...] = ()
    note: str = ""


ContactRole = Literal[
    "",
    "relative",
    "companion",
    "party_representative",
    "guardian",
    "gp",
    "other_help",
    "interpreter",
    "other_worker",
]


class Contact(Record, frozen=True, kw_only=True):
    """A person or place around the citizen: relative, bisidder, guardian, GP, other help."""

    citizen: str = ""
    role: ContactRole = ""
    name: str = ""
    phone: str = ""
    address: Address | None = None
    relation: str = ""
    gets_letters: bool = False
    present: bool | None = None
    note: str = ""


class Case(Record, frozen=True, kw_only=True):
    """A case (sag) of one citizen."""

    citizen: str = ""
    number: str = ""
    unit: str = ""
    target_group: str = ""
    legal_basis: Literal["", "social_services_act", "elder_care_act", "unclear"] = ""
    legal_basis_reason: str = ""
    permanence: Literal["", "permanent", "temporary"] = ""
    responsible: str = ""
    state: Literal["", "open", "decided", "closed"] = ""


class Request(Record, frozen=True, kw_only=True):
    """The request (henvendelse) that starts the deadlines."""

    case: str = ""
    received_on: date | None = None
    received_from: str = ""
    caller: str = ""
    caller_consent: bool | None = None
    applied_for: str = ""
    acute: bool | None = None
    acute_start: date | None = None
    acute_reason: str = ""
    contacted_on: date | None = None


class AppliedNeed(Record, frozen=True, kw_only=True):
    """One thing applied for: a service of the catalogue, or free text within a group."""

    request: str = ""
    case: str = ""
    group: str = ""
    service: str = ""
    text: str = ""


class Visit(Record, frozen=True, kw_only=True):
    """One home visit (visitationsbesøg)."""

    case: str = ""
    kind: Literal["", "first", "reassessment", "follow_up"] = ""
    planned: Planned | None = None
    source: str = ""
    source_key: str = ""
    visitator: str = ""
    present: str = ""
    note: str = ""
    state: Literal["", "planned", "ongoing", "closed", "cancelled"] = ""
    started_at: datetime | None = None
    standards: tuple[StandardRef, ...] = ()
    next_visit: date | None = None
    next_visit_reason: str = ""
    previous: str = ""


class Answer(Record, frozen=True, kw_only=True):
    """The answer to one question of a section; id derived from visit, section, question."""

    visit: str = ""
    section: str = ""
    question: str = ""
    text: str = ""
    choice: str = ""
    day: date | None = None
    choices: tuple[str, ...] = ()
    number: float | None = None


class Assessment(Record, frozen=True, kw_only=True):
    """The function level in one area; id derived from visit, standard, area."""

    visit: str = ""
    standard: str = ""
    area: str = ""
    level: Level | None = None
    item_levels: dict[str, Level] = {}
    own_words: str = ""
    observation: str = ""
    help_means: str = ""
    changed: str = ""


class OverallAssessment(Record, frozen=True, kw_only=True):
    """The overall professional assessment; id derived from visit and standard.

    The stair: the steps the citizen stands on, the one aimed at, and the lower ones that
    were considered, with why they are not enough.
    """

    visit: str = ""
    standard: str = ""
    value: Level | None = None
    reason: str = ""
    steps_now: tuple[str, ...] = ()
    step_aimed_at: str = ""
    steps_considered: tuple[str, ...] = ()
    step_reason: str = ""


class Goal(Record, frozen=True, kw_only=True):
    """A concrete and measurable goal (mål) set together with the citizen."""

    case: str = ""
    text: str = ""
    measure: str = ""
    areas: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    due: date | None = None
    state: Literal["", "open", "reached", "changed", "dropped"] = ""


class WorkplaceCheck(Record, frozen=True, kw_only=True):
    """The home as a workplace (arbejdspladsvurdering): one review of it."""

    case: str = ""
    visit: str = ""
    done_on: date | None = None
    done_by: str = ""
    present: str = ""
    provider: str = ""
    next_review: date | None = None
    informed: bool | None = None
    receipt: str = ""


class WorkplaceItem(Record, frozen=True, kw_only=True):
    """One point of the workplace check; id derived from check and item."""

    check: str = ""
    case: str = ""
    item: str = ""
    status: Literal["", "ok", "action", "blocking", "na"] = ""
    remark: str = ""
    action: str = ""
    responsible: Literal["", "citizen", "municipality", "provider"] = ""
    deadline: date | None = None
    temporary: str = ""
    followed_up: date | None = None
    result: str = ""


class Attachment(Record, frozen=True, kw_only=True):
    """A photo or file that belongs to the case; the bytes are a blob (sha256)."""

    case: str = ""
    subject: str = ""
    blob: str = ""
    media_type: str = ""
    caption: str = ""
    consent: str = ""


class Consent(Record, frozen=True, kw_only=True):
    """A consent (samtykke) for one purpose; signed once, later only withdrawn."""

    case: str = ""
    visit: str = ""
    purpose: str = ""
    parties: str = ""
    information: str = ""
    text: TextVersion | None = None
    answer: Literal["", "yes", "no"] = ""
    how: Literal["", "ink", "oral"] = ""
    ink: str = ""
    noted_by: str = ""
    signed_at: datetime | None = None
    expires_on: date | None = None
    withdrawn_at: datetime | None = None
    withdrawn_how: str = ""


class Grant(Record, frozen=True, kw_only=True):
    """One granted or proposed line of help (bevilling)."""

    case: str = ""
    need: str = ""
    standard: StandardRef | None = None
    service: str = ""
    items: tuple[str, ...] = ()
    extent: Extent | None = None
    quantities: Quantities | None = None
    time_of_day: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()
    minutes: int | None = None
    package: str = ""
    places: tuple[str, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    combined_with: str = ""
    purpose: str = ""
    own_payment: str = ""
    reason: str = ""


class ProviderChoice(Record, frozen=True, kw_only=True):
    """Who carries out a service, from when (frit valg af leverandør)."""

    case: str = ""
    service: str = ""
    kind: Literal["", "municipal", "private", "self_chosen", "external"] = ""
    provider: str = ""
    listed: bool | None = None
    requested_on: date | None = None
    starts_on: date | None = None
    early_reason: str = ""
    is_change: bool = False


Scope: TypeAlias = Literal["citizen", "case"]

# The table name of each entity, and with whom the record travels.
ENTITIES: dict[str, tuple[type[Record], Scope]] = {
    "citizen": (Citizen, "citizen"),
    "household_member": (HouseholdMember, "citizen"),
    "contact": (Contact, "citizen"),
    "case": (Case, "case"),
    "request": (Request, "case"),
    "applied_need": (AppliedNeed, "case"),
    "visit": (Visit, "case"),
    "answer": (Answer, "case"),
    "assessment": (Assessment, "case"),
    "overall_assessment": (OverallAssessment, "case"),
    "goal": (Goal, "case"),
    "workplace_check": (WorkplaceCheck, "case"),
    "workplace_item": (WorkplaceItem, "case"),
    "attachment": (Attachment, "case"),
    "consent": (Consent, "case"),
    "grant": (Grant, "case"),
    "provider_choice": (ProviderChoice, "case"),
    "hearing": (Hearing, "case"),
    "decision": (Decision, "case"),
    "decision_item": (DecisionItem, "case"),
    "departure": (Departure, "case"),
    "decision_version": (DecisionVersion, "case"),
    "seal": (Seal, "case"),
    "delivery": (Delivery, "case"),
    "dispatch": (Dispatch, "case"),
    "task_done": (TaskDone, "case"),
    "follow_up": (FollowUp, "case"),
    "action_plan": (ActionPlan, "case"),
    "provider_plan": (ProviderPlan, "case"),
    "order": (Order, "case"),
    "provider_start": (ProviderStart, "case"),
    "swap": (Swap, "case"),
    "hospital_stay": (HospitalStay, "case"),
    "status_report": (StatusReport, "case"),
    "complaint": (Complaint, "case"),
    "processing_notice": (ProcessingNotice, "case"),
}

ENTITY_OF: dict[type[Record], str] = {kind: name for name, (kind, _) in ENTITIES.items()}
