"""Broken files of each kind: every fault in one go, with its line, and nothing breaks down."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.standard_file import Problem, StandardError, check_standard, load_standard
from app.texts import RESOURCES

SHIPPED = sorted((RESOURCES / "standards").glob("*.toml"))
KOEGE = RESOURCES / "standards" / "koege-85-2023.toml"


@pytest.fixture
def broken(tmp_path: Path) -> Callable[..., tuple[Problem, ...]]:
    """Checks Køge's file with some of its text replaced, and some more at its end."""

    def check(*replaced: tuple[str, str], more: str = "") -> tuple[Problem, ...]:
        text = KOEGE.read_text(encoding="utf-8")
        for old, new in replaced:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = tmp_path / KOEGE.name
        path.write_text(f"{text}\n{more}", encoding="utf-8")
        return check_standard(path)

    return check


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_each_standard_that_is_shipped_is_whole(path: Path) -> None:
    assert check_standard(path) == ()
    standard = load_standard(path)
    assert path.name == f"{standard.id}-{standard.version}.toml"


def test_a_missing_key_is_named_with_its_table(
    broken: Callable[..., tuple[Problem, ...]],
) -> None:
    problems = broken(('\nshort_title = "', '\nobjective = "'))
    assert {p.key for p in problems} == {"short_title", "objective"}
    assert all(p.line > 0 for p in problems)


def test_an_unknown_rule_is_told_with_those_there_are(
    broken: Callable[..., tuple[Problem, ...]],
) -> None:
    (problem,) = broken(('kind = "overall_access"', 'kind = "overall_acess"'))
    assert (problem.table, problem.key) == ("rules", "kind")
    assert "overall_access" in problem.expected


def test_two_laws_valid_on_the_same_day_are_told(
    broken: Callable[..., tuple[Problem, ...]],
) -> None:
    law = '[[laws]]\nid = "individual_assessment"\ntext = "en anden paragraf"\n'
    assert any(p.table == "laws" for p in broken(more=law))


def test_a_service_on_two_steps_of_the_stair_is_told(
    broken: Callable[..., tuple[Problem, ...]],
) -> None:
    service = load_standard(KOEGE).services[-1].id
    step = f'[[stair.steps]]\nid = "igen"\nname = "Igen"\ntext = "Igen"\nservices = ["{service}"]\n'
    assert any(p.table == "stair.steps" and p.key == "services" for p in broken(more=step))


def test_a_level_that_no_scale_has_is_told(broken: Callable[..., tuple[Problem, ...]]) -> None:
    (problem,) = broken(('access = ["C"', 'access = ["Q"'))
    assert (problem.table, problem.key) == ("overall", "access")


def test_every_fault_is_told_in_one_go(broken: Callable[..., tuple[Problem, ...]]) -> None:
    problems = broken(
        ("age_from = 18", 'age_from = "atten"'),
        ('kind = "overall_access"', 'kind = "overall_acess"'),
        ('access = ["C"', 'access = ["Q"'),
        more='[[laws]]\nid = "individual_assessment"\ntext = "en anden paragraf"\n',
    )
    assert {p.key for p in problems} >= {"age_from", "kind", "access", "id"}
    assert [p.line for p in problems] == sorted(p.line for p in problems)


def nonsense(kind: str) -> bytes:
    dice = random.Random(5)  # noqa: S311 - nonsense is no secret
    match kind:
        case "bytes":
            return dice.randbytes(1_000_000)
        case "brackets":
            return b"[" * 1_000_000
        case "one key":
            return b"a" * 1_000_000 + b" = 1"
        case "one text":
            return b'format = "' + b"x" * 1_000_000 + b'"'
        case "many tables":
            return b"\n".join(b"[[services]]\nid = 7" for _ in range(10_000))
        case "nothing":
            return b""
        case "spaces":
            return b" " * 1_000_000
    raise AssertionError(kind)


@pytest.mark.parametrize(
    "kind", ["bytes", "brackets", "one key", "one text", "many tables", "nothing", "spaces"]
)
def test_a_megabyte_of_nonsense_is_refused_in_sentences(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "vrøvl-1.toml"
    path.write_bytes(nonsense(kind))
    problems = check_standard(path)
    assert problems
    assert all(p.expected.strip() for p in problems)
    with pytest.raises(StandardError):
        load_standard(path)
