"""How a part is divided over pages: no last page of a few lines, nothing torn apart."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.documents.content import Size
from app.documents.look import HEIGHT, styles
from app.documents.package import build
from app.documents.paging import Need, Sheet, Space, Together, paged
from app.documents.story import Story
from app.documents.tagging.elements import Element
from app.documents.tagging.grid import Grid
from app.documents.tagging.paragraphs import TaggedParagraph
from app.domain.standard_file import load_standard
from app.errors import KnownError
from tests import factories as make
from tests.documents import reading, sample, variants

FILES = sorted((make.RESOURCES / "standards").glob("*-*.toml"))
LINE = styles()["body"].leading
# So many lines of the usual text stand on a page that holds nothing else.
FULL = int(HEIGHT // LINE)


def text(lines: int, style: str = "body") -> Any:
    long = "Ordene" * 9  # one fills a line
    return TaggedParagraph(" ".join([long] * lines), styles()[style])


def lead() -> Any:
    paragraph = text(1)
    paragraph.keepWithNext = 1
    return paragraph


def lines(sheets: Sequence[Sheet]) -> list[int]:
    """Return how many lines stand on each page."""
    return [sum(len(piece.lines) for piece, _ in sheet) for sheet in sheets]


def test_a_text_goes_on_where_the_page_ends_and_leaves_no_line_alone() -> None:
    assert lines(paged([text(FULL + 30)])) == [FULL, 30]
    assert lines(paged([text(FULL + 1)])) == [FULL - 1, 2]


def test_a_little_less_space_saves_a_last_page_of_a_few_lines() -> None:
    blocks = [text(4) for _ in range(12)]
    assert len(paged(blocks)) == 1
    many = [text(2) for _ in range(24)]  # 24 * (28 + 4) points and more than a page has
    assert 24 * (2 * LINE + 4) > HEIGHT + 4
    assert lines(paged(many)) == [48]


def test_where_no_page_is_saved_a_whole_block_goes_to_the_last_one() -> None:
    block = [Need(80), text(14)]
    tail = [Need(80), text(10)]
    sheets = paged([text(FULL - 16), *block, *tail])
    assert lines(sheets) == [FULL - 16, 24]


def test_a_last_page_that_is_well_filled_stays_as_it_is() -> None:
    sheets = paged([text(FULL - 16), Need(80), text(14), Need(80), text(20)])
    assert lines(sheets) == [FULL - 2, 20]


def test_two_pages_that_hold_hardly_more_than_one_become_one() -> None:
    free, block = [text(2) for _ in range(10)], [text(2) for _ in range(14)]
    assert lines(paged([*free, Together(block)])) == [48]
    assert lines(paged([*free, Together([*block, text(4)])])) == [20, 32]


@pytest.mark.parametrize("size", ["normal", "16", "20"])
def test_a_title_and_what_leads_a_table_stand_with_its_first_row(size: Size) -> None:
    pages = reading.pages(build(["letter"], sample.issued(size=size)))
    page = next(page for page in pages if "Det har vi besluttet" in page)
    assert "Vores afgørelse" in page


def test_what_is_announced_begins_on_the_page_of_what_announces_it() -> None:
    assert lines(paged([text(FULL - 2), lead(), text(30)])) == [FULL - 2, 31]
    assert lines(paged([text(FULL - 6), lead(), text(30)])) == [FULL, 25]


def test_what_belongs_together_is_on_one_page_if_a_page_can_hold_it() -> None:
    block = [text(10), Space(8), text(10)]
    assert lines(paged([text(FULL - 10), Together(block)])) == [FULL - 10, 20]
    assert sum(lines(paged([text(5), Together([text(FULL), text(FULL)])]))) == 2 * FULL + 5


def test_there_is_no_empty_room_at_the_top_of_a_page() -> None:
    _, ((_, low),) = paged([text(FULL), Space(40), text(25)])
    assert low == pytest.approx(HEIGHT - 25 * LINE)


def test_the_last_row_of_a_table_has_company_and_the_head_stands_once_on_a_page() -> None:
    for count in range(30, 44):
        story = Story(Element("Document"), "letter", draft=True)
        rows = [("Bad", "Hver dag")] * count
        story.table((1, 1), ("Hjælp", "Periode"), [*rows, ("Rengøring", ["En linje"] * 4)])
        sheets = paged(story.flow)
        tables = [[piece for piece, _ in sheet if isinstance(piece, Grid)] for sheet in sheets]
        assert [len(found) for found in tables] == [1] * len(sheets)
        assert len(tables[-1][0].rows) > 2


def test_what_no_page_can_hold_is_said() -> None:
    high = text(FULL + 9)
    high.split = lambda width, height: []
    with pytest.raises(KnownError) as refused:
        paged([high])
    assert refused.value.key == "documents.no_room"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("size", ["normal", "16"])
def test_no_letter_ends_on_a_page_of_a_few_lines(path: Path, size: Size) -> None:
    rules = load_standard(path)
    for variant in ("granted", "partly", "ended"):
        content = msgspec.structs.replace(variants.content(rules, variant), size=size)
        last = reading.pages(build(["letter"], content))[-1]
        assert len(last.split()) > 60, variant


def test_pages_with_less_space_say_the_same_words() -> None:
    """The sheet on personal data in the largest print is saved its last page."""
    heard = [
        reading.heard(build(["personal_data"], sample.issued(size=size)))
        for size in ("normal", "20")
    ]
    assert heard[0] == heard[1]
