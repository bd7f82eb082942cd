"""What makes setting a letter quick changes nothing in it."""

import pytest
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.platypus.paragraph import Paragraph

from app.documents.look import styles
from app.documents.package import build
from app.documents.tagging.fonts import REGULAR, SEMIBOLD, register
from app.documents.tagging.paragraphs import TaggedParagraph
from tests import factories as make
from tests.documents import reading, sample

TEXTS = (
    "Du får hjælp.",
    "  To  mellemrum ",
    "§\N{NO-BREAK SPACE}83",
    "a &amp; <b>b</b>",
    "x\ny",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("style", ["body", "h2", "cell"])
def test_a_text_without_markup_is_read_as_one_with_markup_is(text: str, style: str) -> None:
    quick = TaggedParagraph(text, styles()[style])
    usual = Paragraph(text, styles()[style])
    assert [vars(f) for f in quick.frags] == [vars(f) for f in usual.frags]


@pytest.mark.parametrize("name", [REGULAR, SEMIBOLD])
def test_a_width_that_is_remembered_is_the_width(name: str) -> None:
    register()
    font = pdfmetrics.getFont(name)
    for text in ("hjemmepleje", "Å", "", "hjemmepleje"):
        assert font.stringWidth(text, 10.6) == ttfonts.TTFont.stringWidth(font, text, 10.6)


def test_more_characters_than_one_part_of_a_font_holds_come_out_in_order() -> None:
    many = "".join(
        chr(c) for c in (*range(0xC0, 0x17F), *range(0x391, 0x3A2), *range(0x410, 0x450))
    )
    printable = "".join(c for c in many if pdfmetrics.getFont(REGULAR).face.charToGlyph.get(ord(c)))
    words = f"abc {printable} æøå {printable[::-1]} abc"
    assert len(set(printable)) > 260
    heard = reading.heard(build(["letter"], sample.content(make.decision(facts=words))))
    assert words.replace(" ", "") in heard.replace(" ", "")
