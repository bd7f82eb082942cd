"""A made-up standard with everything that comes after the catalogue, and a case that uses it."""

from datetime import date, datetime
from typing import Any

from app.domain.casefile import CaseFile
from app.domain.ids import derived_id
from app.domain.records import (
    ActionPlan,
    Assessment,
    Complaint,
    DecisionVersion,
    FollowUp,
    Hearing,
    HospitalStay,
    Order,
    OverallAssessment,
    ProcessingNotice,
    ProviderPlan,
    ProviderStart,
    Record,
    StatusReport,
    Swap,
    Visit,
)
from app.domain.standard import Standard
from app.domain.values import Level, Planned, StandardRef
from tests.factories import (
    DECISION,
    VISIT,
    assessment,
    casefile,
    decision,
    goal,
    grant,
    need,
    provider_choice,
    request,
    standard,
    visit,
)

LONG = "Margrethe-Kristine Østergaard-Sørensen af Rosenkrantz-Kjærsgårdsholm " * 3
BEFORE = "v0"
STEPS = (
    ("advice", "Rådgivning", "Åben for alle."),
    ("group", "Gruppeforløb", "Sammen med andre."),
    ("single", "Individuelt forløb", "Tidsbegrænset."),
    ("home", "Socialpædagogisk støtte i eget hjem og i opgangsfællesskab", "Efter bevilling."),
    ("house", "Botilbud", "Et andet sted at bo."),
)
NINE_FIELDS = {
    "who": ["Voksne med nedsat funktionsevne", "Bor i kommunen"],
    "covers": ["Støtte til struktur i hverdagen", "Støtte til at være sammen med andre"],
    "exclusions": ["Behandling", "Transport til læge"],
    "duration_text": "Til målene er nået.",
    "start_text": "Den dato, der står i bevillingen.",
    "stop_text": "Ring til enheden.",
    "provider_text": "Kommunens egne medarbejdere.",
    "user_payment": "Ingen betaling; måske transport.",
}


def rich(**fields: Any) -> Standard:
    """Return a standard with a stair, an overall level, packages, plans and what comes after."""
    return standard(**{**_FIELDS, **fields})


def wordy(**fields: Any) -> Standard:
    """Return one without a scale: areas are described in words."""
    return rich(**{"scale": None, "overall": None, **fields})


def rich_case(*more: Record, **of_visit: Any) -> CaseFile:
    """Return a case under the rich standard in which something is recorded everywhere."""
    together = {(type(r), r.id): r for r in (*_records(**of_visit), *more)}
    return casefile(*together.values())


def level_at(visit_id: str, area: str, level: str) -> Assessment:
    """Return an assessment of an area at one of the two visits."""
    return Assessment(
        id=derived_id(visit_id, "rig", area),
        visit=visit_id,
        standard="rig",
        area=area,
        level=Level(scale="small", value=level) if level else None,
    )


def before() -> dict[str, Assessment]:
    """Return last time's assessments, by area, as a view holds them."""
    levels = {"home": "c", "food": "a", "social": "b"}
    return {area: level_at(BEFORE, area, level) for area, level in levels.items()}


def overall(**fields: Any) -> OverallAssessment:
    """Return the overall assessment of the visit."""
    known: dict[str, Any] = {"visit": VISIT, "standard": "rig"}
    return OverallAssessment(id=derived_id(VISIT, "rig"), **{**known, **fields})


def granted(record_id: str = "g1", service: str = "support", **fields: Any) -> Any:
    """Return a line of support under the rich standard."""
    known: dict[str, Any] = {
        "standard": StandardRef(id="rig", version="1"),
        "service": service,
        "items": (),
    }
    return grant(record_id, **{**known, **fields})


def _records(**of_visit: Any) -> list[Record]:
    plan = derived_id("k1", "action_plan")
    return [
        visit(kind="follow_up", previous=BEFORE, standards=(), **of_visit),
        Visit(
            id=BEFORE,
            case="k1",
            kind="first",
            planned=Planned(start=datetime(2026, 5, 4, 10, 0)),
        ),
        request(),
        need(service="support"),
        need("n2", service="course"),
        granted(),
        granted("g2", "course", extent=None),
        goal(services=("support",), text="Jeg laver mad to gange om ugen.", areas=()),
        provider_choice(service="support", provider="Lunden"),
        *before().values(),
        assessment("home", "b", "rig", scale="small", changed="Støvsuger nu selv."),
        assessment("food", "b", "rig", scale="small", own_words=LONG),
        assessment("rest", "c", "rig", scale="small"),
        overall(
            value=Level(scale="whole", value="C"),
            reason=LONG,
            steps_now=("group",),
            step_aimed_at="single",
            steps_considered=("advice",),
        ),
        FollowUp(id=derived_id(VISIT, "follow_up"), case="k1", visit=VISIT, result="change"),
        ActionPlan(id=plan, case="k1", offered_on=date(2026, 11, 2), wish="yes", purpose=LONG),
        Order(id="b1", case="k1", service="support", provider="Lunden", message=LONG),
        ProviderPlan(id="p9", case="k1", service="support", made_on=date(2026, 11, 9)),
        ProviderStart(id="i1", case="k1", service="support", informed_on=date(2026, 11, 9)),
        *_happened(),
        decision(),
    ]


def _happened() -> list[Record]:
    return [
        Swap(
            id="y1",
            case="k1",
            swapped_on=date(2026, 11, 3),
            from_service="support",
            to_service="course",
            note=LONG,
        ),
        Swap(id="y2", case="k1", swapped_on=date(2026, 11, 13), from_service="course"),
        HospitalStay(
            id="h1",
            case="k1",
            kind="admission",
            starts_on=date(2026, 11, 12),
            support_from=date(2026, 11, 12),
        ),
        StatusReport(id="t1", case="k1", received_on=date(2026, 11, 10), effect="Det går godt."),
        Complaint(id="l1", case="k1", about="decision", received_on=date(2026, 11, 16), how="oral"),
        ProcessingNotice(id="f1", case="k1", deadline="answer", new_date=date(2026, 12, 14)),
        Hearing(
            id="q1",
            case="k1",
            source=LONG,
            known=False,
            detrimental=True,
            essential=True,
            sent_on=date(2026, 11, 18),
        ),
    ]


def issued() -> DecisionVersion:
    """Return the version of a decision that was locked at the visit."""
    return DecisionVersion(
        id="d1",
        case="k1",
        decision=DECISION,
        number=1,
        locked_at=datetime(2026, 11, 20, 12, 0),
    )


def _rule(kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "id": kind, "title": kind, "text": "", "ref": "1", **fields}


_FIELDS: dict[str, Any] = {
    "id": "rig",
    "short_title": "Rig",
    "groups": [{"id": "praktisk", "name": "Hverdag"}, {"id": "social", "name": "Socialt"}],
    "sections": [
        {"id": section, "title": section}
        for section in (
            "household",
            "assessment",
            "overall",
            "goals",
            "services",
            "provider",
            "plan",
            "follow_up",
            "after",
            "decision",
        )
    ],
    "areas": [
        {"id": "home", "name": "Praktiske opgaver", "group": "praktisk", "services": ["support"]},
        {"id": "food", "name": "Egenomsorg", "group": "praktisk", "services": ["support"]},
        {"id": "social", "name": "Socialt liv", "group": "social", "services": ["support"]},
        {"id": "rest", "name": "Mestring af sygdom (forældrerollen)", "group": "social"},
    ],
    "overall": {
        "scale": {
            "id": "whole",
            "name": "Samlet faglig vurdering",
            "method": "VUM",
            "levels": [
                {"value": "A", "name": "Intet problem", "text": "Ingen støtte."},
                {"value": "B", "name": "Let problem", "text": "Lidt støtte."},
                {"value": "C", "name": "Moderat problem", "text": "En del støtte."},
                {"value": "D", "name": "Svært problem", "text": "Megen støtte."},
                {"value": "E", "name": "Fuldstændigt problem", "text": "Støtte til alt."},
            ],
        },
        "note": "Vurderingen siger noget om behovet. Den afgør ikke noget alene.",
        "access": ["C", "D", "E"],
        "access_text": "Støtte i eget hjem forudsætter mindst et moderat problem.",
        "proposals": [
            {"level": "B", "areas_at": ["b"]},
            {"level": "D", "areas_at": ["c"]},
        ],
    },
    "stair": {
        "title": "Indsatstrappen",
        "text": "Det lavere trin overvejes før det højere.",
        "steps": [{"id": i, "name": name, "text": text} for i, name, text in STEPS],
        "several": True,
    },
    "packages": [
        {"id": "p1", "name": "Pakke 1", "text": "Let nedsat funktionsevne"},
        {"id": "p2", "name": "Pakke 2", "text": "Moderat nedsat", "hours_per_week": 3.5},
    ],
    "services": [
        {
            "id": "open",
            "name": "Åben rådgivning",
            "group": "social",
            "law": "law",
            "purpose": "Råd og vejledning",
            "visitated": False,
            "items": [{"id": "talk", "name": "Samtale"}],
            "covers": ["Samtaler", "Hjælp til post"],
        },
        {
            "id": "course",
            "name": "Kursusforløb",
            "group": "social",
            "law": "law",
            "purpose": "Lære sammen med andre",
            "items": [{"id": "mod1", "name": "Struktur"}, {"id": "mod2", "name": "Mestring"}],
            "max_months": 6,
        },
        {
            "id": "support",
            "name": "Socialpædagogisk støtte",
            "group": "praktisk",
            "law": "law",
            "purpose": "Et selvstændigt liv",
            "items": [{"id": "single", "name": "Individuel"}, {"id": "digital", "name": "Digital"}],
            "packages": ["p1", "p2"],
            "places": [
                {"value": "home", "name": "I hjemmet"},
                {"value": "town", "name": "I byen"},
                {"value": "nature", "name": "I naturen"},
            ],
            **NINE_FIELDS,
        },
    ],
    "rules": [
        _rule("swaps_above", count=3, months=2),
        _rule("stay_days", stays=["admission", "relief"], days=8),
        _rule("overall_access", services=["support"]),
        _rule("stair_order"),
        _rule("external_provider"),
    ],
    "deadlines": [{"id": "answer", "name": "Svar på ansøgningen", "weeks": 12}],
    "follow_up": {
        "max_months": 12,
        "after_months": [6],
        "then_every_months": 12,
        "report_weeks_before": 4,
        "text": "Efter seks måneder, derefter hvert år.",
    },
    "provider": {
        "free_choice": False,
        "self_chosen": False,
        "own_text": "Kommunens egne medarbejdere giver støtten.",
        "external": True,
        "external_text": "I særlige tilfælde en ekstern leverandør med aftale.",
        "listed_at": "Tilbudsportalen",
    },
    "documents": {
        "used": ["order", "action_plan", "provider_plan", "status_report"],
        "always_order": True,
        "action_plan_text": "Planen er frivillig og laves sammen med borgeren.",
        "provider_plan_text": "Medarbejderen og borgeren laver den sammen.",
        "status_meeting_text": "Der holdes jævnligt statusmøder.",
    },
}
