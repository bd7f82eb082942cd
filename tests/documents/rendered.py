"""Pages as pictures: a page drawn anew beside the picture that is kept of it.

Two drawing programs agree on how much ink is in a place, not on each point at its edge. So the
ink of squares is compared: of small ones, where a line of text that moved by a millimetre is
seen, and of large ones, where a pale ground that is gone is seen.
"""

import io
import subprocess
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageChops

_DPI = 50
_MM = 25.4 / _DPI
# The side of squares in points of the picture, and by how much of 255 their ink may differ: more
# than with any other smoothing of edges, less than with a line that moved.
_SMALL = 4
_ALLOWED = {_SMALL: 45, 16: 8}
# What is kept has so few greys; what is compared to it, too.
_GREYS = 16
_STEP = 255 // (_GREYS - 1)
_NEAREST = [(value + _STEP // 2) // _STEP for value in range(256)]
_MOST_PLACES = 5


def draw(pdf: bytes, page: int, *, finer: int = 1) -> Image.Image:
    """Return a page in grey; drawn so much `finer`, and then reduced."""
    limits = ["-f", str(page), "-l", str(page), "-r", str(_DPI * finer)]
    done = subprocess.run(
        ["pdftoppm", "-gray", *limits, "-"], input=pdf, capture_output=True, check=True
    )
    drawn = Image.open(io.BytesIO(done.stdout)).convert("L").reduce(finer)
    return drawn.point([index * _STEP for index in _NEAREST])


def keep(picture: Image.Image, path: Path) -> None:
    """Write a picture in so few greys that it is small."""
    few = picture.point(_NEAREST)
    few.putpalette([value * _STEP for value in range(_GREYS) for _ in "rgb"])
    few.save(path, optimize=True, bits=4)


def kept(path: Path) -> Image.Image:
    """Read a picture that is kept."""
    with Image.open(path) as picture:
        return picture.convert("L")


def differences(now: Image.Image, before: Image.Image) -> list[str]:
    """Return where two pictures of a page differ, in mm from its upper left corner."""
    if abs(now.width - before.width) > 1 or abs(now.height - before.height) > 1:
        return [f"the page is {_size(now)} and was {_size(before)}"]
    difference = _inked(now, before)
    if difference is None:
        return []
    places = list(_places(difference))
    more = [f"and {len(places) - _MOST_PLACES} more"] if len(places) > _MOST_PLACES else []
    return places[:_MOST_PLACES] + more


def marked(now: Image.Image, before: Image.Image) -> Image.Image:
    """Return the page in grey with what is new in blue and what is gone in red."""
    before = before.crop((0, 0, *now.size))
    return Image.merge("RGB", (now, ImageChops.lighter(now, before), before))


def _inked(now: Image.Image, before: Image.Image) -> Image.Image | None:
    """Return a mask of the squares that differ, or nothing if none does."""
    size = (min(now.width, before.width), min(now.height, before.height))
    one, other = (picture.crop((0, 0, *size)) for picture in (now, before))
    mask = Image.new("L", (-(-size[0] // _SMALL), -(-size[1] // _SMALL)))
    for side, allowed in _ALLOWED.items():
        found = ImageChops.difference(one.reduce(side), other.reduce(side))
        over = found.point([255 if value > allowed else 0 for value in range(256)])
        mask = ImageChops.lighter(mask, over.resize(mask.size, Image.Resampling.NEAREST))
    return mask if mask.getbbox() else None


def _places(mask: Image.Image) -> Iterator[str]:
    """Say each band of the page that differs."""
    rows = [mask.crop((0, y, mask.width, y + 1)).getbbox() is not None for y in range(mask.height)]
    for differs, band in groupby(range(mask.height), key=rows.__getitem__):
        if differs:
            lines = list(band)
            yield _place(mask, lines[0], lines[-1] + 1)


def _place(mask: Image.Image, top: int, bottom: int) -> str:
    box = mask.crop((0, top, mask.width, bottom)).getbbox()
    assert box is not None
    down = [round(y * _SMALL * _MM) for y in (top, bottom)]
    across = [round(x * _SMALL * _MM) for x in (box[0], box[2])]
    return f"{down[0]}-{down[1]} mm from the top, {across[0]}-{across[1]} mm from the left"


def _size(picture: Image.Image) -> str:
    return f"{picture.width * _MM:.0f} x {picture.height * _MM:.0f} mm"
