"""A whole visit under two standards of one municipality: two letters, each of its own law."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from app.bootstrap import open_demonstration
from app.clock import fixed_clock, today
from app.domain.combining import shown_sections
from app.domain.ids import derived_id, new_id
from app.domain.records import (
    ActionPlan,
    AppliedNeed,
    DecisionItem,
    Delivery,
    Goal,
    Grant,
    OverallAssessment,
)
from app.domain.values import Extent, Level, StandardRef
from app.texts import RESOURCES
from app.tour.stage import PICTURE_DAY
from app.workflow.copy_offer import offer
from app.workflow.demonstration_script import whole_visit
from app.workflow.edits import AddRecord, SetField, Together
from app.workflow.library import Library
from app.workflow.locking import lock_decision
from app.workflow.open_visit import OpenVisit, open_visit
from app.workflow.printing import PACKAGE, issued, whole_job
from app.workflow.session import Session
from tests.documents.reading import text as text_of

HELP = StandardRef(id="proeve-83", version="1")
SUPPORT = StandardRef(id="proeve-85", version="1")
MADE_FROM = {"proeve-83": "koebenhavn-83-2007.toml", "proeve-85": "koege-85-2023.toml"}


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """The demonstration under two standards of a municipality that there is not."""
    folder = tmp_path / "standards"
    folder.mkdir()
    for standard, source in MADE_FROM.items():
        text = (RESOURCES / "standards" / source).read_text("utf-8")
        text = re.sub(r'(?m)^id = ".*"$', f'id = "{standard}"', text, count=1)
        text = re.sub(r'(?m)^version = ".*"$', 'version = "1"', text, count=1)
        text = re.sub(r'(?m)^name = ".* Kommune"$', 'name = "Prøve Kommune"', text, count=1)
        (folder / f"{standard}-1.toml").write_text(text, "utf-8")
    monkeypatch.setattr(Library.__init__, "__defaults__", (folder, None))
    opened = open_demonstration(tmp_path / "data", fixed_clock(PICTURE_DAY))
    yield opened
    opened.close()


@pytest.fixture
def opened(session: Session) -> OpenVisit:
    """A visit that lacks nothing under the first standard, and now has the second too."""
    script = whole_visit(today(session.clock), session.usual_standard())
    visit = open_visit(session, script.visit)
    for step in script.steps:
        known = visit.view.casefile.records.get(step.entity, {})
        record = known.get(step.record.id, step.record)
        visit.apply(SetField(record, step.field, step.value))
    assert not visit.view.judgement.blocked
    visit.apply(SetField(visit.view.casefile.visit, "standards", (HELP, SUPPORT)))
    return visit


def work_under_the_second(opened: OpenVisit) -> None:
    """Assess, choose and decide what the second standard asks for."""
    view = opened.view.under(SUPPORT.id)
    standard, casefile = view.standard, view.casefile
    service = next(s for s in standard.services if s.visitated)
    assert standard.scale is not None
    assert standard.overall is not None
    assert casefile.request is not None
    case, visit = casefile.case.id, casefile.visit_id
    need = AppliedNeed(
        id=new_id(), case=case, request=casefile.request.id, group=service.group, service=service.id
    )
    grant = Grant(
        id=new_id(),
        case=case,
        need=need.id,
        standard=SUPPORT,
        service=service.id,
        items=tuple(i.id for i in service.items[:1]),
        extent=Extent(times=1, unit="week"),
        places=tuple(place.value for place in service.places[:1]),
        starts_on=today(opened.session.clock) + timedelta(days=14),
        purpose="Du kommer ud ad døren hver dag.",
    )
    decision = casefile.decision.id if casefile.decision else derived_id(visit, "decision")
    item = DecisionItem(
        id=derived_id(decision, need.id),
        decision=decision,
        case=case,
        need=need.id,
        outcome="granted",
        reasons="Du kan ikke selv holde fast i dine aftaler endnu.",
    )
    goal = Goal(
        id=new_id(),
        case=case,
        text="Du går selv til aftaler.",
        measure="Fire uger i træk.",
        services=(service.id,),
    )
    overall = OverallAssessment(
        id=derived_id(visit, standard.id),
        visit=visit,
        standard=standard.id,
        value=Level(scale=standard.overall.scale.id, value=standard.overall.scale.levels[-2].value),
        reason="Dagene glider sammen.",
    )
    level = Level(scale=standard.scale.id, value=standard.scale.levels[-2].value)
    levels = [
        msgspec.structs.replace(casefile.assessment(standard.id, area.id), level=level)
        for area in standard.areas
    ]
    plan = ActionPlan(
        id=derived_id(case, "action_plan"),
        case=case,
        offered_on=today(opened.session.clock),
        wish="no",
        wish_reason="Du vil hellere vente.",
    )
    made = (need, grant, item, goal, overall, plan, *levels)
    opened.apply(Together(tuple(AddRecord(record) for record in made)))


def give_every_reason(opened: OpenVisit) -> None:
    """Write a reason at each finding that asks for one."""
    for finding in opened.view.judgement.findings:
        if finding.open:
            departure = opened.view.casefile.departure(finding.id)
            opened.apply(SetField(departure, "reason", "Vi har set på netop din situation."))


def test_a_visit_under_two_standards_ends_in_two_letters(
    session: Session, opened: OpenVisit
) -> None:
    assert opened.view.judgement.blocked  # nothing is applied for under the second yet
    work_under_the_second(opened)
    give_every_reason(opened)
    lacking = [(m.key, m.anchor.section, m.params) for m in opened.view.judgement.blocked]
    assert not lacking
    version = lock_decision(opened)
    assert {PACKAGE, "letter", f"letter:{SUPPORT.id}"} <= set(version.parts)
    assert opened.view.locked
    first, second = (text_of(session.store.blobs.get(version.parts[p])) for p in letters())
    assert "Rengøring" in first
    assert "§ 83" in first
    assert "§ 85" in second
    assert "Du kan ikke selv holde fast i dine aftaler endnu." in second
    assert "Du kan ikke selv holde fast i dine aftaler endnu." not in first
    whole = text_of(session.store.blobs.get(version.parts[PACKAGE]))
    assert "§ 83" in whole
    assert "§ 85" in whole
    # And copies of both are made from what they were made from.
    assert offer(opened.view, session.store.blobs).caution == ""


def letters() -> tuple[str, str]:
    return "letter", f"letter:{SUPPORT.id}"


def test_both_letters_are_printed_alone_and_together_as_they_were_issued(
    session: Session, opened: OpenVisit
) -> None:
    work_under_the_second(opened)
    give_every_reason(opened)
    version = lock_decision(opened)
    blobs = session.store.blobs
    for part in letters():
        assert issued(opened.view, blobs, (part,)) == blobs.get(version.parts[part])
    assert issued(opened.view, blobs, ()) == blobs.get(version.parts[PACKAGE])
    sent = Delivery(
        id=new_id(),
        case=version.case,
        version=version.id,
        receiver="Borgeren",
        how="letter",
        sent_on=today(session.clock),
    )
    opened.apply(AddRecord(sent))
    for share in opened.view.shares.values():
        assert any(d.rule == "complaint" for d in share.judgement.deadlines)


def test_consents_and_the_home_are_enclosed_once(opened: OpenVisit, session: Session) -> None:
    work_under_the_second(opened)
    parts = whole_job(opened.view, session.store.blobs).parts
    assert len(set(parts)) == len(parts)
    assert [p.partition(":")[0] for p in parts].count("consents") <= 1
    assert [p.partition(":")[0] for p in parts].count("workplace") <= 1
    assert set(letters()) <= set(parts)


def test_each_standard_sees_its_own_and_the_visit_sees_all(opened: OpenVisit) -> None:
    work_under_the_second(opened)
    view = opened.view
    assert [s.id for s in view.standards] == [HELP.id, SUPPORT.id]
    own = [view.under(ref.id).casefile for ref in (HELP, SUPPORT)]
    assert sum(len(share.needs) for share in own) == len(view.casefile.needs)
    assert sum(len(share.grants) for share in own) == len(view.casefile.grants)
    assert {s.key for s in view.sections} >= {"assessment", f"assessment:{SUPPORT.id}"}
    assert view.in_section(f"services:{SUPPORT.id}") is view.shares[SUPPORT.id]
    assert view.in_section("services") is view.shares[HELP.id]
    assert view.in_section("decision") is view


def test_taking_the_second_standard_away_again_leaves_the_visit_as_it_was(
    opened: OpenVisit,
) -> None:
    assert opened.undo() == ""
    assert not opened.view.shares
    assert not opened.view.judgement.blocked
    assert opened.view.sections == shown_sections((opened.view.standard,), "first")
