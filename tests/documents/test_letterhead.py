"""The top of a letter: what shows in the window of the envelope, and what does not."""

import re
import subprocess
from pathlib import Path

import msgspec
import pytest

from app.documents.content import SIZES, Content, Size
from app.documents.package import build
from app.domain.standard_file import load_standard
from app.domain.values import Address
from tests import factories as make
from tests.documents import reading, sample, variants

MM = 72 / 25.4
FILES = sorted((make.RESOURCES / "standards").glob("*-*.toml"))
# What shows however the sheet lies in its envelope (mm): DIN 5008, form B.
LEFT, TOP, RIGHT, BOTTOM = 20, 45, 110, 90
LONG = make.citizen(
    name="Łucja-Bérénice Test von Østergård-Sørensen Þórðardóttir de la Fuente",
    address=Address(
        care_of="Bérénice Test Østergård-Christoffersen",
        street="Søndre Frihavnsvej-Kastellet 112B, 14. sal, dør 1203",
        postcode="2100",
        city="København Ø",
    ),
    digital_post="exempt",
)


def in_window(content: Content) -> list[str]:
    """Return the words that show in the window, wholly or in part."""
    run = ["pdftotext", "-bbox", "-l", "1", "-enc", "UTF-8", "-", "-"]
    pdf = build(["letter"], content)
    found = subprocess.run(run, input=pdf, capture_output=True, check=True).stdout.decode()
    edges = r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<'
    words = [
        (*(float(edge) / MM for edge in each[:4]), each[4]) for each in re.findall(edges, found)
    ]
    return [
        w for x, y, end, low, w in words if x < RIGHT and end > LEFT and low > TOP and y < BOTTOM
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_but_the_address_shows_in_the_window(path: Path, size: Size) -> None:
    content = variants.content(load_standard(path), "granted")
    content = msgspec.structs.replace(content, size=size)
    home = content.casefile.citizen.address
    assert home is not None
    said = f"{content.casefile.citizen.name} {home.street} {home.postcode} {home.city}"
    assert in_window(content) == said.split()


@pytest.mark.parametrize("size", SIZES)
def test_a_long_name_and_address_stand_in_the_window_too(size: Size) -> None:
    words = in_window(sample.issued(LONG, size=size))
    assert words[:4] == ["Sendes", "med", "almindelig", "post"]
    assert words[-3:] == ["2100", "København", "Ø"]
    assert "Christoffersen" in " ".join(words)


def test_lines_typed_with_a_dash_are_a_list() -> None:
    reasons = "Vi har lagt vægt på:\n- at du laver mad\n• at du går tur\nDerfor er det nok."
    typed = make.decision(main_considerations=reasons, citizens_views="- Jeg vil have mere")
    pdf, plain = build(["letter"], sample.issued(typed)), sample.issued()
    words = reading.heard(pdf)
    assert "Vi har lagt vægt på: - at du laver mad • at du går tur Derfor er det nok." in words
    assert "- Jeg vil have mere" in words
    assert reading.roles(pdf).count("LI") == reading.roles(build(["letter"], plain)).count("LI") + 3
    assert reading.faults(pdf) == []


def test_a_list_after_bold_words_begins_on_a_line_of_its_own() -> None:
    typed = make.decision(views_weighed="- Vi kommer oftere\n- Du ringer selv")
    words = reading.heard(build(["letter"], sample.issued(typed)))
    assert "Sådan har vi brugt det: - Vi kommer oftere - Du ringer selv" in words
