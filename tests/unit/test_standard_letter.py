"""København's standard as shipped: home, consents, providers, complaint, in words of its own."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain import rules
from app.domain.standard import Standard
from app.domain.standard_file import load_national, load_standard, unconfirmed
from tests.koebenhavn import LAW, STANDARD

SHARED = Path(__file__).resolve().parents[3] / "shared"
SOURCE = SHARED / "seeds" / "002_354e11687cb0eea7.txt"
FEATURES = SHARED / "domain" / "SEED_FEATURES.md"
WORDS_IN_COMMON = 8
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def standard() -> Standard:
    return load_standard(STANDARD)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for element in value.values():
            yield from strings(element)
    elif isinstance(value, list):
        for element in value:
            yield from strings(element)


def shingles(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_the_requirements_to_the_home_are_told(standard: Standard) -> None:
    told = " ".join(standard.workplace.obligations)
    for word in ("rigtige stillinger", "hjælpemidler", "skade personalets helbred", "belaste"):
        assert word in told


@pytest.mark.parametrize("kbh", ["KBH-061", "KBH-062", "KBH-063", "KBH-064"])
def test_a_duty_of_the_citizen_is_a_point_of_the_home_and_a_finding(
    standard: Standard, kbh: str
) -> None:
    points = {p.id for p in standard.workplace.points if kbh in p.ids}
    found = [r for r in standard.rules if isinstance(r, rules.ToolsMissing) and kbh in r.ids]
    assert points & {p for rule in found for p in rule.points}


def test_every_point_of_the_proposed_workplace_list_is_asked(standard: Standard) -> None:
    assert len(standard.workplace.points) == 37  # the list's 36 and the tools for madservice
    assert {p.responsible for p in standard.workplace.points} == {
        "citizen",
        "municipality",
        "provider",
    }


def test_the_home_is_gone_through_at_least_every_third_year(standard: Standard) -> None:
    assert [r.months for r in standard.workplace.reviews] == [36]


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
    standard: Standard, purpose: str, asked: str
) -> None:
    consent = next(c for c in standard.consents if c.id == purpose)
    assert consent.asked == asked
    assert consent.kind == purpose
    for words in (consent.title, consent.text, consent.if_no):
        assert set(words) == {"da", "en"}
    assert consent.if_no["da"].startswith("Siger du nej")
    assert consent.parties
    assert consent.information


def test_no_two_consents_say_the_same_of_a_no(standard: Standard) -> None:
    said = [c.if_no["da"] for c in standard.consents]
    assert len(set(said)) == len(said) == 5


def test_a_refused_consent_is_a_valid_answer_with_its_own_consequence(standard: Standard) -> None:
    found = {r.purposes: r for r in standard.rules if isinstance(r, rules.ConsentRefused)}
    assert set(found) == {("obtain",), ("share",)}
    assert all("gyldigt svar" in r.text and not r.needs_reason for r in found.values())
    assert "på det grundlag, der er" in found[("obtain",)].text
    assert "sikker hjælp" in found[("share",)].text


def test_permanent_help_is_looked_at_within_a_year(standard: Standard) -> None:
    assert (standard.follow_up.max_months, standard.follow_up.permanent_only) == (12, True)


def test_the_citizen_chooses_freely_and_changes_with_a_months_notice(standard: Standard) -> None:
    provider = standard.provider
    assert provider.free_choice
    assert provider.self_chosen
    assert (provider.notice_months, provider.starts_on_first) == (1, True)


def test_the_provider_register_has_four_handicap_and_eight_social_centres(
    standard: Standard,
) -> None:
    reachable = [u for u in standard.provider.municipal if u.phones]
    assert [len(u.phones) for u in reachable] == [2, 3, 3, 1]
    assert all(u.id.startswith("handicapcenter") and u.address for u in reachable)
    silent = [u for u in standard.provider.municipal if not u.phones]
    assert len(silent) == 8
    assert not any(u.address for u in silent)
    assert {u.as_of for u in standard.provider.municipal} == {date(2007, 1, 1)}
    assert standard.provider.private == ()
    assert "visitationen" in standard.provider.private_text


def test_the_self_chosen_helper_is_approved_and_employed(standard: Standard) -> None:
    sheet = next(s for s in standard.sheets if s.id == "self_chosen")
    words = " ".join(w for p in sheet.passages for w in p.paragraphs)
    assert "godkende" in words
    assert "ansat af Socialforvaltningen" in words


@pytest.mark.parametrize(
    ("law", "then", "now"),
    [
        ("self_chosen", "§ 91, stk. 6", "§ 94 "),
        ("meal_service", "§ 83, stk. 1, nr. 3", "§ 83 b"),
    ],
)
def test_the_law_of_the_day_is_named(standard: Standard, law: str, then: str, now: str) -> None:
    in_2007, today = standard.law(law, date(2007, 6, 1)), standard.law(law, TODAY)
    assert in_2007 is not None
    assert then in in_2007.text
    assert today is not None
    assert now in today.text


def test_every_law_that_is_referred_to_has_words_for_today(standard: Standard) -> None:
    named = {s.law for s in standard.services}
    named |= {i.law for s in standard.services for i in s.items if i.law}
    named |= {c.law for c in standard.consents if c.law}
    assert all(standard.law(law_id, TODAY) for law_id in named)


def test_the_enclosures_and_the_two_sheets_go_with_the_decision(standard: Standard) -> None:
    assert [e.id for e in standard.enclosures] == [
        "summary",
        "assessment_form",
        "consents",
        "workplace",
        "free_choice",
        "self_chosen",
        "personal_data",
    ]
    assert all(e.required for e in standard.enclosures)
    assert [s.id for s in standard.sheets] == ["free_choice", "self_chosen"]


def test_the_complaint_route_of_2007_stays_as_history_only(standard: Standard) -> None:
    old = [c for c in standard.complaint if c.valid_until and c.valid_until < TODAY]
    assert [c.id for c in old] == ["complaint_2007"]
    words = " ".join((*old[0].paragraphs, *old[0].bullets))
    for word in ("Klagerådet", "Det Sociale Nævn", "§ 166, stk. 2", "4 uger", "skrive ned"):
        assert word in words
    today = " ".join(w for c in standard.complaint if c not in old for w in c.paragraphs)
    assert "Klagerådet" not in today
    assert "Nævn" not in today


def test_what_may_be_complained_of_and_where_is_said_for_today(standard: Standard) -> None:
    said = {c.id: " ".join(c.paragraphs) for c in standard.complaint}
    assert "hjælp" in said["complaint_where"]
    assert "behandlet din sag" in said["complaint_where"]
    assert "leverandør" in said["complaint_delivery"]
    assert "4 uger" in said["complaint_delivery"]


def test_todays_complaint_goes_to_the_municipality_and_then_to_ankestyrelsen() -> None:
    law = load_national(LAW)
    passage = next(p for p in law.passages if p.id == "complaint")
    words = " ".join(passage.paragraphs)
    assert f"{law.complaint_weeks} uger" in words
    for word in ("kommunen", "Ankestyrelsen", "mundtligt", "skrive den ned"):
        assert word in words


def test_receipt_is_presumed_as_the_law_says() -> None:
    law = load_national(LAW)
    found = {r.how: (r.days, r.unit) for r in law.receipts}
    assert found == {
        "digital_post": (0, "calendar"),
        "letter": (6, "working"),
        "quick_letter": (2, "working"),
        "handed_over": (0, "calendar"),
    }


@pytest.mark.parametrize(
    ("born", "reached"),
    [
        (date(1950, 5, 1), date(2015, 5, 1)),
        (date(1958, 3, 9), date(2025, 3, 9)),
        (date(1964, 2, 29), date(2032, 2, 29)),
        (date(1972, 8, 30), date(2042, 8, 30)),
    ],
)
def test_pension_age_follows_the_birth_date(born: date, reached: date) -> None:
    assert load_national(LAW).pension_day(born) == reached


def test_what_no_source_confirms_is_marked_and_listed_with_its_line() -> None:
    lines = STANDARD.read_text(encoding="utf-8").splitlines()
    found = unconfirmed(STANDARD)
    assert {p.table for p in found} == {"laws", "complaint"}
    assert all(lines[p.line - 1] == "confirmed = false" for p in found)
    assert {p.table for p in unconfirmed(LAW)} == {"pension_ages", "passages"}


def kbh_numbers(value: object) -> set[int]:
    if isinstance(value, dict):
        named = {int(i[4:]) for i in value.get("ids", ()) if str(i).startswith("KBH-")}
        return named.union(*(kbh_numbers(element) for element in value.values()))
    if isinstance(value, list):
        return set().union(*(kbh_numbers(element) for element in value))
    return set()


@pytest.mark.skipif(not FEATURES.exists(), reason="the list of demands is not at hand")
def test_every_demand_named_in_the_file_is_one_of_the_source() -> None:
    listed = set(re.findall(r"KBH-(\d{3})", FEATURES.read_text(encoding="utf-8")))
    named = kbh_numbers(tomllib.loads(STANDARD.read_text(encoding="utf-8")))
    assert named <= {int(number) for number in listed}


def own_words(data: dict[str, Any]) -> Iterator[str]:
    """Everything but names: the title of the source and the addresses are the source's own."""
    for key, value in data.items():
        if key not in ("title", "source", "codes"):
            yield from (text for text in strings(value) if not re.search(r"\d{4} København", text))


@pytest.mark.skipif(not SOURCE.exists(), reason="the source is not at hand")
def test_no_sentence_is_copied_from_the_source() -> None:
    source = shingles(SOURCE.read_text(encoding="utf-8"), WORDS_IN_COMMON + 1)
    for path in (STANDARD, LAW):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        copied = {
            " ".join(words)
            for text in own_words(data)
            for words in shingles(text, WORDS_IN_COMMON + 1) & source
        }
        assert not copied
