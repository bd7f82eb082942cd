"""A standard's file with mistakes: each is named with its line, table and key, all at once."""

from pathlib import Path

import pytest

from app.domain.rules import QuantityAbove
from app.domain.standard_file import (
    Problem,
    StandardError,
    check_national,
    check_standard,
    load_national,
    load_standard,
)
from app.domain.toml_places import Places
from app.texts import RESOURCES, Texts
from tests.koebenhavn import LAW, STANDARD, item

SHIPPED = STANDARD.read_text(encoding="utf-8")
SHIPPED_LAW = LAW.read_text(encoding="utf-8")


def broken(folder: Path, *changes: tuple[str, str], text: str = SHIPPED) -> Path:
    """Write the shipped text with its first occurrence of each phrase replaced."""
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "broken.toml"
    path.write_text(text, encoding="utf-8")
    return path


def only_problem(folder: Path, old: str, new: str) -> Problem:
    (problem,) = check_standard(broken(folder, (old, new)))
    return problem


def line_of(phrase: str, text: str = SHIPPED) -> int:
    return text[: text.index(phrase)].count("\n") + 1


@pytest.mark.parametrize("path", sorted((RESOURCES / "standards").glob("*.toml")), ids=str)
def test_every_shipped_standard_is_whole(path: Path) -> None:
    assert check_standard(path) == ()


def test_the_shipped_law_is_whole() -> None:
    assert check_national(LAW) == ()


@pytest.mark.parametrize(
    ("old", "new", "table", "key", "expected"),
    [
        ("age_from = 18", 'age_from = "18"', "", "age_from", "et helt tal"),
        ("age_from = 18", "age_from = true", "", "age_from", "et helt tal"),
        ("area_m2 = 67.0", 'area_m2 = "67"', "services", "area_m2", "et tal"),
        ("is_draft = true", 'is_draft = "ja"', "source", "is_draft", "true eller false"),
        (
            "valid_until = 2007-12-31",
            'valid_until = "2007-12-31"',
            "",
            "valid_until",
            "en dato som 2027-01-31 uden anførselstegn",
        ),
        (
            "valid_from = 2007-01-01",
            "valid_from = 2007-01-01T00:00:00",
            "",
            "valid_from",
            "en dato som 2027-01-31 uden anførselstegn",
        ),
        ('name = "Støvsugning"', "name = 3", "services.items", "name", "tekst i anførselstegn"),
        ('items = ["bad", "haarvask"]', 'items = "bad"', "areas", "items", "en liste i [ ]"),
        (
            'extent = { times = 1, every = 2, unit = "week" }',
            'extent = "hver 14. dag"',
            "services",
            "extent",
            "en tabel",
        ),
        (
            'extent = { times = 1, every = 2, unit = "week" }',
            'extent = { times = 1, every = 2, unit = "uge" }',
            "services",
            "extent.unit",
            'en af: "as_needed", "day", "month", "once", "week", "year"',
        ),
        (
            "special_case = true",
            "specialcase = true",
            "services.items",
            "specialcase",
            "ingen nøgle med det navn; mente du »special_case«?",
        ),
        ("[approval]\n", "[approval]\nzzz = 1\n", "approval", "zzz", "ingen nøgle med det navn"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named(
    tmp_path: Path, old: str, new: str, table: str, key: str, expected: str
) -> None:
    problem = only_problem(tmp_path, old, new)
    assert (problem.table, problem.key, problem.expected) == (table, key, expected)
    assert problem.line == line_of(old) + new.count("\n") - new.endswith("\n")


def test_a_table_without_its_name_says_so_at_its_header(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, 'name = "Personligt indkøb af dagligvarer', 'limits = "')
    assert (problem.table, problem.key, problem.expected) == (
        "services.items",
        "name",
        "nøglen mangler",
    )
    assert problem.line == line_of('[[services.items]]\nid = "personligt_indkoeb"')


def test_an_unknown_kind_of_rule_names_the_known_ones(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, 'kind = "expired"', 'kind = "expire"')
    assert (problem.table, problem.key) == ("rules", "kind")
    assert '"expired"' in problem.expected


def test_a_rule_without_a_kind_is_named(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, 'kind = "expired"\n', "")
    assert (problem.table, problem.key, problem.expected) == ("rules", "kind", "nøglen mangler")


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        (
            'law = "practical_help"',
            'law = "practical_hlp"',
            "law",
            "»practical_hlp« findes ikke i [laws]; mente du »practical_help«?",
        ),
        ('group = "praktisk"', 'group = "xyz"', "group", "»xyz« findes ikke i [groups]"),
        ('area = "bad"\n', 'area = "baad"\n', "area", "mente du »bad«?"),
        ('levels = ["3"]', 'levels = ["9"]', "levels", "»9« findes ikke i [scale.levels]"),
        ('level = "2"', 'level = "0"', "level", "»0« findes ikke i [scale.levels]"),
        ('points = ["indkoeb.vaegt"]', 'points = ["vaegt"]', "points", "[workplace.points]"),
        ('purposes = ["obtain"]', 'purposes = ["hente"]', "purposes", "findes ikke i [consents]"),
        ('services = ["toejvask"]', 'services = ["vask"]', "services", "[services]"),
        ('unit = "handicapomraadet"', 'unit = "handikap"', "unit", "findes ikke i [units]"),
        ('time_window = ["morning"', 'time_window = ["dawn"', "time_window", "[times_of_day]"),
        ('code = "H1.2"', 'code = "H1.20"', "code", "findes ikke i [codes]"),
        ('free_choice_law = "free_choice"', 'free_choice_law = "x"', "free_choice_law", "[laws]"),
        ('quantity = "shops"', 'quantity = "shop"', "quantity", "en af: area_m2, weight_kg, shops"),
        ('relations = ["spouse"', 'relations = ["wife"', "relations", "en af: spouse"),
        ('field = "permanence"', 'field = "duration"', "field", "en af: "),
    ],
)
def test_a_name_that_nothing_defines_is_named(
    tmp_path: Path, old: str, new: str, key: str, expected: str
) -> None:
    problems = check_standard(broken(tmp_path, (old, new)))
    found = next(p for p in problems if p.line == line_of(old))
    assert found.key == key
    assert expected in found.expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('items = ["toilette"]', 'items = ["gulvvask"]', "ikke en opgave under personlig_pleje"),
        ('unless_items = ["madservice"]', 'unless_items = ["bad"]', "ikke en opgave under ernaer"),
        ('items = ["madservice"]', 'items = ["bad"]', "ikke en opgave under ernaering"),
        (
            'name = "Møntvask"\narea = "toejvask"',
            'name = "Møntvask"\narea = "bad"',
            "området »bad« hører ikke til ydelsen »toejvask«",
        ),
        ('id = "haarvask"', 'id = "bad"', "»bad« står der allerede på linje"),
        ('value = "2"\n', 'value = "1"\n', "»1« står der allerede på linje"),
        ('id = "regain"', 'id = "contribution"', "»contribution« står der allerede"),
        ("valid_until = 2013-03-31\n", "valid_until = 2014-01-01\n", "gælder allerede i den tid"),
        ("valid_until = 2007-12-31", "valid_until = 2006-12-31", "må ikke ligge før valid_from"),
        ("valid_until = 2013-06-30", "valid_until = 2006-06-30", "må ikke ligge før valid_from"),
        ("age_to = 65", "age_to = 17", "age_to må ikke være under age_from"),
        ("weekdays = [0, 1, 2, 3, 4]", "weekdays = [1, 2, 3, 4, 7]", "0 (mandag) til 6 (søndag)"),
        ("{ times = 3, up_to = 4", "{ times = 4, up_to = 4", "up_to skal være større end times"),
        ("times = 1, every = 2", "times = 0, every = 2", "et tal på mindst 1"),
        ("max_months = 12", "max_months = 0", "et tal på mindst 1"),
        (
            "Her bor: $member.",
            "Her bor: $membr.",
            "»$membr« kan ikke bruges her; reglen tilbyder: member",
        ),
        ("Nej til: $purpose.", "Nej til: $ ting.", "et $ skal stå foran et navn"),
        ("Standardens udgangspunkt er $default", "$window", "»$window« kan ikke bruges her"),
        ('id = "workplace"\ntitle = "Hjemmet', 'id = "home"\ntitle = "Hjemmet', "indbygget afsnit"),
        ('label = "Hvilket center?"\nkind = "choice"\n', 'label = "?"\n', "slagsen »choice«"),
        (
            'id = "regain"\n',
            'id = "regain"\nkind = "choice"\n',
            "slagsen »choice« skal have options",
        ),
        (
            'da = "Må vi tage billeder i dit hjem?"\n',
            "",
            "teksten på dansk mangler (da)",
        ),
        (
            '[[sheets]]\nid = "self_chosen"',
            '[[sheets]]\nid = "own_helper"',
            "bilaget »self_chosen« har intet ark",
        ),
    ],
)
def test_what_does_not_fit_together_is_named(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    problems = check_standard(broken(tmp_path, (old, new)))
    assert any(expected in p.expected for p in problems)


def test_all_mistakes_of_a_file_come_in_one_go_in_the_order_of_its_lines(tmp_path: Path) -> None:
    changes = (
        ("age_from = 18", 'age_from = "18"'),
        ('unit = "handicapomraadet"', 'unit = "handicap"'),
        ("area_m2 = 67.0", "area_m3 = 67.0"),
        ('kind = "special_case"', 'kind = "special"'),
        ('id = "smitte.vaernemidler"', 'id = "temp.varme"'),
    )
    problems = check_standard(broken(tmp_path, *changes))
    assert [p.line for p in problems] == sorted(p.line for p in problems)
    assert [p.key for p in problems] == ["age_from", "unit", "area_m3", "kind", "id"]


def test_one_mistake_does_not_hide_behind_another_in_the_same_table(tmp_path: Path) -> None:
    changes = (
        ('responsible = "citizen"', 'responsible = "borger"'),
        ('area = "Adgang"', "area = 1"),
    )
    problems = check_standard(broken(tmp_path, *changes))
    assert {p.key for p in problems} == {"area", "responsible"}


def test_a_municipality_changes_words_and_limits_in_its_own_file(tmp_path: Path) -> None:
    changes = (
        ('name = "Københavns Kommune"', 'name = "Prøve Kommune"'),
        ('name = "Støvsugning"', 'name = "Støvsugning af alle rum"'),
        ("limit = 11.0", "limit = 8.0"),
    )
    changed = load_standard(broken(tmp_path, *changes))
    assert changed.municipality.name == "Prøve Kommune"
    assert item(changed, "rengoering", "stoevsugning").name == "Støvsugning af alle rum"
    weight = next(r for r in changed.rules if r.id == "shopping_weight")
    assert isinstance(weight, QuantityAbove)
    assert weight.limit == 8.0


def test_a_file_that_is_not_toml_says_the_line(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, "age_to = 65", "age_to = 65 år")
    assert problem.line == line_of("age_to = 65")
    assert problem.expected.startswith("gyldig TOML")
    assert "(at line" not in problem.expected


def test_a_file_that_ends_too_soon_says_its_last_line(tmp_path: Path) -> None:
    path = tmp_path / "short.toml"
    path.write_text('id = "x"\n\nlaws = [\n', encoding="utf-8")
    (problem,) = check_standard(path)
    assert problem.line == 4


def test_a_file_in_another_encoding_says_the_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes('id = "x"\ntitle = "Rengøring"\n'.encode("latin-1"))
    (problem,) = check_standard(path)
    assert (problem.line, problem.expected) == (2, "filen skal være gemt som UTF-8")


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    (problem,) = check_standard(tmp_path / "none.toml")
    assert problem.expected == "filen kan ikke læses"


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "marked.toml"
    path.write_text(SHIPPED, encoding="utf-8-sig")
    assert load_standard(path).id == "koebenhavn-83"


def test_a_broken_standard_is_not_loaded_and_its_error_says_how_much_is_wrong(
    tmp_path: Path,
) -> None:
    changes = (("age_from = 18", 'age_from = "18"'), ("max_months = 12", "max_months = 0"))
    with pytest.raises(StandardError) as raised:
        load_standard(broken(tmp_path, *changes))
    assert len(raised.value.problems) == 2
    for language in ("da", "en"):
        sentence = Texts(language).error(raised.value)
        assert "broken.toml" in sentence
        assert "2" in sentence


def test_a_problem_is_said_in_one_line_in_either_language(tmp_path: Path) -> None:
    path = broken(tmp_path, ("area_m2 = 67.0", 'area_m2 = "67"'))
    line = line_of("area_m2 = 67.0")
    (danish,) = check_standard(path, Texts("da"))
    assert danish.say(Texts("da")) == f"broken.toml, linje {line}, [services] area_m2: et tal"
    (english,) = check_standard(path, Texts("en"))
    assert english.say(Texts("en")) == f"broken.toml, line {line}, [services] area_m2: a number"


def test_a_problem_of_the_whole_file_is_said_without_a_table(tmp_path: Path) -> None:
    (problem,) = check_standard(tmp_path / "none.toml")
    assert problem.say(Texts()) == "none.toml, linje 1: filen kan ikke læses"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("complaint_weeks = 4", 'complaint_weeks = "fire"', "complaint_weeks"),
        ("born_from = 1963-01-01", "born_from = 1955-07-01", "born_from"),
        ('how = "letter"', 'how = "digital_post"', "how"),
        ('id = "access"', 'id = "complaint"', "id"),
    ],
)
def test_a_mistake_in_the_law_is_named(tmp_path: Path, old: str, new: str, key: str) -> None:
    path = broken(tmp_path, (old, new), text=SHIPPED_LAW)
    (problem,) = check_national(path)
    assert (problem.line, problem.key) == (line_of(old, SHIPPED_LAW), key)
    with pytest.raises(StandardError):
        load_national(path)


def test_the_language_files_say_the_same_things() -> None:
    keys = ("syntax.toml", "type.missing", "reference.duplicate", "value.placeholder")
    for key in keys:
        params = {"problem": "?", "value": "?", "line": "?", "choices": "?"}
        assert Texts("da").lookup("standard_check", key, **params)
        assert Texts("en").lookup("standard_check", key, **params)


def test_lines_are_found_behind_texts_of_several_lines_and_odd_keys() -> None:
    text = (
        'a = """\n'
        "[not.a.table]\n"
        "b = 1\n"
        '"""\n'
        "[[list]]  # comment\n"
        "  x . y = 1\n"
        "[[list.inner]]\n"
        '"quoted key" = 2\n'
        "[[list]]\n"
        "[list.sub]\n"
        "z = [\n"
        "  1,\n"
        "]\n"
    )
    places = Places(text)
    assert places.line(("b",)) == 1
    assert places.line(("list", 0)) == 5
    assert places.line(("list", 0, "x", "y")) == 6
    assert places.line(("list", 0, "inner", 0, "quoted key")) == 8
    assert places.line(("list", 1)) == 9
    assert places.line(("list", 1, "sub", "z", 0)) == 11
    assert places.line(("list", 1, "missing")) == 9
    assert places.table(("list", 1, "sub", "z", 0)) == ("list", 1, "sub")
