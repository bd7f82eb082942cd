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


def names_in(path: Path) -> set[str]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in module.body if isinstance(node, ast.FunctionDef)}


NAMED = [(demand, test) for demand, tests in TABLE["shown"].items() for test in tests]


@pytest.mark.parametrize(("demand", "test"), NAMED)
def test_each_test_that_shows_a_demand_exists(demand: str, test: str) -> None:
    path, _, name = test.partition("::")
    assert name in names_in(ROOT / path), demand


def test_every_demand_that_is_shown_names_a_test() -> None:
    assert all(TABLE["shown"].values())


def test_no_demand_is_both_shown_and_open() -> None:
    assert not set(TABLE["shown"]) & set(TABLE["open"])


@pytest.mark.skipif(not FEATURES.exists(), reason="the list of demands is not at hand")
def test_every_demand_of_the_source_is_in_the_table() -> None:
    source = FEATURES.read_text(encoding="utf-8").partition("## 2. ")[0]
    demands = set(re.findall(r"^- (KBH-\d{3}) ", source, re.MULTILINE)) - LATER
    assert set(TABLE["shown"]) | set(TABLE["open"]) == demands
