"""Kerteminde's standard of § 85 on a case: what it finds, what it asks for, the days it counts."""

from datetime import date, datetime

import pytest

from app.domain.case_records import ActionPlan, Complaint, Order
from app.domain.casefile import CaseFile
from app.domain.records import Record
from app.domain.values import Planned
from app.interchange.national import report
from tests import factories as make
from tests.paragraph_85 import (
    DECIDED,
    SUPPORT,
    answer,
    deadlines,
    decided,
    file,
    findings,
    grant,
    judged,
    kerteminde,
    lacking,
    need,
    ref,
)

MIDSUMMER = date(2027, 6, 23)


def hits(*records: Record, rule: str) -> list[str]:
    return [f.text for f in findings(file(kerteminde(), *records), kerteminde(), rule)]


def test_check_17_a_home_gone_through_more_than_twelve_months_ago_is_overdue() -> None:
    old = make.workplace_check(done_on=date(2025, 11, 29))
    (due,) = deadlines(decided(kerteminde(), old), kerteminde(), "workplace_review")
    assert due.due == date(2026, 11, 29)
    assert due.due < DECIDED
    assert not due.met


def test_check_17_a_home_gone_through_within_the_year_is_not_overdue() -> None:
    fresh = make.workplace_check(done_on=date(2025, 12, 1))
    (due,) = deadlines(decided(kerteminde(), fresh), kerteminde(), "workplace_review")
    assert due.due == date(2026, 12, 1)
    assert due.due > DECIDED


def test_check_17_the_newest_review_counts() -> None:
    old = make.workplace_check(done_on=date(2024, 1, 10))
    new = make.workplace_check(done_on=date(2026, 6, 10))
    reviews = [old, type(old)(id="w2", case="k1", done_on=new.done_on)]
    (due,) = deadlines(decided(kerteminde(), *reviews), kerteminde(), "workplace_review")
    assert due.due == date(2027, 6, 10)


@pytest.mark.parametrize(
    ("question", "given", "rule", "word"),
    [
        ("other_ways", {"choices": ("aids",)}, "excluded_aids", "hjælpemidler"),
        ("other_ways", {"choices": ("training",)}, "excluded_training", "træning"),
        ("other_ways", {"choices": ("other_law",)}, "excluded_other_law", "anden lov"),
        ("active_part", {"choice": "no"}, "excluded_passive", "aktivt del"),
    ],
)
def test_each_exclusion_is_found_and_asks_for_a_reason(
    question: str, given: dict[str, object], rule: str, word: str
) -> None:
    records = [need(), answer("consider", question, **given)]
    (found,) = findings(file(kerteminde(), *records), kerteminde(), rule)
    assert word in found.text
    assert found.needs_reason


def test_no_other_way_is_no_finding() -> None:
    nothing = answer("consider", "other_ways", choices=("none",))
    judgement = judged(file(kerteminde(), need(), nothing), kerteminde())
    assert not [f for f in judgement.findings if f.rule.startswith("excluded_")]
    assert hits(need(), nothing, rule="other_ways_missing") == []


def test_the_other_ways_are_asked_before_support() -> None:
    assert len(hits(need(), rule="other_ways_missing")) == 1


def test_support_without_an_end_asks_why() -> None:
    lasting = make.case(permanence="permanent")
    (text,) = hits(lasting, need(), rule="permanent")
    assert "for en tid" in text
    assert hits(make.case(permanence="temporary"), need(), rule="permanent") == []


@pytest.mark.parametrize("item", ["ledsagelse", "individuel"])
def test_what_has_a_condition_asks_how_it_is_met(item: str) -> None:
    (found,) = findings(
        file(kerteminde(), need(), grant(kerteminde(), item)), kerteminde(), "special_case"
    )
    assert found.needs_reason
    for word in ("i en gruppe", "psykiske årsager", "forklare sig"):
        assert word in found.text


@pytest.mark.parametrize("item", ["gruppe", "gruppe_individuel", "struktur_i_dagen"])
def test_a_group_and_contents_ask_for_nothing(item: str) -> None:
    assert hits(need(), grant(kerteminde(), item), rule="special_case") == []


def test_a_pet_that_the_citizen_takes_no_part_in_is_found() -> None:
    assert len(hits(need(), answer("consider", "pets_part", choice="no"), rule="pets_passive")) == 1


def test_smoking_in_the_home_is_found_and_takes_no_support_away() -> None:
    smoke = make.workplace_item("luft.roeg", "action")
    (text,) = hits(need(), grant(kerteminde()), smoke, rule="smoking")
    assert "Ingen ryger i hjemmet" in text
    assert "Støtten falder ikke bort" in text
    clean = make.workplace_item("luft.roeg", "ok")
    assert hits(need(), grant(kerteminde()), clean, rule="smoking") == []


def test_an_order_is_missing_until_it_is_sent() -> None:
    (found,) = findings(decided(kerteminde()), kerteminde(), "order_missing")
    assert "altid en konkret bestilling" in found.text
    sent = Order(id="b1", case="k1", service=SUPPORT, sent_on=DECIDED, version="d1-1")
    assert findings(decided(kerteminde(), sent), kerteminde(), "order_missing") == []


def test_an_order_goes_out_also_when_the_action_plan_is_declined() -> None:
    declined = ActionPlan(id="h1", case="k1", offered_on=DECIDED, wish="no")
    judgement = judged(decided(kerteminde(), declined), kerteminde())
    found = {f.rule for f in judgement.findings}
    assert "order_missing" in found
    assert "action_plan" not in found


def test_the_action_plan_is_offered() -> None:
    (found,) = findings(decided(kerteminde()), kerteminde(), "action_plan")
    assert "frivillig" in found.text


def test_areas_without_a_scale_ask_for_no_level() -> None:
    found = lacking(file(kerteminde(), need()), kerteminde())
    assert not {"levels", "no_levels", "overall_value"} & found


def test_a_package_without_hours_asks_for_the_extent() -> None:
    bare = grant(kerteminde(), package="pakke_3", extent=None, minutes=None)
    assert {"grant_extent", "package_hours"} & lacking(decided(kerteminde(), bare), kerteminde())
    told = grant(kerteminde(), package="pakke_3")
    assert "package_hours" not in lacking(decided(kerteminde(), told), kerteminde())


def test_goals_are_set_for_support() -> None:
    assert "goal" in lacking(decided(kerteminde()), kerteminde())
    goal = make.goal(services=(SUPPORT,))
    assert "goal" not in lacking(decided(kerteminde(), goal), kerteminde())


def test_status_meetings_come_at_least_once_a_year() -> None:
    (first,) = deadlines(decided(kerteminde()), kerteminde(), "follow_up")
    assert first.due == date(2027, 11, 30)
    assert "statusmøde" in first.text


def test_a_complaint_is_assessed_again_within_four_weeks() -> None:
    complaint = Complaint(id="q1", case="k1", about="decision", received_on=date(2026, 12, 10))
    (due,) = deadlines(decided(kerteminde(), complaint), kerteminde(), "complaint_reassessed")
    assert due.due == date(2027, 1, 7)


def test_no_age_is_outside_the_standard() -> None:
    for born in (date(2010, 1, 1), date(1930, 1, 1)):
        assert hits(need(), make.citizen(birth_date=born), rule="age_range") == []


def whole(*changed: Record) -> CaseFile:
    """Return a case under Kerteminde's standard that lacks nothing: support in a group."""
    records: list[Record] = [
        make.citizen(),
        make.request(),
        need(),
        make.decision(rehabilitation_assessed="", rehabilitation_reason=""),
        make.decision_item(),
        grant(kerteminde(), "gruppe", "jeg_opbygning", package="pakke_2", ends_on=MIDSUMMER),
        make.goal(services=(SUPPORT,)),
        make.contact(),
        make.consent("obtain"),
        make.consent("share"),
        ActionPlan(id="h1", case="k1", offered_on=DECIDED, wish="no"),
        make.workplace_check(),
        *(make.workplace_item(p.id, "ok") for p in kerteminde().workplace.points),
        make.assessment(
            "netvaerk", "", standard=kerteminde().id, own_words="Jeg ser ingen om vinteren."
        ),
        answer("conversation", "daily_life", text="Dagene er ens."),
        answer("conversation", "needs", text="At komme ud."),
        answer("consider", "other_ways", choices=("none",)),
        answer("consider", "active_part", choice="yes"),
    ]
    together = {(type(r), r.id): r for r in (*records, *changed)}
    visit = make.visit(
        standards=(ref(kerteminde()),),
        planned=Planned(start=datetime(2026, 11, 23, 10)),
        next_visit=date(2027, 2, 26),
    )
    return file(kerteminde(), visit, *together.values())


def test_a_whole_case_without_levels_can_be_decided_and_nothing_is_found() -> None:
    judgement = judged(whole(), kerteminde())
    assert judgement.blocked == ()
    assert [f.rule for f in judgement.findings] == []
    assert lacking(whole(), kerteminde()) == set()


def test_a_home_where_somebody_smokes_asks_for_a_reason_before_the_decision() -> None:
    smoke = make.workplace_item("luft.roeg", "action")
    assert [m.key for m in judged(whole(smoke), kerteminde()).blocked] == ["missing.finding_reason"]
    (found,) = findings(whole(smoke), kerteminde(), "smoking")
    agreed = whole(smoke, make.departure(found.id, "Du lufter ud og ryger på altanen."))
    assert judged(agreed, kerteminde()).blocked == ()


def test_contents_leave_for_the_national_list_and_unrated_areas_stay() -> None:
    found = report(whole(), kerteminde(), DECIDED)
    entries = [e["resource"] for e in found.bundle["entry"]]
    assert not [r for r in entries if "severity" in r]
    ordered = [r["code"]["coding"] for r in entries if r["resourceType"] == "ServiceRequest"]
    named = {tuple(c["display"] for c in codes) for codes in ordered}
    assert named == {
        ("Socialpædagogisk støtte", "Gruppetilbud"),
        ("Støtte til psykisk trivsel", "Støtte til jeg-opbygning"),
    }
