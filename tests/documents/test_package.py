"""The package and its form: tags, bookmarks, draft marks, sameness, characters, size."""

import hashlib
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.documents.package import PARTS, Part, build, unprintable
from app.errors import KnownError
from tests import factories as make
from tests.documents import reading, sample

# The parts of København's decision.
PACKAGE: tuple[Part, ...] = (
    "letter",
    "assessment_form",
    "consents",
    "workplace",
    "free_choice",
    "self_chosen",
)
ROOT = Path(__file__).resolve().parents[2]
NASTY = "æøå ÆØÅ é ü ß č ŋ ł „citat“ – — ½ §\x00\x07\u202e e\u0301 <b>&amp; 1502779995\n\n- linje"


@pytest.mark.parametrize("part", PARTS)
def test_each_part_alone_is_a_whole_tagged_pdf(part: Part) -> None:
    assert reading.faults(build([part], sample.content())) == []


@pytest.mark.parametrize("draft", [True, False])
def test_the_package_is_one_tagged_pdf(draft: bool) -> None:
    content = sample.content() if draft else sample.issued()
    assert reading.faults(build(PACKAGE, content)) == []


def test_the_package_has_a_bookmark_for_each_part() -> None:
    titles = reading.bookmarks(build(PACKAGE, sample.content()))
    assert titles == [
        "Du får noget af den hjælp, du har søgt om",
        "Visitationsskema",
        "Dine samtykker",
        "Dit hjem som arbejdsplads",
        "Frit valg af leverandør",
        "Selvvalgt hjælper",
    ]


def test_every_page_of_a_draft_says_udkast() -> None:
    pages = reading.pages(build(PACKAGE, sample.content()))
    assert len(pages) > 8
    assert all("UDKAST" in words for words in pages)


def test_no_page_of_an_issued_package_says_udkast() -> None:
    words = reading.text(build(PACKAGE, sample.issued())).lower()
    assert "udkast" not in words
    assert "[mangler" not in words


def test_each_part_counts_its_own_pages() -> None:
    pages = reading.pages(build(["letter", "self_chosen"], sample.issued()))
    count = len(pages) - 1
    assert all(f"Side {i + 1} af {count}" in pages[i] for i in range(count))
    assert "Side 1 af 1" in pages[-1]


def test_the_same_content_gives_the_same_bytes_in_another_process() -> None:
    script = (
        "import hashlib; from tests.documents import sample;"
        "from app.documents.package import build;"
        "from tests.documents.test_package import PACKAGE;"
        "print(hashlib.sha256(build(PACKAGE, sample.issued(receiver='file'))).hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "4711"},
        capture_output=True,
        text=True,
        check=True,
    )
    here = hashlib.sha256(build(PACKAGE, sample.issued(receiver="file"))).hexdigest()
    assert other.stdout.strip() == here


def test_another_day_gives_other_bytes() -> None:
    assert build(["letter"], sample.content()) != build(
        ["letter"], sample.content(today=date(2026, 11, 24))
    )


def test_what_is_heard_is_what_is_seen(tmp_path: Path) -> None:
    pdf = build(["letter"], sample.issued())
    seen, heard = set(reading.text(pdf).split()), set(reading.heard(pdf).split())
    running = {"·", "Afgørelse", "Sag", "Side", "af", "i", "om", "hjælp", "hjemmet"}
    assert heard <= seen
    assert reading.heard(pdf) == reading.heard_by_poppler(pdf, tmp_path)
    assert {w for w in seen - heard - running if not w.isdigit()} == set()


def test_words_at_the_end_of_a_line_stay_apart_for_a_screen_reader() -> None:
    words = "Hjælpen bliver givet hjemme hos dig selv. " * 30
    content = sample.content(make.decision(facts=words))
    assert reading.squeeze(words) in reading.heard(build(["letter"], content))


def test_danish_and_other_latin_letters_come_out_as_they_went_in() -> None:
    content = sample.content(make.decision(facts=NASTY.replace("\x00", "")))
    words = reading.text(build(["letter"], content))
    assert "æøå ÆØÅ é ü ß č ŋ ł „citat“ – — ½ § é <b>&amp; 1502779995" in words


def test_characters_that_no_font_has_are_found_before_a_letter_is_made() -> None:
    assert unprintable("Hej 😀 og שלום og 😀") == ("😀", "ש", "ל", "ו", "ם")
    assert unprintable("Æblegrød ☑ → ł e\u0301 \x07 – „ “ ½\n") == ()


def test_an_issued_document_with_such_a_character_is_refused_with_its_name() -> None:
    with pytest.raises(KnownError) as refused:
        build(["letter"], sample.issued(make.decision(facts="Du er glad 😀")))
    assert refused.value.key == "documents.unprintable"
    assert refused.value.params == {"characters": "😀"}


def test_a_draft_with_such_a_character_shows_its_code() -> None:
    pdf = build(["letter"], sample.content(make.decision(facts="Du er glad 😀")))
    assert "Du er glad [U+1F600]" in reading.text(pdf)


@pytest.mark.parametrize("word", ["Vi har talt om det i dag. ", "A"])
def test_twenty_thousand_characters_in_a_field_come_out_whole(word: str) -> None:
    words = (word * 20_000)[:20_000]
    content = sample.content(
        make.decision(facts=words), make.assessment("bad", "3", own_words=words)
    )
    pdf = build(["letter", "assessment_form"], content)
    assert reading.faults(pdf) == []
    count = reading.text(pdf).replace(" ", "").count(word.replace(" ", ""))
    assert count >= 2 * words.count(word)


def test_three_hundred_services_are_a_table_that_repeats_its_head() -> None:
    grants = [make.grant(f"x{i}", need="n1", purpose=f"Formål {i}.") for i in range(300)]
    pdf = build(["letter"], sample.content(*grants))
    assert reading.faults(pdf) == []
    assert reading.roles(pdf).count("TR") > 300
    assert sum("Hvem kommer" in words for words in reading.pages(pdf)) > 5
    assert "Formål 299." in reading.text(pdf)


def test_an_empty_case_makes_a_draft_and_every_part() -> None:
    empty = sample.content(casefile=make.casefile(make.citizen(name="", cpr=None, address=None)))
    assert reading.faults(build(PACKAGE, empty)) == []


def test_a_very_long_name_stays_on_the_page() -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff" * 4
    content = sample.content(make.citizen(name=name))
    pdf = build(["letter", "assessment_form", "consents"], content)
    assert reading.faults(pdf) == []
    assert name in reading.text(pdf).replace(" ", "")


def test_the_file_says_its_title_language_and_that_it_is_tagged() -> None:
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(build(PACKAGE, sample.issued()))) as document:
        assert str(document.Root.Lang) == "da-DK"
        assert bool(document.Root.MarkInfo.Marked)
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert str(document.docinfo["/Title"]) == "Afgørelse om hjælp med bilag"
        assert "Berggren" not in str(document.docinfo)
