"""How letters end and begin: a box that says the most, and a signature that never stands alone."""

from functools import cache
from pathlib import Path

import msgspec
import pytest

from app.documents.content import Content, Part
from app.documents.package import build
from app.domain.standard import Standard
from app.domain.standard_file import load_standard
from tests import factories as make
from tests.documents import reading, variants

FILES = sorted((make.RESOURCES / "standards").glob("*-*.toml"))
END = "Venlig hilsen"


@cache
def shipped(path: Path) -> Standard:
    return load_standard(path)


def koebenhavn(variant: str, **item: str) -> Content:
    """Return a case of København's, with values in what was decided."""
    made = variants.content(make.koebenhavn(), variant)
    tables = {name: dict(table) for name, table in made.casefile.records.items()}
    changed = {k: msgspec.structs.replace(i, **item) for k, i in tables["decision_item"].items()}
    file = msgspec.structs.replace(made.casefile, records={**tables, "decision_item": changed})
    return msgspec.structs.replace(made, casefile=file)


@pytest.mark.parametrize("count", range(0, 44, 4))
def test_the_signature_has_words_of_the_letter_on_its_page(count: int) -> None:
    made = koebenhavn(
        "refused", reasons="\n".join(["Vi har talt om din hverdag."] * count) or "Ja."
    )
    last = reading.pages(build(["letter"], made))[-1]
    before, found, _ = last.partition(END)
    assert found
    assert "Her klager du." in before


@pytest.mark.parametrize("variant", ["granted", "partly", "refused", "reduced", "acute"])
def test_a_usual_letter_needs_no_page_for_its_last_lines(variant: str) -> None:
    pages = reading.pages(build(["letter"], variants.content(make.koebenhavn(), variant)))
    assert len(pages) == (2 if variant == "refused" else 3)


def test_of_help_that_ends_there_is_none_now() -> None:
    words = reading.text(build(["letter"], koebenhavn("ended")))
    assert "2 gange om ugen Ingen hjælp Du kan mere end sidst." in words


def test_a_draft_marks_the_citizens_views_where_the_decision_cannot_be_locked_without() -> None:
    for variant, is_marked in {"continued": False, "changed": False, "reduced": True}.items():
        made = koebenhavn(variant)
        tables = {name: dict(table) for name, table in made.casefile.records.items()}
        silent = {
            k: msgspec.structs.replace(d, citizens_views="") for k, d in tables["decision"].items()
        }
        file = msgspec.structs.replace(made.casefile, records={**tables, "decision": silent})
        draft = msgspec.structs.replace(made, casefile=file, draft=True)
        words = reading.text(build(["letter"], draft))
        assert ("[Mangler: borgerens eget syn på sagen]" in words) == is_marked


BOXES: dict[Part, tuple[str, ...]] = {
    "hearing": ("Det beder vi om", "Svar senest", "Spørg os"),
    "processing_notice": ("Det sker", "Du får svar senest", "Spørg os"),
    "elder_care": ("Det sker nu", "Det beder vi om", "Spørg os"),
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("part", list(BOXES))
def test_each_letter_of_the_case_says_the_most_in_three_lines_on_one_page(
    path: Path, part: Part
) -> None:
    made = variants.content(shipped(path), "granted")
    case = msgspec.structs.replace(
        made.casefile.case, legal_basis_reason="Du har brug for hjælp på grund af din alder."
    )
    tables = {**made.casefile.records, "case": {case.id: case}}
    file = msgspec.structs.replace(made.casefile, records=tables)
    (page,) = reading.pages(build([part], msgspec.structs.replace(made, casefile=file)))
    places = [page.find(label) for label in (*BOXES[part], "Dine rettigheder", END)]
    assert -1 not in places
    assert places == sorted(places)
    assert "[Mangler" not in page


def test_a_late_answer_whose_day_is_not_known_says_so_in_whole_sentences() -> None:
    made = variants.content(make.koebenhavn(), "granted")
    bare = msgspec.structs.replace(
        made, judgement=msgspec.structs.replace(made.judgement, deadlines=())
    )
    words = reading.text(build(["processing_notice"], bare))
    assert "Vi kan ikke nå at svare så hurtigt, som vi har lovet. Det er vi kede af." in words
    assert "Det kan vi ikke nå" not in words


def test_what_is_given_and_refused_under_one_name_is_not_said_to_be_both() -> None:
    """Kerteminde has one service: some of it is given, and some is not."""
    kerteminde = next(p for p in FILES if p.stem.startswith("kerteminde"))
    words = reading.text(build(["letter"], variants.content(shipped(kerteminde), "partly")))
    assert "(2 gange om ugen). Du får ikke alt det, du har søgt om" in words
    named = reading.text(build(["letter"], koebenhavn("partly")))
    assert "(2 gange om ugen). Du får ikke psykisk pleje og omsorg" in named
