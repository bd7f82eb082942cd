"""The form and the order under every standard: whole, empty, and with a secret address."""

from pathlib import Path

import msgspec
import pytest

from app.documents.content import Content, Part
from app.documents.package import build
from app.domain.records import Goal
from app.domain.standard_file import load_standard
from app.domain.values import StandardRef
from tests import factories as make
from tests.documents import reading, support, variants

FILES = sorted((make.RESOURCES / "standards").glob("*-*.toml"))
STREET = "Testgrusgraven 3"

everywhere = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
both = pytest.mark.parametrize("part", ["assessment_form", "order"])


def hidden(path: Path) -> Content:
    citizen = make.citizen(name="Ruddi Test Berggren", protected_address=True)
    return variants.content(load_standard(path), "granted", citizen)


@everywhere
@both
def test_a_protected_address_is_hidden_from_all_but_the_citizen(path: Path, part: Part) -> None:
    for receiver in ("provider", "representative", "file"):
        copy = msgspec.structs.replace(hidden(path), receiver=receiver)
        words = reading.text(build([part], copy))
        assert STREET not in words
        assert "Adressen er beskyttet" in words


@everywhere
def test_the_citizens_own_form_has_the_address_and_says_that_it_is_protected(path: Path) -> None:
    words = reading.text(build(["assessment_form"], hidden(path)))
    assert STREET in words
    assert "Adressen er beskyttet" in words


@everywhere
@both
def test_a_case_just_begun_makes_a_whole_paper_without_empty_headings(
    path: Path, part: Part
) -> None:
    rules = load_standard(path)
    file = make.casefile(
        make.citizen(),
        make.case(unit=rules.units[0].id, target_group=""),
        make.visit(standards=(StandardRef(id=rules.id, version=rules.version),)),
    )
    pdf = build([part], support.content(casefile=file, standard=rules, draft=True))
    assert reading.faults(pdf) == []
    headings = reading.all_bookmarks(pdf)
    assert not {"Funktionsvurdering", "Mål", "Samtykker", "Hjælp", "Samlet vurdering"} & set(
        headings
    )
    assert "Statusnotat til" not in reading.text(pdf)


def test_what_was_applied_for_twice_is_named_once() -> None:
    twice = make.need("n2", service="support"), make.need("n3", service="shop")
    words = reading.text(build(["assessment_form"], support.content(*twice)))
    assert "Søgt om Socialpædagogisk støtte og indkøb" in words


def test_where_no_status_is_due_the_order_asks_for_none() -> None:
    rules = support.standard()
    follow_up = msgspec.structs.replace(rules.follow_up, report_weeks_before=None)
    bare = support.content(standard=msgspec.structs.replace(rules, follow_up=follow_up))
    assert "post@proeve.dk" in reading.text(build(["order"], support.content()))
    assert "post@proeve.dk" not in reading.text(build(["order"], bare))


def test_services_with_one_purpose_share_its_line() -> None:
    rules = support.standard()
    same = [msgspec.structs.replace(s, purpose="Du klarer dagen.") for s in rules.services]
    ref = StandardRef(id="lille", version="1")
    second = make.grant("g2", standard=ref, need="n1", service="shop", items=())
    content = support.content(second, standard=msgspec.structs.replace(rules, services=tuple(same)))
    goal = Goal(id="m1", case="k1", text="Du handler selv.", services=("shop",))
    for part in ("letter", "order"):
        words = reading.text(build([part], content))  # type: ignore[list-item]
        assert "Socialpædagogisk støtte og indkøb: Du klarer dagen." in words
    assert "Du handler selv." in reading.text(build(["order"], support.content(second, goal)))
