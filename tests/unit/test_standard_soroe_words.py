"""Sorø's standard as shipped: words of its own, plain to read, with codes that are KL's."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain import rules
from app.domain.standard import LetterText, Service, Standard
from app.domain.standard_file import load_standard, unconfirmed
from app.domain.standard_names import BUILT_IN_SECTIONS
from tests.documents.test_texts import PLAIN, lix
from tests.soroe import STANDARD

SHARED = Path(__file__).resolve().parents[3] / "shared"
SOURCE = SHARED / "seeds" / "004_995227f15101cdce.txt"
FEATURES = SHARED / "domain" / "SEED_FEATURES.md"
CODES = SHARED / "codes" / "kl"
FFB = "urn:oid:1.2.208.176.2.22"
WORDS_IN_COMMON = 8
# A service's own lines name laws and units: long words that have no short ones.
NAMES = 46


@pytest.fixture(scope="module")
def standard() -> Standard:
    return load_standard(STANDARD)


def ended(texts: tuple[str, ...]) -> str:
    return " ".join(t if t.endswith((".", ":", "?")) else f"{t}." for t in texts)


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


def own_words(data: dict[str, Any]) -> Iterator[str]:
    """Everything but names: titles, headings that `ref` points to, units and codes."""
    for key, value in data.items():
        if key not in ("title", "source", "codes", "ref"):
            inner = value if isinstance(value, list) else [value]
            for part in inner:
                yield from own_words(part) if isinstance(part, dict) else strings(part)


@pytest.mark.skipif(not SOURCE.exists(), reason="the source is not at hand")
def test_no_sentence_is_copied_from_the_source() -> None:
    text = re.sub(r"(\w)-\s*\n\s*(\w)", r"\1\2", SOURCE.read_text(encoding="utf-8"))
    source = shingles(text, WORDS_IN_COMMON + 1)
    data = tomllib.loads(STANDARD.read_text(encoding="utf-8"))
    copied = {
        " ".join(words)
        for said in own_words(data)
        for words in shingles(said, WORDS_IN_COMMON + 1) & source
    }
    assert not copied


def test_what_letter_and_sheets_tell_is_plain(standard: Standard) -> None:
    in_sheets = [p for s in standard.sheets for p in s.passages]
    letters: list[LetterText] = [*standard.passages, *standard.complaint, *in_sheets]
    assert lix(ended(tuple(w for t in letters for w in (*t.paragraphs, *t.bullets)))) <= PLAIN


@pytest.mark.parametrize("sheet", ["duties", "open_counselling"])
def test_each_sheet_is_plain_by_itself(standard: Standard, sheet: str) -> None:
    found = next(s for s in standard.sheets if s.id == sheet)
    words = tuple(w for p in found.passages for w in (*p.paragraphs, *p.bullets))
    assert lix(ended(words)) <= PLAIN


def about(service: Service) -> tuple[str, ...]:
    """Return what the letter may say of a service."""
    lines = (service.purpose, service.duration_text, service.start_text, service.stop_text)
    return (*lines, *service.covers, *service.limits, service.user_payment)


@pytest.mark.parametrize("index", range(4))
def test_what_is_said_of_each_service_is_plain(standard: Standard, index: int) -> None:
    assert lix(ended(about(standard.services[index]))) <= PLAIN


@pytest.mark.parametrize("index", range(4))
def test_even_the_names_of_laws_and_units_leave_a_service_readable(
    standard: Standard, index: int
) -> None:
    service = standard.services[index]
    words = (*service.who, *service.exclusions, service.provider_text)
    assert lix(ended((*about(service), *words))) <= NAMES


def test_reasons_consents_and_plans_are_plain(standard: Standard) -> None:
    documents = standard.documents
    words = [r.text for r in standard.reasons]
    words += [c.text["da"] + " " + c.if_no["da"] for c in standard.consents]
    words += [documents.action_plan_text, documents.status_meeting_text, standard.condition]
    assert all(lix(w) <= PLAIN for w in words)


def test_no_list_of_the_law_stands_in_what_the_citizen_reads(standard: Standard) -> None:
    sheets = [p for s in standard.sheets for p in s.passages]
    letters = [*standard.passages, *standard.complaint, *sheets]
    said = [w for t in letters for w in (*t.paragraphs, *t.bullets)]
    said += [w for s in standard.services for w in (*s.exclusions, *s.limits, *s.who)]
    assert not [w for w in said if "§" in w]


def test_the_citizen_is_spoken_to_in_letter_and_sheets(standard: Standard) -> None:
    in_letter = [p for p in standard.passages if p.in_letter]
    assert all(
        re.search(r"\b(du|din|dit|dine|dig)\b", ended(p.paragraphs).lower()) for p in in_letter
    )


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
    assert (consent.asked, consent.kind) == (asked, purpose)
    for words in (consent.title, consent.text, consent.if_no):
        assert set(words) == {"da", "en"}
    assert consent.if_no["da"].startswith("Siger du nej")
    assert consent.parties
    assert consent.information


def test_a_refused_consent_is_a_valid_answer(standard: Standard) -> None:
    found = {r.purposes: r for r in standard.rules if isinstance(r, rules.ConsentRefused)}
    assert set(found) == {("obtain",), ("share",), ("contact",)}
    assert not any(r.needs_reason for r in found.values())
    assert "på det grundlag, der er" in found[("obtain",)].text


def test_the_sections_go_from_the_citizen_to_what_comes_after(standard: Standard) -> None:
    found = [s.id for s in standard.sections]
    assert found[0] == "household"
    assert found[-1] == "after"
    assert set(BUILT_IN_SECTIONS) <= set(found)
    assert {"kompasset", "limits"} == set(found) - set(BUILT_IN_SECTIONS)
    order = ["assessment", "overall", "goals", "services", "plan", "provider", "decision"]
    places = [found.index(section) for section in order]
    assert places == sorted(places)


def test_what_no_source_confirms_is_marked() -> None:
    lines = STANDARD.read_text(encoding="utf-8").splitlines()
    (place,) = unconfirmed(STANDARD)
    assert place.table == "laws"
    assert lines[place.line - 1] == "confirmed = false"


@pytest.mark.skipif(not FEATURES.exists(), reason="the list of demands is not at hand")
def test_every_demand_of_the_source_is_answered_by_a_line_of_the_file() -> None:
    listed = set(re.findall(r"^- (SOR-\d{3}) ", FEATURES.read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r'"(SOR-\d{3})"', STANDARD.read_text(encoding="utf-8")))
    assert named <= listed
    # The levels stand in [scale], which has no place for ids.
    assert listed - named <= {"SOR-033"}


def kl(name: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads((CODES / f"{name}.json").read_text(encoding="utf-8"))[
        "items"
    ]
    return items


@pytest.mark.skipif(not CODES.exists(), reason="KL's lists are not at hand")
def test_every_code_is_one_of_kls_with_kls_name(standard: Standard) -> None:
    lists = ("ffb_themes", "ffb_services", "ffb_function_levels", "ffb_support_need")
    known = {i["uuid"]: i["display"] for name in lists for i in kl(name)}
    assert {c.system for c in standard.codes} == {FFB}
    assert all(known[c.code] == c.name for c in standard.codes)
    assert len({c.code for c in standard.codes}) == len(standard.codes)


@pytest.mark.skipif(not CODES.exists(), reason="KL's lists are not at hand")
def test_a_level_is_reported_with_activity_and_participation_only(standard: Standard) -> None:
    """KL's rule: a level belongs to »Aktivitet og deltagelse« and to nothing else."""
    rated = {i["uuid"] for i in kl("ffb_themes") if i["rated"]}
    codes = {c.id: c for c in standard.codes}
    assert {codes[a.code].code for a in standard.areas} == rated
    assert {c.code for c in standard.codes if c.rated} == rated


@pytest.mark.skipif(not CODES.exists(), reason="KL's lists are not at hand")
def test_each_level_is_reported_as_the_one_kl_numbers_the_same(standard: Standard) -> None:
    assert standard.scale is not None
    assert standard.overall is not None
    codes = {c.id: c.code for c in standard.codes}
    scores = {i["uuid"]: str(i["score"]) for i in kl("ffb_function_levels")}
    letters = {i["uuid"]: i["vum_letter"] for i in kl("ffb_support_need")}
    assert all(scores[codes[v.code]] == v.value for v in standard.scale.levels)
    assert all(letters[codes[v.code]] == v.value for v in standard.overall.scale.levels)
