"""A case of socialpedagogic support for the documents, under any standard that gives it."""

from datetime import date, datetime
from typing import Any

import msgspec

from app.documents.content import Content
from app.domain.ids import derived_id
from app.domain.judgement import judge
from app.domain.records import (
    ActionPlan,
    Answer,
    AppliedNeed,
    Assessment,
    Goal,
    Hearing,
    Order,
    OverallAssessment,
    ProcessingNotice,
    ProviderPlan,
    Record,
    StatusReport,
)
from app.domain.standard import Standard
from app.domain.values import Cpr, Extent, Level, Planned, StandardRef
from tests import factories as make
from tests.documents.sample import TODAY

BEFORE = "v0"
OWN_WORDS = "Det er svært om morgenen."
SEEN = "Ruddi kan selv, når der ligger en plan på bordet."
# What is typed at several areas of the case.
TYPED = (OWN_WORDS, SEEN)


def standard(**fields: Any) -> Standard:
    """Make a standard of support with a stair, an overall assessment and no free choice."""
    known: dict[str, Any] = {
        "title": "Kvalitetsstandard for støtte i hverdagen",
        "paragraph": "servicelovens § 85",
        "laws": [
            {"id": "law", "text": "servicelovens § 85 (støtte)"},
            {"id": "plan", "text": "servicelovens § 141 (handleplan)"},
        ],
        "units": [
            {
                "id": "handicapomraadet",
                "name": "Støttekontoret",
                "address": ["Prøvevej 1", "9999 Prøveby"],
                "phones": ["11 22 33 44"],
            }
        ],
        "areas": [
            {"id": "home", "name": "Hjemmet", "group": "praktisk", "services": ["clean"]},
            {"id": "social", "name": "Socialt liv", "group": "praktisk", "services": ["support"]},
        ],
        "overall": {
            "scale": {
                "id": "letters",
                "name": "Samlet",
                "method": "VUM",
                "levels": [
                    {"value": "A", "name": "Intet", "text": "Du har ikke brug for støtte."},
                    {"value": "B", "name": "Let", "text": "Du har et let behov for støtte."},
                    {"value": "C", "name": "Moderat", "text": "Du har et moderat behov."},
                ],
            },
            "note": "Den afgør ikke noget alene.",
            "access": ["C"],
        },
        "stair": {
            "title": "Indsatstrappen",
            "text": "Vi begynder så langt nede ad trappen, som vi kan.",
            "steps": [
                {"id": "talk", "name": "Åben rådgivning", "text": "Råd", "services": ["open"]},
                {"id": "course", "name": "Kursus", "text": "Sammen", "services": []},
                {"id": "own", "name": "Støtte hjemme", "text": "Hjemme", "services": ["support"]},
            ],
        },
        "packages": [{"id": "p3", "name": "Pakke 3", "hours_per_week": 2.5}],
        "services": _services(),
        "passages": [
            {
                "id": "a",
                "title": "Kom forbi",
                "paragraphs": ["Døren er åben."],
                "without_help": True,
            },
            {"id": "b", "title": "Du er med", "paragraphs": ["Du deltager."], "with_help": True},
            {"id": "c", "title": "Skriv til os", "paragraphs": ["Brug Digital Post."]},
        ],
        "enclosures": [
            {"id": "assessment_form", "title": "Udredningsskema"},
            {"id": "duties", "title": "Dine pligter"},
            {"id": "action_plan", "title": "Handleplan", "required": False},
            {"id": "open_counselling", "title": "Åben rådgivning"},
        ],
        "sheets": [
            {
                "id": "duties",
                "title": "Dine pligter",
                "passages": [
                    {"id": "d", "title": "Meld afbud", "paragraphs": ["Senest kl. 9 samme dag."]}
                ],
            }
        ],
        "follow_up": {
            "max_months": 12,
            "after_months": [3, 6],
            "then_every_months": 12,
            "report_weeks_before": 4,
            "report_to": "post@proeve.dk",
            "text": "Vi ser på støtten sammen med dig.",
        },
        "provider": {
            "free_choice": False,
            "self_chosen": False,
            "municipal": [{"id": "team", "name": "Støtteteamet", "address": ["Prøvevej 2"]}],
            "own_text": "Vores egne medarbejdere giver støtten.",
            "external": True,
            "external_text": "En anden kan gøre det efter aftale.",
        },
        "documents": {
            "used": ["order", "action_plan", "provider_plan", "status_report"],
            "always_order": True,
            "action_plan_law": "plan",
            "status_meeting_text": "Vi holder et møde om, hvordan det går.",
        },
        "consents": [
            {
                "id": "share",
                "name": "Videregivelse",
                "version": "1",
                "kind": "share",
                "title": {"da": "Må vi give oplysninger videre?"},
                "text": {"da": "Til leverandøren."},
                "if_no": {"da": "Så får leverandøren kun det nødvendige."},
                "parties": "Leverandøren",
                "information": "Det, der står i skemaet",
            }
        ],
        "deadlines": [
            {"id": "answer", "name": "Afgørelse", "weeks": 1, "counted_from": "received"}
        ],
    }
    return make.standard(**{**known, **fields})


def _services() -> list[dict[str, Any]]:
    return [
        {
            "id": "support",
            "name": "Socialpædagogisk støtte",
            "group": "praktisk",
            "law": "law",
            "purpose": "Du klarer din hverdag så selvstændigt, som du kan.",
            "covers": ["Støtte til struktur.", "Støtte til netværk."],
            "exclusions": ["Ledsagelse til ferie."],
            "duration_text": "Du får støtten, til målene er nået.",
            "start_text": "Støtten begynder på den dato, der står i brevet.",
            "stop_text": "Vil du stoppe, så sig det til os.",
            "user_payment": "Støtten er gratis.",
            "places": [
                {"value": "home", "name": "Hjemme hos dig"},
                {"value": "course", "name": "I kursuslokalet"},
            ],
            "packages": ["p3"],
            "max_months": 6,
            "items": [
                {"id": "group", "name": "Gruppeforløb"},
                {"id": "single", "name": "Individuelt forløb"},
            ],
        },
        {
            "id": "open",
            "name": "Åben rådgivning",
            "group": "praktisk",
            "law": "law",
            "visitated": False,
            "purpose": "Du får råd, når du har brug for det.",
            "start_text": "Du kan komme uden en aftale.",
            "items": [],
        },
        {
            "id": "clean",
            "name": "Rengøring",
            "group": "praktisk",
            "law": "law",
            "purpose": "Et rent hjem",
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
    ]


def _case(rules: Standard, service: str) -> list[Record]:
    ref = StandardRef(id=rules.id, version=rules.version)
    return [
        make.citizen(
            cpr=Cpr(value="1502779995"), birth_date=date(1977, 2, 15), name="Ruddi Test Berggren"
        ),
        make.case(number="2026-01447", unit=rules.units[0].id, target_group=""),
        make.visit(standards=(ref,), previous=BEFORE),
        msgspec.structs.replace(
            make.visit(planned=Planned(start=datetime(2026, 5, 20, 10, 0))), id=BEFORE
        ),
        make.request(received_on=date(2026, 11, 2)),
        AppliedNeed(id="n1", request="r1", case="k1", service=service, text="Støtte i hverdagen"),
        make.grant(
            "g1",
            standard=ref,
            need="n1",
            service=service,
            items=(),
            extent=Extent(times=2),
            minutes=90,
            starts_on=date(2026, 12, 1),
        ),
        Goal(
            id="m1",
            case="k1",
            text="Du åbner selv din post hver uge.",
            measure="Bunken er væk om fredagen.",
            services=(service,),
            due=date(2027, 5, 1),
        ),
        make.decision_item("n1", "granted"),
    ]


def _assessed(rules: Standard) -> list[Record]:
    """Assess the first areas now and at the visit before; the overall level and the stair."""
    made: list[Record] = []
    scale = rules.scale
    for number, area in enumerate(rules.areas[:4]):
        levels = (None, None)
        if scale:
            values = [level.value for level in scale.levels]
            levels = (
                Level(scale=scale.id, value=values[2]),
                Level(scale=scale.id, value=values[1]),
            )
        for visit, level in ((make.VISIT, levels[number % 2]), (BEFORE, levels[0])):
            made.append(
                Assessment(
                    id=derived_id(visit, rules.id, area.id),
                    visit=visit,
                    standard=rules.id,
                    area=area.id,
                    level=level,
                    own_words=OWN_WORDS,
                    observation=SEEN,
                    changed="Der er kommet en kalender på væggen." if visit != BEFORE else "",
                )
            )
    if rules.overall or rules.stair:
        made.append(_overall(rules))
    return made


def _overall(rules: Standard) -> Record:
    scale, stair = rules.overall and rules.overall.scale, rules.stair
    steps = [step.id for step in stair.steps] if stair else ["", "", ""]
    return OverallAssessment(
        id=derived_id(make.VISIT, rules.id),
        visit=make.VISIT,
        standard=rules.id,
        value=Level(scale=scale.id, value=scale.levels[2].value) if scale else None,
        reason="Du har brug for støtte på flere områder.",
        steps_now=tuple(steps[2:3]),
        step_aimed_at=steps[1],
        steps_considered=tuple(steps[:2]),
        step_reason="Du har prøvet et kursus og kunne ikke følge med.",
    )


def _after() -> list[Record]:
    """What a case is worked with beside its decision."""
    return [
        make.consent("share", how="oral", noted_by="Sanne Test Visitator"),
        ActionPlan(
            id="h1",
            case="k1",
            offered_on=TODAY,
            wish="yes",
            purpose="Du vil bo godt i din egen bolig.",
            effort="Støtte to gange om ugen.",
            responsible="Sanne Test Visitator",
        ),
        ProviderPlan(
            id="pp1",
            case="k1",
            made_on=TODAY,
            made_by="Mikkel Test Pædagog",
            goals="Du åbner post sammen med os.",
            methods="Vi sidder ved siden af.",
            staff_part="Vi ringer dagen før.",
            citizen_part="Du finder posten frem.",
        ),
        Order(id="b1", case="k1", message="Ring, før I kommer første gang."),
        StatusReport(id="sr1", case="k1", due_on=date(2027, 1, 25)),
        Hearing(
            id="ho1",
            case="k1",
            source="Jobcentret",
            content="Du er ikke mødt op til tre aftaler.",
            known=False,
            detrimental=True,
            essential=True,
        ),
        ProcessingNotice(
            id="pn1",
            case="k1",
            request="r1",
            deadline="answer",
            reason="Vi venter på en udtalelse fra din læge.",
            new_date=date(2026, 12, 15),
        ),
    ]


def content(*changed: Record, **fields: Any) -> Content:
    """Return what the documents of the case are made from; records stand in by their id."""
    rules = fields.pop("standard", None) or standard()
    service = fields.pop("service", "support")
    records = [
        *_case(rules, service),
        *_assessed(rules),
        *_after(),
        make.decision(
            facts="Du bor alene og har få, du ser.",
            main_considerations="Du har brug for nogen ved siden af dig i en periode.",
            rehabilitation_assessed="",
            rehabilitation_reason="",
            technology="En app med påmindelser kan hjælpe dig. Vi prøver den sammen.",
        ),
        make.workplace_check(done_by="Sanne Test Visitator"),
        make.contact("o1"),
    ]
    together = {(type(r), r.id): r for r in (*records, *changed)}
    file = fields.pop("casefile", None) or make.casefile(*together.values())
    known: dict[str, Any] = {
        "judgement": judge(file, rules, make.denmark(), TODAY),
        "national": make.denmark(),
        "today": TODAY,
        "name": "Sanne Test Visitator",
        "title": "Visitator",
        "draft": False,
    }
    return Content(casefile=file, standard=rules, **{**known, **fields})


def without(*kinds: type[Record], **fields: Any) -> Content:
    """Return the case without the records of some kinds."""
    made = content(**fields)
    gone = {kind.__name__ for kind in kinds}
    tables = {
        name: {i: r for i, r in table.items() if type(r).__name__ not in gone}
        for name, table in made.casefile.records.items()
    }
    return msgspec.structs.replace(
        made, casefile=msgspec.structs.replace(made.casefile, records=tables)
    )


def answer(section: str, question: str, **value: Any) -> Record:
    """Make an answer to a question of a section."""
    key = derived_id(make.VISIT, section, question)
    return Answer(id=key, visit=make.VISIT, section=section, question=question, **value)
