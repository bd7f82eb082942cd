"""A municipality's own words for letters: single texts, and never half a letter after a mistake."""

from pathlib import Path

import msgspec
import pytest

from app.__main__ import main
from app.documents.own_faults import fault_in
from app.documents.package import build
from app.documents.passages import passages_of
from app.errors import KnownError
from app.texts import Texts
from app.workflow.own_texts import faults_in, read_own_texts
from tests.documents import reading, sample

GREETING = '[signature]\ngreeting = "Mange hilsner"\n'


def written(folder: Path, source: str | bytes, name: str = "letter.toml") -> Path:
    """Write a file of own texts; return its folder."""
    raw = source.encode() if isinstance(source, str) else source
    (folder / name).write_bytes(raw)
    return folder


def said(folder: Path) -> list[str]:
    """Return the sentences about what is wrong in a folder."""
    return [Texts("da").error(fault) for fault in faults_in(folder)]


def test_own_words_stand_in_the_letter_and_the_shipped_ones_serve_for_the_rest(
    tmp_path: Path,
) -> None:
    own = read_own_texts(written(tmp_path, GREETING))
    words = reading.text(
        build(["letter"], msgspec.structs.replace(sample.content(), own_texts=own))
    )
    assert "Mange hilsner" in words
    assert "Venlig hilsen" not in words
    assert "Hvis du vil klage" in words


def test_without_a_folder_nothing_is_said_otherwise(tmp_path: Path) -> None:
    assert read_own_texts(tmp_path / "texts") == ()
    assert passages_of(()).line("letter.signature.greeting") == "Venlig hilsen"


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ('[follow_up]\nnext_visit = "Vi ses den {{ dag }}."', 2, "dag kan ikke bruges her"),
        ('[follow_up]\nnext_visit = "Vi ses den {{ day }."', 2, "follow_up.next_visit"),
        ('[follow_up]\nnext_visit = "{% if day %}Vi ses."', 2, "follow_up.next_visit"),
        ('[follow_up]\nnext_visit = """\nVi ses\n\nden {{ dag }}.\n"""', 5, "dag"),
        ('[follow_up]\nnext_visit = "{{ day.__class__ }}"', 2, "getattr er ikke tilladt"),
        ('[follow_up]\nnext_visit = "{{ day() }}"', 2, "call er ikke tilladt"),
        ("[follow_up]\nnext_visit = \"{{ 'a' * 1000000000 }}\"", 2, "mul er ikke tilladt"),
        ('[follow_up]\nnext_visit = "{{ day|center(99999999) }}"', 2, "center er ikke tilladt"),
        ('[follow_up]\nnext_visit = "{% for a in day %}x{% endfor %}"', 2, "for er ikke tilladt"),
        ('[follow_up]\nnext_visit = "<b>Vi ses."', 2, "<b>"),
        ('[follow_up]\nnext_visit = "Vi ses <script>."', 2, "<script>"),
        ('[follow_up]\nnext_visit = "Vi ses \u4f60."', 2, "\u4f60"),
        ("\n[follow_up]\nnext_visit = 7", 3, "citationstegn"),
        ('\n\n[follow_up]\nnext_vist = "Vi ses."', 4, "follow_up.next_vist"),
        ('next = "Vi ses."', 1, "next"),
    ],
)
def test_a_mistake_is_said_with_file_and_line(
    tmp_path: Path, source: str, line: int, words: str
) -> None:
    (sentence,) = said(written(tmp_path, source))
    assert f"letter.toml, linje {line}" in sentence
    assert words in sentence


def test_a_mistake_makes_no_letter(tmp_path: Path) -> None:
    wrong = '[signature]\ngreeting = "{% if 0 %}{{ hvem }}{% endif %}Hilsen"'
    own = read_own_texts(written(tmp_path, wrong))
    content = msgspec.structs.replace(sample.content(), own_texts=own)
    with pytest.raises(KnownError) as mistake:
        build(["letter"], content)
    assert (mistake.value.key, mistake.value.params["line"]) == ("texts.own_name", 2)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('[heading\ngranted = "Ja"', "letter.toml"),
        (b'[heading]\ngranted = "F\xe5r"', "UTF-8"),
        (b" " * 500_001, "UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_makes_no_letter(
    tmp_path: Path, source: str | bytes, words: str
) -> None:
    folder = written(tmp_path, source)
    (sentence,) = said(folder)
    assert words in sentence
    with pytest.raises(KnownError):
        passages_of(read_own_texts(folder))


def test_a_file_by_another_name_is_told(tmp_path: Path) -> None:
    (sentence,) = said(written(tmp_path, GREETING, "brev.toml"))
    assert "brev.toml" in sentence
    assert "documents.toml, letter.toml" in sentence


def test_every_mistake_of_both_files_is_told_at_once(tmp_path: Path) -> None:
    written(tmp_path, '[a]\nb = "x"\n[signature]\ngreeting = "{{ a }}"')
    written(tmp_path, '[hearing]\nreply_days = "snart"', "documents.toml")
    assert len(said(tmp_path)) == 3


def test_an_editors_mark_at_the_beginning_of_a_file_is_no_mistake(tmp_path: Path) -> None:
    assert said(written(tmp_path, b"\xef\xbb\xbf" + GREETING.encode())) == []


@pytest.mark.parametrize(("days", "is_wrong"), [("14", False), ("snart", True), ("2.5", True)])
def test_what_is_counted_with_stays_a_number(days: str, is_wrong: bool) -> None:
    assert (fault_in(days, "7") is not None) == is_wrong


@pytest.mark.parametrize("name", ["letter", "documents"])
def test_each_shipped_text_could_be_an_own_one(name: str) -> None:
    source = (sample.make.RESOURCES / "texts" / "da" / f"{name}.toml").read_text(encoding="utf-8")
    assert passages_of(((f"{name}.toml", source),)).faults() == ()


def test_the_command_says_what_is_wrong_or_that_all_is_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["texts", "check", str(written(tmp_path, GREETING))]) == 0
    assert "letter.toml" in capsys.readouterr().out
    assert main(["texts", "check", str(written(tmp_path, "[x]\ny = 1"))]) == 1
    assert "linje 2" in capsys.readouterr().err
    assert main(["texts", "check", str(tmp_path / "none")]) == 1
    assert "Mappen findes ikke" in capsys.readouterr().err
