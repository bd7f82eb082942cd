"""Every kind of decision letter under every standard: whole, plain, and nothing said twice."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec
import pytest

from app.documents.content import PARTS, Content, Part, Size
from app.documents.package import build, build_volumes, parts_for
from app.documents.parts import parts_with
from app.domain.standard import Standard
from app.domain.standard_file import load_standard
from tests import factories as make
from tests.documents import reading, sample, soroe_case, support, test_letter_85, variants
from tests.documents.blocks import astray
from tests.documents.plain import own_words
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
WHY_ELDER = "Du klarer mindre selv, fordi du er blevet ældre."
# The letters of a case that are no decision: what each must say, in this order.
BESIDE: dict[Part, tuple[str, ...]] = {
    "hearing": ("Vi vil gerne høre", "Jobcentret", "Du er ikke mødt op", "Sådan svarer du"),
    "processing_notice": ("Du får svar senere", "15. december 2026", "udtalelse fra din læge"),
    "elder_care": ("Din sag hører til under ældreloven", WHY_ELDER, "ikke enig?"),
}
# And what each says in short, in Danish and as help in English.
IN_SHORT: dict[Part, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "hearing": (
        ("Vi har ikke besluttet noget endnu.", "Du er ikke mødt op", "Svar senest den 7. december"),
        ("We have not decided anything yet.", "“Det har vi fået at vide”", "7 December 2026"),
    ),
    "processing_notice": (
        ("Vi har ikke besluttet noget endnu.", "udtalelse fra din læge", "senest den 15. december"),
        ("We have not decided anything yet.", "“Derfor tager det længere tid”", "15 December 2026"),
    ),
    "elder_care": (
        ("Vi har ikke sagt ja eller nej", WHY_ELDER, "Fortæl os, om vi må", "klage over"),
        ("We have not said yes or no", "“Derfor er det ældreloven”", "whether we may", "complain"),
    ),
}
EASY = 25


@cache
def shipped(path: Path) -> Standard:
    return load_standard(path)


every = pytest.mark.parametrize("variant", list(variants.VARIANTS))
everywhere = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def large_ones() -> list[tuple[Path, str, Size]]:
    """Return each kind of letter in both sizes of large print; the standards take turns."""
    kinds = list(variants.VARIANTS)
    sizes: tuple[Size, Size] = ("16", "20")
    turns = enumerate(kinds * 2)
    return [(FILES[i % len(FILES)], kind, sizes[i // len(kinds)]) for i, kind in turns]


def name_of(value: Path | str) -> str:
    return value.stem if isinstance(value, Path) else value


@everywhere
@every
def test_each_letter_with_all_that_goes_along_is_whole_and_plain_under_each_standard(
    path: Path, variant: str, tmp_path: Path
) -> None:
    """One package answers all: it takes longer to make than to read."""
    content = variants.content(shipped(path), variant)
    pdf = build([*parts_for(content), "order"], content)
    assert reading.faults(pdf) == []
    assert reading.qpdf_says(pdf, tmp_path) == ""
    pages, (heard, *enclosed) = reading.pages(pdf), reading.heard_parts(pdf)
    seen = letter_pages(pages)
    assert list(astray(heard, content, variant)) == []
    assert list(astray(seen, content, variant, by_first_words=True)) == []
    assert HEADINGS[variant] in seen
    assert "Mangler:" not in " ".join(pages)
    assert "hos borgeren" not in seen
    assert lix(seen) <= PLAIN
    citizens = [heard, *enclosed[:-1]]  # the order is a form for the provider
    assert max(lix(own_words(words, content)) for words in citizens) <= PLAIN
    assert said_twice(heard) == []


@pytest.mark.parametrize(("path", "variant", "size"), large_ones(), ids=name_of)
def test_each_letter_is_whole_in_large_print(path: Path, variant: str, size: Size) -> None:
    content = variants.content(shipped(path), variant)
    pdf = build(["letter"], msgspec.structs.replace(content, size=size))
    assert reading.faults(pdf) == []
    heard = reading.heard(pdf)
    assert list(astray(heard, content, variant)) == []
    assert list(astray(reading.text(pdf), content, variant, by_first_words=True)) == []
    assert said_twice(heard) == []


@pytest.mark.parametrize("size", ["normal", "16", "20"])
def test_every_document_that_there_is_is_whole_in_each_size(size: Size, tmp_path: Path) -> None:
    pdf = build(PARTS, sample.issued(size=size))
    assert reading.faults(pdf) == []
    assert reading.qpdf_says(pdf, tmp_path) == ""
    assert len(reading.heard_parts(pdf)) == len(PARTS)


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
def test_no_sentence_stands_twice_in_a_whole_case(content: Content) -> None:
    assert said_twice(reading.heard(build(["letter"], content))) == []


@everywhere
def test_the_letters_beside_a_decision_say_who_writes_to_whom_why_and_what_then(path: Path) -> None:
    """Hearing, a late answer, guidance to the other law (forvaltningsloven §§ 7 and 19).

    Each is told in short on an easy page, and in English as help.
    """
    rules = shipped(path)
    content = beside(rules)
    pdf = build_volumes([(parts_with(letter, content), content) for letter in BESIDE])
    assert reading.faults(pdf) == []
    assert "Mangler" not in reading.text(pdf)
    frame = (rules.municipality.name, "Ruddi Test Berggren", "23. november 2026", "2026-01447")
    heard = reading.heard_parts(pdf)
    for letter, words, short, english in zip(
        BESIDE, heard[::3], heard[1::3], heard[2::3], strict=True
    ):
        told, holds = (
            IN_SHORT[letter],
            ("the Danish text is the one that counts", "Den danske tekst gælder."),
        )
        end = ("Det følger med brevet: Kort fortalt og brevet på et andet sprog.", "Venlig hilsen")
        assert in_order(words, (*frame, *BESIDE[letter], *end, content.name))
        assert in_order(
            short, ("Kort fortalt", "Hvorfor skriver vi?", *told[0], "Har du spørgsmål")
        )
        assert in_order(
            english, ("Our letter in English", *holds, *told[1], "Do you have any questions")
        )
        assert lix(own_words(short, content)) <= EASY


def beside(rules: Standard) -> Content:
    """Return a case with what each letter is about, for a citizen who needs English too."""
    service = next(s.id for s in rules.services if s.visitated)
    case = make.case(
        number="2026-01447",
        unit=rules.units[0].id,
        target_group="",
        legal_basis="elder_care_act",
        legal_basis_reason=WHY_ELDER,
    )
    return support.content(case, standard=rules, service=service, language="en")


def in_order(words: str, told: Sequence[str]) -> bool:
    """Tell whether each thing is said after the one before it."""
    for each in told:
        _, found, words = words.partition(each)
        if not found:
            return False
    return True


def letter_pages(pages: list[str]) -> str:
    """Return the words on the pages of the letter, which stands first in its package."""
    count = re.search(r"Side 1 af (\d+)", pages[0])
    assert count is not None
    return " ".join(pages[: int(count[1])])


def said_twice(letter: str) -> list[str]:
    """Return each run of eight words within a sentence that the letter holds twice.

    The box at the top says again what is to be seen first. What somebody typed is theirs to
    repeat: the areas of a case hold the same words here.
    """
    words = letter.partition(AFTER_BOX)[2]
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
