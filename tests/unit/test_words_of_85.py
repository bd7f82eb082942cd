"""Køge's and Kerteminde's own words: plain Danish to the citizen, and none of the source's."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.standard import Standard
from tests.documents.test_texts import PLAIN, lix
from tests.paragraph_85 import KERTEMINDE_FILE, KOEGE_FILE, kerteminde, koege, said

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
SOURCES = {
    KOEGE_FILE: ("000_7bd6a3c81474e2c8.txt", "001_ccce63c50c426579.txt"),
    KERTEMINDE_FILE: ("003_9b7e4c35ca35b4df.txt",),
}
STANDARDS = pytest.mark.parametrize(
    "standard", [koege(), kerteminde()], ids=["koege", "kerteminde"]
)
# Nine words in a row that are the source's own are a sentence copied.
COPIED = 9


def ended(texts: Iterator[str]) -> str:
    return " ".join(t if t.endswith((".", ":", "?", "!")) else f"{t}." for t in texts if t)


def letter(standard: Standard) -> Iterator[str]:
    """Everything that a letter may print of the standard."""
    for text in (*standard.passages, *standard.complaint):
        if text.in_letter:
            yield from (*text.paragraphs, *text.bullets)
    for found in standard.services:
        yield from (*found.covers, *found.limits)
        yield from (i.limits for i in found.items)
        yield from (found.purpose, found.duration_text, found.start_text, found.stop_text)
        yield from (found.provider_text, found.user_payment)
    yield from (r.text for r in standard.reasons)
    yield from (standard.follow_up.text, standard.documents.action_plan_text)
    yield standard.documents.status_meeting_text


def sheets(standard: Standard) -> Iterator[str]:
    for passage in (p for s in standard.sheets for p in s.passages):
        yield from (*passage.paragraphs, *passage.bullets)
    yield from (standard.workplace.intro, *standard.workplace.obligations)
    yield from (p.text for p in standard.workplace.points)


@STANDARDS
def test_what_a_letter_prints_is_plain(standard: Standard) -> None:
    assert lix(ended(letter(standard))) <= PLAIN


@STANDARDS
def test_each_passage_of_a_letter_is_plain_by_itself(standard: Standard) -> None:
    told = [p for p in (*standard.passages, *standard.complaint) if p.in_letter]
    hard = {p.id: lix(ended(iter((*p.paragraphs, *p.bullets)))) for p in told}
    assert {name: found for name, found in hard.items() if found > PLAIN} == {}


@STANDARDS
def test_the_sheets_and_the_home_are_plain(standard: Standard) -> None:
    assert lix(ended(sheets(standard))) <= PLAIN


@STANDARDS
def test_consents_are_very_plain(standard: Standard) -> None:
    asked = [w["da"] for c in standard.consents for w in (c.title, c.text, c.if_no)]
    assert lix(ended(iter(asked))) <= PLAIN - 5


@STANDARDS
def test_the_citizen_is_spoken_to(standard: Standard) -> None:
    for passage in (*standard.passages, *standard.complaint):
        if passage.in_letter:
            words = said(passage).lower()
            assert re.search(r"\b(du|dig|din|dit|dine|klag)\b", words), passage.id
            assert "borgeren" not in words


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for element in value.values():
            yield from strings(element)
    elif isinstance(value, list):
        for element in value:
            yield from strings(element)


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + COPIED]) for i in range(len(words) - COPIED + 1)}


def own_words(data: dict[str, Any]) -> Iterator[str]:
    """Everything but names: the titles of the source are its own."""
    for key, value in data.items():
        if key not in ("title", "source", "codes"):
            yield from strings(value)


@pytest.mark.skipif(not SEEDS.exists(), reason="the sources are not at hand")
@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_no_sentence_is_copied_from_the_source(path: Path) -> None:
    sources = [(SEEDS / name).read_text(encoding="utf-8") for name in SOURCES[path]]
    known = set().union(*(shingles(text) for text in sources))
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    copied = {" ".join(w) for text in own_words(data) for w in shingles(text) & known}
    assert not copied
