"""The pages look as they were judged to look: each beside the picture that is kept of it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from app.documents.content import PARTS
from app.documents.package import build
from tests import factories as make
from tests.documents import references, rendered, sample, variants

NAMES = [
    *(f"letter-{kind}" for kind in variants.VARIANTS),
    *(f"case-{part}" for part in PARTS),
    "large-letter",
    "large-assessment_form",
    "draft-letter",
]
SEEN = Path("build/references")


@pytest.mark.parametrize("name", NAMES)
def test_a_page_looks_as_its_picture(name: str) -> None:
    pdf, number = references.pages()[name]
    now = rendered.draw(pdf, number)
    before = rendered.kept(references.FOLDER / f"{name}.png")
    found = rendered.differences(now, before)
    if found:
        SEEN.mkdir(parents=True, exist_ok=True)
        now.save(SEEN / f"{name}-now.png")
        rendered.marked(now, before).save(SEEN / f"{name}-difference.png")
    where = "; ".join(found)
    assert not found, f"{name} differs {where}. See {SEEN}; is it right, then `make references`."


def test_no_picture_is_kept_of_a_page_that_is_not_there() -> None:
    assert sorted(references.pages()) == sorted(NAMES)
    assert sorted(path.stem for path in references.FOLDER.glob("*.png")) == sorted(NAMES)


@cache
def sound() -> Image.Image:
    return rendered.draw(letter(), 1)


@cache
def letter() -> bytes:
    return build(["letter"], sample.issued())


def test_a_page_drawn_with_other_edges_is_the_same() -> None:
    assert rendered.differences(rendered.draw(letter(), 1, finer=2), sound()) == []


def test_a_picture_that_was_kept_is_the_page(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    rendered.keep(sound(), path)
    assert path.stat().st_size < 40_000
    assert rendered.differences(sound(), rendered.kept(path)) == []


def shifted(by: int) -> Image.Image:
    """Return the page with its middle part moved down by so many points of 1/50 inch."""
    moved, box = sound().copy(), (0, 250, sound().width, 270)
    moved.paste(sound().crop(box), (0, box[1] + by))
    return moved


def without(box: tuple[int, int, int, int]) -> Image.Image:
    emptied = sound().copy()
    emptied.paste(255, box)
    return emptied


def tinted() -> Image.Image:
    """Return the page with a pale ground that was not there."""
    more = Image.new("L", sound().size, 255)
    ImageDraw.Draw(more).rectangle((40, 520, 380, 560), fill=238)
    return ImageChops.darker(more, sound())


@pytest.mark.parametrize(
    ("spoiled", "place"),
    [
        (lambda: shifted(2), "-138 mm from the top, 3"),
        (lambda: shifted(4), "-138 mm from the top, 2"),
        (lambda: without((0, 256, 413, 268)), "130-138 mm from the top, 24-"),
        (lambda: without((60, 300, 100, 310)), "30-"),
        (tinted, "mm from the top, 24-195 mm from the left"),
        (lambda: Image.new("L", (413, 585), 255), "mm from the top"),
        (lambda: Image.new("L", (413, 500), 255), "is 210 x 254 mm and was 210 x 297 mm"),
    ],
    ids=["a mm", "a line", "a gap", "a word", "a ground", "an empty page", "another paper"],
)
def test_what_has_moved_or_is_gone_is_found_with_its_place(
    spoiled: Callable[[], Image.Image], place: str
) -> None:
    found = rendered.differences(spoiled(), sound())
    assert place in "; ".join(found)


def test_a_name_that_is_longer_by_a_word_is_another_page() -> None:
    other = sample.issued(make.citizen(name="Ruddi Test Test Berggren"))
    assert rendered.differences(rendered.draw(build(["letter"], other), 1), sound()) != []
