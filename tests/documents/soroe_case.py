"""A whole case under Sorø's standard for its documents: support, a course, and a refusal."""

from datetime import UTC, date, datetime
from typing import Any

import msgspec

from app.documents.content import Content
from app.domain.casefile import CaseFile
from app.domain.judgement import judge
from app.domain.records import (
    ActionPlan,
    Contact,
    DecisionVersion,
    Order,
    ProviderChoice,
    Record,
)
from app.domain.values import Address, Cpr, Extent, Planned
from tests import factories as make
from tests.soroe import (
    COURSE,
    GROUP,
    REF,
    SUPPORT,
    answer,
    grant,
    level,
    need,
    overall,
    soroe,
)

VISITED = date(2026, 11, 23)
REASON = (
    "Du er netop flyttet hjemmefra. Vi ser tit, at det er dér, hverdagen vælter, "
    "og derfor får du støtten nu."
)


def _people() -> list[Record]:
    return [
        make.citizen(
            cpr=Cpr(value="1502779995"),
            birth_date=date(1977, 2, 15),
            name="Ruddi Test Berggren",
            address=Address(street="Testjulianevej 3", postcode="4180", city="Sorø"),
        ),
        Contact(id="o1", citizen="c1", role="gp", name="Lægehuset ved Søen"),
        Contact(
            id="o2",
            citizen="c1",
            role="companion",
            name="Max Test Berggren",
            relation="bror",
            present=True,
        ),
        make.case(number="2026-00318", unit="social_service", target_group="function"),
        make.visit(
            standards=(REF,),
            planned=Planned(start=datetime(2026, 11, 23, 10, 0)),
            present="Max Test Berggren (bror)",
            next_visit=date(2027, 5, 24),
        ),
        make.request(received_on=date(2026, 10, 12), received_from="kompasset"),
    ]


def _assessed() -> list[Record]:
    said = msgspec.structs.replace(
        level("goere_rent", "3"),
        own_words="Jeg kan ikke se, hvor jeg skal begynde.",
        observation="Du rydder op, når vi deler det op i små bidder.",
        help_means="At jeg kan have folk på besøg.",
    )
    alone = msgspec.structs.replace(
        level("samspil", "2"), observation="Du taler gerne, når der er få til stede."
    )
    chosen = overall(
        "C",
        "raadgivning",
        "individuel",
        steps_now=("raadgivning",),
        step_aimed_at="gruppe",
        step_reason="Du har fået råd i Kompasset to gange. Det gav overblik, men ikke nok ro.",
    )
    whole = msgspec.structs.replace(chosen, reason="Hverdagen vælter, når der er mange krav.")
    answers = [
        answer("limits", "cause", choices=("mental",)),
        answer("limits", "not_covered", choices=("transport_doctor",)),
        answer("kompasset", "can_improve", "yes"),
        answer("kompasset", "been_to_kompasset", "yes"),
        answer("household", "housing", "own"),
        answer("household", "lives_in_soroe", "yes"),
        answer("conversation", "network", choices=(), text="Max kommer om søndagen."),
    ]
    return [said, alone, whole, *answers]


def _help() -> list[Record]:
    return [
        need(),
        need(GROUP, "n2"),
        need(COURSE, "n3"),
        grant(
            need="n1",
            items=("doegnrytme", "hverdag"),
            extent=Extent(times=2, unit="week"),
            minutes=90,
            starts_on=date(2026, 12, 7),
        ),
        grant(
            GROUP,
            "g2",
            need="n2",
            items=("modul_struktur", "modul_maal", "modul_mestring", "modul_sundhed"),
            starts_on=date(2027, 1, 11),
            ends_on=date(2027, 3, 26),
        ),
        ProviderChoice(
            id="p1",
            case="k1",
            service=SUPPORT,
            kind="municipal",
            provider="Center for Handicap og Psykiatri",
        ),
        ProviderChoice(id="p2", case="k1", service=GROUP, kind="municipal", provider="Kompasset"),
        make.goal(
            text="Du står op inden kl. 9 på hverdage.",
            measure="Du skriver det i din kalender, og vi ser på den hver uge.",
            services=(SUPPORT,),
            due=date(2027, 5, 1),
        ),
        msgspec.structs.replace(
            make.goal(
                text="Du gør rent i ét rum ad gangen uden hjælp.",
                measure="Vi ser på det sammen den sidste uge i måneden.",
                services=(SUPPORT, GROUP),
            ),
            id="z2",
        ),
        ActionPlan(id="a1", case="k1", offered_on=VISITED, wish="yes", purpose="En rolig hverdag."),
        Order(
            id="b1",
            case="k1",
            service=SUPPORT,
            provider="Center for Handicap og Psykiatri",
            message="Begynd om morgenen.",
        ),
        *(make.workplace_item(p.id, "ok") for p in soroe().workplace.points),
        make.workplace_check(done_by="Sanne Test Rådgiver", informed=True),
        make.consent("obtain"),
        make.consent("share"),
    ]


def _decided() -> list[Record]:
    return [
        make.decision(
            facts="Du bor alene. Du har svært ved at komme i gang og sover mest om dagen.",
            citizens_views="Du vil gerne have støtte hver dag.",
            views_weighed="Vi har aftalt to gange om ugen, så du selv øver dig de andre dage.",
            rehabilitation_assessed="",
            rehabilitation_reason="",
            technology="",
        ),
        make.decision_item("n1", "granted"),
        make.decision_item("n2", "granted"),
        make.decision_item(
            "n3",
            "refused",
            reasons="Støtten hjemme dækker det, du ellers skulle have i forløbet.",
        ),
    ]


def casefile(*changed: Record) -> CaseFile:
    """Return the case; records given here stand in for those with the same id."""
    together = {
        (type(r), r.id): r for r in (*_people(), *_assessed(), *_help(), *_decided(), *changed)
    }
    return with_reasons(make.casefile(*together.values()))


def with_reasons(file: CaseFile) -> CaseFile:
    """Write a reason at each finding that asks for one and has none."""
    found = judge(file, soroe(), make.denmark(), VISITED).findings
    written = [make.departure(f.id, REASON) for f in found if f.open]
    tables = {k: dict(v) for k, v in file.records.items()}
    tables.setdefault("departure", {}).update({d.id: d for d in written})
    return msgspec.structs.replace(file, records=tables)


def content(*changed: Record, **fields: Any) -> Content:
    """Return what the documents of the case are made from, issued on the day of the visit."""
    file = casefile(*changed)
    version = DecisionVersion(
        id="dv1",
        decision=make.DECISION,
        case="k1",
        number=1,
        name="Sanne Test Rådgiver",
        title="Sagsbehandler",
        unit="Social Service",
        locked_at=datetime(2026, 11, 23, 14, 12, tzinfo=UTC),
    )
    known: dict[str, Any] = {
        "judgement": judge(file, soroe(), make.denmark(), VISITED),
        "national": make.denmark(),
        "today": VISITED,
        "name": "Sanne Test Rådgiver",
        "title": "Sagsbehandler",
        "draft": False,
        "version": version,
    }
    return Content(casefile=file, standard=soroe(), **{**known, **fields})
