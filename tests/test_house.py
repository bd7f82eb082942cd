"""The house keeps its shape: imports one way, small files, no sentence where it does not belong."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "app").rglob("*.py"))
TOP = {
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "app",
    "packaging",
    "pyproject.toml",
    "requirements.lock",
    "resources",
    "tests",
    "translations",
}


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("not a checkout")
    return listed.stdout.splitlines()


def test_imports_point_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [linter, "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout


def test_the_top_level_holds_what_the_house_says_and_nothing_else() -> None:
    top = {name.split("/")[0] for name in tracked()}
    assert {name for name in top if not name.startswith(".")} == TOP


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_classes_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert text.count("\n") <= 400
    for node in ast.walk(tree):
        size = getattr(node, "end_lineno", 0) - getattr(node, "lineno", 0) + 1
        if isinstance(node, ast.FunctionDef):
            assert size <= 45, f"{node.name} has {size} lines"
        elif isinstance(node, ast.ClassDef):
            assert size <= 250, f"{node.name} has {size} lines"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_no_municipality_and_no_paragraph_stands_in_the_code() -> None:
    word = re.compile(r"København|Køge|Kerteminde|Sorø|§ ?\d")
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            if word.search(node.value) and not _is_docstring(path, node):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}: {node.value[:60]}")
    assert found == []


def _is_docstring(path: Path, constant: ast.Constant) -> bool:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and first.value.lineno == constant.lineno:
                return True
    return False


def test_the_lock_file_holds_hashes_and_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert "://" not in text
    assert "--index" not in text


def test_every_sentence_that_the_code_names_is_there_in_both_languages() -> None:
    from app.texts import Texts

    raised = re.compile(r'KnownError\(\s*"([a-z_]+\.[a-z_.]*[a-z_])"')
    keys = {k for path in SOURCES for k in raised.findall(path.read_text(encoding="utf-8"))}
    assert len(keys) > 20
    for language in ("da", "en"):
        for key in keys:
            table: object = Texts(language).table("errors")
            for part in key.split("."):
                assert isinstance(table, dict), f"{language}: {key}"
                assert part in table, f"{language}: {key}"
                table = table[part]
