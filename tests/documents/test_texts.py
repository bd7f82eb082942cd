"""The letters' sentences: plain Danish, changeable, and never half a letter after a mistake."""

import ast
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from app.documents.package import build
from app.documents.passages import Passages
from app.errors import KnownError
from app.texts import RESOURCES, Texts
from tests import factories as make
from tests.documents import sample
from tests.documents.plain import lix as lix

DANISH = RESOURCES / "texts" / "da"
PLAIN = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("letter.toml", "documents.toml"):
        shutil.copy(DANISH / name, tmp_path / name)
    return tmp_path


def change(folder: Path, old: str, new: str) -> int:
    """Change a text; return the line on which it stands."""
    path = folder / "letter.toml"
    source = path.read_text(encoding="utf-8")
    assert source.count(old) == 1
    path.write_text(source.replace(old, new), encoding="utf-8")
    return source[: source.index(old)].count("\n") + 1


def sentences(table: dict[str, object]) -> list[str]:
    """Return the texts of a table that are sentences, without what is filled in."""
    found: list[str] = []
    for value in table.values():
        if isinstance(value, dict):
            found += sentences(value)
        elif isinstance(value, str):
            bare = re.sub(r"\{%.*?%\}|<.*?>", "", re.sub(r"\{\{.*?\}\}", "det", value))
            found += [bare] if bare.rstrip().endswith((".", "?", ":")) else []
    return found


@pytest.mark.parametrize("name", ["letter", "documents"])
def test_our_own_sentences_are_plain(name: str) -> None:
    table = tomllib.loads((DANISH / f"{name}.toml").read_text(encoding="utf-8"))
    assert lix(" ".join(sentences(table))) <= PLAIN


def test_the_passages_of_standard_and_law_are_plain() -> None:
    standard, national = make.koebenhavn(), make.denmark()
    letters = [t for t in (*standard.passages, *standard.complaint) if t.in_letter]
    said = [w for t in (*letters, *national.passages) for w in (*t.paragraphs, *t.bullets)]
    ended = (w if w.endswith((".", ":")) else f"{w}." for w in said)
    assert lix(" ".join(ended)) <= PLAIN


def test_no_letter_sentence_or_paragraph_of_law_stands_in_code() -> None:
    room = RESOURCES.parent / "app" / "documents"
    said = {text for path in room.rglob("*.py") for text in strings(path)}
    sentences = {t for t in said if re.search(r"[æøå]|\bdu\b|\bkommune", t)}
    assert not any("§" in text for text in said)
    assert sentences == {"Hjemmebesøg"}  # the program's own name, in the file's metadata


def strings(path: Path) -> list[str]:
    """Return the strings of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]


def test_a_municipality_can_change_a_sentence(folder: Path) -> None:
    from tests.documents import reading

    change(folder, 'greeting = "Venlig hilsen"', 'greeting = "Mange hilsner"')
    pdf = build(["letter"], sample.content(), Passages(folder))
    assert "Mange hilsner" in reading.text(pdf)


@pytest.mark.parametrize(
    "wrong",
    [
        'next_visit = "Vi ses den {{ dag }}."',
        'next_visit = "Vi ses den {{ day }."',
        'next_visit = "{% if day %}Vi ses."',
        'next_visit = "{{ day.__class__.__mro__ }}"',
        'next_visit = "{{ day + 1 }}"',
        'next_visit = "{{ 1 / 0 }}"',
        'next_visit = "<b>Vi ses."',
        'next_visit = "Vi ses <para>."',
        'next_visit = "Vi ses < den."',
    ],
)
def test_a_mistake_names_file_block_and_line_and_makes_no_letter(folder: Path, wrong: str) -> None:
    right = 'next_visit = "Vi har aftalt, at vi ser på hjælpen sammen igen den {{ day }}."'
    line = change(folder, right, wrong)
    with pytest.raises(KnownError) as mistake:
        build(["letter"], sample.content(), Passages(folder))
    params = mistake.value.params
    assert mistake.value.key == "documents.template"
    assert (params["file"], params["block"], params["line"]) == (
        "letter.toml",
        "follow_up.next_visit",
        line,
    )
    assert f"linje {line}" in Texts("da").error(mistake.value)


def test_a_mistake_inside_a_long_text_names_its_own_line(folder: Path) -> None:
    line = change(
        folder,
        'greeting = "Venlig hilsen"',
        'greeting = """\nVenlig hilsen\n\nfra {{ hvem }}\n"""',
    )
    with pytest.raises(KnownError) as mistake:
        build(["letter"], sample.content(), Passages(folder))
    assert mistake.value.params["line"] == line + 3


def test_a_file_that_is_no_toml_is_told(folder: Path) -> None:
    (folder / "letter.toml").write_text('[heading]\ngranted = "Du får', encoding="utf-8")
    with pytest.raises(KnownError) as mistake:
        Passages(folder)
    assert mistake.value.key == "documents.text_file"


def test_a_text_that_was_removed_is_named(folder: Path) -> None:
    change(folder, 'greeting = "Venlig hilsen"\n', "")
    with pytest.raises(KnownError) as mistake:
        build(["letter"], sample.content(), Passages(folder))
    assert mistake.value.params["block"] == "signature.greeting"


def test_what_is_filled_in_is_never_read_as_markup_or_template() -> None:
    from tests.documents import reading

    nasty = make.citizen(name="<b>{{ 7 * 7 }}</b> & <para>")
    pdf = build(["letter", "consents"], sample.content(nasty))
    assert "<b>{{ 7 * 7 }}</b> & <para>" in reading.text(pdf)
