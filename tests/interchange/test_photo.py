"""A photo is kept without anything but its picture, or refused in a sentence."""

import contextlib
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.errors import KnownError
from app.interchange.photo import clean_photo, load_photo
from app.texts import Texts

GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F


def photo_bytes(
    size: tuple[int, int] = (60, 40), kind: str = "JPEG", orientation: int = 1, mode: str = "RGB"
) -> bytes:
    picture = Image.new(mode, size, "red")
    picture.paste("blue", (0, 0, size[0] // 2, size[1] // 2))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKER] = "Testkamera"
    exif.get_ifd(GPS)[1] = "N"
    target = BytesIO()
    picture.save(target, kind, exif=exif)
    return target.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def failure(data: bytes) -> str:
    with pytest.raises(KnownError) as caught:
        clean_photo(data)
    assert Texts("da").error(caught.value)
    assert Texts("en").error(caught.value)
    return caught.value.key


def bomb() -> bytes:
    """Return a PNG of few bytes that claims 50,000 x 50,000 pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", header), chunk(b"IDAT", packed), chunk(b"IEND", b""))
    )


def test_where_and_with_what_it_was_taken_is_gone() -> None:
    before = photo_bytes()
    assert b"Testkamera" in before
    after = clean_photo(before)
    assert b"Testkamera" not in after
    assert b"Exif" not in after
    assert not opened(after).getexif()


def test_a_photo_that_was_held_sideways_is_turned_upright() -> None:
    picture = opened(clean_photo(photo_bytes((60, 40), orientation=6)))
    assert picture.size == (40, 60)
    pixel = picture.getpixel((35, 5))
    assert isinstance(pixel, tuple)
    assert pixel[2] > pixel[0]


def test_a_large_photo_is_made_to_fit_and_a_small_one_left() -> None:
    assert opened(clean_photo(photo_bytes((3000, 1500)))).size == (2048, 1024)
    assert opened(clean_photo(photo_bytes((60, 40)))).size == (60, 40)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_the_result_is_always_a_jpeg(kind: str) -> None:
    picture = opened(clean_photo(photo_bytes(kind=kind)))
    assert (picture.format, picture.mode) == ("JPEG", "RGB")


def test_what_is_transparent_becomes_white() -> None:
    target = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(target, "PNG")
    assert opened(clean_photo(target.getvalue())).getpixel((5, 5)) == (255, 255, 255)


def test_a_picture_that_would_unpack_to_gigabytes_is_refused() -> None:
    assert len(bomb()) < 200
    assert failure(bomb()) == "photo.too_many_pixels"


@pytest.mark.parametrize(
    "data", [b"", b"no picture", photo_bytes()[:300], photo_bytes(kind="PNG")[:80]]
)
def test_what_is_no_whole_picture_is_refused(data: bytes) -> None:
    assert failure(data) == "photo.unreadable"


def test_a_file_of_200_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "stor.jpg"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(KnownError) as caught:
        load_photo(path)
    assert caught.value.key == "photo.too_big"


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        load_photo(tmp_path / "findes-ikke.jpg")
    assert caught.value.key == "photo.unreadable"


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=200), st.integers(0, 600), st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"])
)
def test_damaged_pictures_never_crash_the_program(data: bytes, place: int, kind: str) -> None:
    whole = photo_bytes(kind=kind)
    for damaged in (data, whole[:place] + data + whole[place + len(data) :]):
        with contextlib.suppress(KnownError):
            assert opened(clean_photo(damaged)).format == "JPEG"
