"""Large print: nothing smaller than it says, the same to hear, and the same for the post."""

import io
import re
import subprocess

import pikepdf
import pytest

from app.documents.content import LETTERS, SIZES, Part, Size
from app.documents.look import RUNNING
from app.documents.package import build
from tests import factories as make
from tests.documents import reading, sample
from tests.documents.opened import Opened

PARTS: tuple[Part, ...] = (
    "letter",
    "hearing",
    "processing_notice",
    "elder_care",
    "summary",
    "other_language",
    "assessment_form",
    "workplace",
    "consents",
    "free_choice",
)
MM = 72 / 25.4
large = pytest.mark.parametrize("size", ["16", "20"])


def sizes_on(page: pikepdf.Page) -> set[float]:
    """Return the sizes of the fonts that words are drawn in."""
    found, current = set(), 0.0
    for step in pikepdf.parse_content_stream(page):
        if str(step.operator) == "Tf":
            current = float(step.operands[1])
        elif str(step.operator) in ("Tj", "TJ", "'", "T*"):
            found.add(current)
    return found


@large
def test_nothing_is_smaller_than_the_print_but_what_runs_along(size: Size) -> None:
    pdf = build(PARTS, sample.issued(size=size))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        begins = zip(PARTS, Opened(document).first_pages(), strict=True)
        letterheads = {number for part, number in begins if part in LETTERS}
        pages = (page for number, page in enumerate(document.pages, 1) if number not in letterheads)
        found = set().union(*map(sizes_on, pages))
    smaller = {drawn for drawn in found if 0 < drawn < float(size)}
    assert 0.95 * RUNNING[size] < min(smaller) <= max(smaller) == RUNNING[size]


@large
def test_large_print_is_heard_as_the_usual_print_is(size: Size) -> None:
    # The profile of the form may need more pictures than one.
    parts: tuple[Part, ...] = tuple(p for p in PARTS if p != "assessment_form")
    usual, large = (build(parts, sample.issued(size=s)) for s in ("normal", size))
    assert reading.heard(large) == reading.heard(usual)
    assert reading.roles(large) == reading.roles(usual)
    assert reading.faults(large) == []


@large
def test_a_table_in_blocks_breaks_no_word_and_says_its_labels_at_each_row(size: Size) -> None:
    words = reading.text(build(["letter"], sample.issued(size=size)))
    assert words.count("Hvem kommer") == 3
    assert "Rengøring" in words
    assert "socialpædagogiskemedarbejderordning" in reading.text(
        build(["letter"], sample.issued(make.grant("g1", need="n1", purpose=_LONG), size=size))
    )


_LONG = "Du kender din socialpædagogiskemedarbejderordning."


@pytest.mark.parametrize("size", SIZES)
def test_the_address_stands_in_the_window_of_the_envelope(size: Size) -> None:
    found = subprocess.run(
        ["pdftotext", "-bbox", "-l", "1", "-", "-"],
        input=build(["letter"], sample.issued(size=size)),
        capture_output=True,
        check=True,
    )
    lines = re.findall(r'xMin="(.*?)" yMin="(.*?)".*yMax="(.*?)">(.*?)<', found.stdout.decode())
    places = {word: (float(x), float(y), float(end)) for x, y, end, word in reversed(lines)}
    for word in ("Ruddi", "Testjulianevej", "8000"):
        x, y, end = places[word]
        assert 20 * MM < x < 100 * MM
        assert 57 * MM <= y <= end <= 88 * MM


@pytest.mark.parametrize("size", SIZES)
def test_who_signs_stands_with_the_greeting_and_pages_are_counted(size: Size) -> None:
    pages = reading.pages(build(["letter"], sample.issued(size=size)))
    signed = next(page for page in pages if "Venlig hilsen" in page)
    assert "Sanne Test Visitator" in signed
    assert all(f"Side {n} af {len(pages)}" in page for n, page in enumerate(pages, start=1))


def test_the_size_follows_the_citizens_need_unless_another_is_chosen() -> None:
    needs = make.citizen(letter_size="20")
    asked = build(["letter"], sample.issued(needs))
    assert asked == build(["letter"], sample.issued(needs, size="20"))
    assert asked != build(["letter"], sample.issued(needs, size="normal"))


def test_the_file_has_what_the_citizen_got_and_others_read_usual_print() -> None:
    needs = make.citizen(letter_size="16")
    assert sample.issued(needs, receiver="file").size_of("letter") == "16"
    assert sample.issued(needs).size_of("order") == "normal"
    assert sample.issued(needs, receiver="representative").size_of("letter") == "normal"
    assert sample.issued(needs, receiver="provider", size="20").size_of("order") == "20"


def test_twenty_thousand_characters_come_out_in_large_print_too() -> None:
    words = "Vi har talt om det i dag. " * 800
    content = sample.issued(make.assessment("bad", "3", own_words=words), size="20")
    said = reading.text(build(["assessment_form"], content))
    assert said.split().count("talt") == 800
