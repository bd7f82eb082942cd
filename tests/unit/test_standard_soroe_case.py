"""Sorø's standard on a case: what it finds, and the days it counts."""

from datetime import date

import pytest

from app.domain.case_records import ActionPlan, Complaint, HospitalStay
from app.domain.judgement import judge
from app.domain.records import Request
from tests import factories as make
from tests.soroe import (
    COURSE,
    GROUP,
    SUPPORT,
    answer,
    deadlines,
    decided,
    file,
    findings,
    grant,
    granted,
    level,
    need,
    overall,
    soroe,
)

LATER = date(2021, 8, 1)


def days(found: list[str]) -> list[date]:
    return [date.fromisoformat(day) for day in found]


def test_check_14_support_of_15_january_is_looked_at_on_15_july() -> None:
    (first,) = deadlines(decided(), "follow_up")
    assert (first.due, first.counted_from) == (date(2021, 7, 15), date(2021, 1, 15))
    assert not first.met


def test_check_14_the_status_report_is_due_four_weeks_before_on_17_june() -> None:
    (report,) = deadlines(decided(), "status_report")
    assert report.due == date(2021, 6, 17)


def test_check_14_later_follow_ups_come_once_a_year() -> None:
    seen = deadlines(decided(), "follow_up", date(2023, 1, 1))
    assert [d.due for d in seen] == days(["2021-07-15", "2022-07-15", "2023-07-15"])
    reports = deadlines(decided(), "status_report", date(2023, 1, 1))
    assert [d.due for d in reports] == days(["2021-06-17", "2022-06-17", "2023-06-17"])


def test_check_16_support_at_overall_level_b_is_outside_the_target_group() -> None:
    (found,) = findings(file(need(), overall("B")), "outside_target_group")
    assert "»Let«" in found.text
    assert "uden for målgruppen" in found.text
    for offered in ("Åben rådgivning", "gruppeforløb", "individuelt forløb"):
        assert offered in found.text
    assert found.open
    assert found.needs_reason


@pytest.mark.parametrize("value", ["C", "D", "E"])
def test_check_16_support_from_overall_level_c_is_within_the_target_group(value: str) -> None:
    assert findings(file(need(), overall(value)), "outside_target_group") == []


@pytest.mark.parametrize("service", [GROUP, COURSE])
def test_check_16_the_lower_steps_ask_for_no_overall_level(service: str) -> None:
    assert findings(file(need(service), overall("A")), "outside_target_group") == []


def stay(kind: str, until: str) -> HospitalStay:
    return HospitalStay(
        id="h1",
        case="k1",
        kind=kind,  # type: ignore[arg-type]
        support_from=date(2021, 8, 1),
        support_until=date.fromisoformat(until),
    )


@pytest.mark.parametrize(
    ("kind", "rule", "last", "beyond", "limit"),
    [
        ("admission", "stay_support", "2021-08-08", "2021-08-09", "8"),
        ("relief", "stay_support", "2021-08-08", "2021-08-09", "8"),
        ("discharge", "discharge_support", "2021-08-14", "2021-08-15", "14"),
    ],
)
def test_check_19_support_around_a_stay_is_found_the_day_after_the_last(
    kind: str, rule: str, last: str, beyond: str, limit: str
) -> None:
    assert findings(decided(stay(kind, last)), rule, LATER) == []
    (found,) = findings(decided(stay(kind, beyond)), rule, LATER)
    assert f"{int(limit) + 1} dage" in found.text
    assert f"op til {limit} dage" in found.text


def test_an_individual_course_runs_for_at_most_six_months() -> None:
    within = file(need(COURSE), grant(COURSE, ends_on=date(2021, 8, 1)))
    assert findings(within, "course_length") == []
    (found,) = findings(
        file(need(COURSE), grant(COURSE, ends_on=date(2021, 8, 2))), "course_length"
    )
    assert "6 måneder" in found.text
    assert found.grant == "g1"


def test_support_may_run_until_its_goals_are_reached() -> None:
    long = file(need(), grant(ends_on=date(2024, 1, 1)))
    assert findings(long, "course_length") == []


def test_an_individual_course_is_talked_of_ten_weeks_after_its_start() -> None:
    course = grant(COURSE, ends_on=date(2021, 7, 31))
    (found,) = deadlines(decided(need(COURSE), course), "follow_up")
    assert (found.due, found.counted_from) == (date(2021, 4, 12), date(2021, 2, 1))
    assert deadlines(decided(need(COURSE), course), "status_report") == []


def test_a_group_course_has_no_follow_up_but_its_own_ending() -> None:
    course = grant(GROUP, ends_on=date(2021, 7, 31))
    assert deadlines(decided(need(GROUP), course), "follow_up") == []


def test_a_decision_on_support_is_due_within_12_weeks() -> None:
    asked = Request(id="r1", case="k1", received_on=date(2021, 1, 11))
    (found,) = deadlines(file(asked, need()), "support_decision")
    assert found.due == date(2021, 4, 5)
    assert deadlines(file(asked, need(GROUP)), "support_decision") == []


def test_support_starts_on_the_date_in_the_grant() -> None:
    (found,) = deadlines(decided(), "provider_start")
    assert found.due == date(2021, 2, 1)


def test_support_asks_for_each_lower_step_to_be_considered() -> None:
    (found,) = findings(file(need(), overall("C", "raadgivning")), "stair_order")
    assert "Ikke overvejet: Gruppeforløb, Individuelt forløb" in found.text
    done = overall("C", "raadgivning", "gruppe", "individuel")
    assert findings(file(need(), done), "stair_order") == []


def test_one_who_begins_higher_is_met_with_a_reason_and_no_refusal() -> None:
    why = "Du kan ikke være sammen med mange mennesker endnu."
    (found,) = findings(file(need(), overall("D", step_reason=why)), "stair_order")
    assert not found.open
    assert found.reason == why


def test_a_citizen_may_stand_on_several_steps_at_once() -> None:
    both = file(
        need(),
        need(GROUP, "n2"),
        grant(),
        grant(GROUP, "g2"),
        overall("C", "raadgivning", "individuel", steps_now=("gruppe", "stoette")),
    )
    assert findings(both, "stair_order") == []


def test_each_exclusion_that_is_named_is_found_by_itself() -> None:
    named = answer("limits", "not_covered", "training", "transport_doctor")
    found = findings(file(need(), named), "not_covered")
    assert len(found) == 2
    assert "§ 86" in found[0].text
    assert "Transport til læge" in found[1].text
    assert findings(file(need(GROUP), named), "not_covered") == []


def test_support_asks_for_the_cause_of_the_need() -> None:
    assert len(findings(file(need()), "cause_missing")) == 1
    known = answer("limits", "cause", "mental", "social")
    assert findings(file(need(), known), "cause_missing") == []
    assert findings(file(need(), known), "no_cause") == []
    none = answer("limits", "cause", choices=("none",))
    assert len(findings(file(need(), none), "no_cause")) == 1


def test_a_course_asks_whether_it_can_improve_or_prevent() -> None:
    (found,) = findings(file(need(GROUP)), "gain_missing")
    assert "Kan tilbuddet gøre din hverdag lettere" in found.text
    no = answer("kompasset", "can_improve", "no")
    assert len(findings(file(need(GROUP), no), "no_gain")) == 1
    assert findings(file(need(), no), "no_gain") == []


@pytest.mark.parametrize(
    ("question", "value", "rule"),
    [
        ("lives_in_soroe", "no", "not_resident"),
        ("housing", "round_the_clock", "housing_outside"),
        ("housing", "care_home", "housing_outside"),
        ("care_dominates", "yes", "care_dominates"),
    ],
)
def test_who_the_standard_is_for_is_asked_and_found(question: str, value: str, rule: str) -> None:
    assert len(findings(file(need(), answer("household", question, value)), rule)) == 1
    within = {"lives_in_soroe": "yes", "housing": "shared", "care_dominates": "no"}[question]
    assert findings(file(need(), answer("household", question, within)), rule) == []


def test_one_of_17_years_is_outside_the_ages() -> None:
    young = make.citizen(birth_date=date(2003, 6, 1))
    (found,) = findings(file(need(), young), "age_range")
    assert "17 år" in found.text
    assert "18 år" in found.text
    old = make.citizen(birth_date=date(1946, 6, 1))
    assert findings(file(need(), old), "age_range") == []


def test_below_pension_age_an_action_plan_is_considered() -> None:
    (found,) = findings(file(need(), grant()), "action_plan")
    assert found.needs_reason
    offered = ActionPlan(id="a1", case="k1", offered_on=date(2021, 1, 11), wish="no")
    assert findings(file(need(), grant(), offered), "action_plan") == []
    retired = make.citizen(birth_date=date(1950, 1, 1))
    assert findings(file(need(), grant(), retired), "action_plan") == []
    assert findings(file(need(GROUP), grant(GROUP)), "action_plan") == []


def test_an_area_left_open_is_no_omission() -> None:
    some = judge(file(need(), level("samtale", "2")), soroe(), make.denmark(), LATER)
    none = judge(file(need()), soroe(), make.denmark(), LATER)
    assert not {m.key for m in some.missing} & {"missing.levels", "missing.no_levels"}
    assert "missing.no_levels" in {m.key for m in none.missing}


@pytest.mark.parametrize(
    ("values", "proposed"),
    [(("0",), "A"), (("0", "1"), "B"), (("2", "0"), "C"), (("3", "1"), "D"), (("4", "2"), "E")],
)
def test_the_overall_level_proposed_is_that_of_the_hardest_area(
    values: tuple[str, ...], proposed: str
) -> None:
    areas = ("samtale", "goere_rent")
    assessed = [level(a, v) for a, v in zip(areas, values, strict=False)]
    judgement = judge(file(*assessed), soroe(), make.denmark(), LATER)
    assert judgement.overall_proposal == proposed


def test_one_who_calls_for_another_has_the_citizens_consent_noted() -> None:
    asked = Request(id="r1", case="k1", received_from="relative", caller="Bror")
    judgement = judge(file(asked, need()), soroe(), make.denmark(), LATER)
    assert "missing.caller_consent" in {m.key for m in judgement.missing}


def test_a_home_that_is_not_ready_never_takes_the_support_away() -> None:
    smoky = make.workplace_item("luft.roeg", "action")
    (found,) = findings(file(need(), grant(), smoky, make.workplace_check()), "safe_workplace")
    assert "Ingen ryger" in found.text
    assert "Støtten falder ikke bort" in found.text


def test_a_complaint_is_reassessed_within_four_weeks() -> None:
    came = Complaint(id="q1", case="k1", received_on=date(2021, 3, 1), about="decision")
    found = deadlines(decided(came), "complaint_reassessed", date(2021, 3, 2))
    assert [d.due for d in found] == [date(2021, 3, 29)]


def test_support_for_one_of_pension_age_stays_under_serviceloven() -> None:
    retired = make.citizen(birth_date=date(1950, 1, 1))
    (found,) = findings(file(need(), retired), "elder_care_act", date(2026, 1, 5))
    assert "Støtte efter § 85 kan stadig gives" in found.text


def test_granting_what_is_within_the_standard_leaves_nothing_open() -> None:
    whole = file(
        need(),
        grant(),
        granted(),
        make.decision(),
        overall("C", "raadgivning", "gruppe", "individuel"),
        answer("limits", "cause", choices=("mental",)),
        ActionPlan(id="a1", case="k1", offered_on=date(2021, 1, 11), wish="yes"),
    )
    judgement = judge(whole, soroe(), make.denmark(), date(2021, 1, 15))
    assert [f.rule for f in judgement.findings if f.open] == []
    assert SUPPORT in {g.service for g in whole.grants}
