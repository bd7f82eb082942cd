"""Columns of tables and lists: wide enough for their words, none wider than it needs."""

import re
import subprocess
from datetime import date

import msgspec
import pytest

from app.documents.package import build
from app.domain.standard import Service
from tests import factories as make
from tests.documents import reading, soroe_case, support
from tests.documents.test_letter_85 import case, koege

LONG_WORD = "socialpædagogiskemedarbejderordning"
KOEGE = "Køge Kommunes egne socialpædagogiske medarbejdere"


def laid_out(pdf: bytes) -> list[str]:
    """Return the lines as they stand on the pages, their columns apart."""
    found = subprocess.run(
        ["pdftotext", "-layout", "-enc", "UTF-8", "-", "-"],
        input=pdf,
        capture_output=True,
        check=True,
    )
    return found.stdout.decode().splitlines()


@pytest.mark.parametrize("part", ["letter", "assessment_form"])
def test_a_long_word_is_never_broken(part: str) -> None:
    chosen = make.provider_choice(service="support", provider=f"Vores {LONG_WORD}")
    lines = laid_out(build([part], support.content(chosen)))  # type: ignore[list-item]
    assert any(LONG_WORD in line for line in lines)


@pytest.mark.parametrize("part", ["letter", "assessment_form"])
def test_a_long_name_of_a_provider_takes_no_more_than_three_lines(part: str) -> None:
    chosen = make.provider_choice(service="socialpaedagogisk_stoette", provider=KOEGE)
    lines = laid_out(build([part], case(koege(), chosen)))  # type: ignore[list-item]
    first = next(i for i, line in enumerate(lines) if "Køge Kommunes" in line and i > 5)
    told = " ".join(lines[first : first + 3])
    assert [word for word in KOEGE.split() if word not in told] == []


def test_a_label_is_as_wide_as_its_longest_word() -> None:
    person = make.citizen(name="Ruddi Test Berggren")
    lived = make.member(name=LONG_WORD)
    lines = laid_out(build(["assessment_form"], support.content(person, lived)))
    assert any(LONG_WORD in line for line in lines)


def test_a_table_fills_the_width_of_the_text() -> None:
    from app.documents.story import Story
    from app.documents.tagging.elements import Element

    story = Story(Element("Document"), "letter", draft=False)
    story.table((1, 1, 1), ["a", "b", "c"], [["kort", "et " * 90, ""]])
    grid = next(f for f in story.flow if hasattr(f, "widths"))
    assert sum(grid.widths) == pytest.approx(463.0, abs=1)
    assert grid.widths[1] > grid.widths[0]


def test_neither_a_date_nor_a_paragraph_is_broken_after_its_number() -> None:
    from app.documents.facts import day_words
    from app.documents.story import Story
    from app.documents.tagging.elements import Element

    story = Story(Element("Document"), "letter", draft=False)
    said = f"Fra {day_words(date(2027, 3, 26))} efter servicelovens §§ 82 a og 85"
    story.text(f"{said} " * 40)
    paragraph = story.flow[0]
    for width in range(160, 420, 20):
        paragraph.wrap(width, 1e6)
        ends = {line.text.split(" ")[-2] for line in paragraph.lines}
        assert not {"26.", "§§", "§"} & ends


def excluded(count: int) -> Service:
    texts = tuple(f"Det, nummer {n} handler om." for n in range(1, count + 1))
    return msgspec.structs.replace(support.standard().services[0], exclusions=texts)


def letter_with(count: int) -> bytes:
    rules = support.standard()
    services = (excluded(count), *rules.services[1:])
    standard = msgspec.structs.replace(rules, services=services)
    return build(["letter"], support.content(standard=standard))


@pytest.mark.parametrize(("count", "listed"), [(3, False), (4, True), (11, True)])
def test_more_than_three_exclusions_are_a_list(count: int, listed: bool) -> None:
    words = reading.text(letter_with(count))
    told = words.partition("Hjælpen omfatter normalt ikke:")[2]
    assert told.startswith(" •" if listed else " Det, nummer 1")


def test_a_list_in_two_columns_is_read_down_the_left_one_first() -> None:
    pdf = letter_with(11)
    heard = reading.heard(pdf).partition("normalt ikke:")[2]
    assert re.findall(r"nummer (\d+)", heard) == [str(n) for n in range(1, 12)]
    assert any(line.count("Det, nummer") == 2 for line in laid_out(pdf))
    assert reading.faults(pdf) == []


@pytest.mark.parametrize("count", [40, 90, 150])
def test_a_list_in_two_columns_goes_on_on_the_next_page(count: int) -> None:
    pdf = letter_with(count)
    words = reading.text(pdf)
    assert [n for n in range(1, count + 1) if f"Det, nummer {n} handler om." not in words] == []
    assert reading.faults(pdf) == []


def test_soroes_letter_has_room_on_four_pages() -> None:
    assert len(reading.pages(build(["letter"], soroe_case.content()))) <= 4
