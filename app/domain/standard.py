"""A quality standard (kvalitetsstandard) as data: what a standard's file may hold.

The classes are the schema: resources/standards/*.toml is decoded into them, and a key
that is not here is an error. `ref` fields name the place in the source document, `ids`
the demands of the source that the entry answers (KBH-033 …).
"""

from datetime import date
from typing import Literal

from app.domain.rules import Rule
from app.domain.standard_after import (
    CaseDocument,
    CaseDocuments,
    DeadlineRule,
    FollowUp,
    ProviderRules,
)
from app.domain.standard_catalogue import (
    Item,
    LevelProposal,
    Overall,
    OverallLevel,
    Package,
    Scale,
    ScaleLevel,
    Service,
    Stair,
    StairStep,
    StartRule,
)
from app.domain.standard_parts import (
    Approval,
    Code,
    Law,
    LetterText,
    Municipality,
    Option,
    Part,
    Source,
    Unit,
    valid_on,
)

__all__ = [
    "Approval",
    "Area",
    "AreaGroup",
    "CaseDocument",
    "CaseDocuments",
    "Code",
    "ConsentPurpose",
    "DeadlineRule",
    "Enclosure",
    "FollowUp",
    "Item",
    "Law",
    "LetterText",
    "LevelProposal",
    "Municipality",
    "Option",
    "Overall",
    "OverallLevel",
    "Package",
    "Part",
    "ProviderRules",
    "Question",
    "QuestionKind",
    "Reason",
    "ReviewInterval",
    "Scale",
    "ScaleLevel",
    "Section",
    "Service",
    "Sheet",
    "Source",
    "Stair",
    "StairStep",
    "Standard",
    "StartRule",
    "TargetGroup",
    "Unit",
    "Workplace",
    "WorkplacePoint",
    "valid_on",
]


class TargetGroup(Part, frozen=True, kw_only=True):
    """A group of citizens that the standard is for, and the unit that decides."""

    id: str
    name: str
    unit: str


class AreaGroup(Part, frozen=True, kw_only=True):
    """A heading over areas or services."""

    id: str
    name: str


class Area(Part, frozen=True, kw_only=True):
    """An area of the function assessment; `items` may get a level of their own."""

    id: str
    name: str
    group: str
    services: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    hint: str = ""
    code: str = ""


QuestionKind = Literal["text", "line", "choice", "several", "yes_no", "date", "number"]


class Question(Part, frozen=True, kw_only=True):
    """One question of a section; with `services` it is asked only when one is in play."""

    id: str
    label: str
    kind: QuestionKind = "text"
    hint: str = ""
    options: tuple[Option, ...] = ()
    group: str = ""
    services: tuple[str, ...] = ()
    required: bool = False
    in_form: bool = True
    ref: str = ""
    ids: tuple[str, ...] = ()


class Section(Part, frozen=True, kw_only=True):
    """A section of the visit: built-in by its id, or questions of the standard's own."""

    id: str
    title: str
    help: str = ""
    questions: tuple[Question, ...] = ()
    ref: str = ""
    ids: tuple[str, ...] = ()


class WorkplacePoint(Part, frozen=True, kw_only=True):
    """One point of the home as a workplace; no services means it is always asked."""

    id: str
    area: str
    risk: str
    text: str
    responsible: Literal["citizen", "municipality", "provider"]
    services: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    requires_aids: bool = False
    ref: str = ""
    ids: tuple[str, ...] = ()


class ReviewInterval(Part, frozen=True, kw_only=True):
    """How often the home is gone through again."""

    months: int
    text: str


class Workplace(Part, frozen=True, kw_only=True):
    """The home as a workplace."""

    intro: str
    obligations: tuple[str, ...]
    points: tuple[WorkplacePoint, ...]
    reviews: tuple[ReviewInterval, ...] = ()
    ref: str = ""
    ids: tuple[str, ...] = ()


class ConsentPurpose(Part, frozen=True, kw_only=True):
    """One purpose of consent, in the words that the citizen is shown, per language."""

    id: str
    name: str
    version: str
    kind: Literal["obtain", "share", "contact", "presence", "photo"]
    title: dict[str, str]
    text: dict[str, str]
    if_no: dict[str, str]
    parties: str
    information: str
    law: str = ""
    expires_months: int = 12
    asked: Literal["always", "when_relevant"] = "always"
    ref: str = ""
    ids: tuple[str, ...] = ()


EnclosureId = Literal[
    "assessment_form",
    "consents",
    "workplace",
    "free_choice",
    "self_chosen",
    "duties",
    "open_counselling",
    "action_plan",
    "week_plan",
    "summary",
    "personal_data",
]


class Enclosure(Part, frozen=True, kw_only=True):
    """A document that goes with the decision."""

    id: EnclosureId
    title: str
    required: bool = True
    ref: str = ""
    ids: tuple[str, ...] = ()


class Sheet(Part, frozen=True, kw_only=True):
    """An information sheet for the citizen."""

    id: str
    title: str
    passages: tuple[LetterText, ...]
    ref: str = ""
    ids: tuple[str, ...] = ()


class Reason(Part, frozen=True, kw_only=True):
    """A reason that the visitator may choose; it is printed only when chosen."""

    id: str
    text: str
    ref: str = ""
    ids: tuple[str, ...] = ()


class Standard(Part, frozen=True, kw_only=True):
    """One quality standard in one version."""

    format: Literal[1]
    id: str
    version: str
    title: str
    short_title: str
    municipality: Municipality
    source: Source
    approval: Approval
    valid_from: date
    valid_until: date | None = None
    objectives: tuple[str, ...] = ()
    paragraph: str
    condition: str
    age_from: int | None = None
    age_to: int | None = None
    laws: tuple[Law, ...]
    target_groups: tuple[TargetGroup, ...]
    units: tuple[Unit, ...]
    requesters: tuple[Option, ...]
    groups: tuple[AreaGroup, ...]
    codes: tuple[Code, ...] = ()
    sections: tuple[Section, ...]
    scale: Scale | None = None
    areas: tuple[Area, ...] = ()
    overall: Overall | None = None
    stair: Stair | None = None
    packages: tuple[Package, ...] = ()
    services: tuple[Service, ...] = ()
    level_proposals: tuple[LevelProposal, ...] = ()
    times_of_day: tuple[Option, ...] = ()
    rules: tuple[Rule, ...] = ()
    reasons: tuple[Reason, ...] = ()
    deadlines: tuple[DeadlineRule, ...] = ()
    follow_up: FollowUp
    provider: ProviderRules
    documents: CaseDocuments = CaseDocuments()
    workplace: Workplace
    consents: tuple[ConsentPurpose, ...]
    passages: tuple[LetterText, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    complaint: tuple[LetterText, ...] = ()

    def service(self, service_id: str) -> Service | None:
        """Return a service by its id."""
        return next((s for s in self.services if s.id == service_id), None)

    def area(self, area_id: str) -> Area | None:
        """Return an area by its id."""
        return next((a for a in self.areas if a.id == area_id), None)

    def section(self, section_id: str) -> Section | None:
        """Return a section by its id."""
        return next((s for s in self.sections if s.id == section_id), None)

    def law(self, law_id: str, on: date) -> Law | None:
        """Return the legal basis with this id that is valid on a day."""
        return next((w for w in self.laws if w.id == law_id and valid_on(w, on)), None)
