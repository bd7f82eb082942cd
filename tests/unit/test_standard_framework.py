"""København's standard as shipped: whom it is for, the request, the levels, the conversation."""

from datetime import date

import pytest

from app.domain import rules
from app.domain.standard import Standard
from app.domain.standard_file import load_standard
from app.domain.standard_names import BUILT_IN_SECTIONS
from tests.koebenhavn import STANDARD, question, questions_for


@pytest.fixture(scope="module")
def standard() -> Standard:
    return load_standard(STANDARD)


def test_the_file_name_is_the_standards_id_and_version(standard: Standard) -> None:
    assert f"{standard.id}-{standard.version}.toml" == STANDARD.name


def test_the_standard_is_approved_yearly_and_was_valid_in_2007(standard: Standard) -> None:
    assert (standard.valid_from, standard.valid_until) == (date(2007, 1, 1), date(2007, 12, 31))
    assert (standard.approval.body, standard.approval.interval_months) == ("Socialudvalget", 12)
    assert [r.id for r in standard.rules if isinstance(r, rules.Expired)] == ["expired"]


def test_the_source_is_marked_as_a_draft_of_2007(standard: Standard) -> None:
    assert standard.source.is_draft
    assert "2007" in standard.source.note


def test_the_standard_says_how_it_is_ordered_and_that_training_has_its_own(
    standard: Standard,
) -> None:
    about = next(p for p in standard.passages if p.id == "about_standard")
    assert {"KBH-002", "KBH-003"} <= set(about.ids)
    order = ["bevilget", "givet", "krav", "følger op", "klager"]
    places = [about.paragraphs[0].index(word) for word in order]
    assert places == sorted(places)
    assert "Vedligeholdende træning" in about.paragraphs[1]
    assert questions_for(standard, "KBH-003") == {"training_discussed", "training_outcome"}


def test_the_four_objectives_stand(standard: Standard) -> None:
    first_words = [o.split(":")[0] for o in standard.objectives]
    assert first_words == [
        "Hjælp til selvhjælp",
        "Sammenhæng",
        "Fleksibel hjælp",
        "Mest mulig hjælp for pengene",
    ]


def test_the_citizens_own_part_is_asked(standard: Standard) -> None:
    assert questions_for(standard, "KBH-005") == {"resources", "own_part"}


def test_a_lasting_change_of_needs_is_to_be_reported(standard: Standard) -> None:
    assert "KBH-006" in next(p for p in standard.passages if p.id == "report_changes").ids


def test_the_standard_is_for_citizens_of_18_to_65(standard: Standard) -> None:
    assert (standard.age_from, standard.age_to) == (18, 65)
    (rule,) = [r for r in standard.rules if isinstance(r, rules.AgeRange)]
    assert "Sundheds- og Omsorgsforvaltningen" in rule.text


def test_at_65_the_citizen_chooses(standard: Standard) -> None:
    (rule,) = [r for r in standard.rules if isinstance(r, rules.AgeChoice)]
    assert rule.age == 65


def test_a_temporary_need_is_sent_to_the_other_department(standard: Standard) -> None:
    (rule,) = [r for r in standard.rules if isinstance(r, rules.ConditionElsewhere)]
    assert (rule.field, rule.value) == ("permanence", "temporary")
    assert "Sundheds- og Omsorgsforvaltningen" in rule.text


def test_the_target_group_decides_the_unit_and_each_unit_has_its_address(
    standard: Standard,
) -> None:
    units = {u.id: u for u in standard.units}
    decides = {g.id: units[g.unit].address for g in standard.target_groups}
    assert decides == {
        "disability": ("Bernstorffsgade 17, 2. sal", "1592 København V"),
        "mental_illness": ("Bernstorffsgade 17, 4. sal", "1592 København V"),
        "misuse": ("Bernstorffsgade 17, 4. sal", "1592 København V"),
    }


def test_the_legal_condition_names_function_and_social_problems(standard: Standard) -> None:
    for word in ("fysiske", "psykiske", "varigt", "særlige sociale problemer", "stort besvær"):
        assert word in standard.condition


def test_a_request_can_come_from_each_of_those_the_source_names(standard: Standard) -> None:
    assert [r.value for r in standard.requesters] == [
        "citizen",
        "relative",
        "gp",
        "hospital",
        "centre",
        "other",
    ]


def test_personal_and_practical_help_have_deadlines_of_their_own(standard: Standard) -> None:
    asked = [d for d in standard.deadlines if d.counted_from == "received"]
    found = {d.group: (d.days, d.unit, d.counted_from) for d in asked}
    assert found == {
        "personlig": (7, "calendar", "received"),
        "praktisk": (14, "calendar", "received"),
    }


def test_an_acute_need_does_not_move_the_deadline(standard: Standard) -> None:
    asked = [d for d in standard.deadlines if d.counted_from == "received"]
    assert all("akut" in d.text and "KBH-102" in d.ids for d in asked)


def test_a_companion_is_offered(standard: Standard) -> None:
    asked = question(standard, "household", "companion_offered")
    assert asked.kind == "yes_no"
    assert "bisidder" in asked.label


def test_every_service_rests_on_an_area_that_is_assessed(standard: Standard) -> None:
    assert len(standard.areas) == 11
    assert {s for a in standard.areas for s in a.services} == {s.id for s in standard.services}


def test_every_item_belongs_to_one_area(standard: Standard) -> None:
    listed = [i for a in standard.areas for i in a.items]
    items = [i for s in standard.services for i in s.items]
    assert sorted(listed) == sorted(i.id for i in items)
    for area in standard.areas:
        assert {i.id for i in items if i.area == area.id} == set(area.items)


def test_the_scale_has_four_levels_with_the_meanings_of_the_source(standard: Standard) -> None:
    assert standard.scale is not None
    meanings = {level.value: level.text for level in standard.scale.levels}
    assert list(meanings) == ["1", "2", "3", "4"]
    assert "ikke brug for hjælp eller støtte" in meanings["1"]
    for word in ("støtte", "holder øje", "motiverer", "vejleder", "lærer dig op", "kort periode"):
        assert word in meanings["2"]
    for word in ("svært ved", "aktivt", "stort behov", "motivation"):
        assert word in meanings["3"]
    assert "fysiske eller psykiske forhold" in meanings["4"]


def test_the_method_is_named(standard: Standard) -> None:
    assert standard.scale is not None
    assert "Funktionsevnemetoden" in standard.scale.method
    assert "KL" in standard.scale.method


def test_help_begins_at_level_2_and_the_level_never_decides_alone(standard: Standard) -> None:
    (rule,) = [r for r in standard.rules if isinstance(r, rules.MinimumLevel)]
    assert (rule.level, rule.services, rule.needs_reason) == ("2", (), True)
    assert "afgør ikke sagen alene" in rule.text


def test_taking_longer_is_a_reason_that_must_be_chosen(standard: Standard) -> None:
    reasons = {r.id: r for r in standard.reasons}
    assert "lidt længere" in reasons["takes_longer"].text
    assert "KBH-034" in reasons["takes_longer"].ids


def test_network_and_own_ability_are_asked(standard: Standard) -> None:
    assert {"network", "resources"} <= questions_for(standard, "KBH-035")


@pytest.mark.parametrize(
    ("kbh", "asked"),
    [
        ("KBH-040", {"daily_life", "family", "network"}),
        ("KBH-041", {"managing_personal_care", "managing_housekeeping", "managing_contact"}),
        ("KBH-045", {"matters_most", "greatest_need"}),
        ("KBH-046", {"regain", "contribution"}),
        ("KBH-048", {"training_discussed", "training_outcome"}),
        ("KBH-049", {"other_effort", "other_effort_plan"}),
        ("KBH-050", {"contact_mediated", "contact_mediated_to"}),
        ("KBH-051", {"filled_in_together"}),
        (
            "KBH-052",
            {
                "informed_free_choice",
                "informed_free_choice_on",
                "informed_self_chosen",
                "informed_self_chosen_on",
            },
        ),
    ],
)
def test_the_conversation_asks_what_the_source_asks(
    standard: Standard, kbh: str, asked: set[str]
) -> None:
    assert questions_for(standard, kbh) == asked


def test_contact_can_be_mediated_to_each_centre(standard: Standard) -> None:
    centres = question(standard, "conversation", "contact_mediated_to").options
    assert {o.value for o in centres} == {u.id for u in standard.provider.municipal}


def test_the_spouse_rule_touches_practical_help_only(standard: Standard) -> None:
    (rule,) = [r for r in standard.rules if isinstance(r, rules.HouseholdCapacity)]
    assert set(rule.relations) == {"spouse", "cohabitant"}
    practical = {s.id for s in standard.services if s.group == "praktisk"}
    assert set(rule.services) == practical == {"rengoering", "toejvask", "indkoeb"}


def test_children_under_18_take_only_a_share_that_fits_their_age(standard: Standard) -> None:
    (rule,) = [r for r in standard.rules if isinstance(r, rules.ChildrenShare)]
    assert rule.age_under == 18
    assert "maddag" in rule.text


def test_the_sections_stand_in_the_order_of_the_visit(standard: Standard) -> None:
    assert tuple(s.id for s in standard.sections)[:10] == BUILT_IN_SECTIONS[:10]
