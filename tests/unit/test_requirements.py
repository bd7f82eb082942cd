"""The demands of the sources: each stands in its table once, with a test that shows it or a reason.

tests/requirements/ has one table for each source. An id cannot fall out: the spans here say
which there are, and each test that a table names must exist.
"""

import ast
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FEATURES = ROOT.parent / "shared" / "domain" / "SEED_FEATURES.md"
# A reason is a sentence, not a word.
SHORTEST_REASON = 30

SPANS = {
    "kbh": (
        (1, 6),
        (10, 15),
        (20, 24),
        (30, 35),
        (40, 52),
        (60, 65),
        (70, 73),
        (80, 82),
        (90, 93),
        (100, 106),
        (110, 114),
        (120, 123),
        (130, 133),
        (140, 143),
        (150, 152),
        (160, 165),
        (170, 170),
        (180, 185),
        (190, 190),
        (200, 202),
    ),
    "kog": (
        (1, 6),
        (10, 12),
        (20, 23),
        (30, 34),
        (40, 40),
        (50, 53),
        (60, 62),
        (70, 71),
        (80, 80),
        (100, 113),
    ),
    "ker": (
        (1, 2),
        (10, 11),
        (20, 21),
        (30, 34),
        (40, 42),
        (50, 52),
        (60, 61),
        (70, 72),
    ),
    "sor": (
        (1, 2),
        (10, 15),
        (20, 24),
        (30, 34),
        (40, 40),
        (50, 51),
        (60, 62),
        (70, 72),
        (80, 90),
    ),
}


def demands(source: str) -> set[str]:
    spans = SPANS[source]
    return {f"{source.upper()}-{n:03}" for first, last in spans for n in range(first, last + 1)}


@cache
def table(source: str) -> dict[str, Any]:
    path = ROOT / "tests" / "requirements" / f"{source}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def names_in(path: Path) -> set[str]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.name
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


@pytest.mark.parametrize("source", SPANS)
def test_every_demand_of_a_source_stands_in_its_table_once(source: str) -> None:
    found = table(source)
    shown, other = set(found["shown"]), set(found.get("not_for_the_program", {}))
    assert shown | other == demands(source)
    assert not shown & other


@pytest.mark.parametrize("source", SPANS)
def test_each_test_that_shows_a_demand_exists(source: str) -> None:
    for demand, tests in table(source)["shown"].items():
        assert tests, demand
        for test in tests:
            path, _, name = test.partition("::")
            assert (ROOT / path).is_file(), f"{demand}: {path}"
            assert name in names_in(ROOT / path), f"{demand}: {test}"


@pytest.mark.parametrize("source", SPANS)
def test_what_is_no_matter_for_the_program_has_a_reason(source: str) -> None:
    for demand, reason in table(source).get("not_for_the_program", {}).items():
        assert len(reason) >= SHORTEST_REASON, demand


def test_there_are_two_hundred_demands() -> None:
    assert sum(len(demands(source)) for source in SPANS) == 200


@pytest.mark.skipif(not FEATURES.exists(), reason="the list of demands is not at hand")
@pytest.mark.parametrize("source", SPANS)
def test_the_demands_are_those_of_the_sources(source: str) -> None:
    text = FEATURES.read_text(encoding="utf-8")
    named = set(re.findall(rf"^- ({source.upper()}-\d{{3}}) ", text, re.MULTILINE))
    assert named == demands(source)
