"""Kerteminde's standard of § 85 as shipped: what it says, each figure and name as in its source."""

from datetime import date

import pytest

from app.domain import rules
from app.domain.standard_file import check_standard, unconfirmed
from tests.paragraph_85 import (
    KERTEMINDE_FILE,
    SUPPORT,
    demands,
    kerteminde,
    question,
    said,
    service,
    sheet,
)

SOURCE_DAY = date(2021, 4, 13)


def test_the_file_has_no_fault() -> None:
    assert check_standard(KERTEMINDE_FILE) == ()


def test_what_no_source_confirms_is_marked() -> None:
    assert {p.table for p in unconfirmed(KERTEMINDE_FILE)} == {"laws"}
    assert {law.id for law in kerteminde().laws if not law.confirmed} == {"action_plan"}


def test_it_is_approved_by_the_committee_on_13_april_2021() -> None:
    approval = kerteminde().approval
    assert approval.body == "Ældre-, Handicap- og Psykiatriudvalget"
    assert approval.approved_on == kerteminde().valid_from == SOURCE_DAY
    assert kerteminde().municipality.code == "0440"
    about = said(next(p for p in kerteminde().passages if p.id == "about_standard"))
    for word in ("13. april 2021", "kerteminde.dk", "udleveret"):
        assert word in about
    assert "udleveret" in said(sheet(kerteminde(), "duties"))


def test_rehabilitation_is_defined_in_its_parts() -> None:
    told = said(next(p for p in kerteminde().passages if p.id == "rehabilitation"))
    for word in ("pårørende", "fagfolk", "mål", "aftalt tid", "hele dit liv", "hænger sammen"):
        assert word in told
    assert "rehabiliterende" in said(sheet(kerteminde(), "duties"))


def test_the_citizen_answers_for_and_decides_over_a_life_of_their_own() -> None:
    told = " ".join(kerteminde().objectives)
    for word in ("ansvaret", "uafhængig", "bestemme", "giver mening", "Hjælp til selvhjælp"):
        assert word in told


@pytest.mark.parametrize(
    "word",
    [
        "forebygger",
        "klare dig selv og udvikle dig",
        "kontakt, samvær, aktivitet, behandling, omsorg og pleje",
        "særlige behov",
        "arbejde, uddannelse, praktik",
        "§ 103",
        "Træning i det praktiske",
        "frivillige aktiviteter",
        "demokratiet",
        "Velfærdsteknologi",
        "Vejledning og støtte",
    ],
)
def test_each_purpose_of_the_source_is_told(word: str) -> None:
    assert word in said(service(kerteminde()).covers)


def test_welfare_technology_and_what_lies_outside_home_are_asked() -> None:
    for section, asked in (("consider", "technology"), ("conversation", "outside")):
        assert question(kerteminde(), section, asked).ids == ("KER-002",)


def test_it_is_for_whoever_has_a_considerably_reduced_function() -> None:
    assert "væsentligt nedsat" in kerteminde().condition
    assert {g.id for g in kerteminde().target_groups} == {"physical", "mental", "social"}
    assert (kerteminde().age_from, kerteminde().age_to) == (None, None)


def test_each_of_the_four_exclusions_is_asked_told_and_ruled() -> None:
    ruled = [r for r in kerteminde().rules if isinstance(r, rules.AnswerGiven)]
    excluded = {(r.question, r.values) for r in ruled if r.id.startswith("excluded_")}
    assert excluded == {
        ("other_ways", ("aids",)),
        ("other_ways", ("training",)),
        ("other_ways", ("other_law",)),
        ("active_part", ("no",)),
    }
    told = service(kerteminde()).exclusions
    assert len(told) == 4
    for word in ("hjælpemidler", "træning", "anden lov", "aktivt del"):
        assert word in said(told)
    assert question(kerteminde(), "consider", "other_ways").required
    assert question(kerteminde(), "consider", "active_part").required


def test_the_authority_has_the_sources_address_phone_and_mail() -> None:
    (unit,) = kerteminde().units
    assert unit.name == "Myndighedsafdelingen"
    assert kerteminde().municipality.department == "Sundhed, Handicap og Rehabilitering"
    assert unit.address == ("Lindøalleen 51", "5330 Munkebo")
    assert unit.phones == ("65 15 15 15",)
    assert unit.email == "hanpsy@kerteminde.dk"
    assert unit.as_of == SOURCE_DAY


def test_the_route_goes_from_contact_over_meeting_and_goals_to_decision() -> None:
    told = said(next(p for p in kerteminde().passages if p.id == "route"))
    order = ["Kontakt Myndighedsafdelingen", "møde", "hverdag", "vurderer", "mål", "afgørelse"]
    places = [told.index(word) for word in order]
    assert places == sorted(places)
    assert question(kerteminde(), "conversation", "daily_life").required
    ids = [s.id for s in kerteminde().sections]
    assert ids.index("conversation") < ids.index("goals") < ids.index("decision")


def test_who_gets_no_help_is_told_where_to_ask_again() -> None:
    told = next(p for p in kerteminde().passages if p.id == "apply_again")
    assert told.without_help
    for word in ("65 15 15 15", "hanpsy@kerteminde.dk"):
        assert word in said(told)


def test_the_complaint_guidance_says_where() -> None:
    told = said(kerteminde().complaint)
    for word in ("Myndighedsafdelingen", "65 15 15 15", "hanpsy@kerteminde.dk", "Lindøalleen 51"):
        assert word in told


def test_support_is_temporary_and_given_in_a_group_or_both_ways() -> None:
    items = {i.id: i for i in service(kerteminde()).items}
    assert {"gruppe", "gruppe_individuel", "individuel"} <= set(items)
    assert items["individuel"].special_case
    assert not items["gruppe"].special_case
    assert "midlertidig" in service(kerteminde()).duration_text
    (rule,) = [r for r in kerteminde().rules if isinstance(r, rules.ConditionElsewhere)]
    assert (rule.field, rule.value) == ("permanence", "permanent")


def test_the_five_contents_and_the_techniques_can_be_granted() -> None:
    items = {i.id for i in service(kerteminde()).items}
    contents = {"jeg_opbygning", "oplaering", "ressourcer", "struktur_i_dagen", "sociale_netvaerk"}
    assert contents <= items
    assert "teknikker" in items


def test_accompaniment_has_its_two_conditions() -> None:
    item = service(kerteminde()).item("ledsagelse")
    assert item is not None
    assert item.special_case
    for word in ("psykiske årsager", "forklare dig", "beskeder"):
        assert word in item.limits
    options = [o.value for o in question(kerteminde(), "consider", "accompaniment").options]
    assert options == ["cannot_go", "cannot_explain", "neither"]


def test_there_are_ten_areas_and_no_scale() -> None:
    assert kerteminde().scale is None
    assert [a.name for a in kerteminde().areas] == [
        "At mestre sygdom eller handicap",
        "Egenomsorg",
        "Struktur og praktiske færdigheder",
        "Netværk og relationer",
        "Arbejde og uddannelse",
        "Fritid og frivillige aktiviteter",
        "Råd og vejledning",
        "Hverdagens opgaver",
        "Økonomi",
        "Sundhed",
    ]
    assert all(a.hint and a.services == (SUPPORT,) for a in kerteminde().areas)


@pytest.mark.parametrize(
    ("area", "word"),
    [("mestring", "mor eller far"), ("hverdag", "aktivt del"), ("oekonomi", "retningslinjer")],
)
def test_an_area_says_its_condition(area: str, word: str) -> None:
    found = kerteminde().area(area)
    assert found is not None
    assert word in found.hint


def test_own_pets_belong_only_when_the_citizen_takes_part() -> None:
    item = service(kerteminde()).item("husdyr")
    assert item is not None
    assert "selv tager aktivt del" in item.limits


def test_there_are_six_packages_without_hours() -> None:
    packages = kerteminde().packages
    assert [p.name for p in packages] == [f"Pakke {n}" for n in range(1, 7)]
    assert all(p.hours_per_week is None for p in packages)
    assert service(kerteminde()).packages == tuple(p.id for p in packages)
    assert "nedsat" in service(kerteminde()).extent_text
    assert "6 pakker" in service(kerteminde()).extent_text


def test_the_action_plan_is_voluntary_and_says_goals_and_wishes() -> None:
    documents = kerteminde().documents
    assert set(documents.used) == {"order", "action_plan", "provider_plan", "status_report"}
    for word in ("frivillig", "mål", "ønsker", "følger op"):
        assert word in documents.action_plan_text


def test_an_order_is_always_sent_and_the_citizen_is_told() -> None:
    assert kerteminde().documents.always_order
    assert [r for r in kerteminde().rules if isinstance(r, rules.OrderMissing)]
    told = said(next(p for p in kerteminde().passages if p.id == "order"))
    assert "også når du ikke vil have en handleplan" in told


def test_the_provider_plan_has_goals_methods_and_who_does_what() -> None:
    told = kerteminde().documents.provider_plan_text
    for word in ("mål", "hvordan I gør", "medarbejderen hjælper", "du og dit netværk"):
        assert word in told


def test_support_is_free_and_given_by_the_municipality() -> None:
    assert service(kerteminde()).user_payment == "Støtten er gratis."
    provider = kerteminde().provider
    assert (provider.free_choice, provider.self_chosen, provider.external) == (False, False, False)
    assert "egne ansatte" in provider.own_text


def test_nobody_smokes_while_staff_is_there() -> None:
    point = next(p for p in kerteminde().workplace.points if p.id == "luft.roeg")
    assert point.responsible == "citizen"
    assert "Ingen ryger" in kerteminde().workplace.obligations[0]
    told = next(p for p in kerteminde().passages if p.id == "smoking")
    assert told.with_help
    assert "ryge" in said(told)


def test_the_citizen_tells_what_the_assessment_needs_also_later() -> None:
    told = said(next(p for p in kerteminde().passages if p.id == "inform"))
    assert "pligt" in told
    assert "din situation bliver en anden" in told


def test_status_meetings_talk_of_goals_and_function() -> None:
    told = kerteminde().documents.status_meeting_text
    for word in ("mål", "ændres", "kan mere eller mindre"):
        assert word in told
    assert "jævnligt" in kerteminde().follow_up.text
    assert kerteminde().follow_up.after_months == ()


def test_the_quality_goals_are_five_for_the_provider_and_four_for_the_citizen() -> None:
    passages = {p.id: p for p in sheet(kerteminde(), "duties").passages}
    assert len(passages["provider_goals"].bullets) == 5
    assert len(passages["citizen_goals"].bullets) == 4
    for word in ("selvhjulpen", "mål", "bevilget", "handleplan", "følger løbende op"):
        assert word in said(passages["provider_goals"])
    for word in ("set og hørt", "respekt", "løse opgaven", "tryg"):
        assert word in said(passages["citizen_goals"])
    assert question(kerteminde(), "follow_up", "seen_and_heard").ids == ("KER-061",)


def test_the_home_is_gone_through_at_least_every_year() -> None:
    workplace = kerteminde().workplace
    assert [r.months for r in workplace.reviews] == [12]
    assert "arbejdsmiljøloven" in workplace.intro
    assert "workplace" in {e.id for e in kerteminde().enclosures if e.required}


def test_staff_keep_confidentiality() -> None:
    told = said(sheet(kerteminde(), "duties"))
    assert "tavshedspligt" in told
    for consent in ("share", "contact"):
        words = next(c for c in kerteminde().consents if c.id == consent)
        assert "tavshedspligt" in words.text["da"]


@pytest.mark.parametrize(
    ("purpose", "asked"),
    [
        ("obtain", "always"),
        ("share", "always"),
        ("contact", "when_relevant"),
        ("presence", "when_relevant"),
        ("photo", "when_relevant"),
    ],
)
def test_each_purpose_of_consent_has_its_own_words_in_both_languages(
    purpose: str, asked: str
) -> None:
    consent = next(c for c in kerteminde().consents if c.id == purpose)
    assert (consent.kind, consent.asked) == (purpose, asked)
    for words in (consent.title, consent.text, consent.if_no):
        assert set(words) == {"da", "en"}
    assert consent.if_no["da"].startswith("Siger du nej")


def test_every_demand_of_the_source_stands_in_the_file() -> None:
    last = {1: 2, 10: 11, 20: 21, 30: 34, 40: 42, 50: 52, 60: 61, 70: 72}
    wanted = {f"KER-{n:03}" for first, end in last.items() for n in range(first, end + 1)}
    assert demands(kerteminde()) == wanted


def test_every_law_that_is_referred_to_has_words_for_today() -> None:
    named = {s.law for s in kerteminde().services}
    named |= {c.law for c in kerteminde().consents if c.law}
    named.add(kerteminde().documents.action_plan_law)
    assert all(kerteminde().law(law_id, date(2026, 11, 30)) for law_id in named)
