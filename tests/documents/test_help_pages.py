"""Pages beside the letter: the decision in another language, and how personal data is used."""

import io
import tomllib
from typing import Any

import msgspec
import pikepdf
import pytest

from app.documents import facts
from app.documents.content import Content
from app.documents.languages import help_language
from app.documents.package import build, parts_for
from app.documents.passages import standard_passages
from app.domain.records import DecisionVersion
from app.domain.standard import Enclosure
from app.domain.standard_file import untold
from app.domain.standard_names import SHEETS
from app.domain.standard_parts import DataProtection
from app.texts import RESOURCES, help_languages
from tests import factories as make
from tests.documents import reading, sample, variants
from tests.documents.opened import Opened
from tests.documents.plain import lix

PLAIN = 40
KOEBENHAVN = RESOURCES / "standards" / "koebenhavn-83-2007.toml"


def english(**fields: Any) -> bytes:
    return build(["other_language"], sample.issued(language="en", **fields))


def languages(pdf: bytes) -> list[tuple[str, str]]:
    """Return each element that says its language, with its role."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = Opened(document).elements
        return [(str(e.S)[1:], str(e["/Lang"])) for e in found if "/Lang" in e]


def test_the_english_part_is_tagged_english_and_says_that_the_danish_text_holds() -> None:
    pdf = build(["letter", "other_language"], sample.issued(language="en"))
    assert languages(pdf) == [("Sect", "en-GB"), ("P", "da-DK")]
    assert reading.faults(pdf) == []
    words = reading.heard_parts(pdf)[1]
    assert "the Danish text is the one that counts" in words
    assert "Den danske tekst gælder." in words


def test_the_english_part_tells_the_decision_and_the_sheets() -> None:
    words = reading.text(english())
    assert "You will get some of the help you applied for." in words
    assert "Personlig pleje: 2 times a week. From 30 November 2026." in words
    assert "no later than 4 weeks after you received the letter" in words
    assert "You choose who comes" in words
    assert "How we use your personal data" in words
    assert "Page 1 of" in words


def test_the_visitators_reasons_are_not_translated_but_pointed_to() -> None:
    words = reading.text(english())
    assert sample.REFUSED_REASON not in words
    assert "under the heading “Derfor har vi besluttet det”" in words


def test_a_draft_in_english_says_so() -> None:
    pages = reading.pages(build(["other_language"], sample.content(language="en")))
    assert all("DRAFT" in page for page in pages)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"help_language": "en"}, "en"),
        ({"help_language": "da", "language": "engelsk"}, ""),
        ({"language": "Engelsk"}, "en"),
        ({"language": "English"}, "en"),
        ({"language": "polsk"}, ""),
        ({"help_language": "xx"}, ""),
        ({}, ""),
    ],
)
def test_help_pages_come_when_the_citizen_needs_them(fields: dict[str, str], code: str) -> None:
    content = sample.issued(make.citizen(**fields))
    assert help_language(content) == code
    assert ("other_language" in parts_for(content)) is bool(code)


def test_a_language_is_chosen_for_one_copy() -> None:
    assert help_language(sample.issued(language="en")) == "en"


def test_each_language_of_help_has_every_text_that_english_has() -> None:
    wanted = keys_of("en")
    assert "en" in help_languages()
    assert [code for code in help_languages() if keys_of(code) != wanted] == []


def test_every_sheet_that_a_standard_can_enclose_is_told_in_each_language_of_help() -> None:
    rules = make.koebenhavn()
    sheets = [msgspec.convert({"id": each, "title": each}, Enclosure) for each in SHEETS]
    rules = msgspec.structs.replace(rules, enclosures=tuple(sheets))
    for kind in ("granted", "refused"):  # some go along where help is given, others where not
        content = msgspec.structs.replace(variants.content(rules, kind), language="en")
        going = [each.id for each in facts.enclosed(content)]
        titles = reading.all_bookmarks(build(["other_language"], content))
        said = standard_passages("en")
        assert [e for e in going if said.line(f"documents.{e}.title") not in titles] == []
        assert going


def keys_of(code: str) -> set[str]:
    source = (RESOURCES / "texts" / code / "documents.toml").read_text(encoding="utf-8")
    return {f"{t}.{key}" for t, table in tomllib.loads(source).items() for key in table}


def sheet(content: Content) -> str:
    return reading.text(build(["personal_data"], content))


def told(**fields: Any) -> Content:
    rules = make.koebenhavn()
    municipality = msgspec.structs.replace(
        rules.municipality, data_protection=DataProtection(**fields)
    )
    return sample.issued(standard=msgspec.structs.replace(rules, municipality=municipality))


def test_the_sheet_on_personal_data_says_what_the_law_asks_for() -> None:
    """Databeskyttelsesforordningen art. 13, stk. 1 og 2."""
    words = sheet(sample.issued())
    for said in (
        "Københavns Kommune har ansvaret for dine oplysninger",
        "databeskyttelsesrådgiver",
        "Hvad bruger vi dem til?",
        "artikel 6, stk. 1, litra c og e",
        "Hvem får dem?",
        "Hvor længe gemmer vi dem?",
        "Sender vi dem ud af EU?",
        "at se, hvad vi har om dig",
        "at få rettet det, der er forkert",
        "Det kan du altid trække tilbage.",
        "Datatilsynet, Carl Jacobsens Vej 35",
        "Skal du fortælle os det hele?",
        "Ingen computer afgør din sag.",
    ):
        assert said in words
    assert lix(words) <= PLAIN


def test_what_the_municipality_has_not_said_becomes_whom_to_ask() -> None:
    words = sheet(sample.issued())
    assert "Vil du tale med rådgiveren, så spørg os." in words
    assert "Vil du vide, hvor længe det er, så spørg os." in words
    assert "kommer uden for EU, så spørg os." in words


def test_what_the_municipality_has_said_stands_in_its_words() -> None:
    content = told(
        officer_email="dpo@proeve.dk",
        officer_phone="11 22 33 44",
        kept="Vi sletter sagen efter fem år.",
        receivers=("Prøvekommunens apotek",),
        transfers="Nej.",
    )
    words = sheet(content)
    assert "Du kan få fat i rådgiveren her: 11 22 33 44, dpo@proeve.dk." in words
    assert "Vi sletter sagen efter fem år." in words
    assert "• Prøvekommunens apotek" in words
    assert "spørg os." not in words


def test_the_check_of_a_standard_names_what_the_sheet_cannot_say() -> None:
    said = [problem.expected for problem in untold(KOEBENHAVN)]
    assert [words.partition(" ")[0] for words in said] == [
        "databeskyttelsesrådgiverens",
        "kept",
        "transfers",
    ]
    assert {problem.table for problem in untold(KOEBENHAVN)} == {"municipality"}


def test_the_sheet_goes_with_the_first_decision_alone() -> None:
    earlier = DecisionVersion(id="dv0", decision="another", case="k1", number=1)
    again = DecisionVersion(id="dv0", decision=make.DECISION, case="k1", number=1)
    assert "personal_data" in parts_for(sample.issued())
    assert "personal_data" in parts_for(sample.issued(again))
    assert "personal_data" not in parts_for(sample.issued(earlier))
