"""A rich case for the documents: every kind of thing a letter and its enclosures can say."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec
from PIL import Image, ImageDraw

from app.documents.content import Content
from app.domain import ink
from app.domain.casefile import CaseFile
from app.domain.ids import derived_id
from app.domain.judgement import judge
from app.domain.records import (
    Answer,
    AppliedNeed,
    Attachment,
    Contact,
    DecisionVersion,
    Goal,
    Hearing,
    ProviderChoice,
    Record,
)
from app.domain.values import Address, Capacity, Cpr, Extent, Planned, Quantities, TextVersion
from tests import factories as make

TODAY = date(2026, 11, 23)
INK_ID, PHOTO_ID = "1" * 64, "2" * 64
LAST_VISIT = "v0"

WEEKLY_REASON = (
    "Du har en hund, der hjælper dig i hverdagen, og din astma bliver værre af støv. "
    "Derfor er hver 14. dag ikke nok hos dig."
)
REFUSED_REASON = "Du bestiller selv varer på nettet og får dem båret ind."
SHOPPING_LEVEL_REASON = (
    "Vi har set dig bestille varer, og du kan selv sætte dem på plads, når du sidder."
)
OTHER_REASON = "Vi har talt om det hos dig, og det passer til din hverdag."


def signature() -> bytes:
    """Draw a signature as a pen would."""
    first = [
        (20 + t * 9, 60 - 30 * ((t * 7) % 5) / 4, 0.3 + 0.1 * (t % 5), t * 12) for t in range(16)
    ]
    second = [(190 + t * 8, 40 + 18 * ((t * 3) % 4) / 3, 0.7, 300 + t * 12) for t in range(10)]
    return ink.encode([first, second], (320, 100))


def photo() -> bytes:
    """Make a photo of a door step with a place and a camera in its metadata."""
    picture = Image.new("RGB", (900, 600), "#c9b79c")
    brush = ImageDraw.Draw(picture)
    brush.rectangle((0, 380, 900, 600), fill="#7d6a52")
    brush.rectangle((260, 60, 640, 400), fill="#e8e3da", outline="#4a4036", width=8)
    exif = Image.Exif()
    exif[0x010F] = "HemmeligtKamera"
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def _people() -> list[Record]:
    return [
        make.citizen(
            cpr=Cpr(value="1502779995"),
            birth_date=date(1977, 2, 15),
            name="Ruddi Test Berggren",
            address=Address(street="Testjulianevej 3", postcode="8000", city="Aarhus C"),
            phone="12 34 56 78",
        ),
        make.member(
            name="Łucja Test Berggren",
            birth_year=1980,
            capacities=(Capacity(service="toejvask", share="part", note="Hun hænger tøjet op."),),
            note="Hun arbejder på skiftehold og er væk hver anden uge.",
        ),
        Contact(id="o1", citizen="c1", role="gp", name="Lægehuset ved Søen", phone="87 65 43 21"),
        Contact(id="o2", citizen="c1", role="other_help", name="hjemmesygeplejen"),
        Contact(
            id="o3",
            citizen="c1",
            role="party_representative",
            name="Kirsten Test Berggren",
            gets_letters=True,
        ),
        Contact(
            id="o4", citizen="c1", role="companion", name="Max Test Berggren", relation="fætter"
        ),
    ]


def _request() -> list[Record]:
    needs = [
        ("n1", "personlig", "personlig_pleje", "Hjælp til bad og til at komme i tøjet"),
        ("n2", "praktisk", "rengoering", ""),
        ("n3", "praktisk", "toejvask", ""),
        ("n4", "praktisk", "indkoeb", "Indkøb en gang om ugen"),
    ]
    return [
        make.request(received_on=date(2026, 11, 16), applied_for="Jeg kan ikke mere selv."),
        *(
            AppliedNeed(id=i, request="r1", case="k1", group=g, service=s, text=t)
            for i, g, s, t in needs
        ),
    ]


def _assessments() -> list[Record]:
    def made(area: str, level: str, **texts: str) -> Record:
        return make.assessment(area, level, **texts)

    last = derived_id(LAST_VISIT, "koebenhavn-83", "bad")
    return [
        made(
            "bad",
            "3",
            own_words="Jeg tør ikke stå op i badet, når jeg er alene.",
            observation="Ruddi sidder på badetaburet og vasker overkroppen. Han når ikke fødderne.",
            help_means="Jeg kan komme ud blandt andre igen.",
            changed="Har været faldet to gange siden sidst.",
        ),
        msgspec.structs.replace(make.assessment("bad", "2"), id=last, visit=LAST_VISIT),
        made("paaklaedning", "3", observation="Strømper og sko kræver hjælp."),
        made("medicin", "1", observation="Tager selv sin medicin fra doseringsæske."),
        made("ernaering", "1"),
        made("rengoering", "4", observation="Kan ikke støvsuge på grund af ryggen."),
        made("toejvask", "3", observation="Kan lægge tøj sammen siddende, men ikke bære kurven."),
        made("indkoeb", "1", observation="Bestiller selv varer på nettet."),
    ]


def _help() -> list[Record]:
    chosen = {"personlig_pleje": "handicapcenter_oest", "rengoering": "handicapcenter_oest"}
    return [
        *_grants(),
        *(
            ProviderChoice(id=f"p-{s}", case="k1", service=s, kind="municipal", provider=p)
            for s, p in chosen.items()
        ),
        ProviderChoice(
            id="p-t",
            case="k1",
            service="toejvask",
            kind="self_chosen",
            provider="Brita Test Berggren",
        ),
        Goal(
            id="m1",
            case="k1",
            text="Du vasker selv overkroppen siddende hver gang.",
            measure="Hjælperen skriver i samarbejdsbogen, hvad du selv har gjort.",
            areas=("bad",),
            due=date(2027, 3, 1),
        ),
        Goal(id="m2", case="k1", text="Du lægger selv tøjet sammen.", areas=("toejvask",)),
    ]


def _grants() -> list[Record]:
    return [
        make.grant(
            "g1",
            need="n1",
            service="personlig_pleje",
            items=("bad", "paaklaedning"),
            extent=Extent(times=2, unit="week"),
            time_of_day=("forenoon",),
            weekdays=(0, 3),
            minutes=40,
            starts_on=date(2026, 11, 30),
            purpose="Du kan vaske dig uden at falde, og du gør selv det, du kan.",
        ),
        make.grant(
            "g2",
            need="n2",
            items=("stoevsugning", "gulvvask", "badevaerelse"),
            extent=Extent(times=1, unit="week"),
            time_of_day=("forenoon",),
            weekdays=(3,),
            quantities=Quantities(area_m2=60),
            combined_with="g1",
        ),
        make.grant(
            "g3",
            need="n3",
            service="toejvask",
            items=("maskinvask",),
            ends_on=date(2027, 6, 30),
        ),
    ]


def _decision() -> list[Record]:
    return [
        make.decision(
            facts="Du er faldet to gange i badet. Du har slidgigt i ryggen og astma.",
            citizens_views="Du vil helst have hjælp hver dag.",
            views_weighed="Vi har talt om, at du de andre dage vasker dig ved vasken.",
            main_considerations="Det vigtigste er, at du bliver ved med at klare det, du kan.",
            rehabilitation_assessed="yes",
            rehabilitation_reason="Du har lige afsluttet et forløb og kom ikke længere.",
            technology="En robotstøvsuger kan ikke komme over dine dørtrin.",
            existing_basis=True,
            missing_information="En udtalelse fra din læge.",
        ),
        make.decision_item("n1", "granted"),
        make.decision_item("n2", "granted"),
        make.decision_item("n3", "partly", reasons="Din samlever hænger selv tøjet op."),
        make.decision_item("n4", "refused", reasons=REFUSED_REASON, chosen_reason="manages_alone"),
        Hearing(
            id="h1",
            case="k1",
            source="Genoptræningen",
            content="Afslutning af forløb",
            known=False,
            detrimental=True,
            essential=True,
            sent_on=date(2026, 11, 20),
            reply="Det er rigtigt nok.",
        ),
    ]


def _consents() -> list[Record]:
    return [
        make.consent(
            "share",
            how="ink",
            ink=INK_ID,
            text=TextVersion(key="share", version="1"),
            expires_on=date(2027, 11, 23),
        ),
        make.consent("obtain", answer="no", noted_by="Sanne Test Visitator"),
        make.consent("photo", withdrawn_at=datetime(2026, 11, 24, 9, 5), withdrawn_how="Telefon"),
    ]


def _home() -> list[Record]:
    point = make.workplace_item
    return [
        make.workplace_check(
            done_by="Sanne Test Visitator",
            present="Ruddi og Max",
            next_review=date(2027, 11, 1),
            informed=True,
        ),
        point("adgang.vej", "ok"),
        point(
            "gulv.doertrin",
            "action",
            remark="Høje dørtrin til badet.",
            action="Ramper sættes op.",
            deadline=date(2026, 12, 4),
            responsible="municipality",
        ),
        point(
            "bad.plads",
            "blocking",
            remark="Skabet fylder.",
            action="Skabet flyttes.",
            deadline=date(2026, 11, 28),
            temporary="Hjælp til vask i soveværelset.",
        ),
        point("rengoering.redskaber", "ok"),
        point("forflytning.lift", "na"),
        Attachment(
            id="a1",
            case="k1",
            blob=PHOTO_ID,
            media_type="image/jpeg",
            caption="Dørtrinet til badeværelset",
        ),
    ]


def _answers() -> list[Record]:
    said = {
        "daily_life": "Står op kl. 8. Går tur med hunden, når ryggen er god.",
        "network": "Fætteren Max kommer om søndagen.",
        "matters_most": "At komme ud mellem mennesker.",
    }
    answers: list[Record] = [_answer(q, text=text) for q, text in said.items()]
    return [*answers, _answer("informed_free_choice", choice="yes")]


def _answer(question: str, **value: str) -> Record:
    key = derived_id(make.VISIT, "conversation", question)
    return Answer(id=key, visit=make.VISIT, section="conversation", question=question, **value)


def casefile(*changed: Record) -> CaseFile:
    """Return the rich case; records given here stand in for those with the same id."""
    records: Sequence[Record] = [
        *_people(),
        make.case(number="2026-01447"),
        make.visit(
            planned=Planned(start=datetime(2026, 11, 23, 10, 0)),
            present="Max Test Berggren (bisidder)",
            previous=LAST_VISIT,
        ),
        *_request(),
        *_assessments(),
        *_help(),
        *_decision(),
        *_consents(),
        *_home(),
        *_answers(),
    ]
    together = {(type(r), r.id): r for r in (*records, *changed)}
    return make.casefile(*together.values())


def with_reasons(file: CaseFile) -> CaseFile:
    """Write a reason at each finding that asks for one."""
    known = {"extent": WEEKLY_REASON, "minimum_level": SHOPPING_LEVEL_REASON}
    found = judge(file, make.koebenhavn(), make.denmark(), TODAY).findings
    written = [
        make.departure(f.id, known.get(f.rule, OTHER_REASON)) for f in found if f.needs_reason
    ]
    tables = {k: dict(v) for k, v in file.records.items()}
    tables.setdefault("departure", {}).update({d.id: d for d in written})
    return msgspec.structs.replace(file, records=tables)


def content(*changed: Record, **fields: Any) -> Content:
    """Return what the documents of the rich case are made from, as a draft."""
    file = fields.pop("casefile", None) or with_reasons(casefile(*changed))
    standard = fields.pop("standard", make.koebenhavn())
    known: dict[str, Any] = {
        "judgement": judge(file, standard, make.denmark(), TODAY),
        "national": make.denmark(),
        "today": TODAY,
        "name": "Sanne Test Visitator",
        "title": "Visitator",
        "draft": True,
        "blobs": {INK_ID: signature(), PHOTO_ID: photo()},
    }
    return Content(casefile=file, standard=standard, **{**known, **fields})


def version() -> DecisionVersion:
    """Return the issued decision of the case."""
    return DecisionVersion(
        id="dv1",
        decision=make.DECISION,
        case="k1",
        number=1,
        name="Sanne Test Visitator",
        title="Visitator",
        unit="Visitationsenheden på handicapområdet",
        locked_at=datetime(2026, 11, 23, 14, 12),
    )


def issued(*changed: Record, **fields: Any) -> Content:
    """Return the same, locked."""
    return content(*changed, **{"draft": False, "version": version(), **fields})


def without(*kinds: type[Record], **fields: Any) -> Content:
    """Return the case without the records of some kinds."""
    gone = {kind.__name__ for kind in kinds}
    file = with_reasons(casefile())
    tables = {
        name: {i: r for i, r in table.items() if type(r).__name__ not in gone}
        for name, table in file.records.items()
    }
    return content(casefile=msgspec.structs.replace(file, records=tables), **fields)
