"""Signatures in ink: strokes of pen points, packed for keeping and unpacked with distrust.

Packed, a signature is "INK1" and a deflated row of variable-length integers: width, height,
number of strokes, then for each stroke the number of points and for each point the
differences of x and y (1/16 px), pressure (1/255) and time (ms) from the point before.
"""

import math
import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.errors import KnownError

MAGIC = b"INK1"
UNIT = 16
MAX_SIDE = 10_000
MAX_STROKES = 2_000
MAX_POINTS = 60_000
MAX_PACKED = 512 * 1024
MAX_PLAIN = 2 * 1024 * 1024
MAX_MS = 24 * 60 * 60 * 1000
THIN, THICK = 1.1, 4.2


class InkPoint(NamedTuple):
    """A point of a stroke: pixels from the top left, pressure 0 to 1, ms since the first."""

    x: float
    y: float
    pressure: float
    ms: int


Stroke = tuple[InkPoint, ...]
Size = tuple[int, int]
Place = tuple[float, float]


def encode(strokes: Sequence[Sequence[tuple[float, float, float, int]]], size: Size) -> bytes:
    """Pack strokes on paper of width and height in pixels; points beyond it are drawn in.

    Raises KnownError "ink.too_much" when there are more strokes or points than a signature has.
    """
    points = sum(len(stroke) for stroke in strokes)
    if len(strokes) > MAX_STROKES or points > MAX_POINTS:
        raise KnownError("ink.too_much")
    width, height = (min(MAX_SIDE, max(1, int(side))) for side in size)
    row = [width, height, len(strokes)]
    for stroke in strokes:
        row.append(len(stroke))
        row.extend(_differences(stroke, (width, height)))
    return MAGIC + zlib.compress(bytes(_packed(row)), 9)


def decode(packed: bytes) -> tuple[tuple[Stroke, ...], Size]:
    """Unpack a signature; raises KnownError "ink.damaged" for anything that is none."""
    numbers = _Numbers(_inflated(packed))
    size = (numbers.within(1, MAX_SIDE), numbers.within(1, MAX_SIDE))
    left = MAX_POINTS
    strokes: list[Stroke] = []
    for _ in range(numbers.within(0, MAX_STROKES)):
        count = numbers.within(0, left)
        left -= count
        strokes.append(tuple(_points(numbers, count, size)))
    numbers.end()
    return tuple(strokes), size


def ink_segments(
    stroke: Sequence[InkPoint], fine: float = 2.5
) -> Iterator[tuple[Place, Place, float]]:
    """Yield the short lines (from, to, width in px) that draw a stroke smoothly.

    `fine` is the longest step in px: smaller where the drawing is enlarged.
    """
    if len(stroke) == 1:
        point = stroke[0]
        yield (point.x, point.y), (point.x + 0.01, point.y), line_width(point.pressure)
    for index in range(1, len(stroke)):
        yield from segments_at(stroke, index, fine)


def segments_at(
    stroke: Sequence[InkPoint], index: int, fine: float = 2.5
) -> Iterator[tuple[Place, Place, float]]:
    """Yield the lines that the point at `index` adds: a curve between middles of points."""
    before, corner, after = stroke[max(0, index - 2)], stroke[index - 1], stroke[index]
    start = _middle(before, corner) if index > 1 else (corner.x, corner.y)
    end = _middle(corner, after)
    steps = max(1, min(48, int((abs(end[0] - start[0]) + abs(end[1] - start[1])) / fine)))
    at = start
    for step in range(1, steps + 1):
        u = step / steps
        a, b, c = (1 - u) ** 2, 2 * u * (1 - u), u * u
        to = (a * start[0] + b * corner.x + c * end[0], a * start[1] + b * corner.y + c * end[1])
        pressure = a * before.pressure + b * corner.pressure + c * after.pressure
        yield at, to, line_width(pressure)
        at = to
    if index == len(stroke) - 1:
        yield at, (after.x, after.y), line_width(after.pressure)


def line_width(pressure: float) -> float:
    """Return the width of the line in px for a pressure."""
    return float(THIN + (THICK - THIN) * min(1.0, max(0.0, pressure)) ** 0.8)


def _middle(first: InkPoint, second: InkPoint) -> Place:
    return (first.x + second.x) / 2, (first.y + second.y) / 2


def _differences(stroke: Sequence[tuple[float, float, float, int]], size: Size) -> Iterator[int]:
    limits = (size[0] * UNIT, size[1] * UNIT, 255, MAX_MS)
    scales = (UNIT, UNIT, 255, 1)
    last = [0, 0, 0, 0]
    for point in stroke:
        for axis in range(4):
            raw = point[axis]
            value = round(raw * scales[axis]) if math.isfinite(raw) else 0
            value = min(limits[axis], max(0, value))
            difference = value - last[axis]
            yield difference * 2 if difference >= 0 else -difference * 2 - 1
            last[axis] = value


def _packed(row: Sequence[int]) -> Iterator[int]:
    for number in row:
        while number > 127:
            yield number & 127 | 128
            number >>= 7
        yield number


def _inflated(packed: bytes) -> bytes:
    if not packed.startswith(MAGIC) or len(packed) > MAX_PACKED:
        raise KnownError("ink.damaged")
    inflate = zlib.decompressobj()
    try:
        plain = inflate.decompress(packed[len(MAGIC) :], MAX_PLAIN)
    except zlib.error as error:
        raise KnownError("ink.damaged") from error
    if not inflate.eof or inflate.unused_data:
        raise KnownError("ink.damaged")
    return plain


def _points(numbers: "_Numbers", count: int, size: Size) -> Iterator[InkPoint]:
    limits = (size[0] * UNIT, size[1] * UNIT, 255, MAX_MS)
    last = [0, 0, 0, 0]
    for _ in range(count):
        for axis in range(4):
            raw = numbers.take()
            last[axis] += -(raw + 1) // 2 if raw % 2 else raw // 2
            if not 0 <= last[axis] <= limits[axis]:
                raise KnownError("ink.damaged")
        yield InkPoint(last[0] / UNIT, last[1] / UNIT, last[2] / 255, last[3])


class _Numbers:
    """Reads variable-length integers, trusting none of them."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self) -> int:
        """Read the next number, of at most five bytes."""
        number = 0
        for shift in range(0, 35, 7):
            if self.at >= len(self.data):
                raise KnownError("ink.damaged")
            byte = self.data[self.at]
            self.at += 1
            number |= (byte & 127) << shift
            if byte < 128:
                return number
        raise KnownError("ink.damaged")

    def within(self, least: int, most: int) -> int:
        """Read a number that must lie between two."""
        number = self.take()
        if not least <= number <= most:
            raise KnownError("ink.damaged")
        return number

    def end(self) -> None:
        """Demand that nothing is left."""
        if self.at != len(self.data):
            raise KnownError("ink.damaged")
