"""Sentences that can be read aloud: short, each about one thing, and no heap of paragraphs."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.standard import LetterText
from app.domain.standard_file import load_standard
from tests import factories as make
from tests.documents import sample
from tests.documents.plain import lix, own_words
from tests.documents.test_texts import DANISH, sentences

FILES = sorted((make.RESOURCES / "standards").glob("*-*.toml"))
# Words in a sentence, and paragraphs of law in one passage.
LONGEST, MOST_LAW = 25, 2


def too_long(texts: Iterator[str]) -> list[str]:
    """Return the sentences that are too long to be read aloud in one breath."""
    parts = (part for text in texts for part in re.split(r"(?<=[.:!?])\s*(?=\s|[A-ZÆØÅ])", text))
    lines = (line for part in parts for line in part.split("\n"))
    return [line for line in lines if len(re.findall(r"\w+", line)) > LONGEST]


def said(texts: tuple[LetterText, ...]) -> Iterator[str]:
    for text in texts:
        yield from (*text.paragraphs, *text.bullets)


@pytest.mark.parametrize("name", ["letter", "documents"])
def test_each_sentence_of_the_templates_is_short(name: str) -> None:
    table = tomllib.loads((DANISH / f"{name}.toml").read_text(encoding="utf-8"))
    without_addresses = (s for s in sentences(table) if "www." not in s)
    assert too_long(without_addresses) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_sentence_that_a_standard_brings_is_short_and_piles_up_no_law(path: Path) -> None:
    standard = load_standard(path)
    letters = tuple(t for t in (*standard.passages, *standard.complaint) if t.in_letter)
    sheets = tuple(t for sheet in standard.sheets for t in sheet.passages)
    texts = [*said(letters), *said(sheets), *said(make.denmark().passages)]
    assert too_long(iter(texts)) == []
    assert [t for t in texts if t.count("§") > MOST_LAW] == []


def test_what_is_measured_is_neither_names_nor_law_nor_what_was_typed() -> None:
    content = sample.content()
    typed = content.casefile.decision_item("n4").reasons
    words = (
        f"Vi har set på det. {typed} Reglerne: servicelovens § 83, stk. 1, nr. 1 "
        f"(personlig hjælp og pleje). {content.standard.title}. {content.name} siger nej."
    )
    measured = own_words(words, content)
    assert "Vi har set på det." in measured
    assert "siger nej." in measured
    for gone in (typed, "§", content.standard.title, content.name):
        assert gone not in measured


def test_a_hard_sentence_is_harder_than_an_easy_one() -> None:
    easy = "Du får hjælp til bad. Vi ses på mandag."
    hard = (
        "Bevillingen gennemføres efter kvalitetsstandardens bestemmelser om hjælpeforanstaltninger."
    )
    assert lix(easy) < 20 < 60 < lix(hard)
    assert too_long(iter([" ".join(["ord"] * 26) + "."])) != []
