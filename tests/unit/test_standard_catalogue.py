"""København's catalogue as shipped: services, items, extents, proposals and rules."""

import pytest

from app.domain import rules
from app.domain.standard import Standard
from app.domain.standard_file import load_standard
from app.domain.values import Extent
from tests.koebenhavn import STANDARD, item, service


@pytest.fixture(scope="module")
def standard() -> Standard:
    return load_standard(STANDARD)


def test_the_catalogue_holds_six_services_and_53_items(standard: Standard) -> None:
    counted = {s.id: len(s.items) for s in standard.services}
    assert counted == {
        "personlig_pleje": 17,
        "psykisk_pleje": 6,
        "ernaering": 5,
        "rengoering": 12,
        "toejvask": 5,
        "indkoeb": 8,
    }


@pytest.mark.parametrize(
    ("service_id", "extent"),
    [
        ("personlig_pleje", Extent(unit="as_needed")),
        ("psykisk_pleje", Extent(unit="as_needed")),
        ("ernaering", Extent(times=3, up_to=4, unit="day")),
        ("rengoering", Extent(times=1, every=2, unit="week")),
        ("toejvask", Extent(times=1, every=2, unit="week")),
        ("indkoeb", Extent(times=1, unit="week")),
    ],
)
def test_each_service_has_the_extent_of_the_source(
    standard: Standard, service_id: str, extent: Extent
) -> None:
    assert service(standard, service_id).extent == extent


def test_a_bath_is_given_once_or_twice_a_week(standard: Standard) -> None:
    bath = item(standard, "personlig_pleje", "bad")
    assert bath.extent == Extent(times=1, up_to=2, unit="week")


def test_practical_help_comes_on_weekdays_by_day(standard: Standard) -> None:
    for service_id in ("rengoering", "toejvask"):
        found = service(standard, service_id)
        assert found.weekdays == (0, 1, 2, 3, 4)
        assert not {"evening", "night"} & set(found.time_window)


def test_only_two_kinds_of_psychosocial_care_are_given_round_the_clock(
    standard: Standard,
) -> None:
    found = service(standard, "psykisk_pleje").items
    assert {i.id for i in found if i.round_the_clock} == {"tryghedsopkald", "observationsbesoeg"}


def test_moving_is_granted_once_and_by_itself(standard: Standard) -> None:
    moving = item(standard, "psykisk_pleje", "ledsagelse_flytning")
    assert moving.single_grant
    assert moving.extent == Extent(unit="once")


def test_deep_cleaning_is_four_hours_once_a_year_in_place_of_another(standard: Standard) -> None:
    deep = item(standard, "rengoering", "grundig")
    assert (deep.hours_each, deep.max_per_year) == (4.0, 1)
    assert deep.replaces


@pytest.mark.parametrize(
    ("service_id", "special"),
    [
        ("rengoering", {"trappe", "koeleskab", "moebler"}),
        ("indkoeb", {"apotek", "bank_post", "toej"}),
    ],
)
def test_items_for_special_cases_are_marked(
    standard: Standard, service_id: str, special: set[str]
) -> None:
    assert {i.id for i in service(standard, service_id).items if i.special_case} == special


def test_schemes_need_an_approved_provider_and_the_source_names_none(standard: Standard) -> None:
    needing = {i.requires for s in standard.services for i in s.items if i.requires}
    assert needing == {"vaskeordning", "indkøbsordning"}
    assert standard.provider.schemes == ()


def test_the_limits_of_the_source_are_rules(standard: Standard) -> None:
    limits = {
        (r.service, r.quantity): r.limit
        for r in standard.rules
        if isinstance(r, rules.QuantityAbove)
    }
    assert limits == {
        ("rengoering", "area_m2"): 67.0,
        ("rengoering", "hours"): 4.0,
        ("indkoeb", "weight_kg"): 11.0,
        ("indkoeb", "shops"): 2.0,
        ("indkoeb", "supermarkets"): 1.0,
    }


def test_the_shopping_scheme_delivers_weekly_on_weekdays_from_8_to_18(standard: Standard) -> None:
    told = " ".join(service(standard, "indkoeb").delivery)
    for word in ("en gang om ugen", "hverdag", "8 og 18", "genbrugskasser", "køleelementer"):
        assert word in told.replace("én", "en")
    assert "pengene tilbage" in told


def test_what_is_not_covered_and_what_the_citizen_provides_is_said(standard: Standard) -> None:
    assert "gæster" in " ".join(service(standard, "ernaering").exclusions)
    assert "gæster" in " ".join(service(standard, "rengoering").exclusions)
    assert "husdyr" in " ".join(service(standard, "rengoering").limits)
    assert "indkøbsnet" in " ".join(service(standard, "indkoeb").citizen_provides)


def test_the_citizen_pays_for_the_wash_and_for_the_meals(standard: Standard) -> None:
    assert service(standard, "toejvask").user_payment
    assert item(standard, "ernaering", "madservice").user_payment


def test_at_level_2_nutrition_is_guidance_only(standard: Standard) -> None:
    (rule,) = [r for r in standard.rules if isinstance(r, rules.LevelLimitsItems)]
    assert (rule.levels, rule.items) == (("2",), ("ernaeringsvejledning",))
    (proposal,) = [p for p in standard.level_proposals if p.area == "ernaering" and "2" in p.levels]
    assert proposal.items == ("ernaeringsvejledning",)


def test_at_levels_3_and_4_nutrition_is_three_to_four_times_a_day(standard: Standard) -> None:
    found = [p for p in standard.level_proposals if p.area == "ernaering" and "2" not in p.levels]
    assert {v for p in found for v in p.levels} == {"3", "4"}
    assert {p.extent for p in found} == {Extent(times=3, up_to=4, unit="day")}


def test_each_area_has_one_proposal_for_each_level_with_help(standard: Standard) -> None:
    offered = [(p.area, level) for p in standard.level_proposals for level in p.levels]
    assert sorted(offered) == sorted((a.id, v) for a in standard.areas for v in ("2", "3", "4"))


def test_no_proposal_goes_beyond_what_the_rules_let_through(standard: Standard) -> None:
    for proposal in standard.level_proposals:
        chosen = [item(standard, proposal.service, i) for i in proposal.items]
        assert not any(i.special_case or i.requires or i.single_grant for i in chosen)


@pytest.mark.parametrize(
    "kind",
    [
        rules.MinimumLevel,
        rules.HouseholdCapacity,
        rules.ExtentAboveDefault,
        rules.QuantityAbove,
        rules.OutsideHours,
        rules.NotAlone,
        rules.LevelLimitsItems,
        rules.SpecialCase,
        rules.NeedsScheme,
        rules.ToolsMissing,
    ],
)
def test_each_warning_of_the_source_is_a_rule_that_asks_for_a_reason(
    standard: Standard, kind: type[rules.RuleBase]
) -> None:
    found = [r for r in standard.rules if isinstance(r, kind)]
    assert found
    assert all(r.needs_reason and r.ref and "KBH-201" in r.ids for r in found)


@pytest.mark.parametrize(
    ("service_id", "days"),
    [
        ("personlig_pleje", {"service": 2, "small": 7}),
        ("rengoering", {"service": 14}),
        ("toejvask", {"service": 14}),
        ("indkoeb", {"service": 7}),
    ],
)
def test_help_starts_within_the_days_of_the_source_the_specific_one_winning(
    standard: Standard, service_id: str, days: dict[str, int]
) -> None:
    assert {s.applies: s.days for s in service(standard, service_id).starts} == days
