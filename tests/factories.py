"""Makes records, case files and small standards for tests; every person here is made up."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from app.domain.casefile import CaseFile, Disputed, FieldKey
from app.domain.findings import Finding, Judgement, Missing
from app.domain.ids import derived_id
from app.domain.judgement import judge
from app.domain.national import NationalLaw
from app.domain.records import (
    ENTITY_OF,
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
    HouseholdMember,
    ProviderChoice,
    Record,
    Request,
    Visit,
    WorkplaceCheck,
    WorkplaceItem,
)
from app.domain.standard import Standard
from app.domain.standard_file import load_national, load_standard
from app.domain.values import Address, Cpr, Extent, Interpreter, Level, Planned, StandardRef

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
TODAY = date(2026, 11, 23)
VISIT = "v1"
DECISION = derived_id(VISIT, "decision")
FORTNIGHT = Extent(times=1, every=2, unit="week")
WEEKLY = Extent(times=1, unit="week")
DAILY = Extent(times=1, unit="day")
ONCE = Extent(unit="once")


@cache
def koebenhavn() -> Standard:
    """Return København's standard of 2007, as it is shipped."""
    return load_standard(RESOURCES / "standards" / "koebenhavn-83-2007.toml")


@cache
def denmark() -> NationalLaw:
    """Return the national law, as it is shipped."""
    return load_national(RESOURCES / "law" / "denmark.toml")


def citizen(**fields: Any) -> Citizen:
    """Make a citizen of 44 years, with one of MedCom's test numbers."""
    known: dict[str, Any] = {
        "cpr": Cpr(value="1502829995"),
        "birth_date": date(1982, 2, 15),
        "name": "Knut Odvar Test Mosebryggersen",
        "address": Address(street="Testgrusgraven 3, 3.tv", postcode="3400", city="Hillerød"),
        "phone": "12 34 56 78",
        "digital_post": "digital",
        "interpreter": Interpreter(need=False),
    }
    return Citizen(id="c1", **{**known, **fields})


def case(**fields: Any) -> Case:
    """Make an open case of permanent help under serviceloven."""
    known: dict[str, Any] = {
        "citizen": "c1",
        "number": "26/1001",
        "unit": "handicapomraadet",
        "target_group": "disability",
        "legal_basis": "social_services_act",
        "permanence": "permanent",
        "state": "open",
    }
    return Case(id="k1", **{**known, **fields})


def visit(**fields: Any) -> Visit:
    """Make the first visit, today at ten."""
    known: dict[str, Any] = {
        "case": "k1",
        "kind": "first",
        "planned": Planned(start=datetime(2026, 11, 23, 10, 0)),
        "standards": (StandardRef(id="koebenhavn-83", version="2007"),),
        "next_visit": date(2027, 11, 1),
    }
    return Visit(id=VISIT, **{**known, **fields})


def request(**fields: Any) -> Request:
    """Make a request received on 16 November."""
    known: dict[str, Any] = {
        "case": "k1",
        "received_on": date(2026, 11, 16),
        "received_from": "citizen",
        "acute": False,
    }
    return Request(id="r1", **{**known, **fields})


def need(record_id: str = "n1", **fields: Any) -> AppliedNeed:
    """Make an applied need: cleaning unless said."""
    known: dict[str, Any] = {"request": "r1", "case": "k1", "group": "praktisk"}
    if "group" not in fields and "service" not in fields:
        known["service"] = "rengoering"
    return AppliedNeed(id=record_id, **{**known, **fields})


def grant(record_id: str = "g1", **fields: Any) -> Grant:
    """Make a line of help: cleaning every fortnight unless said."""
    known: dict[str, Any] = {
        "case": "k1",
        "standard": StandardRef(id="koebenhavn-83", version="2007"),
        "service": "rengoering",
        "items": ("stoevsugning",),
        "extent": FORTNIGHT,
        "starts_on": date(2026, 12, 7),
    }
    return Grant(id=record_id, **{**known, **fields})


def assessment(area: str, level: str, standard: str = "koebenhavn-83", **fields: Any) -> Assessment:
    """Make the assessment of an area; "" leaves the level open."""
    scale = fields.pop("scale", "kbh-1-4")
    given = Level(scale=scale, value=level) if level else None
    return Assessment(
        id=derived_id(VISIT, standard, area),
        visit=VISIT,
        standard=standard,
        area=area,
        level=given,
        **fields,
    )


def member(record_id: str = "m1", **fields: Any) -> HouseholdMember:
    """Make a healthy cohabitant unless said."""
    known: dict[str, Any] = {"citizen": "c1", "relation": "cohabitant", "healthy": True}
    return HouseholdMember(id=record_id, **{**known, **fields})


def decision(**fields: Any) -> Decision:
    """Make a decision that holds what a full grant needs."""
    known: dict[str, Any] = {
        "case": "k1",
        "visit": VISIT,
        "kind": "first",
        "facts": "Du bor alene og kan ikke støvsuge.",
        "rehabilitation_assessed": "no",
        "rehabilitation_reason": "Du har nylig afsluttet et forløb.",
        "technology": "En robotstøvsuger kan ikke komme rundt.",
    }
    return Decision(id=DECISION, **{**known, **fields})


def decision_item(need_id: str = "n1", outcome: str = "granted", **fields: Any) -> DecisionItem:
    """Make the outcome of an applied need."""
    known: dict[str, Any] = {"decision": DECISION, "case": "k1", "need": need_id}
    known["outcome"] = outcome
    return DecisionItem(id=derived_id(DECISION, need_id), **{**known, **fields})


def issued(day: date = TODAY, decision: str = DECISION, record_id: str = "w1") -> DecisionVersion:
    """Make an issued version, locked on a day in the afternoon."""
    locked = datetime(day.year, day.month, day.day, 14, tzinfo=UTC)
    return DecisionVersion(id=record_id, decision=decision, case="k1", number=1, locked_at=locked)


def departure(finding_id: str, reason: str) -> Departure:
    """Make the reason given at a finding."""
    return Departure(id=derived_id("k1", finding_id), case="k1", finding=finding_id, reason=reason)


def consent(purpose: str, answer: str = "yes", **fields: Any) -> Consent:
    """Make an answered consent, given orally."""
    known: dict[str, Any] = {
        "case": "k1",
        "visit": VISIT,
        "purpose": purpose,
        "answer": answer,
        "how": "oral",
        "signed_at": datetime(2026, 11, 23, 10, 30),
    }
    return Consent(id=f"s-{purpose}", **{**known, **fields})


def provider_choice(**fields: Any) -> ProviderChoice:
    """Make the choice of the municipal provider for cleaning."""
    known: dict[str, Any] = {"case": "k1", "service": "rengoering", "kind": "municipal"}
    return ProviderChoice(id="p1", **{**known, **fields})


def goal(**fields: Any) -> Goal:
    """Make a goal for cleaning that can be measured."""
    known: dict[str, Any] = {
        "case": "k1",
        "text": "Du støvsuger selv stuen.",
        "measure": "Stuen er støvsuget hver uge.",
        "services": ("rengoering",),
    }
    return Goal(id="z1", **{**known, **fields})


def contact(record_id: str = "o1", **fields: Any) -> Contact:
    """Make the citizen's doctor unless said."""
    known: dict[str, Any] = {"citizen": "c1", "role": "gp", "name": "Lægehuset"}
    return Contact(id=record_id, **{**known, **fields})


def workplace_item(item: str, status: str, **fields: Any) -> WorkplaceItem:
    """Make one answered point of the home as a workplace."""
    check = derived_id(VISIT, "workplace")
    values: dict[str, Any] = {"check": check, "case": "k1", "item": item, "status": status}
    return WorkplaceItem(id=derived_id(check, item), **{**values, **fields})


def workplace_check(**fields: Any) -> WorkplaceCheck:
    """Make the review of the home, done today."""
    known: dict[str, Any] = {"case": "k1", "visit": VISIT, "done_on": TODAY}
    return WorkplaceCheck(id=derived_id(VISIT, "workplace"), **{**known, **fields})


def casefile(*records: Record, disputes: tuple[Disputed, ...] = ()) -> CaseFile:
    """Put records together, with citizen, case and visit if they are not among them."""
    kinds = {type(r) for r in records}
    basis = [r for r in (citizen(), case(), visit()) if type(r) not in kinds]
    tables: dict[str, dict[str, Record]] = {}
    for record in (*basis, *records):
        tables.setdefault(ENTITY_OF[type(record)], {})[record.id] = record
    return CaseFile(visit_id=VISIT, records=tables, disputes=disputes)


def whole_case(*changed: Record) -> CaseFile:
    """Return a case whose decision lacks nothing: cleaning applied for and granted.

    Records given here stand in the place of those with the same id, or are added.
    """
    standard = koebenhavn()
    records: list[Record] = [
        citizen(),
        case(),
        visit(),
        request(),
        need(),
        grant(),
        decision(),
        decision_item(),
        workplace_check(),
        goal(),
        contact(),
        provider_choice(),
        consent("obtain"),
        consent("share"),
        *(assessment(a.id, "3" if a.id == "rengoering" else "1") for a in standard.areas),
        *(workplace_item(p.id, "ok") for p in standard.workplace.points),
    ]
    together = {(type(r), r.id): r for r in (*records, *changed)}
    return casefile(*together.values())


def disputed(record: Record, field: str, *values: object) -> Disputed:
    """Make a dispute about a field of a record."""
    return Disputed(FieldKey(ENTITY_OF[type(record)], record.id, field), values)


def judged(file: CaseFile, standard: Standard | None = None, today: date = TODAY) -> Judgement:
    """Judge a case by København's standard, or another."""
    return judge(file, standard or koebenhavn(), denmark(), today)


def findings(file: CaseFile, rule: str, standard: Standard | None = None) -> list[Finding]:
    """Return a rule's hits on a case."""
    return [f for f in judged(file, standard).findings if f.rule == rule]


def lacking(file: CaseFile, key: str, standard: Standard | None = None) -> list[Missing]:
    """Return what is missing under a key of [missing]."""
    return [m for m in judged(file, standard).missing if m.key == f"missing.{key}"]


def standard(**fields: Any) -> Standard:
    """Make a small standard: one scale, one area, one service with two items, no rules."""
    return msgspec.convert({**_SMALL, **msgspec.to_builtins(fields)}, Standard)


_SMALL: dict[str, Any] = {
    "format": 1,
    "id": "lille",
    "version": "1",
    "title": "En lille standard",
    "short_title": "Lille",
    "municipality": {"name": "Prøvekommune", "code": "0999", "department": "Social"},
    "source": {"title": "Prøve", "document": "Prøve"},
    "approval": {"body": "Udvalget", "interval_months": 12},
    "valid_from": date(2026, 1, 1),
    "valid_until": None,
    "paragraph": "loven",
    "condition": "Nedsat funktionsevne",
    "age_from": 18,
    "age_to": 65,
    "laws": [{"id": "law", "text": "lovens paragraf"}],
    "target_groups": [],
    "units": [{"id": "handicapomraadet", "name": "Enheden"}],
    "requesters": [],
    "groups": [{"id": "praktisk", "name": "Praktisk hjælp"}],
    "sections": [
        {"id": "household", "title": "Borger"},
        {"id": "services", "title": "Ydelser"},
        {
            "id": "own",
            "title": "Egne spørgsmål",
            "questions": [{"id": "why", "label": "Hvorfor nu?", "required": True}],
        },
    ],
    "scale": {
        "id": "small",
        "name": "Niveauer",
        "method": "Egen",
        "levels": [
            {"value": "a", "name": "Selv", "text": "Selv"},
            {"value": "b", "name": "Lidt", "text": "Lidt hjælp"},
            {"value": "c", "name": "Meget", "text": "Meget hjælp"},
        ],
    },
    "areas": [{"id": "home", "name": "Hjemmet", "group": "praktisk", "services": ["clean"]}],
    "services": [
        {
            "id": "clean",
            "name": "Rengøring",
            "group": "praktisk",
            "law": "law",
            "purpose": "Et rent hjem",
            "extent": {"times": 1, "every": 2, "unit": "week"},
            "items": [{"id": "floor", "name": "Gulv"}, {"id": "stairs", "name": "Trappe"}],
        },
        {
            "id": "shop",
            "name": "Indkøb",
            "group": "praktisk",
            "law": "law",
            "purpose": "Mad i huset",
            "items": [{"id": "food", "name": "Dagligvarer"}],
        },
    ],
    "follow_up": {"max_months": 12, "text": "Årligt"},
    "provider": {"free_choice": True, "self_chosen": True},
    "workplace": {"intro": "Hjemmet", "obligations": [], "points": []},
    "consents": [],
}
