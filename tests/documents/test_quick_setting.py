"""What makes setting a letter quick changes nothing in it."""

from itertools import groupby
from operator import itemgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.paragraph import Paragraph

from app.documents.look import styles
from app.documents.package import build
from app.documents.tagging.fonts import REGULAR, SEMIBOLD, register
from app.documents.tagging.paragraphs import TaggedParagraph
from tests import factories as make
from tests.documents import reading, sample

STYLES = ("body", "h2", "cell", "quote", "cell_strong")
# Words as they are written, and such as ask for more than a space to be broken at.
LETTERS = st.text("abdeghijklmnoprstuvyæøåÆØÅéł,.-§0123456789", min_size=1, max_size=14)
ODD = st.sampled_from(
    (
        "§\N{NO-BREAK SPACE}83",
        "op\N{SOFT HYPHEN}gave",
        "m\N{COMBINING DOT BELOW}",
        "x" * 90,
        "R&amp;D",
    )
)
WORDS = st.lists(LETTERS | ODD, min_size=1, max_size=40)
TAGS = st.sampled_from(("b", "i", ""))


def marked(pieces: list[tuple[str, list[str]]], between: list[str]) -> str:
    """Return markup of pieces in tags, with a space between them or none."""
    made = [f"<{tag}>{' '.join(w)}</{tag}>" if tag else " ".join(w) for tag, w in pieces]
    return "".join(piece + between[i % len(between)] for i, piece in enumerate(made))


MARKUPS = st.builds(
    marked,
    st.lists(st.tuples(TAGS, WORDS), min_size=1, max_size=5),
    st.lists(st.sampled_from((" ", "", "  ")), min_size=1, max_size=5),
)


def usual_lines(paragraph: Paragraph) -> list[tuple[list[tuple[str, str]], bool]]:
    """Return what reportlab puts on each line: its runs, and whether its spaces are narrower."""
    made = paragraph.blPara
    if made.kind:
        runs = [[(frag.fontName, frag.text) for frag in line.words] for line in made.lines]
        left = [line.extraSpace for line in made.lines]
    else:
        runs = [[(made.fontName, " ".join(words))] for _, words in made.lines]
        left = [left for left, _ in made.lines]
    return [(_trimmed(r), _narrower(r, room)) for r, room in zip(runs, left, strict=True)]


def _narrower(runs: list[tuple[str, str]], left: float) -> bool:
    """Tell whether a line fits only with narrower spaces, and has any."""
    words = "".join(text for _, text in runs).strip(" ")
    return left < -1e-8 and any(space in words for space in " \N{NO-BREAK SPACE}")


def quick_lines(paragraph: TaggedParagraph) -> list[tuple[list[tuple[str, str]], bool]]:
    return [
        (_trimmed([(face.font, text) for text, face in line.runs]), line.spacing < 0)
        for line in paragraph.lines
    ]


def _trimmed(runs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the runs of a line, each in another cut, without the space that ends it."""
    cuts = groupby((run for run in runs if run[1]), key=itemgetter(0))
    made = [(cut, "".join(text for _, text in same)) for cut, same in cuts]
    if made and made[-1][1].endswith(" "):
        cut, text = made.pop()
        made += [(cut, text[:-1])] if text != " " else []
    return made


@settings(deadline=None)
@given(words=WORDS, width=st.floats(40, 470), name=st.sampled_from(STYLES))
def test_text_is_broken_where_reportlab_breaks_it(
    words: list[str], width: float, name: str
) -> None:
    compare(" ".join(words), width, name)


@settings(deadline=None)
@given(markup=MARKUPS, width=st.floats(40, 470), name=st.sampled_from(STYLES))
def test_text_in_several_faces_is_broken_where_reportlab_breaks_it(
    markup: str, width: float, name: str
) -> None:
    compare(markup, width, name)


@settings(deadline=None)
@given(words=WORDS, first=st.integers(2, 12), part=st.floats(0.985, 1.005))
def test_a_word_that_nearly_fits_comes_with_narrower_spaces_as_reportlab_s_does(
    words: list[str], first: int, part: float
) -> None:
    style = styles()["body"]
    wide = stringWidth(" ".join(words[:first]), style.fontName, style.fontSize)
    compare(" ".join(words), max(wide * part, 20.0), "body")


@settings(deadline=None)
@given(words=st.lists(LETTERS, min_size=12, max_size=40), over=st.integers(-1, 4))
def test_a_text_is_divided_over_pages_as_reportlab_divides_it(words: list[str], over: int) -> None:
    style, markup = styles()["body"], " ".join(words)
    quick, usual = TaggedParagraph(markup, style), Paragraph(markup, style)
    height = quick.wrap(160, 1e6)[1] - over * style.leading
    usual.wrap(160, 1e6)
    heights = [part.wrap(160, 1e6)[1] for part in usual.split(160, height)]
    assert [part.height for part in quick.split(160, height)] == heights


def test_a_part_of_a_text_keeps_its_lines_whatever_width_it_is_asked_for() -> None:
    whole = TaggedParagraph("Hjælperen kommer om morgenen. " * 20, styles()["body"])
    whole.wrap(200, 1e6)
    upper, lower = whole.split(200, 5.5 * whole.style.leading)
    assert (len(upper.lines), len(lower.lines)) == (5, len(whole.lines) - 5)
    upper.wrap(200.1, 1e6)
    assert lower.wrap(150, 1e6)[1] == len(lower.lines) * whole.style.leading
    assert [*upper.lines, *lower.lines] == whole.lines


def compare(markup: str, width: float, name: str) -> None:
    style = styles()[name]
    quick, usual = TaggedParagraph(markup, style), Paragraph(markup, style)
    assert quick.wrap(width, 1e6) == usual.wrap(width, 1e6)
    assert quick_lines(quick) == usual_lines(usual)


@pytest.mark.parametrize("name", [REGULAR, SEMIBOLD])
def test_a_width_that_is_remembered_is_the_width(name: str) -> None:
    register()
    font = pdfmetrics.getFont(name)
    for text in ("hjemmepleje", "Å", "", "hjemmepleje"):
        assert font.stringWidth(text, 10.6) == ttfonts.TTFont.stringWidth(font, text, 10.6)


def test_more_characters_than_one_part_of_a_font_holds_come_out_in_order() -> None:
    register()
    many = "".join(
        chr(c) for c in (*range(0xC0, 0x17F), *range(0x391, 0x3A2), *range(0x410, 0x450))
    )
    printable = "".join(c for c in many if pdfmetrics.getFont(REGULAR).face.charToGlyph.get(ord(c)))
    words = f"abc {printable} æøå {printable[::-1]} abc"
    assert len(set(printable)) > 260
    heard = reading.heard(build(["letter"], sample.content(make.decision(facts=words))))
    assert words.replace(" ", "") in heard.replace(" ", "")
