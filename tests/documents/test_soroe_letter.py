"""The letter under Sorø's standard, as the citizen reads it: support granted, support refused."""

import re
from datetime import date
from functools import cache

import pytest

from app.documents.content import Content
from app.documents.package import build, parts_for
from app.domain.records import Record
from tests import factories as make
from tests.documents import reading, soroe_case
from tests.documents.test_texts import PLAIN, lix
from tests.soroe import COURSE, SUPPORT, grant, need


@cache
def granted() -> bytes:
    return build(("letter",), soroe_case.content())


def refusal() -> Content:
    """Return the case with support applied for and refused, and nothing else."""
    refused: list[Record] = [
        need(removed=True, record_id="n2"),
        need(removed=True, record_id="n3"),
        make.grant("g1", removed=True),
        make.grant("g2", removed=True),
        make.decision_item(
            "n1",
            "refused",
            reasons="Et kursus i Kompasset kan give dig den ro, du mangler.",
            chosen_reason="lower_step_enough",
        ),
        make.decision(
            facts="Du bor alene og har overskud til at lære nyt.",
            citizens_views="Du vil helst have støtte hjemme.",
            views_weighed="Vi har talt om, hvordan du kommer i gang i Kompasset.",
        ),
    ]
    return soroe_case.content(*refused)


def test_a_whole_case_lacks_nothing() -> None:
    content = soroe_case.content()
    assert [m.key for m in content.judgement.missing] == []


def test_the_letter_is_as_plain_as_a_letter_can_be() -> None:
    assert lix(reading.text(granted())) <= PLAIN


def test_a_screen_reader_finds_nothing_wrong() -> None:
    assert reading.faults(granted()) == []


@pytest.mark.parametrize(
    "said",
    [
        "Socialpædagogisk støtte (2 gange om ugen) og gruppeforløb (1 gang om ugen)",
        "Døgnrytme og styr på hverdagen",
        "Struktur, mål og drømme, mestring og sundhed",
        "Du får støtten, til målene er nået",
        "Støtten begynder på den dag, der står i din bevilling",
        "op til 8 dage",
        "op til 14 dage",
        "Samlet vurderer vi: C. Moderat",
        "Her står du nu Åben rådgivning",
        "Socialpædagogisk støtte: Vi følger op den 23. maj 2027",
        "statusnotat skal være hos os senest den 25. april 2027",
        "senest kl. 9 samme morgen",
        "Det er gratis at være med",
        "servicelovens § 85",
        "servicelovens § 82 a",
        "servicelovens § 141",
        "Du står op inden kl. 9 på hverdage",
        "socialservice@soroe.dk",
        "får du et skriftligt svar",
    ],
)
def test_the_letter_tells_what_the_source_asks_for(said: str) -> None:
    assert said in reading.text(granted())


@pytest.mark.parametrize("said", ["statusnotat", "Du kan ikke selv vælge", "gratis at være med"])
def test_nothing_is_told_three_times(said: str) -> None:
    assert reading.text(granted()).count(said) <= 2


def test_the_citizen_gets_the_sheet_of_rights_and_duties_and_the_action_plan() -> None:
    assert parts_for(soroe_case.content()) == (
        "letter",
        "summary",
        "assessment_form",
        "consents",
        "workplace",
        "duties",
        "action_plan",
        "personal_data",
    )


def test_rights_and_duties_fit_one_page() -> None:
    (page,) = reading.pages(build(("duties",), soroe_case.content()))
    assert "senest kl. 9.00 samme morgen" in page
    assert "Sektoransvar" in page


def test_one_who_is_refused_is_shown_the_way_to_kompasset() -> None:
    content = refusal()
    words = reading.text(build(("letter",), content))
    assert "Du får ikke den hjælp, du har søgt om" in words
    assert "Et kursus i Kompasset kan give dig den ro, du mangler." in words
    assert "Åben rådgivning i Kompasset, Dr. Kaarsbergsvej 7 i Sorø" in words
    assert "luftfrisker" not in words
    assert "open_counselling" in parts_for(content)
    assert "duties" not in parts_for(content)
    assert SUPPORT not in words


def test_the_sheet_on_open_counselling_says_where_and_what() -> None:
    (page,) = reading.pages(build(("open_counselling",), refusal()))
    for said in ("Dr. Kaarsbergsvej 7, 4180 Sorø", "anonym", "1-3 rådgivningssamtaler"):
        assert said in page
    assert lix(page) <= PLAIN


def test_no_sentence_of_the_letter_is_long() -> None:
    sentences = re.split(r"(?<=[.?!:])\s", reading.text(granted()))
    prose = [s for s in sentences if s.endswith(".") and " " in s]
    words = sorted(len(s.split()) for s in prose)
    assert words[len(words) // 2] <= 15


def test_a_course_alone_is_followed_up_in_its_own_way() -> None:
    """SOR-071: no status is written of a course, and none is spoken of."""
    course = (make.grant("g1", removed=True), need(removed=True, record_id="n1"))
    words = reading.text(build(("letter",), soroe_case.content(*course)))
    assert "Vi ser sammen på, hvad du har fået ud af kurset, når det slutter." in words
    assert "statusnotat" not in words


def test_one_without_help_is_met_again_and_not_the_help() -> None:
    words = reading.text(build(("letter",), refusal()))
    assert "Vi har aftalt, at vi ses igen den 24. maj 2027." in words
    assert "ser på hjælpen sammen" not in words


def test_a_follow_up_of_one_service_among_several_names_it() -> None:
    course = grant(COURSE, "g3", need="n3", starts_on=date(2026, 12, 7), ends_on=date(2027, 6, 6))
    removed = make.grant("g1", removed=True)
    content = soroe_case.content(course, removed, make.decision_item("n3", "granted"))
    words = reading.text(build(("letter",), content))
    assert "Individuelt forløb: Vi følger op den 15. februar 2027." in words
    assert "Vi følger op på hjælpen den" not in words
