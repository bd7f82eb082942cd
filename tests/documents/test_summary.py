"""The decision in short: easy to read, in every variant, and with no reason of our own."""

import re
from pathlib import Path

import msgspec
import pytest

from app.documents.content import Content
from app.documents.package import build, parts_for
from app.documents.summary import first_sentences
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
