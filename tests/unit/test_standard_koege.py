"""Køge's standard of § 85 as shipped: what it says, each figure and name as in its source."""

import re
from datetime import date

import pytest

from app.domain import rules
from app.domain.standard_file import check_standard, unconfirmed
from tests.paragraph_85 import KOEGE_FILE, SUPPORT, demands, koege, question, said, service, sheet

SOURCE_DAY = date(2023, 4, 17)


def test_the_file_has_no_fault() -> None:
    assert check_standard(KOEGE_FILE) == ()


def test_what_no_source_confirms_is_marked() -> None:
    assert {p.table for p in unconfirmed(KOEGE_FILE)} == {"laws"}
    marked = {law.id for law in koege().laws if not law.confirmed}
    assert marked == {"counselling", "early_support", "home_help", "workplace"}


def test_it_is_approved_by_the_committee_on_17_april_2023_and_has_no_end() -> None:
    standard = koege()
    assert (standard.approval.body, standard.approval.approved_on) == ("Socialudvalget", SOURCE_DAY)
    assert (standard.valid_from, standard.valid_until) == (SOURCE_DAY, None)
    assert (standard.municipality.code, standard.municipality.cvr) == ("0259", "29189374")


def test_the_standard_is_a_frame_and_each_decision_an_individual_judgement() -> None:
    about = next(p for p in koege().passages if p.id == "about_standard")
    assert "skøn om den enkelte" in said(about)
    assert "særlige behov" in said(about)
    assert question(koege(), "conversation", "special_needs").ids == ("KOG-001", "KOG-021")


def test_a_scheme_tells_law_who_purpose_what_and_payment() -> None:
    support = service(koege())
    law = koege().law(support.law, date(2026, 11, 30))
    assert law is not None
    assert "§ 85" in law.text
    assert all((support.who, support.purpose, support.covers, support.user_payment))


def test_to_manage_oneself_is_best_and_comes_first() -> None:
    assert koege().objectives[0].startswith("Det er bedst at kunne selv")
    for word in ("vejledning", "træning"):
        assert word in koege().objectives[0]
    assert "KOG-003" in question(koege(), "conversation", "resources").ids


def test_the_stair_has_five_steps_from_no_need_to_the_largest() -> None:
    stair = koege().stair
    assert stair is not None
    assert [step.id for step in stair.steps] == [
        "selvhjulpen",
        "raad",
        "for_en_tid",
        "socialpaedagogisk",
        "botilbud",
    ]
    steps = {step.id: said(step) for step in stair.steps}
    assert "Åben Rådgivning" in steps["raad"]
    assert "Akutlinjen" in steps["raad"]
    assert "kursus med andre" in steps["for_en_tid"]
    assert "individuel støtte" in steps["for_en_tid"]
    for word in ("botilbud", "misbrug", "BPA"):
        assert word in steps["botilbud"]


def test_one_moves_both_ways_on_the_stair_towards_managing_alone() -> None:
    stair = koege().stair
    assert stair is not None
    assert "både op og ned" in stair.text
    assert "klare mest muligt selv" in stair.text
    assert "et trin ned" in next(s.help for s in koege().sections if s.id == "goals")


def test_services_stand_on_their_steps() -> None:
    stair = koege().stair
    assert stair is not None
    assert {step.id: step.services for step in stair.steps if step.services} == {
        "raad": ("aaben_raadgivning",),
        "socialpaedagogisk": (SUPPORT,),
    }


def test_open_counselling_needs_no_appointment_no_name_and_no_decision() -> None:
    counselling = service(koege(), "aaben_raadgivning")
    assert not counselling.visitated
    for word in ("uden en aftale", "anonym", "med det samme"):
        assert word in counselling.start_text
    assert "Har du en sagsbehandler" in said(counselling.who)
    assert len(counselling.covers) == 3
    assert service(koege()).visitated


def test_the_way_in_is_asked() -> None:
    entrance = question(koege(), "request", "entrance")
    assert [o.value for o in entrance.options] == ["open_counselling", "caseworker", "direct"]


def test_open_counselling_is_told_to_whoever_gets_no_help() -> None:
    told = next(p for p in koege().passages if p.id == "open_counselling")
    assert told.without_help
    for fact in ("Rådhusstræde 10C", "4600 Køge", "56 67 26 28", "koege.dk/aar"):
        assert fact in said(told)
        assert fact in said(sheet(koege(), "open_counselling"))
    assert "open_counselling" in {e.id for e in koege().enclosures}


def test_socialafdelingen_decides_for_all() -> None:
    assert {group.unit for group in koege().target_groups} == {"socialafdelingen"}


@pytest.mark.parametrize(
    ("unit", "address", "phone"),
    [
        ("socialafdelingen", "Torvet 1", "56 67 26 71"),
        ("aaben_raadgivning", "Rådhusstræde 10C", "56 67 26 28"),
        ("raadhuset", "Torvet 1", "56 67 67 67"),
    ],
)
def test_each_unit_has_the_sources_address_and_phone(unit: str, address: str, phone: str) -> None:
    found = next(u for u in koege().units if u.id == unit)
    assert found.address == (address, "4600 Køge")
    assert found.phones == (phone,)
    assert found.as_of == SOURCE_DAY


def test_the_general_mail_is_the_town_halls() -> None:
    assert {u.email for u in koege().units} == {"", "raadhus@koege.dk"}


def test_relatives_doctor_and_hospital_ask_only_with_consent() -> None:
    assert {"relative", "gp", "hospital"} <= {r.value for r in koege().requesters}
    consent = next(c for c in koege().consents if c.id == "contact")
    assert consent.ids == ("KOG-012",)
    for word in ("familien", "læge", "sygehuset", "kun, når du har sagt ja"):
        assert word in consent.text["da"]


@pytest.mark.parametrize(
    ("purpose", "kind", "asked"),
    [
        ("obtain", "obtain", "always"),
        ("share", "share", "always"),
        ("contact", "contact", "when_relevant"),
        ("presence", "presence", "when_relevant"),
        ("observation", "presence", "when_relevant"),
        ("photo", "photo", "when_relevant"),
    ],
)
def test_each_purpose_of_consent_has_its_own_words_in_both_languages(
    purpose: str, kind: str, asked: str
) -> None:
    consent = next(c for c in koege().consents if c.id == purpose)
    assert (consent.kind, consent.asked) == (kind, asked)
    for words in (consent.title, consent.text, consent.if_no):
        assert set(words) == {"da", "en"}
    assert consent.if_no["da"].startswith("Siger du nej")
    others = [c for c in koege().consents if c.id != purpose]
    assert consent.if_no["da"] not in {c.if_no["da"] for c in others}


def test_situation_resources_and_needs_are_found_out_together() -> None:
    asked = {q.id for s in koege().sections for q in s.questions if "KOG-020" in q.ids}
    assert {"situation", "resources", "needs", "future"} <= asked
    assert question(koege(), "conversation", "needs").required
    decision = next(s for s in koege().sections if s.id == "decision")
    assert "Lov, faglighed og økonomi" in decision.help


def test_the_time_for_an_answer_stands_on_the_website_and_no_days_are_made_up() -> None:
    assert koege().deadlines == ()
    told = next(p for p in koege().passages if p.id == "processing_time")
    assert "koege.dk" in said(told)
    assert "sagsbehandlingstider" in said(told)


def test_eight_areas_are_assessed_each_with_help_at_the_field() -> None:
    assert [a.name for a in koege().areas] == [
        "Kommunikation",
        "Egenomsorg",
        "Mobilitet",
        "Praktiske opgaver",
        "Sundhed",
        "Samfundsliv",
        "Socialt liv",
        "Omgivelser",
    ]
    assert all(a.hint and a.services == (SUPPORT,) for a in koege().areas)


@pytest.mark.parametrize(
    ("area", "words"),
    [
        ("kommunikation", ("tegn", "symboler", "hjælpemidler")),
        ("egenomsorg", ("vaske", "tørre", "spise", "drikke")),
        ("mobilitet", ("gå", "løfte", "bære", "flytte")),
        ("praktiske_opgaver", ("lave mad", "huslige")),
        ("sundhed", ("fysisk", "psykisk", "socialt")),
        ("samfundsliv", ("uddannelse", "arbejde", "økonomi")),
        ("socialt_liv", ("andre mennesker", "lokalsamfundet")),
    ],
)
def test_the_hint_holds_the_examples_of_the_source(area: str, words: tuple[str, ...]) -> None:
    found = koege().area(area)
    assert found is not None
    assert all(word in found.hint for word in words)


def test_the_scale_goes_from_a_to_e_with_the_names_of_the_source() -> None:
    scale, whole = koege().scale, koege().overall
    assert scale is not None
    assert whole is not None
    names = {
        "A": "Intet problem",
        "B": "Let problem",
        "C": "Moderat problem",
        "D": "Svært problem",
        "E": "Fuldstændigt problem",
    }
    assert {v.value: v.name for v in scale.levels} == names
    assert {v.value: v.name for v in whole.scale.levels} == names
    assert "Voksenudredningsmetoden" in scale.method
    assert "Fælles Sprog 3" in scale.method


def test_a_level_is_judged_with_aids_but_without_support() -> None:
    section = koege().section("assessment")
    assert section is not None
    assert "med medicin og hjælpemidler, men uden støtte" in section.help


def test_the_citizens_own_words_and_what_they_mean_are_asked() -> None:
    asked = {q.id for s in koege().sections for q in s.questions if "KOG-032" in q.ids}
    assert asked == {"own_view", "matters_most"}


def test_several_professionals_may_come_and_a_firm_may_observe() -> None:
    options = {o.value for o in question(koege(), "household", "professionals").options}
    assert options == {"caseworker", "visitator", "aids_therapist", "observer"}
    observation = next(c for c in koege().consents if c.id == "observation")
    assert observation.ids == ("KOG-033",)


def test_the_party_hearing_is_asked_with_its_day() -> None:
    assert question(koege(), "consider", "party_heard").required
    assert question(koege(), "consider", "party_heard_on").kind == "date"


def test_concrete_tasks_are_asked_and_the_end_stands_in_the_letter() -> None:
    assert question(koege(), "conversation", "tasks").required
    assert "slutdato, står den i brevet" in service(koege()).duration_text


def test_the_interpreter_is_assessed_by_socialafdelingen() -> None:
    told = next(p for p in sheet(koege(), "duties").passages if p.id == "interpreter")
    assert "Socialafdelingen vurderer" in said(told)


def test_six_things_are_expected_of_staff_who_keep_learning() -> None:
    passages = {p.id: p for p in sheet(koege(), "duties").passages}
    staff = passages["staff"]
    assert len(staff.bullets) == 6
    for word in ("mål", "respekterer", "hjælpsomme", "dansk", "straffeattest", "billede"):
        assert word in said(staff.bullets)
    for word in ("uddannelse", "supervision", "grupper", "personligt"):
        assert word in said(passages["training"])


def test_supervision_is_told_with_who_sees_to_what() -> None:
    told = next(p for p in sheet(koege(), "duties").passages if p.id == "supervision")
    for name in ("Køge Kommune", "Socialtilsyn Øst", "Styrelsen for Patientsikkerhed"):
        assert name in said(told)


def test_follow_up_asks_for_right_support_quality_and_satisfaction() -> None:
    section = koege().section("follow_up")
    assert section is not None
    for word in ("den rigtige", "kvaliteten", "tilfreds"):
        assert word in section.help
    assert koege().follow_up.after_months == (3, 6, 12)
    assert koege().follow_up.counted_from == "decided"


def test_only_providers_of_the_register_are_used() -> None:
    provider = koege().provider
    assert provider.external
    assert provider.listed_at == "Tilbudsportalen"
    assert "særlige tilfælde" in provider.external_text


def test_there_is_no_free_choice_of_provider() -> None:
    provider = koege().provider
    assert not provider.free_choice
    assert not provider.self_chosen
    assert "kan ikke selv vælge" in provider.own_text
    assert len(provider.municipal) == 1


def test_a_complaint_of_decision_and_of_delivery_goes_to_socialafdelingen() -> None:
    told = {c.id: said(c) for c in koege().complaint}
    assert "Socialafdelingen i Velfærdsforvaltningen" in told["complaint_where"]
    assert "56 67 26 71" in told["complaint_where"]
    assert "Socialafdelingen" in told["complaint_delivery"]


def test_what_one_cannot_complain_of_is_told() -> None:
    told = next(said(c) for c in koege().complaint if c.id == "complaint_not")
    for word in ("takster", "bortvist", "udskrevet", "regler"):
        assert word in told


def test_how_to_write_safely_and_by_post_is_told() -> None:
    told = next(said(p) for p in koege().passages if p.id == "write_to_us")
    for word in ("post.borger.dk", "MitID", "e-Boks", "borger.dk", "»Voksne med særlige behov«"):
        assert word in told
    assert "fritaget for Digital Post, får du brevene med almindelig post" in told


def test_the_target_group_is_18_with_reduced_function_or_social_problems() -> None:
    assert (koege().age_from, koege().age_to) == (18, None)
    for word in ("fysiske eller psykiske", "betydeligt nedsat", "særlige sociale problemer"):
        assert word in koege().condition
    whole = koege().overall
    assert whole is not None
    assert whole.access == ("C", "D", "E")
    assert whole.note.startswith("Den samlede vurdering afgør ikke noget alene")


def test_the_four_purposes_are_told() -> None:
    told = service(koege()).covers
    for word in ("egen bolig", "personlige færdigheder", "forebygger", "afklaring"):
        assert any(word in line for line in told)


def test_the_four_forms_are_course_both_individual_and_digital() -> None:
    items = {i.id: i for i in service(koege()).items}
    assert list(items) == ["kursus", "kombination", "individuelt", "digitalt"]
    assert {i for i in items if items[i].special_case} == {"kombination", "individuelt"}


def test_a_course_has_four_to_eight_and_ends_individual_support() -> None:
    items = {i.id: i for i in service(koege()).items}
    for item_id in ("kursus", "kombination"):
        assert "4-8 deltagere" in items[item_id].limits
    assert "hører det individuelle op" in items["individuelt"].limits
    courses = next(p for p in koege().passages if p.id == "courses")
    for word in ("4-8", "tema", "det mål, der står i bevillingen"):
        assert word in said(courses)


def test_the_places_of_the_source_can_be_chosen() -> None:
    assert [o.value for o in service(koege()).places] == [
        "kursuslokale",
        "bibliotek",
        "vaerested",
        "byen",
        "naturen",
        "forening",
        "hjemmet",
        "bofaellesskab",
        "virtuelt",
    ]


def test_the_extent_goes_from_a_few_hours_a_month_to_many_a_week() -> None:
    support = service(koege())
    assert support.extent is None
    for word in ("få timer om måneden", "mange timer om ugen", "bofællesskab"):
        assert word in support.extent_text


def test_each_of_the_five_exclusions_is_asked_told_and_ruled() -> None:
    options = {o.value for o in question(koege(), "consider", "not_covered").options}
    ruled = [r for r in koege().rules if isinstance(r, rules.AnswerGiven)]
    found = {v for r in ruled if r.question == "not_covered" for v in r.values}
    assert options == found
    assert len(options) == len(service(koege()).exclusions) == 5
    told = said(service(koege()).exclusions)
    for word in ("Åben Rådgivning", "§ 97", "regionen", "samtaleterapi", "personlig pleje"):
        assert word in told


def test_the_citizen_takes_part_and_tells_of_changes() -> None:
    told = {p.id: p for p in koege().passages}
    assert told["active_part"].with_help
    assert "du deltager" in said(told["active_part"])
    assert "pligt" in said(told["report_changes"])
    for word in ("pårørende", "dem, der giver dig støtten", "56 67 26 71"):
        assert word in said(told["report_changes"])


def test_support_starts_on_the_day_of_the_grant_and_stops_on_a_word() -> None:
    support = service(koege())
    assert "den dato, der står i brevet" in support.start_text
    assert "leverandøren eller til Socialafdelingen" in support.stop_text


def test_support_is_free_but_transport_may_cost() -> None:
    assert "gratis" in service(koege()).user_payment
    assert "transport" in service(koege()).user_payment


def test_the_home_asks_for_the_least_and_the_file_says_why() -> None:
    points = koege().workplace.points
    assert len(points) == 5
    assert all(p.services == (SUPPORT,) and not p.ids for p in points)
    assert "siger intet om hjemmet som arbejdsplads" in koege().source.note


def test_levels_are_reported_at_activity_and_participation_only() -> None:
    codes = {c.id: c for c in koege().codes}
    rated = {a.id for a in koege().areas if codes[a.code].rated}
    assert {a.id for a in koege().areas} - rated == {"sundhed", "omgivelser"}
    scale = koege().scale
    assert scale is not None
    assert all(codes[v.code].system == "urn:oid:1.2.208.176.2.22" for v in scale.levels)


def test_every_demand_of_the_source_stands_in_the_file() -> None:
    last = {1: 6, 10: 12, 20: 23, 30: 34, 40: 40, 50: 53, 60: 62, 70: 71, 80: 80, 100: 113}
    wanted = {f"KOG-{n:03}" for first, end in last.items() for n in range(first, end + 1)}
    assert demands(koege()) == wanted


def test_every_law_that_is_referred_to_has_words_for_today() -> None:
    named = {s.law for s in koege().services} | {c.law for c in koege().consents if c.law}
    named.add(koege().documents.action_plan_law)
    assert all(koege().law(law_id, date(2026, 11, 30)) for law_id in named)


def test_a_rule_never_refuses_by_itself() -> None:
    for rule in koege().rules:
        assert not re.search(r"\b(skal afvises|får afslag|kan ikke få)\b", rule.text)
