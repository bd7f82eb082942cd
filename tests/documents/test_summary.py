"""A letter in short: easy to read, in every variant, and with no reason of our own."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.documents.content import Content, Part
from app.documents.easy import first_sentences
from app.documents.package import build, build_volumes, parts_for
from app.documents.parts import parts_with
from app.domain.records import Hearing, ProcessingNotice, Record
from app.domain.standard import Standard
from app.domain.standard_file import load_standard
from tests import factories as make
from tests.documents import reading, sample, support, variants
from tests.documents.plain import lix

FILES = sorted((make.RESOURCES / "standards").glob("*-*.toml"))
EASY = 30
everywhere = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
every = pytest.mark.parametrize("variant", list(variants.VARIANTS))
SAID = {
    "granted": "Vi siger ja. Du får den hjælp, du har søgt om.",
    "partly": "Du får noget af den hjælp, du har søgt om. Du får ikke:",
    "refused": "Vi siger nej. Du får ikke den hjælp, du har søgt om.",
    "changed": "Vi ændrer din hjælp.",
    "reduced": "Du får mindre hjælp end før.",
    "ended": "Din hjælp hører op.",
    "continued": "Din hjælp fortsætter, som den er.",
    "acute": "Vi siger ja.",
    "on_existing_basis": "Vi siger ja.",
}


def issued(path: Path, variant: str) -> Content:
    made = variants.content(load_standard(path), variant)
    return msgspec.structs.replace(made, draft=False, version=sample.version())


def without_names(words: str, rules: Standard) -> str:
    """Leave out what services and places are called."""
    named = [s.name for s in rules.services]
    named += [u.name for u in (*rules.units, *rules.provider.municipal, *rules.provider.private)]
    named += [line for u in rules.units for line in u.address]
    for name in sorted(named, key=len, reverse=True):
        words = re.sub(re.escape(name), "det", words, flags=re.IGNORECASE)
    return words.replace(rules.municipality.name, "vi")


@everywhere
@every
def test_it_says_the_result_on_one_easy_page(path: Path, variant: str) -> None:
    content = issued(path, variant)
    (page,) = reading.pages(build(["summary"], content))
    assert SAID[variant] in page
    assert "Vi skal have din klage senest 4 uger efter, at du fik brevet." in page
    assert lix(without_names(page, content.standard)) <= EASY


@everywhere
def test_it_is_whole_and_without_gaps_in_each_size(path: Path) -> None:
    for size in ("normal", "20"):
        content = msgspec.structs.replace(issued(path, "partly"), size=size)
        pdf = build(["summary"], content)
        assert reading.faults(pdf) == []
        assert "Mangler" not in reading.text(pdf)


def test_it_tells_each_help_with_how_often_from_when_and_by_whom() -> None:
    words = reading.text(build(["summary"], sample.issued()))
    assert (
        "Personlig pleje: 2 gange om ugen. Fra den 30. november 2026. "
        "Hjælpen kommer fra Handicapcenter Øst."
    ) in words
    assert "Fra den 7. december 2026 til den 30. juni 2027. Din hjælper er Brita" in words


def test_the_reason_is_what_the_visitator_wrote_of_what_is_not_granted() -> None:
    words = reading.text(build(["summary"], sample.issued()))
    assert f"Indkøb: {sample.REFUSED_REASON}" in words
    assert "Tøjvask: Din samlever hænger selv tøjet op." in words


def test_the_reason_of_a_grant_is_its_main_consideration_cut_after_two_sentences() -> None:
    considered = make.decision(
        facts="Du bor alene.", main_considerations="Det ene. Det andet er vigtigt. Det tredje."
    )
    words = reading.text(build(["summary"], support.content(considered)))
    assert "Derfor Det ene. Det andet er vigtigt. Er du" in words


def test_without_a_reason_a_draft_says_that_it_lacks_one_and_invents_none() -> None:
    words = reading.text(build(["summary"], support.content(make.decision(facts=""), draft=True)))
    assert "Derfor [Mangler: din konkrete begrundelse]" in words


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Du falder. Du bor alene. Du er træt.", "Du falder. Du bor alene."),
        ("Du får f.eks. Hjælp A. Mere. Slut.", "Du får f.eks. Hjælp A. Mere."),
        ("Fra 1. Januar er det sådan. To. Tre.", "Fra 1. Januar er det sådan. To."),
        ("ingen store bogstaver. og intet punktum", "ingen store bogstaver. og intet punktum"),
        ("Kan du det? Ja! Nej.", "Kan du det? Ja!"),
        ("", ""),
    ],
)
def test_sentences_are_never_cut_in_two(written: str, kept: str) -> None:
    assert first_sentences(written, 2) == kept


def test_it_follows_the_letter_in_the_package() -> None:
    assert parts_for(sample.issued())[:2] == ("letter", "summary")


def of_letter(letter: Part, *changed: Record, **fields: Any) -> str:
    """Return what the page in short says that goes with a letter which decides nothing."""
    (_, said) = reading.pages(build([letter, "summary"], support.content(*changed, **fields)))
    return said


def test_a_hearing_in_short_says_what_was_told_what_it_may_mean_and_by_when_to_reply() -> None:
    """Forvaltningsloven § 19."""
    words = of_letter("hearing")
    assert "Det kommer fra Jobcentret: Du er ikke mødt op til tre aftaler." in words
    assert "Det kan betyde, at du får mindre hjælp, eller at vi siger nej." in words
    assert "Svar senest den 7. december 2026. Du kan ringe, skrive eller tale med os." in words
    assert "Du bestemmer selv, om du vil svare." in words
    assert "Ring til Støttekontoret, telefon 11 22 33 44." in words
    assert "UDKAST" not in words


def test_it_says_that_there_is_more_in_the_letter_only_where_there_is() -> None:
    more = Hearing(id="ho1", case="k1", content="Det ene. Det andet. Det tredje.")
    assert "Det ene. Det andet. Der står mere i brevet." in of_letter("hearing", more)
    assert "Der står mere" not in of_letter("hearing")


def test_what_does_not_count_against_one_is_said_so() -> None:
    mild = Hearing(id="ho1", case="k1", source="Lægen", content="Du har astma.", detrimental=False)
    words = of_letter("hearing", mild)
    assert "siger nej" not in words
    assert "Det kan få betydning for det svar, du får." in words


def test_without_a_phone_nobody_is_asked_to_call() -> None:
    rules = support.standard()
    units = tuple(msgspec.structs.replace(unit, phones=()) for unit in rules.units)
    content = support.content(standard=msgspec.structs.replace(rules, units=units))
    letter, said = reading.pages(build(["hearing", "summary"], content))
    assert "Du kan skrive eller tale med os." in letter
    assert "Du kan skrive eller tale med os." in said
    assert "Skriv til Støttekontoret, Prøvevej 1, 9999 Prøveby." in said


def test_a_late_answer_in_short_says_when_it_comes_and_why_it_is_late() -> None:
    """Retssikkerhedsloven § 3."""
    words = of_letter("processing_notice")
    assert "Du søgte om socialpædagogisk støtte den 2. november 2026." in words
    assert "Derfor Vi venter på en udtalelse fra din læge." in words
    assert "Du får svar senest den 15. december 2026. Svaret kommer i et brev." in words
    assert "Du skal ikke gøre noget nu." in words


@pytest.mark.parametrize(
    ("letter", "empty", "gaps"),
    [
        ("hearing", Hearing(id="ho1", case="k1"), ["hvad oplysningerne siger"]),
        (
            "processing_notice",
            ProcessingNotice(id="pn1", case="k1"),
            ["grunden til, at svaret kommer senere", "den nye dato"],
        ),
        ("elder_care", make.case(), ["hvorfor sagen hører til under ældreloven"]),
    ],
)
def test_what_nobody_has_written_is_marked_and_never_invented(
    letter: Part, empty: Record, gaps: list[str]
) -> None:
    words = of_letter(letter, empty)
    assert re.findall(r"\[Mangler: (.*?)\]", words) == gaps
    assert "UDKAST" in words


def test_words_too_many_for_an_easy_page_are_pointed_to() -> None:
    endless = "ord og " * 4000
    told = Hearing(id="ho1", case="k1", source="Lægen", content=endless)
    late = ProcessingNotice(id="pn1", case="k1", reason=endless, new_date=date(2026, 12, 15))
    reason = make.decision(main_considerations=endless)
    volumes: list[tuple[list[Part], Content]] = [
        (["summary"], support.content(told, subject="ho1")),
        (["summary"], support.content(late, subject="pn1")),
        (["summary"], support.content(reason)),
    ]
    pages = reading.pages(build_volumes(volumes))
    assert len(pages) == len(volumes)
    for page, title in zip(
        pages,
        ("Det har vi fået at vide", "Derfor tager det længere tid", "Derfor har vi besluttet det"),
        strict=True,
    ):
        assert f"Det står i brevet under »{title}«." in page


def test_each_letter_has_its_own_page_in_short_after_it_and_its_own_title() -> None:
    rules = make.koebenhavn()
    under_other_law = make.case(unit=rules.units[0].id, legal_basis="elder_care_act")
    content = support.content(
        under_other_law, standard=rules, service="personlig_pleje", language="en"
    )
    assert parts_for(content) == ("elder_care", "summary", "other_language")
    assert parts_with("hearing", content) == ("hearing", "summary", "other_language")
    pdf = build(parts_with("hearing", content), content)
    assert reading.bookmarks(pdf) == [
        "Vi vil gerne høre, hvad du siger",
        "Kort fortalt",
        "Our letter in English",
    ]
    assert reading.title(pdf) == "Vi vil gerne høre, hvad du siger"


def test_where_the_municipality_has_no_easy_page_none_goes_with_a_letter() -> None:
    assert parts_with("hearing", support.content()) == ("hearing",)
    assert "Det følger med" not in reading.text(build(["hearing"], support.content()))
