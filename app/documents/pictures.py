"""Pictures with a text for those who do not see them: levels, ink, photos, boxes."""

import hashlib
import io
import warnings
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image
from reportlab.platypus.flowables import Flowable

from app.documents.look import INK, PRIMARY, RULE, SIGNATURE, WHITE, level_colour
from app.documents.tagging.elements import Element

# How finely a photo is printed, how many are kept ready, and the most that is opened at all.
_PHOTO_DPI, _KEPT_PHOTOS, _MOST_PIXELS = 200, 100, 120_000_000
# A signature's place and edge in points and px, and how much of its size on the screen it keeps.
_INK_WIDTH, _INK_HEIGHT, _INK_EDGE, _INK_SCALE = 200.0, 58.0, 4.0, 0.6
# Room for handwriting, in points.
_LINE_HEIGHT = 22.0
Stroke = Sequence[Sequence[float]]
# A place of the pen in points, and its pressure.
_Pen = tuple[float, float, float]
_PEN_STEP = 0.1


class Figure(Flowable):  # type: ignore[misc]
    """A drawing of fixed size that is one Figure element with its alternative text."""

    def __init__(self, picture: "Picture", parent: Element) -> None:
        super().__init__()
        self._picture = picture
        self.width, self.height = picture.width, picture.height
        self.element = Element("Figure", parent, Alt=picture.alt)
        self.spaceAfter = 3

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the picture's own size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw, and note where it stands."""
        left, low = self.canv.absolutePosition(0, 0)
        right, high = self.canv.absolutePosition(self.width, self.height)
        self.element.attributes = (
            f"<</O/Layout/Placement/Block/BBox[{left:.2f} {low:.2f} {right:.2f} {high:.2f}]>>"
        )
        with self.canv.tagged(self.element):
            self._picture.paint(self.canv)


@dataclass(frozen=True)
class Picture:
    """What a figure draws, its size in points, and what it says in words."""

    width: float
    height: float
    alt: str
    paint: Callable[[Any], None]


class WritingLines(Flowable):  # type: ignore[misc]
    """Ruled lines across the page, to be written on by hand; a reader does not hear them."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count
        self.spaceAfter = 6

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width = available_width
        return available_width, self._count * _LINE_HEIGHT

    def draw(self) -> None:
        """Draw from the lowest line up."""
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.6)
        for number in range(self._count):
            self.canv.line(0, number * _LINE_HEIGHT + 1, self.width, number * _LINE_HEIGHT + 1)


# A level's box, and all of them: a scale of many levels has smaller ones.
_LEVEL_WIDTH, _LEVELS_WIDTH = 20.0, 88.0


def level_picture(index: int, count: int, previous: int | None, alt: str) -> Picture:
    """Draw a level as segments filled up to it; a dot under last time's."""
    gap, high = 2.0, 9.0
    width = min(_LEVEL_WIDTH, _LEVELS_WIDTH / count - gap)
    low = 1.0 if previous is None else 6.0  # room for the dot

    def paint(canvas: Any) -> None:
        canvas.setLineWidth(0.7)
        for i in range(count):
            filled = i <= index
            canvas.setStrokeColor(PRIMARY if filled else RULE)
            canvas.setFillColor(level_colour(index, count) if filled else WHITE)
            canvas.roundRect(i * (width + gap) + 0.4, low, width, high, 2, stroke=1, fill=1)
        if previous is not None:
            canvas.setFillColor(INK)
            canvas.circle(previous * (width + gap) + width / 2, 2.2, 1.6, stroke=0, fill=1)

    return Picture(count * (width + gap), high + low + 1, alt, paint)


def ink_picture(strokes: Sequence[Stroke], alt: str) -> Picture | None:
    """Draw a signature as smooth curves, as large as it was drawn but no larger than its
    place; the pen's pressure gives the width of a stroke. None if nothing was drawn."""
    drawn = [stroke for stroke in strokes if stroke]
    if not drawn:
        return None
    xs, ys = ([p[axis] for stroke in drawn for p in stroke] for axis in (0, 1))
    wide, high = max(xs) - min(xs) + 2 * _INK_EDGE, max(ys) - min(ys) + 2 * _INK_EDGE
    scale = min(_INK_WIDTH / wide, _INK_HEIGHT / high, _INK_SCALE)
    left, low = min(xs) - _INK_EDGE, max(ys) + _INK_EDGE

    def paint(canvas: Any) -> None:
        canvas.setStrokeColor(SIGNATURE)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        for stroke in drawn:
            pen = [((p[0] - left) * scale, (low - p[1]) * scale, p[2]) for p in stroke]
            _paint_stroke(canvas, _thinned(pen))

    return Picture(wide * scale, high * scale, alt, paint)


def _paint_stroke(canvas: Any, points: list[_Pen]) -> None:
    """Draw smooth curves through the pen's points (Catmull-Rom), as wide as it was pressed."""
    if len(points) == 1:  # a dot
        x, y, pressure = points[0]
        points = [points[0], (x + 0.1, y, pressure)]
    padded = [points[0], *points, points[-1]]
    path, width = None, 0.0
    for before, a, b, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        wanted = _pen_width((a[2] + b[2]) / 2)
        if path is None or wanted != width:
            if path is not None:
                canvas.drawPath(path)
            path, width = canvas.beginPath(), wanted
            canvas.setLineWidth(width)
            path.moveTo(a[0], a[1])
        path.curveTo(
            a[0] + (b[0] - before[0]) / 6,
            a[1] + (b[1] - before[1]) / 6,
            b[0] - (after[0] - a[0]) / 6,
            b[1] - (after[1] - a[1]) / 6,
            b[0],
            b[1],
        )
    canvas.drawPath(path)


def _pen_width(pressure: float) -> float:
    """Return the width in points for a pressure from 0 to 1, in steps that nobody sees."""
    return round((0.6 + 1.3 * min(max(pressure, 0.0), 1.0)) / _PEN_STEP) * _PEN_STEP


def _thinned(points: Sequence[_Pen]) -> list[_Pen]:
    """Leave out points that are no step from the one before."""
    kept = list(points[:1])
    for point in points[1:]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) > 0.6:
            kept.append(point)
    return kept


def photo_picture(data: bytes, width: float, height: float, alt: str) -> Picture | None:
    """Draw a photo within a size, without its metadata; None if it cannot be read.

    It has as many pixels as that size shows on paper, so that many photos are sent as one.
    """
    read = _as_jpeg(data, round(max(width, height) / 72 * _PHOTO_DPI))
    if read is None:
        return None
    jpeg, wide, high = read
    scale = min(width / wide, height / high)

    def paint(canvas: Any) -> None:
        canvas.draw_photo(jpeg, wide * scale, high * scale)

    return Picture(wide * scale, high * scale, alt, paint)


_Jpeg = tuple[bytes, int, int]
# What was made of a photo, by its hash and side: a preview asks for it again and again.
_MADE: OrderedDict[tuple[bytes, int], _Jpeg] = OrderedDict()


def _as_jpeg(data: bytes, side: int) -> _Jpeg | None:
    """Make a small JPEG of the pixels alone."""
    key = (hashlib.sha256(data).digest(), side)
    made = _MADE.get(key) or _small_jpeg(data, side)
    if made is not None:
        _MADE[key] = made
        _MADE.move_to_end(key)
    while len(_MADE) > _KEPT_PHOTOS:
        _MADE.popitem(last=False)
    return made


def _small_jpeg(data: bytes, side: int) -> _Jpeg | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image: Image.Image = Image.open(io.BytesIO(data))
        if image.width * image.height > _MOST_PIXELS:
            return None
        image.draft("RGB", (side, side))
        image.thumbnail((side, side))
        pixels = Image.new("RGB", image.size, "white")
        pixels.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    out = io.BytesIO()
    pixels.save(out, "JPEG", quality=80, optimize=True)
    return out.getvalue(), image.width, image.height
