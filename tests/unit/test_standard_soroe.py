"""Sorø's standard as shipped: the catalogue, whom it is for, levels, stair, and what follows."""

from datetime import date
from typing import get_args, get_type_hints

import pytest

from app.domain import rules
from app.domain.standard import LetterText, Service, Standard, Unit
from app.domain.standard_file import load_standard
from app.domain.values import Interpreter
from tests.factories import denmark
from tests.koebenhavn import question, service
from tests.soroe import AS_OF, COUNSELLING, COURSE, GROUP, STANDARD, SUPPORT


@pytest.fixture(scope="module")
def standard() -> Standard:
    return load_standard(STANDARD)


def passage(standard: Standard, passage_id: str) -> LetterText:
    return next(p for p in standard.passages if p.id == passage_id)


def told(text: LetterText) -> str:
    return " ".join((*text.paragraphs, *text.bullets))


def sheet(standard: Standard, sheet_id: str) -> dict[str, LetterText]:
    found = next(s for s in standard.sheets if s.id == sheet_id)
    return {p.id: p for p in found.passages}


def options(standard: Standard, section: str, name: str) -> dict[str, str]:
    return {o.value: o.name for o in question(standard, section, name).options}


def test_the_file_name_is_the_standards_id_and_version(standard: Standard) -> None:
    assert f"{standard.id}-{standard.version}.toml" == STANDARD.name


def test_the_standard_was_approved_on_11_january_2021(standard: Standard) -> None:
    assert standard.approval.approved_on == standard.valid_from == AS_OF
    assert standard.approval.body == "Social og Sundhedsudvalget"
    assert standard.approval.interval_months is None
    assert standard.valid_until is None


def test_the_three_aims_of_the_standard_stand(standard: Standard) -> None:
    assert len(standard.objectives) == 3
    for word, aim in zip(
        ("normalt giver", "pligter", "regne med"), standard.objectives, strict=True
    ):
        assert word in aim


def test_the_standard_is_for_adults_from_18_in_their_own_homes(standard: Standard) -> None:
    assert (standard.age_from, standard.age_to) == (18, None)
    homes = options(standard, "household", "housing")
    assert set(homes) == {"own", "shared", "round_the_clock", "care_home"}
    assert "opgangsfællesskab" in homes["shared"]


def test_the_authority_is_social_service_with_its_numbers(standard: Standard) -> None:
    (unit,) = standard.units
    assert (unit.name, unit.phones) == ("Social Service", ("57 87 62 10", "57 87 60 00"))
    assert unit.email == "socialservice@soroe.dk"
    assert unit.address == ("Rådhusvej 8", "4180 Sorø")
    assert unit.hours == "kl. 11-12"
    assert {g.unit for g in standard.target_groups} == {unit.id}


def test_each_fact_of_a_unit_has_the_day_of_the_source(standard: Standard) -> None:
    units: tuple[Unit, ...] = (*standard.units, *standard.provider.municipal)
    assert {u.as_of for u in units} == {AS_OF}


def test_the_way_in_is_kompasset_without_visitation_or_appointment(standard: Standard) -> None:
    kompasset = next(u for u in standard.provider.municipal if u.id == "kompasset")
    assert kompasset.address == ("Dr. Kaarsbergsvej 7", "4180 Sorø")
    assert kompasset.phones == ()
    counselling = service(standard, COUNSELLING)
    assert not counselling.visitated
    assert "uden en aftale" in " ".join(counselling.covers)


def test_after_screening_come_talks_a_course_or_individual_support(standard: Standard) -> None:
    assert question(standard, "kompasset", "screening_on").kind == "date"
    assert question(standard, "kompasset", "advisory_talks").kind == "number"
    referred = options(standard, "kompasset", "referred_to")
    assert set(referred) == {"talks", "group", "individual", "social_service"}
    assert "1-3" in question(standard, "kompasset", "advisory_talks").hint


def test_others_may_call_only_with_consent(standard: Standard) -> None:
    assert {"relative", "gp", "hospital", "misuse_centre"} <= {r.value for r in standard.requesters}
    consent = next(c for c in standard.consents if c.id == "contact")
    for word in ("pårørende", "læge", "sygehus", "misbrugscenter"):
        assert word in consent.parties
    (rule,) = [r for r in standard.rules if r.id == "contact_refused"]
    assert "får ikke noget at vide" in rule.text


def test_an_interpreter_speaks_or_signs(standard: Standard) -> None:
    assert {"speech", "sign"} <= set(get_args(get_type_hints(Interpreter)["kind"]))
    household = standard.section("household")
    assert household is not None
    assert "i tale eller på tegnsprog" in household.help
    assert "i tale eller på tegnsprog" in told(sheet(standard, "duties")["your_rights"])


def test_a_relative_may_take_part_and_a_companion_always(standard: Standard) -> None:
    assert "pårørende" in question(standard, "household", "expresses_needs").hint
    assert "altid" in question(standard, "household", "companion_offered").hint


def test_the_method_is_vum_and_needs_are_judged_one_by_one(standard: Standard) -> None:
    assert standard.scale is not None
    assert "VUM" in standard.scale.method
    assert "netop din situation" in standard.condition.replace("lige ", "")


def test_the_four_principles_of_disability_policy_are_told(standard: Standard) -> None:
    said = [b.split(":")[0] for b in sheet(standard, "duties")["principles"].bullets]
    assert said == ["Kompensation", "Solidaritet", "Ligebehandling", "Sektoransvar"]
    assert (
        passage(standard, "principles").bullets == sheet(standard, "duties")["principles"].bullets
    )


def test_the_grant_states_purpose_and_goals_and_a_refusal_its_reasons(standard: Standard) -> None:
    goals = standard.section("goals")
    assert goals is not None
    assert "bevillingen" in goals.help
    rights = told(sheet(standard, "duties")["your_rights"])
    assert "skriftlig begrundelse" in rights
    assert "hvordan du klager" in rights


def test_access_to_the_case_is_asked_for_at_social_service(standard: Standard) -> None:
    rights = told(sheet(standard, "duties")["your_rights"])
    assert "aktindsigt. Spørg Social Service" in rights
    assert "soroe.dk" in told(passage(standard, "about_standard"))


def test_rehabilitation_has_seven_aims_and_two_definitions(standard: Standard) -> None:
    text = passage(standard, "rehabilitation")
    assert len(text.bullets) == 7
    assert text.paragraphs[0].startswith("Rehabilitering")
    assert text.paragraphs[1].startswith("Habilitering")


def test_the_areas_are_chosen_and_none_must_be_filled(standard: Standard) -> None:
    assert standard.scale is not None
    assert standard.scale.chosen_areas
    assert len(standard.areas) == 31
    groups = {g.id: g.name for g in standard.groups}
    named = {groups[a.group] for a in standard.areas}
    for word in (
        "Praktiske opgaver",
        "Personlig pleje",
        "Mobilitet",
        "Kommunikation",
        "Socialt liv",
    ):
        assert any(word in name for name in named)


def test_function_levels_run_from_0_to_4(standard: Standard) -> None:
    assert standard.scale is not None
    levels = {v.value: v.name for v in standard.scale.levels}
    names = ("Ingen", "Lette", "Moderate", "Svære", "Totale")
    assert levels == dict(zip("01234", names, strict=True))


def test_the_overall_assessment_runs_from_a_to_e_and_decides_nothing(standard: Standard) -> None:
    assert standard.overall is not None
    assert [v.value for v in standard.overall.scale.levels] == list("ABCDE")
    assert "afgør ikke" in standard.overall.note
    found = {p.level: p.areas_at for p in standard.overall.proposals}
    assert found == {level: (value,) for level, value in zip("ABCDE", "01234", strict=True)}


def test_support_at_home_is_reached_from_overall_level_c(standard: Standard) -> None:
    assert standard.overall is not None
    assert standard.overall.access == ("C", "D", "E")
    (rule,) = [r for r in standard.rules if isinstance(r, rules.OverallAccess)]
    assert rule.services == (SUPPORT,)


def test_an_action_plan_is_offered_below_pension_age_and_wished_for(standard: Standard) -> None:
    assert "action_plan" in standard.documents.used
    assert "Den er frivillig" in standard.documents.action_plan_text
    law = standard.law(standard.documents.action_plan_law, AS_OF)
    assert law is not None
    assert "§ 141" in law.text


def test_the_stair_goes_from_counselling_to_a_home_with_support(standard: Standard) -> None:
    assert standard.stair is not None
    assert standard.stair.several
    steps = [s.services for s in standard.stair.steps]
    assert steps == [(COUNSELLING,), (GROUP,), (COURSE,), (SUPPORT,), ()]


def test_what_the_citizen_may_expect_of_staff_is_told(standard: Standard) -> None:
    words = sheet(standard, "duties")["staff"].bullets
    assert len(words) == 5
    for word, said in zip(
        ("uddannelse", "mål", "normer", "børneattest", "billedkort"), words, strict=True
    ):
        assert word in said


def test_the_citizen_has_eight_duties(standard: Standard) -> None:
    duties = sheet(standard, "duties")["you_do"].bullets
    words = ("vil gerne", "aktivt", "aftalt", "trygt", "ryger", "luftfrisker", "ind", "kl. 9.00")
    assert len(duties) == 8
    assert all(word in duty for word, duty in zip(words, duties, strict=True))


def test_the_duties_go_with_the_decision_and_are_points_of_the_home(standard: Standard) -> None:
    assert next(e for e in standard.enclosures if e.id == "duties").required
    asked = {p.id for p in standard.workplace.points if "SOR-051" in p.ids}
    assert asked == {"adgang.ind", "indretning.plads", "luft.roeg", "luft.luftfrisker"}
    (rule,) = [r for r in standard.rules if isinstance(r, rules.ToolsMissing)]
    assert set(rule.points) == asked


def test_a_visit_is_cancelled_before_nine_the_same_day(standard: Standard) -> None:
    assert "senest kl. 9 samme morgen" in told(passage(standard, "visits"))


def test_a_follow_up_looks_for_other_support_and_mends_goals(standard: Standard) -> None:
    assert "trin ned" in question(standard, "follow_up", "other_support").hint
    assert "så snart" in question(standard, "follow_up", "goals_still_fit").hint


def test_three_authorities_supervise(standard: Standard) -> None:
    text = passage(standard, "supervision")
    assert "den støtte, du har fået bevilget" in text.paragraphs[0]
    names = [b.split(":")[0] for b in text.bullets]
    assert names == ["Sorø Kommune", "Socialtilsyn Øst", "Styrelsen for Patientsikkerhed"]


def test_a_complaint_goes_to_social_service_within_four_weeks(standard: Standard) -> None:
    (text,) = standard.complaint
    for word in ("Ring på", "skriv til socialservice@soroe.dk", "skriftligt svar", "papirer med"):
        assert word in told(text)
    everywhere = " ".join(told(p) for p in denmark().passages if p.id == "complaint")
    for word in ("4 uger efter, at du har fået", "mundtligt eller skriftligt", "Ankestyrelsen"):
        assert word in everywhere


@pytest.mark.parametrize("service_id", [COUNSELLING, GROUP, COURSE, SUPPORT])
def test_each_service_has_the_nine_fields_of_the_catalogue(
    standard: Standard, service_id: str
) -> None:
    found: Service = service(standard, service_id)
    assert standard.law(found.law, AS_OF)
    assert found.purpose
    assert found.covers
    assert found.items
    assert found.exclusions
    assert found.who
    assert found.duration_text
    assert found.start_text
    assert found.stop_text
    assert found.provider_text
    assert found.user_payment


@pytest.mark.parametrize(
    ("service_id", "paragraph"),
    [(COUNSELLING, "§§ 10 og 12"), (GROUP, "§ 82 a"), (COURSE, "§ 82 b"), (SUPPORT, "§ 85")],
)
def test_each_service_names_its_law(standard: Standard, service_id: str, paragraph: str) -> None:
    law = standard.law(service(standard, service_id).law, date(2026, 11, 22))
    assert law is not None
    assert paragraph in law.text


def test_counselling_is_open_anonymous_and_free_for_all_from_18(standard: Standard) -> None:
    found = service(standard, COUNSELLING)
    assert "fyldt 18 år" in found.who[0]
    assert "anonym" in found.who[1]
    assert "gratis" in found.user_payment
    assert "med det samme" in found.start_text
    assert "ikke at melde fra" in found.stop_text
    named = " ".join(f"{i.name} {i.examples}" for i in found.items)
    for word in ("e-Boks", "borger.dk", "blanketter", "1-3 rådgivningssamtaler"):
        assert word in named
    for word in ("foreninger", "mentorstøtte", "psykiatrien", "misbrugsbehandling", "§ 104"):
        assert word in " ".join(found.covers)


def test_the_base_course_has_four_modules_and_ends_with_fit(standard: Standard) -> None:
    found = service(standard, GROUP)
    modules = [i.name for i in found.items if i.id.startswith("modul_")]
    ends = ("Struktur", "Mål og drømme", "Mestring", "Sundhed")
    assert modules == list(ends)
    other = found.item("andre_kurser")
    assert other is not None
    assert "mindfulness" in other.examples
    assert "FIT" in " ".join(found.covers)
    assert "nyt" in found.duration_text
    assert "løbende" in found.start_text
    assert question(standard, "follow_up", "fit_result").services == (GROUP,)


def test_the_individual_course_has_six_kinds_of_support_in_six_months(standard: Standard) -> None:
    found = service(standard, COURSE)
    assert len(found.items) == found.max_months == 6
    assert found.follow_up is not None
    assert found.follow_up.after_weeks == (10,)
    assert "så hurtigt som muligt" in found.start_text
    assert "indsatsmål" in " ".join(found.covers)
    outcomes = options(standard, "follow_up", "ten_week_talk")
    assert {"ends", "new_course", "other"} <= set(outcomes)


def test_support_has_its_three_purposes_and_its_target_group(standard: Standard) -> None:
    found = service(standard, SUPPORT)
    for word in ("mestre dit liv", "udvikler og holder fast", "ikke værre"):
        assert word in found.purpose
    assert "18 år og bor i Sorø" in found.who[0]
    assert "betydeligt nedsat" in found.who[1]
    assert "moderat, svært eller fuldstændigt" in found.who[2]


def test_support_has_eleven_exclusions_in_catalogue_question_and_rule(standard: Standard) -> None:
    asked = options(standard, "limits", "not_covered")
    (rule,) = [r for r in standard.rules if r.id == "not_covered"]
    assert isinstance(rule, rules.AnswerGiven)
    assert len(service(standard, SUPPORT).exclusions) == len(asked) == 11
    assert rule.values == tuple(asked)
    for law in ("§ 82", "§ 83", "§ 86", "§ 97", "§ 102"):
        assert any(law in words for words in asked.values())


def test_support_around_a_stay_is_given_for_8_or_14_days(standard: Standard) -> None:
    found = {r.stays: r.days for r in standard.rules if isinstance(r, rules.StayDays)}
    assert found == {("admission", "relief"): 8, ("discharge",): 14}
    (limit,) = service(standard, SUPPORT).limits
    assert "8 dage" in limit
    assert "14 dage" in limit


def test_support_lasts_until_its_goals_are_reached(standard: Standard) -> None:
    assert "til målene er nået" in service(standard, SUPPORT).duration_text
    assert service(standard, SUPPORT).max_months is None


def test_support_is_decided_within_12_weeks_and_starts_as_granted(standard: Standard) -> None:
    (deadline,) = standard.deadlines
    assert (deadline.service, deadline.weeks) == (SUPPORT, 12)
    assert "den dag, der står i din bevilling" in service(standard, SUPPORT).start_text


def test_support_is_followed_up_after_6_months_then_yearly(standard: Standard) -> None:
    rule = standard.follow_up
    assert (rule.after_months, rule.then_every_months) == ((6,), 12)
    assert rule.counted_from == "decided"


def test_the_status_report_goes_to_social_service_four_weeks_before(standard: Standard) -> None:
    rule = standard.follow_up
    assert (rule.report_weeks_before, rule.report_to) == (4, "socialservice@soroe.dk")
    assert "status_report" in standard.documents.used
    assert "fire uger før" in standard.documents.status_meeting_text


def test_changes_are_reported_and_support_is_stopped_at_the_team(standard: Standard) -> None:
    assert "Du og dine pårørende" in told(passage(standard, "report_changes"))
    assert "Team Handicap og Psykiatri" in service(standard, SUPPORT).stop_text


def test_there_is_no_free_choice_of_provider(standard: Standard) -> None:
    provider = standard.provider
    assert not provider.free_choice
    assert not provider.self_chosen
    assert provider.external
    names = [u.name for u in provider.municipal]
    assert names == ["Kompasset", "Center for Handicap og Psykiatri", "Lundebo"]


def test_taking_part_is_free_and_what_may_cost_is_told(standard: Standard) -> None:
    for found in standard.services:
        assert "gratis at være med" in found.user_payment
        for word in ("transport", "mad og drikke", "materialer", "ture", "arrangementer"):
            assert word in found.user_payment
