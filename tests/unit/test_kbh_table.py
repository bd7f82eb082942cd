"""The table of demands: each stands in it once, and each test that it names exists."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FEATURES = ROOT.parent / "shared" / "domain" / "SEED_FEATURES.md"
TABLE = tomllib.loads((ROOT / "tests" / "kbh.toml").read_text(encoding="utf-8"))
LATER = {f"KBH-{n}" for n in (*range(110, 115), *range(130, 171))}
SPANS = (
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
    (120, 123),
    (180, 185),
    (190, 190),
    (200, 202),
)
DEMANDS = {f"KBH-{n:03}" for first, last in SPANS for n in range(first, last + 1)}


def names_in(path: Path) -> set[str]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in module.body if isinstance(node, ast.FunctionDef)}


NAMED = [(demand, test) for demand, tests in TABLE["shown"].items() for test in tests]


@pytest.mark.parametrize(("demand", "test"), NAMED)
def test_each_test_that_shows_a_demand_exists(demand: str, test: str) -> None:
    path, _, name = test.partition("::")
    assert (ROOT / path).is_file(), demand
    assert name in names_in(ROOT / path), demand


def test_every_demand_is_in_the_table() -> None:
    assert set(TABLE["shown"]) == DEMANDS


def test_every_demand_that_is_shown_names_a_test() -> None:
    assert all(TABLE["shown"].values())


@pytest.mark.skipif(not FEATURES.exists(), reason="the list of demands is not at hand")
def test_the_demands_are_those_of_the_source() -> None:
    source = FEATURES.read_text(encoding="utf-8").partition("## 2. ")[0]
    demands = set(re.findall(r"^- (KBH-\d{3}) ", source, re.MULTILINE)) - LATER
    assert demands == DEMANDS
