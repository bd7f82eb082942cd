"""What goes straight into a page stands there as if it were drawn step by step."""

import io
import struct
from collections.abc import Iterator
from datetime import date
from typing import Any

import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics

from app.documents.look import INK, LINE, WARN, styles
from app.documents.package import build
from app.documents.tagging.canvas import TaggedCanvas
from app.documents.tagging.elements import Element
from app.documents.tagging.fonts import REGULAR, SEMIBOLD
from app.documents.tagging.lines import Line
from app.documents.tagging.metadata import Metadata
from app.documents.tagging.numbers import colour_of
from app.documents.tagging.paragraphs import TaggedParagraph
from app.documents.tagging.runs import Face
from app.documents.tagging.slim import Outlines
from tests.documents import sample
from tests.documents.opened import Opened

INK_WORDS = Face(REGULAR, 10.6, colour_of(INK))
WARNING = Face(SEMIBOLD, 12.0, colour_of(WARN))
MAGIC = 0xB1B0AFBA
State = tuple[str, float, tuple[float, ...]]


@pytest.fixture
def canvas() -> TaggedCanvas:
    styles()
    metadata = Metadata("Brev", "Kommune", date(2026, 11, 22))
    return TaggedCanvas(io.BytesIO(), root=Element("Document"), metadata=metadata, font=REGULAR)


def write(canvas: TaggedCanvas, text: str, face: Face) -> None:
    canvas.write([Line(((text, face),))], 14, 50, 700, 0, 0)


def shown(canvas: TaggedCanvas) -> list[State]:
    """Return font, size and colour of each text on the only page, as a reader of it finds them."""
    out = canvas._filename
    canvas.save()
    with pikepdf.open(out) as document:
        return list(_states(document.pages[0]))


def _states(sheet: pikepdf.Page) -> Iterator[State]:
    state: State = ("", 0.0, (0.0, 0.0, 0.0))
    kept: list[State] = []
    for step in pikepdf.parse_content_stream(sheet):
        op, operands = str(step.operator), list[Any](step.operands)
        if op == "q":
            kept.append(state)
        elif op == "Q":
            state = kept.pop()
        elif op == "Tf":
            font = str(sheet.resources.Font[operands[0]].BaseFont).partition("-")[2]
            state = (font, float(operands[1]), state[2])
        elif op == "rg":
            state = (*state[:2], tuple(map(float, operands)))
        elif op == "Tj":
            yield state


def state_of(face: Face) -> State:
    cut = "Semibold" if face.font == SEMIBOLD else "Regular"
    return cut, face.size, tuple(map(float, face.colour.split()))


def test_each_text_has_its_own_font_and_colour_though_only_changes_are_said(
    canvas: TaggedCanvas,
) -> None:
    faces = (INK_WORDS, INK_WORDS, WARNING, INK_WORDS)
    for face in faces:
        write(canvas, "Ord", face)
    assert shown(canvas) == [state_of(face) for face in faces]


def test_a_colour_that_another_hand_sets_is_not_taken_for_the_text_s(canvas: TaggedCanvas) -> None:
    write(canvas, "før", INK_WORDS)
    canvas.setFillColor(WARN)
    write(canvas, "efter", INK_WORDS)
    canvas.ground(100, 200, 20, LINE)
    write(canvas, "til sidst", INK_WORDS)
    assert shown(canvas) == [state_of(INK_WORDS)] * 3


def test_what_is_set_inside_a_saved_state_is_forgotten_with_it(canvas: TaggedCanvas) -> None:
    write(canvas, "før", INK_WORDS)
    canvas.saveState()
    write(canvas, "inde", WARNING)
    canvas.restoreState()
    write(canvas, "efter", WARNING)
    write(canvas, "endnu et", INK_WORDS)
    assert shown(canvas) == [state_of(f) for f in (INK_WORDS, WARNING, WARNING, INK_WORDS)]


def test_text_stands_where_the_origin_was_moved_to(canvas: TaggedCanvas) -> None:
    paragraph = TaggedParagraph("Ord", styles()["body"])
    paragraph.wrap(200, 800)
    canvas.translate(10.125, 20.5)
    with canvas.moved(100, 200):
        paragraph.drawOn(canvas, 3, 4)
    canvas.save()
    with pikepdf.open(canvas._filename) as document:
        steps = pikepdf.parse_content_stream(document.pages[0], "cm Td")
        moves = [[float(number) for number in step.operands[-2:]] for step in steps]
    x, y = (sum(values) for values in zip(*moves, strict=True))
    base = paragraph.height - paragraph.style.fontSize
    assert (x, y) == pytest.approx((113.125, 224.5 + base))


def test_the_bookmarks_are_the_headings_each_under_the_one_above_it() -> None:
    pdf = build(["letter", "assessment_form"], sample.issued())
    with pikepdf.open(io.BytesIO(pdf)) as document:
        opened = Opened(document)
        headings = [
            (int(str(e.S)[2:]), " ".join(opened.said(e).split()))
            for e in opened.elements
            if str(e.S).startswith("/H")
        ]
        with document.open_outline() as outline:
            found = list(_nested(outline.root, 1))
        assert int(document.Root.Outlines.Count) == len(headings)
    assert [(level, title.replace("\N{NO-BREAK SPACE}", " ")) for level, title in found] == headings
    assert {level for level, _ in found} == {1, 2, 3}


def _nested(items: list[pikepdf.OutlineItem], level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        assert isinstance(item.destination, pikepdf.Array)
        yield level, item.title
        yield from _nested(item.children, level + 1)


@pytest.mark.parametrize(
    ("letters", "glyphs"), [("", 1), ("a", 2), ("aa", 2), ("å", 4), ("åaé", 7)]
)
def test_a_part_of_a_font_holds_its_letters_and_what_they_are_made_of(
    letters: str, glyphs: int
) -> None:
    """The first glyph is the one of a character that is not there."""
    styles()
    part = Outlines(pdfmetrics.getFont(REGULAR).face).part([ord(letter) for letter in letters])
    (count,) = struct.unpack_from(">H", part, 4)
    tables = {
        part[at : at + 4]: struct.unpack_from(">II", part, at + 8)[0]
        for at in range(12, 12 + 16 * count, 16)
    }
    assert struct.unpack_from(">H", part, tables[b"maxp"] + 4) == (glyphs,)
    assert sum(struct.unpack(f">{len(part) // 4}I", part)) & 0xFFFFFFFF == MAGIC
