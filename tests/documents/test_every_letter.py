"""Every kind of decision letter under every standard: whole, plain, and nothing said twice."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from app.documents.content import Content
from app.documents.package import build, parts_for
from app.domain.standard import Standard
from app.domain.standard_file import load_standard
from tests import factories as make
from tests.documents import reading, sample, soroe_case, support, test_letter_85, variants
from tests.documents.test_texts import PLAIN, lix

FILES = sorted((make.RESOURCES / "standards").glob("*-*.toml"))
LONG = 8
AFTER_BOX = "Det har vi besluttet"
HEADINGS = {
    "granted": "Du får den hjælp, du har søgt om",
    "partly": "Du får noget af den hjælp, du har søgt om",
    "refused": "Du får ikke den hjælp, du har søgt om",
    "changed": "Vi ændrer din hjælp",
    "reduced": "Du får mindre hjælp end før",
    "ended": "Din hjælp hører op",
    "continued": "Din hjælp fortsætter",
    "acute": "Hjælpen kunne derfor begynde den 20. november 2026, før",
    "on_existing_basis": "Disse oplysninger mangler: En udtalelse fra din læge.",
}


@cache
def shipped(path: Path) -> Standard:
    return load_standard(path)


every = pytest.mark.parametrize("variant", list(variants.VARIANTS))
everywhere = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@everywhere
@every
def test_each_kind_of_letter_is_whole_and_plain_under_each_standard(
    path: Path, variant: str, tmp_path: Path
) -> None:
    content = variants.content(shipped(path), variant)
    pdf = build(["letter"], content)
    words = reading.text(pdf)
    assert reading.faults(pdf) == []
    assert HEADINGS[variant] in words
    assert "Mangler:" not in words
    assert "hos borgeren" not in words
    assert lix(words) <= PLAIN
    assert said_twice(content, tmp_path) == []


@everywhere
@every
def test_what_goes_with_each_letter_is_whole_too(path: Path, variant: str) -> None:
    content = variants.content(shipped(path), variant)
    assert reading.faults(build([*parts_for(content), "order"], content)) == []


@pytest.mark.parametrize(
    "content",
    [
        sample.issued(),
        soroe_case.content(),
        test_letter_85.case(test_letter_85.koege()),
        test_letter_85.case(test_letter_85.kerteminde()),
        support.content(),
    ],
    ids=["koebenhavn", "soroe", "koege", "kerteminde", "small"],
)
def test_no_sentence_stands_twice_in_a_whole_case(content: Content, tmp_path: Path) -> None:
    assert said_twice(content, tmp_path) == []


def said_twice(content: Content, folder: Path) -> list[str]:
    """Return each run of eight words within a sentence that the letter holds twice.

    The box at the top says again what is to be seen first. What somebody typed is theirs to
    repeat: the areas of a case hold the same words here.
    """
    words = reading.heard(build(["letter"], content)).partition(AFTER_BOX)[2]
    for typed in support.TYPED:
        words = words.replace(typed, ". ")
    sentences = re.split(r"(?<=[.?!:•])\s", words)
    runs = [
        " ".join(found[i : i + LONG])
        for sentence in sentences
        for found in [re.findall(r"\w+", sentence.lower())]
        for i in range(len(found) - LONG + 1)
    ]
    return [run for run, count in Counter(runs).items() if count > 1]
