"""Carries a visit through under a municipality that no code was written for (tests/standards)."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from app.bootstrap import create_session, open_session
from app.clock import COPENHAGEN, fixed_clock
from app.domain.case_records import Order
from app.domain.findings import Finding
from app.domain.ids import derived_id, new_id
from app.domain.records import AppliedNeed, Citizen, Departure, Goal, ProviderChoice, Record
from app.domain.values import Address, Cpr, Extent, Interpreter, Level, TextVersion
from app.forms.consent_record import ConsentResult, sign_all
from app.forms.grant_record import new_grant
from app.workflow.edits import AddRecord, SetField, Together
from app.workflow.library import Library
from app.workflow.open_visit import OpenVisit, open_visit
from app.workflow.planning import NewVisit, plan_visit
from app.workflow.session import Profile, Session

STANDARDS = Path(__file__).resolve().parent / "standards"
PASSPHRASE = "bakken er stejl i regn"
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
REASON = "Naboen er flyttet, og stien er blevet glat."


def new_session(folder: Path) -> Session:
    """Make a store of its own, where the only standard is the made-up municipality's."""
    profile = Profile(
        name="Asta Test Bakke",
        title="Hverdagsrådgiver",
        unit="Hverdagsteamet",
        municipality="Bakkedal Kommune",
    )
    session = create_session(folder, PASSPHRASE, profile, fixed_clock(NOW))
    session.library = Library(STANDARDS)
    return session


def again(folder: Path) -> Session:
    """Unlock the same store anew."""
    session = open_session(folder, PASSPHRASE, fixed_clock(NOW))
    session.library = Library(STANDARDS)
    return session


def planned(session: Session) -> str:
    """Plan a visit with three things applied for; return its id."""
    citizen = Citizen(
        id=new_id(),
        cpr=Cpr(value="1502829995"),
        birth_date=date(1982, 2, 15),
        name="Knut Odvar Test Mosebryggersen",
        address=Address(street="Testgrusgraven 3", postcode="9998", city="Bakkedal"),
        phone="12 34 56 78",
        digital_post="digital",
        interpreter=Interpreter(need=False),
    )
    asked = {"havehjaelp": "ude", "foelge": "ude", "orden": "inde"}
    needs = tuple(AppliedNeed(id=new_id(), service=s, group=g) for s, g in asked.items())
    start = datetime(2026, 11, 23, 10, 0, tzinfo=COPENHAGEN)
    received = date(2026, 11, 16)
    return plan_visit(
        session, NewVisit(citizen=citizen, start=start, received_on=received, needs=needs)
    )


class Visit:
    """A visit that is filled in section by section, as the forms do it."""

    def __init__(self, session: Session, visit_id: str) -> None:
        self.opened: OpenVisit = open_visit(session, visit_id)

    @property
    def open_findings(self) -> list[Finding]:
        """The findings that still ask for a reason."""
        return [f for f in self.opened.view.judgement.findings if f.open]

    def set(self, record: Record, **fields: Any) -> None:
        """Write fields of a record as one act."""
        edits = tuple(SetField(record, name, value) for name, value in fields.items())
        self.opened.apply(Together(edits))

    def answer(self, question: str, **value: Any) -> None:
        """Answer one of the municipality's own questions."""
        self.set(self.opened.view.casefile.answer("bakken", question), **value)

    def consent(self, answer: str) -> None:
        """Let the citizen answer the one consent that the file asks for."""
        view = self.opened.view
        result = ConsentResult(
            purpose="spoerg_naboen",
            answer=answer,
            how="oral",
            ink=b"",
            text=TextVersion(key="spoerg_naboen", version="1"),
            at=NOW,
            noted_by="Asta Test Bakke",
        )
        keep: Callable[[bytes], str] = self.opened.session.store.blobs.put
        self.opened.apply(sign_all(view, [result], keep))

    def assess(self, **levels: str) -> None:
        """Set the level of areas, each in the municipality's own scale."""
        for area, value in levels.items():
            found = self.opened.view.casefile.assessment("bakkedal-hverdag", area)
            self.set(found, level=Level(scale="bakkedal-seks", value=value))

    def overall(self, value: str) -> None:
        """Set the overall level, and the steps that were considered."""
        made = self.opened.view.casefile.overall_assessment("bakkedal-hverdag")
        self.set(
            made,
            value=Level(scale="bakkedal-samlet", value=value),
            reason="Hverdagen er urolig, når det regner.",
            steps_now=("fod",),
            step_aimed_at="midt",
            steps_considered=("fod", "midt"),
            step_reason="Råd og havehjælp får dig ikke op på bakken.",
        )

    def grant(self, service: str, items: tuple[str, ...], extent: Extent, **fields: Any) -> None:
        """Grant a service with what the catalogue gives."""
        view = self.opened.view
        found = view.standard.service(service)
        assert found is not None
        made = new_grant(view, found, items, extent)
        self.opened.apply(AddRecord(made))
        self.set(made, starts_on=date(2026, 12, 7), **fields)

    def give_reasons(self) -> None:
        """Write a reason at each finding that asks for one."""
        case = self.opened.view.casefile.case.id
        for finding in self.open_findings:
            key = derived_id(case, finding.id)
            self.opened.apply(
                AddRecord(Departure(id=key, case=case, finding=finding.id, reason=REASON))
            )

    def decide(self, **outcomes: str) -> None:
        """Decide each need, with the facts, the citizen's views and the reasons."""
        casefile = self.opened.view.casefile
        decision = self.opened.view.casefile.decision or _decision(self.opened)
        self.set(
            decision,
            facts="Du er faldet på stien to gange.",
            citizens_views="Du vil selv ordne dine papirer.",
            views_weighed="Derfor får du ikke hjælp til dem.",
            rehabilitation_assessed="no",
            rehabilitation_reason="Den vælter på bakken.",
        )
        for need in casefile.needs:
            outcome = outcomes[need.service]
            item = self.opened.view.casefile.decision_item(need.id)
            reasons = "" if outcome == "granted" else "Du vil helst selv, og du kan."
            self.set(item, outcome=outcome, reasons=reasons)


def _decision(opened: OpenVisit) -> Any:
    from app.domain.records import Decision

    casefile = opened.view.casefile
    key = derived_id(casefile.visit_id, "decision")
    return Decision(id=key, case=casefile.case.id, visit=casefile.visit_id, kind="first")


def filled_in(session: Session, visit_id: str) -> Visit:
    """Carry a visit through to the point where its decision can be locked."""
    visit = Visit(session, visit_id)
    view = visit.opened.view
    case = view.casefile.case
    visit.consent("yes")
    _answer_each_kind(visit)
    visit.set(
        case,
        unit="teamet",
        target_group="alle",
        legal_basis="social_services_act",
        permanence="permanent",
    )
    visit.assess(have="B", ture="A", papirer="1")
    visit.overall("III")
    visit.grant(
        "havehjaelp", ("graes",), Extent(times=2, unit="month"), time_of_day=("dag",), minutes=60
    )
    visit.grant("foelge", ("op", "ned"), Extent(times=1, unit="week"), package="lille")
    for service, provider in {"havehjaelp": "En gartner", "foelge": "Holdet fra Bakkevej"}.items():
        kind: Any = "external" if provider == "En gartner" else "municipal"
        choice = ProviderChoice(
            id=new_id(), case=case.id, service=service, kind=kind, provider=provider
        )
        visit.opened.apply(AddRecord(choice))
    goal = Goal(
        id=new_id(),
        case=case.id,
        text="Du går selv til toppen.",
        measure="Du ringer deroppefra.",
        services=("havehjaelp", "foelge"),
    )
    visit.opened.apply(AddRecord(goal))
    visit.set(visit.opened.view.casefile.visit, next_visit=date(2027, 8, 20))
    visit.decide(havehjaelp="granted", foelge="granted", orden="refused")
    visit.give_reasons()
    order = Order(
        id=new_id(),
        case=case.id,
        service="foelge",
        provider="Holdet fra Bakkevej",
        message="Tag støvler på.",
    )
    visit.opened.apply(AddRecord(order))
    return visit


def _answer_each_kind(visit: Visit) -> None:
    visit.answer("historie", text="Den har altid været der.")
    visit.answer("kaldenavn", text="Knolden")
    visit.answer("vejr", choice="blaest")
    visit.answer("dyr", choices=("faar", "ulv"))
    visit.answer("trappe", choice="no")
    visit.answer("sidst", day=date(2026, 10, 4))
    visit.answer("skridt", number=212.0)
