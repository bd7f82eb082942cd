"""The codec of signatures: exact enough, small, and closed to hostile bytes."""

import itertools
import math
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ink import (
    MAGIC,
    MAX_POINTS,
    InkPoint,
    Stroke,
    decode,
    encode,
    ink_segments,
    line_width,
)
from app.errors import KnownError

PAPER = (560, 190)

points = st.builds(
    InkPoint,
    st.floats(0, PAPER[0]),
    st.floats(0, PAPER[1]),
    st.floats(0, 1),
    st.integers(0, 60_000),
)
drawings = st.lists(st.lists(points, max_size=30).map(tuple), max_size=8)


def wave(count: int = 300) -> Stroke:
    return tuple(
        InkPoint(20 + i, 90 + 60 * math.sin(i / 9), 0.5 + 0.4 * math.sin(i / 20), i * 8)
        for i in range(count)
    )


@given(drawings)
def test_a_signature_reads_back_within_a_thirtieth_of_a_pixel(strokes: list[Stroke]) -> None:
    back, paper = decode(encode(strokes, PAPER))
    assert paper == PAPER
    assert [len(s) for s in back] == [len(s) for s in strokes]
    for stroke, again in zip(strokes, back, strict=True):
        for point, copy in zip(stroke, again, strict=True):
            assert abs(point.x - copy.x) <= 1 / 32
            assert abs(point.y - copy.y) <= 1 / 32
            assert abs(point.pressure - copy.pressure) <= 1 / 255
            assert point.ms == copy.ms


@given(drawings)
def test_what_was_read_back_is_packed_to_the_same_bytes(strokes: list[Stroke]) -> None:
    packed = encode(strokes, PAPER)
    assert encode(*decode(packed)) == packed


def test_a_signature_takes_a_few_bytes_a_point() -> None:
    assert len(encode([wave()], PAPER)) < 300 * 5


def test_no_ink_is_a_signature_too() -> None:
    assert decode(encode([], PAPER)) == ((), PAPER)


@pytest.mark.parametrize("odd", [float("nan"), float("inf"), -5.0, 1e300])
def test_a_point_that_is_nowhere_is_drawn_in(odd: float) -> None:
    back, _ = decode(encode([[(odd, odd, odd, 0)]], PAPER))
    point = back[0][0]
    assert 0 <= point.x <= PAPER[0]
    assert 0 <= point.y <= PAPER[1]
    assert 0 <= point.pressure <= 1


def refused(packed: bytes) -> None:
    with pytest.raises(KnownError, match=r"ink\.damaged"):
        decode(packed)


@given(st.binary(max_size=300))
def test_bytes_that_are_no_signature_are_refused(data: bytes) -> None:
    refused(data)
    refused(MAGIC + data)


@given(st.binary(max_size=200))
def test_anything_packed_is_refused_or_lies_within_its_paper(data: bytes) -> None:
    try:
        strokes, (wide, high) = decode(MAGIC + zlib.compress(data))
    except KnownError:
        return
    assert all(0 <= p.x <= wide and 0 <= p.y <= high for stroke in strokes for p in stroke)


def test_a_cut_or_lengthened_signature_is_refused() -> None:
    packed = encode([wave(40)], PAPER)
    for end in range(len(packed)):
        refused(packed[:end])
    refused(packed + b"\x00")
    plain = zlib.decompress(packed[4:])
    refused(MAGIC + zlib.compress(plain + b"\x00"))
    refused(MAGIC + zlib.compress(plain[:-1]))


def test_a_bomb_is_refused_without_unpacking_it() -> None:
    refused(MAGIC + zlib.compress(b"\x00" * 50_000_000, 9))
    refused(MAGIC + b"x" * 1_000_000)


@pytest.mark.parametrize(
    "plain",
    [
        b"\xff" * 12,  # a number without end
        bytes([0, 10, 0]),  # paper without width
        bytes([10, 10, 0x80, 0x80, 0x80, 0x80, 0x0F]),  # a billion strokes
        bytes([10, 10, 1, 0xFF, 0xFF, 0xFF, 0x7F]),  # a stroke of millions of points
        bytes([10, 10, 1, 1, 1, 0, 0, 0]),  # left of the paper
        bytes([10, 10, 1, 1, 0, 0xFF, 0x7F, 0, 0]),  # under the paper
        bytes([10, 10, 1, 1, 0, 0, 0xFE, 0x7F, 0]),  # pressed too hard
        bytes([10, 10, 1, 1, 0, 0, 0, 1]),  # before the beginning
    ],
)
def test_a_lie_inside_is_refused(plain: bytes) -> None:
    refused(MAGIC + zlib.compress(plain))


def test_more_ink_than_a_signature_has_is_refused_when_packed() -> None:
    with pytest.raises(KnownError, match=r"ink\.too_much"):
        encode([[(0.0, 0.0, 0.0, 0)] * (MAX_POINTS + 1)], PAPER)
    with pytest.raises(KnownError, match=r"ink\.too_much"):
        encode([[]] * 5000, PAPER)


@given(st.lists(points, min_size=1, max_size=20))
def test_the_drawn_line_goes_from_the_first_point_to_the_last(stroke: list[InkPoint]) -> None:
    lines = list(ink_segments(stroke))
    assert lines[0][0] == pytest.approx((stroke[0].x, stroke[0].y))
    assert lines[-1][1] == pytest.approx((stroke[-1].x, stroke[-1].y), abs=0.02)
    for (_, end, width), (start, _, _) in itertools.pairwise(lines):
        assert end == pytest.approx(start)
        assert line_width(0) <= width <= line_width(1) + 1e-9
