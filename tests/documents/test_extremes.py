"""What is far more, longer or stranger than usual: pages come out whole, or a sentence says why."""

import io
import re
import resource
import subprocess
import sys
import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pikepdf
import pytest
from PIL import Image

from app.documents import look
from app.documents.content import Content, Part, Size
from app.documents.package import build
from app.documents.pages import Running, build_pdf
from app.documents.pictures import Picture
from app.documents.story import Story
from app.documents.tagging.elements import Element
from app.documents.tagging.metadata import Metadata
from app.domain.judgement import judge
from app.domain.records import Attachment, Record
from app.errors import KnownError
from tests import factories as make
from tests.documents import reading, sample

LONG = "Rengøringsmiddeldoseringsbeholderopbevaringsskabslåsenøgle" * 4
ROOT = Path(__file__).resolve().parents[2]
RUNNING = "Hjælperen kommer om morgenen og bliver, til I har spist. "
PARTS: tuple[Part, ...] = (
    "letter",
    "assessment_form",
    "consents",
    "workplace",
    "week_plan",
    "order",
)


def pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def long_words() -> Content:
    """Say everything that can be typed in words that no line can hold."""
    step = sample.casefile().workplace_item("gulv.doertrin").id
    return sample.issued(
        make.citizen(name=f"{LONG} Test"),
        make.assessment("bad", "3", own_words=LONG, observation=LONG, changed=LONG),
        make.decision(facts=LONG, citizens_views=LONG, main_considerations=LONG),
        make.decision_item("n3", "partly", reasons=LONG),
        make.grant("g1", need="n1", service="personlig_pleje", items=(), purpose=LONG, reason=LONG),
        make.workplace_check(done_by=LONG, present=LONG),
        make.workplace_item("gulv.doertrin", "action", remark=LONG, action=LONG, temporary=LONG),
        make.consent("obtain", answer="no", noted_by=LONG, parties=LONG, information=LONG),
        Attachment(
            id="a2",
            case="k1",
            subject=step,
            blob=sample.PHOTO_ID,
            media_type="image/jpeg",
            caption=LONG,
        ),
    )


@pytest.mark.parametrize("size", ["normal", "20"])
def test_nothing_stands_outside_the_margins_however_long_a_word_is(size: Size) -> None:
    pdf = build(PARTS, msgspec.structs.replace(long_words(), size=size))
    found = subprocess.run(
        ["pdftotext", "-bbox", "-enc", "UTF-8", "-", "-"],
        input=pdf,
        capture_output=True,
        check=True,
    )
    words = re.findall(r'xMin="([\d.-]+)".* xMax="([\d.-]+)".*>(.*)</word>', found.stdout.decode())
    right = look.PAGE_WIDTH - look.RIGHT
    outside = [w for low, high, w in words if float(low) < look.LEFT - 1 or float(high) > right + 1]
    assert len(words) > 1000
    assert outside == []


@pytest.mark.parametrize("count", [10, pytest.param(100, marks=pytest.mark.slow)])
@pytest.mark.parametrize("field", ["observation", "changed"])  # the second is led by bold words
def test_a_text_of_a_hundred_pages_in_one_field_comes_out_whole(field: str, count: int) -> None:
    text = RUNNING * (count * 70) + "Slut."
    file = sample.content(make.assessment("bad", "3", **{field: text}))
    started = time.process_time()
    pdf = build(["assessment_form"], file)
    print(f"{time.process_time() - started:.1f} s, {len(pdf) / 1e6:.2f} MB, {pages(pdf)} pages")
    assert pages(pdf) > count
    said = reading.text(pdf)
    assert {said.count(word) for word in ("morgenen", "spist.")} == {count * 70}
    assert "Slut." in said


@pytest.mark.parametrize("count", [30, pytest.param(300, marks=pytest.mark.slow)])
def test_many_services_come_out_whole_with_their_head_on_each_page(count: int) -> None:
    grants = [
        make.grant(
            f"h{i}",
            need="n1",
            service="personlig_pleje",
            items=("bad",),
            purpose=f"Formål {i} er nået.",
            weekdays=(i % 7,),
            time_of_day=("forenoon",),
            minutes=10,
        )
        for i in range(count)
    ]
    file = sample.content(*grants)
    started = time.process_time()
    pdf = build(["order"], file)
    print(f"{time.process_time() - started:.1f} s, {len(pdf) / 1e6:.2f} MB, {pages(pdf)} pages")
    said = reading.pages(pdf)
    assert all(f"Formål {i} er nået." in " ".join(said) for i in range(count))
    tables = [page for page in said if "10 minutter" in page]
    assert len(tables) > 1
    assert all("Hvor tit og hvornår" in page for page in tables)


@pytest.mark.parametrize("name", ["فاطمة الزهراء", "שרה לוי", "王小明", "Emil 🙂 Test"])
def test_a_name_that_no_font_has_is_found_before_a_letter_is_made(name: str) -> None:
    file = sample.casefile(make.citizen(name=name))
    judged = judge(file, make.koebenhavn(), make.denmark(), sample.TODAY)
    (found,) = [m for m in judged.missing if m.key == "missing.unprintable"]
    assert found.blocks
    assert all(c in name for c in found.params["characters"].split())


@pytest.mark.parametrize("name", ["Łucja Nguyễn", "A\u200bn\u200cn\u2060a", "Ẹ́niọlá X̂ǎ Ḿ Ų́"])
def test_a_rare_name_is_printed_and_read_as_it_is_written(name: str) -> None:
    words = reading.text(build(["consents"], sample.issued(make.citizen(name=name))))
    seen = "".join(c for c in unicodedata.normalize("NFC", name) if c.isprintable())
    assert f"Underskrevet af {seen}" in unicodedata.normalize("NFC", words)


def test_an_accent_that_no_letter_is_made_with_stands_over_its_letter() -> None:
    pdf = build(["consents"], sample.issued(make.citizen(name="X\u0302A")))
    plain = build(["consents"], sample.issued(make.citizen(name="XA")))
    assert reading.faults(pdf) == []
    assert reading.operators(pdf).count("Ts") > reading.operators(plain).count("Ts") == 0


def noise(size: tuple[int, int], quality: int) -> bytes:
    """Make a photo of nothing but grain: the worst that a picture can be to compress."""
    out = io.BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(out, "JPEG", quality=quality)
    return out.getvalue()


def photographed(photos: Sequence[bytes]) -> Content:
    blobs = {f"{i:064x}": photo for i, photo in enumerate(photos)}
    records: list[Record] = [
        Attachment(id=f"b{i}", case="k1", blob=blob, media_type="image/jpeg", caption="Trappen")
        for i, blob in enumerate(blobs)
    ]
    kept = {sample.INK_ID: sample.signature(), sample.PHOTO_ID: sample.photo()}
    return sample.content(*records, blobs={**kept, **blobs})


def test_a_photo_has_no_more_pixels_than_its_paper_shows() -> None:
    photo = noise((2048, 1536), 85)
    pdf = build(["workplace"], photographed([photo]))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        images = [o for o in document.objects if isinstance(o, pikepdf.Stream)]
        widest = max(int(o.Width) for o in images if o.get("/Subtype") == "/Image")
    assert 400 < widest < 700
    assert len(pdf) < 400_000 < len(photo)


def test_a_caption_of_many_pages_is_printed_to_its_end() -> None:
    record = Attachment(
        id="a1", case="k1", blob=sample.PHOTO_ID, media_type="image/jpeg", caption=RUNNING * 300
    )
    pdf = build(["workplace"], sample.issued(record))
    assert reading.text(pdf).count("morgenen") == 300
    assert reading.faults(pdf) == []


def test_what_no_page_can_hold_is_a_sentence() -> None:
    root = Element("Document")
    story = Story(root, "order", draft=True)
    story.figure(Picture(100, 2 * look.PAGE_HEIGHT, "Et tårn", lambda canvas: None))
    running = Running("", "", "Side", "af", "")
    with pytest.raises(KnownError) as refused:
        build_pdf(root, [(story, running)], Metadata("Bilag", "Kommune", sample.TODAY))
    assert refused.value.key == "documents.no_room"


_INTAKE = """
import sys, time
from pathlib import Path
from app.interchange.photo import load_photo
kept = [load_photo(Path(sys.argv[1])) for _ in range(50)]
print(time.process_time(), sum(map(len, kept)) / 1e6)
status = Path("/proc/self/status").read_text()  # what was inherited is not counted here
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


@pytest.mark.slow
def test_fifty_photos_of_twenty_megabytes_are_taken_in_within_bounds(tmp_path: Path) -> None:
    """48 million pixels each."""
    path = tmp_path / "photo.jpg"
    path.write_bytes(noise((8000, 6000), 78))
    print(f"{path.stat().st_size / 1e6:.0f} MB each")
    assert path.stat().st_size > 18_000_000
    run = [sys.executable, "-c", _INTAKE, str(path)]
    said = subprocess.run(run, capture_output=True, check=True, text=True, cwd=ROOT).stdout.split()
    print(f"{float(said[0]):.1f} s, {float(said[1]):.0f} MB kept, {said[2]} MB of memory at most")
    assert float(said[1]) < 150
    assert int(said[2]) < 400


@pytest.mark.slow
def test_fifty_photos_are_printed_in_a_file_that_can_be_sent() -> None:
    file = photographed([noise((2048, 1536), 85) for _ in range(50)])
    started = time.process_time()
    pdf = build(["workplace"], file)
    print(f"{time.process_time() - started:.1f} s, {len(pdf) / 1e6:.1f} MB, {pages(pdf)} pages")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB of memory at most")
    assert len(reading.images(pdf)) == 51
    assert len(pdf) < 12_000_000
