"""What a line never parts, and that nobody who reads, searches or listens notices it."""

import io
import subprocess

import pikepdf
import pytest

from app.documents.binding import bound
from app.documents.package import build
from app.domain.values import Address
from tests import factories as make
from tests.documents import sample
from tests.documents.opened import Opened


def printed(pdf: bytes) -> str:
    """Return the words as they stand, line by line, with the spaces that they have."""
    run = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(run, input=pdf, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize(
    "words",
    [
        "efter servicelovens §_83, stk._1, nr._2",
        "efter §§_10, 12 og 85",
        "efter §_83_a og §_141",
        "artikel_6, stk._1, litra_c og e",
        "på Bernstorffsgade_17, 2._sal, 1592_København_V.",
        "i 4600_Køge og 8000_Aarhus_C",
        "på telefon_33_17_83_59, kl._11-12",
        "den 3._maj 2026 og den 14._december",
        "hver 14._dag i ca._40 minutter",
        "10_kr. om dagen, 60_m² og 5_kg",
        "on 30_November 2026",
        "i 2026 i byen, og 3 andre",
    ],
)
def test_what_belongs_together_stays_on_one_line(words: str) -> None:
    assert bound(words.replace("_", " ")) == words.replace("_", "\N{NO-BREAK SPACE}")


def test_a_town_is_not_parted_from_its_postcode_wherever_the_line_ends() -> None:
    for length in range(60, 100, 8):
        facts = f"{'x' * length} 1592 København V."
        pdf = build(["letter"], sample.issued(make.decision(facts=facts)))
        assert "1592 København V." in printed(pdf), length


def test_who_searches_copies_or_listens_meets_usual_spaces_alone() -> None:
    home = make.citizen(address=Address(street="Testvej 3", postcode="1592", city="København V"))
    pdf = build(["letter", "personal_data"], sample.issued(home))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        heard = " ".join(Opened(document).heard())
    for words in (printed(pdf), heard):
        assert "1592 København V" in words
        assert "servicelovens § 83, stk. 1, nr. 1" in words
        assert "\N{NO-BREAK SPACE}" not in words
