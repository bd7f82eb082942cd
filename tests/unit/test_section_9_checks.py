"""The acceptance checks of the source on København's standard; 14 to 17 and 19 are the others'."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.domain.calendar import earliest_change
from app.domain.judgement.delivery import on_paper
from app.domain.records import Record, Swap
from app.domain.values import Extent, Quantities
from tests.factories import (
    DAILY,
    FORTNIGHT,
    ONCE,
    TODAY,
    WEEKLY,
    assessment,
    case,
    casefile,
    citizen,
    consent,
    decision,
    decision_item,
    departure,
    findings,
    grant,
    judged,
    koebenhavn,
    lacking,
    member,
    need,
    provider_choice,
    request,
    visit,
    whole_case,
    workplace_check,
)


def test_check_01_cleaning_at_level_1_is_below_the_standards_minimum() -> None:
    file = casefile(need(), assessment("rengoering", "1"))
    (finding,) = findings(file, "minimum_level")
    assert "Rengøring" in finding.text
    assert "»Klarer selv«" in finding.text
    assert "»Let støtte«" in finding.text
    assert finding.open
    assert finding.ref == "4.2.1"


def test_check_01_cleaning_at_level_2_is_within_the_standard() -> None:
    file = casefile(need(), assessment("rengoering", "2"))
    assert findings(file, "minimum_level") == []


def test_check_01_the_words_of_taking_longer_stand_only_in_a_reason_to_choose() -> None:
    standard = koebenhavn()
    assert [r.id for r in standard.reasons if "lidt længere" in r.text] == ["takes_longer"]
    assert not any("lidt længere" in rule.text for rule in standard.rules)


def test_check_02_a_healthy_cohabitant_concerns_practical_help() -> None:
    file = casefile(member(relation="cohabitant"), need(), need("n2", service="personlig_pleje"))
    (finding,) = findings(file, "healthy_partner")
    assert "samlever" in finding.text
    assert "Rengøring" in finding.text
    assert "Personlig pleje" not in finding.text


def test_check_02_personal_help_is_untouched_by_a_healthy_cohabitant() -> None:
    file = casefile(member(relation="cohabitant"), need("n2", service="personlig_pleje"))
    assert findings(file, "healthy_partner") == []


def test_check_02_an_ill_spouse_is_no_finding() -> None:
    file = casefile(member(relation="spouse", healthy=False), need())
    assert findings(file, "healthy_partner") == []


def test_check_03_a_child_of_15_is_not_counted_beyond_its_share() -> None:
    file = casefile(member(relation="child", birth_year=2011), need())
    (finding,) = findings(file, "children")
    assert "15 år" in finding.text
    assert findings(file, "healthy_partner") == []


def test_check_03_a_grown_child_is_no_child() -> None:
    file = casefile(member(relation="child", birth_year=2005), need())
    assert findings(file, "children") == []


def test_check_04_at_level_2_only_guidance_on_food_is_proposed() -> None:
    proposals = judged(casefile(assessment("ernaering", "2"))).proposals
    assert [p.items for p in proposals] == [("ernaeringsvejledning",)]


def test_check_04_at_level_3_help_with_meals_is_proposed_three_to_four_times_a_day() -> None:
    (proposal,) = judged(casefile(assessment("ernaering", "3"))).proposals
    assert "ernaeringsvejledning" not in proposal.items
    assert proposal.extent == Extent(times=3, up_to=4, unit="day")


def test_check_04_more_than_guidance_at_level_2_asks_for_a_reason() -> None:
    meals = grant(service="ernaering", items=("ernaeringsvejledning", "opvarmning"), extent=DAILY)
    (finding,) = findings(casefile(assessment("ernaering", "2"), meals), "nutrition_guidance_only")
    assert "Opvarmning" in finding.text
    assert "Ernæringsvejledning" not in finding.text
    assert finding.open


def test_check_05_cleaning_every_fortnight_on_weekdays_by_day_is_the_standards_own() -> None:
    cleaning = grant(
        extent=FORTNIGHT,
        weekdays=(0,),
        time_of_day=("forenoon",),
        quantities=Quantities(area_m2=67.0),
    )
    found = judged(casefile(cleaning)).findings
    assert [f.rule for f in found] == ["expired"]


def test_check_05_weekly_cleaning_asks_for_a_reason() -> None:
    (finding,) = findings(casefile(grant(extent=WEEKLY)), "extent")
    assert "1 gang om ugen" in finding.text
    assert "hver 14. dag" in finding.text
    assert finding.open


def test_check_05_the_written_reason_stays_with_the_finding() -> None:
    file = casefile(grant(extent=WEEKLY), departure("extent:g1", "Hun har astma."))
    (finding,) = findings(file, "extent")
    assert finding.reason == "Hun har astma."
    assert not finding.open


@pytest.mark.parametrize(
    "outside", [{"weekdays": (5,)}, {"time_of_day": ("evening",)}, {"time_of_day": ("night",)}]
)
def test_check_05_cleaning_outside_weekday_daytime_asks_for_a_reason(
    outside: dict[str, Any],
) -> None:
    (finding,) = findings(casefile(grant(**outside)), "outside_hours")
    assert finding.open


def test_check_05_more_than_67_square_metres_asks_for_a_reason() -> None:
    wide = grant(quantities=Quantities(area_m2=67.5))
    (finding,) = findings(casefile(wide), "cleaning_area")
    assert "67,5" in finding.text


def test_check_06_one_deep_cleaning_a_year_of_four_hours_is_the_standards_own() -> None:
    once = grant(
        items=("grundig",),
        extent=Extent(times=1, unit="year"),
        quantities=Quantities(hours=4.0),
    )
    assert [f.rule for f in judged(casefile(once)).findings] == ["expired"]


def test_check_06_a_second_deep_cleaning_in_the_same_year_asks_for_a_reason() -> None:
    first = grant("g1", items=("grundig",), extent=ONCE, starts_on=date(2027, 3, 1))
    second = grant("g2", items=("grundig",), extent=ONCE, starts_on=date(2027, 9, 1))
    (finding,) = findings(casefile(first, second), "deep_cleaning_yearly")
    assert finding.open
    assert finding.grant == "g2"


def test_check_06_deep_cleanings_in_two_years_are_the_standards_own() -> None:
    first = grant("g1", items=("grundig",), extent=ONCE, starts_on=date(2026, 12, 1))
    second = grant("g2", items=("grundig",), extent=ONCE, starts_on=date(2027, 9, 1))
    assert findings(casefile(first, second), "deep_cleaning_yearly") == []


@pytest.mark.parametrize(
    ("rule", "quantities"),
    [
        ("shopping_weight", Quantities(weight_kg=12.0)),
        ("shopping_shops", Quantities(shops=3)),
        ("shopping_supermarkets", Quantities(supermarkets=2)),
    ],
)
def test_check_07_shopping_above_its_limits_asks_for_a_reason(
    rule: str, quantities: Quantities
) -> None:
    shopping = grant(
        service="indkoeb", items=("personligt_indkoeb",), extent=WEEKLY, quantities=quantities
    )
    (finding,) = findings(casefile(shopping), rule)
    assert finding.open


def test_check_07_shopping_at_its_limits_is_the_standards_own() -> None:
    limits = Quantities(weight_kg=11.0, shops=2, supermarkets=1)
    shopping = grant(
        service="indkoeb", items=("personligt_indkoeb",), extent=WEEKLY, quantities=limits
    )
    assert [f.rule for f in judged(casefile(shopping)).findings] == ["expired"]


def test_check_08_a_request_of_2_march_is_due_on_9_and_16_march() -> None:
    file = casefile(
        request(received_on=date(2026, 3, 2)),
        need("n1", group="personlig"),
        need("n2", group="praktisk"),
    )
    due = {d.rule: d.due for d in judged(file, today=date(2026, 3, 3)).deadlines}
    assert due["personal_decision"] == date(2026, 3, 9)
    assert due["practical_decision"] == date(2026, 3, 16)


def test_check_09_a_change_of_provider_asked_on_10_may_begins_on_1_july() -> None:
    assert earliest_change(date(2026, 5, 10), koebenhavn().provider) == date(2026, 7, 1)


def test_check_09_an_earlier_change_asks_for_its_reason() -> None:
    asked = date(2026, 5, 10)
    early = provider_choice(is_change=True, requested_on=asked, starts_on=date(2026, 6, 1))
    (missing,) = lacking(casefile(early), "early_reason")
    assert not missing.blocks
    assert missing.params["earliest"] == "1/7 2026"
    reasoned = msgspec.structs.replace(early, early_reason="Borgeren er utryg.")
    assert lacking(casefile(reasoned), "early_reason") == []


def swapped(days_ago: Sequence[int], to: str = "indkoeb") -> list[Swap]:
    """Make swaps of cleaning so many days ago."""
    days = [TODAY - timedelta(days=n) for n in days_ago]
    return [
        Swap(id=f"b{n}", case="k1", swapped_on=d, from_service="rengoering", to_service=to)
        for n, d in enumerate(days)
    ]


def test_check_10_a_fourth_swap_in_two_months_asks_for_a_reassessment() -> None:
    (finding,) = findings(whole_case(*swapped((50, 30, 20, 10))), "swaps")
    assert "4" in finding.text
    assert finding.anchor.section == "after"
    assert not finding.needs_reason
    assert judged(whole_case(*swapped((50, 30, 20, 10)))).blocked == ()


def test_check_10_three_swaps_ask_for_nothing() -> None:
    assert findings(whole_case(*swapped((30, 20, 10))), "swaps") == []


def test_check_11_without_consent_the_decision_rests_on_the_existing_basis() -> None:
    refused = whole_case(consent("obtain", "no"))
    assert [f.anchor.section for f in findings(refused, "consent_refused")] == ["consent"]
    assert [m.blocks for m in lacking(refused, "existing_basis")] == [True]
    made = whole_case(
        consent("obtain", "no"),
        decision(existing_basis=True, missing_information="Lægens oplysninger."),
    )
    assert judged(made).blocked == ()


@pytest.mark.parametrize(
    ("key", "gone"),
    [
        ("grant_items", grant(items=())),
        ("grant_extent", grant(extent=None)),
        ("facts", decision(facts="")),
        ("sender_unit", case(unit="")),
        ("outcome", decision_item(outcome="")),
        ("enclosure_workplace", workplace_check(done_on=None)),
    ],
)
def test_check_12_a_missing_content_or_enclosure_blocks_with_a_named_reason(
    key: str, gone: Record
) -> None:
    assert judged(whole_case()).blocked == ()
    assert [m.key for m in judged(whole_case(gone)).blocked] == [f"missing.{key}"]


def test_check_12_the_papers_of_the_case_and_the_sheets_go_with_the_letter() -> None:
    assert [e.id for e in koebenhavn().enclosures if e.required] == [
        "summary",
        "assessment_form",
        "consents",
        "workplace",
        "free_choice",
        "self_chosen",
        "personal_data",
    ]


def test_check_13_the_next_visit_is_agreed_or_explained() -> None:
    assert [m.blocks for m in lacking(whole_case(visit(next_visit=None)), "next_visit")] == [True]
    explained = whole_case(visit(next_visit=None, next_visit_reason="Hjælpen er én gang."))
    assert lacking(explained, "next_visit") == []


def test_check_13_permanent_help_is_seen_again_within_twelve_months() -> None:
    late = visit(next_visit=date(2027, 11, 24))
    (missing,) = lacking(whole_case(late), "next_visit_late")
    assert not missing.blocks
    assert missing.params["latest"] == "23/11 2027"
    in_time = visit(next_visit=date(2027, 11, 23))
    assert lacking(whole_case(in_time), "next_visit_late") == []


def test_check_18_turning_65_within_the_period_asks_for_the_choice() -> None:
    turning = citizen(birth_date=date(1962, 3, 1))
    (finding,) = findings(casefile(turning, grant()), "age_choice")
    assert "1/3 2027" in finding.text


def test_check_18_a_choice_made_is_not_asked_for_again() -> None:
    turning = citizen(birth_date=date(1962, 3, 1), turning_choice="stay")
    assert findings(casefile(turning, grant()), "age_choice") == []


def test_check_18_help_that_ends_before_the_birthday_asks_nothing() -> None:
    turning = citizen(birth_date=date(1962, 3, 1))
    short = grant(ends_on=date(2027, 2, 28))
    assert findings(casefile(turning, short), "age_choice") == []


def test_check_20_whoever_is_exempt_from_digital_post_gets_paper() -> None:
    assert on_paper(citizen(digital_post="exempt"))
    assert not on_paper(citizen(digital_post="digital"))


def test_a_reason_typed_at_a_finding_lets_the_decision_be_locked() -> None:
    weekly = whole_case(grant(extent=WEEKLY))
    assert [m.key for m in judged(weekly).blocked] == ["missing.finding_reason"]
    reasoned = whole_case(grant(extent=WEEKLY), departure("extent:g1", "Hun har astma."))
    assert judged(reasoned).blocked == ()


def test_each_of_the_twenty_checks_is_a_test_by_name() -> None:
    files = Path(__file__).parent.glob("test_*.py")
    named = {
        int(number)
        for file in files
        for number in re.findall(r"def test_check_(\d\d)_", file.read_text(encoding="utf-8"))
    }
    assert named == set(range(1, 21))
